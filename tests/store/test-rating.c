#include "store-fixture.h"

#include "fram-rating-store.h"

/* Ratings of an enrolment: sets in versions, own belief, two of one day, and what reading them costs in a large register. */

#define PEOPLE 200

static TestRegister *reg;

static FramUuid
set_id (const char *code, int version)
{
  g_autofree char *key = g_strdup_printf ("%s %d", code, version);

  return fram_uuid_derive ("test set", key);
}

static FramUuid
question_id (const char *code, int version, int ordinal)
{
  g_autofree char *key = g_strdup_printf ("%s %d %d", code, version, ordinal);

  return fram_uuid_derive ("test question", key);
}

static void
put_set (const char *code, int version, int highest)
{
  FramUuid id = set_id (code, version);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_INDICATOR_SET, &id);

  fram_record_set_text (r, "code", code);
  fram_record_set_int (r, "version", version);
  fram_record_set_text (r, "name_sv", code);
  fram_record_set_text (r, "name_en", code);
  fram_record_set_text (r, "kind", "scale");
  fram_record_set_int (r, "lowest", 1);
  fram_record_set_int (r, "highest", highest);
  g_assert_cmpint (test_write (reg->db, r), ==, FRAM_WRITTEN_ADDED);
}

static void
put_question (const char *code, int version, int ordinal, gboolean belief)
{
  FramUuid id = question_id (code, version, ordinal), set = set_id (code, version);
  FramUuid before = question_id (code, version - 1, ordinal);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_INDICATOR, &id);

  fram_record_set_ref (r, "indicator_set", &set);
  fram_record_set_int (r, "ordinal", ordinal);
  fram_record_set_text (r, "name_sv", "Fråga");
  fram_record_set_text (r, "name_en", "Question");
  fram_record_set_text (r, "anchors_sv", "Lågt;Högt");
  fram_record_set_text (r, "anchors_en", "Low;High");
  fram_record_set_text (r, "rated_by", "participant;caseworker");
  fram_record_set_int (r, "belief", belief);
  if (version > 1)
    fram_record_set_ref (r, "continues", &before);
  g_assert_cmpint (test_write (reg->db, r), ==, FRAM_WRITTEN_ADDED);
}

static void
fill_rating (FramRecord *r, guint person, const FramUuid *question, const char *rater, FramDate day, int value,
             gint64 given)
{
  FramUuid enrolment = test_enrolment (person);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "indicator", question);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "rater", rater);
  fram_record_set_int (r, "value", value);
  if (given != 0)
    fram_record_set_int (r, "given", given);
}

static void
rate (guint person, FramUuid question, const char *rater, const char *day, int value, gint64 given)
{
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_RATING, NULL);

  fill_rating (r, person, &question, rater, fram_test_date (day), value, given);
  g_assert_cmpint (test_write (reg->db, r), ==, FRAM_WRITTEN_ADDED);
}

static GArray *
load (const FramViewer *viewer, guint person, gboolean belief)
{
  g_autoptr (GError) error = NULL;
  FramUuid id = test_enrolment (person);
  GArray *ratings = fram_rating_load (reg->db, viewer, fram_db_find_row (reg->db, &id), belief, &error);

  g_assert_no_error (error);
  return ratings;
}

/* What was written later stands later, whatever the ids are; what nobody knows the time of stands first. */
static void
test_order (void)
{
  FramUuid question = question_id ("q", 1, 1);
  g_autoptr (GArray) ratings = NULL;
  static const int wanted[] = { 1, 3, 2, 4 };

  rate (0, question, "participant", "2026-10-02", 4, 500);
  rate (0, question, "participant", "2026-10-01", 2, 9000);
  rate (0, question, "participant", "2026-10-01", 3, 1000);
  rate (0, question, "participant", "2026-10-01", 1, 0);
  ratings = load (reg->system, 0, TRUE);
  g_assert_cmpuint (ratings->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < ratings->len; i++)
    g_assert_cmpint (g_array_index (ratings, FramStoredRating, i).value, ==, wanted[i]);
}

static FramViewer *
case_worker_of (guint person)
{
  FramUuid id = test_staff (0), enrolment = test_enrolment (person);
  FramViewer *viewer = fram_viewer_new (fram_db_find_row (reg->db, &id), &id, "Hanna", fram_test_date (TEST_TODAY));
  FramGrant grant = { .role = FRAM_ROLE_CASE_WORKER };
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "staff", &id);
  fram_record_set_date (r, "from_day", fram_test_date ("2026-01-01"));
  g_assert_cmpint (test_write (reg->db, r), ==, FRAM_WRITTEN_ADDED);
  fram_viewer_add_grant (viewer, &grant);
  return viewer;
}

/* Own belief is the case worker's side of the one question; the participant's side of it is progress as any other. */
static void
test_belief (void)
{
  FramUuid question = question_id ("q", 1, 2);
  g_autoptr (FramViewer) hanna = case_worker_of (1);
  g_autoptr (FramViewer) nobody = NULL;
  g_autoptr (GArray) off = NULL, on = NULL, none = NULL, others = NULL;

  rate (1, question, "participant", "2026-10-01", 4, 0);
  rate (1, question, "caseworker", "2026-10-01", 2, 0);
  rate (2, question, "participant", "2026-10-01", 4, 0);
  off = load (hanna, 1, FALSE);
  on = load (hanna, 1, TRUE);
  g_assert_cmpuint (off->len, ==, 1);
  g_assert_cmpint (g_array_index (off, FramStoredRating, 0).rater, ==, FRAM_RATER_PARTICIPANT);
  g_assert_cmpuint (on->len, ==, 2);
  others = load (hanna, 2, TRUE);
  g_assert_cmpuint (others->len, ==, 0);
  nobody = fram_viewer_new (hanna->staff, &hanna->id, "Hanna", hanna->today);
  none = load (nobody, 1, TRUE);
  g_assert_cmpuint (none->len, ==, 0);
}

/* A question goes on in the next version while the scale is the same; on another scale a new one begins. */
static void
test_versions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = fram_rating_load_sets (reg->db, &error);
  g_autoptr (GPtrArray) questions = fram_rating_load_indicators (reg->db, 0, &error);
  FramUuid first = question_id ("v", 1, 1), second = question_id ("v", 2, 1), third = question_id ("v", 3, 1);
  gint64 row = fram_db_find_row (reg->db, &first);
  const FramStoredIndicator *newest = fram_rating_newest (sets, questions, row);

  g_assert_no_error (error);
  g_assert_true (fram_uuid_equal (&newest->id, &second));
  newest = fram_rating_newest (sets, questions, fram_db_find_row (reg->db, &third));
  g_assert_true (fram_uuid_equal (&newest->id, &third));
  g_assert_cmpstr (newest->low, !=, newest->high);
}

/* Codes of files stay what they are when a set gets a new version. */
static void
test_codes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = fram_rating_load_sets (reg->db, &error);
  static const char *const wanted[] = { "v@3:7", "v@2:7", "v:7" };
  guint at = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const FramStoredIndicatorSet *set = g_ptr_array_index (sets, i);
      g_autofree char *code = fram_rating_code (sets, set, 7);

      if (g_str_equal (set->code, "v"))
        g_assert_cmpstr (code, ==, wanted[at++]);
      else if (g_str_equal (set->code, "fram-2021"))
        g_assert_cmpstr (code, ==, "7");
    }
  g_assert_cmpuint (at, ==, 3);
}

/* However many people there are, the ratings of one are found by whose they are: no statement goes through all. */
static void
test_cost (void)
{
  FramUuid question = question_id ("q", 1, 1);
  g_autoptr (FramViewer) hanna = case_worker_of (3);
  g_autoptr (GArray) ratings = NULL;
  sqlite3_stmt *stmt = NULL;
  guint looked_at = 0;

  for (guint person = 3; person < PEOPLE; person++)
    rate (person, question, "participant", "2026-10-01", 3, 0);
  ratings = load (hanna, 3, FALSE);
  g_assert_cmpuint (ratings->len, ==, 1);
  while ((stmt = sqlite3_next_stmt (reg->db->handle, stmt)) != NULL)
    if (strstr (sqlite3_sql (stmt), "CROSS JOIN rating") != NULL)
      {
        g_assert_cmpint (sqlite3_stmt_status (stmt, SQLITE_STMTSTATUS_VM_STEP, 0), <, 600);
        g_assert_cmpint (sqlite3_stmt_status (stmt, SQLITE_STMTSTATUS_AUTOINDEX, 0), ==, 0);
        looked_at++;
      }
  g_assert_cmpuint (looked_at, >, 0);
}

int
main (int argc, char **argv)
{
  int status;

  fram_test_init (&argc, &argv);
  reg = test_register_new (PEOPLE);
  put_set ("q", 1, 5);
  put_question ("q", 1, 1, FALSE);
  put_question ("q", 1, 2, TRUE);
  put_set ("fram-2021", 1, 5);
  for (int version = 1; version <= 3; version++)
    {
      put_set ("v", version, version < 3 ? 5 : 4);
      put_question ("v", version, 1, FALSE);
    }
  g_test_add_func ("/store/rating/order", test_order);
  g_test_add_func ("/store/rating/belief", test_belief);
  g_test_add_func ("/store/rating/versions", test_versions);
  g_test_add_func ("/store/rating/codes", test_codes);
  g_test_add_func ("/store/rating/cost", test_cost);
  status = g_test_run ();
  test_register_free (reg);
  return status;
}
