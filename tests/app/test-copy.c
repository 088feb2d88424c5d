#include "window-test.h"

#include "fram-table.h"

/* Selected rows go to the clipboard as a table, and the access log tells of whom. */

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
on_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
clipboard_text (Fixture *f)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (f->window)), NULL, on_text_cb, &text);
  WAIT_FOR (text != NULL);
  return text;
}

static gboolean
toast_is (Fixture *f, const char *text)
{
  return f->window->toast != NULL && g_strcmp0 (adw_toast_get_title (f->window->toast), text) == 0;
}

static GtkSelectionModel *
list_of (Fixture *f)
{
  return gtk_column_view_get_model (
      GTK_COLUMN_VIEW (find_type (GTK_WIDGET (fram_tabs_get_page (f->window->tabs)), GTK_TYPE_COLUMN_VIEW)));
}

static guint
count_exported (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) system = fram_desk_open (f->path, clock, NULL);
  g_autoptr (GPtrArray) lines = fram_desk_log (system, NULL, 100, NULL);
  guint n = 0;

  g_assert_nonnull (lines);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_equal (((FramAccessLine *)g_ptr_array_index (lines, i))->act, "exported"))
      n++;
  return n;
}

static void
test_participants (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  WAIT_FOR (says (f->window->tabs, "3 participants"));
  /* nothing is selected */
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  act (f, "copy");
  g_assert_true (toast_is (f, "Nothing was copied: select rows first."));
  g_assert_cmpuint (count_exported (f), ==, 0);
  /* two of three, by name */
  gtk_selection_model_select_range (list_of (f), 1, 2, TRUE);
  act (f, "copy");
  WAIT_FOR (toast_is (f, "2 rows copied."));
  text = clipboard_text (f);
  {
    g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

    g_assert_cmpuint (g_strv_length (rows), ==, 4);
    g_assert_cmpstr (rows[0], ==, "Name\tCase\tPhase\tWorkshops\tEnrolled\tReferred by");
    g_assert_true (g_str_has_prefix (rows[1], "Elin Sjö\t"));
    g_assert_nonnull (strstr (rows[1], "\tGarden\t2026-10-01"));
    g_assert_true (g_str_has_prefix (rows[2], "Leyla Åkesson\t"));
  }
  /* one line of the log for each */
  g_assert_cmpuint (count_exported (f), ==, 2);
}

/* Ctrl+C in an entry copies the text, not the list. */
static void
test_entry (Fixture *f, gconstpointer data)
{
  GtkWidget *search;
  g_autofree char *text = NULL;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-participants");
  WAIT_FOR (says (f->window->tabs, "3 participants"));
  gtk_selection_model_select_all (list_of (f));
  search = find_type (GTK_WIDGET (fram_tabs_get_page (f->window->tabs)), GTK_TYPE_SEARCH_ENTRY);
  gtk_widget_grab_focus (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "åke");
  gtk_editable_select_region (GTK_EDITABLE (search), 0, -1);
  act (f, "copy");
  text = clipboard_text (f);
  g_assert_cmpstr (text, ==, "åke");
  g_assert_cmpuint (count_exported (f), ==, 0);
}

static void
test_house (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  make_register (f);
  open_as (f, "karin");
  act (f, "open-staff");
  WAIT_FOR (says (f->window->tabs, "Torsten Ek"));
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  act (f, "copy");
  WAIT_FOR (toast_is (f, "3 rows copied."));
  text = clipboard_text (f);
  g_assert_true (g_str_has_prefix (text, "Section\tName\tDetails\n"));
  g_assert_nonnull (strstr (text, "\tTorsten Ek\t"));
}

static void
test_roster (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;

  make_register (f);
  open_as (f, "torsten");
  WAIT_FOR (fram_roster_page_get_roster (roster_page (f)) != NULL && fram_roster_page_is_idle (roster_page (f)));
  act (f, "copy");
  WAIT_FOR (toast_is (f, "2 rows copied."));
  text = clipboard_text (f);
  g_assert_nonnull (strstr (text, "\nLeyla Åkesson\t"));
  g_assert_cmpuint (count_exported (f), ==, 2);
}

static void
test_table (void)
{
  g_autoptr (GString) table = g_string_new (NULL);
  g_autofree char *html = NULL;

  fram_table_add_cell (table, "A");
  fram_table_add_cell (table, "B");
  fram_table_end_row (table);
  fram_table_add_cell (table, NULL);
  fram_table_add_cell (table, "two\nlines\tand <tabs>");
  fram_table_end_row (table);
  fram_table_add_cell (table, "=1+1");
  fram_table_add_cell (table, "+46 70 123");
  fram_table_end_row (table);
  g_assert_cmpstr (table->str, ==, "A\tB\n\ttwo lines and <tabs>\n'=1+1\t+46 70 123\n");
  g_assert_cmpuint (fram_table_count_rows (table->str), ==, 2);
  html = fram_table_to_html (table->str);
  g_assert_nonnull (strstr (html, "<tr><th>A</th><th>B</th></tr>"));
  g_assert_nonnull (strstr (html, "<tr><td></td><td>two lines and &lt;tabs&gt;</td></tr>"));
}

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  g_test_add_func ("/copy/table", test_table);
  g_test_add ("/copy/participants", Fixture, NULL, set_up, test_participants, tear_down);
  g_test_add ("/copy/roster", Fixture, NULL, set_up, test_roster, tear_down);
  g_test_add ("/copy/entry", Fixture, NULL, set_up, test_entry, tear_down);
  g_test_add ("/copy/house", Fixture, NULL, set_up, test_house, tear_down);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
