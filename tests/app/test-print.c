#include "window-test.h"

#include "fram-desk-files.h"
#include "fram-paper-view.h"
#include "fram-print-dialog.h"
#include "fram-print-draw.h"
#include "fram-print-job.h"
#include "fram-sheet-preview.h"

/* Printing as a person does it: Ctrl+P, which sheet, the pages as they will be, and both ways out of the program. */

static GtkWindow *
find_window (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (one, type))
        return one;
    }
  return NULL;
}

static gpointer
part (gpointer dialog, const char *name)
{
  GObject *view = gtk_widget_get_template_child (GTK_WIDGET (dialog), FRAM_TYPE_PRINT_DIALOG, "view");
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (view), FRAM_TYPE_PAPER_VIEW, name);

  if (object == NULL)
    object = gtk_widget_get_template_child (GTK_WIDGET (dialog), FRAM_TYPE_PRINT_DIALOG, name);
  g_assert_nonnull (object);
  return object;
}

static void
open_roster (Fixture *f, const char *who)
{
  g_autofree char *uri = NULL;

  make_register (f);
  open_as (f, who);
  uri = roster_uri (f, "snickeri");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.open", "s", uri);
  WAIT_FOR (may (f, "print"));
}

/* The dialog that Ctrl+P opens, when its page is there. */
static FramPrintDialog *
open_dialog (Fixture *f)
{
  FramPrintDialog *dialog;

  act (f, "print");
  WAIT_FOR (find_window (FRAM_TYPE_PRINT_DIALOG) != NULL);
  dialog = FRAM_PRINT_DIALOG (find_window (FRAM_TYPE_PRINT_DIALOG));
  WAIT_FOR (fram_print_dialog_is_idle (dialog) && fram_print_dialog_get_sheet (dialog) != NULL);
  return dialog;
}

static void
choose (FramPrintDialog *dialog, FramPrintKind kind)
{
  gtk_drop_down_set_selected (part (dialog, "kind"), kind);
  WAIT_FOR (fram_print_dialog_is_idle (dialog) && fram_print_dialog_get_sheet (dialog)->kind == kind);
}

static void
click (FramPrintDialog *dialog, const char *name)
{
  g_assert_true (gtk_widget_is_sensitive (part (dialog, name)));
  g_signal_emit_by_name (part (dialog, name), "clicked");
  WAIT_FOR (fram_print_dialog_is_idle (dialog));
}

static void
test_ctrl_p_opens_the_list_for_signatures (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) keys = NULL;
  FramPrintDialog *dialog;

  open_roster (f, "torsten");
  keys = gtk_application_get_accels_for_action (GTK_APPLICATION (f->app), "win.print");
  g_assert_cmpstr (keys[0], ==, "<Control>p");
  g_assert_nonnull (find_button (GTK_WIDGET (fram_tabs_get_page (f->window->tabs)), "win.print"));
  dialog = open_dialog (f);
  g_assert_cmpint (fram_print_dialog_get_sheet (dialog)->kind, ==, FRAM_PRINT_SIGNATURES_DAY);
  g_assert_cmpuint (fram_print_dialog_get_sheet (dialog)->rows->len, ==, 2);
  g_assert_true (says (dialog, "Thursday 12 November 2026"));
  g_assert_false (says (dialog, "protected"));
  gtk_test_accessible_assert_property (part (dialog, "preview"), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "List for signatures: Woodwork, Thursday 12 November 2026, week 46. Page 1 of 1 "
                                       "with 2 people.");
  gtk_test_accessible_assert_property (part (dialog, "preview"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Carlos Muñoz 09–12; Leyla Åkesson 09–12");
}

static void
test_a_page_that_is_no_list_is_not_printed (Fixture *f, gconstpointer data)
{
  open_roster (f, "karin");
  act (f, "open-staff");
  WAIT_FOR (!may (f, "print"));
}

static void
test_every_sheet_and_other_days (Fixture *f, gconstpointer data)
{
  FramPrintDialog *dialog;

  open_roster (f, "torsten");
  dialog = open_dialog (f);
  for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
    choose (dialog, (FramPrintKind)kind);
  g_assert_true (says (dialog, "November 2026"));
  click (dialog, "previous_span");
  fram_assert_date (fram_print_dialog_get_sheet (dialog)->from, "2026-10-01");
  click (dialog, "next_span");
  choose (dialog, FRAM_PRINT_SIGNATURES_WEEK);
  click (dialog, "next_span");
  fram_assert_date (fram_print_dialog_get_sheet (dialog)->from, "2026-11-16");
  g_assert_true (says (dialog, "Week 47, 16–20 November 2026"));
  choose (dialog, FRAM_PRINT_SIGNATURES_DAY);
  click (dialog, "next_span");
  fram_assert_date (fram_print_dialog_get_sheet (dialog)->from, "2026-11-20");
}

static void
add_people (FramDesk *desk, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *family = g_strdup_printf ("Nummer%03u", i);

      add_person (desk, "Person", family, "snickeri");
    }
}

static void
test_pages_are_turned (Fixture *f, gconstpointer data)
{
  FramPrintDialog *dialog;

  open_roster (f, "nadia");
  add_people (fram_window_get_desk (f->window), 40);
  dialog = open_dialog (f);
  g_assert_true (says (dialog, "Page 1 of 3"));
  g_assert_false (gtk_widget_is_sensitive (part (dialog, "previous_page")));
  click (dialog, "next_page");
  gtk_widget_activate_action (part (dialog, "view"), "paper.turn", "i", 1);
  g_assert_true (says (dialog, "Page 3 of 3"));
  g_assert_false (gtk_widget_is_sensitive (part (dialog, "next_page")));
  gtk_widget_activate_action (part (dialog, "view"), "paper.turn", "i", 1);
  g_assert_true (says (dialog, "Page 3 of 3"));
  gtk_widget_activate_action (part (dialog, "view"), "paper.turn", "i", -1);
  g_assert_true (says (dialog, "Page 2 of 3"));
  choose (dialog, FRAM_PRINT_FILLED);
  g_assert_true (says (dialog, "Page 1 of 2"));
}

static void
add_protected (FramDesk *desk)
{
  FramPersonEdit edit = {
    .given_name = "Mona", .family_name = "Tell", .enrolled = fram_test_date ("2026-10-01"), .is_protected = TRUE
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *case_no = fram_desk_add_person (desk, &edit, &error);

  g_assert_no_error (error);
  fram_desk_place (desk, case_no, "snickeri", fram_test_date ("2026-10-05"), FRAM_DATE_NONE, "thu 09-12", &error);
  g_assert_no_error (error);
}

static void
test_who_is_left_out_is_said_on_the_screen (Fixture *f, gconstpointer data)
{
  FramPrintDialog *dialog;

  open_roster (f, "nadia");
  add_protected (fram_window_get_desk (f->window));
  dialog = open_dialog (f);
  g_assert_cmpuint (fram_print_dialog_get_sheet (dialog)->rows->len, ==, 2);
  g_assert_true (says (dialog, "1 person with protected identity is not on this sheet."));
  choose (dialog, FRAM_PRINT_FILLED);
  g_assert_cmpuint (fram_print_dialog_get_sheet (dialog)->rows->len, ==, 3);
  g_assert_false (says (dialog, "protected identity"));
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
test_saving_ends_the_dialog_and_says_where (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "list", NULL);
  g_autofree char *written = g_strconcat (path, ".pdf", NULL);

  open_roster (f, "torsten");
  fram_print_dialog_save (open_dialog (f), path);
  WAIT_FOR (find_window (FRAM_TYPE_PRINT_DIALOG) == NULL);
  g_assert_true (g_file_test (written, G_FILE_TEST_IS_REGULAR));
  WAIT_FOR (says (f->window, "The sheet is saved as “list.pdf”."));
  g_assert_cmpuint (count_log (f, "exported"), ==, 2);
}

static void
test_what_cannot_be_saved_is_said_in_the_dialog (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "nowhere", "list.pdf", NULL);
  FramPrintDialog *dialog;

  open_roster (f, "torsten");
  dialog = open_dialog (f);
  fram_print_dialog_save (dialog, path);
  WAIT_FOR (fram_print_dialog_is_idle (dialog));
  g_assert_true (gtk_revealer_get_reveal_child (part (dialog, "trouble")));
  g_assert_nonnull (strstr (gtk_label_get_text (part (dialog, "sentence")), "nowhere/list.pdf"));
  g_assert_true (gtk_widget_is_sensitive (part (dialog, "save_button")));
  choose (dialog, FRAM_PRINT_FILLED);
  g_assert_false (gtk_revealer_get_reveal_child (part (dialog, "trouble")));
}

static void
test_without_a_printer_a_file_is_offered (Fixture *f, gconstpointer data)
{
  GtkWindow *message;
  FramPrintDialog *dialog;

  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file", NULL);
  open_roster (f, "torsten");
  dialog = open_dialog (f);
  gtk_widget_activate_action (part (dialog, "view"), "paper.print", NULL);
  WAIT_FOR (find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  message = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (message)), ==, "No Printer Found");
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (message), "save"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (message), "print"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "cancel");
  wait_ms (50);
  g_assert_true (gtk_widget_is_sensitive (part (dialog, "print_button")));
  g_assert_cmpuint (count_log (f, "printed"), ==, 0);
}

/* How a printing ended. */
typedef struct
{
  gboolean ended;
  gboolean printed;
  char *failure;
} Ending;

static void
on_printed_cb (gboolean printed, const char *failure, gpointer data)
{
  Ending *ending = data;

  ending->ended = TRUE;
  ending->printed = printed;
  ending->failure = g_strdup (failure);
}

static void
print_to_file (Fixture *f, FramPrintDialog *dialog, const char *path, Ending *ending)
{
  g_autoptr (FramPaper) paper = fram_roster_sheet_get_paper ((FramRosterSheet *)fram_print_dialog_get_sheet (dialog));

  fram_print_job_run (fram_window_get_desk (f->window), paper, GTK_WINDOW (dialog), path, on_printed_cb, ending, NULL);
}

static void
test_paper_has_what_the_preview_shows (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "paper.pdf", NULL);
  g_autofree char *content = NULL;
  Ending ending = { FALSE, FALSE, NULL };
  FramPrintDialog *dialog;
  gsize size;

  open_roster (f, "torsten");
  dialog = open_dialog (f);
  print_to_file (f, dialog, path, &ending);
  WAIT_FOR (ending.ended);
  g_assert_cmpstr (ending.failure, ==, NULL);
  g_assert_true (ending.printed);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_cmpuint (size, >, 5000);
  g_assert_cmpuint (count_log (f, "printed"), ==, 2);
}

/* What has a column for each day lies on the paper, on a printer too. */
static void
test_a_week_is_printed_lying (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "paper.pdf", NULL);
  g_autofree char *content = NULL;
  Ending ending = { FALSE, FALSE, NULL };
  FramPrintDialog *dialog;
  gsize size;

  open_roster (f, "torsten");
  dialog = open_dialog (f);
  choose (dialog, FRAM_PRINT_WEEK);
  print_to_file (f, dialog, path, &ending);
  WAIT_FOR (ending.ended);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_nonnull (memmem (content, size, "/MediaBox [ 0 0 841", strlen ("/MediaBox [ 0 0 841")));
}

static void
test_a_printing_that_fails_says_so (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "nowhere", "paper.pdf", NULL);
  Ending ending = { FALSE, FALSE, NULL };
  FramPrintDialog *dialog;

  open_roster (f, "torsten");
  dialog = open_dialog (f);
  print_to_file (f, dialog, path, &ending);
  WAIT_FOR (ending.ended);
  g_assert_false (ending.printed);
  g_assert_nonnull (ending.failure);
  g_assert_nonnull (strstr (ending.failure, "PDF"));
  g_free (ending.failure);
}

/* Twice as large as usual, on a telephone; the Swedish of the button is longer. */
static void
test_large_text_fits_a_telephone (Fixture *f, gconstpointer data)
{
  g_autoptr (GtkCssProvider) large = gtk_css_provider_new ();
  GdkDisplay *display = gdk_display_get_default ();
  FramPrintDialog *dialog;
  int width, height;

  gtk_css_provider_load_from_data (large, "window { font-size: 200%; }", -1);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (large), GTK_STYLE_PROVIDER_PRIORITY_USER);
  open_roster (f, "torsten");
  dialog = open_dialog (f);
  choose (dialog, FRAM_PRINT_SIGNATURES_WEEK);
  gtk_button_set_label (part (dialog, "save_button"), "Spara som PDF …");
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_VERTICAL, 360, &height, NULL, NULL, NULL);
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (large));
  g_assert_cmpint (width, <=, 360);
  g_assert_cmpint (height, <=, 700);
}

static void
test_another_person_finds_no_dialog (Fixture *f, gconstpointer data)
{
  open_roster (f, "torsten");
  open_dialog (f);
  fram_desk_sit_down_as (fram_window_get_desk (f->window), "karin", NULL);
  WAIT_FOR (find_window (FRAM_TYPE_PRINT_DIALOG) == NULL);
}

static void
clean (Fixture *f, gconstpointer data)
{
  GtkWindow *dialog = find_window (FRAM_TYPE_PRINT_DIALOG);

  if (dialog != NULL)
    gtk_window_destroy (dialog);
  wait_ms (20);
  tear_down (f, data);
}

#define ADD(name, func) g_test_add ("/print/" name, Fixture, NULL, set_up, func, clean)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

  ADD ("ctrl-p-opens-the-list-for-signatures", test_ctrl_p_opens_the_list_for_signatures);
  ADD ("a-page-that-is-no-list", test_a_page_that_is_no_list_is_not_printed);
  ADD ("every-sheet-and-other-days", test_every_sheet_and_other_days);
  ADD ("pages-are-turned", test_pages_are_turned);
  ADD ("who-is-left-out-is-said-on-the-screen", test_who_is_left_out_is_said_on_the_screen);
  ADD ("saving-says-where", test_saving_ends_the_dialog_and_says_where);
  ADD ("what-cannot-be-saved-is-said", test_what_cannot_be_saved_is_said_in_the_dialog);
  ADD ("without-a-printer-a-file-is-offered", test_without_a_printer_a_file_is_offered);
  ADD ("paper-has-what-the-preview-shows", test_paper_has_what_the_preview_shows);
  ADD ("a-week-is-printed-lying", test_a_week_is_printed_lying);
  ADD ("a-printing-that-fails-says-so", test_a_printing_that_fails_says_so);
  ADD ("large-text-fits-a-telephone", test_large_text_fits_a_telephone);
  ADD ("another-person-finds-no-dialog", test_another_person_finds_no_dialog);
  status = g_test_run ();
  remove_files (home);
  return status;
}
