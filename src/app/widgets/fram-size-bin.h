#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramSizeBin:
 *
 * Holds one child and tells how wide it is, so that a page can be arranged for the room it has. It can be made narrower
 * than its child says it needs; the page then gets the word and takes less.
 *
 * Properties: `child`; `room` (int, read-only), width in pixels at a text scale of 1, notified outside of allocation.
 */
#define FRAM_TYPE_SIZE_BIN (fram_size_bin_get_type ())
G_DECLARE_FINAL_TYPE (FramSizeBin, fram_size_bin, FRAM, SIZE_BIN, GtkWidget)

int fram_size_bin_get_room (FramSizeBin *self);

G_END_DECLS
