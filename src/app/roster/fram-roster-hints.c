#include "fram-roster-hints.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

#define NOON (12 * 60)

/* What a leader must know of a person on this day, in words on chips and badges: never a colour or a sign alone, and never a
 * judgement (UX.md, "Roster" and "Made for tired hands"). */

/**
 * fram_roster_hints_add_badges:
 * @chips: where the name stands
 * @row: a row
 *
 * What belongs to the name.
 */
void
fram_roster_hints_add_badges (FramChips *chips, const FramRosterRow *row)
{
  gboolean bare = row->kind == FRAM_ROSTER_BARE;

  if (row->part != 0)
    fram_chips_add (chips, FRAM_CHIP_PLAIN, NULL,
                    row->part == 1 ? C_ ("badge", "Before noon") : C_ ("badge", "After noon"));
  if (row->first_day)
    fram_chips_add (chips, FRAM_CHIP_INFO, NULL,
                    row->of_group ? C_ ("badge", "New in the group") : C_ ("badge", "First day"));
  if (row->last_day_here)
    fram_chips_add (chips, FRAM_CHIP_INFO, NULL, C_ ("badge", "Last day"));
  if (row->hours_changed)
    fram_chips_add (chips, FRAM_CHIP_INFO, NULL, C_ ("badge", "New hours"));
  if (row->kind == FRAM_ROSTER_VISITOR)
    fram_chips_add (chips, FRAM_CHIP_PLAIN, NULL, C_ ("badge", "Not planned"));
  if (row->is_protected)
    fram_chips_add (chips, FRAM_CHIP_PLAIN, "changes-prevent-symbolic",
                    bare ? C_ ("badge", "You are not named for this person") : C_ ("badge", "Protected"));
}

/**
 * fram_roster_hints_told:
 * @row: a row
 * @day: the day in view
 *
 * Returns: (transfer full) (nullable): "Told beforehand: sick until Fri 13 November", or %NULL
 */
char *
fram_roster_hints_told (const FramRosterRow *row, FramDate day)
{
  g_autofree char *name = NULL, *until = NULL, *times = NULL;

  if (row->planned_status == NULL)
    return NULL;
  name = g_utf8_strdown (fram_status_get_name (row->planned_status), -1);
  if (row->away_from != FRAM_TIME_NONE || row->away_to != FRAM_TIME_NONE)
    {
      times = fram_time_range_to_text (row->away_from, row->away_to);
      /* Translators: a status and times: "Told beforehand: other appointment 13–15" */
      return g_strdup_printf (_ ("Told beforehand: %1$s %2$s"), name, times);
    }
  if (row->planned_until == FRAM_DATE_NONE || row->planned_until <= day)
    return g_strdup_printf (_ ("Told beforehand: %s"), name);
  until = fram_date_to_short_words (row->planned_until);
  /* Translators: a status and its last day: "Told beforehand: sick until Fri 13 November" */
  return g_strdup_printf (_ ("Told beforehand: %1$s until %2$s"), name, until);
}

/**
 * fram_roster_hints_streak:
 * @row: a row
 *
 * Returns: (transfer full): "3 unnotified in a row"
 */
char *
fram_roster_hints_streak (const FramRosterRow *row)
{
  guint n = row->unnotified_in_a_row;

  /* Translators: a person stayed away without a word, so many times one after the other */
  return g_strdup_printf (ngettext ("%u unnotified in a row", "%u unnotified in a row", n), n);
}

/**
 * fram_roster_hints_may_tell:
 * @row: a row
 *
 * Returns: whether the case worker is to be told of unnotified absences in a row, and does not know yet
 */
gboolean
fram_roster_hints_may_tell (const FramRosterRow *row)
{
  return row->streak_alert && !row->asked && row->kind != FRAM_ROSTER_BARE;
}

/**
 * fram_roster_hints_may_split:
 * @row: a row
 *
 * Returns: whether the day has time on both sides of noon, or is split already
 */
gboolean
fram_roster_hints_may_split (const FramRosterRow *row)
{
  if (row->part != 0 || (row->kind != FRAM_ROSTER_PLANNED && row->kind != FRAM_ROSTER_VISITOR))
    return row->part != 0;
  return row->planned_from == FRAM_TIME_NONE || (row->planned_from < NOON && row->planned_to > NOON);
}

static void
add_days (FramChips *chips, const FramRosterRow *row)
{
  g_autofree char *day = NULL, *text = NULL;

  for (char **line = row->first_day ? row->first_day_card : NULL; line != NULL && *line != NULL; line++)
    fram_chips_add (chips, FRAM_CHIP_INFO, "user-available-symbolic", *line);
  if (row->stay_ends == FRAM_DATE_NONE || row->last_day_here)
    return;
  day = fram_date_to_short_words (row->stay_ends);
  /* Translators: a badge: the last day of a person in this workshop */
  text = g_strdup_printf (_ ("Last day %s"), day);
  fram_chips_add (chips, FRAM_CHIP_INFO, NULL, text);
}

/* Another appointment is told by its times, never by which it is. */
static void
add_times (FramChips *chips, const FramRosterRow *row, FramDate day)
{
  g_autofree char *told = row->status == NULL ? fram_roster_hints_told (row, day) : NULL;
  g_autofree char *times = NULL, *text = NULL;

  if (told != NULL)
    fram_chips_add (chips, FRAM_CHIP_INFO, "x-office-calendar-symbolic", told);
  if (row->other_from == FRAM_TIME_NONE)
    return;
  times = fram_time_range_to_text (row->other_from, row->other_to);
  /* Translators: a badge: times of another appointment of the day */
  text = g_strdup_printf (_ ("Other appointment %s"), times);
  fram_chips_add (chips, FRAM_CHIP_INFO, "x-office-calendar-symbolic", text);
}

/* Who has been away is welcomed; that a mark of absence was written this day too takes the word back. */
static void
add_return (FramChips *chips, const FramRosterRow *row)
{
  gboolean here = row->status != NULL && row->status->counts == FRAM_COUNTS_PRESENT;

  if (row->returns && row->planned_status == NULL && (here || (row->status == NULL && !row->streak_shown)))
    fram_chips_add (chips, FRAM_CHIP_INFO, "face-smile-symbolic", C_ ("badge", "Welcome back"));
}

static void
add_streak (FramChips *chips, const FramRosterRow *row)
{
  g_autofree char *text = NULL;

  if (row->streak_shown)
    {
      text = fram_roster_hints_streak (row);
      fram_chips_add (chips, row->unnotified_in_a_row < 3 ? FRAM_CHIP_WARNING : FRAM_CHIP_ERROR,
                      "dialog-warning-symbolic", text);
    }
  if (row->asked)
    fram_chips_add (chips, FRAM_CHIP_INFO, "emblem-ok-symbolic", C_ ("badge", "The case worker is told"));
}

static void
add_text (FramChips *chips, const char *icon, const char *text)
{
  if (text != NULL && text[0] != '\0')
    fram_chips_add (chips, FRAM_CHIP_PLAIN, icon, text);
}

/* "09.20–11": when the person was really here, where that is recorded. */
static void
add_presence (FramChips *chips, const FramRosterRow *row)
{
  g_autofree char *came = NULL, *left = NULL, *text = NULL;

  if (row->came == FRAM_TIME_NONE && row->left == FRAM_TIME_NONE)
    return;
  came = fram_time_to_words (row->came);
  left = fram_time_to_words (row->left);
  if (row->left == FRAM_TIME_NONE)
    /* Translators: a time of day */
    text = g_strdup_printf (_ ("Came %s"), came);
  else if (row->came == FRAM_TIME_NONE)
    /* Translators: a time of day */
    text = g_strdup_printf (_ ("Left %s"), left);
  else
    /* Translators: two times of day */
    text = g_strdup_printf (_ ("Came %1$s, left %2$s"), came, left);
  add_text (chips, "preferences-system-time-symbolic", text);
}

/* What to do, with a sign before the first line. */
static void
add_lines (FramChips *chips, const FramRosterRow *row)
{
  for (char **line = row->instructions; line != NULL && *line != NULL; line++)
    fram_chips_add (chips, FRAM_CHIP_LINE, line == row->instructions ? "view-list-symbolic" : NULL, *line);
}

/* One question at a time, which the buttons of the line answer. */
static void
add_question (FramChips *chips, const FramRosterRow *row)
{
  if (row->questions != NULL && row->questions->len > 0)
    fram_chips_add (chips, FRAM_CHIP_INFO, "dialog-question-symbolic",
                    ((const FramRosterQuestion *)row->questions->pdata[0])->text);
}

/**
 * fram_roster_hints_add_notes:
 * @chips: where notes stand
 * @row: a row
 * @day: the day in view
 * @changed: (nullable): who changed the mark meanwhile: "Changed by Teresa S. 09:14"
 *
 * What is to be known first, then what to do, then what was written.
 */
void
fram_roster_hints_add_notes (FramChips *chips, const FramRosterRow *row, FramDate day, const char *changed)
{
  if (row->kind == FRAM_ROSTER_BARE)
    return;
  if (changed != NULL)
    fram_chips_add (chips, FRAM_CHIP_WARNING, "view-refresh-symbolic", changed);
  add_question (chips, row);
  add_streak (chips, row);
  add_return (chips, row);
  add_times (chips, row, day);
  add_days (chips, row);
  add_lines (chips, row);
  add_presence (chips, row);
  add_text (chips, "applications-engineering-symbolic", row->task);
  add_text (chips, NULL, row->note);
  add_text (chips, NULL, row->reason);
  add_text (chips, NULL, row->training);
}
