#include "fram-progressions.h"

#define assert_says(p, text)                                                                                           \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    fram_progression_finish (p);                                                                                       \
    g_assert_cmpstr ((p)->summary, ==, text);                                                                          \
  }                                                                                                                    \
  G_STMT_END

static void
assert_between (const FramProgression *p, const char *from, const char *to, const char *text)
{
  FramProgressionSpan span = { fram_test_date (from), fram_test_date (to) };
  g_autofree char *words = fram_progression_to_words (p, &span, FRAM_RATERS_BOTH, G_MAXUINT64);

  g_assert_cmpstr (words, ==, text);
}

/* The picture of UX.md: four hours at first, sixteen now, a dip in October that has turned. */
static void
test_since_the_start (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_hours (p, "4 4 4 4 6 6 8 8 8 8 8 x x x x 8 9 9 12 12 12 12 12 6 6 6 16 16 16");
  add_sessions (p, "3/4 3/4 3/4 3/4 - - - - - - - - - - - - - - - - - - - - - 4/4 3/4 4/4 8/8");
  add_question (p, "Belief", "2026-04-22 2, 2026-06-30 3, 2026-10-05 2, 2026-11-03 4", NULL);
  add_question (p, "Everyday life", "2026-04-22 2, 2026-06-30 3, 2026-10-05 1, 2026-11-03 3", NULL);
  add_question (p, "Health", "2026-04-22 2, 2026-06-30 2, 2026-10-05 2, 2026-11-03 2", NULL);
  assert_says (p,
               "Since the start: from 4 to 13.5 hours a week, attendance from 80 to 96 percent, two of three own areas "
               "higher. Dips in September and October, now turned.");
}

static void
test_what_holds_comes_first (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_question (p, "A", "2026-05-01 4, 2026-09-01 2", "2026-05-01 2, 2026-09-01 3");
  add_question (p, "B", "2026-05-01 3, 2026-09-01 3", "2026-05-01 2, 2026-09-01 2");
  add_question (p, "C", "2026-05-01 2, 2026-09-01 3", "2026-05-01 2, 2026-09-01 1");
  p->sees_attendance = FALSE;
  assert_says (
      p, "Since the start: one of three own areas higher. Lower now: one of three own areas (A). As the case worker "
         "sees it: one of three areas higher; lower: one of three areas (C).");
}

static void
test_only_lower (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_hours (p, "12 12 12 12 12 12 6 6 6 6");
  add_question (p, "A", "2026-05-01 4, 2026-09-01 2", NULL);
  add_question (p, "B", "2026-05-01 3, 2026-09-01 1", NULL);
  assert_says (
      p, "Since the start: attendance 100 percent as before. Lower now: from 12 to 6 hours a week, both own areas "
         "(A and B).");
  p->sees_attendance = FALSE;
  assert_says (p, "Lower since the start: both own areas (A and B).");
}

static void
test_as_before (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  add_hours (p, "1 1 1 1 1 1 1 1");
  for (guint i = 0; i < 13; i++)
    add_question (p, "A", "2026-05-01 4, 2026-09-01 4", i < 12 ? "2026-05-01 3, 2026-09-01 3" : NULL);
  assert_says (
      p, "Since the start: 1 hour a week as before, attendance 100 percent as before, all 13 own areas as before. As "
         "the case worker sees it: all twelve areas as before.");
}

/* A number and its total are written alike. */
static void
test_numbers_beside_figures_are_figures (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  for (guint i = 0; i < 13; i++)
    add_question (p, "A", i < 6 ? "2026-05-01 3, 2026-09-01 4" : "2026-05-01 3, 2026-09-01 3", NULL);
  p->sees_attendance = FALSE;
  assert_says (p, "Since the start: 6 of 13 own areas higher.");
}

static void
test_one_question (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  p->sees_attendance = FALSE;
  add_question (p, "How are you?", "2026-05-01 2, 2026-09-01 4", NULL);
  assert_says (p, "Since the start: “How are you?” from 2 to 4.");
  add_values (p, 0, FRAM_RATER_PARTICIPANT, "2026-10-01 2");
  assert_says (
      p, "Since the start: “How are you?” 2 as before. A dip in October that has not turned yet: “How are you?”.");
}

/* Lower now and then is a dip, told with its month; what has not come back is named. */
static void
test_dips (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  p->from = p->enrolled = fram_test_date ("2025-01-01");
  p->sees_attendance = FALSE;
  add_question (p, "A", "2025-01-10 2, 2025-03-10 4, 2025-06-10 3, 2025-07-10 2, 2025-09-10 4", NULL);
  assert_says (p, "Since the start: “A” from 2 to 4. A dip in July 2025, now turned.");
  add_question (p, "B", "2025-01-10 2, 2025-03-10 4, 2026-02-10 3", NULL);
  assert_says (p,
               "Since the start: both own areas higher. A dip in July 2025, now turned. A dip in February that has not "
               "turned yet: “B”.");
  add_question (p, "C",
                "2025-01-10 2, 2025-02-10 1, 2025-03-10 2, 2025-04-10 1, 2025-05-10 2, 2025-05-11 1, 2025-05-12 2, "
                "2025-09-10 1, 2025-10-01 2, 2025-10-10 1, 2025-11-10 2",
                NULL);
  assert_says (p, "Since the start: two of three own areas higher. Dips in six different months, now turned. A dip in "
                  "February that has not turned yet: “B”.");
}

static void
test_little_data (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  assert_says (p, "No whole week of attendance so far. No talk with ratings so far.");
  add_question (p, "A", "2026-05-01 2", "2026-05-01 3");
  assert_says (p, "No whole week of attendance so far. Only one talk so far: there is nothing to compare yet.");
  add_hours (p, "4");
  assert_says (
      p, "Attendance of one week so far: too little to compare. Only one talk so far: there is nothing to compare "
         "yet.");
  add_hours (p, "- 4 4");
  assert_says (p, "Attendance of three weeks so far: too little to compare. Only one talk so far: there is nothing to "
                  "compare yet.");
  add_hours (p, "- - - 6");
  assert_says (
      p, "Since the start: from 4 to 5 hours a week, attendance 100 percent as before. Only one talk so far: there "
         "are no ratings to compare yet.");
  add_question (p, "B", "2026-06-01 2", NULL);
  p->sees_attendance = FALSE;
  assert_says (p, "No question was rated in both talks.");
}

/* Since the last talk, and between two that are chosen: the weeks are those up to each of them. */
static void
test_between_talks (void)
{
  g_autoptr (FramProgression) p = progression_new ();
  FramProgressionSpan last;

  add_hours (p, "4 4 4 4 8 8 8 8 12 12 12 12 16 16 16 16");
  add_question (p, "A", "2026-04-22 1, 2026-05-12 2, 2026-06-10 3, 2026-07-07 5", NULL);
  fram_progression_finish (p);
  assert_between (p, "2026-05-12", "2026-06-10",
                  "From the talk on 12 May to the one on 10 June: from 4 to 8 hours a week, attendance 100 percent as "
                  "before, “A” from 2 to 3.");
  g_assert_true (fram_progression_last_span (p, &last));
  fram_assert_date (last.from, "2026-06-10");
  fram_assert_date (last.to, "2026-07-07");
  assert_between (
      p, "2026-06-10", "2026-07-07",
      "Since the talk on 10 June: from 8 to 16 hours a week, attendance 100 percent as before, “A” from 3 to "
      "5.");
  assert_between (p, "2026-04-22", "2026-07-07", p->summary);
}

/* What is turned off in the chart is not told either. */
static void
test_what_is_shown (void)
{
  g_autoptr (FramProgression) p = progression_new ();
  g_autofree char *own = NULL, *one = NULL, *long_words = NULL;

  p->sees_attendance = FALSE;
  add_question (p, "A", "2026-05-01 2, 2026-09-01 3, 2026-10-01 3", "2026-05-01 2, 2026-09-01 1");
  add_question (p, "B", "2026-05-01 2, 2026-09-01 1", NULL);
  fram_progression_finish (p);
  own = fram_progression_to_words (p, NULL, 1u << FRAM_RATER_PARTICIPANT, G_MAXUINT64);
  g_assert_cmpstr (own, ==, "Since the start: one of two own areas higher. Lower now: one of two own areas (B).");
  one = fram_progression_to_words (p, NULL, FRAM_RATERS_BOTH, 2);
  g_assert_cmpstr (one, ==, "Lower since the start: “B” from 2 to 1.");
  long_words = fram_progression_describe (p, FRAM_RATERS_BOTH, 2, FALSE);
  g_assert_null (strstr (long_words, "A:"));
}

/* A value that was written again on the same day is compared as it was mended. */
static void
test_mended (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  p->sees_attendance = FALSE;
  add_question (p, "A", "2026-05-01 5, 2026-09-01 4", NULL);
  fram_indicator_series_add (g_ptr_array_index (p->series, 0), FRAM_RATER_PARTICIPANT, fram_test_date ("2026-05-01"), 2,
                             NULL)
      ->given = 1;
  assert_says (p, "Since the start: “A” from 2 to 4.");
}

/* For who does not see it: weeks, talks, each question on both sides, steps. */
static void
test_description (void)
{
  g_autoptr (FramProgression) p = progression_new ();

  fram_progression_set_week_state (p, p->from + 70, FRAM_WEEK_CLOSED);
  fram_progression_set_week_state (p, p->from + 77, FRAM_WEEK_PAUSE);
  add_question (p, "A", "2026-05-01 2, 2026-07-01 3, 2026-09-01 3", "2026-05-01 4, 2026-09-01 4");
  add_question (p, "B", "2026-09-01 1", NULL);
  fram_progression_finish (p);
  g_assert_cmpstr (p->description, ==,
                   "Since the start: “A” from 2 to 3. As the case worker sees it: “A” 4 as before. No whole week of "
                   "attendance so far.\n"
                   "20 April – 12 November 2026: 30 weeks.\n"
                   "Two weeks of leave or with the house closed.\n"
                   "Talks with ratings: three, the first on 1 May 2026, the last on 1 September 2026.\n"
                   "A: own rating from 2 to 3 in 3 ratings, the case worker's 4 as before.\n"
                   "B: own rating 1, rated once.\n"
                   "Steps forward:\n"
                   "1 July 2026: “A”, own rating: from 2 to 3.");
}

static void
test_points (void)
{
  g_autoptr (FramProgression) p = progression_new ();
  g_autofree char *step = NULL, *dip = NULL;
  FramRatingPoint *points;

  add_question (p, "Work", "2026-05-01 2, 2026-07-01 3, 2026-09-01 3, 2026-10-01 2", NULL);
  fram_progression_finish (p);
  points = (FramRatingPoint *)(void *)fram_progression_get_series (p, 0)->points[FRAM_RATER_PARTICIPANT]->data;
  points[3].note = g_strdup ("I have moved.");
  step = fram_rating_point_to_words (fram_progression_get_series (p, 0), FRAM_RATER_PARTICIPANT, &points[1]);
  dip = fram_rating_point_to_words (fram_progression_get_series (p, 0), FRAM_RATER_CASE_WORKER, &points[3]);
  g_assert_cmpstr (step, ==,
                   "1 July 2026. Work, own rating: 3 on a scale from 1 to 5. A step forward: higher than ever "
                   "before, and held at the next talk.");
  g_assert_cmpstr (dip, ==,
                   "1 October 2026. Work, rated by the case worker: 2 on a scale from 1 to 5. Lower than at the "
                   "talk before. Note: I have moved.");
}

static void
test_weeks (void)
{
  static const char *const wanted[] = {
    "Week 17, 20–26 April 2026. Present 4 hours. Attendance 100 percent over four weeks.",
    "Week 18, 27 April – 3 May 2026. Nothing is marked.",
    "Week 19, 4–10 May 2026. The house was closed.",
    "Week 20, 11–17 May 2026. Agreed leave.",
    "Week 21, 18–24 May 2026. Present 7.5 hours, planned 9 hours. Attendance 100 percent over four weeks.",
  };
  g_autoptr (FramProgression) p = progression_new ();

  add_hours (p, "4 - x p");
  fram_progression_add_session (p, p->from + 28, FRAM_COUNTS_PRESENT, 540, 450);
  fram_progression_finish (p);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autofree char *words = fram_progress_week_to_words (&g_array_index (p->weeks, FramProgressWeek, i));

      g_assert_cmpstr (words, ==, wanted[i]);
    }
}

static guint
number_of (const char *word)
{
  static const char *const numbers[] = { "", "one", "two", "three", "four", "five", "six", "seven", "eight" };

  for (guint i = 1; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (word, numbers[i]))
      return i;
  return 0;
}

/* What the sentence says is higher and lower is what the values are; nothing else is in it. */
static void
test_against_the_data (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (FramProgression) p = progression_new ();
      g_autoptr (GRegex) up = g_regex_new ("start: (?:(\\w+) of|all (\\w+)|(both)).* own areas higher", 0, 0, NULL);
      g_autoptr (GRegex) down =
          g_regex_new ("[Ll]ower[^:]*: (?:(\\w+) of|all (\\w+)|(both)).* own areas \\(", 0, 0, NULL);
      guint n = (guint)g_test_rand_int_range (2, 9), higher = 0, lower = 0, told[2] = { 0, 0 };

      p->sees_attendance = FALSE;
      for (guint i = 0; i < n; i++)
        {
          int first = g_test_rand_int_range (1, 6), last = g_test_rand_int_range (1, 6);
          g_autofree char *values = g_strdup_printf ("2026-05-01 %d, 2026-07-01 3, 2026-09-01 %d", first, last);

          add_question (p, "Q", values, NULL);
          higher += last > first;
          lower += last < first;
        }
      fram_progression_finish (p);
      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (GMatchInfo) match = NULL;

          if (!g_regex_match (k == 0 ? up : down, p->summary, 0, &match))
            continue;
          for (int group = 1; group <= 3; group++)
            {
              g_autofree char *word = g_match_info_fetch (match, group);

              if (word != NULL && *word != '\0')
                told[k] = group == 3 ? 2 : number_of (word);
            }
        }
      g_test_message ("%s", p->summary);
      g_assert_cmpuint (told[0], ==, higher);
      g_assert_cmpuint (told[1], ==, lower);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/stats/progression-words/since-the-start", test_since_the_start);
  g_test_add_func ("/stats/progression-words/what-holds-comes-first", test_what_holds_comes_first);
  g_test_add_func ("/stats/progression-words/only-lower", test_only_lower);
  g_test_add_func ("/stats/progression-words/as-before", test_as_before);
  g_test_add_func ("/stats/progression-words/figures-beside-figures", test_numbers_beside_figures_are_figures);
  g_test_add_func ("/stats/progression-words/one-question", test_one_question);
  g_test_add_func ("/stats/progression-words/dips", test_dips);
  g_test_add_func ("/stats/progression-words/little-data", test_little_data);
  g_test_add_func ("/stats/progression-words/between-talks", test_between_talks);
  g_test_add_func ("/stats/progression-words/what-is-shown", test_what_is_shown);
  g_test_add_func ("/stats/progression-words/mended-on-the-same-day", test_mended);
  g_test_add_func ("/stats/progression-words/description", test_description);
  g_test_add_func ("/stats/progression-words/a-rating", test_points);
  g_test_add_func ("/stats/progression-words/a-week", test_weeks);
  g_test_add_func ("/stats/progression-words/against-the-data", test_against_the_data);
  return g_test_run ();
}
