#include "fram-demo-private.h"

#include <string.h>

/* How somebody comes: mostly, with a low stretch now and then, a cold, some days off, and better as the months go by. */
typedef struct
{
  int reliability; /* per mille */
  int lateness;
  FramDate low_until;
  FramDate sick_until;
  FramDate away_until;
  gboolean missed; /* the time before, without a word */
} Habit;

static Habit
draw_habit (DemoPerson *person)
{
  Habit habit = { 0 };

  habit.reliability =
      person->life->reached ? demo_between (&person->random, 740, 960) : demo_between (&person->random, 560, 900);
  habit.lateness = demo_chance (&person->random, 200) ? 240 : 60;
  habit.low_until = habit.sick_until = habit.away_until = FRAM_DATE_NONE;
  return habit;
}

static void
begin_stretches (Habit *habit, DemoRandom *random, FramDate day)
{
  if (demo_chance (random, 12) && day > habit->low_until)
    habit->low_until = day + demo_between (random, 10, 38);
  if (demo_chance (random, 22) && day > habit->sick_until)
    habit->sick_until = day + demo_between (random, 0, demo_chance (random, 150) ? 16 : 5);
  if (demo_chance (random, 5) && day > habit->away_until)
    habit->away_until = day + demo_between (random, 2, 11);
}

static int
draw_status (Habit *habit, DemoPerson *person, FramDate day)
{
  DemoRandom *random = &person->random;
  int reliability = habit->reliability;

  if (day <= habit->away_until)
    return DEMO_LEAVE;
  if (day <= habit->sick_until)
    return DEMO_SICK;
  if (demo_chance (random, 18))
    return DEMO_OTHER;
  if (day <= habit->low_until)
    reliability -= 330;
  if (person->life->reached && day - person->life->enrolled > 180)
    reliability += 60;
  if (habit->missed)
    reliability -= 120;
  habit->missed = FALSE;
  if (demo_chance (random, reliability))
    return demo_chance (random, habit->lateness) ? DEMO_LATE : DEMO_PRESENT;
  if (demo_chance (random, 600))
    return DEMO_NOTIFIED;
  habit->missed = TRUE;
  return DEMO_UNNOTIFIED;
}

/* Words beside a mark are rare, and never about health. */
static void
add_words (FramRecord *r, DemoRandom *random, int status, const char *const *tasks)
{
  guint64 dice = demo_random_next (random) % 1000;

  if (status == DEMO_NOTIFIED && dice < 150)
    fram_record_set_text (r, "reason", demo_pick (random, demo_reasons));
  else if (status <= DEMO_LATE && dice < 8)
    fram_record_set_text (r, "note", demo_pick (random, demo_mark_notes));
  else if (status <= DEMO_LATE && dice < 80 && tasks != NULL)
    fram_record_set_text (r, "task", demo_pick (random, tasks));
}

/* Nobody took the garden's roster that day, and the kitchen's was not finished. */
static gboolean
was_forgotten (const Demo *self, const DemoPerson *person, FramDate day, const FramUuid *activity)
{
  if (day != self->gap_day)
    return FALSE;
  return fram_uuid_equal (activity, &self->workshops[4].id) ||
         (fram_uuid_equal (activity, &self->workshops[2].id) && person->ordinal % 3 == 0);
}

static gboolean
put_mark (Demo *self, DemoPerson *person, FramDate day, const FramUuid *activity, int minutes, int status,
          const char *const *tasks)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_MARK, FRAM_UUID_NONE);
  int late = 0;

  r->enrolment = person->enrolment;
  r->activity = *activity;
  r->day = day;
  fram_record_set_ref (r, "status", &self->statuses[status]);
  if (status == DEMO_LATE)
    {
      late = 5 * demo_between (&person->random, 1, MIN (9, minutes / 10));
      fram_record_set_int (r, "minutes_late", late);
    }
  fram_record_set_int (r, "attended_minutes", status <= DEMO_LATE ? minutes - late : 0);
  fram_record_set_int (r, "planned_minutes", minutes);
  add_words (r, &person->random, status, tasks);
  return was_forgotten (self, person, day, activity) || demo_put (self);
}

static gboolean
mark_groups (Demo *self, DemoPerson *person, FramDate day, int weekday, int status)
{
  for (int i = 0; i < person->n_memberships; i++)
    {
      const DemoMembership *m = &person->memberships[i];
      const DemoGroup *g = &g_array_index (self->groups, DemoGroup, m->group);
      int minutes = g->term < 0 && g->weekday != weekday ? -1 : demo_minutes_on (self, g, day);
      /* what is drawn of people elsewhere does not depend on this term's groups */
      DemoRandom kept = person->random;

      if (minutes < 0 || m->waiting || day < m->from || (m->to != FRAM_DATE_NONE && day > m->to))
        continue;
      if (!put_mark (self, person, day, &g->id, minutes, status, NULL))
        return FALSE;
      if (g->term >= 0)
        person->random = kept;
    }
  return TRUE;
}

static gboolean
mark_step (Demo *self, DemoPerson *person, const DemoStep *step, FramDate day, int weekday, int status)
{
  const DemoWorkshop *workshop = &self->workshops[step->workshop];

  for (int i = 0; i < step->n_slots; i++)
    if (step->slots[i].weekday == weekday)
      return put_mark (self, person, day, &workshop->id, step->slots[i].to - step->slots[i].from, status,
                       workshop->tasks);
  return TRUE;
}

static gboolean
mark_day (Demo *self, DemoPerson *person, int at[DEMO_MAX_ABREAST], FramDate day, int weekday, int status)
{
  for (int lane = 0; lane < DEMO_MAX_ABREAST; lane++)
    {
      const DemoStep *step;

      while (at[lane] < person->n_steps[lane] && person->steps[lane][at[lane]].to != FRAM_DATE_NONE &&
             person->steps[lane][at[lane]].to < day)
        at[lane]++;
      if (at[lane] >= person->n_steps[lane])
        continue;
      step = &person->steps[lane][at[lane]];
      if (day >= step->from && !mark_step (self, person, step, day, weekday, status))
        return FALSE;
    }
  return mark_groups (self, person, day, weekday, status);
}

/* Marks every session the person was expected at, up to the day before the last: that one is left to be marked. */
gboolean
demo_put_marks (Demo *self, DemoPerson *person)
{
  Habit habit = draw_habit (person);
  FramDate to = person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until - 1;
  int weekday = fram_date_get_weekday (person->life->enrolled);
  int at[DEMO_MAX_ABREAST] = { 0 };

  for (FramDate day = person->life->enrolled; day <= to; day++, weekday = weekday % 7 + 1)
    {
      int status;

      if (!demo_is_open (self, day))
        continue;
      begin_stretches (&habit, &person->random, day);
      status = draw_status (&habit, person, day);
      if (person->missing_from != FRAM_DATE_NONE && day >= person->missing_from)
        status = DEMO_UNNOTIFIED;
      if (!mark_day (self, person, at, day, weekday, status))
        return FALSE;
    }
  return TRUE;
}
