#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-contact.h"
#include "fram-ids.h"

/* Whom a leader can call, what was seen of somebody, who stands in, and who comes for one day. */

#define TODAY "2026-11-12"

typedef struct
{
  Fixture base;
  FramUuid per;
  FramUuid garden;
  FramUuid amina; /* the enrolment */
} House;

static void
put (House *h, FramRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

static void
grant (House *h, const FramUuid *staff, FramRole role, const FramUuid *workshop, gboolean stand_in,
       const FramUuid *deputy_for)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);

  fram_record_set_ref (record, "staff", staff);
  fram_record_set_text (record, "role", fram_role_get_code (role));
  fram_record_set_ref (record, "workshop", workshop);
  fram_record_set_int (record, "stand_in", stand_in);
  fram_record_set_ref (record, "deputy_for", deputy_for);
  put (h, record);
}

static void
set_phone (House *h, const char *name, const char *phone)
{
  g_autoptr (GPtrArray) all = fram_desk_staff (h->base.desk, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      FramStaff *staff = g_ptr_array_index (all, i);

      if (g_strcmp0 (staff->name, name) != 0)
        continue;
      g_free (staff->phone);
      staff->phone = g_strdup (phone);
      g_assert_true (fram_desk_save_staff (h->base.desk, staff, NULL, &error));
    }
  g_assert_no_error (error);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, NULL);
  g_assert_true (fram_desk_find_activity (f->desk, "tradgard", &h->garden, &error));
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->amina, &error));
  h->per = fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Stig Sökare", FRAM_ROLE_PLACE_FINDER, NULL);
  grant (h, &h->per, FRAM_ROLE_ACTIVITY_LEADER, &h->garden, TRUE, NULL);
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

/* The number of lines of the access log that say so. */
static guint
logged (House *h, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) owner = fram_desk_open (h->base.path, h->base.clock, &error);
  g_autoptr (GPtrArray) lines = fram_desk_log (owner, NULL, 0, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    n += g_strcmp0 (((const FramLogLine *)g_ptr_array_index (lines, i))->detail, reason) == 0;
  return n;
}

static GPtrArray *
calls (House *h, const char *who)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found;

  if (who != NULL)
    fixture_sit (&h->base, who);
  found = fram_desk_calls (h->base.desk, &h->amina, &error);
  g_assert_no_error (error);
  return found;
}

static void
give_case_worker (House *h, const char *deputy)
{
  Fixture *f = &h->base;
  FramUuid rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  FramUuid other = fixture_hire (f, deputy, FRAM_ROLE_CASE_WORKER, NULL);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (record, "enrolment", &h->amina);
  fram_record_set_ref (record, "staff", &rebecka);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  put (h, record);
  grant (h, &other, FRAM_ROLE_CASE_WORKER, NULL, FALSE, &rebecka);
  set_phone (h, "Rebecka Memic", "070-1740610");
  set_phone (h, deputy, "070-1740611");
}

static void
give_emergency (House *h)
{
  static const char *const columns[] = { "emergency_name", "emergency_phone", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPersonRow) person = fram_desk_find_person (h->base.desk, h->base.amina, &error);
  FramUuid id = fram_id_contact_details (&person->participant);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONTACT_DETAILS, &id);
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  fram_record_set_text (record, "emergency_name", "Bo Hassan");
  fram_record_set_text (record, "emergency_phone", "070-1740612");
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

static void
test_a_leader_calls_and_it_is_logged (House *h, gconstpointer unused)
{
  static const char *const names[] = { "Amina Hassan", "Rebecka Memic", "Dragana Berg, deputy of Rebecka Memic",
                                       "Bo Hassan" };
  static const char *const phones[] = { "070-1740605", "070-1740610", "070-1740611", "070-1740612" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = NULL;

  give_case_worker (h, "Dragana Berg");
  give_emergency (h);
  found = calls (h, "Per Wallin");
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < found->len; i++)
    {
      g_assert_cmpstr (((const FramCall *)g_ptr_array_index (found, i))->name, ==, names[i]);
      g_assert_cmpstr (((const FramCall *)g_ptr_array_index (found, i))->phone, ==, phones[i]);
    }
  g_assert_cmpuint (logged (h, "call: numbers shown"), ==, 1);
  g_assert_true (fram_desk_log_call (h->base.desk, &h->amina, FRAM_CALL_EMERGENCY, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (logged (h, "call: emergency contact"), ==, 1);
}

static void
test_a_mentor_sees_no_emergency_contact (House *h, gconstpointer unused)
{
  FramUuid mia = fixture_hire (&h->base, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  give_emergency (h);
  fram_record_set_ref (record, "staff", &mia);
  fram_record_set_text (record, "role", "peer_mentor");
  fram_record_set_ref (record, "workshop", &h->base.snickeri);
  put (h, record);
  found = calls (h, "Mia Nord");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((const FramCall *)g_ptr_array_index (found, 0))->kind, ==, FRAM_CALL_PARTICIPANT);
  g_assert_false (fram_desk_log_call (h->base.desk, &h->amina, FRAM_CALL_EMERGENCY, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
test_others_numbers_are_not_shown (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) finder = calls (h, "Stig Sökare");

  g_assert_cmpuint (finder->len, ==, 0);
  g_assert_cmpuint (logged (h, "call: numbers shown"), ==, 0);
  fixture_sit (&h->base, "Olle Odlare");
  g_assert_null (fram_desk_calls (h->base.desk, &h->amina, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
protect (House *h)
{
  g_autoptr (GError) error = NULL;
  FramPersonEdit edit = { .given_name = "Amina",
                          .family_name = "Hassan",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };
  g_autoptr (FramPersonRow) person = fram_desk_find_person (h->base.desk, h->base.amina, &error);

  g_assert_true (fram_desk_edit_person (h->base.desk, &person->participant, &edit, &error));
  g_assert_no_error (error);
}

static void
test_protected_people_have_no_number_for_others (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  protect (h);
  fixture_sit (&h->base, "Per Wallin");
  g_assert_null (fram_desk_calls (h->base.desk, &h->amina, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_save_seen (h->base.desk, &h->amina, "Careful with tools", FALSE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
test_what_was_seen_is_a_leaders_word (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autofree char *most = g_strnfill (140, 'x');
  g_autofree char *more = g_strnfill (141, 'x');

  fixture_sit (&h->base, "Per Wallin");
  g_assert_true (fram_desk_save_seen (h->base.desk, &h->amina, " Careful with tools ", TRUE, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "What you saw of Amina Hassan is written down.");
  g_assert_true (fram_desk_save_seen (h->base.desk, &h->amina, most, FALSE, NULL, &error));
  g_assert_false (fram_desk_save_seen (h->base.desk, &h->amina, more, FALSE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  fixture_sit (&h->base, "Olle Odlare");
  g_assert_false (fram_desk_save_seen (h->base.desk, &h->amina, "Careful", FALSE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_sit (&h->base, "Stig Sökare");
  g_assert_false (fram_desk_save_seen (h->base.desk, &h->amina, "Careful", FALSE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static gboolean
may_mark_in_garden (House *h)
{
  g_autoptr (FramRoster) roster = fram_desk_roster (h->base.desk, &h->garden, h->base.today, NULL);

  return roster != NULL && roster->may_mark;
}

static void
test_standing_in_gives_a_leaders_rights (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  fixture_sit (&h->base, "Per Wallin");
  before = fram_desk_stand_in_places (h->base.desk, &error);
  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpstr (((const FramActivityCount *)g_ptr_array_index (before, 0))->code, ==, "tradgard");
  g_assert_false (may_mark_in_garden (h));
  g_assert_true (fram_desk_stand_in (h->base.desk, &h->garden, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "You stand in at Garden until midnight.");
  g_assert_true (may_mark_in_garden (h));
  after = fram_desk_stand_in_places (h->base.desk, &error);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_cmpuint (logged (h, "stands in: tradgard"), ==, 1);
  /* taken back, and begun again */
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  g_assert_false (may_mark_in_garden (h));
  g_assert_true (fram_desk_stand_in (h->base.desk, &h->garden, NULL, &error));
  g_assert_true (may_mark_in_garden (h));
  g_assert_cmpuint (logged (h, "stands in: tradgard"), ==, 2);
}

static void
test_an_administrator_says_who_may_stand_in (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = fram_desk_staff (h->base.desk, FALSE, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) places = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      FramStaff *staff = g_ptr_array_index (all, i);

      if (g_strcmp0 (staff->name, "Olle Odlare") == 0)
        fram_staff_set_stand_in (staff, "snickeri", TRUE);
      if (g_strcmp0 (staff->name, "Per Wallin") == 0)
        {
          g_assert_true (fram_staff_may_stand_in (staff, "tradgard"));
          fram_staff_set_stand_in (staff, "tradgard", FALSE);
        }
      g_assert_true (fram_desk_save_staff (h->base.desk, staff, NULL, &error));
    }
  fixture_sit (&h->base, "Olle Odlare");
  places = fram_desk_stand_in_places (h->base.desk, &error);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_true (fram_desk_stand_in (h->base.desk, &h->base.snickeri, NULL, &error));
  g_assert_no_error (error);
  fixture_sit (&h->base, "Per Wallin");
  g_assert_false (fram_desk_stand_in (h->base.desk, &h->garden, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  /* roles are changed without a word about it: it stays */
  again = fram_desk_staff (h->base.desk, FALSE, &error);
  for (guint i = 0; i < again->len; i++)
    g_assert_cmpint (fram_staff_may_stand_in (g_ptr_array_index (again, i), "snickeri"), ==,
                     g_strcmp0 (((FramStaff *)g_ptr_array_index (again, i))->name, "Olle Odlare") == 0);
}

static void
test_nobody_stands_in_unasked (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Olle Odlare");
  g_assert_false (fram_desk_stand_in (h->base.desk, &h->base.snickeri, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  fixture_sit (&h->base, "Per Wallin");
  g_assert_false (fram_desk_stand_in (h->base.desk, &h->base.snickeri, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

/* The same register as another day sees it. */
static void
turn_clock (House *h, const char *now)
{
  Fixture *f = &h->base;

  g_clear_object (&f->desk);
  fram_clock_unref (f->clock);
  f->clock = fram_clock_new_from_text (now);
  f->today = fram_clock_today (f->clock);
  fixture_reopen (f);
}

static void
test_standing_in_ends_at_midnight_however_the_clock_is_turned (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramClosure closure = { .to_day = FRAM_DATE_NONE, .name = (char *)"Inventory" };

  fixture_sit (&h->base, "Per Wallin");
  g_assert_true (fram_desk_stand_in (h->base.desk, &h->garden, NULL, &error));
  turn_clock (h, "2026-11-13T00:00");
  fixture_sit (&h->base, "Per Wallin");
  g_assert_false (may_mark_in_garden (h));
  /* work goes on; then somebody turns the clock back to the day before */
  fixture_reopen (&h->base);
  closure.day = fram_test_date ("2026-12-28");
  g_assert_true (fram_desk_save_closure (h->base.desk, &closure, &error));
  turn_clock (h, "2026-11-12T10:00");
  fixture_sit (&h->base, "Per Wallin");
  g_assert_false (may_mark_in_garden (h));
  g_assert_false (fram_desk_stand_in (h->base.desk, &h->garden, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
}

static gboolean
visit (House *h, const char *case_no, const char *day, FramUuid *enrolment, GError **error)
{
  return fram_desk_add_visitor (h->base.desk, &h->base.snickeri, fram_test_date (day), case_no, enrolment, NULL, error);
}

static void
test_a_visitor_can_be_marked_that_day (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *carlos = fixture_add (&h->base, "Carlos", "Molina");
  FramMarkEdit present = { .fields = FRAM_MARK_STATUS, .status = "present" };
  FramUuid id;
  g_autoptr (FramRoster) marked = NULL;
  g_autoptr (FramRoster) next = NULL;

  fixture_sit (&h->base, "Per Wallin");
  g_assert_true (visit (h, carlos, TODAY, &id, &error));
  g_assert_no_error (error);
  marked = fram_desk_mark (h->base.desk, &h->base.snickeri, h->base.today, 0, &id, 1, &present, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_row (marked, "Carlos Molina")->kind, ==, FRAM_ROSTER_VISITOR);
  next = fixture_roster (&h->base, "2026-11-13");
  g_assert_null (fixture_row (next, "Carlos Molina"));
  g_assert_cmpuint (logged (h, "visitor"), ==, 1);
}

static char *
refusal (House *h, const char *case_no, const char *day)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (visit (h, case_no, day, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  return g_strdup (strstr (error->message, "who can visit"));
}

static void
test_a_number_tells_nothing_of_whose_it_is (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *early = NULL;

  protect (h);
  fixture_sit (&h->base, "Olle Odlare");
  h->base.snickeri = h->garden;
  unknown = refusal (h, "F2026-9999", TODAY);
  hidden = refusal (h, h->base.amina, TODAY);
  g_assert_cmpstr (unknown, ==, hidden);
  g_assert_cmpuint (logged (h, "visitor"), ==, 2);
}

static void
test_who_is_here_is_no_visitor (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture_sit (&h->base, "Per Wallin");
  g_assert_false (visit (h, h->base.amina, TODAY, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (visit (h, h->base.amina, "2026-11-14", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  fixture_sit (&h->base, "Lena Ahmadi");
  g_assert_false (visit (h, h->base.amina, TODAY, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
test_the_tasks_of_a_workshop_are_to_choose_from (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) tasks = fram_desk_workshop_tasks (h->base.desk, &h->base.snickeri, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (tasks), ==, 4);
  g_assert_cmpstr (tasks[1], ==, "Planing");
}

#define ADD(name, func) g_test_add ("/desk/contact/" name, House, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("a-leader-calls-and-it-is-logged", test_a_leader_calls_and_it_is_logged);
  ADD ("a-mentor-sees-no-emergency-contact", test_a_mentor_sees_no_emergency_contact);
  ADD ("others-numbers-are-not-shown", test_others_numbers_are_not_shown);
  ADD ("protected-people-have-no-number-for-others", test_protected_people_have_no_number_for_others);
  ADD ("what-was-seen-is-a-leaders-word", test_what_was_seen_is_a_leaders_word);
  ADD ("standing-in-gives-a-leaders-rights", test_standing_in_gives_a_leaders_rights);
  ADD ("an-administrator-says-who-may-stand-in", test_an_administrator_says_who_may_stand_in);
  ADD ("nobody-stands-in-unasked", test_nobody_stands_in_unasked);
  ADD ("standing-in-ends-at-midnight-however-the-clock-is-turned",
       test_standing_in_ends_at_midnight_however_the_clock_is_turned);
  ADD ("a-visitor-can-be-marked-that-day", test_a_visitor_can_be_marked_that_day);
  ADD ("a-number-tells-nothing-of-whose-it-is", test_a_number_tells_nothing_of_whose_it_is);
  ADD ("who-is-here-is-no-visitor", test_who_is_here_is_no_visitor);
  ADD ("the-tasks-of-a-workshop-are-to-choose-from", test_the_tasks_of_a_workshop_are_to_choose_from);
  return g_test_run ();
}
