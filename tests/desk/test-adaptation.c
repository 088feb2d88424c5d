#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-adaptation.h"
#include "fram-desk-today.h"
#include "fram-ids.h"

/* What the therapist agrees with a participant, what the workshop sees of it, and what nobody else does. */

typedef struct
{
  Fixture base;
  FramUuid amina; /* the enrolment */
} House;

static void
set_up (House *h, gconstpointer unused)
{
  Fixture *f = &h->base;

  fixture_set_up (f, NULL);
  fixture_hire (f, "Rebecka Memic", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Petra Annan", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_hire (f, "Dragana Andersen", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  fixture_hire (f, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_hire (f, "Paul Plats", FRAM_ROLE_PLACE_FINDER, NULL);
  fixture_hire (f, "Linn Samband", FRAM_ROLE_LIAISON, NULL);
  fixture_hire (f, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  fixture_hire (f, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Örjan Kadhim", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  g_assert_true (fram_desk_find_enrolment (f->desk, f->amina, &h->amina, NULL));
  fixture_sit (f, "Dragana Andersen");
}

static void
tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

static FramAdaptationEdit
noise (void)
{
  FramAdaptationEdit edit;

  fram_adaptation_edit_init (&edit);
  edit.area = "arbetsmiljo";
  edit.barrier = "Störs av ljud";
  edit.measure = "Hörselkåpor";
  edit.line = "Hörselkåpor vid maskinerna";
  edit.own_words = "Det tjuter i huvudet";
  edit.agreed_by = "Amina, Dragana";
  return edit;
}

static void
save (House *h, const FramUuid *id, const FramAdaptationEdit *edit)
{
  g_autoptr (GError) error = NULL;
  FramAdaptationField field;

  g_assert_true (fram_desk_save_adaptation (h->base.desk, &h->amina, id, edit, &field, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (field, ==, FRAM_ADAPTATION_FIELD_NONE);
}

static GPtrArray *
all (House *h, GError **error)
{
  FramAdaptationQuery query = { &h->amina, FRAM_DATE_NONE };

  return fram_desk_adaptations (h->base.desk, &query, error);
}

/* Freed with the test's desk closed or not: it is a copy. */
static FramAdaptation *
only (House *h)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = all (h, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_ptr_array_set_free_func (rows, NULL);
  return rows->pdata[0];
}

static char *
lines_on (House *h, const char *day)
{
  g_autoptr (FramRoster) roster = fixture_roster (&h->base, day);

  return g_strjoinv ("; ", fixture_row (roster, "Amina Hassan")->instructions);
}

static void
assert_lines (House *h, const char *day, const char *wanted)
{
  g_autofree char *lines = lines_on (h, day);

  g_assert_cmpstr (lines, ==, wanted);
}

static void
test_from_proposal_to_in_place (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = noise ();
  g_autoptr (FramAdaptation) proposed = NULL, tried = NULL, there = NULL;

  save (h, NULL, &edit);
  proposed = only (h);
  g_assert_cmpint (proposed->status, ==, FRAM_ADAPTATION_PROPOSED);
  g_assert_cmpstr (proposed->words, ==, "Proposed since 12 November 2026");
  assert_lines (h, "2026-11-12", ""); /* nothing is agreed with the workshop yet */

  fram_adaptation_edit_init_from (&edit, proposed);
  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  save (h, &proposed->id, &edit);
  tried = only (h);
  fram_assert_date (tried->tried_from, "2026-11-12");
  fram_assert_date (tried->review_by, "2027-05-12"); /* six months, where nothing is said */
  assert_lines (h, "2026-11-12", "Hörselkåpor vid maskinerna");
  assert_lines (h, "2026-11-05", ""); /* not before the trial */

  fram_adaptation_edit_init_from (&edit, tried);
  edit.status = FRAM_ADAPTATION_IN_PLACE;
  edit.line = NULL;
  {
    g_autoptr (GError) error = NULL;
    FramAdaptationField field;

    g_assert_false (fram_desk_save_adaptation (h->base.desk, NULL, &tried->id, &edit, &field, NULL, &error));
    g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
    g_assert_cmpint (field, ==, FRAM_ADAPTATION_FIELD_LINE);
  }
  assert_lines (h, "2026-11-12", "Hörselkåpor vid maskinerna"); /* nothing was written */
  edit.line = "Kåpor på";
  save (h, &tried->id, &edit);
  there = only (h);
  g_assert_cmpint (there->status, ==, FRAM_ADAPTATION_IN_PLACE);
  g_assert_cmpstr (there->own_words, ==, "Det tjuter i huvudet");
  assert_lines (h, "2026-11-12", "Kåpor på");
}

static void
test_a_review_ends_it_and_its_line (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = noise ();
  FramReviewEdit review = { h->base.today, FRAM_REVIEW_DOES_NOT_HELP, "Hör inte när någon ropar",
                            FRAM_ADAPTATION_DID_NOT_HELP, FRAM_DATE_NONE };
  g_autoptr (FramAdaptation) tried = NULL, over = NULL, again = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GError) error = NULL;
  FramAdaptationField field;

  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  edit.tried_from = fram_test_date ("2026-11-02");
  save (h, NULL, &edit);
  tried = only (h);
  review.day = h->base.today + 1;
  g_assert_false (fram_desk_review_adaptation (h->base.desk, &tried->id, &review, &field, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  review.day = h->base.today;
  g_assert_true (fram_desk_review_adaptation (h->base.desk, &tried->id, &review, &field, NULL, &error));
  g_assert_no_error (error);
  over = only (h);
  g_assert_cmpint (over->status, ==, FRAM_ADAPTATION_DID_NOT_HELP);
  g_assert_cmpint (over->outcome, ==, FRAM_REVIEW_DOES_NOT_HELP);
  fram_assert_date (over->ended, "2026-11-12");
  assert_lines (h, "2026-11-19", "");
  assert_lines (h, "2026-11-05", "Hörselkåpor vid maskinerna"); /* it was so */
  reviews = fram_desk_adaptation_reviews (h->base.desk, &tried->id, &error);
  g_assert_cmpuint (reviews->len, ==, 1);
  g_assert_cmpstr (((FramAdaptationReview *)reviews->pdata[0])->author, ==, "Dragana Andersen");
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error)); /* the review and what came of it are one step */
  again = only (h);
  g_assert_cmpint (again->status, ==, FRAM_ADAPTATION_ON_TRIAL);
  g_assert_cmpint (again->outcome, ==, -1);
  assert_lines (h, "2026-11-19", "Hörselkåpor vid maskinerna");
}

static void
test_a_mapping_talk_gives_several_or_none (House *h, gconstpointer unused)
{
  FramAdaptationEdit edits[3] = { noise (), noise (), noise () };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL, three = NULL, undone = NULL;
  g_autofree char *what = NULL;
  FramAdaptationField field;
  guint which = 99;

  edits[1].barrier = edits[1].measure = "";
  g_assert_false (fram_desk_add_adaptations (h->base.desk, &h->amina, edits, 3, &which, &field, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_cmpuint (which, ==, 1);
  g_assert_cmpint (field, ==, FRAM_ADAPTATION_FIELD_TEXT);
  none = all (h, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  edits[1] = noise ();
  g_clear_error (&error);
  g_assert_true (fram_desk_add_adaptations (h->base.desk, &h->amina, edits, 3, &which, &field, &what, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (what, "3 adaptations"));
  three = all (h, NULL);
  g_assert_cmpuint (three->len, ==, 3);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, NULL));
  undone = all (h, NULL);
  g_assert_cmpuint (undone->len, ==, 0);
}

static void
test_where_it_applies (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = noise ();

  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  edit.reach = FRAM_ADAPTATION_WORKSHOP;
  edit.activity = h->base.snickeri;
  save (h, NULL, &edit);
  assert_lines (h, "2026-11-12", "Hörselkåpor vid maskinerna");
  {
    g_autoptr (FramAdaptation) there = only (h);
    FramUuid kitchen = fram_id_workshop (FRAM_SITE_DEFAULT, "kok_bageri");

    g_assert_cmpstr (there->activity_code, ==, "snickeri");
    fram_adaptation_edit_init_from (&edit, there);
    edit.activity = kitchen;
    save (h, &there->id, &edit);
  }
  assert_lines (h, "2026-11-12", "");
}

/* r: reads, w: writes too, the line alone on the roster: l. */
static void
test_who_sees_what (House *h, gconstpointer unused)
{
  static const struct
  {
    const char *name;
    gboolean reads, writes;
  } people[] = {
    { "Dragana Andersen", TRUE, TRUE },  { "Örjan Kadhim", FALSE, FALSE }, { "Samir Sandberg", FALSE, FALSE },
    { "Paul Plats", FALSE, FALSE },      { "Linn Samband", FALSE, FALSE }, { "Lena Ahmadi", FALSE, FALSE },
    { "Teresa Sundberg", FALSE, FALSE }, { "Petra Annan", FALSE, FALSE },
  };
  FramAdaptationEdit edit = noise ();
  g_autoptr (FramAdaptation) row = NULL;

  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  save (h, NULL, &edit);
  row = only (h);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      FramAdaptationQuery everybody = { NULL, FRAM_DATE_NONE };
      g_autoptr (GPtrArray) rows = NULL, list = NULL;
      g_autoptr (FramAdaptation) one = NULL;
      FramAdaptationField field;

      fixture_sit (&h->base, people[i].name);
      rows = all (h, NULL);
      list = fram_desk_adaptations (h->base.desk, &everybody, NULL);
      one = fram_desk_adaptation (h->base.desk, &row->id, NULL);
      g_assert_cmpint (rows != NULL, ==, people[i].reads);
      g_assert_cmpint (list != NULL && list->len > 0, ==, people[i].reads);
      g_assert_cmpint (one != NULL, ==, people[i].reads);
      g_assert_cmpint (fram_desk_may_adapt (h->base.desk, &h->amina), ==, people[i].writes);
      if (people[i].writes)
        continue;
      g_assert_false (fram_desk_save_adaptation (h->base.desk, &h->amina, &row->id, &edit, &field, NULL, &error));
      g_assert_nonnull (error);
      g_assert_null (strstr (error->message, "Störs"));
      g_assert_false (fram_desk_remove_adaptation (h->base.desk, &row->id, NULL, NULL));
    }
  fixture_sit (&h->base, "Örjan Kadhim");
  assert_lines (h, "2026-11-12", "Hörselkåpor vid maskinerna"); /* the line, and nothing else of it */
}

static void
test_what_is_due (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = noise ();
  FramAdaptationQuery today = { NULL, h->base.today }, week = { NULL, h->base.today + 7 };
  g_autoptr (GPtrArray) late = NULL, soon = NULL;

  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  edit.tried_from = fram_test_date ("2026-10-01");
  edit.review_by = fram_test_date ("2026-11-16");
  save (h, NULL, &edit);
  edit.review_by = fram_test_date ("2026-11-11");
  save (h, NULL, &edit);
  late = fram_desk_adaptations (h->base.desk, &today, NULL);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_true (((FramAdaptation *)late->pdata[0])->is_due);
  g_assert_nonnull (strstr (((FramAdaptation *)late->pdata[0])->words, "late since 11 November"));
  soon = fram_desk_adaptations (h->base.desk, &week, NULL);
  g_assert_cmpuint (soon->len, ==, 2);
  g_assert_false (((FramAdaptation *)soon->pdata[1])->is_due);
}

static char *
aids (House *h)
{
  g_autoptr (FramToday) today = fram_desk_today (h->base.desk, h->base.today, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < today->needs->len; i++)
    {
      const FramNeed *need = g_ptr_array_index (today->needs, i);

      if (need->kind == FRAM_NEED_AID)
        g_string_append_printf (text, "%s;", need->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_aids (House *h, const char *wanted)
{
  g_autofree char *text = aids (h);

  g_assert_cmpstr (text, ==, wanted);
}

static void
place (House *h, const char *workshop, const char *from)
{
  fixture_sit (&h->base, "Rebecka Memic");
  fixture_place (&h->base, h->base.amina, workshop, from, "tue 09-12");
  fixture_sit (&h->base, "Dragana Andersen");
}

static void
test_a_work_aid_follows_its_person (House *h, gconstpointer unused)
{
  FramAdaptationEdit edit = noise ();
  g_autoptr (FramAdaptation) row = NULL;

  edit.aid_kind = "Hörselkåpor";
  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  save (h, NULL, &edit);
  row = only (h);
  assert_aids (h, "");
  place (h, "kok_bageri", "2026-11-24"); /* within two weeks */
  assert_aids (h, "Hörselkåpor to Kitchen & Bakery before Tue 24 November · nobody is named to bring it;");
  place (h, "tradgard", "2026-12-01"); /* later */
  assert_aids (h, "Hörselkåpor to Kitchen & Bakery before Tue 24 November · nobody is named to bring it;");
  fram_adaptation_edit_init_from (&edit, row);
  edit.aid_carrier = "Örjan";
  save (h, &row->id, &edit);
  assert_aids (h, "Hörselkåpor to Kitchen & Bakery before Tue 24 November · brought by Örjan;");
  fixture_sit (&h->base, "Örjan Kadhim"); /* the aid tells of a need */
  assert_aids (h, "");
  fixture_sit (&h->base, "Dragana Andersen");
  fram_adaptation_edit_init_from (&edit, row);
  edit.status = FRAM_ADAPTATION_ENDED;
  save (h, &row->id, &edit);
  assert_aids (h, ""); /* what is over is not carried on */
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/adaptation/" name, House, NULL, set_up, func, tear_down)
  ADD ("from-proposal-to-in-place", test_from_proposal_to_in_place);
  ADD ("a-review-ends-it-and-its-line", test_a_review_ends_it_and_its_line);
  ADD ("a-mapping-talk-gives-several-or-none", test_a_mapping_talk_gives_several_or_none);
  ADD ("where-it-applies", test_where_it_applies);
  ADD ("who-sees-what", test_who_sees_what);
  ADD ("what-is-due", test_what_is_due);
  ADD ("a-work-aid-follows-its-person", test_a_work_aid_follows_its_person);
#undef ADD
  return g_test_run ();
}
