#include "fram-streak.h"

/**
 * fram_streak_unnotified:
 * @marks: (array length=n_marks): a person's marks, newest first
 * @n_marks: how many
 *
 * At the third in a row the roster offers to tell the case worker (UX.md, "Roster"). Leave and other appointments neither
 * break a streak nor count in it.
 *
 * Returns: how many unnotified absences there are in a row up to the newest mark
 */
guint
fram_streak_unnotified (const FramStreakMark *marks, guint n_marks)
{
  guint streak = 0;

  for (guint i = 0; i < n_marks; i++)
    {
      if (marks[i].counts == FRAM_COUNTS_NEITHER)
        continue;
      if (g_strcmp0 (marks[i].status, "absent_unnotified") != 0)
        break;
      streak++;
    }
  return streak;
}

/**
 * fram_streak_absent_before:
 * @marks: (array length=n_marks): a person's marks, newest first
 * @n_marks: how many
 *
 * Returns: how many absences in a row, of whatever kind, came just before the newest mark; 0 unless that one is present
 */
guint
fram_streak_absent_before (const FramStreakMark *marks, guint n_marks)
{
  guint absences = 0;

  if (n_marks == 0 || marks[0].counts != FRAM_COUNTS_PRESENT)
    return 0;
  for (guint i = 1; i < n_marks && marks[i].counts != FRAM_COUNTS_PRESENT; i++)
    absences += marks[i].counts == FRAM_COUNTS_ABSENT;
  return absences;
}

/**
 * fram_streak_is_return:
 * @marks: (array length=n_marks): a person's marks, newest first
 * @n_marks: how many
 *
 * Returns: whether the newest mark is a return after absence, where the row says "Welcome back" (UX.md)
 */
gboolean
fram_streak_is_return (const FramStreakMark *marks, guint n_marks)
{
  return fram_streak_absent_before (marks, n_marks) > 0;
}
