#include "store-fixture.h"

/* Undo of each kind, back step by step and forth again; refused where somebody else came in between. */

static TestRegister *reg;
static FramDate day;

static gint64
undo (gint64 action)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "undo", NULL, &error);
  gint64 done = 0;

  g_assert_no_error (error);
  fram_changes_undo (changes, action, &error);
  g_assert_no_error (error);
  fram_changes_commit (changes, &done, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done, >, 0);
  return done;
}

static void
undo_refused (gint64 action)
{
  g_autofree char *before = test_dump_all (reg->db), *after = NULL;
  g_autoptr (GError) error = NULL;
  FramChanges *changes = fram_changes_begin (reg->db, reg->system, "undo", NULL, &error);

  g_assert_false (fram_changes_undo (changes, action, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  g_assert_true (g_str_has_suffix (error->message, "."));
  fram_changes_free (changes);
  after = test_dump_all (reg->db);
  g_assert_cmpstr (after, ==, before);
}

/* A step in a person's work: what was done, and what the register said before. */
typedef struct
{
  gint64 action;
  char *before;
} Done;

#define MAX_DONE 16
static Done done[MAX_DONE];
static guint n_done;

static void
did (gint64 action, char *before)
{
  g_assert_cmpint (action, >, 0);
  g_assert_cmpuint (n_done, <, MAX_DONE);
  done[n_done++] = (Done){ action, before };
}

/* Undoes everything newest first, does it all again, and undoes it again: each time all that is recorded is compared. */
static void
back_and_forth (void)
{
  g_autofree char *end = test_dump (reg->db);
  gint64 redo[MAX_DONE];

  for (guint round = 0; round < 3; round++)
    {
      for (int i = (int)n_done - 1; i >= 0; i--)
        {
          g_autofree char *now = NULL;

          redo[i] = undo (done[i].action);
          now = test_dump (reg->db);
          g_assert_cmpstr (now, ==, done[i].before);
        }
      for (guint i = 0; i < n_done; i++)
        {
          g_autofree char *now = NULL;

          done[i].action = undo (redo[i]);
          now = test_dump (reg->db);
          g_assert_cmpstr (now, ==, i + 1 < n_done ? done[i + 1].before : end);
        }
    }
  for (guint i = 0; i < n_done; i++)
    g_free (done[i].before);
  n_done = 0;
  test_assert_sound (reg->db);
}

static void
mark (guint person, int days, int status)
{
  char *before = test_dump (reg->db);

  did (test_mark_ok (reg->db, reg->system, person, day + days, status), before);
}

static void
test_first_mark (void)
{
  mark (0, 0, TEST_PRESENT);
  back_and_forth ();
}

static void
test_changed_mark (void)
{
  mark (0, 1, TEST_PRESENT);
  mark (0, 1, TEST_LATE);
  mark (0, 1, TEST_SICK);
  back_and_forth ();
}

static void
test_cleared_mark (void)
{
  mark (0, 2, TEST_LATE);
  mark (0, 2, -1);
  mark (0, 2, TEST_PRESENT);
  back_and_forth ();
}

typedef gboolean (*Write) (FramChanges *changes, GError **error);

static gint64
act (Write write)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "test", NULL, &error);
  gint64 action = 0;

  write (changes, &error);
  g_assert_no_error (error);
  fram_changes_commit (changes, &action, &error);
  g_assert_no_error (error);
  return action;
}

static void
step (Write write)
{
  char *before = test_dump (reg->db);

  did (act (write), before);
}

static gboolean
mark_several (FramChanges *changes, GError **error)
{
  static const int statuses[] = { TEST_PRESENT, TEST_LATE, TEST_SICK, TEST_LEAVE };

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (FramRecord) r = test_mark_record (i, day + 3, statuses[i]);

      if (fram_changes_insert (changes, r, error) == FRAM_WRITTEN_FAILED)
        return FALSE;
    }
  return TRUE;
}

/* The same person twice in one action: undo goes back to before the first. */
static gboolean
mark_twice (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) late = test_mark_record (0, day + 3, TEST_LATE);
  g_autoptr (FramRecord) sick = test_mark_record (0, day + 3, TEST_SICK);

  return fram_changes_insert (changes, late, error) != FRAM_WRITTEN_FAILED &&
         fram_changes_insert (changes, sick, error) != FRAM_WRITTEN_FAILED;
}

static void
test_several_marks (void)
{
  step (mark_several);
  mark (1, 3, TEST_SICK);
  step (mark_twice);
  back_and_forth ();
}

static gboolean
add_person (FramChanges *changes, GError **error)
{
  FramUuid id = fram_id_participant ("F2026-0900");
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  static const char *const interpreter[] = { "interpreter", NULL };

  fram_record_set_text (r, "case_no", "F2026-0900");
  fram_record_set_text (r, "given_name", "Hedvig");
  fram_record_set_text (r, "family_name", "Hök");
  if (fram_changes_insert (changes, r, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  fram_record_set_int (r, "interpreter", 1);
  return fram_changes_update (changes, r, interpreter, error) == FRAM_WRITTEN_CHANGED;
}

static gboolean
change_person (FramChanges *changes, GError **error)
{
  FramUuid id = fram_id_participant ("F2026-0900");
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  static const char *const columns[] = { "family_name", "birth_date", "protected", NULL };

  fram_record_set_text (r, "family_name", "Ö \"'\\\n 'tecken'");
  fram_record_set_date (r, "birth_date", fram_test_date ("1990-02-28"));
  fram_record_set_int (r, "protected", 1);
  return fram_changes_update (changes, r, columns, error) == FRAM_WRITTEN_CHANGED;
}

static gboolean
clear_birth_date (FramChanges *changes, GError **error)
{
  FramUuid id = fram_id_participant ("F2026-0900");
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  static const char *const columns[] = { "birth_date", NULL };

  return fram_changes_update (changes, r, columns, error) == FRAM_WRITTEN_CHANGED;
}

static gboolean
remove_person (FramChanges *changes, GError **error)
{
  FramUuid id = fram_id_participant ("F2026-0900");

  return fram_changes_remove (changes, FRAM_ENTITY_PARTICIPANT, &id, error) == FRAM_WRITTEN_CHANGED;
}

/* By field: changed, cleared and removed. */
static void
test_fields (void)
{
  step (change_person);
  step (clear_birth_date);
  step (remove_person);
  back_and_forth ();
}

static const char *slot_key = "first";

static FramRecord *
slot (void)
{
  FramUuid id = fram_uuid_derive ("test-slot", slot_key), enrolment = test_enrolment (0), workshop = test_workshop (0);
  FramRecord *r = fram_record_new (FRAM_ENTITY_PLAN_SLOT, &id);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity", &workshop);
  fram_record_set_int (r, "weekday", 4);
  fram_record_set_int (r, "from_time", 540);
  fram_record_set_int (r, "to_time", 720);
  fram_record_set_date (r, "valid_from", day);
  return r;
}

static gboolean
add_slot (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = slot ();

  return fram_changes_insert (changes, r, error) == FRAM_WRITTEN_ADDED;
}

static gboolean
end_slot (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = slot ();
  static const char *const columns[] = { "to_time", "valid_to", NULL };

  fram_record_set_int (r, "to_time", 690);
  fram_record_set_date (r, "valid_to", day + 30);
  return fram_changes_update (changes, r, columns, error) == FRAM_WRITTEN_CHANGED;
}

static gboolean
remove_slot (FramChanges *changes, GError **error)
{
  g_autoptr (FramRecord) r = slot ();

  return fram_changes_remove (changes, FRAM_ENTITY_PLAN_SLOT, &r->id, error) == FRAM_WRITTEN_CHANGED;
}

/* By row; removed first and changed afterwards too, since what is older than the step is not in its way. */
static void
test_rows (void)
{
  act (add_slot);
  undo (act (remove_slot));
  step (end_slot);
  step (remove_slot);
  back_and_forth ();
}

/* A row that was made: undone it is gone from everything that is shown, done again it is back with all it had. */
static void
test_made_row (void)
{
  const char *alive = "SELECT count (*) FROM participant WHERE case_no = 'F2026-0900' AND gone = 0";
  const char *found = "SELECT count (*) FROM person_search WHERE person_search MATCH 'hedvig'";
  FramUuid id = fram_id_participant ("F2026-0900");
  g_autofree char *with = NULL, *again = NULL;
  gint64 added, undone;

  g_assert_cmpint (fram_db_find_row (reg->db, &id), ==, 0);
  added = act (add_person);
  with = test_dump (reg->db);
  for (guint round = 0; round < 3; round++)
    {
      g_assert_cmpint (fram_db_int (reg->db, -1, alive, ""), ==, 1);
      g_assert_cmpint (fram_db_int (reg->db, -1, found, ""), ==, 1);
      undone = undo (added);
      g_assert_cmpint (fram_db_int (reg->db, -1, alive, ""), ==, 0);
      g_assert_cmpint (fram_db_int (reg->db, -1, found, ""), ==, 0);
      added = undo (undone);
      g_clear_pointer (&again, g_free);
      again = test_dump (reg->db);
      g_assert_cmpstr (again, ==, with);
    }
}

static void
test_refused (void)
{
  gint64 first = test_mark_ok (reg->db, reg->system, 2, day + 40, TEST_PRESENT);
  gint64 second = test_mark_ok (reg->db, reg->system, 2, day + 40, TEST_LATE);
  gint64 undone, all, person, change;

  /* changed since; undone twice; done again twice */
  undo_refused (first);
  undone = undo (second);
  undo_refused (second);
  undo (undone);
  undo_refused (undone);
  undo_refused (first);

  /* one of several has changed since: none of them is undone */
  all = act (mark_several);
  test_mark_ok (reg->db, reg->system, 1, day + 3, TEST_PRESENT);
  undo_refused (all);

  /* a slot that another changed, and one that another removed */
  slot_key = "second";
  act (add_slot);
  all = act (end_slot);
  change = act (remove_slot);
  undo_refused (all);
  undo (change);
  undo (all);

  /* another value came back by hand, not by undo: it is a change all the same */
  person = test_mark_ok (reg->db, reg->system, 2, day + 41, TEST_PRESENT);
  test_mark_ok (reg->db, reg->system, 2, day + 41, TEST_SICK);
  test_mark_ok (reg->db, reg->system, 2, day + 41, TEST_PRESENT);
  undo_refused (person);
}

/* A person who was added is not taken away under what somebody has written about them since. */
static void
test_refused_row (void)
{
  static const char *const name[] = { "given_name", NULL };
  FramUuid id = fram_id_participant ("F2026-0901");
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  g_autoptr (FramViewer) anna = test_viewer (reg->db, 0);
  FramChanges *changes = fram_changes_begin (reg->db, reg->system, "test", NULL, NULL);
  gint64 added, changed;

  fram_record_set_text (r, "case_no", "F2026-0901");
  fram_record_set_text (r, "given_name", "Ivar");
  fram_record_set_text (r, "family_name", "Is");
  fram_changes_insert (changes, r, NULL);
  g_assert_true (fram_changes_commit (changes, &added, NULL));
  fram_changes_free (changes);
  changes = fram_changes_begin (reg->db, anna, "test", NULL, NULL);
  fram_record_set_text (r, "given_name", "Iris");
  fram_changes_update (changes, r, name, NULL);
  g_assert_true (fram_changes_commit (changes, &changed, NULL));
  fram_changes_free (changes);
  undo_refused (added);
  undo (changed);
  undo (added);
  g_assert_cmpint (fram_db_int (reg->db, -1, "SELECT gone FROM participant WHERE case_no = 'F2026-0901'", ""), ==, 1);
}

/* What undoing writes is a change like any other: by whom, and what it undid. */
static void
test_undo_is_logged (void)
{
  gint64 action = test_mark_ok (reg->db, reg->system, 3, day + 50, TEST_SICK);
  gint64 undone = undo (action);

  g_assert_cmpint (fram_db_int (reg->db, 0, "SELECT undoes FROM action WHERE id = ?", "i", undone), ==, action);
  g_assert_cmpint (test_read_mark (reg->db, 3, day + 50), ==, -1);
  g_assert_cmpint (fram_db_int (reg->db, 0, "SELECT count (*) FROM change WHERE action = ?", "i", undone), ==, 1);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  day = fram_test_date (TEST_TODAY);
  reg = test_register_new (4);
  g_test_add_func ("/store/undo/first-mark", test_first_mark);
  g_test_add_func ("/store/undo/changed-mark", test_changed_mark);
  g_test_add_func ("/store/undo/cleared-mark", test_cleared_mark);
  g_test_add_func ("/store/undo/several-marks", test_several_marks);
  g_test_add_func ("/store/undo/made-row", test_made_row);
  g_test_add_func ("/store/undo/fields", test_fields);
  g_test_add_func ("/store/undo/rows", test_rows);
  g_test_add_func ("/store/undo/refused", test_refused);
  g_test_add_func ("/store/undo/refused-row", test_refused_row);
  g_test_add_func ("/store/undo/logged", test_undo_is_logged);
  failed = g_test_run ();
  test_assert_sound (reg->db);
  test_register_free (reg);
  return failed;
}
