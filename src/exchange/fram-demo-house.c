#include "fram-demo-private.h"

#include "fram-day.h"

/* What is there before any participant: days, staff, referrers, groups, places. */

#include <string.h>

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

static const char *const rooms[] = { "Sal 1", "Sal 2", "Gymnastiksalen" };

/* The house closes two weeks in summer and for a day of planning in August; never over the day that is to be shown. */
static FramDate
summer_break (int year)
{
  return fram_date_of_iso_week (year, 29);
}

static FramDate
planning_day (int year)
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
      close_days (self, summer_break (year), summer_break (year) + 11);
      close_days (self, planning_day (year), planning_day (year));
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

  return first + (int)(ordinal % (self->staff->len - (guint)first));
}

static gboolean
put_grant (Demo *self, int staff, guint nth, FramRole role, const FramUuid *workshop, const FramUuid *group,
           gboolean stand_in)
{
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);
  const DemoStaff *s = &g_array_index (self->staff, DemoStaff, staff);
  FramRecord *r = demo_begin (self, FRAM_ENTITY_ROLE_GRANT, demo_id (self, "role_grant", (guint)staff, nth));

  fram_record_set_ref (r, "staff", &s->id);
  fram_record_set_text (r, "role", fram_role_get_code (role));
  fram_record_set_ref (r, "workshop", workshop);
  fram_record_set_ref (r, "activity_group", group);
  if (workshop == NULL && group == NULL)
    fram_record_set_ref (r, "site", &site);
  fram_record_set_date (r, "from_day", self->first);
  fram_record_set_int (r, "stand_in", stand_in);
  return demo_put (self);
}

static gboolean
put_grants (Demo *self, int staff)
{
  const DemoStaff *s = &g_array_index (self->staff, DemoStaff, staff);
  int next;

  if (s->role != FRAM_ROLE_ACTIVITY_LEADER && !put_grant (self, staff, 0, s->role, NULL, NULL, FALSE))
    return FALSE;
  if (s->workshop < 0)
    return TRUE;
  if (!put_grant (self, staff, 1, FRAM_ROLE_ACTIVITY_LEADER, &self->workshops[s->workshop].id, NULL, FALSE))
    return FALSE;
  if (s->role != FRAM_ROLE_ACTIVITY_LEADER)
    return TRUE;
  /* leaders stand in for the workshop before theirs */
  next = s->workshop == 1 ? DEMO_WORKSHOPS - 1 : s->workshop - 1;
  return put_grant (self, staff, 2, FRAM_ROLE_ACTIVITY_LEADER, &self->workshops[next].id, NULL, TRUE);
}

static char *
login_of (const DemoStaff *staff, guint ordinal)
{
  g_autofree char *ascii = g_str_to_ascii (staff->name, "C");
  g_autofree char *lower = g_ascii_strdown (ascii, -1);
  char *space = strchr (lower, ' ');
  GString *out = g_string_new_len (lower, MIN (3, space - lower));

  g_string_append_len (out, space + 1, MIN (3, (gssize)strlen (space + 1)));
  g_string_append_printf (out, "%02u", ordinal + 1);
  return g_string_free (out, FALSE);
}

static gboolean
put_staff (Demo *self)
{
  for (guint i = 0; i < self->staff->len; i++)
    {
      const DemoStaff *s = &g_array_index (self->staff, DemoStaff, i);
      FramRecord *r = demo_begin (self, FRAM_ENTITY_STAFF, s->id);
      g_autofree char *login = login_of (s, i);
      g_autofree char *phone = demo_phone (i);

      fram_record_set_text (r, "name", s->name);
      fram_record_set_text (r, "login", login);
      fram_record_set_text (r, "phone", phone);
      fram_record_set_int (r, "active", 1);
      if (!demo_put (self) || !put_grants (self, (int)i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_contacts (Demo *self)
{
  for (guint i = 0; i < self->contacts->len; i++)
    {
      const DemoContact *c = &g_array_index (self->contacts, DemoContact, i);
      FramRecord *r = demo_begin (self, FRAM_ENTITY_CONTACT, c->id);
      FramUuid organisation = fram_id_organisation (demo_organisations[c->organisation]);
      g_autofree char *phone = g_strdup_printf ("040-628 04 %02u", i % 100);

      fram_record_set_ref (r, "organisation", &organisation);
      fram_record_set_text (r, "name", c->name);
      fram_record_set_text (r, "phone", phone);
      fram_record_set_int (r, "active", 1);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_closed (Demo *self, guint nth, FramDate from, FramDate to, const char *name)
{
  FramRecord *r;

  if ((self->until >= from && self->until <= to) || to < self->first)
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_CLOSED_DAY, demo_id (self, "closed_day", nth, 0));
  fram_record_set_date (r, "day", from);
  fram_record_set_date (r, "to_day", to);
  fram_record_set_text (r, "name", name);
  return demo_put (self);
}

static gboolean
put_closed_days (Demo *self)
{
  int y0, y1, m, d;

  fram_date_get_ymd (self->first, &y0, &m, &d);
  fram_date_get_ymd (self->until, &y1, &m, &d);
  for (int year = y0; year <= y1 + 1; year++)
    if (!put_closed (self, (guint)year, summer_break (year), summer_break (year) + 11, "Sommarstängt") ||
        !put_closed (self, (guint)year + 10000, planning_day (year), planning_day (year), "Planeringsdag"))
      return FALSE;
  return TRUE;
}

static gboolean
put_places (Demo *self)
{
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      FramRecord *r = demo_begin (self, FRAM_ENTITY_PLACE, fram_id_place (FRAM_SITE_DEFAULT, rooms[i]));

      fram_record_set_ref (r, "site", &site);
      fram_record_set_text (r, "name", rooms[i]);
      fram_record_set_int (r, "capacity", 14);
      fram_record_set_int (r, "active", 1);
      if (!demo_put (self))
        return FALSE;
    }
  for (guint i = 0; i < demo_n_employers; i++)
    {
      FramRecord *r = demo_begin (self, FRAM_ENTITY_EXTERNAL_PLACE, g_array_index (self->places, FramUuid, i));
      g_autofree char *phone = g_strdup_printf ("040-628 04 %02u", 60 + i);

      fram_record_set_text (r, "employer", demo_employers[i][0]);
      fram_record_set_text (r, "tasks", demo_employers[i][1]);
      fram_record_set_text (r, "adaptations", demo_employers[i][2]);
      fram_record_set_text (r, "contact_phone", phone);
      fram_record_set_int (r, "capacity", 1 + (int)(i % 3));
      fram_record_set_int (r, "active", 1);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static int
leader_of_group (const Demo *self, const DemoGroup *group, guint i)
{
  switch (group->kind)
    {
    case 0:
    case 2: return demo_staff_with_role (self, FRAM_ROLE_PEER_MENTOR, (int)(i % 2));
    case 3:
    case 4: return demo_staff_with_role (self, FRAM_ROLE_OCCUPATIONAL_THERAPIST, (int)(i % 2));
    default: return demo_staff_with_role (self, FRAM_ROLE_CASE_WORKER, (int)(i % 3));
    }
}

static gboolean
put_leader (Demo *self, const DemoGroup *group, guint i)
{
  int leader = leader_of_group (self, group, i);
  const DemoStaff *staff = &g_array_index (self->staff, DemoStaff, leader);
  FramRecord *r = demo_begin (self, FRAM_ENTITY_GROUP_LEADER, demo_id (self, "group_leader", i, 0));

  fram_record_set_ref (r, "activity_group", &group->id);
  fram_record_set_ref (r, "staff", &staff->id);
  fram_record_set_date (r, "from_day", group->first);
  fram_record_set_date (r, "to_day", group->last);
  if (!demo_put (self))
    return FALSE;
  if (staff->role != FRAM_ROLE_PEER_MENTOR || group->last < self->until - 30)
    return TRUE;
  return put_grant (self, leader, 100 + i, FRAM_ROLE_PEER_MENTOR, NULL, &group->id, FALSE);
}

static gboolean
put_groups (Demo *self)
{
  guint nth[DEMO_KINDS] = { 0 };

  for (guint i = 0; i < self->groups->len; i++)
    {
      const DemoGroup *g = &g_array_index (self->groups, DemoGroup, i);
      const DemoKind *k = &self->kinds[g->kind];
      FramRecord *r = demo_begin (self, FRAM_ENTITY_ACTIVITY_GROUP, g->id);
      FramUuid place = fram_id_place (FRAM_SITE_DEFAULT, k->place);
      g_autofree char *code = g_strdup_printf ("%s-%02u", k->prefix, ++nth[g->kind]);
      g_autofree char *name = g_strdup_printf ("%s %u", k->name, nth[g->kind]);

      fram_record_set_ref (r, "group_kind", &k->id);
      fram_record_set_text (r, "code", code);
      fram_record_set_text (r, "name", name);
      fram_record_set_ref (r, "place", &place);
      fram_record_set_int (r, "capacity", k->capacity);
      fram_record_set_text (r, "rrule", k->rrule);
      fram_record_set_date (r, "first_day", g->first);
      fram_record_set_date (r, "last_day", g->last);
      fram_record_set_int (r, "starts", k->starts);
      fram_record_set_int (r, "minutes", k->minutes);
      fram_record_set_int (r, "active", 1);
      if (!demo_put (self) || !put_leader (self, g, i))
        return FALSE;
    }
  return TRUE;
}

gboolean
demo_put_house (Demo *self)
{
  for (int kind = 0; kind < DEMO_KINDS; kind++)
    {
      self->groups_from[kind] = self->groups->len;
      add_groups (self, kind);
    }
  self->groups_from[DEMO_KINDS] = self->groups->len;
  return put_staff (self) && put_contacts (self) && put_closed_days (self) && put_places (self) && put_groups (self);
}
