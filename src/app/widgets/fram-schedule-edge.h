#pragma once

#include "fram-schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramScheduleEdge:
 *
 * A small piece of a session as the week draws it, in front of its words: filled where the group is one's own, an outline
 * with a coloured edge where it is others', hatched where it is called off.
 */
#define FRAM_TYPE_SCHEDULE_EDGE (fram_schedule_edge_get_type ())
G_DECLARE_FINAL_TYPE (FramScheduleEdge, fram_schedule_edge, FRAM, SCHEDULE_EDGE, GtkWidget)

GtkWidget *fram_schedule_edge_new (FramScheduleStyle style, guint colour);

G_END_DECLS
