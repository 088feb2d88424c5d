#include "exchange-fixture.h"

#include "fram-csv.h"
#include "fram-error.h"
#include "fram-ids.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static FramImport *
read_fixture (const char *name)
{
  g_autofree char *path = fixture_path (name);
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  FramImport *import = fram_import_read (path, codes, NULL, NULL, problems, &error);
  g_autofree char *text = fram_problems_format (problems);

  g_assert_cmpstr (text, ==, "");
  g_assert_no_error (error);
  g_assert_nonnull (import);
  return import;
}

static FixtureSink *
emit (FramImport *import, FixtureSink *sink)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_import_emit (import, fixture_sink_take, sink, NULL, NULL, &error));
  g_assert_no_error (error);
  return sink;
}

/* The counts are those of the register's README. */
static void
test_whole_register (void)
{
  static const guint64 rows[] = { 972, 1783, 1095, 30740, 59741, 410, 11707 };
  g_autoptr (FramImport) import = read_fixture ("fram");
  g_autoptr (FixtureSink) sink = emit (import, fixture_sink_new (TRUE));

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    g_assert_cmpuint (fram_import_get_n_rows (import, f), ==, rows[f]);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_PARTICIPANT], ==, 972);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_REFERRAL], ==, 972);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_ENROLMENT], ==, 693);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_FOLLOW_UP], ==, 473);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_PLACEMENT], ==, 1783);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_MEMBERSHIP], ==, 1095);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_ACTIVITY_GROUP], ==, 147);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_MARK], ==, 30740);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_RATING], ==, 59741);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_ADAPTATION], ==, 410);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_INSTRUCTION], ==, 230);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_EVENT], ==, 11707);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_CONTACT], ==, 66);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_STAFF], ==, 12);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_ROLE_GRANT], ==, 12);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_CASE_WORKER], ==, 693 + 43);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_PLAN_SLOT], ==, 0);
  g_assert_cmpuint (sink->dangling, ==, 0);
  g_assert_cmpuint (sink->doubles, ==, 0);
}

static void
test_same_again (void)
{
  g_autoptr (FramImport) first = read_fixture ("fram-small");
  g_autoptr (FramImport) second = read_fixture ("fram-small");
  g_autoptr (FixtureSink) a = emit (first, fixture_sink_new (TRUE));
  g_autoptr (FixtureSink) b = emit (second, fixture_sink_new (TRUE));

  g_assert_cmpstr (fixture_sink_hash (a), ==, fixture_sink_hash (b));
}

static FixtureSink *
keep_everything (const char *name)
{
  g_autoptr (FramImport) import = read_fixture (name);
  FixtureSink *sink = fixture_sink_new (TRUE);

  for (guint i = 0; i < FRAM_N_ENTITIES; i++)
    sink->keep[i] = TRUE;
  return emit (import, sink);
}

static void
assert_ref (const FramRecord *record, const char *column, FramUuid id)
{
  const FramValue *value = fram_record_get (record, column);

  g_assert_cmpint (value->kind, ==, FRAM_VALUE_REF);
  g_assert_cmpmem (value->ref.bytes, 16, id.bytes, 16);
}

/* F2021-0001 and F2021-0003 of cases.csv, as they stand there. */
static void
test_one_case (void)
{
  g_autoptr (FixtureSink) sink = keep_everything ("fram");
  FramUuid participant = fram_id_participant ("F2021-0001"), enrolment = fram_id_enrolment ("F2021-0001");
  FramUuid referral = fram_id_referral ("F2021-0001"), follow_up = fram_id_follow_up (&enrolment, 3);
  const FramRecord *r = fixture_sink_find (sink, FRAM_ENTITY_PARTICIPANT, &participant);

  g_assert_cmpstr (fixture_text (r, "case_no"), ==, "F2021-0001");
  g_assert_cmpstr (fixture_text (r, "given_name"), ==, "Nora");
  g_assert_cmpstr (fixture_text (r, "family_name"), ==, "Björk");
  g_assert_cmpstr (fixture_text (r, "sex"), ==, "F");
  g_assert_cmpstr (fixture_text (r, "birth_date"), ==, "1970-08-13");
  r = fixture_sink_find (sink, FRAM_ENTITY_REFERRAL, &referral);
  assert_ref (r, "organisation", fram_id_organisation ("FK"));
  assert_ref (r, "referrer", fram_id_contact ("FK", "Malin Zejnullahu"));
  assert_ref (r, "decision", fram_id_decision ("accepted"));
  g_assert_cmpstr (fixture_text (r, "received"), ==, "2021-01-04");
  g_assert_cmpstr (fixture_text (r, "decided"), ==, "2021-01-19"); /* the day of "beslut" in events.csv */
  g_assert_null (fixture_text (r, "study_visit"));
  r = fixture_sink_find (sink, FRAM_ENTITY_ENROLMENT, &enrolment);
  assert_ref (r, "programme", fram_id_programme ("fram"));
  assert_ref (r, "outcome", fram_id_outcome ("af_ordinarie"));
  g_assert_cmpstr (fixture_text (r, "enrolled"), ==, "2021-03-09");
  g_assert_cmpstr (fixture_text (r, "closed"), ==, "2021-12-09");
  g_assert_null (fixture_text (r, "target"));
  r = fixture_sink_find (sink, FRAM_ENTITY_FOLLOW_UP, &follow_up);
  assert_ref (r, "result", fram_id_outcome ("arbete"));
  g_assert_cmpstr (fixture_text (r, "answered"), ==, "2022-03-11");
}

static const FramRecord *
find_case_worker (FixtureSink *sink, const char *case_no, guint nth)
{
  FramUuid enrolment = fram_id_enrolment (case_no);

  for (guint i = 0; i < sink->kept->len; i++)
    {
      const FramRecord *r = sink->kept->pdata[i];

      if (r->entity == FRAM_ENTITY_CASE_WORKER &&
          fram_uuid_equal (&fram_record_get (r, "enrolment")->ref, &enrolment) && nth-- == 0)
        return r;
    }
  return NULL;
}

static void
test_case_workers (void)
{
  g_autoptr (FixtureSink) sink = keep_everything ("fram");
  const FramRecord *first = find_case_worker (sink, "F2021-0003", 0);
  const FramRecord *second = find_case_worker (sink, "F2021-0003", 1);

  g_assert_cmpstr (fixture_text (first, "from_day"), ==, "2021-04-08");
  g_assert_cmpstr (fixture_text (first, "to_day"), ==, "2022-09-18");
  assert_ref (second, "staff", fram_id_staff ("Mona Lundberg"));
  g_assert_cmpstr (fixture_text (second, "from_day"), ==, "2022-09-19");
  g_assert_cmpstr (fixture_text (second, "to_day"), ==, "2022-11-15");
  g_assert_null (find_case_worker (sink, "F2021-0003", 2));
  assert_ref (find_case_worker (sink, "F2021-0001", 0), "staff", fram_id_staff ("Joakim Samuelsson"));
}

static void
test_groups_and_marks (void)
{
  g_autoptr (FixtureSink) sink = keep_everything ("fram");
  FramUuid group = fram_id_activity_group ("INT-02"), enrolment = fram_id_enrolment ("F2021-0001");
  FramUuid membership = fram_id_membership (&group, &enrolment, fram_date_new (2021, 3, 22));
  const FramRecord *r = fixture_sink_find (sink, FRAM_ENTITY_ACTIVITY_GROUP, &group);
  guint found = 0;

  g_assert_cmpstr (fixture_text (r, "rrule"), ==, "FREQ=WEEKLY;BYDAY=MO");
  g_assert_cmpint (fixture_int (r, "starts", -1), ==, 9 * 60 + 30);
  g_assert_cmpint (fixture_int (r, "minutes", -1), ==, 120);
  r = fixture_sink_find (sink, FRAM_ENTITY_MEMBERSHIP, &membership);
  g_assert_cmpstr (fixture_text (r, "to_day"), ==, "2021-04-12");
  g_assert_cmpint (fixture_int (r, "planned_sessions", -1), ==, 3);
  for (guint i = 0; i < sink->kept->len; i++)
    {
      r = sink->kept->pdata[i];
      if (r->entity != FRAM_ENTITY_MARK || !fram_uuid_equal (&r->enrolment, &enrolment) ||
          r->day != fram_date_new (2021, 4, 12))
        continue;
      found++; /* F2021-0001,2021-04-12,introduktion,late,1,2 */
      g_assert_true (fram_uuid_equal (&r->activity, &group));
      assert_ref (r, "status", fram_id_attendance_status ("late"));
      g_assert_cmpint (fixture_int (r, "attended_minutes", -1), ==, 60);
      g_assert_cmpint (fixture_int (r, "planned_minutes", -1), ==, 120);
    }
  g_assert_cmpuint (found, ==, 1);
}

static gboolean
count_progress (guint64 done, guint64 total, gpointer data)
{
  guint64 *last = data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
  return TRUE;
}

static gboolean
stop_at_once (guint64 done, guint64 total, gpointer data)
{
  return FALSE;
}

static void
test_progress (void)
{
  g_autofree char *path = fixture_path ("fram");
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImport) import = NULL;
  g_autoptr (FixtureSink) sink = fixture_sink_new (FALSE);
  guint64 last = 0;

  import = fram_import_read (path, codes, count_progress, &last, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, 114748 + 87203 + 80686 + 1518385 + 2308966 + 46159 + 920877);
  g_assert_null (fram_import_read (path, codes, stop_at_once, NULL, problems, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (fram_import_emit (import, fixture_sink_take, sink, stop_at_once, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
look_up (const char *case_no, FramKnownCase *known, gpointer data)
{
  if (strcmp (case_no, "F2021-0001") != 0)
    return FALSE;
  *known = (FramKnownCase){ fram_id_participant (case_no), fram_id_enrolment (case_no), fram_date_new (2021, 1, 4),
                            fram_date_new (2021, 3, 9), fram_date_new (2021, 12, 9) };
  return TRUE;
}

static gboolean
look_up_group (const char *case_no, const char *kind, FramDate day, FramUuid *group, gpointer data)
{
  *group = fram_id_activity_group ("INT-02");
  return strcmp (kind, "introduktion") == 0;
}

/* One file alone, under another name and with its columns in another order, about a case of the register. */
static void
test_one_file (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *path = g_build_filename (directory, "mars.csv", NULL);
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (FramImport) import = NULL;
  g_autoptr (FixtureSink) sink = fixture_sink_new (FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path,
                                      "date,case_id,status,activity,planned_hours,hours\n"
                                      "2021-04-14,F2021-0001,present,tradgard,4,4\n"
                                      "2021-03-22,F2021-0001,late,introduktion,2,1.5\n",
                                      -1, NULL));
  fram_profile_codes_set_known_case (codes, look_up, NULL);
  fram_profile_codes_set_known_group (codes, look_up_group, NULL);
  import = fram_import_read (path, codes, NULL, NULL, problems, &error);
  g_assert_no_error (error);
  emit (import, sink);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_MARK], ==, 2);
  g_assert_cmpuint (sink->n[FRAM_ENTITY_PARTICIPANT], ==, 0);
  fixture_remove_directory (directory);
}

static void
test_nothing_there (void)
{
  g_autofree char *directory = fixture_make_directory ();
  g_autofree char *other = g_build_filename (directory, "other.csv", NULL);
  g_autoptr (FramProfileCodes) codes = fixture_codes ();
  g_autoptr (FramProblems) problems = fram_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (fram_import_read (directory, codes, NULL, NULL, problems, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (fram_import_read (other, codes, NULL, NULL, problems, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (other, "name,price\r\nscrew,2\r\n", -1, NULL));
  g_assert_null (fram_import_read (other, codes, NULL, NULL, problems, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  fixture_remove_directory (directory);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/whole-register", test_whole_register);
  g_test_add_func ("/import/same-again", test_same_again);
  g_test_add_func ("/import/one-case", test_one_case);
  g_test_add_func ("/import/case-workers", test_case_workers);
  g_test_add_func ("/import/groups-and-marks", test_groups_and_marks);
  g_test_add_func ("/import/progress", test_progress);
  g_test_add_func ("/import/one-file", test_one_file);
  g_test_add_func ("/import/nothing-there", test_nothing_there);
  return g_test_run ();
}
