#include "fram-chips.h"

#include "fram-palette.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* VISUAL.md, "Measures" and "Type" */
#define CHIP_HEIGHT  24
#define BADGE_HEIGHT 20
#define CHIP_TEXT    13.0
#define BADGE_TEXT   12.0
#define PADDING      9
#define GAP          6
#define STACK_GAP    2
#define ICON         14

typedef struct
{
  FramChipKind kind;
  const char *icon; /* static string */
  char *text;
  PangoLayout *layout;
  int width;
} Chip;

struct _FramChips
{
  GtkWidget parent_instance;

  /* owned */
  GArray *chips;
  GArray *before; /* what stood there until it was cleared: the next ones are often the same */

  double scale; /* 0: layouts are to be made */
  gboolean wrapped;
  gboolean folded;
  gboolean stacked;
  gboolean small;
};

G_DEFINE_FINAL_TYPE (FramChips, fram_chips, GTK_TYPE_WIDGET)

static void
clear_chip (gpointer data)
{
  Chip *chip = data;

  g_clear_pointer (&chip->text, g_free);
  g_clear_object (&chip->layout);
}

static gboolean
is_badge (const FramChips *self, FramChipKind kind)
{
  return self->small || kind >= FRAM_CHIP_INFO;
}

static int
padding_of (const FramChips *self, FramChipKind kind)
{
  return kind == FRAM_CHIP_PLAIN ? 0 : (int)(PADDING * self->scale);
}

static int
height_of (const FramChips *self, FramChipKind kind)
{
  return (int)ceil ((is_badge (self, kind) ? BADGE_HEIGHT : CHIP_HEIGHT) * self->scale);
}

static PangoLayout *
make_layout (FramChips *self, FramChipKind kind, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();

  pango_font_description_set_absolute_size (font, (is_badge (self, kind) ? BADGE_TEXT : CHIP_TEXT) * self->scale *
                                                      PANGO_SCALE);
  if (kind >= FRAM_CHIP_INFO)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* A folded chip always has an icon, since it has nothing else. */
static const char *
icon_of (const FramChips *self, const Chip *chip)
{
  if (chip->icon != NULL || !self->folded)
    return chip->icon;
  switch (chip->kind)
    {
    case FRAM_CHIP_LINE: return "view-list-symbolic";
    case FRAM_CHIP_PLAIN: return "document-edit-symbolic";
    case FRAM_CHIP_INFO:
    case FRAM_CHIP_WARNING:
    case FRAM_CHIP_ERROR:
    default: return "dialog-information-symbolic";
    }
}

static int
icon_room (const FramChips *self, const Chip *chip)
{
  if (icon_of (self, chip) == NULL)
    return 0;
  return (int)((self->folded ? ICON : ICON + 4) * self->scale);
}

static void
ensure_layouts (FramChips *self)
{
  double scale = fram_widget_get_text_scale (GTK_WIDGET (self));
  gboolean again = self->scale != scale;

  self->scale = scale;
  g_array_set_size (self->before, 0);
  for (guint i = 0; i < self->chips->len; i++)
    {
      Chip *chip = &g_array_index (self->chips, Chip, i);
      int width;

      if (chip->layout != NULL && !again)
        continue;
      g_clear_object (&chip->layout);
      chip->layout = make_layout (self, chip->kind, self->folded ? "" : chip->text);
      pango_layout_get_pixel_size (chip->layout, &width, NULL);
      chip->width = width + icon_room (self, chip) + 2 * padding_of (self, chip->kind);
    }
}

/* Measuring a text costs more than all else of a chip. */
static void
take_layout (FramChips *self, Chip *chip)
{
  for (guint i = 0; i < self->before->len; i++)
    {
      Chip *old = &g_array_index (self->before, Chip, i);

      if (old->layout == NULL || old->kind != chip->kind || g_strcmp0 (old->icon, chip->icon) != 0 ||
          g_strcmp0 (old->text, chip->text) != 0)
        continue;
      chip->layout = g_steal_pointer (&old->layout);
      chip->width = old->width;
      return;
    }
}

static int
gap (const FramChips *self)
{
  return (int)(GAP * self->scale);
}

static int
more_width (FramChips *self, guint n)
{
  g_autofree char *text = g_strdup_printf ("+%u", n);
  g_autoptr (PangoLayout) layout = make_layout (self, FRAM_CHIP_LINE, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width + 2 * padding_of (self, FRAM_CHIP_LINE);
}

/* How many chips from @first on stand on one line of a width; at least one, which may be shortened. */
static guint
fit (FramChips *self, guint first, int width)
{
  int used = 0;

  for (guint i = first; i < self->chips->len; i++)
    {
      guint left = self->chips->len - i - 1;
      int need = used + g_array_index (self->chips, Chip, i).width;

      if (i > first && need + (left > 0 ? gap (self) + more_width (self, left) : 0) > width)
        return i - first;
      used = need + gap (self);
    }
  return self->chips->len - first;
}

static int
full_width (FramChips *self)
{
  int sum = 0;

  for (guint i = 0; i < self->chips->len; i++)
    sum += g_array_index (self->chips, Chip, i).width + (i > 0 ? gap (self) : 0);
  return sum;
}

static int
line_height (FramChips *self)
{
  int height = 0;

  for (guint i = 0; i < self->chips->len; i++)
    height = MAX (height, height_of (self, g_array_index (self->chips, Chip, i).kind));
  return height;
}

static int
wrapped_height (FramChips *self, int width)
{
  int x = 0, lines = 1;

  for (guint i = 0; i < self->chips->len; i++)
    {
      int chip = g_array_index (self->chips, Chip, i).width;

      if (x > 0 && x + chip > width)
        {
          lines++;
          x = 0;
        }
      x += chip + gap (self);
    }
  return lines * line_height (self) + (lines - 1) * 4;
}

static void
fram_chips_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  FramChips *self = FRAM_CHIPS (widget);
  int sum;

  ensure_layouts (self);
  *minimum = *natural = 0;
  if (self->chips->len == 0)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = self->wrapped && for_size >= 0 ? wrapped_height (self, for_size) : line_height (self);
      return;
    }
  sum = full_width (self);
  *natural = sum;
  *minimum = MIN (sum, (int)(40 * self->scale));
}

static GtkSizeRequestMode
fram_chips_get_request_mode (GtkWidget *widget)
{
  return FRAM_CHIPS (widget)->wrapped ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
inks_of (FramChipKind kind, FramStyle style, GdkRGBA *text, GdkRGBA *ground)
{
  static const FramInk texts[] = { FRAM_INK_CHIP, FRAM_INK_DIM, FRAM_INK_INFO, FRAM_INK_WARNING, FRAM_INK_ERROR };
  static const FramInk grounds[] = { FRAM_INK_CHIP_GROUND, FRAM_INK_CHIP_GROUND, FRAM_INK_INFO_GROUND,
                                     FRAM_INK_WARNING_GROUND, FRAM_INK_ERROR_GROUND };

  *text = fram_palette_get_ink (texts[kind], style);
  *ground = fram_palette_get_ink (grounds[kind], style);
}

static void
snapshot_icon (FramChips *self, GtkSnapshot *snapshot, const char *name, int x, double middle, const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int size = (int)(ICON * self->scale);
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, size,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (int)(middle - size / 2.0)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, colour, 1);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_pill (FramChips *self, GtkSnapshot *snapshot, const Chip *chip, PangoLayout *layout, int x, int middle,
               int width, int most)
{
  int height = MIN (height_of (self, chip->kind), most), padding = padding_of (self, chip->kind),
      icon = icon_room (self, chip);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int text_height;
  GdkRGBA ink, ground;
  GskRoundedRect box;

  inks_of (chip->kind, fram_palette_get_style (), &ink, &ground);
  if (mirrored)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, middle - height / 2));
  if (chip->kind != FRAM_CHIP_PLAIN)
    {
      gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2.0f);
      gtk_snapshot_push_rounded_clip (snapshot, &box);
      gtk_snapshot_append_color (snapshot, &ground, &box.bounds);
      gtk_snapshot_pop (snapshot);
    }
  pango_layout_set_width (layout, MAX (1, width - 2 * padding - icon) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  if (icon_of (self, chip) != NULL)
    snapshot_icon (self, snapshot, icon_of (self, chip),
                   mirrored ? width - padding - (int)(ICON * self->scale) : padding, height / 2.0, &ink);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (mirrored ? padding : padding + icon, (int)((height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_more (FramChips *self, GtkSnapshot *snapshot, guint n, int x, int middle, int most)
{
  Chip chip = { FRAM_CHIP_LINE, NULL, NULL, NULL, more_width (self, n) };
  g_autofree char *text = g_strdup_printf ("+%u", n);
  g_autoptr (PangoLayout) layout = make_layout (self, FRAM_CHIP_LINE, text);

  snapshot_pill (self, snapshot, &chip, layout, x, middle, chip.width, most);
}

/* The chips from @first on, on one line: as many as there is room for, then how many more. */
static void
snapshot_line (FramChips *self, GtkSnapshot *snapshot, guint first, int width, int middle, int most)
{
  guint shown = fit (self, first, width), hidden = self->chips->len - first - shown;
  int room = hidden > 0 ? width - more_width (self, hidden) - gap (self) : width, x = 0;

  for (guint i = first; i < first + shown; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);
      int pill = MIN (chip->width, room - x);

      if (pill <= 2 * padding_of (self, chip->kind))
        break;
      snapshot_pill (self, snapshot, chip, chip->layout, x, middle, pill, most);
      x += pill + gap (self);
    }
  if (hidden > 0)
    snapshot_more (self, snapshot, hidden, x, middle, most);
}

static int
stacked_height (const FramChips *self)
{
  return (int)ceil (BADGE_HEIGHT * self->scale);
}

static gboolean
needs_two_lines (FramChips *self, int width)
{
  return self->stacked && self->chips->len > 1 && full_width (self) > width;
}

/* Two low lines in the height of a row: the first chip, or those that fit whole, and the others below. */
static void
snapshot_stacked (FramChips *self, GtkSnapshot *snapshot, int width, int height)
{
  int line = stacked_height (self), top = MAX (0, (height - 2 * line - STACK_GAP) / 2), x = 0;
  guint first = 0;

  while (first < self->chips->len)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, first);

      if (first > 0 && x + chip->width > width)
        break;
      snapshot_pill (self, snapshot, chip, chip->layout, x, top + line / 2, MIN (chip->width, width), line);
      x += chip->width + gap (self);
      first++;
    }
  if (first < self->chips->len)
    snapshot_line (self, snapshot, first, width, top + line + STACK_GAP + line / 2, line);
}

static void
snapshot_wrapped (FramChips *self, GtkSnapshot *snapshot, int width)
{
  int x = 0, height = line_height (self), y = height / 2;

  for (guint i = 0; i < self->chips->len; i++)
    {
      const Chip *chip = &g_array_index (self->chips, Chip, i);

      if (x > 0 && x + chip->width > width)
        {
          x = 0;
          y += height + 4;
        }
      snapshot_pill (self, snapshot, chip, chip->layout, x, y, MIN (chip->width, width), height);
      x += chip->width + gap (self);
    }
}

static void
fram_chips_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramChips *self = FRAM_CHIPS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  ensure_layouts (self);
  if (self->wrapped)
    snapshot_wrapped (self, snapshot, width);
  else if (needs_two_lines (self, width) && height >= 2 * stacked_height (self))
    snapshot_stacked (self, snapshot, width, height);
  else if (self->chips->len > 0)
    snapshot_line (self, snapshot, 0, width, height / 2, height);
}

static gboolean
fram_chips_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *words = fram_chips_to_words (FRAM_CHIPS (widget), "\n");

  gtk_tooltip_set_text (tooltip, words);
  return words[0] != '\0' && !FRAM_CHIPS (widget)->folded;
}

static void
fram_chips_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_chips_parent_class)->css_changed (widget, change);
  FRAM_CHIPS (widget)->scale = 0;
}

static void
fram_chips_finalize (GObject *object)
{
  g_array_unref (FRAM_CHIPS (object)->chips);
  g_array_unref (FRAM_CHIPS (object)->before);
  G_OBJECT_CLASS (fram_chips_parent_class)->finalize (object);
}

static void
fram_chips_class_init (FramChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_chips_finalize;
  widget_class->measure = fram_chips_measure;
  widget_class->get_request_mode = fram_chips_get_request_mode;
  widget_class->snapshot = fram_chips_snapshot;
  widget_class->query_tooltip = fram_chips_query_tooltip;
  widget_class->css_changed = fram_chips_css_changed;
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fram_chips_init (FramChips *self)
{
  self->chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  g_array_set_clear_func (self->chips, clear_chip);
  self->before = g_array_new (FALSE, FALSE, sizeof (Chip));
  g_array_set_clear_func (self->before, clear_chip);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fram_chips_new (void)
{
  return g_object_new (FRAM_TYPE_CHIPS, NULL);
}

static void
update_label (FramChips *self)
{
  g_autofree char *words = fram_chips_to_words (self, ", ");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
fram_chips_clear (FramChips *self)
{
  GArray *emptied;

  g_return_if_fail (FRAM_IS_CHIPS (self));
  if (self->chips->len == 0)
    return;
  g_array_set_size (self->before, 0);
  emptied = g_steal_pointer (&self->before);
  self->before = g_steal_pointer (&self->chips);
  self->chips = emptied;
  update_label (self);
}

/**
 * fram_chips_add:
 * @self: chips
 * @kind: how it looks
 * @icon: (nullable): name of a symbolic icon, a string that stays
 * @text: what it says
 */
void
fram_chips_add (FramChips *self, FramChipKind kind, const char *icon, const char *text)
{
  Chip chip = { kind, icon, g_strdup (text), NULL, 0 };

  g_return_if_fail (FRAM_IS_CHIPS (self) && text != NULL);
  take_layout (self, &chip);
  g_array_append_val (self->chips, chip);
  update_label (self);
}

guint
fram_chips_get_length (FramChips *self)
{
  g_return_val_if_fail (FRAM_IS_CHIPS (self), 0);
  return self->chips->len;
}

void
fram_chips_set_wrapped (FramChips *self, gboolean wrapped)
{
  g_return_if_fail (FRAM_IS_CHIPS (self));
  if (self->wrapped == wrapped)
    return;
  self->wrapped = wrapped;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fram_chips_set_folded:
 * @self: chips
 * @folded: whether the words are left out, where others can see the screen; they stay in the accessible name
 */
void
fram_chips_set_folded (FramChips *self, gboolean folded)
{
  g_return_if_fail (FRAM_IS_CHIPS (self));
  if (self->folded == folded)
    return;
  self->folded = folded;
  self->scale = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * fram_chips_set_small:
 * @self: chips
 * @small: whether all of them have the size of a badge
 */
void
fram_chips_set_small (FramChips *self, gboolean small)
{
  g_return_if_fail (FRAM_IS_CHIPS (self));
  if (self->small != small)
    self->scale = 0;
  self->small = small;
}

/**
 * fram_chips_to_words:
 * @self: chips
 * @separator: what stands between two
 *
 * Returns: (transfer full): all of them
 */
char *
fram_chips_to_words (FramChips *self, const char *separator)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (FRAM_IS_CHIPS (self), NULL);
  for (guint i = 0; i < self->chips->len; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? separator : "", g_array_index (self->chips, Chip, i).text);
  return g_string_free (words, FALSE);
}

/**
 * fram_chips_set_stacked:
 * @self: chips
 * @stacked: whether they may stand on two low lines where one is too short, if the height given allows it
 */
void
fram_chips_set_stacked (FramChips *self, gboolean stacked)
{
  g_return_if_fail (FRAM_IS_CHIPS (self));
  self->stacked = stacked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
