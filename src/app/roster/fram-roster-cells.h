#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRosterCells:
 *
 * A plain container whose children the layout of a roster places.
 */
#define FRAM_TYPE_ROSTER_CELLS (fram_roster_cells_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterCells, fram_roster_cells, FRAM, ROSTER_CELLS, GtkWidget)

G_END_DECLS
