#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-booking.h"
#include "fram-desk-commitment.h"
#include "fram-desk-today.h"
#include "fram-ids.h"

/* Which rosters are not taken, and what the day's first page tells whom. It is Thursday, a quarter past nine. */

#define TODAY   "2026-11-12"
#define TUESDAY "2026-11-10"

static void
set_up (Fixture *f, gconstpointer unused)
{
  fixture_set_up (f, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Olle Odlare", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
}

static char *
add_by_case_worker (Fixture *f, const char *given, const char *family, const char *from, const char *slots)
{
  char *case_no;

  fixture_sit (f, "Rebecka Memic");
  case_no = fixture_add (f, given, family);
  fixture_place (f, case_no, "snickeri", from, slots);
  return case_no;
}

static FramToday *
today_of (Fixture *f, const char *who)
{
  g_autoptr (GError) error = NULL;
  FramToday *today;

  fixture_sit (f, who);
  today = fram_desk_today (f->desk, f->today, &error);
  g_assert_no_error (error);
  return today;
}

static const FramRosterTaken *
find (const GPtrArray *rosters, const char *code)
{
  for (guint i = 0; i < rosters->len; i++)
    {
      const FramRosterTaken *taken = g_ptr_array_index (rosters, i);

      if (strcmp (taken->code, code) == 0)
        return taken;
    }
  return NULL;
}

static const FramHint *
find_hint (const FramToday *today, FramHintKind kind)
{
  for (guint i = 0; i < today->hints->len; i++)
    {
      const FramHint *hint = g_ptr_array_index (today->hints, i);

      if (hint->kind == kind)
        return hint;
    }
  return NULL;
}

static void
mark (Fixture *f, const char *day, const char *name, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) after = fixture_mark (f, day, name, status, &error);

  g_assert_no_error (error);
}

static const FramNeed *
find_need (const FramToday *today, FramNeedKind kind)
{
  for (guint i = 0; i < today->needs->len; i++)
    {
      const FramNeed *need = g_ptr_array_index (today->needs, i);

      if (need->kind == kind)
        return need;
    }
  return NULL;
}

/* A participant of Rebecka's own, whose enrolment says something more. */
static FramUuid
add_with (Fixture *f, const char *column, const char *value)
{
  const char *columns[] = { column, NULL };
  g_autofree char *case_no = add_by_case_worker (f, "Carla", "Nilsson", "2026-10-01", "thu 09-12");
  g_autoptr (FramCase) what = fram_desk_case (f->desk, case_no, NULL, NULL);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, &what->enrolment);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  fram_record_set_text (record, column, value);
  fram_changes_update (changes, record, columns, &error);
  g_assert_no_error (error);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  return what->enrolment;
}

/* Six weeks before, and not a day earlier; a next step ends the asking. Others are not told. */
static void
test_a_closing_comes_without_a_next_step (Fixture *f, gconstpointer unused)
{
  FramUuid enrolment = add_with (f, "target", "2026-12-24");
  g_autoptr (FramToday) soon = today_of (f, "Rebecka Memic");
  g_autoptr (FramToday) leader = today_of (f, "Per Wallin");
  g_autoptr (FramToday) planned = NULL;
  g_autofree char *what = NULL;

  g_assert_nonnull (strstr (find_need (soon, FRAM_NEED_CLOSING)->name, "Carla"));
  g_assert_cmpstr (find_need (soon, FRAM_NEED_CLOSING)->section, ==, "plan");
  g_assert_false (find_need (soon, FRAM_NEED_CLOSING)->late);
  g_assert_null (find_need (leader, FRAM_NEED_CLOSING));
  fixture_sit (f, "Rebecka Memic");
  g_assert_true (fram_desk_set_commitment_done (f->desk, &enrolment, "next_step", 1, f->today, &what, NULL));
  planned = today_of (f, "Rebecka Memic");
  g_assert_null (find_need (planned, FRAM_NEED_CLOSING));
}

static void
test_a_closing_far_away_is_not_told (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) today = NULL;

  add_with (f, "target", "2026-12-25");
  today = today_of (f, "Rebecka Memic");
  g_assert_null (find_need (today, FRAM_NEED_CLOSING));
}

/* Six weeks before it ends; what somebody lives on is of class intake. */
static void
test_a_decision_about_income_ends (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) mine = NULL;
  g_autoptr (FramToday) manager = NULL;

  add_with (f, "income_until", "2026-11-30");
  mine = today_of (f, "Rebecka Memic");
  manager = today_of (f, "Lena Ahmadi");
  g_assert_nonnull (find_need (mine, FRAM_NEED_INCOME));
  g_assert_null (find_need (manager, FRAM_NEED_INCOME));
}

static void
put_review (Fixture *f, const char *case_no, const char *day)
{
  g_autoptr (FramCase) what = fram_desk_case (f->desk, case_no, NULL, NULL);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ADAPTATION, NULL);

  fram_record_set_ref (record, "enrolment", &what->enrolment);
  fram_record_set_text (record, "measure", "Ear protection");
  fram_record_set_text (record, "status", "in_place");
  fram_record_set_date (record, "review_by", fram_date_parse (day));
  fixture_put (f, record);
}

/* What the administrator takes away in the table of rights is gone from the day too. */
static void
take_need_away (Fixture *f)
{
  static const char *const columns[] = { "reach", NULL };
  FramUuid id = fram_id_role_right ("occupational_therapist", "need");
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_RIGHT, &id);
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  fram_record_set_text (record, "reach", "none");
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

/* A review within the week is told to the occupational therapist, and to nobody else: needs are of class need. */
static void
test_a_review_is_told_to_the_therapist (Fixture *f, gconstpointer unused)
{
  static const char *const others[] = { "Per Wallin", "Lena Ahmadi", "Rebecka Memic" };
  g_autoptr (FramToday) therapist = NULL;
  g_autoptr (FramToday) without = NULL;

  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  put_review (f, f->amina, "2026-11-18");
  put_review (f, f->bjorn, "2026-12-18");
  therapist = today_of (f, "Dragana Andersen");
  g_assert_cmpstr (find_need (therapist, FRAM_NEED_REVIEW)->case_no, ==, f->amina);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (FramToday) today = today_of (f, others[i]);

      g_assert_null (find_need (today, FRAM_NEED_REVIEW));
    }
  take_need_away (f);
  fixture_reopen (f);
  without = today_of (f, "Dragana Andersen");
  g_assert_null (find_need (without, FRAM_NEED_REVIEW));
}

/* Nothing has been planned for four weeks. */
static void
test_a_gap_is_told_to_the_case_worker (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = NULL;
  g_autoptr (FramToday) mine = NULL;
  g_autoptr (FramToday) others = NULL;
  const FramNeed *gap;

  fixture_sit (f, "Rebecka Memic");
  case_no = fixture_add (f, "Dina", "Ek");
  g_assert_true (fram_desk_place (f->desk, case_no, "snickeri", fram_test_date ("2026-09-03"),
                                  fram_test_date ("2026-10-15"), "thu 09-12", NULL));
  mine = today_of (f, "Rebecka Memic");
  gap = find_need (mine, FRAM_NEED_GAP);
  g_assert_cmpstr (gap->case_no, ==, case_no);
  g_assert_true (gap->late);
  g_assert_cmpstr (gap->section, ==, "timeline");
  others = today_of (f, "Per Wallin");
  g_assert_null (find_need (others, FRAM_NEED_GAP));
}

static void
book (Fixture *f, const char *case_no, const char *day, int starts)
{
  g_autoptr (FramCase) what = fram_desk_case (f->desk, case_no, NULL, NULL);
  g_autoptr (FramViewer) me = fram_desk_dup_viewer (f->desk);
  g_autoptr (GError) error = NULL;
  FramBookingEdit edit = { .participant = what->person->row->participant,
                           .kind = "trepartsmote",
                           .day = fram_test_date (day),
                           .starts = starts,
                           .minutes = 60,
                           .staff = me->id,
                           .place = "Room 3",
                           .interpreter = TRUE };

  g_assert_true (fram_desk_book (f->desk, &edit, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Today's, and those of the next day with any: not the ones after that, and nobody else's. */
static void
test_my_day (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = add_by_case_worker (f, "Carla", "Nilsson", "2026-10-01", "thu 13-15");
  g_autoptr (FramToday) mine = NULL;
  g_autoptr (FramToday) manager = NULL;
  const FramMyMeeting *first, *next;

  book (f, case_no, TODAY, 10 * 60);
  book (f, case_no, "2026-11-16", 9 * 60);
  book (f, case_no, "2026-11-17", 9 * 60);
  mine = today_of (f, "Rebecka Memic");
  g_assert_cmpuint (mine->meetings->len, ==, 2);
  first = g_ptr_array_index (mine->meetings, 0);
  next = g_ptr_array_index (mine->meetings, 1);
  g_assert_cmpint (first->starts, ==, 10 * 60);
  g_assert_false (first->over);
  g_assert_nonnull (strstr (first->text, "Room 3"));
  g_assert_nonnull (strstr (first->name, "Carla"));
  fram_assert_date (next->day, "2026-11-16");
  manager = today_of (f, "Lena Ahmadi");
  g_assert_cmpuint (manager->meetings->len, ==, 0);
}

/* Places of the profile, less two; Trädgård and Snickeri have leaders, four others have none. */
static void
test_how_the_house_stands (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) manager = today_of (f, "Lena Ahmadi");
  g_autoptr (FramToday) case_worker = today_of (f, "Rebecka Memic");

  g_assert_cmpint (manager->house->places, ==, 100);
  g_assert_cmpint (manager->house->taken, ==, 2);
  g_assert_cmpint (manager->house->case_load, ==, 15);
  g_assert_cmpuint (manager->house->n_over, ==, 0);
  g_assert_cmpuint (manager->house->n_leaderless, ==, 4);
  g_assert_null (case_worker->house);
}

/* The next working day of a Thursday is Friday: who leads until then is there, who comes on Monday is not yet. */
static void
test_tomorrow_has_a_leader (Fixture *f, gconstpointer unused)
{
  FramUuid until = fixture_hire (f, "Frida Lund", FRAM_ROLE_PEER_MENTOR, NULL);
  FramUuid kitchen = fram_id_workshop (FRAM_SITE_DEFAULT, "kok_bageri"),
           crafts = fram_id_workshop (FRAM_SITE_DEFAULT, "kreativt_hantverk");
  g_autoptr (FramRecord) friday = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  g_autoptr (FramRecord) monday = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  g_autoptr (FramToday) manager = NULL;

  fram_record_set_ref (friday, "staff", &until);
  fram_record_set_text (friday, "role", "activity_leader");
  fram_record_set_ref (friday, "workshop", &kitchen);
  fram_record_set_date (friday, "to_day", fram_test_date ("2026-11-13"));
  fixture_put (f, friday);
  fram_record_set_ref (monday, "staff", &until);
  fram_record_set_text (monday, "role", "activity_leader");
  fram_record_set_ref (monday, "workshop", &crafts);
  fram_record_set_date (monday, "from_day", fram_test_date ("2026-11-16"));
  fixture_put (f, monday);
  manager = today_of (f, "Lena Ahmadi");
  g_assert_cmpuint (manager->house->n_leaderless, ==, 3);
  g_assert_nonnull (strstr (manager->house->leaderless, "Crafts"));
  g_assert_null (strstr (manager->house->leaderless, "Kitchen"));
}

static void
test_later_today_is_not_missing_yet (Fixture *f, gconstpointer unused)
{
  g_autofree char *later = add_by_case_worker (f, "Carlos", "Molina", "2026-10-01", "thu 13-15");
  g_autoptr (FramToday) today = today_of (f, "Per Wallin");
  const FramRosterTaken *snickeri = find (today->rosters, "snickeri");

  g_assert_cmpint (snickeri->expected, ==, 3);
  g_assert_cmpint (snickeri->marked, ==, 0);
  g_assert_cmpint (snickeri->unmarked_due, ==, 2);
  g_assert_cmpint (snickeri->first_from, ==, 9 * 60);
  g_assert_cmpuint (today->n_to_take, ==, 2); /* and Tuesday's */
}

static void
test_who_took_it_last_and_when (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) before = NULL;
  g_autoptr (FramToday) after = NULL;

  fixture_sit (f, "Per Wallin");
  mark (f, "2026-11-05", "Amina Hassan", "present");
  before = today_of (f, "Lena Ahmadi");
  g_assert_cmpstr (find (before->rosters, "snickeri")->last_by, ==, "Per Wallin");
  fixture_sit (f, "Rebecka Memic");
  mark (f, TODAY, "Amina Hassan", "late");
  mark (f, TODAY, "Björn Ek", "sick");
  after = today_of (f, "Lena Ahmadi");
  g_assert_cmpint (find (after->rosters, "snickeri")->marked, ==, 2);
  g_assert_cmpint (find (after->rosters, "snickeri")->present, ==, 1);
  g_assert_cmpint (find (after->rosters, "snickeri")->unmarked_due, ==, 0);
  g_assert_cmpstr (find (after->rosters, "snickeri")->last_by, ==, "Rebecka Memic");
  g_assert_cmpint (fram_instant_get_minute (find (after->rosters, "snickeri")->last_at), ==, 9 * 60 + 14);
}

static void
test_tuesday_was_not_taken (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) before = today_of (f, "Per Wallin");
  g_autoptr (FramToday) after = NULL;
  const FramRosterTaken *tuesday;

  g_assert_cmpuint (before->missing->len, ==, 1);
  tuesday = g_ptr_array_index (before->missing, 0);
  fram_assert_date (tuesday->day, TUESDAY);
  g_assert_cmpint (tuesday->unmarked_due, ==, 1);
  g_assert_null (tuesday->last_by);
  mark (f, TUESDAY, "Björn Ek", "present");
  after = today_of (f, "Per Wallin");
  g_assert_cmpuint (after->missing->len, ==, 0);
}

static void
test_a_cleared_mark_is_missing_again (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) today = NULL;

  mark (f, TUESDAY, "Björn Ek", "present");
  g_assert_true (fram_desk_undo (f->desk, NULL, NULL));
  today = today_of (f, "Per Wallin");
  g_assert_cmpuint (today->missing->len, ==, 1);
}

static void
test_a_closed_day_is_not_missing (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramClosure) closure = fram_closure_new ();
  g_autoptr (FramToday) today = NULL;
  g_autoptr (GError) error = NULL;

  closure->day = closure->to_day = fram_test_date (TUESDAY);
  closure->name = g_strdup ("Planering");
  g_assert_true (fram_desk_save_closure (f->desk, closure, &error));
  today = today_of (f, "Per Wallin");
  g_assert_cmpuint (today->missing->len, ==, 0);
}

static void
test_leaders_see_theirs_and_the_manager_all (Fixture *f, gconstpointer unused)
{
  g_autofree char *dina = fixture_add (f, "Dina", "Roth");
  g_autoptr (FramToday) per = NULL;
  g_autoptr (FramToday) olle = NULL;
  g_autoptr (FramToday) lena = NULL;

  fixture_place (f, dina, "tradgard", "2026-10-01", "thu 09-12");
  per = today_of (f, "Per Wallin");
  olle = today_of (f, "Olle Odlare");
  lena = today_of (f, "Lena Ahmadi");
  g_assert_nonnull (find (per->rosters, "snickeri"));
  g_assert_null (find (per->rosters, "tradgard"));
  g_assert_null (find (olle->rosters, "snickeri"));
  g_assert_true (find (olle->rosters, "tradgard")->own);
  g_assert_nonnull (find (lena->rosters, "snickeri"));
  g_assert_nonnull (find (lena->rosters, "tradgard"));
  g_assert_false (find (lena->rosters, "tradgard")->own);
  g_assert_cmpuint (lena->n_to_take, ==, 0);
  g_assert_cmpuint (lena->hints->len, ==, 0);
}

/* Whoever is not named for somebody cannot have forgotten to mark that person, and the sidebar says the same. */
static void
test_a_protected_person_is_not_missing_for_others (Fixture *f, gconstpointer unused)
{
  FramPersonEdit edit = { .given_name = "Maria",
                          .family_name = "Tanko",
                          .sex = "F",
                          .birth_date = fram_test_date ("1990-05-01"),
                          .enrolled = fram_test_date ("2026-09-01"),
                          .is_protected = TRUE };
  g_autofree char *case_no = NULL;
  g_autoptr (FramToday) rebecka = NULL;
  g_autoptr (FramToday) per = NULL;
  g_autoptr (GPtrArray) counts = NULL;

  fixture_sit (f, "Rebecka Memic");
  case_no = fram_desk_add_person (f->desk, &edit, NULL);
  fixture_place (f, case_no, "snickeri", "2026-10-01", "thu 09-12");
  rebecka = today_of (f, "Rebecka Memic");
  per = today_of (f, "Per Wallin");
  g_assert_cmpint (find (rebecka->rosters, "snickeri")->expected, ==, 3);
  g_assert_cmpint (find (per->rosters, "snickeri")->expected, ==, 2);
  counts = fram_desk_activities (f->desk, f->today, NULL);
  g_assert_cmpint (((const FramActivityCount *)g_ptr_array_index (counts, 0))->expected, ==, 2);
}

static void
test_days_to_come_are_left_out (Fixture *f, gconstpointer unused)
{
  g_autoptr (GPtrArray) week =
      fram_desk_rosters_taken (f->desk, fram_test_date ("2026-11-09"), fram_test_date ("2026-11-29"), NULL);
  const FramRosterTaken *first = g_ptr_array_index (week, 0);
  const FramRosterTaken *last = g_ptr_array_index (week, week->len - 1);

  g_assert_cmpuint (week->len, ==, 2);
  fram_assert_date (first->day, TUESDAY);
  fram_assert_date (last->day, TODAY);
}

static void
test_the_leader_is_told_at_two_and_three (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) one = NULL;
  g_autoptr (FramToday) two = NULL;
  g_autoptr (FramToday) three = NULL;

  mark (f, "2026-10-29", "Amina Hassan", "absent_unnotified");
  one = today_of (f, "Per Wallin");
  g_assert_null (find_hint (one, FRAM_HINT_UNNOTIFIED));
  mark (f, "2026-11-05", "Amina Hassan", "absent_unnotified");
  two = today_of (f, "Per Wallin");
  g_assert_cmpstr (find_hint (two, FRAM_HINT_UNNOTIFIED)->text, ==,
                   "Amina Hassan is away without notice for the second time in a row.");
  mark (f, TODAY, "Amina Hassan", "absent_unnotified");
  three = today_of (f, "Per Wallin");
  g_assert_cmpuint (find_hint (three, FRAM_HINT_UNNOTIFIED)->count, ==, 3);
  g_assert_false (find_hint (three, FRAM_HINT_UNNOTIFIED)->own_person);
  g_assert_false (find_hint (three, FRAM_HINT_UNNOTIFIED)->asked);
}

static void
test_the_case_worker_is_told_of_the_first (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = add_by_case_worker (f, "Carlos", "Molina", "2026-10-01", "thu 09-12");
  g_autoptr (FramToday) rebecka = NULL;
  g_autoptr (FramToday) per = NULL;

  mark (f, "2026-11-05", "Carlos Molina", "present");
  mark (f, TODAY, "Carlos Molina", "absent_unnotified");
  rebecka = today_of (f, "Rebecka Memic");
  per = today_of (f, "Per Wallin");
  g_assert_cmpstr (find_hint (rebecka, FRAM_HINT_UNNOTIFIED)->text, ==, "Carlos Molina is away without notice.");
  g_assert_true (find_hint (rebecka, FRAM_HINT_UNNOTIFIED)->own_person);
  g_assert_null (find_hint (per, FRAM_HINT_UNNOTIFIED));
}

static void
test_told_once_is_told (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) before = NULL;
  g_autoptr (FramToday) after = NULL;
  const FramHint *hint;

  mark (f, "2026-11-05", "Amina Hassan", "absent_unnotified");
  mark (f, TODAY, "Amina Hassan", "absent_unnotified");
  before = today_of (f, "Per Wallin");
  hint = find_hint (before, FRAM_HINT_UNNOTIFIED);
  g_assert_true (
      fram_desk_ask_case_worker (f->desk, &hint->enrolment, &hint->activity, FRAM_TASK_ABSENCE, NULL, NULL, NULL));
  after = today_of (f, "Per Wallin");
  g_assert_true (find_hint (after, FRAM_HINT_UNNOTIFIED)->asked);
}

static void
test_first_and_last_days_and_new_hours (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = add_by_case_worker (f, "Carlos", "Molina", TODAY, "thu 09-12");
  g_autoptr (FramToday) rebecka = today_of (f, "Rebecka Memic");
  const FramHint *hint = find_hint (rebecka, FRAM_HINT_FIRST_DAY);

  g_assert_cmpstr (hint->text, ==, "It is the first day here for Carlos Molina.");
  g_assert_cmpstr (hint->activity_name, ==, "Woodwork");
  g_assert_null (find_hint (rebecka, FRAM_HINT_LAST_DAY));
  g_assert_null (find_hint (rebecka, FRAM_HINT_HOURS_CHANGED));
}

static void
test_my_participants_today (Fixture *f, gconstpointer unused)
{
  g_autofree char *present = add_by_case_worker (f, "Carlos", "Molina", "2026-10-01", "thu 09-12");
  g_autofree char *unmarked = add_by_case_worker (f, "Dina", "Roth", "2026-10-01", "thu 09-12");
  g_autofree char *elsewhere = add_by_case_worker (f, "Emil", "Bring", "2026-10-01", "fri 09-12");
  g_autoptr (FramToday) today = NULL;
  g_autoptr (FramToday) others = NULL;
  guint counted = 0;

  fixture_place (f, present, "tradgard", "2026-10-01", "thu 13-15");
  mark (f, TODAY, "Carlos Molina", "present");
  today = today_of (f, "Rebecka Memic");
  for (guint i = 0; i < G_N_ELEMENTS (today->own.of_status); i++)
    counted += today->own.of_status[i];
  g_assert_true (today->has_people);
  g_assert_cmpuint (today->own.n_people, ==, 3);
  g_assert_cmpuint (today->own.of_status[0], ==, 1);
  g_assert_cmpuint (counted, ==, 1);
  g_assert_cmpuint (today->own.unmarked, ==, 1);
  g_assert_cmpuint (today->own.no_session, ==, 1);
  others = today_of (f, "Lena Ahmadi");
  g_assert_false (others->has_people);
}

static void
test_tasks_wait (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) today = NULL;

  fixture_sit (f, "Lena Ahmadi");
  fram_desk_add_task (f->desk, "Order keys", f->today, NULL, NULL, NULL);
  fram_desk_add_task (f->desk, "Call the landlord", FRAM_DATE_NONE, NULL, NULL, NULL);
  today = today_of (f, "Lena Ahmadi");
  g_assert_cmpuint (today->n_waiting, ==, 2);
  g_assert_cmpuint (fram_desk_count_tasks (f->desk), ==, 2);
  fram_desk_set_task_done (f->desk, &((const FramTask *)g_ptr_array_index (today->tasks, 0))->id, TRUE, NULL, NULL);
  g_assert_cmpuint (fram_desk_count_tasks (f->desk), ==, 1);
}

static void
test_a_day_off_says_why (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramToday) today = NULL;

  fixture_sit (f, "Per Wallin");
  today = fram_desk_today (f->desk, fram_test_date ("2026-11-07"), NULL);
  g_assert_cmpstr (today->day_note, ==, "Saturday");
  g_assert_cmpuint (today->rosters->len, ==, 0);
}

#define ADD(name, function) g_test_add ("/desk/today/" name, Fixture, NULL, set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("a-closing-comes-without-a-next-step", test_a_closing_comes_without_a_next_step);
  ADD ("a-closing-far-away-is-not-told", test_a_closing_far_away_is_not_told);
  ADD ("a-decision-about-income-ends", test_a_decision_about_income_ends);
  ADD ("a-review-is-told-to-the-therapist", test_a_review_is_told_to_the_therapist);
  ADD ("a-gap-is-told-to-the-case-worker", test_a_gap_is_told_to_the_case_worker);
  ADD ("my-day", test_my_day);
  ADD ("how-the-house-stands", test_how_the_house_stands);
  ADD ("later-today-is-not-missing-yet", test_later_today_is_not_missing_yet);
  ADD ("who-took-it-last-and-when", test_who_took_it_last_and_when);
  ADD ("tuesday-was-not-taken", test_tuesday_was_not_taken);
  ADD ("a-cleared-mark-is-missing-again", test_a_cleared_mark_is_missing_again);
  ADD ("a-closed-day-is-not-missing", test_a_closed_day_is_not_missing);
  ADD ("tomorrow-has-a-leader", test_tomorrow_has_a_leader);
  ADD ("leaders-see-theirs-and-the-manager-all", test_leaders_see_theirs_and_the_manager_all);
  ADD ("a-protected-person-is-not-missing-for-others", test_a_protected_person_is_not_missing_for_others);
  ADD ("days-to-come-are-left-out", test_days_to_come_are_left_out);
  ADD ("the-leader-is-told-at-two-and-three", test_the_leader_is_told_at_two_and_three);
  ADD ("the-case-worker-is-told-of-the-first", test_the_case_worker_is_told_of_the_first);
  ADD ("told-once-is-told", test_told_once_is_told);
  ADD ("first-and-last-days-and-new-hours", test_first_and_last_days_and_new_hours);
  ADD ("my-participants-today", test_my_participants_today);
  ADD ("tasks-wait", test_tasks_wait);
  ADD ("a-day-off-says-why", test_a_day_off_says_why);
  return g_test_run ();
}
