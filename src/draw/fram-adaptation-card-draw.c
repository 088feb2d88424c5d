#include "fram-adaptation-card-private.h"

#include "fram-print-text.h"

#include <glib/gi18n-lib.h>

/* The page: its head, what stands below each other, its foot. */

#define RADIUS 14.0

typedef struct
{
  const FramCardLayout *layout;
  const FramPrintPalette *palette;
  FramColour green;
  cairo_t *cr;
} Pen;

static FramPageType
type_of (const Pen *pen, double size, PangoWeight weight, gboolean dim)
{
  return fram_card_type (size, weight, dim ? &pen->palette->dim : &pen->palette->ink);
}

static void
draw_rule (const Pen *pen, double y)
{
  fram_print_set_colour (pen->cr, &pen->palette->rule);
  cairo_set_line_width (pen->cr, 1);
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, FRAM_CARD_MARGIN, y);
  cairo_line_to (pen->cr, FRAM_CARD_WIDTH - FRAM_CARD_MARGIN, y);
  cairo_stroke (pen->cr);
}

static void
draw_head (const Pen *pen)
{
  const FramAdaptationCard *card = pen->layout->card;
  FramPageType title = type_of (pen, fram_card_title_size (), PANGO_WEIGHT_ULTRABOLD, FALSE);
  FramPageType small = type_of (pen, FRAM_CARD_SMALL, PANGO_WEIGHT_NORMAL, TRUE);
  FramPageType bold = type_of (pen, FRAM_CARD_BODY, PANGO_WEIGHT_BOLD, FALSE);
  double x = FRAM_CARD_WIDTH - FRAM_CARD_MARGIN - FRAM_CARD_HOUSE, y = FRAM_CARD_TOP + 12;
  g_autofree char *name = fram_card_name_line (card);

  small.align = PANGO_ALIGN_RIGHT;
  y += fram_page_text_draw (pen->cr, card->house, &small, x, y, FRAM_CARD_HOUSE);
  fram_page_text_draw (pen->cr, card->date, &small, x, y, FRAM_CARD_HOUSE);
  fram_page_text_draw (pen->cr, fram_card_title (), &title, FRAM_CARD_MARGIN, FRAM_CARD_TOP,
                       FRAM_CARD_INNER - FRAM_CARD_HOUSE - 20);
  fram_page_text_draw (pen->cr, name, &bold, FRAM_CARD_MARGIN, fram_card_name_y (card), FRAM_CARD_INNER);
}

/* A disc before what goes well, a tick before what is done, a square before a thing. */
static void
draw_sign (const Pen *pen, const FramCardBlock *block)
{
  double scale = pen->layout->scale, x = FRAM_CARD_MARGIN + 13, y = block->y + 14 * scale;

  fram_print_set_colour (pen->cr, &pen->green);
  cairo_new_path (pen->cr);
  switch (block->kind)
    {
    case FRAM_CARD_MEASURE:
      cairo_set_line_width (pen->cr, 4 * scale);
      cairo_move_to (pen->cr, x - 10 * scale, y);
      cairo_line_to (pen->cr, x - 3 * scale, y + 7 * scale);
      cairo_line_to (pen->cr, x + 11 * scale, y - 9 * scale);
      cairo_stroke (pen->cr);
      break;
    case FRAM_CARD_AID:
      cairo_rectangle (pen->cr, x - 7 * scale, y - 7 * scale, 14 * scale, 14 * scale);
      cairo_fill (pen->cr);
      break;
    case FRAM_CARD_STRENGTH:
    case FRAM_CARD_HEADLINE:
    case FRAM_CARD_EMPTY:
    case FRAM_CARD_ASK:
    default:
      cairo_arc (pen->cr, x, y, 6.5 * scale, 0, 2 * G_PI);
      cairo_fill (pen->cr);
      break;
    }
}

static void
draw_line (const Pen *pen, const FramCardBlock *block)
{
  gboolean strength = block->kind == FRAM_CARD_STRENGTH;
  PangoWeight weight = strength ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD;
  FramPageType text = type_of (pen, fram_card_size (pen->layout, 20), weight, FALSE);
  FramPageType detail = type_of (pen, fram_card_size (pen->layout, FRAM_CARD_BODY), PANGO_WEIGHT_NORMAL, TRUE);
  double x = FRAM_CARD_MARGIN + FRAM_CARD_INDENT, width = FRAM_CARD_INNER - FRAM_CARD_INDENT, y = block->y;

  draw_sign (pen, block);
  y += fram_page_text_draw (pen->cr, block->text, &text, x, y, width);
  fram_page_text_draw (pen->cr, block->detail, &detail, x, y, width);
  if (!strength)
    draw_rule (pen, block->y + block->height);
}

static void
draw_frame (const Pen *pen, const FramCardBlock *block)
{
  double x = FRAM_CARD_MARGIN + 1, y = block->y, right = x + FRAM_CARD_INNER - 2, low = y + block->height;

  fram_print_set_colour (pen->cr, &pen->green);
  cairo_set_line_width (pen->cr, 2);
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, right - RADIUS, y + RADIUS, RADIUS, -G_PI / 2, 0);
  cairo_arc (pen->cr, right - RADIUS, low - RADIUS, RADIUS, 0, G_PI / 2);
  cairo_arc (pen->cr, x + RADIUS, low - RADIUS, RADIUS, G_PI / 2, G_PI);
  cairo_arc (pen->cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 3 * G_PI / 2);
  cairo_close_path (pen->cr);
  cairo_stroke (pen->cr);
}

static void
draw_ask (const Pen *pen, const FramCardBlock *block)
{
  FramPageType small = type_of (pen, FRAM_CARD_SMALL, PANGO_WEIGHT_NORMAL, TRUE);
  FramPageType bold = type_of (pen, fram_card_size (pen->layout, 22), PANGO_WEIGHT_BOLD, FALSE);
  double x = FRAM_CARD_MARGIN + FRAM_CARD_INSET, y = block->y + 14, width = FRAM_CARD_INNER - 2 * FRAM_CARD_INSET;

  draw_frame (pen, block);
  y += fram_page_text_draw (pen->cr, block->text, &small, x, y, width);
  fram_page_text_draw (pen->cr, block->detail, &bold, x, y, width);
}

static void
draw_block (const Pen *pen, const FramCardBlock *block)
{
  FramPageType bold = type_of (pen, fram_card_size (pen->layout, 24), PANGO_WEIGHT_BOLD, FALSE);

  switch (block->kind)
    {
    case FRAM_CARD_HEADLINE:
      fram_page_text_draw (pen->cr, block->text, &bold, FRAM_CARD_MARGIN, block->y, FRAM_CARD_INNER);
      break;
    case FRAM_CARD_EMPTY:
      for (double y = block->y + FRAM_CARD_LINE; y <= block->y + block->height + 0.1; y += FRAM_CARD_LINE)
        draw_rule (pen, y);
      break;
    case FRAM_CARD_ASK: draw_ask (pen, block); break;
    case FRAM_CARD_STRENGTH:
    case FRAM_CARD_MEASURE:
    case FRAM_CARD_AID:
    default: draw_line (pen, block); break;
    }
}

/* The page in pixels of A4. */
void
fram_card_layout_draw (const FramCardLayout *self, const FramPrintPalette *palette, FramLook look, cairo_t *cr)
{
  Pen pen = { self, palette, fram_colour_of_status (FRAM_SHAPE_DISC, look), cr };
  FramPageType small = type_of (&pen, FRAM_CARD_LEAST, PANGO_WEIGHT_NORMAL, TRUE);

  draw_head (&pen);
  for (guint i = 0; i < self->blocks->len; i++)
    draw_block (&pen, &g_array_index (self->blocks, FramCardBlock, i));
  draw_rule (&pen, FRAM_CARD_FOOT);
  /* Translators: at the foot of the adaptation card, said by the participant; plain words */
  fram_page_text_draw (cr, C_ ("card", "I decide who sees this."), &small, FRAM_CARD_MARGIN, FRAM_CARD_FOOT + 10,
                       FRAM_CARD_INNER);
}
