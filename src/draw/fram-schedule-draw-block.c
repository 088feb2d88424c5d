#include "fram-schedule-draw-private.h"
#include "fram-print-text.h"

#include <glib/gi18n-lib.h>

/* One block of a schedule. */

#define EDGE       4.0
#define PAPER_EDGE 6.0
#define RADIUS     6.0
#define PAD        9.0 /* from the box to its text, edge included */
#define PAD_END    4.0
#define PAD_TOP    5.0

static gboolean
is_dashed (const FramScheduleBlock *block)
{
  return block->style == FRAM_SCHEDULE_CANCELLED || block->style == FRAM_SCHEDULE_AWAY;
}

/* Stripes end so far inside that they do not stand out of the round corners: to clip at those would cost more than all else. */
static void
fill_ground (const FramScheduleLayout *l, const FramSchedulePalette *p, const FramScheduleBlock *block,
             const FramPrintBox *box, double radius, cairo_t *cr)
{
  FramColour ground = fram_schedule_palette_get_ground (p, block);
  FramPrintBox inner = { box->x + 2, box->y + 2, MAX (box->width - 4, 1), MAX (box->height - 4, 1) };

  if (block->style == FRAM_SCHEDULE_AWAY)
    return;
  fram_schedule_round (cr, box, radius);
  fram_print_set_colour (cr, &ground);
  cairo_fill (cr);
  if (block->style == FRAM_SCHEDULE_CANCELLED || block->style == FRAM_SCHEDULE_FREE)
    fram_schedule_stripe (cr, &inner, &p->stripe, l->room.scale);
}

static double
edge_width (const FramScheduleLayout *l)
{
  return l->room.is_paper ? PAPER_EDGE * l->room.scale : EDGE * MAX (l->room.scale, 1);
}

static void
fill_edge (const FramScheduleLayout *l, const FramSchedulePalette *p, const FramScheduleBlock *block,
           const FramPrintBox *box, double radius, cairo_t *cr)
{
  FramColour colour = fram_schedule_palette_get_edge (p, block);
  double width = edge_width (l), x = l->room.rtl ? box->x + box->width - width : box->x;

  if (is_dashed (block) || block->style == FRAM_SCHEDULE_OWN || block->style == FRAM_SCHEDULE_FREE)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, box->y, width, box->height);
  cairo_clip (cr);
  fram_schedule_round (cr, box, radius);
  fram_print_set_colour (cr, &colour);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* Dashes of what is called off; on paper a line in the block's colour, on a screen a thin one. */
static void
draw_outline (const FramScheduleLayout *l, const FramSchedulePalette *p, const FramScheduleBlock *block,
              const FramPrintBox *box, double radius, cairo_t *cr)
{
  const double dashes[] = { 4, 3 };
  FramColour edge = fram_schedule_palette_get_edge (p, block), colour = p->line;
  double width = is_dashed (block) || l->room.is_paper ? 1.3 : 1;
  FramPrintBox inner = { box->x + width / 2, box->y + width / 2, box->width - width, box->height - width };
  gboolean deep = p->look == FRAM_LOOK_LIGHT || p->look == FRAM_LOOK_LIGHT_CONTRAST;

  if (block->style == FRAM_SCHEDULE_OWN && deep)
    return;
  if (is_dashed (block) || block->style == FRAM_SCHEDULE_OWN ||
      (l->room.is_paper && block->style != FRAM_SCHEDULE_FREE))
    colour = l->room.is_paper && block->style == FRAM_SCHEDULE_CANCELLED ? p->sheet.frame : edge;
  fram_schedule_round (cr, &inner, radius);
  fram_print_set_colour (cr, &colour);
  cairo_set_line_width (cr, width);
  if (is_dashed (block))
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
strike (const FramScheduleLayout *l, const FramPrintBox *box, double middle, double width, const FramColour *colour,
        cairo_t *cr)
{
  double x = l->room.rtl ? box->x + box->width - width : box->x;

  fram_print_set_colour (cr, colour);
  cairo_set_line_width (cr, 1.5 * l->room.scale);
  cairo_move_to (cr, x, middle);
  cairo_line_to (cr, x + width, middle);
  cairo_stroke (cr);
}

static void
draw_row (const FramScheduleLayout *l, const FramScheduleBlock *block, const FramScheduleRow *row,
          const FramPrintBox *box, const FramColour *colour, cairo_t *cr)
{
  double scale = l->room.scale, middle = box->y + box->height / 2, width;
  FramTextType type = { (row->is_title ? FRAM_SCHEDULE_TITLE : FRAM_SCHEDULE_TEXT) * scale, row->is_title,
                        l->room.is_paper };
  FramTextType plain = { FRAM_SCHEDULE_TEXT * scale, FALSE, l->room.is_paper };
  FramPrintBox behind = *box;

  width = fram_schedule_text (l, cr, box, middle, row->text, &type, colour);
  if (row->is_title && block->style == FRAM_SCHEDULE_CANCELLED)
    strike (l, box, middle, width, colour, cr);
  if (row->after == NULL)
    return;
  behind.width -= width + 6 * scale;
  if (!l->room.rtl)
    behind.x += width + 6 * scale;
  fram_schedule_text (l, cr, &behind, middle, row->after, &plain, colour);
}

/* The line of now does not strike letters through: it is interrupted where they are. */
static void
clear_row (const FramScheduleLayout *l, const FramSchedulePalette *p, const FramScheduleBlock *block,
           const FramScheduleRow *text, const FramPrintBox *row, double now, cairo_t *cr)
{
  double scale = l->room.scale;
  FramTextType type = { (text->is_title ? FRAM_SCHEDULE_TITLE : FRAM_SCHEDULE_TEXT) * scale, text->is_title,
                        l->room.is_paper };
  FramColour ground = fram_schedule_palette_get_ground (p, block);
  double width = text->after != NULL ? row->width : MIN (fram_drawn_text_width (text->text, &type), row->width);
  FramPrintBox box = { l->room.rtl ? row->x + row->width - width - 3 : row->x - 3, now - 3, width + 6, 6 };

  if (now >= row->y && now <= row->y + row->height)
    fram_schedule_fill (cr, &box, block->style == FRAM_SCHEDULE_AWAY ? &p->sheet.ground : &ground);
}

FramPrintBox
fram_schedule_inner_box (const FramScheduleLayout *layout, const FramScheduleBlock *block, const FramPrintBox *box)
{
  double scale = layout->room.scale;
  double pad = MIN (PAD * scale, box->width / 6), end = MIN (PAD_END * scale, box->width / 12);
  double edge = is_dashed (block) || block->style == FRAM_SCHEDULE_OWN ? 0 : edge_width (layout);
  double top = MIN (PAD_TOP * scale, MAX ((box->height - fram_schedule_row_height (TRUE, scale)) / 2, 0));

  pad = MAX (pad, edge + 3);
  return (FramPrintBox){ box->x + (layout->room.rtl ? end : pad), box->y + top, MAX (box->width - pad - end, 1),
                         box->height - top - 3 * scale };
}

static void
draw_rows (const FramScheduleLayout *l, const FramSchedulePalette *p, const FramScheduleBlock *block,
           const FramPrintBox *box, cairo_t *cr)
{
  double now = -1;
  gboolean is_now = fram_schedule_draw_now_in (l, p, box, block->day, &now, cr);
  FramPrintBox row = fram_schedule_inner_box (l, block, box);
  FramColour colour = fram_schedule_palette_get_text (p, block);
  g_autoptr (GArray) rows = fram_schedule_rows (block, row.width, row.height, l->room.scale, l->room.is_paper, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const FramScheduleRow *text = &g_array_index (rows, FramScheduleRow, i);

      row.height = fram_schedule_row_height (text->is_title, l->room.scale);
      if (is_now)
        clear_row (l, p, block, text, &row, now, cr);
      draw_row (l, block, text, &row, &colour, cr);
      row.y += row.height;
    }
}

/* Draws a block that has a box of its own. */
void
fram_schedule_draw_block (const FramScheduleLayout *layout, const FramSchedulePalette *palette, guint block,
                          cairo_t *cr)
{
  const FramScheduleBlock *b = &g_array_index (layout->picture->blocks, FramScheduleBlock, block);
  const FramPrintBox *box = &fram_schedule_layout_get_spot (layout, block)->box;
  double radius = MIN (RADIUS, MIN (box->width, box->height) / 2);

  fill_ground (layout, palette, b, box, radius, cr);
  fill_edge (layout, palette, b, box, radius, cr);
  draw_rows (layout, palette, b, box, cr);
  draw_outline (layout, palette, b, box, radius, cr);
}

/* "+2" */
void
fram_schedule_draw_more (const FramScheduleLayout *layout, const FramSchedulePalette *palette,
                         const FramScheduleMore *more, cairo_t *cr)
{
  double scale = layout->room.scale, middle = more->box.y + more->box.height / 2, width;
  FramTextType type = { FRAM_SCHEDULE_TITLE * scale, TRUE, FALSE };
  /* Translators: so many more sessions than there is room for, in a very narrow box */
  g_autofree char *text = g_strdup_printf (C_ ("schedule", "+%u"), more->n);
  FramPrintBox box = more->box;

  fram_schedule_round (cr, &box, MIN (RADIUS, MIN (box.width, box.height) / 2));
  fram_print_set_colour (cr, &palette->sheet.band);
  cairo_fill_preserve (cr);
  fram_print_set_colour (cr, &palette->line);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  width = fram_drawn_text_width (text, &type);
  box.x += MAX ((box.width - width) / 2, 0);
  box.width = MIN (box.width, width + 1);
  fram_schedule_text (layout, cr, &box, middle, text, &type, &palette->sheet.ink);
}
