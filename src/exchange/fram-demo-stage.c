#include "fram-demo-private.h"

/* The last day is the one that people look at: in the wood workshop everything is to be seen that a roster can tell, and in
 * the others some of it. Each scene is given to the first person whom it suits. Nothing is drawn here, so that what the
 * generator says of everybody else does not depend on it. */

#define WOODWORK 3

/* so many unnotified absences in a row are alerted on */
#define MISSING 3

typedef struct
{
  DemoStep *step; /* in force on the last day */
  int index;
  int slot;
} Today;

static int
find_slot (const DemoStep *step, int weekday)
{
  for (int i = 0; i < step->n_slots; i++)
    if (step->slots[i].weekday == weekday)
      return i;
  return -1;
}

static gboolean
find_today (const Demo *self, DemoPerson *person, Today *today)
{
  for (int i = 0; i < person->n_steps[0]; i++)
    {
      DemoStep *step = &person->steps[0][i];

      *today = (Today){ step, i, find_slot (step, fram_date_get_weekday (self->until)) };
      if (step->from < self->until && (step->to == FRAM_DATE_NONE || step->to > self->until) && today->slot >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
begin_today (Demo *self, DemoPerson *person, const Today *today)
{
  if (person->n_steps[0] != 1 || self->until - today->step->from > 60)
    return FALSE;
  today->step->from = self->until;
  return TRUE;
}

/* The newest step began on Monday, where the hours of this weekday were others before. */
static gboolean
begin_new_hours (Demo *self, DemoPerson *person, const Today *today)
{
  DemoStep *before = today->index > 0 ? today->step - 1 : NULL;
  int slot = before != NULL ? find_slot (before, fram_date_get_weekday (self->until)) : -1;
  FramDate monday = fram_date_monday (self->until);

  if (slot < 0 || before->to != today->step->from - 1 || today->step->from >= monday ||
      before->slots[slot].to == today->step->slots[today->slot].to)
    return FALSE;
  today->step->from = monday;
  before->to = monday - 1;
  return TRUE;
}

static gboolean
go_missing (Demo *self, DemoPerson *person, const Today *today)
{
  int sessions = 0;

  for (FramDate day = self->until - 1; day >= today->step->from && sessions < MISSING; day--)
    if (demo_is_open (self, day) && find_slot (today->step, fram_date_get_weekday (day)) >= 0)
      {
        sessions++;
        person->missing_from = day;
      }
  if (sessions < MISSING)
    person->missing_from = FRAM_DATE_NONE;
  return sessions == MISSING;
}

static gboolean
end_today (Demo *self, DemoPerson *person, const Today *today)
{
  if (!demo_goes_on (self, today->step) || person->external_from != FRAM_DATE_NONE)
    return FALSE;
  today->step->to = self->until;
  return TRUE;
}

static gboolean
set_hours (DemoPerson *person, int from, int to)
{
  person->scene_from = from;
  person->scene_to = to;
  return TRUE;
}

static gboolean
play (Demo *self, DemoPerson *person, const Today *today, DemoScene scene)
{
  int from = today->step->slots[today->slot].from, to = today->step->slots[today->slot].to;

  switch (scene)
    {
    case DEMO_SCENE_FIRST_DAY: return begin_today (self, person, today);
    case DEMO_SCENE_NEW_HOURS: return begin_new_hours (self, person, today);
    case DEMO_SCENE_MISSING: return go_missing (self, person, today);
    case DEMO_SCENE_LAST_DAY: return end_today (self, person, today);
    case DEMO_SCENE_LEAVE: return TRUE;
    case DEMO_SCENE_APPOINTMENT: return set_hours (person, from + 60, from + 105);
    case DEMO_SCENE_LEAVES_EARLY: return set_hours (person, to - 60, to);
    case DEMO_SCENE_NONE:
    case DEMO_N_SCENES:
    default: return FALSE;
    }
}

static gboolean
is_shown_in (int workshop, DemoScene scene)
{
  return workshop == WOODWORK || scene == DEMO_SCENE_FIRST_DAY || scene == DEMO_SCENE_LEAVE ||
         scene == DEMO_SCENE_APPOINTMENT;
}

/* Gives a person who is expected on the last day something to show. */
void
demo_stage (Demo *self, DemoPerson *person)
{
  Today today;
  guint *shown;

  person->scene = DEMO_SCENE_NONE;
  person->missing_from = FRAM_DATE_NONE;
  if (self->lifted || person->life->is_protected || person->life->closed != FRAM_DATE_NONE ||
      !find_today (self, person, &today))
    return;
  shown = &self->scenes[today.step->workshop];
  for (int scene = DEMO_SCENE_FIRST_DAY; scene < DEMO_N_SCENES; scene++)
    if ((*shown & (1u << scene)) == 0 && is_shown_in (today.step->workshop, (DemoScene)scene) &&
        play (self, person, &today, (DemoScene)scene))
      {
        *shown |= 1u << scene;
        person->scene = (DemoScene)scene;
        return;
      }
}
