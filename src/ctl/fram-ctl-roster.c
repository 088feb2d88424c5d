#include "fram-ctl-commands.h"
#include "fram-ctl-table.h"
#include "fram-desk-week.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first thirteen are a contract (CLI.md); `adaptations` is for JSON. */
static const FramTableColumn columns[] = {
  { "case", N_ ("Case"), FRAM_TABLE_TEXT },
  { "name", N_ ("Name"), FRAM_TABLE_TEXT },
  { "workshop", NULL, FRAM_TABLE_TEXT },
  { "date", NULL, FRAM_TABLE_TEXT },
  { "planned_from", N_ ("From"), FRAM_TABLE_TEXT },
  { "planned_to", N_ ("To"), FRAM_TABLE_TEXT },
  { "planned_hours", N_ ("Planned"), FRAM_TABLE_NUMBER },
  { "status", N_ ("Attendance"), FRAM_TABLE_TEXT },
  { "minutes_late", N_ ("Min. late"), FRAM_TABLE_NUMBER },
  { "hours", N_ ("Hours"), FRAM_TABLE_NUMBER },
  { "marked_by", N_ ("Marked by"), FRAM_TABLE_TEXT },
  { "marked_at", N_ ("Marked at"), FRAM_TABLE_TEXT },
  { "note", N_ ("Note"), FRAM_TABLE_TEXT },
  { "adaptations", NULL, FRAM_TABLE_LINES },
};

static gboolean
is_expected (const FramRosterRow *row)
{
  return row->kind != FRAM_ROSTER_UNPLANNED;
}

static void
add_row (FramTable *table, const char *workshop, FramDate day, const FramRosterRow *row)
{
  const char *unmarked = row->kind == FRAM_ROSTER_BARE ? "" : _ ("unmarked");

  fram_table_add (table, row->case_no, NULL);
  fram_table_add (table, row->name, NULL);
  fram_table_add (table, workshop, NULL);
  fram_table_add_date (table, day);
  fram_table_add_time (table, row->planned_from);
  fram_table_add_time (table, row->planned_to);
  fram_table_add_hours (table, row->planned_minutes);
  fram_table_add (table, row->status != NULL ? row->status->code : NULL,
                  row->status != NULL ? fram_status_get_name (row->status) : unmarked);
  if (row->status != NULL && row->minutes_late >= 0)
    fram_table_add_int (table, row->minutes_late);
  else
    fram_table_add (table, NULL, NULL);
  fram_table_add_hours (table, row->status != NULL ? row->attended_minutes : -1);
  fram_table_add (table, row->marked_by, g_strcmp0 (row->marked_by, "system") == 0 ? _ ("system") : NULL);
  fram_table_add_instant (table, row->marked_at);
  fram_table_add (table, row->note, NULL);
  fram_table_add_lines (table, (const char *const *)row->instructions);
}

static void
add_roster (FramTable *table, const char *workshop, const FramRoster *roster)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (is_expected (row))
        add_row (table, workshop, roster->day, row);
    }
}

static void
print_totals (FramDesk *desk, const FramRoster *roster)
{
  const FramRosterTotals *totals = &roster->totals;
  const GArray *statuses = fram_desk_get_statuses (desk);
  g_autofree char *attended = fram_ctl_hours_text (totals->attended_minutes);
  g_autofree char *planned = fram_ctl_hours_text (totals->planned_minutes);

  /* Translators: people expected in a workshop on a day */
  fram_ctl_print (_ ("Expected: %d"), totals->expected);
  for (guint i = 0; i < statuses->len && i < G_N_ELEMENTS (totals->of_status); i++)
    if (totals->of_status[i] > 0)
      fram_ctl_print (" · %s: %d", fram_status_get_name (&g_array_index (statuses, FramStatus, i)),
                      totals->of_status[i]);
  if (totals->unmarked > 0)
    fram_ctl_print (_ (" · Unmarked: %d"), totals->unmarked);
  /* Translators: hours attended and hours planned */
  fram_ctl_print (_ (" · Hours: %s of %s\n"), attended, planned);
}

static void
print_adaptations (const FramRoster *roster)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      for (guint n = 0; is_expected (row) && row->instructions != NULL && row->instructions[n] != NULL; n++)
        {
          if (!begun)
            fram_ctl_print ("%s\n", _ ("Adaptations:"));
          fram_ctl_print ("  %s: %s\n", row->name, row->instructions[n]);
          begun = TRUE;
        }
    }
}

static void
print_for_people (FramDesk *desk, const FramRoster *roster, const char *workshop)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *day = fram_date_to_words (roster->day);

  fram_ctl_print ("%s · %s\n", roster->name, day);
  if (roster->day_note != NULL)
    fram_ctl_print ("%s\n", roster->day_note);
  add_roster (table, workshop, roster);
  if (fram_table_get_n_rows (table) == 0)
    {
      fram_ctl_print ("%s\n", roster->people_placed == 0 ? _ ("Nobody is placed here this day.")
                                                         : _ ("Nobody is expected this day."));
      return;
    }
  fram_table_print (table, FRAM_CTL_TEXT);
  print_totals (desk, roster);
  print_adaptations (roster);
}

typedef struct
{
  FramUuid activity;
  const char *workshop; /* what csv calls it */
  FramDate first;
  FramDate last;
} Span;

/* Saturday and Sunday are shown where somebody is marked. */
static gboolean
is_shown (const Span *span, const FramRoster *roster)
{
  const FramRosterRow *first = roster->rows->len > 0 ? g_ptr_array_index (roster->rows, 0) : NULL;

  return span->first == span->last || fram_date_get_weekday (roster->day) < 6 || (first != NULL && is_expected (first));
}

static gboolean
print_days (FramCtl *ctl, const Span *span, GError **error)
{
  g_autoptr (FramTable) table = fram_table_new (columns, G_N_ELEMENTS (columns));

  for (FramDate day = span->first; day <= span->last; day++)
    {
      g_autoptr (FramRoster) roster = fram_desk_roster (ctl->desk, &span->activity, day, error);

      if (roster == NULL)
        return FALSE;
      if (!is_shown (span, roster))
        continue;
      if (ctl->format != FRAM_CTL_TEXT)
        add_roster (table, span->workshop, roster);
      else
        {
          fram_ctl_print (day > span->first ? "\n" : "");
          print_for_people (ctl->desk, roster, span->workshop);
        }
    }
  if (ctl->format != FRAM_CTL_TEXT)
    fram_table_print (table, ctl->format);
  return TRUE;
}

/* Of several days: how many of those expected were there; who is unmarked is said beside. */
static gboolean
print_rates (FramCtl *ctl, const Span *span, GError **error)
{
  g_autoptr (FramSheet) sheet = fram_desk_sheet (ctl->desk, &span->activity, span->first, span->last, error);
  g_autofree char *words = sheet != NULL ? fram_sheet_rates_words (&sheet->sums) : NULL;

  if (words != NULL)
    fram_ctl_print ("\n%s\n", words);
  return sheet != NULL;
}

static gboolean
find_days (FramCtl *ctl, const char *date, const char *week, const char *month, Span *span, GError **error)
{
  FramDate home = fram_desk_get_home_day (ctl->desk);

  if (week != NULL || month != NULL)
    return fram_ctl_parse_period (week, month, home, &span->first, &span->last, error);
  if (!fram_ctl_parse_date (date, home, &span->first, error))
    return FALSE;
  span->last = span->first;
  return TRUE;
}

/**
 * fram_command_roster:
 *
 * `roster`: who is expected in a workshop on a day, in a week or a month, with marks and adaptation lines.
 */
gboolean
fram_command_roster (FramCtl *ctl, GStrv *argv, GError **error)
{
  g_autofree char *date = NULL, *week = NULL, *month = NULL, *code = NULL;
  Span span = { 0 };
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("the day; else today"), N_ ("DATE") },
    { "week", 0, 0, G_OPTION_ARG_FILENAME, &week, N_ ("a whole week: 2026-W46"), N_ ("WEEK") },
    { "month", 0, 0, G_OPTION_ARG_FILENAME, &month, N_ ("a whole month: 2026-11"), N_ ("MONTH") },
    { NULL },
  };

  if (!fram_ctl_parse (ctl, argv, entries, 1, 1, error))
    return FALSE;
  if ((date != NULL) + (week != NULL) + (month != NULL) > 1)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_USAGE,
                   _ ("A day, a week or a month? Give one of --date, --week and --month."));
      return FALSE;
    }
  if (fram_ctl_open (ctl, error) == NULL || !find_days (ctl, date, week, month, &span, error) ||
      !fram_desk_find_activity (ctl->desk, (*argv)[1], &span.activity, error))
    return FALSE;
  code = fram_ctl_activity_code (ctl, &span.activity, (*argv)[1]);
  span.workshop = code;
  return print_days (ctl, &span, error) &&
         (span.first == span.last || ctl->format != FRAM_CTL_TEXT || print_rates (ctl, &span, error));
}
