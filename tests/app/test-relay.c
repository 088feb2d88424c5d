#include "window-test.h"

#include "fram-carrier-dialog.h"
#include "fram-commitment-line.h"
#include "fram-commitments-page.h"
#include "fram-desk-carrier.h"
#include "fram-desk-people.h"
#include "fram-handover-dialog.h"
#include "fram-participant-page.h"
#include "fram-referrer-dialog.h"

/* Who carries a participant, in the window: commitments, a change of case worker, the handover sheet. Everything is done
 * with the keyboard: what is focused is activated. */

typedef gboolean (*Wanted) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *widget, Wanted wanted, gconstpointer data)
{
  if (wanted (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, wanted, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row_titled (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_button_labelled (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_line_of (GtkWidget *widget, gconstpointer code)
{
  return FRAM_IS_COMMITMENT_LINE (widget) && gtk_widget_get_mapped (widget) &&
         fram_commitment_line_get_row (FRAM_COMMITMENT_LINE (widget)) != NULL &&
         g_strcmp0 (fram_commitment_line_get_row (FRAM_COMMITMENT_LINE (widget))->code, code) == 0;
}

static void
press (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (gtk_widget_activate (widget));
}

static GtkWidget *
top_of_type (GType type)
{
  g_autoptr (GList) tops = gtk_window_list_toplevels ();

  for (GList *l = tops; l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
front (Fixture *f)
{
  return GTK_WIDGET (fram_tabs_get_page (f->window->tabs));
}

/* Nadia's own participant, in the section of a name. */
static char *
open_own (Fixture *f, const char *section)
{
  FramPeopleQuery query = { .search = "Testdotter" };
  FramDesk *desk;
  g_autoptr (GPtrArray) people = NULL;
  g_autofree char *uri = NULL;
  char id[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  add_person (desk, "Maria", "Testdotter", "snickeri");
  people = fram_desk_people (desk, &query, NULL);
  fram_uuid_format (&((FramPersonRow *)g_ptr_array_index (people, 0))->participant, id);
  uri = g_strdup_printf ("participant:%s@%s", id, section);
  g_assert_true (fram_tabs_open (f->window->tabs, uri));
  WAIT_FOR (fram_participant_page_get_case (FRAM_PARTICIPANT_PAGE (front (f))) != NULL);
  return g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no);
}

static void
test_ticked_on_the_plan (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = open_own (f, "plan");
  GtkWidget *line;

  WAIT_FOR ((line = find (front (f), is_line_of, "papers")) != NULL);
  g_assert_true (fram_commitment_line_tick (FRAM_COMMITMENT_LINE (line), TRUE));
  /* done, and folded away with the others that are */
  WAIT_FOR (find (front (f), is_line_of, "papers") == NULL);
  g_assert_true (may (f, "undo"));
  act (f, "undo");
  WAIT_FOR (find (front (f), is_line_of, "papers") != NULL);
}

static void
test_ticked_in_the_list (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = open_own (f, "plan");
  GtkWidget *line;

  g_assert_true (fram_tabs_open (f->window->tabs, "commitments:"));
  WAIT_FOR ((line = find (front (f), is_line_of, "study_visit")) != NULL);
  g_assert_cmpstr (fram_commitment_line_get_row (FRAM_COMMITMENT_LINE (line))->case_no, ==, case_no);
  g_assert_true (fram_commitment_line_tick (FRAM_COMMITMENT_LINE (line), TRUE));
  WAIT_FOR (find (front (f), is_line_of, "study_visit") == NULL);
  act (f, "undo");
  WAIT_FOR (find (front (f), is_line_of, "study_visit") != NULL);
}

/* A leader follows nobody's commitments. */
static void
test_the_list_is_for_those_who_follow (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "torsten");
  g_assert_false (fram_tabs_open (f->window->tabs, "commitments:"));
}

static void
test_another_case_worker (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = open_own (f, "plan");
  FramDesk *desk = fram_window_get_desk (f->window);
  g_autoptr (FramDesk) admin = NULL;
  GtkWidget *row, *dialog;

  {
    g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
    g_autoptr (FramStaff) staff = fram_staff_new ();
    g_autoptr (GError) error = NULL;

    admin = fram_desk_open (f->path, clock, &error);
    staff->name = g_strdup ("Mona Lundberg");
    fram_staff_add_role (staff, FRAM_ROLE_CASE_WORKER, NULL, NULL);
    g_assert_true (fram_desk_save_staff (admin, staff, NULL, &error));
  }
  fram_page_reload (fram_tabs_get_page (f->window->tabs));
  wait_ms (400);
  WAIT_FOR ((row = find (front (f), is_row_titled, "Change case worker…")) != NULL);
  press (row);
  WAIT_FOR ((dialog = top_of_type (FRAM_TYPE_CARRIER_DIALOG)) != NULL);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (top_of_type (FRAM_TYPE_CARRIER_DIALOG) == NULL);
  /* it offers to write the handover sheet */
  WAIT_FOR ((dialog = top_of_type (FRAM_TYPE_HANDOVER_DIALOG)) != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (top_of_type (FRAM_TYPE_HANDOVER_DIALOG) == NULL);
  gtk_widget_activate_action (front (f), "participant.go", "s", "plan");
  WAIT_FOR (find (front (f), is_row_titled, "Mona Lundberg") != NULL);
  g_assert_true (says (front (f), "Was case worker 1 October 2026 to 11 November 2026"));
  g_assert_true (fram_desk_can_undo (desk));
}

static GtkWidget *
open_sheet (Fixture *f)
{
  GtkWidget *row, *dialog;

  WAIT_FOR ((row = find (front (f), is_row_titled, "Handover sheet…")) != NULL);
  press (row);
  WAIT_FOR ((dialog = top_of_type (FRAM_TYPE_HANDOVER_DIALOG)) != NULL &&
            fram_handover_dialog_is_ready (FRAM_HANDOVER_DIALOG (dialog)));
  return dialog;
}

static char *
text_of (GtkWidget *dialog, FramHandoverField field)
{
  GtkTextBuffer *buffer = fram_handover_dialog_get_buffer (FRAM_HANDOVER_DIALOG (dialog), field);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* What is typed is on disk without anybody saving it, and there again when the sheet is opened. */
static void
test_a_draft_is_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = open_own (f, "documents");
  GtkWidget *dialog = open_sheet (f);
  g_autofree char *again = NULL;

  gtk_text_buffer_set_text (fram_handover_dialog_get_buffer (FRAM_HANDOVER_DIALOG (dialog), FRAM_HANDOVER_NOT_AGAIN),
                            "Min skada i ryggen.", -1);
  WAIT_FOR (find (front (f), is_row_titled, "Handover sheet, version 1") != NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (top_of_type (FRAM_TYPE_HANDOVER_DIALOG) == NULL);
  dialog = open_sheet (f);
  again = text_of (dialog, FRAM_HANDOVER_NOT_AGAIN);
  g_assert_cmpstr (again, ==, "Min skada i ryggen.");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_approved_and_given (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = open_own (f, "documents");
  GtkWidget *dialog = open_sheet (f), *to;

  gtk_text_buffer_set_text (fram_handover_dialog_get_buffer (FRAM_HANDOVER_DIALOG (dialog), FRAM_HANDOVER_GOOD_AT),
                            "Jag är noggrann.", -1);
  g_signal_emit_by_name (find (dialog, is_button_labelled, "_Approved"), "clicked");
  WAIT_FOR (says (front (f), "approved 12 November 2026"));
  /* it can be given on now, and not be written in any more */
  WAIT_FOR ((to = find (dialog, is_row_titled, "To whom it is given now")) != NULL);
  gtk_editable_set_text (GTK_EDITABLE (to), "Mona Lundberg");
  g_signal_emit_by_name (find (dialog, is_button_labelled, "_Given today"), "clicked");
  WAIT_FOR (says (front (f), "given to Mona Lundberg"));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_FOR (top_of_type (FRAM_TYPE_HANDOVER_DIALOG) == NULL);
}

#define ADD(path, func) g_test_add ("/relay/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  ADD ("ticked-on-the-plan", test_ticked_on_the_plan);
  ADD ("ticked-in-the-list", test_ticked_in_the_list);
  ADD ("the-list-is-for-those-who-follow", test_the_list_is_for_those_who_follow);
  ADD ("another-case-worker", test_another_case_worker);
  ADD ("a-draft-is-kept", test_a_draft_is_kept);
  ADD ("approved-and-given", test_approved_and_given);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
