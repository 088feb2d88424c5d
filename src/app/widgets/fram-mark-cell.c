#include "fram-mark-cell.h"

#include "fram-palette.h"
#include "fram-status-icon.h"

#include <glib/gi18n-lib.h>

/* VISUAL.md, "Roster row" */
#define FILL_RADIUS 8
#define FILL_INSET  3
#define SHAPE_SIZE  13.0
#define LETTER_SIZE 14.0
#define GAP         4.0
#define OUTLINE     1.5

struct _FramMarkCell
{
  GtkButton parent_instance;

  /* borrowed */
  const FramStatus *status;

  /* owned */
  PangoLayout *letter;

  gboolean chosen;
  gboolean told;
  gboolean lettered;
};

G_DEFINE_FINAL_TYPE (FramMarkCell, fram_mark_cell, GTK_TYPE_BUTTON)

static PangoLayout *
ensure_letter (FramMarkCell *self, double scale)
{
  g_autoptr (PangoFontDescription) font = NULL;

  if (self->letter != NULL)
    return self->letter;
  self->letter = gtk_widget_create_pango_layout (GTK_WIDGET (self), fram_status_get_letter (self->status));
  font = pango_font_description_new ();
  pango_font_description_set_absolute_size (font, LETTER_SIZE * scale * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_ULTRABOLD);
  pango_layout_set_font_description (self->letter, font);
  return self->letter;
}

static void
snapshot_fill (GtkSnapshot *snapshot, float width, float height, const GdkRGBA *colour)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (0, FILL_INSET, width, height - 2 * FILL_INSET),
                                   FILL_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &box);
  gtk_snapshot_append_color (snapshot, colour, &box.bounds);
  gtk_snapshot_pop (snapshot);
}

/* what was told beforehand and is no mark yet: an outline */
static void
snapshot_outline (GtkSnapshot *snapshot, float width, float height, const GdkRGBA *colour)
{
  const float widths[4] = { OUTLINE, OUTLINE, OUTLINE, OUTLINE };
  const GdkRGBA colours[4] = { *colour, *colour, *colour, *colour };
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (
      &box, &GRAPHENE_RECT_INIT (1, FILL_INSET + 1, width - 2, height - 2 * FILL_INSET - 2), FILL_RADIUS);
  gtk_snapshot_append_border (snapshot, &box, widths, colours);
}

static void
snapshot_shape (GtkSnapshot *snapshot, FramShape shape, double x, double y, double size, const GdkRGBA *colour)
{
  double half = size / 2 + 1;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - half, y - half, 2 * half, 2 * half));

  fram_status_draw (cr, shape, x, y, size, colour, TRUE);
  cairo_destroy (cr);
}

/* shape 13 and letter side by side, centred */
static void
snapshot_pair (FramMarkCell *self, GtkSnapshot *snapshot, float width, float height, double scale, const GdkRGBA *ink)
{
  PangoLayout *letter = ensure_letter (self, scale);
  int letter_width, letter_height;
  double left;

  pango_layout_get_pixel_size (letter, &letter_width, &letter_height);
  left = (width - (SHAPE_SIZE + GAP) * scale - letter_width) / 2;
  snapshot_shape (snapshot, self->status->shape, left + SHAPE_SIZE * scale / 2, height / 2, SHAPE_SIZE * scale, ink);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (left + (SHAPE_SIZE + GAP) * scale, (int)((height - letter_height) / 2)));
  gtk_snapshot_append_layout (snapshot, letter, ink);
  gtk_snapshot_restore (snapshot);
}

static void
fram_mark_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramMarkCell *self = FRAM_MARK_CELL (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  FramStyle style = fram_palette_get_style ();
  double scale = fram_widget_get_text_scale (widget);
  GdkRGBA ink = fram_palette_get_ink (self->chosen ? FRAM_INK_ON_FILL : FRAM_INK_IDLE, style);
  GdkRGBA fill = fram_palette_get_status (self->status->shape, style);

  if (self->chosen)
    snapshot_fill (snapshot, width, height, &fill);
  else if (self->told)
    {
      snapshot_outline (snapshot, width, height, &fill);
      ink = fill;
    }
  if (self->chosen || self->told || self->lettered)
    snapshot_pair (self, snapshot, width, height, scale, &ink);
  else
    snapshot_shape (snapshot, self->status->shape, width / 2, height / 2, SHAPE_SIZE * scale, &ink);
}

/* Made when it is asked for: a text set beforehand costs more than the rest of the place. The chosen one leaves the word to
 * the strip, which tells who marked. */
static gboolean
fram_mark_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FramMarkCell *self = FRAM_MARK_CELL (widget);
  g_autofree char *text = NULL;

  if (self->chosen)
    return FALSE;
  /* Translators: a status and the key that marks it: "Present (P)" */
  text = g_strdup_printf (C_ ("status and key", "%1$s (%2$s)"), fram_status_get_name (self->status),
                          fram_status_get_letter (self->status));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
fram_mark_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_mark_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&FRAM_MARK_CELL (widget)->letter);
}

static void
fram_mark_cell_dispose (GObject *object)
{
  g_clear_object (&FRAM_MARK_CELL (object)->letter);
  G_OBJECT_CLASS (fram_mark_cell_parent_class)->dispose (object);
}

static void
fram_mark_cell_class_init (FramMarkCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_mark_cell_dispose;
  widget_class->snapshot = fram_mark_cell_snapshot;
  widget_class->css_changed = fram_mark_cell_css_changed;
  widget_class->query_tooltip = fram_mark_cell_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "markcell");
}

static void
fram_mark_cell_init (FramMarkCell *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * fram_mark_cell_new:
 * @status: its status, which lives as long as the register is open
 */
GtkWidget *
fram_mark_cell_new (const FramStatus *status)
{
  FramMarkCell *self = g_object_new (FRAM_TYPE_MARK_CELL, NULL);

  self->status = status;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, fram_status_get_name (status),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, fram_status_get_letter (status), -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  return GTK_WIDGET (self);
}

const FramStatus *
fram_mark_cell_get_status (FramMarkCell *self)
{
  g_return_val_if_fail (FRAM_IS_MARK_CELL (self), NULL);
  return self->status;
}

void
fram_mark_cell_set_chosen (FramMarkCell *self, gboolean chosen)
{
  g_return_if_fail (FRAM_IS_MARK_CELL (self));
  if (self->chosen == chosen)
    return;
  self->chosen = chosen;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
fram_mark_cell_get_chosen (FramMarkCell *self)
{
  g_return_val_if_fail (FRAM_IS_MARK_CELL (self), FALSE);
  return self->chosen;
}

/**
 * fram_mark_cell_set_told:
 * @self: a place
 * @told: whether this status was told beforehand and nothing is marked yet
 */
void
fram_mark_cell_set_told (FramMarkCell *self, gboolean told)
{
  g_autofree char *name = NULL;

  g_return_if_fail (FRAM_IS_MARK_CELL (self));
  if (self->told == told)
    return;
  self->told = told;
  if (told)
    /* Translators: a status on a place to mark with: "Sick, told beforehand" */
    name = g_strdup_printf (_ ("%s, told beforehand"), fram_status_get_name (self->status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  told ? name : fram_status_get_name (self->status), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
fram_mark_cell_get_told (FramMarkCell *self)
{
  g_return_val_if_fail (FRAM_IS_MARK_CELL (self), FALSE);
  return self->told;
}

/**
 * fram_mark_cell_set_lettered:
 * @self: a place
 * @lettered: whether the letter is shown although the status is not chosen, where no heading says it
 */
void
fram_mark_cell_set_lettered (FramMarkCell *self, gboolean lettered)
{
  g_return_if_fail (FRAM_IS_MARK_CELL (self));
  self->lettered = lettered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
