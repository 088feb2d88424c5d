#include "fram-week-plan.h"

#include "fram-print-text.h"
#include "fram-words.h"

#include <math.h>

#define EDGE   4.0 /* coloured edge of a block */
#define RADIUS 4.0
#define HATCH  7.0

/* What is narrower says nothing that could be read; the words beside the drawing do. */
#define LEAST_LABEL 26.0

/* VISUAL.md, "Chart series" and "Attendance status"; light, dark, light with high contrast, dark with it. */
static const guint32 kinds[FRAM_N_WEEK_KINDS][FRAM_N_LOOKS] = {
  [FRAM_WEEK_OWN] = { 0x1c71d8, 0x1c71d8, 0x0f4f9e, 0x99c1f1 },
  [FRAM_WEEK_WORK] = { 0x7a5230, 0xd3a67c, 0x5d3c20, 0xe8c9a8 },
  [FRAM_WEEK_OUTSIDE] = { 0x00758a, 0x4fcbe0, 0x006071, 0x74d6e7 },
  [FRAM_WEEK_GROUP] = { 0x8939a4, 0xdc8add, 0x7f3599, 0xeab8ea },
  [FRAM_WEEK_MEETING] = { 0x1a5fb4, 0x8fbcf5, 0x1856a4, 0xa8cbf7 },
  [FRAM_WEEK_OTHER] = { 0x5e5c64, 0xc0bfbc, 0x3a393e, 0xdeddda },
  [FRAM_WEEK_FREE] = { 0x77767b, 0x9a9996, 0x57565a, 0xc8c8c6 },
};

static const guint32 wrong[FRAM_N_LOOKS] = { 0xc01c28, 0xff7b63, 0xab1924, 0xffb6a9 };
static const guint32 on_own[FRAM_N_LOOKS] = { 0xffffff, 0xffffff, 0xffffff, 0x000000 };

static FramColour
unpack (guint32 rgb)
{
  return (FramColour){ (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

/**
 * fram_week_palette_init:
 * @self: (out caller-allocates): a palette
 * @look: the look; paper takes %FRAM_LOOK_LIGHT
 * @has_ground: whether the ground is to be painted
 */
void
fram_week_palette_init (FramWeekPalette *self, FramLook look, gboolean has_ground)
{
  fram_print_palette_init (&self->sheet, look, has_ground);
  for (guint i = 0; i < FRAM_N_WEEK_KINDS; i++)
    self->kinds[i] = unpack (kinds[i][look]);
  self->on_own = unpack (on_own[look]);
  self->wrong = unpack (wrong[look]);
}

/* A colour laid thinly on the ground, without opacity, so that paper shows the same. */
static FramColour
thin (const FramColour *colour, const FramColour *ground, double part)
{
  return (FramColour){ ground->red + (colour->red - ground->red) * part,
                       ground->green + (colour->green - ground->green) * part,
                       ground->blue + (colour->blue - ground->blue) * part };
}

static void
fill_box (cairo_t *cr, const FramPrintBox *box, const FramColour *colour)
{
  fram_print_set_colour (cr, colour);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

static void
round_box (cairo_t *cr, const FramPrintBox *box)
{
  double r = MIN (RADIUS, MIN (box->width, box->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI / 2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
hatch_box (cairo_t *cr, const FramPrintBox *box, const FramColour *colour)
{
  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  fram_print_set_colour (cr, colour);
  cairo_set_line_width (cr, 1);
  for (double x = box->x - box->height; x < box->x + box->width; x += HATCH)
    {
      cairo_move_to (cr, x, box->y + box->height);
      cairo_line_to (cr, x + box->height, box->y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Everything of a day that lies outside the hours of the place. */
static void
draw_closed_hours (const FramWeekPlan *self, const FramWeekLayout *l, const FramWeekPalette *p, int weekday,
                   cairo_t *cr)
{
  int opens = self->last, closes = self->first;
  FramPrintBox early, late;

  if (self->open->len == 0)
    return;
  for (guint i = 0; i < self->open->len; i++)
    {
      const FramOpening *o = &g_array_index (self->open, FramOpening, i);

      if (o->weekday == weekday)
        {
          opens = MIN (opens, MAX (o->opens, self->first));
          closes = MAX (closes, MIN (o->closes, self->last));
        }
    }
  early = fram_week_layout_box (l, weekday, self->first, opens);
  late = fram_week_layout_box (l, weekday, MAX (closes, opens), self->last);
  fill_box (cr, &early, &p->sheet.band);
  if (closes > self->first)
    fill_box (cr, &late, &p->sheet.band);
}

static void
draw_hours (const FramWeekPlan *self, const FramWeekLayout *l, const FramWeekPalette *p, cairo_t *cr)
{
  for (int time = self->first; time <= self->last; time += 60)
    {
      double y = floor (l->head + l->minute * (time - self->first)) + 0.5;
      g_autofree char *text = g_strdup_printf ("%02d", time / 60);
      FramPrintBox box = { l->rtl ? l->width - l->times + 6 : 0, y - 8 * l->scale, l->times - 6, 16 * l->scale };
      FramPrintType type = { 12 * l->scale, FALSE,        l->rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT, 1,
                             FALSE,         &p->sheet.dim };

      fram_print_set_colour (cr, &p->sheet.rule);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, l->rtl ? 0 : l->times, y);
      cairo_line_to (cr, l->rtl ? l->width - l->times : l->width, y);
      cairo_stroke (cr);
      if (time < self->last || box.y + box.height <= l->height)
        fram_print_text_draw (cr, &box, text, &type);
    }
}

/* All of them in full, or all of them short. */
static gboolean
has_room_for_names (const FramWeekPlan *self, const FramWeekLayout *l)
{
  for (int weekday = 1; weekday <= self->n_days; weekday++)
    if (l->day < fram_print_text_width (fram_weekday_name (weekday), 13 * l->scale) * 1.1 + 8)
      return FALSE;
  return TRUE;
}

static void
draw_head (const FramWeekPlan *self, const FramWeekLayout *l, const FramWeekPalette *p, int weekday, cairo_t *cr)
{
  FramPrintBox box = fram_week_layout_box (l, weekday, self->first, self->first);
  gboolean second = self->heads[weekday - 1] != NULL;
  const char *name = has_room_for_names (self, l) ? fram_weekday_name (weekday) : fram_weekday_short_name (weekday);
  gboolean full = (self->full & (1u << weekday)) != 0;
  FramPrintType type = { 13 * l->scale, TRUE, PANGO_ALIGN_CENTER, 1, FALSE, &p->sheet.ink };
  FramPrintType small = { 11.5 * l->scale, full, PANGO_ALIGN_CENTER, 1, FALSE, full ? &p->wrong : &p->sheet.dim };

  box.y = 0;
  box.height = 24 * l->scale;
  fram_print_text_draw (cr, &box, name, &type);
  box.y = 22 * l->scale;
  box.height = 16 * l->scale;
  if (second)
    fram_print_text_draw (cr, &box, self->heads[weekday - 1], &small);
}

static void
draw_columns (const FramWeekPlan *self, const FramWeekLayout *l, const FramWeekPalette *p, cairo_t *cr)
{
  for (int weekday = 1; weekday <= self->n_days; weekday++)
    {
      FramPrintBox day = fram_week_layout_box (l, weekday, self->first, self->last);
      double x = floor (l->rtl ? day.x + day.width : day.x) + 0.5;

      draw_closed_hours (self, l, p, weekday, cr);
      draw_head (self, l, p, weekday, cr);
      fram_print_set_colour (cr, &p->sheet.rule);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, day.y);
      cairo_line_to (cr, x, day.y + day.height);
      cairo_stroke (cr);
    }
}

/* Shape as well as colour: a triangle with its point up. */
static void
draw_warning (const FramPrintBox *box, const FramWeekPalette *p, double scale, cairo_t *cr)
{
  double size = MIN (11 * scale, box->height - 2), x = box->x + box->width - size - 3, y = box->y + 3;

  cairo_move_to (cr, x + size / 2, y);
  cairo_line_to (cr, x + size, y + size);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
  fram_print_set_colour (cr, &p->sheet.ground);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  fram_print_set_colour (cr, &p->wrong);
  cairo_fill (cr);
}

static void
draw_label (const FramWeekBlock *block, const FramPrintBox *box, const FramWeekLayout *l, const FramColour *colour,
            gboolean edge, cairo_t *cr)
{
  g_autofree char *times =
      block->from_time != FRAM_TIME_NONE ? fram_time_range_to_text (block->from_time, block->to_time) : NULL;
  double line = 15 * l->scale, pad = edge ? EDGE + 3 : 4;
  FramPrintBox inside = { box->x + (l->rtl ? 3 : pad), box->y + 2, box->width - pad - 3, line };
  FramPrintType bold = { 12 * l->scale, TRUE, PANGO_ALIGN_LEFT, 1, FALSE, colour };
  FramPrintType plain = { 12 * l->scale, FALSE, PANGO_ALIGN_LEFT, 1, FALSE, colour };
  int lines = (int)((box->height - 2) / (14 * l->scale));

  if (times != NULL && lines < 2 && block->title != NULL && inside.width > 90 * l->scale)
    {
      g_autofree char *both = g_strdup_printf ("%s %s", times, block->title);

      inside.height = MIN (line, box->height - 2);
      inside.y = box->y + (box->height - inside.height) / 2;
      fram_print_text_draw (cr, &inside, both, &plain);
      return;
    }
  if (inside.width < LEAST_LABEL * l->scale)
    return;
  if (lines < 1)
    inside = (FramPrintBox){ inside.x, box->y, inside.width, box->height };
  fram_print_text_draw (cr, &inside, times != NULL ? times : block->title, &bold);
  if (times == NULL || block->title == NULL || lines < 2)
    return;
  inside.y += line;
  inside.height = box->height - line - 4;
  plain.lines = MAX (lines - 1, 1);
  if (fram_print_text_width (block->title, 12 * l->scale) <= inside.width)
    plain.lines = 1;
  inside.height = MIN (inside.height, plain.lines * line);
  fram_print_text_draw (cr, &inside, block->title, &plain);
}

static void
draw_free (const FramWeekBlock *block, const FramPrintBox *box, const FramWeekLayout *l, const FramWeekPalette *p,
           cairo_t *cr)
{
  FramPrintBox label = { box->x + 4, box->y + 4, box->width - 8, 34 * l->scale };
  FramPrintType type = { 12 * l->scale, FALSE, PANGO_ALIGN_CENTER, 2, FALSE, &p->sheet.ink };

  hatch_box (cr, box, &p->sheet.hatch);
  if (block->title == NULL)
    return;
  fill_box (cr, &label, &p->sheet.ground);
  fram_print_text_draw (cr, &label, block->title, &type);
}

static void
draw_block (const FramWeekBlock *block, const FramPrintBox *box, const FramWeekLayout *l, const FramWeekPalette *p,
            cairo_t *cr)
{
  const FramColour *colour = &p->kinds[block->kind];
  FramColour light = thin (colour, &p->sheet.ground, 0.16);
  gboolean own = block->kind == FRAM_WEEK_OWN;
  FramPrintBox edge = { l->rtl ? box->x + box->width - EDGE : box->x, box->y, EDGE, box->height };

  if (block->kind == FRAM_WEEK_FREE || block->from_time == FRAM_TIME_NONE)
    {
      draw_free (block, box, l, p, cr);
      return;
    }
  cairo_save (cr);
  round_box (cr, box);
  cairo_clip (cr);
  fill_box (cr, box, own ? colour : &light);
  if (!own)
    fill_box (cr, &edge, colour);
  draw_label (block, box, l, own ? &p->on_own : &p->sheet.ink, !own, cr);
  cairo_restore (cr);
  if (!block->collides)
    return;
  round_box (cr, box);
  fram_print_set_colour (cr, &p->wrong);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  draw_warning (box, p, l->scale, cr);
}

/**
 * fram_week_plan_draw:
 * @self: a week
 * @layout: where everything stands
 * @palette: its colours
 * @cr: where to draw
 *
 * Draws the week. What is being planned lies on top.
 */
void
fram_week_plan_draw (const FramWeekPlan *self, const FramWeekLayout *layout, const FramWeekPalette *palette,
                     cairo_t *cr)
{
  FramPrintBox all = { 0, 0, layout->width, layout->height };

  if (palette->sheet.has_ground)
    fill_box (cr, &all, &palette->sheet.ground);
  draw_columns (self, layout, palette, cr);
  draw_hours (self, layout, palette, cr);
  for (int own = 0; own < 2; own++)
    for (guint i = 0; i < self->blocks->len; i++)
      {
        const FramWeekBlock *block = &g_array_index (self->blocks, FramWeekBlock, i);

        if ((block->kind == FRAM_WEEK_OWN) == own && block->weekday <= self->n_days)
          draw_block (block, &g_array_index (layout->boxes, FramPrintBox, i), layout, palette, cr);
      }
}
