#include "fram-adaptation-sheet.h"

#include "fram-desk-places.h"
#include "fram-desk-plan.h"

#include <glib/gi18n.h>

static void
free_place (gpointer data)
{
  FramAdaptationPlace *place = data;

  g_free (place->name);
  g_free (place);
}

static char *
name_of (FramAdaptationReach reach, const char *name)
{
  switch (reach)
    {
    /* Translators: where an adaptation applies: the name of a group */
    case FRAM_ADAPTATION_GROUP: return g_strdup_printf (C_ ("adaptation", "%s (group)"), name);
    /* Translators: where an adaptation applies: the name of an external place */
    case FRAM_ADAPTATION_OUTSIDE: return g_strdup_printf (C_ ("adaptation", "%s (external place)"), name);
    case FRAM_ADAPTATION_ALL:
    case FRAM_ADAPTATION_WORKSHOP:
    case FRAM_N_ADAPTATION_REACHES:
    default: return g_strdup (name);
    }
}

static FramAdaptationReach
reach_of (FramPlanKind kind)
{
  return kind == FRAM_PLAN_GROUP      ? FRAM_ADAPTATION_GROUP
         : kind == FRAM_PLAN_EXTERNAL ? FRAM_ADAPTATION_OUTSIDE
                                      : FRAM_ADAPTATION_WORKSHOP;
}

static void
add_place (FramAdaptationSheet *self, const FramPlanStep *step)
{
  FramAdaptationPlace *place;

  for (guint i = 0; i < self->places->len; i++)
    if (fram_uuid_equal (&((FramAdaptationPlace *)g_ptr_array_index (self->places, i))->activity, &step->activity))
      return;
  place = g_new0 (FramAdaptationPlace, 1);
  place->reach = reach_of (step->kind);
  place->activity = step->activity;
  place->name = name_of (place->reach, step->name);
  g_ptr_array_add (self->places, place);
}

static gboolean
read_places (FramAdaptationSheet *self, FramDesk *desk, GError **error)
{
  g_autoptr (FramCasePlan) plan = fram_desk_case_plan (desk, &self->enrolment, error);

  for (guint i = 0; plan != NULL && i < plan->steps->len; i++)
    {
      const FramPlanStep *step = g_ptr_array_index (plan->steps, i);

      if (step->to == FRAM_DATE_NONE || step->to >= plan->today)
        add_place (self, step);
    }
  return plan != NULL;
}

/**
 * fram_adaptation_sheet_read:
 * @desk: the desk
 * @enrolment: whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what there is
 */
FramAdaptationSheet *
fram_adaptation_sheet_read (FramDesk *desk, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramAdaptationSheet) self = g_atomic_rc_box_new0 (FramAdaptationSheet);
  FramAdaptationQuery query = { .enrolment = enrolment, .due_by = FRAM_DATE_NONE };

  self->enrolment = *enrolment;
  self->today = fram_clock_today (fram_desk_get_clock (desk));
  self->may_write = fram_desk_may_adapt (desk, enrolment);
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->adaptations = fram_desk_adaptations (desk, &query, error);
  self->areas = self->adaptations != NULL ? fram_desk_adaptation_areas (desk, error) : NULL;
  if (self->areas == NULL || (self->may_write && !read_places (self, desk, error)))
    return NULL;
  return g_steal_pointer (&self);
}

FramAdaptationSheet *
fram_adaptation_sheet_ref (FramAdaptationSheet *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FramAdaptationSheet *self = data;

  g_clear_pointer (&self->adaptations, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
}

void
fram_adaptation_sheet_unref (FramAdaptationSheet *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const FramAdaptation *
fram_adaptation_sheet_find (const FramAdaptationSheet *self, const FramUuid *id)
{
  for (guint i = 0; i < self->adaptations->len; i++)
    {
      const FramAdaptation *one = g_ptr_array_index (self->adaptations, i);

      if (fram_uuid_equal (&one->id, id))
        return one;
    }
  return NULL;
}

/**
 * fram_adaptation_where:
 * @adaptation: an adaptation
 *
 * Returns: (transfer full): where it applies
 */
char *
fram_adaptation_where (const FramAdaptation *adaptation)
{
  const char *name = adaptation->activity_name != NULL ? adaptation->activity_name : adaptation->activity_code;

  if (adaptation->reach == FRAM_ADAPTATION_ALL || name == NULL)
    return g_strdup (C_ ("adaptation", "Everywhere"));
  return name_of (adaptation->reach, name);
}

/* What it is called in the section: what is tried, else what is difficult. */
const char *
fram_adaptation_title (const FramAdaptation *adaptation)
{
  if (adaptation->measure != NULL)
    return adaptation->measure;
  return adaptation->barrier != NULL ? adaptation->barrier : _ ("Measure not written");
}
