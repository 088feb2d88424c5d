#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramPersonDay:
 * @day: the day
 * @code: code of the workshop or group
 * @name: its name in the person's language
 * @status: the mark
 * @minutes_late: minutes, -1 for none
 * @attended_minutes: minutes, -1 for none
 * @planned_minutes: minutes, -1 for none
 *
 * One day of a participant's attendance.
 */
typedef struct
{
  FramDate day;
  char *code;
  char *name;
  const FramStatus *status;
  int minutes_late;
  int attended_minutes;
  int planned_minutes;
} FramPersonDay;

void fram_person_day_free (FramPersonDay *self);

/* The last marks of one participant by case number or UUID, newest first. (element-type FramPersonDay).
 * FRAM_ERROR_DENIED where the person at the keyboard may not see attendance. */
GPtrArray *fram_desk_person_days (FramDesk *self, const char *case_no_or_id, guint n, GError **error);

G_END_DECLS
