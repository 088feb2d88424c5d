#include "fram-outside-dialog.h"

#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

struct _FramOutsideEndDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  AdwEntryRow *last_day;
  FramFieldError *last_day_error;

  FramUuid placement;
  FramDate from;
  FramDate to;
  FramDate today;
};

G_DEFINE_FINAL_TYPE (FramOutsideEndDialog, fram_outside_end_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid placement;
  FramDate last_day;
} Work;

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  char *what = NULL;

  fram_desk_end_outside (desk, &work->placement, work->last_day, &what, error);
  return what;
}

static gboolean
fram_outside_end_dialog_write (FramFormDialog *dialog)
{
  FramOutsideEndDialog *self = FRAM_OUTSIDE_END_DIALOG (dialog);
  Work work = { .placement = self->placement };
  const char *sentence = NULL;

  if (!fram_field_error_read_date (self->last_day_error, self->from <= self->today, &work.last_day))
    return FALSE;
  if (work.last_day != FRAM_DATE_NONE && work.last_day < self->from)
    sentence = _ ("The last day must not come before the first.");
  else if (work.last_day != FRAM_DATE_NONE && self->to != FRAM_DATE_NONE && work.last_day > self->to)
    sentence = _ ("The placement ends earlier than that already.");
  fram_field_error_set (self->last_day_error, sentence);
  if (sentence == NULL)
    fram_form_dialog_run (dialog, work_on_desk, g_memdup2 (&work, sizeof work), g_free, g_free);
  return sentence == NULL;
}

static char *
fram_outside_end_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_outside_end_dialog_class_init (FramOutsideEndDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_outside_end_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_outside_end_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-outside-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramOutsideEndDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideEndDialog, last_day);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideEndDialog, last_day_error);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_outside_end_dialog_init (FramOutsideEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_outside_end_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @stay: which stay
 *
 * Returns: (transfer floating): the dialog
 */
FramOutsideEndDialog *
fram_outside_end_dialog_new (FramDesk *desk, GtkWidget *parent, const FramExternalStay *stay)
{
  FramOutsideEndDialog *self = g_object_new (FRAM_TYPE_OUTSIDE_END_DIALOG, NULL);
  FramDate day;
  char text[FRAM_DATE_TEXT_SIZE];

  self->placement = stay->placement;
  self->from = stay->from;
  self->to = stay->to;
  self->today = fram_clock_today (fram_desk_get_clock (desk));
  day = MAX (self->today, self->from);
  if (self->to != FRAM_DATE_NONE)
    day = MIN (day, self->to);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("End the stay"), _ ("_End"));
  adw_preferences_group_set_description (
      self->group, self->from > self->today
                       ? _ ("The stay has not begun. Leave the day empty to take it away, with what is booked for it.")
                       : _ ("What is planned and booked there after the day is taken away and cancelled."));
  gtk_editable_set_text (GTK_EDITABLE (self->last_day), fram_date_format (day, text));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
