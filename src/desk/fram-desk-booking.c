#include "fram-desk-booking-private.h"

#include "fram-group-store.h"
#include "fram-journal.h"
#include "fram-meeting.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* What is booked, and in words. */

void
fram_booking_free (FramBooking *self)
{
  g_free (self->kind);
  g_free (self->staff_name);
  g_free (self->place);
  g_free (self->parties);
  g_free (self->status);
  g_free (self);
}

void
fram_booking_facts_free (FramBookingFacts *self)
{
  g_free (self->name);
  g_free (self->language);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_free (self);
}

/**
 * fram_booking_to_words:
 * @self: a booking
 *
 * Returns: (transfer full): "Follow-up, Thu 26 November 10.00"
 */
char *
fram_booking_to_words (const FramBooking *self)
{
  g_autofree char *day = fram_date_to_short_words (self->day);
  g_autofree char *time = fram_time_to_words (self->starts);

  if (self->starts == FRAM_TIME_NONE)
    /* TRANSLATORS: a kind of meeting and a day: "Follow-up, Thu 26 November" */
    return g_strdup_printf (_ ("%1$s, %2$s"), self->title, day);
  /* TRANSLATORS: a kind of meeting, a day and a time: "Follow-up, Thu 26 November 10.00" */
  return g_strdup_printf (_ ("%1$s, %2$s %3$s"), self->title, day, time);
}

/**
 * fram_booking_status_get_name:
 * @status: (nullable): status of a booking or an event
 *
 * Returns: (nullable): what it is called; %NULL for what is just booked, and for registrations
 */
const char *
fram_booking_status_get_name (const char *status)
{
  if (g_strcmp0 (status, "genomfort") == 0)
    return C_ ("booking", "Held");
  if (g_strcmp0 (status, "uteblev") == 0)
    return C_ ("booking", "Did not come");
  if (g_strcmp0 (status, "ombokat") == 0)
    return C_ ("booking", "Moved");
  if (g_strcmp0 (status, "avbokat") == 0)
    return C_ ("booking", "Called off");
  return NULL;
}

/* A participant whom the person at the keyboard may see at all. */
FramStoredCase *
fram_desk_load_case (FramDesk *self, const FramUuid *participant, GError **error)
{
  char id[FRAM_UUID_TEXT_SIZE];

  return fram_people_load_one (self->db, self->viewer, fram_uuid_format (participant, id), error);
}

char *
fram_desk_case_name (const FramStoredCase *stored)
{
  return stored->is_protected ? fram_text_initials (stored->given_name, stored->family_name)
                              : g_strjoin (" ", stored->given_name, stored->family_name, NULL);
}

/* Who changes plans books for others too; a mentor books own talks with those whose plan the mentor sees (DATA.md,
 * "plan"). */
FramBooks
fram_desk_books (FramDesk *self, gint64 participant)
{
  g_autoptr (FramViewer) writers = fram_rights_writers (self->viewer, FRAM_CLASS_PLAN);
  g_autoptr (FramViewer) bookers = fram_rights_bookers (self->viewer);

  if (fram_db_get_read_only_reason (self->db) != NULL)
    return FRAM_BOOKS_NOTHING;
  if (fram_people_may (self->db, writers, FRAM_CLASS_PLAN, participant))
    return FRAM_BOOKS_ALL;
  return fram_people_may (self->db, bookers, FRAM_CLASS_PLAN, participant) ? FRAM_BOOKS_OWN : FRAM_BOOKS_NOTHING;
}

static FramBooking *
booking_of (FramDesk *self, const FramStoredBooking *stored, FramBooks books)
{
  FramBooking *booking = g_new0 (FramBooking, 1);

  booking->id = stored->id;
  booking->participant = stored->participant_id;
  booking->enrolment = stored->enrolment_id;
  booking->kind = g_strdup (stored->kind);
  booking->title = fram_meeting_kind_get_name (stored->kind);
  booking->day = stored->day;
  booking->starts = stored->starts;
  booking->minutes = stored->minutes;
  booking->staff = stored->staff_id;
  booking->staff_name = g_strdup (stored->staff_name);
  booking->place = g_strdup (stored->place);
  booking->parties = g_strdup (stored->parties);
  booking->interpreter = stored->interpreter;
  booking->status = g_strdup (stored->status != NULL ? stored->status : "bokat");
  booking->known = stored->known;
  booking->mine = stored->staff != 0 && stored->staff == self->viewer->staff;
  booking->may_change = stored->known && (books == FRAM_BOOKS_ALL || (books == FRAM_BOOKS_OWN && booking->mine));
  booking->to_be_told = booking->may_change && g_strcmp0 (stored->kind, FRAM_MEETING_ELSEWHERE) != 0 &&
                        fram_booking_is_to_be_told (stored->status, stored->day, stored->starts, self->viewer->today,
                                                    fram_clock_minute (self->clock));
  return booking;
}

GPtrArray *
fram_desk_bookings_of (FramDesk *self, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) stored = fram_booking_load (self->db, self->viewer, participant, error);
  FramBooks books = fram_desk_books (self, participant);
  GPtrArray *bookings;

  if (stored == NULL)
    return NULL;
  bookings = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_booking_free);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (bookings, booking_of (self, g_ptr_array_index (stored, i), books));
  return bookings;
}

/**
 * fram_desk_bookings:
 * @self: the desk
 * @participant: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for somebody whom the person at the keyboard may not see
 *
 * Returns: (transfer full) (nullable) (element-type FramBooking): what is and was booked, in order of time
 */
GPtrArray *
fram_desk_bookings (FramDesk *self, const FramUuid *participant, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, participant, error);
  return stored != NULL ? fram_desk_bookings_of (self, stored->participant, error) : NULL;
}

/**
 * fram_desk_booking:
 * @self: the desk
 * @booking: which
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the booking
 */
FramBooking *
fram_desk_booking (FramDesk *self, const FramUuid *booking, GError **error)
{
  g_autoptr (FramStoredBooking) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_booking_load_one (self->db, self->viewer, fram_db_find_row (self->db, booking), error);
  if (stored != NULL)
    return booking_of (self, stored, fram_desk_books (self, stored->participant));
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That booking is not there any more."));
  return NULL;
}

static gboolean
add_staff (FramDesk *self, FramBookingFacts *facts, GError **error)
{
  g_autoptr (GPtrArray) staff = fram_staff_load_all (self->db, FALSE, self->viewer->today, error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (staff, i);
      FramChoice *choice;
      char id[FRAM_UUID_TEXT_SIZE];

      if (facts->only_own && !fram_uuid_equal (&one->id, &facts->me))
        continue;
      choice = g_new0 (FramChoice, 1);
      choice->code = g_strdup (fram_uuid_format (&one->id, id));
      choice->name = g_strdup (one->name);
      g_ptr_array_add (facts->staff, choice);
    }
  return staff != NULL;
}

static gboolean
add_places (FramDesk *self, FramBookingFacts *facts, GError **error)
{
  g_autoptr (GArray) places = fram_group_load_places (self->db, error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const char *name = g_array_index (places, FramGroupPlace, i).name;
      FramChoice *choice = g_new0 (FramChoice, 1);

      choice->code = g_strdup (name);
      choice->name = g_strdup (name);
      g_ptr_array_add (facts->places, choice);
    }
  return places != NULL;
}

/* What is said where somebody may see a participant and not book. */
gboolean
fram_desk_require_booking (FramDesk *self, gint64 participant, FramBooks *books, GError **error)
{
  *books = fram_desk_books (self, participant);
  if (*books != FRAM_BOOKS_NOTHING)
    return TRUE;
  if (fram_db_get_read_only_reason (self->db) != NULL)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY, fram_db_get_read_only_reason (self->db));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                         _ ("Your roles do not let you book for this person. Ask an administrator."));
  return FALSE;
}

/**
 * fram_desk_booking_facts:
 * @self: the desk
 * @participant: with whom
 * @error: return location; %FRAM_ERROR_DENIED where the person at the keyboard may not book
 *
 * Returns: (transfer full) (nullable): what is to be known before anything is booked
 */
FramBookingFacts *
fram_desk_booking_facts (FramDesk *self, const FramUuid *participant, GError **error)
{
  g_autoptr (FramBookingFacts) facts = g_new0 (FramBookingFacts, 1);
  g_autoptr (FramStoredCase) stored = NULL;
  FramBooks books;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, participant, error);
  if (stored == NULL || !fram_desk_require_booking (self, stored->participant, &books, error))
    return NULL;
  facts->name = fram_desk_case_name (stored);
  facts->needs_interpreter = fram_booking_needs_interpreter (self->db, stored->participant);
  facts->language = fram_booking_load_language (self->db, stored->participant);
  facts->only_own = books == FRAM_BOOKS_OWN;
  if (!self->viewer->is_system)
    facts->me = self->viewer->id;
  facts->staff = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_choice_free);
  facts->places = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_choice_free);
  /* who sees but name and phone is told nothing of languages; an interpreter is asked for all the same */
  if (facts->only_own)
    g_clear_pointer (&facts->language, g_free);
  return add_staff (self, facts, error) && add_places (self, facts, error) ? g_steal_pointer (&facts) : NULL;
}
