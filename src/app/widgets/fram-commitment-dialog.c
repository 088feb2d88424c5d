#include "fram-commitment-dialog.h"

#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

struct _FramCommitmentDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  AdwEntryRow *due;
  AdwEntryRow *done;
  AdwEntryRow *note;
  FramFieldError *due_error;
  FramFieldError *done_error;

  /* owned */
  FramCommitmentRow *row;
};

G_DEFINE_FINAL_TYPE (FramCommitmentDialog, fram_commitment_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid enrolment;
  char *code;
  int ordinal;
  FramDate due;
  FramDate done;
  char *note;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->code);
  g_free (work->note);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  FramCommitmentEdit edit = { work->due, work->done, work->note };
  char *what = NULL;

  fram_desk_edit_commitment (desk, &work->enrolment, work->code, work->ordinal, &edit, &what, error);
  return what;
}

static gboolean
fram_commitment_dialog_write (FramFormDialog *dialog)
{
  FramCommitmentDialog *self = FRAM_COMMITMENT_DIALOG (dialog);
  gboolean due_is_right, done_is_right;
  Work *work = g_new0 (Work, 1);

  due_is_right = fram_field_error_read_date (self->due_error, TRUE, &work->due);
  done_is_right = fram_field_error_read_date (self->done_error, FALSE, &work->done);
  if (!due_is_right || !done_is_right)
    {
      work_free (work);
      return FALSE;
    }
  work->enrolment = self->row->enrolment;
  work->code = g_strdup (self->row->code);
  work->ordinal = self->row->ordinal;
  work->note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));
  if (work->note[0] == '\0')
    g_clear_pointer (&work->note, g_free);
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_commitment_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_commitment_dialog_dispose (GObject *object)
{
  g_clear_object (&FRAM_COMMITMENT_DIALOG (object)->row);
  G_OBJECT_CLASS (fram_commitment_dialog_parent_class)->dispose (object);
}

static void
fram_commitment_dialog_class_init (FramCommitmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_commitment_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_commitment_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_commitment_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-commitment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentDialog, due);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentDialog, done);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentDialog, due_error);
  gtk_widget_class_bind_template_child (widget_class, FramCommitmentDialog, done_error);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_commitment_dialog_init (FramCommitmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_date (AdwEntryRow *entry, FramDate date)
{
  char text[FRAM_DATE_TEXT_SIZE];

  gtk_editable_set_text (GTK_EDITABLE (entry), date != FRAM_DATE_NONE ? fram_date_format (date, text) : "");
}

static void
show_row (FramCommitmentDialog *self)
{
  FramCommitmentRow *row = self->row;

  adw_preferences_group_set_title (self->group, row->title);
  adw_preferences_group_set_description (self->group, row->whose_text);
  set_date (self->due, row->due);
  set_date (self->done, row->done);
  gtk_editable_set_text (GTK_EDITABLE (self->note), row->note != NULL ? row->note : "");
  gtk_editable_set_editable (GTK_EDITABLE (self->done), !row->by_fact);
  gtk_widget_set_visible (GTK_WIDGET (self->note), row->notes);
}

/**
 * fram_commitment_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @row: the commitment
 *
 * Returns: (transfer floating): the dialog
 */
FramCommitmentDialog *
fram_commitment_dialog_new (FramDesk *desk, GtkWidget *parent, FramCommitmentRow *row)
{
  FramCommitmentDialog *self = g_object_new (FRAM_TYPE_COMMITMENT_DIALOG, NULL);

  self->row = g_object_ref (row);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, row->name, NULL);
  show_row (self);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
