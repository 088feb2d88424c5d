#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramViewSwitch:
 *
 * Day · Week · Month in the head of a roster: linked buttons for the action "attendance.view" of the page around. Where there
 * is no such page they are not shown.
 */
#define FRAM_TYPE_VIEW_SWITCH (fram_view_switch_get_type ())
G_DECLARE_FINAL_TYPE (FramViewSwitch, fram_view_switch, FRAM, VIEW_SWITCH, GtkBox)

GtkWidget *fram_view_switch_new (void);

G_END_DECLS
