#include "fram-workshop-dialog.h"

#include "fram-field-error.h"
#include "fram-house-facts.h"

#include <glib/gi18n-lib.h>

#define MOST_PLACES 500

struct _FramWorkshopDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *name_sv;
  AdwEntryRow *name_en;
  AdwEntryRow *capacity;
  FramFieldError *name_sv_error;
  FramFieldError *name_en_error;
  FramFieldError *capacity_error;
  GtkSwitch *active;
  FramWeekHours *hours;
  GtkEditable *greets;
  GtkEditable *first_tool;
  GtkEditable *coffee;

  /* owned */
  char *code;

  FramUuid workshop;
};

G_DEFINE_FINAL_TYPE (FramWorkshopDialog, fram_workshop_dialog, FRAM_TYPE_FORM_DIALOG)

static gpointer
write_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramWorkshop *workshop = data;

  return fram_desk_save_workshop (desk, workshop, error) ? g_strdup (fram_workshop_get_name (workshop)) : NULL;
}

static gboolean
read_hours (FramWorkshopDialog *self, FramWorkshop *workshop)
{
  g_autoptr (GArray) slots = fram_week_hours_read (self->hours);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const FramSlotSpec *slot = &g_array_index (slots, FramSlotSpec, i);
      FramOpening opening = { .weekday = slot->weekday, .opens = slot->from_time, .closes = slot->to_time };

      g_array_append_val (workshop->hours, opening);
    }
  return slots != NULL;
}

static gboolean
fram_workshop_dialog_write (FramFormDialog *dialog)
{
  FramWorkshopDialog *self = FRAM_WORKSHOP_DIALOG (dialog);
  g_autoptr (FramWorkshop) workshop = fram_workshop_new ();
  gboolean right = read_hours (self, workshop);

  workshop->id = self->workshop;
  workshop->code = g_strdup (self->code);
  workshop->active = gtk_switch_get_active (self->active);
  workshop->greets = g_strdup (gtk_editable_get_text (self->greets));
  workshop->first_tool = g_strdup (gtk_editable_get_text (self->first_tool));
  workshop->coffee = g_strdup (gtk_editable_get_text (self->coffee));
  right &= fram_field_error_read_number (self->capacity_error, 0, MOST_PLACES, &workshop->capacity);
  right &= fram_field_error_read_text (self->name_en_error, _ ("Write the name in English."), &workshop->name_en);
  right &= fram_field_error_read_text (self->name_sv_error, _ ("Write the name in Swedish."), &workshop->name_sv);
  if (right)
    fram_form_dialog_run (dialog, write_on_desk, g_steal_pointer (&workshop), (GDestroyNotify)fram_workshop_free,
                          g_free);
  return right;
}

static char *
fram_workshop_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  if (fram_uuid_is_none (&FRAM_WORKSHOP_DIALOG (dialog)->workshop))
    return g_strdup_printf (_ ("%s is added to the workshops."), (char *)answer);
  return g_strdup_printf (_ ("What is recorded about %s is changed."), (char *)answer);
}

static void
fram_workshop_dialog_dispose (GObject *object)
{
  FramWorkshopDialog *self = FRAM_WORKSHOP_DIALOG (object);

  g_clear_pointer (&self->code, g_free);
  G_OBJECT_CLASS (fram_workshop_dialog_parent_class)->dispose (object);
}

static void
fram_workshop_dialog_class_init (FramWorkshopDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_workshop_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_workshop_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_workshop_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  g_type_ensure (FRAM_TYPE_WEEK_HOURS);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-workshop-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, name_sv);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, name_en);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, capacity);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, name_sv_error);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, name_en_error);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, capacity_error);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, active);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, greets);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, first_tool);
  gtk_widget_class_bind_template_child (widget_class, FramWorkshopDialog, coffee);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_workshop_dialog_init (FramWorkshopDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_hours (FramWorkshopDialog *self, const FramWorkshop *workshop)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, TRUE, sizeof (FramSlotSpec));

  for (guint i = 0; i < workshop->hours->len; i++)
    {
      const FramOpening *opening = &g_array_index (workshop->hours, FramOpening, i);
      FramSlotSpec slot = { opening->weekday, opening->opens, opening->closes };

      g_array_append_val (slots, slot);
    }
  fram_week_hours_set_slots (self->hours, slots);
}

static void
show_line (GtkEditable *row, const char *text)
{
  gtk_editable_set_text (row, text != NULL ? text : "");
}

static void
show_workshop (FramWorkshopDialog *self, const FramWorkshop *workshop)
{
  g_autofree char *places = g_strdup_printf ("%d", workshop->capacity);

  self->code = g_strdup (workshop->code);
  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), fram_workshop_get_name (workshop));
  gtk_editable_set_text (GTK_EDITABLE (self->name_sv), workshop->name_sv);
  gtk_editable_set_text (GTK_EDITABLE (self->name_en), workshop->name_en);
  gtk_editable_set_text (GTK_EDITABLE (self->capacity), places);
  gtk_switch_set_active (self->active, workshop->active);
  show_line (self->greets, workshop->greets);
  show_line (self->first_tool, workshop->first_tool);
  show_line (self->coffee, workshop->coffee);
  show_hours (self, workshop);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramWorkshopDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramHouseFacts) facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  for (guint i = 0; facts != NULL && i < facts->workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (facts->workshops, i);

      if (fram_uuid_equal (&workshop->id, &self->workshop))
        show_workshop (self, workshop);
    }
}

/**
 * fram_workshop_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @workshop: (nullable): which; %NULL to add one
 *
 * Returns: (transfer floating): the dialog
 */
FramWorkshopDialog *
fram_workshop_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *workshop)
{
  FramWorkshopDialog *self = g_object_new (FRAM_TYPE_WORKSHOP_DIALOG, NULL);

  if (workshop == NULL)
    {
      fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Add workshop"), _ ("_Add"));
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
      return self;
    }
  self->workshop = *workshop;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Workshop"), NULL);
  fram_desk_run_async (desk, fram_house_facts_read, NULL, NULL, (GDestroyNotify)fram_house_facts_free, NULL,
                       on_facts_read_cb, g_object_ref (self));
  return self;
}

FramWeekHours *
fram_workshop_dialog_get_hours (FramWorkshopDialog *self)
{
  g_return_val_if_fail (FRAM_IS_WORKSHOP_DIALOG (self), NULL);
  return self->hours;
}
