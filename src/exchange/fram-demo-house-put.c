#include "fram-demo-private.h"

#include <string.h>

/* Writes what is there before any participant. */

gboolean
demo_put_grant (Demo *self, int staff, guint nth, FramRole role, const FramUuid *workshop, const FramUuid *group,
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
  if (staff == self->leaver)
    fram_record_set_date (r, "to_day", self->left);
  fram_record_set_int (r, "stand_in", stand_in);
  return demo_put (self);
}

static gboolean
put_grants (Demo *self, int staff)
{
  const DemoStaff *s = &g_array_index (self->staff, DemoStaff, staff);
  int next;

  if (s->role != FRAM_ROLE_ACTIVITY_LEADER && !demo_put_grant (self, staff, 0, s->role, NULL, NULL, FALSE))
    return FALSE;
  if (s->workshop < 0)
    return TRUE;
  if (!demo_put_grant (self, staff, 1, FRAM_ROLE_ACTIVITY_LEADER, &self->workshops[s->workshop].id, NULL, FALSE))
    return FALSE;
  if (s->role != FRAM_ROLE_ACTIVITY_LEADER)
    return TRUE;
  /* leaders stand in for the workshop before theirs */
  next = s->workshop == 1 ? DEMO_WORKSHOPS - 1 : s->workshop - 1;
  return demo_put_grant (self, staff, 2, FRAM_ROLE_ACTIVITY_LEADER, &self->workshops[next].id, NULL, TRUE);
}

/* A case worker is away this week and next, and a colleague sees to what is asked meanwhile. */
static gboolean
put_deputy (Demo *self)
{
  int first = demo_staff_with_role (self, FRAM_ROLE_CASE_WORKER, 0);
  const DemoStaff *deputy, *away;
  FramRecord *r;

  if (first + 2 >= (int)self->staff->len)
    return TRUE;
  deputy = &g_array_index (self->staff, DemoStaff, first + 1);
  away = &g_array_index (self->staff, DemoStaff, first + 2);
  r = demo_begin (self, FRAM_ENTITY_ROLE_GRANT, demo_id (self, "role_grant", (guint)first + 1, 50));
  fram_record_set_ref (r, "staff", &deputy->id);
  fram_record_set_text (r, "role", fram_role_get_code (FRAM_ROLE_CASE_WORKER));
  fram_record_set_ref (r, "deputy_for", &away->id);
  fram_record_set_date (r, "from_day", fram_date_monday (self->until));
  fram_record_set_date (r, "to_day", fram_date_monday (self->until) + 11);
  return demo_put (self);
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
      fram_record_set_int (r, "active", (int)i != self->leaver);
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
    if (!put_closed (self, (guint)year, demo_summer_break (year), demo_summer_break (year) + 11, "Sommarstängt") ||
        !put_closed (self, (guint)year + 10000, demo_planning_day (year), demo_planning_day (year), "Planeringsdag"))
      return FALSE;
  return TRUE;
}

static gboolean
put_external_place (Demo *self, guint i)
{
  const DemoEmployer *e = &demo_employers[i];
  FramRecord *r = demo_begin (self, FRAM_ENTITY_EXTERNAL_PLACE, g_array_index (self->places, FramUuid, i));
  g_autofree char *phone = g_strdup_printf ("040-628 04 %02u", 60 + i);
  g_autofree char *email = g_strdup_printf ("arbetsplats%u@example.se", i + 1);

  fram_record_set_text (r, "employer", e->employer);
  fram_record_set_text (r, "tasks", e->tasks);
  fram_record_set_text (r, "adaptations", e->adaptations);
  fram_record_set_text (r, "field", e->field);
  fram_record_set_text (r, "areas", e->areas);
  fram_record_set_text (r, "contact_name", e->contact);
  fram_record_set_text (r, "contact_phone", phone);
  fram_record_set_text (r, "contact_email", email);
  fram_record_set_text (r, "address", e->address);
  fram_record_set_int (r, "capacity", e->capacity);
  if (e->free_in > 0)
    fram_record_set_date (r, "free_from", demo_next_open (self, self->until + e->free_in));
  fram_record_set_int (r, "active", 1);
  return demo_put (self);
}

static gboolean
put_external_places (Demo *self)
{
  for (guint i = 0; i < demo_n_employers; i++)
    if (!put_external_place (self, i))
      return FALSE;
  return TRUE;
}

/* What the profile's workshops are told beside: who greets there, and with what the first day begins. */
static gboolean
put_first_day_cards (Demo *self)
{
  for (int w = 0; w < DEMO_WORKSHOPS; w++)
    {
      FramRecord *r = demo_begin (self, FRAM_ENTITY_WORKSHOP, self->workshops[w].id);
      const DemoStaff *leader = &g_array_index (self->staff, DemoStaff, demo_staff_of_workshop (self, w, 0));

      fram_record_set_text (r, "greets", leader->name);
      fram_record_set_text (r, "first_tool", demo_first_tools[w]);
      fram_record_set_text (r, "coffee", w == 5 ? "10.00" : "09.30");
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

gboolean
demo_put_house (Demo *self)
{
  return put_staff (self) && put_first_day_cards (self) && put_contacts (self) && put_closed_days (self) &&
         demo_put_places (self) && put_external_places (self) && demo_put_groups (self) && put_deputy (self) &&
         demo_put_notes (self);
}
