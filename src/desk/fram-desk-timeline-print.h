#pragma once

#include "fram-desk-paper.h"
#include "fram-timeline-paper.h"

G_BEGIN_DECLS

/* A participant's timeline as it is printed, as far as the person at the keyboard may see it; of one enrolment, or of the
 * newest. FRAM_ERROR_NOT_FOUND. It may take a while: call it with fram_desk_run_async(). */
FramPaper *fram_desk_timeline_paper (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                     GError **error);

/* Saves it, logged: a PDF is the paper, a PNG or SVG the drawing alone. The answer is the files' names.
 * FRAM_ERROR_NOT_FOUND, INVALID, FULL, READ_ONLY, IO; then there is no file. */
GStrv fram_desk_timeline_save (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                               const FramSheetFile *file, GError **error);

G_END_DECLS
