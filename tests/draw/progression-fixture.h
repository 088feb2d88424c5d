#pragma once

#include "fram-progression-draw.h"
#include "fram-test.h"

/* The progression of the picture in VISUAL.md: eleven questions at five talks, 30 weeks of 2026. */
FramProgression *progression_samira (void);

/* Three years: 150 weeks, eleven questions that both sides rate at 36 talks, 60 moments; the same @seed gives the same. */
FramProgression *progression_dense (guint32 seed);

/* Three weeks, one talk, three questions. */
FramProgression *progression_new_here (void);

/* Anything that may come: sets of all scales, sides that miss talks, several ratings of a day, long names, notes. */
FramProgression *progression_random (guint32 seed);

typedef void (*ProgressionCheck) (const FramProgressionLayout *layout);

/* Calls @check with forty of them, eight views of each. */
void progression_check_all (ProgressionCheck check);
