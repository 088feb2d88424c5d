#include "fram-roster-page-private.h"

#include "fram-absence-dialog.h"
#include "fram-member-card.h"
#include "fram-rights.h"
#include "fram-roster-hints.h"

#include <glib/gi18n-lib.h>

/* The menu of a line: by its button, a right click, a long touch, the Menu key or Shift+F10. One menu for all lines. */

/* The row whose menu is or was open, as long as it is in view. */
FramRosterRow *
fram_roster_page_get_menu_row (FramRosterPage *self)
{
  int at = self->roster != NULL ? fram_roster_page_find_line (self, &self->menu_key) : -1;

  return at >= 0 ? fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)at)) : NULL;
}

static FramRosterLine *
menu_line (FramRosterPage *self)
{
  int at = self->roster != NULL ? fram_roster_page_find_line (self, &self->menu_key) : -1;

  return at >= 0 ? fram_roster_page_get_line (self, (guint)at) : NULL;
}

#define ACTION(name) static void name (GSimpleAction *action, GVariant *parameter, gpointer data)

ACTION (on_call)
{
  fram_roster_page_show_call (data);
}

ACTION (on_ask_call)
{
  FramRosterPage *self = data;

  fram_roster_page_ask_case_worker (self, &self->menu_key, FRAM_TASK_CALL);
}

ACTION (on_tell)
{
  FramRosterPage *self = data;

  fram_roster_page_ask_case_worker (self, &self->menu_key, FRAM_TASK_ABSENCE);
}

ACTION (on_seen)
{
  fram_roster_page_show_seen (data);
}

ACTION (on_answer)
{
  fram_roster_page_show_question (data);
}

ACTION (on_away)
{
  FramRosterPage *self = data;

  fram_roster_page_away_today (self, &self->menu_key, g_variant_get_string (parameter, NULL));
}

ACTION (on_absences)
{
  fram_roster_page_show_absences (data);
}

ACTION (on_details)
{
  FramRosterLine *line = menu_line (data);

  if (line != NULL)
    fram_roster_page_show_details (data, line);
}

ACTION (on_split)
{
  FramRosterPage *self = data;

  fram_roster_page_split_day (self, &self->menu_key.enrolment, self->menu_key.part == 0);
}

ACTION (on_clear)
{
  FramRosterPage *self = data;
  FramRosterLine *line = menu_line (self);

  if (line != NULL)
    fram_roster_page_mark (self, &line, 1, NULL);
}

ACTION (on_open)
{
  FramRosterPage *self = data;
  FramRosterRow *row = fram_roster_page_get_menu_row (self);

  if (row != NULL && row->case_no != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "s", row->case_no);
}

ACTION (on_card)
{
  FramRosterPage *self = data;
  FramRosterRow *row = fram_roster_page_get_menu_row (self);

  if (row != NULL)
    fram_member_card_present (GTK_WIDGET (self), self->desk, &row->enrolment);
}

static const GActionEntry entries[] = {
  { "call", on_call, NULL, NULL, NULL, { 0 } },       { "ask-call", on_ask_call, NULL, NULL, NULL, { 0 } },
  { "tell", on_tell, NULL, NULL, NULL, { 0 } },       { "seen", on_seen, NULL, NULL, NULL, { 0 } },
  { "away", on_away, "s", NULL, NULL, { 0 } },        { "absences", on_absences, NULL, NULL, NULL, { 0 } },
  { "details", on_details, NULL, NULL, NULL, { 0 } }, { "split", on_split, NULL, NULL, NULL, { 0 } },
  { "clear", on_clear, NULL, NULL, NULL, { 0 } },     { "open", on_open, NULL, NULL, NULL, { 0 } },
  { "answer", on_answer, NULL, NULL, NULL, { 0 } },   { "card", on_card, NULL, NULL, NULL, { 0 } },
};

static void
add (GMenu *menu, const char *label, const char *action)
{
  g_autofree char *name = g_strconcat ("row.", action, NULL);

  g_menu_append (menu, label, name);
}

/* Absences that are known of the same day: all but the one that nobody told of. */
static GMenu *
make_away (FramRosterPage *self)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  GMenu *away = g_menu_new ();

  for (guint i = 0; i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (fram_status_get_name (status), NULL);

      if (status->counts == FRAM_COUNTS_PRESENT || g_str_equal (status->code, "absent_unnotified"))
        continue;
      g_menu_item_set_action_and_target (item, "row.away", "s", status->code);
      g_menu_append_item (away, item);
    }
  return away;
}

static GMenu *
make_contacts (const FramRosterRow *row)
{
  GMenu *section = g_menu_new ();

  if (row->questions != NULL && row->questions->len > 0)
    add (section, _ ("A_nswer the Question …"), "answer");
  add (section, _ ("_Call …"), "call");
  add (section, _ ("Ask the Case Worker to Ca_ll"), "ask-call");
  if (row->unnotified_in_a_row > 0 && !row->asked)
    add (section, _ ("_Tell the Case Worker of the Absence"), "tell");
  add (section, _ ("_I Saw …"), "seen");
  return section;
}

static GMenu *
make_attendance (FramRosterPage *self, const FramRosterRow *row)
{
  GMenu *section = g_menu_new ();
  g_autoptr (GMenu) away = make_away (self);

  if (self->day == fram_roster_page_get_today (self))
    g_menu_append_submenu (section, _ ("_Away Today"), G_MENU_MODEL (away));
  add (section, _ ("_Planned Absence …"), "absences");
  add (section, _ ("_Note and Times …"), "details");
  if (fram_roster_hints_may_split (row))
    add (section, row->part != 0 ? _ ("_Join the Day") : _ ("_Split the Day"), "split");
  if (row->status != NULL)
    add (section, _ ("Clea_r the Mark"), "clear");
  return section;
}

static GMenu *
make_model (FramRosterPage *self, const FramRosterRow *row)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) contacts = make_contacts (row), attendance = make_attendance (self, row), last = g_menu_new ();

  if (self->roster->may_mark)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (attendance));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (contacts));
  /* a mentor does not open people: what there is to see of a member stands on a card */
  if (self->roster->opens_people)
    add (last, _ ("_Open Participant"), "open");
  else
    add (last, _ ("_Phone and Own Talks …"), "card");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return menu;
}

static void
on_menu_closed_cb (FramRosterPage *self)
{
  FramRosterLine *line = self->lines != NULL ? menu_line (self) : NULL;

  if (line != NULL && (self->popover == NULL || !gtk_widget_get_visible (self->popover)))
    gtk_widget_grab_focus (GTK_WIDGET (line));
}

void
fram_roster_page_show_menu (FramRosterPage *self, FramRosterLine *line)
{
  FramRosterRow *row = fram_roster_line_get_row (line);
  GtkWidget *button = fram_roster_line_get_menu (line);
  g_autoptr (GMenu) model = NULL;

  if (row->kind == FRAM_ROSTER_BARE || self->roster == NULL)
    return;
  model = make_model (self, row);
  self->menu_key = fram_roster_key_of (row);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_position (GTK_POPOVER (self->menu), GTK_POS_BOTTOM);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (model));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  fram_roster_page_point_at (self, GTK_POPOVER (self->menu),
                             gtk_widget_get_mapped (button) ? button : GTK_WIDGET (line));
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* "Tell the Case Worker" on a line. */
void
fram_roster_page_tell (FramRosterPage *self, FramRosterLine *line)
{
  FramRosterKey key = fram_roster_key_of (fram_roster_line_get_row (line));

  fram_roster_page_ask_case_worker (self, &key, FRAM_TASK_ABSENCE);
}

static void
on_absence_written_cb (FramRosterPage *self, const char *what)
{
  fram_roster_page_say (self, what, TRUE);
  fram_roster_page_reload (self);
}

/* What was told beforehand: to add, change or take away. */
void
fram_roster_page_show_absences (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_page_get_menu_row (self);
  FramAbsenceDialog *dialog;

  if (row == NULL)
    return;
  dialog = fram_absence_dialog_new (self->desk, GTK_WIDGET (self), &row->enrolment, row->name, self->day);
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_absence_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static FramRosterLine *
line_under (FramRosterPage *self, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return under != NULL ? FRAM_ROSTER_LINE (gtk_widget_get_ancestor (under, FRAM_TYPE_ROSTER_LINE)) : NULL;
}

static void
on_right_click_cb (GtkGestureClick *gesture, int n, double x, double y, FramRosterPage *self)
{
  FramRosterLine *line = line_under (self, x, y);

  if (line == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (line));
  fram_roster_page_show_menu (self, line);
}

static void
on_long_press_cb (GtkGestureLongPress *gesture, double x, double y, FramRosterPage *self)
{
  FramRosterLine *line = line_under (self, x, y);

  if (line == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  fram_roster_page_show_menu (self, line);
}

void
fram_roster_page_init_menu (FramRosterPage *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "row", G_ACTION_GROUP (self->actions));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click_cb), self, 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_press_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}
