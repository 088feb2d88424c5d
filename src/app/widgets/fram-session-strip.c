#include "fram-session-strip.h"

#include "fram-palette.h"
#include "fram-status-icon.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* VISUAL.md, "Roster row" */
#define PITCH       13.6
#define SHAPE_SIZE  11.0
#define LETTER_SIZE 11.0
#define LINE_GAP    2.0

struct _FramSessionStrip
{
  GtkWidget parent_instance;

  /* borrowed */
  const FramStatus *statuses[FRAM_SESSIONS];

  FramDate days[FRAM_SESSIONS];
  guint n;

  /* owned */
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (FramSessionStrip, fram_session_strip, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (FramSessionStrip *self)
{
  g_autoptr (PangoFontDescription) font = NULL;

  if (self->layout != NULL)
    return self->layout;
  font = pango_font_description_new ();
  pango_font_description_set_absolute_size (font,
                                            LETTER_SIZE * fram_widget_get_text_scale (GTK_WIDGET (self)) * PANGO_SCALE);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_font_description (self->layout, font);
  return self->layout;
}

static void
fram_session_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  double scale = fram_widget_get_text_scale (widget);
  double size =
      orientation == GTK_ORIENTATION_HORIZONTAL ? FRAM_SESSIONS * PITCH : SHAPE_SIZE + LINE_GAP + LETTER_SIZE * 1.3;

  *minimum = *natural = (int)ceil (size * scale);
}

/* Time runs as one reads. */
static gboolean
is_mirrored (FramSessionStrip *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
snapshot_none (FramSessionStrip *self, GtkSnapshot *snapshot, int height, FramStyle style)
{
  GdkRGBA dim = fram_palette_get_ink (FRAM_INK_DIM, style);
  PangoLayout *layout = ensure_layout (self);
  int text_width, text_height, left = 0;

  pango_layout_set_text (layout, C_ ("last sessions", "No sessions yet"), -1);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (is_mirrored (self))
    left = gtk_widget_get_width (GTK_WIDGET (self)) - text_width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, (int)((height - text_height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &dim);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_letter (FramSessionStrip *self, GtkSnapshot *snapshot, const char *letter, double middle, double top,
                 const GdkRGBA *colour)
{
  PangoLayout *layout = ensure_layout (self);
  int width;

  pango_layout_set_text (layout, letter, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (middle - width / 2.0), round (top)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
fram_session_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  FramSessionStrip *self = FRAM_SESSION_STRIP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale = fram_widget_get_text_scale (widget), block = (SHAPE_SIZE + LINE_GAP + LETTER_SIZE * 1.3) * scale;
  double top = MAX (0, (height - block) / 2);
  FramStyle style = fram_palette_get_style ();
  cairo_t *cr;

  if (self->n == 0)
    {
      snapshot_none (self, snapshot, height, style);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  for (guint i = 0; i < self->n; i++)
    {
      GdkRGBA colour = fram_palette_get_status (self->statuses[i]->shape, style);
      double along = (i + 0.5) * PITCH * scale;
      double x = is_mirrored (self) ? width - along : along;

      fram_status_draw (cr, self->statuses[i]->shape, x, top + SHAPE_SIZE * scale / 2, SHAPE_SIZE * scale, &colour,
                        TRUE);
      snapshot_letter (self, snapshot, fram_status_get_letter (self->statuses[i]), x,
                       top + (SHAPE_SIZE + LINE_GAP) * scale, &colour);
    }
  cairo_destroy (cr);
}

static gboolean
fram_session_strip_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FramSessionStrip *self = FRAM_SESSION_STRIP (widget);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = self->n; i-- > 0;)
    {
      g_autofree char *day = fram_date_to_short_words (self->days[i]);

      g_string_append_printf (lines, "%s%s  %s", lines->len > 0 ? "\n" : "", day,
                              fram_status_get_name (self->statuses[i]));
    }
  gtk_tooltip_set_text (tooltip, lines->str);
  return self->n > 0;
}

static void
fram_session_strip_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_session_strip_parent_class)->css_changed (widget, change);
  g_clear_object (&FRAM_SESSION_STRIP (widget)->layout);
}

static void
fram_session_strip_dispose (GObject *object)
{
  g_clear_object (&FRAM_SESSION_STRIP (object)->layout);
  G_OBJECT_CLASS (fram_session_strip_parent_class)->dispose (object);
}

static void
fram_session_strip_class_init (FramSessionStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_session_strip_dispose;
  widget_class->measure = fram_session_strip_measure;
  widget_class->snapshot = fram_session_strip_snapshot;
  widget_class->query_tooltip = fram_session_strip_query_tooltip;
  widget_class->css_changed = fram_session_strip_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sessionstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
fram_session_strip_init (FramSessionStrip *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
fram_session_strip_new (void)
{
  return g_object_new (FRAM_TYPE_SESSION_STRIP, NULL);
}

static gboolean
is_same (FramSessionStrip *self, const FramStatus *const *statuses, const FramDate *days, guint n)
{
  return n == self->n && memcmp (self->statuses, statuses, n * sizeof *statuses) == 0 &&
         memcmp (self->days, days, n * sizeof *days) == 0;
}

/**
 * fram_session_strip_set_sessions:
 * @self: a strip
 * @statuses: (array length=n): statuses, oldest first; they outlive the strip
 * @days: (array length=n): their days
 * @n: how many, at most %FRAM_SESSIONS
 */
void
fram_session_strip_set_sessions (FramSessionStrip *self, const FramStatus *const *statuses, const FramDate *days,
                                 guint n)
{
  g_autofree char *words = NULL;

  g_return_if_fail (FRAM_IS_SESSION_STRIP (self) && n <= FRAM_SESSIONS);
  if (n > 0 && is_same (self, statuses, days, n))
    return;
  self->n = n;
  memcpy (self->statuses, statuses, n * sizeof *statuses);
  memcpy (self->days, days, n * sizeof *days);
  words = fram_session_strip_to_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static guint
count (FramSessionStrip *self, const FramStatus *status)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += self->statuses[i] == status;
  return n;
}

static gboolean
is_first (FramSessionStrip *self, guint at)
{
  for (guint i = 0; i < at; i++)
    if (self->statuses[i] == self->statuses[at])
      return FALSE;
  return TRUE;
}

/**
 * fram_session_strip_to_words:
 * @self: a strip
 *
 * Returns: (transfer full): "Last 10 sessions: 8 present, 1 late, 1 sick. Most recent: Present."
 */
char *
fram_session_strip_to_words (FramSessionStrip *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (FRAM_IS_SESSION_STRIP (self), NULL);
  if (self->n == 0)
    return g_strdup (C_ ("last sessions", "No sessions yet"));
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *name = NULL;

      if (!is_first (self, i))
        continue;
      name = g_utf8_strdown (fram_status_get_name (self->statuses[i]), -1);
      g_string_append_printf (list, "%s%u %s", list->len > 0 ? ", " : "", count (self, self->statuses[i]), name);
    }
  /* Translators: how many sessions, how often each status, and the status of the most recent one */
  return g_strdup_printf (
      ngettext ("Last %1$u session: %2$s. Most recent: %3$s.", "Last %1$u sessions: %2$s. Most recent: %3$s.", self->n),
      self->n, list->str, fram_status_get_name (self->statuses[self->n - 1]));
}
