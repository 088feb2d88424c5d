#pragma once

#include "fram-slot.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramWeekHours:
 *
 * A row per weekday with a check and two times of day, and the sum of the week in the heading: the hours of a plan or
 * of a workshop. A row that is not right says so at once.
 *
 * Properties: `last-weekday` (5 or 7), construct only. Signals: `changed`, with each letter; `chosen`, when a day was
 * switched on or off.
 */
#define FRAM_TYPE_WEEK_HOURS (fram_week_hours_get_type ())
G_DECLARE_FINAL_TYPE (FramWeekHours, fram_week_hours, FRAM, WEEK_HOURS, AdwPreferencesGroup)

void fram_week_hours_set_slots (FramWeekHours *self, const GArray *slots);
GArray *fram_week_hours_read (FramWeekHours *self);
int fram_week_hours_get_minutes (FramWeekHours *self);
const char *fram_week_hours_get_total (FramWeekHours *self);
gboolean fram_week_hours_set_day (FramWeekHours *self, int weekday, gboolean on, const char *from, const char *to);
const char *fram_week_hours_get_trouble (FramWeekHours *self, int weekday);

/* "7.5 h", with the person's decimal sign. */

G_END_DECLS
