#include "store-fixture.h"

#include "fram-talk-store.h"

/* Drafts of talks: of one person on one machine, and in no log. */

static const FramUuid set_ids[] = { { { 1, 2, 3 } }, { { 1, 2, 4 } } };

static gint64
put_set (TestRegister *reg, guint n, const char *code, int version, gboolean active)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INDICATOR_SET, &set_ids[n]);

  fram_record_set_text (record, "code", code);
  fram_record_set_int (record, "version", version);
  fram_record_set_text (record, "name_sv", code);
  fram_record_set_text (record, "name_en", code);
  fram_record_set_text (record, "kind", "scale");
  fram_record_set_int (record, "active", active);
  g_assert_cmpint (test_write (reg->db, record), ==, FRAM_WRITTEN_ADDED);
  return fram_db_find_row (reg->db, &set_ids[n]);
}

static gint64
enrolment_of (TestRegister *reg, guint n)
{
  FramUuid id = test_enrolment (n);

  return fram_db_find_row (reg->db, &id);
}

static void
keep (TestRegister *reg, const FramViewer *viewer, guint person, gint64 set, const char *answers)
{
  FramStoredDraft draft = { set, fram_test_date (TEST_TODAY), (char *)answers };
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_talk_save_draft (reg->db, viewer, enrolment_of (reg, person), &draft, &error));
  g_assert_no_error (error);
}

static guint
count (TestRegister *reg, const FramViewer *viewer, guint person)
{
  g_autoptr (GPtrArray) drafts = fram_talk_load_drafts (reg->db, viewer, enrolment_of (reg, person), NULL);

  return drafts->len;
}

static gint64
lines_of_logs (TestRegister *reg)
{
  return fram_db_int (reg->db, -1,
                      "SELECT (SELECT count (*) FROM change) + (SELECT count (*) FROM action)"
                      " + (SELECT count (*) FROM access_log)",
                      "");
}

static void
test_a_draft_is_its_persons (void)
{
  g_autoptr (TestRegister) reg = test_register_new (2);
  g_autoptr (FramViewer) first = test_viewer (reg->db, 0), second = test_viewer (reg->db, 1);
  gint64 set = put_set (reg, 0, "short", 1, TRUE), before = lines_of_logs (reg);
  g_autoptr (GPtrArray) drafts = NULL;

  keep (reg, first, 0, set, "one");
  keep (reg, second, 0, set, "other");
  keep (reg, first, 0, set, "two");
  drafts = fram_talk_load_drafts (reg->db, first, enrolment_of (reg, 0), NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((FramStoredDraft *)g_ptr_array_index (drafts, 0))->answers, ==, "two");
  g_assert_cmpuint (count (reg, first, 1), ==, 0);
  g_assert_cmpuint (count (reg, reg->system, 0), ==, 0);
  g_assert_true (fram_talk_drop_draft (reg->db, first, enrolment_of (reg, 0), set, NULL));
  g_assert_cmpuint (count (reg, first, 0), ==, 0);
  g_assert_cmpuint (count (reg, second, 0), ==, 1);
  g_assert_cmpint (lines_of_logs (reg), ==, before);
}

/* What says the same already costs no write. */
static void
test_what_is_the_same_is_not_written (void)
{
  g_autoptr (TestRegister) reg = test_register_new (1);
  g_autoptr (FramViewer) viewer = test_viewer (reg->db, 0);
  gint64 set = put_set (reg, 0, "short", 1, TRUE), changes;

  keep (reg, viewer, 0, set, "one");
  changes = fram_db_int (reg->db, -1, "SELECT total_changes ()", "");
  keep (reg, viewer, 0, set, "one");
  g_assert_cmpint (fram_db_int (reg->db, -1, "SELECT total_changes ()", ""), ==, changes);
  keep (reg, viewer, 0, set, "two");
  g_assert_cmpint (fram_db_int (reg->db, -1, "SELECT total_changes ()", ""), >, changes);
}

/* A set that is in use in a later version can be gone on with; one in no version cannot. */
static void
test_what_nobody_can_finish_goes (void)
{
  g_autoptr (TestRegister) reg = test_register_new (2);
  g_autoptr (FramViewer) viewer = test_viewer (reg->db, 0);
  FramDate today = fram_test_date (TEST_TODAY);
  gint64 old = put_set (reg, 0, "short", 1, FALSE);

  keep (reg, viewer, 0, old, "one");
  put_set (reg, 1, "short", 2, TRUE);
  fram_talk_tidy_drafts (reg->db, today);
  g_assert_cmpuint (count (reg, viewer, 0), ==, 1);
  g_assert_true (fram_db_run (reg->db, NULL, "UPDATE indicator_set SET active = 0", ""));
  fram_talk_tidy_drafts (reg->db, today);
  g_assert_cmpuint (count (reg, viewer, 0), ==, 0);
}

/* Thirty days after the end nobody can write it down any more. */
static void
test_drafts_of_ended_enrolments_go (void)
{
  g_autoptr (TestRegister) reg = test_register_new (2);
  g_autoptr (FramViewer) viewer = test_viewer (reg->db, 0);
  FramDate today = fram_test_date (TEST_TODAY);
  gint64 set = put_set (reg, 0, "short", 1, TRUE);

  keep (reg, viewer, 0, set, "one");
  keep (reg, viewer, 1, set, "one");
  g_assert_true (fram_db_run (reg->db, NULL, "UPDATE enrolment SET closed = ? WHERE id = ?", "di", today - 30,
                              enrolment_of (reg, 0)));
  fram_talk_tidy_drafts (reg->db, today);
  g_assert_cmpuint (count (reg, viewer, 0), ==, 1);
  fram_talk_tidy_drafts (reg->db, today + 1);
  g_assert_cmpuint (count (reg, viewer, 0), ==, 0);
  g_assert_cmpuint (count (reg, viewer, 1), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/talk/a-draft-is-its-persons", test_a_draft_is_its_persons);
  g_test_add_func ("/store/talk/what-is-the-same-is-not-written", test_what_is_the_same_is_not_written);
  g_test_add_func ("/store/talk/what-nobody-can-finish-goes", test_what_nobody_can_finish_goes);
  g_test_add_func ("/store/talk/drafts-of-ended-enrolments-go", test_drafts_of_ended_enrolments_go);
  return g_test_run ();
}
