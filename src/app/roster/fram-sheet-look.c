#include "fram-sheet-look.h"

#include "fram-status-icon.h"

#include <math.h>

/* A year of scrolling through names and hours must not fill the memory. */
#define MOST_LAYOUTS 4000

#define CHIP_RADIUS  6
#define CHIP_SHAPE   13.0
#define SMALL_SHAPE  11.0
#define STACK_SHAPE  12.0
#define OUTLINE      1.5f

struct _FramSheetLook
{
  /* borrowed */
  GtkWidget *widget;

  /* owned */
  GHashTable *layouts; /* "font width text" → PangoLayout */
  GHashTable *marks;   /* "code form size" → GskRenderNode */
  PangoFontDescription *fonts[FRAM_SHEET_N_FONTS];

  FramStyle style;
  double scale;
  GdkRGBA text;
  GdkRGBA accent;
  GdkRGBA ground;
};

static const struct
{
  double size; /* pixels at text scale 1 */
  PangoWeight weight;
} fonts[FRAM_SHEET_N_FONTS] = {
  [FRAM_SHEET_TEXT] = { 13, PANGO_WEIGHT_NORMAL },      [FRAM_SHEET_BOLD] = { 14.67, PANGO_WEIGHT_BOLD },
  [FRAM_SHEET_SMALL] = { 12, PANGO_WEIGHT_NORMAL },     [FRAM_SHEET_SMALL_BOLD] = { 12.5, PANGO_WEIGHT_BOLD },
  [FRAM_SHEET_LETTER] = { 14, PANGO_WEIGHT_ULTRABOLD },
};

static void
make_fonts (FramSheetLook *self)
{
  for (guint i = 0; i < FRAM_SHEET_N_FONTS; i++)
    {
      self->fonts[i] = pango_font_description_new ();
      pango_font_description_set_absolute_size (self->fonts[i], fonts[i].size * self->scale * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i], fonts[i].weight);
    }
}

/**
 * fram_sheet_look_new:
 * @widget: what is drawn; the look is of the style it has now
 *
 * Returns: (transfer full): a look, to be made again when the widget's style changes
 */
FramSheetLook *
fram_sheet_look_new (GtkWidget *widget)
{
  FramSheetLook *self = g_new0 (FramSheetLook, 1);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  self->widget = widget;
  self->style = fram_palette_get_style ();
  self->scale = fram_widget_get_text_scale (widget);
  gtk_style_context_get_color (context, &self->text);
  if (!gtk_style_context_lookup_color (context, "accent_color", &self->accent))
    self->accent = self->text;
  if (!gtk_style_context_lookup_color (context, "view_bg_color", &self->ground))
    self->ground = (GdkRGBA){ 1, 1, 1, 1 };
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)gsk_render_node_unref);
  make_fonts (self);
  return self;
}

void
fram_sheet_look_free (FramSheetLook *self)
{
  g_hash_table_destroy (self->layouts);
  g_hash_table_destroy (self->marks);
  for (guint i = 0; i < FRAM_SHEET_N_FONTS; i++)
    pango_font_description_free (self->fonts[i]);
  g_free (self);
}

double
fram_sheet_look_get_scale (const FramSheetLook *self)
{
  return self->scale;
}

GdkRGBA
fram_sheet_look_get_ink (const FramSheetLook *self, FramInk ink)
{
  return fram_palette_get_ink (ink, self->style);
}

const GdkRGBA *
fram_sheet_look_get_text_colour (const FramSheetLook *self)
{
  return &self->text;
}

const GdkRGBA *
fram_sheet_look_get_accent (const FramSheetLook *self)
{
  return &self->accent;
}

const GdkRGBA *
fram_sheet_look_get_ground (const FramSheetLook *self)
{
  return &self->ground;
}

static PangoLayout *
make_layout (FramSheetLook *self, FramSheetFont font, const char *text, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, self->fonts[font]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width < 0)
    return layout;
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
get_layout (FramSheetLook *self, FramSheetFont font, const char *text, int width)
{
  g_autofree char *key = g_strdup_printf ("%d %d %s", font, width, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = make_layout (self, font, text, width);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);
  return layout;
}

/**
 * fram_sheet_look_width:
 * @self: a look
 * @font: kind of text
 * @text: a text
 *
 * Returns: how wide it is in full
 */
double
fram_sheet_look_width (FramSheetLook *self, FramSheetFont font, const char *text)
{
  int width;

  pango_layout_get_pixel_size (get_layout (self, font, text, -1), &width, NULL);
  return width;
}

/**
 * fram_sheet_look_text:
 * @self: a look
 * @snapshot: where to
 * @font: kind of text
 * @text: a text
 * @box: room for it; it stands in the middle of its height and is shortened where it does not fit
 * @align: 0 at the beginning, 1 at the end
 * @colour: its colour
 *
 * Returns: the width it took
 */
double
fram_sheet_look_text (FramSheetLook *self, GtkSnapshot *snapshot, FramSheetFont font, const char *text,
                      const graphene_rect_t *box, float align, const GdkRGBA *colour)
{
  PangoLayout *layout = get_layout (self, font, text, -1);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > box->size.width)
    {
      layout = get_layout (self, font, text, (int)MAX (0, box->size.width));
      width = (int)box->size.width;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (box->origin.x + align * (box->size.width - width)),
                                                          roundf (box->origin.y + (box->size.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
draw_shape (GtkSnapshot *snapshot, FramShape shape, double x, double y, double size, const GdkRGBA *colour,
            gboolean filled)
{
  double half = size / 2 + 1;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - half, y - half, 2 * half, 2 * half));

  fram_status_draw (cr, shape, x, y, size, colour, filled);
  cairo_destroy (cr);
}

static void
draw_ground (GtkSnapshot *snapshot, float width, float height, double scale, const GdkRGBA *colour, gboolean filled)
{
  const GdkRGBA line[4] = { *colour, *colour, *colour, *colour };
  const float widths[4] = { OUTLINE, OUTLINE, OUTLINE, OUTLINE };
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (0, 0, width, height), CHIP_RADIUS * scale);
  if (!filled)
    {
      gtk_snapshot_append_border (snapshot, &box, widths, line);
      return;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, colour, &box.bounds);
  gtk_snapshot_pop (snapshot);
}

/* Shape and letter in the middle, side by side; where that is too tight the letter is what tells most. */
static void
draw_pair (FramSheetLook *self, GtkSnapshot *snapshot, const FramStatus *status, float width, float height,
           const GdkRGBA *ink, gboolean filled)
{
  const char *letter = fram_status_get_letter (status);
  double letter_width = fram_sheet_look_width (self, FRAM_SHEET_LETTER, letter);
  double shape = (width < 40 * self->scale ? SMALL_SHAPE : CHIP_SHAPE) * self->scale;
  double gap = (width < 40 * self->scale ? 2 : 4) * self->scale, left = (width - shape - gap - letter_width) / 2;

  if (left < 1)
    {
      fram_sheet_look_text (self, snapshot, FRAM_SHEET_LETTER, letter, &GRAPHENE_RECT_INIT (0, 0, width, height), 0.5,
                            ink);
      return;
    }
  draw_shape (snapshot, status->shape, left + shape / 2, height / 2, shape, ink, filled);
  fram_sheet_look_text (self, snapshot, FRAM_SHEET_LETTER, letter,
                        &GRAPHENE_RECT_INIT (left + shape + gap, 0, letter_width + 1, height), 0, ink);
}

static void
draw_stack (FramSheetLook *self, GtkSnapshot *snapshot, const FramStatus *status, float width, float height,
            const GdkRGBA *ink, gboolean filled)
{
  double shape = MIN (STACK_SHAPE * self->scale, width - 1), letter = 15 * self->scale;
  double top = (height - shape - letter) / 2;

  draw_shape (snapshot, status->shape, width / 2, top + shape / 2, shape, ink, filled);
  fram_sheet_look_text (self, snapshot, FRAM_SHEET_SMALL_BOLD, fram_status_get_letter (status),
                        &GRAPHENE_RECT_INIT (0, top + shape, width, letter), 0.5, ink);
}

static GskRenderNode *
make_mark (FramSheetLook *self, const FramStatus *status, FramSheetMarkForm form, float width, float height)
{
  FramShape shape = status != NULL ? status->shape : FRAM_SHAPE_UNMARKED;
  GdkRGBA colour = fram_palette_get_status (shape, self->style);
  GdkRGBA on_fill = fram_palette_get_ink (FRAM_INK_ON_FILL, self->style);
  gboolean filled = form == FRAM_SHEET_CHIP || form == FRAM_SHEET_STACK || form == FRAM_SHEET_SHAPE;
  gboolean chip = form == FRAM_SHEET_CHIP || form == FRAM_SHEET_OUTLINE;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  if (status == NULL || form == FRAM_SHEET_SHAPE)
    draw_shape (snapshot, shape, width / 2, height / 2, MIN (CHIP_SHAPE * self->scale, width - 1), &colour, TRUE);
  else if (chip)
    {
      draw_ground (snapshot, width, height, self->scale, &colour, filled);
      draw_pair (self, snapshot, status, width, height, filled ? &on_fill : &colour, filled);
    }
  else
    draw_stack (self, snapshot, status, width, height, &colour, filled);
  return gtk_snapshot_free_to_node (snapshot);
}

/**
 * fram_sheet_look_mark:
 * @self: a look
 * @snapshot: where to
 * @status: (nullable): the status; %NULL for unmarked
 * @form: how it is drawn
 * @box: where
 *
 * Draws a mark: shape, letter and colour.
 */
void
fram_sheet_look_mark (FramSheetLook *self, GtkSnapshot *snapshot, const FramStatus *status, FramSheetMarkForm form,
                      const graphene_rect_t *box)
{
  char key[96];
  GskRenderNode *node;

  g_snprintf (key, sizeof key, "%s %d %d %d", status != NULL ? status->code : "", form, (int)(box->size.width * 4),
              (int)(box->size.height * 4));
  node = g_hash_table_lookup (self->marks, key);
  if (node == NULL)
    {
      node = make_mark (self, status, form, box->size.width, box->size.height);
      g_hash_table_insert (self->marks, g_strdup (key), node);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &box->origin);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/**
 * fram_sheet_look_badge:
 * @self: a look
 * @snapshot: where to
 * @text: a word or two
 * @ink: its colour; the ground is the one after it
 * @box: where
 *
 * Draws a badge.
 */
void
fram_sheet_look_badge (FramSheetLook *self, GtkSnapshot *snapshot, const char *text, FramInk ink,
                       const graphene_rect_t *box)
{
  GdkRGBA ground = fram_sheet_look_get_ink (self, ink + 1), colour = fram_sheet_look_get_ink (self, ink);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, box, box->size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, &ground, box);
  gtk_snapshot_pop (snapshot);
  fram_sheet_look_text (self, snapshot, FRAM_SHEET_SMALL_BOLD, text, box, 0.5, &colour);
}
