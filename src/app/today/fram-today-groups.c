#include "fram-today-page-private.h"

#include "fram-booking-dialog.h"
#include "fram-mark-label.h"
#include "fram-member-card.h"
#include "fram-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* The groups that the person leads: where and with whom, who comes, and one tap for "All here". */

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* "Today 09–11 · Room 1 · with Tomas W. · session 6 of 8" */
static char *
say_where (const FramTodayPage *self, const FramTodayGroup *group)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = group->day != self->today->day ? fram_date_to_short_words (group->day) : NULL;
  g_autofree char *time = group->starts != FRAM_TIME_NONE ? fram_time_range_to_text (group->starts, group->ends) : NULL;
  g_autofree char *with = group->with != NULL
                              /* TRANSLATORS: the names of those who lead a group too */
                              ? g_strdup_printf (_ ("with %s"), group->with)
                              : NULL;
  g_autofree char *number = group->of > 0 && group->number > 0
                                /* TRANSLATORS: of a course: the how manieth session, and of how many */
                                ? g_strdup_printf (_ ("session %1$d of %2$d"), group->number, group->of)
                                : NULL;

  append (text, day);
  append (text, time);
  append (text, group->place);
  append (text, with);
  append (text, group->steps_in ? _ ("you step in") : NULL);
  append (text, number);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Why it is not as usual: for all to read, never about a person. */
static char *
say_change (const FramTodayGroup *group)
{
  FramDate day = group->to_day != FRAM_DATE_NONE ? group->to_day : group->returns;
  g_autofree char *when = day != FRAM_DATE_NONE ? fram_date_to_short_words (day) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (group->to_day != FRAM_DATE_NONE)
    /* TRANSLATORS: a day, "Thu 19 November" */
    g_string_append_printf (text, _ ("Moved to %s."), when);
  else if (!group->held && when != NULL)
    /* TRANSLATORS: a day, "Thu 19 November" */
    g_string_append_printf (text, _ ("Cancelled. Meets again %s."), when);
  else if (!group->held)
    g_string_append (text, _ ("Cancelled."));
  else if (group->change == FRAM_SESSION_MOVED)
    g_string_append (text, _ ("Moved here from another day."));
  else if (group->change == FRAM_SESSION_EXTRA)
    g_string_append (text, _ ("An extra session."));
  if (group->reason != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", group->reason);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static char *
say_marked (const FramTodayGroup *group)
{
  if (group->expected == 0)
    return g_strdup (_ ("Nobody is expected."));
  if (group->marked == 0)
    return g_strdup_printf (ngettext ("%d expected", "%d expected", group->expected), group->expected);
  /* TRANSLATORS: people who came, of those expected */
  return g_strdup_printf (_ ("%1$d of %2$d here"), group->present, group->expected);
}

static char *
say_member (FramTodayPage *self, const FramTodayMember *member)
{
  g_autofree char *name = fram_today_page_discreet (self, member->name, member->name);
  g_autoptr (GString) text = g_string_new (name);

  if (member->is_new)
    g_string_append_printf (text, ", %s", _ ("new in the group"));
  if (member->status != NULL)
    g_string_append_printf (text, ", %s", fram_status_get_name (member->status));
  else if (member->away != NULL)
    g_string_append_printf (text, ", %s%s%s", fram_status_get_name (member->away), member->away_text != NULL ? " " : "",
                            member->away_text != NULL ? member->away_text : "");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_member_clicked_cb (FramTodayPage *self, GtkWidget *button)
{
  FramUuid enrolment;

  if (fram_uuid_parse (g_object_get_data (G_OBJECT (button), "enrolment"), &enrolment))
    fram_member_card_present (GTK_WIDGET (self), self->desk, &enrolment);
}

static void
set_opens (FramTodayPage *self, GtkWidget *button, const FramTodayMember *member)
{
  char id[FRAM_UUID_TEXT_SIZE];

  if (fram_uuid_is_none (&member->enrolment))
    {
      gtk_widget_set_sensitive (button, FALSE);
      return;
    }
  if (member->may_open)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", member->case_no);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-person");
      return;
    }
  g_object_set_data_full (G_OBJECT (button), "enrolment", g_strdup (fram_uuid_format (&member->enrolment, id)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_member_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
add_badge (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "fram-badge");
  gtk_widget_add_css_class (badge, style);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), badge);
}

/* A name that opens what may be seen of the person, with the mark or what was told beforehand. */
static GtkWidget *
make_member (FramTodayPage *self, const FramTodayMember *member)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = fram_today_page_discreet (self, member->name, member->name);
  g_autofree char *spoken = say_member (self, member);

  if (member->status != NULL)
    {
      GtkWidget *mark = fram_mark_label_new ();

      fram_mark_label_set_short (FRAM_MARK_LABEL (mark), TRUE);
      fram_mark_label_set (FRAM_MARK_LABEL (mark), member->status, -1, FALSE);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  if (member->is_new)
    add_badge (box, C_ ("member", "new in the group"), "info");
  if (member->status == NULL && member->away != NULL)
    add_badge (box, member->away_text != NULL ? member->away_text : fram_status_get_name (member->away), "plain");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "fram-member");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  set_opens (self, button, member);
  return button;
}

static GtkWidget *
make_members (FramTodayPage *self, const FramTodayGroup *group)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who comes"), -1);
  for (guint i = 0; i < group->members->len; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                    make_member (self, g_ptr_array_index (group->members, i)));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
    }
  return flow;
}

typedef struct
{
  FramUuid group;
  FramDate day;
} Session;

static gpointer
mark_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Session *session = data;
  const char *present = g_array_index (fram_desk_get_statuses (desk), FramStatus, 0).code;
  char *what = NULL;
  FramRoster *roster = fram_desk_mark_rest (desk, &session->group, session->day, present, NULL, &what, error);

  g_clear_pointer (&roster, fram_roster_free);
  return what;
}

static void
on_all_here_clicked_cb (FramTodayPage *self, GtkWidget *button)
{
  const Session *session = g_object_get_data (G_OBJECT (button), "session");

  gtk_widget_set_sensitive (button, FALSE);
  fram_today_page_write (self, mark_on_desk, g_memdup2 (session, sizeof *session), g_free);
}

static GtkWidget *
make_all_here (FramTodayPage *self, const FramTodayGroup *group)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (group->marked > 0 ? C_ ("group", "Mark the _rest here")
                                                                      : C_ ("group", "_All here"));
  Session session = { group->group, group->day };
  /* TRANSLATORS: what a button does, and for which group */
  g_autofree char *name = g_strdup_printf (C_ ("button", "%1$s: %2$s"),
                                           group->marked > 0 ? _ ("Mark the rest here") : _ ("All here"), group->name);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "fram-all-here");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "session", g_memdup2 (&session, sizeof session), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_all_here_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_open (const FramTodayGroup *group)
{
  char id[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("group", "_Open"));
  /* TRANSLATORS: a group */
  g_autofree char *name = g_strdup_printf (_ ("Open the roster of %s"), group->name);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", fram_uuid_format (&group->group, id),
                                    fram_date_format (group->day, day));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-roster-day");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
  return button;
}

/* How many came, and what can be done, in one line that wraps in a narrow window. */
static GtkWidget *
make_foot (FramTodayPage *self, const FramTodayGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *marked = say_marked (group);
  GtkWidget *label = make_label (marked, "fram-dim");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (group->may_mark && group->to_mark > 0)
    gtk_box_append (GTK_BOX (box), make_all_here (self, group));
  gtk_box_append (GTK_BOX (box), make_open (group));
  return box;
}

static void
add_next_line (GtkWidget *box, const char *line)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("document-edit-symbolic");
  /* TRANSLATORS: a line that a group has agreed on: "Next time: we bring a photo" */
  g_autofree char *text = g_strdup_printf (_ ("Next time: %s"), line);

  gtk_widget_add_css_class (icon, "fram-dim");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), make_label (text, NULL));
  gtk_box_append (GTK_BOX (box), row);
}

static GtkWidget *
make_group (FramTodayPage *self, const FramTodayGroup *group)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *where = say_where (self, group);
  g_autofree char *change = say_change (group);
  GtkWidget *title = make_label (group->name, "heading");

  gtk_widget_add_css_class (box, "fram-today-group");
  if (!group->held)
    gtk_widget_add_css_class (title, "fram-cancelled");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), make_label (where, "fram-dim"));
  if (change != NULL)
    gtk_box_append (GTK_BOX (box), make_label (change, group->held ? NULL : "fram-warning-text"));
  if (group->members->len > 0)
    gtk_box_append (GTK_BOX (box), make_members (self, group));
  if (group->held && group->next_line != NULL)
    add_next_line (box, group->next_line);
  if (group->held && group->day == self->today->day)
    gtk_box_append (GTK_BOX (box), make_foot (self, group));
  else if (group->held)
    {
      GtkWidget *open = make_open (group);

      gtk_widget_set_halign (open, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), open);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, group->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where, -1);
  return row;
}

GtkWidget *
fram_today_page_make_groups (FramTodayPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->groups_title = make_label (_ ("My groups today"), "fram-today-heading");
  self->groups_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->groups_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->groups_list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->groups_list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("My groups"),
                                  -1);
  gtk_box_append (GTK_BOX (self->groups), self->groups_title);
  gtk_box_append (GTK_BOX (self->groups), GTK_WIDGET (self->groups_list));
  return self->groups;
}

/* What the section says, in one text: while it is the same the widgets stay, and with them the keyboard. */
static char *
say_all (FramTodayPage *self)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->today->groups->len; i++)
    {
      const FramTodayGroup *group = g_ptr_array_index (self->today->groups, i);
      g_autofree char *where = say_where (self, group);
      g_autofree char *change = say_change (group);
      g_autofree char *marked = say_marked (group);

      g_string_append_printf (all, "%s|%s|%s|%s|%s|%d|%d\n", group->name, where, change, marked, group->next_line,
                              group->to_mark, group->may_mark);
      for (guint k = 0; k < group->members->len; k++)
        {
          g_autofree char *member = say_member (self, g_ptr_array_index (group->members, k));

          g_string_append_printf (all, "%s\n", member);
        }
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static gboolean
is_any_today (const FramToday *today)
{
  for (guint i = 0; i < today->groups->len; i++)
    if (((const FramTodayGroup *)g_ptr_array_index (today->groups, i))->day == today->day)
      return TRUE;
  return FALSE;
}

void
fram_today_page_show_groups (FramTodayPage *self)
{
  g_autofree char *all = say_all (self);
  GtkWidget *row;

  gtk_widget_set_visible (self->groups, self->today->groups->len > 0);
  gtk_label_set_label (GTK_LABEL (self->groups_title),
                       is_any_today (self->today) ? _ ("My groups today") : _ ("My next group"));
  if (g_strcmp0 (all, self->groups_shown) == 0)
    return;
  g_free (self->groups_shown);
  self->groups_shown = g_steal_pointer (&all);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->groups_list))) != NULL)
    gtk_list_box_remove (self->groups_list, row);
  for (guint i = 0; i < self->today->groups->len; i++)
    gtk_list_box_append (self->groups_list, make_group (self, g_ptr_array_index (self->today->groups, i)));
}

gboolean
fram_today_page_has_group (FramTodayPage *self, const FramUuid *group)
{
  for (guint i = 0; i < self->today->groups->len; i++)
    {
      const FramTodayGroup *other = g_ptr_array_index (self->today->groups, i);

      if (other->day == self->today->day && fram_uuid_equal (&other->group, group))
        return TRUE;
    }
  return FALSE;
}

/* Booking an own talk */

static void
on_booked_cb (FramTodayPage *self, const char *what)
{
  if (what != NULL)
    fram_today_page_say (self, what, TRUE);
}

static void
on_person_clicked_cb (FramTodayPage *self, GtkWidget *button)
{
  FramUuid participant;
  FramBookingDialog *dialog;

  gtk_menu_button_popdown (self->book_button);
  if (!fram_uuid_parse (g_object_get_data (G_OBJECT (button), "participant"), &participant))
    return;
  dialog = fram_booking_dialog_new (self->desk, GTK_WIDGET (self), &participant, NULL);
  fram_booking_dialog_propose (dialog, "samtal");
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_booked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
make_person (FramTodayPage *self, const FramTodayMember *member)
{
  g_autofree char *name = fram_today_page_discreet (self, member->name, member->name);
  GtkWidget *button = gtk_button_new_with_label (name);
  char id[FRAM_UUID_TEXT_SIZE];

  gtk_widget_add_css_class (button, "flat");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  g_object_set_data_full (G_OBJECT (button), "participant", g_strdup (fram_uuid_format (&member->participant, id)),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_person_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

GtkWidget *
fram_today_page_make_book_button (FramTodayPage *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->book_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->book_button, _ ("Book a talk"));
  gtk_menu_button_set_popover (self->book_button, popover);
  gtk_widget_set_valign (GTK_WIDGET (self->book_button), GTK_ALIGN_CENTER);
  return GTK_WIDGET (self->book_button);
}

/* People of the own groups, for who may book talks with them only; others book in the participant's journal. */
void
fram_today_page_show_people (FramTodayPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const GPtrArray *people = self->today->people;

  for (guint i = 0; i < people->len; i++)
    gtk_box_append (GTK_BOX (box), make_person (self, g_ptr_array_index (people, i)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (gtk_menu_button_get_popover (self->book_button), scroller);
  gtk_widget_set_visible (GTK_WIDGET (self->book_button), people->len > 0);
}
