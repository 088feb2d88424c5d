#pragma once

#include "fram-plan-part.h"

G_BEGIN_DECLS

/**
 * FramTargetPart:
 *
 * Until when: the target day and what it was extended to, with the reason; leaves that are agreed, and closed days ahead.
 */
#define FRAM_TYPE_TARGET_PART (fram_target_part_get_type ())
G_DECLARE_FINAL_TYPE (FramTargetPart, fram_target_part, FRAM, TARGET_PART, FramPlanPart)

GtkWidget *fram_target_part_new (void);
gboolean fram_target_part_is_for (const FramCase *what);

G_END_DECLS
