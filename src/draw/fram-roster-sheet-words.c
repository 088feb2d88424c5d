#include "fram-roster-sheet.h"

#include "fram-print-layout.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/**
 * fram_print_kind_get_name:
 * @kind: a kind of sheet
 *
 * Returns: what the sheet is called, "List for signatures"
 */
const char *
fram_print_kind_get_name (FramPrintKind kind)
{
  switch (kind)
    {
    case FRAM_PRINT_SIGNATURES_DAY: return C_ ("sheet", "List for signatures");
    case FRAM_PRINT_SIGNATURES_WEEK: return C_ ("sheet", "List for signatures, week");
    case FRAM_PRINT_FILLED: return C_ ("sheet", "Attendance of the day");
    case FRAM_PRINT_WEEK: return C_ ("sheet", "Attendance of the week");
    case FRAM_PRINT_MONTH: return C_ ("sheet", "Attendance of the month");
    case FRAM_N_PRINT_KINDS:
    default: return "";
    }
}

static char *
week_to_words (FramDate day)
{
  FramDate monday = fram_date_monday (day);
  /* Translators: the number of the week in the year, at the beginning of a line */
  g_autofree char *week = g_strdup_printf (C_ ("date", "Week %d"), fram_date_get_iso_week (day, NULL));
  g_autofree char *friday = fram_date_to_day_month (monday + 4);
  int y, m, d, friday_y, friday_m, friday_d;

  fram_date_get_ymd (monday, &y, &m, &d);
  fram_date_get_ymd (monday + 4, &friday_y, &friday_m, &friday_d);
  if (m == friday_m)
    /* Translators: a week, day of the month of its Monday, date of its Friday: "Week 46, 9–13 November 2026" */
    return g_strdup_printf (C_ ("date", "%1$s, %2$d–%3$s"), week, d, friday);
  /* Translators: a week, day and month of its Monday, date of its Friday: "Week 44, 26 October – 30 October 2026" */
  return g_strdup_printf (C_ ("date", "%1$s, %2$d %3$s – %4$s"), week, d, fram_month_name (m), friday);
}

static char *
day_to_words (FramDate day)
{
  g_autofree char *words = fram_date_to_words (day);
  g_autofree char *capital = fram_text_capitalise (words);
  g_autofree char *week = fram_date_to_week_text (day);

  /* Translators: a day and its week: "Thursday 12 November 2026, week 46" */
  return g_strdup_printf (C_ ("date", "%1$s, %2$s"), capital, week);
}

/**
 * fram_print_span_to_words:
 * @kind: a kind of sheet
 * @day: any day of it
 *
 * Returns: (transfer full): "Thursday 12 November 2026, week 46", "Week 46, 9–13 November 2026", "November 2026"
 */
char *
fram_print_span_to_words (FramPrintKind kind, FramDate day)
{
  g_autofree char *words = NULL;
  int y, m, d;

  if (fram_print_kind_is_of_day (kind))
    return day_to_words (day);
  if (kind != FRAM_PRINT_MONTH)
    words = week_to_words (day);
  else
    {
      fram_date_get_ymd (day, &y, &m, &d);
      /* Translators: month and year: "November 2026" */
      words = g_strdup_printf (C_ ("month and year", "%1$s %2$d"), fram_month_name (m), y);
    }
  return fram_text_capitalise (words);
}

/**
 * fram_print_hours_to_text:
 * @minutes: minutes, negative for none
 *
 * Returns: (transfer full): hours as people say them: "3", "1:50"; empty for none
 */
char *
fram_print_hours_to_text (int minutes)
{
  if (minutes < 0)
    return g_strdup ("");
  if (minutes % 60 == 0)
    return g_strdup_printf ("%d", minutes / 60);
  return g_strdup_printf ("%d:%02d", minutes / 60, minutes % 60);
}

/**
 * fram_print_rate_to_text:
 * @per_mille: a rate, negative where nobody counts
 *
 * Returns: (transfer full): "87.5 %", in Swedish "87,5 %"; a dash where there is no rate
 */
char *
fram_print_rate_to_text (int per_mille)
{
  const char *point = fram_text_is_swedish () ? "," : ".";

  if (per_mille < 0)
    return g_strdup ("–");
  if (per_mille % 10 == 0)
    return g_strdup_printf ("%d\u00a0%%", per_mille / 10);
  return g_strdup_printf ("%d%s%d\u00a0%%", per_mille / 10, point, per_mille % 10);
}

/**
 * fram_print_cell_get_times:
 * @cell: a person's day
 *
 * Returns: (transfer full): "09–12", of a day in halves "09–11, 13–15"; empty where no times are planned
 */
char *
fram_print_cell_get_times (const FramPrintCell *cell)
{
  GString *times = g_string_new (NULL);

  for (guint p = 0; p < cell->n_parts; p++)
    {
      g_autofree char *range = fram_time_range_to_text (cell->parts[p].planned_from, cell->parts[p].planned_to);

      if (range[0] != '\0' && g_strcmp0 (times->str, range) != 0)
        g_string_append_printf (times, "%s%s", times->len > 0 ? ", " : "", range);
    }
  return g_string_free (times, FALSE);
}

/* "leave, other appointment": what counts as neither present nor absent */
static char *
neither_names (const FramRosterSheet *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (self->statuses, FramStatus, i);
      g_autofree char *name = g_utf8_strdown (fram_status_get_name (status), -1);

      if (status->counts == FRAM_COUNTS_NEITHER)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/**
 * fram_roster_sheet_get_rates_note:
 * @self: a sheet
 *
 * Returns: (transfer full): what is in no rate, and how many that is
 */
char *
fram_roster_sheet_get_rates_note (const FramRosterSheet *self)
{
  g_autofree char *names = neither_names (self);
  g_autofree char *unmarked = NULL;
  int n = self->totals.unmarked;

  if (n == 0)
    unmarked = g_strdup (_ ("Nobody is unmarked."));
  else
    unmarked =
        g_strdup_printf (ngettext ("%d is unmarked and is in no rate.", "%d are unmarked and are in no rate.", n), n);
  if (names[0] == '\0')
    return g_steal_pointer (&unmarked);
  /* Translators: how many are unmarked; names of statuses: "2 are unmarked and are in no rate. Nor are: leave, other
   * appointment." */
  return g_strdup_printf (_ ("%1$s Not in the rates either: %2$s."), unmarked, names);
}

/**
 * fram_roster_sheet_get_counts:
 * @self: a sheet
 *
 * Returns: (transfer full): "12 expected · Present 9 · Late 1 · Unmarked 2"
 */
char *
fram_roster_sheet_get_counts (const FramRosterSheet *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%d expected", "%d expected", self->totals.expected), self->totals.expected);
  for (guint i = 0; i < self->statuses->len; i++)
    if (self->totals.by_status[i] > 0)
      g_string_append_printf (text, " · %s %d", fram_status_get_name (&g_array_index (self->statuses, FramStatus, i)),
                              self->totals.by_status[i]);
  if (self->totals.unmarked > 0)
    g_string_append_printf (text, " · %s %d", C_ ("sheet", "Unmarked"), self->totals.unmarked);
  return g_string_free (text, FALSE);
}

/**
 * fram_roster_sheet_get_empty_note:
 * @self: a sheet with nobody on it
 *
 * Returns: (transfer full): why there is nobody
 */
char *
fram_roster_sheet_get_empty_note (const FramRosterSheet *self)
{
  const FramPrintDay *day = self->days->len == 1 ? &g_array_index (self->days, FramPrintDay, 0) : NULL;

  if (day != NULL && day->is_off && day->note != NULL)
    /* Translators: why nobody comes: "Christmas Day: nobody is expected." */
    return g_strdup_printf (_ ("%s: nobody is expected."), day->note);
  if (day != NULL)
    return g_strdup (_ ("Nobody is expected this day."));
  return g_strdup (self->kind == FRAM_PRINT_MONTH ? _ ("Nobody is expected this month.")
                                                  : _ ("Nobody is expected this week."));
}

static char *
span_to_code (const FramRosterSheet *self)
{
  int year, month, day;

  if (fram_print_kind_is_of_day (self->kind))
    return fram_date_to_text (self->from);
  if (self->kind == FRAM_PRINT_MONTH)
    {
      fram_date_get_ymd (self->from, &year, &month, &day);
      return g_strdup_printf ("%04d-%02d", year, month);
    }
  day = fram_date_get_iso_week (self->from, &year);
  return g_strdup_printf ("%04d-W%02d", year, day);
}

/**
 * fram_roster_sheet_get_file_name:
 * @self: a sheet
 * @extension: `pdf`
 *
 * Returns: (transfer full): a name for its file: "Snickeri 2026-11-12.pdf"
 */
char *
fram_roster_sheet_get_file_name (const FramRosterSheet *self, const char *extension)
{
  g_autofree char *span = span_to_code (self);
  g_autofree char *name =
      g_strdup_printf ("%s %s%s%s.%s", self->name != NULL ? self->name : "", span,
                       fram_print_kind_is_for_signatures (self->kind) ? " " : "",
                       /* Translators: part of a file's name: "Snickeri 2026-11-12 signatures.pdf" */
                       fram_print_kind_is_for_signatures (self->kind) ? C_ ("file name", "signatures") : "", extension);

  return g_strdelimit (g_steal_pointer (&name), "/\\:", '-');
}

/**
 * fram_roster_sheet_describe_page:
 * @self: a sheet
 * @page: a page, from 0
 *
 * Returns: (transfer full): what the page is, for those who do not see it: "List for signatures: Snickeri, Thursday 12
 *   November 2026, week 46. Page 1 of 2 with 12 people."
 */
char *
fram_roster_sheet_describe_page (const FramRosterSheet *self, guint page)
{
  g_autofree char *span = fram_print_span_to_words (self->kind, self->from);
  g_autofree char *head = g_strdup_printf ("%s: %s, %s.", fram_print_kind_get_name (self->kind), self->name, span);
  g_autofree char *people = NULL;
  FramPrintLayout layout;
  guint first, n;

  fram_print_layout_init (&layout, self);
  fram_print_layout_get_rows (&layout, page, &first, &n);
  people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);
  /* Translators: a sheet with its days; page; pages; how many people */
  return g_strdup_printf (_ ("%1$s Page %2$u of %3$u with %4$s."), head, page + 1, layout.n_pages, people);
}

static void
describe_part (const FramRosterSheet *self, const FramPrintPart *part, GString *out)
{
  g_autofree char *times = fram_time_range_to_text (part->planned_from, part->planned_to);
  g_autofree char *name = NULL;

  if (times[0] != '\0')
    g_string_append_printf (out, " %s", times);
  if (fram_print_kind_is_for_signatures (self->kind))
    return;
  name = g_utf8_strdown (part->status >= 0
                             ? fram_status_get_name (&g_array_index (self->statuses, FramStatus, part->status))
                             : C_ ("attendance in a sentence", "unmarked"),
                         -1);
  g_string_append_printf (out, " %s", name);
}

static void
describe_row (const FramRosterSheet *self, const FramPrintRow *row, GString *out)
{
  g_string_append (out, row->name);
  for (guint d = 0; d < self->days->len; d++)
    {
      FramDate day = g_array_index (self->days, FramPrintDay, d).day;

      if (row->cells[d].n_parts > 0 && self->kind == FRAM_PRINT_MONTH)
        g_string_append_printf (out, " %d.", (int)(day - self->from) + 1);
      else if (row->cells[d].n_parts > 0 && self->days->len > 1)
        g_string_append_printf (out, " %s", fram_weekday_short_name (fram_date_get_weekday (day)));
      for (guint p = 0; p < row->cells[d].n_parts; p++)
        describe_part (self, &row->cells[d].parts[p], out);
    }
}

/**
 * fram_roster_sheet_describe_rows:
 * @self: a sheet
 * @page: a page, from 0
 *
 * Returns: (transfer full): the page's people, days and marks in words
 */
char *
fram_roster_sheet_describe_rows (const FramRosterSheet *self, guint page)
{
  GString *out = g_string_new (NULL);
  FramPrintLayout layout;
  guint first, n;

  fram_print_layout_init (&layout, self);
  fram_print_layout_get_rows (&layout, page, &first, &n);
  for (guint i = first; i < first + n; i++)
    {
      g_string_append (out, i > first ? "; " : "");
      describe_row (self, g_ptr_array_index (self->rows, i), out);
    }
  return g_string_free (out, FALSE);
}
