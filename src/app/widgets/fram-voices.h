#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramVoices:
 *
 * What a widget that draws all itself says to those who listen: a line of words per row of the drawing, and two places that
 * take the keyboard in turns, so that every move is told as the arrival at another thing. They are children of the widget,
 * draw nothing and are not pointed at; the widget allocates them with fram_voices_place().
 */
typedef struct _FramVoices FramVoices;

FramVoices *fram_voices_new (GtkWidget *parent, const char *nothing);
void fram_voices_free (FramVoices *self);

gboolean fram_voices_have_keyboard (const FramVoices *self);
void fram_voices_speak (FramVoices *self, const char *words, gboolean take_keyboard);
void fram_voices_place (FramVoices *self, const GdkRectangle *rect);
void fram_voices_set_n_rows (FramVoices *self, guint n);
void fram_voices_place_row (FramVoices *self, guint row, const GdkRectangle *rect);
void fram_voices_say_row (FramVoices *self, guint row, const char *words);

G_END_DECLS
