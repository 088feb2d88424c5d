#include "contrast.h"
#include "timeline-fixture.h"

#include "fram-timeline-paper.h"

#include <string.h>

/* How a timeline looks: colours that can be told apart, ink where the layout says, and pages that hold all of it. */

/* --- contrast --- */

static void
check_text (FramColour text, FramColour ground)
{
  g_assert_cmpfloat (contrast (text, ground), >=, 4.5);
}

/* A bar is seen, letters on it are read, and so are those on what is only planned, whose border is seen. */
static void
check_fill (const FramTimelinePalette *palette, FramColour fill)
{
  g_assert_cmpfloat (contrast (fill, palette->ground), >=, 3);
  check_text (palette->on_fill, fill);
  check_text (palette->ink, fram_colour_mix (fill, palette->ground, 0.14));
  g_assert_cmpfloat (contrast (fram_colour_mix (fill, palette->ground, 0.75), palette->ground), >=, 3);
}

static void
test_every_look_can_be_read (void)
{
  for (int look = 0; look < FRAM_N_LOOKS; look++)
    {
      FramTimelinePalette p;

      fram_timeline_palette_init (&p, (FramLook)look, TRUE);
      check_text (p.ink, p.ground);
      check_text (p.dim, p.ground);
      check_text (p.late, p.ground);
      check_text (p.gap, p.ground);
      check_text (p.on_fill, p.today);
      check_text (p.on_fill, p.target);
      check_fill (&p, p.phase);
      check_fill (&p, p.external);
      for (guint i = 0; i < G_N_ELEMENTS (p.workshops); i++)
        check_fill (&p, p.workshops[i]);
      for (guint i = 0; i < G_N_ELEMENTS (p.groups); i++)
        check_fill (&p, p.groups[i]);
      for (guint i = 0; i < G_N_ELEMENTS (p.support); i++)
        check_fill (&p, p.support[i]);
      for (guint i = FRAM_SHAPE_DISC; i < G_N_ELEMENTS (p.statuses); i++)
        check_text (p.statuses[i], p.ground); /* its letter */
      g_assert_cmpfloat (contrast (p.statuses[FRAM_SHAPE_UNMARKED], p.ground), >=, 3);
      g_assert_cmpfloat (contrast (p.gap, p.gap_ground), >=, 3);
      g_assert_cmpfloat (contrast (p.pause, p.ground), >=, 3);
      g_assert_cmpfloat (contrast (p.today, p.ground), >=, 3);
      g_assert_cmpfloat (contrast (p.step, p.ground), >=, 3);
    }
}

static void
test_high_contrast_is_higher (void)
{
  FramTimelinePalette usual, high;

  for (int dark = 0; dark < 2; dark++)
    {
      fram_timeline_palette_init (&usual, dark ? FRAM_LOOK_DARK : FRAM_LOOK_LIGHT, TRUE);
      fram_timeline_palette_init (&high, dark ? FRAM_LOOK_DARK_CONTRAST : FRAM_LOOK_LIGHT_CONTRAST, TRUE);
      g_assert_cmpfloat (contrast (high.phase, high.ground), >=, 7);
      g_assert_cmpfloat (contrast (high.dim, high.ground), >, contrast (usual.dim, usual.ground));
      g_assert_cmpfloat (contrast (high.rule, high.ground), >=, 3);
      for (guint i = 0; i < G_N_ELEMENTS (high.workshops); i++)
        g_assert_cmpfloat (contrast (high.workshops[i], high.ground), >, contrast (usual.workshops[i], usual.ground));
    }
}

/* --- ink --- */

/* As on a printer that has one ink. */
static void
draw_in_one_ink (cairo_surface_t *surface, const FramTimelineLayout *layout)
{
  cairo_t *cr = cairo_create (surface);
  FramTimelinePalette palette;

  fram_timeline_palette_init (&palette, FRAM_LOOK_LIGHT, TRUE);
  palette.late = palette.dim = palette.ink;
  fram_timeline_draw (layout, &palette, cr);
  cairo_destroy (cr);
}

static void
draw_on (cairo_surface_t *surface, const FramTimelineLayout *layout, FramLook look, gboolean has_ground)
{
  cairo_t *cr = cairo_create (surface);
  FramTimelinePalette palette;

  fram_timeline_palette_init (&palette, look, has_ground);
  fram_timeline_draw (layout, &palette, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
}

static void
test_no_ink_outside_of_the_view (void)
{
  static const double widths[] = { 360, 1280 };

  for (guint32 seed = 0; seed < 12; seed++)
    {
      g_autoptr (FramTimeline) timeline = timeline_random (seed);
      FramTimelineView view = timeline_view_of_all (timeline, widths[seed % 2], seed % 3 == 0 ? 2 : 1);
      g_autoptr (FramTimelineLayout) layout = NULL;
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      double x, y, width, height;

      if (seed % 4 == 0)
        view.to = view.from + 40;
      view.rtl = seed % 2 == 0;
      layout = fram_timeline_layout_new (timeline, &view);
      draw_on (ink, layout, FRAM_LOOK_LIGHT, FALSE);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      cairo_surface_destroy (ink);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (x + width, <=, view.width + 1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (y + height, <=, view.height + 1);
      g_assert_cmpfloat (width, >, view.width - 2); /* lines between lanes */
    }
}

/* What was is solid as far as today, what is planned is light: at the very places that the layout says. */
static void
check_bar (cairo_surface_t *image, const FramTimelineLayout *layout, const FramTimelinePalette *palette, guint index)
{
  const FramTimeline *timeline = fram_timeline_layout_get_timeline (layout);
  const FramTimelineItem *item = g_ptr_array_index (timeline->items, index);
  const FramTimelineBox *box = fram_timeline_layout_find_box (layout, index);
  FramColour colour = fram_timeline_palette_get_item (palette, item);
  double today = fram_timeline_layout_x_of (layout, timeline->today + 0.5), right = box->rect.x + box->rect.width;

  if (box->rect.x < today - 8 && right < today)
    g_assert_true (is_colour (pixel (image, box->rect.x + 4, box->rect.y + 2.5), colour));
  if (box->rect.x > today)
    g_assert_true (is_colour (pixel (image, right - 5, box->rect.y + box->rect.height - 3),
                              fram_colour_mix (colour, palette->ground, 0.14)));
  if (box->rect.x > fram_timeline_layout_get_plot (layout).x)
    g_assert_false (is_colour (pixel (image, box->rect.x - 2, box->rect.y + 2.5), colour));
}

static void
test_ink_is_where_the_layout_says (void)
{
  for (int look = 0; look < FRAM_N_LOOKS; look++)
    {
      g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
      FramTimelineView view = timeline_view_of_all (timeline, 1280, 1);
      g_autoptr (FramTimelineLayout) layout = fram_timeline_layout_new (timeline, &view);
      cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, (int)view.height + 1);
      FramTimelinePalette palette;

      fram_timeline_palette_init (&palette, (FramLook)look, TRUE);
      draw_on (image, layout, (FramLook)look, TRUE);
      cairo_surface_flush (image);
      g_assert_true (is_colour (pixel (image, 3, 3), palette.ground));
      for (guint i = 0; i < timeline->items->len; i++)
        if (((FramTimelineItem *)g_ptr_array_index (timeline->items, i))->lane == FRAM_LANE_EXTERNAL ||
            ((FramTimelineItem *)g_ptr_array_index (timeline->items, i))->lane == FRAM_LANE_GROUPS)
          check_bar (image, layout, &palette, i);
      g_assert_true (
          is_colour (pixel (image, fram_timeline_layout_x_of (layout, timeline->today + 0.5), 80), palette.today));
      cairo_surface_destroy (image);
    }
}

/* What ought to have begun and has not is no fact: it stays light on both sides of today. */
static void
test_a_plan_that_did_not_begin_is_light (void)
{
  g_autoptr (FramTimeline) timeline = timeline_amina (FALSE);
  FramTimelineItem *item = g_ptr_array_index (timeline->items, 11);
  FramTimelineView view = timeline_view_of_all (timeline, 1280, 1);
  g_autoptr (FramTimelineLayout) layout = NULL;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1280, (int)view.height + 1);
  FramTimelinePalette palette;
  const FramTimelineBox *box;

  g_assert_cmpint (item->lane, ==, FRAM_LANE_GROUPS);
  item->state = FRAM_ITEM_PLANNED;
  layout = fram_timeline_layout_new (timeline, &view);
  fram_timeline_palette_init (&palette, FRAM_LOOK_LIGHT, TRUE);
  draw_on (image, layout, FRAM_LOOK_LIGHT, TRUE);
  cairo_surface_flush (image);
  box = fram_timeline_layout_find_box (layout, 11);
  g_assert_true (is_colour (pixel (image, box->rect.x + 4, box->rect.y + 3),
                            fram_colour_mix (fram_timeline_palette_get_item (&palette, item), palette.ground, 0.14)));
  cairo_surface_destroy (image);
}

/* Shapes, not only colours, tell meetings apart: as grey pictures they differ. */
static void
test_states_of_meetings_differ_without_colour (void)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int state = 0; state <= FRAM_ITEM_MOVED; state++)
    for (int shape = 0; shape <= FRAM_MEETING_SIP && state != FRAM_ITEM_LATE; shape++)
      {
        g_autoptr (FramTimeline) timeline = fram_timeline_new ();
        FramTimelineView view = { 700, 0, 0, 0, 1, FALSE };
        g_autoptr (FramTimelineLayout) layout = NULL;
        cairo_surface_t *image;
        FramTimelineItem *item;
        const FramTimelineBox *box;
        GString *ink = g_string_new (NULL);

        timeline->from = fram_test_date ("2026-11-01");
        timeline->to = timeline->from + 60;
        timeline->lanes = (1u << FRAM_N_LANES) - 1;
        item = fram_timeline_add (timeline, FRAM_LANE_MEETINGS, "sip", timeline->from + 20, timeline->from + 20);
        item->state = (FramItemState)state;
        item->shape = (FramMeetingShape)shape;
        view.from = timeline->from;
        view.to = timeline->to;
        view.height = fram_timeline_layout_get_height (timeline, view.width, 1);
        layout = fram_timeline_layout_new (timeline, &view);
        image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 700, (int)view.height + 1);
        draw_in_one_ink (image, layout);
        cairo_surface_flush (image);
        box = fram_timeline_layout_find_box (layout, 0);
        for (double y = box->rect.y; y < box->rect.y + box->rect.height; y++)
          for (double x = box->rect.x; x < box->rect.x + box->rect.width; x++)
            g_string_append_c (ink, luminance (pixel (image, x, y)) < 0.4 ? '#' : '.');
        cairo_surface_destroy (image);
        g_assert_true (g_hash_table_add (seen, g_string_free (ink, FALSE)));
      }
  g_assert_cmpuint (g_hash_table_size (seen), ==, 12);
  g_hash_table_unref (seen);
}

/* --- paper --- */

#define UNPRINTED (6 * 72 / 25.4)

static FramPaper *
make_paper (FramTimeline *timeline)
{
  FramTimelinePaperHead head = { .printed_by = "Örjan Kadhim" };

  head.printed_at = fram_instant_new (fram_test_date ("2026-11-12"), 9 * 60 + 14);
  return fram_timeline_paper_new (timeline, &head);
}

static void
check_pages (const FramPaper *paper)
{
  for (guint page = 0; page < paper->n_pages; page++)
    {
      cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (ink);
      double x, y, width, height;

      fram_paper_draw_page (paper, page, FRAM_LOOK_LIGHT, FALSE, paper->width, paper->height, cr);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
      cairo_surface_destroy (ink);
      g_assert_cmpfloat (x, >=, UNPRINTED);
      g_assert_cmpfloat (y, >=, UNPRINTED);
      g_assert_cmpfloat (x + width, <=, paper->width - UNPRINTED);
      g_assert_cmpfloat (y + height, <=, paper->height - UNPRINTED);
    }
}

static void
test_paper_holds_all_of_it (void)
{
  g_autoptr (FramPaper) short_one = make_paper (timeline_amina (FALSE)), long_one = make_paper (timeline_dense (1));

  g_assert_cmpuint (short_one->n_pages, ==, 1);
  g_assert_cmpuint (long_one->n_pages, ==, 3); /* two parts of the time, and the list */
  g_assert_cmpfloat (short_one->width, >, short_one->height);
  g_assert_cmpstr (short_one->title, ==, "Timeline, Amina H.");
  g_assert_cmpstr (short_one->file_stem, ==, "Timeline FRAM-2026-0417 2026-11-12");
  check_pages (short_one);
  check_pages (long_one);
  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (FramPaper) paper = make_paper (timeline_random (seed));

      check_pages (paper);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/timeline-look/every-look-can-be-read", test_every_look_can_be_read);
  g_test_add_func ("/timeline-look/high-contrast-is-higher", test_high_contrast_is_higher);
  g_test_add_func ("/timeline-look/no-ink-outside", test_no_ink_outside_of_the_view);
  g_test_add_func ("/timeline-look/ink-is-where-the-layout-says", test_ink_is_where_the_layout_says);
  g_test_add_func ("/timeline-look/a-plan-that-did-not-begin", test_a_plan_that_did_not_begin_is_light);
  g_test_add_func ("/timeline-look/states-differ-without-colour", test_states_of_meetings_differ_without_colour);
  g_test_add_func ("/timeline-look/paper-holds-all-of-it", test_paper_holds_all_of_it);
  return g_test_run ();
}
