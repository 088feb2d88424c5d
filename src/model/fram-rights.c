#include "fram-rights.h"

/* The defaults of DATA.md, "Who sees which class": one column of letters per role, one line per class.
 * Upper case writes. S site, O own, C consented, E own entries, . nothing. */
static const char *const defaults[FRAM_N_CLASSES] = {
  /*                      leader, OT, mentor, case worker, place finder, liaison, manager, administrator */
  [FRAM_CLASS_REF] = "sssssssS",      [FRAM_CLASS_RIGHTS] = "......sS",  [FRAM_CLASS_SHOP] = "ssssssSS",
  [FRAM_CLASS_BASIC] = "osoSscSS",    [FRAM_CLASS_PHONE] = "osoS..sS",   [FRAM_CLASS_CONTACT] = ".s.S...S",
  [FRAM_CLASS_INTAKE] = "...O..SS",   [FRAM_CLASS_PLAN] = "osoSscsS",    [FRAM_CLASS_ATTEND] = "OsOS.csS",
  [FRAM_CLASS_INSTRUCT] = "oS.Oo..s", [FRAM_CLASS_NEED] = ".S.o....",    [FRAM_CLASS_PROGRESS] = ".o.O....",
  [FRAM_CLASS_BELIEF] = "...O....",   [FRAM_CLASS_NOTE] = "...O....",    [FRAM_CLASS_OT_NOTE] = ".E......",
  [FRAM_CLASS_TASK] = "OOOSOOSS",     [FRAM_CLASS_OUTCOME] = "...S.cSS", [FRAM_CLASS_DOCUMENT] = "...O....",
  [FRAM_CLASS_PLACES] = ".s.SS.sS",   [FRAM_CLASS_LOG] = "......s.",
};

static const char *const reach_codes[] = { "none", "consented", "own_entries", "own", "site" };

static FramRight
right_of_letter (char letter)
{
  FramRight right = { FRAM_REACH_NONE, g_ascii_isupper (letter) };

  switch (g_ascii_tolower (letter))
    {
    case 's': right.reach = FRAM_REACH_SITE; break;
    case 'o': right.reach = FRAM_REACH_OWN; break;
    case 'c': right.reach = FRAM_REACH_CONSENTED; break;
    case 'e': right.reach = FRAM_REACH_OWN_ENTRIES; break;
    default: break;
    }
  return right;
}

/**
 * fram_rights_table_init:
 * @table: (out): the table
 *
 * Fills in the default rights (DATA.md, "Who sees which class").
 */
void
fram_rights_table_init (FramRightsTable *table)
{
  for (guint role = 0; role < FRAM_N_ROLES; role++)
    for (guint klass = 0; klass < FRAM_N_CLASSES; klass++)
      table->cells[role][klass] = right_of_letter (defaults[klass][role]);
}

gboolean
fram_reach_from_code (const char *code, FramReach *reach)
{
  for (guint i = 0; i < G_N_ELEMENTS (reach_codes); i++)
    if (g_strcmp0 (reach_codes[i], code) == 0)
      {
        *reach = (FramReach)i;
        return TRUE;
      }
  return FALSE;
}

const char *
fram_reach_get_code (FramReach reach)
{
  g_return_val_if_fail (reach < G_N_ELEMENTS (reach_codes), NULL);
  return reach_codes[reach];
}

static gboolean
any_grant (const FramViewer *viewer, FramClass klass, FramReach at_least, gboolean write)
{
  if (viewer->is_system)
    return TRUE;
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      FramRight right = viewer->rights.cells[g_array_index (viewer->grants, FramGrant, i).role][klass];

      if (right.reach >= at_least && (right.write || !write))
        return TRUE;
    }
  return FALSE;
}

/**
 * fram_rights_may_read:
 * @viewer: who asks
 * @klass: what
 *
 * Returns: whether there can be anybody whose @klass the viewer may see; the store decides about whom
 */
gboolean
fram_rights_may_read (const FramViewer *viewer, FramClass klass)
{
  return any_grant (viewer, klass, FRAM_REACH_CONSENTED, FALSE);
}

gboolean
fram_rights_may_write (const FramViewer *viewer, FramClass klass)
{
  return any_grant (viewer, klass, FRAM_REACH_CONSENTED, TRUE);
}

gboolean
fram_rights_reaches_site (const FramViewer *viewer, FramClass klass, gboolean write)
{
  return any_grant (viewer, klass, FRAM_REACH_SITE, write);
}

/* The viewer with those grants only for which @keeps holds. */
static FramViewer *
only_grants (const FramViewer *viewer, gboolean (*keeps) (const FramViewer *, const FramGrant *, FramClass),
             FramClass klass)
{
  FramViewer *copy;

  if (viewer->is_system)
    return fram_viewer_new_system (viewer->today);
  copy = fram_viewer_new (viewer->staff, &viewer->id, viewer->name, viewer->today);
  copy->rights = viewer->rights;
  g_array_append_vals (copy->led, viewer->led->data, viewer->led->len);
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (keeps (viewer, grant, klass))
        fram_viewer_add_grant (copy, grant);
    }
  return copy;
}

/* An OT reads everyone's marks and writes those of the groups that the OT leads: so it is with absences told. */
static gboolean
writes_own_group (const FramViewer *viewer, const FramGrant *grant, FramClass klass)
{
  FramRight right = viewer->rights.cells[grant->role][klass];

  return klass == FRAM_CLASS_ATTEND && right.reach == FRAM_REACH_SITE && !right.write && grant->group != 0 &&
         grant->role == FRAM_ROLE_OCCUPATIONAL_THERAPIST;
}

static gboolean
keeps_writers (const FramViewer *viewer, const FramGrant *grant, FramClass klass)
{
  return viewer->rights.cells[grant->role][klass].write || writes_own_group (viewer, grant, klass);
}

/**
 * fram_rights_writers:
 * @viewer: who asks
 * @klass: what is to be changed
 *
 * Whom one may read and whom one may write about can differ where somebody has several roles.
 *
 * Returns: (transfer full): the same person with those roles only that write @klass; whose @klass that one may read may be
 *   changed
 */
FramViewer *
fram_rights_writers (const FramViewer *viewer, FramClass klass)
{
  FramViewer *copy = only_grants (viewer, keeps_writers, klass);

  for (guint i = 0; i < copy->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (copy->grants, FramGrant, i);

      if (writes_own_group (viewer, grant, klass))
        copy->rights.cells[grant->role][klass].reach = FRAM_REACH_OWN;
    }
  return copy;
}

static gboolean
keeps_seers (const FramViewer *viewer, const FramGrant *grant, FramClass klass)
{
  FramRight right = viewer->rights.cells[grant->role][klass];

  return right.write || (grant->role == FRAM_ROLE_ACTIVITY_LEADER && right.reach >= FRAM_REACH_OWN);
}

/**
 * fram_rights_seers:
 * @viewer: who asks
 *
 * Leaders read the instructions of their own and write `seen` about them (DATA.md, "instruct").
 *
 * Returns: (transfer full): the same person with those roles only that may write down what was seen
 */
FramViewer *
fram_rights_seers (const FramViewer *viewer)
{
  return only_grants (viewer, keeps_seers, FRAM_CLASS_INSTRUCT);
}

static gboolean
keeps_bookers (const FramViewer *viewer, const FramGrant *grant, FramClass klass)
{
  FramRight right = viewer->rights.cells[grant->role][klass];

  return right.write || (grant->role == FRAM_ROLE_PEER_MENTOR && right.reach >= FRAM_REACH_OWN);
}

/**
 * fram_rights_bookers:
 * @viewer: who asks
 *
 * Mentors read the plans of their own groups and write their own bookings there (DATA.md, "plan").
 *
 * Returns: (transfer full): the same person with those roles only that may book talks, if only own ones
 */
FramViewer *
fram_rights_bookers (const FramViewer *viewer)
{
  return only_grants (viewer, keeps_bookers, FRAM_CLASS_PLAN);
}

static gboolean
keeps_beside_mentor (const FramViewer *viewer, const FramGrant *grant, FramClass klass)
{
  return grant->role != FRAM_ROLE_PEER_MENTOR;
}

/**
 * fram_rights_beside_mentor:
 * @viewer: who asks
 *
 * A peer mentor sees the phones of the own groups, and no emergency contact; and the plan of the own groups, and no other
 * plan (DATA.md, "phone, emergency contact", "plan").
 *
 * Returns: (transfer full): the same person with those roles only that see the whole of what they see of people
 */
FramViewer *
fram_rights_beside_mentor (const FramViewer *viewer)
{
  return only_grants (viewer, keeps_beside_mentor, FRAM_CLASS_PHONE);
}

static gboolean
keeps_beside_leader (const FramViewer *viewer, const FramGrant *grant, FramClass klass)
{
  return grant->role != FRAM_ROLE_ACTIVITY_LEADER;
}

/**
 * fram_rights_line_readers:
 * @viewer: who asks
 * @activity: row number of the workshop or group whose roster is looked at
 *
 * A leader has the lines for the workshop on the own rosters only: a peer mentor who leads a workshop too has them there,
 * and not on the rosters of the groups (DATA.md, "Who sees which class").
 *
 * Returns: (transfer full): the same person with those roles only that show lines on that roster
 */
FramViewer *
fram_rights_line_readers (const FramViewer *viewer, gint64 activity)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (grant->role == FRAM_ROLE_ACTIVITY_LEADER && (grant->workshop == activity || grant->group == activity))
        return fram_viewer_ref ((FramViewer *)viewer);
    }
  return only_grants (viewer, keeps_beside_leader, FRAM_CLASS_INSTRUCT);
}

/**
 * fram_rights_beside_leader:
 * @viewer: who asks
 *
 * A leader sees what the own workshop is asked, and not what others are asked (DATA.md, "instruct").
 *
 * Returns: (transfer full): the same person with those roles only that see all questions about whom they see
 */
FramViewer *
fram_rights_beside_leader (const FramViewer *viewer)
{
  return only_grants (viewer, keeps_beside_leader, FRAM_CLASS_INSTRUCT);
}

/**
 * fram_rights_may_answer:
 * @viewer: who asks
 * @activity: row number of a workshop or group
 *
 * Questions to a workshop are answered by who leads there (DATA.md, "instruct": answers rw).
 *
 * Returns: whether the viewer answers there
 */
gboolean
fram_rights_may_answer (const FramViewer *viewer, gint64 activity)
{
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (activity != 0 && (grant->workshop == activity || grant->group == activity) &&
          keeps_seers (viewer, grant, FRAM_CLASS_INSTRUCT))
        return TRUE;
    }
  return viewer->is_system;
}

static gboolean
may_use_roster (const FramViewer *viewer, gint64 activity, gboolean write)
{
  if (any_grant (viewer, FRAM_CLASS_ATTEND, FRAM_REACH_SITE, write))
    return TRUE;
  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);
      FramRight right = viewer->rights.cells[grant->role][FRAM_CLASS_ATTEND];
      gboolean leads = activity != 0 && (grant->workshop == activity || grant->group == activity);
      /* an OT reads everyone's marks and writes those of the groups that the OT leads */
      gboolean writes = right.write || (right.reach == FRAM_REACH_SITE && grant->group == activity);

      if (right.reach >= FRAM_REACH_OWN && leads && (!write || writes))
        return TRUE;
    }
  return FALSE;
}

/**
 * fram_rights_may_mark:
 * @viewer: who asks
 * @activity: row number of a workshop or group
 *
 * Returns: whether the viewer may mark attendance there
 */
gboolean
fram_rights_may_mark (const FramViewer *viewer, gint64 activity)
{
  return may_use_roster (viewer, activity, TRUE);
}

gboolean
fram_rights_may_see_roster (const FramViewer *viewer, gint64 activity)
{
  return may_use_roster (viewer, activity, FALSE);
}

/* Those who change the sessions of groups that they lead (DATA.md, "shop"). */
static gboolean
changes_own_groups (FramRole role)
{
  return role == FRAM_ROLE_ACTIVITY_LEADER || role == FRAM_ROLE_OCCUPATIONAL_THERAPIST ||
         role == FRAM_ROLE_PEER_MENTOR || role == FRAM_ROLE_CASE_WORKER;
}

/**
 * fram_rights_may_change_sessions:
 * @viewer: who asks
 * @group: row number of a group
 *
 * Returns: whether the viewer may move its sessions, call them off and so on: everybody's where hours are changed at all, else
 *   those of the groups that the viewer leads
 */
gboolean
fram_rights_may_change_sessions (const FramViewer *viewer, gint64 group)
{
  if (fram_rights_reaches_site (viewer, FRAM_CLASS_SHOP, TRUE))
    return TRUE;
  for (guint i = 0; group != 0 && i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);

      if (changes_own_groups (grant->role) &&
          viewer->rights.cells[grant->role][FRAM_CLASS_SHOP].reach >= FRAM_REACH_OWN &&
          fram_viewer_leads (viewer, group))
        return TRUE;
    }
  return FALSE;
}

/**
 * fram_rights_opens_people_of:
 * @viewer: who asks
 * @activity: row number of a workshop or group whose roster the viewer sees
 *
 * A peer mentor sees name, phone, own bookings and attendance in own groups, and no more: the pages of participants are for
 * other roles, a leader's of this very place among them (DATA.md, "Who sees which class").
 *
 * Returns: whether the pages of those on that roster are for the viewer
 */
gboolean
fram_rights_opens_people_of (const FramViewer *viewer, gint64 activity)
{
  g_autoptr (FramViewer) beside = fram_rights_beside_mentor (viewer);

  if (viewer->is_system || fram_rights_reaches_site (beside, FRAM_CLASS_BASIC, FALSE))
    return TRUE;
  for (guint i = 0; i < beside->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (beside->grants, FramGrant, i);

      if (activity != 0 && (grant->workshop == activity || grant->group == activity) &&
          beside->rights.cells[grant->role][FRAM_CLASS_BASIC].reach >= FRAM_REACH_OWN)
        return TRUE;
    }
  return FALSE;
}
