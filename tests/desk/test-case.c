#include "desk-fixture.h"

#include "fram-access-log.h"
#include "fram-desk-case.h"
#include "fram-ids.h"

/* What the head of a participant's page says, and what its sections may do. */

static FramCase *
open_case (Fixture *f, const char *case_no, const FramUuid *enrolment)
{
  g_autoptr (GError) error = NULL;
  FramCase *what = fram_desk_case (f->desk, case_no, enrolment, &error);

  g_assert_no_error (error);
  return what;
}

static const FramEpisode *
episode (const FramCase *what, guint i)
{
  g_assert_cmpuint (what->episodes->len, >, i);
  return g_ptr_array_index (what->episodes, i);
}

static FramUuid
participant_of (Fixture *f, const char *case_no)
{
  FramUuid id;

  g_assert_true (fram_desk_person_id (f->desk, case_no, &id, NULL));
  return id;
}

static void
book (Fixture *f, const char *kind, const char *day, int starts, const char *status)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_BOOKING, NULL);
  FramUuid participant = participant_of (f, f->amina);

  fram_record_set_ref (record, "participant", &participant);
  fram_record_set_text (record, "kind", kind);
  fram_record_set_date (record, "day", fram_date_parse (day));
  if (starts >= 0)
    fram_record_set_int (record, "starts", starts);
  fram_record_set_text (record, "status", status);
  fixture_put (f, record);
}

/* The next one that is still to come: neither what was, nor what was cancelled, nor what is not the programme's. */
static void
test_next_meeting (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCase) none = open_case (f, f->amina, NULL);
  g_autoptr (FramCase) what = NULL;

  g_assert_null (none->meeting);
  book (f, "trepartsmote", "2026-11-12", 8 * 60, "bokat"); /* it is nine */
  book (f, "sip", "2026-11-13", 10 * 60, "avbokat");
  book (f, FRAM_MEETING_ELSEWHERE, "2026-11-13", 10 * 60, "bokat");
  book (f, "uppfoljning", "2026-11-17", 13 * 60, "bokat");
  book (f, "trepartsmote", "2026-11-20", 9 * 60, "bokat");
  what = open_case (f, f->amina, NULL);
  g_assert_cmpstr (what->meeting, ==, fram_meeting_kind_get_name ("uppfoljning"));
  fram_assert_date (what->meeting_day, "2026-11-17");
  g_assert_cmpint (what->meeting_time, ==, 13 * 60);
}

/* Hours of today, and what the next planned step makes of them. */
static void
test_hours (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCase) now = open_case (f, f->amina, NULL);
  g_autoptr (FramCase) ahead = NULL;

  g_assert_cmpint (now->weekly_minutes, >, 0);
  g_assert_cmpint (now->next_minutes, ==, -1);
  fixture_place (f, f->amina, "snickeri", "2026-11-16", "mon 09-12,tue 09-12,wed 09-12,thu 09-12");
  ahead = open_case (f, f->amina, NULL);
  g_assert_cmpint (ahead->weekly_minutes, ==, now->weekly_minutes);
  g_assert_cmpint (ahead->next_minutes, ==, 12 * 60);
  fram_assert_date (ahead->next_minutes_from, "2026-11-16");
}

static void
consent (Fixture *f, const char *given, const char *until, const char *withdrawn)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CONSENT, NULL);
  FramUuid participant = participant_of (f, f->amina);

  fram_record_set_ref (record, "participant", &participant);
  fram_record_set_text (record, "kind", "share");
  fram_record_set_text (record, "recipient", "AF");
  if (given != NULL)
    fram_record_set_date (record, "given", fram_date_parse (given));
  if (until != NULL)
    fram_record_set_date (record, "until", fram_date_parse (until));
  if (withdrawn != NULL)
    fram_record_set_date (record, "withdrawn", fram_date_parse (withdrawn));
  fixture_put (f, record);
}

/* A withdrawal wins over what was given before it, and not over what is given after. */
static void
test_consent (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCase) none = open_case (f, f->amina, NULL);
  g_autoptr (FramCase) given = NULL;
  g_autoptr (FramCase) withdrawn = NULL;
  g_autoptr (FramCase) again = NULL;

  g_assert_cmpint (none->consent, ==, FRAM_DATE_NONE);
  consent (f, "2026-08-31", "2027-08-31", NULL);
  given = open_case (f, f->amina, NULL);
  fram_assert_date (given->consent, "2026-08-31");
  fram_assert_date (given->consent_until, "2027-08-31");
  consent (f, "2026-08-31", NULL, "2026-10-01");
  withdrawn = open_case (f, f->amina, NULL);
  g_assert_cmpint (withdrawn->consent, ==, FRAM_DATE_NONE);
  consent (f, "2026-11-02", NULL, NULL);
  again = open_case (f, f->amina, NULL);
  fram_assert_date (again->consent, "2026-11-02");
}

/* Somebody was here two years ago, and it was planned that they come back. */
static FramUuid
put_earlier (Fixture *f, gboolean planned)
{
  FramUuid referred = fram_uuid_derive_v ("referral", "back", NULL);
  FramUuid earlier = fram_uuid_derive_v ("enrolment", "earlier", NULL);
  g_autoptr (FramRecord) referral = fram_record_new (FRAM_ENTITY_REFERRAL, &referred);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, &earlier);
  g_autoptr (FramRecord) back = NULL;
  FramUuid participant = participant_of (f, f->amina);

  fram_record_set_ref (referral, "participant", &participant);
  fram_record_set_date (referral, "received", fram_date_parse ("2026-11-01"));
  fram_record_set_int (referral, "planned_return", planned);
  fixture_put (f, referral);
  back = fram_record_new (FRAM_ENTITY_ENROLMENT, NULL);
  fram_record_set_ref (back, "participant", &participant);
  fram_record_set_ref (back, "referral", &referred);
  fram_record_set_date (back, "enrolled", fram_date_parse ("2026-11-10"));
  fram_record_set_date (back, "target", fram_date_parse ("2027-05-08"));
  fixture_put (f, back);
  fram_record_set_ref (record, "participant", &participant);
  fram_record_set_date (record, "enrolled", fram_date_parse ("2024-03-01"));
  fram_record_set_date (record, "closed", fram_date_parse ("2024-12-09"));
  fixture_put (f, record);
  return earlier;
}

static void
test_times_in_the_programme (Fixture *f, gconstpointer unused)
{
  FramUuid earlier = put_earlier (f, TRUE);
  g_autoptr (FramCase) newest = NULL;
  g_autoptr (FramCase) old = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid nowhere = { 0 };

  fixture_hire (f, "Hanna Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Lena Ledare", FRAM_ROLE_MANAGER, NULL);
  fixture_sit (f, "Lena Ledare");
  newest = open_case (f, f->amina, NULL);
  fram_assert_date (episode (newest, 0)->enrolled, "2026-11-10");
  g_assert_true (episode (newest, 0)->sees_return);
  g_assert_true (episode (newest, 0)->planned_return);
  g_assert_false (episode (newest, 0)->first);
  g_assert_true (episode (newest, newest->episodes->len - 1)->first);
  g_assert_cmpint (newest->day, ==, 3);
  g_assert_cmpint (newest->target_days, ==, 180);
  old = open_case (f, f->amina, &earlier);
  g_assert_false (old->is_current);
  g_assert_cmpint (old->day, ==, 284);
  g_assert_false (old->writes_plan || old->books);
  g_assert_null (fram_desk_case (f->desk, f->amina, &nowhere, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  /* who does not see the referral sees that somebody is here again, and not why; not one's own yet */
  fixture_sit (f, "Hanna Handläggare");
  g_clear_pointer (&newest, fram_case_free);
  newest = open_case (f, f->amina, NULL);
  g_assert_false (episode (newest, 0)->sees_return || episode (newest, 0)->planned_return);
}

/* DATA.md, "Who sees which class", as far as the page goes. */
static void
test_rights (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    FramRole role;
    const char *workshop;
    gboolean plan, writes_plan, progress, note, document, places;
  } rows[] = {
    { FRAM_ROLE_ACTIVITY_LEADER, "snickeri", TRUE, FALSE, FALSE, FALSE, FALSE, FALSE },
    { FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL, TRUE, FALSE, FALSE, TRUE, FALSE, TRUE },
    { FRAM_ROLE_PLACE_FINDER, NULL, TRUE, FALSE, FALSE, FALSE, FALSE, TRUE },
    { FRAM_ROLE_MANAGER, NULL, TRUE, FALSE, FALSE, FALSE, FALSE, TRUE },
    { FRAM_ROLE_ADMINISTRATOR, NULL, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE },
    { FRAM_ROLE_CASE_WORKER, NULL, TRUE, TRUE, FALSE, FALSE, FALSE, TRUE }, /* of somebody else */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      fixture_hire (f, name, rows[i].role, rows[i].workshop);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autoptr (FramCase) what = NULL;

      fixture_sit (f, name);
      what = open_case (f, f->amina, NULL);
      g_test_message ("%s", fram_role_get_code (rows[i].role));
      g_assert_cmpint (what->sees_plan, ==, rows[i].plan);
      g_assert_cmpint (what->writes_plan, ==, rows[i].writes_plan);
      g_assert_cmpint (what->sees_progress, ==, rows[i].progress);
      g_assert_cmpint (what->sees_note, ==, rows[i].note);
      g_assert_cmpint (what->writes_note, ==, rows[i].note);
      g_assert_false (what->sees_support);
      g_assert_cmpint (what->sees_document, ==, rows[i].document);
      g_assert_cmpint (what->sees_places, ==, rows[i].places);
    }
}

static void
test_own_participants (Fixture *f, gconstpointer unused)
{
  g_autofree char *case_no = NULL;
  g_autoptr (FramCase) what = NULL;

  fixture_hire (f, "Hanna Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Hanna Handläggare");
  case_no = fixture_add (f, "Maria", "Testdotter");
  what = open_case (f, case_no, NULL);
  g_assert_cmpstr (what->case_worker, ==, "Hanna Handläggare");
  g_assert_true (what->writes_plan && what->writes_progress && what->writes_note && what->sees_support &&
                 what->writes_document && what->books);
}

static guint
count_opened (Fixture *f)
{
  g_autoptr (FramDb) db = fram_db_open (f->path, f->clock, NULL);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (GPtrArray) lines = fram_access_log_read (db, system, 0, 100, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += strcmp (((const FramAccessLine *)g_ptr_array_index (lines, i))->act, "opened") == 0;
  return n;
}

/* Opening is one line of the log; reading again after a change is none. */
static void
test_opening_is_logged_once (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramCase) first = NULL;
  g_autoptr (FramCase) again = NULL;
  guint before = count_opened (f);

  first = open_case (f, f->amina, NULL);
  g_assert_cmpuint (count_opened (f), ==, before + 1);
  again = fram_desk_case_again (f->desk, f->amina, NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (count_opened (f), ==, before + 1);
}

static void
test_kinds_of_meetings (void)
{
  const char *const *kinds = fram_meeting_kinds ();

  g_assert_cmpstr (kinds[0], ==, "inskrivningsmote");
  for (guint i = 0; kinds[i] != NULL; i++)
    g_assert_cmpstr (fram_meeting_kind_get_name (kinds[i]), !=, fram_meeting_kind_get_name (NULL));
  g_assert_true (fram_meeting_kind_is_planned ("avstamning_telefon"));
  g_assert_false (fram_meeting_kind_is_planned ("beslut"));
  g_assert_false (fram_meeting_kind_is_planned ("handlaggarbyte_anvisare"));
  g_assert_false (fram_meeting_kind_is_planned (FRAM_MEETING_ELSEWHERE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/case/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("next-meeting", test_next_meeting);
  ADD ("hours", test_hours);
  ADD ("consent", test_consent);
  ADD ("times-in-the-programme", test_times_in_the_programme);
  ADD ("rights", test_rights);
  ADD ("own-participants", test_own_participants);
  ADD ("opening-is-logged-once", test_opening_is_logged_once);
  g_test_add_func ("/case/kinds-of-meetings", test_kinds_of_meetings);
  return g_test_run ();
}
