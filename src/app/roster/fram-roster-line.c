#include "fram-roster-line.h"

#include "fram-chips.h"
#include "fram-mark-label.h"
#include "fram-roster-cells.h"
#include "fram-roster-words.h"
#include "fram-session-strip.h"
#include "fram-status-icon.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* from the third unnotified absence in a row on somebody should know (UX.md, "Roster") */
#define STREAK 3

struct _FramRosterLine
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkWidget *cells;
  FramRosterLayout *layout;
  FramStatusIcon *icon;
  GtkLabel *name_label;
  FramChips *badges;
  GtkLabel *plan_label;
  GtkLabel *hours_label;
  FramMarkStrip *strip;
  FramMarkLabel *mark_label;
  FramChips *streak;
  FramSessionStrip *sessions;
  GtkWidget *notes_button;
  FramChips *chips;
  GtkWidget *pencil;

  /* made for the narrow form */
  GtkWidget *here;
  GtkWidget *away;
  GtkWidget *edit;

  /* owned */
  FramRosterRow *row;
  char *history;
  gint64 history_of;

  FramRosterForm form;
  gboolean may_mark;
  gboolean open;
};

enum
{
  PICKED,
  MINUTES_CHANGED,
  DETAILS,
  HISTORY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramRosterLine, fram_roster_line, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_markable (FramRosterLine *self)
{
  return self->may_mark && self->row != NULL && self->row->kind != FRAM_ROSTER_BARE;
}

static void
show_name (FramRosterLine *self)
{
  FramRosterRow *row = self->row;
  gboolean bare = row->kind == FRAM_ROSTER_BARE;

  gtk_label_set_text (self->name_label, row->name);
  fram_chips_clear (self->badges);
  fram_chips_set_small (self->badges, TRUE);
  if (row->first_day)
    fram_chips_add (self->badges, FRAM_CHIP_INFO, NULL, C_ ("badge", "First day"));
  if (row->last_day_here)
    fram_chips_add (self->badges, FRAM_CHIP_INFO, NULL, C_ ("badge", "Last day"));
  if (row->hours_changed)
    fram_chips_add (self->badges, FRAM_CHIP_INFO, NULL, C_ ("badge", "New hours"));
  if (row->kind == FRAM_ROSTER_VISITOR)
    fram_chips_add (self->badges, FRAM_CHIP_PLAIN, NULL, C_ ("badge", "Not planned"));
  if (row->is_protected)
    fram_chips_add (self->badges, FRAM_CHIP_PLAIN, "changes-prevent-symbolic",
                    bare ? C_ ("badge", "You are not named for this person") : C_ ("badge", "Protected"));
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

/* The third unnotified absence in a row, and each one after it, stands below the status. */
static void
show_streak (FramRosterLine *self)
{
  guint n = self->row->unnotified_in_a_row;
  g_autofree char *text = NULL;

  fram_chips_clear (self->streak);
  gtk_widget_set_visible (GTK_WIDGET (self->streak), n >= STREAK);
  if (n < STREAK)
    return;
  /* Translators: a warning below "Unnotified": a person stayed away without a word, so many times one after the other */
  text = g_strdup_printf (ngettext ("%u in a row", "%u in a row", n), n);
  fram_chips_add (self->streak, FRAM_CHIP_ERROR, "dialog-warning-symbolic", text);
}

static void
show_mark (FramRosterLine *self)
{
  FramRosterRow *row = self->row;
  gboolean markable = is_markable (self);

  fram_status_icon_set_shape (self->icon, row->status != NULL ? row->status->shape : FRAM_SHAPE_UNMARKED);
  fram_mark_strip_set_chosen (self->strip, row->status);
  gtk_widget_set_sensitive (GTK_WIDGET (self->strip), markable);
  fram_mark_label_set_name (self->mark_label, row->name);
  fram_mark_label_set (self->mark_label, row->status, row->minutes_late, markable);
  gtk_widget_set_visible (GTK_WIDGET (self->mark_label), row->kind != FRAM_ROSTER_BARE);
  show_streak (self);
}

static void
add_last_day (FramRosterLine *self)
{
  g_autofree char *day = NULL, *text = NULL;

  if (self->row->stay_ends == FRAM_DATE_NONE || self->row->last_day_here)
    return;
  day = fram_date_to_short_words (self->row->stay_ends);
  /* Translators: a badge: the last day of a person in this workshop */
  text = g_strdup_printf (_ ("Last day %s"), day);
  fram_chips_add (self->chips, FRAM_CHIP_INFO, NULL, text);
}

static void
show_notes (FramRosterLine *self)
{
  FramRosterRow *row = self->row;
  g_autofree char *label = NULL, *words = NULL;

  fram_chips_clear (self->chips);
  add_last_day (self);
  for (char **line = row->instructions; line != NULL && *line != NULL; line++)
    fram_chips_add (self->chips, FRAM_CHIP_LINE, NULL, *line);
  if (row->note != NULL && row->note[0] != '\0')
    fram_chips_add (self->chips, FRAM_CHIP_PLAIN, NULL, row->note);
  if (row->reason != NULL && row->reason[0] != '\0')
    fram_chips_add (self->chips, FRAM_CHIP_PLAIN, NULL, row->reason);
  if (row->training != NULL)
    fram_chips_add (self->chips, FRAM_CHIP_PLAIN, NULL, row->training);
  words = fram_chips_to_words (self->chips, ", ");
  label = words[0] != '\0' ? g_strdup_printf (_ ("Lines and note for %1$s: %2$s"), row->name, words)
                           : g_strdup_printf (_ ("Note for %s"), row->name);
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

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chips, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->strip), GTK_ACCESSIBLE_PROPERTY_LABEL, strip, -1);
}

static GtkWidget *
add_button (FramRosterLine *self, FramRosterColumn column, const char *css, GtkWidget *child, GCallback clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkLayoutChild *place;

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, css);
  gtk_widget_set_parent (button, self->cells);
  place = gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (self->layout), button);
  g_object_set (place, "column", column, NULL);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
on_here_clicked_cb (FramRosterLine *self)
{
  g_signal_emit (self, signals[PICKED], 0, 0u);
}

static void
on_open_clicked_cb (FramRosterLine *self)
{
  fram_roster_line_open_strip (self, !self->open);
  if (self->open)
    fram_mark_strip_grab_cell (self->strip);
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

  self->here = add_button (self, FRAM_COLUMN_HERE, "fram-here", pair (tick, gtk_label_new (C_ ("attendance", "Here"))),
                           G_CALLBACK (on_here_clicked_cb));
  self->away = add_button (
      self, FRAM_COLUMN_AWAY, "fram-away",
      pair (gtk_label_new (C_ ("attendance", "Not here")), gtk_image_new_from_icon_name ("go-next-symbolic")),
      G_CALLBACK (on_open_clicked_cb));
  self->edit = add_button (self, FRAM_COLUMN_EDIT, "fram-edit", gtk_image_new_from_icon_name ("document-edit-symbolic"),
                           G_CALLBACK (on_open_clicked_cb));
  gtk_widget_add_css_class (self->edit, "flat");
}

static void
name_narrow_buttons (FramRosterLine *self)
{
  g_autofree char *here = g_strdup_printf (_ ("%s is here"), self->row->name);
  g_autofree char *away = g_strdup_printf (_ ("%s is not here"), self->row->name);
  g_autofree char *edit = g_strdup_printf (_ ("Change the mark of %s"), self->row->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->here), GTK_ACCESSIBLE_PROPERTY_LABEL, here, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->away), GTK_ACCESSIBLE_PROPERTY_LABEL, away, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, edit, -1);
}

/* Stacked: large buttons while unmarked, one line with a pencil when marked; "Not here" and the pencil open the strip. */
static void
show_form (FramRosterLine *self)
{
  gboolean narrow = self->form == FRAM_ROSTER_NARROW, marked = self->row->status != NULL;
  gboolean markable = is_markable (self);

  if (narrow && self->here == NULL)
    make_narrow_buttons (self);
  if (self->here != NULL)
    {
      name_narrow_buttons (self);
      gtk_widget_set_visible (self->here, narrow && !marked && !self->open && markable);
      gtk_widget_set_visible (self->away, narrow && !marked && !self->open && markable);
      gtk_widget_set_visible (self->edit, narrow && (marked || self->open) && markable);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->icon), narrow && marked);
  gtk_widget_set_visible (GTK_WIDGET (self->hours_label), !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !narrow || self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->sessions), !narrow || self->open);
  gtk_widget_set_visible (self->notes_button, !narrow || self->open || fram_chips_get_length (self->chips) > 0);
  fram_mark_strip_set_stretched (self->strip, narrow);
  fram_chips_set_wrapped (self->chips, narrow);
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

  g_clear_object (&self->row);
  g_clear_pointer (&self->history, g_free);
  G_OBJECT_CLASS (fram_roster_line_parent_class)->dispose (object);
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
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, streak);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, sessions);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, notes_button);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, chips);
  gtk_widget_class_bind_template_child (widget_class, FramRosterLine, pencil);
  gtk_widget_class_bind_template_callback (widget_class, on_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_notes_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip_cb);
}

static void
fram_roster_line_class_init (FramRosterLineClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_roster_line_dispose;
  signals[PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MINUTES_CHANGED] =
      g_signal_new ("minutes-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[DETAILS] = g_signal_new ("details", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[HISTORY] = g_signal_new ("history", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

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
 * @may_mark: whether the person at the keyboard may mark it
 */
void
fram_roster_line_bind (FramRosterLine *self, FramRosterRow *row, gboolean may_mark)
{
  g_return_if_fail (FRAM_IS_ROSTER_LINE (self) && FRAM_IS_ROSTER_ROW (row));
  if (self->row != row)
    self->open = FALSE;
  g_set_object (&self->row, row);
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
  self->form = form;
  fram_roster_layout_set_form (self->layout, form);
  if (self->row != NULL)
    show_form (self);
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
