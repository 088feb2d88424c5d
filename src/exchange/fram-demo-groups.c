#include "fram-demo-private.h"

/* Writes the groups: when and where they meet, who leads them, and what became of single sessions. */

static const char *const rooms[] = { "Sal 1", "Sal 2", "Sal 3",          "Sal 4", "Rum 1",
                                     "Rum 2", "Rum 3", "Gymnastiksalen", "Aulan", "Entrén" };

gboolean
demo_put_places (Demo *self)
{
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      FramRecord *r = demo_begin (self, FRAM_ENTITY_PLACE, fram_id_place (FRAM_SITE_DEFAULT, rooms[i]));

      fram_record_set_ref (r, "site", &site);
      fram_record_set_text (r, "name", rooms[i]);
      fram_record_set_int (r, "capacity", g_str_equal (rooms[i], "Aulan") ? 60 : 14);
      fram_record_set_int (r, "active", 1);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static int
leader_of_course (const Demo *self, const DemoGroup *group, guint i)
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
put_leader (Demo *self, const DemoGroup *group, guint i, guint nth, int leader)
{
  FramRecord *r = demo_begin (self, FRAM_ENTITY_GROUP_LEADER, demo_id (self, "group_leader", i, nth));

  fram_record_set_ref (r, "activity_group", &group->id);
  fram_record_set_ref (r, "staff", &g_array_index (self->staff, DemoStaff, leader).id);
  fram_record_set_date (r, "from_day", group->first);
  fram_record_set_date (r, "to_day", group->last);
  return demo_put (self);
}

static gboolean
put_course_leader (Demo *self, const DemoGroup *group, guint i)
{
  int leader = leader_of_course (self, group, i);
  FramRole role = g_array_index (self->staff, DemoStaff, leader).role;

  if (!put_leader (self, group, i, 0, leader))
    return FALSE;
  /* a case worker may mark everybody anyway */
  if (role == FRAM_ROLE_CASE_WORKER || group->last < self->until - 30)
    return TRUE;
  return demo_put_grant (self, leader, 100 + i, role, NULL, &group->id, FALSE);
}

/* Of this term's groups it stands in the list of leaders alone. */
static gboolean
put_leaders (Demo *self, const DemoGroup *group, guint i)
{
  const DemoTerm *t = group->term >= 0 ? &demo_term[group->term] : NULL;

  if (t == NULL)
    return put_course_leader (self, group, i);
  for (int k = 0; k < t->n_leaders; k++)
    if (!put_leader (self, group, i, (guint)k, demo_staff_with_role (self, t->leaders[k].role, t->leaders[k].nth)))
      return FALSE;
  return TRUE;
}

/* Another time from a day on. */
static gboolean
put_step (Demo *self, const DemoGroup *group, guint i)
{
  FramRecord *r;

  if (group->change == FRAM_DATE_NONE)
    return TRUE;
  r = demo_begin (self, FRAM_ENTITY_GROUP_STEP, demo_id (self, "group_step", i, 0));
  fram_record_set_ref (r, "activity_group", &group->id);
  fram_record_set_date (r, "from_day", group->change);
  fram_record_set_int (r, "starts", group->starts);
  return demo_put (self);
}

static gboolean
put_changes (Demo *self, const DemoGroup *group)
{
  for (int i = 0; i < group->n_changes; i++)
    {
      const DemoChange *change = &group->changes[i];
      FramRecord *r =
          demo_begin (self, FRAM_ENTITY_GROUP_SESSION_CHANGE, fram_id_group_session_change (&group->id, change->day));

      fram_record_set_ref (r, "activity_group", &group->id);
      fram_record_set_date (r, "day", change->day);
      fram_record_set_text (r, "kind", fram_session_change_kind_get_code (change->kind));
      fram_record_set_date (r, "to_day", change->to_day);
      if (change->starts >= 0)
        fram_record_set_int (r, "starts", change->starts);
      if (change->leader >= 0)
        fram_record_set_ref (r, "leader", &g_array_index (self->staff, DemoStaff, change->leader).id);
      fram_record_set_text (r, "reason", change->reason);
      fram_record_set_text (r, "remark", change->remark);
      if (!demo_put (self))
        return FALSE;
    }
  return TRUE;
}

static char *
name_of (const Demo *self, const DemoGroup *group)
{
  static const char *const days[] = { "mån", "tis", "ons", "tors", "fre" };
  g_auto (GStrv) parts = NULL;

  if (group->term < 0)
    return g_strdup_printf ("%s %d", self->kinds[group->kind].name, group->nth);
  parts = g_strsplit (demo_term[group->term].name, "%s", 2);
  return g_strjoinv (days[group->weekday - 1], parts);
}

/* Two courses of a kind that run at the same time meet in different rooms. */
static const char *
place_of (const Demo *self, const DemoGroup *group)
{
  static const char *const second[DEMO_KINDS] = { "Sal 3", "Sal 4", "Rum 3", "Sal 4", "Entrén" };

  if (group->term >= 0)
    return demo_term[group->term].place;
  return group->nth % 2 == 0 ? second[group->kind] : self->kinds[group->kind].place;
}

static void
set_rrule (FramRecord *r, const DemoGroup *group)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR" };
  int every = group->term >= 0 ? demo_term[group->term].every_weeks : 1;
  g_autofree char *rrule = every > 1
                               ? g_strdup_printf ("FREQ=WEEKLY;INTERVAL=%d;BYDAY=%s", every, days[group->weekday - 1])
                               : g_strdup_printf ("FREQ=WEEKLY;BYDAY=%s", days[group->weekday - 1]);

  fram_record_set_text (r, "rrule", rrule);
  fram_record_set_date (r, "first_day", group->first);
  fram_record_set_date (r, "last_day", group->last);
  fram_record_set_int (r, "starts", group->before > 0 ? group->before : group->starts);
  fram_record_set_int (r, "minutes", group->minutes);
}

/* Introduction, labour market and ReDO are courses, the others go on while there is somebody. */
static int
sessions_of (const Demo *self, const DemoGroup *group)
{
  if (group->term >= 0)
    return demo_term[group->term].sessions;
  return group->kind == 2 || group->kind == 4 ? 0 : self->kinds[group->kind].sessions;
}

static gboolean
put_group (Demo *self, const DemoGroup *group, guint i)
{
  const DemoKind *k = &self->kinds[group->kind];
  const DemoTerm *t = group->term >= 0 ? &demo_term[group->term] : NULL;
  FramRecord *r = demo_begin (self, FRAM_ENTITY_ACTIVITY_GROUP, group->id);
  FramUuid place = fram_id_place (FRAM_SITE_DEFAULT, place_of (self, group));
  g_autofree char *code = g_strdup_printf ("%s-%02d", k->prefix, group->nth);
  g_autofree char *name = name_of (self, group);
  int sessions = sessions_of (self, group);

  fram_record_set_ref (r, "group_kind", &k->id);
  fram_record_set_text (r, "code", code);
  fram_record_set_text (r, "name", name);
  fram_record_set_ref (r, "place", &place);
  fram_record_set_int (r, "capacity", t != NULL ? t->capacity : k->capacity);
  set_rrule (r, group);
  if (sessions > 0)
    fram_record_set_int (r, "sessions", sessions);
  fram_record_set_text (r, "next_line", t != NULL ? t->next_line : NULL);
  fram_record_set_text (r, "meets", t != NULL ? t->meets : NULL);
  fram_record_set_int (r, "active", 1);
  return demo_put (self) && put_leaders (self, group, i) && put_step (self, group, i) && put_changes (self, group);
}

gboolean
demo_put_groups (Demo *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (!put_group (self, &g_array_index (self->groups, DemoGroup, i), i))
      return FALSE;
  return TRUE;
}
