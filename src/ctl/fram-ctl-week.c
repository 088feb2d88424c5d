#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-week.h"

#include <glib/gi18n-lib.h>

/* A week or month of a roster: sums and rates per person, and closing a week. */

static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "workshop", NULL, FRAM_TABLE_TEXT },
  { "from", NULL, FRAM_TABLE_TEXT },
  { "to", NULL, FRAM_TABLE_TEXT },
  { "days", N_ ("Days"), FRAM_TABLE_SHOWN },
  { "attended", N_ ("Attended"), FRAM_TABLE_NUMBER },
  { "absent", N_ ("Absent"), FRAM_TABLE_NUMBER },
  { "gave_notice", N_ ("With notice"), FRAM_TABLE_NUMBER },
  { "neither", NULL, FRAM_TABLE_NUMBER },
  { "unmarked", N_ ("Unmarked"), FRAM_TABLE_NUMBER },
  { "hours", N_ ("Hours"), FRAM_TABLE_NUMBER },
  { "planned_hours", N_ ("Planned"), FRAM_TABLE_NUMBER },
  { "attended_percent", N_ ("Attended %"), FRAM_TABLE_NUMBER },
  { "attended_or_notice_percent", N_ ("Or notice %"), FRAM_TABLE_NUMBER },
  { "unnotified_in_a_row", NULL, FRAM_TABLE_NUMBER },
};

/* One letter a day: "PP–U·" */
static char *
days_text (const FramSheet *sheet, const FramSheetRow *row)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; row->cells != NULL && i < sheet->days->len; i++)
    {
      const FramSheetCell *cell = &row->cells[i];
      const FramStatus *status = fram_sheet_cell_get_status (cell);
      gboolean planned = cell->kind == FRAM_CELL_PLANNED || cell->kind == FRAM_CELL_VISITOR;

      if (i > 0 && fram_date_get_weekday (g_array_index (sheet->days, FramSheetDay, i).day) == 1)
        g_string_append_c (out, ' ');
      g_string_append (out, status != NULL ? fram_status_get_letter (status) : planned ? "·" : "–");
    }
  return g_string_free (out, FALSE);
}

static void
add_rate (FramTable *table, int per_mille)
{
  g_autofree char *text = per_mille % 10 == 0 ? g_strdup_printf ("%d", per_mille / 10)
                                              : g_strdup_printf ("%d.%d", per_mille / 10, per_mille % 10);

  fram_table_add (table, per_mille >= 0 ? text : NULL, NULL);
}

static void
add_row (FramTable *table, const FramSheet *sheet, const FramSheetRow *row, const char *workshop)
{
  const FramAttendanceTotals *c = &row->sums.counts;
  g_autofree char *days = days_text (sheet, row);
  const int numbers[] = { c->attended, c->absent, c->gave_notice, c->neither, c->unmarked };

  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->name, NULL);
  fram_table_add (table, workshop, NULL);
  fram_table_add_date (table, sheet->from);
  fram_table_add_date (table, sheet->to);
  fram_table_add (table, NULL, days);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (row->is_bare)
      fram_table_add (table, NULL, NULL);
    else
      fram_table_add_int (table, numbers[i]);
  fram_table_add_hours (table, row->is_bare ? -1 : row->sums.attended_minutes);
  fram_table_add_hours (table, row->is_bare ? -1 : row->sums.planned_minutes);
  add_rate (table, fram_attendance_rate_attended (c));
  add_rate (table, fram_attendance_rate_attended_or_notice (c));
  if (row->is_bare)
    fram_table_add (table, NULL, NULL);
  else
    fram_table_add_int (table, row->unnotified_in_a_row);
}

static void
print_closed (const FramSheet *sheet)
{
  for (guint i = 0; i < sheet->weeks->len; i++)
    {
      const FramSheetWeek *week = &g_array_index (sheet->weeks, FramSheetWeek, i);
      g_autofree char *at = week->closed_by != NULL ? fram_ctl_instant_text (week->closed_at) : NULL;

      if (at != NULL)
        /* Translators: the number of a week, a person's name, a date and time */
        fram_ctl_print (_ ("Week %1$d was closed by %2$s, %3$s.\n"), fram_date_get_iso_week (week->monday, NULL),
                        g_strcmp0 (week->closed_by, "system") == 0 ? _ ("system") : week->closed_by, at);
    }
}

static void
print_sheet (FramCtl *ctl, const FramSheet *sheet, const char *workshop)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *from = fram_date_to_text (sheet->from), *to = fram_date_to_text (sheet->to);
  g_autofree char *rates = fram_sheet_rates_words (&sheet->sums);

  for (guint i = 0; i < sheet->rows->len; i++)
    add_row (table, sheet, g_ptr_array_index (sheet->rows, i), workshop);
  if (ctl->format != FRAM_CTL_TEXT)
    {
      fram_table_print (table, ctl->format);
      return;
    }
  fram_ctl_print ("%s · %s – %s\n", sheet->name, from, to);
  if (fram_table_get_n_rows (table) > 0)
    fram_table_print (table, FRAM_CTL_TEXT);
  fram_ctl_print ("%s\n", rates);
  print_closed (sheet);
}

/* Closes the week or opens it again, where that was asked for, and says so. */
static gboolean
change (FramCtl *ctl, const FramUuid *activity, FramDate day, gboolean reopen, const char *reason, GError **error)
{
  g_autofree char *what = NULL;
  g_autoptr (FramSheet) sheet = reopen ? fram_desk_reopen_week (ctl->desk, activity, day, reason, &what, error)
                                       : fram_desk_close_week (ctl->desk, activity, day, &what, error);

  if (sheet != NULL && ctl->format == FRAM_CTL_TEXT)
    fram_ctl_print ("%s\n", what);
  return sheet != NULL;
}

static gboolean
check_usage (const char *week, const char *month, gboolean close, gboolean reopen, const char *reason, GError **error)
{
  if (week != NULL && month != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("A week or a month? Give one of --week and --month."));
  else if (close && reopen)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Close or open again? Give one of --close and --reopen."));
  else if (month != NULL && (close || reopen))
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("Weeks are closed, not months; give --week."));
  else if (reason != NULL && !reopen)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE, _ ("A reason belongs to --reopen."));
  else
    return TRUE;
  return FALSE;
}

/**
 * fram_command_week:
 *
 * `week`: a week or month of a workshop with sums and rates per person; closes a week and opens it again.
 */
gboolean
fram_command_week (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *week = NULL, *month = NULL, *reason = NULL, *code = NULL;
  gboolean close = FALSE, reopen = FALSE;
  g_autoptr (FramSheet) sheet = NULL;
  FramUuid activity;
  FramDate from, to;
  const GOptionEntry entries[] = {
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &week, N_ ("the week, 2026-W46; else this one"), N_ ("WEEK") },
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &month, N_ ("a month instead: 2026-11"), N_ ("MONTH") },
    { "close", 0, 0, G_OPTION_ARG_NONE, &close, N_ ("close the week: its marks stand"), NULL },
    { "reopen", 0, 0, G_OPTION_ARG_NONE, &reopen, N_ ("open a closed week again"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &reason, N_ ("why it is opened again"), N_ ("TEXT") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error) || !check_usage (week, month, close, reopen, reason, error))
    return FALSE;
  if (fram_ctl_open (ctl, error) == NULL ||
      !fram_ctl_parse_period (week, month, fram_desk_get_home_day (ctl->desk), &from, &to, error) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[1], &activity, error))
    return FALSE;
  if ((close || reopen) && !change (ctl, &activity, from, reopen, reason, error))
    return FALSE;
  code = fram_ctl_activity_code (ctl, &activity, (*argv)[1]);
  sheet = fram_desk_sheet (ctl->desk, &activity, from, to, error);
  if (sheet != NULL)
    print_sheet (ctl, sheet, code);
  return sheet != NULL;
}
