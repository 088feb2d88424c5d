#include "relay-house.h"

#include "fram-access-log.h"
#include "fram-desk-booking.h"
#include "fram-desk-contact.h"
#include "fram-desk-paper.h"
#include "fram-desk-person.h"
#include "fram-desk-plan.h"
#include "fram-desk-progression.h"
#include "fram-desk-rating.h"

#include <glib/gstdio.h>
#include <string.h>

/* *Mina steg*: what stands on the participant's own sheet, what does not, and for whom it is there at all. */

/* Carlos's case worker is Rebecka; he is in Snickeri on Thursdays from 7 September. */

static void
mark (RelayHouse *h, const char *day, const char *status, int minutes)
{
  g_autoptr (GError) error = NULL;
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status, .attended_minutes = minutes };
  g_autoptr (FramRoster) roster = NULL;

  if (minutes >= 0)
    edit.fields |= FRAM_MARK_ATTENDED;
  if (fram_desk_needs_reason (h->base.desk, fram_test_date (day)))
    {
      edit.fields |= FRAM_MARK_REASON;
      edit.reason = "paper list";
    }
  roster =
      fram_desk_mark (h->base.desk, &h->base.snickeri, fram_test_date (day), 0, &h->enrolment, 1, &edit, NULL, &error);
  g_assert_no_error (error);
}

/* Thursdays from 10 September on, in hours. */
static void
work (RelayHouse *h, const int *hours, guint n)
{
  FramDate day = fram_test_date ("2026-09-10");

  for (guint i = 0; i < n; i++, day += 7)
    {
      g_autofree char *text = fram_date_to_text (day);

      if (hours[i] > 0)
        mark (h, text, "present", hours[i] * 60);
      else if (hours[i] == 0)
        mark (h, text, "absent_unnotified", -1);
    }
}

static void
rate (RelayHouse *h, const char *code, FramRater rater, const char *day, int value)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_RATING, NULL);
  g_autoptr (GError) error = NULL;
  FramUuid set, indicator;

  g_assert_true (fram_desk_find_question (h->base.desk, code, &set, &indicator, &error));
  fram_record_set_ref (record, "enrolment", &h->enrolment);
  fram_record_set_ref (record, "indicator", &indicator);
  fram_record_set_date (record, "day", fram_test_date (day));
  fram_record_set_text (record, "rater", fram_rater_get_code (rater));
  fram_record_set_int (record, "value", value);
  fram_record_set_text (record, "note", "Hemligt ord.");
  fixture_put (&h->base, record);
}

static void
add_goal (RelayHouse *h, const char *text, const char *due, const char *reached)
{
  FramGoalEdit edit = { .text = text,
                        .due = due != NULL ? fram_test_date (due) : FRAM_DATE_NONE,
                        .reached = reached != NULL ? fram_test_date (reached) : FRAM_DATE_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_save_goal (h->base.desk, &h->enrolment, &edit, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
book (RelayHouse *h, const char *kind, const char *day, int starts)
{
  FramBookingEdit edit = {
    .participant = h->participant, .kind = kind, .day = fram_test_date (day), .starts = starts, .minutes = 45
  };
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_book (h->base.desk, &edit, NULL, NULL, &error));
  g_assert_no_error (error);
}

static FramMySteps *
sheet_of (RelayHouse *h, const GPtrArray *choices)
{
  g_autoptr (GError) error = NULL;
  FramMySteps *sheet = fram_desk_my_steps (h->base.desk, h->carlos, NULL, choices, &error);

  g_assert_no_error (error);
  return sheet;
}

static GPtrArray *
choices_of (RelayHouse *h)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *choices = fram_desk_my_steps_choices (h->base.desk, h->carlos, NULL, &error);

  g_assert_no_error (error);
  return choices;
}

static const FramMyStep *
step_at (const FramMySteps *sheet, guint n)
{
  g_assert_cmpuint (n, <, sheet->steps->len);
  return g_ptr_array_index (sheet->steps, n);
}

/* All that a reader of the page would read. */
static char *
text_of (const FramMySteps *sheet)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s|%s|%s|%s|", sheet->title, sheet->name, sheet->period, sheet->house);
  for (guint i = 0; i < sheet->months->len; i++)
    g_string_append_printf (text, "%s|", g_array_index (sheet->months, FramMyMonth, i).state);
  for (guint i = 0; i < sheet->steps->len; i++)
    g_string_append_printf (text, "%s|%s|", step_at (sheet, i)->title, step_at (sheet, i)->detail);
  for (guint i = 0; i < sheet->seen->len; i++)
    g_string_append_printf (text, "%s|", (const char *)g_ptr_array_index (sheet->seen, i));
  g_string_append_printf (text, "%s|%s|%s|%s", sheet->kind_words, sheet->milestone, sheet->meeting, sheet->case_worker);
  return g_string_free (text, FALSE);
}

static void
assert_step (const FramMySteps *sheet, guint n, const char *title, const char *detail)
{
  g_assert_cmpstr (step_at (sheet, n)->title, ==, title);
  g_assert_cmpstr (step_at (sheet, n)->detail, ==, detail);
}

/* What hours were at first is what the bar of that month shows, not the least of its weeks. */
static void
test_first_hours_are_those_of_the_chart (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 3, 1, 2, 5, 5, 5, 5, 5, 6 };
  g_autoptr (FramMySteps) sheet = NULL;
  gboolean told = FALSE;

  work (h, hours, G_N_ELEMENTS (hours));
  sheet = sheet_of (h, NULL);
  for (guint i = 0; i < sheet->steps->len; i++)
    told = told || g_strcmp0 (step_at (sheet, i)->detail, "In September it was 2 hours") == 0;
  g_assert_true (told);
}

static void
test_what_stands_on_it (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 2, 2, 2, 5, 5, 5, 5, 5, 6 };
  g_autoptr (FramMySteps) sheet = NULL;

  work (h, hours, G_N_ELEMENTS (hours));
  rate (h, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-09-15", 2);
  rate (h, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-10-20", 4);
  rate (h, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-11-10", 4);
  add_goal (h, "Ta bussen själv", NULL, "2026-10-08");
  add_goal (h, "Ta emot kunder", "2026-12-10", NULL);
  add_goal (h, "Läsa en ritning", "2026-12-01", NULL);
  book (h, "annan_bokning", "2026-11-20", 9 * 60);
  book (h, "samtal", "2026-12-03", 10 * 60);
  sheet = sheet_of (h, NULL);
  g_assert_cmpstr (sheet->title, ==, "My steps");
  g_assert_cmpstr (sheet->name, ==, "Carlos Molina");
  g_assert_cmpstr (sheet->period, ==, "September to November 2026");
  g_assert_cmpstr (sheet->date, ==, "12 November 2026");
  g_assert_cmpstr (sheet->case_worker, ==, "Rebecka Memic");
  g_assert_cmpstr (sheet->milestone, ==, "Läsa en ritning");
  g_assert_cmpstr (sheet->meeting, ==, "We talk about how it goes on Thursday 3 December at 10.");
  g_assert_null (sheet->kind_words);
  g_assert_cmpuint (sheet->steps->len, ==, 4);
  assert_step (sheet, 0, "You trust more that you can get a job", "You put 2 in September and 4 in November");
  assert_step (sheet, 1, "You reached a milestone", "Ta bussen själv");
  assert_step (sheet, 2, "You work 5 hours a week", "In September it was 2 hours");
  assert_step (sheet, 3, "You began in Woodwork", "7 September");
}

/* Hours present in a week, for each month the mean of its weeks; of this week, which is not over, there is nothing yet. */
static void
test_hours_by_month (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 2, 4, 0, 3, 3, -1, 6, 6, 7 }; /* the fourth week, from 28 September, is October's */
  static const int wanted[] = { 120, 270, 420 };
  g_autoptr (FramMySteps) sheet = NULL;

  work (h, hours, G_N_ELEMENTS (hours));
  mark (h, "2026-11-12", "present", 60);
  sheet = sheet_of (h, NULL);
  g_assert_cmpuint (sheet->months->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const FramMyMonth *month = &g_array_index (sheet->months, FramMyMonth, i);
      g_autofree char *first = fram_date_to_text (month->first);

      g_assert_cmpint (month->weekly_minutes, ==, wanted[i]);
      g_assert_null (month->state);
      g_assert_true (g_str_has_prefix (first, i == 0 ? "2026-09" : i == 1 ? "2026-10" : "2026-11"));
    }
}

/* No absence, no rate, nothing that the case worker rates or believes, no note, no appointment that is not ours. */
static void
test_what_does_not_stand_on_it (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 2, 0, 2, 2, 0, 2 };
  static const char *const never[] = { "absen",   "Absen",  "%",           "percent",       "ttendance",  "goal",
                                       "Hemligt", "belief", "appointment", "case worker's", "20 November" };
  g_autoptr (FramMySteps) sheet = NULL, owners = NULL;
  g_autofree char *text = NULL, *owners_text = NULL;

  work (h, hours, G_N_ELEMENTS (hours));
  rate (h, "indikator-11:3", FRAM_RATER_CASE_WORKER, "2026-09-15", 1); /* "Knowing my goal" */
  rate (h, "indikator-11:3", FRAM_RATER_CASE_WORKER, "2026-10-15", 4);
  rate (h, "indikator-11:3", FRAM_RATER_CASE_WORKER, "2026-11-10", 4);
  rate (h, "indikator-11:11", FRAM_RATER_CASE_WORKER, "2026-09-15", 1);
  rate (h, "indikator-11:11", FRAM_RATER_CASE_WORKER, "2026-10-15", 4);
  rate (h, "indikator-11:11", FRAM_RATER_CASE_WORKER, "2026-11-10", 4);
  rate (h, "indikator-11:3", FRAM_RATER_PARTICIPANT, "2026-09-15", 2);
  rate (h, "indikator-11:3", FRAM_RATER_PARTICIPANT, "2026-11-10", 3); /* not held yet */
  book (h, "annan_bokning", "2026-11-20", 9 * 60);
  sheet = sheet_of (h, NULL);
  text = text_of (sheet);
  g_assert_cmpuint (sheet->steps->len, ==, 1); /* the workshop */
  g_assert_null (sheet->meeting);
  fixture_reopen (&h->base);
  owners = sheet_of (h, NULL);
  owners_text = text_of (owners);
  g_assert_cmpstr (owners_text, ==, text); /* who sees every class hands over no more */
  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    if (strstr (text, never[i]) != NULL)
      g_error ("“%s” stands on it: %s", never[i], text);
}

/* What was higher for a time and is not now, and what is not held yet, is no step to hand over. */
static void
test_only_what_is_so (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 2, 2, 2, 6, 6, 6, 1, 1, 1 };
  g_autoptr (FramMySteps) sheet = NULL;

  work (h, hours, G_N_ELEMENTS (hours));
  rate (h, "avstamning-3:1", FRAM_RATER_PARTICIPANT, "2026-09-15", 2);
  rate (h, "avstamning-3:1", FRAM_RATER_PARTICIPANT, "2026-10-01", 3);
  rate (h, "avstamning-3:1", FRAM_RATER_PARTICIPANT, "2026-10-15", 3);
  rate (h, "avstamning-3:1", FRAM_RATER_PARTICIPANT, "2026-11-10", 2);
  rate (h, "avstamning-3:2", FRAM_RATER_PARTICIPANT, "2026-10-15", 3);
  rate (h, "avstamning-3:2", FRAM_RATER_PARTICIPANT, "2026-11-10", 5);
  sheet = sheet_of (h, NULL);
  g_assert_cmpuint (sheet->steps->len, ==, 2);
  assert_step (sheet, 0, "You have worked 6 hours a week", "You managed that for three weeks");
  assert_step (sheet, 1, "You began in Woodwork", "7 September");
  g_assert_null (sheet->kind_words); /* it has not turned */
}

static void
rate_two (RelayHouse *h, const char *day, int value)
{
  rate (h, "avstamning-3:1", FRAM_RATER_PARTICIPANT, day, value);
  rate (h, "avstamning-3:2", FRAM_RATER_PARTICIPANT, day, value);
}

/* Said when it has turned, and not before; one value that was lower once is no hard time. */
static void
test_kind_words_after_a_dip (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 5, 5, 5, 5, 5, 5, 5, 5, 5 };
  g_autoptr (FramMySteps) one = NULL, open = NULL, turned = NULL;

  work (h, hours, G_N_ELEMENTS (hours));
  rate (h, "avstamning-3:3", FRAM_RATER_PARTICIPANT, "2026-09-15", 3);
  rate (h, "avstamning-3:3", FRAM_RATER_PARTICIPANT, "2026-09-22", 2);
  rate (h, "avstamning-3:3", FRAM_RATER_PARTICIPANT, "2026-09-29", 3);
  one = sheet_of (h, NULL);
  g_assert_null (one->kind_words);
  rate_two (h, "2026-09-15", 2);
  rate_two (h, "2026-09-29", 4);
  rate_two (h, "2026-10-06", 3);
  open = sheet_of (h, NULL);
  g_assert_null (open->kind_words);
  rate_two (h, "2026-11-10", 4);
  turned = sheet_of (h, NULL);
  g_assert_cmpstr (
      turned->kind_words, ==,
      "At the beginning of October it was harder for a while. You came back. Two steps forward and one step "
      "back is common.");
}

static FramUuid
see (RelayHouse *h, const char *text, gboolean agreed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = NULL;

  g_assert_true (fram_desk_save_seen (h->base.desk, &h->enrolment, text, agreed, NULL, &error));
  g_assert_no_error (error);
  choices = choices_of (h);
  for (guint i = 0; i < choices->len; i++)
    {
      const FramMyStepsChoice *choice = g_ptr_array_index (choices, i);

      if (g_strcmp0 (choice->text, text) == 0)
        return choice->id;
    }
  g_assert_not_reached ();
}

static void
agree (RelayHouse *h, const FramUuid *seen, gboolean agreed, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  g_assert_true (fram_desk_agree_seen (h->base.desk, seen, agreed, &what, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (what, ==, says);
}

static void
assert_seen (RelayHouse *h, const char *lines)
{
  g_autoptr (FramMySteps) sheet = sheet_of (h, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->seen->len; i++)
    g_string_append_printf (text, "%s;", (const char *)g_ptr_array_index (sheet->seen, i));
  g_assert_cmpstr (text->str, ==, lines);
  g_string_free (text, TRUE);
}

/* Who comes less now than has held is not told to be back, whatever the values say. */
static void
test_no_kind_words_while_hours_are_low (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 5, 5, 5, 5, 5, 5, 1, 1, 1 };
  g_autoptr (FramMySteps) sheet = NULL;

  work (h, hours, G_N_ELEMENTS (hours));
  rate_two (h, "2026-09-15", 3);
  rate_two (h, "2026-10-06", 2);
  rate_two (h, "2026-11-10", 3);
  sheet = sheet_of (h, NULL);
  g_assert_null (sheet->kind_words);
}

/* What was seen stands there with the participant's yes only; the yes can come later and be taken back, and undone. */
static void
test_the_yes (RelayHouse *h, gconstpointer unused)
{
  FramUuid first = see (h, "Hjälpte en ny", FALSE), second = see (h, "Noggrann", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = NULL;

  assert_seen (h, "Noggrann;");
  agree (h, &first, TRUE, "Carlos Molina says yes: it may stand on the sheet of steps.");
  assert_seen (h, "Noggrann;Hjälpte en ny;"); /* an answer does not move a line */
  agree (h, &first, TRUE, NULL);              /* so it is already */
  agree (h, &second, FALSE, "Carlos Molina's yes is taken back: it does not stand on the sheet of steps.");
  assert_seen (h, "Hjälpte en ny;");
  agree (h, &first, FALSE, "Carlos Molina's yes is taken back: it does not stand on the sheet of steps.");
  assert_seen (h, "");
  choices = choices_of (h); /* each of them once, however often it was asked */
  g_assert_cmpuint (choices->len, ==, 2);
  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  g_assert_no_error (error);
  assert_seen (h, "Hjälpte en ny;");
  fixture_reopen (&h->base);
  fixture_sit (&h->base, "Rebecka Memic");
  assert_seen (h, "Hjälpte en ny;");
}

/* Choosing is not the yes: what has none stays away, and so does what is another's. */
static void
test_choosing_is_no_yes (RelayHouse *h, gconstpointer unused)
{
  FramUuid asked = see (h, "Noggrann", FALSE);
  g_autoptr (GPtrArray) choices = choices_of (h), others = NULL;
  g_autoptr (FramMySteps) sheet = NULL, other = NULL;
  FramMyStepsChoice *choice = NULL;

  for (guint i = 0; i < choices->len; i++)
    {
      choice = g_ptr_array_index (choices, i);
      if (g_str_equal (choice->kind, "seen"))
        break;
    }
  g_assert_true (fram_uuid_equal (&choice->id, &asked));
  g_assert_false (choice->chosen);
  choice->chosen = choice->agreed = TRUE;
  sheet = sheet_of (h, choices);
  g_assert_cmpuint (sheet->seen->len, ==, 0);
  agree (h, &asked, TRUE, "Carlos Molina says yes: it may stand on the sheet of steps.");
  g_free (choice->text);
  choice->text = g_strdup ("Something else");
  other = sheet_of (h, choices);
  g_assert_cmpuint (other->seen->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (other->seen, 0), ==, "Noggrann"); /* in the words it was written in */
  fixture_reopen (&h->base);
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (FramMySteps) aminas = fram_desk_my_steps (h->base.desk, h->base.amina, NULL, choices, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (aminas->seen->len, ==, 0);
  }
}

/* What is left out is left out. */
static void
test_chosen (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (FramMySteps) sheet = NULL;

  add_goal (h, "Komma i tid", NULL, "2026-10-01");
  add_goal (h, "Ta bussen själv", NULL, "2026-10-08");
  choices = choices_of (h);
  g_assert_cmpuint (choices->len, ==, 2);
  ((FramMyStepsChoice *)g_ptr_array_index (choices, 1))->chosen = FALSE;
  sheet = sheet_of (h, choices);
  g_assert_cmpuint (sheet->steps->len, ==, 1);
  assert_step (sheet, 0, "You reached a milestone", "Ta bussen själv");
  g_assert_null (sheet->milestone); /* none is open */
}

static void
test_for_whom (RelayHouse *h, gconstpointer unused)
{
  static const struct
  {
    const char *who;
    gboolean sees, answers, reads; /* the sheet; the participant's yes; what was seen in the workshop */
  } cases[] = {
    { "Rebecka Memic", TRUE, TRUE, TRUE },     { "Dragana Berg", FALSE, FALSE, FALSE },
    { "Per Wallin", FALSE, TRUE, TRUE },       { "Olle Odlare", FALSE, FALSE, FALSE },
    { "Samir Sandberg", FALSE, FALSE, FALSE }, { "Lena Ahmadi", FALSE, FALSE, FALSE },
    { "Asta Lind", FALSE, TRUE, TRUE },        { "Teresa Sundberg", FALSE, FALSE, TRUE },
    { "Orvar Terapeut", TRUE, TRUE, TRUE },
  };
  FramUuid seen = see (h, "Noggrann", FALSE);
  gboolean yes = FALSE;

  fixture_reopen (&h->base);
  fixture_hire (&h->base, "Orvar Terapeut", FRAM_ROLE_OCCUPATIONAL_THERAPIST, "snickeri");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL, refused = NULL, unread = NULL;
      g_autoptr (GPtrArray) choices = NULL, lines = NULL;
      g_autoptr (FramPaper) paper = NULL;

      g_test_message ("%s", cases[i].who);
      fixture_sit (&h->base, cases[i].who);
      choices = fram_desk_my_steps_choices (h->base.desk, h->carlos, NULL, &error);
      paper = fram_desk_my_steps_paper (h->base.desk, h->carlos, NULL, NULL, NULL);
      g_assert_cmpint (choices != NULL, ==, cases[i].sees);
      g_assert_cmpint (paper != NULL, ==, cases[i].sees);
      if (!cases[i].sees)
        g_assert_true (g_error_matches (error, FRAM_ERROR, FRAM_ERROR_DENIED) ||
                       g_error_matches (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND));
      lines = fram_desk_seen (h->base.desk, h->carlos, NULL, &unread);
      g_assert_cmpint (lines != NULL && lines->len == 1, ==, cases[i].reads);
      g_assert_cmpint (unread != NULL, ==, !cases[i].reads);
      if (cases[i].answers)
        yes = !yes;
      g_assert_cmpint (fram_desk_agree_seen (h->base.desk, &seen, cases[i].answers ? yes : !yes, NULL, &refused), ==,
                       cases[i].answers);
    }
}

static void
test_protected (RelayHouse *h, gconstpointer unused)
{
  FramPersonEdit edit = {
    .given_name = "Carlos", .family_name = "Molina", .enrolled = fram_test_date ("2026-09-01"), .is_protected = TRUE
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (FramMySteps) sheet = NULL;
  g_autofree char *text = NULL;

  see (h, "Noggrann", TRUE);
  g_assert_true (fram_desk_edit_person (h->base.desk, &h->participant, &edit, &error));
  sheet = sheet_of (h, NULL);
  text = text_of (sheet);
  g_assert_cmpuint (sheet->seen->len, ==, 1);
  g_assert_null (strstr (text, "Carlos"));
  g_assert_null (strstr (text, "Molina"));
  fixture_sit (&h->base, "Dragana Berg");
  g_assert_null (fram_desk_my_steps (h->base.desk, h->carlos, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_sit (&h->base, "Per Wallin");
  g_assert_null (fram_desk_seen (h->base.desk, h->carlos, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

/* That it was saved is in the log before it is on disk; the page says in words what stands on it. */
static void
test_saved (RelayHouse *h, gconstpointer unused)
{
  static const int hours[] = { 2, 2, 2, 5, 5, 5 };
  g_autofree char *path = g_build_filename (h->base.directory, "steg.pdf", NULL), *told = NULL;
  FramSheetFile file = { .path = path, .look = FRAM_LOOK_LIGHT };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (FramPaper) paper = NULL;
  g_autoptr (FramDb) db = NULL;
  g_autoptr (FramViewer) system = fram_viewer_new_system (h->base.today);
  g_autoptr (GPtrArray) lines = NULL;
  guint logged = 0;

  work (h, hours, G_N_ELEMENTS (hours));
  see (h, "Höll ordning på alla verktyg", TRUE);
  files = fram_desk_my_steps_save (h->base.desk, h->carlos, NULL, &file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (files[0], ==, path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_unlink (path);
  db = fram_db_open (h->base.path, h->base.clock, NULL);
  lines = fram_access_log_read (db, system, 0, 100, NULL);
  for (guint i = 0; i < lines->len; i++)
    logged += g_strcmp0 (((const FramAccessLine *)g_ptr_array_index (lines, i))->act, "exported") == 0;
  g_assert_cmpuint (logged, ==, 1);
  paper = fram_desk_my_steps_paper (h->base.desk, h->carlos, NULL, NULL, &error);
  told = paper->tell (paper, 0);
  g_assert_nonnull (strstr (told, "Höll ordning på alla verktyg"));
  g_assert_nonnull (strstr (told, "5 hours a week"));
}

/* Nobody is enrolled yet, nobody is there: sentences, no sheet. */
static void
test_refused (RelayHouse *h, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramUuid none = FRAM_UUID_NONE;

  g_assert_null (fram_desk_my_steps (h->base.desk, "F2026-9999", NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (fram_desk_agree_seen (h->base.desk, &none, TRUE, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND);
}

#define ADD(name, func)                                                                                                \
  g_test_add ("/desk/my-steps/" name, RelayHouse, NULL, relay_house_set_up, func, relay_house_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("what-stands-on-it", test_what_stands_on_it);
  ADD ("first-hours-are-those-of-the-chart", test_first_hours_are_those_of_the_chart);
  ADD ("hours-by-month", test_hours_by_month);
  ADD ("what-does-not-stand-on-it", test_what_does_not_stand_on_it);
  ADD ("only-what-is-so", test_only_what_is_so);
  ADD ("kind-words-after-a-dip", test_kind_words_after_a_dip);
  ADD ("no-kind-words-while-hours-are-low", test_no_kind_words_while_hours_are_low);
  ADD ("the-yes", test_the_yes);
  ADD ("choosing-is-no-yes", test_choosing_is_no_yes);
  ADD ("chosen", test_chosen);
  ADD ("for-whom", test_for_whom);
  ADD ("protected", test_protected);
  ADD ("saved", test_saved);
  ADD ("refused", test_refused);
  return g_test_run ();
}
