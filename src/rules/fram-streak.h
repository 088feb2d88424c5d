#pragma once

#include "fram-status.h"

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramStreakMark:
 * @day: the date
 * @status: code of the attendance status, `present` …
 * @counts: how the status counts
 *
 * One mark of a person's history.
 */
typedef struct
{
  FramDate day;
  const char *status;
  FramCounts counts;
} FramStreakMark;

guint fram_streak_unnotified (const FramStreakMark *marks, guint n_marks);
guint fram_streak_absent_before (const FramStreakMark *marks, guint n_marks);
gboolean fram_streak_is_return (const FramStreakMark *marks, guint n_marks);
GArray *fram_streak_alerts (const char *setting);
gboolean fram_streak_is_shown (const GArray *alerts, guint in_a_row);
gboolean fram_streak_is_alert (const GArray *alerts, guint in_a_row);
guint fram_streak_longest_alert (const GArray *alerts);

G_END_DECLS
