#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-absence.h"
#include "fram-desk-capacity.h"
#include "fram-desk-indicators.h"
#include "fram-desk-progression.h"
#include "fram-desk-rating.h"
#include "fram-house-store.h"
#include "fram-ids.h"
#include "fram-profile.h"
#include "fram-text.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *overlay;

static FramIndicatorSet *
load (FramDesk *desk, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (desk, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sets->len; i++)
    if (g_strcmp0 (((FramIndicatorSet *)g_ptr_array_index (sets, i))->code, code) == 0)
      return fram_indicator_set_copy (g_ptr_array_index (sets, i));
  return NULL;
}

static FramIndicatorDraft *
question (FramIndicatorSet *set, guint n)
{
  return g_ptr_array_index (set->indicators, n - 1);
}

static void
reword (FramIndicatorSet *set, guint n, const char *sv, const char *en)
{
  FramIndicatorDraft *draft = question (set, n);

  g_free (draft->name_sv);
  g_free (draft->name_en);
  draft->name_sv = g_strdup (sv);
  draft->name_en = g_strdup (en);
}

static char *
save (FramDesk *desk, const FramIndicatorSet *set, gboolean correction)
{
  g_autoptr (GError) error = NULL;
  char *what = NULL;

  g_assert_true (fram_desk_save_indicator_set (desk, set, correction, &what, &error));
  g_assert_no_error (error);
  return what;
}

static void
refused (FramDesk *desk, const FramIndicatorSet *set, gboolean correction, int code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_save_indicator_set (desk, set, correction, NULL, &error));
  g_assert_error (error, FRAM_ERROR, code);
  if (words != NULL && !fram_text_is_swedish ())
    g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
rate (FramDesk *desk, const char *case_no, const FramIndicatorSet *set, guint n, const char *day, int value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) answers = fram_answers_new ();
  FramAnswer answer = { .indicator = ((FramIndicatorDraft *)g_ptr_array_index (set->indicators, n - 1))->id,
                        .rater = FRAM_RATER_PARTICIPANT,
                        .value = value };
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (desk, case_no, &enrolment, &error));
  g_array_append_val (answers, answer);
  g_assert_true (fram_desk_save_ratings (desk, &enrolment, &set->id, fram_test_date (day), answers, NULL, &error));
  g_assert_no_error (error);
}

/* The points of a series of the participant's, "1 2 4", or NULL where there is no such series. */
static char *
points (FramDesk *desk, const char *case_no, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramProgression) progression = fram_desk_progression (desk, case_no, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (progression, i);
      GString *text;

      if (strcmp (series->code, code) != 0 || series->points[FRAM_RATER_PARTICIPANT]->len == 0)
        continue;
      text = g_string_new (NULL);
      for (guint n = 0; n < series->points[FRAM_RATER_PARTICIPANT]->len; n++)
        g_string_append_printf (text, "%s%d", n > 0 ? " " : "",
                                g_array_index (series->points[FRAM_RATER_PARTICIPANT], FramRatingPoint, n).value);
      return g_string_free (text, FALSE);
    }
  return NULL;
}

static void
test_offered_first (Fixture *f, gconstpointer unused)
{
  static const char *const order[] = { "avstamning-3", "indikator-11",         "fram-8",
                                       "skapa-6",      "mia-progressionskort", "fram-2021" };
  static const guint questions[] = { 3, 11, 8, 6, 6, 11 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = fram_desk_indicator_sets (f->desk, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sets->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < sets->len; i++)
    {
      const FramIndicatorSet *set = g_ptr_array_index (sets, i);

      g_assert_cmpstr (set->code, ==, order[i]);
      g_assert_cmpuint (set->indicators->len, ==, questions[i]);
      g_assert_cmpint (set->offered, ==, i < 3);
      g_assert_cmpint (set->is_agenda, ==, i == 2);
      g_assert_false (set->used);
      g_assert_true (fram_indicator_set_check (set, &error));
    }
}

/* What saving does with a set that somebody has answered, and with one that nobody has. */
typedef struct
{
  const char *name;
  void (*change) (FramIndicatorSet *set);
  gboolean new_version; /* of a set that was answered */
  gboolean is_correction;
} Case;

static void
change_nothing (FramIndicatorSet *set)
{
}

static void
change_question (FramIndicatorSet *set)
{
  reword (set, 2, "Vill du komma hit?", "Do you want to come here?");
}

static void
change_end (FramIndicatorSet *set)
{
  g_free (question (set, 1)->anchors_sv);
  question (set, 1)->anchors_sv = g_strdup ("Dåligt;Bra");
}

static void
change_side (FramIndicatorSet *set)
{
  question (set, 1)->raters = FRAM_RATERS_BOTH;
}

static void
change_scale (FramIndicatorSet *set)
{
  set->highest = 7;
}

static void
change_order (FramIndicatorSet *set)
{
  fram_indicator_set_move (set, 0, 2);
}

static void
change_interval (FramIndicatorSet *set)
{
  set->every_days = 14;
}

static void
change_name (FramIndicatorSet *set)
{
  g_free (set->name_sv);
  set->name_sv = g_strdup ("Tre frågor");
}

static void
add_question (FramIndicatorSet *set)
{
  fram_indicator_set_add (set);
  reword (set, set->indicators->len, "Sov du gott?", "Did you sleep well?");
}

static void
remove_question (FramIndicatorSet *set)
{
  g_ptr_array_remove_index (set->indicators, 0);
}

static void
add_somali (FramIndicatorSet *set)
{
  fram_indicator_set_language (question (set, 1), "so", "Sidee tahay?", "Ma fiicna;Wanaagsan");
}

static const Case cases[] = {
  { "nothing", change_nothing, FALSE, TRUE },
  { "a question", change_question, TRUE, TRUE },
  { "an end", change_end, TRUE, TRUE },
  { "a side", change_side, TRUE, FALSE },
  { "the scale", change_scale, TRUE, FALSE },
  { "the order", change_order, TRUE, FALSE },
  { "the interval", change_interval, FALSE, TRUE },
  { "the name", change_name, FALSE, TRUE },
  { "one more", add_question, TRUE, FALSE },
  { "one less", remove_question, TRUE, FALSE },
  { "a language", add_somali, FALSE, TRUE },
};

static void
test_new_version (Fixture *f, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3"), old = load (f->desk, "avstamning-3");
  g_autoptr (FramIndicatorSet) after = NULL;
  g_autofree char *what = NULL;
  FramUuid id;

  rate (f->desk, f->amina, set, 1, "2026-11-05", 3);
  c->change (set);
  g_assert_cmpint (fram_desk_indicator_set_is_new_version (f->desk, set), ==, c->new_version);
  what = save (f->desk, set, FALSE);
  after = load (f->desk, "avstamning-3");
  g_assert_cmpint (after->version, ==, c->new_version ? 2 : 1);
  g_assert_cmpuint (after->indicators->len, ==, set->indicators->len);
  id = fram_id_indicator_set_version ("avstamning-3", after->version);
  g_assert_true (fram_uuid_equal (&after->id, &id));
  for (guint i = 1; i <= after->indicators->len; i++)
    {
      g_assert_cmpstr (question (after, i)->name_sv, ==, question (set, i)->name_sv);
      g_assert_cmpstr (question (after, i)->anchors_sv, ==, question (set, i)->anchors_sv);
      g_assert_cmpstr (question (after, i)->languages, ==, question (set, i)->languages);
      id = fram_id_indicator_version ("avstamning-3", after->version, (int)i);
      g_assert_true (fram_uuid_equal (&question (after, i)->id, &id));
    }
  if (fram_text_is_swedish ())
    return;
  g_assert_cmpint (strstr (what, "Old ratings stay") != NULL, ==, c->new_version);
}

static void
test_nobody_has_answered (Fixture *f, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3"), after = NULL;
  g_autofree char *what = NULL;

  c->change (set);
  g_assert_false (fram_desk_indicator_set_is_new_version (f->desk, set));
  what = save (f->desk, set, FALSE);
  after = load (f->desk, "avstamning-3");
  g_assert_cmpint (after->version, ==, 1);
  g_assert_cmpuint (after->indicators->len, ==, set->indicators->len);
  for (guint i = 1; i <= after->indicators->len; i++)
    g_assert_cmpstr (question (after, i)->name_sv, ==, question (set, i)->name_sv);
}

static void
test_correction (Fixture *f, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3"), after = NULL;
  g_autofree char *what = NULL;

  rate (f->desk, f->amina, set, 1, "2026-11-05", 3);
  c->change (set);
  if (!c->is_correction)
    {
      refused (f->desk, set, TRUE, FRAM_ERROR_INVALID, "mends words only");
      return;
    }
  what = save (f->desk, set, TRUE);
  after = load (f->desk, "avstamning-3");
  g_assert_cmpint (after->version, ==, 1);
  g_assert_cmpstr (question (after, 2)->name_sv, ==, question (set, 2)->name_sv);
}

/* Every rating with the words it was given under, as the register tells them. */
static char *
ratings_told (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramProgression) progression = fram_desk_progression (f->desk, f->amina, NULL, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < progression->series->len; i++)
    {
      const FramIndicatorSeries *series = fram_progression_get_series (progression, i);
      const GArray *given = series->points[FRAM_RATER_PARTICIPANT];

      for (guint n = 0; n < given->len; n++)
        {
          const FramRatingPoint *point = &g_array_index (given, FramRatingPoint, n);
          char id[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];
          g_autofree char *line = g_strdup_printf ("%s %s %d %" G_GINT64_FORMAT "\n", fram_uuid_format (&point->id, id),
                                                   fram_date_format (point->day, day), point->value, point->given);

          g_string_append (text, line);
        }
    }
  return g_string_free (text, FALSE);
}

/* A new version is another row: what was rated before has the same id, value, time and question. */
static void
test_old_ratings_stay (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3");
  g_autofree char *before = NULL, *after = NULL, *what = NULL;
  g_autoptr (FramIndicatorSet) second = NULL;

  rate (f->desk, f->amina, set, 1, "2026-10-05", 2);
  rate (f->desk, f->amina, set, 2, "2026-10-05", 4);
  before = ratings_told (f);
  reword (set, 1, "Hur mår du i dag?", "How are you today?");
  what = save (f->desk, set, FALSE);
  after = ratings_told (f);
  g_assert_cmpstr (after, ==, before);
  second = load (f->desk, "avstamning-3");
  g_assert_false (second->used);
  /* the question of version 1 stands there in its own words */
  {
    FramUuid first = fram_id_indicator ("avstamning-3", 1);
    g_autoptr (GError) error = NULL;
    FramDb *db = fram_db_open (f->path, f->clock, &error);
    g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
    g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
    g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INDICATOR, &first);

    g_assert_no_error (error);
    fram_record_set_text (record, "name_sv", "Hur har du det?");
    g_assert_cmpint (fram_changes_update (changes, record, (const char *const[]){ "name_sv", NULL }, &error), ==,
                     FRAM_WRITTEN_SAME);
    g_clear_pointer (&changes, fram_changes_free);
    fram_db_close (db);
  }
}

/* Series go on over versions on the same scale, also where the question stands in another place; not on another scale. */
static void
test_series_go_on (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) first = load (f->desk, "avstamning-3");
  g_autoptr (FramIndicatorSet) second = NULL, third = NULL;
  g_autofree char *series = NULL, *again = NULL, *old = NULL;

  rate (f->desk, f->amina, first, 1, "2026-09-10", 2);
  change_order (first); /* the first question is the third now */
  g_free (save (f->desk, first, FALSE));
  second = load (f->desk, "avstamning-3");
  rate (f->desk, f->amina, second, 3, "2026-10-01", 4);
  series = points (f->desk, f->amina, "avstamning-3@2:3");
  g_assert_cmpstr (series, ==, "2 4");
  change_scale (second);
  g_free (save (f->desk, second, FALSE));
  third = load (f->desk, "avstamning-3");
  g_assert_cmpint (third->version, ==, 3);
  rate (f->desk, f->amina, third, 3, "2026-10-22", 7);
  again = points (f->desk, f->amina, "avstamning-3@2:3");
  g_assert_cmpstr (again, ==, "2 4");
  old = points (f->desk, f->amina, "avstamning-3@3:3");
  g_assert_cmpstr (old, ==, "7");
}

static void
test_belief_is_no_other_series (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) set = load (f->desk, "fram-2021"), second = NULL;
  g_autofree char *series = NULL;

  rate (f->desk, f->amina, set, 1, "2026-09-10", 2);
  question (set, 1)->belief = TRUE;
  g_free (save (f->desk, set, FALSE));
  second = load (f->desk, "fram-2021");
  rate (f->desk, f->amina, second, 1, "2026-10-10", 5);
  series = points (f->desk, f->amina, "1");
  g_assert_cmpstr (series, ==, "2");
}

/* Two machines that make the same version meet in the same rows. */
static void
test_two_machines (Fixture *f, gconstpointer unused)
{
  Fixture other = { 0 };
  Fixture *both[] = { f, &other };
  FramUuid set_ids[2], question_ids[2];

  fixture_set_up (&other, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (FramIndicatorSet) set = load (both[i]->desk, "avstamning-3"), after = NULL;

      rate (both[i]->desk, both[i]->amina, set, 1, "2026-11-05", 3);
      add_question (set);
      g_free (save (both[i]->desk, set, FALSE));
      after = load (both[i]->desk, "avstamning-3");
      g_assert_cmpint (after->version, ==, 2);
      set_ids[i] = after->id;
      question_ids[i] = question (after, 4)->id;
    }
  g_assert_true (fram_uuid_equal (&set_ids[0], &set_ids[1]));
  g_assert_true (fram_uuid_equal (&question_ids[0], &question_ids[1]));
  fixture_tear_down (&other, NULL);
}

/* A version that is undone can be made again; one that has been answered meanwhile cannot be undone. */
static void
test_undo (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3"), back = NULL, again = NULL, answered = NULL;
  g_autoptr (GError) error = NULL;

  rate (f->desk, f->amina, set, 1, "2026-11-05", 3);
  change_question (set);
  g_free (save (f->desk, set, FALSE));
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  g_assert_no_error (error);
  back = load (f->desk, "avstamning-3");
  g_assert_cmpint (back->version, ==, 1);
  g_assert_cmpstr (question (back, 2)->name_en, ==, "How much do you feel like coming here?");
  reword (back, 2, "Trivs du?", "Do you like it here?");
  g_free (save (f->desk, back, FALSE));
  again = load (f->desk, "avstamning-3");
  g_assert_cmpint (again->version, ==, 2);
  g_assert_cmpstr (question (again, 2)->name_en, ==, "Do you like it here?");
  {
    g_autoptr (FramDesk) second = fram_desk_open (f->path, f->clock, &error);

    rate (second, f->amina, again, 2, "2026-11-10", 3);
  }
  g_assert_false (fram_desk_undo (f->desk, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_CHANGED);
  answered = load (f->desk, "avstamning-3");
  g_assert_cmpint (answered->version, ==, 2);
}

/* Questions of a set that nobody has answered can be taken away, moved and brought back. */
static void
test_unanswered_set_is_moulded (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) set = load (f->desk, "skapa-6"), less = NULL, more = NULL;

  g_ptr_array_set_size (set->indicators, 2);
  fram_indicator_set_move (set, 0, 1);
  g_free (save (f->desk, set, FALSE));
  less = load (f->desk, "skapa-6");
  g_assert_cmpuint (less->indicators->len, ==, 2);
  g_assert_cmpstr (question (less, 1)->name_en, ==, "Can you manage a job today?");
  add_question (less);
  g_free (save (f->desk, less, FALSE));
  more = load (f->desk, "skapa-6");
  g_assert_cmpuint (more->indicators->len, ==, 3);
  g_assert_cmpstr (question (more, 3)->name_en, ==, "Did you sleep well?");
  g_assert_null (question (more, 3)->anchors_sv);
}

/* A series goes on where the version after it was moved about before anybody answered it. */
static void
test_moved_before_answered (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) first = load (f->desk, "avstamning-3"), second = NULL, moved = NULL;
  g_autofree char *series = NULL;

  rate (f->desk, f->amina, first, 1, "2026-09-10", 2);
  change_question (first);
  g_free (save (f->desk, first, FALSE));
  second = load (f->desk, "avstamning-3");
  fram_indicator_set_move (second, 0, 1);
  g_free (save (f->desk, second, FALSE));
  moved = load (f->desk, "avstamning-3");
  g_assert_cmpint (moved->version, ==, 2);
  rate (f->desk, f->amina, moved, 2, "2026-10-01", 5);
  series = points (f->desk, f->amina, "avstamning-3@2:2");
  g_assert_cmpstr (series, ==, "2 5");
}

typedef struct
{
  const char *name;
  void (*spoil) (FramIndicatorSet *set);
  const char *words;
} Fault;

static void
no_questions (FramIndicatorSet *set)
{
  g_ptr_array_set_size (set->indicators, 0);
}

static void
empty_name (FramIndicatorSet *set)
{
  g_free (set->name_en);
  set->name_en = g_strdup ("  ");
}

static void
empty_question (FramIndicatorSet *set)
{
  reword (set, 2, "Trivs du?", "");
}

static void
scale_upside_down (FramIndicatorSet *set)
{
  set->lowest = 5;
  set->highest = 1;
}

static void
scale_from_nought (FramIndicatorSet *set)
{
  set->lowest = 0;
}

static void
scale_too_wide (FramIndicatorSet *set)
{
  set->highest = 11;
}

static void
wrong_code (FramIndicatorSet *set)
{
  g_free (set->code);
  set->code = g_strdup ("Avstämning 3");
}

static void
belief_of_the_participant (FramIndicatorSet *set)
{
  question (set, 1)->belief = TRUE;
}

static void
nobody_answers (FramIndicatorSet *set)
{
  question (set, 3)->raters = 0;
}

static void
one_end (FramIndicatorSet *set)
{
  g_free (question (set, 1)->anchors_sv);
  question (set, 1)->anchors_sv = g_strdup ("Dåligt");
}

static void
ends_in_one_language (FramIndicatorSet *set)
{
  g_clear_pointer (&question (set, 1)->anchors_en, g_free);
}

static void
two_lines (FramIndicatorSet *set)
{
  reword (set, 1, "Hur\nmår du?", "How are you?");
}

static const Fault faults[] = {
  { "no questions", no_questions, "at least one question" },
  { "empty name", empty_name, "name of the set" },
  { "empty question", empty_question, "Question 2" },
  { "upside down", scale_upside_down, "5 to 1" },
  { "from nought", scale_from_nought, "0 to 5" },
  { "too wide", scale_too_wide, "1 to 11" },
  { "code", wrong_code, "Avstämning 3" },
  { "belief", belief_of_the_participant, "own belief" },
  { "nobody", nobody_answers, "Question 3" },
  { "one end", one_end, "lowest and the highest" },
  { "ends in one language", ends_in_one_language, "both languages" },
  { "two lines", two_lines, "one line" },
};

static void
test_faults (Fixture *f, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3"), after = NULL;

      g_test_message ("%s", faults[i].name);
      faults[i].spoil (set);
      refused (f->desk, set, FALSE, FRAM_ERROR_INVALID, faults[i].words);
      after = load (f->desk, "avstamning-3");
      g_assert_cmpstr (question (after, 1)->name_sv, ==, "Hur har du det?");
    }
}

/* Who has opened an older version writes over nothing; a new set cannot take the code of another one. */
static void
test_meanwhile (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) mine = load (f->desk, "avstamning-3"), other = load (f->desk, "avstamning-3");

  rate (f->desk, f->amina, mine, 1, "2026-11-05", 3);
  change_question (other);
  g_free (save (f->desk, other, FALSE));
  change_end (mine);
  refused (f->desk, mine, FALSE, FRAM_ERROR_CHANGED, "meanwhile");
  mine->id = FRAM_UUID_NONE;
  refused (f->desk, mine, FALSE, FRAM_ERROR_EXISTS, "already");
}

static void
test_who_may (Fixture *f, gconstpointer unused)
{
  static const char *const codes[] = { "fram-8", NULL };
  g_autoptr (FramIndicatorSet) set = load (f->desk, "skapa-6");
  g_autoptr (GError) error = NULL;

  fixture_hire (f, "Alva Admin", FRAM_ROLE_ADMINISTRATOR, NULL);
  fixture_hire (f, "Rut Handläggare", FRAM_ROLE_CASE_WORKER, NULL);
  fixture_sit (f, "Rut Handläggare");
  change_question (set);
  refused (f->desk, set, FALSE, FRAM_ERROR_DENIED, NULL);
  g_assert_false (fram_desk_offer_sets (f->desk, codes, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  g_clear_error (&error);
  g_assert_false (fram_desk_set_belief (f->desk, TRUE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  fixture_sit (f, "Alva Admin");
  g_free (save (f->desk, set, FALSE));
}

/* What is offered and whether belief is rated stand in the programme's settings; the other settings stay. */
static void
test_settings (Fixture *f, gconstpointer unused)
{
  static const char *const codes[] = { "skapa-6", "avstamning-3", NULL }, *const wrong[] = { "skapa-9", NULL };
  static const char *const twice[] = { "fram-8", "fram-8", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (GPtrArray) sets = NULL;

  g_assert_true (fram_desk_offer_sets (f->desk, codes, &what, &error));
  g_assert_false (fram_desk_get_belief (f->desk));
  g_assert_true (fram_desk_set_belief (f->desk, TRUE, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (fram_desk_get_belief (f->desk));
  sets = fram_desk_indicator_sets (f->desk, &error);
  g_assert_cmpstr (((FramIndicatorSet *)g_ptr_array_index (sets, 0))->code, ==, "skapa-6");
  g_assert_cmpstr (((FramIndicatorSet *)g_ptr_array_index (sets, 1))->code, ==, "avstamning-3");
  g_assert_false (((FramIndicatorSet *)g_ptr_array_index (sets, 2))->offered);
  g_assert_true (fram_desk_undo (f->desk, NULL, &error));
  g_assert_false (fram_desk_get_belief (f->desk));
  g_assert_false (fram_desk_offer_sets (f->desk, wrong, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_offer_sets (f->desk, twice, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  {
    FramDb *db = fram_db_open (f->path, f->clock, &error);
    FramUuid programme = fram_id_programme ("fram");
    g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
    g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);
    g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PROGRAMME, &programme);

    fram_record_set_text (record, "settings",
                          "introduction_days=14\n"
                          "phases=referred;queue;introduction;participation;closed;followed_up;not_started\n"
                          "queue_order=under_30;date\ncase_load=15\nbelief=false\n"
                          "indicator_sets=skapa-6;avstamning-3\nstreak_alerts=2;3;5\ngap_days=14\n"
                          "external_follow_up_weeks=2;6;12\npractice_places=100\ngroup_places=70\n");
    g_assert_cmpint (fram_changes_update (changes, record, (const char *const[]){ "settings", NULL }, &error), ==,
                     FRAM_WRITTEN_SAME);
    g_clear_pointer (&changes, fram_changes_free);
    fram_db_close (db);
  }
}

/* A set that is taken out and in again is the same; a licensed wording under the same code is its next version. */
static void
test_text (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramIndicatorSet) set = load (f->desk, "avstamning-3"), same = NULL, licensed = NULL, after = NULL;
  g_autofree char *text = NULL, *what = NULL, *again = NULL, *series = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  rate (f->desk, f->amina, set, 1, "2026-09-10", 2);
  text = fram_desk_indicator_set_to_text (f->desk, "avstamning-3", &error);
  same = fram_desk_indicator_set_from_text (f->desk, text, &error);
  g_assert_no_error (error);
  g_assert_false (fram_desk_indicator_set_is_new_version (f->desk, same));
  again = save (f->desk, same, FALSE);
  if (!fram_text_is_swedish ())
    g_assert_nonnull (strstr (again, "as it was"));
  parts = g_strsplit (text, "Hur har du det?", -1);
  changed = g_strjoinv ("Hur mår du just nu?", parts);
  licensed = fram_desk_indicator_set_from_text (f->desk, changed, &error);
  g_assert_no_error (error);
  g_assert_true (fram_desk_indicator_set_is_new_version (f->desk, licensed));
  what = save (f->desk, licensed, FALSE);
  after = load (f->desk, "avstamning-3");
  g_assert_cmpint (after->version, ==, 2);
  rate (f->desk, f->amina, after, 1, "2026-10-10", 4);
  series = points (f->desk, f->amina, "avstamning-3@2:1");
  g_assert_cmpstr (series, ==, "2 4");
  g_assert_null (fram_desk_indicator_set_to_text (f->desk, "nothing", &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

static void
test_own_set (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) set = fram_indicator_set_new (), after = NULL;

  set->code = fram_indicator_set_code_of_name ("Vår egen – åtta veckor!");
  g_assert_cmpstr (set->code, ==, "var-egen-atta-veckor");
  set->name_sv = g_strdup ("Vår egen");
  set->name_en = g_strdup ("Our own");
  fram_indicator_set_add (set);
  reword (set, 1, "Sov du gott?", "Did you sleep well?");
  g_free (save (f->desk, set, FALSE));
  after = load (f->desk, "var-egen-atta-veckor");
  g_assert_cmpint (after->version, ==, 1);
  g_assert_false (after->offered);
}

/* The profile as version 1 of it was: two sets, no interval, no order. */
static void
lay_old_profile (void)
{
  static const char *const later[] = { "indikator-11", "fram-8", "skapa-6", "mia-progressionskort" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GKeyFile) file = fram_profile_load ("fram", &error);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  g_assert_no_error (error);
  g_key_file_set_integer (file, "programme", "version", 1);
  g_key_file_set_string (file, "programme", "indicator_sets", "fram-2021;avstamning-3");
  for (guint i = 0; groups[i] != NULL; i++)
    {
      for (guint n = 0; n < G_N_ELEMENTS (later); n++)
        if (g_str_has_prefix (groups[i], "indicator") && strstr (groups[i], later[n]) != NULL)
          g_key_file_remove_group (file, groups[i], NULL);
      if (g_str_has_prefix (groups[i], "indicator_set ") && g_key_file_has_group (file, groups[i]))
        {
          g_key_file_remove_key (file, groups[i], "rank", NULL);
          g_key_file_remove_key (file, groups[i], "every_days", NULL);
        }
    }
  g_key_file_remove_key (file, "programme", "group_places", NULL);
  g_assert_true (g_key_file_save_to_file (file, overlay, &error));
  g_assert_no_error (error);
}

/* The columns that version 1 had not, and what people have changed in it since. */
static void
make_older (Fixture *f, gboolean reworded)
{
  static const char *const columns[] = { "anchors_sv", NULL }, *const names[] = { "name_sv", NULL };
  g_autoptr (GError) error = NULL;
  FramDb *db = fram_db_open (f->path, f->clock, &error);
  g_autoptr (FramViewer) system = fram_viewer_new_system (f->today);
  g_autoptr (FramChanges) changes = fram_changes_begin (db, system, "test", NULL, &error);

  for (int i = 1; i <= 3; i++)
    {
      FramUuid id = fram_id_indicator ("avstamning-3", i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_INDICATOR, &id);

      fram_record_set_null (record, "anchors_sv");
      g_assert_cmpint (fram_changes_update (changes, record, columns, &error), ==, FRAM_WRITTEN_CHANGED);
      fram_record_set_text (record, "name_sv", "Hur är läget?");
      if (reworded && i == 1)
        g_assert_cmpint (fram_changes_update (changes, record, names, &error), ==, FRAM_WRITTEN_CHANGED);
    }
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_clear_pointer (&changes, fram_changes_free);
  fram_db_close (db);
}

static void
set_up_older (Fixture *f, gconstpointer unused)
{
  lay_old_profile ();
  fixture_set_up (f, NULL);
  g_unlink (overlay);
}

static int
get_group_places (FramDesk *desk)
{
  g_autoptr (FramCapacity) capacity =
      fram_desk_capacity (desk, fram_test_date ("2026-11-09"), fram_test_date ("2026-11-09"), NULL);

  return capacity->places[FRAM_CAPACITY_GROUPS];
}

static void
test_older_register (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) eleven = load (f->desk, "indikator-11"), check_in = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = NULL, log = NULL;
  guint actions = 0;

  g_assert_null (eleven);
  g_assert_cmpint (get_group_places (f->desk), ==, 0);
  make_older (f, TRUE);
  fixture_reopen (f);
  g_assert_cmpint (get_group_places (f->desk), ==, 70);
  sets = fram_desk_indicator_sets (f->desk, &error);
  g_assert_cmpuint (sets->len, ==, 6);
  eleven = load (f->desk, "indikator-11");
  g_assert_cmpuint (eleven->indicators->len, ==, 11);
  g_assert_true (eleven->offered);
  g_assert_cmpstr (question (eleven, 1)->anchors_sv, ==, "Jag tror inte på det i dag;Jag tror starkt på det");
  check_in = load (f->desk, "avstamning-3");
  g_assert_cmpint (check_in->every_days, ==, 21);
  /* what people have put in other words is theirs, its ends too */
  g_assert_cmpstr (question (check_in, 1)->name_sv, ==, "Hur är läget?");
  g_assert_null (question (check_in, 1)->anchors_sv);
  g_assert_cmpstr (question (check_in, 2)->anchors_sv, ==, "Ingen lust;Stor lust");
  /* the next time there is nothing to bring in */
  fixture_reopen (f);
  log = fram_desk_log (f->desk, NULL, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < log->len; i++)
    actions += g_str_has_prefix (((FramLogLine *)g_ptr_array_index (log, i))->detail, "profile");
  g_assert_cmpuint (actions, ==, 1);
}

/* What the programme has chosen stays; where people were rated with the old set of eleven that one is offered on. */
static void
test_older_register_with_ratings (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) old = load (f->desk, "fram-2021"), after = NULL, eleven = NULL;

  rate (f->desk, f->amina, old, 1, "2026-10-10", 3);
  fixture_reopen (f);
  after = load (f->desk, "fram-2021");
  eleven = load (f->desk, "indikator-11");
  g_assert_true (after->offered);
  g_assert_false (eleven->offered);
}

static void
test_older_register_that_chose (Fixture *f, gconstpointer unused)
{
  static const char *const codes[] = { "fram-2021", NULL };
  g_autoptr (FramIndicatorSet) set = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sets = NULL;

  g_assert_true (fram_desk_offer_sets (f->desk, codes, NULL, &error));
  fixture_reopen (f);
  sets = fram_desk_indicator_sets (f->desk, &error);
  g_assert_cmpstr (((FramIndicatorSet *)g_ptr_array_index (sets, 0))->code, ==, "fram-2021");
  g_assert_false (((FramIndicatorSet *)g_ptr_array_index (sets, 1))->offered);
}

/* A register that opens for reading only is left as it is. */
static void
test_older_register_read_only (Fixture *f, gconstpointer unused)
{
  g_autoptr (FramIndicatorSet) eleven = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_clear_object (&f->desk);
  g_chmod (f->path, 0400);
  f->desk = fram_desk_open (f->path, f->clock, &error);
  g_chmod (f->path, 0600);
  g_assert_no_error (error);
  g_assert_nonnull (fram_desk_get_read_only_reason (f->desk));
  eleven = load (f->desk, "indikator-11");
  g_assert_null (eleven);
}

static void
add_cases (const char *path, void (*test) (Fixture *, gconstpointer))
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, cases[i].name);

      g_test_add (name, Fixture, &cases[i], fixture_set_up, test, fixture_tear_down);
    }
}

#define ADD(path, set_up, test) g_test_add ("/desk/indicators/" path, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("framsteg-profile-XXXXXX", NULL);
  g_autofree char *overlays = g_strdup_printf ("/se/framsteg/Framsteg/programmes=%s", folder);
  int failed;

  overlay = g_build_filename (folder, "fram.programme", NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlays, TRUE);
  fram_test_init (&argc, &argv);
  ADD ("offered sets come first", fixture_set_up, test_offered_first);
  add_cases ("/desk/indicators/answered, another one is", test_new_version);
  add_cases ("/desk/indicators/unanswered, another one is", test_nobody_has_answered);
  add_cases ("/desk/indicators/corrected is", test_correction);
  ADD ("old ratings stay", fixture_set_up, test_old_ratings_stay);
  ADD ("series go on", fixture_set_up, test_series_go_on);
  ADD ("belief is no other series", fixture_set_up, test_belief_is_no_other_series);
  ADD ("two machines", fixture_set_up, test_two_machines);
  ADD ("undo", fixture_set_up, test_undo);
  ADD ("unanswered set is moulded", fixture_set_up, test_unanswered_set_is_moulded);
  ADD ("moved before answered", fixture_set_up, test_moved_before_answered);
  ADD ("faults", fixture_set_up, test_faults);
  ADD ("meanwhile", fixture_set_up, test_meanwhile);
  ADD ("who may", fixture_set_up, test_who_may);
  ADD ("settings", fixture_set_up, test_settings);
  ADD ("text", fixture_set_up, test_text);
  ADD ("own set", fixture_set_up, test_own_set);
  ADD ("older register", set_up_older, test_older_register);
  ADD ("older register with ratings", set_up_older, test_older_register_with_ratings);
  ADD ("older register that chose", set_up_older, test_older_register_that_chose);
  ADD ("older register for reading", set_up_older, test_older_register_read_only);
  failed = g_test_run ();
  g_unlink (overlay);
  g_rmdir (folder);
  return failed;
}
