#pragma once

#include "fram-desk.h"
#include "fram-timeline.h"

G_BEGIN_DECLS

/* A participant's way as far as the person at the keyboard may see it, by case number or UUID; of one enrolment, or of
 * the newest. FRAM_ERROR_NOT_FOUND also for somebody whom that person may not see. Opening is logged by
 * fram_desk_person(), not here. */
FramTimeline *fram_desk_timeline (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error);

G_END_DECLS
