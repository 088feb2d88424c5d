#include "window-test.h"

#include "fram-desk-files.h"
#include "fram-desk-timeline-print.h"
#include "fram-drawing-dialog.h"
#include "fram-paper-view.h"
#include "fram-sheet-preview.h"

/* A drawing on its way out of the program: looked at, saved as what it is asked for, logged, and said. */

static FramDrawingDialog *
find_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (FRAM_IS_DRAWING_DIALOG (one))
        return FRAM_DRAWING_DIALOG (one);
    }
  return NULL;
}

static FramDrawingDialog *
open_dialog (Fixture *f)
{
  FramPeopleQuery query = { .search = "Carlos" };
  FramDesk *desk;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  make_register (f);
  open_as (f, "karin");
  desk = fram_window_get_desk (f->window);
  people = fram_desk_people (desk, &query, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  paper = fram_desk_timeline_paper (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, NULL, &error);
  g_assert_no_error (error);
  gtk_window_present (fram_drawing_dialog_new (desk, GTK_WIDGET (f->window), paper));
  WAIT_FOR (find_dialog () != NULL);
  return find_dialog ();
}

static gpointer
part (FramDrawingDialog *dialog, const char *name)
{
  GObject *view = gtk_widget_get_template_child (GTK_WIDGET (dialog), FRAM_TYPE_DRAWING_DIALOG, "view");

  return gtk_widget_get_template_child (GTK_WIDGET (view), FRAM_TYPE_PAPER_VIEW, name);
}

static guint
count_log (Fixture *f, const char *act)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) owner = fram_desk_open (f->path, clock, NULL);
  g_autoptr (GPtrArray) lines = fram_desk_log (owner, NULL, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += g_str_equal (((FramLogLine *)g_ptr_array_index (lines, i))->act, act);
  return n;
}

static void
test_the_preview_tells_what_it_shows (Fixture *f, gconstpointer data)
{
  FramDrawingDialog *dialog = open_dialog (f);

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Print Timeline, Carlos Muñoz");
  gtk_test_accessible_assert_property (part (dialog, "preview"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline, Carlos Muñoz, page 1 of 1.");
  g_assert_false (gtk_widget_get_visible (part (dialog, "pages")));
  g_assert_true (gtk_widget_get_visible (part (dialog, "more_button")));
  g_assert_cmpint (g_menu_model_get_n_items (gtk_menu_button_get_menu_model (part (dialog, "more_button"))), ==, 2);
  g_assert_true (fram_drawing_dialog_is_idle (dialog));
  g_assert_cmpuint (count_log (f, "exported"), ==, 0);
}

/* By the ending of its name: a paper, or the drawing alone. */
static void
save_as (Fixture *f, const char *name, const char *begins)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autofree char *said = g_strdup_printf ("The sheet is saved as “%s”.", name);
  g_autofree char *content = NULL;
  gsize size;

  fram_drawing_dialog_save (open_dialog (f), path);
  WAIT_FOR (find_dialog () == NULL);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpuint (size, >, 1000);
  g_assert_nonnull (memmem (content, MIN (size, 200), begins, strlen (begins)));
  WAIT_FOR (says (f->window, said));
  g_assert_cmpuint (count_log (f, "exported"), ==, 1);
}

static void
test_it_is_saved_as_pdf (Fixture *f, gconstpointer data)
{
  save_as (f, "way.pdf", "%PDF-");
}

static void
test_it_is_saved_as_png (Fixture *f, gconstpointer data)
{
  save_as (f, "way.png", "PNG");
}

static void
test_it_is_saved_as_svg (Fixture *f, gconstpointer data)
{
  save_as (f, "way.svg", "<svg");
}

static void
test_what_goes_wrong_is_said (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "nowhere", "way.pdf", NULL);
  FramDrawingDialog *dialog = open_dialog (f);

  fram_drawing_dialog_save (dialog, path);
  WAIT_FOR (fram_drawing_dialog_is_idle (dialog));
  g_assert_true (gtk_revealer_get_reveal_child (part (dialog, "trouble")));
  g_assert_nonnull (strstr (gtk_label_get_text (part (dialog, "sentence")), "nowhere/way.pdf"));
  g_assert_true (gtk_widget_is_sensitive (part (dialog, "save_button")));
}

static void
test_another_person_finds_no_dialog (Fixture *f, gconstpointer data)
{
  open_dialog (f);
  fram_desk_sit_down_as (fram_window_get_desk (f->window), "torsten", NULL);
  WAIT_FOR (find_dialog () == NULL);
}

static void
test_it_fits_a_telephone (Fixture *f, gconstpointer data)
{
  FramDrawingDialog *dialog = open_dialog (f);
  int width;

  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
}

static void
clean (Fixture *f, gconstpointer data)
{
  if (find_dialog () != NULL)
    gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  wait_ms (20);
  tear_down (f, data);
}

#define ADD(name, func) g_test_add ("/drawing/" name, Fixture, NULL, set_up, func, clean)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  ADD ("the-preview-tells-what-it-shows", test_the_preview_tells_what_it_shows);
  ADD ("saved-as-pdf", test_it_is_saved_as_pdf);
  ADD ("saved-as-png", test_it_is_saved_as_png);
  ADD ("saved-as-svg", test_it_is_saved_as_svg);
  ADD ("what-goes-wrong-is-said", test_what_goes_wrong_is_said);
  ADD ("another-person-finds-no-dialog", test_another_person_finds_no_dialog);
  ADD ("it-fits-a-telephone", test_it_fits_a_telephone);
  status = g_test_run ();
  remove_files (home);
  return status;
}
