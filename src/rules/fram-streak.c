#include "fram-streak.h"

#include "fram-text.h"

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

#define LONGEST 60

/**
 * fram_streak_alerts:
 * @setting: (nullable): the programme's setting `streak_alerts`, "2;3;5"; what is no number from 1 to 60 is passed over
 *
 * At which numbers of unnotified absences in a row the roster asks for something to be done (FIELD.md, "Attendance": alert
 * on 2, 3, N in a row).
 *
 * Returns: (transfer full) (element-type guint): the numbers; 2, 3 and 5 where the programme says nothing
 */
GArray *
fram_streak_alerts (const char *setting)
{
  GArray *alerts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) words = g_strsplit (setting != NULL ? setting : "2;3;5", ";", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 number = 0;
      guint length;

      if (!fram_int_parse (g_strstrip (words[i]), &number) || number < 1 || number > LONGEST)
        continue;
      length = (guint)number;
      g_array_append_val (alerts, length);
    }
  return alerts;
}

gboolean
fram_streak_is_alert (const GArray *alerts, guint in_a_row)
{
  for (guint i = 0; i < alerts->len; i++)
    if (g_array_index (alerts, guint, i) == in_a_row)
      return TRUE;
  return FALSE;
}

/**
 * fram_streak_is_shown:
 * @alerts: see fram_streak_alerts()
 * @in_a_row: unnotified absences in a row
 *
 * Between two lengths that alert, four where those are 2, 3 and 5, a streak is told all the same: it is not over.
 *
 * Returns: whether it is at least as long as the shortest that alerts
 */
gboolean
fram_streak_is_shown (const GArray *alerts, guint in_a_row)
{
  for (guint i = 0; i < alerts->len; i++)
    if (g_array_index (alerts, guint, i) <= in_a_row)
      return TRUE;
  return FALSE;
}

guint
fram_streak_longest_alert (const GArray *alerts)
{
  guint longest = 0;

  for (guint i = 0; i < alerts->len; i++)
    longest = MAX (longest, g_array_index (alerts, guint, i));
  return longest;
}
