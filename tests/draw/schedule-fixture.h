#pragma once

#include "fram-schedule-draw.h"
#include "fram-test.h"

/* Week 46 of 2026 as in the drawings that were agreed on: own and others' groups, one called off, one that was moved. */
FramSchedulePicture *schedule_week (void);

/* So many sessions spread over the same week, many of them at the same time; the same for the same seed. */
FramSchedulePicture *schedule_crowd (guint n, guint32 seed);
