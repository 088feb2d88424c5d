#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramProgressIcon:
 *
 * How far a roster is taken, as a shape: a dashed ring for none, a slice that grows, a disc with a tick for all; an
 * exclamation mark where somebody should have been marked by now and nobody is. It is an ornament: what stands beside it
 * says the same in words.
 */
#define FRAM_TYPE_PROGRESS_ICON (fram_progress_icon_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressIcon, fram_progress_icon, FRAM, PROGRESS_ICON, GtkWidget)

GtkWidget *fram_progress_icon_new (void);
void fram_progress_icon_set (FramProgressIcon *self, int marked, int expected, int overdue);

G_END_DECLS
