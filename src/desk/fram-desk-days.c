#include "fram-desk-days.h"

#include "fram-days-store.h"
#include "fram-desk-private.h"
#include "fram-people-store.h"

#include <glib/gi18n-lib.h>

void
fram_person_day_free (FramPersonDay *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

static FramPersonDay *
day_of (FramDesk *self, FramStoredDay *stored)
{
  FramPersonDay *day = g_new0 (FramPersonDay, 1);

  day->day = stored->day;
  day->code = g_steal_pointer (&stored->code);
  day->name = g_steal_pointer (&stored->name);
  day->status = fram_desk_status_of_row (self, stored->status);
  day->minutes_late = stored->minutes_late;
  day->attended_minutes = stored->attended_minutes;
  day->planned_minutes = stored->planned_minutes;
  return day;
}

static GPtrArray *
load_days (FramDesk *self, gint64 enrolment, guint n, GError **error)
{
  g_autoptr (GPtrArray) stored = fram_days_load (self->db, self->viewer, enrolment, n, error);
  GPtrArray *days;

  if (stored == NULL)
    return NULL;
  days = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_person_day_free);
  for (guint i = 0; i < stored->len; i++)
    {
      FramStoredDay *day = g_ptr_array_index (stored, i);

      if (fram_desk_status_of_row (self, day->status) != NULL)
        g_ptr_array_add (days, day_of (self, day));
    }
  return days;
}

/**
 * fram_desk_person_days:
 * @self: the desk
 * @case_no_or_id: a case number or an id
 * @n: how many
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable) (element-type FramPersonDay): the last marks of the newest enrolment, newest first
 */
GPtrArray *
fram_desk_person_days (FramDesk *self, const char *case_no_or_id, guint n, GError **error)
{
  g_autoptr (FramStoredCase) stored = NULL;

  FRAM_DESK_LOCKED (self);
  stored = fram_people_load_one (self->db, self->viewer, case_no_or_id, error);
  if (stored == NULL)
    return NULL;
  if (fram_people_may (self->db, self->viewer, FRAM_CLASS_ATTEND, stored->participant))
    return load_days (self, stored->enrolment, n, error);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not show this person's attendance."));
  return NULL;
}
