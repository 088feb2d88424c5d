#pragma once

#include "fram-progression-canvas.h"
#include "fram-progression-draw.h"
#include "fram-voices.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _FramProgressionCanvas
{
  GtkWidget parent_instance;

  /* borrowed */
  const FramProgression *progression;

  /* owned */
  FramProgressionLayout *layout;   /* as wide as the widget, or as it was measured for last */
  FramProgressionLayout *measured; /* for another width that was asked about */
  FramProgressionWalk *walk;       /* through @layout */
  GskRenderNode *picture;          /* of @layout */
  FramVoices *voices;
  char *summary;

  FramProgressionView view; /* but for its sizes */
  FramProgressionSpan marks;
  FramProgressionPalette palette;
  FramDate column; /* the day that the keyboard keeps from row to row */
  FramDate anchor; /* the talk from which others are compared */
  int stop;
  int hover;

  guint palette_known : 1;
};

/* geometry */
FramProgressionLayout *fram_progression_canvas_lay_out (FramProgressionCanvas *self, int width);
gboolean fram_progression_canvas_ensure_layout (FramProgressionCanvas *self);
void fram_progression_canvas_drop_layout (FramProgressionCanvas *self);
int fram_progression_canvas_hit (FramProgressionCanvas *self, double x, double y, double slack);

/* draw */
void fram_progression_canvas_draw (FramProgressionCanvas *self, GtkSnapshot *snapshot);

/* input */
void fram_progression_canvas_add_input (FramProgressionCanvas *self);

/* access */
void fram_progression_canvas_place_voices (FramProgressionCanvas *self);
void fram_progression_canvas_renew_voices (FramProgressionCanvas *self);
void fram_progression_canvas_speak (FramProgressionCanvas *self, gboolean take_keyboard, gboolean with_row);

/* tells */
void fram_progression_canvas_tell_moved (FramProgressionCanvas *self);
void fram_progression_canvas_tell_activated (FramProgressionCanvas *self, int stop);
void fram_progression_canvas_tell_compared (FramProgressionCanvas *self, FramDate a, FramDate b);
void fram_progression_canvas_tell_menu (FramProgressionCanvas *self, int stop, double x, double y);
gboolean fram_progression_canvas_tell_escaped (FramProgressionCanvas *self);

G_END_DECLS
