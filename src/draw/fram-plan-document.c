#include "fram-plan-document.h"

#include "fram-page-text.h"
#include "fram-print-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN    56.0
#define FOOT      40.0 /* from the lower edge to the line at the foot */
#define TITLE     22.0
#define NAME      16.0
#define HEADING   14.0
#define BODY      12.0
#define SMALL     10.0
#define GAP       6.0
#define ABOVE     14.0 /* over a heading */
#define TICK      11.0
#define WEEK_HOUR 24.0
#define WEEK_TYPE 0.72
#define SIGN      64.0
#define LABEL     120.0 /* of facts */

typedef enum
{
  ITEM_TITLE,
  ITEM_FACT,
  ITEM_HEADING,
  ITEM_TEXT,
  ITEM_LINE,
  ITEM_TICK,
  ITEM_WEEK,
  ITEM_SIGNATURES,
} ItemKind;

typedef struct
{
  ItemKind kind;
  char *text;
  char *detail;
  gboolean ticked;
  FramWeekPlan *week;

  /* once it is finished */
  guint page;
  double y;
  double height;
} Item;

struct _FramPlanDocument
{
  char *title;
  char *name;
  char *foot;
  GPtrArray *items;
  guint n_pages;
};

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->text);
  g_free (item->detail);
  g_clear_pointer (&item->week, fram_week_plan_free);
  g_free (item);
}

static Item *
add (FramPlanDocument *self, ItemKind kind, const char *text, const char *detail)
{
  Item *item = g_new0 (Item, 1);

  item->kind = kind;
  item->text = g_strdup (text);
  item->detail = g_strdup (detail);
  g_ptr_array_add (self->items, item);
  return item;
}

/**
 * fram_plan_document_new:
 * @title: what it is
 * @name: whose
 * @foot: what stands at the foot of each page, before the page number
 *
 * Returns: (transfer full): a document with nothing but a head
 */
FramPlanDocument *
fram_plan_document_new (const char *title, const char *name, const char *foot)
{
  FramPlanDocument *self = g_new0 (FramPlanDocument, 1);

  self->title = g_strdup (title);
  self->name = g_strdup (name);
  self->foot = g_strdup (foot);
  self->items = g_ptr_array_new_with_free_func (item_free);
  add (self, ITEM_TITLE, title, name);
  return self;
}

void
fram_plan_document_free (FramPlanDocument *self)
{
  g_free (self->title);
  g_free (self->name);
  g_free (self->foot);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* What has no value is not told. */
void
fram_plan_document_add_fact (FramPlanDocument *self, const char *label, const char *value)
{
  if (value != NULL && value[0] != '\0')
    add (self, ITEM_FACT, label, value);
}

void
fram_plan_document_add_heading (FramPlanDocument *self, const char *text)
{
  add (self, ITEM_HEADING, text, NULL);
}

void
fram_plan_document_add_text (FramPlanDocument *self, const char *text)
{
  add (self, ITEM_TEXT, text, NULL);
}

void
fram_plan_document_add_line (FramPlanDocument *self, const char *text, const char *detail)
{
  add (self, ITEM_LINE, text, detail);
}

void
fram_plan_document_add_tick (FramPlanDocument *self, const char *text, const char *detail, gboolean ticked)
{
  add (self, ITEM_TICK, text, detail)->ticked = ticked;
}

/* @week: (transfer full) */
void
fram_plan_document_add_week (FramPlanDocument *self, FramWeekPlan *week)
{
  fram_week_plan_fit (week);
  add (self, ITEM_WEEK, NULL, NULL)->week = week;
}

void
fram_plan_document_add_signatures (FramPlanDocument *self, const char *first, const char *second)
{
  add (self, ITEM_SIGNATURES, first, second);
}

static FramPageType
type_of (double size, gboolean bold, const FramColour *colour)
{
  return (FramPageType){ size, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, FALSE, 0, colour };
}

static double
height_of (const char *text, double size, gboolean bold, double width)
{
  FramPageType type = type_of (size, bold, NULL);

  return fram_page_text_height (text, &type, width);
}

static double
inner_width (void)
{
  return FRAM_PAPER_SHORT - 2 * MARGIN;
}

static double
measure (const Item *item)
{
  double width = inner_width ();

  switch (item->kind)
    {
    case ITEM_TITLE:
      return height_of (item->text, TITLE, TRUE, width) + height_of (item->detail, NAME, FALSE, width) + 2 * GAP;
    case ITEM_FACT: return height_of (item->detail, BODY, FALSE, width - LABEL) + 2;
    case ITEM_HEADING: return ABOVE + height_of (item->text, HEADING, TRUE, width) + GAP;
    case ITEM_TEXT: return height_of (item->text, BODY, FALSE, width) + GAP;
    case ITEM_LINE:
    case ITEM_TICK:
      return height_of (item->text, BODY, FALSE, width - 2 * TICK) +
             height_of (item->detail, SMALL, FALSE, width - 2 * TICK) + GAP;
    case ITEM_WEEK: return fram_week_plan_height (item->week, WEEK_HOUR, WEEK_TYPE) + GAP;
    case ITEM_SIGNATURES:
    default: return SIGN + ABOVE;
    }
}

/* A heading never stands alone at the end of a page. */
static double
needed (const FramPlanDocument *self, guint i)
{
  double height = 0;

  for (; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      height += item->height;
      if (item->kind != ITEM_HEADING)
        break;
    }
  return height;
}

/**
 * fram_plan_document_finish:
 * @self: a document
 *
 * Puts everything on pages. After that it is drawn, and nothing more is added.
 */
void
fram_plan_document_finish (FramPlanDocument *self)
{
  double y = MARGIN, last = FRAM_PAPER_LONG - MARGIN - FOOT / 2;

  self->n_pages = 1;
  for (guint i = 0; i < self->items->len; i++)
    ((Item *)g_ptr_array_index (self->items, i))->height = measure (g_ptr_array_index (self->items, i));
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (y + needed (self, i) > last && y > MARGIN)
        {
          self->n_pages++;
          y = MARGIN + SMALL + 2 * GAP;
        }
      item->page = self->n_pages - 1;
      item->y = y;
      y += item->height;
    }
}

guint
fram_plan_document_n_pages (const FramPlanDocument *self)
{
  return self->n_pages;
}

/* Returns: how high it was */
static double
draw_text (cairo_t *cr, double x, double y, double width, const char *text, double size, gboolean bold,
           const FramColour *colour)
{
  FramPageType type = type_of (size, bold, colour);

  return fram_page_text_draw (cr, text, &type, x, y, width);
}

static void
draw_rule (cairo_t *cr, double x, double y, double width, const FramColour *colour)
{
  fram_print_set_colour (cr, colour);
  cairo_set_line_width (cr, 0.8);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

/* A box to tick, with a tick where it is reached. */
static void
draw_tick (cairo_t *cr, double x, double y, gboolean ticked, const FramPrintPalette *p)
{
  fram_print_set_colour (cr, &p->frame);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, y + 0.5, TICK - 1, TICK - 1);
  cairo_stroke (cr);
  if (!ticked)
    return;
  fram_print_set_colour (cr, &p->ink);
  cairo_set_line_width (cr, 1.8);
  cairo_move_to (cr, x + 2.5, y + TICK * 0.55);
  cairo_line_to (cr, x + TICK * 0.42, y + TICK - 3);
  cairo_line_to (cr, x + TICK - 2, y + 2.5);
  cairo_stroke (cr);
}

static void
draw_dot (cairo_t *cr, double x, double y, const FramPrintPalette *p)
{
  fram_print_set_colour (cr, &p->dim);
  cairo_new_path (cr);
  cairo_arc (cr, x + TICK / 2, y, 2, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_entry (cairo_t *cr, const Item *item, const FramPrintPalette *p)
{
  double x = MARGIN + 2 * TICK, width = inner_width () - 2 * TICK, y = item->y;

  if (item->kind == ITEM_TICK)
    draw_tick (cr, MARGIN, y + 3, item->ticked, p);
  else
    draw_dot (cr, MARGIN, y + 8, p);
  y += draw_text (cr, x, y, width, item->text, BODY, FALSE, &p->ink);
  draw_text (cr, x, y, width, item->detail, SMALL, FALSE, &p->dim);
}

static void
draw_week (cairo_t *cr, const Item *item, FramLook look)
{
  double height = item->height - GAP;
  g_autoptr (FramWeekLayout) layout = fram_week_layout_new (item->week, inner_width (), height, WEEK_TYPE, FALSE);
  FramWeekPalette palette;

  fram_week_palette_init (&palette, look, FALSE);
  cairo_save (cr);
  cairo_translate (cr, MARGIN, item->y);
  fram_week_plan_draw (item->week, layout, &palette, cr);
  cairo_restore (cr);
}

static void
draw_signatures (cairo_t *cr, const Item *item, const FramPrintPalette *p)
{
  const char *const labels[] = { item->text, item->detail };
  double width = (inner_width () - 24) / 2, y = item->y + SIGN;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      double x = MARGIN + i * (width + 24);

      draw_rule (cr, x, y, width, &p->frame);
      draw_text (cr, x, y + 3, width, labels[i], SMALL, FALSE, &p->dim);
    }
}

static void
draw_item (cairo_t *cr, const Item *item, const FramPrintPalette *p, FramLook look)
{
  double y = item->y, width = inner_width ();

  switch (item->kind)
    {
    case ITEM_TITLE:
      y += draw_text (cr, MARGIN, y, width, item->text, TITLE, TRUE, &p->ink);
      draw_text (cr, MARGIN, y, width, item->detail, NAME, FALSE, &p->ink);
      break;
    case ITEM_FACT:
      draw_text (cr, MARGIN, y, LABEL, item->text, BODY, FALSE, &p->dim);
      draw_text (cr, MARGIN + LABEL, y, width - LABEL, item->detail, BODY, FALSE, &p->ink);
      break;
    case ITEM_HEADING: draw_text (cr, MARGIN, y + ABOVE, width, item->text, HEADING, TRUE, &p->ink); break;
    case ITEM_TEXT: draw_text (cr, MARGIN, y, width, item->text, BODY, FALSE, &p->ink); break;
    case ITEM_LINE:
    case ITEM_TICK: draw_entry (cr, item, p); break;
    case ITEM_WEEK: draw_week (cr, item, look); break;
    case ITEM_SIGNATURES:
    default: draw_signatures (cr, item, p); break;
    }
}

static void
draw_margins (const FramPlanDocument *self, guint page, const FramPrintPalette *p, cairo_t *cr)
{
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->n_pages);
  g_autofree char *again = g_strdup_printf ("%s · %s", self->title, self->name);
  double y = FRAM_PAPER_LONG - FOOT;
  FramPrintBox right = { FRAM_PAPER_SHORT - MARGIN - 120, y + 4, 120, SMALL * 1.6 };
  FramPrintType type = { SMALL, FALSE, PANGO_ALIGN_RIGHT, 1, FALSE, &p->dim };

  draw_rule (cr, MARGIN, y, inner_width (), &p->rule);
  draw_text (cr, MARGIN, y + 5, inner_width () - 130, self->foot, SMALL, FALSE, &p->dim);
  fram_print_text_draw (cr, &right, number, &type);
  if (page > 0)
    draw_text (cr, MARGIN, MARGIN - GAP, inner_width (), again, SMALL, FALSE, &p->dim);
}

static void
draw_page (const FramPaper *paper, guint page, FramLook look, gboolean has_ground, double width, double height,
           cairo_t *cr)
{
  const FramPlanDocument *self = paper->data;
  FramPrintPalette palette;

  fram_print_palette_init (&palette, look, has_ground);
  cairo_save (cr);
  if (has_ground)
    {
      fram_print_set_colour (cr, &palette.ground);
      cairo_paint (cr);
    }
  cairo_scale (cr, width / FRAM_PAPER_SHORT, height / FRAM_PAPER_LONG);
  draw_margins (self, page, &palette, cr);
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (item->page == page)
        draw_item (cr, item, &palette, look);
    }
  cairo_restore (cr);
}

/* What stands on a page, for who does not see it. */
static char *
tell (const FramPaper *paper, guint page)
{
  const FramPlanDocument *self = paper->data;
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);
      g_autofree char *week = item->week != NULL ? fram_week_plan_to_words (item->week) : NULL;

      if (item->page != page || item->kind == ITEM_SIGNATURES)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? ". " : "", week != NULL ? week : item->text);
      if (item->detail != NULL)
        g_string_append_printf (words, ": %s", item->detail);
    }
  return g_string_free (words, FALSE);
}

static char *
describe (const FramPaper *paper, guint page)
{
  return g_strdup_printf (_ ("Page %u of %u"), page + 1, paper->n_pages);
}

/**
 * fram_plan_document_to_paper:
 * @self: (transfer full): a document
 *
 * Puts the document on pages. Title and name of the file say whose it is; who is on it is the caller's to add.
 *
 * Returns: (transfer full): the paper
 */
FramPaper *
fram_plan_document_to_paper (FramPlanDocument *self)
{
  g_autofree char *title = g_strdup_printf ("%s, %s", self->title, self->name);
  FramPaper *paper;

  fram_plan_document_finish (self);
  paper = fram_paper_new (title, draw_page, self, (GDestroyNotify)fram_plan_document_free);
  paper->n_pages = self->n_pages;
  paper->width = FRAM_PAPER_SHORT;
  paper->height = FRAM_PAPER_LONG;
  paper->describe = describe;
  paper->tell = tell;
  return paper;
}
