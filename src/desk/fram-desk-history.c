#include "fram-desk-private.h"
#include "fram-desk-roster.h"

#include "fram-rights.h"
#include "fram-roster-store.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

static void
mark_step_free (gpointer data)
{
  FramMarkStep *step = data;

  g_free (step->by);
  g_free (step->reason);
  g_free (step);
}

static FramMarkStep *
step_of (FramDesk *self, FramMarkPast *past)
{
  FramMarkStep *step = g_new0 (FramMarkStep, 1);

  step->at = past->at;
  step->by = g_steal_pointer (&past->by);
  step->status = fram_desk_status_of_row (self, past->status);
  step->minutes_late = past->minutes_late;
  step->attended_minutes = past->attended_minutes;
  step->reason = g_steal_pointer (&past->reason);
  return step;
}

/* A roster that one may see can still hold people whom one may not. */
static gboolean
sees_attendance (FramDesk *self, gint64 activity, gint64 enrolment, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramStoredPerson *person = fram_roster_load_person (self->db, self->viewer, activity, enrolment, &local);
  gboolean sees = person != NULL && fram_people_may (self->db, self->viewer, FRAM_CLASS_ATTEND, person->participant);

  g_clear_pointer (&person, fram_stored_person_free);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (!sees)
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not show this person's attendance."));
  return sees;
}

/**
 * fram_desk_mark_history:
 * @self: the desk
 * @enrolment: whose
 * @activity: where
 * @day: the day
 * @part: part of the day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramMarkStep): who marked what and when, newest first
 */
GPtrArray *
fram_desk_mark_history (FramDesk *self, const FramUuid *enrolment, const FramUuid *activity, FramDate day, int part,
                        GError **error)
{
  g_autoptr (GPtrArray) past = NULL;
  GPtrArray *steps;
  gint64 where, whose;

  FRAM_DESK_LOCKED (self);
  where = fram_db_find_row (self->db, activity);
  whose = fram_db_find_row (self->db, enrolment);
  if (!fram_rights_may_see_roster (self->viewer, where))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this roster."));
      return NULL;
    }
  if (!sees_attendance (self, where, whose, error))
    return NULL;
  past = fram_roster_load_history (self->db, whose, where, day, part, error);
  if (past == NULL)
    return NULL;
  steps = g_ptr_array_new_with_free_func (mark_step_free);
  for (guint i = 0; i < past->len; i++)
    g_ptr_array_add (steps, step_of (self, g_ptr_array_index (past, i)));
  return steps;
}

static void
append_step (GString *out, const FramMarkStep *step)
{
  FramDate day = fram_instant_get_date (step->at);
  int minute = fram_instant_get_minute (step->at);
  g_autofree char *date = fram_date_to_day_month (day);

  if (out->len > 0)
    g_string_append_c (out, '\n');
  /* Translators: status, date, time and name: "Late, 12 November 2026 09.14, Per W." */
  g_string_append_printf (out, C_ ("history of a mark", "%1$s, %2$s %3$02d.%4$02d, %5$s"),
                          step->status != NULL ? fram_status_get_name (step->status) : C_ ("mark", "Unmarked"), date,
                          minute / 60, minute % 60, step->by);
  if (step->minutes_late > 0)
    g_string_append_printf (out, ngettext (" (%d minute late)", " (%d minutes late)", step->minutes_late),
                            step->minutes_late);
  if (step->reason != NULL)
    g_string_append_printf (out, " – %s", step->reason);
}

/**
 * fram_desk_mark_history_text:
 * @self: the desk
 * @steps: (element-type FramMarkStep): a history
 *
 * Returns: (transfer full): a line per step, newest first; empty where nothing was marked
 */
char *
fram_desk_mark_history_text (FramDesk *self, const GPtrArray *steps)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    append_step (out, g_ptr_array_index (steps, i));
  return g_string_free (out, FALSE);
}
