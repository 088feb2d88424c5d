#include "fram-indicator-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-text.h"

#include <glib/gi18n.h>

struct _FramIndicatorDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *head;
  AdwEntryRow *name_sv;
  AdwEntryRow *name_en;
  AdwEntryRow *code;
  AdwEntryRow *lowest;
  AdwEntryRow *highest;
  AdwEntryRow *every_days;
  FramFieldError *name_sv_error;
  FramFieldError *name_en_error;
  FramFieldError *code_error;
  FramFieldError *lowest_error;
  FramFieldError *highest_error;
  FramFieldError *every_days_error;
  AdwComboRow *kind;
  AdwPreferencesGroup *questions;
  GtkButton *add;
  AdwPreferencesGroup *version;
  AdwActionRow *version_row;
  AdwActionRow *correction_row;
  GtkSwitch *correction;

  /* owned */
  FramIndicatorSet *before; /* as it is in the register, NULL for a new one */
  FramIndicatorSet *set;    /* as it was when the dialog opened */
  GPtrArray *rows;          /* FramQuestionRow, in order */

  gboolean editable;
};

G_DEFINE_FINAL_TYPE (FramIndicatorDialog, fram_indicator_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramIndicatorSet *set;
  gboolean correction;
} Order;

static void
order_free (gpointer data)
{
  fram_indicator_set_free (((Order *)data)->set);
  g_free (data);
}

static gpointer
write_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Order *order = data;
  char *what = NULL;

  return fram_desk_save_indicator_set (desk, order->set, order->correction, &what, error) ? what : NULL;
}

static gboolean
is_agenda (FramIndicatorDialog *self)
{
  return g_strcmp0 (fram_choices_get (self->kind), "agenda") == 0;
}

static int
number_of (AdwEntryRow *row, int fallback)
{
  gint64 number = fallback;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return fram_int_parse (text, &number) ? (int)CLAMP (number, -1000, 1000) : fallback;
}

static char *
text_of (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/**
 * fram_indicator_dialog_read:
 * @self: the dialog
 *
 * Returns: (transfer full): what stands in the fields, right or not
 */
FramIndicatorSet *
fram_indicator_dialog_read (FramIndicatorDialog *self)
{
  FramIndicatorSet *set = fram_indicator_set_new ();

  set->id = self->before != NULL ? self->before->id : FRAM_UUID_NONE;
  set->version = self->set->version;
  set->rank = self->set->rank;
  set->code = text_of (self->code);
  set->name_sv = text_of (self->name_sv);
  set->name_en = text_of (self->name_en);
  set->is_agenda = is_agenda (self);
  set->lowest = set->is_agenda ? 1 : number_of (self->lowest, self->set->lowest);
  set->highest = set->is_agenda ? 5 : number_of (self->highest, self->set->highest);
  set->every_days = number_of (self->every_days, 0);
  for (guint i = 0; i < self->rows->len; i++)
    fram_question_row_read (g_ptr_array_index (self->rows, i), fram_indicator_set_add (set));
  return set;
}

/* What saving will do, in words. */
static char *
version_text (FramIndicatorDialog *self, const FramIndicatorSet *now, gboolean *is_new, gboolean *may_correct)
{
  gboolean same_shape, other_scale;

  *is_new = *may_correct = FALSE;
  if (self->before == NULL)
    return g_strdup (_ ("This is a new set. New talks can use it once it is offered."));
  if (!self->before->used)
    return g_strdup_printf (_ ("Nobody has answered version %d yet: it is changed as it stands."),
                            self->before->version);
  same_shape = fram_indicator_set_same_shape (self->before, now);
  if (same_shape && fram_indicator_set_same_words (self->before, now))
    return g_strdup_printf (
        _ ("Version %d has been answered. A changed question, end, side, order or scale begins a new "
           "version."),
        self->before->version);
  *may_correct = same_shape;
  if (same_shape && gtk_switch_get_active (self->correction))
    return g_strdup_printf (_ ("Version %d goes on with the new words, for old ratings too."), self->before->version);
  *is_new = TRUE;
  other_scale = now->lowest != self->before->lowest || now->highest != self->before->highest;
  return g_strdup_printf (other_scale
                              ? _ ("Saving begins a new version after version %d. Old ratings stay with the words "
                                   "they were given under. On another scale the lines of the chart begin anew.")
                              : _ ("Saving begins a new version after version %d. Old ratings stay with the words "
                                   "they were given under."),
                          self->before->version);
}

static void
show_version (FramIndicatorDialog *self)
{
  g_autoptr (FramIndicatorSet) now = NULL;
  g_autofree char *text = NULL;
  gboolean is_new, may_correct;

  if (self->set == NULL || self->rows == NULL)
    return;
  now = fram_indicator_dialog_read (self);
  text = version_text (self, now, &is_new, &may_correct);
  adw_action_row_set_subtitle (self->version_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->correction_row), self->editable && may_correct);
}

static void
on_changed_cb (FramIndicatorDialog *self)
{
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
  show_version (self);
}

static void
show_places (FramIndicatorDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      fram_question_row_set_agenda (g_ptr_array_index (self->rows, i), is_agenda (self));
      fram_question_row_set_place (g_ptr_array_index (self->rows, i), i + 1, self->rows->len);
    }
}

/* The group knows no order but that in which its rows came. */
static void
put_rows (FramIndicatorDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_get_parent (g_ptr_array_index (self->rows, i)) != NULL)
      adw_preferences_group_remove (self->questions, g_ptr_array_index (self->rows, i));
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (self->questions, g_ptr_array_index (self->rows, i));
  show_places (self);
  on_changed_cb (self);
}

static guint
place_of (FramIndicatorDialog *self, FramQuestionRow *row)
{
  guint place = 0;

  return g_ptr_array_find (self->rows, row, &place) ? place : G_MAXUINT;
}

static void
move (FramIndicatorDialog *self, FramQuestionRow *row, guint to)
{
  guint from = place_of (self, row);

  if (from == G_MAXUINT || to >= self->rows->len || from == to)
    return;
  g_ptr_array_insert (self->rows, (int)to, g_ptr_array_steal_index (self->rows, from));
  put_rows (self);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_moved_cb (FramIndicatorDialog *self, int by, FramQuestionRow *row)
{
  guint place = place_of (self, row);

  if (place != G_MAXUINT && (by > 0 || place > 0))
    move (self, row, place + (guint)by);
}

static void
on_dropped_cb (FramIndicatorDialog *self, FramQuestionRow *other, FramQuestionRow *row)
{
  if (self->editable)
    move (self, other, place_of (self, row));
}

static void
on_removed_cb (FramIndicatorDialog *self, FramQuestionRow *row)
{
  guint place = place_of (self, row);

  if (place == G_MAXUINT || self->rows->len < 2)
    return;
  adw_preferences_group_remove (self->questions, GTK_WIDGET (row));
  g_ptr_array_remove_index (self->rows, place);
  show_places (self);
  on_changed_cb (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, MIN (place, self->rows->len - 1)));
}

static FramQuestionRow *
add_row (FramIndicatorDialog *self, const FramIndicatorDraft *draft)
{
  FramQuestionRow *row = g_object_ref_sink (fram_question_row_new (draft, self->editable));

  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->questions, GTK_WIDGET (row));
  return row;
}

static void
on_add_clicked_cb (FramIndicatorDialog *self)
{
  FramIndicatorDraft draft = { .raters = is_agenda (self) ? 1u << FRAM_RATER_CASE_WORKER : FRAM_RATERS_BOTH };
  FramQuestionRow *row = add_row (self, &draft);

  show_places (self);
  on_changed_cb (self);
  fram_question_row_edit (row);
}

static void
on_kind_chosen_cb (FramIndicatorDialog *self)
{
  gboolean agenda = is_agenda (self);

  gtk_widget_set_visible (GTK_WIDGET (self->lowest), !agenda);
  gtk_widget_set_visible (GTK_WIDGET (self->highest), !agenda);
  if (self->rows != NULL && self->set != NULL)
    {
      show_places (self);
      on_changed_cb (self);
    }
}

/* A new set has the code of its name until somebody writes another one. */
static void
on_name_changed_cb (FramIndicatorDialog *self)
{
  g_autofree char *code = NULL;

  on_changed_cb (self);
  if (self->before != NULL || self->set == NULL || self->set->code != NULL)
    return;
  code = fram_indicator_set_code_of_name (gtk_editable_get_text (GTK_EDITABLE (self->name_sv)));
  gtk_editable_set_text (GTK_EDITABLE (self->code), code);
}

static gboolean
fram_indicator_dialog_write (FramFormDialog *dialog)
{
  FramIndicatorDialog *self = FRAM_INDICATOR_DIALOG (dialog);
  g_autoptr (GError) error = NULL;
  g_autofree char *sv = NULL, *en = NULL, *code = NULL;
  gboolean right = TRUE;
  Order *order;
  int number;

  right &= fram_field_error_read_number (self->every_days_error, 0, 730, &number);
  if (!is_agenda (self))
    {
      right &= fram_field_error_read_number (self->highest_error, 2, FRAM_SCALE_HIGHEST, &number);
      right &= fram_field_error_read_number (self->lowest_error, 1, FRAM_SCALE_HIGHEST - 1, &number);
    }
  right &= fram_field_error_read_text (self->code_error, _ ("Write a code: a to z, digits and hyphens."), &code);
  right &= fram_field_error_read_text (self->name_en_error, _ ("Write the name in English."), &en);
  right &= fram_field_error_read_text (self->name_sv_error, _ ("Write the name in Swedish."), &sv);
  if (!right)
    return FALSE;
  order = g_new0 (Order, 1);
  order->set = fram_indicator_dialog_read (self);
  order->correction =
      gtk_widget_get_visible (GTK_WIDGET (self->correction_row)) && gtk_switch_get_active (self->correction);
  if (!fram_indicator_set_check (order->set, &error))
    {
      fram_form_dialog_set_trouble (dialog, error->message);
      order_free (order);
      return FALSE;
    }
  fram_form_dialog_run (dialog, write_on_desk, order, order_free, g_free);
  return TRUE;
}

static char *
fram_indicator_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_indicator_dialog_dispose (GObject *object)
{
  FramIndicatorDialog *self = FRAM_INDICATOR_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->before, fram_indicator_set_free);
  g_clear_pointer (&self->set, fram_indicator_set_free);
  G_OBJECT_CLASS (fram_indicator_dialog_parent_class)->dispose (object);
}

static void
bind_fields (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, head);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, name_sv);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, name_en);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, code);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, lowest);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, highest);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, every_days);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, name_sv_error);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, name_en_error);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, code_error);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, lowest_error);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, highest_error);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, every_days_error);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, kind);
}

static void
fram_indicator_dialog_class_init (FramIndicatorDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_indicator_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_indicator_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_indicator_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-indicator-dialog.ui");
  bind_fields (widget_class);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, add);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, version);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, version_row);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, correction_row);
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorDialog, correction);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
}

static void
fram_indicator_dialog_init (FramIndicatorDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  fram_choices_add (self->kind, "scale", C_ ("kind of a set of questions", "Scale"));
  fram_choices_add (self->kind, "agenda", C_ ("kind of a set of questions", "Agenda, notes only"));
}

static void
show_number (AdwEntryRow *row, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show_set (FramIndicatorDialog *self)
{
  AdwEntryRow *entries[] = { self->name_sv, self->name_en, self->lowest, self->highest, self->every_days };
  FramIndicatorDraft first = { .raters = FRAM_RATERS_BOTH };
  const FramIndicatorSet *set = self->set;

  gtk_editable_set_text (GTK_EDITABLE (self->name_sv), set->name_sv != NULL ? set->name_sv : "");
  gtk_editable_set_text (GTK_EDITABLE (self->name_en), set->name_en != NULL ? set->name_en : "");
  if (set->code != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->code), set->code);
  gtk_editable_set_editable (GTK_EDITABLE (self->code), self->editable && self->before == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->kind), self->editable && self->before == NULL);
  fram_choices_select (self->kind, set->is_agenda ? "agenda" : "scale");
  show_number (self->lowest, set->lowest);
  show_number (self->highest, set->highest);
  show_number (self->every_days, set->every_days);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_editable (GTK_EDITABLE (entries[i]), self->editable);
  for (guint i = 0; i < set->indicators->len; i++)
    add_row (self, g_ptr_array_index (set->indicators, i));
  if (set->indicators->len == 0)
    add_row (self, &first);
  gtk_widget_set_visible (GTK_WIDGET (self->add), self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->version), self->editable);
  show_places (self);
  on_kind_chosen_cb (self);
}

/**
 * fram_indicator_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @before: (nullable): the set as the register has it; %NULL for a new one
 * @set: (nullable): what stands in the fields at first, @before or what was taken from a text
 * @editable: whether who sits there may change it
 *
 * Returns: (transfer floating): the dialog
 */
FramIndicatorDialog *
fram_indicator_dialog_new (FramDesk *desk, GtkWidget *parent, const FramIndicatorSet *before,
                           const FramIndicatorSet *set, gboolean editable)
{
  FramIndicatorDialog *self = g_object_new (FRAM_TYPE_INDICATOR_DIALOG, NULL);
  const FramIndicatorSet *shown = set != NULL ? set : before;
  const char *title = before != NULL ? fram_indicator_set_get_name (before) : _ ("New set of questions");

  self->editable = editable;
  self->before = before != NULL ? fram_indicator_set_copy (before) : NULL;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, title, editable ? _ ("_Save") : NULL);
  self->set = shown != NULL ? fram_indicator_set_copy (shown) : fram_indicator_set_new ();
  show_set (self);
  if (editable)
    fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}

FramQuestionRow *
fram_indicator_dialog_get_question (FramIndicatorDialog *self, guint n)
{
  g_return_val_if_fail (FRAM_IS_INDICATOR_DIALOG (self) && n < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, n);
}

guint
fram_indicator_dialog_get_n_questions (FramIndicatorDialog *self)
{
  return self->rows->len;
}

const char *
fram_indicator_dialog_get_version_text (FramIndicatorDialog *self)
{
  return adw_action_row_get_subtitle (self->version_row);
}

GtkSwitch *
fram_indicator_dialog_get_correction (FramIndicatorDialog *self)
{
  return self->correction;
}
