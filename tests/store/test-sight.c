#include "store-fixture.h"

#include "fram-sight.h"

#include <string.h>

/* Who sees whom: each role and class against DATA.md ("Who sees which class"), in real queries. */

static TestRegister *reg;
static FramDate today;
static gint64 anna, bo, af, workshop, group;

/* Each person is here for one reason; the reason is the test. */
typedef enum
{
  IN_WORKSHOP,
  IN_OTHER_WORKSHOP,
  ENDED_30_DAYS_AGO,
  ENDED_31_DAYS_AGO,
  BEGINS_IN_7_DAYS,
  BEGINS_IN_8_DAYS,
  PLACEMENT_REMOVED,
  IN_GROUP,
  LEFT_GROUP_31_DAYS_AGO,
  OF_ANNA,
  OF_BO,
  OF_ANNA_LONG_AGO,
  CONSENTS_TO_AF,
  CONSENT_WITHDRAWN,
  CONSENT_WITHDRAWN_LATER,
  CONSENT_RAN_OUT,
  CONSENT_NOT_GIVEN_YET,
  CONSENT_RENEWED,
  CONSENTS_TO_FK,
  PROTECTED,
  PROTECTED_ANNA_NAMED,
  PROTECTED_ANNA_NAMED_BEFORE,
  OF_NOBODY,
  N_PEOPLE
} Person;

#define BIT(person) (1u << (person))
#define EVERYBODY   (BIT (N_PEOPLE) - 1)
#define HIDDEN      (BIT (PROTECTED) | BIT (PROTECTED_ANNA_NAMED_BEFORE))

static FramRecord *
record (FramEntity entity, const char *key, guint person)
{
  g_autofree char *natural = g_strdup_printf ("%s-%u", key, person);
  FramUuid id = fram_uuid_derive ("test-sight", natural);

  return fram_record_new (entity, &id);
}

static void
between (FramRecord *r, int from, int to)
{
  fram_record_set_date (r, "from_day", today + from);
  if (to != G_MAXINT)
    fram_record_set_date (r, "to_day", today + to);
}

static void
write_it (FramRecord *r)
{
  g_assert_cmpint (test_write (reg->db, r), ==, FRAM_WRITTEN_ADDED);
  fram_record_free (r);
}

static FramUuid
place (guint person, guint where, int from, int to)
{
  FramRecord *r = record (FRAM_ENTITY_PLACEMENT, "placement", person);
  FramUuid enrolment = test_enrolment (person), activity = test_workshop (where), id = r->id;

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity", &activity);
  between (r, from, to);
  write_it (r);
  return id;
}

static void
join (guint person, int from, int to)
{
  FramRecord *r = record (FRAM_ENTITY_MEMBERSHIP, "membership", person);
  FramUuid enrolment = test_enrolment (person), activity = test_group ();

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity_group", &activity);
  between (r, from, to);
  write_it (r);
}

static void
assign (guint person, guint staff, int from, int to)
{
  FramRecord *r = record (FRAM_ENTITY_CASE_WORKER, "case-worker", person);
  FramUuid enrolment = test_enrolment (person), who = test_staff (staff);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "staff", &who);
  between (r, from, to);
  write_it (r);
}

static void
consent (guint person, const char *key, const char *to, int given, int until, int withdrawn)
{
  FramUuid who = test_person (person);
  FramRecord *r = record (FRAM_ENTITY_CONSENT, key, person);

  fram_record_set_ref (r, "participant", &who);
  fram_record_set_text (r, "kind", "share");
  fram_record_set_text (r, "recipient", to);
  if (given != G_MAXINT)
    fram_record_set_date (r, "given", today + given);
  if (until != G_MAXINT)
    fram_record_set_date (r, "until", today + until);
  if (withdrawn != G_MAXINT)
    fram_record_set_date (r, "withdrawn", today + withdrawn);
  write_it (r);
}

static void
protect (guint person)
{
  static const char *const columns[] = { "protected", NULL };
  FramUuid id = test_person (person);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "test", NULL, NULL);

  fram_record_set_int (r, "protected", 1);
  g_assert_cmpint (fram_changes_update (changes, r, columns, NULL), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, NULL));
}

static void
name_for (guint person, guint staff, int from, int to)
{
  FramUuid who = test_person (person), whom = test_staff (staff);
  FramRecord *r = record (FRAM_ENTITY_NAMED_ACCESS, "named", person);

  fram_record_set_ref (r, "participant", &who);
  fram_record_set_ref (r, "staff", &whom);
  between (r, from, to);
  write_it (r);
}

static gint64
organisation (const char *code)
{
  FramUuid id = fram_id_organisation (code);
  FramRecord *r = fram_record_new (FRAM_ENTITY_ORGANISATION, &id);

  fram_record_set_text (r, "code", code);
  fram_record_set_text (r, "name_sv", code);
  fram_record_set_text (r, "name_en", code);
  write_it (r);
  return fram_db_find_row (reg->db, &id);
}

static void
remove_placement (const FramUuid *id)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "test", NULL, NULL);

  g_assert_cmpint (fram_changes_remove (changes, FRAM_ENTITY_PLACEMENT, id, NULL), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, NULL));
}

static void
fill_consents (void)
{
  af = organisation ("AF");
  organisation ("FK");
  consent (CONSENTS_TO_AF, "given", "AF", -10, 0, G_MAXINT);
  consent (CONSENT_WITHDRAWN, "given", "AF", -10, 100, -1);
  consent (CONSENT_WITHDRAWN_LATER, "given", "AF", -10, 100, G_MAXINT);
  consent (CONSENT_WITHDRAWN_LATER, "withdrawn", "AF", G_MAXINT, G_MAXINT, -1);
  consent (CONSENT_RAN_OUT, "given", "AF", -100, -1, G_MAXINT);
  consent (CONSENT_NOT_GIVEN_YET, "asked", "AF", G_MAXINT, G_MAXINT, G_MAXINT);
  consent (CONSENT_NOT_GIVEN_YET, "coming", "AF", 1, G_MAXINT, G_MAXINT);
  consent (CONSENT_RENEWED, "first", "AF", -100, G_MAXINT, -50);
  consent (CONSENT_RENEWED, "again", "AF", -20, G_MAXINT, G_MAXINT);
  consent (CONSENTS_TO_FK, "given", "FK", -10, G_MAXINT, G_MAXINT);
}

static void
fill (void)
{
  FramUuid removed;

  place (IN_WORKSHOP, 0, -100, G_MAXINT);
  place (IN_OTHER_WORKSHOP, 1, -100, G_MAXINT);
  place (ENDED_30_DAYS_AGO, 0, -100, -30);
  place (ENDED_31_DAYS_AGO, 0, -100, -31);
  place (BEGINS_IN_7_DAYS, 0, 7, G_MAXINT);
  place (BEGINS_IN_8_DAYS, 0, 8, G_MAXINT);
  removed = place (PLACEMENT_REMOVED, 0, -100, G_MAXINT);
  remove_placement (&removed);
  join (IN_GROUP, -10, 10);
  join (LEFT_GROUP_31_DAYS_AGO, -100, -31);
  assign (OF_ANNA, 0, -100, G_MAXINT);
  assign (OF_BO, 1, -100, G_MAXINT);
  assign (OF_ANNA_LONG_AGO, 0, -100, -31);
  fill_consents ();
  for (guint i = PROTECTED; i <= PROTECTED_ANNA_NAMED_BEFORE; i++)
    {
      place (i, 0, -100, G_MAXINT);
      protect (i);
    }
  name_for (PROTECTED_ANNA_NAMED, 0, -1, G_MAXINT);
  name_for (PROTECTED_ANNA_NAMED_BEFORE, 0, -100, -1);
  name_for (PROTECTED, 1, -100, G_MAXINT);
}

/* The people that a viewer finds, asked in two ways. */
static guint
seen (const FramViewer *viewer, FramClass klass)
{
  g_autofree char *by_person = fram_sight_of_participant (viewer, klass, "p.id");
  g_autofree char *by_enrolment = fram_sight_of_participant (viewer, klass, "e.participant");
  g_autofree char *people = g_strdup_printf ("SELECT p.case_no FROM participant p WHERE %s", by_person);
  g_autofree char *enrolments = g_strdup_printf (
      "SELECT (SELECT case_no FROM participant WHERE id = e.participant) FROM enrolment e WHERE %s", by_enrolment);
  const char *queries[] = { people, enrolments };
  guint found[2] = { 0 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      sqlite3_stmt *stmt = fram_db_query (reg->db, &error, queries[i], "");

      while (stmt != NULL && fram_db_step (reg->db, stmt, &error))
        found[i] |= BIT (g_ascii_strtoull (fram_column_peek (stmt, 0) + strlen ("F2026-"), NULL, 10) - 1);
      g_assert_no_error (error);
    }
  g_assert_cmphex (found[0], ==, found[1]);
  return found[0];
}

/* DATA.md, row by row: s everyone of the site, o one's own, c who has consented, e own entries, . nobody. */
static const struct
{
  FramClass klass;
  const char *leader_ot_mentor_case_place_liaison_manager_admin;
} table[] = {
  { FRAM_CLASS_BASIC, "ososscss" },    { FRAM_CLASS_PHONE, "osos..ss" },    { FRAM_CLASS_CONTACT, ".s.s...s" },
  { FRAM_CLASS_INTAKE, "...o..ss" },   { FRAM_CLASS_PLAN, "ososscss" },     { FRAM_CLASS_SHOP, "ssssssss" },
  { FRAM_CLASS_ATTEND, "osos.css" },   { FRAM_CLASS_INSTRUCT, "os.oo..s" }, { FRAM_CLASS_NEED, ".s.o...." },
  { FRAM_CLASS_PROGRESS, ".o.o...." }, { FRAM_CLASS_BELIEF, "...o...." },   { FRAM_CLASS_NOTE, "...o...." },
  { FRAM_CLASS_OT_NOTE, ".e......" },  { FRAM_CLASS_TASK, "ooosooss" },     { FRAM_CLASS_OUTCOME, "...s.css" },
  { FRAM_CLASS_DOCUMENT, "...o...." }, { FRAM_CLASS_PLACES, ".s.ss.ss" },   { FRAM_CLASS_REF, "ssssssss" },
  { FRAM_CLASS_LOG, "......s." },
};

static FramViewer *
anna_as (FramRole role)
{
  FramViewer *viewer = test_viewer (reg->db, 0);
  FramGrant grant = { role, 0, 0, 0, 0 };

  if (role == FRAM_ROLE_ACTIVITY_LEADER)
    grant.workshop = workshop;
  else if (role == FRAM_ROLE_PEER_MENTOR || role == FRAM_ROLE_OCCUPATIONAL_THERAPIST)
    grant.group = group;
  else if (role == FRAM_ROLE_LIAISON)
    grant.organisation = af;
  fram_viewer_add_grant (viewer, &grant);
  return viewer;
}

static guint
own_of (FramRole role)
{
  switch (role)
    {
    case FRAM_ROLE_ACTIVITY_LEADER:
      return BIT (IN_WORKSHOP) | BIT (ENDED_30_DAYS_AGO) | BIT (BEGINS_IN_7_DAYS) | BIT (PROTECTED_ANNA_NAMED);
    case FRAM_ROLE_OCCUPATIONAL_THERAPIST:
    case FRAM_ROLE_PEER_MENTOR: return BIT (IN_GROUP);
    case FRAM_ROLE_CASE_WORKER: return BIT (OF_ANNA);
    case FRAM_ROLE_PLACE_FINDER:
    case FRAM_ROLE_LIAISON:
    case FRAM_ROLE_MANAGER:
    case FRAM_ROLE_ADMINISTRATOR:
    case FRAM_N_ROLES:
    default: return 0;
    }
}

static guint
expected (FramRole role, char letter)
{
  switch (letter)
    {
    case 's': return EVERYBODY & ~HIDDEN;
    case 'o': return own_of (role);
    case 'c': return BIT (CONSENTS_TO_AF) | BIT (CONSENT_RENEWED);
    default: return 0;
    }
}

static void
test_table (void)
{
  for (guint role = 0; role < FRAM_N_ROLES; role++)
    {
      g_autoptr (FramViewer) viewer = anna_as (role);

      for (guint i = 0; i < G_N_ELEMENTS (table); i++)
        {
          char letter = table[i].leader_ot_mentor_case_place_liaison_manager_admin[role];
          guint found = seen (viewer, table[i].klass);

          if (found != expected (role, letter))
            g_error ("%s sees %x of %s and not %x", fram_role_get_code (role), found,
                     fram_class_get_code (table[i].klass), expected (role, letter));
        }
    }
}

/* No role means nothing; the file's owner sees everything. */
static void
test_without_role (void)
{
  g_autoptr (FramViewer) viewer = test_viewer (reg->db, 0);

  for (guint klass = 0; klass < FRAM_N_CLASSES; klass++)
    {
      g_assert_cmphex (seen (viewer, klass), ==, 0);
      g_assert_cmphex (seen (reg->system, klass), ==, EVERYBODY);
    }
}

static void
test_deputy (void)
{
  g_autoptr (FramViewer) viewer = test_viewer (reg->db, 0);
  FramGrant grant = { FRAM_ROLE_CASE_WORKER, 0, 0, 0, bo };

  fram_viewer_add_grant (viewer, &grant);
  g_assert_cmphex (seen (viewer, FRAM_CLASS_NOTE), ==, BIT (OF_ANNA) | BIT (OF_BO));
}

/* Several roles add up, each with its own reach. */
static void
test_two_roles (void)
{
  g_autoptr (FramViewer) viewer = anna_as (FRAM_ROLE_ACTIVITY_LEADER);
  FramGrant grant = { FRAM_ROLE_PEER_MENTOR, 0, group, 0, 0 };

  fram_viewer_add_grant (viewer, &grant);
  g_assert_cmphex (seen (viewer, FRAM_CLASS_ATTEND), ==, own_of (FRAM_ROLE_ACTIVITY_LEADER) | BIT (IN_GROUP));
  g_assert_cmphex (seen (viewer, FRAM_CLASS_INSTRUCT), ==, own_of (FRAM_ROLE_ACTIVITY_LEADER));
}

/* The days that are counted are those of the viewer's today. */
static void
test_days (void)
{
  g_autoptr (FramViewer) viewer = anna_as (FRAM_ROLE_ACTIVITY_LEADER);

  viewer->today = today + 1;
  g_assert_cmphex (seen (viewer, FRAM_CLASS_BASIC) & (BIT (ENDED_30_DAYS_AGO) | BIT (BEGINS_IN_8_DAYS)), ==,
                   BIT (BEGINS_IN_8_DAYS));
  viewer->today = today - 1;
  g_assert_cmphex (seen (viewer, FRAM_CLASS_BASIC) & (BIT (ENDED_31_DAYS_AGO) | BIT (BEGINS_IN_7_DAYS)), ==,
                   BIT (ENDED_31_DAYS_AGO));
  /* named from the day before on, and the other until then */
  g_assert_cmphex (seen (viewer, FRAM_CLASS_BASIC) & (HIDDEN | BIT (PROTECTED_ANNA_NAMED)), ==,
                   BIT (PROTECTED_ANNA_NAMED) | BIT (PROTECTED_ANNA_NAMED_BEFORE));
}

/* The administrator can change the table; what changes is what is seen. */
static void
test_changed_rights (void)
{
  g_autoptr (FramViewer) viewer = anna_as (FRAM_ROLE_ACTIVITY_LEADER);

  viewer->rights.cells[FRAM_ROLE_ACTIVITY_LEADER][FRAM_CLASS_NEED].reach = FRAM_REACH_OWN;
  viewer->rights.cells[FRAM_ROLE_ACTIVITY_LEADER][FRAM_CLASS_BASIC].reach = FRAM_REACH_NONE;
  g_assert_cmphex (seen (viewer, FRAM_CLASS_NEED), ==, own_of (FRAM_ROLE_ACTIVITY_LEADER));
  g_assert_cmphex (seen (viewer, FRAM_CLASS_BASIC), ==, 0);
}

static gint64
row_of (FramUuid id)
{
  return fram_db_find_row (reg->db, &id);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  today = fram_test_date (TEST_TODAY);
  reg = test_register_new (N_PEOPLE);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      FramUuid placement = test_placement (i);

      remove_placement (&placement);
    }
  anna = row_of (test_staff (0));
  bo = row_of (test_staff (1));
  workshop = row_of (test_workshop (0));
  group = row_of (test_group ());
  g_assert_cmpint (anna, !=, bo);
  fill ();
  g_test_add_func ("/store/sight/table", test_table);
  g_test_add_func ("/store/sight/without-role", test_without_role);
  g_test_add_func ("/store/sight/deputy", test_deputy);
  g_test_add_func ("/store/sight/two-roles", test_two_roles);
  g_test_add_func ("/store/sight/days", test_days);
  g_test_add_func ("/store/sight/changed-rights", test_changed_rights);
  failed = g_test_run ();
  test_assert_sound (reg->db);
  test_register_free (reg);
  return failed;
}
