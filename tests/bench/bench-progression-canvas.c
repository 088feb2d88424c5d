/* A participant's progression of three years in the window: until it stands there, and what each frame costs while the
 * pointer and the keyboard move over it and it is scrolled, beside a frame in which nothing but an empty window is drawn
 * anew. Prints figures and ratios; judges nothing. Needs a screen. */

#include "fram-locale.h"
#include "fram-progression-canvas-private.h"

#include "../draw/progression-fixture.h"

#include <stdio.h>

#define FRAMES   60
#define FRAME_MS 16.7
#define AIM_MS   8.0

typedef struct
{
  GtkWidget *window;
  GtkWidget *shown; /* what is drawn anew */
  FramProgressionCanvas *canvas;
  GtkAdjustment *down;
  FramProgression *progression;
  GArray *costs;
  gint64 begin;
  guint frames;
} Bench;

typedef void (*Step) (Bench *bench, guint frame);

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
on_before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begin = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double ms = (double)(g_get_monotonic_time () - bench->begin) / 1000.0;

  bench->frames++;
  if (bench->costs != NULL)
    g_array_append_val (bench->costs, ms);
}

static void
wait_frame (Bench *bench)
{
  guint frames = bench->frames;

  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (bench->window), GDK_FRAME_CLOCK_PHASE_PAINT);
  while (bench->frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

static double
print_costs (const char *what, GArray *costs, double empty, double aim)
{
  double median, p99;

  g_array_sort (costs, compare);
  median = g_array_index (costs, double, costs->len / 2);
  p99 = g_array_index (costs, double, costs->len * 99 / 100);
  printf ("%-44s median %6.2f ms   99 %% %6.2f ms   %5.1f x an empty frame   median %s %.1f ms\n", what, median, p99,
          empty > 0 ? median / empty : 1.0, median <= aim ? "within" : "beyond", aim);
  return median;
}

/* Returns the median of what a frame costs. */
static double
run (Bench *bench, const char *what, Step step, double empty)
{
  double median;

  bench->costs = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < FRAMES; i++)
    {
      step (bench, i);
      wait_frame (bench);
    }
  median = print_costs (what, bench->costs, empty, FRAME_MS);
  g_clear_pointer (&bench->costs, g_array_unref);
  return median;
}

static void
redraw (Bench *bench, guint frame)
{
  gtk_widget_queue_draw (bench->shown);
}

static void
point (Bench *bench, guint frame)
{
  bench->canvas->hover = (int)frame * 3;
  gtk_widget_queue_draw (GTK_WIDGET (bench->canvas));
}

static void
step_keyboard (Bench *bench, guint frame)
{
  fram_progression_canvas_move_to (bench->canvas, (int)frame * 5);
}

static void
scroll (Bench *bench, guint frame)
{
  gtk_adjustment_set_value (bench->down, frame * 7);
}

/* Laid out and drawn from nothing, as when the data has come. */
static void
run_shown (Bench *bench)
{
  g_autoptr (GArray) laid = g_array_new (FALSE, FALSE, sizeof (double)),
                     drawn = g_array_new (FALSE, FALSE, sizeof (double)),
                     both = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < FRAMES; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      double ms, all;

      fram_progression_canvas_set_progression (bench->canvas, bench->progression, FALSE);
      fram_progression_canvas_ensure_layout (bench->canvas);
      all = ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
      g_array_append_val (laid, ms);
      begin = g_get_monotonic_time ();
      fram_progression_canvas_draw (bench->canvas, snapshot);
      ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
      g_array_append_val (drawn, ms);
      all += ms;
      g_array_append_val (both, all);
      g_object_unref (snapshot);
    }
  print_costs ("data taken and laid out", laid, 0, AIM_MS);
  print_costs ("drawn whole", drawn, 0, AIM_MS);
  print_costs ("both", both, 0, AIM_MS);
}

static void
open_window (Bench *bench)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *empty = gtk_drawing_area_new ();
  GdkFrameClock *clock;
  double nothing;

  bench->window = adw_window_new ();
  bench->shown = empty;
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (bench->window), empty);
  gtk_window_present (GTK_WINDOW (bench->window));
  while (!gtk_widget_get_mapped (bench->window))
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), bench);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), bench);
  nothing = run (bench, "an empty window", redraw, 0);
  bench->canvas = FRAM_PROGRESSION_CANVAS (fram_progression_canvas_new ());
  fram_progression_canvas_set_progression (bench->canvas, bench->progression, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (bench->canvas));
  bench->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  adw_window_set_content (ADW_WINDOW (bench->window), scroller);
  wait_frame (bench);
  wait_frame (bench);
  run_shown (bench);
  gtk_widget_queue_resize (GTK_WIDGET (bench->canvas));
  wait_frame (bench);
  run (bench, "frame: the pointer moves", point, nothing);
  run (bench, "frame: the keyboard moves", step_keyboard, nothing);
  run (bench, "frame: scrolled", scroll, nothing);
}

int
main (int argc, char **argv)
{
  Bench bench = { .progression = progression_dense (1) };

  fram_locale_init ();
  gtk_init ();
  adw_init ();
  printf ("%u weeks, %u questions, %u talks, %u moments\n", bench.progression->weeks->len,
          bench.progression->series->len, bench.progression->talks->len, bench.progression->moments->len);
  open_window (&bench);
  fram_progression_canvas_set_progression (bench.canvas, NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  fram_progression_free (bench.progression);
  return 0;
}
