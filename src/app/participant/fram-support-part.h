#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramSupportPart:
 *
 * Support outside the programme, by its four kinds: what runs, what is waited for and how long, and folded what has ended.
 */
#define FRAM_TYPE_SUPPORT_PART (fram_support_part_get_type ())
G_DECLARE_FINAL_TYPE (FramSupportPart, fram_support_part, FRAM, SUPPORT_PART, AdwBin)

GtkWidget *fram_support_part_new (void);

G_END_DECLS
