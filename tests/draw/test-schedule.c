#include "contrast.h"
#include "schedule-fixture.h"

#include <math.h>

#define WIDTH  772
#define HEIGHT 662

static FramScheduleLayout *
lay_out (const FramSchedulePicture *picture, double width, double height, double scale, gboolean rtl)
{
  FramScheduleRoom room = { width, height, scale, rtl, FALSE };

  return fram_schedule_layout_new (picture, &room);
}

static const FramScheduleSpot *
spot (const FramScheduleLayout *layout, guint block)
{
  return fram_schedule_layout_get_spot (layout, block);
}

static gboolean
meet (const FramPrintBox *a, const FramPrintBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
assert_inside (const FramPrintBox *box, const FramScheduleLayout *layout)
{
  g_assert_cmpfloat (box->x, >=, 0);
  g_assert_cmpfloat (box->y, >=, layout->head);
  g_assert_cmpfloat (box->x + box->width, <=, layout->width);
  g_assert_cmpfloat (box->y + box->height, <=, layout->height);
}

/* Every block has a box of its own, or is one of a "+2"; no two boxes meet, and none is too narrow to be read. */
static void
check_boxes (const FramScheduleLayout *layout)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (FramPrintBox));
  guint in_more = 0, counted = 0;

  for (guint i = 0; i < layout->spots->len; i++)
    {
      assert_inside (&spot (layout, i)->box, layout);
      if (spot (layout, i)->more >= 0)
        in_more++;
      else
        g_array_append_val (boxes, spot (layout, i)->box);
    }
  for (guint i = 0; i < layout->more->len; i++)
    {
      const FramScheduleMore *more = &g_array_index (layout->more, FramScheduleMore, i);
      g_autoptr (GArray) blocks = fram_schedule_layout_get_more_blocks (layout, (int)i);

      g_assert_cmpuint (blocks->len, ==, more->n);
      counted += more->n;
      g_array_append_val (boxes, more->box);
    }
  g_assert_cmpuint (counted, ==, in_more);
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = i + 1; j < boxes->len; j++)
      g_assert_false (meet (&g_array_index (boxes, FramPrintBox, i), &g_array_index (boxes, FramPrintBox, j)));
}

static void
test_crowds (void)
{
  static const double widths[] = { 360, 560, 772, 1280 };
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (FramSchedulePicture) picture = schedule_crowd (5 + round, seed + round);
      double width = widths[round % G_N_ELEMENTS (widths)];
      g_autoptr (FramScheduleLayout) layout = lay_out (picture, width, HEIGHT, 1 + round % 3 * 0.5, round % 2);

      check_boxes (layout);
      for (guint i = 0; i < layout->spots->len; i++)
        g_assert_cmpfloat (spot (layout, i)->box.width, >=, spot (layout, i)->more >= 0 ? 10 : 20);
    }
}

/* Whoever goes from one to the next by keyboard comes to all of them, those of a "+2" too, by day and time. */
static void
test_keys_reach_all (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_crowd (60, 7);
  g_autoptr (FramScheduleLayout) layout = lay_out (picture, WIDTH, HEIGHT, 1, FALSE);
  g_autofree gboolean *seen = g_new0 (gboolean, 60);
  const FramScheduleBlock *last = NULL;
  guint n = 0;

  g_assert_cmpuint (layout->more->len, >, 0);
  for (int at = fram_schedule_layout_step (layout, -1, 1); at >= 0; at = fram_schedule_layout_step (layout, at, 1))
    {
      const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, at);

      g_assert_false (seen[at]);
      seen[at] = TRUE;
      n++;
      if (last != NULL && last->day == block->day)
        g_assert_cmpint (last->starts, <=, block->starts);
      last = block;
    }
  g_assert_cmpuint (n, ==, 60);
}

static int
find (const FramSchedulePicture *picture, const char *title, const char *day)
{
  for (guint i = 0; i < picture->blocks->len; i++)
    {
      const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, i);

      if (g_str_equal (block->title, title) && block->day == fram_test_date (day))
        return (int)i;
    }
  g_assert_not_reached ();
}

static void
test_keys (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_week ();
  g_autoptr (FramScheduleLayout) layout = lay_out (picture, WIDTH, HEIGHT, 1, FALSE);
  g_autoptr (FramScheduleLayout) mirrored = lay_out (picture, WIDTH, HEIGHT, 1, TRUE);
  int keep_fit = find (picture, "Friskvård", "2026-11-09"), writing = find (picture, "Skrivarverkstad", "2026-11-09");
  int recovery = find (picture, "Återhämtningsgrupp", "2026-11-10");
  int lecture = find (picture, "Föreläsning", "2026-11-11"), trip = find (picture, "Studiebesök", "2026-11-10");
  int course = find (picture, "ReDO", "2026-11-13"), house = find (picture, "Öppet hus", "2026-11-13");

  g_assert_cmpint (fram_schedule_layout_beside (layout, keep_fit, TRUE), ==, writing);
  g_assert_cmpint (fram_schedule_layout_beside (layout, writing, FALSE), ==, keep_fit);
  g_assert_cmpint (fram_schedule_layout_beside (layout, keep_fit, FALSE), ==, -1);
  g_assert_cmpint (fram_schedule_layout_beside (layout, recovery, TRUE), ==, lecture);
  g_assert_cmpint (fram_schedule_layout_beside (mirrored, recovery, FALSE), ==, lecture);
  g_assert_cmpint (fram_schedule_layout_beside (mirrored, keep_fit, FALSE), ==, writing);
  g_assert_cmpint (fram_schedule_layout_step_in_day (layout, keep_fit, 1), ==, writing);
  g_assert_cmpint (fram_schedule_layout_step_in_day (layout, course, 1), ==, -1);
  g_assert_cmpint (fram_schedule_layout_step (layout, course, 1), ==, -1);
  g_assert_cmpint (fram_schedule_layout_nearest (layout, fram_test_date ("2026-11-10"), 9 * 60), ==, trip);
  g_assert_cmpint (fram_schedule_layout_nearest (layout, fram_test_date ("2026-11-13"), FRAM_TIME_NONE), ==, house);
}

/* The middle of each box is found again as its block, its day and its time. */
static void
check_hits (const FramSchedulePicture *picture, const FramScheduleLayout *layout)
{
  FramScheduleHit hit;

  for (guint i = 0; i < picture->blocks->len; i++)
    {
      const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, i);
      const FramPrintBox *box = &spot (layout, i)->box;

      fram_schedule_layout_find (layout, box->x + box->width / 2, box->y + box->height / 2, &hit);
      g_assert_cmpint (hit.block, ==, spot (layout, i)->more >= 0 ? -1 : (int)i);
      g_assert_cmpint (hit.more, ==, spot (layout, i)->more);
      g_assert_cmpint (hit.day, ==, block->day - fram_test_date ("2026-11-09"));
      if (block->starts == FRAM_TIME_NONE)
        g_assert_cmpint (hit.minute, ==, FRAM_TIME_NONE);
      else if (hit.more < 0)
        g_assert_cmpint (ABS (hit.minute - (block->starts + block->ends) / 2), <=, 2);
    }
}

static void
test_hits (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_week ();
  FramScheduleHit hit;

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (FramScheduleLayout) layout = lay_out (picture, WIDTH, HEIGHT, 1, rtl);

      check_hits (picture, layout);
      fram_schedule_layout_find (layout, rtl ? WIDTH - 5 : 5, 300, &hit);
      g_assert_cmpint (hit.day, ==, -1);
      g_assert_cmpint (hit.block, ==, -1);
    }
}

/* An hour is 68 px where nothing else is said, fills what there is, and is never too low for a line of text. */
static void
test_hours (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_week ();
  g_autoptr (FramScheduleLayout) natural = lay_out (picture, WIDTH, 0, 1, FALSE);
  g_autoptr (FramScheduleLayout) filled = lay_out (picture, WIDTH, 1000, 1, FALSE);
  g_autoptr (FramScheduleLayout) low = lay_out (picture, WIDTH, 100, 2, FALSE);

  g_assert_cmpfloat_with_epsilon (natural->minute * 60, 68, 0.01);
  g_assert_cmpfloat_with_epsilon (filled->height, 1000, 0.01);
  g_assert_cmpfloat_with_epsilon (filled->head + filled->whole + 9 * 60 * filled->minute, 999, 0.01);
  g_assert_cmpfloat (low->height, >, 600);
  g_assert_cmpfloat (low->minute * 30, >=, 2 * 17);
}

static void
test_stretched (void)
{
  g_autoptr (FramSchedulePicture) picture = fram_schedule_picture_new ();

  fram_schedule_picture_fit (picture);
  g_assert_cmpint (picture->first, ==, 8 * 60);
  g_assert_cmpint (picture->last, ==, 17 * 60);
  fram_schedule_picture_add (picture, FRAM_SCHEDULE_OTHER, fram_test_date ("2026-11-12"), 450, 540, "Morgon");
  fram_schedule_picture_add (picture, FRAM_SCHEDULE_OTHER, fram_test_date ("2026-11-12"), 18 * 60, 1170, "Kväll");
  fram_schedule_picture_fit (picture);
  g_assert_cmpint (picture->first, ==, 7 * 60);
  g_assert_cmpint (picture->last, ==, 20 * 60);
}

/* --- what is seen --- */

static cairo_surface_t *
draw (const FramScheduleLayout *layout, FramLook look, double margin)
{
  FramSchedulePalette palette;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(layout->width + 2 * margin),
                                                       (int)(layout->height + 2 * margin));
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, 1, 0, 1);
  cairo_paint (cr);
  cairo_translate (cr, margin, margin);
  fram_schedule_palette_init (&palette, look, TRUE);
  fram_schedule_draw (layout, &palette, cr);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  return image;
}

/* WCAG 2.1, 1.4.3: text 4.5 : 1, with high contrast 7 : 1; 1.4.11: edges 3 : 1. On stripes and on plain ground alike. */
static void
test_contrast (void)
{
  for (FramLook look = 0; look < FRAM_N_LOOKS; look++)
    {
      double least = look >= FRAM_LOOK_LIGHT_CONTRAST ? 7 : 4.5;
      FramSchedulePalette p;

      fram_schedule_palette_init (&p, look, TRUE);
      for (FramScheduleStyle style = 0; style <= FRAM_SCHEDULE_FREE; style++)
        for (guint colour = 0; colour < FRAM_SCHEDULE_N_COLOURS; colour++)
          {
            FramScheduleBlock block = { .style = style, .colour = colour };
            FramColour text = fram_schedule_palette_get_text (&p, &block);
            FramColour ground = fram_schedule_palette_get_ground (&p, &block);

            g_assert_cmpfloat (contrast (text, ground), >=, least);
            if (style == FRAM_SCHEDULE_CANCELLED || style == FRAM_SCHEDULE_FREE)
              g_assert_cmpfloat (contrast (text, p.stripe), >=, least);
            g_assert_cmpfloat (contrast (fram_schedule_palette_get_edge (&p, &block), p.sheet.ground), >=, 3);
          }
      g_assert_cmpfloat (contrast (p.sheet.dim, p.sheet.ground), >=, least);
      g_assert_cmpfloat (contrast (p.sheet.dim, p.today), >=, least);
      g_assert_cmpfloat (contrast (p.accent, p.today), >=, least);
      g_assert_cmpfloat (contrast (p.on_now, p.now), >=, 4.5);
      g_assert_cmpfloat (contrast (p.now, p.today), >=, 3);
      g_assert_cmpfloat (contrast (p.sheet.ink, p.sheet.band), >=, least);
    }
}

/* Kinds that are drawn in the same week are told apart. */
static void
test_colours_differ (void)
{
  for (FramLook look = 0; look < FRAM_N_LOOKS; look++)
    {
      FramSchedulePalette p;

      fram_schedule_palette_init (&p, look, TRUE);
      for (guint i = 0; i < FRAM_SCHEDULE_N_COLOURS; i++)
        for (guint j = 0; j < i; j++)
          g_assert_false (is_colour (p.kinds[i], p.kinds[j]));
    }
}

/* Nothing is drawn beside what there is: not a letter, not a line. */
static void
test_nothing_outside (void)
{
  static const double scales[] = { 1, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (FramSchedulePicture) picture = i % 2 == 0 ? schedule_week () : schedule_crowd (60, 3);
      g_autoptr (FramScheduleLayout) layout = lay_out (picture, 600, 500, scales[i], i == 1);
      cairo_surface_t *image = draw (layout, FRAM_LOOK_LIGHT, 20);
      int width = (int)layout->width + 40, height = (int)layout->height + 40;

      for (int x = 0; x < width; x++)
        for (int y = 0; y < height; y++)
          if (x < 19 || y < 19 || x > width - 20 || y > height - 19)
            g_assert_true (is_colour (pixel (image, x, y), ((FramColour){ 1, 0, 1 })));
      cairo_surface_destroy (image);
    }
}

static guint
count (cairo_surface_t *image, const FramPrintBox *box, FramColour colour)
{
  guint n = 0;

  for (double x = box->x; x < box->x + box->width; x++)
    for (double y = box->y; y < box->y + box->height; y++)
      n += is_colour (pixel (image, x, y), colour);
  return n;
}

/* What is one's own is filled, what is others' has an edge only, and what was moved leaves an empty place. */
static void
test_styles (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_week ();
  g_autoptr (FramScheduleLayout) layout = lay_out (picture, WIDTH, HEIGHT, 1, FALSE);

  for (FramLook look = 0; look < FRAM_N_LOOKS; look++)
    {
      const FramPrintBox *own = &spot (layout, (guint)find (picture, "Friskvård", "2026-11-11"))->box;
      const FramPrintBox *other = &spot (layout, (guint)find (picture, "ReDO", "2026-11-13"))->box;
      const FramPrintBox *away = &spot (layout, (guint)find (picture, "Studiebesök", "2026-11-10"))->box;
      cairo_surface_t *image = draw (layout, look, 0);
      FramSchedulePalette p;

      fram_schedule_palette_init (&p, look, TRUE);
      g_assert_cmpfloat (count (image, own, p.fills[3]), >, 0.7 * own->width * own->height);
      g_assert_cmpfloat (count (image, other, p.card), >, 0.7 * other->width * other->height);
      g_assert_cmpfloat (count (image, other, p.kinds[2]), >=, 3 * (other->height - 12));
      g_assert_cmpfloat (count (image, away, p.sheet.ground), >, 0.6 * away->width * away->height);
      cairo_surface_destroy (image);
    }
}

/* The line of now goes through today and stops where letters are. */
static void
test_now (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_week ();
  g_autoptr (FramScheduleLayout) layout = lay_out (picture, WIDTH, HEIGHT, 1, FALSE);
  double y = layout->head + layout->whole + layout->minute * (605 - 480);
  FramPrintBox today = { layout->hours + 3 * layout->day, floor (y), layout->day, 1 };
  FramPrintBox monday = { layout->hours + 2, floor (y), 20, 1 };
  cairo_surface_t *image = draw (layout, FRAM_LOOK_LIGHT, 0);
  FramSchedulePalette p;

  fram_schedule_palette_init (&p, FRAM_LOOK_LIGHT, TRUE);
  g_assert_cmpuint (count (image, &today, p.now), >, 50);
  g_assert_cmpuint (count (image, &monday, p.now), ==, 0);
  cairo_surface_destroy (image);
  picture->today += 7;
  image = draw (layout, FRAM_LOOK_LIGHT, 0);
  g_assert_cmpuint (count (image, &today, p.now), ==, 0);
  cairo_surface_destroy (image);
}

static void
test_words (void)
{
  g_autoptr (FramSchedulePicture) picture = schedule_week ();
  g_autofree char *all = fram_schedule_picture_to_words (picture);
  g_autofree char *one = fram_schedule_block_to_words (&g_array_index (picture->blocks, FramScheduleBlock, 8));

  g_assert_cmpstr (one, ==, "Thu 12 November: Friskvård, 13–15, Inställd, åter 19 nov, Gymsalen");
  g_assert_nonnull (strstr (all, "Mon 9 November: Friskvård, 09–11, Gymsalen, Lina B.; Skrivarverkstad, 10–12"));
  g_assert_nonnull (strstr (all, "Fri 13 November: Öppet hus, all day; Introduktion"));
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/draw/schedule/hours", test_hours);
  g_test_add_func ("/draw/schedule/hours are stretched", test_stretched);
  g_test_add_func ("/draw/schedule/no two boxes meet and none is lost", test_crowds);
  g_test_add_func ("/draw/schedule/what lies at a point", test_hits);
  g_test_add_func ("/draw/schedule/keys go where one looks", test_keys);
  g_test_add_func ("/draw/schedule/keys reach everything", test_keys_reach_all);
  g_test_add_func ("/draw/schedule/contrast", test_contrast);
  g_test_add_func ("/draw/schedule/colours differ", test_colours_differ);
  g_test_add_func ("/draw/schedule/nothing outside", test_nothing_outside);
  g_test_add_func ("/draw/schedule/own, others' and moved", test_styles);
  g_test_add_func ("/draw/schedule/now", test_now);
  g_test_add_func ("/draw/schedule/words", test_words);
  return g_test_run ();
}
