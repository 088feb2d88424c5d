#include "progression-fixture.h"

#include "fram-progression-layout-private.h"

#include <math.h>
#include <string.h>

/* Where things stand on a progression chart (VISUAL.md, "Progression"): by table, and by properties of anything. */

static FramProgressionLayout *
lay_out (const FramProgression *progression, FramProgressionKind kind, double width)
{
  FramProgressionView view;

  fram_progression_view_init (&view, kind, width);
  return fram_progression_layout_new (progression, &view);
}

static const FramProgressionPanel *
panel_at (const FramProgressionLayout *layout, guint i)
{
  return &g_array_index (fram_progression_layout_get_panels (layout), FramProgressionPanel, i);
}

static const FramProgressionPoint *
point_at (const FramProgressionLayout *layout, guint i)
{
  return &g_array_index (layout->points, FramProgressionPoint, i);
}

static const FramProgressionLabel *
label_at (const FramProgressionLayout *layout, guint i)
{
  return &g_array_index (fram_progression_layout_get_labels (layout), FramProgressionLabel, i);
}

static const FramProgressionLabel *
find_label (const FramProgressionLayout *layout, FramProgressionLabelKind kind, const char *text)
{
  for (guint i = 0; i < layout->labels->len; i++)
    if (label_at (layout, i)->kind == kind && g_str_equal (label_at (layout, i)->text, text))
      return label_at (layout, i);
  return NULL;
}

static const FramRatingPoint *
rating_of (const FramProgressionLayout *layout, const FramProgressionPoint *point)
{
  return &g_array_index (fram_progression_layout_series (layout, point->series)->points[point->rater], FramRatingPoint,
                         point->index);
}

/* --- the picture --- */

typedef struct
{
  double width;
  guint columns;
} Columns;

static guint
count_columns (const FramProgressionLayout *layout)
{
  guint n = 0;

  for (guint i = 1; i < layout->panels->len && panel_at (layout, i)->rect.y == panel_at (layout, 1)->rect.y; i++)
    n++;
  return n;
}

static void
test_four_columns_and_one_where_it_is_narrow (void)
{
  static const Columns table[] = { { 1280, 4 }, { 1040, 4 }, { 800, 3 }, { 620, 2 }, { 360, 1 }, { 2000, 6 } };
  g_autoptr (FramProgression) progression = progression_samira ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, table[i].width);

      g_assert_cmpuint (count_columns (layout), ==, table[i].columns);
      g_assert_cmpuint (layout->panels->len, ==, 13); /* weeks, eleven questions, the key */
      g_assert_cmpint (panel_at (layout, 0)->series, ==, -1);
      g_assert_cmpint (panel_at (layout, 12)->series, ==, -2);
      for (guint n = 1; n < 12; n++)
        g_assert_cmpint (panel_at (layout, n)->series, ==, (int)n - 1);
    }
}

static void
test_measures_of_a_panel (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  const FramProgressionPanel *panel = panel_at (layout, 1);

  g_assert_cmpfloat (panel->rect.height, ==, 110);
  g_assert_cmpfloat (panel->plot.height, ==, 62);
  g_assert_cmpfloat (panel_at (layout, 5)->rect.y - panel->rect.y, ==, 116);
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_TITLE, "Tro på att få jobb"));
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_NOTE, "flytten"));
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_MOMENT, "Butik Torsten"));
}

/* Own 4 3 2 … and the case worker's, at the right edge: one number where they agree, in the colour of text. */
static void
test_last_values_stand_after_the_last_talk (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  GString *found = g_string_new (NULL);

  for (guint panel = 1; panel < 12; panel++)
    {
      const FramProgressionPanel *at = panel_at (layout, panel);

      for (guint i = 0; i < layout->labels->len; i++)
        {
          const FramProgressionLabel *label = label_at (layout, i);

          if (label->kind != FRAM_PROGRESSION_LABEL_VALUE || label->rect.x < at->rect.x || label->rect.y < at->rect.y ||
              label->rect.x > at->rect.x + at->rect.width || label->rect.y > at->rect.y + at->rect.height)
            continue;
          g_assert_cmpfloat (label->rect.x, >, at->plot.x + at->plot.width * 0.9);
          g_string_append_printf (found, "%s%s", label->text, label->rater == -1 ? "=" : label->rater == 0 ? "o" : "c");
        }
      g_string_append_c (found, ' ');
    }
  g_assert_cmpstr (found->str, ==, "3o4c 4= 4= 3= 3o2c 4= 4= 2o3c 3= 2o 5o ");
  g_string_free (found, TRUE);
}

/* Who did not rate at the last talk has no value there: neither beside the other's, nor as one number with it. */
static void
test_an_old_value_is_not_told_as_the_last_one (void)
{
  FramDate day = fram_test_date ("2026-05-04");
  g_autoptr (FramProgression) progression = fram_progression_new (day, day + 200);
  g_autoptr (FramProgressionLayout) layout = NULL;
  FramIndicatorSeries *series;
  guint n = 0;

  fram_progression_add_set (progression, "skapa-6", "Six");
  series = fram_progression_add_series (progression, 0, "Health");
  fram_indicator_series_add (series, FRAM_RATER_PARTICIPANT, day + 10, 4, NULL);
  fram_indicator_series_add (series, FRAM_RATER_PARTICIPANT, day + 60, 2, NULL);
  for (int talk = 0; talk < 4; talk++)
    fram_indicator_series_add (series, FRAM_RATER_CASE_WORKER, day + 10 + 50 * talk, talk < 2 ? 4 : 2, NULL);
  fram_progression_finish (progression);
  layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const FramProgressionLabel *label = label_at (layout, i);

      if (label->kind != FRAM_PROGRESSION_LABEL_VALUE)
        continue;
      n++;
      g_assert_cmpint (label->rater, !=, -1);
      for (guint j = 0; j < layout->points->len; j++)
        if (label->rater == FRAM_RATER_PARTICIPANT && point_at (layout, j)->day == day + 110)
          g_assert_cmpfloat (label->rect.x + label->rect.width, <, point_at (layout, j)->x);
        else if (label->rater == FRAM_RATER_CASE_WORKER)
          g_assert_cmpfloat (label->rect.x, >, point_at (layout, j)->x);
    }
  g_assert_cmpuint (n, ==, 2);
}

static void
test_equal_values_stand_apart (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  guint equal = 0;

  for (guint i = 0; i < layout->points->len; i++)
    for (guint j = i + 1; j < layout->points->len; j++)
      {
        const FramProgressionPoint *a = point_at (layout, i), *b = point_at (layout, j);

        if (a->panel != b->panel || a->day != b->day)
          continue;
        if (a->value == b->value)
          {
            g_assert_cmpfloat_with_epsilon (b->y - a->y, 3.2, 0.001);
            equal++;
          }
        else
          g_assert_cmpfloat (fabs (a->y - b->y), >, 15);
      }
  g_assert_cmpuint (equal, >, 10);
}

/* Three weeks are three narrow bars at the beginning of an axis, not three wide ones. */
static void
test_a_short_enrolment_is_not_stretched (void)
{
  g_autoptr (FramProgression) progression = progression_new_here ();
  g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1280);
  const FramProgressionPanel *weeks = panel_at (layout, 0);

  g_assert_cmpuint (layout->bars->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const FramProgressionBar *bar = &g_array_index (layout->bars, FramProgressionBar, i);

      g_assert_cmpfloat (bar->column.width, <=, 26);
      g_assert_cmpfloat (bar->column.x, <, weeks->plot.x + weeks->plot.width * 0.4);
    }
  g_assert_cmpuint (layout->joins->len, ==, 0); /* one talk */
  g_assert_cmpuint (layout->points->len, ==, 3);
}

/* --- weeks --- */

/* Who came to one of four days is drawn at 25 %, at the same slope as others. */
static void
test_rates_below_half_are_drawn (void)
{
  FramDate monday = fram_test_date ("2026-09-07");
  g_autoptr (FramProgression) progression = fram_progression_new (monday, monday + 12 * 7);
  g_autoptr (FramProgressionLayout) layout = NULL;
  const FramProgressionBar *bar;

  for (int day = 0; day < 12 * 7; day++)
    if (day % 7 < 4)
      fram_progression_add_session (progression, monday + day, day % 7 == 0 ? FRAM_COUNTS_PRESENT : FRAM_COUNTS_ABSENT,
                                    180, 180);
  fram_progression_finish (progression);
  layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  bar = &g_array_index (layout->bars, FramProgressionBar, 11);
  g_assert_cmpint (g_array_index (progression->weeks, FramProgressWeek, 11).rate, ==, 25);
  g_assert_cmpfloat_with_epsilon (bar->rate - panel_at (layout, 0)->rect.y - 14 - 31, 51, 0.5);
  g_assert_cmpfloat (bar->rate, <, panel_at (layout, 0)->plot.y);
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_SCALE, "25 %"));
}

/* Hours stand on their scale: 16 planned and 15 attended in the last week of the picture. */
static void
test_hours_stand_on_their_scale (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  const FramProgressionRect *plot = &panel_at (layout, 0)->plot;
  const FramProgressionBar *last = &g_array_index (layout->bars, FramProgressionBar, layout->bars->len - 1);
  const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, progression->weeks->len - 1);

  g_assert_cmpint (week->planned_minutes, ==, 16 * 60);
  g_assert_cmpfloat_with_epsilon ((last->base - last->attended) / (last->base - last->planned),
                                  (double)week->attended_minutes / week->planned_minutes, 0.001);
  g_assert_cmpfloat (last->planned, >=, plot->y);
  for (guint i = 0; i < layout->bars->len; i++)
    {
      const FramProgressionBar *bar = &g_array_index (layout->bars, FramProgressionBar, i);

      g_assert_true (isnan (bar->attended) ==
                     (g_array_index (progression->weeks, FramProgressWeek, bar->week).attended_minutes < 0));
    }
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_STATE, "Closed"));
  g_assert_cmpuint (layout->pauses->len, ==, 1);
}

/* On a Friday nothing is said yet of this week: beside the chart stand the hours of the last one that is over, both of the
 * same one, and the line ends there. */
static void
test_words_beside_are_of_the_last_whole_week (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  FramProgressWeek *weeks = (FramProgressWeek *)(void *)progression->weeks->data;
  guint n = progression->weeks->len;

  g_assert_cmpint (weeks[n - 1].attended_minutes, ==, 15 * 60);
  for (int width = 360; width <= 1040; width += 680)
    {
      g_autoptr (FramProgressionLayout) layout = lay_out (progression, FRAM_PROGRESSION_PANELS, width);

      g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_KEY, "week 45"));
      g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_KEY, "planned 16 h"));
      g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_KEY, "present 14 h"));
      g_assert_true (isnan (g_array_index (layout->bars, FramProgressionBar, n - 1).rate));
      g_assert_false (isnan (g_array_index (layout->bars, FramProgressionBar, n - 1).attended));
    }
  g_assert_cmpint (weeks[n - 1].rate, ==, -1);
  g_assert_cmpint (weeks[n - 2].rate, >=, 0);
}

/* In the first week the words name what is drawn, without hours that would be of half a week. */
static void
test_first_week_has_no_hours_beside (void)
{
  FramDate monday = fram_test_date ("2026-11-09");
  g_autoptr (FramProgression) progression = fram_progression_new (monday, monday + 3);
  g_autoptr (FramProgressionLayout) layout = NULL;

  fram_progression_add_session (progression, monday, FRAM_COUNTS_PRESENT, 120, 120);
  fram_progression_finish (progression);
  layout = lay_out (progression, FRAM_PROGRESSION_PANELS, 1040);
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_KEY, "planned"));
  g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_KEY, "present"));
  g_assert_null (find_label (layout, FRAM_PROGRESSION_LABEL_KEY, "week 46"));
}

/* Words at ticks are whole, whatever the width; a new workshop is told before the meetings around it. */
static void
test_words_at_ticks_are_whole (void)
{
  for (int width = 360; width <= 1400; width += 65)
    {
      g_autoptr (FramProgression) progression = progression_samira ();
      g_autoptr (FramProgressionLayout) layout = NULL;

      fram_progression_add_moment (progression, FRAM_MOMENT_MEETING, fram_test_date ("2026-05-12"), "Follow-up", NULL);
      fram_progression_add_moment (progression, FRAM_MOMENT_MEETING, fram_test_date ("2026-05-20"), "Follow-up", NULL);
      fram_progression_finish (progression);
      layout = lay_out (progression, FRAM_PROGRESSION_PANELS, width);
      g_assert_nonnull (find_label (layout, FRAM_PROGRESSION_LABEL_MOMENT, "Snickeri"));
      for (guint i = 0; i < layout->labels->len; i++)
        g_assert_false (label_at (layout, i)->kind == FRAM_PROGRESSION_LABEL_MOMENT && label_at (layout, i)->elided);
    }
}

/* --- properties --- */

static gboolean
is_over_time (const FramProgressionLayout *layout)
{
  return layout->view.kind == FRAM_PROGRESSION_PANELS || layout->view.kind == FRAM_PROGRESSION_LINES;
}

static const FramProgressionPoint *
find_point (const FramProgressionLayout *layout, guint series, FramRater rater, guint index)
{
  const FramProgressionPoint *found = NULL;

  for (guint i = 0; i < layout->points->len; i++)
    {
      const FramProgressionPoint *point = point_at (layout, i);

      if (point->series != series || point->rater != rater || point->index != index)
        continue;
      g_assert_null (found);
      found = point;
    }
  return found;
}

static void
check_height (const FramProgressionLayout *layout, const FramProgressionPoint *point)
{
  const FramIndicatorSeries *series = fram_progression_layout_series (layout, point->series);
  const FramProgressionRect *plot = &panel_at (layout, point->panel)->plot;
  double level = plot->height / (series->highest - series->lowest);
  double y = plot->y + (series->highest - point->value) * level;

  g_assert_cmpfloat (fabs (point->y - y), <, layout->view.kind == FRAM_PROGRESSION_LINES ? level / 2 : 1.7 * layout->s);
}

/* Every rating that is shown has one point at its height, in the order of time. */
static void
check_points (const FramProgressionLayout *layout)
{
  double along = layout->view.rtl ? -1 : 1;

  if (!is_over_time (layout))
    return;
  for (guint i = 0; i < layout->progression->series->len; i++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const GArray *points = fram_progression_layout_series (layout, i)->points[rater];
        const FramProgressionPoint *last = NULL;

        for (guint index = 0; index < points->len; index++)
          {
            const FramProgressionPoint *point = find_point (layout, i, (FramRater)rater, index);

            g_assert_true ((point != NULL) == fram_progression_layout_shows (layout, i, (FramRater)rater));
            if (point == NULL)
              continue;
            g_assert_cmpint (point->value, ==, g_array_index (points, FramRatingPoint, index).value);
            if (!point->counts)
              continue;
            check_height (layout, point);
            if (last != NULL)
              g_assert_cmpfloat (along * point->x, >, along * last->x);
            last = point;
          }
      }
}

static void
test_every_rating_has_its_point (void)
{
  progression_check_all (check_points);
}

static gboolean
was_asked_between (const FramProgressionLayout *layout, const FramProgressionPoint *from,
                   const FramProgressionPoint *to)
{
  const FramIndicatorSeries *series = fram_progression_layout_series (layout, from->series);

  for (guint i = 0; i < layout->progression->series->len; i++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const FramIndicatorSeries *other = fram_progression_layout_series (layout, i);

        if (other->set != series->set || (rater == FRAM_RATER_CASE_WORKER && other->belief))
          continue;
        for (guint j = 0; j < other->points[rater]->len; j++)
          {
            FramDate day = g_array_index (other->points[rater], FramRatingPoint, j).day;

            if (day > from->day && day < to->day)
              return TRUE;
          }
      }
  return FALSE;
}

static gboolean
has_join (const FramProgressionLayout *layout, guint from, guint to)
{
  for (guint i = 0; i < layout->joins->len; i++)
    if (g_array_index (layout->joins, FramProgressionJoin, i).from == from &&
        g_array_index (layout->joins, FramProgressionJoin, i).to == to)
      return TRUE;
  return FALSE;
}

/* A line goes from talk to talk; where a talk was missed it has a gap, and only there. Talks are two weeks apart. */
static void
check_joins (const FramProgressionLayout *layout)
{
  if (!is_over_time (layout))
    return;
  for (guint i = 0; i < layout->joins->len; i++)
    {
      const FramProgressionJoin *join = &g_array_index (layout->joins, FramProgressionJoin, i);
      const FramProgressionPoint *from = point_at (layout, join->from), *to = point_at (layout, join->to);

      g_assert_cmpuint (from->panel, ==, to->panel);
      g_assert_cmpuint (from->series, ==, to->series);
      g_assert_cmpint (from->rater, ==, to->rater);
      g_assert_true (from->counts && to->counts && from->day < to->day);
    }
  for (guint i = 0; i < layout->points->len; i++)
    for (guint j = i + 1; j < layout->points->len; j++)
      {
        const FramProgressionPoint *from = point_at (layout, i), *to = point_at (layout, j);

        if (from->series != to->series || from->rater != to->rater)
          break;
        if (!from->counts || !to->counts)
          continue;
        g_assert_true (has_join (layout, i, j) == !was_asked_between (layout, from, to));
        break;
      }
}

static void
test_lines_join_neighbouring_talks_only (void)
{
  progression_check_all (check_joins);
}

static gboolean
overlap (const FramProgressionRect *a, const FramProgressionRect *b)
{
  return a->x + 0.01 < b->x + b->width && b->x + 0.01 < a->x + a->width && a->y + 0.01 < b->y + b->height &&
         b->y + 0.01 < a->y + a->height;
}

static void
check_labels (const FramProgressionLayout *layout)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const FramProgressionLabel *label = label_at (layout, i);
      FramTextType type = { label->size, label->bold, layout->view.exact };

      for (guint j = i + 1; j < layout->labels->len; j++)
        if (overlap (&label->rect, &label_at (layout, j)->rect))
          g_error ("“%s” at %.1f, %.1f and “%s” at %.1f, %.1f overlap; kind %d, width %.0f, scale %.2f", label->text,
                   label->rect.x, label->rect.y, label_at (layout, j)->text, label_at (layout, j)->rect.x,
                   label_at (layout, j)->rect.y, layout->view.kind, layout->view.width, layout->s);
      g_assert_cmpfloat (label->rect.x, >=, -0.01);
      g_assert_cmpfloat (label->rect.y, >=, 0);
      g_assert_cmpfloat (label->rect.x + label->rect.width, <=, layout->view.width + 0.01);
      g_assert_cmpfloat (label->rect.y + label->rect.height, <=, fram_progression_layout_get_height (layout));
      g_assert_cmpfloat (fram_drawn_text_width (label->text, &type), <=, label->rect.width + 1);
      g_assert_true (label->elided == (strstr (label->text, "…") != NULL));
    }
}

static void
test_no_label_is_cut_or_lies_on_another (void)
{
  progression_check_all (check_labels);
}

static gboolean
is_inside (const FramProgressionRect *rect, double x, double y, double margin)
{
  return x >= rect->x - margin && x <= rect->x + rect->width + margin && y >= rect->y - margin &&
         y <= rect->y + rect->height + margin;
}

static void
check_inside (const FramProgressionLayout *layout)
{
  FramProgressionRect all = { 0, 0, layout->view.width, fram_progression_layout_get_height (layout) };

  for (guint i = 0; i < layout->panels->len; i++)
    {
      const FramProgressionPanel *panel = panel_at (layout, i);

      g_assert_true (is_inside (&all, panel->rect.x, panel->rect.y, 0.01));
      g_assert_true (is_inside (&all, panel->rect.x + panel->rect.width, panel->rect.y + panel->rect.height, 0.01));
      g_assert_true (is_inside (&panel->rect, panel->plot.x, panel->plot.y, 0.01));
      g_assert_true (
          is_inside (&panel->rect, panel->plot.x + panel->plot.width, panel->plot.y + panel->plot.height, 0.01));
      for (guint j = i + 1; j < layout->panels->len; j++)
        g_assert_false (overlap (&panel->rect, &panel_at (layout, j)->rect));
    }
  for (guint i = 0; i < layout->points->len; i++)
    g_assert_true (is_inside (&panel_at (layout, point_at (layout, i)->panel)->rect, point_at (layout, i)->x,
                              point_at (layout, i)->y, 0));
}

static void
test_everything_is_inside_its_panel (void)
{
  progression_check_all (check_inside);
}

/* Steps forward and new heights have their triangles, nothing else has. */
static void
check_triangles (const FramProgressionLayout *layout)
{
  guint expected = 0, found = 0;

  if (layout->view.kind != FRAM_PROGRESSION_PANELS)
    return;
  for (guint i = 0; i < layout->points->len; i++)
    expected += point_at (layout, i)->counts && (rating_of (layout, point_at (layout, i))->is_step ||
                                                 rating_of (layout, point_at (layout, i))->is_new_high);
  for (guint i = 0; i < layout->triangles->len; i++)
    {
      const FramProgressionTriangle *triangle = &g_array_index (layout->triangles, FramProgressionTriangle, i);
      const FramProgressionPoint *point;

      if (!triangle->is_rating)
        continue;
      found++;
      point = point_at (layout, triangle->point);
      g_assert_true (triangle->hollow == rating_of (layout, point)->is_new_high);
      g_assert_true (triangle->hollow != rating_of (layout, point)->is_step);
      g_assert_cmpfloat (fabs (triangle->x - point->x), <=, 6 * layout->s);
      g_assert_cmpfloat (fabs (triangle->y - point->y), <=, 15 * layout->s);
      g_assert_true (is_inside (&panel_at (layout, point->panel)->rect, triangle->x, triangle->y, -3 * layout->s));
    }
  g_assert_cmpuint (found, ==, expected);
}

static void
test_triangles_stand_where_steps_are (void)
{
  progression_check_all (check_triangles);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/progression/columns", test_four_columns_and_one_where_it_is_narrow);
  g_test_add_func ("/progression/measures-of-a-panel", test_measures_of_a_panel);
  g_test_add_func ("/progression/last-values", test_last_values_stand_after_the_last_talk);
  g_test_add_func ("/progression/old-values", test_an_old_value_is_not_told_as_the_last_one);
  g_test_add_func ("/progression/equal-values-stand-apart", test_equal_values_stand_apart);
  g_test_add_func ("/progression/short-enrolment", test_a_short_enrolment_is_not_stretched);
  g_test_add_func ("/progression/rates-below-half", test_rates_below_half_are_drawn);
  g_test_add_func ("/progression/hours-on-their-scale", test_hours_stand_on_their_scale);
  g_test_add_func ("/progression/every-rating-has-its-point", test_every_rating_has_its_point);
  g_test_add_func ("/progression/lines-join-neighbouring-talks", test_lines_join_neighbouring_talks_only);
  g_test_add_func ("/progression/words-beside-are-of-the-last-whole-week",
                   test_words_beside_are_of_the_last_whole_week);
  g_test_add_func ("/progression/first-week-has-no-hours-beside", test_first_week_has_no_hours_beside);
  g_test_add_func ("/progression/words-at-ticks-are-whole", test_words_at_ticks_are_whole);
  g_test_add_func ("/progression/labels-whole-and-apart", test_no_label_is_cut_or_lies_on_another);
  g_test_add_func ("/progression/inside-its-panel", test_everything_is_inside_its_panel);
  g_test_add_func ("/progression/triangles", test_triangles_stand_where_steps_are);
  return g_test_run ();
}
