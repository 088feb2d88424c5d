#pragma once

#include "fram-desk-private.h"
#include "fram-desk-progression.h"

G_BEGIN_DECLS

/* fram-desk-my-steps-words.c: said to the participant, in plain words */
GPtrArray *fram_my_steps_of_progression (const FramProgression *progression); /* FramMyStepsChoice, the newest first */
void fram_my_steps_add_months (FramMySteps *sheet, const FramProgression *progression);
char *fram_my_steps_period (const FramMySteps *sheet, const FramProgression *progression);
char *fram_my_steps_kind_words (const FramProgression *progression);
char *fram_my_steps_meeting_words (FramDate day, int time);

/* fram-desk-my-steps-areas.c: (nullable): what a higher value of a question means; %NULL for one of the programme's own */
const char *fram_my_steps_of_question (const char *name);

G_END_DECLS
