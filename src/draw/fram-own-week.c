#include "fram-page-text.h"
#include "fram-paper-page.h"
#include "fram-print-text.h"
#include "fram-text.h"
#include "fram-week-paper-private.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A person's own week: day by day, when and where, in letters that can be read at arm's length (VISUAL.md, "Type": body on
 * paper 18–20 px). */

#define M       48.0
#define WIDTH   (FRAM_PAPER_SHORT - 2 * M)
#define TITLE   27.0
#define SPAN    16.0
#define DAY     17.5
#define BODY    14.6 /* 19.5 px */
#define SMALL   11.0
#define TIMES   104.0 /* column of times */
#define TOP     74.0  /* title, span and name */
#define FOOT    30.0
#define ABOVE   14.0 /* a day's name */
#define BELOW   6.0
#define BETWEEN 7.0

/* A day's name, or one thing in it. */
typedef struct
{
  int block; /* -1 for the name of the day */
  guint head;
  guint page;
  double y;
  double height;
} Item;

typedef const FramWeekPaper Paper;

static const FramScheduleHead *
get_head (Paper *self, guint i)
{
  return &g_array_index (self->picture->heads, FramScheduleHead, i);
}

static const FramScheduleBlock *
get_block (Paper *self, int i)
{
  return &g_array_index (self->picture->blocks, FramScheduleBlock, i);
}

/* --- words --- */

static char *
name_of_day (const FramScheduleHead *head)
{
  g_autofree char *name = fram_text_capitalise (fram_weekday_name (fram_date_get_weekday (head->day)));
  g_autofree char *date = fram_date_to_near_words (head->day, head->day);

  if (head->note != NULL)
    return g_strdup_printf ("%s %s · %s", name, date, head->note);
  return g_strdup_printf ("%s %s", name, date);
}

static char *
times_of (const FramScheduleBlock *block)
{
  return block->starts != FRAM_TIME_NONE ? fram_time_range_to_text (block->starts, block->ends)
                                         : g_strdup (_ ("all day"));
}

/* Every line of it; a time that stands at the left already is not said again. */
static char *
lines_of (Paper *self, const FramScheduleBlock *block)
{
  g_autofree char *times = times_of (block);
  GString *text = g_string_new (NULL);

  for (guint i = 0; block->lines != NULL && block->lines[i] != NULL; i++)
    {
      const char *line = block->lines[i];

      if (g_str_has_prefix (line, times))
        line += strlen (times);
      if (g_str_has_prefix (line, " · "))
        line += strlen (" · ");
      if (line[0] != '\0')
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : self->is_list ? ", " : "\n", line);
    }
  return g_string_free (text, FALSE);
}

/* --- where everything stands --- */

static FramPageType
type_of (Paper *self, double size, gboolean bold, const FramColour *colour)
{
  return (FramPageType){ size, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, self->rtl, 0, colour };
}

static double
height_of (Paper *self, const char *text, double size, gboolean bold, double width)
{
  FramPageType type = type_of (self, size, bold, NULL);

  return text[0] != '\0' ? fram_page_text_height (text, &type, width) : 0;
}

static double
height_of_item (Paper *self, const Item *item)
{
  g_autofree char *name = NULL, *lines = NULL;

  if (item->block < 0)
    {
      name = name_of_day (get_head (self, item->head));
      return ABOVE + height_of (self, name, DAY, TRUE, WIDTH) + BELOW;
    }
  lines = lines_of (self, get_block (self, item->block));
  return height_of (self, get_block (self, item->block)->title, BODY, TRUE, WIDTH - TIMES) +
         height_of (self, lines, BODY, FALSE, WIDTH - TIMES) + BETWEEN;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Item *x = a, *y = b;
  int one, two;

  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  if (x->block < 0 || y->block < 0)
    return x->block < 0 ? -1 : 1;
  one = get_block (data, x->block)->starts;
  two = get_block (data, y->block)->starts;
  return one != two ? one - two : x->block - y->block;
}

static void
collect (FramWeekPaper *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  for (guint i = 0; i < self->picture->heads->len; i++)
    {
      Item name = { .block = -1, .head = i };

      g_array_append_val (self->items, name);
      for (int n = 0; n < (int)self->picture->blocks->len; n++)
        {
          Item item = { .block = n, .head = i };

          if (get_block (self, n)->day == get_head (self, i)->day)
            g_array_append_val (self->items, item);
        }
    }
  g_array_sort_with_data (self->items, compare, self);
}

/* A day stands on one page where a page can hold it; else its name stays with the first thing in it. */
static double
needed_by (FramWeekPaper *self, guint i, double page)
{
  const Item *item = &g_array_index (self->items, Item, i);
  double first = height_of_item (self, item), all = first;

  for (guint n = i + 1; item->block < 0 && n < self->items->len; n++)
    {
      const Item *next = &g_array_index (self->items, Item, n);

      if (next->block < 0)
        break;
      all += height_of_item (self, next);
      if (n == i + 1)
        first = all;
    }
  return all <= page ? all : first;
}

/* The answer is how many pages there are. */
static guint
place (FramWeekPaper *self)
{
  double y = M + TOP, bottom = FRAM_PAPER_LONG - M - FOOT;
  guint page = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);

      item->height = height_of_item (self, item);
      if (y + needed_by (self, i, bottom - M - TOP) > bottom && y > M + TOP)
        {
          page++;
          y = M + TOP;
        }
      item->page = page;
      item->y = y;
      y += item->height;
    }
  return page + 1;
}

/* --- drawing --- */

static double
put (Paper *self, cairo_t *cr, const char *text, double size, gboolean bold, double x, double y, double width,
     const FramColour *colour)
{
  FramPageType type = type_of (self, size, bold, colour);
  double left = self->rtl ? FRAM_PAPER_SHORT - x - width : x;

  return text != NULL && text[0] != '\0' ? fram_page_text_draw (cr, text, &type, left, y, width) : 0;
}

static gboolean
is_empty (Paper *self, guint i)
{
  return i + 1 >= self->items->len || g_array_index (self->items, Item, i + 1).block < 0;
}

static void
draw_day (Paper *self, const FramPrintPalette *p, guint i, cairo_t *cr)
{
  const Item *item = &g_array_index (self->items, Item, i);
  g_autofree char *name = name_of_day (get_head (self, item->head));
  double y = item->y + ABOVE;

  fram_print_set_colour (cr, &p->frame);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, M, y - 5);
  cairo_line_to (cr, M + WIDTH, y - 5);
  cairo_stroke (cr);
  put (self, cr, name, DAY, TRUE, M, y, WIDTH * 0.74, &p->ink);
  if (is_empty (self, i) && !get_head (self, item->head)->off)
    put (self, cr, C_ ("schedule", "nothing planned"), BODY, FALSE, M + WIDTH * 0.74, y + 2, WIDTH * 0.26, &p->dim);
}

/* What is called off is struck through, and says so. */
static void
strike (Paper *self, const FramPrintPalette *p, const char *title, double y, cairo_t *cr)
{
  FramPageType type = type_of (self, BODY, TRUE, NULL);
  double width = MIN (fram_page_text_width (title, &type), WIDTH - TIMES);
  double x = self->rtl ? FRAM_PAPER_SHORT - M - TIMES - width : M + TIMES;

  fram_print_set_colour (cr, &p->ink);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, x, y + BODY * 0.78);
  cairo_line_to (cr, x + width, y + BODY * 0.78);
  cairo_stroke (cr);
}

static void
draw_entry (Paper *self, const FramPrintPalette *p, const Item *item, cairo_t *cr)
{
  const FramScheduleBlock *block = get_block (self, item->block);
  g_autofree char *times = times_of (block), *lines = lines_of (self, block);
  double y = item->y;

  put (self, cr, times, BODY, TRUE, M, y, TIMES - 8, &p->ink);
  if (block->style == FRAM_SCHEDULE_CANCELLED || block->style == FRAM_SCHEDULE_AWAY)
    strike (self, p, block->title, y, cr);
  y += put (self, cr, block->title, BODY, TRUE, M + TIMES, y, WIDTH - TIMES, &p->ink);
  put (self, cr, lines, BODY, FALSE, M + TIMES, y, WIDTH - TIMES, &p->ink);
}

static void
draw_around (const FramPaper *paper, guint page, const FramPrintPalette *p, cairo_t *cr)
{
  Paper *self = paper->data;
  double foot = FRAM_PAPER_LONG - M - 12;
  g_autofree char *number =
      paper->n_pages > 1 ? g_strdup_printf (C_ ("sheet", "Page %1$u of %2$u"), page + 1, paper->n_pages) : NULL;
  g_autofree char *right =
      number != NULL ? g_strdup_printf ("%s · %s", self->printed, number) : g_strdup (self->printed);
  FramPageType type = { SMALL, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_RIGHT, self->rtl, 1, &p->dim };

  put (self, cr, self->title, TITLE, TRUE, M, M - 8, WIDTH * 0.6, &p->ink);
  put (self, cr, self->span, SPAN, FALSE, M, M + 28, WIDTH, &p->ink);
  if (self->name != NULL)
    {
      type.size = SPAN;
      type.colour = &p->ink;
      fram_page_text_draw (cr, self->name, &type, self->rtl ? M : M + WIDTH * 0.6, M + 2, WIDTH * 0.4);
    }
  put (self, cr, self->footer != NULL ? self->footer : self->site, SMALL, FALSE, M, foot, WIDTH - 270, &p->dim);
  type.size = SMALL;
  type.colour = &p->dim;
  fram_page_text_draw (cr, right, &type, self->rtl ? M : M + WIDTH - 260, foot, 260);
}

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  Paper *self = paper->data;
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, FALSE);
  fram_paper_page_begin (cr, FRAM_PAPER_SHORT, FRAM_PAPER_LONG, has_ground ? &palette.ground : NULL, width, height);
  draw_around (paper, page, &palette, cr);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (item->page != page)
        continue;
      if (item->block < 0)
        draw_day (self, &palette, i, cr);
      else
        draw_entry (self, &palette, item, cr);
    }
  fram_paper_page_end (cr);
}

/**
 * fram_own_week_paper_new:
 * @picture: (transfer full): what the person does in the week, in words that the person understands
 * @head: what stands around it
 *
 * Returns: (transfer full): the week day by day in large letters on standing pages
 */
FramPaper *
fram_own_week_paper_new (FramSchedulePicture *picture, const FramWeekPaperHead *head)
{
  FramWeekPaper *self = fram_week_paper_new (picture, head);
  FramPaper *paper = fram_week_paper_wrap (self, head, draw_page);

  collect (self);
  paper->width = FRAM_PAPER_SHORT;
  paper->height = FRAM_PAPER_LONG;
  paper->n_pages = place (self);
  if (paper->n_pages > 1)
    {
      self->is_list = TRUE;
      paper->n_pages = place (self);
    }
  return paper;
}
