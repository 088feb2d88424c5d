/* A progression of three years at 1280 × 800: 11 questions, two sides, 36 talks, 150 weeks, 60 moments: laying it out,
 * drawing it, and filling the same surface in the same run. Prints figures; judges nothing. */

#include "progression-fixture.h"

#include <stdio.h>

#define WIDTH  1280
#define HEIGHT 800
#define RUNS   100
#define FRAME  8.0

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
print_times (const char *kind, const char *what, GArray *times)
{
  double median;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  printf ("%-8s %-28s median %8.3f ms   99 %% %8.3f ms   least %8.3f ms   (%u)\n", kind, what, median,
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

static void
fill (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
}

/* The width changes from run to run, as when a window is made larger. */
static void
measure (const FramProgression *progression, FramProgressionKind kind, double height, cairo_surface_t *image)
{
  g_autoptr (GArray) laid = g_array_new (FALSE, FALSE, sizeof (double)),
                     drawn = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) filled = g_array_new (FALSE, FALSE, sizeof (double));
  const char *code = fram_progression_kind_get_code (kind);
  cairo_t *cr = cairo_create (image);
  FramProgressionPalette palette;
  double all, empty;

  fram_progression_palette_init (&palette, FRAM_LOOK_LIGHT, TRUE);
  for (guint run = 0; run < RUNS; run++)
    {
      FramProgressionLayout *layout;
      FramProgressionView view;
      gint64 begin;

      fram_progression_view_init (&view, kind, WIDTH - run % 20);
      view.height = height;
      begin = g_get_monotonic_time ();
      layout = fram_progression_layout_new (progression, &view);
      add_time (laid, begin);
      begin = g_get_monotonic_time ();
      fram_progression_draw (layout, &palette, cr);
      cairo_surface_flush (image);
      add_time (drawn, begin);
      fram_progression_layout_free (layout);
      begin = g_get_monotonic_time ();
      fill (cr);
      cairo_surface_flush (image);
      add_time (filled, begin);
    }
  all = print_times (code, height > 0 ? "laid out, filling the view" : "laid out", laid);
  all += print_times (code, "drawn", drawn);
  empty = print_times (code, "the same surface filled", filled);
  printf ("%-8s laid out and drawn %.2f ms, %s %.0f ms; drawn / filled %.1f\n", code, all,
          all <= FRAME ? "within" : "beyond", FRAME, all / empty);
  cairo_destroy (cr);
}

int
main (int argc, char **argv)
{
  g_autoptr (FramProgression) progression = progression_dense (1);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);

  for (int kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    measure (progression, (FramProgressionKind)kind, 0, image);
  measure (progression, FRAM_PROGRESSION_PANELS, HEIGHT, image);
  cairo_surface_destroy (image);
  return 0;
}
