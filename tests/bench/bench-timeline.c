/* A timeline of three years with 600 days of attendance and 150 events at 1280 × 800: laying it out, drawing it, and a
 * bare clear-and-stroke of as many primitives with cairo in the same run. Prints figures; judges nothing. */

#include "timeline-fixture.h"

#include <stdio.h>

#define WIDTH  1280
#define HEIGHT 800
#define RUNS   120
#define FRAME  8.0

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
print_times (const char *what, GArray *times)
{
  double median;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  printf ("%-46s median %8.3f ms   99 %% %8.3f ms   least %8.3f ms   (%u)\n", what, median,
          g_array_index (times, double, times->len * 99 / 100), g_array_index (times, double, 0), times->len);
  g_array_set_size (times, 0);
  return median;
}

static void
add_time (GArray *times, gint64 begin)
{
  double ms = (double)(g_get_monotonic_time () - begin) / 1000.0;

  g_array_append_val (times, ms);
}

/* As many boxes as there are items, days and lines, and a stroke around each. */
static void
draw_bare (cairo_t *cr, guint n)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < n; i++)
    {
      cairo_set_source_rgb (cr, (i % 7) / 7.0, (i % 5) / 5.0, (i % 3) / 3.0);
      cairo_rectangle (cr, i * 37 % WIDTH + 0.5, i * 53 % HEIGHT + 0.5, 12, 14);
      cairo_stroke (cr);
    }
}

/* The view moves as it does when a person drags it, so that nothing is laid out twice. */
static FramTimelineView
view_of_run (const FramTimeline *timeline, guint run)
{
  FramTimelineView view = timeline_view_of_all (timeline, WIDTH, 1);
  double days = (view.to - view.from) * (run % 2 == 0 ? 1 : 0.4);

  view.height = HEIGHT;
  view.from += run % 20;
  view.to = view.from + days;
  return view;
}

int
main (int argc, char **argv)
{
  g_autoptr (FramTimeline) timeline = timeline_dense (1);
  g_autoptr (GArray) laid = g_array_new (FALSE, FALSE, sizeof (double)),
                     drawn = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (image);
  FramTimelinePalette palette;
  double all, empty;
  guint n = 0;

  fram_timeline_palette_init (&palette, FRAM_LOOK_LIGHT, TRUE);
  for (guint run = 0; run < RUNS; run++)
    {
      FramTimelineView view = view_of_run (timeline, run);
      gint64 begin = g_get_monotonic_time ();
      FramTimelineLayout *layout = fram_timeline_layout_new (timeline, &view);

      add_time (laid, begin);
      n = timeline->items->len + timeline->days->len + fram_timeline_layout_get_labels (layout)->len;
      begin = g_get_monotonic_time ();
      fram_timeline_draw (layout, &palette, cr);
      cairo_surface_flush (image);
      add_time (drawn, begin);
      fram_timeline_layout_free (layout);
      begin = g_get_monotonic_time ();
      draw_bare (cr, n);
      cairo_surface_flush (image);
      add_time (bare, begin);
    }
  printf ("%u items, %u days, %u primitives, %d × %d\n", timeline->items->len, timeline->days->len, n, WIDTH, HEIGHT);
  print_times ("timeline laid out", laid);
  all = print_times ("timeline drawn", drawn);
  empty = print_times ("bare clear and stroke of as many", bare);
  printf ("drawn / bare %.2f   %s %.0f ms\n", all / empty, all <= FRAME ? "within" : "beyond", FRAME);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
  return 0;
}
