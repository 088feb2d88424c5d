#include "fram-plan-deeds.h"

#include "fram-section.h"

FramPlanDeed *
fram_plan_deed_new (FramDeedKind kind, const FramUuid *enrolment, const FramUuid *id)
{
  FramPlanDeed *self = g_new0 (FramPlanDeed, 1);

  self->kind = kind;
  self->day = self->until = FRAM_DATE_NONE;
  if (enrolment != NULL)
    self->enrolment = *enrolment;
  if (id != NULL)
    self->id = *id;
  return self;
}

void
fram_plan_deed_free (FramPlanDeed *self)
{
  g_free (self->text);
  g_free (self->line);
  g_free (self);
}

static gboolean
save_goal (FramDesk *desk, const FramPlanDeed *d, char **what, GError **error)
{
  FramGoalEdit edit = { d->id, d->text, d->day, d->until, d->line, d->activity };

  return fram_desk_save_goal (desk, &d->enrolment, &edit, NULL, what, error);
}

static gboolean
save_pause (FramDesk *desk, const FramPlanDeed *d, char **what, GError **error)
{
  return fram_desk_save_pause (desk, &d->enrolment, fram_uuid_is_none (&d->id) ? NULL : &d->id, d->day, d->until, what,
                               error);
}

static gboolean
do_it (FramDesk *desk, const FramPlanDeed *d, char **what, GError **error)
{
  switch (d->kind)
    {
    case FRAM_DEED_MAIN_GOAL: return fram_desk_set_main_goal (desk, &d->enrolment, d->text, what, error);
    case FRAM_DEED_SAVE_GOAL: return save_goal (desk, d, what, error);
    case FRAM_DEED_REACH_GOAL: return fram_desk_reach_goal (desk, &d->id, d->day, what, error);
    case FRAM_DEED_REMOVE_GOAL: return fram_desk_remove_goal (desk, &d->id, what, error);
    case FRAM_DEED_TARGET: return fram_desk_set_target (desk, &d->enrolment, d->day, what, error);
    case FRAM_DEED_EXTEND: return fram_desk_extend (desk, &d->enrolment, d->day, d->text, what, error);
    case FRAM_DEED_PAUSE: return save_pause (desk, d, what, error);
    case FRAM_DEED_REMOVE_PAUSE: return fram_desk_remove_pause (desk, &d->id, what, error);
    case FRAM_DEED_END_STEP: return fram_desk_end_step (desk, &d->id, d->day, what, error);
    case FRAM_DEED_REMOVE_STEP: return fram_desk_remove_step (desk, &d->id, what, error);
    case FRAM_DEED_JOIN: return fram_desk_join_group (desk, &d->enrolment, &d->id, d->day, NULL, what, error);
    case FRAM_DEED_LEAVE: return fram_desk_leave_group (desk, &d->id, d->day, what, error);
    case FRAM_DEED_TAKE_PLACE: return fram_desk_take_place (desk, &d->id, d->day, what, error);
    default: g_return_val_if_reached (FALSE);
    }
}

gpointer
fram_plan_deed_do (FramDesk *desk, gpointer deed, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  return do_it (desk, deed, &what, error) ? what : NULL;
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) inside = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (inside) != NULL)
    fram_section_toast (inside, what != NULL ? what : error->message, what != NULL);
}

/**
 * fram_plan_deed_run:
 * @inside: a widget of the section
 * @desk: the desk
 * @deed: (transfer full): what to do
 */
void
fram_plan_deed_run (GtkWidget *inside, FramDesk *desk, FramPlanDeed *deed)
{
  fram_desk_run_async (desk, fram_plan_deed_do, deed, (GDestroyNotify)fram_plan_deed_free, g_free, NULL, on_done_cb,
                       g_object_ref (inside));
}
