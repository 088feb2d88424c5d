#include "draw-fixture.h"

#include <math.h>

/* What stands on a sheet, and what never does. */

static FramRosterSheet *
sheet_with_a_protected_person (FramPrintKind kind)
{
  g_autoptr (GArray) statuses = draw_statuses ();
  FramRosterSheet *sheet = fram_roster_sheet_new (kind, fram_test_date (DRAW_DAY), statuses);
  static const char *const names[] = { "Amina Hassan", "M. T.", "Björn Ek" };

  sheet->name = g_strdup ("Snickeri");
  fram_roster_sheet_add_day (sheet, sheet->from, FALSE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    draw_mark (sheet, draw_add_person (sheet, i, names[i], i == 1), 0, i == 2 ? "absent_unnotified" : "present");
  fram_roster_sheet_finish (sheet);
  return sheet;
}

static gboolean
has_name (const FramRosterSheet *sheet, const char *name)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (g_str_equal (((FramPrintRow *)g_ptr_array_index (sheet->rows, i))->name, name))
      return TRUE;
  return FALSE;
}

/* DATA.md, "Protected identity": never on wall or signature prints. */
static void
test_protected_people_sign_nothing (void)
{
  static const FramPrintKind kinds[] = { FRAM_PRINT_SIGNATURES_DAY, FRAM_PRINT_SIGNATURES_WEEK };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (FramRosterSheet) sheet = sheet_with_a_protected_person (kinds[i]);
      g_autofree char *words = fram_roster_sheet_describe_rows (sheet, 0);
      g_autofree char *head = fram_roster_sheet_describe_page (sheet, 0);

      g_assert_cmpuint (sheet->rows->len, ==, 2);
      g_assert_false (has_name (sheet, "M. T."));
      g_assert_null (strstr (words, "M. T."));
      g_assert_null (strstr (head, "rotected"));
      g_assert_cmpuint (sheet->withheld, ==, 1);
    }
}

static void
test_a_filled_list_shows_the_alias (void)
{
  g_autoptr (FramRosterSheet) sheet = sheet_with_a_protected_person (FRAM_PRINT_FILLED);

  g_assert_true (has_name (sheet, "M. T."));
  g_assert_cmpuint (sheet->withheld, ==, 0);
  g_assert_cmpint (sheet->totals.expected, ==, 3);
}

/* No absence, no lateness, no hours: names and times. */
static void
test_a_list_for_signatures_holds_names_and_times (void)
{
  g_autoptr (FramRosterSheet) sheet = draw_sheet (FRAM_PRINT_SIGNATURES_DAY, 8, NULL);
  g_autofree char *words = fram_roster_sheet_describe_rows (sheet, 0);
  FramPrintLayout layout;

  fram_print_layout_init (&layout, sheet);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const FramPrintRow *row = g_ptr_array_index (sheet->rows, i);

      g_assert_cmpint (row->cells[0].parts[0].status, ==, FRAM_PRINT_UNMARKED);
      g_assert_cmpint (row->cells[0].parts[0].minutes_late, ==, -1);
      g_assert_cmpint (row->cells[0].parts[0].attended_minutes, ==, -1);
    }
  for (guint i = 0; i < layout.n_columns; i++)
    g_assert_true (layout.columns[i].field <= FRAM_FIELD_SIGNATURE);
  g_assert_nonnull (strstr (words, "Person 1 09–12"));
  g_assert_null (strstr (words, "resent"));
  g_assert_null (strstr (words, "nmarked"));
  g_assert_cmpint (sheet->totals.by_status[0], ==, 0);
}

/* Two of eight are in no rate, one is unmarked: 2 of 5 attended; sick and notified gave notice. */
static void
test_rates_leave_the_unmarked_out (void)
{
  g_autoptr (FramRosterSheet) sheet = draw_sheet (FRAM_PRINT_FILLED, 8, NULL);
  g_autofree char *note = fram_roster_sheet_get_rates_note (sheet);
  g_autofree char *attended = fram_print_rate_to_text (fram_attendance_rate_attended (&sheet->totals));
  g_autofree char *notice = fram_print_rate_to_text (fram_attendance_rate_attended_or_notice (&sheet->totals));
  g_autofree char *counts = fram_roster_sheet_get_counts (sheet);

  g_assert_cmpstr (attended, ==, "40\u00a0%");
  g_assert_cmpstr (notice, ==, "80\u00a0%");
  g_assert_cmpstr (note, ==, "1 is unmarked and is in no rate. Not in the rates either: leave, other appointment.");
  g_assert_true (g_str_has_prefix (counts, "8 expected · Present 1 · Late 1"));
  g_assert_true (g_str_has_suffix (counts, "Unmarked 1"));
  g_assert_cmpint (sheet->planned_minutes, ==, 8 * 180);
  g_assert_cmpint (sheet->attended_minutes, ==, 180 + 160);
}

static void
test_days_to_come_are_not_counted (void)
{
  g_autoptr (GArray) statuses = draw_statuses ();
  g_autoptr (FramRosterSheet) sheet = fram_roster_sheet_new (FRAM_PRINT_WEEK, fram_test_date (DRAW_DAY), statuses);
  FramPrintPart to_come = FRAM_PRINT_PART_INIT;
  FramPrintRow *row;

  to_come.to_come = TRUE;
  to_come.planned_minutes = 120;
  sheet->name = g_strdup ("Snickeri");
  for (int d = 0; d < 5; d++)
    fram_roster_sheet_add_day (sheet, sheet->from + d, FALSE, NULL);
  row = draw_add_person (sheet, 0, "Amina Hassan", FALSE);
  draw_mark (sheet, row, 0, "present");
  draw_mark (sheet, row, 3, NULL);
  fram_roster_sheet_add_part (sheet, row, 4, &to_come);
  fram_roster_sheet_finish (sheet);
  g_assert_cmpint (row->totals.expected, ==, 2);
  g_assert_cmpint (row->totals.unmarked, ==, 1);
  g_assert_cmpint (row->planned_minutes, ==, 180);
  g_assert_cmpint (g_array_index (sheet->days, FramPrintDay, 4).totals.expected, ==, 0);
}

static void
test_who_is_never_expected_is_not_there (void)
{
  g_autoptr (GArray) statuses = draw_statuses ();
  g_autoptr (FramRosterSheet) sheet = fram_roster_sheet_new (FRAM_PRINT_FILLED, fram_test_date (DRAW_DAY), statuses);
  g_autofree char *note = NULL;

  fram_roster_sheet_add_day (sheet, sheet->from, TRUE, "Christmas Day");
  draw_add_person (sheet, 0, "Amina Hassan", FALSE);
  fram_roster_sheet_finish (sheet);
  g_assert_cmpuint (sheet->rows->len, ==, 0);
  g_assert_cmpuint (fram_roster_sheet_n_pages (sheet), ==, 1);
  note = fram_roster_sheet_get_empty_note (sheet);
  g_assert_cmpstr (note, ==, "Christmas Day: nobody is expected.");
  cairo_surface_destroy (draw_page (sheet, 0));
}

static void
test_spans_and_names_of_files (void)
{
  static const struct
  {
    FramPrintKind kind;
    const char *from, *to, *words, *file;
  } cases[] = {
    { FRAM_PRINT_SIGNATURES_DAY, "2026-11-12", "2026-11-12", "Thursday 12 November 2026, week 46",
      "Snickeri 2026-11-12 signatures.pdf" },
    { FRAM_PRINT_FILLED, "2026-11-12", "2026-11-12", "Thursday 12 November 2026, week 46", "Snickeri 2026-11-12.pdf" },
    { FRAM_PRINT_WEEK, "2026-11-09", "2026-11-15", "Week 46, 9–13 November 2026", "Snickeri 2026-W46.pdf" },
    { FRAM_PRINT_MONTH, "2026-11-01", "2026-11-30", "November 2026", "Snickeri 2026-11.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FramRosterSheet) sheet = draw_sheet (cases[i].kind, 1, NULL);
      g_autofree char *words = fram_print_span_to_words (cases[i].kind, sheet->from);
      g_autofree char *file = fram_roster_sheet_get_file_name (sheet, "pdf");

      fram_assert_date (sheet->from, cases[i].from);
      fram_assert_date (sheet->to, cases[i].to);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (file, ==, cases[i].file);
    }
}

/* A week that reaches into another month, and one that reaches into another year. */
static void
test_weeks_over_the_end_of_a_month (void)
{
  g_autofree char *month = fram_print_span_to_words (FRAM_PRINT_WEEK, fram_test_date ("2026-10-01"));
  g_autofree char *year = fram_print_span_to_words (FRAM_PRINT_WEEK, fram_test_date ("2026-12-31"));

  g_assert_cmpstr (month, ==, "Week 40, 28 September – 2 October 2026");
  g_assert_cmpstr (year, ==, "Week 53, 28 December – 1 January 2027");
}

static void
test_a_day_in_halves_has_both (void)
{
  FramPrintCell cell = { 2, { FRAM_PRINT_PART_INIT, FRAM_PRINT_PART_INIT } };
  g_autofree char *none = fram_print_cell_get_times (&cell);
  g_autofree char *both = NULL;

  cell.parts[0].planned_from = 9 * 60;
  cell.parts[0].planned_to = 11 * 60;
  cell.parts[1].planned_from = 13 * 60;
  cell.parts[1].planned_to = 14 * 60 + 30;
  both = fram_print_cell_get_times (&cell);
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (both, ==, "09–11, 13–14.30");
}

static double
luminance (const FramColour *colour)
{
  const double parts[] = { colour->red, colour->green, colour->blue };
  double linear[3];

  for (guint i = 0; i < 3; i++)
    linear[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

static double
contrast (const FramColour *a, const FramColour *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/* WCAG 2.1: text 4.5 : 1, shapes 3 : 1, in every look; a printer without colour keeps the luminance. */
static void
test_ink_is_seen_on_its_ground (void)
{
  for (guint look = 0; look < FRAM_N_LOOKS; look++)
    {
      FramPrintPalette palette;

      fram_print_palette_init (&palette, (FramLook)look, TRUE);
      g_assert_cmpfloat (contrast (&palette.ink, &palette.ground), >=, 7);
      g_assert_cmpfloat (contrast (&palette.ink, &palette.band), >=, 7);
      g_assert_cmpfloat (contrast (&palette.dim, &palette.ground), >=, 4.5);
      g_assert_cmpfloat (contrast (&palette.frame, &palette.ground), >=, 3);
      for (guint i = 0; i < G_N_ELEMENTS (palette.statuses); i++)
        g_assert_cmpfloat (contrast (&palette.statuses[i], &palette.ground), >=, 4.4);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/sheet/protected-people-sign-nothing", test_protected_people_sign_nothing);
  g_test_add_func ("/sheet/a-filled-list-shows-the-alias", test_a_filled_list_shows_the_alias);
  g_test_add_func ("/sheet/names-and-times-to-sign", test_a_list_for_signatures_holds_names_and_times);
  g_test_add_func ("/sheet/rates-leave-the-unmarked-out", test_rates_leave_the_unmarked_out);
  g_test_add_func ("/sheet/days-to-come-are-not-counted", test_days_to_come_are_not_counted);
  g_test_add_func ("/sheet/who-is-never-expected-is-not-there", test_who_is_never_expected_is_not_there);
  g_test_add_func ("/sheet/spans-and-names-of-files", test_spans_and_names_of_files);
  g_test_add_func ("/sheet/weeks-over-the-end-of-a-month", test_weeks_over_the_end_of_a_month);
  g_test_add_func ("/sheet/a-day-in-halves-has-both", test_a_day_in_halves_has_both);
  g_test_add_func ("/sheet/ink-is-seen-on-its-ground", test_ink_is_seen_on_its_ground);
  return g_test_run ();
}
