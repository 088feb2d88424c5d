#pragma once

#include "fram-day.h"

G_BEGIN_DECLS

/**
 * FramIcsDay:
 * @from: first day
 * @to: last day
 * @name: what it is called
 *
 * A day or a stretch of whole days in a calendar.
 */
typedef struct
{
  FramDate from;
  FramDate to;
  char *name;
} FramIcsDay;

/**
 * FramIcsDays:
 * @days: (element-type FramIcsDay): by day
 * @timed: how many events had a time of day and are no days off
 * @unreadable: how many events had no day that could be read
 * @cancelled: how many events were called off
 *
 * The whole days of a calendar file.
 */
typedef struct
{
  GArray *days;
  guint timed;
  guint unreadable;
  guint cancelled;
} FramIcsDays;

void fram_ics_days_free (FramIcsDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramIcsDays, fram_ics_days_free)

FramIcsDays *fram_ics_days_from_text (const char *text, gsize length, FramDate from, FramDate to, GError **error);

G_END_DECLS
