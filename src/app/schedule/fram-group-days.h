#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramGroupDays:
 * @weekdays: bits of the weekdays, Monday is the lowest
 * @every: each so manieth week
 *
 * The days of a group as a form shows them.
 */
typedef struct
{
  guint weekdays;
  int every;
} FramGroupDays;

gboolean fram_group_days_parse (const char *rrule, FramGroupDays *self);
char *fram_group_days_format (const FramGroupDays *self);
char *fram_group_days_to_words (const char *rrule);

G_END_DECLS
