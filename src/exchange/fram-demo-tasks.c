#include "fram-demo-private.h"

/* What people have asked each other and want to remember: some of it open, some late, some done. Nothing is drawn here, so
 * that what the generator says of people does not depend on it. */

typedef struct
{
  FramRole role;
  int nth;
  const char *text;
  int due; /* working days from the last day */
} Note;

static const Note notes[] = {
  { FRAM_ROLE_CASE_WORKER, 0, "Bjud in till trepartsmötet i december", 1 },
  { FRAM_ROLE_ACTIVITY_LEADER, 2, "Beställ träolja och slippapper", 1 },
  { FRAM_ROLE_MANAGER, 0, "Svara styrgruppen om lediga platser", 2 },
  { FRAM_ROLE_MANAGER, 0, "Skriv på hyresavtalet för butiken", -1 },
  { FRAM_ROLE_PEER_MENTOR, 0, "Boka Sal 1 till måndag", 0 },
  { FRAM_ROLE_OCCUPATIONAL_THERAPIST, 0, "Hämta hörselkåpor till snickeriet", 0 },
};

/* Returns: the working day so many before or after the last one */
static FramDate
working_day (const Demo *self, int steps)
{
  FramDate day = self->until;

  while (steps != 0)
    {
      day += steps < 0 ? -1 : 1;
      if (demo_is_open (self, day))
        steps += steps < 0 ? 1 : -1;
    }
  return day;
}

static FramRecord *
begin_task (Demo *self, FramUuid id, const char *kind, int whose, int made_by)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_TASK, id);

  fram_record_set_text (r, "kind", kind);
  fram_record_set_ref (r, "whose", &g_array_index (self->staff, DemoStaff, whose).id);
  fram_record_set_ref (r, "made_by", &g_array_index (self->staff, DemoStaff, made_by).id);
  return r;
}

/* What people of several roles have written down for themselves. */
gboolean
demo_put_notes (Demo *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      int whose = demo_staff_with_role (self, notes[i].role, notes[i].nth);
      FramRecord *r = begin_task (self, demo_id (self, "note", i, 0), "note", whose, whose);

      fram_record_set_text (r, "text", notes[i].text);
      fram_record_set_date (r, "made", working_day (self, -2));
      fram_record_set_date (r, "seen", working_day (self, -2));
      fram_record_set_date (r, "due", working_day (self, notes[i].due));
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static int
workshop_of_last_day (const Demo *self, const DemoPerson *person)
{
  for (int i = 0; i < person->n_steps[0]; i++)
    {
      const DemoStep *step = &person->steps[0][i];

      if (step->from < self->until && (step->to == FRAM_DATE_NONE || step->to >= self->until))
        return step->workshop;
    }
  return -1;
}

/* The first three people whom each case worker was asked about: today, and not seen yet; some days ago, and late; done. */
gboolean
demo_put_asked (Demo *self, DemoPerson *person)
{
  int workshop = workshop_of_last_day (self, person);
  guint8 *nth = &self->asked[person->case_worker];
  FramRecord *r;

  if (workshop < 0 || *nth >= 3 || person->life->closed != FRAM_DATE_NONE || person->life->is_protected)
    return TRUE;
  r = begin_task (self, demo_id (self, "task", person->ordinal, 0), *nth == 1 ? "absence" : "call", person->case_worker,
                  demo_staff_of_workshop (self, workshop, 0));
  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "activity", &self->workshops[workshop].id);
  fram_record_set_date (r, "made", *nth == 0 ? self->until : working_day (self, -2));
  fram_record_set_date (r, "due", *nth == 0 ? self->until : working_day (self, *nth == 1 ? -1 : -2));
  if (*nth > 0)
    fram_record_set_date (r, "seen", working_day (self, -2));
  if (*nth == 2)
    fram_record_set_date (r, "done", working_day (self, -1));
  (*nth)++;
  return demo_put (self);
}
