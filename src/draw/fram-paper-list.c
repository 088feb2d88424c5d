#include "fram-paper-list.h"

#include "fram-page-text.h"
#include "fram-paper-page.h"

#define COLUMN_GAP 24.0
#define COLUMN     ((FRAM_PAPER_INNER - COLUMN_GAP) / 2)
#define ABOVE      4.0 /* over a heading that is not the first */
#define BETWEEN    2.0
#define BOTTOM     (FRAM_PAPER_SHORT - FRAM_PAPER_MARGIN)

typedef struct
{
  char *text;
  gboolean heading;
  double height;
  guint page;
  double x;
  double y;
} Item;

struct _FramPaperList
{
  double size;
  gboolean rtl;
  GArray *items;
};

static void
clear_item (gpointer data)
{
  g_free (((Item *)data)->text);
}

/**
 * fram_paper_list_new:
 * @size: of its letters, in points
 * @rtl: whether it is read from right to left
 *
 * Returns: (transfer full): a list with nothing in it
 */
FramPaperList *
fram_paper_list_new (double size, gboolean rtl)
{
  FramPaperList *self = g_new0 (FramPaperList, 1);

  self->size = size;
  self->rtl = rtl;
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

void
fram_paper_list_free (FramPaperList *self)
{
  g_array_unref (self->items);
  g_free (self);
}

static FramPageType
type_of (const FramPaperList *self, const Item *item, const FramColour *ink)
{
  return (FramPageType){
    self->size, item->heading ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, self->rtl, 0, ink
  };
}

static void
add (FramPaperList *self, char *text, gboolean heading)
{
  Item item = { text, heading, 0, 0, 0, 0 };
  FramPageType type = type_of (self, &item, NULL);

  item.height = fram_page_text_height (text, &type, COLUMN);
  g_array_append_val (self->items, item);
}

/* @text: (transfer full) */
void
fram_paper_list_add (FramPaperList *self, char *text)
{
  add (self, text, FALSE);
}

void
fram_paper_list_add_heading (FramPaperList *self, const char *text)
{
  add (self, g_strdup (text), TRUE);
}

gboolean
fram_paper_list_is_empty (const FramPaperList *self)
{
  return self->items->len == 0;
}

/* --- placing --- */

typedef struct
{
  guint page;
  guint column;
  double top;
  double bottom;
  double y;
} Cursor;

static void
next_column (Cursor *cursor)
{
  if (cursor->column == 1)
    {
      cursor->page++;
      cursor->top = FRAM_PAPER_MARGIN + FRAM_PAPER_HEAD;
      cursor->bottom = BOTTOM;
    }
  cursor->column = 1 - cursor->column;
  cursor->y = cursor->top;
}

/* What has to stand together from here: a heading, and what follows it. */
static double
needed (const FramPaperList *self, guint i)
{
  const Item *item = &g_array_index (self->items, Item, i);

  if (!item->heading || i + 1 == self->items->len)
    return item->height;
  return item->height + BETWEEN + g_array_index (self->items, Item, i + 1).height;
}

/* What is higher than a whole page stands on one of its own, and goes on below its edge. */
static void
place_item (FramPaperList *self, guint i, Cursor *cursor)
{
  Item *item = &g_array_index (self->items, Item, i);

  for (int tries = 0; cursor->y + needed (self, i) > cursor->bottom && tries < 3; tries++)
    next_column (cursor);
  if (item->heading && cursor->y > cursor->top)
    cursor->y += ABOVE;
  item->page = cursor->page;
  item->x = FRAM_PAPER_MARGIN + (cursor->column == (self->rtl ? 0 : 1) ? COLUMN + COLUMN_GAP : 0);
  item->y = cursor->y;
  cursor->y += item->height + BETWEEN;
}

/* Returns: the last page */
static guint
place_above (FramPaperList *self, guint page, double top, double bottom)
{
  Cursor cursor = { page, 0, top, bottom, top };

  for (guint i = 0; i < self->items->len; i++)
    place_item (self, i, &cursor);
  return cursor.page;
}

/**
 * fram_paper_list_place:
 * @self: a list
 * @page: the page that it begins on
 * @top: where, in points from the upper edge
 *
 * Returns: how many pages there are then
 */
guint
fram_paper_list_place (FramPaperList *self, guint page, double top)
{
  guint last = place_above (self, page, top, BOTTOM);
  double height = 0;

  for (guint i = 0; i < self->items->len; i++)
    height += g_array_index (self->items, Item, i).height + BETWEEN;
  if (last > page || height == 0)
    return last + 1;
  for (double bottom = top + height / 2; bottom < BOTTOM; bottom += self->size / 2)
    if (place_above (self, page, top, bottom) == page)
      return page + 1;
  return place_above (self, page, top, BOTTOM) + 1;
}

void
fram_paper_list_draw (const FramPaperList *self, guint page, const FramColour *ink, cairo_t *cr)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);
      FramPageType type = type_of (self, item, ink);

      if (item->page == page)
        fram_page_text_draw (cr, item->text, &type, item->x, item->y, COLUMN);
    }
}
