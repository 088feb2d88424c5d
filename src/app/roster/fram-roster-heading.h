#pragma once

#include "fram-roster-layout.h"

G_BEGIN_DECLS

/**
 * FramRosterHeading:
 *
 * The headings of the columns of a roster; over the strip of marks stand the letters that mark.
 */
#define FRAM_TYPE_ROSTER_HEADING (fram_roster_heading_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterHeading, fram_roster_heading, FRAM, ROSTER_HEADING, GtkWidget)

GtkWidget *fram_roster_heading_new (void);
void fram_roster_heading_set_statuses (FramRosterHeading *self, const GArray *statuses);
void fram_roster_heading_set_metrics (FramRosterHeading *self, const FramRosterMetrics *metrics);
void fram_roster_heading_set_form (FramRosterHeading *self, FramRosterForm form);

G_END_DECLS
