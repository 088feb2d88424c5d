#include "fram-roster-details.h"

#include "fram-roster-words.h"

#include <glib/gi18n-lib.h>

struct _FramRosterDetails
{
  GtkPopover parent_instance;

  /* template children */
  GtkLabel *title;
  GtkBox *lines;
  GtkWidget *editors;
  GtkWidget *note;
  GtkWidget *reason;
  GtkLabel *history;
  GtkWidget *clear;

  /* owned */
  FramRosterRow *row;
};

enum
{
  WRITTEN,
  CLEAR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRosterDetails, fram_roster_details, GTK_TYPE_POPOVER)

static void
add_line (FramRosterDetails *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_box_append (self->lines, label);
}

static void
show_lines (FramRosterDetails *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (char **line = self->row->instructions; line != NULL && *line != NULL; line++)
    add_line (self, *line);
  if (self->row->training != NULL)
    add_line (self, self->row->training);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), gtk_widget_get_first_child (GTK_WIDGET (self->lines)) != NULL);
}

static gboolean
differs (GtkWidget *entry, const char *recorded)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), recorded != NULL ? recorded : "") != 0;
}

static void
on_activate_cb (FramRosterDetails *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_closed_cb (FramRosterDetails *self)
{
  fram_roster_details_commit (self);
}

static void
on_clear_clicked_cb (FramRosterDetails *self)
{
  g_signal_emit (self, signals[CLEAR], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
fram_roster_details_dispose (GObject *object)
{
  g_clear_object (&FRAM_ROSTER_DETAILS (object)->row);
  G_OBJECT_CLASS (fram_roster_details_parent_class)->dispose (object);
}

static void
fram_roster_details_class_init (FramRosterDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_roster_details_dispose;
  signals[WRITTEN] = g_signal_new ("written", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLEAR] = g_signal_new ("clear", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-roster-details.ui");
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, title);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, lines);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, editors);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, note);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, reason);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, history);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, clear);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
}

static void
fram_roster_details_init (FramRosterDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
fram_roster_details_new (void)
{
  return g_object_new (FRAM_TYPE_ROSTER_DETAILS, NULL);
}

/**
 * fram_roster_details_set_row:
 * @self: details
 * @row: whose
 * @may_mark: whether note and reason can be written
 *
 * A note belongs to a mark, so there is nothing to write it on before the person is marked.
 */
void
fram_roster_details_set_row (FramRosterDetails *self, FramRosterRow *row, gboolean may_mark)
{
  gboolean marked = row->status != NULL;

  g_return_if_fail (FRAM_IS_ROSTER_DETAILS (self) && FRAM_IS_ROSTER_ROW (row));
  g_set_object (&self->row, row);
  gtk_label_set_text (self->title, row->name);
  show_lines (self);
  gtk_editable_set_text (GTK_EDITABLE (self->note), row->note != NULL ? row->note : "");
  gtk_editable_set_text (GTK_EDITABLE (self->reason), row->reason != NULL ? row->reason : "");
  gtk_widget_set_visible (self->editors, marked && may_mark);
  gtk_widget_set_visible (self->clear, marked && may_mark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  fram_roster_details_set_history (self, NULL);
}

FramRosterRow *
fram_roster_details_get_row (FramRosterDetails *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_DETAILS (self), NULL);
  return self->row;
}

/**
 * fram_roster_details_set_history:
 * @self: details
 * @text: (nullable): the history; %NULL while it is being read
 */
void
fram_roster_details_set_history (FramRosterDetails *self, const char *text)
{
  g_autofree char *marked = NULL;

  g_return_if_fail (FRAM_IS_ROSTER_DETAILS (self) && self->row != NULL);
  marked = fram_roster_marked_words (self->row);
  if (text == NULL || text[0] == '\0')
    text = marked[0] != '\0' ? marked
                             : _ ("Not marked this day. Mark with a letter or a touch; a note can be added then.");
  gtk_label_set_text (self->history, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

const char *
fram_roster_details_get_note (FramRosterDetails *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_DETAILS (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->note));
}

const char *
fram_roster_details_get_reason (FramRosterDetails *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_DETAILS (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

GtkEditable *
fram_roster_details_get_note_entry (FramRosterDetails *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_DETAILS (self), NULL);
  return GTK_EDITABLE (self->note);
}

/**
 * fram_roster_details_commit:
 * @self: details
 *
 * Emits `written` if note or reason differ from what is recorded.
 */
void
fram_roster_details_commit (FramRosterDetails *self)
{
  g_return_if_fail (FRAM_IS_ROSTER_DETAILS (self));
  if (self->row == NULL || !gtk_widget_get_visible (self->editors))
    return;
  if (differs (self->note, self->row->note) || differs (self->reason, self->row->reason))
    g_signal_emit (self, signals[WRITTEN], 0);
}
