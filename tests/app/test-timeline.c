#include "fram-test.h"

#include "fram-desk-case.h"
#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-timeline-canvas-private.h"
#include "fram-timeline-section-private.h"

#include <glib/gstdio.h>
#include <math.h>

/* A participant's timeline in a window: where the keyboard goes and what is said there, zoom and pan, days that are selected
 * and what they add up to, mirrored, in other looks and with large letters, and the section around it on a register. */

#define TODAY "2026-11-12" /* a Thursday */

typedef struct
{
  FramTimeline *timeline;
  GtkWidget *window;
  GtkWidget *scroller;
  FramTimelineCanvas *canvas;
  int activated;
} Fixture;

static gboolean
on_late_cb (gpointer data)
{
  g_error ("waited too long for %s", (char *)data);
  return G_SOURCE_REMOVE;
}

#define wait_until(condition)                                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint late_ = g_timeout_add_seconds (20, on_late_cb, (gpointer) #condition);                                       \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (late_);                                                                                           \
  }                                                                                                                    \
  G_STMT_END

static void
on_painted_cb (GdkFrameClock *clock, gpointer data)
{
  ++*(guint *)data;
}

/* Until what is shown has been drawn. */
static void
wait_frames (GtkWidget *window, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint painted = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted_cb), &painted);

  while (painted < n)
    {
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static FramTimelineItem *
add (FramTimeline *timeline, FramLane lane, const char *text, const char *from, const char *to)
{
  FramTimelineItem *item = fram_timeline_add (timeline, lane, "kind", fram_test_date (from),
                                              to != NULL ? fram_test_date (to) : FRAM_DATE_NONE);
  static guint8 count;

  item->text = g_strdup (text);
  item->label = g_strdup (text);
  item->entity = FRAM_ENTITY_PLACEMENT;
  item->id.bytes[15] = ++count;
  item->id.bytes[0] = 1;
  return item;
}

/* Tuesdays and Thursdays of October: three hours planned each, attended on all but the 13th. */
static void
add_days (FramTimeline *timeline)
{
  for (FramDate date = fram_test_date ("2026-10-01"); date <= fram_test_date ("2026-10-31"); date++)
    {
      gboolean came = date != fram_test_date ("2026-10-13");
      FramTimelineDay day = { .day = date, .status = came ? "present" : "sick", .planned_minutes = 180, .sessions = 1 };

      if (fram_date_get_weekday (date) != 2 && fram_date_get_weekday (date) != 4)
        continue;
      day.attended = came;
      day.attended_minutes = came ? 180 : 0;
      day.shape = came ? FRAM_SHAPE_DISC : FRAM_SHAPE_PLUS;
      day.counts = came ? FRAM_COUNTS_PRESENT : FRAM_COUNTS_ABSENT;
      g_strlcpy (day.letter, came ? "P" : "S", sizeof day.letter);
      g_array_append_val (timeline->days, day);
    }
}

static FramTimeline *
make_timeline (void)
{
  FramTimeline *timeline = fram_timeline_new ();
  FramGap gap = {
    .kind = FRAM_GAP_BETWEEN, .last = fram_test_date ("2026-09-11"), .next = fram_test_date ("2026-10-01"), .days = 20
  };
  FramTimelineItem *item;

  timeline->title = g_strdup ("Amina Hassan");
  timeline->summary = g_strdup ("Amina Hassan is in participation since 14 September 2026.");
  timeline->case_no = g_strdup ("F2026-0417");
  timeline->today = fram_test_date (TODAY);
  timeline->from = fram_test_date ("2026-08-24");
  timeline->to = fram_test_date ("2027-03-05");
  timeline->enrolled = fram_test_date ("2026-08-31");
  timeline->target = fram_test_date ("2027-02-26");
  timeline->lanes = (1u << FRAM_N_LANES) - 1;
  add (timeline, FRAM_LANE_PHASES, "Introduction", "2026-08-31", "2026-09-13");
  add (timeline, FRAM_LANE_PHASES, "Participation", "2026-09-14", "2027-02-26");
  item = add (timeline, FRAM_LANE_WORKSHOPS, "Woodwork, 6 h a week", "2026-10-01", "2026-10-31");
  item->row = g_strdup ("Woodwork");
  item->weekly_minutes = 360;
  item = add (timeline, FRAM_LANE_WORKSHOPS, "Woodwork, 12 h a week", "2026-11-01", NULL);
  item->row = g_strdup ("Woodwork");
  item->weekly_minutes = 720;
  item->editable = TRUE;
  add (timeline, FRAM_LANE_MEETINGS, "Talk on 1 September", "2026-09-01", "2026-09-01");
  add (timeline, FRAM_LANE_MEETINGS, "Three-party meeting on 17 November", "2026-11-17", "2026-11-17")->state =
      FRAM_ITEM_PLANNED;
  add (timeline, FRAM_LANE_MEETINGS, "Follow-up on 1 February", "2027-02-01", "2027-02-01")->state = FRAM_ITEM_PLANNED;
  g_array_append_val (timeline->gaps, gap);
  add_days (timeline);
  return timeline;
}

static void
on_activated_cb (Fixture *f, int stop)
{
  f->activated = stop;
}

static void
open_window (Fixture *f, int width, int height)
{
  f->window = adw_window_new ();
  f->canvas = FRAM_TIMELINE_CANVAS (fram_timeline_canvas_new ());
  f->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (f->scroller), GTK_WIDGET (f->canvas));
  adw_window_set_content (ADW_WINDOW (f->window), f->scroller);
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  g_signal_connect_swapped (f->canvas, "activated", G_CALLBACK (on_activated_cb), f);
  fram_timeline_canvas_set_timeline (f->canvas, f->timeline, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (f->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (f->canvas)) > 0);
  wait_frames (f->window, 2);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->timeline = make_timeline ();
  f->activated = -1;
  open_window (f, 1000, 600);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fram_timeline_canvas_set_timeline (f->canvas, NULL, NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (f->window));
  fram_timeline_free (f->timeline);
}

static gpointer
find_controller (gpointer widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (one), type))
        return one;
    }
  return NULL;
}

static gboolean
press (Fixture *f, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (f->canvas, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0u, state,
                         &handled);
  return handled;
}

/* What whoever listens is told of what has the keyboard. */
static char *
spoken (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  g_assert_nonnull (focus);
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "\n");
}

static void
assert_spoken (Fixture *f, const char *expected)
{
  g_autofree char *said = spoken (f->window);

  /* what is compared with comes in quotation marks or not, as GTK likes */
  if (strstr (said, expected) == NULL)
    g_error ("said is “%s”, not “%s”", said, expected);
}

static double
days_in_view (Fixture *f)
{
  double from, to;

  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  return to - from;
}

static void
test_keyboard (Fixture *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  assert_spoken (f, "Phases. Participation");
  press (f, GDK_KEY_Left, 0);
  assert_spoken (f, "Introduction");
  press (f, GDK_KEY_Right, 0);
  press (f, GDK_KEY_Right, 0);
  assert_spoken (f, "Participation"); /* the last one stays */
  press (f, GDK_KEY_Down, 0);
  assert_spoken (f, "Gaps. Gap of 20 days");
  press (f, GDK_KEY_Down, 0);
  assert_spoken (f, "Attendance. Thursday 1 October 2026: P, 3 h of 3 h");
  press (f, GDK_KEY_End, 0);
  assert_spoken (f, "Thursday 29 October 2026");
  press (f, GDK_KEY_Down, 0);
  assert_spoken (f, "Workshops. Woodwork, 6 h a week");
  press (f, GDK_KEY_Right, 0);
  press (f, GDK_KEY_Down, 0);
  assert_spoken (f, "Meetings and talks. Three-party meeting on 17 November");
  press (f, GDK_KEY_Home, 0);
  assert_spoken (f, "Talk on 1 September");
  press (f, GDK_KEY_Up, 0);
  assert_spoken (f, "Workshops. Woodwork, 6 h a week");
}

/* One stop of the tabulator: out of it again with one more. */
static void
test_tabulator (Fixture *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->canvas), GTK_DIR_TAB_FORWARD));
  g_assert_true (fram_timeline_canvas_has_keyboard (f->canvas));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->canvas), GTK_DIR_TAB_FORWARD));
}

static void
test_described (Fixture *f, gconstpointer data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline of Amina Hassan");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       f->timeline->summary);
}

static void
test_activates (Fixture *f, gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Return, 0);
  g_assert_cmpint (f->activated, ==, fram_timeline_stops_find (f->canvas->stops, FRAM_STOP_GAP, 0));
}

static void
test_zoom (Fixture *f, gconstpointer data)
{
  double all = days_in_view (f);

  g_assert_true (fram_timeline_canvas_fits (f->canvas));
  g_assert_cmpfloat (all, ==, f->timeline->to + 1 - f->timeline->from);
  press (f, GDK_KEY_plus, 0);
  g_assert_cmpfloat_with_epsilon (days_in_view (f), all / FRAM_TIMELINE_ZOOM_STEP, 0.01);
  g_assert_false (fram_timeline_canvas_fits (f->canvas));
  press (f, GDK_KEY_minus, 0);
  press (f, GDK_KEY_minus, 0);
  g_assert_cmpfloat_with_epsilon (days_in_view (f), all, 0.01);
  for (int i = 0; i < 20; i++)
    press (f, GDK_KEY_KP_Add, 0);
  g_assert_cmpfloat_with_epsilon (days_in_view (f), FRAM_TIMELINE_LEAST_DAYS, 0.01);
  g_assert_false (fram_timeline_canvas_can_zoom_in (f->canvas));
  press (f, GDK_KEY_0, 0);
  g_assert_true (fram_timeline_canvas_fits (f->canvas));
}

/* The day under the pointer stays under it. */
static void
test_zoom_at_pointer (Fixture *f, gconstpointer data)
{
  double x;

  fram_timeline_canvas_fit (f->canvas);
  x = fram_timeline_canvas_x_of (f->canvas, fram_test_date ("2026-11-17") + 0.5);
  fram_timeline_canvas_zoom_at (f->canvas, 2, x);
  g_assert_cmpfloat_with_epsilon (fram_timeline_canvas_day_at (f->canvas, x), fram_test_date ("2026-11-17") + 0.5,
                                  0.02);
  fram_timeline_canvas_zoom_at (f->canvas, 3, x);
  g_assert_cmpfloat_with_epsilon (fram_timeline_canvas_day_at (f->canvas, x), fram_test_date ("2026-11-17") + 0.5,
                                  0.02);
}

static void
test_pan (Fixture *f, gconstpointer data)
{
  double from, to, before;

  fram_timeline_canvas_zoom (f->canvas, 4);
  fram_timeline_canvas_go_to_day (f->canvas, f->timeline->today);
  fram_timeline_canvas_get_span (f->canvas, &before, &to);
  g_assert_cmpfloat_with_epsilon ((before + to) / 2, f->timeline->today + 0.5, 0.01);
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  press (f, GDK_KEY_Right, GDK_CONTROL_MASK);
  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  g_assert_cmpfloat (from, >, before);
  press (f, GDK_KEY_End, GDK_CONTROL_MASK);
  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  g_assert_cmpfloat (to, ==, f->timeline->to + 1);
  press (f, GDK_KEY_Home, GDK_CONTROL_MASK);
  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  g_assert_cmpfloat (from, ==, f->timeline->from);
}

/* The scroll bar and the view tell the same. */
static void
test_scroll_bar (Fixture *f, gconstpointer data)
{
  GtkAdjustment *sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (f->scroller));
  double from, to;

  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (sideways), gtk_adjustment_get_page_size (sideways), 0.5);
  fram_timeline_canvas_zoom (f->canvas, 4);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (sideways), 4 * gtk_adjustment_get_page_size (sideways), 1);
  gtk_adjustment_set_value (sideways, 0);
  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  g_assert_cmpfloat_with_epsilon (from, f->timeline->from, 0.01);
  gtk_adjustment_set_value (sideways, gtk_adjustment_get_upper (sideways));
  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  g_assert_cmpfloat_with_epsilon (to, f->timeline->to + 1, 0.1);
}

static void
test_comes_into_view (Fixture *f, gconstpointer data)
{
  GdkRectangle bounds;
  int last;

  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  for (int i = 0; i < 20; i++)
    press (f, GDK_KEY_plus, 0);
  last = fram_timeline_stops_find (f->canvas->stops, FRAM_STOP_ITEM, 6);
  g_assert_false (fram_timeline_canvas_get_bounds (f->canvas, last, &bounds));
  fram_timeline_canvas_move_to (f->canvas, last);
  assert_spoken (f, "Follow-up on 1 February");
  g_assert_true (fram_timeline_canvas_get_bounds (f->canvas, last, &bounds));
  g_assert_cmpint (bounds.x + bounds.width, <=, gtk_widget_get_width (GTK_WIDGET (f->canvas)));
}

/* The second week of October and the days around it: 8 and 13 October, attended and not, and 15 October. */
static void
test_range (Fixture *f, gconstpointer data)
{
  FramTimelineSums sums;
  g_autofree char *words = NULL, *table = NULL;
  FramDate from, to;

  g_assert_false (fram_timeline_canvas_get_range (f->canvas, &from, &to));
  fram_timeline_canvas_move_to (f->canvas, fram_timeline_stops_find (f->canvas->stops, FRAM_STOP_DAY, 2));
  assert_spoken (f, "Thursday 8 October 2026");
  for (int i = 0; i < 7; i++)
    press (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_assert_true (fram_timeline_canvas_get_range (f->canvas, &from, &to));
  fram_assert_date (from, "2026-10-08");
  fram_assert_date (to, "2026-10-15");
  sums = fram_timeline_sum (f->timeline, from, to);
  g_assert_cmpint (sums.days, ==, 8);
  g_assert_cmpint (sums.working_days, ==, 6);
  g_assert_cmpint (sums.sessions, ==, 3);
  g_assert_cmpint (sums.attended, ==, 2);
  g_assert_cmpint (sums.planned_minutes, ==, 9 * 60);
  g_assert_cmpint (sums.attended_minutes, ==, 6 * 60);
  words = fram_timeline_sums_to_words (&sums);
  g_assert_cmpstr (words, ==,
                   "8–15 October 2026: 8 days, 6 working days, 3 sessions, 2 attended; 9 h planned, 6 h attended");
  table = fram_timeline_sums_to_table (&sums);
  g_assert_true (g_str_has_prefix (table, "From\tTo\tDays\t"));
  g_assert_nonnull (strstr (table, "2026-10-08\t2026-10-15\t8\t6\t3\t2\t"));
  g_assert_true (press (f, GDK_KEY_Escape, 0));
  g_assert_false (fram_timeline_canvas_get_range (f->canvas, &from, &to));
  g_assert_false (press (f, GDK_KEY_Escape, 0));
}

/* Over a turn of the year, with its holidays: 28 to 30 December and 4, 5 January are worked. */
static void
test_range_of_holidays (void)
{
  g_autoptr (FramTimeline) timeline = make_timeline ();
  FramTimelineSums sums = fram_timeline_sum (timeline, fram_test_date ("2027-01-06"), fram_test_date ("2026-12-28"));

  fram_assert_date (sums.from, "2026-12-28");
  g_assert_cmpint (sums.days, ==, 10);
  g_assert_cmpint (sums.working_days, ==, 5);
  g_assert_cmpint (sums.sessions, ==, 0);
}

static void
drag (Fixture *f, double x, double y, double dx, double dy)
{
  gpointer gesture = find_controller (f->canvas, GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (gesture, "drag-update", dx, dy);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

static void
test_drag_selects (Fixture *f, gconstpointer data)
{
  double x = fram_timeline_canvas_x_of (f->canvas, fram_test_date ("2026-10-05") + 0.5);
  double end = fram_timeline_canvas_x_of (f->canvas, fram_test_date ("2026-10-18") + 0.5);
  FramDate from, to;

  fram_timeline_canvas_set_selecting (f->canvas, TRUE);
  drag (f, end, 100, x - end, 0); /* backwards too */
  g_assert_true (fram_timeline_canvas_get_range (f->canvas, &from, &to));
  fram_assert_date (from, "2026-10-05");
  fram_assert_date (to, "2026-10-18");
  g_assert_true (fram_timeline_canvas_fits (f->canvas));
}

static void
test_drag_pans (Fixture *f, gconstpointer data)
{
  double day, x = 500;

  fram_timeline_canvas_zoom (f->canvas, 4);
  day = fram_timeline_canvas_day_at (f->canvas, x);
  drag (f, x, 100, 120, 0);
  g_assert_cmpfloat_with_epsilon (fram_timeline_canvas_day_at (f->canvas, x + 120), day, 0.05);
}

static void
test_pointing (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < fram_timeline_stops_get_n (f->canvas->stops); i++)
    {
      const FramTimelineStop *stop = fram_timeline_stops_get (f->canvas->stops, (int)i);
      FramTimelineRect rect;

      g_assert_true (fram_timeline_canvas_get_rect (f->canvas, (int)i, &rect));
      /* a gap is pointed at where nothing is in front of it */
      if (stop->kind == FRAM_STOP_GAP)
        rect.height = 2 * (fram_timeline_canvas_get_plot (f->canvas).y + 42 - rect.y);
      g_assert_cmpint (fram_timeline_canvas_hit (f->canvas, rect.x + rect.width / 2, rect.y + rect.height / 2, 0), ==,
                       (int)i);
    }
  g_assert_cmpint (fram_timeline_canvas_hit (f->canvas, 5, 100, 0), ==, -1);
}

static void
test_right_to_left (Fixture *f, gconstpointer data)
{
  double earlier, later;

  gtk_widget_set_direction (GTK_WIDGET (f->canvas), GTK_TEXT_DIR_RTL);
  wait_frames (f->window, 2);
  earlier = fram_timeline_canvas_x_of (f->canvas, fram_test_date ("2026-09-01"));
  later = fram_timeline_canvas_x_of (f->canvas, fram_test_date ("2026-12-01"));
  g_assert_cmpfloat (later, <, earlier);
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  press (f, GDK_KEY_Right, 0);
  assert_spoken (f, "Introduction");
  press (f, GDK_KEY_Left, 0);
  assert_spoken (f, "Participation");
  test_drag_pans (f, NULL);
  test_zoom_at_pointer (f, NULL);
}

static double
lightness (Fixture *f)
{
  return f->canvas->palette.ground.red + f->canvas->palette.ground.green + f->canvas->palette.ground.blue;
}

static void
test_looks (Fixture *f, gconstpointer data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GskRenderNode) light = NULL;

  g_assert_nonnull (f->canvas->picture);
  light = gsk_render_node_ref (f->canvas->picture);
  g_assert_cmpfloat (lightness (f), >, 2.5);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  wait_frames (f->window, 2);
  g_assert_cmpfloat (lightness (f), <, 1);
  g_assert_true (f->canvas->picture != light);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
  wait_frames (f->window, 2);
  g_assert_cmpfloat (lightness (f), >, 2.5);
}

/* What moves over the drawing does not draw it anew. */
static void
test_kept_picture (Fixture *f, gconstpointer data)
{
  g_autoptr (GskRenderNode) picture = NULL;

  picture = gsk_render_node_ref (f->canvas->picture);
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  press (f, GDK_KEY_Down, 0);
  press (f, GDK_KEY_Right, GDK_SHIFT_MASK);
  g_signal_emit_by_name (find_controller (f->canvas, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", 500.0, 100.0);
  wait_frames (f->window, 3);
  g_assert_true (f->canvas->picture == picture);
  press (f, GDK_KEY_plus, 0);
  wait_frames (f->window, 3);
  g_assert_true (f->canvas->picture != picture);
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(96 * 1024 * scale), NULL);
}

static void
test_large_text (Fixture *f, gconstpointer data)
{
  double height = fram_timeline_layout_get_view (f->canvas->layout)->height;

  set_text_scale (2);
  wait_frames (f->window, 3);
  g_assert_cmpfloat (fram_timeline_layout_get_view (f->canvas->layout)->text_scale, ==, 2);
  g_assert_cmpfloat (fram_timeline_layout_get_view (f->canvas->layout)->height, >, height);
  set_text_scale (1);
  wait_frames (f->window, 3);
}

/* After a change the same thing has the keyboard and the same time is in view. */
static void
test_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (FramTimeline) again = make_timeline ();
  double from, to, from_after, to_after;
  FramTimelineItem *item;

  for (guint i = 0; i < again->items->len; i++)
    ((FramTimelineItem *)again->items->pdata[i])->id = ((FramTimelineItem *)f->timeline->items->pdata[i])->id;
  item = add (again, FRAM_LANE_MEETINGS, "Talk on 20 October", "2026-10-20", "2026-10-20");
  g_assert_nonnull (item);
  fram_timeline_canvas_move_to (f->canvas, fram_timeline_stops_find (f->canvas->stops, FRAM_STOP_ITEM, 5));
  fram_timeline_canvas_zoom (f->canvas, 3);
  fram_timeline_canvas_get_span (f->canvas, &from, &to);
  fram_timeline_canvas_set_timeline (f->canvas, again, NULL, TRUE);
  fram_timeline_canvas_get_span (f->canvas, &from_after, &to_after);
  g_assert_cmpfloat_with_epsilon (from, from_after, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, to_after, 1e-6);
  assert_spoken (f, "Three-party meeting on 17 November");
  press (f, GDK_KEY_Left, 0);
  assert_spoken (f, "Talk on 20 October");
  fram_timeline_canvas_set_timeline (f->canvas, f->timeline, NULL, FALSE);
}

static void
test_as_list (Fixture *f, gconstpointer data)
{
  FramTimelineList *list = FRAM_TIMELINE_LIST (g_object_ref_sink (fram_timeline_list_new ()));
  static const char *const expected[] = { "Introduction",
                                          "Talk on 1 September",
                                          "Gap of 20 days between planned activities, 11 September – 1 October 2026.",
                                          "Participation",
                                          "8 of 9 sessions attended, 24 h",
                                          "Woodwork, 6 h a week",
                                          "Woodwork, 12 h a week",
                                          "Three-party meeting on 17 November",
                                          "Follow-up on 1 February" };

  fram_timeline_list_set_timeline (list, f->timeline, f->canvas->stops);
  g_assert_cmpuint (fram_timeline_list_get_n (list), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < fram_timeline_list_get_n (list) && !found; j++)
        {
          g_autofree char *text = fram_timeline_list_get_text (list, j);

          found = g_strcmp0 (text, expected[i]) == 0;
        }
      if (!found)
        g_error ("the list does not say “%s”", expected[i]);
    }
  g_object_unref (list);
}

/* --- the section on a register --- */

typedef struct
{
  char *folder;
  FramDesk *desk;
  FramCase *what;
  GtkWidget *window;
  FramTimelineSection *section;
  char *asked; /* what is to be changed */
  char *went;
} Place;

static void
on_edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_free (((Place *)data)->asked);
  ((Place *)data)->asked = g_variant_dup_string (parameter, NULL);
}

static void
on_go_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_free (((Place *)data)->went);
  ((Place *)data)->went = g_variant_dup_string (parameter, NULL);
}

static char *
add_person (FramDesk *desk, const char *family, const char *enrolled)
{
  FramPersonEdit edit = { .given_name = "Amina", .family_name = family, .enrolled = fram_test_date (enrolled) };
  g_autoptr (GError) error = NULL;
  char *case_no = fram_desk_add_person (desk, &edit, &error);

  g_assert_no_error (error);
  return case_no;
}

static void
mark (FramDesk *desk, const char *day, const char *status)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status };
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid activity;

  g_assert_true (fram_desk_find_activity (desk, "snickeri", &activity, &error));
  roster = fram_desk_roster (desk, &activity, fram_test_date (day), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (roster->rows->len, ==, 1);
  fram_roster_free (fram_desk_mark (desk, &activity, fram_test_date (day), 0,
                                    &((FramRosterRow *)roster->rows->pdata[0])->enrolment, 1, &edit, NULL, &error));
  g_assert_no_error (error);
}

static void
show (Place *p, const char *case_no)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCase) old = p->what;

  p->what = fram_desk_case (p->desk, case_no, NULL, &error);
  g_assert_no_error (error);
  fram_section_show (FRAM_SECTION (p->section), p->desk, p->what);
  wait_until (fram_timeline_section_is_idle (p->section));
  wait_frames (p->window, 2);
}

static void
open_section (Place *p)
{
  static const GActionEntry entries[] = { { "edit", on_edit_cb, "s", NULL, NULL, { 0 } },
                                          { "go", on_go_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  p->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), p);
  gtk_widget_insert_action_group (p->window, "participant", G_ACTION_GROUP (actions));
  p->section = FRAM_TIMELINE_SECTION (fram_timeline_section_new ());
  adw_window_set_content (ADW_WINDOW (p->window), GTK_WIDGET (p->section));
  gtk_window_set_default_size (GTK_WINDOW (p->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (p->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (p->section)) > 0);
}

static char *
set_up_place (Place *p)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:00");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *case_no;

  p->folder = g_dir_make_tmp ("framsteg-timeline-XXXXXX", NULL);
  path = g_build_filename (p->folder, "test.db", NULL);
  p->desk = fram_desk_create (path, clock, "fram", &error);
  g_assert_no_error (error);
  case_no = add_person (p->desk, "Hassan", "2026-10-01");
  fram_desk_place (p->desk, case_no, "snickeri", fram_test_date ("2026-10-05"), FRAM_DATE_NONE, "tue 09-12, thu 09-12",
                   &error);
  g_assert_no_error (error);
  mark (p->desk, "2026-11-05", "present");
  mark (p->desk, "2026-11-10", "sick");
  mark (p->desk, "2026-11-12", "present");
  open_section (p);
  return case_no;
}

static void
tear_down_place (Place *p)
{
  const char *argv[] = { "rm", "-rf", p->folder, NULL };

  fram_section_show (FRAM_SECTION (p->section), p->desk, NULL);
  gtk_window_destroy (GTK_WINDOW (p->window));
  g_clear_pointer (&p->what, fram_case_free);
  g_object_unref (p->desk);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (p->folder);
  g_free (p->asked);
  g_free (p->went);
}

static int
find_lane (Place *p, FramLane lane)
{
  const FramTimelineStops *stops = fram_timeline_canvas_get_stops (p->section->canvas);

  for (guint i = 0; i < fram_timeline_stops_get_n (stops); i++)
    {
      const FramTimelineItem *item = fram_timeline_stops_get_item (stops, (int)i);

      if (item != NULL && item->lane == lane)
        return (int)i;
    }
  return -1;
}

/* What is selected adds up to the marks that were made. */
static void
test_section (void)
{
  Place p = { 0 };
  g_autofree char *case_no = set_up_place (&p), *table = NULL;
  const char *text;
  int stop;

  show (&p, case_no);
  g_assert_cmpstr (fram_timeline_section_get_state (p.section), ==, "timeline");
  fram_section_focus (FRAM_SECTION (p.section));
  g_assert_true (fram_timeline_canvas_has_keyboard (p.section->canvas));
  fram_timeline_canvas_set_range (p.section->canvas, fram_test_date ("2026-11-02"), fram_test_date ("2026-11-15"));
  g_assert_true (gtk_widget_get_visible (p.section->range_bar));
  text = gtk_label_get_text (p.section->range_text);
  g_assert_cmpstr (text, ==,
                   "2–15 November 2026: 14 days, 10 working days, 3 sessions, 2 attended; 9 h planned, 6 h attended");
  table = fram_section_dup_selection (FRAM_SECTION (p.section));
  g_assert_nonnull (strstr (table, "2026-11-02\t2026-11-15\t14\t10\t3\t2\t"));
  stop = find_lane (&p, FRAM_LANE_WORKSHOPS);
  g_assert_cmpint (stop, >=, 0);
  fram_timeline_canvas_move_to (p.section->canvas, stop);
  g_assert_true (g_str_has_prefix (fram_timeline_section_get_told (p.section), "Workshops: "));
  tear_down_place (&p);
}

static void
test_section_edits (void)
{
  Place p = { 0 };
  g_autofree char *case_no = set_up_place (&p);
  int stop;

  show (&p, case_no);
  stop = find_lane (&p, FRAM_LANE_WORKSHOPS);
  g_signal_emit_by_name (p.section->canvas, "activated", stop);
  g_assert_nonnull (p.asked);
  g_assert_true (g_str_has_prefix (p.asked, "placement:"));
  g_assert_cmpuint (strlen (p.asked), ==, strlen ("placement:") + 36);
  g_assert_null (p.section->popover);
  /* what cannot be changed is told */
  g_clear_pointer (&p.asked, g_free);
  stop = find_lane (&p, FRAM_LANE_PHASES);
  g_signal_emit_by_name (p.section->canvas, "activated", stop);
  g_assert_null (p.asked);
  g_assert_nonnull (p.section->popover);
  g_assert_true (gtk_widget_get_mapped (p.section->popover));
  /* the tabulator stays in what was opened, and Escape goes back to the drawing */
  gtk_widget_child_focus (p.window, GTK_DIR_TAB_FORWARD);
  g_assert_false (fram_timeline_canvas_has_keyboard (p.section->canvas));
  fram_timeline_canvas_move_to (p.section->canvas, stop);
  gtk_popover_popdown (GTK_POPOVER (p.section->popover));
  wait_frames (p.window, 2);
  g_assert_true (fram_timeline_canvas_has_keyboard (p.section->canvas));
  tear_down_place (&p);
}

static void
test_section_stays (void)
{
  Place p = { 0 };
  g_autofree char *case_no = set_up_place (&p);
  double from, to, from_after, to_after;

  show (&p, case_no);
  gtk_widget_activate_action (GTK_WIDGET (p.section), "timeline.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (p.section), "timeline.zoom-in", NULL);
  fram_timeline_canvas_get_span (p.section->canvas, &from, &to);
  mark (p.desk, "2026-11-03", "present");
  show (&p, case_no);
  fram_timeline_canvas_get_span (p.section->canvas, &from_after, &to_after);
  g_assert_cmpfloat_with_epsilon (from, from_after, 1e-6);
  g_assert_cmpfloat_with_epsilon (to, to_after, 1e-6);
  g_assert_cmpuint (p.section->timeline->days->len, ==, 4);
  tear_down_place (&p);
}

static void
test_section_states (void)
{
  Place p = { 0 };
  g_autofree char *case_no = set_up_place (&p), *other = add_person (p.desk, "Ek", "2027-02-01");
  GAction *zoom;

  show (&p, other);
  g_assert_cmpstr (fram_timeline_section_get_state (p.section), ==, "message");
  g_signal_emit_by_name (p.section->message_button, "clicked");
  g_assert_cmpstr (p.went, ==, "plan");
  show (&p, case_no);
  g_assert_cmpstr (fram_timeline_section_get_state (p.section), ==, "timeline");
  zoom = g_action_map_lookup_action (G_ACTION_MAP (p.section->actions), "zoom-out");
  g_assert_false (g_action_get_enabled (zoom));
  gtk_widget_activate_action (GTK_WIDGET (p.section), "timeline.zoom-in", NULL);
  g_assert_true (g_action_get_enabled (zoom));
  /* somebody who is not there: it is said, and can be tried again */
  p.section->participant.bytes[3] ^= 0x55;
  fram_timeline_section_reload (p.section);
  wait_until (fram_timeline_section_is_idle (p.section));
  g_assert_cmpstr (fram_timeline_section_get_state (p.section), ==, "message");
  p.section->participant.bytes[3] ^= 0x55;
  g_signal_emit_by_name (p.section->message_button, "clicked");
  wait_until (fram_timeline_section_is_idle (p.section));
  g_assert_cmpstr (fram_timeline_section_get_state (p.section), ==, "timeline");
  tear_down_place (&p);
}

static int
min_of (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* A telephone, and twice as large letters on it. */
static void
test_section_narrow (void)
{
  static const double scales[] = { 1, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      Place p = { 0 };
      g_autofree char *case_no = set_up_place (&p);
      int least;

      show (&p, case_no);
      set_text_scale (scales[i]);
      gtk_window_set_default_size (GTK_WINDOW (p.window), 360, 720);
      wait_until (gtk_widget_get_width (GTK_WIDGET (p.section)) <= 360);
      wait_until (gtk_widget_has_css_class (GTK_WIDGET (p.section), "narrow"));
      wait_frames (p.window, 3);
      gtk_widget_measure (GTK_WIDGET (p.section->states), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("at a text scale of %.0f it needs %d pixels; tools %d, key %d", scales[i], least,
                      min_of (p.section->tools), min_of (p.section->key));
      g_assert_cmpint (least, <=, 360);
      set_text_scale (1);
      tear_down_place (&p);
    }
}

/* In little height the drawing is as high as it is, and the page around it scrolls. */
static void
test_section_low (void)
{
  Place p = { 0 };
  g_autofree char *case_no = set_up_place (&p);
  GtkAdjustment *around;
  GtkPolicyType down;

  show (&p, case_no);
  around = gtk_scrolled_window_get_vadjustment (p.section->outer);
  g_assert_cmpfloat (gtk_adjustment_get_upper (around), <=, gtk_adjustment_get_page_size (around));
  gtk_window_set_default_size (GTK_WINDOW (p.window), 700, 240);
  wait_until (gtk_adjustment_get_upper (around) > gtk_adjustment_get_page_size (around));
  gtk_scrolled_window_get_policy (p.section->scroller, NULL, &down);
  g_assert_cmpint (down, ==, GTK_POLICY_NEVER);
  wait_frames (p.window, 3);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (p.section->canvas)), >=,
                   (int)fram_timeline_layout_get_view (p.section->canvas->layout)->height);
  /* as a list it scrolls itself */
  gtk_widget_activate_action (GTK_WIDGET (p.section), "timeline.list", NULL);
  wait_frames (p.window, 3);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (p.section->list)));
  fram_section_focus (FRAM_SECTION (p.section));
  g_assert_false (fram_timeline_canvas_has_keyboard (p.section->canvas));
  tear_down_place (&p);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  gtk_init ();
  adw_init ();
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/timeline/keyboard/from-item-to-item", test_keyboard);
  ADD ("/timeline/keyboard/one-tabulator-stop", test_tabulator);
  ADD ("/timeline/keyboard/enter-activates", test_activates);
  ADD ("/timeline/keyboard/comes-into-view", test_comes_into_view);
  ADD ("/timeline/spoken/described", test_described);
  ADD ("/timeline/spoken/as-list", test_as_list);
  ADD ("/timeline/view/zoom", test_zoom);
  ADD ("/timeline/view/zoom-at-pointer", test_zoom_at_pointer);
  ADD ("/timeline/view/pan", test_pan);
  ADD ("/timeline/view/scroll-bar", test_scroll_bar);
  ADD ("/timeline/view/drag-pans", test_drag_pans);
  ADD ("/timeline/view/stays-after-a-change", test_stays);
  ADD ("/timeline/view/kept-picture", test_kept_picture);
  ADD ("/timeline/pointing", test_pointing);
  ADD ("/timeline/range/keys", test_range);
  ADD ("/timeline/range/drag", test_drag_selects);
  g_test_add_func ("/timeline/range/holidays", test_range_of_holidays);
  ADD ("/timeline/right-to-left", test_right_to_left);
  ADD ("/timeline/looks", test_looks);
  ADD ("/timeline/large-text", test_large_text);
#undef ADD
  g_test_add_func ("/timeline/section/sums-are-the-marks", test_section);
  g_test_add_func ("/timeline/section/edits-or-tells", test_section_edits);
  g_test_add_func ("/timeline/section/stays-after-a-change", test_section_stays);
  g_test_add_func ("/timeline/section/states", test_section_states);
  g_test_add_func ("/timeline/section/narrow", test_section_narrow);
  g_test_add_func ("/timeline/section/low", test_section_low);
  return g_test_run ();
}
