#include "progression-fixture.h"

#include <string.h>

/* --- the picture --- */

static const char *const questions[11] = {
  "Tro på att få jobb",
  "Klara ett arbete",
  "Målmedvetenhet",
  "Kunskap om arbetsmarknaden",
  "Jobbsökarbeteende",
  "Kompetenser",
  "Samarbetsförmåga",
  "Vardag",
  "Nätverk",
  "Hälsa",
  "Lusten att komma hit",
};

static const char *const own[11] = { "22323", "23334", "33434", "22233", "11223", "33344",
                                     "34434", "23312", "22223", "22322", "33435" };
static const char *const others[11] = { "23334", "22334", "23334", "12233", "11222", "33444",
                                        "33444", "23323", "22333", "",      "" };

static void
add_side (FramIndicatorSeries *series, FramRater rater, const char *values)
{
  static const char *const talks[] = { "2026-04-24", "2026-06-05", "2026-08-14", "2026-09-18", "2026-11-06" };

  for (guint i = 0; values[i] != '\0'; i++)
    fram_indicator_series_add (
        series, rater, fram_test_date (talks[i]), values[i] - '0',
        i == 3 && rater == FRAM_RATER_PARTICIPANT && strcmp (series->name, "Vardag") == 0 ? "flytten" : NULL);
}

static void
moment (FramProgression *self, FramMomentKind kind, const char *day, const char *label)
{
  fram_progression_add_moment (self, kind, fram_test_date (day), label, label);
}

static void
add_hours (FramProgression *self)
{
  static const int planned[30] = { 4, 4, 4, 4,  6,  6,  8,  8,  8,  8,  8,  0,  0,  0,  0,
                                   8, 9, 9, 12, 12, 12, 12, 12, 12, 12, 12, 14, 16, 16, 16 };
  static const int attended[30] = { 3, 3, 3, 4,  5,  5,  6,  7, 7, 8, 7, 0, 0,  0,  0,
                                    6, 8, 8, 11, 10, 11, 10, 8, 6, 7, 9, 9, 12, 14, 15 };

  for (guint i = 0; i < 30; i++)
    {
      FramDate monday = fram_test_date ("2026-04-20") + 7 * (FramDate)i;

      if (planned[i] == 0)
        {
          fram_progression_set_week_state (self, monday, FRAM_WEEK_CLOSED);
          continue;
        }
      for (int session = 0; session < 4; session++)
        fram_progression_add_session (self, monday + session,
                                      session * planned[i] < attended[i] * 4 ? FRAM_COUNTS_PRESENT : FRAM_COUNTS_ABSENT,
                                      planned[i] * 15, attended[i] * 15);
    }
}

FramProgression *
progression_samira (void)
{
  FramProgression *self = fram_progression_new (fram_test_date ("2026-04-20"), fram_test_date ("2026-11-13"));

  fram_progression_add_set (self, "indikator-11", "Elva områden");
  self->title = g_strdup ("Samira D.");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      FramIndicatorSeries *series = fram_progression_add_series (self, 0, questions[i]);

      if (others[i][0] == '\0')
        series->raters = 1u << FRAM_RATER_PARTICIPANT;
      add_side (series, FRAM_RATER_PARTICIPANT, own[i]);
      add_side (series, FRAM_RATER_CASE_WORKER, others[i]);
    }
  add_hours (self);
  moment (self, FRAM_MOMENT_WORKSHOP, "2026-05-18", "Snickeri");
  moment (self, FRAM_MOMENT_GROUP, "2026-08-17", "Arbetsmarknadsgrupp");
  moment (self, FRAM_MOMENT_CASE_WORKER, "2026-09-28", "Ny handläggare");
  moment (self, FRAM_MOMENT_OUTSIDE, "2026-10-26", "Butik Torsten");
  fram_progression_finish (self);
  return self;
}

FramProgression *
progression_new_here (void)
{
  static const char *const three[] = { "Hur har du det?", "Orkar du?", "Vill du komma hit?" };
  FramProgression *self = fram_progression_new (fram_test_date ("2026-10-26"), fram_test_date ("2026-11-12"));

  fram_progression_add_set (self, "avstamning-3", "Kort avstämning");
  for (guint i = 0; i < 3; i++)
    {
      FramIndicatorSeries *series = fram_progression_add_series (self, 0, three[i]);

      series->raters = 1u << FRAM_RATER_PARTICIPANT;
      fram_indicator_series_add (series, FRAM_RATER_PARTICIPANT, fram_test_date ("2026-10-30"), 2 + (int)i, NULL);
    }
  for (FramDate day = fram_test_date ("2026-10-27"); day < fram_test_date ("2026-11-12"); day += 3)
    fram_progression_add_session (self, day, FRAM_COUNTS_PRESENT, 180, 180);
  fram_progression_finish (self);
  return self;
}

/* --- much of it --- */

static FramProgressionSet *
add_set (FramProgression *self, guint n, GRand *random)
{
  g_autofree char *code = g_strdup_printf ("set-%u", n), *name = g_strdup_printf ("Set number %u", n);

  (void)random;
  return fram_progression_add_set (self, code, name);
}

FramProgression *
progression_dense (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  FramDate from = fram_test_date ("2024-01-08");
  FramProgression *self = fram_progression_new (from, from + 150 * 7 - 1);

  add_set (self, 1, random);
  for (guint i = 0; i < 11; i++)
    {
      FramIndicatorSeries *series = fram_progression_add_series (self, 0, questions[i]);

      for (FramDate talk = 0; talk < 36; talk++)
        for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
          fram_indicator_series_add (series, (FramRater)rater, from + 7 + talk * 29,
                                     CLAMP (1 + talk / 12 + g_rand_int_range (random, 0, 3), 1, 5),
                                     g_rand_int_range (random, 0, 20) == 0 ? "it was a long week" : NULL);
    }
  for (FramDate week = 0; week < 150; week++)
    if (week % 40 == 25)
      fram_progression_set_week_state (self, from + week * 7, FRAM_WEEK_CLOSED);
    else
      for (int day = 0; day < 4; day++)
        fram_progression_add_session (self, from + week * 7 + day,
                                      g_rand_int_range (random, 0, 5) > 0 ? FRAM_COUNTS_PRESENT : FRAM_COUNTS_ABSENT,
                                      60 + week, 60 + week);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *label = g_strdup_printf ("Moment %u", i);

      fram_progression_add_moment (self, (FramMomentKind)(i % FRAM_N_MOMENT_KINDS), from + 17 * (FramDate)i, label,
                                   label);
    }
  fram_progression_finish (self);
  return self;
}

/* --- anything --- */

static void
add_ratings (FramIndicatorSeries *series, GRand *random, const GArray *talks)
{
  for (guint talk = 0; talk < talks->len; talk++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        FramDate day = g_array_index (talks, FramDate, talk);
        int n = g_rand_int_range (random, 0, 12);

        if ((series->raters & (1u << rater)) == 0 || n < 2)
          continue;
        for (; n >= 11 || n > 1; n = n == 11 ? 3 : 1)
          {
            FramRatingPoint *point = fram_indicator_series_add (
                series, (FramRater)rater, day, g_rand_int_range (random, series->lowest, series->highest + 1),
                g_rand_int_range (random, 0, 4) == 0 ? "a note of some length that says what it was like" : NULL);

            point->given = 1000 - n;
            if (n != 11)
              break;
          }
      }
}

static void
add_random_series (FramProgression *self, guint set, GRand *random, const GArray *talks)
{
  static const int highest[] = { 5, 10, 3, 7 };
  guint n = (guint)g_rand_int_range (random, 1, 9), scale = (guint)g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (
          "%s %u", i % 3 == 2 ? "A question with a very long name, which nobody would write" : "Question", i);
      FramIndicatorSeries *series = fram_progression_add_series (self, set, name);

      series->lowest = highest[scale] == 10 ? 0 : 1;
      series->highest = highest[scale];
      series->raters = (guint)g_rand_int_range (random, 1, 4);
      series->belief = series->raters == FRAM_RATERS_BOTH && g_rand_int_range (random, 0, 5) == 0;
      add_ratings (series, random, talks);
    }
}

static void
add_random_weeks (FramProgression *self, GRand *random)
{
  for (guint i = 0; i < self->weeks->len; i++)
    {
      FramDate monday = g_array_index (self->weeks, FramProgressWeek, i).monday;
      int n = g_rand_int_range (random, 0, 14);

      if (n < 2)
        fram_progression_set_week_state (self, monday, n == 0 ? FRAM_WEEK_PAUSE : FRAM_WEEK_CLOSED);
      for (int day = 0; n > 3 && day < 4; day++)
        fram_progression_add_session (self, monday + day,
                                      g_rand_int_range (random, 0, 3) > 0 ? FRAM_COUNTS_PRESENT : FRAM_COUNTS_ABSENT,
                                      60 + 4 * (int)i, 60 + 4 * (int)i);
    }
}

FramProgression *
progression_random (guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) talks = g_array_new (FALSE, FALSE, sizeof (FramDate));
  FramDate from = fram_test_date ("2025-01-08"), to = from + g_rand_int_range (random, 1, 700);
  FramProgression *self = fram_progression_new (from, to);
  guint sets = (guint)g_rand_int_range (random, 1, 4), moments = (guint)g_rand_int_range (random, 0, 20);

  for (FramDate day = from + g_rand_int_range (random, 0, 5); day <= to; day += g_rand_int_range (random, 14, 90))
    g_array_append_val (talks, day);
  for (guint set = 0; set < sets; set++)
    {
      add_set (self, set, random);
      add_random_series (self, set, random, talks);
    }
  add_random_weeks (self, random);
  for (guint i = 0; i < moments; i++)
    {
      FramMoment *at =
          fram_progression_add_moment (self, (FramMomentKind)g_rand_int_range (random, 0, FRAM_N_MOMENT_KINDS),
                                       from + (to - from) * (FramDate)i / (FramDate)moments,
                                       i % 4 == 3 ? "Something with a long name" : "Kitchen", "Began in the kitchen.");

      at->is_new = TRUE;
    }
  self->sees_attendance = g_rand_int_range (random, 0, 6) > 0;
  fram_progression_finish (self);
  return self;
}

/* --- any view of it --- */

static void
make_view (FramProgressionView *view, guint32 seed, guint i)
{
  static const double widths[] = { 320, 360, 500, 640, 800, 1040, 1280, 1600, 2000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed * 31 + i);

  fram_progression_view_init (view, (FramProgressionKind)(i % FRAM_N_PROGRESSION_KINDS),
                              widths[g_rand_int_range (random, 0, G_N_ELEMENTS (widths))]);
  view->text_scale = 1 + g_rand_int_range (random, 0, 5) / 4.0;
  view->rtl = g_rand_boolean (random);
  view->belief = g_rand_boolean (random);
  view->large = g_rand_int_range (random, 0, 4) == 0;
  view->raters = (guint)g_rand_int_range (random, 0, 4);
  view->exact = g_rand_boolean (random);
  view->height = g_rand_int_range (random, 0, 3) == 0 ? g_rand_int_range (random, 300, 1200) : 0;
  if (g_rand_int_range (random, 0, 3) == 0)
    view->shown = g_rand_int (random);
}

/* Calls @check with forty progressions of anything, eight views of each: all kinds, sizes, scales and directions. */
void
progression_check_all (ProgressionCheck check)
{
  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (FramProgression) progression = progression_random (seed);

      for (guint i = 0; i < 8; i++)
        {
          FramProgressionView view;
          g_autoptr (FramProgressionLayout) layout = NULL;

          make_view (&view, seed, i);
          layout = fram_progression_layout_new (progression, &view);
          check (layout);
        }
    }
}
