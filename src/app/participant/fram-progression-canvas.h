#pragma once

#include "fram-progression-walk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramProgressionCanvas:
 *
 * A progression chart, drawn by fram_progression_draw() once for its width and kept as a picture; what moves over it is laid
 * over: the keyboard's ring, what the pointer is on and the same talk in the other panels, the two talks that are compared.
 * It is as high as the drawing needs; whoever holds it scrolls.
 *
 * Signals: `moved` (FramProgressionCanvas*) when the keyboard or the pointer is on something else; `activated`
 * (FramProgressionCanvas*, int stop) on Enter and click; `compared` (FramProgressionCanvas*, int from, int to) when two talks
 * are chosen, their days in order; `menu` (FramProgressionCanvas*, int stop, double x, double y) where a menu is asked for,
 * stop -1 for nothing; `escaped` (FramProgressionCanvas*) on Escape.
 */
#define FRAM_TYPE_PROGRESSION_CANVAS (fram_progression_canvas_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionCanvas, fram_progression_canvas, FRAM, PROGRESSION_CANVAS, GtkWidget)

GtkWidget *fram_progression_canvas_new (void);
void fram_progression_canvas_set_progression (FramProgressionCanvas *self, const FramProgression *progression,
                                              gboolean keep);
void fram_progression_canvas_set_view (FramProgressionCanvas *self, const FramProgressionView *view);
const FramProgressionView *fram_progression_canvas_get_view (FramProgressionCanvas *self);
void fram_progression_canvas_set_marks (FramProgressionCanvas *self, const FramProgressionSpan *span);
void fram_progression_canvas_set_summary (FramProgressionCanvas *self, const char *summary);

const FramProgressionLayout *fram_progression_canvas_get_layout (FramProgressionCanvas *self);
const FramProgressionStop *fram_progression_canvas_get_nth (FramProgressionCanvas *self, int stop);
int fram_progression_canvas_get_stop (FramProgressionCanvas *self);
int fram_progression_canvas_get_hover (FramProgressionCanvas *self);
gboolean fram_progression_canvas_has_keyboard (FramProgressionCanvas *self);
void fram_progression_canvas_move_to (FramProgressionCanvas *self, int stop);
gboolean fram_progression_canvas_get_bounds (FramProgressionCanvas *self, int stop, GdkRectangle *bounds);
char *fram_progression_canvas_to_words (FramProgressionCanvas *self, int stop);
void fram_progression_canvas_say (FramProgressionCanvas *self, const char *words);
GdkTexture *fram_progression_canvas_dup_picture (FramProgressionCanvas *self);

G_END_DECLS
