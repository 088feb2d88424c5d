#include "fram-rule.h"

#include "fram-recurrence.h"

#include <libical/ical.h>

/* A rule of RFC 5545 that goes on otherwise from a day on: another weekday, the same rhythm, and as many days as were left. */

#define NO_DAY ICAL_RECURRENCE_ARRAY_MAX

static gboolean
parse (const char *rrule, struct icalrecurrencetype *rule)
{
  const char *text = rrule;

  if (!fram_recurrence_check (rrule, NULL))
    return FALSE;
  if (g_ascii_strncasecmp (text, "RRULE:", 6) == 0)
    text += 6;
  *rule = icalrecurrencetype_from_string (text);
  return TRUE;
}

static guint
count_days (const struct icalrecurrencetype *rule)
{
  guint n = 0;

  while (n < ICAL_BY_DAY_SIZE && rule->by_day[n] != NO_DAY)
    n++;
  return n;
}

/* By the week, or by weekdays of a month. Of days of the month no weekday can be moved. */
static gboolean
is_movable (const struct icalrecurrencetype *rule)
{
  if (rule->freq == ICAL_WEEKLY_RECURRENCE)
    return TRUE;
  return rule->freq == ICAL_MONTHLY_RECURRENCE && count_days (rule) > 0 && rule->by_month_day[0] == NO_DAY &&
         rule->by_set_pos[0] == NO_DAY;
}

/**
 * fram_rule_moves_weekday:
 * @rrule: a recurrence rule
 *
 * Returns: whether its days are weekdays, so that one can be another
 */
gboolean
fram_rule_moves_weekday (const char *rrule)
{
  struct icalrecurrencetype rule;

  return parse (rrule, &rule) && is_movable (&rule);
}

/* Monday is 1 with us and 2 with libical, Sunday 7 and 1. */
static int
ical_weekday (FramDate day)
{
  return fram_date_get_weekday (day) % 7 + 1;
}

static short
encode (int position, int weekday)
{
  return (short)(position < 0 ? position * 8 - weekday : position * 8 + weekday);
}

/* Returns: whether the day is in the rule and the other one is not yet */
static gboolean
move_day (struct icalrecurrencetype *rule, FramDate day, FramDate to)
{
  guint n = count_days (rule);
  gboolean moved = FALSE;

  for (guint i = 0; i < n; i++)
    {
      int weekday = icalrecurrencetype_day_day_of_week (rule->by_day[i]);

      if (weekday == ical_weekday (to))
        return FALSE;
      if (weekday != ical_weekday (day))
        continue;
      rule->by_day[i] = encode (icalrecurrencetype_day_position (rule->by_day[i]), ical_weekday (to));
      moved = TRUE;
    }
  if (n > 0)
    return moved;
  rule->by_day[0] = encode (0, ical_weekday (to));
  rule->by_day[1] = NO_DAY;
  return TRUE;
}

/* So that none of the days at the end is lost to a date that was the old weekday's. */
static void
move_end (struct icalrecurrencetype *rule, int later)
{
  FramDate until;

  if (icaltime_is_null_time (rule->until) || later <= 0)
    return;
  until = fram_date_new (rule->until.year, rule->until.month, rule->until.day) + later;
  fram_date_get_ymd (until, &rule->until.year, &rule->until.month, &rule->until.day);
}

static char *
to_text (struct icalrecurrencetype *rule)
{
  char *text = icalrecurrencetype_as_string_r (rule);
  char *copy = g_strdup (text);

  icalmemory_free_buffer (text);
  return copy;
}

/* By the month the day that takes the place of the old one is at most six days from it. */
static FramDate
start_of (const char *rrule, const struct icalrecurrencetype *rule, FramDate day, FramDate to)
{
  FramDate month = fram_date_first_of_month (day);
  g_autoptr (GArray) days = NULL;

  if (rule->freq == ICAL_WEEKLY_RECURRENCE)
    return MIN (day, to);
  days = fram_recurrence_expand (rrule, month, MAX (month, day - 6), day, NULL);
  return days != NULL && days->len > 0 ? g_array_index (days, FramDate, 0) : day;
}

/**
 * fram_rule_move:
 * @rrule: a recurrence rule
 * @first: the day it is counted from
 * @day: one of its days
 * @to: a day of the same week; its weekday counts
 * @from: (out): the day the new rule is counted from, @day or a few days before it
 *
 * The rule from that week on with another weekday: the rhythm of every second week stays, of a number of days as many are
 * left as were left, and where several weekdays are in it the others stay.
 *
 * Returns: (transfer full) (nullable): the rule; %NULL where it has no weekdays, or meets on the other one already
 */
char *
fram_rule_move (const char *rrule, FramDate first, FramDate day, FramDate to, FramDate *from)
{
  struct icalrecurrencetype rule;
  g_autofree char *text = NULL;

  if (!parse (rrule, &rule) || !is_movable (&rule) || !move_day (&rule, day, to))
    return NULL;
  move_end (&rule, to - day);
  text = to_text (&rule);
  *from = start_of (text, &rule, day, to);
  if (rule.count <= 0)
    return g_steal_pointer (&text);
  rule.count = MAX (rule.count - fram_rule_count_before (rrule, first, *from), 1);
  return to_text (&rule);
}

/**
 * fram_rule_count_before:
 * @rrule: a recurrence rule
 * @first: the day it is counted from
 * @day: a day
 *
 * Returns: how many days it has before @day
 */
int
fram_rule_count_before (const char *rrule, FramDate first, FramDate day)
{
  g_autoptr (GArray) days = day > first ? fram_recurrence_expand (rrule, first, first, day - 1, NULL) : NULL;

  return days != NULL ? (int)days->len : 0;
}
