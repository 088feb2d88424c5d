#include "fram-test.h"

#include "fram-desk-absence.h"
#include "fram-desk-case.h"
#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-rating.h"
#include "fram-progression-canvas-private.h"
#include "fram-progression-section-private.h"
#include "fram-progression-turned.h"
#include "fram-rating-dialog.h"
#include "fram-sections.h"

#include <glib/gstdio.h>

/* A participant's progression in a window: where the keyboard goes and what is said there, views, filter, talks that are
 * compared, what is copied, what is never shown, and the section around it on a register. */

#define TODAY "2026-11-12" /* a Thursday */

typedef struct
{
  FramProgression *progression;
  GtkWidget *window;
  FramProgressionCanvas *canvas;
  int activated;
  FramDate compared[2];
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

/* --- a chart of its own --- */

static FramUuid
number (guint8 n)
{
  FramUuid id = { { 1 } };

  id.bytes[15] = n;
  return id;
}

static void
rate (FramIndicatorSeries *series, FramRater rater, const char *day, int value, const char *note)
{
  static guint8 count;
  FramRatingPoint *point = fram_indicator_series_add (series, rater, fram_test_date (day), value, note);

  point->id = number (++count);
}

static FramIndicatorSeries *
add_series (FramProgression *progression, const char *name, guint8 id)
{
  FramIndicatorSeries *series = fram_progression_add_series (progression, 0, name);

  series->id = number (id);
  series->lowest = 1;
  series->highest = 5;
  series->raters = FRAM_RATERS_BOTH;
  return series;
}

/* Three talks, two questions; the case worker's side of the second is the own belief. */
static FramProgression *
make_progression (void)
{
  FramProgression *progression = fram_progression_new (fram_test_date ("2026-08-03"), fram_test_date (TODAY));
  FramIndicatorSeries *series;

  progression->title = g_strdup ("Amina Hassan");
  progression->case_no = g_strdup ("F2026-0417");
  progression->today = fram_test_date (TODAY);
  progression->enrolled = fram_test_date ("2026-08-03");
  progression->sees_attendance = progression->sees_ratings = TRUE;
  fram_progression_add_set (progression, "indikator-11", "Eleven areas");
  series = add_series (progression, "Health", 201);
  rate (series, FRAM_RATER_PARTICIPANT, "2026-08-10", 2, NULL);
  rate (series, FRAM_RATER_PARTICIPANT, "2026-09-14", 3, "slept well");
  rate (series, FRAM_RATER_PARTICIPANT, "2026-11-02", 4, NULL);
  rate (series, FRAM_RATER_CASE_WORKER, "2026-08-10", 1, NULL);
  rate (series, FRAM_RATER_CASE_WORKER, "2026-11-02", 3, NULL);
  series = add_series (progression, "Getting a job", 202);
  series->belief = TRUE;
  rate (series, FRAM_RATER_PARTICIPANT, "2026-08-10", 3, NULL);
  rate (series, FRAM_RATER_PARTICIPANT, "2026-11-02", 2, NULL);
  rate (series, FRAM_RATER_CASE_WORKER, "2026-11-02", 5, "secret");
  for (FramDate day = fram_test_date ("2026-08-04"); day <= fram_test_date (TODAY); day += 7)
    fram_progression_add_session (progression, day, FRAM_COUNTS_PRESENT, 180, 180);
  fram_progression_add_moment (progression, FRAM_MOMENT_WORKSHOP, fram_test_date ("2026-08-04"), "Woodwork",
                               "Begins in Woodwork.");
  fram_progression_finish (progression);
  return progression;
}

static void
on_activated_cb (Fixture *f, int stop)
{
  f->activated = stop;
}

static void
on_compared_cb (Fixture *f, int from, int to)
{
  const FramProgressionSpan span = { (FramDate)from, (FramDate)to };

  f->compared[0] = span.from;
  f->compared[1] = span.to;
  fram_progression_canvas_set_marks (f->canvas, &span);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  f->progression = make_progression ();
  f->activated = -1;
  f->window = adw_window_new ();
  f->canvas = FRAM_PROGRESSION_CANVAS (fram_progression_canvas_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (f->canvas));
  adw_window_set_content (ADW_WINDOW (f->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 300);
  g_signal_connect_swapped (f->canvas, "activated", G_CALLBACK (on_activated_cb), f);
  g_signal_connect_swapped (f->canvas, "compared", G_CALLBACK (on_compared_cb), f);
  fram_progression_canvas_set_progression (f->canvas, f->progression, FALSE);
  gtk_window_present (GTK_WINDOW (f->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (f->canvas)) > 0);
  wait_frames (f->window, 2);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  fram_progression_canvas_set_progression (f->canvas, NULL, FALSE);
  gtk_window_destroy (GTK_WINDOW (f->window));
  fram_progression_free (f->progression);
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
press (FramProgressionCanvas *canvas, guint key, GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (canvas, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0u, state,
                         &handled);
  return handled;
}

/* What whoever listens is told of what has the keyboard. */
static void
assert_spoken (GtkWidget *window, const char *expected)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_autofree char *said = NULL;

  g_assert_nonnull (focus);
  said = gtk_test_accessible_check_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "\n");
  if (said == NULL || strstr (said, expected) == NULL)
    g_error ("said is “%s”, not “%s”", said, expected);
}

static int
find_point (FramProgressionCanvas *canvas, guint series, FramRater rater, guint index)
{
  const GArray *stops = fram_progression_layout_get_stops (fram_progression_canvas_get_layout (canvas));

  for (guint i = 0; i < stops->len; i++)
    {
      const FramProgressionStop *stop = &g_array_index (stops, FramProgressionStop, i);

      if (stop->kind == FRAM_PROGRESSION_STOP_POINT && stop->series == series && stop->rater == rater &&
          stop->index == index)
        return (int)i;
    }
  return -1;
}

/* Along a side of a question time passes; across the day stays. */
static void
test_keyboard (Fixture *f, gconstpointer data)
{
  fram_progression_canvas_move_to (f->canvas, find_point (f->canvas, 0, FRAM_RATER_PARTICIPANT, 0));
  assert_spoken (f->window, "Health, the participant. ");
  assert_spoken (f->window, "2 on a scale from 1 to 5");
  press (f->canvas, GDK_KEY_Right, 0);
  assert_spoken (f->window, "slept well");
  press (f->canvas, GDK_KEY_End, 0);
  assert_spoken (f->window, "2 November 2026");
  press (f->canvas, GDK_KEY_Right, 0);
  assert_spoken (f->window, "2 November 2026"); /* the last one stays */
  press (f->canvas, GDK_KEY_Down, 0);
  assert_spoken (f->window, "Health, the case worker. 2 November 2026");
  press (f->canvas, GDK_KEY_Home, 0);
  assert_spoken (f->window, "10 August 2026");
  press (f->canvas, GDK_KEY_Down, 0);
  assert_spoken (f->window, "Getting a job, the participant. 10 August 2026");
  press (f->canvas, GDK_KEY_Up, 0);
  press (f->canvas, GDK_KEY_Up, 0);
  assert_spoken (f->window, "Health, the participant. 10 August 2026");
  press (f->canvas, GDK_KEY_Up, GDK_CONTROL_MASK);
  press (f->canvas, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_spoken (f->window, "Attendance and hours a week. ");
}

/* Every stop of every view is reached with arrows alone, and says something. */
static void
test_all_reached (Fixture *f, gconstpointer data)
{
  for (guint kind = 0; kind < FRAM_N_PROGRESSION_KINDS; kind++)
    {
      FramProgressionView view = *fram_progression_canvas_get_view (f->canvas);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      const GArray *stops;
      guint rows;

      view.kind = kind;
      fram_progression_canvas_set_view (f->canvas, &view);
      wait_frames (f->window, 2);
      stops = fram_progression_layout_get_stops (fram_progression_canvas_get_layout (f->canvas));
      rows = fram_progression_walk_get_n_rows (f->canvas->walk);
      fram_progression_canvas_move_to (f->canvas, fram_progression_walk_get_nth (f->canvas->walk, 0, 0));
      for (guint row = 0; row < rows; row++)
        {
          press (f->canvas, GDK_KEY_Home, 0);
          for (guint i = 0; i < stops->len; i++)
            {
              g_autofree char *words =
                  fram_progression_canvas_to_words (f->canvas, fram_progression_canvas_get_stop (f->canvas));

              g_assert_cmpstr (words, !=, "");
              g_hash_table_add (seen, GINT_TO_POINTER (fram_progression_canvas_get_stop (f->canvas) + 1));
              press (f->canvas, GDK_KEY_Right, 0);
            }
          press (f->canvas, GDK_KEY_Down, 0);
        }
      g_assert_cmpuint (stops->len, >, 0);
      g_assert_cmpuint (g_hash_table_size (seen), ==, stops->len);
    }
}

static void
test_tabulator (Fixture *f, gconstpointer data)
{
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->canvas), GTK_DIR_TAB_FORWARD));
  g_assert_true (fram_progression_canvas_has_keyboard (f->canvas));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->canvas), GTK_DIR_TAB_FORWARD));
}

/* A panel that lies below comes into view with its title. */
static void
test_comes_into_view (Fixture *f, gconstpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (f->canvas), GTK_TYPE_VIEWPORT);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  int stop = find_point (f->canvas, 1, FRAM_RATER_PARTICIPANT, 1);
  const FramProgressionStop *one = fram_progression_canvas_get_nth (f->canvas, stop);
  const FramProgressionRect *panel =
      &g_array_index (fram_progression_layout_get_panels (fram_progression_canvas_get_layout (f->canvas)),
                      FramProgressionPanel, one->panel)
           .rect;

  g_assert_cmpfloat (panel->y + panel->height, >, gtk_adjustment_get_page_size (down));
  fram_progression_canvas_move_to (f->canvas, stop);
  wait_frames (f->window, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), <=, panel->y + 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down), >=,
                     panel->y + panel->height - 1);
}

static void
test_activates (Fixture *f, gconstpointer data)
{
  int stop = find_point (f->canvas, 0, FRAM_RATER_PARTICIPANT, 1);

  fram_progression_canvas_move_to (f->canvas, stop);
  press (f->canvas, GDK_KEY_Return, 0);
  g_assert_cmpint (f->activated, ==, stop);
}

static gpointer
find_click (FramProgressionCanvas *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (one) && gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (one)) == GDK_BUTTON_PRIMARY)
        return one;
    }
  return NULL;
}

static void
test_pointing (Fixture *f, gconstpointer data)
{
  int stop = find_point (f->canvas, 0, FRAM_RATER_CASE_WORKER, 0);
  const FramProgressionStop *one = fram_progression_canvas_get_nth (f->canvas, stop);

  g_signal_emit_by_name (find_controller (f->canvas, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", one->x, one->y);
  g_assert_cmpint (fram_progression_canvas_get_hover (f->canvas), ==, stop);
  g_assert_cmpfloat (one->hit.width, >=, 24);
  g_signal_emit_by_name (find_click (f->canvas), "released", 1, one->x, one->y);
  g_assert_cmpint (f->activated, ==, stop);
  g_assert_true (fram_progression_canvas_has_keyboard (f->canvas));
  assert_spoken (f->window, "1 on a scale from 1 to 5");
}

/* From the talk that has the keyboard, talk by talk. */
static void
test_compared_by_keys (Fixture *f, gconstpointer data)
{
  fram_progression_canvas_move_to (f->canvas, find_point (f->canvas, 0, FRAM_RATER_PARTICIPANT, 2));
  press (f->canvas, GDK_KEY_Left, GDK_SHIFT_MASK);
  fram_assert_date (f->compared[0], "2026-09-14");
  fram_assert_date (f->compared[1], "2026-11-02");
  press (f->canvas, GDK_KEY_Left, GDK_SHIFT_MASK);
  fram_assert_date (f->compared[0], "2026-08-10");
  fram_assert_date (f->compared[1], "2026-11-02");
  press (f->canvas, GDK_KEY_Right, GDK_SHIFT_MASK);
  fram_assert_date (f->compared[0], "2026-09-14");
}

/* What the keyboard is on stays in another view, in other panels and after another reading. */
static void
test_stays (Fixture *f, gconstpointer data)
{
  FramProgressionView view = *fram_progression_canvas_get_view (f->canvas);
  FramProgression *old = f->progression;

  fram_progression_canvas_move_to (f->canvas, find_point (f->canvas, 1, FRAM_RATER_PARTICIPANT, 1));
  view.shown &= ~(guint64)1; /* without Health */
  fram_progression_canvas_set_view (f->canvas, &view);
  wait_frames (f->window, 2);
  g_assert_cmpint (fram_progression_canvas_get_stop (f->canvas), ==,
                   find_point (f->canvas, 1, FRAM_RATER_PARTICIPANT, 1));
  f->progression = make_progression ();
  fram_progression_canvas_set_progression (f->canvas, f->progression, TRUE);
  fram_progression_free (old);
  wait_frames (f->window, 2);
  g_assert_cmpint (fram_progression_canvas_get_stop (f->canvas), ==,
                   find_point (f->canvas, 1, FRAM_RATER_PARTICIPANT, 1));
}

/* In text that runs from right to left the later talk is on the left. */
static void
test_right_to_left (Fixture *f, gconstpointer data)
{
  const FramProgressionStop *early, *late;

  gtk_widget_set_direction (GTK_WIDGET (f->canvas), GTK_TEXT_DIR_RTL);
  wait_frames (f->window, 2);
  early = fram_progression_canvas_get_nth (f->canvas, find_point (f->canvas, 0, FRAM_RATER_PARTICIPANT, 0));
  late = fram_progression_canvas_get_nth (f->canvas, find_point (f->canvas, 0, FRAM_RATER_PARTICIPANT, 2));
  g_assert_cmpfloat (late->x, <, early->x);
  fram_progression_canvas_move_to (f->canvas, find_point (f->canvas, 0, FRAM_RATER_PARTICIPANT, 0));
  press (f->canvas, GDK_KEY_Left, 0);
  assert_spoken (f->window, "14 September 2026");
}

/* The layout of a size is made once, and the picture of it. */
static void
test_kept_picture (Fixture *f, gconstpointer data)
{
  const FramProgressionLayout *layout = fram_progression_canvas_get_layout (f->canvas);
  GskRenderNode *picture = f->canvas->picture;

  g_assert_nonnull (picture);
  fram_progression_canvas_move_to (f->canvas, 1);
  wait_frames (f->window, 3);
  g_assert_true (fram_progression_canvas_get_layout (f->canvas) == layout);
  g_assert_true (f->canvas->picture == picture);
}

/* The case worker's own belief is no stop, is in no table and no sentence, until it is turned on. */
static void
test_belief (Fixture *f, gconstpointer data)
{
  FramProgressionView view = *fram_progression_canvas_get_view (f->canvas);
  FramProgressionTable *table = FRAM_PROGRESSION_TABLE (g_object_ref_sink (fram_progression_table_new ()));
  FramProgressionFilter *filter = FRAM_PROGRESSION_FILTER (g_object_ref_sink (fram_progression_filter_new ()));
  g_autofree char *hidden = NULL, *shown = NULL;

  g_assert_cmpint (find_point (f->canvas, 1, FRAM_RATER_CASE_WORKER, 0), ==, -1);
  fram_progression_filter_set_progression (filter, f->progression);
  g_assert_true (fram_progression_filter_offers_belief (filter));
  fram_progression_filter_apply (filter, &view);
  g_assert_false (view.belief);
  fram_progression_table_set_progression (table, f->progression, &view);
  g_assert_cmpuint (fram_progression_table_get_n (table), ==, 7);
  hidden = fram_progression_table_dup_selection (table);
  g_assert_null (strstr (hidden, "secret"));
  fram_progression_filter_set_belief (filter, TRUE);
  fram_progression_filter_apply (filter, &view);
  g_assert_true (view.belief);
  fram_progression_canvas_set_view (f->canvas, &view);
  wait_frames (f->window, 2);
  g_assert_cmpint (find_point (f->canvas, 1, FRAM_RATER_CASE_WORKER, 0), >=, 0);
  fram_progression_table_set_progression (table, f->progression, &view);
  shown = fram_progression_table_dup_selection (table);
  g_assert_nonnull (strstr (shown, "secret"));
  fram_progression_filter_set_progression (filter, NULL);
  g_object_unref (table);
  g_object_unref (filter);
}

/* What is turned to the participant: hours and own ratings, nothing of the case worker's, no rate. */
static void
test_plain_words (Fixture *f, gconstpointer data)
{
  g_autofree char *words = fram_progression_to_plain_words (f->progression, FRAM_PROGRESSION_ALL);

  g_assert_cmpstr (words, ==,
                   "You come 3 hours a week.\nYour answer is higher now: Health\n"
                   "Your answer is lower just now. That happens: Getting a job");
}

/* Of the week that is not over half the hours are still to come: it makes nobody's hours fewer. */
static void
test_plain_words_of_whole_weeks (Fixture *f, gconstpointer data)
{
  FramDate today = fram_test_date (TODAY);
  g_autoptr (FramProgression) progression = fram_progression_new (fram_test_date ("2026-09-07"), today);
  g_autofree char *words = NULL;

  progression->today = today;
  progression->enrolled = progression->from;
  progression->sees_attendance = TRUE;
  for (FramDate monday = progression->from; monday <= today; monday += 7)
    for (FramDate day = monday; day <= MIN (monday + 4, today); day += 4)
      fram_progression_add_session (progression, day, FRAM_COUNTS_PRESENT, 360, 360);
  fram_progression_finish (progression);
  words = fram_progression_to_plain_words (progression, FRAM_PROGRESSION_ALL);
  g_assert_cmpstr (words, ==, "You come 12 hours a week.");
}

/* Half an hour is told as it is in the sentence over the chart, and not rounded up. */
static void
test_plain_words_tell_half_hours (Fixture *f, gconstpointer data)
{
  FramDate from = fram_test_date ("2026-09-07"), today = fram_test_date (TODAY);
  g_autoptr (FramProgression) progression = fram_progression_new (from, today);
  g_autofree char *words = NULL;

  for (FramDate monday = from; monday + 6 < today; monday += 7)
    fram_progression_add_session (progression, monday, FRAM_COUNTS_PRESENT, 270, monday < from + 28 ? 60 : 270);
  fram_progression_finish (progression);
  words = fram_progression_to_plain_words (progression, FRAM_PROGRESSION_ALL);
  g_assert_cmpstr (words, ==, "You come 4.5 hours a week. In the beginning you came 1 hour.");
  g_assert_nonnull (strstr (progression->summary, "from 1 to 4.5 hours a week"));
}

/* --- the section on a register --- */

typedef struct
{
  char *folder;
  FramDesk *desk;
  FramCase *what;
  char *case_no;
  FramUuid enrolment;
  GtkWidget *window;
  FramProgressionSection *section;
  char *asked;
  char *toast;
} Place;

static void
on_asked_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Place *p = data;

  g_free (p->asked);
  p->asked = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), g_variant_get_string (parameter, NULL));
}

static void
on_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_free (((Place *)data)->toast);
  g_variant_get (parameter, "(sb)", &((Place *)data)->toast, NULL);
}

static void
talk (Place *p, const char *question, FramRater rater, const char *day, int value, const char *note)
{
  g_autoptr (GArray) answers = fram_answers_new ();
  g_autoptr (GError) error = NULL;
  FramAnswer answer = { .rater = rater, .value = value, .note = g_strdup (note) };
  FramUuid set;

  g_assert_true (fram_desk_find_question (p->desk, question, &set, &answer.indicator, &error));
  g_assert_no_error (error);
  g_array_append_val (answers, answer);
  g_assert_true (fram_desk_save_ratings (p->desk, &p->enrolment, &set, fram_test_date (day), answers, NULL, &error));
  g_assert_no_error (error);
}

static void
show (Place *p)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramCase) old = p->what;

  p->what = fram_desk_case (p->desk, p->case_no, NULL, &error);
  g_assert_no_error (error);
  fram_section_show (FRAM_SECTION (p->section), p->desk, p->what);
  wait_until (fram_progression_section_is_idle (p->section));
  wait_frames (p->window, 3);
}

static void
open_section (Place *p)
{
  static const GActionEntry here[] = { { "edit", on_asked_cb, "s", NULL, NULL, { 0 } },
                                       { "add", on_asked_cb, "s", NULL, NULL, { 0 } },
                                       { "go", on_asked_cb, "s", NULL, NULL, { 0 } } };
  static const GActionEntry window[] = { { "toast", on_toast_cb, "(sb)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new (), around = g_simple_action_group_new ();

  p->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), here, G_N_ELEMENTS (here), p);
  g_action_map_add_action_entries (G_ACTION_MAP (around), window, G_N_ELEMENTS (window), p);
  gtk_widget_insert_action_group (p->window, "participant", G_ACTION_GROUP (actions));
  gtk_widget_insert_action_group (p->window, "win", G_ACTION_GROUP (around));
  p->section = FRAM_PROGRESSION_SECTION (fram_progression_section_new ());
  adw_window_set_content (ADW_WINDOW (p->window), GTK_WIDGET (p->section));
  gtk_window_set_default_size (GTK_WINDOW (p->window), 1000, 240);
  gtk_window_present (GTK_WINDOW (p->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (p->section)) > 0);
}

static void
set_up_place (Place *p, gconstpointer data)
{
  FramPersonEdit edit = { .given_name = "Amina", .family_name = "Hassan", .enrolled = fram_test_date ("2026-08-03") };
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:00");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  p->folder = g_dir_make_tmp ("framsteg-progression-XXXXXX", NULL);
  path = g_build_filename (p->folder, "test.db", NULL);
  p->desk = fram_desk_create (path, clock, "fram", &error);
  g_assert_no_error (error);
  p->case_no = fram_desk_add_person (p->desk, &edit, &error);
  g_assert_no_error (error);
  g_assert_true (fram_desk_find_enrolment (p->desk, p->case_no, &p->enrolment, &error));
  open_section (p);
}

static void
add_talks (Place *p)
{
  talk (p, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-08-10", 2, NULL);
  talk (p, "indikator-11:1", FRAM_RATER_CASE_WORKER, "2026-08-10", 2, NULL);
  talk (p, "indikator-11:2", FRAM_RATER_PARTICIPANT, "2026-08-10", 4, NULL);
  talk (p, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-09-14", 1, "moved house");
  talk (p, "indikator-11:2", FRAM_RATER_PARTICIPANT, "2026-09-14", 4, NULL);
  talk (p, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-11-02", 4, NULL);
  talk (p, "indikator-11:1", FRAM_RATER_CASE_WORKER, "2026-11-02", 3, NULL);
  talk (p, "indikator-11:2", FRAM_RATER_PARTICIPANT, "2026-11-02", 5, NULL);
}

static void
tear_down_place (Place *p, gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", p->folder, NULL };

  fram_section_show (FRAM_SECTION (p->section), p->desk, NULL);
  gtk_window_destroy (GTK_WINDOW (p->window));
  g_clear_pointer (&p->what, fram_case_free);
  g_object_unref (p->desk);
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (p->folder);
  g_free (p->case_no);
  g_free (p->asked);
  g_free (p->toast);
}

/* Nothing to see yet: what to do next is one button away. */
static void
test_begins_with_a_check_in (Place *p, gconstpointer data)
{
  show (p);
  if (g_strcmp0 (fram_progression_section_get_state (p->section), "message") == 0)
    g_signal_emit_by_name (p->section->message_button, "clicked");
  else
    {
      g_assert_true (gtk_widget_get_mapped (p->section->begin));
      g_signal_emit_by_name (p->section->begin, "clicked");
    }
  g_assert_cmpstr (p->asked, ==, "add rating");
}

static void
test_sentence (Place *p, gconstpointer data)
{
  add_talks (p);
  show (p);
  g_assert_cmpstr (fram_progression_section_get_state (p->section), ==, "progression");
  g_assert_true (
      g_str_has_prefix (fram_progression_section_get_sentence (p->section), "Since the start: both own areas"));
  fram_progression_against_set_kind (p->section->against, FRAM_COMPARE_LAST);
  g_assert_nonnull (strstr (fram_progression_section_get_sentence (p->section), "14 September"));
  g_assert_cmpint (p->section->canvas->marks.from, ==, fram_test_date ("2026-09-14"));
  /* two talks, the later one first: they are put in order */
  fram_progression_against_set_two (p->section->against, fram_test_date ("2026-09-14"), fram_test_date ("2026-08-10"));
  g_assert_cmpint (p->section->view.span.from, ==, fram_test_date ("2026-08-10"));
  g_assert_cmpint (p->section->view.span.to, ==, fram_test_date ("2026-09-14"));
  g_assert_nonnull (strstr (fram_progression_section_get_sentence (p->section), "10 August"));
  /* Escape in the chart goes back to the start */
  fram_section_focus (FRAM_SECTION (p->section));
  g_assert_true (press (p->section->canvas, GDK_KEY_Escape, 0));
  g_assert_true (g_str_has_prefix (fram_progression_section_get_sentence (p->section), "Since the start"));
  g_assert_false (press (p->section->canvas, GDK_KEY_Escape, 0));
}

static void
test_views (Place *p, gconstpointer data)
{
  static const char *const kinds[] = { "lines", "change", "radar", "table" };
  g_autofree char *state = NULL;

  add_talks (p);
  show (p);
  g_assert_null (fram_section_dup_state (FRAM_SECTION (p->section)));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *now = NULL;

      gtk_widget_activate_action (GTK_WIDGET (p->section), "progression.view", "s", kinds[i]);
      wait_frames (p->window, 2);
      now = fram_section_dup_state (FRAM_SECTION (p->section));
      g_assert_cmpstr (now, ==, kinds[i]);
    }
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (p->section->table)));
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 8);
  state = fram_progression_table_dup_row (p->section->table, 0);
  g_assert_true (g_str_has_prefix (state, "Monday 2 November 2026 | "));
  fram_section_set_state (FRAM_SECTION (p->section), "radar");
  g_assert_cmpint (p->section->view.kind, ==, FRAM_PROGRESSION_RADAR);
  /* what nobody knows is as usual */
  fram_section_set_state (FRAM_SECTION (p->section), "pie");
  g_assert_cmpint (p->section->view.kind, ==, FRAM_PROGRESSION_PANELS);
}

static void
test_filter (Place *p, gconstpointer data)
{
  add_talks (p);
  show (p);
  fram_progression_filter_set_raters (p->section->filter, 1u << FRAM_RATER_PARTICIPANT);
  wait_frames (p->window, 2);
  g_assert_cmpint (find_point (p->section->canvas, 0, FRAM_RATER_CASE_WORKER, 0), ==, -1);
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 6);
  fram_progression_filter_set_shown (p->section->filter, 0, FALSE);
  wait_frames (p->window, 2);
  g_assert_cmpint (find_point (p->section->canvas, 0, FRAM_RATER_PARTICIPANT, 0), ==, -1);
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 3);
  g_assert_true (fram_progression_filter_is_on (p->section->filter));
  /* what is hidden stays hidden when somebody else has written */
  talk (p, "indikator-11:2", FRAM_RATER_PARTICIPANT, "2026-11-09", 5, NULL);
  show (p);
  g_assert_cmpint (find_point (p->section->canvas, 0, FRAM_RATER_PARTICIPANT, 0), ==, -1);
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 4);
  /* one side is always shown */
  fram_progression_filter_set_raters (p->section->filter, 0);
  g_assert_cmpuint (p->section->view.raters, !=, 0);
  fram_progression_filter_reset (p->section->filter);
  g_assert_false (fram_progression_filter_is_on (p->section->filter));
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 9);
}

/* After a change from elsewhere the keyboard is where it was, and so is what is in view. */
static void
test_section_stays (Place *p, gconstpointer data)
{
  GtkAdjustment *down;
  double before;

  add_talks (p);
  for (int i = 3; i <= 9; i++)
    {
      g_autofree char *question = g_strdup_printf ("indikator-11:%d", i);

      talk (p, question, FRAM_RATER_PARTICIPANT, "2026-08-10", 2, NULL);
    }
  show (p);
  down = gtk_scrolled_window_get_vadjustment (p->section->scroller);
  fram_section_focus (FRAM_SECTION (p->section));
  fram_progression_canvas_move_to (p->section->canvas, find_point (p->section->canvas, 8, FRAM_RATER_PARTICIPANT, 0));
  wait_frames (p->window, 3);
  before = gtk_adjustment_get_value (down);
  g_assert_cmpfloat (before, >, 0);
  talk (p, "indikator-11:1", FRAM_RATER_PARTICIPANT, "2026-10-05", 3, NULL);
  show (p);
  g_assert_true (fram_progression_canvas_has_keyboard (p->section->canvas));
  g_assert_cmpint (fram_progression_canvas_get_stop (p->section->canvas), ==,
                   find_point (p->section->canvas, 8, FRAM_RATER_PARTICIPANT, 0));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (down), before, 1);
  g_assert_cmpuint (p->section->progression->talks->len, ==, 4);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Enter on a rating tells it; it can be taken back, and undone. */
static void
test_takes_back (Place *p, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *button;

  add_talks (p);
  show (p);
  fram_progression_canvas_move_to (p->section->canvas, find_point (p->section->canvas, 0, FRAM_RATER_PARTICIPANT, 1));
  g_assert_nonnull (strstr (fram_progression_section_get_told (p->section), "moved house"));
  press (p->section->canvas, GDK_KEY_Return, 0);
  g_assert_nonnull (p->section->popover);
  button = find_button (p->section->popover, "Take back");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_until (p->toast != NULL);
  show (p);
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 7);
  g_assert_true (fram_desk_can_undo (p->desk));
  g_assert_true (fram_desk_undo (p->desk, NULL, &error));
  g_assert_no_error (error);
  show (p);
  g_assert_cmpuint (fram_progression_table_get_n (p->section->table), ==, 8);
}

static void
on_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
on_texture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GdkTexture **)data = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* The picture and its sentence; a rating as a table. */
static void
test_copies (Place *p, gconstpointer data)
{
  GdkClipboard *clipboard;
  g_autofree char *text = NULL, *table = NULL;
  g_autoptr (GdkTexture) picture = NULL;

  add_talks (p);
  show (p);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (p->section));
  gtk_widget_activate_action (GTK_WIDGET (p->section), "progression.copy", NULL);
  wait_until (p->toast != NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, on_text_cb, &text);
  gdk_clipboard_read_texture_async (clipboard, NULL, on_texture_cb, &picture);
  wait_until (text != NULL && picture != NULL);
  g_assert_cmpstr (text, ==, fram_progression_section_get_sentence (p->section));
  g_assert_cmpint (gdk_texture_get_width (picture), ==, 2 * gtk_widget_get_width (GTK_WIDGET (p->section->canvas)));
  fram_progression_canvas_move_to (p->section->canvas, find_point (p->section->canvas, 0, FRAM_RATER_PARTICIPANT, 1));
  table = fram_section_dup_selection (FRAM_SECTION (p->section));
  g_assert_true (g_str_has_prefix (table, "Talk\tQuestion\tSide\tValue\tNote\n2026-09-14\t"));
  g_assert_true (g_str_has_suffix (table, "\tParticipant\t1\tmoved house\n"));
}

static FramProgressionTurned *
find_turned (void)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (FRAM_IS_PROGRESSION_TURNED (l->data))
      return l->data;
  return NULL;
}

/* Turned to the participant: own side only, no rate said, and Escape closes it. */
static void
test_turns (Place *p, gconstpointer data)
{
  FramProgressionCanvas *canvas;
  FramProgressionTurned *turned;

  add_talks (p);
  show (p);
  gtk_widget_activate_action (GTK_WIDGET (p->section), "progression.turn", NULL);
  wait_until (find_turned () != NULL);
  turned = find_turned ();
  canvas = fram_progression_turned_get_canvas (turned);
  wait_until (gtk_widget_get_width (GTK_WIDGET (canvas)) > 0);
  g_assert_true (fram_progression_canvas_get_view (canvas)->large);
  g_assert_cmpint (find_point (canvas, 0, FRAM_RATER_PARTICIPANT, 0), >=, 0);
  g_assert_cmpint (find_point (canvas, 0, FRAM_RATER_CASE_WORKER, 0), ==, -1);
  gtk_widget_activate_action (GTK_WIDGET (turned), "window.close", NULL);
  wait_until (find_turned () == NULL);
}

/* Who has no part in it has no such section: a leader, a manager. */
static void
test_who_has_it (Place *p, gconstpointer data)
{
  const FramSectionKind *kind = fram_sections_get ((guint)fram_sections_find ("progression"));
  FramCase none = { .sees_groups = TRUE, .sees_plan = TRUE, .sees_document = TRUE }, some = { .sees_progress = TRUE };

  g_assert_cmpint (fram_sections_find ("progression"), ==, 1);
  g_assert_false (kind->is_for (&none));
  g_assert_true (kind->is_for (&some));
}

static void
set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int)(96 * 1024 * scale), NULL);
}

/* A telephone, and twice as large letters on it. */
static void
test_narrow (Place *p, gconstpointer data)
{
  add_talks (p);
  show (p);
  for (int scale = 1; scale <= 2; scale++)
    {
      int least;

      set_text_scale (scale);
      gtk_window_set_default_size (GTK_WINDOW (p->window), 360, 720);
      wait_until (gtk_widget_get_width (GTK_WIDGET (p->section)) <= 360);
      wait_until (gtk_widget_has_css_class (GTK_WIDGET (p->section), "narrow"));
      wait_frames (p->window, 3);
      gtk_widget_measure (GTK_WIDGET (p->section->states), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("at a text scale of %d it needs %d pixels", scale, least);
      g_assert_cmpint (least, <=, 360);
    }
  set_text_scale (1);
}

/* In no width are buttons cut, however long what is compared is called. */
static void
test_fits (Place *p, gconstpointer data)
{
  static const int widths[] = { 1060, 1040, 760, 730, 600 };

  add_talks (p);
  show (p);
  fram_progression_against_set_kind (p->section->against, FRAM_COMPARE_LAST);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int least;

      gtk_window_set_default_size (GTK_WINDOW (p->window), widths[i], 500);
      wait_until (fram_size_bin_get_room (p->section->room) == widths[i]);
      wait_frames (p->window, 3);
      gtk_widget_measure (GTK_WIDGET (p->section->states), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_test_message ("of %d pixels it needs %d", widths[i], least);
      g_assert_cmpint (least, <=, widths[i]);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  gtk_init ();
  adw_init ();
#define ADD(path, func) g_test_add ("/progression/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("keyboard/from-rating-to-rating", test_keyboard);
  ADD ("keyboard/everything-is-reached", test_all_reached);
  ADD ("keyboard/one-tabulator-stop", test_tabulator);
  ADD ("keyboard/comes-into-view", test_comes_into_view);
  ADD ("keyboard/enter-activates", test_activates);
  ADD ("keyboard/shift-compares-talks", test_compared_by_keys);
  ADD ("pointing", test_pointing);
  ADD ("stays-in-another-view", test_stays);
  ADD ("right-to-left", test_right_to_left);
  ADD ("picture-is-kept", test_kept_picture);
  ADD ("belief-is-hidden", test_belief);
  ADD ("plain-words", test_plain_words);
  ADD ("plain-words-of-whole-weeks", test_plain_words_of_whole_weeks);
  ADD ("plain-words-tell-half-hours", test_plain_words_tell_half_hours);
#undef ADD
#define ADD(path, func) g_test_add ("/progression/section/" path, Place, NULL, set_up_place, func, tear_down_place)
  ADD ("begins-with-a-check-in", test_begins_with_a_check_in);
  ADD ("sentence-of-two-talks", test_sentence);
  ADD ("views", test_views);
  ADD ("filter", test_filter);
  ADD ("stays-after-a-change", test_section_stays);
  ADD ("takes-back", test_takes_back);
  ADD ("copies", test_copies);
  ADD ("turned-to-the-participant", test_turns);
  ADD ("who-has-it", test_who_has_it);
  ADD ("narrow", test_narrow);
  ADD ("fits-in-every-width", test_fits);
#undef ADD
  return g_test_run ();
}
