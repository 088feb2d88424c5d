#include "fram-roster-page-private.h"

#include <glib/gi18n-lib.h>

/* What is asked for in a small popover beside a line or a button: numbers to call, something seen, a visitor's case number. */

#define WIDTH 300

void
fram_roster_page_close_popover (FramRosterPage *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  if (popover != NULL)
    gtk_widget_unparent (popover);
}

static void
on_closed_cb (FramRosterPage *self)
{
  int at = self->lines != NULL && self->roster != NULL ? fram_roster_page_find_line (self, &self->menu_key) : -1;

  if (at >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (fram_roster_page_get_line (self, (guint)at)));
}

/* An empty popover with a heading, at a widget; answers the box to fill. */
static GtkBox *
open_popover (FramRosterPage *self, GtkWidget *at, const char *heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *title = gtk_label_new (heading);

  fram_roster_page_close_popover (self);
  self->popover = gtk_popover_new ();
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 34);
  gtk_widget_add_css_class (box, "fram-details");
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_closed_cb), self, G_CONNECT_SWAPPED);
  fram_roster_page_point_at (self, GTK_POPOVER (self->popover), at);
  return GTK_BOX (box);
}

/* Where the popover of the menu's row points. */
static GtkWidget *
menu_anchor (FramRosterPage *self)
{
  int at = fram_roster_page_find_line (self, &self->menu_key);
  GtkWidget *menu;

  if (at < 0)
    return NULL;
  menu = fram_roster_line_get_menu (fram_roster_page_get_line (self, (guint)at));
  return gtk_widget_get_mapped (menu) ? menu : GTK_WIDGET (fram_roster_page_get_line (self, (guint)at));
}

static void
add_text (GtkBox *box, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (box, label);
}

/* ---- call ---- */

static const char *
call_title (FramCallKind kind)
{
  switch (kind)
    {
    case FRAM_CALL_PARTICIPANT: return C_ ("call", "Participant");
    case FRAM_CALL_CASE_WORKER: return C_ ("call", "Case worker");
    case FRAM_CALL_EMERGENCY: return C_ ("call", "Emergency contact");
    default: return "";
    }
}

/* Where the computer can telephone by itself it does; else the number is there to be typed. That it was called is logged. */
static void
on_call_clicked_cb (GtkButton *button, FramRosterPage *self)
{
  const char *phone = g_object_get_data (G_OBJECT (button), "fram-phone");
  g_autoptr (GAppInfo) handler = g_app_info_get_default_for_uri_scheme ("tel");
  g_autofree char *uri = NULL;

  fram_roster_page_log_call (self, &self->menu_key,
                             GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "fram-kind")));
  if (handler != NULL)
    {
      uri = g_strconcat ("tel:", phone, NULL);
      g_strdelimit (uri, " ", '-');
      gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), uri, GDK_CURRENT_TIME);
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
add_call (FramRosterPage *self, GtkBox *box, const FramCall *call)
{
  GtkWidget *button = gtk_button_new (), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *who = gtk_label_new (NULL), *number = gtk_label_new (call->phone);
  /* Translators: in what part, and a name: "Case worker: Nadia Saleh" */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), call_title (call->kind), call->name);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, call->phone);

  gtk_label_set_text (GTK_LABEL (who), name);
  gtk_label_set_xalign (GTK_LABEL (who), 0);
  gtk_label_set_ellipsize (GTK_LABEL (who), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_widget_add_css_class (number, "fram-number");
  gtk_box_append (GTK_BOX (lines), who);
  gtk_box_append (GTK_BOX (lines), number);
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_widget_add_css_class (button, "fram-call");
  g_object_set_data_full (G_OBJECT (button), "fram-phone", g_strdup (call->phone), g_free);
  g_object_set_data (G_OBJECT (button), "fram-kind", GINT_TO_POINTER ((int)call->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_call_clicked_cb), self, 0);
  gtk_box_append (box, button);
}

static void
show_calls (FramRosterPage *self, const GPtrArray *calls)
{
  FramRosterRow *row = fram_roster_page_get_menu_row (self);
  GtkWidget *anchor = menu_anchor (self);
  g_autofree char *heading = NULL;
  GtkBox *box;

  if (row == NULL || anchor == NULL)
    return;
  /* Translators: a person */
  heading = g_strdup_printf (_ ("Call about %s"), row->name);
  box = open_popover (self, anchor, heading);
  for (guint i = 0; i < calls->len; i++)
    add_call (self, box, calls->pdata[i]);
  if (calls->len == 0)
    add_text (box, _ ("There is no number that you may see. Ask the case worker to call instead."), NULL);
  else
    add_text (box, _ ("Choose a number to say that you called it. That is kept in the log."), "fram-dim");
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gpointer
load_calls (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_calls (desk, data, error);
}

static void
on_calls_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calls = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->pending--;
  if (self->lines == NULL)
    return;
  if (calls == NULL)
    fram_roster_page_say (self, error->message, FALSE);
  else
    show_calls (self, calls);
}

/* The numbers are read only now: that they were shown is logged. */
void
fram_roster_page_show_call (FramRosterPage *self)
{
  FramUuid *enrolment = g_new (FramUuid, 1);

  *enrolment = self->menu_key.enrolment;
  self->pending++;
  fram_desk_run_async (self->desk, load_calls, enrolment, g_free, (GDestroyNotify)g_ptr_array_unref, NULL, on_calls_cb,
                       g_object_ref (self));
}

/* ---- one line to write ---- */

static GtkWidget *
add_entry (GtkBox *box, const char *label, const char *placeholder, int most)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_entry_set_max_length (GTK_ENTRY (entry), most);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (box, entry);
  return entry;
}

static GtkWidget *
add_accept (GtkBox *box, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "fram-target");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (box, button);
  return button;
}

static GtkEditable *
get_entry (FramRosterPage *self)
{
  return g_object_get_data (G_OBJECT (self->popover), "fram-entry");
}

static void
on_seen_cb (FramRosterPage *self)
{
  GtkCheckButton *agreed = g_object_get_data (G_OBJECT (self->popover), "fram-agreed");
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_entry (self))));

  if (text[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (get_entry (self)));
      return;
    }
  fram_roster_page_save_seen (self, &self->menu_key, text, gtk_check_button_get_active (agreed));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
finish_entry (FramRosterPage *self, GtkWidget *entry, GtkWidget *accept, GCallback func)
{
  g_object_set_data (G_OBJECT (self->popover), "fram-entry", entry);
  g_signal_connect_object (entry, "activate", func, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accept, "clicked", func, self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (entry);
}

/* A strength, in a few words. */
void
fram_roster_page_show_seen (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_page_get_menu_row (self);
  GtkWidget *anchor = menu_anchor (self), *entry, *agreed;
  g_autofree char *heading = NULL;
  GtkBox *box;

  if (row == NULL || anchor == NULL)
    return;
  /* Translators: something that went well, noticed by the leader: a person */
  heading = g_strdup_printf (_ ("I saw that %s …"), row->name);
  box = open_popover (self, anchor, heading);
  entry = add_entry (box, heading, _ ("helped a newcomer with the saw"), 200);
  agreed = gtk_check_button_new_with_label (_ ("The participant has said yes to having it in Mina steg"));
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (agreed)), TRUE);
  gtk_box_append (box, agreed);
  g_object_set_data (G_OBJECT (self->popover), "fram-agreed", agreed);
  finish_entry (self, entry, add_accept (box, C_ ("seen", "Keep")), G_CALLBACK (on_seen_cb));
}

/* ---- an answer ---- */

static void
answer (FramRosterPage *self, FramWorkshopAnswer how, const char *text)
{
  fram_roster_page_answer (self, &self->menu_key, how, text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* What was written goes with the choice. */
static void
on_choice_clicked_cb (GtkButton *button, FramRosterPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_entry (self))));

  answer (self, (FramWorkshopAnswer)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "fram-answer")), text);
}

static void
on_words_cb (FramRosterPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_entry (self))));

  if (text[0] == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (get_entry (self)));
  else
    answer (self, FRAM_WORKSHOP_IN_WORDS, text);
}

static void
add_choices (FramRosterPage *self, GtkBox *box)
{
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (choices), TRUE);
  for (int i = FRAM_WORKSHOP_HELPS; i <= FRAM_WORKSHOP_DOES_NOT_HELP; i++)
    {
      const char *label = fram_workshop_answer_get_name ((FramWorkshopAnswer)i);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "fram-target");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      g_object_set_data (G_OBJECT (button), "fram-answer", GINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_choice_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (choices), button);
    }
  gtk_box_append (box, choices);
}

/* What the workshop is asked about the person, answered in words or with a choice. */
void
fram_roster_page_show_question (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_page_get_menu_row (self);
  GtkWidget *anchor = menu_anchor (self), *entry;
  g_autofree char *heading = NULL;
  GtkBox *box;

  if (row == NULL || anchor == NULL || row->questions == NULL || row->questions->len == 0)
    return;
  /* Translators: what a workshop is asked: a person */
  heading = g_strdup_printf (_ ("Asked about %s"), row->name);
  box = open_popover (self, anchor, heading);
  add_text (box, ((const FramRosterQuestion *)row->questions->pdata[0])->text, NULL);
  add_choices (self, box);
  entry = add_entry (box, _ ("Answer in words"), _ ("In words"), 300);
  finish_entry (self, entry, add_accept (box, C_ ("answer", "Answer")), G_CALLBACK (on_words_cb));
}

/* ---- visitor ---- */

static void
on_visitor_cb (FramRosterPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (get_entry (self))));

  if (text[0] == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (get_entry (self)));
      return;
    }
  fram_roster_page_add_visitor (self, text);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

void
fram_roster_page_show_visitor (FramRosterPage *self)
{
  GtkBox *box = open_popover (self, self->visitor_button, _ ("Add a visitor"));
  GtkWidget *entry;

  add_text (box, _ ("Somebody who is not planned here and came today. The person knows the case number."), "fram-dim");
  entry = add_entry (box, _ ("Case number of the visitor"), _ ("Case number"), 40);
  finish_entry (self, entry, add_accept (box, C_ ("visitor", "Add")), G_CALLBACK (on_visitor_cb));
}

/* ---- standing in ---- */

static gpointer
load_stand_in (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_stand_in_places (desk, error);
}

static void
on_stand_in_places_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_autoptr (GPtrArray) places = fram_desk_run_finish (FRAM_DESK (source), result, NULL);
  gboolean may = FALSE;

  if (self->lines == NULL || (self->roster != NULL && self->roster->may_mark))
    return;
  for (guint i = 0; places != NULL && i < places->len; i++)
    may = may || fram_uuid_equal (&((FramActivityCount *)places->pdata[i])->activity, &self->activity);
  gtk_widget_set_visible (self->stand_in_button, may);
  if (may && gtk_label_get_text (self->notice_label)[0] == '\0')
    gtk_label_set_text (self->notice_label, _ ("You may stand in for the leader here."));
  if (may)
    gtk_widget_set_visible (self->notice, TRUE);
}

/* Whether who may not mark here may stand in today; if so the notice offers it. */
void
fram_roster_page_look_for_stand_in (FramRosterPage *self)
{
  gtk_widget_set_visible (self->stand_in_button, FALSE);
  if ((self->roster == NULL || !self->roster->may_mark) && self->day == fram_roster_page_get_today (self))
    fram_desk_run_async (self->desk, load_stand_in, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL,
                         on_stand_in_places_cb, g_object_ref (self));
}
