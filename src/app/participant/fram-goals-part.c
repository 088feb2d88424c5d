#include "fram-goals-part.h"

#include "fram-chips.h"
#include "fram-form-dialog.h"
#include "fram-goal-dialog.h"
#include "fram-palette.h"
#include "fram-words.h"

#include <glib/gi18n.h>

/* A milestone that is due within so many days is told. */
#define DUE_SOON 14

struct _FramGoalsPart
{
  FramPlanPart parent_instance;

  /* borrowed */
  AdwPreferencesGroup *group;
  AdwEntryRow *main_goal;
  GtkWidget *main_text; /* for those who only read */
  AdwPreferencesGroup *milestones;
  GtkWidget *list;
  AdwEntryRow *fresh;
  GtkWidget *none;

  /* owned */
  char *known; /* the main goal as it was read */
  char *sent;  /* what was last sent to the desk */

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FramGoalsPart, fram_goals_part, FRAM_TYPE_PLAN_PART)

static const FramCasePlan *
plan_of (FramGoalsPart *self)
{
  return fram_plan_part_get_plan (FRAM_PLAN_PART (self));
}

static const FramGoal *
find_goal (const FramCasePlan *plan, const FramUuid *id)
{
  for (guint i = 0; plan != NULL && id != NULL && i < plan->goals->len; i++)
    {
      const FramGoal *goal = g_ptr_array_index (plan->goals, i);

      if (fram_uuid_equal (&goal->id, id))
        return goal;
    }
  return NULL;
}

static void
write_main_goal (FramGoalsPart *self)
{
  FramPlanDeed *deed;

  if (plan_of (self) == NULL)
    return;
  deed = fram_plan_deed_new (FRAM_DEED_MAIN_GOAL, &plan_of (self)->enrolment, NULL);
  deed->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->main_goal)));
  g_free (self->sent);
  self->sent = g_strdup (deed->text);
  fram_plan_part_run (FRAM_PLAN_PART (self), deed);
}

static gboolean
is_being_written (FramGoalsPart *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->main_goal)), self->known != NULL ? self->known : "") !=
         0;
}

/* What is written is kept as soon as the cursor leaves it. */
static void
on_main_goal_left_cb (FramGoalsPart *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->main_goal));

  if (is_being_written (self) && plan_of (self) != NULL && plan_of (self)->writes_goals &&
      g_strcmp0 (text, self->sent) != 0)
    write_main_goal (self);
}

static void
on_fresh_applied_cb (FramGoalsPart *self)
{
  FramPlanDeed *deed;

  if (plan_of (self) == NULL || gtk_editable_get_text (GTK_EDITABLE (self->fresh))[0] == '\0')
    return;
  deed = fram_plan_deed_new (FRAM_DEED_SAVE_GOAL, &plan_of (self)->enrolment, NULL);
  deed->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->fresh)));
  gtk_editable_set_text (GTK_EDITABLE (self->fresh), "");
  fram_plan_part_run (FRAM_PLAN_PART (self), deed);
}

static const FramGoal *
goal_of_row (FramGoalsPart *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, ADW_TYPE_ACTION_ROW);

  return row != NULL ? find_goal (plan_of (self), fram_plan_part_get_key (row)) : NULL;
}

static void
on_ticked_cb (GtkCheckButton *check, FramGoalsPart *self)
{
  const FramGoal *goal = goal_of_row (self, GTK_WIDGET (check));
  FramPlanDeed *deed;

  if (self->filling || goal == NULL)
    return;
  deed = fram_plan_deed_new (FRAM_DEED_REACH_GOAL, NULL, &goal->id);
  deed->day = gtk_check_button_get_active (check) ? plan_of (self)->today : FRAM_DATE_NONE;
  fram_plan_part_run (FRAM_PLAN_PART (self), deed);
}

static void
on_remove_clicked_cb (GtkButton *button, FramGoalsPart *self)
{
  const FramGoal *goal = goal_of_row (self, GTK_WIDGET (button));

  if (goal != NULL)
    fram_plan_part_run (FRAM_PLAN_PART (self), fram_plan_deed_new (FRAM_DEED_REMOVE_GOAL, NULL, &goal->id));
}

static void
change_goal (FramGoalsPart *self, const FramCasePlan *plan, const FramGoal *goal)
{
  fram_plan_part_present (FRAM_PLAN_PART (self),
                          GTK_WIDGET (fram_goal_dialog_new (fram_plan_part_get_desk (FRAM_PLAN_PART (self)),
                                                            GTK_WIDGET (self), plan, goal)));
}

static void
on_row_activated_cb (AdwActionRow *row, FramGoalsPart *self)
{
  const FramGoal *goal = goal_of_row (self, GTK_WIDGET (row));

  if (goal != NULL)
    change_goal (self, plan_of (self), goal);
}

/* "Due 1 December 2026 · Training now: sanding (Snickeri)" */
static char *
subtitle_of (const FramGoal *goal)
{
  g_autofree char *due = fram_date_to_day_month (goal->due);
  g_autofree char *reached = fram_date_to_day_month (goal->reached);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (goal->reached != FRAM_DATE_NONE)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Reached %s"), reached));
  else if (goal->due != FRAM_DATE_NONE)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Due %s"), due));
  if (goal->workshop_line != NULL && goal->activity_name != NULL)
    /* TRANSLATORS: what the workshop is told, and which workshop */
    g_ptr_array_add (parts, g_strdup_printf (_ ("%s (%s)"), goal->workshop_line, goal->activity_name));
  else if (goal->workshop_line != NULL)
    g_ptr_array_add (parts, g_strdup (goal->workshop_line));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **)parts->pdata);
}

/* A badge is elided only where letters are so large that the text beside it would have no room. */
static void
keep_whole (GtkWidget *chips)
{
  int natural;

  if (fram_widget_get_text_scale (chips) > 1.4)
    return;
  gtk_widget_measure (chips, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_set_size_request (chips, natural, -1);
}

static void
add_badge (GtkWidget *row, const FramGoal *goal, FramDate today)
{
  int days = goal->due - today;
  FramChips *chips;

  if (goal->reached != FRAM_DATE_NONE || goal->due == FRAM_DATE_NONE || days > DUE_SOON)
    return;
  chips = FRAM_CHIPS (fram_chips_new ());
  if (days < 0)
    {
      g_autofree char *late = g_strdup_printf (ngettext ("%d day late", "%d days late", -days), -days);

      fram_chips_add (chips, FRAM_CHIP_WARNING, NULL, late);
    }
  else
    {
      g_autofree char *soon = days == 0 ? g_strdup (C_ ("milestone", "Due today"))
                                        : g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);

      fram_chips_add (chips, FRAM_CHIP_INFO, NULL, soon);
    }
  gtk_widget_set_valign (GTK_WIDGET (chips), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (chips));
  keep_whole (GTK_WIDGET (chips));
}

static void
add_editing (FramGoalsPart *self, GtkWidget *row, const char *text)
{
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), text);

  fram_plan_part_add_button (row, "user-trash-symbolic", remove, G_CALLBACK (on_remove_clicked_cb), self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, 0);
}

static void
add_goal (FramGoalsPart *self, const FramCasePlan *plan, const FramGoal *goal, int position)
{
  g_autofree char *subtitle = subtitle_of (goal);
  const char *text = goal->text != NULL ? goal->text : _ ("Milestone");
  GtkWidget *row = fram_plan_part_add_row (self->list, position, text, subtitle, &goal->id);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Reached: %s"), text);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), goal->reached != FRAM_DATE_NONE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, plan->writes_goals);
  gtk_widget_set_tooltip_text (check, name);
  fram_widget_set_accessible_name (check, name);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  add_badge (row, goal, plan->today);
  if (plan->writes_goals)
    add_editing (self, row, text);
}

static void
show_main_goal (FramGoalsPart *self, const FramCasePlan *plan)
{
  gboolean written = is_being_written (self);

  gtk_widget_set_visible (GTK_WIDGET (self->main_goal), plan->writes_goals);
  gtk_widget_set_visible (self->main_text, !plan->writes_goals);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->main_text),
                               plan->main_goal != NULL ? plan->main_goal : _ ("No main goal is written."));
  g_free (self->known);
  self->known = g_strdup (plan->main_goal);
  g_clear_pointer (&self->sent, g_free);
  if (!written && is_being_written (self))
    gtk_editable_set_text (GTK_EDITABLE (self->main_goal), plan->main_goal != NULL ? plan->main_goal : "");
}

static void
show_count (FramGoalsPart *self, const FramCasePlan *plan)
{
  guint reached = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < plan->goals->len; i++)
    reached += ((const FramGoal *)g_ptr_array_index (plan->goals, i))->reached != FRAM_DATE_NONE;
  if (plan->goals->len > 0)
    text = g_strdup_printf (
        ngettext ("%u of %u milestone is reached.", "%u of %u milestones are reached.", plan->goals->len), reached,
        plan->goals->len);
  adw_preferences_group_set_description (self->milestones, text);
}

static void
fram_goals_part_fill (FramPlanPart *part, const FramCasePlan *plan)
{
  FramGoalsPart *self = FRAM_GOALS_PART (part);

  self->filling = TRUE;
  show_main_goal (self, plan);
  show_count (self, plan);
  fram_plan_part_clear_rows (self->list, GTK_WIDGET (self->fresh));
  for (guint i = 0; i < plan->goals->len; i++)
    add_goal (self, plan, g_ptr_array_index (plan->goals, i), (int)i);
  gtk_widget_set_visible (GTK_WIDGET (self->fresh), plan->writes_goals);
  gtk_widget_set_visible (self->none, plan->goals->len == 0 && !plan->writes_goals);
  gtk_widget_set_visible (self->list, plan->goals->len > 0 || plan->writes_goals);
  self->filling = FALSE;
}

static gboolean
fram_goals_part_edit (FramPlanPart *part, const FramCasePlan *plan, FramEntity entity, const FramUuid *id)
{
  const FramGoal *goal = find_goal (plan, id);

  if (entity != FRAM_ENTITY_PART_GOAL || plan == NULL)
    return entity == FRAM_ENTITY_PART_GOAL;
  if (goal != NULL && plan->writes_goals)
    change_goal (FRAM_GOALS_PART (part), plan, goal);
  return goal != NULL;
}

static gboolean
fram_goals_part_add (FramPlanPart *part, const FramCasePlan *plan, const char *what)
{
  if (g_strcmp0 (what, "milestone") != 0)
    return FALSE;
  if (plan != NULL && plan->writes_goals)
    change_goal (FRAM_GOALS_PART (part), plan, NULL);
  return plan == NULL || plan->writes_goals;
}

static void
fram_goals_part_flush (FramPlanPart *part, const FramCasePlan *plan)
{
  on_main_goal_left_cb (FRAM_GOALS_PART (part));
}

static void
fram_goals_part_finalize (GObject *object)
{
  g_free (FRAM_GOALS_PART (object)->known);
  g_free (FRAM_GOALS_PART (object)->sent);
  G_OBJECT_CLASS (fram_goals_part_parent_class)->finalize (object);
}

static void
fram_goals_part_class_init (FramGoalsPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_goals_part_finalize;
  FRAM_PLAN_PART_CLASS (klass)->fill = fram_goals_part_fill;
  FRAM_PLAN_PART_CLASS (klass)->edit = fram_goals_part_edit;
  FRAM_PLAN_PART_CLASS (klass)->add = fram_goals_part_add;
  FRAM_PLAN_PART_CLASS (klass)->flush = fram_goals_part_flush;
}

static void
make_main_goal (FramGoalsPart *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Goals"));
  self->main_goal = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->main_goal), _ ("Main goal"));
  g_signal_connect_object (self->main_goal, "entry-activated", G_CALLBACK (on_main_goal_left_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_main_goal_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->main_goal), focus);
  self->main_text = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->main_text), _ ("Main goal"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->main_text), 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->main_text), FALSE);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->main_goal));
  adw_preferences_group_add (self->group, self->main_text);
}

static void
make_milestones (FramGoalsPart *self)
{
  self->milestones = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->milestones, _ ("Milestones"));
  self->list = fram_plan_part_new_list (_ ("Milestones"));
  self->fresh = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->fresh), _ ("Add a milestone"));
  adw_entry_row_set_show_apply_button (self->fresh, TRUE);
  g_signal_connect_object (self->fresh, "apply", G_CALLBACK (on_fresh_applied_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (self->fresh));
  self->none = gtk_label_new (_ ("There are no milestones yet."));
  gtk_widget_add_css_class (self->none, "fram-dim");
  gtk_widget_set_halign (self->none, GTK_ALIGN_START);
  adw_preferences_group_add (self->milestones, self->list);
  adw_preferences_group_add (self->milestones, self->none);
}

static void
fram_goals_part_init (FramGoalsPart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  make_main_goal (self);
  make_milestones (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->milestones));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
fram_goals_part_new (void)
{
  return g_object_new (FRAM_TYPE_GOALS_PART, NULL);
}

gboolean
fram_goals_part_is_for (const FramCase *what)
{
  return what->sees_progress;
}
