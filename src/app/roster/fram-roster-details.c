#include "fram-roster-details.h"

#include "fram-roster-hints.h"
#include "fram-roster-words.h"
#include "fram-typed-time.h"
#include "fram-words.h"

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
  GtkWidget *came;
  GtkWidget *left;
  GtkLabel *attended;
  GtkWidget *task;
  GtkMenuButton *tasks;
  GtkLabel *history;
  GtkWidget *clear;
  GtkButton *split;

  /* owned */
  FramRosterRow *row;
};

enum
{
  WRITTEN,
  CLEAR,
  SPLIT,
  TROUBLE,
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

static gboolean
read_time (GtkWidget *entry, int recorded, int *minutes)
{
  return fram_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), minutes) && *minutes != recorded;
}

static void
check_time (GtkWidget *entry)
{
  int minutes;

  if (fram_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), &minutes))
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
      gtk_widget_has_css_class (entry, "error") ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
on_time_changed_cb (FramRosterDetails *self)
{
  check_time (self->came);
  check_time (self->left);
}

/* What was typed and is no time, or %NULL. */
static const char *
find_trouble (FramRosterDetails *self)
{
  int minutes;

  if (!fram_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->came)), &minutes))
    return gtk_editable_get_text (GTK_EDITABLE (self->came));
  if (!fram_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (self->left)), &minutes))
    return gtk_editable_get_text (GTK_EDITABLE (self->left));
  return NULL;
}

static void
on_split_clicked_cb (FramRosterDetails *self)
{
  g_signal_emit (self, signals[SPLIT], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_task_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramRosterDetails *self = data;

  gtk_editable_set_text (GTK_EDITABLE (self->task), g_variant_get_string (parameter, NULL));
  gtk_widget_grab_focus (self->task);
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
  signals[SPLIT] = g_signal_new ("split", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] =
      g_signal_new ("trouble", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-roster-details.ui");
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, title);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, lines);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, editors);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, note);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, reason);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, came);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, left);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, attended);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, task);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, tasks);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, history);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, clear);
  gtk_widget_class_bind_template_child (widget_class, FramRosterDetails, split);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_split_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_time_changed_cb);
}

static void
fram_roster_details_init (FramRosterDetails *self)
{
  static const GActionEntry entries[] = { { "task", on_task_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "details", G_ACTION_GROUP (actions));
}

GtkWidget *
fram_roster_details_new (void)
{
  return g_object_new (FRAM_TYPE_ROSTER_DETAILS, NULL);
}

static void
set_text (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

static void
show_times (FramRosterDetails *self)
{
  g_autofree char *came = fram_time_to_words (self->row->came);
  g_autofree char *left = fram_time_to_words (self->row->left);
  g_autofree char *attended = fram_roster_attended_words (self->row);

  set_text (self->came, came);
  set_text (self->left, left);
  gtk_label_set_text (self->attended, attended);
  gtk_widget_set_visible (GTK_WIDGET (self->attended), attended[0] != '\0');
}

/**
 * fram_roster_details_set_row:
 * @self: details
 * @row: whose
 * @may_mark: whether something can be written
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
  set_text (self->note, row->note);
  set_text (self->reason, row->reason);
  set_text (self->task, row->task);
  show_times (self);
  gtk_widget_set_visible (self->editors, marked && may_mark);
  gtk_widget_set_visible (self->clear, marked && may_mark);
  gtk_widget_set_visible (GTK_WIDGET (self->split), may_mark && fram_roster_hints_may_split (row));
  gtk_button_set_label (self->split, row->part != 0 ? _ ("Join the Day") : _ ("Split the Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, row->name, -1);
  fram_roster_details_set_history (self, NULL);
}

/**
 * fram_roster_details_set_tasks:
 * @self: details
 * @tasks: (nullable): what there is to choose from as the task of the day
 */
void
fram_roster_details_set_tasks (FramRosterDetails *self, const char *const *tasks)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_if_fail (FRAM_IS_ROSTER_DETAILS (self));
  for (guint i = 0; tasks != NULL && tasks[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (tasks[i], NULL);

      g_menu_item_set_action_and_target (item, "details.task", "s", tasks[i]);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->tasks, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->tasks), tasks != NULL && tasks[0] != NULL);
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

static const char *
text_or_none (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return text[0] != '\0' ? text : NULL;
}

static void
read_texts (FramRosterDetails *self, FramMarkEdit *edit)
{
  if (differs (self->note, self->row->note))
    {
      edit->fields |= FRAM_MARK_NOTE;
      edit->note = text_or_none (self->note);
    }
  if (differs (self->reason, self->row->reason))
    {
      edit->fields |= FRAM_MARK_REASON;
      edit->reason = text_or_none (self->reason);
    }
  if (differs (self->task, self->row->task))
    {
      edit->fields |= FRAM_MARK_TASK;
      edit->task = text_or_none (self->task);
    }
}

/**
 * fram_roster_details_read:
 * @self: details
 * @edit: (out): what was changed; its texts are those of the entries
 *
 * Returns: whether anything was changed
 */
gboolean
fram_roster_details_read (FramRosterDetails *self, FramMarkEdit *edit)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_DETAILS (self) && self->row != NULL, FALSE);
  *edit = (FramMarkEdit){ .minutes_late = -1, .attended_minutes = -1 };
  read_texts (self, edit);
  if (read_time (self->came, self->row->came, &edit->came))
    edit->fields |= FRAM_MARK_CAME;
  if (read_time (self->left, self->row->left, &edit->left))
    edit->fields |= FRAM_MARK_LEFT;
  return edit->fields != 0;
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
 * Emits `written` if anything differs from what is recorded.
 */
void
fram_roster_details_commit (FramRosterDetails *self)
{
  g_autofree char *sentence = NULL;
  const char *trouble;
  FramMarkEdit edit;

  g_return_if_fail (FRAM_IS_ROSTER_DETAILS (self));
  if (self->row == NULL || !gtk_widget_get_visible (self->editors))
    return;
  trouble = find_trouble (self);
  if (trouble != NULL)
    {
      /* Translators: what was typed as a time of day */
      sentence = g_strdup_printf (_ ("“%s” is no time of day; write for example 9.20."), trouble);
      g_signal_emit (self, signals[TROUBLE], 0, sentence);
    }
  if (fram_roster_details_read (self, &edit))
    g_signal_emit (self, signals[WRITTEN], 0);
}
