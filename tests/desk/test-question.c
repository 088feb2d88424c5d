#include "desk-fixture.h"

#include "fram-desk-absence.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-question.h"
#include "fram-desk-today.h"

/* A workshop is asked about somebody, answers from its roster, and the answer comes back; a trial asks by itself. */

typedef struct
{
  Fixture base;
  FramUuid amina; /* the enrolment */
  FramUuid garden;
} House;

/* A mentor who runs the workshop has a leader's rights there, and only there. */
static void
hire_mentor_who_leads (Fixture *f)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();

  staff->name = g_strdup ("Moa Mentor");
  fram_staff_add_role (staff, FRAM_ROLE_PEER_MENTOR, NULL, NULL);
  fram_staff_add_role (staff, FRAM_ROLE_ACTIVITY_LEADER, "snickeri", NULL);
  g_assert_true (fram_desk_save_staff (f->desk, staff, NULL, NULL));
}

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;

  fixture_set_up (f, NULL);
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Petra Annan", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  hire_mentor_who_leads (f);
  fixture_hire (f, "Paul Plats", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Linn Samband", FRAM_ROLE_LIAISON, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Örjan Kadhim", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  fixture_hire (f, "Tora Grön", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->amina, NULL));
  g_assert_true (fram_desk_find_activity (f->desk, "tradgard", &h->garden, NULL));
  fixture_sit (f, "Dragana Andersen");
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

#define QUESTION "How does it go to give one thing at a time?"
#define BARRIER  "Störs av ljud"

static char *
ask (House *h)
{
  g_autoptr (GError) error = NULL;
  char *what = NULL;

  g_assert_true (fram_desk_ask_workshop (h->base.desk, &h->amina, &h->base.snickeri, QUESTION, &what, &error));
  g_assert_no_error (error);
  return what;
}

/* What Amina's line asks of who sits there: the texts, one after the other. */
static char *
asked_on (House *h, const char *day)
{
  g_autoptr (FramRoster) roster = fixture_roster (&h->base, day);
  const GPtrArray *questions = fixture_row (roster, "Amina Hassan")->questions;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", ((FramRosterQuestion *)questions->pdata[i])->text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_asked (House *h, const char *day, const char *wanted)
{
  g_autofree char *text = asked_on (h, day);

  g_assert_cmpstr (text, ==, wanted);
}

static FramUuid
only_question (House *h)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = fram_desk_workshop_questions (h->base.desk, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (questions->len, ==, 1);
  return ((FramWorkshopQuestion *)questions->pdata[0])->id;
}

static guint
answers_today (House *h, char **text)
{
  g_autoptr (FramToday) today = fram_desk_today (h->base.desk, h->base.today, NULL);
  guint n = 0;

  for (guint i = 0; i < today->needs->len; i++)
    {
      const FramNeed *need = g_ptr_array_index (today->needs, i);

      if (need->kind != FRAM_NEED_ANSWER)
        continue;
      n++;
      if (text != NULL)
        *text = g_strdup_printf ("%s: %s", need->name, need->text);
    }
  return n;
}

static void
test_a_question_is_answered_and_comes_back (House *h, gconstpointer unused)
{
  FramDesk *desk = h->base.desk;
  g_autofree char *said = ask (h), *what = NULL, *line = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const FramWorkshopQuestion *one;
  FramUuid question = only_question (h);

  g_assert_cmpstr (said, ==, "Woodwork is asked about Amina Hassan.");
  assert_asked (h, "2026-11-12", ""); /* the therapist reads the roster and is not who answers */
  fixture_sit (&h->base, "Örjan Kadhim");
  assert_asked (h, "2026-11-12", QUESTION);
  assert_asked (h, "2026-11-05", ""); /* not asked yet then */
  g_assert_true (
      fram_desk_answer_workshop (desk, &question, FRAM_WORKSHOP_IN_WORDS, "Bra, men\nsäg det lugnt", &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, "The answer about Amina Hassan goes to Dragana Andersen.");
  assert_asked (h, "2026-11-12", "");
  g_assert_cmpuint (answers_today (h, NULL), ==, 0);

  fixture_sit (&h->base, "Rebecka Memic");
  g_assert_cmpuint (answers_today (h, NULL), ==, 0); /* somebody else asked */
  fixture_sit (&h->base, "Dragana Andersen");
  g_assert_cmpuint (answers_today (h, &line), ==, 1);
  g_assert_cmpstr (line, ==, "Amina Hassan: Woodwork answered: Bra, men säg det lugnt");
  list = fram_desk_workshop_answers (desk, &h->amina, &error);
  g_assert_cmpuint (list->len, ==, 1);
  one = list->pdata[0];
  g_assert_cmpstr (one->text, ==, QUESTION);
  g_assert_cmpint (one->answer, ==, FRAM_WORKSHOP_IN_WORDS);
  g_assert_cmpstr (one->answerer, ==, "Örjan Kadhim");
  g_assert_true (one->is_news);
  g_assert_true (fram_desk_see_workshop_answers (desk, &h->amina, &error));
  g_assert_cmpuint (answers_today (h, NULL), ==, 0);
  g_assert_false (fram_desk_can_undo (desk)); /* looking is no step */
}

static void
test_each_is_one_step_back (House *h, gconstpointer unused)
{
  FramDesk *desk = h->base.desk;
  g_autofree char *said = ask (h), *back = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid question = only_question (h), again;

  fixture_sit (&h->base, "Örjan Kadhim");
  g_assert_true (fram_desk_answer_workshop (desk, &question, FRAM_WORKSHOP_HELPS, NULL, NULL, &error));
  g_assert_false (fram_desk_answer_workshop (desk, &question, FRAM_WORKSHOP_HELPS, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (fram_desk_undo (desk, NULL, &error));
  assert_asked (h, "2026-11-12", QUESTION);
  fixture_sit (&h->base, "Dragana Andersen");
  g_assert_true (fram_desk_withdraw_question (desk, &question, &back, &error));
  g_assert_cmpstr (back, ==, "Woodwork is not asked about Amina Hassan any more.");
  none = fram_desk_workshop_answers (desk, &h->amina, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (fram_desk_undo (desk, NULL, &error));
  again = only_question (h);
  g_assert_true (fram_uuid_equal (&again, &question));
}

static void
test_a_question_has_a_text_and_a_place (House *h, gconstpointer unused)
{
  g_autofree char *long_text = g_strnfill (301, 'a');
  const struct
  {
    const FramUuid *where;
    const char *text;
    int code;
  } wrong[] = { { &h->base.snickeri, " \n ", FRAM_ERROR_INVALID },
                { &h->base.snickeri, long_text, FRAM_ERROR_INVALID },
                { &h->garden, QUESTION, FRAM_ERROR_INVALID },
                { &h->amina, QUESTION, FRAM_ERROR_INVALID } };
  g_autoptr (GPtrArray) workshops = fram_desk_askable_workshops (h->base.desk, &h->amina, NULL);

  g_assert_cmpuint (workshops->len, ==, 1);
  g_assert_cmpstr (((FramAskedWorkshop *)workshops->pdata[0])->code, ==, "snickeri");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (fram_desk_ask_workshop (h->base.desk, &h->amina, wrong[i].where, wrong[i].text, NULL, &error));
      g_assert_error (error, FRAM_ERROR, wrong[i].code);
    }
}

/* ---- who ---- */

static void
test_who_asks_who_reads_and_who_answers (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    gboolean asks, reads, answers;
  } people[] = {
    { "Dragana Andersen", TRUE, TRUE, FALSE }, { "Rebecka Memic", TRUE, TRUE, FALSE },
    { "Petra Annan", FALSE, FALSE, FALSE },    { "Örjan Kadhim", FALSE, TRUE, TRUE },
    { "Moa Mentor", FALSE, TRUE, TRUE },       { "Samir Sandberg", FALSE, FALSE, FALSE },
    { "Tora Grön", FALSE, FALSE, FALSE },      { "Paul Plats", FALSE, FALSE, FALSE },
    { "Linn Samband", FALSE, FALSE, FALSE },   { "Lena Ahmadi", FALSE, FALSE, FALSE },
    { "Teresa Sundberg", FALSE, TRUE, FALSE },
  };
  FramDesk *desk = h->base.desk;
  FramUuid rebecka = FRAM_UUID_NONE;
  g_autofree char *said = ask (h);
  FramUuid question = only_question (h);
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, NULL);

  fixture_sit (&h->base, "Teresa Sundberg");
  for (guint i = 0; i < staff->len; i++)
    if (g_str_equal (((FramStaff *)staff->pdata[i])->name, "Rebecka Memic"))
      rebecka = ((FramStaff *)staff->pdata[i])->id;
  {
    g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, NULL);

    fram_record_set_ref (record, "enrolment", &h->amina);
    fram_record_set_ref (record, "staff", &rebecka);
    fram_record_set_date (record, "from_day", fram_test_date ("2026-11-02"));
    fixture_put (&h->base, record);
  }
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) list = NULL, all = NULL;
      gboolean ok;

      fixture_sit (&h->base, people[i].name);
      g_test_message ("%s", people[i].name);
      list = fram_desk_workshop_answers (desk, &h->amina, NULL);
      g_assert_cmpint (list != NULL && list->len == 1, ==, people[i].reads);
      all = fram_desk_workshop_questions (desk, NULL, NULL);
      g_assert_cmpint (all != NULL && all->len == 1, ==, people[i].reads);
      g_assert_cmpint (fram_desk_may_ask_workshop (desk, &h->amina), ==, people[i].asks);
      ok = fram_desk_ask_workshop (desk, &h->amina, &h->base.snickeri, "?", NULL, &error);
      g_assert_cmpint (ok, ==, people[i].asks);
      if (ok)
        g_assert_true (fram_desk_undo (desk, NULL, NULL));
      else
        g_assert_true (g_error_matches (error, FRAM_ERROR, FRAM_ERROR_DENIED) ||
                       g_error_matches (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND));
      g_clear_error (&error);
      ok = fram_desk_answer_workshop (desk, &question, FRAM_WORKSHOP_HELPS, NULL, NULL, &error);
      g_assert_cmpint (ok, ==, people[i].answers);
      if (ok)
        g_assert_true (fram_desk_undo (desk, NULL, NULL));
      else
        g_assert_true (strstr (error->message, "one thing") == NULL);
    }
}

/* ---- a trial ---- */

static FramAdaptationEdit
trial (void)
{
  FramAdaptationEdit edit;

  fram_adaptation_edit_init (&edit);
  edit.area = "arbetsmiljo";
  edit.barrier = BARRIER;
  edit.line = "En sak i taget";
  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  edit.tried_from = fram_test_date ("2026-10-22");
  return edit;
}

static void
begin (House *h, const FramAdaptationEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FramAdaptationField field;

  g_assert_true (fram_desk_save_adaptation (h->base.desk, &h->amina, NULL, edit, &field, NULL, &error));
  g_assert_no_error (error);
}

static void
mark (House *h, const char *day, const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramRoster) roster = fixture_mark (&h->base, day, "Amina Hassan", status, &error);

  g_assert_no_error (error);
}

#define HELPS_IT "Does it help: “En sak i taget”?"

static void
test_a_trial_asks_on_the_third_day_present (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = trial ();
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *line = NULL;
  FramUuid question;

  begin (h, &edit);
  fixture_sit (&h->base, "Örjan Kadhim");
  mark (h, "2026-10-15", "present"); /* before the trial */
  mark (h, "2026-10-22", "present");
  mark (h, "2026-10-29", "sick");
  mark (h, "2026-11-05", "late");
  assert_asked (h, "2026-11-12", "");
  list = fram_desk_workshop_questions (h->base.desk, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 0); /* nor in the list */
  mark (h, "2026-11-12", "present");
  assert_asked (h, "2026-11-12", HELPS_IT);
  assert_asked (h, "2026-11-05", "");
  question = only_question (h);
  g_assert_true (fram_desk_answer_workshop (h->base.desk, &question, FRAM_WORKSHOP_DOES_NOT_HELP, NULL, NULL, NULL));
  assert_asked (h, "2026-11-12", "");
  fixture_sit (&h->base, "Dragana Andersen");
  g_assert_cmpuint (answers_today (h, &line), ==, 1);
  g_assert_cmpstr (line, ==, "Amina Hassan: Woodwork answered: Does not help");
}

static FramUuid
only_need (House *h)
{
  FramAdaptationQuery query = { &h->amina, FRAM_DATE_NONE };
  g_autoptr (GPtrArray) rows = fram_desk_adaptations (h->base.desk, &query, NULL);

  g_assert_cmpuint (rows->len, ==, 1);
  return ((FramAdaptation *)rows->pdata[0])->id;
}

static void
change (House *h, const FramAdaptationEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FramAdaptationField field;
  FramUuid id = only_need (h);

  g_assert_true (fram_desk_save_adaptation (h->base.desk, &h->amina, &id, edit, &field, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_leader_asked (House *h, const char *wanted)
{
  fixture_sit (&h->base, "Örjan Kadhim");
  assert_asked (h, "2026-11-12", wanted);
  fixture_sit (&h->base, "Dragana Andersen");
}

static guint
count_questions (House *h)
{
  g_autoptr (GPtrArray) questions = fram_desk_workshop_questions (h->base.desk, NULL, NULL);

  return questions->len;
}

static void
test_a_trial_that_is_over_asks_nothing (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = trial ();
  FramUuid id;

  begin (h, &edit);
  fixture_sit (&h->base, "Örjan Kadhim");
  mark (h, "2026-10-22", "present");
  mark (h, "2026-11-05", "present");
  mark (h, "2026-11-12", "present");
  assert_leader_asked (h, HELPS_IT);
  edit.line = "Ett steg i taget";
  change (h, &edit);
  assert_leader_asked (h, "Does it help: “Ett steg i taget”?"); /* the line as it is now, asked once */
  edit.reach = FRAM_ADAPTATION_WORKSHOP;                        /* it is tried elsewhere from now on */
  edit.activity = h->garden;
  change (h, &edit);
  assert_leader_asked (h, "");
  edit.activity = h->base.snickeri;
  change (h, &edit);
  assert_leader_asked (h, "Does it help: “Ett steg i taget”?");
  edit.tried_from = fram_test_date ("2026-11-05"); /* it began later: two days present are too few */
  change (h, &edit);
  assert_leader_asked (h, "");
  edit.tried_from = fram_test_date ("2026-10-22");
  change (h, &edit);
  assert_leader_asked (h, "Does it help: “Ett steg i taget”?");
  id = only_need (h);
  g_assert_true (fram_desk_remove_adaptation (h->base.desk, &id, NULL, NULL));
  g_assert_cmpuint (count_questions (h), ==, 0);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  g_assert_cmpuint (count_questions (h), ==, 1);
  edit.status = FRAM_ADAPTATION_IN_PLACE;
  change (h, &edit);
  g_assert_cmpuint (count_questions (h), ==, 0);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  assert_leader_asked (h, "Does it help: “Ett steg i taget”?");
  change (h, &edit);
  assert_leader_asked (h, "");
}

static void
test_what_is_proposed_or_has_no_line_is_not_asked (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = trial ();
  g_autoptr (GPtrArray) list = NULL;

  edit.status = FRAM_ADAPTATION_PROPOSED;
  edit.tried_from = FRAM_DATE_NONE;
  begin (h, &edit);
  list = fram_desk_workshop_questions (h->base.desk, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

/* Answered once in a trial; begun again, it is asked again. */
static void
test_a_trial_is_answered_once (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = trial ();
  g_autoptr (GPtrArray) list = NULL;
  FramUuid question;

  begin (h, &edit);
  fixture_sit (&h->base, "Örjan Kadhim");
  mark (h, "2026-10-22", "present");
  mark (h, "2026-11-05", "present");
  mark (h, "2026-11-12", "present");
  question = only_question (h);
  g_assert_true (fram_desk_answer_workshop (h->base.desk, &question, FRAM_WORKSHOP_HELPS, "Lugnare", NULL, NULL));
  fixture_sit (&h->base, "Dragana Andersen");
  edit.line = "Ett steg i taget";
  change (h, &edit);
  assert_leader_asked (h, "");
  list = fram_desk_workshop_questions (h->base.desk, NULL, NULL);
  g_assert_cmpuint (list->len, ==, 1);
}

/* What leaves the therapist's hands: sentences, undo, the log, what the leader reads. */
static void
test_no_word_of_the_need_leaves_the_record (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = trial ();
  FramDesk *desk = h->base.desk;
  g_autofree char *what = NULL, *undone = NULL, *asked = NULL, *text = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid question;

  begin (h, &edit);
  fixture_sit (&h->base, "Örjan Kadhim");
  mark (h, "2026-10-22", "present");
  mark (h, "2026-11-05", "present");
  mark (h, "2026-11-12", "present");
  asked = asked_on (h, "2026-11-12");
  list = fram_desk_workshop_questions (desk, NULL, NULL);
  question = ((FramWorkshopQuestion *)list->pdata[0])->id;
  text = g_strdup (((FramWorkshopQuestion *)list->pdata[0])->text);
  g_assert_true (fram_desk_answer_workshop (desk, &question, FRAM_WORKSHOP_HELPS, NULL, &what, NULL));
  g_assert_true (fram_desk_undo (desk, &undone, NULL));
  g_assert_false (fram_desk_withdraw_question (desk, &question, NULL, &error));
  {
    const char *const said[] = { asked, text, what, undone, error->message };

    for (guint i = 0; i < G_N_ELEMENTS (said); i++)
      {
        g_assert_null (strstr (said[i], BARRIER));
        g_assert_null (strstr (said[i], "arbetsmiljo"));
      }
  }
  g_assert_null (strstr (what, "En sak"));
  g_assert_null (strstr (undone, "En sak"));
}

#define ADD(path, func) g_test_add ("/desk/question/" path, House, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  ADD ("a-question-is-answered-and-comes-back", test_a_question_is_answered_and_comes_back);
  ADD ("each-is-one-step-back", test_each_is_one_step_back);
  ADD ("a-question-has-a-text-and-a-place", test_a_question_has_a_text_and_a_place);
  ADD ("who-asks-who-reads-and-who-answers", test_who_asks_who_reads_and_who_answers);
  ADD ("a-trial-asks-on-the-third-day-present", test_a_trial_asks_on_the_third_day_present);
  ADD ("a-trial-that-is-over-asks-nothing", test_a_trial_that_is_over_asks_nothing);
  ADD ("what-is-proposed-is-not-asked", test_what_is_proposed_or_has_no_line_is_not_asked);
  ADD ("a-trial-is-answered-once", test_a_trial_is_answered_once);
  ADD ("no-word-of-the-need-leaves-the-record", test_no_word_of_the_need_leaves_the_record);
  return g_test_run ();
}
