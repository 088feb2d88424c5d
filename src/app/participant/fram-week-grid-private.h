#pragma once

#include "fram-slot-edit.h"
#include "fram-week-grid.h"

G_BEGIN_DECLS

/* Steps of the cursor and of what is drawn. */
#define FRAM_GRID_STEP 30

typedef enum
{
  FRAM_DRAG_NONE,
  FRAM_DRAG_DRAW,
  FRAM_DRAG_MOVE,
  FRAM_DRAG_START,
  FRAM_DRAG_END,
} FramGridDrag;

struct _FramWeekGrid
{
  GtkWidget parent_instance;

  /* owned */
  FramWeekPlan *week;  /* what stands beside */
  GArray *slots;       /* what is being planned */
  FramWeekPlan *shown; /* both */
  FramWeekLayout *layout;
  GArray *before; /* the plan before a drag */

  guint64 wrong; /* slots that collide, a bit each */
  gboolean editable;
  int weekday; /* the cursor */
  int minute;
  int anchor; /* where a block was begun with the keyboard, -1 for nowhere */

  FramGridDrag drag;
  int drag_weekday;
  int drag_minute;
  int drag_slot;
  gboolean dragged;
};

void fram_week_grid_rebuild (FramWeekGrid *self);
void fram_week_grid_edited (FramWeekGrid *self);
void fram_week_grid_set_cursor (FramWeekGrid *self, int weekday, int minute);
void fram_week_grid_add_input (FramWeekGrid *self);
const FramWeekLayout *fram_week_grid_get_layout (FramWeekGrid *self);
void fram_week_grid_pick (FramWeekGrid *self, int block);

G_END_DECLS
