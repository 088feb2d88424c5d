#include "fram-schedule-draw-private.h"
#include "fram-print-text.h"
#include "fram-timeline-draw.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The days, the hours and what lies over the blocks. */

#define STRIPE 11.0
#define SMALL  12.5
#define RING   2.0

typedef const FramScheduleLayout Layout;
typedef const FramSchedulePalette Palette;

static const FramScheduleHead *
get_head (Layout *l, int day)
{
  return &g_array_index (l->picture->heads, FramScheduleHead, day);
}

void
fram_schedule_fill (cairo_t *cr, const FramPrintBox *box, const FramColour *colour)
{
  fram_print_set_colour (cr, colour);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

static void
stroke_stripes (cairo_t *cr, const FramPrintBox *box, const FramColour *colour, double pitch)
{
  fram_print_set_colour (cr, colour);
  cairo_set_line_width (cr, pitch * 0.45);
  for (double x = box->x - box->height; x < box->x + box->width + pitch; x += pitch)
    {
      cairo_move_to (cr, x - pitch, box->y + box->height + pitch);
      cairo_line_to (cr, x + box->height + pitch, box->y - pitch);
    }
  cairo_stroke (cr);
}

/* One square of stripes, which go on in the next one. */
static void
set_tile (cairo_t *cr, const FramPrintBox *box, const FramColour *colour, int pitch)
{
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pitch, pitch);
  cairo_t *on_tile = cairo_create (tile);
  FramPrintBox all = { 0, 0, pitch, pitch };

  stroke_stripes (on_tile, &all, colour, pitch);
  cairo_destroy (on_tile);
  cairo_set_source_surface (cr, tile, box->x, box->y);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_surface_destroy (tile);
}

/* Broad stripes from the lower left to the upper right: letters on them can still be read. On a screen, where boxes lie on
 * whole pixels, they are tiles, because so many slanting lines would cost more than all else of a week. */
void
fram_schedule_stripe (cairo_t *cr, const FramPrintBox *box, const FramColour *colour, double scale)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));
  gboolean pixels = type == CAIRO_SURFACE_TYPE_IMAGE || type == CAIRO_SURFACE_TYPE_RECORDING;

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  if (pixels && box->x == floor (box->x) && box->y == floor (box->y))
    {
      set_tile (cr, box, colour, (int)(STRIPE * scale + 0.5));
      cairo_fill (cr);
    }
  else
    {
      cairo_clip (cr);
      stroke_stripes (cr, box, colour, STRIPE * scale);
    }
  cairo_restore (cr);
}

void
fram_schedule_round (cairo_t *cr, const FramPrintBox *box, double radius)
{
  double r = MAX (MIN (radius, MIN (box->width, box->height) / 2), 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

/* Where there is no room for letters with dots behind them: as many letters as there is room for. */
static char *
cut (const char *text, const FramTextType *type, double width)
{
  char *shown = g_strdup (text);

  while (shown[0] != '\0' && fram_drawn_text_width (shown, type) > width)
    *g_utf8_find_prev_char (shown, shown + strlen (shown)) = '\0';
  return shown;
}

double
fram_schedule_text (Layout *l, cairo_t *cr, const FramPrintBox *box, double middle, const char *text,
                    const FramTextType *type, const FramColour *colour)
{
  g_autofree char *shown = fram_drawn_text_elide (text, type, box->width);
  double width;

  if (shown == NULL)
    shown = cut (text, type, box->width);
  width = fram_drawn_text_width (shown, type);
  fram_print_set_colour (cr, colour);
  fram_drawn_text_draw (cr, shown, type, l->room.rtl ? box->x + box->width - width : box->x, middle);
  return width;
}

static void
draw_line (cairo_t *cr, double x1, double y1, double x2, double y2, const FramColour *colour, double width)
{
  fram_print_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* --- behind the blocks --- */

/* Today's column is tinted up to the top. */
static void
tint_heads (Layout *l, Palette *p, cairo_t *cr)
{
  for (int day = 0; day < l->n_days; day++)
    {
      FramPrintBox box = fram_schedule_layout_box (l, day, l->first, l->first);

      box.y = 0;
      box.height = l->head;
      if (get_head (l, day)->day == l->picture->today)
        fram_schedule_fill (cr, &box, &p->today);
    }
}

/* Everything of a day that lies outside the opening hours; of several stretches what lies between them stays white. */
static void
draw_closed_hours (Layout *l, Palette *p, int day, cairo_t *cr)
{
  FramColour shade = fram_colour_mix (p->sheet.band, p->sheet.ground, 0.55);
  int weekday = fram_date_get_weekday (get_head (l, day)->day), opens = l->last, closes = l->first;
  FramPrintBox early, late;

  if (l->picture->open->len == 0 || get_head (l, day)->off)
    return;
  for (guint i = 0; i < l->picture->open->len; i++)
    {
      const FramOpening *o = &g_array_index (l->picture->open, FramOpening, i);

      if (o->weekday == weekday)
        {
          opens = MIN (opens, CLAMP (o->opens, l->first, l->last));
          closes = MAX (closes, CLAMP (o->closes, l->first, l->last));
        }
    }
  early = fram_schedule_layout_box (l, day, l->first, opens);
  late = fram_schedule_layout_box (l, day, MAX (closes, opens), l->last);
  fram_schedule_fill (cr, &early, &shade);
  fram_schedule_fill (cr, &late, &shade);
}

static void
draw_column (Layout *l, Palette *p, int day, cairo_t *cr)
{
  FramPrintBox box = fram_schedule_layout_box (l, day, l->first, l->last);
  const FramScheduleHead *head = get_head (l, day);
  FramColour stripe = fram_colour_mix (p->sheet.hatch, p->sheet.band, 0.6);

  box.y -= l->whole;
  box.height += l->whole;
  if (head->day == l->picture->today)
    fram_schedule_fill (cr, &box, &p->today);
  draw_closed_hours (l, p, day, cr);
  if (!head->off)
    return;
  fram_schedule_fill (cr, &box, &p->sheet.band);
  fram_schedule_stripe (cr, &box, &stripe, l->room.scale);
}

/* Lines between days, and one above the hours. */
static void
draw_rules (Layout *l, Palette *p, cairo_t *cr)
{
  FramColour rule = fram_colour_mix (p->sheet.rule, p->sheet.ground, 0.75);
  double bottom = l->head + l->whole + l->minute * (l->last - l->first);
  double right = l->hours + l->day * l->n_days;

  for (int day = 0; day <= l->n_days; day++)
    {
      double x = floor (l->hours + l->day * day) + 0.5;

      x = l->room.rtl ? l->width - x : x;
      draw_line (cr, x, l->room.is_paper ? l->head : 0, x, bottom, &rule, 1);
    }
  for (int time = l->first; time <= l->last; time += 60)
    {
      double y = floor (l->head + l->whole + l->minute * (time - l->first)) + 0.5;

      draw_line (cr, l->room.rtl ? l->width - right : l->hours, y, l->room.rtl ? l->width - l->hours : right, y, &rule,
                 1);
    }
  draw_line (cr, 0, floor (l->head) - 0.5, l->width, floor (l->head) - 0.5, &p->sheet.rule, l->room.is_paper ? 0 : 1);
}

static double
y_of_now (Layout *l)
{
  return floor (l->head + l->whole + l->minute * (l->picture->now - l->first)) + 0.5;
}

static gboolean
shows_now (Layout *l)
{
  return l->picture->now >= l->first && l->picture->now <= l->last && l->picture->today >= get_head (l, 0)->day &&
         l->picture->today <= get_head (l, l->n_days - 1)->day;
}

/* Where now is, its pill says it. */
static gboolean
is_under_pill (Layout *l, int time)
{
  return l->n_days > 0 && shows_now (l) && ABS (time - l->picture->now) * l->minute < 17 * l->room.scale;
}

static void
draw_hours (Layout *l, Palette *p, cairo_t *cr)
{
  FramTextType type = { SMALL * l->room.scale, FALSE, l->room.is_paper };

  for (int time = l->first; time < l->last; time += 60)
    {
      double y = l->head + l->whole + l->minute * (time - l->first);
      double middle = l->room.is_paper && time > l->first ? y : y + 11 * l->room.scale;
      g_autofree char *text = g_strdup_printf ("%02d", time / 60);
      double width = fram_drawn_text_width (text, &type), x = l->hours - width - 8 * l->room.scale;

      if (is_under_pill (l, time + (int)(11 * l->room.scale / l->minute)))
        continue;
      fram_print_set_colour (cr, &p->sheet.dim);
      fram_drawn_text_draw (cr, text, &type, l->room.rtl ? l->width - x - width : x, middle);
    }
}

/* --- now --- */

static void
draw_pill (Layout *l, Palette *p, double y, cairo_t *cr)
{
  double scale = l->room.scale, height = 19 * scale;
  g_autofree char *text = fram_time_to_words (l->picture->now);
  FramTextType type = { 12 * scale, TRUE, l->room.is_paper };
  double width = fram_drawn_text_width (text, &type);
  FramPrintBox pill = { MAX ((l->hours - width - 10 * scale) / 2, 0), y - height / 2, width + 10 * scale, height };

  if (l->room.rtl)
    pill.x = l->width - pill.x - pill.width;
  pill.y = CLAMP (pill.y, l->head, l->height - height);
  fram_schedule_round (cr, &pill, height / 2);
  fram_print_set_colour (cr, &p->now);
  cairo_fill (cr);
  fram_print_set_colour (cr, &p->on_now);
  fram_drawn_text_draw (cr, text, &type, pill.x + 5 * scale, pill.y + height / 2);
}

/* In a box of today's the line lies over the ground, with a little of the page on both sides, and under the letters. */
gboolean
fram_schedule_draw_now_in (Layout *l, Palette *p, const FramPrintBox *box, FramDate day, double *y, cairo_t *cr)
{
  if (day != l->picture->today || l->n_days == 0 || !shows_now (l))
    return FALSE;
  *y = y_of_now (l);
  if (*y < box->y || *y > box->y + box->height)
    return FALSE;
  draw_line (cr, box->x, *y, box->x + box->width, *y, &p->sheet.ground, 5);
  draw_line (cr, box->x, *y, box->x + box->width, *y, &p->now, 2);
  return TRUE;
}

/* A thin line over all days, and a thick one over today. */
static void
draw_now_line (Layout *l, Palette *p, cairo_t *cr)
{
  double y = y_of_now (l);
  FramColour thin = fram_colour_mix (p->now, p->sheet.ground, 0.45);

  draw_line (cr, l->room.rtl ? 0 : l->hours, y, l->room.rtl ? l->width - l->hours : l->width, y, &thin, 1);
  for (int day = 0; day < l->n_days; day++)
    {
      FramPrintBox box = fram_schedule_layout_box (l, day, l->first, l->last);

      fram_schedule_draw_now_in (l, p, &box, get_head (l, day)->day, &y, cr);
    }
}

/* What lies over everything: the line's point and the pill. */
static void
draw_now_point (Layout *l, Palette *p, cairo_t *cr)
{
  double y = y_of_now (l);

  for (int day = 0; day < l->n_days; day++)
    {
      FramPrintBox box = fram_schedule_layout_box (l, day, l->first, l->last);

      if (get_head (l, day)->day != l->picture->today)
        continue;
      cairo_new_path (cr);
      cairo_arc (cr, l->room.rtl ? box.x + box.width : box.x, y, 4.5, 0, 2 * G_PI);
      fram_print_set_colour (cr, &p->now);
      cairo_fill (cr);
    }
  draw_pill (l, p, y, cr);
}

/**
 * fram_schedule_draw:
 * @layout: where everything stands
 * @palette: its colours
 * @cr: where to draw
 *
 * Draws all of a layout. Focus, hover and selection are the window's and are laid over it.
 */
void
fram_schedule_draw (const FramScheduleLayout *layout, const FramSchedulePalette *palette, cairo_t *cr)
{
  FramPrintBox all = { 0, 0, layout->width, layout->height };
  gboolean now = layout->n_days > 0 && shows_now (layout);

  if (palette->sheet.has_ground)
    fram_schedule_fill (cr, &all, &palette->sheet.ground);
  tint_heads (layout, palette, cr);
  for (int day = 0; day < layout->n_days; day++)
    draw_column (layout, palette, day, cr);
  draw_rules (layout, palette, cr);
  fram_schedule_draw_heads (layout, palette, cr);
  draw_hours (layout, palette, cr);
  if (now)
    draw_now_line (layout, palette, cr);
  for (guint i = 0; i < layout->order->len; i++)
    {
      guint block = g_array_index (layout->order, guint, i);

      if (fram_schedule_layout_get_spot (layout, block)->more < 0)
        fram_schedule_draw_block (layout, palette, block, cr);
    }
  for (guint i = 0; i < layout->more->len; i++)
    fram_schedule_draw_more (layout, palette, &g_array_index (layout->more, FramScheduleMore, i), cr);
  if (now)
    draw_now_point (layout, palette, cr);
}

/**
 * fram_schedule_draw_head:
 * @layout: where everything stands
 * @palette: its colours
 * @cr: where to draw
 *
 * Draws the names of the days alone, on the ground, for a window whose hours are scrolled below them.
 */
void
fram_schedule_draw_head (const FramScheduleLayout *layout, const FramSchedulePalette *palette, cairo_t *cr)
{
  FramPrintBox head = { 0, 0, layout->width, layout->head };

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, layout->width, layout->head);
  cairo_clip (cr);
  fram_schedule_fill (cr, &head, &palette->sheet.ground);
  tint_heads (layout, palette, cr);
  draw_rules (layout, palette, cr);
  fram_schedule_draw_heads (layout, palette, cr);
  cairo_restore (cr);
}

/* --- over the blocks --- */

static void
draw_ring (const FramPrintBox *box, double out, double width, const FramColour *colour, cairo_t *cr)
{
  FramPrintBox ring = { box->x - out, box->y - out, box->width + 2 * out, box->height + 2 * out };

  fram_schedule_round (cr, &ring, 6 + out);
  fram_print_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/**
 * fram_schedule_draw_marks:
 * @layout: where everything stands
 * @palette: its colours
 * @block: number of a block
 * @marks: #FramScheduleMark, or-ed
 * @cr: where to draw
 *
 * Lays over a block that the pointer is on it, that it is open, that the keyboard is on it: a thin line in its own colour,
 * a thick one, and a ring outside a gap, so that all three can be told apart without colours.
 */
void
fram_schedule_draw_marks (const FramScheduleLayout *layout, const FramSchedulePalette *palette, guint block,
                          guint marks, cairo_t *cr)
{
  const FramScheduleSpot *spot = fram_schedule_layout_get_spot (layout, block);
  const FramScheduleBlock *b = &g_array_index (layout->picture->blocks, FramScheduleBlock, block);
  FramColour edge = fram_schedule_palette_get_edge (palette, b);
  const FramPrintBox *box = &spot->box;

  if (spot->day < 0 || marks == 0)
    return;
  if (spot->more >= 0)
    edge = palette->accent;
  if (marks & FRAM_SCHEDULE_MARK_HOVER)
    draw_ring (box, -1, 2, &edge, cr);
  if (marks & FRAM_SCHEDULE_MARK_SELECTED)
    draw_ring (box, 0, 3, &palette->accent, cr);
  if ((marks & FRAM_SCHEDULE_MARK_FOCUS) == 0)
    return;
  draw_ring (box, 0.5, RING, &palette->sheet.ground, cr);
  draw_ring (box, 2, RING, &palette->accent, cr);
}
