#include "fram-demo-private.h"

#include "fram-day.h"

/* What is there before any participant: days, staff, referrers, groups, places. */

#include <string.h>

/* in so many years somebody has left */
#define LONG_HISTORY 5

static const char *const tasks[DEMO_WORKSHOPS][5] = {
  { "Reception", "Post och kopiering", "Ordbehandling", "Arkiv", NULL },
  { "Sömnad", "Vävning", "Keramik", "Screentryck", NULL },
  { "Bakning", "Matlagning", "Servering", "Disk", NULL },
  { "Mäta och såga", "Hyvla", "Montera", "Slipa och måla", NULL },
  { "Så och plantera", "Rensa ogräs", "Vattna", "Skörda", NULL },
  { "Kassa", "Packa upp varor", "Prismärka", "Skyltning", NULL },
};

/* capacities as in the profile; 100 in all */
static const DemoWorkshop workshops[DEMO_WORKSHOPS] = {
  { "administration", 14, tasks[0] }, { "kreativt_hantverk", 18, tasks[1] }, { "kok_bageri", 18, tasks[2] },
  { "snickeri", 16, tasks[3] },       { "tradgard", 18, tasks[4] },          { "butik_torsten", 16, tasks[5] },
};

static const DemoKind kinds[DEMO_KINDS] = {
  { "introduktion", "INT", "Introduktion", "Sal 1", "FREQ=WEEKLY;BYDAY=MO", 1, 570, 120, 3, 2, 14, 90 },
  { "arbetsmarknadskunskap", "AMK", "Arbetsmarknadskunskap", "Sal 2", "FREQ=WEEKLY;BYDAY=TU", 2, 780, 120, 6, 4, 14,
    35 },
  { "aterhamtningsgrupp", "ATER", "Återhämtning", "Sal 1", "FREQ=WEEKLY;BYDAY=WE", 3, 780, 120, 10, 6, 12, 22 },
  { "redo", "REDO", "ReDO", "Sal 2", "FREQ=WEEKLY;BYDAY=TH", 4, 540, 150, 12, 7, 10, 13 },
  { "friskvard", "FRI", "Friskvård", "Gymnastiksalen", "FREQ=WEEKLY;BYDAY=FR", 5, 600, 90, 12, 6, 14, 24 },
};

static const char *const status_codes[] = {
  "present", "late", "absent_notified", "absent_unnotified", "sick", "leave", "other_appointment",
};

/* The house closes two weeks in summer and for a day of planning in August; never over the day that is to be shown. */
FramDate
demo_summer_break (int year)
{
  return fram_date_of_iso_week (year, 29);
}

FramDate
demo_planning_day (int year)
{
  FramDate day = fram_date_of_iso_week (year, 34) + 3;

  return day;
}

static void
close_days (Demo *self, FramDate from, FramDate to)
{
  if (self->until >= from && self->until <= to)
    return;
  for (FramDate d = MAX (from, self->first); d <= to && d - self->first < self->n_days; d++)
    self->open[d - self->first] = 0;
}

static void
set_up_days (Demo *self)
{
  int y0, y1, m, d;

  self->first = fram_date_add_months (self->until, -12 * self->options.years);
  self->n_days = self->until - self->first + 400;
  self->open = g_malloc (self->n_days);
  for (int i = 0; i < self->n_days; i++)
    self->open[i] = fram_day_is_open (self->first + i, NULL, 0);
  fram_date_get_ymd (self->first, &y0, &m, &d);
  fram_date_get_ymd (self->until, &y1, &m, &d);
  for (int year = y0; year <= y1 + 1; year++)
    {
      close_days (self, demo_summer_break (year), demo_summer_break (year) + 11);
      close_days (self, demo_planning_day (year), demo_planning_day (year));
    }
  for (int w = 0; w < DEMO_WORKSHOPS; w++)
    self->taken[w] = g_new0 (guint16, self->n_days);
}

static void
add_staff (Demo *self, DemoRandom *random, FramRole role, int workshop)
{
  guint i = self->staff->len;
  gboolean woman = demo_chance (random, 600);
  DemoStaff person = { demo_id (self, "staff", i, 0), role, workshop };

  person.name = g_strdup_printf ("%s %s", demo_given_name (self, random, woman), demo_family_name (self, random));
  g_array_append_val (self->staff, person);
}

/* A leader for each workshop but the office, which the two mentors run; everyone else who is not named here is a case
 * worker. A large house has two leaders for each. */
static void
set_up_staff (Demo *self)
{
  DemoRandom random = demo_random_for (self, "staff", 0);
  int rounds = self->options.staff >= 30 ? 2 : 1;

  self->staff = g_array_new (FALSE, TRUE, sizeof (DemoStaff));
  for (int round = 0; round < rounds; round++)
    for (int w = 1; w < DEMO_WORKSHOPS; w++)
      add_staff (self, &random, FRAM_ROLE_ACTIVITY_LEADER, w);
  for (int i = 0; i < 2; i++)
    {
      add_staff (self, &random, FRAM_ROLE_OCCUPATIONAL_THERAPIST, -1);
      add_staff (self, &random, FRAM_ROLE_PEER_MENTOR, 0);
    }
  add_staff (self, &random, FRAM_ROLE_PLACE_FINDER, -1);
  add_staff (self, &random, FRAM_ROLE_MANAGER, -1);
  add_staff (self, &random, FRAM_ROLE_ADMINISTRATOR, -1);
  add_staff (self, &random, FRAM_ROLE_LIAISON, -1);
  while ((int)self->staff->len < self->options.staff)
    add_staff (self, &random, FRAM_ROLE_CASE_WORKER, -1);
  self->leaver = -1;
  if (self->options.years < LONG_HISTORY)
    return;
  self->leaver = (int)self->staff->len;
  self->left = fram_date_monday (self->first + (self->until - self->first) * 55 / 100);
  add_staff (self, &random, FRAM_ROLE_CASE_WORKER, -1);
}

/* This week a roster was forgotten and another one not finished; in a house for benchmarks all are whole. */
static FramDate
find_gap_day (const Demo *self)
{
  FramDate monday = fram_date_monday (self->until);

  for (FramDate day = self->until - 1; !self->lifted && day >= monday; day--)
    if (demo_is_open (self, day))
      return day;
  return FRAM_DATE_NONE;
}

static void
set_up_contacts (Demo *self)
{
  static const int per_organisation[] = { 24, 14, 12 };
  DemoRandom random = demo_random_for (self, "contacts", 0);

  self->contacts = g_array_new (FALSE, TRUE, sizeof (DemoContact));
  for (int o = 0; o < 3; o++)
    for (int i = 0; i < per_organisation[o]; i++)
      {
        gboolean woman = demo_chance (&random, 650);
        DemoContact contact = { demo_id (self, "contact", self->contacts->len, 0) };

        contact.name =
            g_strdup_printf ("%s %s", demo_given_name (self, &random, woman), demo_family_name (self, &random));
        contact.organisation = o;
        g_array_append_val (self->contacts, contact);
      }
}

/* Returns: the day of the last of so many weekly sessions; days off are passed over */
static FramDate
last_session (const Demo *self, FramDate first, int sessions)
{
  FramDate last = first;

  for (FramDate d = first; sessions > 0 && d - self->first < self->n_days; d += 7)
    if (demo_is_open (self, d))
      {
        last = d;
        sessions--;
      }
  return last;
}

static void
add_groups (Demo *self, int kind)
{
  const DemoKind *k = &self->kinds[kind];
  FramDate day = fram_date_monday (self->first) + 21 + k->weekday - 1;

  for (; day <= self->until + 21; day += 7 * k->every_weeks)
    for (int i = 0; i < self->n_parallel_groups; i++)
      {
        DemoGroup group = { demo_id (self, "group", self->groups->len, 0) };

        group.kind = kind;
        group.weekday = k->weekday;
        group.starts = k->starts;
        group.minutes = k->minutes;
        group.nth = (int)(self->groups->len - self->groups_from[kind]) + 1;
        group.term = -1;
        group.change = FRAM_DATE_NONE;
        group.first = day;
        while (!demo_is_open (self, group.first))
          group.first += 7;
        group.last = last_session (self, group.first, k->sessions);
        g_array_append_val (self->groups, group);
      }
}

/* Everything that is known before people are: with it their lives can be laid out. */
void
demo_set_up_house (Demo *self)
{
  memcpy (self->workshops, workshops, sizeof workshops);
  memcpy (self->kinds, kinds, sizeof kinds);
  for (int w = 0; w < DEMO_WORKSHOPS; w++)
    self->workshops[w].id = fram_id_workshop (FRAM_SITE_DEFAULT, workshops[w].code);
  for (int k = 0; k < DEMO_KINDS; k++)
    self->kinds[k].id = fram_id_group_kind (kinds[k].code);
  for (guint i = 0; i < G_N_ELEMENTS (status_codes); i++)
    self->statuses[i] = fram_id_attendance_status (status_codes[i]);
  set_up_days (self);
  set_up_staff (self);
  self->asked = g_new0 (guint8, self->staff->len);
  self->drafts = g_new0 (guint8, self->staff->len);
  self->busy = g_new0 (guint16, self->staff->len * DEMO_DAYS_AHEAD);
  self->outside = g_array_new (FALSE, FALSE, sizeof (DemoOutside));
  self->gap_day = find_gap_day (self);
  set_up_contacts (self);
  self->places = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  for (guint i = 0; i < demo_n_employers; i++)
    {
      FramUuid id = demo_id (self, "external_place", i, 0);

      g_array_append_val (self->places, id);
    }
  self->groups = g_array_new (FALSE, TRUE, sizeof (DemoGroup));
}

void
demo_clear_house (Demo *self)
{
  for (guint i = 0; self->staff != NULL && i < self->staff->len; i++)
    g_free (g_array_index (self->staff, DemoStaff, i).name);
  for (guint i = 0; self->contacts != NULL && i < self->contacts->len; i++)
    g_free (g_array_index (self->contacts, DemoContact, i).name);
  for (int w = 0; w < DEMO_WORKSHOPS; w++)
    g_free (self->taken[w]);
  g_clear_pointer (&self->staff, g_array_unref);
  g_clear_pointer (&self->contacts, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_free (self->open);
  g_free (self->asked);
  g_free (self->drafts);
  g_free (self->busy);
  g_clear_pointer (&self->outside, g_array_unref);
}

int
demo_staff_with_role (const Demo *self, FramRole role, int nth)
{
  int found = -1;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->staff->len; i++)
      if (g_array_index (self->staff, DemoStaff, i).role == role)
        {
          found = (int)i;
          if (nth-- == 0)
            return found;
        }
  return found;
}

/* Returns: the leader of a workshop, or with nth 1 the one who stands in */
int
demo_staff_of_workshop (const Demo *self, int workshop, int nth)
{
  if (workshop == 0)
    return demo_staff_with_role (self, FRAM_ROLE_PEER_MENTOR, nth);
  return demo_staff_with_role (self, FRAM_ROLE_ACTIVITY_LEADER, (workshop - 1 + nth) % (DEMO_WORKSHOPS - 1));
}

int
demo_case_worker_of (const Demo *self, guint ordinal)
{
  int first = demo_staff_with_role (self, FRAM_ROLE_CASE_WORKER, 0);

  guint n = self->staff->len - (guint)first - (self->leaver >= 0 ? 1 : 0);

  return first + (int)(ordinal % n);
}

/* The courses of all years; how many there are side by side is known when the people are. */
void
demo_set_up_groups (Demo *self)
{
  for (int kind = 0; kind < DEMO_KINDS; kind++)
    {
      self->groups_from[kind] = self->groups->len;
      add_groups (self, kind);
    }
  self->groups_from[DEMO_KINDS] = self->groups->len;
  demo_set_up_term (self);
}
