#include "fram-demo-private.h"

/* The groups of this term: with them the week of the last day shows what a schedule can tell. Their days are counted from the
 * last day, so that whichever day that is, the peer mentors have a group then. */

#include <string.h>

/* so many weeks ahead a group begins whose first members have a place already */
#define SOON 2

/* somebody joins a group so many days after coming here */
#define SETTLED     10

#define MENTOR      FRAM_ROLE_PEER_MENTOR
#define OT          FRAM_ROLE_OCCUPATIONAL_THERAPIST
#define CASE_WORKER FRAM_ROLE_CASE_WORKER

enum
{
  INTRODUCTION,
  LABOUR_MARKET,
  RECOVERY,
  REDO,
  WELLNESS
};

enum
{
  RECOVERY_TODAY,
  RECOVERY_EARLIER,
  PEERS,
  WELLNESS_TODAY,
  WALK,
  REDO_COURSE,
  ACTIVATION,
  LECTURE,
  CV,
  REDO_AFTER,
  RELAXATION,
  LANGUAGE,
  RECOVERY_SOON,
  N_TERM
};

const DemoTerm demo_term[N_TERM] = {
  [RECOVERY_TODAY] = { "Återhämtning %s",
                       RECOVERY,
                       0,
                       11,
                       540,
                       0,
                       120,
                       8,
                       7,
                       0,
                       0,
                       1,
                       "Rum 1",
                       { { MENTOR, 1 }, { MENTOR, 0 } },
                       2,
                       "ta med ett foto av en plats där du mår bra.",
                       "En av oss möter dig i entrén tio minuter före." },
  [RECOVERY_EARLIER] = { "Återhämtning %s",
                         RECOVERY,
                         3,
                         14,
                         600,
                         780,
                         120,
                         8,
                         8,
                         2,
                         0,
                         1,
                         "Rum 1",
                         { { MENTOR, 1 } },
                         1,
                         "vi lagar lunch tillsammans.",
                         "Kaffet står framme från kvart i." },
  [PEERS] = { "Kamratstöd %s",
              RECOVERY,
              1,
              9,
              630,
              0,
              90,
              8,
              6,
              0,
              0,
              1,
              "Rum 3",
              { { MENTOR, 0 } },
              1,
              "gäst från Återhämtningsguiden.",
              "Vi ses vid soffan utanför rum 3." },
  [WELLNESS_TODAY] = { "Friskvård %s",
                       WELLNESS,
                       0,
                       10,
                       780,
                       0,
                       90,
                       12,
                       9,
                       0,
                       0,
                       1,
                       "Gymnastiksalen",
                       { { OT, 0 }, { MENTOR, 1 } },
                       2,
                       NULL,
                       "Vi möts i omklädningsrummet." },
  [WALK] = { "Promenad %s",
             WELLNESS,
             4,
             12,
             540,
             0,
             90,
             12,
             8,
             0,
             0,
             1,
             "Entrén",
             { { MENTOR, 0 }, { MENTOR, 1 } },
             2,
             "runt dammen, varma skor.",
             "Vid cykelställen, en av oss har röd mössa." },
  [REDO_COURSE] = { "ReDO %s",
                    REDO,
                    1,
                    6,
                    780,
                    0,
                    150,
                    10,
                    8,
                    3,
                    12,
                    1,
                    "Rum 2",
                    { { OT, 0 }, { OT, 1 } },
                    2,
                    "veckans tidsdagbok.",
                    "Vi börjar med en kopp te i rum 2." },
  [ACTIVATION] = { "Aktivering i grupp",
                   INTRODUCTION,
                   4,
                   4,
                   780,
                   0,
                   120,
                   10,
                   8,
                   0,
                   8,
                   1,
                   "Sal 3",
                   { { CASE_WORKER, 0 }, { CASE_WORKER, 3 } },
                   2,
                   NULL,
                   "Receptionen visar vägen till sal 3." },
  [LECTURE] = { "Föreläsning: din ekonomi",
                LABOUR_MARKET,
                4,
                12,
                780,
                0,
                90,
                40,
                12,
                0,
                0,
                2,
                "Aulan",
                { { FRAM_ROLE_PLACE_FINDER, 0 } },
                1,
                "budget- och skuldrådgivaren svarar på frågor.",
                NULL },
  [CV] = { "CV-verkstad",
           LABOUR_MARKET,
           2,
           8,
           600,
           0,
           120,
           8,
           7,
           0,
           0,
           1,
           "Sal 4",
           { { CASE_WORKER, 1 }, { CASE_WORKER, 2 } },
           2,
           "personligt brev.",
           NULL },
  [REDO_AFTER] = { "ReDO, uppföljning",
                   REDO,
                   2,
                   10,
                   780,
                   0,
                   120,
                   10,
                   7,
                   0,
                   0,
                   1,
                   "Rum 2",
                   { { OT, 1 } },
                   1,
                   NULL,
                   NULL },
  [RELAXATION] = { "Avspänning",
                   WELLNESS,
                   3,
                   13,
                   900,
                   0,
                   60,
                   10,
                   8,
                   0,
                   0,
                   1,
                   "Gymnastiksalen",
                   { { OT, 1 } },
                   1,
                   "egen kudde den som vill.",
                   NULL },
  [LANGUAGE] = { "Svenska i arbetslivet",
                 LABOUR_MARKET,
                 0,
                 7,
                 600,
                 0,
                 90,
                 8,
                 6,
                 0,
                 0,
                 1,
                 "Sal 3",
                 { { CASE_WORKER, 4 } },
                 1,
                 NULL,
                 "Sal 3, dörren till höger om receptionen." },
  [RECOVERY_SOON] = { "Återhämtning %s",
                      RECOVERY,
                      2,
                      -SOON,
                      780,
                      0,
                      120,
                      8,
                      4,
                      2,
                      10,
                      1,
                      "Rum 1",
                      { { MENTOR, 1 }, { MENTOR, 0 } },
                      2,
                      NULL,
                      "En av oss möter dig i entrén." },
};

/* Returns: the weekday of the last day, of a Friday where it is none on which people work */
static int
base_weekday (const Demo *self)
{
  return MIN (fram_date_get_weekday (self->until), 5);
}

static int
weekday_of (const Demo *self, const DemoTerm *t)
{
  return (base_weekday (self) - 1 + t->days) % 5 + 1;
}

static FramDate
day_this_week (const Demo *self, const DemoTerm *t)
{
  return fram_date_monday (self->until) + weekday_of (self, t) - 1;
}

static DemoChange *
add_change (DemoGroup *group, FramSessionChangeKind kind, FramDate day, const char *reason)
{
  DemoChange *change = &group->changes[group->n_changes++];

  *change = (DemoChange){ kind, day, FRAM_DATE_NONE, -1, -1, reason, NULL };
  return change;
}

/* The day after, or on a Friday the day before. */
static FramDate
beside (FramDate day)
{
  return fram_date_get_weekday (day) < 5 ? day + 1 : day - 1;
}

static void
change_recovery (DemoGroup *group, int t, FramDate day)
{
  DemoChange *change;

  if (t == RECOVERY_TODAY)
    {
      change = add_change (group, FRAM_SESSION_KEPT, day - 7, NULL);
      change->remark = "Stolar i ring fungerade bra. Vi behöver fler blädderblock.";
      add_change (group, FRAM_SESSION_CANCELLED, day - 28, "Strömavbrott i huset.");
    }
  if (t == RECOVERY_EARLIER)
    {
      change = add_change (group, FRAM_SESSION_KEPT, day, NULL);
      change->remark = "Bra samtal om sömn och vila. Projektorn är trasig.";
    }
}

static void
change_this_week (const Demo *self, DemoGroup *group, int t, FramDate day)
{
  DemoChange *change;

  change_recovery (group, t, day);
  if (t == PEERS)
    {
      change = add_change (group, FRAM_SESSION_KEPT, day, "Utbildningsdag för mentorer.");
      change->leader = demo_staff_with_role (self, MENTOR, 1);
    }
  if (t == WELLNESS_TODAY)
    add_change (group, FRAM_SESSION_CANCELLED, day, "Golvet i gymnastiksalen lagas.");
  if (t == REDO_COURSE)
    add_change (group, FRAM_SESSION_CANCELLED, day - 14, "Planeringsdag för arbetsterapeuterna.");
  if (t == ACTIVATION)
    {
      change = add_change (group, FRAM_SESSION_MOVED, day, "Sal 3 behövs till ett studiebesök.");
      change->to_day = beside (day);
    }
  if (t == CV)
    {
      change = add_change (group, FRAM_SESSION_EXTRA, beside (day), "Många vill bli klara före månadsskiftet.");
      change->starts = 8 * 60 + 30;
    }
}

static void
add_term_group (Demo *self, int i, int nth)
{
  const DemoTerm *t = &demo_term[i];
  FramDate day = day_this_week (self, t);
  DemoGroup group = { demo_id (self, "term group", (guint)i, 0) };

  group.kind = t->kind;
  group.term = (gint8)i;
  group.nth = nth;
  group.weekday = weekday_of (self, t);
  group.starts = t->starts;
  group.minutes = t->minutes;
  group.first = day - 7 * t->weeks_ago;
  group.last = group.change = FRAM_DATE_NONE;
  if (t->before > 0)
    {
      group.change = day - 21;
      group.before = t->before;
    }
  change_this_week (self, &group, i, day);
  g_array_append_val (self->groups, group);
}

/* In a house for benchmarks there is no term: a million marks are enough to carry. */
void
demo_set_up_term (Demo *self)
{
  int nth[DEMO_KINDS];

  for (int kind = 0; kind < DEMO_KINDS; kind++)
    nth[kind] = (int)(self->groups_from[kind + 1] - self->groups_from[kind]);
  for (int i = 0; i < N_TERM && !self->lifted; i++)
    add_term_group (self, i, ++nth[demo_term[i].kind]);
}

/* Returns: how long the session of that day is, -1 where there is none */
int
demo_minutes_on (const Demo *self, const DemoGroup *group, FramDate day)
{
  int every = group->term >= 0 ? demo_term[group->term].every_weeks : 1;

  if (group->term < 0)
    return group->minutes;
  for (int i = 0; i < group->n_changes; i++)
    {
      const DemoChange *change = &group->changes[i];

      if (change->to_day == day || (change->kind == FRAM_SESSION_EXTRA && change->day == day))
        return group->minutes;
      if (change->day == day && change->kind != FRAM_SESSION_KEPT)
        return -1;
    }
  if (day < group->first || (day - group->first) % (7 * every) != 0)
    return -1;
  return group->minutes;
}

static gboolean
overlaps (FramDate from, FramDate to, FramDate other_from, FramDate other_to)
{
  return (other_to == FRAM_DATE_NONE || from <= other_to) && (to == FRAM_DATE_NONE || other_from <= to);
}

static gboolean
is_in_step (const DemoStep *step, const DemoGroup *group, FramDate from)
{
  int starts = group->before > 0 ? MIN (group->starts, group->before) : group->starts;
  int ends = MAX (group->starts, group->before) + group->minutes;

  if (!overlaps (from, FRAM_DATE_NONE, step->from, step->to))
    return FALSE;
  for (int i = 0; i < step->n_slots; i++)
    if (step->slots[i].weekday == group->weekday && step->slots[i].from < ends && step->slots[i].to > starts)
      return TRUE;
  return FALSE;
}

/* Whether nothing else of the person is in the way. */
static gboolean
fits (const Demo *self, const DemoPerson *person, const DemoGroup *group, FramDate from)
{
  for (int i = 0; i < person->n_steps[0]; i++)
    if (is_in_step (&person->steps[0][i], group, from))
      return FALSE;
  if (person->external_from != FRAM_DATE_NONE && is_in_step (&person->external, group, from))
    return FALSE;
  for (int i = 0; i < person->n_memberships; i++)
    {
      const DemoMembership *m = &person->memberships[i];
      const DemoGroup *other = &g_array_index (self->groups, DemoGroup, m->group);

      /* the published files tell groups of a person apart by their kind */
      if ((other->kind == group->kind || other->weekday == group->weekday) &&
          overlaps (from, FRAM_DATE_NONE, m->from, m->to))
        return FALSE;
    }
  return TRUE;
}

/* The first session after somebody has settled; the last who gets a place in today's group is there for the first time. */
static FramDate
joins_on (const Demo *self, const DemoPerson *person, DemoRandom *random, const DemoGroup *group)
{
  const DemoTerm *t = &demo_term[group->term];
  FramDate from = MAX (group->first, person->life->enrolled + SETTLED + 7 * demo_between (random, 0, 5));

  if (group->term == RECOVERY_TODAY && group->members == t->members - 1)
    return day_this_week (self, t);
  return from + (group->first - from % 7 + 700) % 7;
}

static void
join_term_group (Demo *self, DemoPerson *person, DemoRandom *random, guint i)
{
  DemoGroup *group = &g_array_index (self->groups, DemoGroup, i);
  const DemoTerm *t = &demo_term[group->term];
  gboolean waiting = group->members >= t->members;
  FramDate from = joins_on (self, person, random, group);

  if (!demo_chance (random, t->waiting > 0 ? 800 : 420) || (waiting && group->waiting >= t->waiting))
    return;
  if (waiting)
    from = self->until - 9;
  if ((from > self->until && group->first <= self->until) || !fits (self, person, group, from) ||
      from < person->life->enrolled)
    return;
  if (waiting)
    group->waiting++;
  else
    group->members++;
  person->memberships[person->n_memberships++] = (DemoMembership){ (int)i, from, FRAM_DATE_NONE, waiting };
}

/* Who is here and stays joins some of this term's groups, beside what is planned already. */
void
demo_join_term (Demo *self, DemoPerson *person)
{
  DemoRandom random = demo_random_for (self, "term", person->ordinal);

  if (self->lifted || person->life->closed != FRAM_DATE_NONE || person->life->is_protected ||
      person->scene != DEMO_SCENE_NONE || person->pause_from != FRAM_DATE_NONE ||
      person->quiet_from != FRAM_DATE_NONE || self->until - person->life->enrolled < SETTLED)
    return;
  for (guint i = self->groups_from[DEMO_KINDS]; i < self->groups->len && person->n_memberships < DEMO_MAX_GROUPS; i++)
    join_term_group (self, person, &random, i);
}

/* Talks of the mentors with those of their groups: one held, the others booked. */
gboolean
demo_put_own_talks (Demo *self, DemoPerson *person)
{
  static const struct
  {
    int days;
    int starts;
    const char *status;
  } talks[] = {
    { -2, 885, "genomfort" }, { 0, 870, "bokat" }, { 1, 570, "bokat" }, { 4, 825, "bokat" }, { 6, 615, "bokat" }
  };
  int mentor = demo_staff_with_role (self, MENTOR, 1);

  for (int i = 0; i < person->n_memberships && person->life->closed == FRAM_DATE_NONE; i++)
    {
      const DemoGroup *group = &g_array_index (self->groups, DemoGroup, person->memberships[i].group);
      FramRecord *r;
      FramDate day;

      if (group->term != RECOVERY_TODAY || self->n_own_talks >= G_N_ELEMENTS (talks))
        continue;
      day = demo_next_open (self, self->until + talks[self->n_own_talks].days);
      r = demo_begin_booking (self, person, 60, day, "samtal");
      fram_record_set_int (r, "starts", talks[self->n_own_talks].starts);
      fram_record_set_int (r, "minutes", 45);
      fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, mentor).id);
      fram_record_set_text (r, "place", "Rum 3");
      fram_record_set_text (r, "status", talks[self->n_own_talks++].status);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}
