#include "fram-desk-booking-private.h"

#include "fram-group-store.h"
#include "fram-journal.h"
#include "fram-meeting.h"

#include <glib/gi18n-lib.h>

/* Booking, moving, calling off, and saying what became of it. */

#define DAYS_AHEAD   (2 * 366)
#define MOST_MINUTES (12 * 60)

static gboolean
refuse (GError **error, FramError code, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, (int)code, sentence);
  return FALSE;
}

static gboolean
check_edit (FramDesk *self, const FramBookingEdit *edit, GError **error)
{
  if (!g_strv_contains (fram_meeting_kinds (), edit->kind != NULL ? edit->kind : ""))
    return refuse (error, FRAM_ERROR_INVALID, _ ("Choose what kind of meeting it is."));
  if (edit->day == FRAM_DATE_NONE)
    return refuse (error, FRAM_ERROR_INVALID, _ ("Say on which day it is."));
  if (edit->day > self->viewer->today + DAYS_AHEAD)
    return refuse (error, FRAM_ERROR_INVALID, _ ("That day lies more than two years ahead. Choose an earlier one."));
  if (edit->starts != FRAM_TIME_NONE && (edit->starts < 0 || edit->starts >= 24 * 60))
    return refuse (error, FRAM_ERROR_INVALID, _ ("Write the time as hours and minutes, for example 13.30."));
  if (edit->minutes == 0 || edit->minutes > MOST_MINUTES)
    return refuse (error, FRAM_ERROR_INVALID, _ ("Say how many minutes it takes, twelve hours at most."));
  return TRUE;
}

/* A place is a room of the house, or what stood there before: no text goes that way. */
static gboolean
check_place (FramDesk *self, const FramBookingEdit *edit, GError **error)
{
  g_autoptr (GArray) places = NULL;

  if (edit->place == NULL || edit->place[0] == '\0')
    return TRUE;
  if (!fram_uuid_is_none (&edit->id))
    {
      g_autoptr (FramStoredBooking) before =
          fram_booking_load_one (self->db, self->viewer, fram_db_find_row (self->db, &edit->id), NULL);

      if (before != NULL && g_strcmp0 (before->place, edit->place) == 0)
        return TRUE;
    }
  places = fram_group_load_places (self->db, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    if (g_strcmp0 (g_array_index (places, FramGroupPlace, i).name, edit->place) == 0)
      return TRUE;
  return places != NULL && refuse (error, FRAM_ERROR_INVALID,
                                   _ ("Choose one of the rooms of the house, or none, for a talk of your own."));
}

/* A mentor books own talks, without text. */
static gboolean
check_own (FramDesk *self, const FramBookingEdit *edit, const FramStoredBooking *before, FramBooks books,
           GError **error)
{
  gboolean own = !self->viewer->is_system && fram_uuid_equal (&edit->staff, &self->viewer->id);
  const char *parties = edit->parties != NULL ? edit->parties : "";

  if (books == FRAM_BOOKS_ALL)
    return TRUE;
  if (own && g_strcmp0 (edit->kind, "samtal") == 0 &&
      (parties[0] == '\0' || (before != NULL && g_strcmp0 (before->parties, parties) == 0)))
    return check_place (self, edit, error);
  return refuse (error, FRAM_ERROR_DENIED,
                 _ ("You can book talks of your own with this person, without others. Ask the case worker to book"
                    " anything else."));
}

static void
fill_record (FramRecord *record, const FramBookingEdit *edit, const FramStoredCase *stored)
{
  gboolean enrolled = stored->enrolment != 0 && (stored->closed == FRAM_DATE_NONE || stored->closed >= edit->day);

  fram_record_set_ref (record, "participant", &stored->participant_id);
  fram_record_set_ref (record, "enrolment", enrolled ? &stored->enrolment_id : NULL);
  fram_record_set_text (record, "kind", edit->kind);
  fram_record_set_date (record, "day", edit->day);
  if (edit->starts != FRAM_TIME_NONE)
    fram_record_set_int (record, "starts", edit->starts);
  if (edit->minutes > 0)
    fram_record_set_int (record, "minutes", edit->minutes);
  fram_record_set_ref (record, "staff", &edit->staff);
  fram_record_set_text (record, "place", edit->place);
  fram_record_set_text (record, "parties", edit->parties);
  fram_record_set_int (record, "interpreter", edit->interpreter);
  fram_record_set_text (record, "status", "bokat");
}

static gboolean
write_status (FramChanges *changes, const FramUuid *booking, const char *status, GError **error)
{
  static const char *const columns[] = { "status", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, booking);

  fram_record_set_text (record, "status", status);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
insert (FramDesk *self, FramChanges *changes, const FramBookingEdit *edit, const FramStoredCase *stored, FramUuid *id,
        GError **error)
{
  g_autoptr (FramRecord) record = NULL;

  *id = fram_uuid_new (self->clock);
  record = fram_record_new (FRAM_ENTITY_BOOKING, id);
  fill_record (record, edit, stored);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
update (FramChanges *changes, const FramBookingEdit *edit, const FramStoredCase *stored, FramUuid *id, GError **error)
{
  static const char *const columns[] = { "enrolment", "kind",    "day",         "starts", "minutes", "staff",
                                         "place",     "parties", "interpreter", "status", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, &edit->id);

  *id = edit->id;
  fill_record (record, edit, stored);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/* What goes to another day stays as moved where it was, so that it is seen how often a meeting was. */
static gboolean
write_booking (FramDesk *self, FramChanges *changes, const FramBookingEdit *edit, const FramStoredCase *stored,
               const FramStoredBooking *before, FramUuid *id, GError **error)
{
  if (before != NULL && before->day == edit->day)
    return update (changes, edit, stored, id, error);
  if (before != NULL && g_strcmp0 (before->status != NULL ? before->status : "bokat", "bokat") == 0 &&
      !write_status (changes, &before->id, "ombokat", error))
    return FALSE;
  return insert (self, changes, edit, stored, id, error);
}

static char *
say_booked (const FramBookingEdit *edit, const FramStoredCase *stored, gboolean moved)
{
  g_autofree char *name = fram_desk_case_name (stored);
  FramBooking booking = { .title = fram_meeting_kind_get_name (edit->kind), .day = edit->day, .starts = edit->starts };
  g_autofree char *words = fram_booking_to_words (&booking);

  /* TRANSLATORS: a person's name, and a meeting with its day and time: "Follow-up, Thu 26 November 10.00" */
  return g_strdup_printf (moved ? _ ("Moved for %1$s: %2$s.") : _ ("Booked for %1$s: %2$s."), name, words);
}

static FramStoredBooking *
load_changeable (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramStoredBooking) stored =
      fram_booking_load_one (self->db, self->viewer, fram_db_find_row (self->db, id), error);
  FramBooks books;

  if (stored == NULL)
    {
      if (error != NULL && *error == NULL)
        refuse (error, FRAM_ERROR_NOT_FOUND, _ ("That booking is not there any more."));
      return NULL;
    }
  if (!fram_desk_require_booking (self, stored->participant, &books, error))
    return NULL;
  if (stored->known && (books == FRAM_BOOKS_ALL || (stored->staff != 0 && stored->staff == self->viewer->staff)))
    return g_steal_pointer (&stored);
  refuse (error, FRAM_ERROR_DENIED, _ ("This booking is somebody else's; only who booked it can change it."));
  return NULL;
}

/* Who else comes to a talk is not to be seen where a mentor changes it, and stays. */
static FramBookingEdit
with_hidden (const FramBookingEdit *edit, const FramStoredBooking *before, FramBooks books)
{
  FramBookingEdit whole = *edit;

  if (before != NULL && books == FRAM_BOOKS_OWN)
    whole.parties = before->parties;
  return whole;
}

static gboolean
book (FramDesk *self, const FramBookingEdit *edit, const FramStoredCase *stored, const FramStoredBooking *before,
      FramUuid *id, char **what, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "booking", NULL, error);
  g_autofree char *sentence = say_booked (edit, stored, before != NULL);
  FramChanged changed = { FRAM_UUID_NONE, edit->day, FALSE };

  if (before != NULL && before->day != edit->day)
    changed.day = FRAM_DATE_NONE;
  if (changes == NULL || !write_booking (self, changes, edit, stored, before, id, error) ||
      !fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_book:
 * @self: the desk
 * @edit: what is to be booked, or how a booking is to be from now on
 * @id: (out) (optional): the booking
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_book (FramDesk *self, const FramBookingEdit *edit, FramUuid *id, char **what, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;
  g_autoptr (FramStoredBooking) before = NULL;
  FramUuid made = FRAM_UUID_NONE;
  FramBookingEdit whole;
  FramBooks books;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, &edit->participant, error);
  if (stored == NULL || !fram_desk_require_booking (self, stored->participant, &books, error) ||
      !check_edit (self, edit, error))
    return FALSE;
  if (!fram_uuid_is_none (&edit->id))
    before = load_changeable (self, &edit->id, error);
  if ((!fram_uuid_is_none (&edit->id) && before == NULL) || !check_own (self, edit, before, books, error))
    return FALSE;
  if (before != NULL && before->participant != stored->participant)
    return refuse (error, FRAM_ERROR_INVALID, _ ("That booking is another person's."));
  whole = with_hidden (edit, before, books);
  if (!book (self, &whole, stored, before, &made, what, error))
    return FALSE;
  if (id != NULL)
    *id = made;
  return TRUE;
}

static char *
say_status (const FramStoredBooking *stored, const char *status, GError **error)
{
  FramBooking booking = { .title = fram_meeting_kind_get_name (stored->kind),
                          .day = stored->day,
                          .starts = stored->starts };
  g_autofree char *words = fram_booking_to_words (&booking);

  if (g_str_equal (status, "bokat"))
    /* TRANSLATORS: a meeting with its day and time */
    return g_strdup_printf (_ ("Booked again: %s."), words);
  if (g_str_equal (status, "genomfort"))
    return g_strdup_printf (_ ("Held: %s."), words);
  if (g_str_equal (status, "uteblev"))
    return g_strdup_printf (_ ("Did not come: %s."), words);
  if (g_str_equal (status, "avbokat"))
    return g_strdup_printf (_ ("Called off: %s."), words);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("A booking is held, called off, or the person did not come; there is no “%s”."), status);
  return NULL;
}

/* What is to come has not been held yet, and nobody has stayed away from it. */
static gboolean
check_time (FramDesk *self, const FramStoredBooking *stored, const char *status, GError **error)
{
  if (stored->day <= self->viewer->today || g_str_equal (status, "bokat") || g_str_equal (status, "avbokat"))
    return TRUE;
  return refuse (error, FRAM_ERROR_INVALID, _ ("That day has not come yet. Call the meeting off or move it instead."));
}

/**
 * fram_desk_set_booking_status:
 * @self: the desk
 * @booking: which
 * @status: `genomfort`, `uteblev`, `avbokat`, or `bokat` again
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_booking_status (FramDesk *self, const FramUuid *booking, const char *status, char **what, GError **error)
{
  g_autoptr (FramStoredBooking) stored = NULL;
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  FramChanged changed = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };

  FRAM_DESK_LOCKED (self);
  stored = load_changeable (self, booking, error);
  if (stored == NULL)
    return FALSE;
  changed.day = stored->day;
  sentence = say_status (stored, status, error);
  if (sentence == NULL || !check_time (self, stored, status, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "booking", NULL, error);
  if (changes == NULL || !write_status (changes, booking, status, error) ||
      !fram_desk_finish (self, changes, sentence, &changed, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}
