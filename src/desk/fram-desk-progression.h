#pragma once

#include "fram-desk-paper.h"
#include "fram-my-steps.h"
#include "fram-progression-paper.h"

G_BEGIN_DECLS

/* The progression of one enrolment, or of the newest, by case number or UUID, as far as the person at the keyboard may see
 * it. FRAM_ERROR_NOT_FOUND also for somebody whom that person may not see. Opening is logged by fram_desk_person(). The
 * case worker's own belief is in it only where the programme has turned it on and the viewer has the class; the file's
 * owner always gets it. */
FramProgression *fram_desk_progression (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                        GError **error);

/* The chart on paper, and saved, logged; @view says what is shown (sizes are not read). Call them off the main loop. */
FramPaper *fram_desk_progression_paper (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                        const FramProgressionView *view, GError **error);
GStrv fram_desk_progression_save (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                  const FramProgressionView *view, const FramSheetFile *file, GError **error);

/**
 * FramMyStepsChoice:
 * @id: of what was seen: which; else none
 * @kind: "step", "seen"
 * @text: as it will stand on the sheet
 * @detail: (nullable): likewise
 * @day: when
 * @agreed: of what was seen: whether the participant has said yes
 * @chosen: whether it stands on the sheet
 *
 * Something that may stand on *Mina steg*.
 */
typedef struct
{
  FramUuid id;
  const char *kind;
  char *text;
  char *detail;
  FramDate day;
  gboolean agreed;
  gboolean chosen;
} FramMyStepsChoice;

/* What there is to choose from, newest first. (element-type FramMyStepsChoice) */
GPtrArray *fram_desk_my_steps_choices (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                       GError **error);
void fram_my_steps_choice_free (FramMyStepsChoice *self);

/* What was seen alone, for everybody who may read instructions; of kind "seen". (element-type FramMyStepsChoice) */
GPtrArray *fram_desk_seen (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error);

/* The participant says yes to, or takes back, what was seen: one undo step. */
gboolean fram_desk_agree_seen (FramDesk *self, const FramUuid *seen, gboolean agreed, char **what, GError **error);

/* The sheet; @choices (nullable): as fram_desk_my_steps_choices() gave them, changed; else all that is agreed and the
 * newest steps that fit. */
FramMySteps *fram_desk_my_steps (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                 const GPtrArray *choices, GError **error);
FramPaper *fram_desk_my_steps_paper (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                     const GPtrArray *choices, GError **error);
GStrv fram_desk_my_steps_save (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                               const FramSheetFile *file, GError **error);

G_END_DECLS
