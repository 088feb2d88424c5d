#include "fram-totals.h"

#include "fram-palette.h"
#include "fram-status-icon.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ITEMS 18
#define SHAPE_SIZE 14
#define SHAPE_GAP  7
#define ITEM_GAP   16
#define LINE_GAP   6

typedef struct
{
  gboolean has_shape;
  gboolean always_in_words;
  FramShape shape;
  char *text; /* "5 present" */
  PangoLayout *layout;
  int count;
  int width;
  int x, y;
} Item;

struct _FramTotals
{
  GtkWidget parent_instance;

  /* owned */
  GArray *items;

  int later;
  gboolean is_short;
  double scale;
};

G_DEFINE_FINAL_TYPE (FramTotals, fram_totals, GTK_TYPE_WIDGET)

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_clear_pointer (&item->text, g_free);
  g_clear_object (&item->layout);
}

static int
shape_room (FramTotals *self, const Item *item)
{
  return item->has_shape ? (int)((SHAPE_SIZE + SHAPE_GAP) * self->scale) : 0;
}

/* the number bold, the word after it as it is */
static void
make_layout (FramTotals *self, Item *item)
{
  g_autofree char *digits = g_strdup_printf ("%d", item->count);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  const char *at = strstr (item->text, digits);

  bold->start_index = at != NULL ? (guint)(at - item->text) : 0;
  bold->end_index = bold->start_index + (guint)strlen (digits);
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  g_clear_object (&item->layout);
  item->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                                 self->is_short && !item->always_in_words ? digits : item->text);
  if (self->is_short && !item->always_in_words)
    {
      bold->start_index = 0;
      bold->end_index = (guint)strlen (digits);
    }
  pango_layout_set_attributes (item->layout, attributes);
  pango_layout_get_pixel_size (item->layout, &item->width, NULL);
  item->width += shape_room (self, item);
}

static void
ensure_layouts (FramTotals *self)
{
  double scale = fram_widget_get_text_scale (GTK_WIDGET (self));

  if (self->scale == scale)
    return;
  self->scale = scale;
  for (guint i = 0; i < self->items->len; i++)
    make_layout (self, &g_array_index (self->items, Item, i));
}

static gboolean
is_shown (FramTotals *self, const Item *item)
{
  return !self->is_short || item->has_shape || item->always_in_words;
}

static int
line_height (FramTotals *self)
{
  int height = (int)(SHAPE_SIZE * self->scale);

  if (self->items->len > 0)
    pango_layout_get_pixel_size (g_array_index (self->items, Item, 0).layout, NULL, &height);
  return height + (int)(LINE_GAP * self->scale);
}

/* Sets the place of each item and answers the height. */
static int
arrange (FramTotals *self, int width)
{
  int x = 0, y = 0, gap = (int)((self->is_short ? ITEM_GAP - 2 : ITEM_GAP) * self->scale);

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);

      if (!is_shown (self, item))
        continue;
      if (x > 0 && width >= 0 && x + item->width > width)
        {
          x = 0;
          y += line_height (self);
        }
      item->x = x;
      item->y = y;
      x += item->width + gap;
    }
  return y + line_height (self);
}

static void
fram_totals_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  FramTotals *self = FRAM_TOTALS (widget);
  int widest = 0, sum = 0, gap;

  ensure_layouts (self);
  gap = (int)(ITEM_GAP * self->scale);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = arrange (self, for_size);
      return;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = &g_array_index (self->items, Item, i);

      if (!is_shown (self, item))
        continue;
      widest = MAX (widest, item->width);
      sum += item->width + (sum > 0 ? gap : 0);
    }
  *minimum = widest;
  *natural = sum;
}

static GtkSizeRequestMode
fram_totals_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
snapshot_item (FramTotals *self, GtkSnapshot *snapshot, const Item *item, const GdkRGBA *text, FramStyle style)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - item->x - item->width : item->x;
  int height = line_height (self), text_height, shape = left;

  if (item->has_shape)
    {
      GdkRGBA colour = fram_palette_get_status (item->shape, style);
      double size = SHAPE_SIZE * self->scale;
      cairo_t *cr;

      if (mirrored)
        shape = left + item->width - (int)ceil (size);
      else
        left += shape_room (self, item);
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (shape, item->y, size, height));
      fram_status_draw (cr, item->shape, shape + size / 2, item->y + height / 2.0, size, &colour, TRUE);
      cairo_destroy (cr);
    }
  pango_layout_get_pixel_size (item->layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, item->y + (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, item->layout, text);
  gtk_snapshot_restore (snapshot);
}

static void
fram_totals_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramTotals *self = FRAM_TOTALS (widget);
  FramStyle style = fram_palette_get_style ();
  GdkRGBA text;

  ensure_layouts (self);
  arrange (self, gtk_widget_get_width (widget));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  for (guint i = 0; i < self->items->len; i++)
    if (is_shown (self, &g_array_index (self->items, Item, i)))
      snapshot_item (self, snapshot, &g_array_index (self->items, Item, i), &text, style);
}

static void
fram_totals_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_totals_parent_class)->css_changed (widget, change);
  FRAM_TOTALS (widget)->scale = 0;
}

static void
fram_totals_finalize (GObject *object)
{
  g_array_unref (FRAM_TOTALS (object)->items);
  G_OBJECT_CLASS (fram_totals_parent_class)->finalize (object);
}

static void
fram_totals_class_init (FramTotalsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_totals_finalize;
  widget_class->measure = fram_totals_measure;
  widget_class->get_request_mode = fram_totals_get_request_mode;
  widget_class->snapshot = fram_totals_snapshot;
  widget_class->css_changed = fram_totals_css_changed;
  gtk_widget_class_set_css_name (widget_class, "totals");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fram_totals_init (FramTotals *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
}

GtkWidget *
fram_totals_new (void)
{
  return g_object_new (FRAM_TYPE_TOTALS, NULL);
}

static void
take_item (FramTotals *self, gboolean has_shape, FramShape shape, int count, char *text)
{
  Item item = { .has_shape = has_shape, .shape = shape, .count = count, .text = text };

  g_array_append_val (self->items, item);
}

/**
 * fram_totals_set:
 * @self: totals
 * @statuses: (element-type FramStatus): the programme's statuses
 * @of_status: (array): people per status, in the same order
 * @expected: people expected
 * @unmarked: of them unmarked
 *
 * Statuses that nobody has are left out.
 */
void
fram_totals_set (FramTotals *self, const GArray *statuses, const int *of_status, int expected, int unmarked)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FRAM_IS_TOTALS (self));
  g_array_set_size (self->items, 0);
  take_item (self, FALSE, FRAM_SHAPE_UNMARKED, expected,
             g_strdup_printf (ngettext ("%d expected", "%d expected", expected), expected));
  for (guint i = 0; i < statuses->len && i < MOST_ITEMS - 2; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);
      g_autofree char *name = g_utf8_strdown (fram_status_get_name (status), -1);

      if (of_status[i] > 0)
        take_item (self, TRUE, status->shape, of_status[i], g_strdup_printf ("%d %s", of_status[i], name));
    }
  if (unmarked > 0)
    take_item (self, TRUE, FRAM_SHAPE_UNMARKED, unmarked,
               g_strdup_printf (ngettext ("%d unmarked", "%d unmarked", unmarked), unmarked));
  if (self->later > 0)
    {
      /* Translators: a number of people who are expected later today */
      take_item (self, FALSE, FRAM_SHAPE_UNMARKED, self->later,
                 g_strdup_printf (ngettext ("%d later", "%d later", self->later), self->later));
      g_array_index (self->items, Item, self->items->len - 1).always_in_words = TRUE;
    }
  self->scale = 0;
  words = fram_totals_to_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->is_short ? words : NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fram_totals_set_later:
 * @self: totals
 * @later: people who are expected later today and so are not counted as unmarked; shown from the next fram_totals_set() on
 */
void
fram_totals_set_later (FramTotals *self, int later)
{
  g_return_if_fail (FRAM_IS_TOTALS (self));
  self->later = later;
}

void
fram_totals_set_short (FramTotals *self, gboolean is_short)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FRAM_IS_TOTALS (self));
  if (self->is_short == is_short)
    return;
  self->is_short = is_short;
  self->scale = 0;
  words = fram_totals_to_words (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), is_short ? words : NULL);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fram_totals_to_words:
 * @self: totals
 *
 * Returns: (transfer full): "12 expected, 5 present, 1 late"
 */
char *
fram_totals_to_words (FramTotals *self)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (FRAM_IS_TOTALS (self), NULL);
  for (guint i = 0; i < self->items->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", g_array_index (self->items, Item, i).text);
  return g_string_free (words, FALSE);
}
