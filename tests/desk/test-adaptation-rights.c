#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-case.h"
#include "fram-desk-print.h"
#include "fram-desk-timeline.h"
#include "fram-desk-today.h"
#include "fram-ids.h"

/* Who learns what of an adaptation, by every role and every way in: words that nobody else writes are planted in what is
 * difficult, in what is tried, in the participant's own words and in what a review said. The line is for the workshop. */

#define LINE "RADEN FÖR LAGET"

static const char *const planted[] = { "SVÅRTMED",        "PRÖVARDETTA", "EGNAORD",
                                       "UPPFÖLJNINGSAGT", "HJÄLPMEDELX", "ÖVERENSMED" };

typedef struct
{
  Fixture base;
  FramUuid enrolment; /* Amina's */
  FramUuid adaptation;
  FramUuid group; /* Samir leads it, and Amina is in it */
} House;

/* What a role may: the need, what the roster of Snickeri says, and what those of the group and of Administration say. */
static const struct
{
  const char *name;
  gboolean need, line, in_group, in_administration;
} people[] = {
  { "Dragana Andersen", TRUE, TRUE, TRUE, TRUE },   { "Örjan Kadhim", FALSE, TRUE, FALSE, FALSE },
  { "Samir Sandberg", FALSE, FALSE, FALSE, FALSE }, { "Zlatko Holmgren", FALSE, FALSE, FALSE, TRUE },
  { "Paul Plats", FALSE, FALSE, FALSE, FALSE },     { "Linn Samband", FALSE, FALSE, FALSE, FALSE },
  { "Lena Ahmadi", FALSE, FALSE, FALSE, FALSE },    { "Teresa Sundberg", FALSE, TRUE, TRUE, TRUE },
  { "Petra Annan", FALSE, FALSE, FALSE, FALSE },    { "Rebecka Memic", TRUE, TRUE, TRUE, TRUE },
  { "Malin Jönsson", FALSE, FALSE, FALSE, FALSE },
};

static void
make_group (House *h)
{
  Fixture *f = &h->base;
  FramUuid kind = fram_uuid_derive_v ("group_kind", "redo", NULL);
  g_autoptr (FramRecord) record = NULL, member = fram_record_new (FRAM_ENTITY_MEMBERSHIP, NULL);

  h->group = fram_uuid_new (f->clock);
  record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &h->group);
  fram_record_set_ref (record, "group_kind", &kind);
  fram_record_set_text (record, "code", "REDO-01");
  fram_record_set_text (record, "rrule", "FREQ=WEEKLY;BYDAY=TH");
  fram_record_set_date (record, "first_day", fram_test_date ("2026-10-01"));
  fram_record_set_int (record, "starts", 13 * 60);
  fram_record_set_int (record, "minutes", 120);
  fixture_put (f, record);
  fram_record_set_ref (member, "activity_group", &h->group);
  fram_record_set_ref (member, "enrolment", &h->enrolment);
  fram_record_set_date (member, "from_day", fram_test_date ("2026-10-01"));
  fixture_put (f, member);
}

static void
hire_mentors (Fixture *f)
{
  g_autoptr (FramStaff) group = fram_staff_new (), both = fram_staff_new ();
  g_autoptr (GError) error = NULL;

  group->name = g_strdup ("Samir Sandberg");
  fram_staff_add_role (group, FRAM_ROLE_PEER_MENTOR, NULL, "REDO-01");
  g_assert_true (fram_desk_save_staff (f->desk, group, NULL, &error));
  both->name = g_strdup ("Zlatko Holmgren");
  fram_staff_add_role (both, FRAM_ROLE_PEER_MENTOR, NULL, "REDO-01");
  fram_staff_add_role (both, FRAM_ROLE_ACTIVITY_LEADER, "administration", NULL);
  g_assert_true (fram_desk_save_staff (f->desk, both, NULL, &error));
  g_assert_no_error (error);
}

static void
put_in_charge (House *h, const FramUuid *staff)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  fram_record_set_ref (record, "enrolment", &h->enrolment);
  fram_record_set_ref (record, "staff", staff);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  fixture_put (&h->base, record);
}

static void
hire_all (House *h)
{
  Fixture *f = &h->base;
  FramUuid rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);

  fixture_hire (f, "Petra Annan", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Paul Plats", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Linn Samband", FRAM_ROLE_LIAISON, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Örjan Kadhim", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Malin Jönsson", FRAM_ROLE_ACTIVITY_LEADER, "kok_bageri");
  hire_mentors (f);
  put_in_charge (h, &rebecka);
}

static FramAdaptationEdit
planted_edit (void)
{
  FramAdaptationEdit edit;

  fram_adaptation_edit_init (&edit);
  edit.area = "arbetsmiljo";
  edit.barrier = planted[0];
  edit.measure = planted[1];
  edit.own_words = planted[2];
  edit.aid_kind = planted[4];
  edit.agreed_by = planted[5];
  edit.line = LINE;
  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  edit.tried_from = fram_test_date ("2026-11-02");
  return edit;
}

static void
plant (House *h)
{
  FramAdaptationEdit edit = planted_edit ();
  FramReviewEdit review = { fram_test_date ("2026-11-10"), FRAM_REVIEW_HELPS, planted[3], FRAM_ADAPTATION_ON_TRIAL,
                            fram_test_date ("2026-11-16") };
  FramAdaptationQuery query = { &h->enrolment, FRAM_DATE_NONE };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  FramAdaptationField field;

  fixture_sit (&h->base, "Dragana Andersen");
  fram_desk_save_adaptation (h->base.desk, &h->enrolment, NULL, &edit, &field, NULL, &error);
  g_assert_no_error (error);
  rows = fram_desk_adaptations (h->base.desk, &query, &error);
  h->adaptation = ((FramAdaptation *)rows->pdata[0])->id;
  fram_desk_review_adaptation (h->base.desk, &h->adaptation, &review, &field, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;

  fixture_set_up (f, NULL);
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->enrolment, NULL));
  fixture_place (f, f->amina, "administration", "2026-10-01", "thu 15-16");
  make_group (h);
  hire_all (h);
  plant (h);
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

/* Whatever was said or read, nothing of it is the therapist's. */
static void
assert_clean (const char *who, const char *where, const char *text)
{
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (planted); i++)
    if (strstr (text, planted[i]) != NULL)
      g_error ("%s: %s tells “%s”: %s", who, where, planted[i], text);
}

static void
add_lines (GString *out, GStrv lines)
{
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    g_string_append_printf (out, "%s\n", lines[i]);
}

/* All that a roster says of people, empty where there is none for the viewer. */
static char *
roster_text (House *h, const FramUuid *activity, const char *day)
{
  g_autoptr (FramRoster) roster = fram_desk_roster (h->base.desk, activity, fram_test_date (day), NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; roster != NULL && i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      g_string_append_printf (out, "%s %s %s %s %s %s\n", row->name, row->note, row->reason, row->task, row->training,
                              row->case_no);
      add_lines (out, row->instructions);
      add_lines (out, row->first_day_card);
    }
  return g_string_free (out, FALSE);
}

static char *
today_text (House *h)
{
  g_autoptr (FramToday) today = fram_desk_today (h->base.desk, h->base.today, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; today != NULL && i < today->hints->len; i++)
    {
      const FramHint *hint = g_ptr_array_index (today->hints, i);

      g_string_append_printf (out, "%s %s\n", hint->text, hint->detail);
    }
  for (guint i = 0; today != NULL && i < today->needs->len; i++)
    g_string_append_printf (out, "%s\n", ((FramNeed *)g_ptr_array_index (today->needs, i))->text);
  return g_string_free (out, FALSE);
}

static char *
timeline_text (House *h)
{
  FramTimeline *timeline = fram_desk_timeline (h->base.desk, h->base.amina, NULL, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; timeline != NULL && i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      g_string_append_printf (out, "%s %s %s\n", item->label, item->text, item->plain);
    }
  g_clear_pointer (&timeline, fram_timeline_free);
  return g_string_free (out, FALSE);
}

static char *
log_text (House *h)
{
  g_autoptr (GPtrArray) lines = fram_desk_log (h->base.desk, NULL, 500, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const FramAccessLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (out, "%s %s %s %s\n", line->act, line->klass, line->subject, line->detail);
    }
  return g_string_free (out, FALSE);
}

static guint
count_listed (House *h, const char *who, const FramAdaptationQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = fram_desk_adaptations (h->base.desk, query, &error);

  assert_clean (who, "a refusal", error != NULL ? error->message : NULL);
  return rows != NULL ? rows->len : 0;
}

static void
test_lists_and_records (House *h, gconstpointer unused)
{
  const FramAdaptationQuery queries[] = { { &h->enrolment, FRAM_DATE_NONE },
                                          { NULL, FRAM_DATE_NONE },
                                          { NULL, h->base.today + 7 } };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) reviews = NULL;
      g_autoptr (FramAdaptation) one = NULL;

      fixture_sit (&h->base, people[i].name);
      g_test_message ("%s", people[i].name);
      for (guint k = 0; k < G_N_ELEMENTS (queries); k++)
        g_assert_cmpuint (count_listed (h, people[i].name, &queries[k]), ==, people[i].need ? 1 : 0);
      one = fram_desk_adaptation (h->base.desk, &h->adaptation, &error);
      reviews = fram_desk_adaptation_reviews (h->base.desk, &h->adaptation, NULL);
      g_assert_cmpint (one != NULL, ==, people[i].need);
      g_assert_cmpuint (reviews != NULL ? reviews->len : 0, ==, people[i].need ? 1 : 0);
      assert_clean (people[i].name, "a refusal", error != NULL ? error->message : NULL);
    }
}

static void
test_writing_is_the_therapists (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      gboolean writes = g_str_equal (people[i].name, "Dragana Andersen");
      FramAdaptationEdit edit = planted_edit ();
      FramReviewEdit review = { h->base.today, FRAM_REVIEW_HELPS, "x", FRAM_ADAPTATION_ON_TRIAL, FRAM_DATE_NONE };
      g_autoptr (GError) saving = NULL, reviewing = NULL, removing = NULL;
      FramAdaptationField field;

      fixture_sit (&h->base, people[i].name);
      g_assert_cmpint (fram_desk_may_adapt (h->base.desk, &h->enrolment), ==, writes);
      if (writes)
        continue;
      g_assert_false (
          fram_desk_save_adaptation (h->base.desk, &h->enrolment, &h->adaptation, &edit, &field, NULL, &saving));
      g_assert_false (fram_desk_review_adaptation (h->base.desk, &h->adaptation, &review, &field, NULL, &reviewing));
      g_assert_false (fram_desk_remove_adaptation (h->base.desk, &h->adaptation, NULL, &removing));
      assert_clean (people[i].name, "save", saving->message);
      assert_clean (people[i].name, "review", reviewing->message);
      assert_clean (people[i].name, "remove", removing->message);
    }
}

static void
test_search_finds_nobody_by_a_need (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      fixture_sit (&h->base, people[i].name);
      for (guint k = 0; k < G_N_ELEMENTS (planted); k++)
        {
          FramPeopleQuery query = { .search = planted[k] };
          g_autoptr (GPtrArray) found = fram_desk_people (h->base.desk, &query, NULL);

          g_assert_cmpuint (found != NULL ? found->len : 0, ==, 0);
        }
    }
}

/* Every place that shows people beside their adaptations; the therapist too sees no need on a roster. */
static void
test_rosters_hints_timeline_and_log_tell_nothing (House *h, gconstpointer unused)
{
  FramUuid administration = fram_id_workshop (FRAM_SITE_DEFAULT, "administration");
  const FramUuid *activities[] = { &h->base.snickeri, &h->group, &administration };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *timeline = NULL, *log = NULL, *today = NULL;

      fixture_sit (&h->base, people[i].name);
      for (guint k = 0; k < G_N_ELEMENTS (activities); k++)
        {
          g_autofree char *text = roster_text (h, activities[k], "2026-11-12");

          assert_clean (people[i].name, "a roster", text);
        }
      timeline = timeline_text (h);
      log = log_text (h);
      today = today_text (h);
      assert_clean (people[i].name, "the timeline", timeline);
      assert_clean (people[i].name, "the log", log);
      if (!people[i].need) /* Today's list of reviews names the measure to who may read it */
        assert_clean (people[i].name, "Today", today);
    }
}

static void
assert_line (House *h, guint i, const FramUuid *activity, const char *day, gboolean wanted)
{
  g_autofree char *text = roster_text (h, activity, day);

  g_test_message ("%s, %s", people[i].name, day);
  g_assert_cmpint (strstr (text, LINE) != NULL, ==, wanted);
}

static void
test_the_line_stands_on_own_rosters_while_in_force (House *h, gconstpointer unused)
{
  FramUuid administration = fram_id_workshop (FRAM_SITE_DEFAULT, "administration");

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      fixture_sit (&h->base, people[i].name);
      assert_line (h, i, &h->base.snickeri, "2026-11-12", people[i].line);
      assert_line (h, i, &h->base.snickeri, "2026-10-29", FALSE); /* before the trial */
      assert_line (h, i, &h->group, "2026-11-12", people[i].in_group);
      assert_line (h, i, &administration, "2026-11-12", people[i].in_administration);
    }
}

/* Where it applies in Snickeri only, Administration does not hear of it. */
static void
test_a_line_of_one_workshop_stays_there (House *h, gconstpointer unused)
{
  FramUuid administration = fram_id_workshop (FRAM_SITE_DEFAULT, "administration");
  FramAdaptationEdit edit = planted_edit ();
  FramAdaptationField field;
  g_autoptr (GError) error = NULL;

  edit.reach = FRAM_ADAPTATION_WORKSHOP;
  edit.activity = h->base.snickeri;
  fram_desk_save_adaptation (h->base.desk, &h->enrolment, &h->adaptation, &edit, &field, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      fixture_sit (&h->base, people[i].name);
      assert_line (h, i, &h->base.snickeri, "2026-11-12", people[i].line);
      assert_line (h, i, &administration, "2026-11-12", FALSE);
      assert_line (h, i, &h->group, "2026-11-12", FALSE);
    }
}

static void
test_nothing_stands_on_paper (House *h, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      fixture_sit (&h->base, people[i].name);
      for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
        {
          FramRosterSheet *sheet =
              fram_desk_roster_sheet (h->base.desk, &h->base.snickeri, (FramPrintKind)kind, h->base.today, NULL);

          for (guint k = 0; sheet != NULL && k < sheet->rows->len; k++)
            {
              const FramPrintRow *row = g_ptr_array_index (sheet->rows, k);

              assert_clean (people[i].name, "a print", row->name);
              g_assert_null (strstr (row->name, LINE));
            }
          g_clear_pointer (&sheet, fram_roster_sheet_unref);
        }
    }
}

/* The sentence of an undo step is seen by whoever looks over the shoulder, and stands in the change log. */
static void
test_undo_tells_no_need_and_is_nobody_elses (House *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL, *done = NULL;
  FramAdaptationEdit edit = planted_edit ();
  FramAdaptationField field;
  g_autofree char *saved = NULL;

  fram_desk_save_adaptation (h->base.desk, &h->enrolment, NULL, &edit, &field, &saved, &error);
  g_assert_no_error (error);
  assert_clean ("Dragana Andersen", "what was saved", saved);
  g_assert_null (strstr (saved, LINE));
  g_assert_true (fram_desk_undo (h->base.desk, &undone, &error));
  assert_clean ("Dragana Andersen", "undo", undone);
  g_assert_true (fram_desk_redo (h->base.desk, &done, &error));
  assert_clean ("Dragana Andersen", "redo", done);
  for (guint i = 1; i < G_N_ELEMENTS (people); i++)
    {
      fixture_sit (&h->base, people[i].name);
      g_assert_false (fram_desk_can_undo (h->base.desk));
      g_assert_false (fram_desk_can_redo (h->base.desk));
    }
}

static void
test_history_of_a_mark_tells_nothing (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  FramRoster *after;

  fixture_sit (&h->base, "Örjan Kadhim");
  after = fixture_mark (&h->base, "2026-11-12", "Amina Hassan", "present", &error);
  g_assert_no_error (error);
  fram_roster_free (after);
  steps = fram_desk_mark_history (h->base.desk, &h->enrolment, &h->base.snickeri, h->base.today, 0, &error);
  g_assert_cmpuint (steps->len, ==, 1);
  text = fram_desk_mark_history_text (h->base.desk, steps);
  assert_clean ("Örjan Kadhim", "the history of a mark", text);
  g_assert_null (strstr (text, LINE));
}

static void
protect (House *h)
{
  static const char *const columns[] = { "protected", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  FramUuid participant;
  g_autoptr (FramRecord) record = NULL;

  fixture_sit (&h->base, "Teresa Sundberg");
  g_assert_true (fram_desk_person_id (h->base.desk, h->base.amina, &participant, &error));
  record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &participant);
  fram_record_set_int (record, "protected", 1);
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), !=, FRAM_WRITTEN_FAILED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

/* With a protected identity nobody reads a need who is not named for the person. */
static void
test_protected_identity (House *h, gconstpointer unused)
{
  protect (h);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      FramAdaptationQuery all = { NULL, FRAM_DATE_NONE };
      g_autoptr (GPtrArray) list = NULL;
      g_autoptr (FramAdaptation) one = NULL;

      fixture_sit (&h->base, people[i].name);
      list = fram_desk_adaptations (h->base.desk, &all, NULL);
      one = fram_desk_adaptation (h->base.desk, &h->adaptation, NULL);
      g_assert_cmpuint (list != NULL ? list->len : 0, ==, 0);
      g_assert_null (one);
      g_assert_cmpuint (fram_desk_count_reviews (h->base.desk), ==, 0);
      assert_line (h, i, &h->base.snickeri, "2026-11-12", FALSE);
      assert_line (h, i, &h->group, "2026-11-12", FALSE);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/adaptation-rights/" name, House, NULL, set_up, func, tear_down)
  ADD ("lists-and-records", test_lists_and_records);
  ADD ("writing-is-the-therapists", test_writing_is_the_therapists);
  ADD ("search-finds-nobody-by-a-need", test_search_finds_nobody_by_a_need);
  ADD ("rosters-hints-timeline-and-log-tell-nothing", test_rosters_hints_timeline_and_log_tell_nothing);
  ADD ("the-line-stands-on-own-rosters-while-in-force", test_the_line_stands_on_own_rosters_while_in_force);
  ADD ("a-line-of-one-workshop-stays-there", test_a_line_of_one_workshop_stays_there);
  ADD ("nothing-stands-on-paper", test_nothing_stands_on_paper);
  ADD ("undo-tells-no-need-and-is-nobody-elses", test_undo_tells_no_need_and_is_nobody_elses);
  ADD ("history-of-a-mark-tells-nothing", test_history_of_a_mark_tells_nothing);
  ADD ("protected-identity", test_protected_identity);
#undef ADD
  return g_test_run ();
}
