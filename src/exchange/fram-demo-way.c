#include "fram-demo-private.h"

#include <string.h>

/* What stands around a plan: leave, support outside, promises that were kept, changes of those in charge, and what is booked
 * for the coming weeks. */

#define ALL_THREE "deltagare; FRAM; anvisande handläggare"

/* so far ahead talks are booked with those who wait for a place */
#define WEEKS_AHEAD 6

static FramDate
end_of (const Demo *self, const DemoPerson *person)
{
  return person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until;
}

static gboolean
put_pause (Demo *self, DemoPerson *person)
{
  FramRecord *r;

  if (person->pause_from == FRAM_DATE_NONE)
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_PAUSE, demo_id (self, "pause", person->ordinal, 0));
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_date (r, "from_day", person->pause_from);
  fram_record_set_date (r, "to_day", person->pause_to);
  fram_record_set_text (r, "kind", "leave");
  return demo_put (self);
}

/* Applied for, waited for, begun; one in four is still waited for, and some have ended. */
static gboolean
put_one_support (Demo *self, DemoPerson *person, DemoRandom *random, guint nth, const DemoSupport *support)
{
  FramDate applied = demo_next_open (self, person->life->enrolled + demo_between (random, -50, 70));
  FramDate waiting = applied + demo_between (random, 0, 6), started = waiting + demo_between (random, 12, 120);
  FramDate end = end_of (self, person), ended = started + demo_between (random, 60, 260);
  gboolean waits = demo_chance (random, 250) && person->life->closed == FRAM_DATE_NONE;
  FramRecord *r;

  if (applied >= end)
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_PARALLEL_SUPPORT, demo_id (self, "parallel_support", person->ordinal, nth));
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_text (r, "kind", support->kind);
  fram_record_set_text (r, "provider", support->provider);
  fram_record_set_text (r, "text", support->text);
  fram_record_set_date (r, "applied", applied);
  fram_record_set_date (r, "waiting_since", waiting);
  if (!waits && started < end + 40)
    fram_record_set_date (r, "started", started);
  if (!waits && ended < end && demo_chance (random, 500))
    fram_record_set_date (r, "ended", ended);
  return demo_put (self);
}

static gboolean
put_supports (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "support outside", person->ordinal);
  guint n = demo_chance (&random, 680) ? (guint)demo_between (&random, 1, 3) : 0;
  guint at = (guint)demo_between (&random, 0, (int)demo_n_supports - 1);

  for (guint i = 0; i < n; i++)
    /* five and the number of kinds of support have no common factor: never the same one twice */
    if (!put_one_support (self, person, &random, i, &demo_supports[(at + 5 * i) % demo_n_supports]))
      return FALSE;
  return TRUE;
}

static gboolean
put_commitment (Demo *self, DemoPerson *person, const char *kind, FramDate due, FramDate done)
{
  FramUuid id = fram_id_commitment_kind (kind);
  FramRecord *r = demo_begin (self, FRAM_ENTITY_COMMITMENT, fram_id_commitment (&person->enrolment, &id, 1));

  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_ref (r, "commitment_kind", &id);
  fram_record_set_int (r, "ordinal", 1);
  fram_record_set_date (r, "due", due);
  fram_record_set_date (r, "done", done);
  return demo_put (self);
}

/* What no fact shows somebody has ticked: the next step planned, and who took over. Now and then a day was moved. */
static gboolean
put_commitments (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "commitments", person->ordinal);
  FramDate extended = demo_extended_to (self, person), closed = person->life->closed;
  FramDate due = (extended != FRAM_DATE_NONE ? extended : demo_target (person)) - 42;
  FramDate done =
      demo_next_open (self, MIN (due, closed != FRAM_DATE_NONE ? closed - 7 : due) - demo_between (&random, 0, 20));
  gboolean kept = demo_chance (&random, 650), moved = demo_chance (&random, 60);

  if (kept && done < self->until && done > person->life->enrolled &&
      !put_commitment (self, person, "next_step", FRAM_DATE_NONE, done))
    return FALSE;
  if (closed != FRAM_DATE_NONE)
    return !demo_chance (&random, 700) || closed + 10 >= self->until ||
           put_commitment (self, person, "takeover", FRAM_DATE_NONE, demo_next_open (self, closed + 3));
  return !moved || put_commitment (self, person, "parallel_steps",
                                   demo_next_open (self, self->until + demo_between (&random, 3, 30)), FRAM_DATE_NONE);
}

/* Registered, and for most with a meeting at which one hands over to the other. */
static gboolean
put_change (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind, gboolean handed_over)
{
  return demo_put_event (self, person, nth, day, kind, "FRAM", "registrerat", NULL) &&
         (!handed_over || demo_put_event (self, person, nth + 1, demo_next_open (self, day + 2), "overlamning",
                                          ALL_THREE, "genomfort", NULL));
}

static gboolean
put_changes (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "changes", person->ordinal);
  int days = end_of (self, person) - person->life->enrolled;
  gboolean referrer = demo_chance (&random, 150) && days > 80;
  FramDate day = days > 80 ? demo_next_open (self, person->life->enrolled + demo_between (&random, 30, days - 20))
                           : FRAM_DATE_NONE;

  if (person->change != FRAM_DATE_NONE &&
      !put_change (self, person, 6000, person->change, "handlaggarbyte_fram", demo_chance (&random, 750)))
    return FALSE;
  return !referrer || put_change (self, person, 6010, day, "handlaggarbyte_anvisare", demo_chance (&random, 600));
}

/* Whether somebody works, or is to, on a day or within the days after it. */
static gboolean
works_on (const DemoPerson *person, FramDate day, int ahead)
{
  if (person->external_from != FRAM_DATE_NONE && person->external_from <= day + ahead && person->external_to >= day)
    return TRUE;
  for (int i = 0; i < person->n_steps[0]; i++)
    if (person->steps[0][i].from <= day + ahead &&
        (person->steps[0][i].to == FRAM_DATE_NONE || person->steps[0][i].to >= day))
      return TRUE;
  return FALSE;
}

static gboolean
met_near (const DemoPerson *person, FramDate day)
{
  for (int i = 0; i < person->n_met; i++)
    if (ABS (person->met[i] - day) < 3)
      return TRUE;
  return FALSE;
}

/* Between placements somebody keeps in touch every other week, so that there is no gap; with one in ten nobody does. */
static gboolean
put_contacts (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "contacts on the way", person->ordinal);
  gboolean forgotten = demo_chance (&random, 100) && !person->life->is_protected;
  FramDate end = person->life->closed != FRAM_DATE_NONE ? person->life->closed : self->until + WEEKS_AHEAD * 7;
  guint nth = 0;

  for (FramDate day = person->life->enrolled + 11; day < end && !self->lifted && !forgotten;
       day += demo_between (&random, 8, 11))
    {
      FramDate open = demo_next_open (self, day);

      if ((works_on (person, day - 11, 22) && works_on (person, open, 0)) || met_near (person, open))
        continue;
      nth++;
      if (open < self->until &&
          !demo_put_event (self, person, 7000 + nth, open, nth % 3 == 0 ? "uppfoljning" : "avstamning_telefon",
                           "deltagare; FRAM", "genomfort", NULL))
        return FALSE;
      if (open > self->until &&
          !demo_put_booking (self, person, 20 + nth, open, demo_between (&random, 9, 15),
                             nth % 3 == 0 ? "samtal" : "avstamning_telefon", nth % 3 == 0 ? 45 : 15))
        return FALSE;
    }
  return TRUE;
}

gboolean
demo_put_way (Demo *self, DemoPerson *person)
{
  return put_pause (self, person) && put_supports (self, person) && put_commitments (self, person) &&
         put_changes (self, person) && put_contacts (self, person);
}

FramRecord *
demo_begin_booking (Demo *self, DemoPerson *person, guint nth, FramDate day, const char *kind)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_BOOKING, demo_id (self, "booking", person->ordinal, nth));

  fram_record_set_ref (r, "participant", &person->participant);
  fram_record_set_ref (r, "enrolment", &person->enrolment);
  fram_record_set_text (r, "kind", kind);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "status", "bokat");
  return r;
}

/* Nobody is at two talks at once. Returns: the hour, or the next free one of that day; -1 for none */
static int
take_hour (Demo *self, int staff, FramDate day, int hour)
{
  guint16 *hours;

  if (day < self->until || day - self->until >= DEMO_DAYS_AHEAD)
    return hour;
  hours = &self->busy[staff * DEMO_DAYS_AHEAD + (day - self->until)];
  for (int i = 0; i < 8; i++)
    {
      int h = 8 + (hour - 8 + i) % 8;

      if (h == 12 || (*hours & (1u << (h - 8))) != 0)
        continue;
      *hours |= (guint16)(1u << (h - 8));
      return h;
    }
  return -1;
}

/* A talk with the case worker. */
gboolean
demo_put_booking (Demo *self, DemoPerson *person, guint nth, FramDate day, int hour, const char *kind, int minutes)
{
  gboolean three = strcmp (kind, "trepartsmote") == 0 || strcmp (kind, "sip") == 0;
  FramRecord *r;

  hour = demo_is_quiet (person, day) ? -1 : take_hour (self, person->case_worker, day, hour);
  if (hour < 0)
    return TRUE;
  r = demo_begin_booking (self, person, nth, day, kind);
  fram_record_set_int (r, "starts", 60 * hour);
  fram_record_set_int (r, "minutes", minutes);
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, person->case_worker).id);
  fram_record_set_text (r, "place", three ? "Pildammsvägen, rum 3" : "Pildammsvägen");
  fram_record_set_text (r, "parties", three ? ALL_THREE : NULL);
  fram_record_set_int (r, "interpreter", person->interpreter);
  return demo_put (self);
}

/* Where the person has to be elsewhere; with whom is nobody's business but the case worker's. */
static gboolean
put_elsewhere (Demo *self, DemoPerson *person, DemoRandom *random)
{
  FramDate day = demo_next_open (self, self->until + demo_between (random, 0, 20));
  int starts = 30 * demo_between (random, 18, 30);
  FramRecord *r;

  if (!demo_chance (random, 160) || demo_is_quiet (person, day))
    return TRUE;
  r = demo_begin_booking (self, person, 3, day, "annan_bokning");
  fram_record_set_int (r, "starts", starts);
  fram_record_set_int (r, "minutes", 60);
  fram_record_set_text (r, "parties", demo_pick (random, demo_elsewhere));
  return demo_put (self);
}

/* An external place is followed up after two, six and twelve weeks; what was due last is not always ticked. */
static gboolean
put_follow_ups (Demo *self, DemoPerson *person)
{
  static const int weeks[] = { 2, 6, 12 };

  if (person->external_from == FRAM_DATE_NONE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      FramDate day = demo_next_open (self, person->external_from + 7 * weeks[i]);
      gboolean held = day < self->until - 20 || (day < self->until && person->ordinal % 3 != 0);
      FramRecord *r;

      if (day > person->external_to)
        break;
      r = demo_begin_booking (self, person, 10 + i, day, "uppfoljning_extern_plats");
      fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, person->case_worker).id);
      fram_record_set_text (r, "place", demo_employers[person->external_place].employer);
      fram_record_set_int (r, "starts", 60 * (9 + (int)(person->ordinal % 3)));
      fram_record_set_int (r, "minutes", 45);
      if (held)
        fram_record_set_text (r, "status", "genomfort");
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

/* What stands in the calendars of the next four weeks beside the next talk. */
gboolean
demo_put_bookings (Demo *self, DemoPerson *person)
{
  static const char *const kinds[] = { "uppfoljning",        "samtal", "trepartsmote", "studie_och_yrkesvagledning",
                                       "avstamning_telefon", "sip" };
  DemoRandom random = demo_random_for (self, "bookings", person->ordinal);
  FramDate day = demo_next_open (self, self->until + demo_between (&random, 0, 28));
  int dice = demo_between (&random, 0, 7);
  const char *kind = kinds[dice < (int)G_N_ELEMENTS (kinds) ? dice : 0];
  int hour = demo_between (&random, 9, 15);

  if (!put_follow_ups (self, person))
    return FALSE;
  if (person->life->closed != FRAM_DATE_NONE)
    return TRUE;
  if (demo_chance (&random, 550) && !demo_put_booking (self, person, 2, day, hour, kind, hour % 2 == 0 ? 45 : 60))
    return FALSE;
  return put_elsewhere (self, person, &random);
}
