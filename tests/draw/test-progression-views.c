#include "progression-fixture.h"

#include "fram-progression-layout-private.h"

#include <math.h>
#include <string.h>

/* What the other ways to show ratings leave out, and what they never do. */

static FramProgressionLayout *
lay_out (const FramProgression *progression, FramProgressionKind kind, double width)
{
  FramProgressionView view;

  fram_progression_view_init (&view, kind, width);
  return fram_progression_layout_new (progression, &view);
}

static const FramProgressionPoint *
point_at (const FramProgressionLayout *layout, guint i)
{
  return &g_array_index (layout->points, FramProgressionPoint, i);
}

static const FramProgressionLabel *
label_at (const FramProgressionLayout *layout, guint i)
{
  return &g_array_index (layout->labels, FramProgressionLabel, i);
}

static gboolean
says (const FramProgressionLayout *layout, const char *words)
{
  for (guint i = 0; i < layout->labels->len; i++)
    if (strstr (label_at (layout, i)->text, words) != NULL)
      return TRUE;
  return FALSE;
}

/* --- change and net --- */

static const FramProgressionPoint *
find_end (const FramProgressionLayout *layout, guint series, FramRater rater, gboolean is_before)
{
  const FramProgressionPoint *found = NULL;

  for (guint i = 0; i < layout->points->len; i++)
    {
      const FramProgressionPoint *point = point_at (layout, i);

      if (point->series != series || point->rater != rater || point->is_before != is_before)
        continue;
      g_assert_null (found);
      found = point;
    }
  return found;
}

/* Neither view drops a score: what two talks say in words stands in the drawing too. */
static void
check_compared (const FramProgression *progression, const FramProgressionLayout *layout)
{
  FramProgressionSpan span = layout->view.span;
  g_autoptr (GArray) changes = NULL;
  guint n = 0;

  if (span.from == FRAM_DATE_NONE && !fram_progression_whole_span (progression, &span))
    return;
  changes = fram_progression_compare (progression, &span);
  for (guint i = 0; i < changes->len; i++)
    {
      const FramProgressionChange *change = &g_array_index (changes, FramProgressionChange, i);
      const FramProgressionPoint *before = find_end (layout, change->series, change->rater, TRUE);
      const FramProgressionPoint *after = find_end (layout, change->series, change->rater, FALSE);

      if (!fram_progression_layout_shows (layout, change->series, change->rater))
        {
          g_assert_true (before == NULL && after == NULL);
          continue;
        }
      g_assert_true (before != NULL || after != NULL);
      g_assert_cmpint (before != NULL ? before->value : 0, ==, change->before);
      g_assert_cmpint (after != NULL ? after->value : 0, ==, change->after);
      n += (before != NULL) + (after != NULL);
    }
  g_assert_cmpuint (layout->points->len, ==, n);
}

static void
test_change_and_net_show_what_is_compared (void)
{
  for (guint32 seed = 0; seed < 30; seed++)
    for (int kind = FRAM_PROGRESSION_CHANGE; kind <= FRAM_PROGRESSION_RADAR; kind++)
      {
        g_autoptr (FramProgression) progression = progression_random (seed);
        g_autoptr (FramProgressionLayout) layout = NULL;
        FramProgressionView view;

        fram_progression_view_init (&view, (FramProgressionKind)kind, seed % 2 == 0 ? 1040 : 360);
        view.belief = seed % 3 == 0;
        if (seed % 2 == 1 && progression->talks->len > 2)
          view.span =
              (FramProgressionSpan){ g_array_index (progression->talks, FramDate, 1),
                                     g_array_index (progression->talks, FramDate, progression->talks->len - 1) };
        layout = fram_progression_layout_new (progression, &view);
        check_compared (progression, layout);
      }
}

/* A higher value is further to the right, and further out; the axes of a net go round in the order of the set. */
static void
test_more_is_further (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) change = lay_out (progression, FRAM_PROGRESSION_CHANGE, 1040);
  g_autoptr (FramProgressionLayout) net = lay_out (progression, FRAM_PROGRESSION_RADAR, 1040);
  double last = -1;

  for (guint i = 0; i < change->points->len; i++)
    {
      const FramProgressionPoint *point = point_at (change, i);
      const FramProgressionRect *plot = &g_array_index (change->panels, FramProgressionPanel, point->panel).plot;

      g_assert_cmpfloat_with_epsilon (point->x, plot->x + (point->value - 1) / 4.0 * plot->width, 0.01);
    }
  for (guint i = 0; i < net->points->len; i++)
    {
      const FramProgressionPoint *point = point_at (net, i);
      const FramProgressionRect *plot = &g_array_index (net->panels, FramProgressionPanel, point->panel).plot;
      double x = point->x - plot->x - plot->width / 2, y = point->y - plot->y - plot->height / 2;
      double turn = fmod (atan2 (y, x) + 2.5 * G_PI + 1e-9, 2 * G_PI);

      g_assert_cmpfloat_with_epsilon (hypot (x, y) / (plot->width / 2), 0.12 + 0.88 * (point->value - 1) / 4.0, 0.001);
      if (i > 0 && point->rater == point_at (net, i - 1)->rater && point->is_before == point_at (net, i - 1)->is_before)
        g_assert_cmpfloat (turn, >, last);
      last = turn;
    }
  g_assert_true (says (net, "Lusten att komma hit  3 → 5"));
}

/* --- all in one --- */

/* Every line is named at its end, in its colour, or by a number that is named below. */
static void
test_ends_of_lines_are_named (void)
{
  static const double widths[] = { 360, 800, 1280 };
  g_autoptr (FramProgression) progression = progression_samira ();

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_LINES, widths[i]);
      guint ends = 0, named = 0;

      for (guint j = 0; j < layout->labels->len; j++)
        {
          ends += label_at (layout, j)->kind == FRAM_PROGRESSION_LABEL_VALUE;
          named += label_at (layout, j)->series >= 0 && !label_at (layout, j)->elided &&
                   g_utf8_strlen (label_at (layout, j)->text, -1) > 5;
        }
      g_assert_cmpuint (ends, ==, 20);
      g_assert_cmpuint (named, ==, 20);
    }
}

/* --- what is not shown --- */

static void
test_what_is_hidden_is_nowhere (void)
{
  for (int kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    {
      g_autoptr (FramProgression) progression = progression_samira ();
      g_autoptr (FramProgressionLayout) layout = NULL;
      FramProgressionView view;

      fram_progression_view_init (&view, (FramProgressionKind)kind, 1040);
      view.shown = ~(guint64)(1 << 3);
      view.raters = 1u << FRAM_RATER_CASE_WORKER;
      layout = fram_progression_layout_new (progression, &view);
      g_assert_cmpuint (layout->points->len, >, 0);
      for (guint i = 0; i < layout->points->len; i++)
        {
          g_assert_cmpuint (point_at (layout, i)->series, !=, 3);
          g_assert_cmpint (point_at (layout, i)->rater, ==, FRAM_RATER_CASE_WORKER);
        }
      g_assert_true (says (layout, "Klara ett arbete"));
      g_assert_false (says (layout, "Kunskap om"));
      g_assert_false (says (layout, "Lusten")); /* nobody else rates it */
    }
}

static void
test_belief_only_where_it_is_chosen (void)
{
  for (int kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    for (int belief = 0; belief < 2; belief++)
      {
        g_autoptr (FramProgression) progression = progression_samira ();
        g_autoptr (FramProgressionLayout) layout = NULL;
        FramProgressionView view;
        guint own = 0, others = 0;

        ((FramIndicatorSeries *)g_ptr_array_index (progression->series, 0))->belief = TRUE;
        fram_progression_view_init (&view, (FramProgressionKind)kind, 1040);
        view.belief = belief;
        layout = fram_progression_layout_new (progression, &view);
        for (guint i = 0; i < layout->points->len; i++)
          if (point_at (layout, i)->series == 0)
            {
              own += point_at (layout, i)->rater == FRAM_RATER_PARTICIPANT;
              others += point_at (layout, i)->rater == FRAM_RATER_CASE_WORKER;
            }
        g_assert_cmpuint (own, >, 0);
        g_assert_true ((others > 0) == belief);
      }
}

/* Nothing of absence, nothing of the case worker: what is turned to the participant is hours present and own ratings. */
static void
test_the_large_version_shows_own_steps_only (void)
{
  for (int kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    {
      g_autoptr (FramProgression) progression = progression_samira ();
      g_autoptr (FramProgressionLayout) layout = NULL;
      FramProgressionView view;

      fram_progression_view_init (&view, (FramProgressionKind)kind, 1040);
      view.large = TRUE;
      layout = fram_progression_layout_new (progression, &view);
      g_assert_cmpuint (layout->points->len, >, 10);
      for (guint i = 0; i < layout->points->len; i++)
        g_assert_cmpint (point_at (layout, i)->rater, ==, FRAM_RATER_PARTICIPANT);
      for (guint i = 0; i < layout->bars->len; i++)
        {
          g_assert_true (isnan (g_array_index (layout->bars, FramProgressionBar, i).planned));
          g_assert_true (isnan (g_array_index (layout->bars, FramProgressionBar, i).rate));
        }
      for (guint i = 0; i < layout->stops->len; i++)
        {
          g_autofree char *words = fram_progression_layout_stop_to_words (layout, i);

          g_assert_null (strstr (words, "planned"));
          g_assert_null (strstr (words, "ttendance"));
          g_assert_null (strstr (words, "case worker:"));
        }
      g_assert_false (says (layout, "%"));
      g_assert_false (says (layout, "planned"));
      g_assert_true (says (layout, "15 h"));
      g_assert_cmpfloat (label_at (layout, 0)->size, >=, 18);
    }
}

static void
test_sight_of_weeks_and_ratings (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) weeks = NULL, ratings = NULL;

  progression->sees_ratings = FALSE;
  weeks = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  g_assert_cmpuint (weeks->points->len, ==, 0);
  g_assert_cmpuint (weeks->bars->len, ==, 30);
  progression->sees_ratings = TRUE;
  progression->sees_attendance = FALSE;
  ratings = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  g_assert_cmpuint (ratings->bars->len, ==, 0);
  g_assert_false (says (ratings, "15 h"));
  g_assert_true (says (ratings, "Butik Torsten")); /* what happened stands on its axis all the same */
  g_assert_cmpuint (ratings->points->len, >, 90);
}

/* A view that is given its height is filled; one that is too low is as high as its letters need. */
static void
test_a_height_is_filled (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  FramProgressionView view;

  fram_progression_view_init (&view, FRAM_PROGRESSION_PANELS, 1280);
  for (view.height = 575; view.height <= 915; view.height += 85)
    {
      g_autoptr (FramProgressionLayout) layout = fram_progression_layout_new (progression, &view);

      g_assert_cmpfloat_with_epsilon (fram_progression_layout_get_height (layout), view.height, 1);
    }
  view.height = 100;
  {
    g_autoptr (FramProgressionLayout) layout = fram_progression_layout_new (progression, &view);

    g_assert_cmpfloat (fram_progression_layout_get_height (layout), >, 300);
  }
}

static void
test_codes_of_kinds (void)
{
  for (int kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    {
      FramProgressionKind back;

      g_assert_true (
          fram_progression_kind_from_code (fram_progression_kind_get_code ((FramProgressionKind)kind), &back));
      g_assert_cmpint (back, ==, kind);
      g_assert_nonnull (fram_progression_kind_get_name (back));
    }
  g_assert_cmpstr (fram_progression_kind_get_code (FRAM_PROGRESSION_CHANGE), ==, "change");
  g_assert_false (fram_progression_kind_from_code ("pie", &(FramProgressionKind){ 0 }));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/progression-views/change-and-net", test_change_and_net_show_what_is_compared);
  g_test_add_func ("/progression-views/more-is-further", test_more_is_further);
  g_test_add_func ("/progression-views/ends-are-named", test_ends_of_lines_are_named);
  g_test_add_func ("/progression-views/hidden-is-nowhere", test_what_is_hidden_is_nowhere);
  g_test_add_func ("/progression-views/belief", test_belief_only_where_it_is_chosen);
  g_test_add_func ("/progression-views/large", test_the_large_version_shows_own_steps_only);
  g_test_add_func ("/progression-views/sight", test_sight_of_weeks_and_ratings);
  g_test_add_func ("/progression-views/height", test_a_height_is_filled);
  g_test_add_func ("/progression-views/codes", test_codes_of_kinds);
  return g_test_run ();
}
