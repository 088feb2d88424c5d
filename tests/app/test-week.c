#include "fram-test.h"

#include "fram-attendance-page.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-page.h"
#include "fram-sheet-layout.h"
#include "fram-sheet-page-private.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* Week and month of a roster as an activity leader uses them: keys, blocks, minutes, undo, closing, and the way between day,
 * week and month. */

#define TODAY "2026-11-12" /* a Thursday */

typedef struct
{
  char *folder;
  char *path;
  FramDesk *desk;
  FramUuid activity;
  GtkWidget *window;
  FramAttendancePage *page;
  char *said;
} Fixture;

static void
add_staff (FramDesk *desk, const char *name, const char *login, FramRole role, const char *workshop)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  g_autoptr (GError) error = NULL;

  staff->name = g_strdup (name);
  staff->login = g_strdup (login);
  staff->active = TRUE;
  fram_staff_add_role (staff, role, workshop, NULL);
  fram_desk_save_staff (desk, staff, NULL, &error);
  g_assert_no_error (error);
}

static void
add_person (FramDesk *desk, const char *given, const char *family, const char *slots)
{
  FramPersonEdit edit = { .given_name = given, .family_name = family, .enrolled = fram_test_date ("2026-10-01") };
  g_autofree char *case_no = NULL;
  g_autoptr (GError) error = NULL;

  case_no = fram_desk_add_person (desk, &edit, &error);
  g_assert_no_error (error);
  fram_desk_place (desk, case_no, "snickeri", fram_test_date ("2026-10-05"), FRAM_DATE_NONE, slots, &error);
  g_assert_no_error (error);
}

static void
on_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *f = user_data;
  gboolean can_undo;

  g_clear_pointer (&f->said, g_free);
  g_variant_get (parameter, "(sb)", &f->said, &can_undo);
}

static gboolean
on_late_cb (gpointer data)
{
  g_error ("waited too long for %s", (char *)data);
  return G_SOURCE_REMOVE;
}

#define wait_until(condition)                                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint late_ = g_timeout_add_seconds (20, on_late_cb, (gpointer) #condition);                                       \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (late_);                                                                                           \
  }                                                                                                                    \
  G_STMT_END

static FramSheetPage *
sheet_page (Fixture *f)
{
  return fram_attendance_page_get_sheet (f->page);
}

static void
settle (Fixture *f)
{
  FramSheetPage *sheet = sheet_page (f);
  FramRosterPage *roster = fram_attendance_page_get_roster (f->page);

  wait_until ((sheet == NULL || fram_sheet_page_is_idle (sheet)) &&
              (roster == NULL || fram_roster_page_is_idle (roster)));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_until ((sheet == NULL || fram_sheet_page_is_idle (sheet)) &&
              (roster == NULL || fram_roster_page_is_idle (roster)));
}

static void
open_page (Fixture *f, const char *view, int width)
{
  static const GActionEntry entries[] = { { "toast", on_toast_cb, "(sb)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  char id[FRAM_UUID_TEXT_SIZE];

  f->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
  f->page = FRAM_ATTENDANCE_PAGE (fram_attendance_page_new (f->desk, view, fram_uuid_format (&f->activity, id)));
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (f->page));
  gtk_window_present (GTK_WINDOW (f->window));
  fram_page_focus (FRAM_PAGE (f->page));
  settle (f);
  wait_until (gtk_widget_get_width (GTK_WIDGET (f->page)) > 0);
  settle (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:14");
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("framsteg-week-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "week.db", NULL);
  f->desk = fram_desk_create (f->path, clock, "fram", &error);
  g_assert_no_error (error);
  fram_desk_find_activity (f->desk, "snickeri", &f->activity, &error);
  add_person (f->desk, "Amina", "Hassan", "mon 09-12, tue 09-12, thu 09-12, fri 09-12");
  add_person (f->desk, "Björn", "Ek", "tue 13-15, thu 09-11");
  add_person (f->desk, "Carl", "Madsen", "mon 09-15, tue 09-15, wed 09-15, thu 09-15, fri 09-15");
  add_staff (f->desk, "Per Wallin", "per", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  add_staff (f->desk, "Eva Lind", "eva", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fram_desk_sit_down_as (f->desk, data != NULL ? data : "per", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&f->desk);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (f->path, ends[i], NULL);

      g_unlink (file);
    }
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
  g_free (f->said);
}

static guint
key_of (Fixture *f, const char *code)
{
  const char *letter = fram_status_get_letter (fram_desk_find_status (f->desk, code));

  return gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (letter)));
}

static void
press_with (Fixture *f, guint key, GdkModifierType state)
{
  g_assert_true (fram_sheet_page_handle_key (sheet_page (f), key, state));
}

static void
press (Fixture *f, guint key)
{
  press_with (f, key, 0);
  settle (f);
}

static const FramSheetCell *
cell (Fixture *f, const char *name, guint day)
{
  const FramSheet *sheet = fram_sheet_page_get_sheet (sheet_page (f));

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const FramSheetRow *row = g_ptr_array_index (sheet->rows, i);

      if (g_str_equal (row->name, name))
        return &row->cells[day];
    }
  g_assert_not_reached ();
}

static const char *
code_of (const FramSheetCell *c)
{
  const FramStatus *status = fram_sheet_cell_get_status (c);

  return status != NULL ? status->code : "";
}

static void
assert_cursor (Fixture *f, int row, int day)
{
  FramSheetPlace at;

  g_assert_true (fram_sheet_grid_get_cursor (fram_sheet_page_get_grid (sheet_page (f)), &at));
  g_assert_cmpint (at.row, ==, row);
  g_assert_cmpint (at.day, ==, day);
}

static void
test_keys_mark_and_go_on (Fixture *f, gconstpointer data)
{
  open_page (f, "week", 1072);
  assert_cursor (f, 0, 3); /* today, the first who is not marked */
  press (f, key_of (f, "present"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 3)), ==, "present");
  assert_cursor (f, 1, 3);
  press (f, GDK_KEY_space);
  g_assert_cmpstr (code_of (cell (f, "Björn Ek", 3)), ==, "present");
  press (f, GDK_KEY_Left);
  assert_cursor (f, 2, 2);
  press (f, key_of (f, "sick"));
  g_assert_cmpstr (code_of (cell (f, "Carl Madsen", 2)), ==, "sick");
  press (f, GDK_KEY_Delete);
  g_assert_cmpstr (code_of (cell (f, "Carl Madsen", 2)), ==, "");
}

/* Enter goes down the day, then on to the next; days to come are not asked for. */
static void
test_enter_finds_the_unmarked (Fixture *f, gconstpointer data)
{
  open_page (f, "week", 1072);
  press (f, GDK_KEY_Return);
  assert_cursor (f, 1, 3);
  press (f, GDK_KEY_Return);
  assert_cursor (f, 2, 3);
  press (f, GDK_KEY_Return);
  assert_cursor (f, 0, 0); /* Monday's */
  press (f, GDK_KEY_Return);
  assert_cursor (f, 2, 0);
  press (f, GDK_KEY_Return);
  assert_cursor (f, 0, 1);
}

static void
test_digits_are_minutes (Fixture *f, gconstpointer data)
{
  open_page (f, "week", 1072);
  press_with (f, key_of (f, "late"), 0);
  press_with (f, GDK_KEY_1, 0);
  press_with (f, GDK_KEY_5, 0);
  press_with (f, GDK_KEY_Up, 0);
  settle (f);
  g_assert_cmpint (cell (f, "Amina Hassan", 3)->marks[0].minutes_late, ==, 15);
  g_assert_cmpint (cell (f, "Amina Hassan", 3)->marks[0].attended_minutes, ==, 165);
}

/* One key for a block: only who is expected, and nobody is said to have come on a day that is yet to come. */
static void
test_a_block (Fixture *f, gconstpointer data)
{
  const FramSheet *sheet;

  open_page (f, "week", 1072);
  press_with (f, GDK_KEY_a, GDK_CONTROL_MASK);
  press (f, key_of (f, "present"));
  sheet = fram_sheet_page_get_sheet (sheet_page (f));
  g_assert_cmpint (sheet->sums.counts.attended, ==, 3 + 2 + 4);
  g_assert_cmpint (sheet->sums.counts.unmarked, ==, 0);
  g_assert_cmpint (sheet->sums.to_come, ==, 2);
  g_assert_cmpstr (code_of (cell (f, "Carl Madsen", 4)), ==, "");
  g_assert_true (fram_desk_undo (f->desk, NULL, NULL));
  settle (f);
  wait_until (fram_sheet_page_get_sheet (sheet_page (f))->sums.counts.attended == 0);
}

static void
test_shift_selects (Fixture *f, gconstpointer data)
{
  open_page (f, "week", 1072);
  press (f, GDK_KEY_Home);
  press_with (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  press_with (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (f, key_of (f, "absent_notified"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 0)), ==, "absent_notified");
  g_assert_cmpstr (code_of (cell (f, "Björn Ek", 1)), ==, "absent_notified");
  g_assert_cmpstr (code_of (cell (f, "Björn Ek", 0)), ==, ""); /* not planned on Mondays */
  press (f, GDK_KEY_Escape);
  press (f, GDK_KEY_Left);
  assert_cursor (f, 1, 0);
}

/* A click opens the statuses; the second of two quick ones marks nothing and goes nowhere. */
static void
test_popover (Fixture *f, gconstpointer data)
{
  FramSheetPage *page;

  open_page (f, "week", 1072);
  page = sheet_page (f);
  fram_sheet_grid_move_to (fram_sheet_page_get_grid (page), 1, 1, FALSE);
  g_signal_emit_by_name (fram_sheet_page_get_grid (page), "pressed", 1, 1);
  g_signal_emit_by_name (fram_sheet_page_get_grid (page), "pressed", 1, 1);
  settle (f);
  g_assert_cmpstr (code_of (cell (f, "Björn Ek", 1)), ==, "");
  g_signal_emit_by_name (page->popover, "picked", 3, 0);
  settle (f);
  g_assert_cmpstr (code_of (cell (f, "Björn Ek", 1)), ==, "absent_unnotified");
}

/* The cell at the cursor is told in words, by name, day and mark. */
static void
test_cells_are_told (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL, *marked = NULL;

  if (g_strcmp0 (g_getenv ("LANGUAGE"), "sv") == 0)
    {
      g_test_skip ("in English");
      return;
    }
  open_page (f, "week", 1072);
  words = fram_sheet_grid_to_words (fram_sheet_page_get_grid (sheet_page (f)));
  g_assert_cmpstr (words, ==, "Amina Hassan, Thu 12 November, unmarked, planned 09–12");
  press (f, key_of (f, "present"));
  press (f, GDK_KEY_Up);
  marked = fram_sheet_grid_to_words (fram_sheet_page_get_grid (sheet_page (f)));
  g_assert_cmpstr (marked, ==, "Amina Hassan, Thu 12 November, present, planned 09–12");
}

/* From the day to its week and month and back, the day stays. */
static void
test_views_keep_the_day (Fixture *f, gconstpointer data)
{
  FramSheetPlace at;
  g_autofree char *uri = NULL;

  open_page (f, "day", 1072);
  fram_roster_page_go_to_day (fram_attendance_page_get_roster (f->page), fram_test_date ("2026-11-03"));
  settle (f);
  g_assert_true (fram_attendance_page_handle_key (f->page, GDK_KEY_2, GDK_CONTROL_MASK));
  settle (f);
  g_assert_cmpstr (fram_attendance_page_get_view (f->page), ==, "week");
  fram_assert_date (fram_sheet_page_get_sheet (sheet_page (f))->from, "2026-11-02");
  g_assert_true (fram_sheet_grid_get_cursor (fram_sheet_page_get_grid (sheet_page (f)), &at));
  g_assert_cmpint (at.day, ==, 1);
  uri = fram_page_dup_uri (FRAM_PAGE (f->page));
  g_assert_true (g_str_has_prefix (uri, "week:"));
  g_assert_true (fram_attendance_page_handle_key (f->page, GDK_KEY_3, GDK_CONTROL_MASK));
  settle (f);
  g_assert_cmpuint (fram_sheet_page_get_sheet (sheet_page (f))->days->len, ==, 21);
  fram_attendance_page_show_view (f->page, "day");
  settle (f);
  fram_assert_date (fram_roster_page_get_day (fram_attendance_page_get_roster (f->page)), "2026-11-03");
}

static void
test_address_with_a_day (Fixture *f, gconstpointer data)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *rest = g_strconcat (fram_uuid_format (&f->activity, id), "@2026-11-10", NULL);

  open_page (f, "day", 1072);
  g_assert_true (fram_attendance_page_reads (rest));
  g_assert_false (fram_attendance_page_reads ("snickeri"));
  g_assert_false (fram_attendance_page_reads ("01890000-0000-7000-8000-000000000000@today"));
  {
    g_autofree char *uri = g_strconcat ("roster:", rest, NULL);

    fram_page_show (FRAM_PAGE (f->page), uri);
  }
  settle (f);
  fram_assert_date (fram_roster_page_get_day (fram_attendance_page_get_roster (f->page)), "2026-11-10");
}

static void
test_month (Fixture *f, gconstpointer data)
{
  open_page (f, "month", 1072);
  assert_cursor (f, 0, 8); /* the 12th is the ninth working day */
  press (f, key_of (f, "present"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 8)), ==, "present");
  press_with (f, GDK_KEY_Left, GDK_ALT_MASK);
  settle (f);
  fram_assert_date (fram_sheet_page_get_sheet (sheet_page (f))->from, "2026-10-01");
}

/* A correction more than a week back asks for its reason first, once for the whole block. */
static void
test_reason_in_the_flow (Fixture *f, gconstpointer data)
{
  FramSheetPage *page;

  open_page (f, "week", 1072);
  page = sheet_page (f);
  fram_sheet_page_go_to_day (page, fram_test_date ("2026-10-29"));
  settle (f);
  fram_sheet_grid_move_to (fram_sheet_page_get_grid (page), 0, 0, FALSE);
  press_with (f, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_visible (page->reason_entry));
  press (f, key_of (f, "sick"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 0)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (page->reason_entry), "the paper list");
  gtk_widget_grab_focus (GTK_WIDGET (fram_sheet_page_get_grid (page)));
  press (f, key_of (f, "sick"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 0)), ==, "sick");
  g_assert_cmpstr (cell (f, "Amina Hassan", 0)->marks[0].reason, ==, "the paper list");
}

static void
test_closing (Fixture *f, gconstpointer data)
{
  FramSheetPage *page;

  open_page (f, "week", 1072);
  page = sheet_page (f);
  g_assert_true (gtk_widget_get_visible (page->close_button));
  fram_sheet_page_close_week (page, FALSE, NULL);
  settle (f);
  g_assert_false (gtk_widget_get_visible (page->close_button));
  g_assert_true (gtk_widget_get_visible (page->reopen_button));
  g_assert_nonnull (strstr (gtk_label_get_text (page->notice_label), "Per Wallin"));
  press (f, key_of (f, "present"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 3)), ==, "");
  g_assert_nonnull (strstr (f->said, "46"));
  fram_sheet_page_close_week (page, TRUE, "a slip of paper");
  settle (f);
  g_assert_false (gtk_widget_get_visible (page->notice));
  press (f, key_of (f, "present"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 3)), ==, "present");
}

static void
test_who_reads_only (Fixture *f, gconstpointer data)
{
  open_page (f, "week", 1072);
  g_assert_false (gtk_widget_get_visible (sheet_page (f)->close_button));
  press (f, key_of (f, "present"));
  g_assert_cmpstr (code_of (cell (f, "Amina Hassan", 3)), ==, "");
  g_assert_nonnull (f->said);
}

/* What another window or program marks is shown here too. */
static void
test_others_marks_are_shown (Fixture *f, gconstpointer data)
{
  FramMarkEdit sick = { .fields = FRAM_MARK_STATUS, .status = "sick" };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = NULL;
  const FramSheetRow *amina;

  open_page (f, "week", 1072);
  amina = g_ptr_array_index (fram_sheet_page_get_sheet (sheet_page (f))->rows, 0);
  roster = fram_desk_mark (f->desk, &f->activity, fram_test_date ("2026-11-10"), 0, &amina->enrolment, 1, &sick, NULL,
                           &error);
  g_assert_no_error (error);
  wait_until (g_str_equal (code_of (cell (f, "Amina Hassan", 1)), "sick"));
}

/* At 360 pixels the five days of a week stand beside the names, and nothing is wider than the window. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  const FramSheetLayout *layout;

  open_page (f, "week", 360);
  layout = fram_sheet_grid_get_layout (fram_sheet_page_get_grid (sheet_page (f)));
  g_assert_cmpint (layout->form, ==, FRAM_SHEET_NARROW);
  g_assert_cmpfloat (layout->name + layout->content, <=, gtk_widget_get_width (GTK_WIDGET (f->page)) + 0.5);
  fram_attendance_page_show_view (f->page, "month");
  settle (f);
  wait_until (gtk_widget_get_width (GTK_WIDGET (sheet_page (f))) > 0);
  layout = fram_sheet_grid_get_layout (fram_sheet_page_get_grid (sheet_page (f)));
  g_assert_cmpfloat (layout->content, <=, gtk_widget_get_width (GTK_WIDGET (f->page)) + 0.5);
}

/* What stands side by side on a telephone stands below each other when letters are twice as large. */
static void
test_large_letters_on_a_telephone (void)
{
  static const int weekdays[] = { 1, 2, 3, 4, 5, 1, 2, 3, 4, 5 };
  g_auto (FramSheetLayout) plain = { 0 };
  g_auto (FramSheetLayout) large = { 0 };

  fram_sheet_layout_init (&plain, FRAM_SHEET_MONTH, weekdays, G_N_ELEMENTS (weekdays), 360, 1);
  g_assert_cmpfloat (plain.counts_y, ==, plain.hours_y);
  fram_sheet_layout_init (&large, FRAM_SHEET_MONTH, weekdays, G_N_ELEMENTS (weekdays), 360, 2);
  g_assert_cmpfloat (large.rates_y, >=, 2 * 26);
  g_assert_cmpfloat (large.cell_y, >=, large.rates_y + 2 * 36);
  g_assert_cmpfloat (large.hours_y, >=, large.cell_y + 2 * 36);
  g_assert_cmpfloat (large.counts_y, >=, large.hours_y + 2 * 22);
  g_assert_cmpfloat (large.row, >=, large.counts_y + 2 * 22);
}

#define ADD(name, data, func) g_test_add ("/week/" name, Fixture, data, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  fram_locale_init ();
  ADD ("keys-mark-and-go-on", NULL, test_keys_mark_and_go_on);
  ADD ("enter-finds-the-unmarked", NULL, test_enter_finds_the_unmarked);
  ADD ("digits-are-minutes", NULL, test_digits_are_minutes);
  ADD ("a-block", NULL, test_a_block);
  ADD ("shift-selects", NULL, test_shift_selects);
  ADD ("popover", NULL, test_popover);
  ADD ("cells-are-told", NULL, test_cells_are_told);
  ADD ("views-keep-the-day", NULL, test_views_keep_the_day);
  ADD ("address-with-a-day", NULL, test_address_with_a_day);
  ADD ("month", NULL, test_month);
  ADD ("reason-in-the-flow", NULL, test_reason_in_the_flow);
  ADD ("closing", NULL, test_closing);
  ADD ("who-reads-only", "eva", test_who_reads_only);
  ADD ("others-marks-are-shown", NULL, test_others_marks_are_shown);
  ADD ("narrow", NULL, test_narrow);
  g_test_add_func ("/week/large-letters-on-a-telephone", test_large_letters_on_a_telephone);
  return g_test_run ();
}
