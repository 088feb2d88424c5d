#pragma once

#include "fram-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/** FRAM_NOON: where a day is split, minutes since midnight (DATA.md, "mark": part 1 before, 2 after noon). */
#define FRAM_NOON (12 * 60)

/**
 * FramHalfDay:
 * @from: when the plan of the half begins, or %FRAM_TIME_NONE where nothing is planned in it
 * @to: when it ends, likewise
 * @minutes: sum of the slots in it, -1 where nothing is known
 */
typedef struct
{
  int from;
  int to;
  int minutes;
} FramHalfDay;

gboolean fram_half_days_of_plan (const GArray *slots, gint64 enrolment, FramDate day, FramHalfDay halves[2]);

G_END_DECLS
