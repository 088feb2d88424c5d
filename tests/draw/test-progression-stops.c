#include "progression-fixture.h"

#include "fram-progression-layout-private.h"

#include <math.h>

/* What can be pointed at on a progression chart, reached with keys and read. */

static const FramProgressionStop *
stop_at (const FramProgressionLayout *layout, guint i)
{
  return &g_array_index (fram_progression_layout_get_stops (layout), FramProgressionStop, i);
}

static gboolean
is_over_time (const FramProgressionLayout *layout)
{
  return layout->view.kind == FRAM_PROGRESSION_PANELS || layout->view.kind == FRAM_PROGRESSION_LINES;
}

static void
check_stops (const FramProgressionLayout *layout)
{
  double along = layout->view.rtl ? -1 : 1;
  const FramProgressionStop *last = NULL;

  for (guint i = 0; i < layout->stops->len; i++)
    {
      const FramProgressionStop *stop = stop_at (layout, i);
      g_autofree char *words = fram_progression_layout_stop_to_words (layout, i);
      int hit = fram_progression_layout_hit (layout, stop->x, stop->y);

      if (hit != (int)i)
        g_error ("a stop of kind %d, index %u at %.2f, %.2f is taken for one of kind %d, index %u at %.2f, %.2f",
                 stop->kind, stop->index, stop->x, stop->y, hit < 0 ? -1 : (int)stop_at (layout, (guint)hit)->kind,
                 hit < 0 ? 0 : stop_at (layout, (guint)hit)->index, hit < 0 ? 0 : stop_at (layout, (guint)hit)->x,
                 hit < 0 ? 0 : stop_at (layout, (guint)hit)->y);
      g_assert_nonnull (words);
      g_assert_cmpstr (words, !=, "");
      if (last != NULL && last->panel == stop->panel &&
          (is_over_time (layout) || stop->kind == FRAM_PROGRESSION_STOP_WEEK))
        g_assert_cmpfloat (along * stop->x, >=, along * last->x - 1);
      if (last != NULL)
        g_assert_cmpuint (stop->panel, >=, last->panel);
      last = stop;
    }
}

static void
test_every_stop_is_hit_and_read (void)
{
  progression_check_all (check_stops);
}

static gboolean
has_neighbour (const FramProgressionLayout *layout, guint stop)
{
  const FramProgressionStop *at = stop_at (layout, stop);

  for (guint i = 0; i < layout->stops->len; i++)
    if (i != stop && fabs (stop_at (layout, i)->x - at->x) < 24 * MAX (layout->s, 1) &&
        stop_at (layout, i)->panel == at->panel)
      return TRUE;
  return FALSE;
}

static void
check_targets (const FramProgressionLayout *layout)
{
  for (guint i = 0; i < layout->stops->len; i++)
    {
      const FramProgressionStop *stop = stop_at (layout, i);

      if (stop->kind == FRAM_PROGRESSION_STOP_WEEK || has_neighbour (layout, i))
        continue;
      g_assert_cmpfloat (stop->hit.width, >=, 23.99);
      g_assert_cmpfloat (stop->hit.height, >=, 23.99);
    }
}

static void
test_stops_are_large_enough_to_touch (void)
{
  progression_check_all (check_targets);
}

/* Each rating, week, moment and step of the picture can be reached, once. */
static void
test_all_of_it_can_be_reached (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) layout = NULL;
  FramProgressionView view;
  guint n[4] = { 0 }, hours = 0, ratings = 0;

  fram_progression_view_init (&view, FRAM_PROGRESSION_PANELS, 1040);
  layout = fram_progression_layout_new (progression, &view);
  for (guint i = 0; i < layout->stops->len; i++)
    n[stop_at (layout, i)->kind]++;
  for (guint i = 0; i < progression->steps->len; i++)
    hours += ((FramStepForward *)g_ptr_array_index (progression->steps, i))->kind == FRAM_STEP_HOURS;
  for (guint i = 0; i < 11; i++)
    ratings += fram_progression_get_series (progression, i)->points[0]->len +
               fram_progression_get_series (progression, i)->points[1]->len;
  g_assert_cmpuint (n[FRAM_PROGRESSION_STOP_POINT], ==, ratings);
  g_assert_cmpuint (n[FRAM_PROGRESSION_STOP_WEEK], ==, 30);
  g_assert_cmpuint (hours, >, 0);
  g_assert_cmpuint (n[FRAM_PROGRESSION_STOP_MOMENT] + n[FRAM_PROGRESSION_STOP_STEP], ==, 4 + hours);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/progression-stops/stops-are-hit-and-read", test_every_stop_is_hit_and_read);
  g_test_add_func ("/progression-stops/stops-are-large-enough", test_stops_are_large_enough_to_touch);
  g_test_add_func ("/progression-stops/all-can-be-reached", test_all_of_it_can_be_reached);
  return g_test_run ();
}
