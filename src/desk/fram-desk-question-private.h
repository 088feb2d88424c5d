#pragma once

#include "fram-desk-adaptation.h"
#include "fram-changes.h"
#include "fram-desk-question.h"
#include "fram-desk-today.h"
#include "fram-question-store.h"

G_BEGIN_DECLS

/* As a line of a trial begins, changes or is over: the workshops where it is tried are asked whether it helps. @line is
 * what is on disk; @edit %NULL where it is removed. */
gboolean fram_desk_follow_trial (FramDesk *self, FramChanges *changes, const FramUuid *enrolment, const FramUuid *line,
                                 const FramAdaptationEdit *edit, GError **error);

/* What a question says to who answers it. */
char *fram_desk_question_words (const FramStoredQuestion *stored);
/* The case in a line of Today for who asked. */
gboolean fram_desk_today_add_answers (FramDesk *self, FramToday *today, GError **error);

G_END_DECLS
