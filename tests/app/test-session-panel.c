#include "group-fixture.h"

#include "fram-session-dialog-private.h"
#include "fram-chips.h"
#include "fram-roster-page.h"
#include "fram-session-panel-private.h"

#include <glib/gi18n.h>

/* The panel of a session, by keys and dialogs: marks on disk, everybody here, moved, called off, and who sees what. */

static FramSessionPanel *
open_panel (Fixture *f, const char *day)
{
  FramSessionPanel *panel = FRAM_SESSION_PANEL (fram_session_panel_new (f->desk));

  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (panel));
  gtk_window_present (GTK_WINDOW (f->window));
  fram_session_panel_show (panel, &f->group, DAY (day), DAY (day));
  WAIT_FOR (fram_session_panel_get_session (panel) != NULL);
  return panel;
}

static FramRosterPage *
wait_for_names (FramSessionPanel *panel)
{
  WAIT_FOR (panel->roster != NULL && fram_day_roster_get_roster (panel->roster) != NULL &&
            fram_roster_page_is_idle (FRAM_ROSTER_PAGE (panel->roster)) &&
            gtk_widget_get_height (GTK_WIDGET (panel->roster)) > 0);
  return FRAM_ROSTER_PAGE (panel->roster);
}

static int
count_on_disk (Fixture *f, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = fram_desk_roster (f->desk, &f->group, DAY (TODAY), &error);
  int n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = roster->rows->pdata[i];

      n += g_strcmp0 (row->status != NULL ? row->status->code : NULL, status) == 0;
    }
  return n;
}

static guint
key_of (Fixture *f, const char *code)
{
  const FramStatus *status = fram_desk_find_status (f->desk, code);

  return gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (fram_status_get_letter (status))));
}

static void
test_facts (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, TODAY);

  wait_for_names (panel);
  g_assert_true (says (panel, "Recovery"));
  g_assert_true (says (panel, "Thursday 12 November, 09–11"));
  g_assert_true (says (panel, "Room 1 · Samir Sandberg · session 7 of 12"));
  g_assert_true (says (panel, "3 of 8 places are taken"));
  g_assert_true (says (panel, "Expected today"));
  g_assert_true (says (panel, "Amina Hassan"));
  g_assert_true (says (panel, "0 here · 3 left"));
}

static gboolean
has_chip (GtkWidget *widget, const char *text)
{
  g_autofree char *words = FRAM_IS_CHIPS (widget) ? fram_chips_to_words (FRAM_CHIPS (widget), " | ") : NULL;

  if (words != NULL && strstr (words, text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_chip (child, text))
      return TRUE;
  return FALSE;
}

/* On a workshop's roster it is the first day; in a group nobody is to sit alone. */
static void
test_new_in_the_group (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, "2026-10-01");

  wait_for_names (panel);
  WAIT_FOR (has_chip (GTK_WIDGET (panel), "New in the group"));
  g_assert_false (has_chip (GTK_WIDGET (panel), "First day"));
}

static void
test_marks_by_key (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, TODAY);
  FramRosterPage *page = wait_for_names (panel);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (panel)));
  g_assert_true (fram_session_panel_press (panel, key_of (f, "present"), 0));
  WAIT_FOR (fram_roster_page_is_idle (page) && says (panel, "1 here · 2 left"));
  g_assert_cmpint (count_on_disk (f, "present"), ==, 1);
  g_assert_true (fram_session_panel_press (panel, key_of (f, "absent_unnotified"), 0));
  WAIT_FOR (fram_roster_page_is_idle (page) && says (panel, "1 here · 1 missing · 1 left"));
  g_assert_cmpint (count_on_disk (f, "absent_unnotified"), ==, 1);
  g_assert_true (f->can_undo);
}

static void
test_all_here (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, TODAY);
  FramRosterPage *page = wait_for_names (panel);
  GtkWidget *button =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (page), FRAM_TYPE_ROSTER_PAGE, "bottom_rest_button"));

  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_true (says (button, "All Here"));
  g_signal_emit_by_name (button, "clicked");
  WAIT_FOR (fram_roster_page_is_idle (page) && says (panel, "3 here"));
  g_assert_cmpint (count_on_disk (f, "present"), ==, 3);
  g_assert_false (gtk_widget_get_mapped (button));
}

/* Somebody who does not lead the group sees when and where, and how many; no name, and nothing that would be refused. */
static void
test_other_mentor (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel;

  sit_down (f, "lena");
  panel = open_panel (f, TODAY);
  g_assert_true (says (panel, "Thursday 12 November, 09–11"));
  g_assert_true (says (panel, "3 of 8 places are taken"));
  g_assert_false (says (panel, "Amina"));
  g_assert_null (panel->roster);
  g_assert_false (gtk_widget_get_visible (panel->deeds));
  g_assert_false (gtk_widget_get_visible (panel->lines));
}

static FramSessionDialog *
open_dialog (FramSessionPanel *panel, const char *title)
{
  FramSessionDialog *dialog;

  for (guint i = 0; i < panel->deed_rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (panel->deed_rows->pdata[i]), title) == 0)
      g_signal_emit_by_name (panel->deed_rows->pdata[i], "activate");
  WAIT_FOR (find_dialog (FRAM_TYPE_SESSION_DIALOG) != NULL);
  dialog = find_dialog (FRAM_TYPE_SESSION_DIALOG);
  WAIT_FOR (fram_session_dialog_is_read (dialog));
  return dialog;
}

static void
test_call_off (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, "2026-11-19");
  FramSessionDialog *dialog = open_dialog (panel, "_Cancel This Session …");

  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (fram_field_error_get (dialog->reason_error));
  gtk_editable_set_text (GTK_EDITABLE (dialog->reason), "The leader is on a course");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_SESSION_DIALOG) == NULL && says (panel, "Cancelled. Next time is"));
  g_assert_true (says (panel, "Thursday 26 November") || says (panel, "26 November"));
  g_assert_true (says (panel, "The leader is on a course"));
  g_assert_true (f->can_undo);
}

static void
test_take_back (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSchedule) after = NULL;

  fram_desk_cancel_session (f->desk, &f->group, DAY ("2026-11-19"), FRAM_GROUP_THIS, "Holiday", NULL, &error);
  g_assert_no_error (error);
  panel = open_panel (f, "2026-11-19");
  g_assert_true (says (panel, "Cancelled"));
  for (guint i = 0; i < panel->deed_rows->len; i++)
    if (g_str_equal (adw_preferences_row_get_title (panel->deed_rows->pdata[i]), "_Hold It After All"))
      g_signal_emit_by_name (panel->deed_rows->pdata[i], "activate");
  WAIT_FOR (f->said != NULL && panel->session != NULL && panel->session->held);
  after = read_day (f, "2026-11-19");
  g_assert_true (((FramScheduleSession *)after->sessions->pdata[0])->held);
}

/* Each scope says how many sessions it means; all of them is refused once attendance is marked, and says what to do. */
static void
test_scopes (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, "2026-11-19");
  FramSessionDialog *dialog = open_dialog (panel, "_Move or Change …");

  g_assert_cmpstr (fram_session_dialog_get_scope_text (dialog, 0), ==, "Thursday 19 November");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (dialog->following_row)), ==,
                   "_This and the 4 following");
  g_assert_cmpstr (fram_session_dialog_get_scope_text (dialog, 1), ==, "from 19 November until 17 December");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (dialog->all_row)), ==, "_All 12 sessions");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_all_is_refused (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel;
  FramSessionDialog *dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = fram_desk_mark_rest (f->desk, &f->group, DAY (TODAY), "present", NULL, NULL, &error);

  g_assert_no_error (error);
  panel = open_panel (f, "2026-11-19");
  dialog = open_dialog (panel, "_Cancel This Session …");
  gtk_editable_set_text (GTK_EDITABLE (dialog->reason), "The room is gone");
  gtk_check_button_set_active (dialog->all_check, TRUE);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (gtk_widget_has_css_class (GTK_WIDGET (dialog->all_row), "fram-refused"));
  g_assert_nonnull (strstr (fram_session_dialog_get_scope_text (dialog, 2), "following"));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (dialog->following_row), "fram-refused"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_move_following (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, "2026-11-19");
  FramSessionDialog *dialog = open_dialog (panel, "_Move or Change …");
  g_autoptr (FramSchedule) before = NULL, moved = NULL;

  gtk_check_button_set_active (dialog->following_check, TRUE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (dialog->day)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog->weekday)));
  gtk_editable_set_text (GTK_EDITABLE (dialog->starts), "13");
  gtk_editable_set_text (GTK_EDITABLE (dialog->ends), "14.30");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_SESSION_DIALOG) == NULL && f->said != NULL);
  before = read_day (f, TODAY);
  moved = read_day (f, "2026-12-03");
  g_assert_cmpint (((FramScheduleSession *)before->sessions->pdata[0])->starts, ==, 9 * 60);
  g_assert_cmpint (((FramScheduleSession *)moved->sessions->pdata[0])->starts, ==, 13 * 60);
  g_assert_cmpint (((FramScheduleSession *)moved->sessions->pdata[0])->ends, ==, 14 * 60 + 30);
}

static void
test_substitute (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, "2026-11-19");
  FramSessionDialog *dialog = open_dialog (panel, "_Substitute …");
  char id[FRAM_UUID_TEXT_SIZE];

  g_assert_true (fram_choices_select (dialog->substitute, fram_uuid_format (&f->lena, id)));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_SESSION_DIALOG) == NULL && says (panel, "Lena Lind steps in."));
  /* another time of the same session does not send the substitute away */
  dialog = open_dialog (panel, "_Move or Change …");
  gtk_editable_set_text (GTK_EDITABLE (dialog->ends), "11.30");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_SESSION_DIALOG) == NULL && says (panel, "09–11.30"));
  g_assert_true (says (panel, "Lena Lind steps in."));
}

/* What is typed about a session is on disk when another one is shown. */
static void
test_remark (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, TODAY);
  g_autoptr (FramSchedule) after = NULL;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (panel->remark)));
  gtk_editable_set_text (GTK_EDITABLE (panel->remark), "We talked about sleep");
  fram_session_panel_show (panel, &f->group, DAY ("2026-11-19"), DAY ("2026-11-19"));
  WAIT_FOR (f->said != NULL && fram_session_panel_get_session (panel) != NULL);
  after = read_day (f, TODAY);
  g_assert_cmpstr (((FramScheduleSession *)after->sessions->pdata[0])->remark, ==, "We talked about sleep");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel->remark)), ==, "");
}

static void
on_closed_cb (guint *closed)
{
  *closed += 1;
}

/* Where the cursor only stands in the field, what somebody else writes there is shown, and leaving it takes nothing away. */
static void
test_remark_of_another (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, TODAY);
  g_autoptr (FramSchedule) after = NULL;
  g_autoptr (GError) error = NULL;

  WAIT_FOR (gtk_widget_grab_focus (GTK_WIDGET (panel->remark)) &&
            (gtk_widget_get_state_flags (GTK_WIDGET (panel->remark)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0);
  fram_desk_set_session_remark (f->desk, &f->group, DAY (TODAY), "Rain", NULL, &error);
  g_assert_no_error (error);
  WAIT_FOR (g_strcmp0 (panel->session->remark, "Rain") == 0);
  fram_session_panel_save_lines (panel);
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (5000);
    }
  after = read_day (f, TODAY);
  g_assert_cmpstr (((FramScheduleSession *)after->sessions->pdata[0])->remark, ==, "Rain");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (panel->remark)), ==, "Rain");
}

/* Who has left is not in the list of those who can step in, and stays where it was said. */
static void
test_substitute_who_has_left (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel;
  FramSessionDialog *dialog;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  fram_desk_set_substitute (f->desk, &f->group, DAY ("2026-11-19"), &f->lena, NULL, &error);
  g_assert_no_error (error);
  sit_down (f, "karin");
  all = fram_desk_staff (f->desk, FALSE, &error);
  for (guint i = 0; i < all->len; i++)
    {
      FramStaff *one = all->pdata[i];

      one->active = !fram_uuid_equal (&one->id, &f->lena);
      g_assert_true (one->active || fram_desk_save_staff (f->desk, one, NULL, &error));
    }
  g_assert_no_error (error);
  sit_down (f, "samir");
  panel = open_panel (f, "2026-11-19");
  dialog = open_dialog (panel, "_Move or Change …");
  gtk_editable_set_text (GTK_EDITABLE (dialog->ends), "11.30");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_SESSION_DIALOG) == NULL && says (panel, "09–11.30"));
  g_assert_true (says (panel, "Lena Lind steps in."));
}

static void
test_escape_closes (Fixture *f, gconstpointer unused)
{
  FramSessionPanel *panel = open_panel (f, TODAY);
  guint closed = 0;

  g_signal_connect_swapped (panel, "closed", G_CALLBACK (on_closed_cb), &closed);
  g_assert_false (fram_session_panel_press (panel, GDK_KEY_F5, 0));
  g_assert_true (fram_session_panel_press (panel, GDK_KEY_Escape, 0));
  g_assert_cmpuint (closed, ==, 1);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
#define ADD(path, test) g_test_add ("/session-panel/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("says when, where, who and which of how many", test_facts);
  ADD ("who is new in the group", test_new_in_the_group);
  ADD ("marks by key are on disk", test_marks_by_key);
  ADD ("all here in one tap", test_all_here);
  ADD ("who does not lead it sees no names and no dead controls", test_other_mentor);
  ADD ("called off with a reason", test_call_off);
  ADD ("taken back", test_take_back);
  ADD ("each scope says what it means", test_scopes);
  ADD ("all is refused where attendance is marked", test_all_is_refused);
  ADD ("this and the following at another time", test_move_following);
  ADD ("a substitute stays when the time changes", test_substitute);
  ADD ("a remark is kept", test_remark);
  ADD ("a remark of somebody else is not taken away", test_remark_of_another);
  ADD ("a substitute who has left stays", test_substitute_who_has_left);
  ADD ("Escape closes it", test_escape_closes);
#undef ADD
  return g_test_run ();
}
