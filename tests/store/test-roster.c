#include "store-fixture.h"

#include "fram-roster-store.h"

/* What a roster reads: who is placed there, weekly plans, marks, the last ten, how a mark came about, what to do. */

static TestRegister *reg;
static FramDate today;
static gint64 workshop, other, group, enrolments[5];

static gint64
row_of (FramUuid id)
{
  gint64 row = fram_db_find_row (reg->db, &id);

  g_assert_cmpint (row, !=, 0);
  return row;
}

static FramUuid
id_of (FramEntity entity, const char *key)
{
  return fram_uuid_derive (fram_entity_info (entity)->name, key);
}

static FramRecord *
record (FramEntity entity, const char *key)
{
  FramUuid id = id_of (entity, key);

  return fram_record_new (entity, &id);
}

static void
write_it (FramRecord *r)
{
  g_assert_cmpint (test_write (reg->db, r), ==, FRAM_WRITTEN_ADDED);
  fram_record_free (r);
}

static void
span (FramRecord *r, const char *from_column, const char *to_column, int from, int to)
{
  fram_record_set_date (r, from_column, today + from);
  if (to != G_MAXINT)
    fram_record_set_date (r, to_column, today + to);
}

static FramUuid
place (const char *key, guint person, guint where, int from, int to, int minutes)
{
  FramRecord *r = record (FRAM_ENTITY_PLACEMENT, key);
  FramUuid enrolment = test_enrolment (person), activity = test_workshop (where), id = r->id;

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity", &activity);
  fram_record_set_int (r, "weekly_minutes", minutes);
  span (r, "from_day", "to_day", from, to);
  write_it (r);
  return id;
}

static void
take_away (FramEntity entity, FramUuid id)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "test", NULL, NULL);

  g_assert_cmpint (fram_changes_remove (changes, entity, &id, NULL), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, NULL));
}

static char *
describe_stays (gint64 activity, FramDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) stays = fram_roster_load_stays (reg->db, activity, day, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < stays->len; i++)
    {
      const FramSpan *stay = &g_array_index (stays, FramSpan, i);

      for (guint p = 0; p < G_N_ELEMENTS (enrolments); p++)
        if (enrolments[p] == stay->enrolment)
          g_string_append_printf (out, "%u:%d..", p, stay->from - today);
      if (stay->to != FRAM_DATE_NONE)
        g_string_append_printf (out, "%d", stay->to - today);
      g_string_append_printf (out, "/%d ", stay->weekly_minutes);
    }
  return g_string_free (out, FALSE);
}

#define assert_text(call, expected)                                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = (call);                                                                                   \
    g_assert_cmpstr (text_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

/* Both the first and the last day of a stay count; with a person who is there come that person's other steps. */
static void
test_stays (void)
{
  place ("0a", 0, 0, -100, -11, 240);
  place ("0b", 0, 0, -10, G_MAXINT, 480);
  place ("1", 1, 0, -100, -1, 480);
  place ("2", 2, 0, 0, 20, 600);
  place ("3", 3, 0, -20, 0, 720);
  place ("4", 4, 1, -20, G_MAXINT, 960);
  take_away (FRAM_ENTITY_PLACEMENT, place ("gone", 4, 0, -20, G_MAXINT, 960));
  assert_text (describe_stays (workshop, today), "0:-100..-11/240 0:-10../480 2:0..20/600 3:-20..0/720 ");
  assert_text (describe_stays (workshop, today - 1), "0:-100..-11/240 0:-10../480 1:-100..-1/480 3:-20..0/720 ");
  assert_text (describe_stays (workshop, today + 21), "0:-100..-11/240 0:-10../480 ");
  assert_text (describe_stays (other, today), "4:-20../960 ");
  assert_text (describe_stays (group, today), "");
}

static void
join (const char *key, guint person, int from, int to, gboolean waiting)
{
  FramRecord *r = record (FRAM_ENTITY_MEMBERSHIP, key);
  FramUuid enrolment = test_enrolment (person), activity = test_group ();

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity_group", &activity);
  fram_record_set_int (r, "waiting", waiting);
  span (r, "from_day", "to_day", from, to);
  write_it (r);
}

static void
test_members (void)
{
  join ("member", 0, -7, 7, FALSE);
  join ("waits", 1, -7, 7, TRUE);
  join ("over", 2, -70, -1, FALSE);
  join ("ends", 3, -70, 0, FALSE);
  join ("begins", 4, 0, G_MAXINT, FALSE);
  assert_text (describe_stays (group, today), "0:-7..7/-1 3:-70..0/-1 4:0../-1 ");
  assert_text (describe_stays (group, today - 1), "0:-7..7/-1 2:-70..-1/-1 3:-70..0/-1 ");
}

static void
plan (const char *key, guint person, guint where, int weekday, int from, int to, int valid_from, int valid_to)
{
  FramRecord *r = record (FRAM_ENTITY_PLAN_SLOT, key);
  FramUuid enrolment = test_enrolment (person), activity = test_workshop (where);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_ref (r, "activity", &activity);
  fram_record_set_int (r, "weekday", weekday);
  fram_record_set_int (r, "from_time", from);
  fram_record_set_int (r, "to_time", to);
  span (r, "valid_from", "valid_to", valid_from, valid_to);
  write_it (r);
}

static char *
describe_slots (gint64 activity, FramDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) slots = fram_roster_load_slots (reg->db, activity, day, &error);
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < slots->len; i++)
    {
      const FramPlanSlot *slot = &g_array_index (slots, FramPlanSlot, i);

      g_string_append_printf (out, "%d:%d-%d(%d,", slot->weekday, slot->from_time, slot->to_time,
                              slot->valid_from - today);
      if (slot->valid_to != FRAM_DATE_NONE)
        g_string_append_printf (out, "%d", slot->valid_to - today);
      g_string_append (out, ") ");
    }
  return g_string_free (out, FALSE);
}

/* Plans of those who are there that day, those that have ended included, and none that lies ahead. */
static void
test_slots (void)
{
  plan ("a", 0, 0, 4, 780, 900, -20, G_MAXINT);
  plan ("b", 0, 0, 4, 540, 720, -20, G_MAXINT);
  plan ("c", 0, 0, 1, 540, 720, -90, -21);
  plan ("d", 0, 0, 2, 540, 720, 1, G_MAXINT);
  plan ("e", 0, 1, 4, 540, 720, -20, G_MAXINT);
  plan ("f", 1, 0, 4, 540, 720, -20, G_MAXINT);
  take_away (FRAM_ENTITY_PLAN_SLOT, id_of (FRAM_ENTITY_PLAN_SLOT, "b"));
  assert_text (describe_slots (workshop, today), "1:540-720(-90,-21) 4:780-900(-20,) ");
  assert_text (describe_slots (workshop, today + 1), "1:540-720(-90,-21) 2:540-720(1,) 4:780-900(-20,) ");
}

static void
mark_by (guint staff, guint person, FramDate day, int part, int status, const char *note, const char *reason)
{
  g_autoptr (FramViewer) by = test_viewer (reg->db, staff);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRecord) r = test_mark_record (person, day, status);
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, by, "mark", reason, &error);

  r->part = part;
  fram_record_set_text (r, "note", note);
  if (status == TEST_PRESENT)
    fram_record_set_int (r, "attended_minutes", 165);
  fram_changes_insert (changes, r, &error);
  g_assert_no_error (error);
  fram_changes_commit (changes, NULL, &error);
  g_assert_no_error (error);
}

static void
test_marks (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  FramStoredMark *mark;

  mark_by (0, 1, today, 2, TEST_LATE, NULL, NULL);
  mark_by (1, 1, today, 1, TEST_PRESENT, "målade", NULL);
  mark_by (0, 2, today, 0, TEST_SICK, NULL, NULL);
  mark_by (0, 2, today, 0, -1, NULL, NULL);
  mark_by (0, 3, today + 1, 0, TEST_SICK, NULL, NULL);
  marks = fram_roster_load_marks (reg->db, workshop, today, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (marks->len, ==, 2);
  mark = g_ptr_array_index (marks, 0);
  g_assert_cmpint (mark->enrolment, ==, enrolments[1]);
  g_assert_cmpint (mark->day, ==, today);
  g_assert_cmpint (mark->part, ==, 1);
  g_assert_cmpint (mark->status, ==, row_of (test_status (TEST_PRESENT)));
  g_assert_cmpint (mark->attended_minutes, ==, 165);
  g_assert_cmpint (mark->planned_minutes, ==, 180);
  g_assert_cmpint (mark->minutes_late, ==, -1);
  g_assert_cmpint (mark->came, ==, FRAM_TIME_NONE);
  g_assert_cmpstr (mark->note, ==, "målade");
  g_assert_cmpstr (mark->marked_by, ==, "Bo Ask");
  g_assert_cmpint (mark->marked_at, ==, fram_clock_now (reg->clock));
  mark = g_ptr_array_index (marks, 1);
  g_assert_cmpint (mark->part, ==, 2);
  g_assert_cmpint (mark->minutes_late, ==, 15);
  g_assert_cmpstr (mark->marked_by, ==, "Anna Ek");
}

static void
test_one_mark (void)
{
  g_autoptr (GError) error = NULL;
  FramStoredMark *cleared = fram_roster_load_mark (reg->db, enrolments[2], workshop, today, 0, &error);
  FramStoredMark *none = fram_roster_load_mark (reg->db, enrolments[2], workshop, today, 1, &error);

  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_cmpint (cleared->status, ==, 0);
  g_assert_cmpstr (cleared->marked_by, ==, "Anna Ek");
  fram_stored_mark_free (cleared);
}

/* The last sessions before a day, newest first; cleared ones are none, and other places do not count. */
static void
test_last (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) last = NULL, few = NULL;

  for (int i = 1; i <= 15; i++)
    test_mark_ok (reg->db, reg->system, 4, today - i, i % 2 == 0 ? TEST_PRESENT : TEST_SICK);
  test_mark_ok (reg->db, reg->system, 4, today - 2, -1);
  test_mark_ok (reg->db, reg->system, 4, today, TEST_PRESENT);
  last = fram_roster_load_last (reg->db, enrolments[4], workshop, today, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last->len, ==, 10);
  for (guint i = 0; i < 10; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (last, i);

      g_assert_cmpint (mark->day, ==, today - (int)(i == 0 ? 1 : i + 2));
    }
  few = fram_roster_load_last (reg->db, enrolments[4], workshop, today - 13, 10, &error);
  g_assert_cmpuint (few->len, ==, 2);
}

/* How a mark came about, newest first, with who and when of each step: also that it was cleared. */
static void
test_history (void)
{
  static const struct
  {
    const char *by;
    int status, late;
    const char *reason;
  } expected[] = {
    { "system", TEST_PRESENT, -1, NULL }, { "Cilla Alm", TEST_SICK, -1, "fel knapp" }, { "Bo Ask", -1, -1, NULL },
    { "Bo Ask", TEST_LATE, 15, NULL },    { "Anna Ek", TEST_PRESENT, -1, NULL },
  };
  FramDate day = today + 5;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL, none = NULL;

  mark_by (0, 0, day, 0, TEST_PRESENT, NULL, NULL);
  mark_by (1, 0, day, 0, TEST_LATE, NULL, NULL);
  mark_by (1, 0, day, 0, -1, NULL, NULL);
  mark_by (2, 0, day, 0, TEST_SICK, NULL, "fel knapp");
  test_mark_ok (reg->db, reg->system, 0, day, TEST_PRESENT);
  history = fram_roster_load_history (reg->db, enrolments[0], workshop, day, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < history->len; i++)
    {
      const FramMarkPast *past = g_ptr_array_index (history, i);

      g_assert_cmpstr (past->by, ==, expected[i].by);
      g_assert_cmpint (past->status, ==, expected[i].status < 0 ? 0 : row_of (test_status (expected[i].status)));
      g_assert_cmpint (past->minutes_late, ==, expected[i].late);
      g_assert_cmpstr (past->reason, ==, expected[i].reason);
      g_assert_cmpint (past->at, ==, fram_clock_now (reg->clock));
    }
  none = fram_roster_load_history (reg->db, enrolments[0], workshop, day + 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
instruct (const char *line, guint person, int where, int from, int to)
{
  FramRecord *r = record (FRAM_ENTITY_INSTRUCTION, line);
  FramUuid enrolment = test_enrolment (person);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_text (r, "line", line);
  if (where >= 0)
    {
      FramUuid activity = test_workshop ((guint)where);

      fram_record_set_ref (r, "activity", &activity);
    }
  if (from != G_MININT)
    fram_record_set_date (r, "from_day", today + from);
  if (to != G_MAXINT)
    fram_record_set_date (r, "to_day", today + to);
  write_it (r);
}

static char *
describe_lines (guint person, gint64 activity, FramDate day)
{
  g_auto (GStrv) lines = fram_roster_load_lines (reg->db, enrolments[person], activity, day);

  return g_strjoinv (" ", lines);
}

/* Lines in force there that day, in the order in which they were written. */
static void
test_lines (void)
{
  instruct ("always", 0, -1, G_MININT, G_MAXINT);
  instruct ("here", 0, 0, 0, 3);
  instruct ("there", 0, 1, 0, 3);
  instruct ("over", 0, 0, -9, -1);
  instruct ("ahead", 0, 0, 1, G_MAXINT);
  instruct ("not-me", 1, 0, G_MININT, G_MAXINT);
  instruct ("taken-away", 0, 0, G_MININT, G_MAXINT);
  take_away (FRAM_ENTITY_INSTRUCTION, id_of (FRAM_ENTITY_INSTRUCTION, "taken-away"));
  assert_text (describe_lines (0, workshop, today), "always here");
  assert_text (describe_lines (0, workshop, today - 1), "always over");
  assert_text (describe_lines (0, workshop, today + 3), "always here ahead");
  assert_text (describe_lines (0, workshop, today + 4), "always ahead");
  assert_text (describe_lines (0, other, today), "always there");
  assert_text (describe_lines (2, workshop, today), "");
}

static void
goal (const char *line, guint person, int due, int reached)
{
  FramRecord *r = record (FRAM_ENTITY_PART_GOAL, line);
  FramUuid enrolment = test_enrolment (person);

  fram_record_set_ref (r, "enrolment", &enrolment);
  fram_record_set_text (r, "text", "behind it");
  fram_record_set_text (r, "workshop_line", line);
  fram_record_set_date (r, "due", today + due);
  if (reached != G_MAXINT)
    fram_record_set_date (r, "reached", today + reached);
  write_it (r);
}

static void
test_training (void)
{
  goal ("komma i tid", 0, 30, -1);
  goal ("läsa ritning", 0, 90, G_MAXINT);
  goal ("såga rakt", 0, 60, G_MAXINT);
  assert_text (fram_roster_load_training (reg->db, enrolments[0], workshop, today), "såga rakt");
  assert_text (fram_roster_load_training (reg->db, enrolments[0], workshop, today - 1), "komma i tid");
  assert_text (fram_roster_load_training (reg->db, enrolments[1], workshop, today), NULL);
}

static void
test_a_person (void)
{
  static const char *const columns[] = { "protected", NULL };
  FramUuid id = test_person (1);
  g_autoptr (FramViewer) anna = test_viewer (reg->db, 0);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_PARTICIPANT, &id);
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  FramRecord *alias = record (FRAM_ENTITY_ALIAS, "alias");
  FramStoredPerson *person = fram_roster_load_person (reg->db, anna, workshop, enrolments[1], &error);

  g_assert_no_error (error);
  g_assert_cmpstr (person->case_no, ==, "F2026-0002");
  g_assert_cmpstr (person->given_name, ==, "Åsa 2");
  g_assert_cmpint (person->enrolled, ==, fram_test_date ("2026-01-12"));
  g_assert_cmpint (person->closed, ==, FRAM_DATE_NONE);
  g_assert_true (person->visible && !person->is_protected);
  g_assert_null (person->alias);
  fram_stored_person_free (person);

  changes = fram_changes_begin (reg->db, reg->system, "test", NULL, &error);
  fram_record_set_int (r, "protected", 1);
  fram_changes_update (changes, r, columns, NULL);
  g_assert_true (fram_changes_commit (changes, NULL, NULL));
  fram_record_set_ref (alias, "participant", &id);
  fram_record_set_text (alias, "alias", "Ek");
  write_it (alias);
  person = fram_roster_load_person (reg->db, anna, workshop, enrolments[1], &error);
  g_assert_true (person->is_protected && !person->visible);
  g_assert_cmpstr (person->alias, ==, "Ek");
  fram_stored_person_free (person);
}

int
main (int argc, char **argv)
{
  int failed;

  fram_test_init (&argc, &argv);
  today = fram_test_date (TEST_TODAY);
  reg = test_register_new (G_N_ELEMENTS (enrolments));
  for (guint i = 0; i < G_N_ELEMENTS (enrolments); i++)
    {
      take_away (FRAM_ENTITY_PLACEMENT, test_placement (i));
      enrolments[i] = row_of (test_enrolment (i));
    }
  workshop = row_of (test_workshop (0));
  other = row_of (test_workshop (1));
  group = row_of (test_group ());
  g_test_add_func ("/store/roster/stays", test_stays);
  g_test_add_func ("/store/roster/members", test_members);
  g_test_add_func ("/store/roster/slots", test_slots);
  g_test_add_func ("/store/roster/marks", test_marks);
  g_test_add_func ("/store/roster/one-mark", test_one_mark);
  g_test_add_func ("/store/roster/last", test_last);
  g_test_add_func ("/store/roster/history", test_history);
  g_test_add_func ("/store/roster/lines", test_lines);
  g_test_add_func ("/store/roster/training", test_training);
  g_test_add_func ("/store/roster/person", test_a_person);
  failed = g_test_run ();
  test_assert_sound (reg->db);
  test_register_free (reg);
  return failed;
}
