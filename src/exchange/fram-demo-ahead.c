#include "fram-demo-private.h"

#include <string.h>

/* What is agreed for the weeks around the last day: leave, the next step, a place outside; and with some people nothing, so
 * that there are gaps to be seen. Each has numbers of its own, so that what is drawn of people elsewhere stays the same. */

static gboolean
is_present (const DemoPerson *person)
{
  return person->life->closed == FRAM_DATE_NONE;
}

static gboolean
meets_group (const DemoPerson *person, FramDate from, FramDate to)
{
  for (int i = 0; i < person->n_memberships; i++)
    if (person->memberships[i].from <= to && person->memberships[i].to >= from)
      return TRUE;
  return FALSE;
}

/* Whether a step goes on for some weeks at least. */
gboolean
demo_goes_on (const Demo *self, const DemoStep *step)
{
  return step->to == FRAM_DATE_NONE || step->to > self->until + 14;
}

/* Whether nothing is planned for a person on a day: on leave, or in a gap. */
gboolean
demo_is_quiet (const DemoPerson *person, FramDate day)
{
  return (person->pause_from != FRAM_DATE_NONE && day >= person->pause_from && day <= person->pause_to) ||
         (person->quiet_from != FRAM_DATE_NONE && day >= person->quiet_from);
}

/* Steps stop before a stretch and go on after it. */
static void
cut_steps (Demo *self, DemoPerson *person, FramDate from, FramDate to)
{
  DemoStep cut[DEMO_MAX_STEPS];
  int n = 0;

  for (int i = 0; i < person->n_steps[0]; i++)
    {
      const DemoStep *step = &person->steps[0][i];
      gboolean before = step->from < from, after = step->to == FRAM_DATE_NONE || step->to > to;

      if (before && n < DEMO_MAX_STEPS)
        {
          cut[n] = *step;
          if (step->to == FRAM_DATE_NONE || step->to >= from)
            cut[n].to = from - 1;
          n++;
        }
      if (after && (step->to == FRAM_DATE_NONE || step->to >= from) && n < DEMO_MAX_STEPS)
        {
          cut[n] = *step;
          cut[n].from = MAX (step->from, demo_next_open (self, to + 1));
          if (cut[n].to == FRAM_DATE_NONE || cut[n].to >= cut[n].from)
            n++;
        }
    }
  memcpy (person->steps[0], cut, sizeof *cut * (gsize)n);
  person->n_steps[0] = n;
}

/* From a Monday to a Friday, two to four weeks, where no group meets; some are still to come. */
static void
plan_pause (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "pause", person->ordinal);
  FramDate end = is_present (person) ? self->until + 20 : person->life->closed - 20, from, to;

  if (!demo_chance (&random, 130) || end - person->life->enrolled < 80 || person->n_steps[0] == 0 ||
      person->n_steps[0] >= DEMO_MAX_STEPS - 2)
    return;
  from = fram_date_monday (person->life->enrolled + demo_between (&random, 45, end - person->life->enrolled - 30));
  to = from + 7 * demo_between (&random, 2, 4) - 3;
  if (meets_group (person, from, to) || (is_present (person) && from < self->until + 3 && to > self->until - 12))
    return;
  person->pause_from = from;
  person->pause_to = to;
  cut_steps (self, person, from, to);
}

/* Nothing more is agreed from a day on: some days ago, or soon. */
static gboolean
plan_gap (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "gap", person->ordinal);
  gboolean present = demo_chance (&random, 400);
  FramDate from = present ? self->until - demo_between (&random, 16, 27) : self->until + demo_between (&random, 5, 12);
  DemoStep *last = person->n_steps[0] > 0 ? &person->steps[0][person->n_steps[0] - 1] : NULL;

  if (!demo_chance (&random, 110) || last == NULL || !demo_goes_on (self, last) || last->from >= from - 7 ||
      meets_group (person, from, self->until + 400))
    return FALSE;
  last->to = from - 1;
  person->quiet_from = from;
  return TRUE;
}

/* A step up is agreed for one of the coming Mondays. */
static void
plan_step (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "ahead", person->ordinal);
  FramDate from = demo_next_open (self, fram_date_monday (self->until) + 7 * demo_between (&random, 1, 5));
  DemoStep *last = person->n_steps[0] > 0 ? &person->steps[0][person->n_steps[0] - 1] : NULL;

  if (last != NULL && demo_goes_on (self, last) && (last->to == FRAM_DATE_NONE || last->to > from + 14) &&
      last->from < self->until && demo_chance (&random, 450))
    demo_step_to (self, person, from, demo_rung_of (last->weekly_minutes) + 1);
}

/* Where a stay outside is on, it is agreed until some weeks ahead. */
static void
plan_outside (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "outside", person->ordinal);

  if (person->external_from == FRAM_DATE_NONE)
    return;
  person->external_to =
      is_present (person) ? fram_date_monday (self->until + demo_between (&random, 25, 80)) + 4 : person->life->closed;
  demo_plan_outside (self, person);
}

/* Decides what is agreed ahead, after the scene of the last day is set. */
void
demo_plan_ahead (Demo *self, DemoPerson *person)
{
  if (self->lifted)
    {
      person->external_from = FRAM_DATE_NONE;
      return;
    }
  plan_outside (self, person);
  if (person->scene != DEMO_SCENE_NONE || person->life->is_protected)
    return;
  plan_pause (self, person);
  if (is_present (person) && person->pause_from == FRAM_DATE_NONE && !plan_gap (self, person))
    plan_step (self, person);
}
