#include "fram-proven-dialog.h"

#include "fram-choices.h"
#include "fram-desk-proven.h"

#include <glib/gi18n.h>

struct _FramProvenDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *measure;
  AdwEntryRow *line;
  AdwComboRow *area;

  FramUuid adaptation;
};

G_DEFINE_FINAL_TYPE (FramProvenDialog, fram_proven_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid adaptation;
  char *area;
  char *measure;
  char *line;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->area);
  g_free (work->measure);
  g_free (work->line);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  fram_desk_keep_proven (desk, &work->adaptation, work->area, work->measure, work->line, &what, error);
  return what;
}

static gboolean
fram_proven_dialog_write (FramFormDialog *dialog)
{
  FramProvenDialog *self = FRAM_PROVEN_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);

  work->adaptation = self->adaptation;
  work->area = g_strdup (fram_choices_get (self->area));
  work->measure = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->measure)));
  work->line = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->line)));
  fram_form_dialog_set_trouble (dialog, NULL);
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_proven_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_proven_dialog_class_init (FramProvenDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_proven_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_proven_dialog_done;

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-proven-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramProvenDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, FramProvenDialog, line);
  gtk_widget_class_bind_template_child (widget_class, FramProvenDialog, area);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_proven_dialog_init (FramProvenDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_proven_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @sheet: what there is
 * @adaptation: what helped
 *
 * Returns: (transfer floating): the dialog
 */
FramProvenDialog *
fram_proven_dialog_new (FramDesk *desk, GtkWidget *parent, const FramAdaptationSheet *sheet,
                        const FramAdaptation *adaptation)
{
  FramProvenDialog *self = g_object_new (FRAM_TYPE_PROVEN_DIALOG, NULL);

  self->adaptation = adaptation->id;
  for (guint i = 0; i < sheet->areas->len; i++)
    {
      const FramChoice *area = g_ptr_array_index (sheet->areas, i);

      fram_choices_add (self->area, area->code, area->name);
    }
  fram_choices_select (self->area, adaptation->area);
  gtk_editable_set_text (GTK_EDITABLE (self->measure), adaptation->measure != NULL ? adaptation->measure : "");
  gtk_editable_set_text (GTK_EDITABLE (self->line), adaptation->line != NULL ? adaptation->line : "");
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Proven measure"), _ ("_Keep"));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
