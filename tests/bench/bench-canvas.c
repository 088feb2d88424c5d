/* A participant's timeline of three years in the window: until it stands there, and what each frame costs while it is
 * panned, zoomed and pointed at, beside a frame in which nothing but an empty window is drawn anew. Prints figures and
 * ratios; judges nothing. Needs a screen. */

#include "fram-locale.h"
#include "fram-timeline-canvas-private.h"

#include <math.h>
#include <stdio.h>

#define DAYS     1096
#define MARKS    600
#define EVENTS   150
#define FRAMES   120
#define FRAME_MS 16.7

typedef struct
{
  GtkWidget *window;
  GtkWidget *shown; /* what is drawn anew */
  FramTimelineCanvas *canvas;
  GtkAdjustment *sideways;
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

/* Returns the median of what a frame costs. */
static double
run (Bench *bench, const char *what, Step step, double empty)
{
  double median, p99;

  bench->costs = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < FRAMES; i++)
    {
      step (bench, i);
      wait_frame (bench);
    }
  g_array_sort (bench->costs, compare);
  median = g_array_index (bench->costs, double, bench->costs->len / 2);
  p99 = g_array_index (bench->costs, double, bench->costs->len * 99 / 100);
  printf ("%-44s median %6.2f ms   99 %% %6.2f ms   %4.1f × an empty frame   99 %% %s 60 frames a second\n", what,
          median, p99, empty > 0 ? median / empty : 1.0, p99 <= FRAME_MS ? "within" : "beyond");
  g_clear_pointer (&bench->costs, g_array_unref);
  return median;
}

static void
redraw (Bench *bench, guint frame)
{
  gtk_widget_queue_draw (bench->shown);
}

static void
pan (Bench *bench, guint frame)
{
  gtk_adjustment_set_value (bench->sideways,
                            gtk_adjustment_get_value (bench->sideways) + (frame < FRAMES / 2 ? 17 : -17));
}

static void
zoom (Bench *bench, guint frame)
{
  fram_timeline_canvas_zoom_at (bench->canvas, frame < FRAMES / 2 ? 1.05 : 1 / 1.05, 600);
}

static void
point (Bench *bench, guint frame)
{
  bench->canvas->pointer[0] = 200 + frame * 5;
  bench->canvas->pointer[1] = 200;
  gtk_widget_queue_draw (GTK_WIDGET (bench->canvas));
}

static void
step_keyboard (Bench *bench, guint frame)
{
  fram_timeline_canvas_move_to (bench->canvas,
                                fram_timeline_stops_along (fram_timeline_canvas_get_stops (bench->canvas),
                                                           fram_timeline_canvas_get_stop (bench->canvas), 1));
}

static void
add_bars (FramTimeline *timeline, FramLane lane, guint n, const char *const *rows, guint n_rows)
{
  for (guint i = 0; i < n; i++)
    {
      FramDate from = timeline->from + (FramDate)(i * DAYS / n);
      FramTimelineItem *item = fram_timeline_add (timeline, lane, "bar", from, from + (FramDate)(DAYS / n * 2));

      item->ordinal = i % n_rows;
      item->row = g_strdup (rows[item->ordinal]);
      item->label = g_strdup_printf ("%s %u", item->row, i);
      item->text = g_strdup_printf ("%s, part %u of the way", item->row, i);
      item->weekly_minutes = 60 * (4 + (int)(i % 5) * 4);
    }
}

static void
add_events (FramTimeline *timeline)
{
  for (guint i = 0; i < EVENTS; i++)
    {
      FramDate day = timeline->from + (FramDate)(i * DAYS / EVENTS);
      FramTimelineItem *item = fram_timeline_add (timeline, FRAM_LANE_MEETINGS, "uppfoljning", day, day);

      item->label = g_strdup ("Follow-up");
      item->text = g_strdup_printf ("Follow-up %u", i);
      item->shape = (FramMeetingShape)(i % 3);
      item->state = day > timeline->today ? FRAM_ITEM_PLANNED : FRAM_ITEM_DONE;
    }
}

static void
add_marks (FramTimeline *timeline)
{
  for (guint i = 0; i < MARKS; i++)
    {
      FramTimelineDay day = { .day = timeline->from + (FramDate)(i * DAYS / MARKS),
                              .status = "present",
                              .shape = i % 6 == 0 ? FRAM_SHAPE_PLUS : FRAM_SHAPE_DISC,
                              .letter = "S",
                              .sessions = 1,
                              .attended = 1 };

      g_array_append_val (timeline->days, day);
    }
}

static FramTimeline *
make_timeline (void)
{
  static const char *const workshops[] = { "Woodwork", "Kitchen & Bakery", "Garden" };
  static const char *const groups[] = { "ReDO", "Labour market" };
  static const char *const kinds[] = { "Job", "Competence", "Health", "Social" };
  FramTimeline *timeline = fram_timeline_new ();

  timeline->title = g_strdup ("Somebody");
  timeline->from = timeline->enrolled = fram_date_parse ("2024-01-01");
  timeline->to = timeline->from + DAYS;
  timeline->today = timeline->from + DAYS * 3 / 4;
  timeline->target = timeline->to - 30;
  timeline->lanes = (1u << FRAM_N_LANES) - 1;
  add_bars (timeline, FRAM_LANE_WORKSHOPS, 18, workshops, G_N_ELEMENTS (workshops));
  add_bars (timeline, FRAM_LANE_GROUPS, 8, groups, G_N_ELEMENTS (groups));
  add_bars (timeline, FRAM_LANE_SUPPORT, 8, kinds, G_N_ELEMENTS (kinds));
  add_events (timeline);
  add_marks (timeline);
  for (FramDate day = timeline->from + 100; day < timeline->today; day += 180)
    {
      FramGap gap = { FRAM_GAP_BETWEEN, day, day + 21, 21, 0 };

      g_array_append_val (timeline->gaps, gap);
    }
  return timeline;
}

static void
open_window (Bench *bench, GtkWidget *child, int width, int height)
{
  bench->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (bench->window), child);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), width, height);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "before-paint", G_CALLBACK (on_before_paint_cb), bench);
  g_signal_connect (gtk_widget_get_frame_clock (bench->window), "after-paint", G_CALLBACK (on_after_paint_cb), bench);
  wait_frame (bench);
  wait_frame (bench);
}

/* Another grey each time, so that every pixel is new. */
static void
draw_empty (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  static guint frame;
  double grey = frame++ % 2 ? 1 : 0.98;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_paint (cr);
}

static double
measure_empty (int width, int height)
{
  Bench bench = { 0 };
  double median;

  bench.shown = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (bench.shown), draw_empty, NULL, NULL);
  open_window (&bench, bench.shown, width, height);
  median = run (&bench, "an empty window drawn anew", redraw, 0);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return median;
}

/* What is read already stands on the screen after so long. */
static void
measure_opening (Bench *bench, const FramTimeline *timeline, const char *what)
{
  gint64 begin;

  fram_timeline_canvas_set_timeline (bench->canvas, NULL, NULL, FALSE);
  wait_frame (bench);
  begin = g_get_monotonic_time ();
  fram_timeline_canvas_set_timeline (bench->canvas, timeline, NULL, FALSE);
  bench->costs = g_array_new (FALSE, FALSE, sizeof (double));
  wait_frame (bench);
  printf ("%-44s %.2f ms, of it %.2f ms in the frame and %.2f ms for the drawing (a frame is %.1f ms)\n", what,
          (double)(g_get_monotonic_time () - begin) / 1000.0,
          g_array_index (bench->costs, double, bench->costs->len - 1), bench->canvas->cost, FRAME_MS);
  g_clear_pointer (&bench->costs, g_array_unref);
}

static void
measure (const FramTimeline *timeline, int width, int height)
{
  double empty = measure_empty (width, height);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Bench bench = { 0 };

  bench.shown = fram_timeline_canvas_new ();
  bench.canvas = FRAM_TIMELINE_CANVAS (bench.shown);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bench.shown);
  open_window (&bench, scroller, width, height);
  measure_opening (&bench, timeline, "from what is read to the screen, the first");
  measure_opening (&bench, timeline, "from what is read to the screen, another");
  bench.sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  run (&bench, "pointing: what is laid over is drawn anew", point, empty);
  run (&bench, "zooming", zoom, empty);
  fram_timeline_canvas_set_span (bench.canvas, timeline->from, timeline->from + 365);
  run (&bench, "panning a year in view", pan, empty);
  fram_timeline_canvas_set_span (bench.canvas, timeline->from, timeline->from + 60);
  run (&bench, "panning two months in view", pan, empty);
  gtk_widget_grab_focus (bench.shown);
  run (&bench, "from item to item with the keyboard", step_keyboard, empty);
  fram_timeline_canvas_set_timeline (bench.canvas, NULL, NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (bench.window));
}

int
main (int argc, char **argv)
{
  g_autoptr (FramTimeline) timeline = NULL;

  fram_locale_init ();
  gtk_init ();
  adw_init ();
  timeline = make_timeline ();
  printf ("%d days, %d with marks, %d events, %u items\n", DAYS, MARKS, EVENTS, timeline->items->len);
  measure (timeline, 1280, 800);
  measure (timeline, 360, 720);
  return 0;
}
