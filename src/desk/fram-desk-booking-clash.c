#include "fram-desk-booking-private.h"

#include "fram-group-store.h"
#include "fram-journal.h"
#include "fram-meeting.h"
#include "fram-session.h"

#include <glib/gi18n-lib.h>

/* What stands against a booking, before it is made. */

void
fram_clash_free (FramClash *self)
{
  g_free (self->text);
  g_free (self);
}

static void
add (GPtrArray *clashes, gboolean grave, char *text)
{
  FramClash *clash = g_new0 (FramClash, 1);

  clash->text = text;
  clash->grave = grave;
  g_ptr_array_add (clashes, clash);
}

static void
add_day (FramDesk *self, const FramBookingEdit *edit, GPtrArray *clashes)
{
  FramDayInfo info = fram_desk_day_info (self, edit->day, 0);
  g_autofree char *day = fram_date_to_words (edit->day);

  if (info.kind == FRAM_DAY_WEEKEND)
    /* TRANSLATORS: a day, "Saturday 14 November 2026" */
    add (clashes, FALSE, g_strdup_printf (_ ("%s is a weekend."), day));
  else if (info.kind == FRAM_DAY_HOLIDAY || info.kind == FRAM_DAY_CLOSED)
    /* TRANSLATORS: a day, and why the house is closed: "Christmas Eve" */
    add (clashes, FALSE,
         g_strdup_printf (_ ("The house is closed on %1$s: %2$s."), day, info.name != NULL ? info.name : _ ("closed")));
}

/* Told for each stretch that overlaps; @say makes the sentence of a name and a time. */
typedef char *(*SayFunc) (const FramStoredBusy *busy, const char *time, const char *who);

static gboolean
add_busy (FramDesk *self, const FramBookingEdit *edit, GPtrArray *clashes, GPtrArray *all, gboolean grave, SayFunc say,
          const char *who)
{
  gint64 moved = fram_uuid_is_none (&edit->id) ? 0 : fram_db_find_row (self->db, &edit->id);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const FramStoredBusy *busy = g_ptr_array_index (all, i);
      g_autofree char *time = busy->from != FRAM_TIME_NONE ? fram_time_range_to_text (busy->from, busy->to) : NULL;

      if ((busy->row != 0 && busy->row == moved) ||
          !fram_booking_overlaps (edit->starts, edit->minutes, busy->from, busy->to))
        continue;
      add (clashes, grave, say (busy, time, who));
    }
  g_ptr_array_unref (all);
  return TRUE;
}

static char *
say_plan (const FramStoredBusy *busy, const char *time, const char *who)
{
  /* TRANSLATORS: a workshop or group, and from when to when: "Woodwork 09–12 is in the plan that day." */
  return g_strdup_printf (_ ("%1$s %2$s is in the plan that day."),
                          busy->name != NULL ? busy->name : C_ ("plan", "Something"), time != NULL ? time : "");
}

static char *
say_other (const FramStoredBusy *busy, const char *time, const char *who)
{
  const char *name = fram_meeting_kind_get_name (busy->name);

  /* TRANSLATORS: a person, a kind of meeting, and from when to when */
  return g_strdup_printf (_ ("%1$s has another booking then: %2$s %3$s."), who, name, time);
}

static char *
say_staff (const FramStoredBusy *busy, const char *time, const char *who)
{
  /* TRANSLATORS: somebody who works here, and from when to when */
  return g_strdup_printf (_ ("%1$s is booked elsewhere %2$s."), who, time);
}

static char *
say_absence (const FramStoredBusy *busy, const char *time, const char *who)
{
  if (time == NULL)
    return g_strdup_printf (_ ("%s has said to be away that day."), who);
  /* TRANSLATORS: a person, and from when to when */
  return g_strdup_printf (_ ("%1$s has said to be away %2$s."), who, time);
}

static gboolean
add_of_staff (FramDesk *self, const FramBookingEdit *edit, GPtrArray *clashes, GError **error)
{
  gint64 staff = fram_uuid_is_none (&edit->staff) ? 0 : fram_db_find_row (self->db, &edit->staff);
  g_autoptr (GPtrArray) everybody = NULL;
  const char *name = NULL;

  if (staff == 0)
    return TRUE;
  everybody = fram_staff_load_all (self->db, TRUE, self->viewer->today, error);
  for (guint i = 0; everybody != NULL && i < everybody->len; i++)
    if (fram_uuid_equal (&((const FramStaff *)g_ptr_array_index (everybody, i))->id, &edit->staff))
      name = ((const FramStaff *)g_ptr_array_index (everybody, i))->name;
  return name == NULL || add_busy (self, edit, clashes, fram_booking_load_of_staff (self->db, staff, edit->day, error),
                                   TRUE, say_staff, name);
}

/* Who sees but the own groups' plan learns when the person is busy, and not with what. */
static GPtrArray *
without_names (GPtrArray *all, const char *name)
{
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      FramStoredBusy *busy = g_ptr_array_index (all, i);

      g_free (busy->name);
      busy->name = g_strdup (name);
    }
  return all;
}

static gboolean
add_of_person (FramDesk *self, const FramBookingEdit *edit, gint64 row, const char *name, GPtrArray *clashes,
               GError **error)
{
  gboolean whole = fram_people_may_plan (self->db, self->viewer, row);
  GPtrArray *others = fram_booking_load_others (self->db, row, edit->day, error);

  return add_busy (self, edit, clashes, whole ? others : without_names (others, FRAM_MEETING_ELSEWHERE), TRUE,
                   say_other, name);
}

/* The groups become their sessions of that day; one that has none is gone. */
static GPtrArray *
sessions_of (FramDesk *self, GPtrArray *groups, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_busy_free);

  for (guint i = 0; i < groups->len; i++)
    {
      const FramStoredBusy *group = g_ptr_array_index (groups, i);
      g_autoptr (FramSeries) series = fram_group_load_series (self->db, group->group, error);
      g_autoptr (GArray) sessions = NULL;

      if (series == NULL)
        return NULL;
      sessions = fram_series_held (series, day, day, fram_desk_closed_days (self));
      for (guint s = 0; s < sessions->len; s++)
        {
          const FramSession *session = &g_array_index (sessions, FramSession, s);
          FramStoredBusy *busy;

          if (session->starts == FRAM_TIME_NONE)
            continue;
          busy = g_new0 (FramStoredBusy, 1);
          busy->name = g_strdup (group->name);
          busy->group = group->group;
          busy->from = session->starts;
          busy->to = fram_session_get_end (session);
          g_ptr_array_add (all, busy);
        }
    }
  return g_steal_pointer (&all);
}

static gboolean
add_plan (FramDesk *self, const FramBookingEdit *edit, gint64 row, const char *name, GPtrArray *clashes, GError **error)
{
  gboolean whole = fram_people_may_plan (self->db, self->viewer, row);
  GPtrArray *plan = fram_booking_load_plan (self->db, row, edit->day, error);
  g_autoptr (GPtrArray) groups = plan != NULL ? fram_booking_load_groups (self->db, row, edit->day, error) : NULL;
  GPtrArray *sessions = groups != NULL ? sessions_of (self, groups, edit->day, error) : NULL;

  if (!add_busy (self, edit, clashes, whole ? plan : without_names (plan, NULL), FALSE, say_plan, name))
    return FALSE;
  return add_busy (self, edit, clashes, whole ? sessions : without_names (sessions, NULL), FALSE, say_plan, name);
}

/**
 * fram_desk_booking_clashes:
 * @self: the desk
 * @edit: what is to be booked
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramClash): what the person would be taken from and who else is busy, the
 *   gravest first
 */
GPtrArray *
fram_desk_booking_clashes (FramDesk *self, const FramBookingEdit *edit, GError **error)
{
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_clash_free);
  g_autoptr (FramStoredCase) stored = NULL;
  g_autofree char *name = NULL;
  gint64 row;
  FramBooks books;

  FRAM_DESK_LOCKED (self);
  stored = fram_desk_load_case (self, &edit->participant, error);
  if (stored == NULL || !fram_desk_require_booking (self, stored->participant, &books, error))
    return NULL;
  if (edit->day == FRAM_DATE_NONE)
    return g_steal_pointer (&clashes);
  name = fram_desk_case_name (stored);
  row = stored->participant;
  if (!add_of_person (self, edit, row, name, clashes, error) || !add_of_staff (self, edit, clashes, error) ||
      !add_busy (self, edit, clashes, fram_booking_load_absences (self->db, row, edit->day, error), TRUE, say_absence,
                 name) ||
      !add_plan (self, edit, row, name, clashes, error))
    return NULL;
  add_day (self, edit, clashes);
  return g_steal_pointer (&clashes);
}
