#include "fram-referrer-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n.h>

struct _FramReferrerDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *group;
  AdwComboRow *referrer;
  AdwEntryRow *name;
  AdwEntryRow *phone;
  AdwEntryRow *email;
  AdwEntryRow *day;
  FramFieldError *name_error;
  FramFieldError *day_error;

  FramUuid enrolment;
};

G_DEFINE_FINAL_TYPE (FramReferrerDialog, fram_referrer_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid enrolment;
  FramUuid referrer;
  char *name;
  char *phone;
  char *email;
  FramDate day;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->name);
  g_free (work->phone);
  g_free (work->email);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  FramReferrerChange change = { work->referrer, work->name, work->phone, work->email, NULL, work->day };
  char *what = NULL;

  fram_desk_change_referrer (desk, &work->enrolment, &change, &what, error);
  return what;
}

static gboolean
is_new (FramReferrerDialog *self)
{
  return fram_choices_get (self->referrer) == NULL;
}

static char *
dup_or_null (AdwEntryRow *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (text[0] != '\0')
    return text;
  g_free (text);
  return NULL;
}

static FramFieldError *
read_fields (FramReferrerDialog *self, Work *work)
{
  FramFieldError *wrong = NULL;

  if (!fram_field_error_read_date (self->day_error, TRUE, &work->day))
    wrong = self->day_error;
  if (is_new (self) &&
      !fram_field_error_read_text (self->name_error, _ ("Write the name of the new referrer."), &work->name))
    wrong = self->name_error;
  return wrong;
}

static gboolean
fram_referrer_dialog_write (FramFormDialog *dialog)
{
  FramReferrerDialog *self = FRAM_REFERRER_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);
  FramFieldError *wrong = read_fields (self, work);

  if (wrong != NULL)
    {
      fram_field_error_focus (wrong);
      work_free (work);
      return FALSE;
    }
  work->enrolment = self->enrolment;
  if (is_new (self))
    {
      work->phone = dup_or_null (self->phone);
      work->email = dup_or_null (self->email);
    }
  else
    fram_uuid_parse (fram_choices_get (self->referrer), &work->referrer);
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_referrer_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
on_referrer_chosen_cb (FramReferrerDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->name), is_new (self));
  gtk_widget_set_visible (GTK_WIDGET (self->phone), is_new (self));
  gtk_widget_set_visible (GTK_WIDGET (self->email), is_new (self));
}

static void
fram_referrer_dialog_class_init (FramReferrerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_referrer_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_referrer_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-referrer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, referrer);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, email);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, day);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, name_error);
  gtk_widget_class_bind_template_child (widget_class, FramReferrerDialog, day_error);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_referrer_chosen_cb);
}

static void
fram_referrer_dialog_init (FramReferrerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_referrer_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose referrer
 * @carriers: who refers now, and who could
 *
 * Returns: (transfer floating): the dialog
 */
FramReferrerDialog *
fram_referrer_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment, const FramCarriers *carriers)
{
  FramReferrerDialog *self = g_object_new (FRAM_TYPE_REFERRER_DIALOG, NULL);
  char text[FRAM_DATE_TEXT_SIZE];

  self->enrolment = *enrolment;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Change referrer"), _ ("_Change"));
  adw_preferences_group_set_title (self->group, carriers->name);
  adw_preferences_group_set_description (self->group, carriers->organisation_name);
  for (guint i = 0; carriers->referrers != NULL && i < carriers->referrers->len; i++)
    {
      const FramReferrer *referrer = g_ptr_array_index (carriers->referrers, i);
      char code[FRAM_UUID_TEXT_SIZE];

      fram_uuid_format (&referrer->id, code);
      if (!fram_uuid_equal (&referrer->id, &carriers->referrer))
        fram_choices_add (self->referrer, code, referrer->name);
    }
  fram_choices_add (self->referrer, NULL, _ ("Somebody new"));
  on_referrer_chosen_cb (self);
  gtk_editable_set_text (GTK_EDITABLE (self->day),
                         fram_date_format (fram_clock_today (fram_desk_get_clock (desk)), text));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
