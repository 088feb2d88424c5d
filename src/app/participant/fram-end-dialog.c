#include "fram-end-dialog.h"

#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

struct _FramEndDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  AdwEntryRow *last_day;
  FramFieldError *last_day_error;

  /* owned */
  char *case_no;
  char *name;
  char *workshop;

  FramUuid placement;
  FramDate from;
  FramDate to;
};

G_DEFINE_FINAL_TYPE (FramEndDialog, fram_end_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  char *case_no;
  FramUuid placement;
  FramDate last_day;
} Work;

static void
work_free (gpointer data)
{
  g_free (((Work *)data)->case_no);
  g_free (data);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;

  return fram_desk_end_placement (desk, work->case_no, &work->placement, work->last_day, error) ? g_strdup ("") : NULL;
}

static gboolean
fram_end_dialog_write (FramFormDialog *dialog)
{
  FramEndDialog *self = FRAM_END_DIALOG (dialog);
  const char *sentence = NULL;
  FramDate last_day;
  Work *work;

  if (!fram_field_error_read_date (self->last_day_error, TRUE, &last_day))
    return FALSE;
  if (last_day < self->from)
    sentence = _ ("The last day must not come before the first.");
  else if (self->to != FRAM_DATE_NONE && last_day > self->to)
    sentence = _ ("The placement ends earlier than that already.");
  fram_field_error_set (self->last_day_error, sentence);
  if (sentence != NULL)
    return FALSE;
  work = g_new0 (Work, 1);
  work->case_no = g_strdup (self->case_no);
  work->placement = self->placement;
  work->last_day = last_day;
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_end_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramEndDialog *self = FRAM_END_DIALOG (dialog);

  /* TRANSLATORS: the first %s is a person, the second a workshop, the third a date */
  return g_strdup_printf (_ ("%s is placed in %s until %s."), self->name, self->workshop,
                          gtk_editable_get_text (GTK_EDITABLE (self->last_day)));
}

static void
fram_end_dialog_finalize (GObject *object)
{
  FramEndDialog *self = FRAM_END_DIALOG (object);

  g_free (self->case_no);
  g_free (self->name);
  g_free (self->workshop);
  G_OBJECT_CLASS (fram_end_dialog_parent_class)->finalize (object);
}

static void
fram_end_dialog_class_init (FramEndDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_end_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_end_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_end_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-end-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramEndDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramEndDialog, last_day);
  gtk_widget_class_bind_template_child (widget_class, FramEndDialog, last_day_error);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_end_dialog_init (FramEndDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
suggest_last_day (FramEndDialog *self, FramDate today)
{
  FramDate day = MAX (today, self->from);
  char text[FRAM_DATE_TEXT_SIZE];

  if (self->to != FRAM_DATE_NONE)
    day = MIN (day, self->to);
  gtk_editable_set_text (GTK_EDITABLE (self->last_day), fram_date_format (day, text));
}

/**
 * fram_end_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @person: whose placement
 * @stay: which
 *
 * Returns: (transfer floating): the dialog
 */
FramEndDialog *
fram_end_dialog_new (FramDesk *desk, GtkWidget *parent, const FramPerson *person, const FramStay *stay)
{
  FramEndDialog *self = g_object_new (FRAM_TYPE_END_DIALOG, NULL);
  g_autofree char *text =
      g_strdup_printf (_ ("From the day after, the rosters of %s expect %s no more."), stay->name, person->row->name);

  self->case_no = g_strdup (person->row->case_no);
  self->name = g_strdup (person->row->name);
  self->workshop = g_strdup (stay->name);
  self->placement = stay->id;
  self->from = stay->from;
  self->to = stay->to;
  adw_preferences_group_set_description (self->group, text);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("End the placement"), _ ("_End"));
  suggest_last_day (self, fram_clock_today (fram_desk_get_clock (desk)));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
