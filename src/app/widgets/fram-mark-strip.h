#pragma once

#include "fram-mark-cell.h"

G_BEGIN_DECLS

/** FRAM_TARGET: least side of anything that is touched, in pixels at text scale 1. */
#define FRAM_TARGET 44

/**
 * FramMarkStrip:
 *
 * The statuses of the programme in fixed places, one of them chosen or none. The places depend on the number of statuses
 * alone, so a target never moves under the finger.
 *
 * Signal: `picked` (FramMarkStrip*, guint index) when a place was pressed.
 */
#define FRAM_TYPE_MARK_STRIP (fram_mark_strip_get_type ())
G_DECLARE_FINAL_TYPE (FramMarkStrip, fram_mark_strip, FRAM, MARK_STRIP, GtkWidget)

GtkWidget *fram_mark_strip_new (void);
void fram_mark_strip_set_statuses (FramMarkStrip *self, const GArray *statuses);
void fram_mark_strip_set_chosen (FramMarkStrip *self, const FramStatus *status);
void fram_mark_strip_set_told (FramMarkStrip *self, const FramStatus *status);
void fram_mark_strip_set_stretched (FramMarkStrip *self, gboolean stretched);
FramMarkCell *fram_mark_strip_get_cell (FramMarkStrip *self, guint index);
guint fram_mark_strip_get_n_cells (FramMarkStrip *self);
gboolean fram_mark_strip_grab_cell (FramMarkStrip *self);

G_END_DECLS
