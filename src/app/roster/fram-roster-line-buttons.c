#include "fram-roster-line-private.h"

#include "fram-roster-hints.h"

#include <glib/gi18n-lib.h>

/* The buttons of a line beside the strip of marks, made when the first of them is needed: "Here" and "Not here ›" of the
 * stacked form, and what a hint lets one do at once. */

static GtkWidget *
place (FramRosterLine *self, FramRosterColumn column, GtkWidget *child)
{
  GtkLayoutChild *layout;

  gtk_widget_insert_before (child, self->cells, self->menu);
  layout = gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (self->layout), child);
  g_object_set (layout, "column", column, NULL);
  return child;
}

static GtkWidget *
button_with (FramRosterLine *self, const char *css, GtkWidget *child, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, css);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
on_here_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_HERE);
}

static void
on_open_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_open_strip (self, !self->open);
  if (self->open)
    fram_mark_strip_grab_cell (self->strip);
}

static void
on_confirm_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_CONFIRM);
}

static void
on_tell_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_TELL);
}

static void
on_helps_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_HELPS);
}

static void
on_does_not_help_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_DOES_NOT_HELP);
}

static void
on_words_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_ANSWER);
}

static GtkWidget *
pair (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

static void
make_narrow_buttons (FramRosterLine *self)
{
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->here = button_with (self, "fram-here", pair (tick, gtk_label_new (C_ ("attendance", "Here"))),
                            G_CALLBACK (on_here_clicked_cb));
  self->away = button_with (self, "fram-away", pair (gtk_label_new (C_ ("attendance", "Not here")), arrow),
                            G_CALLBACK (on_open_clicked_cb));
  self->edit = button_with (self, "fram-edit", gtk_image_new_from_icon_name ("document-edit-symbolic"),
                            G_CALLBACK (on_open_clicked_cb));
  gtk_widget_add_css_class (self->edit, "flat");
  place (self, FRAM_COLUMN_HERE, self->here);
  place (self, FRAM_COLUMN_AWAY, self->away);
  place (self, FRAM_COLUMN_EDIT, self->edit);
}

static void
set_name (GtkWidget *widget, const char *format, const char *name)
{
  g_autofree char *label = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  label = g_strdup_printf (format, name);
#pragma GCC diagnostic pop
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_narrow (FramRosterLine *self)
{
  gboolean narrow = self->form == FRAM_ROSTER_NARROW, marked = self->row->status != NULL;
  gboolean markable = fram_roster_line_is_markable (self), large = narrow && !marked && !self->open && markable;
  const char *name = gtk_label_get_text (self->name_label);

  if (narrow && self->here == NULL)
    make_narrow_buttons (self);
  if (self->here == NULL)
    return;
  set_name (self->here, _ ("%s is here"), name);
  set_name (self->away, _ ("%s is not here"), name);
  set_name (self->edit, _ ("Change the mark of %s"), name);
  gtk_widget_set_visible (self->here, large);
  gtk_widget_set_visible (self->away, large);
  gtk_widget_set_visible (self->edit, narrow && (marked || self->open) && markable);
}

static void
make_acts (FramRosterLine *self)
{
  self->acts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->confirm = button_with (self, "fram-act", gtk_label_new (NULL), G_CALLBACK (on_confirm_clicked_cb));
  self->tell =
      button_with (self, "fram-act", gtk_label_new (_ ("Tell the Case Worker")), G_CALLBACK (on_tell_clicked_cb));
  gtk_widget_set_valign (self->acts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->acts), self->confirm);
  gtk_box_append (GTK_BOX (self->acts), self->tell);
  place (self, FRAM_COLUMN_ACT, self->acts);
}

static void
show_confirm (FramRosterLine *self, gboolean shown)
{
  g_autofree char *status = NULL, *text = NULL, *name = NULL;

  gtk_widget_set_visible (self->confirm, shown);
  if (!shown)
    return;
  status = g_utf8_strdown (fram_status_get_name (self->row->planned_status), -1);
  /* Translators: a button: marks somebody with the status that was told beforehand: "Confirm: sick" */
  text = g_strdup_printf (_ ("Confirm: %s"), status);
  /* Translators: the name of a button: a person and a status */
  name = g_strdup_printf (_ ("Mark %1$s as told beforehand: %2$s"), gtk_label_get_text (self->name_label), status);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->confirm))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
add_answer (FramRosterLine *self, const char *label, GCallback clicked)
{
  GtkWidget *button = button_with (self, "fram-act", gtk_label_new (label), clicked);

  gtk_widget_add_css_class (button, "fram-answer");
  gtk_box_append (GTK_BOX (self->acts), button);
  return button;
}

/* What is asked about the person is answered with one touch; where others see the screen, from the menu. */
static void
show_answers (FramRosterLine *self, gboolean shown)
{
  GtkWidget **const buttons[] = { &self->helps, &self->does_not_help, &self->words };
  const FramRosterQuestion *question = shown ? self->row->questions->pdata[0] : NULL;
  const char *name = gtk_label_get_text (self->name_label);

  if (shown && self->helps == NULL)
    {
      self->helps = add_answer (self, C_ ("answer", "Helps"), G_CALLBACK (on_helps_clicked_cb));
      self->does_not_help = add_answer (self, C_ ("answer", "Does Not Help"), G_CALLBACK (on_does_not_help_clicked_cb));
      self->words = add_answer (self, C_ ("answer", "In Words…"), G_CALLBACK (on_words_clicked_cb));
    }
  for (guint i = 0; self->helps != NULL && i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_set_visible (*buttons[i], shown);
      gtk_widget_set_hexpand (*buttons[i], fram_roster_form_is_stacked (self->form));
      if (shown)
        gtk_accessible_update_property (GTK_ACCESSIBLE (*buttons[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                        question->text, -1);
    }
  if (!shown)
    return;
  /* Translators: names of buttons that answer a question about a person: whom it is about */
  set_name (self->helps, _ ("Helps: %s"), name);
  set_name (self->does_not_help, _ ("Does not help: %s"), name);
  set_name (self->words, _ ("Answer in words: %s"), name);
}

/* One thing at a time: a question waits until what is told of the day is confirmed. */
static gboolean
has_answers (FramRosterLine *self, gboolean others)
{
  return self->row->questions != NULL && self->row->questions->len > 0 && !self->discreet && !others;
}

/* What can be done at once. Whoever may not mark here is offered nothing but to answer. */
static void
show_acts (FramRosterLine *self)
{
  gboolean markable = fram_roster_line_is_markable (self);
  gboolean confirm = markable && self->row->status == NULL && self->row->planned_status != NULL;
  gboolean tell = markable && fram_roster_hints_may_tell (self->row);

  gboolean answers = has_answers (self, confirm || tell);

  if ((confirm || tell || answers) && self->acts == NULL)
    make_acts (self);
  if (self->acts == NULL)
    return;
  show_answers (self, answers);
  show_confirm (self, confirm);
  gtk_widget_set_visible (self->tell, tell);
  /* Translators: the name of a button: whose case worker is told */
  set_name (self->tell, _ ("Tell the case worker of %s"), gtk_label_get_text (self->name_label));
  gtk_widget_set_visible (self->acts, confirm || tell || answers);
  gtk_widget_set_halign (self->acts, fram_roster_form_is_stacked (self->form) ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->confirm, fram_roster_form_is_stacked (self->form));
  gtk_widget_set_hexpand (self->tell, fram_roster_form_is_stacked (self->form));
}

void
fram_roster_line_show_buttons (FramRosterLine *self)
{
  show_narrow (self);
  show_acts (self);
}
