#pragma once

#include "fram-progression-against.h"
#include "fram-progression-canvas.h"
#include "fram-progression-filter.h"
#include "fram-progression-table.h"
#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramProgressionSection:
 *
 * What has changed for a participant since the beginning: a sentence, and the chart that it says in words (UX.md,
 * "Participant").
 */
#define FRAM_TYPE_PROGRESSION_SECTION (fram_progression_section_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionSection, fram_progression_section, FRAM, PROGRESSION_SECTION, AdwBin)

GtkWidget *fram_progression_section_new (void);
gboolean fram_progression_section_is_idle (FramProgressionSection *self);
FramProgressionCanvas *fram_progression_section_get_canvas (FramProgressionSection *self);
FramProgressionTable *fram_progression_section_get_table (FramProgressionSection *self);
FramProgressionFilter *fram_progression_section_get_filter (FramProgressionSection *self);
FramProgressionAgainst *fram_progression_section_get_against (FramProgressionSection *self);
const FramProgression *fram_progression_section_get_progression (FramProgressionSection *self);
const char *fram_progression_section_get_state (FramProgressionSection *self);
const char *fram_progression_section_get_sentence (FramProgressionSection *self);
const char *fram_progression_section_get_told (FramProgressionSection *self);

G_END_DECLS
