#include "fram-sheet-words.h"

#include "fram-clock.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What a sheet says: in its cells, in tooltips, and to those who listen. */

/**
 * fram_sheet_clock_hours:
 * @minutes: minutes
 *
 * Returns: (transfer full): "3", "1:50": hours as people say them, not decimals
 */
char *
fram_sheet_clock_hours (int minutes)
{
  return minutes % 60 == 0 ? g_strdup_printf ("%d", minutes / 60)
                           : g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

/**
 * fram_sheet_rates_text:
 * @sums: sums
 *
 * Returns: (transfer full): "67 % · 83 %": attended, and attended or gave notice
 */
char *
fram_sheet_rates_text (const FramSheetSums *sums)
{
  g_autofree char *attended = fram_sheet_rate_text (fram_attendance_rate_attended (&sums->counts));
  g_autofree char *notice = fram_sheet_rate_text (fram_attendance_rate_attended_or_notice (&sums->counts));

  return sums->counts.attended + sums->counts.absent > 0 ? g_strdup_printf ("%s · %s", attended, notice)
                                                         : g_strdup ("–");
}

char *
fram_sheet_hours_words (const FramSheetSums *sums)
{
  g_autofree char *done = fram_sheet_clock_hours (sums->attended_minutes);
  g_autofree char *planned = fram_sheet_clock_hours (sums->planned_minutes);
  g_autofree char *all = fram_sheet_clock_hours (sums->plan_minutes);

  /* Translators: hours done, hours planned of the sessions that are marked, hours planned in all */
  return g_strdup_printf (
      _ ("%1$s h done of %2$s h planned in the sessions that are marked; %3$s h in the whole plan."), done, planned,
      all);
}

static gboolean
is_late (const FramSheetMark *mark)
{
  return mark->status != NULL && fram_status_is_late (mark->status) && mark->minutes_late >= 0;
}

/**
 * fram_sheet_cell_text:
 * @cell: a cell
 *
 * Returns: (transfer full): what stands beside the mark: "10 min late", "planned", "09–12"
 */
char *
fram_sheet_cell_text (const FramSheetCell *cell)
{
  if (!cell->is_split && is_late (&cell->marks[0]))
    /* Translators: stands in a cell of the week: minutes late, as short as can be */
    return g_strdup_printf (C_ ("cell", "%d min late"), cell->marks[0].minutes_late);
  if (cell->planned_status != NULL)
    return g_strdup (C_ ("cell", "planned"));
  if (cell->planned_from != FRAM_TIME_NONE)
    return fram_time_range_to_text (cell->planned_from, cell->planned_to);
  if (cell->marks[0].attended_minutes > 0)
    {
      g_autofree char *hours = fram_sheet_clock_hours (cell->marks[0].attended_minutes);

      /* Translators: stands in a cell of the week: hours attended */
      return g_strdup_printf (C_ ("cell", "%s h"), hours);
    }
  return g_strdup ("");
}

static char *
mark_words (const FramSheetMark *mark)
{
  g_autofree char *name = NULL;

  if (mark->status == NULL)
    return g_strdup (C_ ("attendance in a sentence", "unmarked"));
  name = g_utf8_strdown (fram_status_get_name (mark->status), -1);
  if (is_late (mark))
    return g_strdup_printf (ngettext ("%1$s %2$d minute", "%1$s %2$d minutes", mark->minutes_late), name,
                            mark->minutes_late);
  return g_steal_pointer (&name);
}

static char *
told_words (const FramSheetCell *cell)
{
  g_autofree char *name = g_utf8_strdown (fram_status_get_name (cell->planned_status), -1);

  /* Translators: a status that was told beforehand: "sick is planned" */
  return g_strdup_printf (C_ ("cell in words", "%s is planned"), name);
}

/* "present, planned 09–12" */
static char *
state_words (const FramSheetCell *cell)
{
  g_autofree char *first = NULL, *second = NULL;

  if (cell->kind == FRAM_CELL_NONE)
    return g_strdup (C_ ("cell in words", "not placed here"));
  if (cell->kind == FRAM_CELL_UNPLANNED)
    return g_strdup (C_ ("cell in words", "nothing planned"));
  if (cell->planned_status != NULL)
    return told_words (cell);
  first = mark_words (&cell->marks[0]);
  if (!cell->is_split)
    return g_steal_pointer (&first);
  second = mark_words (&cell->marks[1]);
  /* Translators: the marks of a day in two halves */
  return g_strdup_printf (C_ ("cell in words", "before noon %1$s, after noon %2$s"), first, second);
}

/**
 * fram_sheet_cell_to_words:
 * @row: a person
 * @cell: the day of the person
 * @day: which day
 *
 * Returns: (transfer full): the cell for those who listen: "Amina Hassan, Tue 10 November, present, planned 09–12"
 */
char *
fram_sheet_cell_to_words (const FramSheetRow *row, const FramSheetCell *cell, const FramSheetDay *day)
{
  g_autofree char *date = fram_date_to_short_words (day->day);
  g_autofree char *state = NULL;
  GString *words = g_string_new (row->name);

  g_string_append_printf (words, ", %s", date);
  if (row->is_bare || cell == NULL)
    {
      g_string_append_printf (words, ", %s", C_ ("badge in a sentence", "you are not named for this person"));
      return g_string_free (words, FALSE);
    }
  if (day->note != NULL)
    g_string_append_printf (words, ", %s", day->note);
  state = state_words (cell);
  g_string_append_printf (words, ", %s", state);
  if (cell->planned_from != FRAM_TIME_NONE)
    {
      g_autofree char *plan = fram_time_range_to_text (cell->planned_from, cell->planned_to);

      g_string_append_printf (words, C_ ("row", ", planned %s"), plan);
    }
  return g_string_free (words, FALSE);
}

static void
append_author (GString *text, const FramSheetMark *mark)
{
  g_autofree char *day = NULL, *time = NULL;

  if (mark->marked_by == NULL)
    return;
  day = fram_date_to_short_words (fram_instant_get_date (mark->marked_at));
  time = fram_time_to_words (fram_instant_get_minute (mark->marked_at));
  /* Translators: a status; who marked it, on what day and at what time */
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("%1$s. Marked by %2$s on %3$s at %4$s."), fram_status_get_name (mark->status),
                          mark->marked_by, day, time);
  if (mark->reason != NULL)
    g_string_append_printf (text, "\n%s", mark->reason);
  if (mark->note != NULL)
    g_string_append_printf (text, "\n%s", mark->note);
}

/**
 * fram_sheet_cell_to_tooltip:
 * @row: a person
 * @cell: the day of the person
 * @day: which day
 *
 * Returns: (transfer full): the same with who marked it and when
 */
char *
fram_sheet_cell_to_tooltip (const FramSheetRow *row, const FramSheetCell *cell, const FramSheetDay *day)
{
  g_autofree char *words = fram_sheet_cell_to_words (row, cell, day);
  GString *text = g_string_new (words);

  for (guint i = 0; cell != NULL && i < G_N_ELEMENTS (cell->marks); i++)
    if (cell->marks[i].status != NULL)
      append_author (text, &cell->marks[i]);
  return g_string_free (text, FALSE);
}

/**
 * fram_sheet_streak_words:
 * @row: a person
 *
 * Returns: (transfer full): "3 unnotified absences in a row: Mon 9 November, …"
 */
char *
fram_sheet_streak_words (const FramSheetRow *row)
{
  GString *days = g_string_new (NULL);
  char *words;

  for (guint i = 0; row->streak_days != NULL && i < row->streak_days->len; i++)
    {
      g_autofree char *day = fram_date_to_short_words (g_array_index (row->streak_days, FramDate, i));

      g_string_append_printf (days, "%s%s", i > 0 ? ", " : "", day);
    }
  /* Translators: how many, and their days */
  words = g_strdup_printf (
      ngettext ("%1$u unnotified absence: %2$s.", "%1$u unnotified absences in a row: %2$s.", row->unnotified_in_a_row),
      row->unnotified_in_a_row, days->str);
  g_string_free (days, TRUE);
  return words;
}

static void
append_cell (GString *words, const FramSheetCell *cell, const FramSheetDay *day)
{
  g_autofree char *date = NULL, *state = NULL;

  if (cell->kind == FRAM_CELL_NONE || cell->kind == FRAM_CELL_UNPLANNED)
    return;
  date = fram_date_to_short_words (day->day);
  state = state_words (cell);
  g_string_append_printf (words, "; %s %s", date, state);
}

/**
 * fram_sheet_row_to_words:
 * @sheet: a sheet
 * @row: one of its people
 *
 * Returns: (transfer full): the person's days, hours and rates for those who listen
 */
char *
fram_sheet_row_to_words (const FramSheet *sheet, const FramSheetRow *row)
{
  GString *words = g_string_new (row->name);
  g_autofree char *rates = NULL;

  if (row->is_bare)
    {
      g_string_append_printf (words, ", %s", C_ ("badge in a sentence", "you are not named for this person"));
      return g_string_free (words, FALSE);
    }
  if (row->is_protected)
    g_string_append_printf (words, ", %s", C_ ("badge in a sentence", "protected"));
  for (guint i = 0; i < sheet->days->len; i++)
    append_cell (words, &row->cells[i], &g_array_index (sheet->days, FramSheetDay, i));
  if (row->unnotified_in_a_row > 1)
    {
      g_autofree char *streak = fram_sheet_streak_words (row);

      g_string_append_printf (words, ". %s", streak);
    }
  rates = fram_sheet_rates_words (&row->sums);
  g_string_append_printf (words, " %s", rates);
  return g_string_free (words, FALSE);
}

/**
 * fram_sheet_here_text:
 * @sheet: a sheet
 * @day: one of its days
 * @is_short: as figures only
 *
 * Returns: (transfer full): "7 of 9 here · 2 left"; "10 expected" of a day to come; empty where nobody is expected
 */
char *
fram_sheet_here_text (const FramSheet *sheet, const FramSheetDay *day, gboolean is_short)
{
  const FramAttendanceTotals *c = &day->sums.counts;
  g_autofree char *here = NULL;

  if (day->day > sheet->today && c->expected == 0)
    return day->sums.to_come == 0 ? g_strdup ("")
           : is_short             ? g_strdup_printf ("%d", day->sums.to_come)
                      /* Translators: so many people are expected on a day to come */
                      : g_strdup_printf (C_ ("sheet", "%d expected"), day->sums.to_come);
  if (c->expected == 0)
    return g_strdup ("");
  if (is_short)
    return g_strdup_printf ("%d/%d", c->attended, c->expected);
  /* Translators: so many of those expected were here */
  here = g_strdup_printf (C_ ("sheet", "%1$d of %2$d here"), c->attended, c->expected);
  if (c->unmarked == 0)
    return g_steal_pointer (&here);
  /* Translators: the sentence before, and how many are not marked yet: "7 of 9 here · 2 left" */
  return g_strdup_printf (C_ ("sheet", "%1$s · %2$d left"), here, c->unmarked);
}

/**
 * fram_sheet_day_to_words:
 * @sheet: a sheet
 * @day: one of its days
 *
 * Returns: (transfer full): the day with its hours, why it is off, and who was there
 */
char *
fram_sheet_day_to_words (const FramSheet *sheet, const FramSheetDay *day)
{
  g_autofree char *date = fram_date_to_words (day->day);
  g_autofree char *hours = fram_time_range_to_text (day->opens, day->closes);
  g_autofree char *here = fram_sheet_here_text (sheet, day, FALSE);
  GString *words = g_string_new (date);

  if (day->note != NULL)
    g_string_append_printf (words, "\n%s", day->note);
  if (!day->is_off && hours[0] != '\0')
    g_string_append_printf (words, "\n%s", hours);
  if (here[0] != '\0')
    g_string_append_printf (words, "\n%s", here);
  return g_string_free (words, FALSE);
}

/**
 * fram_sheet_closed_words:
 * @week: a week that is closed
 *
 * Returns: (transfer full): "Week 46 was closed by Örjan Kadhim on Fri 13 November at 15:02."
 */
char *
fram_sheet_closed_words (const FramSheetWeek *week)
{
  g_autofree char *day = fram_date_to_short_words (fram_instant_get_date (week->closed_at));
  g_autofree char *time = fram_time_to_words (fram_instant_get_minute (week->closed_at));

  /* Translators: the number of a week; who closed it, on what day and at what time */
  return g_strdup_printf (_ ("Week %1$d was closed by %2$s on %3$s at %4$s. Its marks stand."),
                          fram_date_get_iso_week (week->monday, NULL), week->closed_by, day, time);
}

/**
 * fram_sheet_days_text:
 * @from: first day
 * @to: last day
 *
 * Returns: (transfer full): "9–13 November 2026", "30 November – 4 December 2026"
 */
char *
fram_sheet_days_text (FramDate from, FramDate to)
{
  return fram_date_range_to_text (from, to);
}
