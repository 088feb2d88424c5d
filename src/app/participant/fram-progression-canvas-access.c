#include "fram-progression-canvas-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* For those who listen: a line of words per row of stops, and where the keyboard is. */

gboolean
fram_progression_canvas_has_keyboard (FramProgressionCanvas *self)
{
  return self->voices != NULL && fram_voices_have_keyboard (self->voices);
}

/* In the large version, that is turned to the participant, a week is its hours and nothing else. */
static char *
large_words (FramProgressionCanvas *self, const FramProgressionStop *stop)
{
  const FramProgressWeek *week = &g_array_index (self->progression->weeks, FramProgressWeek, stop->index);
  g_autofree char *monday = fram_date_to_words (week->monday);
  g_autofree char *hours = week->attended_minutes > 0 ? fram_hours_to_words (week->attended_minutes) : NULL;

  if (hours == NULL)
    /* Translators: %s is a Monday */
    return g_strdup_printf (_ ("The week from %s."), monday);
  /* Translators: a Monday and hours */
  return g_strdup_printf (_ ("The week from %1$s: %2$s here."), monday, hours);
}

/**
 * fram_progression_canvas_to_words:
 * @self: a canvas
 * @stop: a stop
 *
 * Returns: (transfer full): what stands there
 */
char *
fram_progression_canvas_to_words (FramProgressionCanvas *self, int stop)
{
  const FramProgressionStop *one = fram_progression_canvas_get_nth (self, stop);

  if (one == NULL)
    return g_strdup ("");
  if (self->view.large && one->kind == FRAM_PROGRESSION_STOP_WEEK)
    return large_words (self, one);
  return fram_progression_layout_stop_to_words (self->layout, (guint)stop);
}

static char *
words_with_row (FramProgressionCanvas *self, gboolean with_row)
{
  const FramProgressionStop *stop = fram_progression_canvas_get_nth (self, self->stop);
  g_autofree char *words = fram_progression_canvas_to_words (self, self->stop), *row = NULL;

  if (stop == NULL)
    return g_strdup (C_ ("progression", "Nothing"));
  if (!with_row)
    return g_steal_pointer (&words);
  row = fram_progression_stop_get_row_name (self->progression, stop);
  return g_strdup_printf ("%s. %s", row, words);
}

/* What the keyboard is on is told; after a move with the name of its row where that is another. */
void
fram_progression_canvas_speak (FramProgressionCanvas *self, gboolean take_keyboard, gboolean with_row)
{
  g_autofree char *words = words_with_row (self, with_row);

  fram_voices_speak (self->voices, words, take_keyboard);
}

/**
 * fram_progression_canvas_say:
 * @self: a canvas
 * @words: a sentence
 *
 * Tells something to those who listen while the keyboard stays where it is: what has changed between two talks.
 */
void
fram_progression_canvas_say (FramProgressionCanvas *self, const char *words)
{
  g_return_if_fail (FRAM_IS_PROGRESSION_CANVAS (self));
  if (fram_progression_canvas_has_keyboard (self))
    fram_voices_speak (self->voices, words, TRUE);
}

/* A row is as wide as its panel. */
static GdkRectangle
row_rect (FramProgressionCanvas *self, guint row)
{
  const FramProgressionStop *first =
      fram_progression_canvas_get_nth (self, fram_progression_walk_get_nth (self->walk, row, 0));
  const GArray *panels = fram_progression_layout_get_panels (self->layout);
  const FramProgressionRect *rect;

  if (first->panel >= panels->len)
    return (GdkRectangle){ 0, 0, 1, 1 };
  rect = &g_array_index (panels, FramProgressionPanel, first->panel).rect;
  return (GdkRectangle){ (int)rect->x, (int)rect->y, (int)rect->width, (int)rect->height };
}

/* After the drawing has changed or moved. */
void
fram_progression_canvas_place_voices (FramProgressionCanvas *self)
{
  GdkRectangle rect = { 0, 0, 1, 1 };
  guint n = self->walk != NULL ? fram_progression_walk_get_n_rows (self->walk) : 0;

  fram_voices_set_n_rows (self->voices, n);
  for (guint i = 0; i < n; i++)
    {
      GdkRectangle row = row_rect (self, i);

      fram_voices_place_row (self->voices, i, &row);
    }
  fram_progression_canvas_get_bounds (self, self->stop, &rect);
  fram_voices_place (self->voices, &rect);
}

/* "Health, the participant: 3, 3, 4" would be read much too long for weeks: how many there are, and the last of them. */
void
fram_progression_canvas_renew_voices (FramProgressionCanvas *self)
{
  for (guint i = 0; self->walk != NULL && i < fram_progression_walk_get_n_rows (self->walk); i++)
    {
      guint n = fram_progression_walk_get_length (self->walk, i);
      int last = fram_progression_walk_get_nth (self->walk, i, n - 1);
      g_autofree char *name =
          fram_progression_stop_get_row_name (self->progression, fram_progression_canvas_get_nth (self, last));
      g_autofree char *words = fram_progression_canvas_to_words (self, last);
      /* Translators: a row of a chart for those who listen: its name, how many there are, the last one in words */
      g_autofree char *row = g_strdup_printf (_ ("%1$s: %2$u. Last: %3$s"), name, n, words);

      fram_voices_say_row (self->voices, i, row);
    }
}
