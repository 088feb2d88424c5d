#include "fram-goal-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-plan-deeds.h"

#include <glib/gi18n.h>

struct _FramGoalDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *text;
  FramFieldError *text_error;
  AdwEntryRow *due;
  FramFieldError *due_error;
  AdwEntryRow *reached;
  FramFieldError *reached_error;
  AdwPreferencesGroup *told;
  AdwEntryRow *line;
  AdwComboRow *activity;

  FramUuid enrolment;
  FramUuid goal; /* none: a new one */
};

G_DEFINE_FINAL_TYPE (FramGoalDialog, fram_goal_dialog, FRAM_TYPE_FORM_DIALOG)

static gboolean
read_fields (FramGoalDialog *self, FramPlanDeed *deed)
{
  FramFieldError *wrong = NULL;
  const char *code = fram_choices_get (self->activity);

  if (!fram_field_error_read_date (self->reached_error, FALSE, &deed->until))
    wrong = self->reached_error;
  if (!fram_field_error_read_date (self->due_error, FALSE, &deed->day))
    wrong = self->due_error;
  if (!fram_field_error_read_text (self->text_error, _ ("Write what is to be reached."), &deed->text))
    wrong = self->text_error;
  deed->line = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->line)));
  if (code == NULL || !fram_uuid_parse (code, &deed->activity))
    deed->activity = FRAM_UUID_NONE;
  if (wrong != NULL)
    fram_field_error_focus (wrong);
  return wrong == NULL;
}

static gboolean
fram_goal_dialog_write (FramFormDialog *dialog)
{
  FramGoalDialog *self = FRAM_GOAL_DIALOG (dialog);
  FramPlanDeed *deed = fram_plan_deed_new (FRAM_DEED_SAVE_GOAL, &self->enrolment, &self->goal);

  fram_form_dialog_set_trouble (dialog, NULL);
  if (!read_fields (self, deed))
    {
      fram_plan_deed_free (deed);
      return FALSE;
    }
  fram_form_dialog_run (dialog, fram_plan_deed_do, deed, (GDestroyNotify)fram_plan_deed_free, g_free);
  return TRUE;
}

static char *
fram_goal_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_goal_dialog_class_init (FramGoalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_goal_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_goal_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-goal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, text_error);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, due);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, due_error);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, reached);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, reached_error);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, told);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, line);
  gtk_widget_class_bind_template_child (widget_class, FramGoalDialog, activity);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_goal_dialog_init (FramGoalDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The workshops where the person is or is to be; the line can be for one of them, or for all. */
static void
add_workshops (FramGoalDialog *self, const FramCasePlan *plan, const FramGoal *goal)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_choices_add (self->activity, NULL, _ ("All workshops of the person"));
  for (guint i = 0; i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);
      gboolean wanted = goal != NULL && fram_uuid_equal (&goal->activity, &step->activity);

      if (step->kind != FRAM_PLAN_WORKSHOP || (step->to != FRAM_DATE_NONE && step->to < plan->today && !wanted))
        continue;
      fram_uuid_format (&step->activity, id);
      if (!fram_choices_select (self->activity, id))
        fram_choices_add (self->activity, id, step->name);
    }
  adw_combo_row_set_selected (self->activity, 0);
  if (goal != NULL && !fram_uuid_is_none (&goal->activity))
    fram_choices_select (self->activity, fram_uuid_format (&goal->activity, id));
}

static void
fill (FramGoalDialog *self, const FramGoal *goal)
{
  char text[FRAM_DATE_TEXT_SIZE];

  self->goal = goal->id;
  gtk_editable_set_text (GTK_EDITABLE (self->text), goal->text != NULL ? goal->text : "");
  gtk_editable_set_text (GTK_EDITABLE (self->line), goal->workshop_line != NULL ? goal->workshop_line : "");
  if (goal->due != FRAM_DATE_NONE)
    gtk_editable_set_text (GTK_EDITABLE (self->due), fram_date_format (goal->due, text));
  if (goal->reached != FRAM_DATE_NONE)
    gtk_editable_set_text (GTK_EDITABLE (self->reached), fram_date_format (goal->reached, text));
}

/**
 * fram_goal_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @plan: whose
 * @goal: (nullable): the milestone; %NULL for a new one
 *
 * Returns: (transfer floating): the dialog
 */
FramGoalDialog *
fram_goal_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCasePlan *plan, const FramGoal *goal)
{
  FramGoalDialog *self = g_object_new (FRAM_TYPE_GOAL_DIALOG, NULL);

  self->enrolment = plan->enrolment;
  add_workshops (self, plan, goal);
  if (goal != NULL)
    fill (self, goal);
  gtk_widget_set_visible (GTK_WIDGET (self->told), plan->writes_lines);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, goal != NULL ? _ ("Milestone") : _ ("New milestone"),
                           goal != NULL ? _ ("_Change") : _ ("_Add"));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
