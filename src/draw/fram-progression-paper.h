#pragma once

#include "fram-paper.h"
#include "fram-progression-layout.h"

G_BEGIN_DECLS

/**
 * FramProgressionPaperHead:
 * @participant: whose
 * @view: how ratings are shown; its sizes are not read
 * @printed_by: (nullable): who prints
 * @printed_at: when, UTC milliseconds
 *
 * What stands on the paper beside the chart, and how it is shown.
 */
typedef struct
{
  FramUuid participant;
  FramProgressionView view;
  const char *printed_by;
  gint64 printed_at;
} FramProgressionPaperHead;

/* A progression chart on A4, lying: the sentence, the chart, notes below; takes the progression. As a picture it is the
 * drawing alone, 1280 × 800. */
FramPaper *fram_progression_paper_new (FramProgression *progression, const FramProgressionPaperHead *head);

G_END_DECLS
