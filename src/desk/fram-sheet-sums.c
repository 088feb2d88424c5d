#include "fram-sheet-private.h"

#include "fram-streak.h"

#include <glib/gi18n-lib.h>

/* Counts what stands in a sheet, and looks for absences in a row. */

/* A day in two halves is one session: unmarked until both are marked, then by the half that counts most, present before
 * absent. */
const FramStatus *
fram_sheet_cell_get_status (const FramSheetCell *cell)
{
  const FramStatus *first = cell->marks[0].status, *second = cell->marks[1].status;

  if (!cell->is_split)
    return first;
  if (first == NULL || second == NULL)
    return NULL;
  return second->counts < first->counts ? second : first;
}

/* One more session in order of time. Leave and other appointments neither break a streak nor count in it. */
static guint
step_streak (FramSheetRow *row, const FramStatus *status, FramDate day)
{
  if (status == NULL || status->counts == FRAM_COUNTS_NEITHER)
    return 0;
  if (g_strcmp0 (status->code, "absent_unnotified") != 0)
    {
      row->unnotified_in_a_row = 0;
      g_array_set_size (row->streak_days, 0);
      return 0;
    }
  g_array_append_val (row->streak_days, day);
  return ++row->unnotified_in_a_row;
}

/* The sessions before the sheet's first day: they lie by person, newest first. */
static void
count_before (const FramSheetSources *s, FramSheetRow *row)
{
  FramSheetCell session = { 0 };

  for (guint i = s->before->len; i > 0; i--)
    {
      const FramStoredMark *mark = g_ptr_array_index (s->before, i - 1);
      const FramStoredMark *later = i > 1 ? g_ptr_array_index (s->before, i - 2) : NULL;

      if (mark->enrolment != row->enrolment_row)
        continue;
      session.is_split = session.marks[0].status != NULL;
      session.marks[session.is_split].status = fram_desk_status_of_row (s->desk, mark->status);
      if (later != NULL && later->enrolment == mark->enrolment && later->day == mark->day)
        continue;
      step_streak (row, fram_sheet_cell_get_status (&session), mark->day);
      session = (FramSheetCell){ 0 };
    }
}

static void
count_streak (const FramSheetSources *s, const FramSheet *sheet, FramSheetRow *row)
{
  row->streak_days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  count_before (s, row);
  for (guint d = 0; d < sheet->days->len; d++)
    row->cells[d].unnotified_in_a_row = step_streak (row, fram_sheet_cell_get_status (&row->cells[d]),
                                                     g_array_index (sheet->days, FramSheetDay, d).day);
  row->streak_alert = fram_streak_is_alert (s->alerts, row->unnotified_in_a_row);
}

static void
count_session (FramSheetSums *sums, FramDesk *desk, const FramSheetCell *cell, gboolean to_come)
{
  const FramStatus *status = fram_sheet_cell_get_status (cell);
  gboolean any = cell->marks[0].status != NULL || cell->marks[1].status != NULL;

  if (to_come && !any)
    sums->to_come += cell->planned_status == NULL;
  else
    fram_attendance_totals_add (&sums->counts, (const FramStatus *)(gconstpointer)desk->statuses->data,
                                desk->statuses->len, status != NULL ? status->row : 0);
}

static void
count_cell (FramSheetSums *sums, FramDesk *desk, const FramSheetCell *cell, gboolean to_come)
{
  if (cell->kind != FRAM_CELL_PLANNED && cell->kind != FRAM_CELL_VISITOR)
    return;
  count_session (sums, desk, cell, to_come);
  sums->plan_minutes += MAX (cell->planned_minutes, 0);
  for (guint half = 0; half < (cell->is_split ? 2 : 1); half++)
    {
      const FramSheetMark *mark = &cell->marks[half];

      if (mark->status == NULL)
        continue;
      sums->planned_minutes += MAX (cell->is_split ? mark->planned_minutes : cell->planned_minutes, 0);
      sums->attended_minutes += MAX (mark->attended_minutes, 0);
    }
}

static void
count_row (FramDesk *desk, FramSheet *sheet, FramSheetRow *row)
{
  for (guint d = 0; d < sheet->days->len; d++)
    {
      FramSheetDay *day = &g_array_index (sheet->days, FramSheetDay, d);
      gboolean to_come = day->day > sheet->today;

      count_cell (&row->sums, desk, &row->cells[d], to_come);
      count_cell (&day->sums, desk, &row->cells[d], to_come);
      count_cell (&sheet->sums, desk, &row->cells[d], to_come);
    }
}

void
fram_sheet_count (const FramSheetSources *s, FramSheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      FramSheetRow *row = g_ptr_array_index (sheet->rows, i);

      if (row->is_bare)
        continue;
      count_streak (s, sheet, row);
      count_row (s->desk, sheet, row);
    }
}

/**
 * fram_sheet_left_out:
 * @sums: sums of a person, a day or everybody
 *
 * What is said right beside a rate: that the unmarked are not in it (FIELD.md, "Attendance").
 *
 * Returns: (transfer full) (nullable): "2 unmarked, not counted", or %NULL where nothing is left out
 */
char *
fram_sheet_left_out (const FramSheetSums *sums)
{
  int n = sums->counts.unmarked;

  if (n == 0)
    return NULL;
  /* Translators: stands beside a percentage: so many sessions have no mark and are not part of it */
  return g_strdup_printf (ngettext ("%d unmarked, not counted", "%d unmarked, not counted", (gulong)n), n);
}

/**
 * fram_sheet_rate_text:
 * @per_mille: a rate, -1 for none
 *
 * Returns: (transfer full): "67 %", "–" where nothing is counted
 */
char *
fram_sheet_rate_text (int per_mille)
{
  /* Translators: a percentage; between the figure and the sign stands a narrow space */
  return per_mille < 0 ? g_strdup ("–") : g_strdup_printf (C_ ("rate", "%d %%"), (per_mille + 5) / 10);
}

/**
 * fram_sheet_rates_words:
 * @sums: sums
 *
 * Returns: (transfer full): the rates in a sentence with what they are counted from and what is left out
 */
char *
fram_sheet_rates_words (const FramSheetSums *sums)
{
  const FramAttendanceTotals *c = &sums->counts;
  g_autofree char *attended = fram_sheet_rate_text (fram_attendance_rate_attended (c));
  g_autofree char *notice = fram_sheet_rate_text (fram_attendance_rate_attended_or_notice (c));
  g_autofree char *left_out = fram_sheet_left_out (sums);
  int n = c->attended + c->absent;
  GString *words;

  if (n == 0)
    return left_out != NULL ? g_steal_pointer (&left_out) : g_strdup (_ ("Nothing is counted yet."));
  words = g_string_new (NULL);
  /* Translators: a percentage; how many sessions of how many; a percentage; how many */
  g_string_append_printf (words, _ ("Attended %1$s (%2$d of %3$d). Attended or gave notice %4$s (%5$d)."), attended,
                          c->attended, n, notice, c->attended + c->gave_notice);
  if (c->neither > 0)
    g_string_append_printf (words,
                            ngettext (" %d on leave or elsewhere, not counted.",
                                      " %d on leave or elsewhere, not counted.", (gulong)c->neither),
                            c->neither);
  if (left_out != NULL)
    g_string_append_printf (words, " %s.", left_out);
  return g_string_free (words, FALSE);
}
