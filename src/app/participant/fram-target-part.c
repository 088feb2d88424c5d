#include "fram-target-part.h"

#include "fram-plan-day-dialog.h"
#include "fram-words.h"

#include <glib/gi18n.h>

struct _FramTargetPart
{
  FramPlanPart parent_instance;

  /* borrowed */
  GtkWidget *days;
  GtkWidget *pauses;
  AdwPreferencesGroup *pause_group;
};

G_DEFINE_FINAL_TYPE (FramTargetPart, fram_target_part, FRAM_TYPE_PLAN_PART)

static const FramCasePlan *
plan_of (FramTargetPart *self)
{
  return fram_plan_part_get_plan (FRAM_PLAN_PART (self));
}

static void
ask (FramTargetPart *self, FramPlanDeed *deed, const char *description)
{
  fram_plan_part_present (FRAM_PLAN_PART (self),
                          GTK_WIDGET (fram_plan_day_dialog_new (fram_plan_part_get_desk (FRAM_PLAN_PART (self)),
                                                                GTK_WIDGET (self), deed, description)));
}

static void
ask_target (FramTargetPart *self)
{
  const FramCasePlan *plan = plan_of (self);
  FramPlanDeed *deed = fram_plan_deed_new (FRAM_DEED_TARGET, &plan->enrolment, NULL);

  deed->day = plan->target != FRAM_DATE_NONE ? plan->target : plan->default_target;
  ask (self, deed, _ ("The day when the way through the programme is to have reached its goal."));
}

static void
ask_extension (FramTargetPart *self)
{
  const FramCasePlan *plan = plan_of (self);
  FramPlanDeed *deed = fram_plan_deed_new (FRAM_DEED_EXTEND, &plan->enrolment, NULL);

  deed->day = plan->extended_to;
  deed->text = g_strdup (plan->extension_reason);
  ask (self, deed, _ ("Time is extended while the person moves forward. The reason is kept with it."));
}

static const FramPlanPause *
find_pause (FramTargetPart *self, const FramUuid *id)
{
  for (guint i = 0; plan_of (self) != NULL && id != NULL && i < plan_of (self)->pauses->len; i++)
    {
      const FramPlanPause *pause = g_ptr_array_index (plan_of (self)->pauses, i);

      if (fram_uuid_equal (&pause->id, id))
        return pause;
    }
  return NULL;
}

static void
ask_pause (FramTargetPart *self, const FramPlanPause *pause)
{
  FramPlanDeed *deed =
      fram_plan_deed_new (FRAM_DEED_PAUSE, &plan_of (self)->enrolment, pause != NULL ? &pause->id : NULL);

  if (pause != NULL)
    {
      deed->day = pause->from;
      deed->until = pause->to;
    }
  ask (self, deed, _ ("An agreed leave is a pause: it is no gap, and no plan is missing."));
}

static void
on_new_pause_cb (FramTargetPart *self)
{
  if (plan_of (self) != NULL)
    ask_pause (self, NULL);
}

static void
on_extend_cb (FramTargetPart *self)
{
  if (plan_of (self) != NULL)
    ask_extension (self);
}

static void
on_target_clicked_cb (GtkButton *button, FramTargetPart *self)
{
  ask_target (self);
}

static void
on_programme_clicked_cb (GtkButton *button, FramTargetPart *self)
{
  fram_plan_part_run (FRAM_PLAN_PART (self), fram_plan_deed_new (FRAM_DEED_TARGET, &plan_of (self)->enrolment, NULL));
}

static void
on_extension_clicked_cb (GtkButton *button, FramTargetPart *self)
{
  ask_extension (self);
}

static void
on_no_extension_clicked_cb (GtkButton *button, FramTargetPart *self)
{
  fram_plan_part_run (FRAM_PLAN_PART (self), fram_plan_deed_new (FRAM_DEED_EXTEND, &plan_of (self)->enrolment, NULL));
}

static const FramPlanPause *
pause_of_row (FramTargetPart *self, GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, ADW_TYPE_ACTION_ROW);

  return row != NULL ? find_pause (self, fram_plan_part_get_key (row)) : NULL;
}

static void
on_pause_clicked_cb (GtkButton *button, FramTargetPart *self)
{
  const FramPlanPause *pause = pause_of_row (self, GTK_WIDGET (button));

  if (pause != NULL)
    ask_pause (self, pause);
}

static void
on_no_pause_clicked_cb (GtkButton *button, FramTargetPart *self)
{
  const FramPlanPause *pause = pause_of_row (self, GTK_WIDGET (button));

  if (pause != NULL)
    fram_plan_part_run (FRAM_PLAN_PART (self), fram_plan_deed_new (FRAM_DEED_REMOVE_PAUSE, NULL, &pause->id));
}

/* Tells of a day how far ahead it is. */
static char *
ahead (FramDate day, FramDate today)
{
  int days = day - today;

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", -days), -days);
  return g_strdup_printf (ngettext ("in %d day", "in %d days", days), days);
}

static void
show_target (FramTargetPart *self, const FramCasePlan *plan)
{
  gboolean own = plan->target != FRAM_DATE_NONE;
  FramDate day = own ? plan->target : plan->default_target;
  g_autofree char *words = fram_date_to_words (day);
  g_autofree char *far = day != FRAM_DATE_NONE ? ahead (day, plan->today) : NULL;
  g_autofree char *subtitle = day == FRAM_DATE_NONE ? g_strdup (_ ("The programme has none."))
                              : own                 ? g_strdup_printf ("%s, %s", words, far)
                                    /* TRANSLATORS: a date, "in 40 days" */
                                    : g_strdup_printf (_ ("%s, %s; as the programme says"), words, far);
  GtkWidget *row = fram_plan_part_add_row (self->days, -1, _ ("Target day"), subtitle, NULL);

  if (!plan->writes_target)
    return;
  fram_plan_part_add_button (row, "document-edit-symbolic", _ ("Change the target day"),
                             G_CALLBACK (on_target_clicked_cb), self);
  if (own && plan->extended_to == FRAM_DATE_NONE)
    fram_plan_part_add_button (row, "edit-undo-symbolic", _ ("Take the programme’s target day"),
                               G_CALLBACK (on_programme_clicked_cb), self);
}

static void
show_extension (FramTargetPart *self, const FramCasePlan *plan)
{
  g_autofree char *words = fram_date_to_words (plan->extended_to);
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (plan->extended_to == FRAM_DATE_NONE)
    {
      if (plan->writes_target)
        fram_plan_part_add_more (self->days, _ ("E_xtend the time…"), G_CALLBACK (on_extend_cb), self);
      return;
    }
  title = g_strdup_printf (_ ("Extended to %s"), words);
  row = fram_plan_part_add_row (self->days, -1, title, plan->extension_reason, NULL);
  if (!plan->writes_target)
    return;
  fram_plan_part_add_button (row, "document-edit-symbolic", _ ("Change the extension"),
                             G_CALLBACK (on_extension_clicked_cb), self);
  fram_plan_part_add_button (row, "user-trash-symbolic", _ ("Take the extension away"),
                             G_CALLBACK (on_no_extension_clicked_cb), self);
}

static char *
days_of (const FramPlanPause *pause)
{
  g_autofree char *from = fram_date_to_day_month (pause->from);
  g_autofree char *to = fram_date_to_day_month (pause->to);

  if (pause->to == pause->from)
    return g_strdup (from);
  if (pause->to == FRAM_DATE_NONE)
    return g_strdup_printf (_ ("From %s until further notice"), from);
  return g_strdup_printf ("%s – %s", from, to);
}

static void
show_pause (FramTargetPart *self, const FramCasePlan *plan, const FramPlanPause *pause)
{
  g_autofree char *days = days_of (pause);
  g_autofree char *closed =
      pause->name != NULL ? g_strdup_printf (_ ("Closed: %s"), pause->name) : g_strdup (_ ("Closed"));
  GtkWidget *row =
      fram_plan_part_add_row (self->pauses, -1, days, pause->closed_house ? closed : _ ("Agreed leave"), &pause->id);

  if (!plan->writes_plan || pause->closed_house)
    return;
  fram_plan_part_add_button (row, "document-edit-symbolic", _ ("Change the leave"), G_CALLBACK (on_pause_clicked_cb),
                             self);
  fram_plan_part_add_button (row, "user-trash-symbolic", _ ("Take the leave away"), G_CALLBACK (on_no_pause_clicked_cb),
                             self);
}

static void
fram_target_part_fill (FramPlanPart *part, const FramCasePlan *plan)
{
  FramTargetPart *self = FRAM_TARGET_PART (part);

  fram_plan_part_clear_rows (self->days, NULL);
  fram_plan_part_clear_rows (self->pauses, NULL);
  show_target (self, plan);
  show_extension (self, plan);
  for (guint i = 0; i < plan->pauses->len; i++)
    show_pause (self, plan, g_ptr_array_index (plan->pauses, i));
  if (plan->writes_plan)
    fram_plan_part_add_more (self->pauses, _ ("Agree a _leave…"), G_CALLBACK (on_new_pause_cb), self);
  gtk_widget_set_visible (GTK_WIDGET (self->pause_group), plan->writes_plan || plan->pauses->len > 0);
}

static gboolean
fram_target_part_edit (FramPlanPart *part, const FramCasePlan *plan, FramEntity entity, const FramUuid *id)
{
  FramTargetPart *self = FRAM_TARGET_PART (part);
  const FramPlanPause *pause = plan != NULL ? find_pause (self, id) : NULL;

  if (entity != FRAM_ENTITY_PAUSE && entity != FRAM_ENTITY_ENROLMENT)
    return FALSE;
  if (plan == NULL)
    return TRUE;
  if (entity == FRAM_ENTITY_ENROLMENT && plan->writes_target)
    ask_target (self);
  if (pause != NULL && plan->writes_plan)
    ask_pause (self, pause);
  return entity == FRAM_ENTITY_ENROLMENT || pause != NULL;
}

static gboolean
fram_target_part_add (FramPlanPart *part, const FramCasePlan *plan, const char *what)
{
  gboolean is_pause = g_strcmp0 (what, "pause") == 0, is_extension = g_strcmp0 (what, "extension") == 0;

  if (!is_pause && !is_extension)
    return FALSE;
  if (plan == NULL)
    return TRUE;
  if (is_pause && plan->writes_plan)
    ask_pause (FRAM_TARGET_PART (part), NULL);
  if (is_extension && plan->writes_target)
    ask_extension (FRAM_TARGET_PART (part));
  return TRUE;
}

static void
fram_target_part_class_init (FramTargetPartClass *klass)
{
  FRAM_PLAN_PART_CLASS (klass)->fill = fram_target_part_fill;
  FRAM_PLAN_PART_CLASS (klass)->edit = fram_target_part_edit;
  FRAM_PLAN_PART_CLASS (klass)->add = fram_target_part_add;
}

static AdwPreferencesGroup *
make_group (const char *title, GtkWidget **list)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  *list = fram_plan_part_new_list (title);
  adw_preferences_group_add (group, *list);
  return group;
}

static void
fram_target_part_init (FramTargetPart *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (make_group (_ ("Until when"), &self->days)));
  self->pause_group = make_group (_ ("Leaves and closed days"), &self->pauses);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pause_group));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
fram_target_part_new (void)
{
  return g_object_new (FRAM_TYPE_TARGET_PART, NULL);
}

gboolean
fram_target_part_is_for (const FramCase *what)
{
  return what->sees_plan;
}
