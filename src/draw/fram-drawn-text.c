#include "fram-drawn-text.h"

#include <math.h>
#include <string.h>

#define FAMILY "Cantarell, Sans"

/* So many texts are remembered in each thread. */
#define MANY 3000

/* Height of a line for letters of size 1, and how far its middle lies above the baseline: half of the capitals. */
#define LINE   1.36
#define MIDDLE 0.35

/* A text that was shaped: how far each of its characters reaches. */
typedef struct
{
  PangoLayout *layout;
  double baseline;
  guint n;
  float *ends;
} Shaped;

/* Pango's maps of fonts and what comes of them belong to a thread. */
typedef struct
{
  PangoContext *contexts[2]; /* on whole pixels, and exact */
  GHashTable *texts;
  GString *key;
} Thread;

static void
shaped_free (gpointer data)
{
  Shaped *shaped = data;

  g_object_unref (shaped->layout);
  g_free (shaped->ends);
  g_free (shaped);
}

static void
thread_free (gpointer data)
{
  Thread *thread = data;

  g_hash_table_unref (thread->texts);
  g_clear_object (&thread->contexts[0]);
  g_clear_object (&thread->contexts[1]);
  g_string_free (thread->key, TRUE);
  g_free (thread);
}

static GPrivate threads = G_PRIVATE_INIT (thread_free);

static PangoContext *
make_context (gboolean exact)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, exact ? CAIRO_HINT_STYLE_NONE : CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics (options, exact ? CAIRO_HINT_METRICS_OFF : CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, !exact);
  cairo_font_options_destroy (options);
  return context;
}

static Thread *
get_thread (void)
{
  Thread *thread = g_private_get (&threads);

  if (thread != NULL)
    return thread;
  thread = g_new0 (Thread, 1);
  thread->contexts[0] = make_context (FALSE);
  thread->contexts[1] = make_context (TRUE);
  thread->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, shaped_free);
  thread->key = g_string_new (NULL);
  g_private_set (&threads, thread);
  return thread;
}

static PangoLayout *
make_layout (Thread *thread, const char *text, const FramTextType *type)
{
  PangoLayout *layout = pango_layout_new (thread->contexts[type->exact ? 1 : 0]);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILY);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  pango_font_description_set_weight (font, type->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static Shaped *
shape (Thread *thread, const char *text, const FramTextType *type)
{
  Shaped *self = g_new0 (Shaped, 1);
  const char *at = text;
  double end = 0;

  self->layout = make_layout (thread, text, type);
  self->baseline = (double)pango_layout_get_baseline (self->layout) / PANGO_SCALE;
  self->n = (guint)g_utf8_strlen (text, -1);
  self->ends = g_new0 (float, self->n + 1);
  for (guint i = 0; i < self->n; i++, at = g_utf8_next_char (at))
    {
      PangoRectangle place;

      pango_layout_index_to_pos (self->layout, (int)(at - text), &place);
      end += ABS (place.width) / (double)PANGO_SCALE;
      self->ends[i] = (float)end;
    }
  return self;
}

static const Shaped *
get_shaped (const char *text, const FramTextType *type)
{
  Thread *thread = get_thread ();
  Shaped *shaped;

  g_string_printf (thread->key, "%d%c%s", (int)(type->size * 64), 'a' + (type->bold ? 1 : 0) + (type->exact ? 2 : 0),
                   text);
  shaped = g_hash_table_lookup (thread->texts, thread->key->str);
  if (shaped != NULL)
    return shaped;
  if (g_hash_table_size (thread->texts) >= MANY)
    g_hash_table_remove_all (thread->texts);
  shaped = shape (thread, text, type);
  g_hash_table_insert (thread->texts, g_strdup (thread->key->str), shaped);
  return shaped;
}

/**
 * fram_drawn_text_width:
 * @text: (nullable): a text in one line
 * @type: how it is set
 *
 * Returns: how wide it is
 */
double
fram_drawn_text_width (const char *text, const FramTextType *type)
{
  const Shaped *shaped;

  if (text == NULL || text[0] == '\0')
    return 0;
  shaped = get_shaped (text, type);
  return shaped->n > 0 ? shaped->ends[shaped->n - 1] : 0;
}

/**
 * fram_drawn_text_height:
 * @size: size of letters
 *
 * Returns: how high a line of them is
 */
double
fram_drawn_text_height (double size)
{
  return size * LINE;
}

/**
 * fram_drawn_text_elide:
 * @text: a text
 * @type: how it is set
 * @width: the room there is
 *
 * Returns: (transfer full) (nullable): the text as far as it fits, with "…" where it goes on; %NULL where not even two
 *   letters do
 */
char *
fram_drawn_text_elide (const char *text, const FramTextType *type, double width)
{
  double dots = fram_drawn_text_width ("…", type);
  const Shaped *shaped = get_shaped (text, type);
  const char *end;
  guint n = 0;

  if (shaped->n == 0 || shaped->ends[shaped->n - 1] <= width)
    return g_strdup (text);
  while (n < shaped->n && shaped->ends[n] + dots <= width)
    n++;
  end = g_utf8_offset_to_pointer (text, n);
  while (n > 0 && (end[-1] == ' ' || end[-1] == ','))
    {
      end--;
      n--;
    }
  return n >= 2 ? g_strdup_printf ("%.*s…", (int)(end - text), text) : NULL;
}

/* Letters that stand anywhere are drawn as shapes where there are pixels, on whole ones of which glyphs would stand. */
static void
show (cairo_t *cr, PangoLayout *layout, gboolean exact)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  if (!exact || (type != CAIRO_SURFACE_TYPE_IMAGE && type != CAIRO_SURFACE_TYPE_RECORDING))
    {
      pango_cairo_show_layout (cr, layout);
      return;
    }
  pango_cairo_layout_path (cr, layout);
  cairo_fill (cr);
}

/**
 * fram_drawn_text_draw:
 * @cr: where to draw, in the colour that is set
 * @text: a text in one line
 * @type: how it is set
 * @x: its left edge
 * @middle: the middle of its capitals
 */
void
fram_drawn_text_draw (cairo_t *cr, const char *text, const FramTextType *type, double x, double middle)
{
  const Shaped *shaped;
  double y = middle + type->size * MIDDLE;

  if (text == NULL || text[0] == '\0')
    return;
  shaped = get_shaped (text, type);
  cairo_new_path (cr);
  cairo_move_to (cr, type->exact ? x : floor (x + 0.5), (type->exact ? y : floor (y + 0.5)) - shaped->baseline);
  show (cr, shaped->layout, type->exact);
}
