#include "fram-schedule-canvas-private.h"

#include "fram-words.h"

#include <glib/gi18n.h>

/* For those who listen: a line of words per day, and where the keyboard is. */

void
fram_schedule_canvas_make_voices (FramScheduleCanvas *self)
{
  self->voices = fram_voices_new (GTK_WIDGET (self), _ ("No groups"));
}

void
fram_schedule_canvas_remove_voices (FramScheduleCanvas *self)
{
  g_clear_pointer (&self->voices, fram_voices_free);
}

gboolean
fram_schedule_canvas_has_keyboard (FramScheduleCanvas *self)
{
  return self->voices != NULL && fram_voices_have_keyboard (self->voices);
}

static const FramScheduleBlock *
block_at (FramScheduleCanvas *self, int block)
{
  return self->picture != NULL && block >= 0 && block < (int)self->picture->blocks->len
             ? &g_array_index (self->picture->blocks, FramScheduleBlock, (guint)block)
             : NULL;
}

/* What the keyboard is on is told; after a move by the other voice. */
void
fram_schedule_canvas_speak (FramScheduleCanvas *self, gboolean take_keyboard)
{
  const FramScheduleBlock *block = block_at (self, self->at);
  g_autofree char *words = block != NULL ? fram_schedule_block_to_words (block) : g_strdup (_ ("No groups"));

  fram_voices_speak (self->voices, words, take_keyboard);
}

static GdkRectangle
pixels_of (FramScheduleCanvas *self, FramPrintBox box)
{
  return (GdkRectangle){ (int)box.x, (int)(box.y - fram_schedule_canvas_get_top (self)), (int)box.width,
                         (int)box.height };
}

/**
 * fram_schedule_canvas_get_bounds:
 * @self: a canvas
 * @block: a block
 * @bounds: (out): where it is in the widget
 *
 * Returns: whether it has a place
 */
gboolean
fram_schedule_canvas_get_bounds (FramScheduleCanvas *self, int block, GdkRectangle *bounds)
{
  const FramScheduleSpot *spot;

  if (block_at (self, block) == NULL || !fram_schedule_canvas_ensure_layout (self))
    return FALSE;
  spot = fram_schedule_layout_get_spot (self->layout, (guint)block);
  if (spot->day < 0)
    return FALSE;
  *bounds = pixels_of (self, spot->box);
  return TRUE;
}

/* After the drawing has changed or moved. */
void
fram_schedule_canvas_place_voices (FramScheduleCanvas *self)
{
  guint n = self->picture != NULL ? self->picture->heads->len : 0;
  GdkRectangle pixels = { 0, 0, 1, 1 };

  fram_voices_set_n_rows (self->voices, n);
  if (fram_schedule_canvas_ensure_layout (self))
    for (guint i = 0; i < n; i++)
      {
        pixels =
            pixels_of (self, fram_schedule_layout_box (self->layout, (int)i, self->layout->first, self->layout->last));
        fram_voices_place_row (self->voices, i, &pixels);
      }
  pixels = (GdkRectangle){ 0, 0, 1, 1 };
  fram_schedule_canvas_get_bounds (self, self->at, &pixels);
  fram_voices_place (self->voices, &pixels);
}

static void
append_blocks (GString *words, const FramSchedulePicture *picture, FramDate day)
{
  guint n = 0;

  for (guint i = 0; i < picture->blocks->len; i++)
    {
      const FramScheduleBlock *block = &g_array_index (picture->blocks, FramScheduleBlock, i);
      g_autofree char *sentence = NULL;

      if (block->day != day)
        continue;
      sentence = fram_schedule_block_to_words (block);
      g_string_append_printf (words, " %s", sentence);
      n++;
    }
  if (n == 0)
    g_string_append_printf (words, " %s", _ ("No groups"));
}

void
fram_schedule_canvas_renew_voices (FramScheduleCanvas *self)
{
  g_autofree char *all = self->picture != NULL ? fram_schedule_picture_to_words (self->picture) : g_strdup ("");

  for (guint i = 0; self->picture != NULL && i < self->picture->heads->len; i++)
    {
      const FramScheduleHead *head = &g_array_index (self->picture->heads, FramScheduleHead, i);
      g_autofree char *date = fram_date_to_words (head->day);
      g_autoptr (GString) words = g_string_new (date);

      if (head->note != NULL)
        g_string_append_printf (words, ", %s", head->note);
      g_string_append_c (words, '.');
      append_blocks (words, self->picture, head->day);
      fram_voices_say_row (self->voices, i, words->str);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
}
