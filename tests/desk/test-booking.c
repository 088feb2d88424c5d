#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-booking.h"
#include "fram-desk-journal.h"
#include "fram-journal.h"

/* Who books what with whom, what stands against it, and who sees it. */

typedef struct
{
  Fixture base;
  FramUuid amina;
  FramUuid enrolment;
  FramUuid bjorn;
  FramUuid rebecka;
  FramUuid mia;
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
give_case_worker (House *h)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (record, "enrolment", &h->enrolment);
  fram_record_set_ref (record, "staff", &h->rebecka);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  put (h, record);
}

/* A mentor who leads where Amina is. */
static void
give_mentor (House *h)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);

  h->mia = fixture_hire (&h->base, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  fram_record_set_ref (record, "staff", &h->mia);
  fram_record_set_text (record, "role", "peer_mentor");
  fram_record_set_ref (record, "workshop", &h->base.snickeri);
  put (h, record);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, NULL);
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->enrolment, &error));
  g_assert_true (fram_desk_person_id (f->desk, f->amina, &h->amina, &error));
  g_assert_true (fram_desk_person_id (f->desk, f->bjorn, &h->bjorn, &error));
  h->rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Stig Sökare", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  give_case_worker (h);
  give_mentor (h);
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

static FramBookingEdit
edit_of (House *h, const char *kind, const char *day, int starts)
{
  FramBookingEdit edit = { .participant = h->amina,
                           .kind = kind,
                           .day = fram_test_date (day),
                           .starts = starts,
                           .minutes = 60,
                           .staff = h->rebecka };

  return edit;
}

static FramUuid
book (House *h, const FramBookingEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (fram_desk_book (h->base.desk, edit, &id, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
bookings (House *h)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = fram_desk_bookings (h->base.desk, &h->amina, &error);

  g_assert_no_error (error);
  return all;
}

static char *
clashes (House *h, const FramBookingEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = fram_desk_booking_clashes (h->base.desk, edit, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      const FramClash *clash = g_ptr_array_index (all, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", clash->grave ? "! " : "", clash->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_a_case_worker_books (House *h, gconstpointer unused)
{
  FramBookingEdit edit = edit_of (h, "trepartsmote", "2026-11-26", 600);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  const FramBooking *booking;

  fixture_sit (&h->base, "Rebecka Memic");
  edit.place = "Rum 2";
  edit.parties = "anvisande handläggare";
  edit.interpreter = TRUE;
  g_assert_true (fram_desk_book (h->base.desk, &edit, NULL, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Booked for Amina Hassan: Three-party meeting, Thu 26 November 10.00.");
  all = bookings (h);
  g_assert_cmpuint (all->len, ==, 1);
  booking = g_ptr_array_index (all, 0);
  g_assert_cmpstr (booking->title, ==, "Three-party meeting");
  g_assert_cmpstr (booking->place, ==, "Rum 2");
  g_assert_cmpstr (booking->staff_name, ==, "Rebecka Memic");
  g_assert_cmpstr (booking->status, ==, "bokat");
  g_assert_true (booking->interpreter && booking->mine && booking->may_change && !booking->to_be_told);
  g_assert_true (fram_uuid_equal (&booking->enrolment, &h->enrolment));
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  g_clear_pointer (&all, g_ptr_array_unref);
  all = bookings (h);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_others_do_not_book (House *h, gconstpointer unused)
{
  static const char *const others[] = { "Dragana Andersen", "Per Wallin", "Stig Sökare", "Lena Ahmadi" };
  FramBookingEdit edit = edit_of (h, "samtal", "2026-11-26", 600);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture_sit (&h->base, others[i]);
      g_assert_false (fram_desk_book (h->base.desk, &edit, NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
    }
}

static void
test_a_mentor_books_own_talks_without_text (House *h, gconstpointer unused)
{
  FramBookingEdit own = edit_of (h, "samtal", "2026-11-26", 600);
  FramBookingEdit others = edit_of (h, "samtal", "2026-11-26", 600);
  FramBookingEdit meeting = edit_of (h, "trepartsmote", "2026-11-26", 600);
  FramBookingEdit parties = edit_of (h, "samtal", "2026-11-26", 600);
  const FramBookingEdit *refused[] = { &others, &meeting, &parties };
  g_autoptr (FramBookingFacts) facts = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid theirs;

  fixture_sit (&h->base, "Rebecka Memic");
  theirs = book (h, &others);
  fixture_sit (&h->base, "Mia Nord");
  own.staff = meeting.staff = parties.staff = h->mia;
  parties.parties = "somebody else";
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_assert_false (fram_desk_book (h->base.desk, refused[i], NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
      g_clear_error (&error);
    }
  book (h, &own);
  g_assert_false (fram_desk_set_booking_status (h->base.desk, &theirs, "avbokat", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  facts = fram_desk_booking_facts (h->base.desk, &h->amina, NULL);
  g_assert_true (facts->only_own);
  g_assert_cmpuint (facts->staff->len, ==, 1);
}

/* Who else comes is not in a mentor's dialog, and is there afterwards. */
static void
test_a_mentor_moves_a_talk_with_all_that_stands_in_it (House *h, gconstpointer unused)
{
  FramBookingEdit edit = edit_of (h, "samtal", "2026-11-26", 600);
  g_autoptr (FramBooking) after = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Rebecka Memic");
  edit.staff = h->mia;
  edit.parties = "a friend";
  g_assert_true (fram_desk_book (h->base.desk, &edit, &id, NULL, &error));
  fixture_sit (&h->base, "Mia Nord");
  edit.id = id;
  edit.starts = 660;
  edit.parties = NULL;
  g_assert_true (fram_desk_book (h->base.desk, &edit, &id, NULL, &error));
  edit.day = fram_test_date ("2026-11-27");
  edit.id = id;
  edit.parties = "a friend";
  g_assert_true (fram_desk_book (h->base.desk, &edit, &id, NULL, &error));
  g_assert_no_error (error);
  after = fram_desk_booking (h->base.desk, &id, &error);
  g_assert_cmpstr (after->parties, ==, "a friend");
  g_assert_cmpint (after->starts, ==, 660);
}

/* Somebody is busy, and with what is not a mentor's to know. */
static void
test_a_mentor_sees_when_somebody_is_busy (House *h, gconstpointer unused)
{
  FramBookingEdit theirs = edit_of (h, "trepartsmote", "2026-11-26", 600);
  FramBookingEdit own = edit_of (h, "samtal", "2026-11-26", 600);
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *text = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  theirs.parties = "FK";
  book (h, &theirs);
  fixture_sit (&h->base, "Mia Nord");
  own.staff = h->mia;
  text = clashes (h, &own);
  g_assert_nonnull (strstr (text, fram_meeting_kind_get_name ("annan_bokning")));
  g_assert_null (strstr (text, fram_meeting_kind_get_name ("trepartsmote")));
  g_assert_null (strstr (text, "Snickeri"));
  g_assert_null (strstr (text, "Woodwork"));
  all = bookings (h);
  g_assert_cmpstr (((const FramBooking *)g_ptr_array_index (all, 0))->kind, ==, "annan_bokning");
  g_assert_false (((const FramBooking *)g_ptr_array_index (all, 0))->known);
}

static void
test_an_appointment_elsewhere_is_a_secret (House *h, gconstpointer unused)
{
  static const char *const others[] = { "Dragana Andersen", "Per Wallin", "Stig Sökare", "Lena Ahmadi", "Mia Nord" };
  FramBookingEdit edit = edit_of (h, "annan_bokning", "2026-11-26", 13 * 60);
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (GPtrArray) own = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  edit.staff = FRAM_UUID_NONE;
  edit.minutes = 120;
  edit.place = "Psykiatrin";
  edit.parties = "Läkare";
  book (h, &edit);
  own = bookings (h);
  g_assert_cmpstr (((const FramBooking *)g_ptr_array_index (own, 0))->place, ==, "Psykiatrin");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GPtrArray) all = NULL;
      const FramBooking *booking;

      fixture_sit (&h->base, others[i]);
      all = bookings (h);
      booking = g_ptr_array_index (all, 0);
      g_assert_cmpstr (booking->title, ==, "Other appointment");
      g_assert_cmpint (booking->starts, ==, 13 * 60);
      g_assert_cmpint (booking->minutes, ==, 120);
      g_assert_null (booking->place);
      g_assert_null (booking->parties);
      g_assert_false (booking->known || booking->may_change);
    }
}

static void
test_the_roster_tells_of_another_appointment (House *h, gconstpointer unused)
{
  FramBookingEdit edit = edit_of (h, "trepartsmote", "2026-11-12", 10 * 60);
  g_autoptr (FramRoster) before = NULL;
  g_autoptr (FramRoster) after = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid id;

  fixture_sit (&h->base, "Rebecka Memic");
  id = book (h, &edit);
  fixture_sit (&h->base, "Per Wallin");
  before = fixture_roster (&h->base, "2026-11-12");
  g_assert_cmpint (fixture_row (before, "Amina Hassan")->other_from, ==, 10 * 60);
  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_true (fram_desk_set_booking_status (h->base.desk, &id, "avbokat", NULL, &error));
  fixture_sit (&h->base, "Per Wallin");
  after = fixture_roster (&h->base, "2026-11-12");
  g_assert_cmpint (fixture_row (after, "Amina Hassan")->other_from, ==, FRAM_TIME_NONE);
}

static void
test_what_stands_against_it_is_said_before (House *h, gconstpointer unused)
{
  FramBookingEdit first = edit_of (h, "samtal", "2026-11-26", 10 * 60);
  FramBookingEdit same = edit_of (h, "uppfoljning", "2026-11-26", 10 * 60 + 30);
  FramBookingEdit after = edit_of (h, "uppfoljning", "2026-11-26", 12 * 60);
  FramBookingEdit busy = edit_of (h, "uppfoljning", "2026-11-26", 10 * 60 + 30);
  FramBookingEdit weekend = edit_of (h, "uppfoljning", "2026-11-28", 10 * 60);
  FramBookingEdit eve = edit_of (h, "uppfoljning", "2026-12-24", 14 * 60);
  g_autofree char *none = NULL, *plan = NULL, *both = NULL, *staff = NULL, *day = NULL, *holiday = NULL, *self = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  plan = clashes (h, &first);
  g_assert_cmpstr (plan, ==, "Woodwork 09–12 is in the plan that day.");
  first.id = book (h, &first);
  self = clashes (h, &first);
  g_assert_cmpstr (self, ==, "Woodwork 09–12 is in the plan that day.");
  both = clashes (h, &same);
  g_assert_cmpstr (both, ==,
                   "! Amina Hassan has another booking then: Talk 10–11. ! Rebecka Memic is booked elsewhere 10–11."
                   " Woodwork 09–12 is in the plan that day.");
  none = clashes (h, &after);
  g_assert_cmpstr (none, ==, "");
  busy.participant = h->bjorn;
  staff = clashes (h, &busy);
  g_assert_cmpstr (staff, ==, "! Rebecka Memic is booked elsewhere 10–11. Woodwork 09–11 is in the plan that day.");
  day = clashes (h, &weekend);
  g_assert_cmpstr (day, ==, "Saturday 28 November 2026 is a weekend.");
  holiday = clashes (h, &eve);
  g_assert_cmpstr (holiday, ==, "The house is closed on Thursday 24 December 2026: Christmas Eve.");
}

static void
test_ends_that_meet_are_no_collision (void)
{
  g_assert_false (fram_booking_overlaps (600, 60, 660, 720));
  g_assert_false (fram_booking_overlaps (600, 60, 540, 600));
  g_assert_true (fram_booking_overlaps (600, 60, 659, 720));
  g_assert_true (fram_booking_overlaps (600, -1, 630, 640));
  g_assert_true (fram_booking_overlaps (600, 60, FRAM_TIME_NONE, FRAM_TIME_NONE));
  g_assert_false (fram_booking_overlaps (FRAM_TIME_NONE, 60, 600, 660));
}

static void
test_moving_to_another_day_leaves_a_trace (House *h, gconstpointer unused)
{
  FramBookingEdit edit = edit_of (h, "samtal", "2026-11-26", 600);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid first, second;

  fixture_sit (&h->base, "Rebecka Memic");
  first = edit.id = book (h, &edit);
  edit.starts = 660;
  second = book (h, &edit);
  g_assert_true (fram_uuid_equal (&first, &second));
  edit.day = fram_test_date ("2026-11-27");
  second = book (h, &edit);
  g_assert_false (fram_uuid_equal (&first, &second));
  all = bookings (h);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((const FramBooking *)g_ptr_array_index (all, 0))->status, ==, "ombokat");
  g_assert_cmpstr (((const FramBooking *)g_ptr_array_index (all, 1))->status, ==, "bokat");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  undone = bookings (h);
  g_assert_cmpuint (undone->len, ==, 1);
  g_assert_cmpstr (((const FramBooking *)g_ptr_array_index (undone, 0))->status, ==, "bokat");
}

static void
test_whose_day_has_come_is_to_be_told (House *h, gconstpointer unused)
{
  FramBookingEdit past = edit_of (h, "samtal", "2026-11-10", 600);
  FramBookingEdit today = edit_of (h, "samtal", "2026-11-12", 9 * 60);
  FramBookingEdit later = edit_of (h, "samtal", "2026-11-12", 15 * 60);
  FramBookingEdit coming = edit_of (h, "samtal", "2026-11-20", 600);
  g_autoptr (FramJournal) journal = NULL;
  g_autoptr (FramJournal) after = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid id, next;
  guint told = 0;

  fixture_sit (&h->base, "Rebecka Memic");
  id = book (h, &past);
  book (h, &today);
  book (h, &later);
  next = book (h, &coming);
  journal = fram_desk_journal (h->base.desk, &h->amina, NULL, &error);
  g_assert_cmpuint (journal->bookings->len, ==, 4);
  for (guint i = 0; i < journal->bookings->len; i++)
    told += ((const FramBooking *)g_ptr_array_index (journal->bookings, i))->to_be_told;
  g_assert_cmpuint (told, ==, 2);
  g_assert_false (fram_desk_set_booking_status (h->base.desk, &next, "uteblev", NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (fram_desk_set_booking_status (h->base.desk, &id, "genomfort", NULL, &error));
  after = fram_desk_journal (h->base.desk, &h->amina, NULL, &error);
  g_assert_cmpuint (after->bookings->len, ==, 3);
}

static void
test_an_interpreter_is_known_to_be_needed (House *h, gconstpointer unused)
{
  static const char *const columns[] = { "interpreter", "language", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &h->amina);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramBookingFacts) before = NULL;
  g_autoptr (FramBookingFacts) after = NULL;

  fixture_sit (&h->base, "Rebecka Memic");
  before = fram_desk_booking_facts (h->base.desk, &h->amina, &error);
  g_assert_false (before->needs_interpreter);
  {
    g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
    g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
    g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

    fram_record_set_int (record, "interpreter", 1);
    fram_record_set_text (record, "language", "arabiska");
    g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
    g_assert_true (fram_changes_commit (changes, NULL, &error));
  }
  after = fram_desk_booking_facts (h->base.desk, &h->amina, &error);
  g_assert_true (after->needs_interpreter);
  g_assert_cmpstr (after->language, ==, "arabiska");
}

static void
test_nonsense_is_refused (House *h, gconstpointer unused)
{
  FramBookingEdit kind = edit_of (h, "beslut", "2026-11-26", 600);
  FramBookingEdit far = edit_of (h, "samtal", "2036-11-26", 600);
  FramBookingEdit time = edit_of (h, "samtal", "2026-11-26", 1500);
  FramBookingEdit none = edit_of (h, "samtal", "2026-11-26", 600);
  const FramBookingEdit *wrong[] = { &kind, &far, &time, &none };

  none.minutes = 0;
  fixture_sit (&h->base, "Rebecka Memic");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_desk_book (h->base.desk, wrong[i], NULL, NULL, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
    }
}

static void
test_a_protected_person_is_booked_by_the_named (House *h, gconstpointer unused)
{
  FramPersonEdit person = { .given_name = "Amina",
                            .family_name = "Hassan",
                            .sex = "F",
                            .birth_date = fram_test_date ("1990-05-01"),
                            .enrolled = fram_test_date ("2026-09-01"),
                            .is_protected = TRUE };
  FramBookingEdit edit = edit_of (h, "samtal", "2026-11-26", 600);
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  fixture_hire (&h->base, "Jonas Ek", FRAM_ROLE_CASE_WORKER, NULL);
  g_assert_true (fram_desk_edit_person (h->base.desk, &h->amina, &person, &error));
  fixture_sit (&h->base, "Jonas Ek");
  g_assert_false (fram_desk_book (h->base.desk, &edit, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (fram_desk_bookings (h->base.desk, &h->amina, &error));
  g_clear_error (&error);
  /* today's case worker is named */
  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_true (fram_desk_book (h->base.desk, &edit, NULL, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "Booked for A. H.: Talk, Thu 26 November 10.00.");
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
#define ADD(name) g_test_add ("/desk/booking/" #name, House, NULL, set_up, test_##name, tear_down)
  ADD (a_case_worker_books);
  ADD (others_do_not_book);
  ADD (a_mentor_books_own_talks_without_text);
  ADD (a_mentor_moves_a_talk_with_all_that_stands_in_it);
  ADD (a_mentor_sees_when_somebody_is_busy);
  ADD (an_appointment_elsewhere_is_a_secret);
  ADD (the_roster_tells_of_another_appointment);
  ADD (what_stands_against_it_is_said_before);
  ADD (moving_to_another_day_leaves_a_trace);
  ADD (whose_day_has_come_is_to_be_told);
  ADD (an_interpreter_is_known_to_be_needed);
  ADD (nonsense_is_refused);
  ADD (a_protected_person_is_booked_by_the_named);
#undef ADD
  g_test_add_func ("/desk/booking/ends_that_meet_are_no_collision", test_ends_that_meet_are_no_collision);
  return g_test_run ();
}
