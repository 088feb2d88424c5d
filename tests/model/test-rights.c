#include "fram-test.h"

#include "fram-rights.h"

#define S FRAM_REACH_SITE
#define O FRAM_REACH_OWN
#define C FRAM_REACH_CONSENTED
#define E FRAM_REACH_OWN_ENTRIES
#define NO                                                                                                             \
  {                                                                                                                    \
    FRAM_REACH_NONE, FALSE                                                                                             \
  }
#define r(reach)                                                                                                       \
  {                                                                                                                    \
    reach, FALSE                                                                                                       \
  }
#define rw(reach)                                                                                                      \
  {                                                                                                                    \
    reach, TRUE                                                                                                        \
  }

/* The table of DATA.md, "Who sees which class", cell by cell. Where a cell reads all and writes its own ("r site, rw own"),
 * the table holds the reading and fram_rights_may_mark() the writing. */
static const struct
{
  FramClass klass;
  FramRight cells[FRAM_N_ROLES]; /* leader, OT, mentor, case worker, place finder, liaison, manager, administrator */
} table[] = {
  { FRAM_CLASS_BASIC, { r (O), r (S), r (O), rw (S), r (S), r (C), rw (S), rw (S) } },
  { FRAM_CLASS_PHONE, { r (O), r (S), r (O), rw (S), NO, NO, r (S), rw (S) } },
  { FRAM_CLASS_CONTACT, { NO, r (S), NO, rw (S), NO, NO, NO, rw (S) } },
  { FRAM_CLASS_INTAKE, { NO, NO, NO, rw (O), NO, NO, rw (S), rw (S) } },
  { FRAM_CLASS_PLAN, { r (O), r (S), r (O), rw (S), r (S), r (C), r (S), rw (S) } },
  { FRAM_CLASS_SHOP, { r (S), r (S), r (S), r (S), r (S), r (S), rw (S), rw (S) } },
  { FRAM_CLASS_ATTEND, { rw (O), r (S), rw (O), rw (S), NO, r (C), r (S), rw (S) } },
  { FRAM_CLASS_INSTRUCT, { r (O), rw (S), NO, rw (O), r (O), NO, NO, r (S) } },
  { FRAM_CLASS_NEED, { NO, rw (S), NO, r (O), NO, NO, NO, NO } },
  { FRAM_CLASS_PROGRESS, { NO, r (O), NO, rw (O), NO, NO, NO, NO } },
  { FRAM_CLASS_BELIEF, { NO, NO, NO, rw (O), NO, NO, NO, NO } },
  { FRAM_CLASS_NOTE, { NO, NO, NO, rw (O), NO, NO, NO, NO } },
  { FRAM_CLASS_OT_NOTE, { NO, rw (E), NO, NO, NO, NO, NO, NO } },
  { FRAM_CLASS_TASK, { rw (O), rw (O), rw (O), rw (S), rw (O), rw (O), rw (S), rw (S) } },
  { FRAM_CLASS_OUTCOME, { NO, NO, NO, rw (S), NO, r (C), rw (S), rw (S) } },
  { FRAM_CLASS_DOCUMENT, { NO, NO, NO, rw (O), NO, NO, NO, NO } },
  { FRAM_CLASS_PLACES, { NO, r (S), NO, rw (S), rw (S), NO, r (S), rw (S) } },
  { FRAM_CLASS_REF, { r (S), r (S), r (S), r (S), r (S), r (S), r (S), rw (S) } },
  { FRAM_CLASS_LOG, { NO, NO, NO, NO, NO, NO, r (S), NO } },
};

static void
test_cell_by_cell (void)
{
  FramRightsTable rights;

  fram_rights_table_init (&rights);
  g_assert_cmpuint (G_N_ELEMENTS (table), ==, FRAM_N_CLASSES - 1); /* all but the rights themselves */
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint role = 0; role < FRAM_N_ROLES; role++)
      {
        FramRight is = rights.cells[role][table[i].klass], ought = table[i].cells[role];

        g_test_message ("%s, %s", fram_class_get_code (table[i].klass), fram_role_get_code ((FramRole)role));
        g_assert_cmpint (is.reach, ==, ought.reach);
        g_assert_cmpint (is.write, ==, ought.write);
      }
}

/* Nobody but the administrator changes who may what. */
static void
test_rights_themselves (void)
{
  FramRightsTable rights;

  fram_rights_table_init (&rights);
  for (guint role = 0; role < FRAM_N_ROLES; role++)
    g_assert_cmpint (rights.cells[role][FRAM_CLASS_RIGHTS].write, ==, role == FRAM_ROLE_ADMINISTRATOR);
}

static FramViewer *
viewer_with (FramRole role, gint64 workshop, gint64 group)
{
  FramViewer *viewer = fram_viewer_new (5, &FRAM_UUID_NONE, "Test", fram_test_date ("2026-11-12"));
  FramGrant grant = { .role = role, .workshop = workshop, .group = group };

  fram_viewer_add_grant (viewer, &grant);
  return viewer;
}

static void
test_marking (void)
{
  static const struct
  {
    FramRole role;
    gint64 workshop, group, activity;
    gboolean sees, marks;
  } cases[] = {
    { FRAM_ROLE_ACTIVITY_LEADER, 3, 0, 3, TRUE, TRUE },
    { FRAM_ROLE_ACTIVITY_LEADER, 3, 0, 4, FALSE, FALSE },
    { FRAM_ROLE_ACTIVITY_LEADER, 0, 0, 0, FALSE, FALSE },
    { FRAM_ROLE_PEER_MENTOR, 0, 8, 8, TRUE, TRUE },
    { FRAM_ROLE_PEER_MENTOR, 0, 8, 3, FALSE, FALSE },
    { FRAM_ROLE_OCCUPATIONAL_THERAPIST, 0, 9, 9, TRUE, TRUE },
    { FRAM_ROLE_OCCUPATIONAL_THERAPIST, 0, 9, 3, TRUE, FALSE },
    { FRAM_ROLE_CASE_WORKER, 0, 0, 3, TRUE, TRUE },
    { FRAM_ROLE_PLACE_FINDER, 0, 0, 3, FALSE, FALSE },
    { FRAM_ROLE_MANAGER, 0, 0, 3, TRUE, FALSE },
    { FRAM_ROLE_ADMINISTRATOR, 0, 0, 3, TRUE, TRUE },
    { FRAM_ROLE_LIAISON, 0, 0, 3, FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (FramViewer) viewer = viewer_with (cases[i].role, cases[i].workshop, cases[i].group);

      g_test_message ("%s in %" G_GINT64_FORMAT, fram_role_get_code (cases[i].role), cases[i].activity);
      g_assert_cmpint (fram_rights_may_see_roster (viewer, cases[i].activity), ==, cases[i].sees);
      g_assert_cmpint (fram_rights_may_mark (viewer, cases[i].activity), ==, cases[i].marks);
    }
}

/* No role means nothing; the file's owner may do everything; two roles add up. */
static void
test_viewers (void)
{
  g_autoptr (FramViewer) nobody = fram_viewer_new (1, &FRAM_UUID_NONE, "Nobody", 0);
  g_autoptr (FramViewer) owner = fram_viewer_new_system (0);
  g_autoptr (FramViewer) both = viewer_with (FRAM_ROLE_PEER_MENTOR, 0, 8);
  FramGrant leader = { .role = FRAM_ROLE_ACTIVITY_LEADER, .workshop = 3 };

  for (guint klass = 0; klass < FRAM_N_CLASSES; klass++)
    {
      g_assert_false (fram_rights_may_read (nobody, (FramClass)klass));
      g_assert_false (fram_rights_may_write (nobody, (FramClass)klass));
      g_assert_true (fram_rights_may_write (owner, (FramClass)klass));
      g_assert_true (fram_rights_reaches_site (owner, (FramClass)klass, TRUE));
    }
  g_assert_false (fram_rights_may_mark (nobody, 3));
  g_assert_true (fram_rights_may_mark (owner, 3));
  g_assert_false (fram_rights_may_mark (both, 3));
  g_assert_false (fram_rights_may_read (both, FRAM_CLASS_INSTRUCT));
  fram_viewer_add_grant (both, &leader);
  g_assert_true (fram_rights_may_mark (both, 3));
  g_assert_true (fram_rights_may_mark (both, 8));
  g_assert_true (fram_rights_may_read (both, FRAM_CLASS_INSTRUCT));
  g_assert_true (fram_viewer_has_role (both, FRAM_ROLE_ACTIVITY_LEADER));
  g_assert_false (fram_viewer_has_role (both, FRAM_ROLE_MANAGER));
  g_assert_false (fram_rights_reaches_site (both, FRAM_CLASS_ATTEND, TRUE));
}

static void
test_codes (void)
{
  for (guint i = 0; i < FRAM_N_ROLES; i++)
    {
      FramRole role = FRAM_N_ROLES;

      g_assert_true (fram_role_from_code (fram_role_get_code ((FramRole)i), &role));
      g_assert_cmpint (role, ==, i);
    }
  for (guint i = FRAM_REACH_NONE; i <= FRAM_REACH_SITE; i++)
    {
      FramReach reach = FRAM_REACH_NONE;

      g_assert_true (fram_reach_from_code (fram_reach_get_code ((FramReach)i), &reach));
      g_assert_cmpint (reach, ==, i);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/model/rights/cell-by-cell", test_cell_by_cell);
  g_test_add_func ("/model/rights/rights-themselves", test_rights_themselves);
  g_test_add_func ("/model/rights/marking", test_marking);
  g_test_add_func ("/model/rights/viewers", test_viewers);
  g_test_add_func ("/model/rights/codes", test_codes);
  return g_test_run ();
}
