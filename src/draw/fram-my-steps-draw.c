#include "fram-my-steps-private.h"

#include "fram-print-text.h"

#include <glib/gi18n-lib.h>

/* The page: its head, what stands below each other, its foot. */

#define RADIUS 14.0

typedef struct
{
  const FramMyLayout *layout;
  const FramPrintPalette *palette;
  FramColour green;
  cairo_t *cr;
} Pen;

/* A place counted from where reading begins. */
static double
from_start (const Pen *pen, double x, double width)
{
  return pen->layout->rtl ? FRAM_MY_WIDTH - x - width : x;
}

static double
draw_text (const Pen *pen, const char *text, const FramPageType *type, double x, double y, double width)
{
  return fram_page_text_draw (pen->cr, text, type, from_start (pen, x, width), y, width);
}

static FramPageType
type_of (const Pen *pen, double size, PangoWeight weight, gboolean dim)
{
  return fram_my_type (pen->layout, size, weight, dim ? &pen->palette->dim : &pen->palette->ink);
}

static void
draw_rule (const Pen *pen, double x, double y, double width)
{
  double left = from_start (pen, x, width);

  fram_print_set_colour (pen->cr, &pen->palette->rule);
  cairo_set_line_width (pen->cr, 1);
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, left, y);
  cairo_line_to (pen->cr, left + width, y);
  cairo_stroke (pen->cr);
}

static void
draw_name (const Pen *pen, double y)
{
  const FramMySteps *steps = pen->layout->steps;
  FramPageType bold = type_of (pen, FRAM_MY_BODY, PANGO_WEIGHT_BOLD, FALSE);
  FramPageType plain = type_of (pen, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, TRUE);
  double width = fram_page_text_width (steps->name, &bold);
  g_autofree char *period = NULL;

  bold.lines = 3;
  plain.lines = 2;
  if (!fram_my_name_is_short (pen->layout))
    {
      y += draw_text (pen, steps->name, &bold, FRAM_MY_MARGIN, y, FRAM_MY_INNER);
      draw_text (pen, steps->period, &plain, FRAM_MY_MARGIN, y, FRAM_MY_INNER);
      return;
    }
  draw_text (pen, steps->name, &bold, FRAM_MY_MARGIN, y, width + 1);
  if (steps->period == NULL)
    return;
  period = g_strdup_printf ("· %s", steps->period);
  draw_text (pen, period, &plain, FRAM_MY_MARGIN + width + 6, y, FRAM_MY_INNER - width - 6);
}

static void
draw_head (const Pen *pen)
{
  const FramMySteps *steps = pen->layout->steps;
  FramPageType title = type_of (pen, fram_my_title_size (pen->layout), PANGO_WEIGHT_ULTRABOLD, FALSE);
  FramPageType small = type_of (pen, FRAM_MY_SMALL, PANGO_WEIGHT_NORMAL, TRUE);
  double x = FRAM_MY_WIDTH - FRAM_MY_MARGIN - FRAM_MY_HOUSE, y = FRAM_MY_TOP + 12;

  title.lines = 2;
  small.lines = 2;
  small.align = PANGO_ALIGN_RIGHT;
  y += draw_text (pen, steps->house, &small, x, y, FRAM_MY_HOUSE);
  draw_text (pen, steps->date, &small, x, y, FRAM_MY_HOUSE);
  draw_text (pen, steps->title, &title, FRAM_MY_MARGIN, FRAM_MY_TOP, FRAM_MY_INNER - FRAM_MY_HOUSE - 20);
  draw_name (pen, fram_my_name_y (pen->layout));
}

static void
draw_triangle (const Pen *pen, double x, double y)
{
  double left = from_start (pen, x, 24);

  fram_print_set_colour (pen->cr, &pen->green);
  cairo_new_path (pen->cr);
  cairo_move_to (pen->cr, left + 12, y);
  cairo_line_to (pen->cr, left + 24, y + 20);
  cairo_line_to (pen->cr, left, y + 20);
  cairo_close_path (pen->cr);
  cairo_fill (pen->cr);
}

static void
draw_step (const Pen *pen, const FramMyBlock *block)
{
  FramPageType bold = type_of (pen, FRAM_MY_LARGE, PANGO_WEIGHT_BOLD, FALSE);
  FramPageType plain = type_of (pen, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, TRUE);
  double x = FRAM_MY_MARGIN + FRAM_MY_INDENT, width = FRAM_MY_INNER - FRAM_MY_INDENT, y = block->y;

  bold.lines = plain.lines = 5;
  draw_triangle (pen, FRAM_MY_MARGIN + 1, y + 4);
  y += draw_text (pen, block->text, &bold, x, y, width);
  draw_text (pen, block->detail, &plain, x, y, width);
  draw_rule (pen, FRAM_MY_MARGIN, block->y + block->height, FRAM_MY_INNER);
}

static void
draw_seen (const Pen *pen, const FramMyBlock *block)
{
  FramPageType plain = type_of (pen, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, FALSE);

  plain.lines = 5;
  fram_print_set_colour (pen->cr, &pen->green);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, from_start (pen, FRAM_MY_MARGIN + 13, 0), block->y + 12.5, 5.5, 0, 2 * G_PI);
  cairo_fill (pen->cr);
  draw_text (pen, block->text, &plain, FRAM_MY_MARGIN + FRAM_MY_INDENT, block->y, FRAM_MY_INNER - FRAM_MY_INDENT);
}

static void
draw_frame (const Pen *pen, const FramMyBlock *block)
{
  double x = FRAM_MY_MARGIN + 1, y = block->y, right = x + FRAM_MY_INNER - 2, low = y + block->height;

  fram_print_set_colour (pen->cr, &pen->green);
  cairo_set_line_width (pen->cr, 2);
  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, right - RADIUS, y + RADIUS, RADIUS, -G_PI / 2, 0);
  cairo_arc (pen->cr, right - RADIUS, low - RADIUS, RADIUS, 0, G_PI / 2);
  cairo_arc (pen->cr, x + RADIUS, low - RADIUS, RADIUS, G_PI / 2, G_PI);
  cairo_arc (pen->cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 1.5 * G_PI);
  cairo_close_path (pen->cr);
  cairo_stroke (pen->cr);
}

static void
draw_target (const Pen *pen, double y)
{
  double x = from_start (pen, FRAM_MY_MARGIN + 54, 0);

  fram_print_set_colour (pen->cr, &pen->green);
  cairo_set_line_width (pen->cr, 4);
  for (double r = 25; r > 10; r -= 12)
    {
      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, x, y, r, 0, 2 * G_PI);
      cairo_stroke (pen->cr);
    }
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, 5, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

static void
draw_milestone (const Pen *pen, const FramMyBlock *block)
{
  FramPageType small = type_of (pen, FRAM_MY_SMALL, PANGO_WEIGHT_NORMAL, TRUE);
  FramPageType bold = type_of (pen, FRAM_MY_HEADING, PANGO_WEIGHT_BOLD, FALSE);
  FramPageType plain = type_of (pen, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, FALSE);
  double x = FRAM_MY_MARGIN + FRAM_MY_TARGET + 26, y = block->y + 20, width = FRAM_MY_INNER - FRAM_MY_TARGET - 50;

  small.lines = 1;
  bold.lines = 5;
  plain.lines = 3;
  draw_frame (pen, block);
  draw_target (pen, block->y + block->height / 2);
  y += draw_text (pen, C_ ("my steps", "Next milestone"), &small, x, y, width);
  y += draw_text (pen, block->text, &bold, x, y, width);
  draw_text (pen, block->detail, &plain, x, y, width);
}

static void
draw_block (const Pen *pen, const FramMyBlock *block)
{
  FramPageType bold = type_of (pen, FRAM_MY_HEADING, PANGO_WEIGHT_BOLD, FALSE);
  FramPageType plain = type_of (pen, FRAM_MY_BODY, PANGO_WEIGHT_NORMAL, FALSE);

  switch (block->kind)
    {
    case FRAM_MY_HEADLINE: draw_text (pen, block->text, &bold, FRAM_MY_MARGIN, block->y, FRAM_MY_INNER); break;
    case FRAM_MY_CHART: fram_my_chart_draw (pen->layout, block, pen->palette, pen->green, pen->cr); break;
    case FRAM_MY_STEP: draw_step (pen, block); break;
    case FRAM_MY_SEEN: draw_seen (pen, block); break;
    case FRAM_MY_WORDS: draw_text (pen, block->text, &plain, FRAM_MY_MARGIN, block->y, FRAM_MY_INNER); break;
    case FRAM_MY_OWN_WORDS:
      for (double y = block->y + FRAM_MY_LINE; y <= block->y + block->height + 0.1; y += FRAM_MY_LINE)
        draw_rule (pen, FRAM_MY_MARGIN, y, FRAM_MY_INNER);
      break;
    case FRAM_MY_MILESTONE:
    default: draw_milestone (pen, block); break;
    }
}

static void
draw_foot (const Pen *pen)
{
  FramPageType small = type_of (pen, FRAM_MY_LEAST, PANGO_WEIGHT_NORMAL, TRUE);
  const char *yours = C_ ("my steps", "This paper is yours. You decide who may see it.");
  double y = FRAM_MY_FOOT + 10, width = MIN (fram_page_text_width (yours, &small) + 1, FRAM_MY_INNER * 0.6);
  /* Translators: said to the participant: who the case worker is */
  g_autofree char *who =
      pen->layout->steps->case_worker != NULL
          ? g_strdup_printf (C_ ("my steps", "Your case worker: %s"), pen->layout->steps->case_worker)
          : NULL;

  draw_rule (pen, FRAM_MY_MARGIN, FRAM_MY_FOOT, FRAM_MY_INNER);
  small.lines = 2;
  draw_text (pen, yours, &small, FRAM_MY_MARGIN, y, width);
  small.align = PANGO_ALIGN_RIGHT;
  width += 24;
  draw_text (pen, who, &small, FRAM_MY_MARGIN + width, y, FRAM_MY_INNER - width);
}

/* The page in pixels of A4. */
void
fram_my_layout_draw (const FramMyLayout *self, const FramPrintPalette *palette, FramLook look, cairo_t *cr)
{
  Pen pen = { self, palette, fram_colour_of_status (FRAM_SHAPE_DISC, look), cr };

  draw_head (&pen);
  for (guint i = 0; i < self->blocks->len; i++)
    draw_block (&pen, &g_array_index (self->blocks, FramMyBlock, i));
  draw_foot (&pen);
}
