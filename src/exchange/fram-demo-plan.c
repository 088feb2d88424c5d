#include "fram-demo-private.h"

/* What each week holds for a person: groups, and a workshop with hours that grow. */

#include <string.h>

/* hours a week, as the published steps; how many days that is and how long each lasts */
static const struct
{
  int weekly;
  int days;
  int minutes;
} ladder[] = {
  { 240, 2, 120 }, { 360, 3, 120 }, { 480, 4, 120 },  { 600, 5, 120 },
  { 720, 4, 180 }, { 960, 4, 240 }, { 1200, 5, 240 },
};

/* days ahead for which a place is promised */
#define PROMISED 60

static FramDate
end_of (const Demo *self, const DemoPerson *person)
{
  return person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until;
}

/* Returns: the first course of a kind that begins on or after a day, or where the kind's courses end */
static guint
find_group (const Demo *self, int kind, FramDate after)
{
  guint low = self->groups_from[kind], high = self->groups_from[kind + 1];

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->groups, DemoGroup, middle).first < after)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
take_part (Demo *self, DemoPerson *person, guint i)
{
  DemoGroup *g = &g_array_index (self->groups, DemoGroup, i);
  FramDate closed = person->life->closed;

  g->members++;
  person->memberships[person->n_memberships++] =
      (DemoMembership){ (int)i, g->first, closed != FRAM_DATE_NONE ? MIN (g->last, closed) : g->last, FALSE };
}

/* Takes part in the first course of a kind that begins on or after a day and has room; in a house without limits in any
 * of those that begin then. */
static void
join (Demo *self, DemoPerson *person, int kind, FramDate after)
{
  guint i = find_group (self, kind, after);

  if (self->lifted)
    i += (guint)demo_between (&person->random, 0, self->n_parallel_groups - 1);
  for (; i < self->groups_from[kind + 1]; i++)
    {
      const DemoGroup *g = &g_array_index (self->groups, DemoGroup, i);

      if (g->first > end_of (self, person) - 7)
        return;
      if (self->lifted || g->members < self->kinds[kind].capacity)
        {
          take_part (self, person, i);
          return;
        }
    }
}

static void
plan_groups (Demo *self, DemoPerson *person)
{
  for (int kind = 0; kind < DEMO_KINDS; kind++)
    if (demo_chance (&person->random, 10 * self->kinds[kind].percent))
      join (self, person, kind, person->life->enrolled + (kind == 0 ? 1 : demo_between (&person->random, 30, 190)));
}

/* Whether a group of the person meets on a weekday before noon (+1) or after noon (+2) during a stretch. */
static int
groups_on (const Demo *self, const DemoPerson *person, int weekday, FramDate from, FramDate to)
{
  int half = 0;

  for (int i = 0; i < person->n_memberships; i++)
    {
      const DemoMembership *m = &person->memberships[i];
      const DemoGroup *g = &g_array_index (self->groups, DemoGroup, m->group);

      if (g->weekday == weekday && m->from <= to && m->to >= from)
        half |= g->starts < 12 * 60 ? 1 : 2;
    }
  return half;
}

static void
add_slot (DemoStep *step, int weekday, int from, int minutes)
{
  step->slots[step->n_slots].weekday = weekday;
  step->slots[step->n_slots].from = from;
  step->slots[step->n_slots].to = from + minutes;
  step->n_slots++;
}

/* Spreads the days over the week; mornings, unless a group meets then or the person comes in the afternoons. */
static void
plan_slots (Demo *self, DemoPerson *person, DemoStep *step, int days, int minutes, gboolean afternoons)
{
  static const int spread[6][5] = { { 0 }, { 3 }, { 2, 4 }, { 1, 3, 5 }, { 1, 2, 4, 5 }, { 1, 2, 3, 4, 5 } };
  FramDate to = step->to != FRAM_DATE_NONE ? step->to : self->until + 60;
  int shift = days < 5 ? demo_between (&person->random, 0, 4) : 0;
  guint used = 0;

  for (int i = 0; i < days; i++)
    {
      int weekday = (spread[days][i] - 1 + shift) % 5 + 1;
      int busy = groups_on (self, person, weekday, step->from, to);

      if (used & (1u << weekday))
        continue;
      used |= 1u << weekday;
      if ((busy & 1) != 0 || (afternoons && (busy & 2) == 0))
        add_slot (step, weekday, 12 * 60 + 30, minutes);
      else
        add_slot (step, weekday, minutes > 210 ? 8 * 60 + 30 : 9 * 60, minutes);
    }
}

/* Returns: the last day of what is agreed with somebody who is there, %FRAM_DATE_NONE where that is near or past */
FramDate
demo_stays_to (const Demo *self, const DemoPerson *person)
{
  FramDate extended = demo_extended_to (self, person);
  FramDate to = extended != FRAM_DATE_NONE ? extended : demo_target (person);

  return person->life->closed == FRAM_DATE_NONE && to > self->until + 14 ? to : FRAM_DATE_NONE;
}

static gboolean
has_room (const Demo *self, int workshop, FramDate from, FramDate to)
{
  for (FramDate d = from; d <= to && d - self->first < self->n_days; d++)
    if (self->taken[workshop][d - self->first] >= self->workshops[workshop].capacity)
      return FALSE;
  return TRUE;
}

static void
take_room (Demo *self, int workshop, FramDate from, FramDate to)
{
  for (FramDate d = from; d <= to && d - self->first < self->n_days; d++)
    self->taken[workshop][d - self->first]++;
}

/* Finds a workshop that has a place for the whole stay, later if need be. Returns: the workshop, or -1 */
static int
find_workshop (Demo *self, DemoPerson *person, FramDate *from, FramDate to)
{
  int wish = demo_between (&person->random, 0, DEMO_WORKSHOPS - 1);
  /* somebody who is there may be promised a place that comes free */
  FramDate end = person->life->closed != FRAM_DATE_NONE ? MIN (to, self->until) : MIN (to, self->until + PROMISED);
  FramDate latest = MIN (*from + 150, end - 7);

  for (FramDate start = *from; start <= latest; start += 3)
    for (int i = 0; i < DEMO_WORKSHOPS; i++)
      {
        int workshop = (wish + i) % DEMO_WORKSHOPS;

        if (!has_room (self, workshop, start, to))
          continue;
        *from = demo_next_open (self, start);
        /* whose first day the last one is, the scenes say */
        if (*from == self->until)
          *from = demo_next_open (self, start + 1);
        take_room (self, workshop, start, to);
        return workshop;
      }
  return -1;
}

static DemoStep *
add_step (DemoPerson *person, int lane, int workshop, FramDate from, FramDate to, int weekly)
{
  DemoStep *step = &person->steps[lane][person->n_steps[lane]++];

  memset (step, 0, sizeof *step);
  step->workshop = workshop;
  step->from = from;
  step->to = to;
  step->weekly_minutes = weekly;
  return step;
}

/* A stay in one workshop: every six to nine weeks a step up, sometimes none, sometimes one back. */
static void
climb (Demo *self, DemoPerson *person, int workshop, FramDate from, FramDate to, gboolean open_ended)
{
  gboolean afternoons = demo_chance (&person->random, 180);
  int rung = demo_between (&person->random, 0, 2), top = (int)G_N_ELEMENTS (ladder) - 1;
  FramDate stays_to = demo_stays_to (self, person);

  while (from <= to && person->n_steps[0] < DEMO_MAX_STEPS)
    {
      FramDate next = demo_next_open (self, from + demo_between (&person->random, 42, 63));
      gboolean last = next > to - 10 || person->n_steps[0] == DEMO_MAX_STEPS - 1;
      FramDate end = last ? (open_ended ? stays_to : to) : next - 1;
      DemoStep *step = add_step (person, 0, workshop, from, end, ladder[rung].weekly);

      plan_slots (self, person, step, ladder[rung].days, ladder[rung].minutes, afternoons);
      if (last)
        return;
      from = next;
      if (demo_chance (&person->random, person->life->reached ? 900 : 700))
        rung = MIN (top, rung + 1);
      else if (demo_chance (&person->random, 350))
        rung = MAX (0, rung - 1);
    }
}

/* Returns: which step of the ladder so many minutes a week are */
int
demo_rung_of (int weekly_minutes)
{
  int rung = 0;

  while (rung < (int)G_N_ELEMENTS (ladder) - 1 && ladder[rung].weekly < weekly_minutes)
    rung++;
  return rung;
}

/* The last step ends and another one follows in the same workshop. Returns: whether there is such a step */
gboolean
demo_step_to (Demo *self, DemoPerson *person, FramDate from, int rung)
{
  DemoStep *last = &person->steps[0][person->n_steps[0] - 1], *next;
  gboolean afternoons = last->n_slots > 0 && last->slots[0].from >= 12 * 60;

  if (person->n_steps[0] == DEMO_MAX_STEPS || rung >= (int)G_N_ELEMENTS (ladder) || last->from >= from)
    return FALSE;
  next = add_step (person, 0, last->workshop, from, FRAM_DATE_NONE, ladder[rung].weekly);
  next->to = last->to;
  last->to = from - 1;
  plan_slots (self, person, next, ladder[rung].days, ladder[rung].minutes, afternoons);
  return TRUE;
}

/* Four hours on each day on which no group is in the way. */
static void
plan_outside_slots (Demo *self, DemoPerson *person)
{
  DemoStep *step = &person->external;

  memset (step, 0, sizeof *step);
  step->from = person->external_from;
  step->to = person->external_to;
  for (int weekday = 1; weekday <= 5; weekday++)
    {
      int busy = groups_on (self, person, weekday, step->from, step->to);

      if (busy == 3)
        continue;
      add_slot (step, weekday, (busy & 1) != 0 ? 12 * 60 + 30 : 8 * 60 + 30, 240);
      step->weekly_minutes += 240;
    }
}

/* The place that has room for the whole stay; without one the person goes nowhere. */
void
demo_plan_outside (Demo *self, DemoPerson *person)
{
  for (guint i = 0; i < demo_n_employers; i++)
    {
      DemoOutside stay = { (int)((person->ordinal + i) % demo_n_employers), person->external_from,
                           person->external_to };
      int there = 0;

      for (guint k = 0; k < self->outside->len; k++)
        {
          const DemoOutside *other = &g_array_index (self->outside, DemoOutside, k);

          there += other->place == stay.place && other->from <= stay.to && other->to >= stay.from;
        }
      if (there >= demo_employers[stay.place].capacity || demo_employers[stay.place].free_in > 0)
        continue;
      g_array_append_val (self->outside, stay);
      person->external_place = stay.place;
      plan_outside_slots (self, person);
      return;
    }
  person->external_from = FRAM_DATE_NONE;
}

/* The last weeks at an ordinary workplace, for some of those who reach the goal. */
static FramDate
plan_external (Demo *self, DemoPerson *person, FramDate from)
{
  FramDate end = end_of (self, person), start;

  person->external_from = FRAM_DATE_NONE;
  if (!person->life->reached || end - from < 140 || !demo_chance (&person->random, 300))
    return end;
  start = demo_next_open (self, end - demo_between (&person->random, 40, 70));
  person->external_from = start;
  return start - 1;
}

static void
plan_work (Demo *self, DemoPerson *person)
{
  FramDate from = demo_next_open (self, person->life->enrolled + demo_between (&person->random, 14, 30));
  FramDate to = plan_external (self, person, from);
  gboolean open_ended = person->life->closed == FRAM_DATE_NONE && person->external_from == FRAM_DATE_NONE;
  FramDate horizon = to;
  int workshop;

  if (to - from < 7)
    return;
  /* somebody who is there keeps the place until the target day */
  if (open_ended)
    horizon =
        demo_stays_to (self, person) != FRAM_DATE_NONE ? demo_stays_to (self, person) : self->first + self->n_days - 1;
  workshop = find_workshop (self, person, &from, horizon);
  if (workshop >= 0 && from < horizon)
    climb (self, person, workshop, from, open_ended ? MAX (to, from) : to, open_ended);
}

/* For benchmarks: the same days in so many workshops, one after the other through the day. */
static void
plan_lifted (Demo *self, DemoPerson *person)
{
  FramDate from = person->life->enrolled + 14;
  int minutes = self->abreast > 2 ? 60 : 180;
  int wish = demo_between (&person->random, 0, DEMO_WORKSHOPS - 1);

  for (int lane = 0; lane < self->abreast && from <= end_of (self, person); lane++)
    {
      DemoStep *step = add_step (person, lane, (wish + lane) % DEMO_WORKSHOPS, from, person->life->closed,
                                 minutes * self->days_per_week);

      for (int i = 0; i < self->days_per_week; i++)
        add_slot (step, (wish + i) % 5 + 1, 9 * 60 + lane * (minutes + 15), minutes);
    }
}

/* Decides the person's weeks. */
void
demo_plan (Demo *self, DemoPerson *person)
{
  memset (person->n_steps, 0, sizeof person->n_steps);
  person->n_memberships = 0;
  person->external_from = FRAM_DATE_NONE;
  plan_groups (self, person);
  if (self->lifted)
    plan_lifted (self, person);
  else
    plan_work (self, person);
}

static gboolean
put_placement (Demo *self, DemoPerson *person, guint nth, const FramUuid *activity, FramDate from, FramDate to,
               int weekly)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_PLACEMENT, demo_id (self, "placement", person->ordinal, nth));

  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_ref (r, "activity", activity);
  fram_record_set_date (r, "from_day", from);
  fram_record_set_date (r, "to_day", to);
  fram_record_set_int (r, "weekly_minutes", weekly);
  return demo_put (self);
}

static gboolean
put_slots (Demo *self, DemoPerson *person, guint nth, const DemoStep *step, const FramUuid *activity)
{
  for (int i = 0; i < step->n_slots; i++)
    {
      FramRecord *r =
          demo_begin (self, FRAM_ENTITY_PLAN_SLOT, demo_id (self, "plan_slot", person->ordinal, nth * 8 + (guint)i));

      fram_record_set_ref (r, "enrolment", &person->enrolment);
      fram_record_set_ref (r, "activity", activity);
      fram_record_set_int (r, "weekday", step->slots[i].weekday);
      fram_record_set_int (r, "from_time", step->slots[i].from);
      fram_record_set_int (r, "to_time", step->slots[i].to);
      fram_record_set_date (r, "valid_from", step->from);
      fram_record_set_date (r, "valid_to", step->to);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_memberships (Demo *self, DemoPerson *person)
{
  for (int i = 0; i < person->n_memberships; i++)
    {
      const DemoMembership *m = &person->memberships[i];
      const DemoGroup *g = &g_array_index (self->groups, DemoGroup, m->group);
      FramRecord *r =
          demo_begin (self, FRAM_ENTITY_MEMBERSHIP, fram_id_membership (&g->id, &person->enrolment, m->from));

      fram_record_set_ref (r, "activity_group", &g->id);
      fram_record_set_ref (r, "enrolment", &person->enrolment);
      fram_record_set_date (r, "from_day", m->from);
      fram_record_set_date (r, "to_day", m->to);
      if (m->waiting)
        fram_record_set_int (r, "waiting", 1);
      if (g->term < 0)
        fram_record_set_int (r, "planned_sessions", self->kinds[g->kind].sessions);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_outside (Demo *self, DemoPerson *person)
{
  const FramUuid *place;

  if (person->external_from == FRAM_DATE_NONE)
    return TRUE;
  place = &g_array_index (self->places, FramUuid, person->external_place);
  return put_placement (self, person, 1000, place, person->external_from, person->external_to,
                        person->external.weekly_minutes) &&
         put_slots (self, person, 1000, &person->external, place);
}

gboolean
demo_put_plan (Demo *self, DemoPerson *person)
{
  for (int lane = 0; lane < DEMO_MAX_ABREAST; lane++)
    for (int i = 0; i < person->n_steps[lane]; i++)
      {
        const DemoStep *step = &person->steps[lane][i];
        guint nth = (guint)(lane * DEMO_MAX_STEPS + i);

        if (!put_placement (self, person, nth, &self->workshops[step->workshop].id, step->from, step->to,
                            step->weekly_minutes) ||
            !put_slots (self, person, nth, step, &self->workshops[step->workshop].id))
          return FALSE;
      }
  return put_outside (self, person) && put_memberships (self, person);
}
