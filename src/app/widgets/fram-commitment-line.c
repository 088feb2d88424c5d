#include "fram-commitment-line.h"

#include "fram-discreet.h"
#include "fram-form-dialog.h"

#include <glib/gi18n-lib.h>

struct _FramCommitmentLine
{
  GtkBox parent_instance;

  /* borrowed */
  GtkCheckButton *done;
  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *state;
  GtkButton *edit;

  /* owned */
  FramDesk *desk;
  FramCommitmentRow *row;

  gboolean with_name;
  gboolean filling;
};

enum
{
  EDIT_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramCommitmentLine, fram_commitment_line, GTK_TYPE_BOX)

/* A tick on its way to the register. */
typedef struct
{
  FramUuid enrolment;
  char *code;
  int ordinal;
  gboolean done;
} Tick;

static void
tick_free (gpointer data)
{
  g_free (((Tick *)data)->code);
  g_free (data);
}

static gpointer
tick_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Tick *tick = data;
  FramDate day = tick->done ? fram_clock_today (fram_desk_get_clock (desk)) : FRAM_DATE_NONE;
  char *what = NULL;

  fram_desk_set_commitment_done (desk, &tick->enrolment, tick->code, tick->ordinal, day, &what, error);
  return what;
}

static void
set_tick (FramCommitmentLine *self, gboolean done)
{
  self->filling = TRUE;
  gtk_check_button_set_active (self->done, done);
  self->filling = FALSE;
}

static void
on_ticked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramCommitmentLine) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->row == NULL)
    return;
  if (what == NULL)
    set_tick (self, self->row->done != FRAM_DATE_NONE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", what != NULL ? what : error->message,
                              what != NULL);
}

static void
on_toggled_cb (FramCommitmentLine *self)
{
  Tick *tick;

  if (self->filling || self->row == NULL)
    return;
  tick = g_new0 (Tick, 1);
  tick->enrolment = self->row->enrolment;
  tick->code = g_strdup (self->row->code);
  tick->ordinal = self->row->ordinal;
  tick->done = gtk_check_button_get_active (self->done);
  fram_desk_run_async (self->desk, tick_on_desk, tick, tick_free, g_free, NULL, on_ticked_cb, g_object_ref (self));
}

static void
on_edit_clicked_cb (FramCommitmentLine *self)
{
  g_signal_emit (self, signals[EDIT_WANTED], 0);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
fram_commitment_line_dispose (GObject *object)
{
  FramCommitmentLine *self = FRAM_COMMITMENT_LINE (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (fram_commitment_line_parent_class)->dispose (object);
}

static void
fram_commitment_line_class_init (FramCommitmentLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_commitment_line_dispose;
  signals[EDIT_WANTED] =
      g_signal_new ("edit-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_commitment_line_init (FramCommitmentLine *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-commitment");
  self->done = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->done), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->done));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), words);
  self->title = add_label (words, NULL);
  self->details = add_label (words, "fram-dim");
  self->state = add_label (words, "fram-commitment-state");
  self->edit = GTK_BUTTON (gtk_button_new_from_icon_name ("document-edit-symbolic"));
  gtk_widget_add_css_class (GTK_WIDGET (self->edit), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->edit), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->edit), _ ("Due day, day it was done, note"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->edit));
  g_signal_connect_object (self->done, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->edit, "clicked", G_CALLBACK (on_edit_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
show_names (FramCommitmentLine *self)
{
  FramCommitmentRow *row = self->row;
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), row->name);
  g_autofree char *numbered = row->is_regular ? g_strdup_printf ("%s (%d)", row->title, row->ordinal) : NULL;
  const char *title = numbered != NULL ? numbered : row->title;
  /* TRANSLATORS: a person, and what was promised */
  g_autofree char *of = self->with_name ? g_strdup_printf (_ ("%s: %s"), name, title) : g_strdup (title);
  g_autofree char *done = g_strdup_printf (_ ("Done: %s"), of);
  g_autofree char *edit = g_strdup_printf (_ ("Day and note: %s"), of);
  GString *details = g_string_new (NULL);

  if (self->with_name)
    g_string_append_printf (details, "%s · ", title);
  g_string_append (details, row->whose_text);
  if (row->note != NULL && !fram_discreet_is_on (GTK_WIDGET (self)))
    g_string_append_printf (details, " · %s", row->note);
  gtk_label_set_label (self->title, self->with_name ? name : title);
  gtk_label_set_label (self->details, details->str);
  fram_widget_set_accessible_name (self->done, done);
  fram_widget_set_accessible_name (self->edit, edit);
  g_string_free (details, TRUE);
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  if (FRAM_COMMITMENT_LINE (widget)->row != NULL)
    show_names (FRAM_COMMITMENT_LINE (widget));
}

static void
show_state (FramCommitmentLine *self)
{
  FramCommitmentRow *row = self->row;
  g_autofree char *text = fram_commitment_row_dup_due_text (row, fram_clock_today (fram_desk_get_clock (self->desk)));
  gboolean can_tick = row->writes && !row->by_fact;

  gtk_label_set_label (self->state, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "fram-late");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "fram-dim");
  if (row->state == FRAM_COMMITMENT_LATE)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "fram-late");
  else if (row->state != FRAM_COMMITMENT_DUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "fram-dim");
  set_tick (self, row->done != FRAM_DATE_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done), can_tick);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->done),
                               row->by_fact ? _ ("It is recorded elsewhere that this is done") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), row->writes);
}

/**
 * fram_commitment_line_new:
 * @desk: the desk
 * @with_name: whether the participant's name stands first
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
fram_commitment_line_new (FramDesk *desk, gboolean with_name)
{
  FramCommitmentLine *self = g_object_new (FRAM_TYPE_COMMITMENT_LINE, NULL);

  self->desk = g_object_ref (desk);
  self->with_name = with_name;
  if (with_name)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "person-name");
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
  return GTK_WIDGET (self);
}

/**
 * fram_commitment_line_show:
 * @self: the line
 * @row: (nullable): what it shows from now on
 */
void
fram_commitment_line_show (FramCommitmentLine *self, FramCommitmentRow *row)
{
  g_return_if_fail (FRAM_IS_COMMITMENT_LINE (self));
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  show_names (self);
  show_state (self);
}

FramCommitmentRow *
fram_commitment_line_get_row (FramCommitmentLine *self)
{
  g_return_val_if_fail (FRAM_IS_COMMITMENT_LINE (self), NULL);
  return self->row;
}

/**
 * fram_commitment_line_tick:
 * @self: the line
 * @done: whether it is done
 *
 * Returns: whether it could be ticked
 */
gboolean
fram_commitment_line_tick (FramCommitmentLine *self, gboolean done)
{
  g_return_val_if_fail (FRAM_IS_COMMITMENT_LINE (self), FALSE);
  if (!gtk_widget_is_sensitive (GTK_WIDGET (self->done)))
    return FALSE;
  gtk_check_button_set_active (self->done, done);
  return TRUE;
}

void
fram_commitment_line_focus (FramCommitmentLine *self)
{
  g_return_if_fail (FRAM_IS_COMMITMENT_LINE (self));
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->done)))
    gtk_widget_grab_focus (GTK_WIDGET (self->edit));
}
