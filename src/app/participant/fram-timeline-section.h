#pragma once

#include "fram-section.h"
#include "fram-timeline-canvas.h"
#include "fram-timeline-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramTimelineSection:
 *
 * A participant's way as one drawing, or read as a list (UX.md, "Participant").
 */
#define FRAM_TYPE_TIMELINE_SECTION (fram_timeline_section_get_type ())
G_DECLARE_FINAL_TYPE (FramTimelineSection, fram_timeline_section, FRAM, TIMELINE_SECTION, AdwBin)

GtkWidget *fram_timeline_section_new (void);
gboolean fram_timeline_section_is_idle (FramTimelineSection *self);
FramTimelineCanvas *fram_timeline_section_get_canvas (FramTimelineSection *self);
FramTimelineList *fram_timeline_section_get_list (FramTimelineSection *self);
const FramTimeline *fram_timeline_section_get_timeline (FramTimelineSection *self);
const char *fram_timeline_section_get_state (FramTimelineSection *self);
const char *fram_timeline_section_get_told (FramTimelineSection *self);

G_END_DECLS
