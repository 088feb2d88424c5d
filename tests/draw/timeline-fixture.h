#pragma once

#include "fram-test.h"
#include "fram-timeline-draw.h"

/* The timeline of the picture in VISUAL.md, seen on Thursday 12 November 2026. */
FramTimeline *timeline_amina (gboolean swedish);

/* Three years with 600 days of attendance and 150 events; the same @seed gives the same. */
FramTimeline *timeline_dense (guint32 seed);

/* Anything that may come: overlapping stays, one-day bars, long labels, many changes and gaps. */
FramTimeline *timeline_random (guint32 seed);

FramTimelineView timeline_view_of_all (const FramTimeline *timeline, double width, double text_scale);
