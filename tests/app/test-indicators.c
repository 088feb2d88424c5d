#include "window-test.h"

#include "fram-desk-absence.h"
#include "fram-desk-rating.h"
#include "fram-indicator-dialog.h"
#include "fram-indicator-text-dialog.h"
#include "fram-indicators-page.h"

/* Questions of talks, as the administrator and as a case worker find them. */

static char *said;

static void
on_written_cb (gpointer dialog, const char *what, gpointer data)
{
  g_free (said);
  said = g_strdup (what);
}

static FramIndicatorSet *
load (Fixture *f, const char *code)
{
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (fram_window_get_desk (f->window), NULL);

  for (guint i = 0; i < sets->len; i++)
    if (g_strcmp0 (((FramIndicatorSet *)g_ptr_array_index (sets, i))->code, code) == 0)
      return fram_indicator_set_copy (g_ptr_array_index (sets, i));
  g_assert_not_reached ();
}

/* Leyla answers the short check-in. */
static void
answer (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, &error);
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (desk, &error);
  g_autoptr (GArray) answers = fram_answers_new ();
  const FramIndicatorSet *set = g_ptr_array_index (sets, 0);
  FramAnswer one = { .indicator = ((FramIndicatorDraft *)g_ptr_array_index (set->indicators, 0))->id,
                     .rater = FRAM_RATER_PARTICIPANT,
                     .value = 3 };
  FramUuid enrolment;

  g_array_append_val (answers, one);
  g_assert_true (fram_desk_find_enrolment (desk, "F2026-0001", &enrolment, &error));
  g_assert_true (
      fram_desk_save_ratings (desk, &enrolment, &set->id, fram_test_date ("2026-11-05"), answers, NULL, &error));
  g_assert_no_error (error);
}

static void
open_page_as (Fixture *f, const char *who)
{
  make_register (f);
  answer (f);
  open_as (f, who);
  fram_window_open_uri (f->window, "indicators:");
  WAIT_FOR (says (f->window->tabs, "Short check-in"));
}

static FramIndicatorDialog *
edit (Fixture *f, const char *code, gboolean editable)
{
  g_autoptr (FramIndicatorSet) set = load (f, code);
  FramIndicatorDialog *dialog =
      fram_indicator_dialog_new (fram_window_get_desk (f->window), GTK_WIDGET (f->window), set, NULL, editable);

  g_clear_pointer (&said, g_free);
  g_signal_connect (dialog, "written", G_CALLBACK (on_written_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_ms (50);
  return dialog;
}

static gpointer
find (gpointer widget, GType type, const char *name)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *tip = gtk_widget_get_tooltip_text (child);

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && (name == NULL || g_strcmp0 (tip, name) == 0))
        return child;
      found = find (child, type, name);
    }
  return found;
}

static void
type_question (FramIndicatorDialog *dialog, guint n, gboolean swedish, const char *text)
{
  FramQuestionRow *row = fram_indicator_dialog_get_question (dialog, n - 1);

  gtk_editable_set_text (GTK_EDITABLE (fram_question_row_get_name_row (row, swedish)), text);
}

/* Before anything is saved the editor says what saving does. */
static void
test_new_version (Fixture *f, gconstpointer data)
{
  FramIndicatorDialog *dialog;
  g_autoptr (FramIndicatorSet) after = NULL;

  open_page_as (f, "karin");
  dialog = edit (f, "avstamning-3", TRUE);
  g_assert_nonnull (strstr (fram_indicator_dialog_get_version_text (dialog), "has been answered"));
  type_question (dialog, 1, TRUE, "Hur mår du?");
  g_assert_nonnull (strstr (fram_indicator_dialog_get_version_text (dialog),
                            "Old ratings stay with the words they were given under."));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (said != NULL);
  g_assert_nonnull (strstr (said, "version 2"));
  after = load (f, "avstamning-3");
  g_assert_cmpint (after->version, ==, 2);
  WAIT_FOR (says (f->window->tabs, "version 2"));
}

static void
test_correction (Fixture *f, gconstpointer data)
{
  FramIndicatorDialog *dialog;
  g_autoptr (FramIndicatorSet) after = NULL;

  open_page_as (f, "karin");
  dialog = edit (f, "avstamning-3", TRUE);
  type_question (dialog, 1, TRUE, "Hur har du det i dag?");
  gtk_switch_set_active (fram_indicator_dialog_get_correction (dialog), TRUE);
  g_assert_nonnull (strstr (fram_indicator_dialog_get_version_text (dialog), "goes on with the new words"));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (said != NULL);
  after = load (f, "avstamning-3");
  g_assert_cmpint (after->version, ==, 1);
  g_assert_cmpstr (((FramIndicatorDraft *)g_ptr_array_index (after->indicators, 0))->name_sv, ==,
                   "Hur har du det i dag?");
}

/* Questions are moved with the keys, taken away and added. */
static void
test_order (Fixture *f, gconstpointer data)
{
  FramIndicatorDialog *dialog;
  FramQuestionRow *first;
  g_autoptr (FramIndicatorSet) now = NULL, after = NULL;

  open_page_as (f, "karin");
  dialog = edit (f, "skapa-6", TRUE);
  first = fram_indicator_dialog_get_question (dialog, 0);
  g_signal_emit_by_name (first, "moved", 1);
  g_assert_true (fram_indicator_dialog_get_question (dialog, 1) == first);
  g_signal_emit_by_name (fram_indicator_dialog_get_question (dialog, 5), "dropped", first);
  g_assert_true (fram_indicator_dialog_get_question (dialog, 5) == first);
  g_signal_emit_by_name (fram_indicator_dialog_get_question (dialog, 0), "removed");
  g_assert_cmpuint (fram_indicator_dialog_get_n_questions (dialog), ==, 5);
  g_signal_emit_by_name (find (dialog, GTK_TYPE_BUTTON, NULL), "clicked"); /* Cancel: nothing was written */
  wait_ms (50);
  after = load (f, "skapa-6");
  g_assert_cmpuint (after->indicators->len, ==, 6);
  dialog = edit (f, "skapa-6", TRUE);
  g_signal_emit_by_name (fram_indicator_dialog_get_question (dialog, 0), "moved", 1);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (said != NULL);
  now = load (f, "skapa-6");
  g_assert_cmpstr (((FramIndicatorDraft *)g_ptr_array_index (now->indicators, 0))->name_en, ==,
                   "Can you manage a job today?");
}

/* What is wrong is said in the dialog, and nothing is written. */
static void
test_bad_input (Fixture *f, gconstpointer data)
{
  FramIndicatorDialog *dialog;

  open_page_as (f, "karin");
  dialog = edit (f, "avstamning-3", TRUE);
  type_question (dialog, 2, FALSE, "  ");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (strstr (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)), "Question 2"));
  g_assert_null (said);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_taken_cb (gpointer dialog, FramIndicatorSet *set, FramIndicatorSet *before, FramIndicatorSet **taken)
{
  *taken = fram_indicator_set_copy (set);
}

/* A text is looked at before anything is saved; what is wrong is told by its line. */
static void
test_text (Fixture *f, gconstpointer data)
{
  FramIndicatorTextDialog *dialog;
  FramDesk *desk;
  g_autoptr (FramIndicatorSet) taken = NULL;
  g_autofree char *text = NULL;

  open_page_as (f, "karin");
  desk = fram_window_get_desk (f->window);
  dialog = fram_indicator_text_dialog_new (desk, GTK_WIDGET (f->window));
  g_signal_connect (dialog, "taken", G_CALLBACK (on_taken_cb), &taken);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_text_buffer_set_text (fram_indicator_text_dialog_get_text (dialog), "[indicator_set x]\nname X", -1);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)) != NULL);
  g_assert_nonnull (strstr (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)), "Line 2"));
  text = fram_desk_indicator_set_to_text (desk, "skapa-6", NULL);
  gtk_text_buffer_set_text (fram_indicator_text_dialog_get_text (dialog), text, -1);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (taken != NULL);
  g_assert_cmpstr (taken->code, ==, "skapa-6");
}

/* The switches of the page write at once, and are undone like everything else. */
static gboolean
is_third (FramDesk *desk, const char *code)
{
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (desk, NULL);

  return sets->len > 2 && g_strcmp0 (((FramIndicatorSet *)g_ptr_array_index (sets, 2))->code, code) == 0;
}

static void
test_switches (Fixture *f, gconstpointer data)
{
  FramDesk *desk;
  GtkWidget *page;
  GtkSwitch *control;
  g_autoptr (FramIndicatorSet) set = NULL;

  open_page_as (f, "karin");
  desk = fram_window_get_desk (f->window);
  page = GTK_WIDGET (fram_tabs_get_page (f->window->tabs));
  control = find (page, GTK_TYPE_SWITCH, "New talks can use “Progress card”");
  g_assert_nonnull (control);
  gtk_switch_set_active (control, TRUE);
  WAIT_FOR (fram_desk_can_undo (desk));
  set = load (f, "mia-progressionskort");
  g_assert_true (set->offered);
  WAIT_FOR (find (page, GTK_TYPE_BUTTON, "Move “Progress card” up") != NULL);
  g_signal_emit_by_name (find (page, GTK_TYPE_BUTTON, "Move “Progress card” up"), "clicked");
  WAIT_FOR (is_third (desk, "mia-progressionskort"));
}

/* A case worker reads; nothing on the page can be changed. */
static void
test_reading (Fixture *f, gconstpointer data)
{
  FramIndicatorDialog *dialog;
  GtkWidget *page;

  open_page_as (f, "nadia");
  page = GTK_WIDGET (fram_tabs_get_page (f->window->tabs));
  g_assert_null (find (page, GTK_TYPE_SWITCH, "New talks can use “Progress card”"));
  g_assert_false (gtk_widget_is_sensitive (find (page, GTK_TYPE_SWITCH, NULL)));
  dialog = edit (f, "avstamning-3", FALSE);
  g_assert_false (gtk_editable_get_editable (
      GTK_EDITABLE (fram_question_row_get_name_row (fram_indicator_dialog_get_question (dialog, 0), TRUE))));
  gtk_window_close (GTK_WINDOW (dialog));
}

#define ADD(path, test) g_test_add ("/indicators/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  ADD ("new version", test_new_version);
  ADD ("correction", test_correction);
  ADD ("order", test_order);
  ADD ("bad input", test_bad_input);
  ADD ("text", test_text);
  ADD ("switches", test_switches);
  ADD ("reading", test_reading);
  failed = g_test_run ();
  remove_files (home);
  g_free (said);
  return failed;
}
