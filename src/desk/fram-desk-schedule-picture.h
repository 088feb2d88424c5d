#pragma once

#include "fram-desk-schedule.h"
#include "fram-schedule.h"

G_BEGIN_DECLS

/* The tag of a block is the number of its session; of a talk (%FRAM_SCHEDULE_TALK) the number of sessions and that of the
 * talk together. For the wall there is nothing of people in it, nobody's talks, and no line that says what time it is. */
FramSchedulePicture *fram_desk_schedule_picture (const FramSchedule *self, gboolean for_wall);

G_END_DECLS
