#include "fram-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

/* For those who listen: a line of words per row of the drawing, and where the keyboard is. */

void
fram_timeline_canvas_make_voices (FramTimelineCanvas *self)
{
  self->voices = fram_voices_new (GTK_WIDGET (self), C_ ("timeline", "Nothing"));
}

void
fram_timeline_canvas_remove_voices (FramTimelineCanvas *self)
{
  g_clear_pointer (&self->voices, fram_voices_free);
}

gboolean
fram_timeline_canvas_has_keyboard (FramTimelineCanvas *self)
{
  return self->voices != NULL && fram_voices_have_keyboard (self->voices);
}

static char *
words_with_row (FramTimelineCanvas *self, gboolean with_row)
{
  g_autofree char *words = fram_timeline_canvas_to_words (self, self->stop);
  const FramTimelineStop *stop = self->stops != NULL ? fram_timeline_stops_get (self->stops, self->stop) : NULL;

  if (stop == NULL)
    return g_strdup (C_ ("timeline", "Nothing"));
  if (!with_row)
    return g_steal_pointer (&words);
  return g_strdup_printf ("%s. %s", fram_timeline_stops_lane_name (self->stops, self->stop), words);
}

/* What the keyboard is on is told; after a move by the other voice, with the name of its row where that is another. */
void
fram_timeline_canvas_speak (FramTimelineCanvas *self, gboolean take_keyboard, gboolean with_row)
{
  g_autofree char *words = words_with_row (self, with_row);

  fram_voices_speak (self->voices, words, take_keyboard);
}

/**
 * fram_timeline_canvas_say:
 * @self: a canvas
 * @words: a sentence
 *
 * Tells something to those who listen while the keyboard stays where it is: what the selected days add up to.
 */
void
fram_timeline_canvas_say (FramTimelineCanvas *self, const char *words)
{
  g_return_if_fail (FRAM_IS_TIMELINE_CANVAS (self));
  if (fram_timeline_canvas_has_keyboard (self))
    fram_voices_speak (self->voices, words, TRUE);
}

static GdkRectangle
whole_pixels (FramTimelineRect rect)
{
  return (GdkRectangle){ (int)rect.x, (int)rect.y, (int)rect.width, (int)rect.height };
}

/* A row is as high as what is in view of it. */
static FramTimelineRect
row_rect (FramTimelineCanvas *self, guint row)
{
  const FramTimelineStopRow *r = fram_timeline_stops_get_row (self->stops, row);
  FramTimelineRect rect = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), 1 }, one;

  for (guint i = r->first; i < r->first + r->n; i++)
    if (fram_timeline_canvas_get_rect (self, (int)i, &one))
      {
        rect.y = one.y;
        rect.height = one.height;
        break;
      }
  return rect;
}

/* After the drawing has changed or moved. */
void
fram_timeline_canvas_place_voices (FramTimelineCanvas *self)
{
  guint n = self->stops != NULL ? fram_timeline_stops_get_n_rows (self->stops) : 0;
  FramTimelineRect rect = { 0, 0, 1, 1 };
  GdkRectangle pixels;

  fram_voices_set_n_rows (self->voices, n);
  if (self->timeline != NULL && fram_timeline_canvas_ensure_layout (self))
    {
      for (guint i = 0; i < n; i++)
        {
          pixels = whole_pixels (row_rect (self, i));
          fram_voices_place_row (self->voices, i, &pixels);
        }
      fram_timeline_canvas_get_rect (self, self->stop, &rect);
    }
  pixels = whole_pixels (rect);
  fram_voices_place (self->voices, &pixels);
}

void
fram_timeline_canvas_renew_voices (FramTimelineCanvas *self)
{
  for (guint i = 0; self->stops != NULL && i < fram_timeline_stops_get_n_rows (self->stops); i++)
    {
      g_autofree char *words = fram_timeline_stops_row_to_words (self->stops, i);

      fram_voices_say_row (self->voices, i, words);
    }
}
