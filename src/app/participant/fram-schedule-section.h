#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramScheduleSection:
 *
 * A participant's own week: hours in workshops, groups, talks and leaves, as a picture or, where there is little room, as a
 * list; from there to paper in large letters and into a calendar.
 */
#define FRAM_TYPE_SCHEDULE_SECTION (fram_schedule_section_get_type ())
G_DECLARE_FINAL_TYPE (FramScheduleSection, fram_schedule_section, FRAM, SCHEDULE_SECTION, AdwBin)

GtkWidget *fram_schedule_section_new (void);
gboolean fram_schedule_section_is_for (const FramCase *what);

G_END_DECLS
