#include "fram-demo-private.h"

/* What happens on the way: meetings, ratings, goals, what is planned ahead, and the follow-up. */

#define MEETING "deltagare; FRAM"
#define THREE   "deltagare; FRAM; anvisande handläggare"

/* What happened, if it has; of a meeting that was held there may be an entry in the journal. */
gboolean
demo_put_event (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind, const char *parties,
                const char *status, const char *note)
{
  FramRecord *r;

  if (day >= self->until || demo_is_quiet (person, day))
    return TRUE;
  if (person->n_met < DEMO_MAX_MET)
    person->met[person->n_met++] = day;
  r = demo_begin (self, FRAM_ENTITY_EVENT, demo_id (self, "event", person->ordinal, nth));
  fram_record_set_ref (r, "participant", &person->participant);
  if (person->life->enrolled != FRAM_DATE_NONE && day >= person->life->enrolled)
    fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "kind", kind);
  fram_record_set_text (r, "parties", parties);
  fram_record_set_text (r, "status", status);
  fram_record_set_text (r, "note", note);
  if (!demo_put (self))
    return FALSE;
  return !g_str_equal (status, "genomfort") || demo_put_entry (self, person, nth, day, kind);
}

static const char *
draw_status (DemoPerson *person)
{
  int dice = demo_between (&person->random, 0, 99);

  return dice < 88 ? "genomfort" : dice < 94 ? "ombokat" : "uteblev";
}

/* Talks every few weeks; every third one together with the referrer. */
static gboolean
put_talks (Demo *self, DemoPerson *person, FramDate end, guint *nth)
{
  FramDate day = person->life->enrolled + demo_between (&person->random, 18, 30);

  for (guint i = 1; day < end - 3; i++)
    {
      FramDate open = demo_next_open (self, day);
      gboolean three = i % 3 == 0, phone = !three && demo_chance (&person->random, 250);
      const char *kind = three ? "trepartsmote" : phone ? "avstamning_telefon" : "uppfoljning";

      if (open < end && !demo_put_event (self, person, (*nth)++, open, kind, three ? THREE : MEETING,
                                         phone ? "genomfort" : draw_status (person), NULL))
        return FALSE;
      day = open + demo_between (&person->random, 20, 38);
    }
  return TRUE;
}

static gboolean
put_external (Demo *self, DemoPerson *person, guint *nth)
{
  FramDate from = person->external_from;

  if (from == FRAM_DATE_NONE)
    return TRUE;
  return demo_put_event (self, person, (*nth)++, from, "extern_plats_start", "deltagare; FRAM; arbetsgivare",
                         "genomfort", "Arbetsträning på extern plats") &&
         demo_put_event (self, person, (*nth)++, demo_next_open (self, from + 21), "uppfoljning_extern_plats",
                         "deltagare; FRAM; arbetsgivare", "genomfort", NULL);
}

static gboolean
put_closing (Demo *self, DemoPerson *person, guint *nth)
{
  FramDate closed = person->life->closed;

  if (closed == FRAM_DATE_NONE)
    return TRUE;
  return demo_put_event (self, person, (*nth)++, closed, "avslutsmote", THREE, "genomfort", NULL) &&
         demo_put_event (self, person, (*nth)++, demo_next_open (self, closed + 7), "anvisningssvar",
                         "FRAM; anvisande handläggare", "registrerat", "Slutdokumentation lämnad");
}

static gboolean
put_events (Demo *self, DemoPerson *person)
{
  const DemoLife *life = person->life;
  FramDate end = life->closed != FRAM_DATE_NONE ? life->closed : self->until;
  g_autofree char *note = NULL;
  guint nth = 0;

  if (life->decided != FRAM_DATE_NONE &&
      !demo_put_event (self, person, nth++, life->decided, "beslut", "FRAM", "registrerat",
                       life->fate == DEMO_REFUSED ? "Ej aktuell" : "Anvisning godkänd"))
    return FALSE;
  if (life->fate != DEMO_ENROLLED)
    return TRUE;
  note = g_strdup_printf ("Genomgång av åtaganden. Handläggare på FRAM: %s",
                          g_array_index (self->staff, DemoStaff, person->case_worker).name);
  return demo_put_event (self, person, nth++, life->enrolled, "inskrivningsmote", THREE, "genomfort", note) &&
         demo_put_event (self, person, nth++, demo_next_open (self, life->enrolled + 8), "kartlaggningssamtal", MEETING,
                         "genomfort", NULL) &&
         put_talks (self, person, end, &nth) && put_external (self, person, &nth) && put_closing (self, person, &nth);
}

static gboolean
put_rating (Demo *self, DemoPerson *person, FramDate day, int indicator, const char *rater, int level)
{
  FramUuid id = fram_id_indicator ("fram-2021", indicator);
  int value = level / 100 + demo_between (&person->random, -1, 1);
  FramRecord *r;

  if (demo_has_new_sets (self, person))
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_RATING, fram_id_rating (&person->enrolment, &id, day, rater));
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_ref (r, "indicator", &id);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "rater", rater);
  fram_record_set_int (r, "value", CLAMP (value, 1, 5));
  return demo_put (self);
}

/* Every eighth week or so; the participant nine times of ten. Two steps forward and one back. For those who are rated with
 * the questions of today numbers are drawn all the same, so that what is drawn of them next stays what it is. */
static gboolean
put_ratings (Demo *self, DemoPerson *person)
{
  const DemoLife *life = person->life;
  FramDate end = life->closed != FRAM_DATE_NONE ? life->closed : self->until - 1;
  int level = demo_between (&person->random, 180, 300);

  for (FramDate day = life->enrolled + 13; day <= end; day += demo_between (&person->random, 49, 63))
    {
      FramDate open = demo_next_open (self, day);
      gboolean both = demo_chance (&person->random, 900);

      for (int i = 1; open <= end && i <= 11; i++)
        if (!put_rating (self, person, open, i, "caseworker", level) ||
            (both && !put_rating (self, person, open, i, "participant", level + 20)))
          return FALSE;
      level += life->reached ? demo_between (&person->random, -20, 60) : demo_between (&person->random, -35, 35);
    }
  return TRUE;
}

static gboolean
put_goals (Demo *self, DemoPerson *person)
{
  const DemoLife *life = person->life;
  FramDate day = life->enrolled + demo_between (&person->random, 20, 40);
  guint goal = (guint)demo_between (&person->random, 0, (int)demo_n_goals - 1);

  for (guint i = 0; i < 3 && day < self->until && (life->closed == FRAM_DATE_NONE || day < life->closed); i++)
    {
      const DemoGoal *g = &demo_goals[(goal + i * 5) % demo_n_goals];
      FramRecord *r = demo_begin (self, FRAM_ENTITY_PART_GOAL, demo_id (self, "part_goal", person->ordinal, i));
      FramDate due = demo_next_open (self, day + demo_between (&person->random, 50, 80));
      FramDate reached = demo_next_open (self, due + demo_between (&person->random, -20, 25));

      fram_record_set_ref (r, "enrolment", &person->enrolment);
      fram_record_set_text (r, "text", g->text);
      fram_record_set_date (r, "due", due);
      if (reached < self->until && demo_chance (&person->random, 700))
        fram_record_set_date (r, "reached", reached);
      fram_record_set_text (r, "workshop_line", g->line);
      if (!demo_put (self))
        return FALSE;
      day = due + 14;
    }
  return TRUE;
}

static gboolean
put_follow_up_row (Demo *self, DemoPerson *person, FramDate due, FramDate asked, FramDate answered)
{
  FramUuid outcome = fram_id_outcome (person->life->reached && demo_chance (&person->random, 800)
                                          ? demo_outcomes_reached[person->life->outcome]
                                          : demo_pick (&person->random, demo_follow_ups));
  FramRecord *r = demo_begin (self, FRAM_ENTITY_FOLLOW_UP, fram_id_follow_up (&person->enrolment, 3));

  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_int (r, "months", 3);
  fram_record_set_date (r, "due", due);
  fram_record_set_date (r, "asked", asked);
  if (answered < self->until)
    {
      fram_record_set_date (r, "answered", answered);
      fram_record_set_ref (r, "result", &outcome);
    }
  return demo_put (self);
}

/* Three months after closing: asked when it is due, answered some days later. */
static gboolean
put_follow_up (Demo *self, DemoPerson *person)
{
  FramDate due, asked, answered;

  if (person->life->closed == FRAM_DATE_NONE)
    return TRUE;
  due = fram_date_add_months (person->life->closed, 3);
  asked = demo_next_open (self, due);
  answered = demo_next_open (self, asked + demo_between (&person->random, 1, 16));
  if (asked >= self->until)
    return TRUE;
  return put_follow_up_row (self, person, due, asked, answered) &&
         demo_put_event (self, person, 5000, answered, "uppfoljning_3_manader",
                         demo_organisations[person->organisation], "registrerat", "Svar från anvisande organisation");
}

/* What stands in the calendar for the coming weeks. */
static gboolean
put_booking (Demo *self, DemoPerson *person)
{
  static const int hours[] = { 9, 10, 13, 14, 15 };
  FramDate day = demo_next_open (self, self->until + demo_between (&person->random, 0, 24));
  gboolean three = demo_chance (&person->random, 300);

  if (person->life->closed != FRAM_DATE_NONE)
    return TRUE;
  return demo_put_booking (self, person, 0, day, hours[demo_between (&person->random, 0, 4)],
                           three ? "trepartsmote" : "uppfoljning", three ? 60 : 45);
}

/* One that takes an hour from the workshop on the last day. */
static gboolean
put_scene (Demo *self, DemoPerson *person)
{
  FramRecord *r;

  if (person->scene != DEMO_SCENE_APPOINTMENT)
    return TRUE;
  r = demo_begin_booking (self, person, 1, self->until, "uppfoljning");
  fram_record_set_int (r, "starts", person->scene_from);
  fram_record_set_int (r, "minutes", person->scene_to - person->scene_from);
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, person->case_worker).id);
  fram_record_set_text (r, "place", "Pildammsvägen");
  return demo_put (self);
}

/* In a register made for benchmarks most closed cases go without ratings: a million marks are enough to carry. */
static gboolean
is_rated (const Demo *self, const DemoPerson *person)
{
  return self->n_lives <= 10000 || person->life->closed == FRAM_DATE_NONE || person->ordinal % 10 == 0;
}

gboolean
demo_put_course (Demo *self, DemoPerson *person)
{
  if (!put_events (self, person))
    return FALSE;
  if (person->life->fate != DEMO_ENROLLED)
    return TRUE;
  return (!is_rated (self, person) || put_ratings (self, person)) &&
         (!is_rated (self, person) || !demo_has_new_sets (self, person) || demo_put_progress (self, person)) &&
         put_goals (self, person) && put_follow_up (self, person) && put_booking (self, person) &&
         put_scene (self, person);
}
