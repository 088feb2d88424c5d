#include "fram-desk-ics.h"

#include "fram-access-log.h"
#include "fram-desk-ics-private.h"
#include "fram-desk-own-private.h"

#include <glib/gi18n-lib.h>

/* A participant's own calendar: hours in workshops, groups, bookings, leaves. It goes into the participant's own telephone:
 * no name stands in it, no note and no need. */

typedef struct
{
  const FramOwnSources *from;
  const FramStoredMember *member;
  FramIcs *ics;
  FramDate first;
  FramDate last;
} OwnCalendar;

static gboolean
is_there (const FramOwnSources *from, FramDate day)
{
  return fram_own_sources_is_enrolled (from, day) && !fram_own_sources_is_leave (from, day);
}

static gboolean
is_own_session (const FramSession *session, gpointer data)
{
  const OwnCalendar *self = data;

  return fram_plan_holds (self->member->from, self->member->to, session->day) && is_there (self->from, session->day);
}

static gboolean
is_own_day (const FramSession *session, gpointer data)
{
  const OwnCalendar *self = data;

  return is_there (self->from, session->day);
}

static void
add_group (OwnCalendar *self, const FramStoredMember *member, const FramGroupRecord *group)
{
  char uid[FRAM_UUID_TEXT_SIZE];
  FramIcsSeries what = { .uid = fram_uuid_format (&member->id, uid),
                         .title = group->name,
                         .series = group->series,
                         .from = self->first,
                         .to = self->last,
                         .closed_days = fram_desk_closed_days (self->from->of.desk),
                         .wanted = is_own_session,
                         .data = self,
                         .places = self->from->places };

  self->member = member;
  if (!member->waiting)
    fram_ics_add_series (self->ics, &what);
}

/* The days on which the house or that workshop is closed. */
static GArray *
closed_for (FramDesk *desk, gint64 workshop)
{
  const GArray *all = fram_desk_closed_days (desk);
  GArray *closed = fram_closed_days_new ();

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      FramClosedDay day = g_array_index (all, FramClosedDay, i);

      if (day.workshop != 0 && day.workshop != workshop)
        continue;
      day.workshop = 0;
      day.name = NULL;
      g_array_append_val (closed, day);
    }
  return closed;
}

/* Hours of a weekly plan are a series as that of a group is: each week on a day, without days off. */
static FramSeries *
series_of_hours (const FramStoredSlot *slot, FramDate from, FramDate to)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autofree char *rule = g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", days[CLAMP (slot->slot.weekday, 1, 7) - 1]);
  FramSeries *series = fram_series_new (0);

  fram_series_add_step (series, from, rule, slot->slot.from_time, slot->slot.to_time - slot->slot.from_time, 0);
  series->last = to;
  return series;
}

static FramDate
earlier_end (FramDate a, FramDate b)
{
  if (a == FRAM_DATE_NONE)
    return b;
  return b == FRAM_DATE_NONE ? a : MIN (a, b);
}

static void
add_hours (OwnCalendar *self, const FramStoredStep *step, const FramStoredSlot *slot)
{
  FramDate from = MAX (step->from, slot->slot.valid_from);
  FramDate to = earlier_end (step->to, slot->slot.valid_to);
  g_autoptr (FramSeries) series = series_of_hours (slot, from, to);
  g_autoptr (GArray) closed = closed_for (self->from->of.desk, slot->activity);
  char step_id[FRAM_UUID_TEXT_SIZE], slot_id[FRAM_UUID_TEXT_SIZE], text[FRAM_UUID_TEXT_SIZE];
  FramUuid uid = fram_uuid_derive_v ("calendar-hours", fram_uuid_format (&step->id, step_id),
                                     fram_uuid_format (&slot->id, slot_id), NULL);
  FramIcsSeries what = { .uid = fram_uuid_format (&uid, text),
                         .title = step->name,
                         .series = series,
                         .from = self->first,
                         .to = self->last,
                         .closed_days = closed,
                         .wanted = is_own_day,
                         .data = self };

  if (to == FRAM_DATE_NONE || from <= to)
    fram_ics_add_series (self->ics, &what);
}

static void
add_plan (OwnCalendar *self)
{
  const FramPlanSources *plan = &self->from->sources;

  for (guint s = 0; s < plan->steps->len; s++)
    for (guint i = 0; i < plan->slots->len; i++)
      {
        const FramStoredStep *step = g_ptr_array_index (plan->steps, s);
        const FramStoredSlot *slot = &g_array_index (plan->slots, FramStoredSlot, i);

        if (step->activity == slot->activity)
          add_hours (self, step, slot);
      }
}

static void
add_booking (OwnCalendar *self, const FramBooking *booking)
{
  char uid[FRAM_UUID_TEXT_SIZE];
  int minutes = booking->minutes > 0 ? booking->minutes : 60;
  FramIcsEvent event = { .uid = fram_uuid_format (&booking->id, uid),
                         .title = booking->title,
                         .place = booking->known ? booking->place : NULL,
                         .day = booking->day,
                         .to_day = FRAM_DATE_NONE,
                         .starts = booking->starts,
                         .ends = booking->starts == FRAM_TIME_NONE ? FRAM_TIME_NONE : booking->starts + minutes };

  if (booking->day >= self->first && booking->day <= self->last)
    fram_ics_add_event (self->ics, &event);
}

static void
add_leave (OwnCalendar *self, const FramStoredPause *pause)
{
  char uid[FRAM_UUID_TEXT_SIZE];
  FramIcsEvent event = { .uid = fram_uuid_format (&pause->id, uid),
                         .title = _ ("Agreed leave"),
                         .day = MAX (pause->from, self->first),
                         .to_day = earlier_end (pause->to, self->last),
                         .starts = FRAM_TIME_NONE,
                         .ends = FRAM_TIME_NONE };

  if (event.day <= event.to_day)
    fram_ics_add_event (self->ics, &event);
}

static void
fill (OwnCalendar *self)
{
  const FramOwnSources *from = self->from;

  add_plan (self);
  for (guint i = 0; i < from->groups->len; i++)
    add_group (self, g_ptr_array_index (from->sources.members, i), g_ptr_array_index (from->groups, i));
  for (guint i = 0; i < from->bookings->len; i++)
    add_booking (self, g_ptr_array_index (from->bookings, i));
  for (guint i = 0; i < from->sources.pauses->len; i++)
    add_leave (self, g_ptr_array_index (from->sources.pauses, i));
}

static char *
text_of (FramDesk *self, const FramOwnSources *from, GError **error)
{
  FramDate today = self->viewer->today;
  /* TRANSLATORS: name of a calendar in the participant's own telephone */
  g_autoptr (FramIcs) ics = fram_ics_new (_ ("My week"), fram_clock_now (self->clock));
  OwnCalendar calendar = { .from = from, .ics = ics, .first = today - FRAM_ICS_DAYS, .last = today + FRAM_ICS_DAYS };

  fill (&calendar);
  return fram_desk_ics_finish (self, ics, error);
}

static gboolean
load (FramOwnSources *from, FramDesk *self, const FramUuid *enrolment, GError **error)
{
  FramDate today = self->viewer->today;

  return fram_own_sources_load (from, self, enrolment, today - FRAM_ICS_DAYS, today + FRAM_ICS_DAYS, error);
}

/**
 * fram_desk_own_ics:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable): the participant's own calendar as a file
 */
char *
fram_desk_own_ics (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_auto (FramOwnSources) from = { 0 };

  FRAM_DESK_LOCKED (self);
  return load (&from, self, enrolment, error) ? text_of (self, &from, error) : NULL;
}

/* It is told before it is written, so that nothing leaves the register unseen. */
static gboolean
tell_log (FramDesk *self, gint64 participant, GError **error)
{
  if (fram_desk_get_read_only_reason (self) != NULL)
    return TRUE;
  if (!fram_db_begin (self->db, error))
    return FALSE;
  if (fram_access_log_add (self->db, self->viewer, "exported", FRAM_CLASS_PLAN, participant, "calendar", error))
    return fram_db_commit (self->db, error);
  fram_db_rollback (self->db);
  return FALSE;
}

/**
 * fram_desk_save_own_ics:
 * @self: the desk
 * @enrolment: whose
 * @path: the file
 * @error: return location
 *
 * Returns: whether it is on the disk
 */
gboolean
fram_desk_save_own_ics (FramDesk *self, const FramUuid *enrolment, const char *path, GError **error)
{
  g_auto (FramOwnSources) from = { 0 };
  g_autofree char *text = NULL;

  FRAM_DESK_LOCKED (self);
  if (!load (&from, self, enrolment, error) || (text = text_of (self, &from, error)) == NULL ||
      !tell_log (self, from.of.stored->participant, error))
    return FALSE;
  return fram_desk_ics_write (text, path, error);
}
