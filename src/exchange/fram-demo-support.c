#include "fram-demo-private.h"

#include <string.h>

/* What makes it work for somebody: adaptations with a line for the workshop, what was seen, and absences told ahead. */

static gboolean
put_line (Demo *self, DemoPerson *person, guint nth, const FramUuid *adaptation, const DemoAdaptation *a, FramDate from)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_INSTRUCTION, demo_id (self, "instruction", person->ordinal, nth));

  fram_record_set_ref (r, "adaptation", adaptation);
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_text (r, "line", a->line);
  fram_record_set_date (r, "from_day", from);
  fram_record_set_date (r, "to_day", person->life->closed);
  return demo_put (self);
}

/* The aid itself; who brings it to the next place is said for some. */
static void
put_aid (FramRecord *r, const DemoAdaptation *a, FramDate received)
{
  fram_record_set_text (r, "aid_kind", a->measure);
  fram_record_set_text (r, "aid_from", "Arbetsterapeutens förråd");
  fram_record_set_date (r, "aid_received", received);
  if (received != FRAM_DATE_NONE && received % 2 == 0)
    fram_record_set_text (r, "aid_carrier", "Deltagaren själv");
}

/* Mapped, tried out, then in place: what is tried has its line in the workshop too. */
static gboolean
put_adaptation (Demo *self, DemoPerson *person, guint nth, const DemoAdaptation *a, FramDate tried)
{
  FramUuid id = demo_id (self, "adaptation", person->ordinal, nth), area = fram_id_adaptation_area (a->area);
  FramDate in_place = demo_next_open (self, tried + demo_between (&person->random, 14, 35));
  FramDate today = person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until;
  int dice = demo_between (&person->random, 0, 99);
  const char *status = tried >= today     ? "proposed"
                       : dice < 6         ? "not_carried_out"
                       : dice < 12        ? "did_not_help"
                       : in_place < today ? "in_place"
                                          : "on_trial";
  FramRecord *r = demo_begin (self, FRAM_ENTITY_ADAPTATION, id);

  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_ref (r, "area", &area);
  fram_record_set_text (r, "barrier", a->barrier);
  fram_record_set_text (r, "measure", a->measure);
  fram_record_set_text (r, "status", status);
  if (strcmp (a->area, "hjalpmedel") == 0)
    put_aid (r, a, tried < today ? tried : FRAM_DATE_NONE);
  if (tried < today && strcmp (status, "not_carried_out") != 0)
    fram_record_set_date (r, "tried_from", tried);
  if (strcmp (status, "in_place") == 0)
    fram_record_set_date (r, "in_place_from", in_place);
  /* some are late, but none before it was in place */
  fram_record_set_date (r, "review_by",
                        demo_next_open (self, MAX (strcmp (status, "in_place") == 0 ? in_place : tried, today - 30) +
                                                  demo_between (&person->random, 20, 75)));
  if (!demo_put (self))
    return FALSE;
  if (strcmp (status, "in_place") != 0 && strcmp (status, "on_trial") != 0)
    return TRUE;
  return put_line (self, person, nth, &id, a, tried);
}

static gboolean
put_adaptations (Demo *self, DemoPerson *person)
{
  guint n = demo_chance (&person->random, 560) ? (guint)demo_between (&person->random, 1, 3) : 0;
  guint at = (guint)demo_between (&person->random, 0, (int)demo_n_adaptations - 1);
  FramDate tried = person->life->enrolled + demo_between (&person->random, 20, 60);

  for (guint i = 0; i < n; i++)
    {
      /* seven and the number of adaptations have no common factor: never the same one twice */
      if (!put_adaptation (self, person, i, &demo_adaptations[(at + 7 * i) % demo_n_adaptations],
                           demo_next_open (self, tried)))
        return FALSE;
      tried += demo_between (&person->random, 10, 60);
    }
  return TRUE;
}

static gboolean
put_seen (Demo *self, DemoPerson *person)
{
  const DemoStep *step = &person->steps[0][0];
  FramDate day;
  FramRecord *r;

  if (person->n_steps[0] == 0 || !demo_chance (&person->random, 300))
    return TRUE;
  day = demo_next_open (self, step->from + demo_between (&person->random, 10, 60));
  if (day >= self->until || (person->life->closed != FRAM_DATE_NONE && day > person->life->closed))
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_SEEN, demo_id (self, "seen", person->ordinal, 0));
  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "text", demo_pick (&person->random, demo_seen));
  fram_record_set_ref (r, "staff",
                       &g_array_index (self->staff, DemoStaff, demo_staff_of_workshop (self, step->workshop, 0)).id);
  return demo_put (self);
}

static gboolean
put_planned_absence (Demo *self, DemoPerson *person)
{
  FramDate from = demo_next_open (self, self->until + demo_between (&person->random, 0, 12));
  int status = demo_chance (&person->random, 500) ? DEMO_LEAVE : DEMO_OTHER;
  FramRecord *r;

  if (person->life->closed != FRAM_DATE_NONE || !demo_chance (&person->random, 70))
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_PLANNED_ABSENCE, demo_id (self, "planned_absence", person->ordinal, 0));
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_date (r, "from_day", from);
  fram_record_set_date (r, "to_day", status == DEMO_LEAVE ? from + 4 : from);
  fram_record_set_ref (r, "status", &self->statuses[status]);
  fram_record_set_text (r, "told_by", "participant");
  return demo_put (self);
}

/* What the scene of the last day says was told, or where else the person has to be. */
static gboolean
put_scene (Demo *self, DemoPerson *person)
{
  gboolean leave = person->scene == DEMO_SCENE_LEAVE;
  FramRecord *r;

  if (person->scene != DEMO_SCENE_LEAVE && person->scene != DEMO_SCENE_LEAVES_EARLY)
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_PLANNED_ABSENCE, demo_id (self, "planned_absence", person->ordinal, 1));
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_date (r, "from_day", self->until);
  fram_record_set_date (r, "to_day", leave ? self->until + 5 : self->until);
  if (!leave)
    {
      fram_record_set_int (r, "from_time", person->scene_from);
      fram_record_set_int (r, "to_time", person->scene_to);
    }
  fram_record_set_ref (r, "status", &self->statuses[leave ? DEMO_LEAVE : DEMO_OTHER]);
  fram_record_set_text (r, "told_by", leave ? "participant" : "case_worker");
  return demo_put (self);
}

gboolean
demo_put_support (Demo *self, DemoPerson *person)
{
  return put_adaptations (self, person) && put_seen (self, person) && demo_put_more_seen (self, person) &&
         put_planned_absence (self, person) && put_scene (self, person);
}
