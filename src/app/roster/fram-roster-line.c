#include "fram-roster-line-private.h"

#include "fram-discreet.h"
#include "fram-roster-cells.h"
#include "fram-roster-hints.h"
#include "fram-roster-words.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* How long a line stands out that somebody else has changed. */
#define CHANGED_SECONDS 4

enum
{
  PICKED,
  MINUTES_CHANGED,
  DETAILS,
  HISTORY,
  ACT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRosterLine, fram_roster_line, GTK_TYPE_LIST_BOX_ROW)

gboolean
fram_roster_line_is_markable (FramRosterLine *self)
{
  return self->may_mark && self->row != NULL && self->row->kind != FRAM_ROSTER_BARE;
}

void
fram_roster_line_act (FramRosterLine *self, FramRosterAct act)
{
  if (act == FRAM_ROSTER_ACT_HERE)
    g_signal_emit (self, signals[PICKED], 0, 0u);
  else
    g_signal_emit (self, signals[ACT], 0, (int)act);
}

/* Where notes have a line of their own the badges stand there, and the name has air. */
static gboolean
has_badges_in_notes (FramRosterLine *self)
{
  return self->form != FRAM_ROSTER_WIDE && self->row->kind != FRAM_ROSTER_BARE;
}

static void
show_name (FramRosterLine *self)
{
  g_autofree char *name = self->discreet ? fram_discreet_name (self->row->name) : g_strdup (self->row->name);

  gtk_label_set_text (self->name_label, name);
  fram_chips_clear (self->badges);
  fram_chips_set_small (self->badges, TRUE);
  if (!has_badges_in_notes (self))
    fram_roster_hints_add_badges (self->badges, self->row);
  gtk_widget_set_visible (GTK_WIDGET (self->badges), fram_chips_get_length (self->badges) > 0);
}

static void
show_times (FramRosterLine *self)
{
  g_autofree char *plan = fram_time_range_to_text (self->row->planned_from, self->row->planned_to);
  g_autofree char *hours = fram_roster_hours_markup (self->row);

  gtk_label_set_text (self->plan_label, plan);
  gtk_label_set_markup (self->hours_label, hours);
}

static void
show_mark (FramRosterLine *self)
{
  FramRosterRow *row = self->row;
  gboolean markable = fram_roster_line_is_markable (self);

  fram_status_icon_set_shape (self->icon, row->status != NULL ? row->status->shape : FRAM_SHAPE_UNMARKED);
  fram_mark_strip_set_chosen (self->strip, row->status);
  fram_mark_strip_set_told (self->strip, row->status == NULL ? row->planned_status : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->strip), markable);
  fram_mark_label_set_name (self->mark_label, row->name);
  fram_mark_label_set (self->mark_label, row->status, row->minutes_late, markable);
  gtk_widget_set_visible (GTK_WIDGET (self->mark_label), row->kind != FRAM_ROSTER_BARE);
}

static void
show_notes (FramRosterLine *self)
{
  g_autofree char *label = NULL, *words = NULL;

  fram_chips_clear (self->chips);
  if (has_badges_in_notes (self))
    fram_roster_hints_add_badges (self->chips, self->row);
  fram_roster_hints_add_notes (self->chips, self->row, self->day, self->changed);
  words = fram_chips_to_words (self->chips, ", ");
  label = words[0] != '\0' ? g_strdup_printf (_ ("Lines and note for %1$s: %2$s"), self->row->name, words)
                           : g_strdup_printf (_ ("Note for %s"), self->row->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notes_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), words[0] != '\0');
  gtk_widget_set_visible (self->pencil, words[0] == '\0');
}

static void
name_line (FramRosterLine *self)
{
  g_autofree char *words = fram_roster_row_to_words (self->row);
  g_autofree char *chips = fram_chips_to_words (self->chips, ", ");
  /* Translators: the name of a strip of statuses: whose attendance */
  g_autofree char *strip = g_strdup_printf (_ ("Attendance of %s"), self->row->name);
  /* Translators: the name of a button: whose menu it opens */
  g_autofree char *menu = g_strdup_printf (_ ("More for %s"), self->row->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chips, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL, strip, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/* Stacked: large buttons while unmarked, one line with a pencil when marked; "Not here" and the pencil open the strip. */
static void
show_form (FramRosterLine *self)
{
  gboolean narrow = self->form == FRAM_ROSTER_NARROW, marked = self->row->status != NULL;
  gboolean stacked = fram_roster_form_is_stacked (self->form), compact = self->form == FRAM_ROSTER_COMPACT;

  fram_roster_line_show_buttons (self);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), narrow && marked);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_label), !compact);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_label), !stacked);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !narrow || self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->sessions), !compact && (!narrow || self->open));
  gtk_widget_set_visible (self->notes_button,
                          !stacked || (narrow && self->open) || fram_chips_get_length (self->chips) > 0);
  gtk_widget_set_visible (self->menu, self->row->kind != FRAM_ROSTER_BARE);
  fram_mark_strip_set_stretched (self->strip, stacked);
  fram_mark_label_set_short (self->mark_label, stacked);
  fram_chips_set_folded (self->chips, self->discreet);
  fram_chips_set_wrapped (self->chips, stacked && !self->discreet);
  fram_chips_set_stacked (self->chips, self->form == FRAM_ROSTER_WIDE);
}

static void
on_picked_cb (FramRosterLine *self, guint index)
{
  if (self->form == FRAM_ROSTER_NARROW)
    self->open = FALSE;
  g_signal_emit (self, signals[PICKED], 0, index);
}

static void
on_minutes_changed_cb (FramRosterLine *self, int minutes)
{
  g_signal_emit (self, signals[MINUTES_CHANGED], 0, minutes);
}

static void
on_notes_clicked_cb (FramRosterLine *self)
{
  g_signal_emit (self, signals[DETAILS], 0);
}

static void
on_menu_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_act (self, FRAM_ROSTER_ACT_MENU);
}

/* Who marked and when is known at once; the steps before are asked for and are there when the pointer rests. */
static gboolean
on_query_tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, FramRosterLine *self)
{
  g_autofree char *text = NULL;

  if (self->row == NULL || self->row->marked_at == 0)
    return FALSE;
  text = g_strdup (fram_roster_line_get_history (self));
  if (text == NULL)
    {
      g_signal_emit (self, signals[HISTORY], 0);
      text = fram_roster_marked_words (self->row);
    }
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
fram_roster_line_dispose (GObject *object)
{
  FramRosterLine *self = FRAM_ROSTER_LINE (object);

  g_clear_handle_id (&self->changed_timeout, g_source_remove);
  g_clear_object (&self->row);
  g_clear_pointer (&self->history, g_free);
  g_clear_pointer (&self->changed, g_free);
  G_OBJECT_CLASS (fram_roster_line_parent_class)->dispose (object);
}

/* What is scrolled out of sight is not drawn: a renderer without a graphics card draws all it is given. */
static void
fram_roster_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  if (!FRAM_ROSTER_LINE (widget)->away_from_view)
    GTK_WIDGET_CLASS (fram_roster_line_parent_class)->snapshot (widget, snapshot);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-roster-line.ui");
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, cells);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, layout);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, icon);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, name_label);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, badges);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, plan_label);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, hours_label);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, strip);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, mark_label);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, sessions);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, notes_button);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, chips);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, pencil);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, menu);
  gtk_widget_class_bind_template_callback (widget_class, on_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_menu_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
}

static void
fram_roster_line_class_init (FramRosterLineClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_roster_line_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = fram_roster_line_snapshot;
  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MINUTES_CHANGED] =
      g_signal_new ("minutes-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DETAILS] = g_signal_new ("details", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HISTORY] = g_signal_new ("history", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACT] = g_signal_new ("act", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (FRAM_TYPE_ROSTER_CELLS);
  g_type_ensure (FRAM_TYPE_ROSTER_LAYOUT);
  g_type_ensure (FRAM_TYPE_STATUS_ICON);
  g_type_ensure (FRAM_TYPE_CHIPS);
  g_type_ensure (FRAM_TYPE_MARK_STRIP);
  g_type_ensure (FRAM_TYPE_MARK_LABEL);
  g_type_ensure (FRAM_TYPE_SESSION_STRIP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
fram_roster_line_init (FramRosterLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_roster_line_new:
 * @statuses: (element-type FramStatus): the programme's statuses; they outlive the line
 * @metrics: widths of the columns
 */
GtkWidget *
fram_roster_line_new (const GArray *statuses, const FramRosterMetrics *metrics)
{
  FramRosterLine *self = g_object_new (FRAM_TYPE_ROSTER_LINE, NULL);

  fram_mark_strip_set_statuses (self->strip, statuses);
  fram_roster_layout_set_metrics (self->layout, metrics);
  return GTK_WIDGET (self);
}

/**
 * fram_roster_line_bind:
 * @self: a line
 * @row: the row to show
 * @day: of which day
 * @may_mark: whether the person at the keyboard may mark it
 */
void
fram_roster_line_bind (FramRosterLine *self, FramRosterRow *row, FramDate day, gboolean may_mark)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self) && FRAM_IS_ROSTER_ROW (row));
  if (self->row != row)
    {
      self->open = FALSE;
      fram_roster_line_say_changed (self, NULL);
    }
  g_set_object (&self->row, row);
  self->day = day;
  self->may_mark = may_mark;
  fram_roster_line_refresh (self);
}

/**
 * fram_roster_line_refresh:
 * @self: a bound line
 *
 * Shows its row as it is now.
 */
void
fram_roster_line_refresh (FramRosterLine *self)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self) && self->row != NULL);
  show_name (self);
  show_times (self);
  show_mark (self);
  fram_session_strip_set_sessions (self->sessions, self->row->last, self->row->last_day, self->row->n_last);
  show_notes (self);
  show_form (self);
  name_line (self);
}

FramRosterRow *
fram_roster_line_get_row (FramRosterLine *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_LINE (self), NULL);
  return self->row;
}

void
fram_roster_line_set_metrics (FramRosterLine *self, const FramRosterMetrics *metrics)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  fram_roster_layout_set_metrics (self->layout, metrics);
}

void
fram_roster_line_set_form (FramRosterLine *self, FramRosterForm form)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  if (self->form == form)
    return;
  self->form = form;
  fram_roster_layout_set_form (self->layout, form);
  if (self->row != NULL)
    fram_roster_line_refresh (self);
}

/**
 * fram_roster_line_set_typed:
 * @self: a line
 * @digits: (nullable): minutes being typed; %NULL when done
 */
void
fram_roster_line_set_typed (FramRosterLine *self, const char *digits)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  fram_mark_label_set_typed (self->mark_label, digits);
}

/**
 * fram_roster_line_set_history:
 * @self: a line
 * @text: (nullable): the history of its present mark
 */
void
fram_roster_line_set_history (FramRosterLine *self, const char *text)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self) && self->row != NULL);
  g_free (self->history);
  self->history = g_strdup (text);
  self->history_of = self->row->marked_at;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

/**
 * fram_roster_line_get_history:
 * @self: a line
 *
 * Returns: (nullable): the history, if it is that of the mark in view
 */
const char *
fram_roster_line_get_history (FramRosterLine *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_LINE (self), NULL);
  return self->row != NULL && self->history_of == self->row->marked_at ? self->history : NULL;
}

/**
 * fram_roster_line_open_strip:
 * @self: a line
 * @open: in the narrow form: whether the whole strip is shown
 */
void
fram_roster_line_open_strip (FramRosterLine *self, gboolean open)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  self->open = open;
  show_form (self);
}

FramMarkStrip *
fram_roster_line_get_strip (FramRosterLine *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_LINE (self), NULL);
  return self->strip;
}

GtkWidget *
fram_roster_line_get_notes (FramRosterLine *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_LINE (self), NULL);
  return self->notes_button;
}

GtkWidget *
fram_roster_line_get_menu (FramRosterLine *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_LINE (self), NULL);
  return self->menu;
}

/**
 * fram_roster_line_set_discreet:
 * @self: a line
 * @discreet: whether others can see the screen: a short name, and lines and hints folded into icons
 */
void
fram_roster_line_set_discreet (FramRosterLine *self, gboolean discreet)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  if (self->discreet == discreet)
    return;
  self->discreet = discreet;
  if (self->row != NULL)
    fram_roster_line_refresh (self);
}

/**
 * fram_roster_line_set_in_view:
 * @self: a line
 * @in_view: whether any of it can be seen
 */
void
fram_roster_line_set_in_view (FramRosterLine *self, gboolean in_view)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  if (self->away_from_view == !in_view)
    return;
  self->away_from_view = !in_view;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_changed_timeout_cb (gpointer data)
{
  FramRosterLine *self = data;

  self->changed_timeout = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "fram-changed");
  return G_SOURCE_REMOVE;
}

/**
 * fram_roster_line_say_changed:
 * @self: a line
 * @by: (nullable): in words who changed it and when; %NULL when that is no news any more
 *
 * Lets a line stand out for a while that somebody else has changed, and keeps saying so until its next mark.
 */
void
fram_roster_line_say_changed (FramRosterLine *self, const char *by)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self));
  if (by == NULL && self->changed == NULL)
    return;
  g_free (self->changed);
  self->changed = g_strdup (by);
  g_clear_handle_id (&self->changed_timeout, g_source_remove);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "fram-changed");
  if (by == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-changed");
  self->changed_timeout = g_timeout_add_seconds (CHANGED_SECONDS, on_changed_timeout_cb, self);
}
