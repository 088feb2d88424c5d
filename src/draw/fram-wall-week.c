#include "fram-page-text.h"
#include "fram-paper-page.h"
#include "fram-print-text.h"
#include "fram-schedule-draw-private.h"
#include "fram-week-paper-private.h"

/* The week for the wall: one lying page that is read in passing. */

#define M      FRAM_PAPER_MARGIN
#define TITLE  26.0
#define SPAN   15.0
#define SITE   12.0
#define SMALL  10.5
#define TOP    44.0 /* title */
#define BOTTOM 22.0 /* last line */
#define NOTE   10.0

/* As in a window of 1280 × 800 */
#define PICTURE_WIDTH  1072
#define PICTURE_HEIGHT 664

static void
put (const FramWeekPaper *self, cairo_t *cr, const char *text, double size, PangoWeight weight, PangoAlignment align,
     double x, double y, double width, const FramColour *colour)
{
  FramPageType type = { size, weight, align, self->rtl, 1, colour };

  if (text != NULL)
    fram_page_text_draw (cr, text, &type, x, y, width);
}

/* Title, week and house in one line, as far as they fit: the title is first. */
static void
draw_head (const FramWeekPaper *self, const FramPrintPalette *p, cairo_t *cr)
{
  FramPageType title = { TITLE, PANGO_WEIGHT_ULTRABOLD, PANGO_ALIGN_LEFT, self->rtl, 1, &p->ink };
  FramPageType site = { SITE, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_RIGHT, self->rtl, 1, &p->dim };
  double width = MIN (fram_page_text_width (self->title, &title), FRAM_PAPER_INNER * 0.6) + 1;
  double right = MIN (fram_page_text_width (self->site, &site) + 1, FRAM_PAPER_INNER * 0.25);
  double middle = FRAM_PAPER_INNER - width - right - 26, x = self->rtl ? M + FRAM_PAPER_INNER - width : M;

  put (self, cr, self->title, TITLE, PANGO_WEIGHT_ULTRABOLD, PANGO_ALIGN_LEFT, x, M - 10, width, &p->ink);
  x = self->rtl ? x - 14 - middle : x + width + 14;
  put (self, cr, self->span, SPAN, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, x, M + 3, middle, &p->ink);
  x = self->rtl ? M : M + FRAM_PAPER_INNER - right;
  put (self, cr, self->site, SITE, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_RIGHT, x, M + 6, right, &p->dim);
}

static void
draw_foot (const FramWeekPaper *self, const FramPrintPalette *p, cairo_t *cr)
{
  double y = FRAM_PAPER_SHORT - M - 12, notes = y - BOTTOM + 16 - fram_wall_week_notes_height (self);

  for (guint i = 0; i < self->notes->len; i++)
    put (self, cr, g_ptr_array_index (self->notes, i), NOTE, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, M,
         notes + 6 + 13 * i, FRAM_PAPER_INNER, &p->ink);
  put (self, cr, self->footer, SMALL, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, self->rtl ? M + 180 : M, y,
       FRAM_PAPER_INNER - 180, &p->ink);
  put (self, cr, self->printed, SMALL, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_RIGHT,
       self->rtl ? M : M + FRAM_PAPER_INNER - 175, y, 175, &p->dim);
}

/* Lines between days only: there are no hours. */
static void
draw_list (const FramWeekPaper *self, const FramSchedulePalette *p, cairo_t *cr)
{
  const FramScheduleLayout *l = self->layout;

  fram_schedule_draw_heads (l, p, cr);
  fram_print_set_colour (cr, &p->sheet.rule);
  cairo_set_line_width (cr, 0.8);
  for (int day = 1; day < l->n_days; day++)
    {
      cairo_move_to (cr, l->day * day, 0);
      cairo_line_to (cr, l->day * day, l->room.height);
    }
  cairo_stroke (cr);
  for (guint i = 0; i < l->order->len; i++)
    fram_schedule_draw_block (l, p, g_array_index (l->order, guint, i), cr);
}

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  const FramWeekPaper *self = paper->data;
  FramSchedulePalette palette;

  fram_schedule_palette_init (&palette, look, FALSE);
  fram_paper_page_begin (cr, FRAM_PAPER_LONG, FRAM_PAPER_SHORT, has_ground ? &palette.sheet.ground : NULL, width,
                         height);
  draw_head (self, &palette.sheet, cr);
  cairo_save (cr);
  cairo_translate (cr, M, M + TOP);
  if (self->is_list)
    draw_list (self, &palette, cr);
  else
    fram_schedule_draw (self->layout, &palette, cr);
  cairo_restore (cr);
  draw_foot (self, &palette.sheet, cr);
  fram_paper_page_end (cr);
}

/**
 * fram_wall_week_paper_new:
 * @picture: (transfer full): what stands in the week; nothing in it that not everybody may read
 * @head: what stands around it
 *
 * Returns: (transfer full): the week on one lying page
 */
FramPaper *
fram_wall_week_paper_new (FramSchedulePicture *picture, const FramWeekPaperHead *head)
{
  FramWeekPaper *self = fram_week_paper_new (picture, head);

  g_array_set_size (picture->open, 0);
  fram_schedule_picture_fit (picture);
  fram_wall_week_lay_out (self, FRAM_PAPER_INNER, FRAM_PAPER_SHORT - 2 * M - TOP - BOTTOM);
  return fram_week_paper_wrap (self, head, draw_page);
}

/* A picture that is much larger than the window's has letters of twice the size; one that is too low for them is shrunk. */
static void
draw_picture (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
              cairo_t *cr)
{
  const FramWeekPaper *self = paper->data;
  double scale = width > 1.5 * PICTURE_WIDTH && height > 1.5 * PICTURE_HEIGHT ? 2 : 1;
  FramScheduleRoom room = { width, height, scale, self->rtl, FALSE };
  g_autoptr (FramScheduleLayout) layout = fram_schedule_layout_new (self->window, &room);
  double shrink = MIN (1, height / layout->height);
  FramSchedulePalette palette;

  fram_schedule_palette_init (&palette, look, has_ground);
  cairo_save (cr);
  if (has_ground)
    {
      fram_print_set_colour (cr, &palette.sheet.ground);
      cairo_paint (cr);
    }
  cairo_translate (cr, (width - width * shrink) / 2, 0);
  cairo_scale (cr, shrink, shrink);
  fram_schedule_draw (layout, &palette, cr);
  cairo_restore (cr);
}

/**
 * fram_wall_week_paper_set_picture:
 * @paper: a week for the wall
 * @picture: (transfer full): the same week as in the window
 */
void
fram_wall_week_paper_set_picture (FramPaper *paper, FramSchedulePicture *picture)
{
  FramWeekPaper *self = paper->data;

  g_clear_pointer (&self->window, fram_schedule_picture_free);
  self->window = picture;
  paper->draw_picture = draw_picture;
  paper->picture_width = PICTURE_WIDTH;
  paper->picture_height = PICTURE_HEIGHT;
}
