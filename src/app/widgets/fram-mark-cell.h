#pragma once

#include "fram-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramMarkCell:
 *
 * One place of a strip of marks: a button that shows whether its status is the chosen one. It does not choose by
 * itself; the mark is shown when it is on disk.
 */
#define FRAM_TYPE_MARK_CELL (fram_mark_cell_get_type ())
G_DECLARE_FINAL_TYPE (FramMarkCell, fram_mark_cell, FRAM, MARK_CELL, GtkButton)

GtkWidget *fram_mark_cell_new (const FramStatus *status);
const FramStatus *fram_mark_cell_get_status (FramMarkCell *self);
void fram_mark_cell_set_chosen (FramMarkCell *self, gboolean chosen);
void fram_mark_cell_set_told (FramMarkCell *self, gboolean told);
gboolean fram_mark_cell_get_told (FramMarkCell *self);
void fram_mark_cell_set_lettered (FramMarkCell *self, gboolean lettered);
gboolean fram_mark_cell_get_chosen (FramMarkCell *self);

G_END_DECLS
