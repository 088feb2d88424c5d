#pragma once

#include <glib.h>
#include <string.h>

/* What GTK 4.8 itself says amiss, whatever the program does; everything else that is said is a fault of the program's:
 * of a popover whose window is changing its size or stands partly outside of the screen; of a pointer over a window that has
 * just gone; and of a scrollbar that follows its adjustment while the view is being laid out, one frame too late to be laid
 * out too (mended after 4.8 by deferring it, gtk!5222). The last is so only of GTK's own widgets, never of ours. */
G_GNUC_UNUSED static gboolean
is_fault_of_gtk (const char *message)
{
  static const char *const known[] = {
    "gdk_monitor_get_geometry: assertion",   "gdk_surface_get_device_position: assertion",
    "_gtk_widget_find_at_coords: assertion", "Trying to snapshot GtkGizmo ",
    "Trying to snapshot GtkScrollbar ",      "Trying to snapshot GtkScrolledWindow ",
  };

  for (guint i = 0; message != NULL && i < G_N_ELEMENTS (known); i++)
    if (strstr (message, known[i]) != NULL)
      return TRUE;
  return FALSE;
}
