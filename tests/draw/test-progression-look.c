#include "contrast.h"
#include "progression-fixture.h"

#include "fram-progression-layout-private.h"

#include <string.h>

/* How a progression chart looks: colours that can be told apart, and ink where the layout says. */

/* --- contrast --- */

static void
check_text (FramColour text, const FramProgressionPalette *p)
{
  g_assert_cmpfloat (contrast (text, p->card), >=, 4.5);
  g_assert_cmpfloat (contrast (text, p->ground), >=, 4.5);
}

static void
check_mark (FramColour mark, const FramProgressionPalette *p)
{
  g_assert_cmpfloat (contrast (mark, p->card), >=, 3);
  g_assert_cmpfloat (contrast (mark, p->ground), >=, 3);
}

static void
test_every_look_can_be_read (void)
{
  for (int look = 0; look < FRAM_N_LOOKS; look++)
    {
      FramProgressionPalette p;

      fram_progression_palette_init (&p, (FramLook)look, TRUE);
      check_text (p.ink, &p);
      check_text (p.dim, &p);
      g_assert_cmpfloat (contrast (p.dim, p.pause), >=, 4.5); /* its word stands on it */
      for (guint i = 0; i < FRAM_N_RATERS; i++)
        check_text (p.raters[i], &p); /* last values are in these */
      for (guint i = 0; i < FRAM_PROGRESSION_COLOURS; i++)
        check_text (p.series[i], &p);
      check_mark (p.rate, &p);
      check_mark (p.planned, &p);
      check_mark (p.attended, &p);
      check_mark (p.step, &p);
      check_mark (p.tick, &p);
      g_assert_cmpfloat (contrast (p.tick, p.attended), >=, 2.5); /* a change of case worker goes through bars */
      for (guint i = 0; i < FRAM_PROGRESSION_COLOURS; i++)
        for (guint j = i + 1; j < FRAM_PROGRESSION_COLOURS; j++)
          g_assert_false (is_colour (p.series[i], p.series[j]));
    }
}

static void
test_high_contrast_is_higher (void)
{
  for (int dark = 0; dark < 2; dark++)
    {
      FramProgressionPalette usual, high;

      fram_progression_palette_init (&usual, dark ? FRAM_LOOK_DARK : FRAM_LOOK_LIGHT, TRUE);
      fram_progression_palette_init (&high, dark ? FRAM_LOOK_DARK_CONTRAST : FRAM_LOOK_LIGHT_CONTRAST, TRUE);
      for (guint i = 0; i < FRAM_N_RATERS; i++)
        g_assert_cmpfloat (contrast (high.raters[i], high.card), >=, 7);
      for (guint i = 0; i < FRAM_PROGRESSION_COLOURS; i++)
        g_assert_cmpfloat (contrast (high.series[i], high.card), >=, 7);
      g_assert_cmpfloat (contrast (high.rate, high.card), >=, 7);
      g_assert_cmpfloat (contrast (high.rule, high.card), >=, 3);
      g_assert_cmpfloat (contrast (high.planned, high.card), >, contrast (usual.planned, usual.card));
      g_assert_cmpfloat (contrast (high.attended, high.card), >, contrast (usual.attended, usual.card));
    }
}

/* --- ink --- */

static void
draw_on (cairo_surface_t *surface, const FramProgressionLayout *layout, FramLook look, gboolean has_ground)
{
  cairo_t *cr = cairo_create (surface);
  FramProgressionPalette palette;

  fram_progression_palette_init (&palette, look, has_ground);
  fram_progression_draw (layout, &palette, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

/* The drawing does not rely on being clipped: what it paints lies inside of the view. */
static void
test_no_ink_outside_of_the_view (void)
{
  static const double widths[] = { 320, 360, 800, 1280, 2000 };

  for (guint32 seed = 0; seed < 24; seed++)
    {
      g_autoptr (FramProgression) progression = progression_random (seed);
      g_autoptr (FramProgressionLayout) layout = NULL;
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      FramProgressionView view;
      double x, y, width, height;

      fram_progression_view_init (&view, (FramProgressionKind)(seed % FRAM_N_PROGRESSION_KINDS), widths[seed % 5]);
      view.text_scale = seed % 3 == 0 ? 2 : 1;
      view.rtl = seed % 2 == 0;
      layout = fram_progression_layout_new (progression, &view);
      layout->view.width += 200; /* the clip is wider than the layout was made for */
      layout->height += 200;
      if (view.rtl)
        layout->view.rtl = TRUE;
      draw_on (ink, layout, FRAM_LOOK_LIGHT, FALSE);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      cairo_surface_destroy (ink);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (x + width, <=, view.width + 1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (y + height, <=, layout->height - 200 + 1);
      g_assert_cmpfloat (width, >, view.width * 0.5);
    }
}

/* Own points are discs and filled, the case worker's squares are hollow: at the very places that the layout says. */
static void
check_points (cairo_surface_t *image, const FramProgressionLayout *layout, const FramProgressionPalette *palette)
{
  for (guint i = 0; i < layout->points->len; i++)
    {
      const FramProgressionPoint *point = &g_array_index (layout->points, FramProgressionPoint, i);
      gboolean alone = TRUE;

      for (guint j = 0; j < layout->points->len; j++)
        {
          const FramProgressionPoint *other = &g_array_index (layout->points, FramProgressionPoint, j);

          alone = alone && (j == i || fabs (other->x - point->x) > 9 || fabs (other->y - point->y) > 9);
        }
      if (!alone)
        continue;
      if (point->rater == FRAM_RATER_PARTICIPANT)
        g_assert_true (is_colour (pixel (image, point->x, point->y), palette->raters[FRAM_RATER_PARTICIPANT]));
      else
        {
          g_assert_true (is_colour (pixel (image, point->x, point->y), palette->card));
          g_assert_false (is_colour (pixel (image, point->x - 3.5, point->y - 3.5), palette->card));
        }
    }
}

static void
test_ink_is_where_the_layout_says (void)
{
  for (int look = 0; look < FRAM_N_LOOKS; look++)
    {
      g_autoptr (FramProgression) progression = progression_samira ();
      FramProgressionView view;
      g_autoptr (FramProgressionLayout) layout = NULL;
      cairo_surface_t *image;
      FramProgressionPalette p;
      const FramProgressionBar *bar;

      fram_progression_view_init (&view, FRAM_PROGRESSION_PANELS, 1040);
      layout = fram_progression_layout_new (progression, &view);
      image =
          cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1040, (int)fram_progression_layout_get_height (layout) + 1);
      fram_progression_palette_init (&p, (FramLook)look, TRUE);
      draw_on (image, layout, (FramLook)look, TRUE);
      cairo_surface_flush (image);
      g_assert_true (is_colour (pixel (image, 0, 0), p.ground));
      g_assert_true (is_colour (pixel (image, 500, 5), p.card));
      bar = &g_array_index (layout->bars, FramProgressionBar, 20);
      g_assert_true (is_colour (pixel (image, bar->column.x + bar->column.width / 2, bar->base - 4), p.attended));
      g_assert_true (is_colour (pixel (image, bar->column.x + bar->column.width / 2, bar->attended - 3), p.card));
      for (guint i = 0; i < layout->triangles->len; i++)
        {
          const FramProgressionTriangle *triangle = &g_array_index (layout->triangles, FramProgressionTriangle, i);

          if (!triangle->hollow)
            g_assert_true (is_colour (pixel (image, triangle->x, triangle->y + 1), p.step));
        }
      check_points (image, layout, &p);
      cairo_surface_destroy (image);
    }
}

/* Paper is not painted: what is drawn without a ground leaves it as it is. */
static void
test_without_a_ground_nothing_is_painted (void)
{
  g_autoptr (FramProgression) progression = progression_samira ();
  FramProgressionView view;
  g_autoptr (FramProgressionLayout) layout = NULL;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1040, 640);

  fram_progression_view_init (&view, FRAM_PROGRESSION_PANELS, 1040);
  layout = fram_progression_layout_new (progression, &view);
  draw_on (image, layout, FRAM_LOOK_LIGHT, FALSE);
  cairo_surface_flush (image);
  for (double x = 500; x < 600; x += 7)
    g_assert_cmpuint (*(const guint32 *)(gconstpointer)(cairo_image_surface_get_data (image) +
                                                        5 * cairo_image_surface_get_stride (image) + 4 * (int)x),
                      ==, 0);
  cairo_surface_destroy (image);
}

/* As grey pictures the sides differ: by shape and line, not only by colour. */
static void
test_sides_differ_without_colour (void)
{
  GString *seen[FRAM_N_RATERS];

  for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
    {
      g_autoptr (FramProgression) progression = progression_samira ();
      FramProgressionView view;
      g_autoptr (FramProgressionLayout) layout = NULL;
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1040, 640);
      cairo_t *cr = cairo_create (image);
      FramProgressionPalette p;
      const FramProgressionPoint *point;

      fram_progression_view_init (&view, FRAM_PROGRESSION_PANELS, 1040);
      view.raters = 1u << rater;
      layout = fram_progression_layout_new (progression, &view);
      fram_progression_palette_init (&p, FRAM_LOOK_LIGHT, TRUE);
      p.raters[0] = p.raters[1] = p.ink;
      fram_progression_draw (layout, &p, cr);
      cairo_destroy (cr);
      cairo_surface_flush (image);
      point = &g_array_index (layout->points, FramProgressionPoint, 0);
      seen[rater] = g_string_new (NULL);
      for (double y = point->y - 6; y < point->y + 6; y++)
        for (double x = point->x - 6; x < point->x + 30; x++)
          g_string_append_c (seen[rater], luminance (pixel (image, x, y)) < 0.4 ? '#' : '.');
      cairo_surface_destroy (image);
    }
  g_assert_cmpstr (seen[0]->str, !=, seen[1]->str);
  g_assert_nonnull (strstr (seen[0]->str, "########"));
  g_string_free (seen[0], TRUE);
  g_string_free (seen[1], TRUE);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/progression-look/every-look-can-be-read", test_every_look_can_be_read);
  g_test_add_func ("/progression-look/high-contrast-is-higher", test_high_contrast_is_higher);
  g_test_add_func ("/progression-look/no-ink-outside", test_no_ink_outside_of_the_view);
  g_test_add_func ("/progression-look/ink-is-where-the-layout-says", test_ink_is_where_the_layout_says);
  g_test_add_func ("/progression-look/without-a-ground", test_without_a_ground_nothing_is_painted);
  g_test_add_func ("/progression-look/sides-differ-without-colour", test_sides_differ_without_colour);
  return g_test_run ();
}
