#include "desk-fixture.h"

#include "fram-desk-print.h"
#include "fram-desk-week.h"

#include <glib/gstdio.h>

/* A roster on paper: the same people and sums as in the window, nobody who must not be on it, and a line in the log. */

#define TODAY "2026-11-12"

static FramRosterSheet *
sheet_of (Fixture *f, FramPrintKind kind, const char *day)
{
  g_autoptr (GError) error = NULL;
  FramRosterSheet *sheet = fram_desk_roster_sheet (f->desk, &f->snickeri, kind, fram_test_date (day), &error);

  g_assert_no_error (error);
  return sheet;
}

static const FramPrintRow *
row_of (const FramRosterSheet *sheet, const char *name)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (g_str_equal (((FramPrintRow *)g_ptr_array_index (sheet->rows, i))->name, name))
      return g_ptr_array_index (sheet->rows, i);
  return NULL;
}

static void
mark (Fixture *f, const char *day, const char *name, const char *status)
{
  g_autoptr (GError) error = NULL;

  fram_roster_free (fixture_mark (f, day, name, status, &error));
  g_assert_no_error (error);
}

static void
test_a_day_has_the_sums_of_the_roster (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (FramRosterSheet) sheet = NULL;

  mark (f, TODAY, "Amina Hassan", "present");
  roster = fixture_roster (f, TODAY);
  sheet = sheet_of (f, FRAM_PRINT_FILLED, TODAY);
  g_assert_cmpstr (sheet->name, ==, roster->name);
  g_assert_cmpuint (sheet->rows->len, ==, 2);
  g_assert_cmpint (sheet->totals.expected, ==, roster->totals.expected);
  g_assert_cmpint (sheet->totals.unmarked, ==, roster->totals.unmarked);
  g_assert_cmpint (sheet->planned_minutes, ==, roster->totals.planned_minutes);
  g_assert_cmpint (sheet->attended_minutes, ==, roster->totals.attended_minutes);
  g_assert_cmpint (sheet->attended_minutes, ==, 180);
  g_assert_cmpstr (((FramPrintRow *)g_ptr_array_index (sheet->rows, 0))->name, ==, "Amina Hassan");
}

static void
assert_totals (const FramAttendanceTotals *found, const FramAttendanceTotals *wanted)
{
  g_assert_cmpmem (found, sizeof *found, wanted, sizeof *wanted);
}

static void
check_span (Fixture *f, FramPrintKind kind)
{
  g_autoptr (FramRosterSheet) sheet = sheet_of (f, kind, TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSheet) grid = fram_desk_sheet (f->desk, &f->snickeri, sheet->from, sheet->to, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheet->days->len, ==, grid->days->len);
  assert_totals (&sheet->totals, &grid->sums.counts);
  g_assert_cmpint (sheet->attended_minutes, ==, grid->sums.attended_minutes);
  g_assert_cmpint (sheet->planned_minutes, ==, grid->sums.planned_minutes);
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const FramSheetRow *row = g_ptr_array_index (grid->rows, i);
      const FramPrintRow *printed = row_of (sheet, row->name);

      g_assert_nonnull (printed);
      assert_totals (&printed->totals, &row->sums.counts);
    }
  for (guint d = 0; d < grid->days->len; d++)
    assert_totals (&g_array_index (sheet->days, FramPrintDay, d).totals,
                   &g_array_index (grid->days, FramSheetDay, d).sums.counts);
}

static void
test_weeks_and_months_have_the_sums_of_the_grid (Fixture *f, gconstpointer unused)
{
  mark (f, "2026-11-10", "Björn Ek", "absent_unnotified");
  mark (f, TODAY, "Amina Hassan", "present");
  mark (f, "2026-11-05", "Amina Hassan", "sick");
  check_span (f, FRAM_PRINT_WEEK);
  check_span (f, FRAM_PRINT_MONTH);
}

static void
add_protected (Fixture *f)
{
  FramPersonEdit edit = { .given_name = "Mona",
                          .family_name = "Tell",
                          .enrolled = fram_test_date ("2026-09-01"),
                          .birth_date = fram_test_date ("1985-02-03"),
                          .is_protected = TRUE };
  g_autofree char *case_no = NULL;
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Carin Handl", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Carin Handl");
  case_no = fram_desk_add_person (f->desk, &edit, &error);
  g_assert_no_error (error);
  fixture_place (f, case_no, "snickeri", "2026-10-01", "thu 09-12");
}

static void
test_who_is_protected_is_on_filled_lists_of_the_named (Fixture *f, gconstpointer unused)
{
  static const FramPrintKind filled[] = { FRAM_PRINT_FILLED, FRAM_PRINT_WEEK, FRAM_PRINT_MONTH };

  add_protected (f);
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      g_autoptr (FramRosterSheet) sheet = sheet_of (f, filled[i], TODAY);

      g_assert_nonnull (row_of (sheet, "M. T."));
      g_assert_null (row_of (sheet, "Mona Tell"));
      g_assert_cmpuint (sheet->withheld, ==, 0);
    }
  fixture_sit (f, "Per Wallin");
  for (guint i = 0; i < G_N_ELEMENTS (filled); i++)
    {
      g_autoptr (FramRosterSheet) sheet = sheet_of (f, filled[i], TODAY);

      g_assert_cmpuint (sheet->rows->len, ==, 2);
      g_assert_null (row_of (sheet, "Protected"));
      g_assert_cmpuint (sheet->withheld, ==, 1);
    }
}

static void
test_who_is_protected_is_on_no_list_to_sign (Fixture *f, gconstpointer unused)
{
  static const char *const viewers[] = { "Carin Handl", "Per Wallin" };

  add_protected (f);
  for (guint v = 0; v < G_N_ELEMENTS (viewers); v++)
    for (guint kind = FRAM_PRINT_SIGNATURES_DAY; kind <= FRAM_PRINT_SIGNATURES_WEEK; kind++)
      {
        g_autoptr (FramRosterSheet) sheet = NULL;

        fixture_sit (f, viewers[v]);
        sheet = sheet_of (f, (FramPrintKind)kind, TODAY);
        g_assert_cmpuint (sheet->rows->len, ==, 2);
        g_assert_null (row_of (sheet, "M. T."));
        g_assert_cmpuint (sheet->withheld, ==, 1);
      }
}

static void
test_a_roster_that_is_not_ones_own_is_not_printed (Fixture *f, gconstpointer unused)
{
  fixture_hire (f, "Petra Falk", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_sit (f, "Petra Falk");
  for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fram_desk_roster_sheet (f->desk, &f->snickeri, (FramPrintKind)kind, f->today, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static guint
count_log (Fixture *f, const char *act, const char *subject, const char *detail)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = fram_desk_log (f->desk, NULL, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    {
      const FramLogLine *line = g_ptr_array_index (lines, i);

      n += g_str_equal (line->act, act) && g_str_equal (line->subject, subject) && g_str_equal (line->detail, detail);
    }
  return n;
}

static void
test_printing_is_in_the_log (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramRosterSheet) sheet = sheet_of (f, FRAM_PRINT_SIGNATURES_DAY, TODAY);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_log (f, "printed", f->amina, "signatures snickeri 2026-11-12"), ==, 0);
  g_assert_true (fram_desk_log_sheet (f->desk, sheet, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_log (f, "printed", f->amina, "signatures snickeri 2026-11-12"), ==, 1);
  g_assert_cmpuint (count_log (f, "printed", f->bjorn, "signatures snickeri 2026-11-12"), ==, 1);
}

static char *
save (Fixture *f, const FramRosterSheet *sheet, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (f->directory, name, NULL);
  FramSheetFile file = { .path = path };
  g_auto (GStrv) files = fram_desk_save_sheet (f->desk, sheet, &file, error);

  if (files == NULL)
    return NULL;
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_assert_cmpstr (files[0], ==, path);
  return g_steal_pointer (&path);
}

static void
test_saving_is_in_the_log_and_for_the_owner_only (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "list.pdf", "list.svg", "list.png" };
  static const char *const beginnings[] = { "%PDF-", "<?xml", "\x89PNG" };
  g_autoptr (FramRosterSheet) sheet = sheet_of (f, FRAM_PRINT_FILLED, TODAY);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = save (f, sheet, names[i], &error);
      g_autofree char *content = NULL;
      GStatBuf about;

      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, beginnings[i]));
      g_assert_cmpint (g_stat (path, &about), ==, 0);
      g_assert_cmpint (about.st_mode & 0777, ==, 0600);
      g_assert_cmpuint (count_log (f, "exported", f->amina, "filled snickeri 2026-11-12"), ==, i + 1);
      g_unlink (path);
    }
}

static void
test_a_folder_that_is_not_there_is_said (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramRosterSheet) sheet = sheet_of (f, FRAM_PRINT_FILLED, TODAY);
  g_autoptr (GError) error = NULL;

  g_assert_null (save (f, sheet, "nowhere/list.pdf", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "nowhere/list.pdf"));
  g_clear_error (&error);
  g_assert_null (save (f, sheet, "list.doc", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

#define ADD(name, func) g_test_add ("/desk/print/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("a-day-has-the-sums-of-the-roster", test_a_day_has_the_sums_of_the_roster);
  ADD ("weeks-and-months-have-the-sums-of-the-grid", test_weeks_and_months_have_the_sums_of_the_grid);
  ADD ("protected-on-filled-lists-of-the-named", test_who_is_protected_is_on_filled_lists_of_the_named);
  ADD ("protected-on-no-list-to-sign", test_who_is_protected_is_on_no_list_to_sign);
  ADD ("a-roster-that-is-not-ones-own", test_a_roster_that_is_not_ones_own_is_not_printed);
  ADD ("printing-is-in-the-log", test_printing_is_in_the_log);
  ADD ("saving-is-in-the-log", test_saving_is_in_the_log_and_for_the_owner_only);
  ADD ("a-folder-that-is-not-there", test_a_folder_that_is_not_there_is_said);
  return g_test_run ();
}
