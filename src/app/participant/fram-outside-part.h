#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramOutsidePart:
 *
 * A participant's external places: the wish, where the participant is, will be and was, and the follow-ups there.
 */
#define FRAM_TYPE_OUTSIDE_PART (fram_outside_part_get_type ())
G_DECLARE_FINAL_TYPE (FramOutsidePart, fram_outside_part, FRAM, OUTSIDE_PART, AdwBin)

GtkWidget *fram_outside_part_new (void);
gboolean fram_outside_part_is_for (const FramCase *what);

G_END_DECLS
