#pragma once

#include "fram-schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramScheduleCanvas:
 *
 * Days side by side with their sessions, drawn by fram_schedule_draw() once and kept as a picture; the pointer, the keyboard
 * and what is open in the panel are laid over it. The names of the days stay at the top while the hours are scrolled
 * (#GtkScrollable).
 *
 * Signals: `activated` (FramScheduleCanvas*, int block) on Enter and click; `moved` (FramScheduleCanvas*) when the keyboard
 * is on another block; `day-wanted` (FramScheduleCanvas*, int day), a #FramDate, when the name of a day is pressed, or a
 * "+2" where there was no room for more.
 */
#define FRAM_TYPE_SCHEDULE_CANVAS (fram_schedule_canvas_get_type ())
G_DECLARE_FINAL_TYPE (FramScheduleCanvas, fram_schedule_canvas, FRAM, SCHEDULE_CANVAS, GtkWidget)

GtkWidget *fram_schedule_canvas_new (void);
void fram_schedule_canvas_set_picture (FramScheduleCanvas *self, const FramSchedulePicture *picture, const char *name);
void fram_schedule_canvas_renew (FramScheduleCanvas *self);

int fram_schedule_canvas_get_at (FramScheduleCanvas *self);
void fram_schedule_canvas_move_to (FramScheduleCanvas *self, int block);
void fram_schedule_canvas_set_at (FramScheduleCanvas *self, int block);
gboolean fram_schedule_canvas_move_near (FramScheduleCanvas *self, FramDate day, int minute);
void fram_schedule_canvas_select (FramScheduleCanvas *self, int block);
int fram_schedule_canvas_get_selected (FramScheduleCanvas *self);
gboolean fram_schedule_canvas_has_keyboard (FramScheduleCanvas *self);
gboolean fram_schedule_canvas_press (FramScheduleCanvas *self, guint keyval);
void fram_schedule_canvas_scroll_to (FramScheduleCanvas *self, int minute);
gboolean fram_schedule_canvas_get_bounds (FramScheduleCanvas *self, int block, GdkRectangle *bounds);

G_END_DECLS
