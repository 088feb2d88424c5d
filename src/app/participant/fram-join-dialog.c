#include "fram-join-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-plan-deeds.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramJoinDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *group;
  AdwEntryRow *from;
  FramFieldError *from_error;
  AdwActionRow *places;

  /* owned */
  GPtrArray *choices; /* FramPlanChoice; NULL until they are read */
  GHashTable *taken;  /* ids of groups that the person is in already */

  FramUuid enrolment;
  FramDate today;
};

G_DEFINE_FINAL_TYPE (FramJoinDialog, fram_join_dialog, FRAM_TYPE_FORM_DIALOG)

static const FramPlanChoice *
chosen (FramJoinDialog *self)
{
  const char *code = fram_choices_get (self->group);
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; code != NULL && self->choices != NULL && i < self->choices->len; i++)
    {
      const FramPlanChoice *choice = g_ptr_array_index (self->choices, i);

      if (g_strcmp0 (fram_uuid_format (&choice->activity, id), code) == 0)
        return choice;
    }
  return NULL;
}

static gboolean
is_full (const FramPlanChoice *choice)
{
  return choice->capacity > 0 && choice->taken >= choice->capacity;
}

static char *
places_of (const FramPlanChoice *choice)
{
  if (choice->capacity <= 0)
    return g_strdup_printf (ngettext ("%d member", "%d members", choice->taken), choice->taken);
  if (is_full (choice) && choice->waiting > 0)
    return g_strdup_printf (ngettext ("Full; %d person waits already", "Full; %d people wait already", choice->waiting),
                            choice->waiting);
  if (is_full (choice))
    return g_strdup (_ ("Full; the person waits for a place"));
  /* TRANSLATORS: how many of the places in a group are free */
  return g_strdup_printf (ngettext ("%d of %d place is free", "%d of %d places are free", choice->capacity),
                          choice->capacity - choice->taken, choice->capacity);
}

/* From the group's first day, or from the next session on. */
static void
suggest_day (FramJoinDialog *self, const FramPlanChoice *choice)
{
  char text[FRAM_DATE_TEXT_SIZE];
  FramDate day = choice->first_day != FRAM_DATE_NONE ? MAX (choice->first_day, self->today) : self->today;

  gtk_editable_set_text (GTK_EDITABLE (self->from), fram_date_format (day, text));
}

static void
on_group_chosen_cb (FramJoinDialog *self)
{
  const FramPlanChoice *choice = chosen (self);
  g_autofree char *places = NULL;
  g_autofree char *last = NULL;
  g_autofree char *times = NULL;

  if (choice == NULL)
    return;
  places = places_of (choice);
  last = fram_date_to_day_month (choice->last_day);
  if (choice->times != NULL && choice->last_day != FRAM_DATE_NONE)
    /* TRANSLATORS: "Tue 13–14.30", a date */
    times = g_strdup_printf (_ ("%s, until %s"), choice->times, last);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->group), times != NULL ? times : choice->times);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->places), places);
  suggest_day (self, choice);
}

static gboolean
fram_join_dialog_write (FramFormDialog *dialog)
{
  FramJoinDialog *self = FRAM_JOIN_DIALOG (dialog);
  const FramPlanChoice *choice = chosen (self);
  FramPlanDeed *deed;
  FramDate day;

  fram_form_dialog_set_trouble (dialog, NULL);
  if (!fram_field_error_read_date (self->from_error, TRUE, &day))
    {
      fram_field_error_focus (self->from_error);
      return FALSE;
    }
  if (choice == NULL)
    return FALSE;
  deed = fram_plan_deed_new (FRAM_DEED_JOIN, &self->enrolment, &choice->activity);
  deed->day = day;
  fram_form_dialog_run (dialog, fram_plan_deed_do, deed, (GDestroyNotify)fram_plan_deed_free, g_free);
  return TRUE;
}

static char *
fram_join_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_join_dialog_dispose (GObject *object)
{
  FramJoinDialog *self = FRAM_JOIN_DIALOG (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  G_OBJECT_CLASS (fram_join_dialog_parent_class)->dispose (object);
}

static void
fram_join_dialog_class_init (FramJoinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_join_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_join_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_join_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-join-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramJoinDialog, group);
  gtk_widget_class_bind_template_child (widget_class, FramJoinDialog, from);
  gtk_widget_class_bind_template_child (widget_class, FramJoinDialog, from_error);
  gtk_widget_class_bind_template_child (widget_class, FramJoinDialog, places);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_join_dialog_init (FramJoinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->group, "notify::selected", G_CALLBACK (on_group_chosen_cb), self, G_CONNECT_SWAPPED);
}

static gpointer
read_groups (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_plan_choices (desk, TRUE, *(const FramDate *)data, error);
}

static void
show_groups (FramJoinDialog *self)
{
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; i < self->choices->len; i++)
    {
      const FramPlanChoice *choice = g_ptr_array_index (self->choices, i);

      fram_uuid_format (&choice->activity, id);
      if (!g_hash_table_contains (self->taken, id))
        fram_choices_add (self->group, id, choice->name);
    }
  if (fram_choices_get (self->group) == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self),
                                  _ ("There is no group to join. Groups are planned in the schedule."));
  on_group_chosen_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->group));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
}

static void
on_groups_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramJoinDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *choices = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    g_clear_pointer (&choices, g_ptr_array_unref);
  else if (choices == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->choices = choices;
      show_groups (self);
    }
}

static void
note_groups (FramJoinDialog *self, const FramCasePlan *plan)
{
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (step->kind == FRAM_PLAN_GROUP && (step->to == FRAM_DATE_NONE || step->to >= plan->today))
        g_hash_table_add (self->taken, fram_uuid_to_text (&step->activity));
    }
}

/**
 * fram_join_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @plan: whose
 *
 * Returns: (transfer floating): the dialog
 */
FramJoinDialog *
fram_join_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCasePlan *plan)
{
  FramJoinDialog *self = g_object_new (FRAM_TYPE_JOIN_DIALOG, NULL);

  self->enrolment = plan->enrolment;
  self->today = plan->today;
  note_groups (self, plan);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Join a group"), _ ("_Join"));
  fram_desk_run_async (desk, read_groups, g_memdup2 (&self->today, sizeof self->today), g_free,
                       (GDestroyNotify)g_ptr_array_unref, NULL, on_groups_read_cb, g_object_ref (self));
  return self;
}

gboolean
fram_join_dialog_is_read (FramJoinDialog *self)
{
  g_return_val_if_fail (FRAM_IS_JOIN_DIALOG (self), FALSE);
  return self->choices != NULL;
}
