#include "fram-demo-private.h"

/* Who somebody is, how the person was referred, and who is responsible. */

#define TARGET_DAYS 180
/* who hands over and who takes over are there together for so long */
#define OVERLAP 6

static gboolean
put_participant (Demo *self, DemoPerson *person)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_PARTICIPANT, person->participant);
  gboolean woman = demo_chance (&person->random, 545);
  gboolean young = demo_chance (&person->random, 210);
  int days =
      young ? demo_between (&person->random, 19 * 366, 29 * 365) : demo_between (&person->random, 31 * 365, 62 * 365);
  g_autofree char *case_no = NULL;
  int year, month, day;

  fram_date_get_ymd (person->life->received, &year, &month, &day);
  self->case_nth = year == self->case_year ? self->case_nth + 1 : 1;
  self->case_year = year;
  case_no = g_strdup_printf ("F%04d-%04u", year, self->case_nth);
  fram_record_set_text (r, "case_no", case_no);
  fram_record_set_text (r, "given_name", demo_given_name (self, &person->random, woman));
  fram_record_set_text (r, "family_name", demo_family_name (self, &person->random));
  fram_record_set_date (r, "birth_date", person->life->received - days);
  fram_record_set_text (r, "sex", woman ? "F" : "M");
  if (demo_chance (&person->random, 170))
    {
      fram_record_set_text (r, "language", demo_pick (&person->random, demo_languages));
      person->interpreter = demo_chance (&person->random, 500);
      fram_record_set_int (r, "interpreter", person->interpreter);
    }
  fram_record_set_int (r, "protected", person->life->is_protected);
  /* somebody who comes back is there already */
  return person->life->returns_of >= 0 || demo_put (self);
}

static gboolean
put_contact_details (Demo *self, DemoPerson *person)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_CONTACT_DETAILS, fram_id_contact_details (&person->participant));
  g_autofree char *phone = demo_phone (person->ordinal * 7 + 20);
  g_autofree char *other = demo_phone (person->ordinal * 11 + 47);

  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_text (r, "phone", phone);
  if (demo_chance (&person->random, 600))
    {
      fram_record_set_text (r, "emergency_name",
                            demo_given_name (self, &person->random, demo_chance (&person->random, 500)));
      fram_record_set_text (r, "emergency_phone", other);
    }
  return person->life->returns_of >= 0 || demo_put (self);
}

/* Complete with most of them; what is missing is asked for. */
static void
put_papers (Demo *self, DemoPerson *person, FramRecord *r)
{
  DemoRandom random = demo_random_for (self, "papers", person->ordinal);
  gboolean whole = demo_chance (&random, 900);

  fram_record_set_text (r, "papers",
                        whole ? "certificate=received;consent=received;plan=received"
                              : "certificate=received;consent=received;plan=missing");
}

static gboolean
put_referral (Demo *self, DemoPerson *person)
{
  const DemoLife *life = person->life;
  const DemoContact *contact = &g_array_index (self->contacts, DemoContact, person->referrer);
  FramUuid organisation = fram_id_organisation (demo_organisations[contact->organisation]);
  FramUuid decision = fram_id_decision (life->fate == DEMO_REFUSED   ? demo_refusals[life->outcome]
                                        : life->fate == DEMO_PENDING ? "pending"
                                                                     : "accepted");
  FramRecord *r = demo_begin (self, FRAM_ENTITY_REFERRAL, person->referral);

  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "organisation", &organisation);
  fram_record_set_ref (r, "referrer", &contact->id);
  fram_record_set_date (r, "received", life->received);
  if (demo_chance (&person->random, 850))
    fram_record_set_date (r, "study_visit",
                          demo_next_open (self, life->received - demo_between (&person->random, 4, 25)));
  fram_record_set_ref (r, "decision", &decision);
  fram_record_set_date (r, "decided", life->decided);
  put_papers (self, person, r);
  fram_record_set_int (r, "comes_back", life->returns_of >= 0);
  fram_record_set_int (r, "planned_return", life->planned_return);
  return demo_put (self);
}

/* The target day is the last of the programme's 180. */
FramDate
demo_target (const DemoPerson *person)
{
  return person->life->enrolled + TARGET_DAYS - 1;
}

/* Who was there longer had it extended, two months at a time; of those who are there now, some have not yet. */
FramDate
demo_extended_to (const Demo *self, const DemoPerson *person)
{
  FramDate end = person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until;
  FramDate to = demo_target (person);

  if (end <= to || (person->life->closed == FRAM_DATE_NONE && person->ordinal % 9 == 0))
    return FRAM_DATE_NONE;
  while (to < end)
    to += 60;
  return to;
}

/* What the plan rests on: the goal, the target day, what somebody lives on meanwhile, and what was wished for. */
static void
put_terms (Demo *self, DemoPerson *person, FramRecord *r)
{
  DemoRandom random = demo_random_for (self, "terms", person->ordinal);
  FramDate extended = demo_extended_to (self, person);
  FramDate until = person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until;

  fram_record_set_date (r, "target", demo_target (person));
  fram_record_set_date (r, "extended_to", extended);
  if (extended != FRAM_DATE_NONE)
    fram_record_set_text (r, "extension_reason", demo_pick (&random, demo_extensions));
  fram_record_set_text (r, "main_goal", demo_pick (&random, demo_main_goals));
  fram_record_set_text (r, "income_source", demo_pick (&random, demo_incomes));
  if (demo_chance (&random, 600))
    fram_record_set_date (r, "income_until", fram_date_first_of_month (until + demo_between (&random, 20, 300)) - 1);
  fram_record_set_int (r, "documented", demo_chance (&random, 880));
  if (demo_chance (&random, 450))
    fram_record_set_text (r, "wished_place", demo_pick (&random, demo_wishes));
}

static gboolean
put_enrolment (Demo *self, DemoPerson *person)
{
  const DemoLife *life = person->life;
  FramUuid programme = fram_id_programme ("fram");
  FramRecord *r = demo_begin (self, FRAM_ENTITY_ENROLMENT, person->enrolment);

  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "programme", &programme);
  fram_record_set_ref (r, "referral", &person->referral);
  fram_record_set_date (r, "enrolled", life->enrolled);
  fram_record_set_date (r, "introduction_until", life->enrolled + 14);
  put_terms (self, person, r);
  fram_record_set_date (r, "closed", life->closed);
  if (life->closed != FRAM_DATE_NONE)
    {
      FramUuid outcome = fram_id_outcome ((life->reached ? demo_outcomes_reached : demo_outcomes_other)[life->outcome]);

      fram_record_set_ref (r, "outcome", &outcome);
      if (life->reached || demo_chance (&person->random, 400))
        fram_record_set_text (r, "next_step", demo_pick (&person->random, demo_next_steps));
    }
  return demo_put (self);
}

static gboolean
put_case_worker (Demo *self, DemoPerson *person, guint nth, int staff, FramDate from, FramDate to)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_CASE_WORKER, demo_id (self, "case_worker", person->ordinal, nth));

  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, staff).id);
  fram_record_set_date (r, "from_day", from);
  fram_record_set_date (r, "to_day", to);
  return demo_put (self);
}

/* In a long history somebody left, and colleagues took over. */
static gboolean
had_leaver (const Demo *self, const DemoPerson *person)
{
  const DemoLife *life = person->life;

  return self->leaver >= 0 && person->ordinal % 6 == 3 && life->enrolled < self->left - 30 &&
         (life->closed == FRAM_DATE_NONE || life->closed > self->left + 30);
}

/* The same one all the way, for nearly everybody. Who comes begins a week before the other one ends. */
static gboolean
put_case_workers (Demo *self, DemoPerson *person)
{
  const DemoLife *life = person->life;
  FramDate end = life->closed != FRAM_DATE_NONE ? life->closed : self->until;
  FramDate change = demo_next_open (self, life->enrolled + (end - life->enrolled) / 2);
  int before = demo_case_worker_of (self, person->ordinal + 1);

  gboolean changes = end - life->enrolled >= 100 && demo_chance (&person->random, 110);

  if (had_leaver (self, person))
    {
      changes = TRUE;
      before = self->leaver;
      change = demo_next_open (self, self->left - OVERLAP);
    }
  if (!changes || before == person->case_worker)
    return put_case_worker (self, person, 0, person->case_worker, life->enrolled, life->closed);
  person->change = change;
  person->before = before;
  return put_case_worker (self, person, 0, before, life->enrolled, change + OVERLAP) &&
         put_case_worker (self, person, 1, person->case_worker, change, life->closed);
}

static gboolean
put_consent (Demo *self, DemoPerson *person)
{
  FramRecord *r;

  if (!demo_chance (&person->random, 450))
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_CONSENT, demo_id (self, "consent", person->ordinal, 0));
  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_text (r, "kind", "authority");
  fram_record_set_text (r, "recipient", demo_organisations[person->organisation]);
  fram_record_set_date (r, "given", person->life->enrolled);
  fram_record_set_date (r, "until", fram_date_add_months (person->life->enrolled, 12));
  return demo_put (self);
}

static gboolean
put_named (Demo *self, DemoPerson *person, guint nth, int staff)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_NAMED_ACCESS, demo_id (self, "named_access", person->ordinal, nth));

  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, staff).id);
  fram_record_set_date (r, "from_day", person->life->enrolled);
  return demo_put (self);
}

/* A person with protected identity is known to those who work with the person, and to nobody else by name. */
static gboolean
put_protection (Demo *self, DemoPerson *person)
{
  FramRecord *r;

  if (!person->life->is_protected)
    return TRUE;
  if (!put_named (self, person, 0, person->case_worker))
    return FALSE;
  if (person->n_steps[0] > 0 &&
      (!put_named (self, person, 1, demo_staff_of_workshop (self, person->steps[0][0].workshop, 0)) ||
       !put_named (self, person, 2, demo_staff_with_role (self, FRAM_ROLE_OCCUPATIONAL_THERAPIST, 0))))
    return FALSE;
  r = demo_begin (self, FRAM_ENTITY_ALIAS, demo_id (self, "alias", person->ordinal, 0));
  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_text (r, "alias", demo_pick (&person->random, demo_aliases));
  return demo_put (self);
}

gboolean
demo_put_person (Demo *self, DemoPerson *person)
{
  if (!put_participant (self, person) || !put_contact_details (self, person) || !put_referral (self, person))
    return FALSE;
  if (person->life->fate != DEMO_ENROLLED)
    return TRUE;
  return put_enrolment (self, person) && put_case_workers (self, person) && put_consent (self, person) &&
         put_protection (self, person);
}
