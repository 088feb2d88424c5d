#pragma once

#include "fram-schedule-canvas.h"
#include "fram-schedule-draw.h"
#include "fram-voices.h"

G_BEGIN_DECLS

struct _FramScheduleCanvas
{
  GtkWidget parent_instance;

  /* borrowed */
  const FramSchedulePicture *picture;

  /* owned */
  GtkAdjustment *adjustment[2]; /* sideways, down */
  FramScheduleLayout *layout;
  GskRenderNode *drawn; /* all of the layout */
  GskRenderNode *heads; /* the names of its days */
  FramVoices *voices;

  FramSchedulePalette palette;
  int at;       /* block that the keyboard is on, -1 for none */
  int hover;    /* block under the pointer */
  int selected; /* block that is open */
  int wanted;   /* minutes that are to be scrolled to, %FRAM_TIME_NONE for nowhere */

  guint palette_known : 1;
  guint wants_reveal : 1;
  guint wants_first : 1; /* the keyboard is there, but on no block yet */
};

/* layout */
gboolean fram_schedule_canvas_ensure_layout (FramScheduleCanvas *self);
void fram_schedule_canvas_drop_layout (FramScheduleCanvas *self);
double fram_schedule_canvas_get_top (FramScheduleCanvas *self);
void fram_schedule_canvas_reveal (FramScheduleCanvas *self);
void fram_schedule_canvas_point (FramScheduleCanvas *self, double x, double y, FramScheduleHit *hit);

/* draw */
void fram_schedule_canvas_draw (FramScheduleCanvas *self, GtkSnapshot *snapshot);

/* input */
void fram_schedule_canvas_add_input (FramScheduleCanvas *self);

/* access */
void fram_schedule_canvas_make_voices (FramScheduleCanvas *self);
void fram_schedule_canvas_remove_voices (FramScheduleCanvas *self);
void fram_schedule_canvas_place_voices (FramScheduleCanvas *self);
void fram_schedule_canvas_renew_voices (FramScheduleCanvas *self);
void fram_schedule_canvas_speak (FramScheduleCanvas *self, gboolean take_keyboard);

/* tells */
void fram_schedule_canvas_tell_moved (FramScheduleCanvas *self);
void fram_schedule_canvas_tell_activated (FramScheduleCanvas *self, int block);
void fram_schedule_canvas_tell_day (FramScheduleCanvas *self, FramDate day);

G_END_DECLS
