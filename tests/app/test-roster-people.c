#include "roster-fixture.h"

#include "fram-absence-dialog.h"
#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-task.h"

/* What a leader does for a person from the row's menu: calls, asks, sees; visitors, standing in, absences to come. */

static char *
case_of (Fixture *f, const char *name)
{
  return g_strdup (row_of (f, name)->case_no);
}

static GtkWidget *
find_in (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_in (child, type);
  return found;
}

static void
type_in_popover (Fixture *f, const char *text)
{
  GtkWidget *entry = find_in (f->page->popover, GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle (f);
}

/* Every item of the menu that is shown does something. */
static void
test_menu (Fixture *f, gconstpointer data)
{
  GMenuModel *model;
  guint items = 0;

  fram_roster_page_move_cursor (f->page, 2); /* Carlos is here before and after noon */
  press (f, GDK_KEY_Menu, 0);
  g_assert_true (gtk_widget_get_visible (f->page->menu));
  model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (f->page->menu));
  for (int s = 0; s < g_menu_model_get_n_items (model); s++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, s, G_MENU_LINK_SECTION);

      for (int i = 0; i < g_menu_model_get_n_items (section); i++)
        {
          g_autofree char *action = NULL;
          g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (section, i, G_MENU_LINK_SUBMENU);

          items++;
          if (submenu != NULL)
            {
              g_assert_cmpint (g_menu_model_get_n_items (submenu), ==, 4);
              continue;
            }
          g_assert_true (g_menu_model_get_item_attribute (section, i, G_MENU_ATTRIBUTE_ACTION, "s", &action));
          g_assert_true (g_action_group_has_action (G_ACTION_GROUP (f->page->actions), action + strlen ("row.")));
        }
    }
  g_assert_cmpuint (items, >=, 8);
  gtk_popover_popdown (GTK_POPOVER (f->page->menu));
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 2);
  press (f, GDK_KEY_F10, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_visible (f->page->menu));
  gtk_popover_popdown (GTK_POPOVER (f->page->menu));
}

static void
test_ask_to_call (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;

  choose (f, line_of (f, "Carlos Mendes"), "ask-call", NULL);
  settle (f);
  g_assert_true (f->can_undo);
  g_assert_nonnull (strstr (f->said, "Carlos"));
  tasks = fram_desk_tasks (f->desk, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tasks->len, ==, 1);
  g_assert_cmpint (((FramTask *)tasks->pdata[0])->kind, ==, FRAM_TASK_CALL);
  g_assert_true (row_of (f, "Carlos Mendes")->asked);
}

static void
test_seen (Fixture *f, gconstpointer data)
{
  choose (f, line_of (f, "Amina Hassan"), "seen", NULL);
  type_in_popover (f, "hjälpte en ny person med sågen");
  g_assert_true (f->can_undo);
  g_assert_nonnull (strstr (f->said, "Amina"));
  /* nothing written is nothing seen */
  g_clear_pointer (&f->said, g_free);
  choose (f, line_of (f, "Amina Hassan"), "seen", NULL);
  type_in_popover (f, "   ");
  g_assert_null (f->said);
  gtk_popover_popdown (GTK_POPOVER (f->page->popover));
}

static void
test_call (Fixture *f, gconstpointer data)
{
  choose (f, line_of (f, "Amina Hassan"), "call", NULL);
  settle (f);
  wait_until (f->page->popover != NULL && gtk_widget_get_visible (f->page->popover));
  g_assert_nonnull (find_in (f->page->popover, GTK_TYPE_LABEL));
  gtk_popover_popdown (GTK_POPOVER (f->page->popover));
  settle (f);
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), ==, 0);
}

/* Somebody of another weekday comes anyway, and says the case number. */
static void
test_visitor_by_case_number (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;

  sit_down (f, "nadia");
  {
    FramPersonEdit edit = { .given_name = "Ivar", .family_name = "Nord", .enrolled = fram_test_date ("2026-10-01") };
    g_autoptr (GError) error = NULL;

    case_no = fram_desk_add_person (f->desk, &edit, &error);
    g_assert_no_error (error);
    fram_desk_place (f->desk, case_no, "tradgard", fram_test_date ("2026-10-05"), FRAM_DATE_NONE, "mon 09-12", &error);
    g_assert_no_error (error);
  }
  sit_down (f, "torsten");
  settle (f);
  g_signal_emit_by_name (f->page->visitor_button, "clicked");
  type_in_popover (f, case_no);
  g_assert_true (f->can_undo);
  /* the keyboard is on the new row, which can be marked at once */
  g_assert_cmpstr (name_at (f, (guint)fram_roster_page_get_cursor (f->page)), ==, "Ivar Nord");
  mark (f, "present");
  settle (f);
  assert_on_disk (f, "Ivar Nord", TODAY, "present");
  g_assert_cmpint (fram_roster_page_get_cursor (f->page), >=, 0);
  g_assert_cmpint (f->page->next_cursor, <, 0);
}

static void
test_visitor_unknown (Fixture *f, gconstpointer data)
{
  g_autofree char *known = case_of (f, "Amina Hassan");
  guint before = fram_roster_page_get_n_lines (f->page);

  g_signal_emit_by_name (f->page->visitor_button, "clicked");
  type_in_popover (f, "F1999-0001");
  g_assert_false (f->can_undo);
  g_assert_true (g_str_has_suffix (f->said, "."));
  g_signal_emit_by_name (f->page->visitor_button, "clicked");
  type_in_popover (f, known);
  g_assert_cmpuint (fram_roster_page_get_n_lines (f->page), ==, before);
}

/* An administrator has said that the person at the keyboard may stand in here. */
static void
may_stand_in (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T08:00");
  g_autoptr (FramDb) db = fram_db_open (f->path, clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_test_date (TODAY));
  g_autoptr (FramViewer) me = fram_desk_dup_viewer (f->desk);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  g_autoptr (FramRecord) grant = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);

  fram_record_set_ref (grant, "staff", &me->id);
  fram_record_set_text (grant, "role", fram_role_get_code (FRAM_ROLE_ACTIVITY_LEADER));
  fram_record_set_ref (grant, "workshop", &f->activity);
  fram_record_set_int (grant, "stand_in", 1);
  g_assert_cmpint (fram_changes_insert (changes, grant, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

/* A leader of another workshop is offered to stand in, and then marks. */
static void
test_stand_in (Fixture *f, gconstpointer data)
{
  sit_down (f, "gun");
  may_stand_in (f);
  sit_down (f, "gun");
  settle (f);
  wait_until (gtk_widget_get_visible (f->page->stand_in_button));
  g_assert_true (gtk_widget_get_visible (f->page->notice));
  g_signal_emit_by_name (f->page->stand_in_button, "clicked");
  settle (f);
  wait_until (f->page->roster != NULL && f->page->roster->may_mark);
  g_assert_false (gtk_widget_get_visible (f->page->stand_in_button));
  fram_roster_page_move_cursor (f->page, 0);
  mark (f, "present");
  settle (f);
  assert_on_disk (f, "Amina Hassan", TODAY, "present");
}

static void
test_no_stand_in_for_the_leader (Fixture *f, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (f->page->stand_in_button));
}

/* ---- absences to come ---- */

static GtkWidget *
dialog_child (FramAbsenceDialog *dialog, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), FRAM_TYPE_ABSENCE_DIALOG, name));
}

static FramAbsenceDialog *
open_absences (Fixture *f, const char *name)
{
  FramAbsenceDialog *dialog =
      fram_absence_dialog_new (f->desk, f->window, &row_of (f, name)->enrolment, name, fram_test_date (TODAY));

  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static guint
count_known (FramAbsenceDialog *dialog)
{
  GtkWidget *list = find_in (dialog_child (dialog, "known"), GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static void
test_absence_dialog (Fixture *f, gconstpointer data)
{
  FramAbsenceDialog *dialog = open_absences (f, "Amina Hassan");
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GError) error = NULL;
  const FramAbsence *absence;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  gtk_editable_set_text (GTK_EDITABLE (dialog_child (dialog, "to")), "yesterday x");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_false (fram_form_dialog_is_busy (FRAM_FORM_DIALOG (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (dialog_child (dialog, "to")), "+1");
  gtk_editable_set_text (GTK_EDITABLE (dialog_child (dialog, "from_time")), "13");
  gtk_editable_set_text (GTK_EDITABLE (dialog_child (dialog, "to_time")), "12.30");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_false (fram_form_dialog_is_busy (FRAM_FORM_DIALOG (dialog)));
  gtk_editable_set_text (GTK_EDITABLE (dialog_child (dialog, "from_time")), "");
  gtk_editable_set_text (GTK_EDITABLE (dialog_child (dialog, "to_time")), "");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (dialog == NULL);
  known = fram_desk_absences (f->desk, &row_of (f, "Amina Hassan")->enrolment, fram_test_date (TODAY),
                              fram_test_date (TODAY), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (known->len, ==, 1);
  absence = known->pdata[0];
  fram_assert_date (absence->to, "2026-11-13");
  g_assert_cmpstr (absence->status, ==, "absent_notified");
  g_assert_cmpstr (absence->told_by, ==, "participant");
}

static void
test_absence_taken_away (Fixture *f, gconstpointer data)
{
  FramAbsence absence = { .enrolment = row_of (f, "Amina Hassan")->enrolment,
                          .from = fram_test_date (TODAY),
                          .to = fram_test_date ("2026-11-20"),
                          .from_time = FRAM_TIME_NONE,
                          .to_time = FRAM_TIME_NONE,
                          .status = (char *)"leave",
                          .told_by = (char *)"participant" };
  g_autoptr (GError) error = NULL;
  FramAbsenceDialog *dialog;
  GtkWidget *row, *button;

  fram_desk_save_absence (f->desk, &absence, NULL, &error);
  g_assert_no_error (error);
  settle (f);
  g_assert_nonnull (row_of (f, "Amina Hassan")->planned_status);
  dialog = open_absences (f, "Amina Hassan");
  wait_until (count_known (dialog) == 1);
  row = find_in (dialog_child (dialog, "known"), ADW_TYPE_ACTION_ROW);
  button = find_in (row, GTK_TYPE_BUTTON); /* the first changes it: its days are in the form */
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (dialog_child (dialog, "to"))), ==, "2026-11-20");
  g_signal_emit_by_name (gtk_widget_get_next_sibling (button), "clicked");
  wait_until (count_known (dialog) == 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle (f);
  g_assert_null (row_of (f, "Amina Hassan")->planned_status);
}

#define ADD(path, func) g_test_add ("/app/roster-people/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
  ADD ("menu", test_menu);
  ADD ("ask-the-case-worker-to-call", test_ask_to_call);
  ADD ("i-saw", test_seen);
  ADD ("call", test_call);
  ADD ("visitor-by-case-number", test_visitor_by_case_number);
  ADD ("visitor-whom-nobody-knows", test_visitor_unknown);
  ADD ("i-stand-in-here-today", test_stand_in);
  ADD ("the-leader-needs-no-stand-in", test_no_stand_in_for_the_leader);
  ADD ("planned-absence", test_absence_dialog);
  ADD ("planned-absence-taken-away", test_absence_taken_away);
  return g_test_run ();
}
