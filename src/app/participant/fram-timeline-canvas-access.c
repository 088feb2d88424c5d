#include "fram-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>

/* For those who listen: a line of words per row of the drawing, and two places that take the keyboard in turns, so that every
 * move is told as the arrival at another thing. They draw nothing. */

#define FRAM_TYPE_TIMELINE_VOICE (fram_timeline_voice_get_type ())
G_DECLARE_FINAL_TYPE (FramTimelineVoice, fram_timeline_voice, FRAM, TIMELINE_VOICE, GtkWidget)

struct _FramTimelineVoice
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (FramTimelineVoice, fram_timeline_voice, GTK_TYPE_WIDGET)

static void
fram_timeline_voice_class_init (FramTimelineVoiceClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "timelinevoice");
}

static void
fram_timeline_voice_init (FramTimelineVoice *self)
{
}

static GtkWidget *
voice_new (FramTimelineCanvas *self, GtkAccessibleRole role)
{
  GtkWidget *voice = g_object_new (FRAM_TYPE_TIMELINE_VOICE, "accessible-role", role, "can-target", FALSE, NULL);

  gtk_widget_set_parent (voice, GTK_WIDGET (self));
  return voice;
}

static void
say (GtkWidget *voice, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (voice), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

void
fram_timeline_canvas_make_voices (FramTimelineCanvas *self)
{
  self->rows = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->voices); i++)
    {
      self->voices[i] = voice_new (self, GTK_ACCESSIBLE_ROLE_GRID_CELL);
      gtk_widget_set_focusable (self->voices[i], TRUE);
      say (self->voices[i], C_ ("timeline", "Nothing"));
    }
}

void
fram_timeline_canvas_remove_voices (FramTimelineCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->voices); i++)
    g_clear_pointer (&self->voices[i], gtk_widget_unparent);
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    gtk_widget_unparent (self->rows->pdata[i]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
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

  if (take_keyboard)
    self->voice = !self->voice;
  say (self->voices[self->voice], words);
  if (take_keyboard)
    gtk_widget_grab_focus (self->voices[self->voice]);
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
  if (!fram_timeline_canvas_has_keyboard (self))
    return;
  self->voice = !self->voice;
  say (self->voices[self->voice], words);
  gtk_widget_grab_focus (self->voices[self->voice]);
}

static void
place (GtkWidget *voice, const FramTimelineRect *rect)
{
  int minimum;

  gtk_widget_measure (voice, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (voice, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      voice, &(GtkAllocation){ (int)rect->x, (int)rect->y, (int)MAX (1, rect->width), (int)MAX (1, rect->height) }, -1);
}

static void
fit_rows (FramTimelineCanvas *self)
{
  guint n = self->stops != NULL ? fram_timeline_stops_get_n_rows (self->stops) : 0;

  while (self->rows->len < n)
    g_ptr_array_add (self->rows, voice_new (self, GTK_ACCESSIBLE_ROLE_ROW));
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_child_visible (self->rows->pdata[i], i < n);
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
  FramTimelineRect rect = { 0, 0, 1, 1 };

  fit_rows (self);
  if (self->timeline != NULL && fram_timeline_canvas_ensure_layout (self))
    {
      for (guint i = 0; i < fram_timeline_stops_get_n_rows (self->stops); i++)
        {
          FramTimelineRect row = row_rect (self, i);

          place (self->rows->pdata[i], &row);
        }
      fram_timeline_canvas_get_rect (self, self->stop, &rect);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->voices); i++)
    place (self->voices[i], &rect);
}

void
fram_timeline_canvas_renew_voices (FramTimelineCanvas *self)
{
  for (guint i = 0; self->stops != NULL && i < fram_timeline_stops_get_n_rows (self->stops); i++)
    {
      g_autofree char *words = fram_timeline_stops_row_to_words (self->stops, i);

      say (self->rows->pdata[i], words);
    }
}
