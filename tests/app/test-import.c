#include "window-test.h"

#include "fram-import-assistant.h"
#include "fram-import-preview.h"

/* The import assistant, from choosing files to undo. */

/* As WAIT_FOR(), for what takes seconds on a machine that has much else to do. */
#define WAIT_LONG_FOR(condition)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    gboolean over_ = FALSE;                                                                                            \
    guint limit_ = g_timeout_add_seconds (80, on_late_cb, &over_);                                                     \
                                                                                                                       \
    while (!(condition) && !over_)                                                                                     \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_assert_true (condition);                                                                                         \
    if (!over_)                                                                                                        \
      g_source_remove (limit_);                                                                                        \
  }                                                                                                                    \
  G_STMT_END

static char *
list (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "import", name, NULL);
}

static FramImportAssistant *
find_assistant (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (FRAM_IS_IMPORT_ASSISTANT (one))
        return FRAM_IMPORT_ASSISTANT (one);
    }
  return NULL;
}

static FramImportAssistant *
open_assistant (Fixture *f)
{
  make_register (f);
  open_as (f, "Karin Berg");
  act (f, "import");
  WAIT_FOR (find_assistant () != NULL);
  g_assert_true (says (find_assistant (), "Step 1 of 4"));
  return find_assistant ();
}

static void
take (FramImportAssistant *assistant, const char *path)
{
  const char *const paths[] = { path, NULL };

  fram_import_assistant_take (assistant, paths);
}

static void
go (FramImportAssistant *assistant, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (assistant), action, NULL));
}

static guint
n_people (Fixture *f)
{
  FramPeopleQuery query = { .search = NULL };
  g_autoptr (GPtrArray) people = fram_desk_people (fram_window_get_desk (f->window), &query, NULL);

  return people->len;
}

typedef gboolean (*Wanted) (GtkWidget *widget, const char *text);

static gboolean
is_button (GtkWidget *widget, const char *text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
is_row (GtkWidget *widget, const char *text)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), text) == 0;
}

static gboolean
is_preview (GtkWidget *widget, const char *text)
{
  return FRAM_IS_IMPORT_PREVIEW (widget);
}

static GtkWidget *
find_widget (gpointer in, Wanted wanted, const char *text)
{
  GtkWidget *found = NULL;

  if (wanted (in, text))
    return in;
  for (GtkWidget *child = gtk_widget_get_first_child (in); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, wanted, text);
  return found;
}

static void
click (FramImportAssistant *assistant, const char *label)
{
  GtkWidget *button = find_widget (assistant, is_button, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
next_is_offered (FramImportAssistant *assistant, const char *label)
{
  GtkWidget *button = find_widget (assistant, is_button, label);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
choose (FramImportAssistant *assistant, const char *title, const char *choice)
{
  GtkWidget *row = find_widget (assistant, is_row, title);
  GListModel *model;

  g_assert_true (ADW_IS_COMBO_ROW (row));
  model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), choice) == 0)
      {
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
        return;
      }
  g_assert_not_reached ();
}

/* From a file to records and back, with nothing written before the last step. */
static void
test_walk (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *people = list ("deltagare.csv");

  take (assistant, people);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  g_assert_true (says (assistant, "Read as: tabs, UTF-16"));
  g_assert_true (says (assistant, "9 of 9 columns are read"));
  g_assert_true (says (assistant, "Åsa · Goran · Leyla"));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "Step 3 of 4"));
  g_assert_true (says (assistant, "3 rows were read, without problems."));
  g_assert_cmpuint (n_people (f), ==, 3);
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "Step 4 of 4"));
  g_assert_true (says (assistant, "The files are imported."));
  g_assert_cmpuint (n_people (f), ==, 6);
  click (assistant, "_Undo");
  WAIT_FOR (says (assistant, "Undone: The files are imported."));
  g_assert_cmpuint (n_people (f), ==, 3);
  g_assert_false (gtk_widget_get_visible (find_widget (assistant, is_button, "_Undo")));
  go (assistant, "import.next");
  WAIT_FOR (find_assistant () == NULL);
}

/* What Ctrl+Z does after the assistant is closed. */
static void
test_undo_in_window (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *people = list ("deltagare.csv");

  take (assistant, people);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "Step 3 of 4"));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "Step 4 of 4"));
  gtk_window_close (GTK_WINDOW (assistant));
  WAIT_FOR (may (f, "undo"));
  act (f, "undo");
  WAIT_FOR (n_people (f) == 3);
  WAIT_FOR (may (f, "redo"));
  act (f, "redo");
  WAIT_FOR (n_people (f) == 6);
}

/* Back keeps what was chosen; so does another look at the same files. */
static void
test_back (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *people = list ("deltagare.csv");

  take (assistant, people);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  choose (assistant, "Kön", "Not imported");
  g_assert_true (says (assistant, "8 of 9 columns are read"));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "Step 3 of 4"));
  go (assistant, "import.back");
  g_assert_true (says (assistant, "Step 2 of 4"));
  g_assert_true (says (assistant, "8 of 9 columns are read"));
  go (assistant, "import.back");
  g_assert_true (says (assistant, "Step 1 of 4"));
  g_assert_cmpuint (n_people (f), ==, 3);
  /* remembered for lists with the same headings */
  take (assistant, people);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  g_assert_true (says (assistant, "8 of 9 columns are read"));
}

/* Problems stand with file, line, heading and what is written there, can be searched, and nothing can be imported. */
static void
test_problems (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *wrong = list ("narvaro-fel.csv");
  FramImportPreview *preview;

  take (assistant, wrong);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "There are 6 problems in the files."));
  preview = FRAM_IMPORT_PREVIEW (find_widget (assistant, is_preview, NULL));
  g_assert_cmpuint (fram_import_preview_get_n_lines (preview), ==, 6);
  WAIT_FOR (says (preview, "narvaro-fel.csv, line 2, Datum"));
  g_assert_true (says (preview, "In the file: 05/10/2026"));
  g_assert_false (next_is_offered (assistant, "_Import"));
  fram_import_preview_filter (preview, "smedja");
  g_assert_cmpuint (fram_import_preview_get_n_lines (preview), ==, 1);
  fram_import_preview_filter (preview, "");
  g_assert_cmpuint (fram_import_preview_get_n_lines (preview), ==, 6);
  go (assistant, "import.back");
  g_assert_true (says (assistant, "Step 2 of 4"));
}

/* A list whose headings say nothing: a person says what it holds and what its columns are. */
static void
test_mapping (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *path = g_build_filename (f->folder, "lista.csv", NULL);
  g_autofree char *text = NULL;
  FramPeopleQuery query = { .search = "Leyla" };
  g_autoptr (GPtrArray) people = fram_desk_people (fram_window_get_desk (f->window), &query, NULL);
  GtkWidget *constant;

  text = g_strdup_printf ("Vem;När;Hur\n%s;2026-11-09;Närvarande\n",
                          ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  take (assistant, path);
  WAIT_FOR (says (assistant, "Say what “lista.csv” holds."));
  g_assert_false (next_is_offered (assistant, "_Preview"));
  choose (assistant, "What the file holds", "Attendance");
  WAIT_FOR (says (assistant, "“lista.csv” has no column for “Case number” yet."));
  choose (assistant, "Vem", "Case number");
  choose (assistant, "När", "Date");
  choose (assistant, "Hur", "Attendance");
  WAIT_FOR (says (assistant, "“lista.csv” has no column for “Workshop or group” yet."));
  constant = find_widget (assistant, is_row, "Workshop or group, the same in every row");
  g_assert_true (gtk_widget_get_visible (constant));
  gtk_editable_set_text (GTK_EDITABLE (constant), "Snickeri");
  g_assert_true (next_is_offered (assistant, "_Preview"));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "1 row was read, without problems."));
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "The files are imported."));
}

static void
test_two_of_a_kind (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *one = list ("narvaro.csv"), *other = list ("narvaro-fel.csv");
  const char *const paths[] = { one, other, NULL };

  fram_import_assistant_take (assistant, paths);
  WAIT_FOR (says (assistant, "hold the same (Attendance); import one of them at a time."));
  g_assert_false (next_is_offered (assistant, "_Preview"));
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);

  take (assistant, "/nowhere/list.csv");
  WAIT_FOR (says (assistant, "There is no file “/nowhere/list.csv”."));
  g_assert_true (says (assistant, "Step 1 of 4"));
}

/* A large file: the window goes on drawing, and Cancel is answered at once. */
static gboolean
on_frame (gpointer data)
{
  gint64 *times = data, now = g_get_monotonic_time ();

  times[1] = MAX (times[1], now - times[0]);
  times[0] = now;
  return G_SOURCE_CONTINUE;
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *all = g_test_build_filename (G_TEST_DIST, "data", "fram", NULL);
  gint64 times[2] = { g_get_monotonic_time (), 0 }, begin;
  guint frames;

  take (assistant, all);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  wait_ms (200); /* the groups are drawn */
  times[0] = g_get_monotonic_time ();
  frames = g_timeout_add (5, on_frame, times);
  go (assistant, "import.next");
  WAIT_FOR (says (assistant, "Looking Through the Files"));
  wait_ms (300);
  begin = g_get_monotonic_time ();
  click (assistant, "_Cancel");
  WAIT_FOR (says (assistant, "The import was stopped; nothing was changed."));
  g_test_message ("cancelled after %.0f ms; the window stood still for at most %.0f ms",
                  (double)(g_get_monotonic_time () - begin) / 1000, (double)times[1] / 1000);
  g_source_remove (frames);
  g_assert_true (says (assistant, "Step 2 of 4"));
  g_assert_cmpuint (n_people (f), ==, 3);
}

static GtkWindow *
find_titled (const char *title)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (g_strcmp0 (gtk_window_get_title (one), title) == 0)
        return one;
    }
  return NULL;
}

/* What takes seconds to undo says how far it is, and the window goes on drawing. */
static void
test_large_undo (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *all = g_test_build_filename (G_TEST_DIST, "data", "fram", NULL);
  gint64 times[2] = { 0, 0 };
  guint frames;

  take (assistant, all);
  WAIT_LONG_FOR (says (assistant, "Step 2 of 4"));
  go (assistant, "import.next");
  WAIT_LONG_FOR (says (assistant, "Step 3 of 4"));
  go (assistant, "import.next");
  WAIT_LONG_FOR (says (assistant, "Step 4 of 4"));
  gtk_window_close (GTK_WINDOW (assistant));
  WAIT_LONG_FOR (may (f, "undo"));
  wait_ms (500); /* the pages are read again */
  times[0] = g_get_monotonic_time ();
  frames = g_timeout_add (5, on_frame, times);
  act (f, "undo");
  WAIT_LONG_FOR (find_titled ("Undoing") != NULL);
  WAIT_LONG_FOR (find_titled ("Undoing") == NULL);
  g_source_remove (frames);
  g_test_message ("while a hundred thousand records were undone the window stood still for at most %.0f ms",
                  (double)times[1] / 1000);
  WAIT_LONG_FOR (n_people (f) == 3);
  WAIT_LONG_FOR (says (f->window, "Undone: The files are imported."));
}

/* Closing while it is at work stops it. */
static void
test_close (Fixture *f, gconstpointer data)
{
  FramImportAssistant *assistant = open_assistant (f);
  g_autofree char *all = g_test_build_filename (G_TEST_DIST, "data", "fram", NULL);

  take (assistant, all);
  WAIT_FOR (says (assistant, "Step 2 of 4"));
  go (assistant, "import.next");
  wait_ms (100);
  gtk_window_close (GTK_WINDOW (assistant));
  WAIT_FOR (find_assistant () == NULL);
  wait_ms (300);
  g_assert_cmpuint (n_people (f), ==, 3);
}

static GtkDropTarget *
drop_target_of (FramWindow *window)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (all, i);

      if (GTK_IS_DROP_TARGET (one) &&
          gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (one)), GDK_TYPE_FILE_LIST))
        return GTK_DROP_TARGET (one);
    }
  return NULL;
}

static gboolean
drop (FramWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (drop_target_of (window), "drop", &value, 10.0, 10.0, &taken);
  return taken;
}

static void
test_drop (Fixture *f, gconstpointer data)
{
  g_autofree char *people = list ("deltagare.csv");

  make_register (f);
  open_as (f, "Karin Berg");
  g_assert_true (drop (f->window, people));
  WAIT_FOR (find_assistant () != NULL && says (find_assistant (), "Step 2 of 4"));
}

/* Who may not import is not offered it, and told when dropping files. */
static void
test_rights (Fixture *f, gconstpointer data)
{
  g_autofree char *people = list ("deltagare.csv");

  make_register (f);
  open_as (f, "Torsten Ek");
  g_assert_false (may (f, "import"));
  g_assert_true (drop (f->window, people));
  WAIT_FOR (says (f->window, "Your roles do not let you import."));
  g_assert_null (find_assistant ());
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "from a file to records and back", test_walk },
    { "undo and redo in the window", test_undo_in_window },
    { "back keeps what was chosen", test_back },
    { "problems by line", test_problems },
    { "columns are mapped by a person", test_mapping },
    { "two files of the same kind", test_two_of_a_kind },
    { "a file that is not there", test_refused },
    { "cancel", test_cancel },
    { "a large import is undone with a dialog", test_large_undo },
    { "closing stops the work", test_close },
    { "files dropped on the window", test_drop },
    { "only who may imports", test_rights },
  };
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/import/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }
  status = g_test_run ();
  remove_files (home);
  return status;
}
