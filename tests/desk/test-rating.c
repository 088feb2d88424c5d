#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-case.h"
#include "fram-desk-indicators.h"
#include "fram-desk-progression.h"
#include "fram-desk-rating.h"
#include "fram-ids.h"

/* Talks in which somebody is rated: what is refused, who may, what counts, drafts, and what is said of an agenda. */

typedef struct
{
  Fixture base;
  FramUuid enrolment; /* Amina's, whose case worker Rebecka is */
  FramUuid participant;
  FramUuid rebecka;
  FramUuid jonas;
  FramUuid dragana;  /* leads in the workshop where Amina is */
  FramUuid check_in; /* avstamning-3: the participant answers */
  FramUuid how;      /* its first question */
  FramUuid eleven;   /* indikator-11: both answer */
  FramUuid belief;   /* its last question: the case worker's own belief */
  FramUuid goal;     /* its third */
  FramUuid agenda;   /* fram-8 */
  FramUuid area;     /* its first area */
} House;

static void
find (House *h, const char *code, FramUuid *set, FramUuid *indicator)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_find_question (h->base.desk, code, set, indicator, &error));
  g_assert_no_error (error);
}

static void
give_case_worker (House *h, const FramUuid *enrolment, const FramUuid *staff, const char *until)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

  if (until != NULL)
    fram_record_set_date (record, "to_day", fram_test_date (until));
  fram_record_set_ref (record, "enrolment", enrolment);
  fram_record_set_ref (record, "staff", staff);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-09-01"));
  fixture_put (&h->base, record);
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, NULL);
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->enrolment, &error));
  g_assert_true (fram_desk_person_id (f->desk, f->amina, &h->participant, &error));
  h->rebecka = fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  h->jonas = fixture_hire (f, "Jonas Ek", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Per Wallin", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  h->dragana = fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, "snickeri");
  fixture_hire (f, "Doris Berg", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Stig Sökare", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  give_case_worker (h, &h->enrolment, &h->rebecka, NULL);
  find (h, "avstamning-3:1", &h->check_in, &h->how);
  find (h, "indikator-11:11", &h->eleven, &h->belief);
  find (h, "indikator-11:3", &h->eleven, &h->goal);
  find (h, "fram-8:1", &h->agenda, &h->area);
  fixture_sit (f, "Rebecka Memic");
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

static GArray *
one (const FramUuid *indicator, FramRater rater, int value, const char *note)
{
  GArray *answers = fram_answers_new ();
  FramAnswer answer = { *indicator, rater, value, g_strdup (note) };

  g_array_append_val (answers, answer);
  return answers;
}

static char *
save (House *h, const FramUuid *set, const char *day, const FramUuid *indicator, FramRater rater, int value,
      const char *note)
{
  g_autoptr (GArray) answers = one (indicator, rater, value, note);
  g_autoptr (GError) error = NULL;
  char *what = NULL;

  g_assert_true (
      fram_desk_save_ratings (h->base.desk, &h->enrolment, set, fram_test_date (day), answers, &what, &error));
  g_assert_no_error (error);
  return what;
}

static FramRatingForm *
form_on (House *h, const FramUuid *set, const char *day)
{
  g_autoptr (GError) error = NULL;
  FramRatingForm *form = fram_desk_rating_form (h->base.desk, &h->enrolment, set,
                                                day != NULL ? fram_test_date (day) : FRAM_DATE_NONE, &error);

  g_assert_no_error (error);
  return form;
}

static const FramQuestion *
question_of (const FramRatingForm *form, const FramUuid *id)
{
  for (guint i = 0; i < form->questions->len; i++)
    if (fram_uuid_equal (&((const FramQuestion *)g_ptr_array_index (form->questions, i))->id, id))
      return g_ptr_array_index (form->questions, i);
  return NULL;
}

static int
last_of (House *h, const FramUuid *set, const char *day, const FramUuid *indicator, FramRater rater)
{
  g_autoptr (FramRatingForm) form = form_on (h, set, day);

  return question_of (form, indicator)->last[rater];
}

static GArray *
keep_draft (House *h, const FramUuid *set, const FramUuid *indicator, FramRater rater, int value, const char *note)
{
  GArray *answers = one (indicator, rater, value, note);
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_rating_draft_save (h->base.desk, &h->enrolment, set, h->base.today, answers, &error));
  g_assert_no_error (error);
  return answers;
}

/* What a form offers: the light set first, questions in order, the days that may be chosen. */
static void
test_what_is_offered (House *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) forms = fram_desk_rating_forms (h->base.desk, &h->enrolment, NULL);
  g_autoptr (FramRatingForm) form = form_on (h, &h->check_in, NULL);
  const FramQuestion *first = g_ptr_array_index (form->questions, 0);

  g_assert_cmpuint (forms->len, ==, 3);
  g_assert_cmpstr (((FramRatingForm *)g_ptr_array_index (forms, 0))->code, ==, "avstamning-3");
  g_assert_cmpstr (((FramRatingForm *)g_ptr_array_index (forms, 1))->code, ==, "indikator-11");
  g_assert_cmpstr (((FramRatingForm *)g_ptr_array_index (forms, 2))->code, ==, "fram-8");
  g_assert_true (((FramRatingForm *)g_ptr_array_index (forms, 2))->is_agenda);
  g_assert_cmpuint (form->questions->len, ==, 3);
  g_assert_cmpint (first->ordinal, ==, 1);
  g_assert_cmpuint (first->raters, ==, 1u << FRAM_RATER_PARTICIPANT);
  g_assert_cmpint (form->first_day, ==, fram_test_date ("2026-09-01"));
  g_assert_cmpint (form->last_day, ==, h->base.today);
  g_assert_cmpint (form->last, ==, FRAM_DATE_NONE);
  g_assert_null (form->draft);
}

/* Each refusal by table: the sentence names the question and says what is allowed, nothing is written, and the draft stays. */
static void
test_what_is_refused (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *question; /* its code */
    FramRater rater;
    int value;
    const char *note;
    const char *day;
    FramError code;
    const char *sentence;
  } cases[] = {
    { "avstamning-3:1", FRAM_RATER_PARTICIPANT, 6, NULL, "2026-11-12", FRAM_ERROR_INVALID,
      "“How are you?” goes from 1 to 5." },
    { "avstamning-3:1", FRAM_RATER_PARTICIPANT, -1, NULL, "2026-11-12", FRAM_ERROR_INVALID,
      "“How are you?” goes from 1 to 5." },
    { "avstamning-3:1", FRAM_RATER_CASE_WORKER, 3, NULL, "2026-11-12", FRAM_ERROR_INVALID,
      "“How are you?” is answered by the participant only, not by the case worker." },
    { "indikator-11:11", FRAM_RATER_PARTICIPANT, 3, NULL, "2026-11-12", FRAM_ERROR_INVALID,
      "is answered by the case worker only, not by the participant." },
    { "indikator-11:11", FRAM_RATER_CASE_WORKER, 3, NULL, "2026-11-12", FRAM_ERROR_DENIED,
      "is a question to yourself that is turned off in this programme; leave it out." },
    { "avstamning-3:1", FRAM_RATER_PARTICIPANT, 3, NULL, "2026-11-13", FRAM_ERROR_INVALID,
      "The talk has not been held yet; choose today or an earlier day." },
    { "avstamning-3:1", FRAM_RATER_PARTICIPANT, 3, NULL, "2026-08-31", FRAM_ERROR_INVALID,
      "The enrolment began Tuesday 1 September 2026; choose that day or a later one." },
    { "avstamning-3:1", FRAM_RATER_PARTICIPANT, 0, "More coffee", "2026-11-12", FRAM_ERROR_INVALID,
      "“How are you?” has a note but no value; choose one from 1 to 5." },
    { "avstamning-3:1", FRAM_RATER_PARTICIPANT, 0, " ", "2026-11-12", FRAM_ERROR_INVALID,
      "Answer at least one question, then save." },
    { "fram-8:1", FRAM_RATER_CASE_WORKER, 4, "Comes by bicycle", "2026-11-12", FRAM_ERROR_INVALID,
      "is talked about and not rated; write a note without a value." },
    { "fram-8:1", FRAM_RATER_CASE_WORKER, 0, "", "2026-11-12", FRAM_ERROR_INVALID,
      "Write a note about at least one area, then save." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramUuid set, question;
      g_autoptr (GArray) answers = NULL;
      g_autoptr (GArray) draft = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (FramRatingForm) after = NULL;
      g_autofree char *what = NULL;

      find (h, cases[i].question, &set, &question);
      draft = keep_draft (h, &set, &question, FRAM_RATER_PARTICIPANT, 2, "kept");
      answers = one (&question, cases[i].rater, cases[i].value, cases[i].note);
      g_assert_false (fram_desk_save_ratings (h->base.desk, &h->enrolment, &set, fram_test_date (cases[i].day), answers,
                                              &what, &error));
      g_assert_error (error, FRAM_ERROR, (int)cases[i].code);
      if (strstr (error->message, cases[i].sentence) == NULL)
        g_error ("%u: %s", i, error->message);
      g_assert_null (what);
      after = form_on (h, &set, NULL);
      g_assert_cmpint (after->last, ==, FRAM_DATE_NONE);
      g_assert_cmpuint (after->draft->len, ==, 1);
      g_assert_cmpstr (g_array_index (after->draft, FramAnswer, 0).note, ==, "kept");
      g_assert_true (fram_desk_rating_draft_drop (h->base.desk, &h->enrolment, &set, &error));
    }
  g_assert_false (fram_desk_can_undo (h->base.desk));
}

/* One wrong answer among right ones: none of them is written. */
static void
test_all_or_nothing (House *h, gconstpointer unused)
{
  g_autoptr (GArray) answers = one (&h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_autoptr (GError) error = NULL;
  FramAnswer wrong = { h->goal, FRAM_RATER_CASE_WORKER, 9, NULL };
  FramAnswer again = { h->goal, FRAM_RATER_PARTICIPANT, 3, NULL };

  g_array_append_val (answers, wrong);
  g_assert_false (
      fram_desk_save_ratings (h->base.desk, &h->enrolment, &h->eleven, h->base.today, answers, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  g_array_index (answers, FramAnswer, 1) = again;
  g_assert_false (
      fram_desk_save_ratings (h->base.desk, &h->enrolment, &h->eleven, h->base.today, answers, NULL, &error));
  g_assert_nonnull (strstr (error->message, "is answered twice; keep one of the answers."));
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 0);
}

/* Both of one day are kept, the one that was written last counts; the sides do not meet. */
static void
test_the_latest_of_a_day_counts (House *h, gconstpointer unused)
{
  g_autofree char *first = save (h, &h->eleven, "2026-11-10", &h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_autofree char *second = save (h, &h->eleven, "2026-11-10", &h->goal, FRAM_RATER_PARTICIPANT, 2, "on reflection");
  g_autofree char *other = save (h, &h->eleven, "2026-11-10", &h->goal, FRAM_RATER_CASE_WORKER, 5, NULL);
  g_autoptr (FramRatingForm) form = form_on (h, &h->eleven, NULL);
  const FramQuestion *question = question_of (form, &h->goal);
  g_autofree char *what = NULL;

  g_assert_cmpstr (first, ==, "“Eleven areas towards work” with Amina Hassan is written down.");
  g_assert_cmpint (question->last[FRAM_RATER_PARTICIPANT], ==, 2);
  g_assert_cmpstr (question->last_note[FRAM_RATER_PARTICIPANT], ==, "on reflection");
  g_assert_cmpint (question->last_day[FRAM_RATER_PARTICIPANT], ==, fram_test_date ("2026-11-10"));
  g_assert_cmpint (question->last[FRAM_RATER_CASE_WORKER], ==, 5);
  g_assert_cmpint (last_of (h, &h->eleven, "2026-11-09", &h->goal, FRAM_RATER_PARTICIPANT), ==, 0);
  /* both were kept: without the later one the earlier one counts again */
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  g_assert_true (fram_desk_undo (h->base.desk, &what, NULL));
  g_assert_cmpstr (what, ==, "Undone: “Eleven areas towards work” with Amina Hassan is written down.");
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 4);
  g_assert_true (fram_desk_redo (h->base.desk, NULL, NULL));
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 2);
}

/* A whole talk is one step. */
static void
test_a_talk_is_one_undo_step (House *h, gconstpointer unused)
{
  g_autoptr (GArray) answers = one (&h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);
  FramAnswer mine = { h->goal, FRAM_RATER_CASE_WORKER, 3, NULL };
  g_autoptr (GError) error = NULL;

  g_array_append_val (answers, mine);
  g_assert_true (
      fram_desk_save_ratings (h->base.desk, &h->enrolment, &h->eleven, h->base.today, answers, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  g_assert_false (fram_desk_can_undo (h->base.desk));
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 0);
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_CASE_WORKER), ==, 0);
  g_assert_true (fram_desk_redo (h->base.desk, NULL, NULL));
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 4);
}

/* Who may what: r reads the ratings and is offered no form, w writes, - not even that; of a name that cannot be seen nothing. */
static void
test_who_may_rate (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *who;
    char may;
  } people[] = {
    { "Rebecka Memic", 'w' },    { "Jonas Ek", '-' },        { "Per Wallin", '-' },
    { "Dragana Andersen", 'r' }, { "Doris Berg", '-' },      { "Stig Sökare", '-' },
    { "Lena Ahmadi", '-' },      { "Teresa Sundberg", '-' }, { "Samir Sandberg", '-' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GArray) answers = one (&h->goal, FRAM_RATER_CASE_WORKER, 3, NULL);
      g_autoptr (GPtrArray) forms = NULL;
      g_autoptr (FramRatingForm) form = NULL;
      gboolean saved, kept;

      fixture_sit (&h->base, people[i].who);
      forms = fram_desk_rating_forms (h->base.desk, &h->enrolment, NULL);
      form = fram_desk_rating_form (h->base.desk, &h->enrolment, &h->eleven, FRAM_DATE_NONE, NULL);
      saved = fram_desk_save_ratings (h->base.desk, &h->enrolment, &h->eleven, h->base.today, answers, NULL, NULL);
      kept = fram_desk_rating_draft_save (h->base.desk, &h->enrolment, &h->eleven, h->base.today, answers, NULL);
      g_test_message ("%s", people[i].who);
      g_assert_cmpint (forms != NULL, ==, people[i].may != '-');
      g_assert_cmpint (forms != NULL && forms->len > 0, ==, people[i].may == 'w');
      g_assert_cmpint (form != NULL, ==, people[i].may == 'w');
      g_assert_cmpint (saved, ==, people[i].may == 'w');
      g_assert_cmpint (kept, ==, people[i].may == 'w');
    }
}

/* Who stands in for a case worker rates, reads and is told of what is due as that case worker does. */
static void
test_a_deputy_rates (House *h, gconstpointer unused)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  g_autoptr (GPtrArray) talks = NULL;
  g_autofree char *what = NULL;

  fram_record_set_ref (record, "staff", &h->jonas);
  fram_record_set_text (record, "role", "case_worker");
  fram_record_set_ref (record, "deputy_for", &h->rebecka);
  fram_record_set_date (record, "from_day", h->base.today);
  fixture_put (&h->base, record);
  fixture_sit (&h->base, "Jonas Ek");
  talks = fram_desk_due_talks (h->base.desk, h->base.today, NULL);
  g_assert_cmpuint (talks->len, ==, 2);
  what = save (h, &h->check_in, "2026-11-12", &h->how, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_assert_nonnull (what);
}

/* A rating is removed by who may rate, and comes back by undo. */
static void
test_a_slip_is_taken_back (House *h, gconstpointer unused)
{
  g_autofree char *what = save (h, &h->eleven, "2026-11-10", &h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_autofree char *removed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, NULL);
  FramUuid id = FRAM_UUID_NONE, none = fram_uuid_new (h->base.clock);
  gint64 row = fram_db_find_row (db, &h->enrolment);

  for (gint64 n = row; fram_uuid_is_none (&id) && n < row + 1000; n++)
    {
      FramUuid candidate = fram_db_get_id (db, n);

      if (fram_desk_remove_rating (h->base.desk, &candidate, &removed, NULL))
        id = candidate;
    }
  g_assert_false (fram_uuid_is_none (&id));
  g_assert_cmpstr (removed, ==, "The answer to “Knowing my goal” of Amina Hassan, Tue 10 November, is taken back.");
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 0);
  g_assert_false (fram_desk_remove_rating (h->base.desk, &id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  g_assert_cmpint (last_of (h, &h->eleven, NULL, &h->goal, FRAM_RATER_PARTICIPANT), ==, 4);
  g_assert_false (fram_desk_remove_rating (h->base.desk, &none, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_sit (&h->base, "Dragana Andersen");
  g_assert_false (fram_desk_remove_rating (h->base.desk, &id, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
}

static void
turn_belief_on (House *h)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  FramUuid id = fram_id_programme ("fram");
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PROGRAMME, &id);
  static const char *const columns[] = { "settings", NULL };

  fram_record_set_text (record, "settings", "indicator_sets=avstamning-3;indikator-11;fram-8\nbelief=true");
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

/* Off, the question is not there; on, it is the case worker's own. Alone it is no talk. */
static void
test_belief_is_asked_only_where_it_is_on (House *h, gconstpointer unused)
{
  g_autoptr (FramRatingForm) off = form_on (h, &h->eleven, NULL), on = NULL;
  g_autoptr (FramRatingForm) again = NULL;
  g_autofree char *what = NULL;

  g_assert_null (question_of (off, &h->belief));
  g_assert_cmpuint (off->questions->len, ==, 10);
  turn_belief_on (h);
  on = form_on (h, &h->eleven, NULL);
  g_assert_cmpuint (question_of (on, &h->belief)->raters, ==, 1u << FRAM_RATER_CASE_WORKER);
  g_assert_true (question_of (on, &h->belief)->belief);
  what = save (h, &h->eleven, "2026-11-12", &h->belief, FRAM_RATER_CASE_WORKER, 4, NULL);
  again = form_on (h, &h->eleven, NULL);
  g_assert_cmpint (again->last, ==, FRAM_DATE_NONE);
  g_assert_cmpint (question_of (again, &h->belief)->last[FRAM_RATER_CASE_WORKER], ==, 4);
}

/* What was rated before it was turned off is the file's owner's to see and to take back, and nobody else's. */
static void
test_belief_turned_off_is_taken_back_by_the_owner (House *h, gconstpointer unused)
{
  g_autofree char *what = NULL, *id = fram_uuid_to_text (&h->participant);
  g_autoptr (FramProgression) progression = NULL;
  g_autoptr (GError) error = NULL;
  const FramIndicatorSeries *series;
  FramUuid rating;

  turn_belief_on (h);
  what = save (h, &h->eleven, "2026-11-12", &h->belief, FRAM_RATER_CASE_WORKER, 4, NULL);
  fixture_sit (&h->base, "Teresa Sundberg");
  g_assert_true (fram_desk_set_belief (h->base.desk, FALSE, NULL, &error));
  fixture_reopen (&h->base);
  progression = fram_desk_progression (h->base.desk, id, &h->enrolment, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (progression->series->len, ==, 1);
  series = fram_progression_get_series (progression, 0);
  rating = g_array_index (series->points[FRAM_RATER_CASE_WORKER], FramRatingPoint, 0).id;
  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_false (fram_desk_remove_rating (h->base.desk, &rating, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_reopen (&h->base);
  g_assert_true (fram_desk_remove_rating (h->base.desk, &rating, NULL, &error));
  g_assert_no_error (error);
}

/* A draft survives, is the person's alone, and goes when the talk is written down. */
static void
test_a_draft_is_kept (House *h, gconstpointer unused)
{
  g_autoptr (GArray) answers = keep_draft (h, &h->eleven, &h->goal, FRAM_RATER_PARTICIPANT, 7, "Å: \"citat\"\n'rad 2'");
  g_autoptr (FramRatingForm) mine = NULL, others = NULL, after = NULL, header = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autofree char *what = NULL;
  const FramAnswer *kept;

  give_case_worker (h, &h->enrolment, &h->jonas, NULL);
  fixture_reopen (&h->base);
  fixture_sit (&h->base, "Jonas Ek");
  others = form_on (h, &h->eleven, NULL);
  g_assert_null (others->draft);
  fixture_sit (&h->base, "Rebecka Memic");
  mine = form_on (h, &h->eleven, NULL);
  g_assert_cmpuint (mine->draft->len, ==, 1);
  kept = &g_array_index (mine->draft, FramAnswer, 0);
  g_assert_true (fram_uuid_equal (&kept->indicator, &h->goal));
  g_assert_cmpint (kept->value, ==, 7);
  g_assert_cmpstr (kept->note, ==, "Å: \"citat\"\n'rad 2'");
  g_assert_cmpint (mine->draft_day, ==, h->base.today);
  forms = fram_desk_rating_forms (h->base.desk, &h->enrolment, NULL);
  g_assert_nonnull (((FramRatingForm *)g_ptr_array_index (forms, 1))->draft);
  g_assert_null (((FramRatingForm *)g_ptr_array_index (forms, 0))->draft);
  g_assert_false (fram_desk_can_undo (h->base.desk));
  what = save (h, &h->eleven, "2026-11-12", &h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);
  after = form_on (h, &h->eleven, NULL);
  g_assert_null (after->draft);
}

/* Thrown away, or emptied, it is gone. */
static void
test_a_draft_is_thrown_away (House *h, gconstpointer unused)
{
  g_autoptr (GArray) first = keep_draft (h, &h->eleven, &h->goal, FRAM_RATER_PARTICIPANT, 2, NULL);
  g_autoptr (FramRatingForm) dropped = NULL, emptied = NULL;
  g_autoptr (GArray) second = NULL, nothing = NULL;

  g_assert_true (fram_desk_rating_draft_drop (h->base.desk, &h->enrolment, &h->eleven, NULL));
  dropped = form_on (h, &h->eleven, NULL);
  g_assert_null (dropped->draft);
  second = keep_draft (h, &h->eleven, &h->goal, FRAM_RATER_PARTICIPANT, 2, NULL);
  nothing = keep_draft (h, &h->eleven, &h->goal, FRAM_RATER_PARTICIPANT, 0, "");
  emptied = form_on (h, &h->eleven, NULL);
  g_assert_null (emptied->draft);
}

static void
close_enrolment (House *h, const char *day)
{
  static const char *const columns[] = { "closed", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ENROLMENT, &h->enrolment);

  fram_record_set_date (record, "closed", fram_test_date (day));
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

/* The last talk is written down after the closing too, of the closing day at most; a draft of what has ended long since is
 * thrown away when the register is opened. */
static void
test_after_the_closing (House *h, gconstpointer unused)
{
  g_autoptr (GArray) draft = keep_draft (h, &h->eleven, &h->goal, FRAM_RATER_PARTICIPANT, 2, NULL);
  g_autoptr (GArray) answers = one (&h->how, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRatingForm) kept = NULL, gone = NULL;
  g_autofree char *what = NULL;

  close_enrolment (h, "2026-11-06");
  fixture_reopen (&h->base);
  fixture_sit (&h->base, "Rebecka Memic");
  kept = form_on (h, &h->eleven, NULL);
  g_assert_nonnull (kept->draft);
  g_assert_cmpint (kept->last_day, ==, fram_test_date ("2026-11-06"));
  g_assert_cmpint (kept->due, ==, FRAM_DATE_NONE);
  what = save (h, &h->check_in, "2026-11-06", &h->how, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_assert_false (fram_desk_save_ratings (h->base.desk, &h->enrolment, &h->check_in, fram_test_date ("2026-11-09"),
                                          answers, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "The enrolment ended Friday 6 November 2026; choose that day or an earlier one.");
  close_enrolment (h, "2026-10-01");
  fixture_reopen (&h->base);
  fixture_sit (&h->base, "Rebecka Memic");
  gone = form_on (h, &h->eleven, NULL);
  g_assert_null (gone->draft);
}

static FramDate
due_of (House *h, const char *set)
{
  g_autoptr (GPtrArray) talks = fram_desk_due_talks (h->base.desk, fram_test_date ("2027-12-31"), NULL);

  for (guint i = 0; i < talks->len; i++)
    {
      const FramDueTalk *talk = g_ptr_array_index (talks, i);

      if (fram_uuid_equal (&talk->enrolment, &h->enrolment) && g_str_equal (talk->set_code, set))
        return talk->due;
    }
  return FRAM_DATE_NONE;
}

static void
put_pause (House *h, const char *from, const char *to)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PAUSE, NULL);

  fram_record_set_ref (record, "enrolment", &h->enrolment);
  fram_record_set_date (record, "from_day", fram_test_date (from));
  if (to != NULL)
    fram_record_set_date (record, "to_day", fram_test_date (to));
  fram_record_set_text (record, "kind", "agreed_leave");
  fixture_put (&h->base, record);
}

/* Two weeks after the enrolment first, then so many days after the last talk; a form says the same. */
static void
test_when_a_talk_is_due (House *h, gconstpointer unused)
{
  g_autoptr (FramRatingForm) form = NULL;
  g_autofree char *what = NULL;

  g_assert_cmpint (due_of (h, "avstamning-3"), ==, fram_test_date ("2026-09-15"));
  g_assert_cmpint (due_of (h, "indikator-11"), ==, fram_test_date ("2026-09-15"));
  g_assert_cmpint (due_of (h, "fram-8"), ==, FRAM_DATE_NONE);
  /* three weeks on: a Thursday; 91 days on */
  what = save (h, &h->check_in, "2026-11-12", &h->how, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_assert_cmpint (due_of (h, "avstamning-3"), ==, fram_test_date ("2026-12-03"));
  form = form_on (h, &h->check_in, NULL);
  g_assert_cmpint (form->due, ==, fram_test_date ("2026-12-03"));
  g_assert_cmpint (form->last, ==, h->base.today);
  put_pause (h, "2026-12-01", "2026-12-18");
  /* after the pause comes a weekend */
  g_assert_cmpint (due_of (h, "avstamning-3"), ==, fram_test_date ("2026-12-21"));
}

/* During a pause nobody is asked; nor before the enrolment begins, nor after it is over. */
static void
test_nothing_is_due_in_a_pause (House *h, gconstpointer unused)
{
  put_pause (h, "2026-11-11", NULL);
  g_assert_cmpint (due_of (h, "avstamning-3"), ==, FRAM_DATE_NONE);
}

/* A talk ahead of its time is allowed, and said; a correction of the same day is none. */
static void
test_a_talk_ahead_of_its_time (House *h, gconstpointer unused)
{
  g_autofree char *first = save (h, &h->eleven, "2026-10-12", &h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_autofree char *same = save (h, &h->eleven, "2026-10-12", &h->goal, FRAM_RATER_PARTICIPANT, 3, NULL);
  g_autofree char *early = save (h, &h->eleven, "2026-11-12", &h->goal, FRAM_RATER_PARTICIPANT, 4, NULL);

  g_assert_null (strstr (first, "due"));
  g_assert_null (strstr (same, "due"));
  g_assert_cmpstr (
      early, ==,
      "“Eleven areas towards work” with Amina Hassan is written down. It was not due before 11 January 2027.");
}

/* Only of those whom one is in charge of today and may rate; drafts are told to who began them. Jonas handed Amina over and
 * may still look back; Dragana reads her ratings. */
static void
test_due_talks_are_ones_own (House *h, gconstpointer unused)
{
  g_autoptr (GArray) draft = keep_draft (h, &h->check_in, &h->how, FRAM_RATER_PARTICIPANT, 2, NULL);
  g_autoptr (GPtrArray) mine = fram_desk_due_talks (h->base.desk, h->base.today, NULL);
  static const char *const others[] = { "Jonas Ek",    "Per Wallin",      "Dragana Andersen", "Doris Berg",
                                        "Lena Ahmadi", "Teresa Sundberg", "Samir Sandberg" };

  give_case_worker (h, &h->enrolment, &h->jonas, "2026-11-01");
  give_case_worker (h, &h->enrolment, &h->dragana, NULL);
  g_assert_cmpuint (mine->len, ==, 2);
  g_assert_cmpstr (((FramDueTalk *)g_ptr_array_index (mine, 0))->name, ==, "Amina Hassan");
  g_assert_true (((FramDueTalk *)g_ptr_array_index (mine, 0))->has_draft);
  g_assert_false (((FramDueTalk *)g_ptr_array_index (mine, 1))->has_draft);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GPtrArray) talks = NULL;

      fixture_sit (&h->base, others[i]);
      talks = fram_desk_due_talks (h->base.desk, h->base.today, NULL);
      g_assert_cmpuint (talks->len, ==, 0);
    }
}

/* Of a protected person only who is named learns that a talk is due, and then by the initials. */
static void
test_a_protected_person (House *h, gconstpointer unused)
{
  static const char *const columns[] = { "protected", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PARTICIPANT, &h->participant);
  g_autoptr (FramRecord) named = fram_record_new (FRAM_ENTITY_NAMED_ACCESS, NULL);
  g_autoptr (GPtrArray) unnamed_talks = NULL, talks = NULL;
  g_autofree char *what = NULL;

  fram_record_set_int (record, "protected", 1);
  g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  unnamed_talks = fram_desk_due_talks (h->base.desk, h->base.today, NULL);
  g_assert_cmpuint (unnamed_talks->len, ==, 0);
  g_assert_null (fram_desk_rating_form (h->base.desk, &h->enrolment, &h->check_in, FRAM_DATE_NONE, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  fram_record_set_ref (named, "participant", &h->participant);
  fram_record_set_ref (named, "staff", &h->rebecka);
  fram_record_set_date (named, "from_day", fram_test_date ("2026-09-01"));
  fixture_put (&h->base, named);
  talks = fram_desk_due_talks (h->base.desk, h->base.today, NULL);
  g_assert_cmpuint (talks->len, ==, 2);
  g_assert_cmpstr (((FramDueTalk *)g_ptr_array_index (talks, 0))->name, ==, "A. H.");
  what = save (h, &h->check_in, "2026-11-12", &h->how, FRAM_RATER_PARTICIPANT, 4, NULL);
  g_assert_cmpstr (what, ==, "“Short check-in” with A. H. is written down.");
}

/* What was said of an area is the case worker's to read; that it was opened is logged, once, with no word of it. */
static void
test_notes_of_an_agenda (House *h, gconstpointer unused)
{
  g_autofree char *what =
      save (h, &h->agenda, "2026-11-12", &h->area, FRAM_RATER_CASE_WORKER, 0, "  Comes by bicycle. ");
  g_autoptr (GPtrArray) notes = fram_desk_area_notes (h->base.desk, &h->enrolment, NULL);
  g_autoptr (FramRatingForm) form = form_on (h, &h->agenda, NULL);
  g_autoptr (GError) error = NULL;
  const FramAreaNote *note;
  static const char *const others[] = { "Jonas Ek", "Per Wallin", "Dragana Andersen", "Lena Ahmadi",
                                        "Teresa Sundberg" };

  g_assert_cmpuint (notes->len, ==, 1);
  note = g_ptr_array_index (notes, 0);
  g_assert_cmpstr (note->text, ==, "Comes by bicycle.");
  g_assert_cmpstr (note->author, ==, "Rebecka Memic");
  g_assert_true (fram_uuid_equal (&note->indicator, &h->area));
  g_assert_cmpstr (question_of (form, &h->area)->last_note[FRAM_RATER_CASE_WORKER], ==, "Comes by bicycle.");
  g_assert_cmpint (form->last, ==, h->base.today);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      fixture_sit (&h->base, others[i]);
      g_assert_null (fram_desk_area_notes (h->base.desk, &h->enrolment, &error));
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
      g_clear_error (&error);
    }
}

static FramUuid
put_version (House *h, FramUuid *question)
{
  FramUuid set = fram_uuid_new (h->base.clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INDICATOR_SET, &set);
  g_autoptr (FramRecord) first = NULL;

  *question = fram_uuid_new (h->base.clock);
  first = fram_record_new (FRAM_ENTITY_INDICATOR, question);
  fram_record_set_text (record, "code", "avstamning-3");
  fram_record_set_int (record, "version", 2);
  fram_record_set_text (record, "name_sv", "Kort avstämning");
  fram_record_set_text (record, "name_en", "Short check-in");
  fram_record_set_int (record, "lowest", 1);
  fram_record_set_int (record, "highest", 5);
  fram_record_set_int (record, "active", 1);
  fram_record_set_text (record, "kind", "scale");
  fram_record_set_int (record, "every_days", 21);
  fram_record_set_ref (record, "replaces", &h->check_in);
  fixture_put (&h->base, record);
  fram_record_set_ref (first, "indicator_set", &set);
  fram_record_set_int (first, "ordinal", 1);
  fram_record_set_text (first, "name_sv", "Hur mår du?");
  fram_record_set_text (first, "name_en", "How do you feel?");
  fram_record_set_text (first, "rated_by", "participant");
  fram_record_set_int (first, "active", 1);
  fram_record_set_ref (first, "continues", &h->how);
  fixture_put (&h->base, first);
  return set;
}

/* A new version goes on where the old one was: last values, the day it is due, and what somebody has begun. The old one is
 * not written any more. */
static void
test_a_new_version_goes_on (House *h, gconstpointer unused)
{
  g_autofree char *what = save (h, &h->check_in, "2026-11-02", &h->how, FRAM_RATER_PARTICIPANT, 4, "walked here");
  g_autoptr (GArray) draft = keep_draft (h, &h->check_in, &h->how, FRAM_RATER_PARTICIPANT, 2, "begun");
  g_autoptr (GArray) answers = one (&h->how, FRAM_RATER_PARTICIPANT, 3, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRatingForm) form = NULL, after = NULL;
  g_autofree char *saved = NULL;
  FramUuid question, named, other, set = put_version (h, &question);

  g_assert_true (fram_desk_find_question (h->base.desk, "avstamning-3@2:1", &named, &other, &error));
  g_assert_true (fram_uuid_equal (&other, &question));
  g_assert_false (fram_desk_find_question (h->base.desk, "avstamning-3@1:1", &named, &other, NULL));
  form = form_on (h, &set, NULL);
  g_assert_cmpuint (form->questions->len, ==, 1);
  g_assert_cmpstr (question_of (form, &question)->code, ==, "avstamning-3@2:1");
  g_assert_cmpint (form->last, ==, fram_test_date ("2026-11-02"));
  g_assert_cmpint (form->due, ==, fram_test_date ("2026-11-23"));
  g_assert_cmpint (question_of (form, &question)->last[FRAM_RATER_PARTICIPANT], ==, 4);
  g_assert_cmpuint (form->draft->len, ==, 1);
  g_assert_true (fram_uuid_equal (&g_array_index (form->draft, FramAnswer, 0).indicator, &question));
  g_assert_false (
      fram_desk_save_ratings (h->base.desk, &h->enrolment, &h->check_in, h->base.today, answers, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  saved = save (h, &set, "2026-11-12", &question, FRAM_RATER_PARTICIPANT, 3, NULL);
  after = form_on (h, &set, NULL);
  g_assert_null (after->draft);
}

/* The other of the register's two languages is there, and those that were added; what is missing stands in the reader's. */
static void
test_languages_of_a_form (House *h, gconstpointer unused)
{
  g_autoptr (FramRatingForm) form = form_on (h, &h->check_in, NULL);
  g_auto (GStrv) languages = fram_rating_form_get_languages (form);
  FramQuestion *first = g_ptr_array_index (form->questions, 0);
  g_autofree char *name = NULL, *low = NULL, *high = NULL, *other = NULL, *left = NULL, *right = NULL;

  g_assert_cmpuint (g_strv_length (languages), ==, 1);
  g_assert_cmpstr (languages[0], ==, "sv");
  fram_question_get_text (first, "sv", &name, &low, &high);
  g_assert_cmpstr (name, ==, "Hur har du det?");
  g_assert_cmpstr (low, ==, "Inte bra");
  g_assert_cmpstr (high, ==, "Bra");
  g_free (first->languages);
  first->languages = g_strdup ("so=Sidee tahay?\nso.anchors=");
  fram_question_get_text (first, "so", &other, &left, &right);
  g_assert_cmpstr (other, ==, "Sidee tahay?");
  g_assert_cmpstr (left, ==, first->low);
  g_assert_cmpstr (right, ==, first->high);
}

#define ADD(name, function) g_test_add ("/desk/rating/" name, House, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-offered", test_what_is_offered);
  ADD ("what-is-refused", test_what_is_refused);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("the-latest-of-a-day-counts", test_the_latest_of_a_day_counts);
  ADD ("a-talk-is-one-undo-step", test_a_talk_is_one_undo_step);
  ADD ("who-may-rate", test_who_may_rate);
  ADD ("a-deputy-rates", test_a_deputy_rates);
  ADD ("a-slip-is-taken-back", test_a_slip_is_taken_back);
  ADD ("belief-is-asked-only-where-it-is-on", test_belief_is_asked_only_where_it_is_on);
  ADD ("belief-turned-off-is-taken-back-by-the-owner", test_belief_turned_off_is_taken_back_by_the_owner);
  ADD ("a-draft-is-kept", test_a_draft_is_kept);
  ADD ("a-draft-is-thrown-away", test_a_draft_is_thrown_away);
  ADD ("after-the-closing", test_after_the_closing);
  ADD ("when-a-talk-is-due", test_when_a_talk_is_due);
  ADD ("nothing-is-due-in-a-pause", test_nothing_is_due_in_a_pause);
  ADD ("a-talk-ahead-of-its-time", test_a_talk_ahead_of_its_time);
  ADD ("due-talks-are-ones-own", test_due_talks_are_ones_own);
  ADD ("a-protected-person", test_a_protected_person);
  ADD ("notes-of-an-agenda", test_notes_of_an_agenda);
  ADD ("a-new-version-goes-on", test_a_new_version_goes_on);
  ADD ("languages-of-a-form", test_languages_of_a_form);
  return g_test_run ();
}
