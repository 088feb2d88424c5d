#pragma once

#include "fram-paper.h"
#include "fram-timeline.h"

G_BEGIN_DECLS

/**
 * FramTimelinePaperHead:
 * @participant: whose
 * @statuses: (nullable) (element-type FramStatus): statuses of attendance, for the legend
 * @printed_by: (nullable): who prints
 * @printed_at: when, UTC milliseconds
 *
 * What stands on the paper beside the timeline.
 */
typedef struct
{
  FramUuid participant;
  const GArray *statuses;
  const char *printed_by;
  gint64 printed_at;
} FramTimelinePaperHead;

/* A timeline on A4, lying; takes the timeline. Long ones go over several pages; what the drawing has no room for, and
 * every gap, stands below it in words. As a picture it is the drawing alone. */
FramPaper *fram_timeline_paper_new (FramTimeline *timeline, const FramTimelinePaperHead *head);

G_END_DECLS
