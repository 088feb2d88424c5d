#pragma once

#include "fram-timeline-stops.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramTimelineList:
 *
 * A timeline read as a list: all that stands on it and all gaps in the order of time, attendance by months. It is what the
 * drawing says in words, and what a telephone has room for.
 *
 * Signals: `activated` (FramTimelineList*, int stop) when a line is to be changed or told.
 */
#define FRAM_TYPE_TIMELINE_LIST (fram_timeline_list_get_type ())
G_DECLARE_FINAL_TYPE (FramTimelineList, fram_timeline_list, FRAM, TIMELINE_LIST, AdwBin)

GtkWidget *fram_timeline_list_new (void);
void fram_timeline_list_set_timeline (FramTimelineList *self, const FramTimeline *timeline,
                                      const FramTimelineStops *stops);
guint fram_timeline_list_get_n (FramTimelineList *self);
char *fram_timeline_list_get_text (FramTimelineList *self, guint line);
char *fram_timeline_list_dup_selection (FramTimelineList *self);

G_END_DECLS
