/* A week with 60 sessions at 1280 × 800, laid out and drawn from nothing, beside an empty surface of the same size. Prints
 * figures and ratios; judges nothing. */

#include "schedule-fixture.h"

#include <stdio.h>

#define WIDTH    1280
#define HEIGHT   800
#define SESSIONS 60
#define ROUNDS   60
#define FRAME_MS 16.7

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
draw_week (const FramSchedulePicture *picture, cairo_t *cr)
{
  FramScheduleRoom room = { WIDTH, HEIGHT, 1, FALSE, FALSE };
  g_autoptr (FramScheduleLayout) layout = fram_schedule_layout_new (picture, &room);
  FramSchedulePalette palette;

  fram_schedule_palette_init (&palette, FRAM_LOOK_LIGHT, TRUE);
  fram_schedule_draw (layout, &palette, cr);
}

static double
measure (const FramSchedulePicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  gint64 begin = g_get_monotonic_time ();
  double ms;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (picture != NULL)
    draw_week (picture, cr);
  cairo_surface_flush (surface);
  ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ms;
}

static double
middle (const FramSchedulePicture *picture, double *best, double *worst)
{
  double costs[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    costs[i] = measure (picture);
  qsort (costs, ROUNDS, sizeof (double), compare);
  *best = costs[0];
  *worst = costs[ROUNDS - 1];
  return costs[ROUNDS / 2];
}

int
main (void)
{
  g_autoptr (FramSchedulePicture) week = schedule_crowd (SESSIONS, 7);
  double first, empty, full, best, worst;

  fram_locale_init ();
  first = measure (week);
  empty = middle (NULL, &best, &worst);
  full = middle (week, &best, &worst);
  printf ("week of %d sessions, %d × %d: the first time %.2f ms (fonts are loaded), then %.2f ms, %.2f to %.2f ms; an "
          "empty "
          "surface %.2f ms; a frame has %.1f ms\n",
          SESSIONS, WIDTH, HEIGHT, first, full, best, worst, empty, FRAME_MS);
  printf ("ratio to a frame: %.2f\n", full / FRAME_MS);
  return 0;
}
