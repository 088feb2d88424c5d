#include "fram-test.h"

#include "fram-plan-document.h"
#include "fram-week-plan.h"

#include <cairo.h>

/* A week as boxes, and a plan on pages. */

static const FramPrintBox *
box (const FramWeekLayout *layout, guint i)
{
  return &g_array_index (layout->boxes, FramPrintBox, i);
}

/* An hour is as high as any other; Monday stands left of Tuesday; the whole fills what there is. */
static void
test_geometry (void)
{
  g_autoptr (FramWeekPlan) week = fram_week_plan_new ();
  g_autoptr (FramWeekLayout) layout = NULL;

  fram_week_plan_add (week, FRAM_WEEK_WORK, 1, 9 * 60, 10 * 60, "Snickeri");
  fram_week_plan_add (week, FRAM_WEEK_WORK, 2, 13 * 60, 15 * 60, "Snickeri");
  fram_week_plan_fit (week);
  layout = fram_week_layout_new (week, 534, 25 + 9 * 40, 1, FALSE);
  g_assert_cmpfloat_with_epsilon (layout->minute, 40 / 60.0, 0.001);
  g_assert_cmpfloat_with_epsilon (layout->day, 100, 0.001);
  g_assert_cmpfloat_with_epsilon (box (layout, 0)->x, 34 + 2, 0.01);
  g_assert_cmpfloat_with_epsilon (box (layout, 0)->y, 24 + 40 + 1, 0.01);
  g_assert_cmpfloat_with_epsilon (box (layout, 0)->height, 40 - 1, 0.01);
  g_assert_cmpfloat_with_epsilon (box (layout, 1)->x, 134 + 2, 0.01);
  g_assert_cmpfloat_with_epsilon (box (layout, 1)->height, 80 - 1, 0.01);
}

/* Things at the same time share the day; what only touches does not. */
static void
test_beside_each_other (void)
{
  g_autoptr (FramWeekPlan) week = fram_week_plan_new ();
  g_autoptr (FramWeekLayout) layout = NULL;

  fram_week_plan_add (week, FRAM_WEEK_WORK, 3, 9 * 60, 12 * 60, NULL);
  fram_week_plan_add (week, FRAM_WEEK_GROUP, 3, 10 * 60, 11 * 60, NULL);
  fram_week_plan_add (week, FRAM_WEEK_MEETING, 3, 12 * 60, 13 * 60, NULL);
  layout = fram_week_layout_new (week, 534, 400, 1, FALSE);
  g_assert_cmpfloat (box (layout, 0)->x + box (layout, 0)->width, <=, box (layout, 1)->x);
  g_assert_cmpfloat_with_epsilon (box (layout, 0)->width, box (layout, 1)->width, 0.01);
  g_assert_cmpfloat (box (layout, 2)->width, >, 1.9 * box (layout, 0)->width);
}

static void
test_stretched (void)
{
  g_autoptr (FramWeekPlan) week = fram_week_plan_new ();

  fram_week_plan_fit (week);
  g_assert_cmpint (week->first, ==, 8 * 60);
  g_assert_cmpint (week->last, ==, 17 * 60);
  g_assert_cmpint (week->n_days, ==, 5);
  fram_week_plan_add (week, FRAM_WEEK_OUTSIDE, 5, 6 * 60 + 30, 18 * 60 + 15, NULL);
  fram_week_plan_fit (week);
  g_assert_cmpint (week->first, ==, 6 * 60);
  g_assert_cmpint (week->last, ==, 19 * 60);
  fram_week_plan_add (week, FRAM_WEEK_FREE, 6, FRAM_TIME_NONE, FRAM_TIME_NONE, NULL);
  fram_week_plan_fit (week);
  g_assert_cmpint (week->n_days, ==, 5);
  fram_week_plan_add (week, FRAM_WEEK_OUTSIDE, 6, 9 * 60, 12 * 60, NULL);
  fram_week_plan_fit (week);
  g_assert_cmpint (week->n_days, ==, 7);
}

/* Every point of a block is found as its weekday and time, from both sides of the page. */
static void
test_points (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (FramWeekPlan) week = fram_week_plan_new ();
      g_autoptr (FramWeekLayout) layout = NULL;

      for (int day = 1; day <= 5; day++)
        fram_week_plan_add (week, FRAM_WEEK_WORK, day, 8 * 60 + 60 * day, 9 * 60 + 60 * day, NULL);
      layout = fram_week_layout_new (week, 500, 400, 1, rtl);
      for (guint i = 0; i < 5; i++)
        {
          double x = box (layout, i)->x + box (layout, i)->width / 2,
                 y = box (layout, i)->y + box (layout, i)->height / 2;
          int weekday, minutes;

          g_assert_cmpint (fram_week_layout_find_block (layout, x, y), ==, i);
          g_assert_true (fram_week_layout_find (layout, x, y, &weekday, &minutes));
          g_assert_cmpint (weekday, ==, (int)i + 1);
          g_assert_cmpint (minutes / 60, ==, 9 + (int)i);
        }
      g_assert_true (rtl ? box (layout, 0)->x > box (layout, 4)->x : box (layout, 0)->x < box (layout, 4)->x);
      g_assert_cmpint (fram_week_layout_find_block (layout, rtl ? 490 : 10, 200), ==, -1);
    }
}

/* What is drawn stays within what there is, in every look and at 200 %. */
static void
test_ink (void)
{
  g_autoptr (FramWeekPlan) week = fram_week_plan_new ();

  fram_week_plan_set_head (week, 1, "12 · 14 full", TRUE);
  fram_week_plan_add (week, FRAM_WEEK_OWN, 1, 8 * 60, 8 * 60 + 30, "A very long name of a place indeed")->collides =
      TRUE;
  fram_week_plan_add (week, FRAM_WEEK_FREE, 3, FRAM_TIME_NONE, FRAM_TIME_NONE, "Planning day of the whole house");
  fram_week_plan_add (week, FRAM_WEEK_GROUP, 5, 15 * 60, 17 * 60, "Återhämtningsgrupp för alla");
  for (int look = 0; look < FRAM_N_LOOKS; look++)
    for (int scale = 1; scale <= 2; scale++)
      {
        cairo_rectangle_t area = { -200, -200, 1000, 1400 };
        cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &area);
        cairo_t *cr = cairo_create (surface);
        double height = fram_week_plan_height (week, 44 * scale, scale), x, y, w, h;
        g_autoptr (FramWeekLayout) layout = fram_week_layout_new (week, 600, height, scale, FALSE);
        FramWeekPalette palette;

        fram_week_palette_init (&palette, look, FALSE);
        fram_week_plan_draw (week, layout, &palette, cr);
        cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
        g_assert_cmpfloat (x, >=, -1);
        g_assert_cmpfloat (y, >=, -1);
        g_assert_cmpfloat (x + w, <=, 602);
        g_assert_cmpfloat (y + h, <=, height + 2);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

static void
test_words (void)
{
  g_autoptr (FramWeekPlan) week = fram_week_plan_new ();
  g_autofree char *nothing = fram_week_plan_to_words (week);
  g_autofree char *words = NULL;

  g_assert_cmpuint (strlen (nothing), >, 0);
  fram_week_plan_add (week, FRAM_WEEK_GROUP, 2, 13 * 60, 14 * 60 + 30, "Friskvård");
  fram_week_plan_add (week, FRAM_WEEK_WORK, 1, 9 * 60, 12 * 60, "Snickeri");
  words = fram_week_plan_to_words (week);
  g_assert_nonnull (strstr (words, "09–12 Snickeri; "));
  g_assert_nonnull (strstr (words, "13–14.30 Friskvård"));
}

/* A plan with many milestones goes on to further pages. */
static void
test_pages (void)
{
  g_autoptr (FramPlanDocument) one = fram_plan_document_new ("My plan", "Amina Hassan", "today");
  g_autoptr (FramPlanDocument) many = fram_plan_document_new ("My plan", "Amina Hassan", "today");

  fram_plan_document_add_text (one, "Work");
  fram_plan_document_add_signatures (one, "Participant", "Case worker");
  fram_plan_document_finish (one);
  g_assert_cmpuint (fram_plan_document_n_pages (one), ==, 1);
  for (int i = 0; i < 60; i++)
    fram_plan_document_add_tick (many, "Be on time three days a week", "By 1 December", i % 2 == 0);
  fram_plan_document_add_signatures (many, "Participant", "Case worker");
  fram_plan_document_finish (many);
  g_assert_cmpuint (fram_plan_document_n_pages (many), >=, 3);
  g_assert_cmpuint (fram_plan_document_n_pages (many), <=, 5);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/week-plan/geometry", test_geometry);
  g_test_add_func ("/week-plan/beside-each-other", test_beside_each_other);
  g_test_add_func ("/week-plan/stretched-to-what-stands-in-it", test_stretched);
  g_test_add_func ("/week-plan/points-are-found", test_points);
  g_test_add_func ("/week-plan/ink-stays-inside", test_ink);
  g_test_add_func ("/week-plan/in-words", test_words);
  g_test_add_func ("/week-plan/pages-of-a-document", test_pages);
  return g_test_run ();
}
