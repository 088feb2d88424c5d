#include "fram-closure-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

#define LONGEST_PERIOD 366

struct _FramClosureDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *name;
  AdwEntryRow *day;
  AdwEntryRow *to_day;
  FramFieldError *name_error;
  FramFieldError *day_error;
  FramFieldError *to_day_error;
  AdwComboRow *workshop;

  gboolean is_new;
  FramUuid closure;
};

G_DEFINE_FINAL_TYPE (FramClosureDialog, fram_closure_dialog, FRAM_TYPE_FORM_DIALOG)

static gpointer
write_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramClosure *closure = data;

  return fram_desk_save_closure (desk, closure, error) ? g_strdup (closure->name) : NULL;
}

static gboolean
read_days (FramClosureDialog *self, FramClosure *closure)
{
  gboolean first = fram_field_error_read_date (self->day_error, TRUE, &closure->day);
  gboolean last = fram_field_error_read_date (self->to_day_error, FALSE, &closure->to_day);
  const char *sentence = NULL;

  if (!first || !last)
    return FALSE;
  if (closure->to_day != FRAM_DATE_NONE && closure->to_day < closure->day)
    sentence = _ ("The last day must not come before the first.");
  else if (closure->to_day != FRAM_DATE_NONE && closure->to_day - closure->day > LONGEST_PERIOD)
    sentence = _ ("This is longer than a year. Look at the year, or write two periods.");
  fram_field_error_set (self->to_day_error, sentence);
  return sentence == NULL;
}

static gboolean
fram_closure_dialog_write (FramFormDialog *dialog)
{
  FramClosureDialog *self = FRAM_CLOSURE_DIALOG (dialog);
  g_autoptr (FramClosure) closure = g_new0 (FramClosure, 1);
  gboolean right;

  closure->id = self->closure;
  closure->workshop = g_strdup (fram_choices_get (self->workshop));
  right = read_days (self, closure);
  right &= fram_field_error_read_text (self->name_error, _ ("Write what the day is called; the rosters show it."),
                                       &closure->name);
  if (right)
    fram_form_dialog_run (dialog, write_on_desk, g_steal_pointer (&closure), (GDestroyNotify)fram_closure_free, g_free);
  return right;
}

static char *
fram_closure_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  if (FRAM_CLOSURE_DIALOG (dialog)->is_new)
    return g_strdup_printf (_ ("“%s” is added to the closed days."), (char *)answer);
  return g_strdup_printf (_ ("“%s” is changed."), (char *)answer);
}

static void
fram_closure_dialog_class_init (FramClosureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_closure_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_closure_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-closure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, name);
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, day);
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, to_day);
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, name_error);
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, day_error);
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, to_day_error);
  gtk_widget_class_bind_template_child (widget_class, FramClosureDialog, workshop);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_closure_dialog_init (FramClosureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_date (AdwEntryRow *row, FramDate date)
{
  char text[FRAM_DATE_TEXT_SIZE];

  gtk_editable_set_text (GTK_EDITABLE (row), fram_date_format (date, text));
}

static void
fill_workshops (FramClosureDialog *self, const GPtrArray *workshops)
{
  fram_choices_add (self->workshop, NULL, C_ ("closed", "The whole house"));
  for (guint i = 0; i < workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (workshops, i);

      fram_choices_add (self->workshop, workshop->code, fram_workshop_get_name (workshop));
    }
}

/**
 * fram_closure_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @closure: (nullable): what to change; %NULL to add one
 * @workshops: (element-type FramWorkshop): what can be closed
 *
 * Returns: (transfer floating): the dialog
 */
FramClosureDialog *
fram_closure_dialog_new (FramDesk *desk, GtkWidget *parent, const FramClosure *closure, const GPtrArray *workshops)
{
  FramClosureDialog *self = g_object_new (FRAM_TYPE_CLOSURE_DIALOG, NULL);

  self->is_new = closure == NULL;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           self->is_new ? _ ("Add closed day") : _ ("Edit closed day"),
                           self->is_new ? _ ("_Add") : NULL);
  fill_workshops (self, workshops);
  if (closure != NULL)
    {
      self->closure = closure->id;
      gtk_editable_set_text (GTK_EDITABLE (self->name), closure->name != NULL ? closure->name : "");
      set_date (self->day, closure->day);
      set_date (self->to_day, closure->to_day);
      fram_choices_select (self->workshop, closure->workshop);
    }
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
