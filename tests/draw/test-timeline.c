#include "timeline-fixture.h"

#include <math.h>
#include <string.h>

/* Where things stand on a participant's timeline (VISUAL.md, "Timeline"). */

#define WIDTH 1040.0

static FramTimelineLayout *
lay_out (const FramTimeline *timeline, double width, double text_scale, gboolean rtl)
{
  FramTimelineView view = timeline_view_of_all (timeline, width, text_scale);

  view.rtl = rtl;
  return fram_timeline_layout_new (timeline, &view);
}

static const FramTimelineLabel *
label_at (const FramTimelineLayout *layout, guint i)
{
  return &g_array_index (fram_timeline_layout_get_labels (layout), FramTimelineLabel, i);
}

static guint
n_labels (const FramTimelineLayout *layout)
{
  return fram_timeline_layout_get_labels (layout)->len;
}

static const FramTimelineLabel *
find_label (const FramTimelineLayout *layout, FramTimelineLabelKind kind, const char *text)
{
  for (guint i = 0; i < n_labels (layout); i++)
    if (label_at (layout, i)->kind == kind && (text == NULL || g_str_equal (label_at (layout, i)->text, text)))
      return label_at (layout, i);
  return NULL;
}

static guint
count_labels (const FramTimelineLayout *layout, FramTimelineLabelKind kind)
{
  guint n = 0;

  for (guint i = 0; i < n_labels (layout); i++)
    n += label_at (layout, i)->kind == kind;
  return n;
}

/* --- the picture of VISUAL.md as data --- */

/* Thousandths of the width from the plot's edge, so that no font decides; heights as they are. */
typedef struct
{
  FramLane lane;
  int x;
  int width;
  int y;
  int height;
} Place;

static const Place golden[] = {
  { FRAM_LANE_PHASES, 35, 60, 48, 22 },       { FRAM_LANE_PHASES, 95, 704, 48, 22 },
  { FRAM_LANE_PHASES, 799, 136, 48, 22 },     { FRAM_LANE_WORKSHOPS, 35, 60, 210, 15 },
  { FRAM_LANE_WORKSHOPS, 191, 90, 202, 23 },  { FRAM_LANE_WORKSHOPS, 281, 106, 191, 34 },
  { FRAM_LANE_WORKSHOPS, 387, 141, 179, 46 }, { FRAM_LANE_WORKSHOPS, 528, 176, 164, 61 },
  { FRAM_LANE_WORKSHOPS, 704, 95, 194, 30 },  { FRAM_LANE_WORKSHOPS, 246, 176, 265, 15 },
  { FRAM_LANE_WORKSHOPS, 422, 281, 250, 30 }, { FRAM_LANE_GROUPS, 216, 357, 299, 19 },
  { FRAM_LANE_GROUPS, 327, 432, 321, 19 },    { FRAM_LANE_GROUPS, 714, 191, 299, 19 },
  { FRAM_LANE_EXTERNAL, 704, 231, 351, 20 },
};

static void
test_the_picture_as_data (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) layout = lay_out (timeline, WIDTH, 1, FALSE);
  FramTimelineRect plot = fram_timeline_layout_get_plot (layout);

  for (guint i = 0; i < G_N_ELEMENTS (golden); i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);
      const FramTimelineBox *box = fram_timeline_layout_find_box (layout, i);

      g_assert_nonnull (box);
      g_assert_cmpint (item->lane, ==, golden[i].lane);
      g_assert_cmpint ((int)round ((box->rect.x - plot.x) * 1000 / plot.width), ==, golden[i].x);
      g_assert_cmpint ((int)round (box->rect.width * 1000 / plot.width), ==, golden[i].width);
      g_assert_cmpint ((int)round (box->rect.y), ==, golden[i].y);
      g_assert_cmpint ((int)round (box->rect.height), ==, golden[i].height);
    }
}

/* Where a label stands: in its bar, after its mark or before it. */
static const char *
side_of (const FramTimelineLayout *layout, const FramTimelineLabel *label)
{
  const FramTimelineBox *box = fram_timeline_layout_find_box (layout, label->index);

  if (label->inside)
    return label->rect.x >= box->rect.x && label->rect.x + label->rect.width <= box->rect.x + box->rect.width
               ? "inside"
               : "nowhere";
  if (label->rect.x >= box->rect.x + box->rect.width)
    return "after";
  return label->rect.x + label->rect.width <= box->rect.x ? "before" : "nowhere";
}

static void
test_labels_stand_where_the_rules_say (void)
{
  static const char *const wanted[][2] = {
    { "Participation", "inside" },
    { "Participation, plan", "inside" },
    { "Recovery group", "inside" },
    { "ReDO", "inside" },
    { "Psychiatry, every third week", "inside" },
    { "Möbelverkstan Almen, 12 h", "inside" },
    { "SIP", "after" },
    { "Three-party", "after" },
    { "13 days late", "before" },
    { "Review 30 Nov", "after" },
    { "Next step ready", "before" },
    { "Handover", "before" },
  };
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) layout = lay_out (timeline, WIDTH, 1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      const FramTimelineLabel *label = find_label (layout, FRAM_TIMELINE_LABEL_ITEM, wanted[i][0]);

      if (label == NULL)
        g_error ("“%s” is not written", wanted[i][0]);
      g_assert_cmpstr (side_of (layout, label), ==, wanted[i][1]);
    }
  g_assert_nonnull (find_label (layout, FRAM_TIMELINE_LABEL_GAP, "Gap\n20 days"));
  g_assert_nonnull (find_label (layout, FRAM_TIMELINE_LABEL_CHANGE, "New case worker"));
  g_assert_nonnull (find_label (layout, FRAM_TIMELINE_LABEL_TARGET, "Goal 26 February"));
  g_assert_nonnull (find_label (layout, FRAM_TIMELINE_LABEL_RATE, "26 of 32 sessions, 81 %"));
}

/* A step up says the new hours; the same hours are not said again. */
static void
test_hours_are_said_where_they_change (void)
{
  static const char *const hours[] = { "4 h", "6 h", "9 h", "12 h", "16 h", "8 h" };
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) layout = NULL;
  FramTimelineItem *item;

  layout = lay_out (timeline, WIDTH, 1, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    g_assert_nonnull (find_label (layout, FRAM_TIMELINE_LABEL_HOURS, hours[i]));
  g_clear_pointer (&layout, fram_timeline_layout_free);
  item = g_ptr_array_index (timeline->items, 7);
  item->weekly_minutes = 16 * 60;
  ((FramTimelineItem *)g_ptr_array_index (timeline->items, 8))->weekly_minutes = 16 * 60;
  layout = lay_out (timeline, WIDTH, 1, FALSE);
  g_assert_cmpuint (label_at (layout, 0)->kind, ==, FRAM_TIMELINE_LABEL_LANE);
  for (guint i = 0, n = 0; i < n_labels (layout); i++)
    if (label_at (layout, i)->kind == FRAM_TIMELINE_LABEL_HOURS && g_str_equal (label_at (layout, i)->text, "16 h"))
      g_assert_cmpuint (++n, ==, 1);
}

/* --- lanes --- */

static void
test_lanes_are_there_where_there_is_something_to_see (void)
{
  g_autoptr (FramTimeline) timeline = fram_timeline_new ();
  double empty, blind;

  timeline->from = timeline->today = fram_test_date ("2026-11-12");
  timeline->to = timeline->from + 100;
  timeline->lanes = (1u << FRAM_N_LANES) - 1;
  empty = fram_timeline_layout_get_height (timeline, WIDTH, 1);
  fram_timeline_add (timeline, FRAM_LANE_SUPPORT, "health", timeline->from, FRAM_DATE_NONE);
  g_assert_cmpfloat (fram_timeline_layout_get_height (timeline, WIDTH, 1), >, empty);
  timeline->lanes = 1u << FRAM_LANE_PHASES;
  blind = fram_timeline_layout_get_height (timeline, WIDTH, 1);
  g_assert_cmpfloat (blind, <, empty);
  for (int lane = 0; lane < FRAM_LANE_CHANGES; lane++)
    if (lane != FRAM_LANE_PHASES)
      fram_timeline_add (timeline, (FramLane)lane, "x", timeline->from, timeline->from);
  g_assert_cmpfloat (fram_timeline_layout_get_height (timeline, WIDTH, 1), ==, blind);
}

static void
check_no_box_over_another (const FramTimelineLayout *layout, FramLane lane)
{
  const GArray *boxes = fram_timeline_layout_get_boxes (layout);
  const FramTimeline *timeline = fram_timeline_layout_get_timeline (layout);

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const FramTimelineBox *a = &g_array_index (boxes, FramTimelineBox, i),
                              *b = &g_array_index (boxes, FramTimelineBox, j);
        const FramTimelineItem *one = g_ptr_array_index (timeline->items, a->item);
        const FramTimelineItem *two = g_ptr_array_index (timeline->items, b->item);

        if (one->lane == lane && two->lane == lane)
          g_assert_false (a->rect.x + 1.5 < b->rect.x + b->rect.width && b->rect.x + 1.5 < a->rect.x + a->rect.width &&
                          a->rect.y < b->rect.y + b->rect.height && b->rect.y < a->rect.y + a->rect.height);
      }
}

static void
test_bars_at_the_same_time_have_rows_of_their_own (void)
{
  static const FramLane lanes[] = { FRAM_LANE_GROUPS, FRAM_LANE_EXTERNAL, FRAM_LANE_SUPPORT };

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (FramTimeline) timeline = timeline_random (seed);
      g_autoptr (FramTimelineLayout) layout = lay_out (timeline, WIDTH, 1, FALSE);

      for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
        check_no_box_over_another (layout, lanes[i]);
    }
}

/* --- any timeline at all --- */

static gboolean
is_on_axis (const FramTimelineLabel *label)
{
  return label->kind == FRAM_TIMELINE_LABEL_TODAY || label->kind == FRAM_TIMELINE_LABEL_TARGET ||
         label->kind == FRAM_TIMELINE_LABEL_MONTH || label->kind == FRAM_TIMELINE_LABEL_WEEK;
}

static gboolean
is_name (const FramTimelineLabel *label)
{
  return label->kind == FRAM_TIMELINE_LABEL_LANE || label->kind == FRAM_TIMELINE_LABEL_ROW ||
         label->kind == FRAM_TIMELINE_LABEL_NOTE;
}

static void
check_apart (const FramTimelineLayout *layout)
{
  for (guint i = 0; i < n_labels (layout); i++)
    for (guint j = 0; j < i; j++)
      {
        const FramTimelineRect *a = &label_at (layout, i)->rect, *b = &label_at (layout, j)->rect;

        if (a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width && a->y + 0.01 < b->y + b->height &&
            b->y + 0.01 < a->y + a->height)
          g_error ("“%s” is over “%s”", label_at (layout, i)->text, label_at (layout, j)->text);
      }
}

static void
check_line (const FramTimelineLayout *layout, FramDate day, double part)
{
  double x = fram_timeline_layout_x_of (layout, day + part);

  for (guint i = 0; i < n_labels (layout) && day != FRAM_DATE_NONE; i++)
    {
      const FramTimelineLabel *label = label_at (layout, i);

      if (!is_on_axis (label) && !is_name (label) && label->rect.x < x - 1 && label->rect.x + label->rect.width > x + 1)
        g_error ("“%s” is crossed by the line of a day", label->text);
    }
}

static void
check_inside (const FramTimelineLayout *layout)
{
  const FramTimelineView *view = fram_timeline_layout_get_view (layout);
  const GArray *boxes = fram_timeline_layout_get_boxes (layout);

  for (guint i = 0; i < n_labels (layout); i++)
    {
      const FramTimelineRect *rect = &label_at (layout, i)->rect;

      g_assert_cmpfloat (rect->x, >=, -0.01);
      g_assert_cmpfloat (rect->x + rect->width, <=, view->width + 0.01);
      g_assert_cmpfloat (rect->y, >=, -0.01);
      g_assert_cmpfloat (rect->y + rect->height, <=, view->height + 0.01);
      g_assert_true (g_utf8_validate (label_at (layout, i)->text, -1, NULL));
      if (label_at (layout, i)->elided)
        g_assert_true (g_str_has_suffix (label_at (layout, i)->text, "…"));
    }
  for (guint i = 0; i < boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (boxes, FramTimelineBox, i);

      g_assert_cmpfloat (box->rect.y, >=, 0);
      g_assert_cmpfloat (box->rect.y + box->rect.height, <=, view->height);
      g_assert_cmpfloat (box->hit.width, >=, 23.99);
      g_assert_cmpfloat (box->hit.height, >=, 23.99);
    }
}

static void
check_all (const FramTimelineLayout *layout)
{
  const FramTimeline *timeline = fram_timeline_layout_get_timeline (layout);

  check_apart (layout);
  check_inside (layout);
  check_line (layout, timeline->today, 0.5);
  check_line (layout, timeline->target, 1);
  for (guint i = 0; i < timeline->items->len; i++)
    if (((FramTimelineItem *)g_ptr_array_index (timeline->items, i))->lane == FRAM_LANE_CHANGES)
      check_line (layout, ((FramTimelineItem *)g_ptr_array_index (timeline->items, i))->from, 0.5);
}

/* Widths of a telephone, half a window and a window; letters of usual size and twice as large; near and far. */
static void
test_labels_never_meet (void)
{
  static const double widths[] = { 360, 640, 1280 }, scales[] = { 1, 1.5, 2 }, zooms[] = { 1, 0.2, 0.03, 4 };

  for (guint32 seed = 0; seed < 96; seed++)
    {
      g_autoptr (FramTimeline) timeline = timeline_random (seed);
      FramTimelineView view = timeline_view_of_all (timeline, widths[seed % 3], scales[seed / 3 % 3]);
      double days = view.to - view.from, middle = view.from + days * (seed % 10) / 10;

      view.rtl = seed % 2 == 1;
      view.numbered = seed % 5 == 0;
      for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
        {
          g_autoptr (FramTimelineLayout) layout = NULL;

          view.from = z == 0 ? timeline->from : middle - days * zooms[z] / 2;
          view.to = view.from + days * zooms[z];
          layout = fram_timeline_layout_new (timeline, &view);
          check_all (layout);
        }
    }
}

static void
test_three_busy_years_keep_apart (void)
{
  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (FramTimeline) timeline = timeline_dense (seed);
      g_autoptr (FramTimelineLayout) layout = lay_out (timeline, 1280, seed % 2 == 0 ? 2 : 1, FALSE);

      check_all (layout);
    }
}

static void
test_right_to_left_is_the_mirror (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) left = lay_out (timeline, WIDTH, 1, FALSE), right = lay_out (timeline, WIDTH, 1, TRUE);

  g_assert_cmpuint (n_labels (left), ==, n_labels (right));
  for (guint i = 0; i < n_labels (left); i++)
    {
      const FramTimelineRect *a = &label_at (left, i)->rect, *b = &label_at (right, i)->rect;

      g_assert_cmpstr (label_at (left, i)->text, ==, label_at (right, i)->text);
      g_assert_cmpfloat (fabs (a->x - (WIDTH - b->x - b->width)), <, 0.01);
      g_assert_cmpfloat (fabs (a->y - b->y), <, 0.01);
    }
  for (FramDate day = timeline->from; day < timeline->to; day += 9)
    {
      g_assert_cmpfloat (fabs (fram_timeline_layout_x_of (left, day) + fram_timeline_layout_x_of (right, day) - WIDTH),
                         <, 0.01);
      g_assert_cmpfloat (fabs (fram_timeline_layout_day_at (right, fram_timeline_layout_x_of (right, day)) - day), <,
                         1e-6);
    }
}

/* --- gaps --- */

static void
test_a_gap_is_hatched_between_its_days (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) layout = lay_out (timeline, WIDTH, 1, FALSE);
  double first = fram_timeline_layout_x_of (layout, fram_test_date ("2026-09-12"));
  double next = fram_timeline_layout_x_of (layout, fram_test_date ("2026-10-01"));
  FramTimelineRect rect;

  g_assert_true (fram_timeline_layout_get_gap (layout, 0, &rect));
  g_assert_cmpfloat (fabs (rect.x - first), <=, 1);
  g_assert_cmpfloat (fabs (rect.x + rect.width - next), <=, 1);
  g_assert_cmpint (fram_timeline_layout_hit_gap (layout, (first + next) / 2, rect.y + 4), ==, 0);
  g_assert_cmpint (fram_timeline_layout_hit_gap (layout, first - 4, rect.y + 4), ==, -1);
  g_assert_cmpint (fram_timeline_layout_hit_gap (layout, (first + next) / 2, rect.y - 8), ==, -1); /* not over phases */
}

/* Far away the pill is wider than its gap, and still tells its days. */
static void
test_a_narrow_gap_has_its_pill_above (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) layout = NULL;
  const FramTimelineLabel *pill;
  FramTimelineRect rect;

  timeline->from -= 500;
  layout = lay_out (timeline, WIDTH, 1, FALSE);
  pill = find_label (layout, FRAM_TIMELINE_LABEL_GAP, "Gap 20 days");
  g_assert_nonnull (pill);
  g_assert_true (fram_timeline_layout_get_gap (layout, 0, &rect));
  g_assert_cmpfloat (pill->rect.width, >, rect.width);
  g_assert_cmpfloat (pill->rect.x, <, rect.x + rect.width);
  g_assert_cmpfloat (pill->rect.x + pill->rect.width, >, rect.x);
}

/* --- the axis --- */

static FramTimelineLayout *
near (const FramTimeline *timeline, const char *from, double days)
{
  FramTimelineView view = timeline_view_of_all (timeline, WIDTH, 1);

  view.from = fram_test_date (from);
  view.to = view.from + days;
  return fram_timeline_layout_new (timeline, &view);
}

static void
test_the_axis_counts_what_can_be_read (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) days = near (timeline, "2026-11-02", 14), weeks = near (timeline, "2026-12-14", 60);
  g_autoptr (FramTimelineLayout) months = near (timeline, "2025-06-01", 1200),
                                 years = near (timeline, "2020-01-01", 5000);

  g_assert_nonnull (find_label (days, FRAM_TIMELINE_LABEL_WEEK, "Tue 3"));
  g_assert_nonnull (find_label (weeks, FRAM_TIMELINE_LABEL_WEEK, "53")); /* 2026 has one */
  g_assert_nonnull (find_label (weeks, FRAM_TIMELINE_LABEL_WEEK, "1"));
  g_assert_nonnull (find_label (weeks, FRAM_TIMELINE_LABEL_MONTH, "January 2027"));
  g_assert_nonnull (find_label (months, FRAM_TIMELINE_LABEL_MONTH, "2028"));
  g_assert_nonnull (find_label (months, FRAM_TIMELINE_LABEL_MONTH, "July"));
  g_assert_cmpuint (count_labels (months, FRAM_TIMELINE_LABEL_WEEK), ==, 0);
  g_assert_nonnull (find_label (years, FRAM_TIMELINE_LABEL_MONTH, "2024"));
  g_assert_null (find_label (years, FRAM_TIMELINE_LABEL_MONTH, "July"));
}

/* --- pointing, large text, numbers --- */

static void
test_what_is_pointed_at_is_found (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) layout = lay_out (timeline, WIDTH, 1, FALSE);
  const GArray *boxes = fram_timeline_layout_get_boxes (layout);

  g_assert_cmpuint (boxes->len, ==, timeline->items->len);
  for (guint i = 0; i < boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (boxes, FramTimelineBox, i);
      double x = MAX (box->rect.x, fram_timeline_layout_get_plot (layout).x) + 1;

      g_assert_cmpint (
          fram_timeline_layout_hit (layout, x + MIN (box->rect.width / 2, 6), box->rect.y + box->rect.height / 2), ==,
          box->item);
    }
  g_assert_cmpint (fram_timeline_layout_hit (layout, 5, 60), ==, -1);
}

static void
test_heights_grow_with_the_letters (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  g_autoptr (FramTimelineLayout) usual = lay_out (timeline, 2000, 1, FALSE), large = lay_out (timeline, 2000, 2, FALSE);

  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);

      if (item->lane == FRAM_LANE_GROUPS || item->lane == FRAM_LANE_PHASES)
        g_assert_cmpfloat (fabs (fram_timeline_layout_find_box (large, i)->rect.height -
                                 2 * fram_timeline_layout_find_box (usual, i)->rect.height),
                           <, 0.01);
    }
  g_assert_cmpfloat (find_label (large, FRAM_TIMELINE_LABEL_LANE, "Phases")->rect.height, >=, 30);
}

/* On paper: every label that is not written whole has a number. */
static void
test_what_has_no_room_gets_a_number (void)
{
  g_autoptr (FramTimeline) timeline = timeline_dense (3);
  FramTimelineView view = timeline_view_of_all (timeline, 700, 1);
  g_autoptr (FramTimelineLayout) layout = NULL;
  const GArray *notes;

  view.numbered = TRUE;
  layout = fram_timeline_layout_new (timeline, &view);
  notes = fram_timeline_layout_get_notes (layout);
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = g_ptr_array_index (timeline->items, i);
      gboolean told =
          item->label == NULL || item->lane == FRAM_LANE_WORKSHOPS || fram_timeline_layout_find_box (layout, i) == NULL;

      for (guint n = 0; n < n_labels (layout); n++)
        told = told || (label_at (layout, n)->index == i && !label_at (layout, n)->elided &&
                        g_str_equal (label_at (layout, n)->text, item->label));
      for (guint n = 0; n < notes->len; n++)
        told = told || g_array_index (notes, guint, n) == i;
      g_assert_true (told);
    }
  g_assert_cmpuint (notes->len, >, 0);
  g_assert_nonnull (find_label (layout, FRAM_TIMELINE_LABEL_NUMBER, NULL));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/timeline/the-picture-as-data", test_the_picture_as_data);
  g_test_add_func ("/timeline/labels-stand-where-the-rules-say", test_labels_stand_where_the_rules_say);
  g_test_add_func ("/timeline/hours-are-said-where-they-change", test_hours_are_said_where_they_change);
  g_test_add_func ("/timeline/lanes-with-something-to-see", test_lanes_are_there_where_there_is_something_to_see);
  g_test_add_func ("/timeline/bars-at-the-same-time", test_bars_at_the_same_time_have_rows_of_their_own);
  g_test_add_func ("/timeline/labels-never-meet", test_labels_never_meet);
  g_test_add_func ("/timeline/three-busy-years", test_three_busy_years_keep_apart);
  g_test_add_func ("/timeline/right-to-left-is-the-mirror", test_right_to_left_is_the_mirror);
  g_test_add_func ("/timeline/a-gap-is-hatched", test_a_gap_is_hatched_between_its_days);
  g_test_add_func ("/timeline/a-narrow-gap", test_a_narrow_gap_has_its_pill_above);
  g_test_add_func ("/timeline/the-axis", test_the_axis_counts_what_can_be_read);
  g_test_add_func ("/timeline/pointing", test_what_is_pointed_at_is_found);
  g_test_add_func ("/timeline/large-letters", test_heights_grow_with_the_letters);
  g_test_add_func ("/timeline/numbers-on-paper", test_what_has_no_room_gets_a_number);
  return g_test_run ();
}
