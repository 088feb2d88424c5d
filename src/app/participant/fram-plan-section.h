#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPlanSection:
 *
 * The plan of a participant: parts under each other in one column that scrolls. Each part is a #FramSection of its own.
 */
#define FRAM_TYPE_PLAN_SECTION (fram_plan_section_get_type ())
G_DECLARE_FINAL_TYPE (FramPlanSection, fram_plan_section, FRAM, PLAN_SECTION, AdwBin)

GtkWidget *fram_plan_section_new (void);

G_END_DECLS
