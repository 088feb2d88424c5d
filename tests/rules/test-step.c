#include "fram-test.h"

#include "fram-step.h"

#define MOST 60

/* "2 3 3": values of the talks in order. */
static guint
read_values (const char *text, FramRatedValue *values)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = *text != '\0' ? g_strv_length (words) : 0;

  for (guint i = 0; i < n; i++)
    values[i] = (FramRatedValue){ .day = 20000 + (int)i * 56, .value = atoi (words[i]) };
  return n;
}

/* A letter per talk: "." nothing, "S" a step, "n" a new high, "d" a dip. */
static char *
letters_of (const FramRatedValue *values, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (values[i].is_step + values[i].is_new_high + values[i].is_dip, <=, 1);
      g_string_append_c (out, values[i].is_step ? 'S' : values[i].is_new_high ? 'n' : values[i].is_dip ? 'd' : '.');
    }
  return g_string_free (out, FALSE);
}

static void
test_ratings (void)
{
  static const struct
  {
    const char *values, *marks, *why;
  } cases[] = {
    { "", "", "nothing" },
    { "5", ".", "where somebody begins is no step" },
    { "2 3", ".n", "higher, and nobody knows yet whether it holds" },
    { "2 3 3", ".S.", "held" },
    { "2 3 4", ".Sn", "held by a still higher one" },
    { "2 3 2", "..d", "not held" },
    { "2 2 2", "...", "as before" },
    { "3 2 1", ".dd", "down" },
    { "3 2 3", ".d.", "back from a dip is no step" },
    { "3 2 3 3", ".d..", "nor when it holds" },
    { "3 2 4 4", ".dS.", "higher than before the dip is" },
    { "2 4 3 4 4", "..d..", "a height that did not hold is not counted when it comes back" },
    { "2 4 3 5 5", "..dS.", "a higher one is" },
    { "1 2 3 4 5", ".SSSn", "step by step" },
    { "1 5 5 5 1", ".S..d", "a dip later takes no step back that has held" },
    { "2 3 3 4", ".S.n", "a new one on top" },
    { "-2 -1 -1", ".S.", "a scale below nought" },
    { "0 0 1", "..n", "a scale from nought" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramRatedValue values[MOST] = { { 0 } };
      guint n = read_values (cases[i].values, values);
      g_autofree char *marks = NULL;

      fram_steps_of_ratings (values, n);
      marks = letters_of (values, n);
      g_test_message ("%s: %s", cases[i].values, cases[i].why);
      g_assert_cmpstr (marks, ==, cases[i].marks);
    }
}

static guint
random_values (FramRatedValue *values)
{
  guint n = (guint)g_test_rand_int_range (0, 12);

  for (guint i = 0; i < n; i++)
    values[i] = (FramRatedValue){ .day = 20000 + (int)i, .value = g_test_rand_int_range (1, 6) };
  return n;
}

/* A step is above every value before it, and was not below at the next talk. */
static void
test_ratings_above_all (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      FramRatedValue values[MOST];
      guint n = random_values (values);

      fram_steps_of_ratings (values, n);
      for (guint i = 0; i < n; i++)
        {
          gboolean above = i > 0;

          for (guint j = 0; j < i; j++)
            above = above && values[i].value > values[j].value;
          g_assert_cmpint (values[i].is_step, ==, above && i + 1 < n && values[i + 1].value >= values[i].value);
          g_assert_cmpint (values[i].is_new_high, ==, above && i + 1 == n);
          g_assert_cmpint (values[i].is_dip, ==, i > 0 && values[i].value < values[i - 1].value);
        }
    }
}

/* The next talk decides: a lower value takes the last high away, another one makes it a step; what was held stays. */
static void
test_ratings_next_talk (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      FramRatedValue before[MOST], after[MOST];
      guint n = random_values (before);

      memcpy (after, before, sizeof before);
      after[n] = (FramRatedValue){ .value = g_test_rand_int_range (1, 6) };
      fram_steps_of_ratings (before, n);
      fram_steps_of_ratings (after, n + 1);
      for (guint i = 0; i + 1 < n; i++)
        g_assert_cmpint (after[i].is_step, ==, before[i].is_step);
      if (n == 0)
        continue;
      g_assert_false (after[n - 1].is_new_high);
      g_assert_cmpint (after[n - 1].is_step, ==, before[n - 1].is_new_high && after[n].value >= after[n - 1].value);
    }
}

/* It is about higher and lower: the scale from 1 to 5 gives the same as that from 2 to 6. */
static void
test_ratings_shifted (void)
{
  for (guint round = 0; round < 500; round++)
    {
      FramRatedValue values[MOST], shifted[MOST];
      guint n = random_values (values);
      g_autofree char *first = NULL, *second = NULL;

      for (guint i = 0; i < n; i++)
        shifted[i] = (FramRatedValue){ .value = values[i].value + 1 };
      fram_steps_of_ratings (values, n);
      fram_steps_of_ratings (shifted, n);
      first = letters_of (values, n);
      second = letters_of (shifted, n);
      g_assert_cmpstr (first, ==, second);
    }
}

/* "4 4 x 5": hours of weeks in order, "x" not open. */
static guint
read_weeks (const char *text, FramWorkedWeek *weeks)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = *text != '\0' ? g_strv_length (words) : 0;

  for (guint i = 0; i < n; i++)
    weeks[i] = (FramWorkedWeek){ .monday = 20000 + (int)i * 7,
                                 .open = *words[i] != 'x',
                                 .attended_minutes = (int)(g_ascii_strtod (words[i], NULL) * 60) };
  return n;
}

static char *
week_letters (const FramWorkedWeek *weeks, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_assert_false (weeks[i].is_step && weeks[i].is_dip);
      g_string_append_c (out, weeks[i].is_step ? 'S' : weeks[i].is_dip ? 'd' : '.');
    }
  return g_string_free (out, FALSE);
}

static void
test_weeks (void)
{
  static const struct
  {
    const char *hours, *marks;
    int level; /* hours × 60 in the last week */
    const char *why;
  } cases[] = {
    { "", "", 0, "nothing" },
    { "8 8", "..", 0, "two weeks have no level" },
    { "8 8 8", "...", 480, "where somebody begins is no step" },
    { "4 8 8", "...", 240, "the level at first is the least of three" },
    { "4 8 8 8", ".S..", 480, "a week of little at first does not hide the step" },
    { "4 4 4 8", "....", 240, "one week is no step yet" },
    { "4 4 4 8 8", ".....", 240, "nor two" },
    { "4 4 4 8 8 8", "...S..", 480, "three are" },
    { "4 4 4 8 8 6", "...S..", 360, "what held is the least of them" },
    { "4 4 4 8 4 8 8 8", ".....S..", 480, "a week below begins again" },
    { "4 4 4 4.5 4.5 4.5", "......", 240, "half an hour is none" },
    { "4 4 4 4.5 5 5 5", "....S..", 300, "an hour is" },
    { "4 4 4 8 12 12 12", "...SS..", 720, "one step upon the other" },
    { "4 5 6 7 8 9", ".SSS..", 420, "up an hour each week" },
    { "8 8 8 4 4 4 8 8 8", "...ddd...", 480, "a dip, and to come back from it is no step" },
    { "8 8 8 4 4 8 8 8", "........", 480, "two weeks below are no dip" },
    { "8 8 8 4 4 4 12 12 12", "...dddS..", 720, "above what was before is" },
    { "8 8 8 7.5 7.5 7.5", "......", 480, "half an hour below is no dip" },
    { "8 8 8 7 7 7", "...ddd", 480, "an hour below is" },
    { "8 8 8 4 4 x x 4 8", "...dd..d.", 480, "a dip on both sides of a closed house" },
    { "4 4 4 8 x x x x 8 8", "...S......", 480, "held on both sides of a summer" },
    { "x 4 x 4 x 4 x 8 8 8", ".......S..", 480, "closed in between" },
    { "4 4 4 x 8 8", "......", 240, "a closed week does not hold" },
    { "x x x", "...", 0, "never open" },
    { "0 0 0 4 4 4", "...S..", 240, "from nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramWorkedWeek weeks[MOST] = { { 0 } };
      guint n = read_weeks (cases[i].hours, weeks);
      g_autofree char *marks = NULL;

      fram_steps_of_weeks (weeks, n);
      marks = week_letters (weeks, n);
      g_test_message ("%s: %s", cases[i].hours, cases[i].why);
      g_assert_cmpstr (marks, ==, cases[i].marks);
      g_assert_cmpint (n > 0 ? weeks[n - 1].level : 0, ==, cases[i].level);
    }
}

static guint
random_weeks (FramWorkedWeek *weeks)
{
  guint n = (guint)g_test_rand_int_range (0, 24);
  int usual = 240;

  for (guint i = 0; i < n; i++)
    {
      int change = 60 * g_test_rand_int_range (-1, 3), missed = 30 * g_test_rand_int_range (-1, 3);

      if (g_test_rand_int_range (0, 3) == 0)
        usual = MAX (0, usual + change);
      weeks[i] = (FramWorkedWeek){ .monday = 20000 + (int)i * 7,
                                   .open = g_test_rand_int_range (0, 6) != 0,
                                   .attended_minutes = MAX (0, usual - missed) };
    }
  return n;
}

/* Three open weeks from the step on are an hour above all that has held before; no three weeks before were as high. */
static void
test_weeks_held (void)
{
  guint steps = 0, dips = 0;

  for (guint round = 0; round < 3000; round++)
    {
      FramWorkedWeek weeks[MOST];
      guint n = random_weeks (weeks);
      int level = 0, held[MOST];
      guint open = 0;

      fram_steps_of_weeks (weeks, n);
      for (guint i = 0; i < n; i++)
        if (weeks[i].open)
          held[open++] = weeks[i].attended_minutes;
      for (guint i = 0, at = 0; i < n; i++)
        {
          g_assert_true (weeks[i].open || (!weeks[i].is_step && !weeks[i].is_dip));
          g_assert_cmpint (weeks[i].level, >=, level); /* never falls */
          if (weeks[i].is_step)
            {
              g_assert_cmpuint (at, >, 0);
              g_assert_cmpuint (at + 3, <=, open);
              g_assert_cmpint (weeks[i].level - level, >=, 60);
              g_assert_cmpint (weeks[i].level, ==, MIN (MIN (held[at], held[at + 1]), held[at + 2]));
              for (guint b = 0; b < at; b++)
                g_assert_cmpint (MIN (MIN (held[b], held[b + 1]), held[b + 2]), <, weeks[i].level);
            }
          g_assert_true (!weeks[i].is_dip || weeks[i].attended_minutes <= weeks[i].level - 60);
          steps += weeks[i].is_step;
          dips += weeks[i].is_dip;
          level = weeks[i].level;
          at += weeks[i].open;
        }
    }
  g_assert_cmpuint (steps, >, 500); /* so that the above was asked often enough */
  g_assert_cmpuint (dips, >, 500);
}

/* A house that is closed for a week somewhere changes no step, and no dip, of the others. */
static void
test_weeks_closed (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      FramWorkedWeek weeks[MOST], more[MOST];
      guint n = random_weeks (weeks), m = 0;

      for (guint i = 0; i < n; i++)
        {
          for (int c = g_test_rand_int_range (0, 3); c > 1; c--)
            more[m++] = (FramWorkedWeek){ .attended_minutes = g_test_rand_int_range (0, 3000) };
          more[m++] = weeks[i];
        }
      fram_steps_of_weeks (weeks, n);
      fram_steps_of_weeks (more, m);
      for (guint i = 0, j = 0; i < n; i++, j++)
        {
          while (more[j].monday != weeks[i].monday)
            j++;
          g_assert_cmpint (more[j].is_step, ==, weeks[i].is_step);
          g_assert_cmpint (more[j].is_dip, ==, weeks[i].is_dip);
          g_assert_cmpint (more[j].level, ==, weeks[i].level);
        }
    }
}

/* What has held is never taken back by what comes later; the same on a level that is a minute higher. */
static void
test_weeks_later (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      FramWorkedWeek weeks[MOST], part[MOST], shifted[MOST];
      guint n = random_weeks (weeks), m = n > 0 ? (guint)g_test_rand_int_range (0, (int)n) : 0;

      memcpy (part, weeks, sizeof weeks);
      memcpy (shifted, weeks, sizeof weeks);
      for (guint i = 0; i < n; i++)
        shifted[i].attended_minutes++;
      fram_steps_of_weeks (weeks, n);
      fram_steps_of_weeks (part, m);
      fram_steps_of_weeks (shifted, n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (i >= m || !part[i].is_step || weeks[i].is_step);
          g_assert_cmpint (shifted[i].is_step, ==, weeks[i].is_step);
          g_assert_cmpint (shifted[i].is_dip, ==, weeks[i].is_dip);
        }
    }
}

static void
test_codes (void)
{
  g_assert_cmpstr (fram_step_kind_get_code (FRAM_STEP_RATING), ==, "rating");
  g_assert_cmpstr (fram_step_kind_get_code (FRAM_STEP_HOURS), ==, "hours");
  g_assert_cmpstr (fram_step_kind_get_code (FRAM_STEP_WORKSHOP), ==, "workshop");
  g_assert_cmpstr (fram_step_kind_get_code (FRAM_STEP_MILESTONE), ==, "milestone");
  g_assert_cmpstr (fram_step_kind_get_code (FRAM_STEP_OUTSIDE), ==, "external");
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/step/a-better-rating-held-at-the-next-talk", test_ratings);
  g_test_add_func ("/rules/step/a-rating-above-all-before", test_ratings_above_all);
  g_test_add_func ("/rules/step/the-next-talk-decides", test_ratings_next_talk);
  g_test_add_func ("/rules/step/another-scale-gives-the-same", test_ratings_shifted);
  g_test_add_func ("/rules/step/more-hours-held-for-three-weeks", test_weeks);
  g_test_add_func ("/rules/step/hours-above-all-that-has-held", test_weeks_held);
  g_test_add_func ("/rules/step/closed-weeks-change-nothing", test_weeks_closed);
  g_test_add_func ("/rules/step/what-has-held-stays", test_weeks_later);
  g_test_add_func ("/rules/step/codes", test_codes);
  return g_test_run ();
}
