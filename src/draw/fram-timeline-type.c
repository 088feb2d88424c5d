#include "fram-timeline-type.h"

#include <math.h>
#include <string.h>

#define FAMILY "Cantarell, Sans"

/* Texts are measured in letters of this size, and as many are remembered. */
#define REFERENCE 100.0
#define MANY      4096

/* Height of a line for letters of size 1, and how far its middle lies above the baseline: that of capitals, 0.35. */
#define LINE   1.36
#define MIDDLE 0.35

/* A text that was measured: how far each of its characters reaches. */
typedef struct
{
  guint n;
  float *ends;
} Measure;

static GMutex lock;
static GHashTable *measures[2]; /* by text; plain and bold */
static GPrivate contexts = G_PRIVATE_INIT (g_object_unref);

static void
measure_free (gpointer data)
{
  Measure *measure = data;

  g_free (measure->ends);
  g_free (measure);
}

/* Pango's maps of fonts belong to a thread. */
static PangoContext *
get_context (void)
{
  PangoContext *context = g_private_get (&contexts);
  cairo_font_options_t *options;

  if (context != NULL)
    return context;
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  g_private_set (&contexts, context);
  return context;
}

static PangoLayout *
make_layout (const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (get_context ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILY);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static Measure *
measure_new (const char *text, gboolean bold)
{
  g_autoptr (PangoLayout) layout = make_layout (text, REFERENCE, bold);
  Measure *self = g_new0 (Measure, 1);
  double end = 0;

  self->n = (guint)g_utf8_strlen (text, -1);
  self->ends = g_new0 (float, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      PangoRectangle at;

      pango_layout_index_to_pos (layout, (int)(g_utf8_offset_to_pointer (text, i) - text), &at);
      end += ABS (at.width) / (double)PANGO_SCALE / REFERENCE;
      self->ends[i] = (float)end;
    }
  return self;
}

/* With the lock held. */
static const Measure *
get_measure (const char *text, gboolean bold)
{
  GHashTable **table = &measures[bold ? 1 : 0];
  Measure *measure;

  if (*table == NULL)
    *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, measure_free);
  measure = g_hash_table_lookup (*table, text);
  if (measure != NULL)
    return measure;
  if (g_hash_table_size (*table) >= MANY)
    g_hash_table_remove_all (*table);
  measure = measure_new (text, bold);
  g_hash_table_insert (*table, g_strdup (text), measure);
  return measure;
}

/**
 * fram_timeline_text_width:
 * @text: a text in one line
 * @size: size of its letters
 * @bold: whether they are
 *
 * Returns: how wide it is
 */
double
fram_timeline_text_width (const char *text, double size, gboolean bold)
{
  const Measure *measure;
  double width;

  if (text == NULL || text[0] == '\0')
    return 0;
  g_mutex_lock (&lock);
  measure = get_measure (text, bold);
  width = measure->n > 0 ? measure->ends[measure->n - 1] * size : 0;
  g_mutex_unlock (&lock);
  return width;
}

/**
 * fram_timeline_text_height:
 * @size: size of letters
 *
 * Returns: how high a line of them is
 */
double
fram_timeline_text_height (double size)
{
  return size * LINE;
}

/* How many characters of a text fit. */
static guint
count_fitting (const char *text, double size, gboolean bold, double width)
{
  const Measure *measure;
  guint n = 0;

  g_mutex_lock (&lock);
  measure = get_measure (text, bold);
  while (n < measure->n && measure->ends[n] * size <= width)
    n++;
  g_mutex_unlock (&lock);
  return n;
}

/**
 * fram_timeline_text_elide:
 * @text: a text
 * @size: size of its letters
 * @bold: whether they are
 * @width: the room there is
 *
 * Returns: (transfer full) (nullable): the text as far as it fits, with "…" where it goes on; %NULL where not even two
 *   letters do
 */
char *
fram_timeline_text_elide (const char *text, double size, gboolean bold, double width)
{
  double dots = fram_timeline_text_width ("…", size, bold);
  const char *end;
  guint n;

  if (fram_timeline_text_width (text, size, bold) <= width)
    return g_strdup (text);
  n = count_fitting (text, size, bold, width - dots);
  end = g_utf8_offset_to_pointer (text, n);
  while (n > 0 && (end[-1] == ' ' || end[-1] == ','))
    {
      end--;
      n--;
    }
  return n >= 2 ? g_strdup_printf ("%.*s…", (int)(end - text), text) : NULL;
}

/**
 * fram_timeline_text_draw:
 * @cr: where to draw, in the colour that is set
 * @text: a text in one line
 * @size: size of its letters
 * @bold: whether they are
 * @x: its left edge
 * @middle: the middle of its capitals
 */
void
fram_timeline_text_draw (cairo_t *cr, const char *text, double size, gboolean bold, double x, double middle)
{
  g_autoptr (PangoLayout) layout = make_layout (text, size, bold);
  double baseline = (double)pango_layout_get_baseline (layout) / PANGO_SCALE;

  cairo_new_path (cr);
  cairo_move_to (cr, x, middle + size * MIDDLE - baseline);
  pango_cairo_show_layout (cr, layout);
}
