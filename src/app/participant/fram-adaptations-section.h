#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramAdaptationsSection:
 *
 * What is adapted for a participant: what goes on first, what is over folded below, and everything that can be done with
 * it. Class need.
 */
#define FRAM_TYPE_ADAPTATIONS_SECTION (fram_adaptations_section_get_type ())
G_DECLARE_FINAL_TYPE (FramAdaptationsSection, fram_adaptations_section, FRAM, ADAPTATIONS_SECTION, AdwBin)

GtkWidget *fram_adaptations_section_new (void);
gboolean fram_adaptations_section_is_read (FramAdaptationsSection *self);

G_END_DECLS
