#include "fram-plan-day-dialog.h"

#include "fram-field-error.h"

#include <glib/gi18n.h>

struct _FramPlanDayDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  AdwEntryRow *day;
  FramFieldError *day_error;
  AdwEntryRow *until;
  FramFieldError *until_error;
  AdwEntryRow *reason;
  FramFieldError *reason_error;

  /* owned */
  FramPlanDeed *deed;
};

G_DEFINE_FINAL_TYPE (FramPlanDayDialog, fram_plan_day_dialog, FRAM_TYPE_FORM_DIALOG)

/* How a deed is asked for. */
typedef struct
{
  FramDeedKind kind;
  const char *title;
  const char *accept;
  const char *day;
  const char *until;  /* NULL: one day only */
  const char *reason; /* NULL: none */
} Form;

static const Form forms[] = {
  { FRAM_DEED_TARGET, N_ ("Target day"), N_ ("_Set"), N_ ("Target day (year-month-day)"), NULL, NULL },
  { FRAM_DEED_EXTEND, N_ ("Extend the time"), N_ ("_Extend"), N_ ("Extended to (year-month-day)"), NULL,
    N_ ("Why the time is extended") },
  { FRAM_DEED_PAUSE, N_ ("Agreed leave"), N_ ("_Agree"), N_ ("First day (year-month-day)"),
    N_ ("Last day (empty: until further notice)"), NULL },
  { FRAM_DEED_END_STEP, N_ ("End the placement"), N_ ("_End"), N_ ("Last day (year-month-day)"), NULL, NULL },
  { FRAM_DEED_LEAVE, N_ ("Leave the group"), N_ ("_Leave"), N_ ("Last day (year-month-day)"), NULL, NULL },
  { FRAM_DEED_TAKE_PLACE, N_ ("Place in the group"), N_ ("Take the _Place"), N_ ("First day (year-month-day)"), NULL,
    NULL },
};

static const Form *
form_of (FramDeedKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == kind)
      return &forms[i];
  g_return_val_if_reached (&forms[0]);
}

static gboolean
read_fields (FramPlanDayDialog *self, const Form *form, FramPlanDeed *deed)
{
  FramFieldError *wrong = NULL;

  if (form->reason != NULL &&
      !fram_field_error_read_text (self->reason_error, _ ("Write why the time is extended."), &deed->text))
    wrong = self->reason_error;
  if (form->until != NULL && !fram_field_error_read_date (self->until_error, FALSE, &deed->until))
    wrong = self->until_error;
  if (!fram_field_error_read_date (self->day_error, TRUE, &deed->day))
    wrong = self->day_error;
  if (wrong == NULL && deed->until != FRAM_DATE_NONE && deed->until < deed->day)
    {
      fram_field_error_set (self->until_error, _ ("The last day must not come before the first."));
      wrong = self->until_error;
    }
  if (wrong != NULL)
    fram_field_error_focus (wrong);
  return wrong == NULL;
}

static gboolean
fram_plan_day_dialog_write (FramFormDialog *dialog)
{
  FramPlanDayDialog *self = FRAM_PLAN_DAY_DIALOG (dialog);
  FramPlanDeed *deed = fram_plan_deed_new (self->deed->kind, &self->deed->enrolment, &self->deed->id);

  fram_form_dialog_set_trouble (dialog, NULL);
  if (!read_fields (self, form_of (deed->kind), deed))
    {
      fram_plan_deed_free (deed);
      return FALSE;
    }
  fram_form_dialog_run (dialog, fram_plan_deed_do, deed, (GDestroyNotify)fram_plan_deed_free, g_free);
  return TRUE;
}

static char *
fram_plan_day_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_plan_day_dialog_finalize (GObject *object)
{
  g_clear_pointer (&FRAM_PLAN_DAY_DIALOG (object)->deed, fram_plan_deed_free);
  G_OBJECT_CLASS (fram_plan_day_dialog_parent_class)->finalize (object);
}

static void
fram_plan_day_dialog_class_init (FramPlanDayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_plan_day_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_plan_day_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_plan_day_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-plan-day-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, day);
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, day_error);
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, until);
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, until_error);
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, FramPlanDayDialog, reason_error);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_plan_day_dialog_init (FramPlanDayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (FramPlanDayDialog *self, const Form *form)
{
  char text[FRAM_DATE_TEXT_SIZE];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->day), g_dgettext (NULL, form->day));
  gtk_widget_set_visible (GTK_WIDGET (self->until), form->until != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), form->reason != NULL);
  if (form->until != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->until), g_dgettext (NULL, form->until));
  if (form->reason != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason), g_dgettext (NULL, form->reason));
  if (self->deed->day != FRAM_DATE_NONE)
    gtk_editable_set_text (GTK_EDITABLE (self->day), fram_date_format (self->deed->day, text));
  if (self->deed->until != FRAM_DATE_NONE)
    gtk_editable_set_text (GTK_EDITABLE (self->until), fram_date_format (self->deed->until, text));
  if (self->deed->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), self->deed->text);
}

/**
 * fram_plan_day_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @deed: (transfer full): what is to be done, with the days that are suggested
 * @description: (nullable): a sentence about it
 *
 * Returns: (transfer floating): the dialog
 */
FramPlanDayDialog *
fram_plan_day_dialog_new (FramDesk *desk, GtkWidget *parent, FramPlanDeed *deed, const char *description)
{
  FramPlanDayDialog *self = g_object_new (FRAM_TYPE_PLAN_DAY_DIALOG, NULL);
  const Form *form = form_of (deed->kind);

  self->deed = deed;
  adw_preferences_group_set_description (self->group, description);
  fill (self, form);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, g_dgettext (NULL, form->title),
                           g_dgettext (NULL, form->accept));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
