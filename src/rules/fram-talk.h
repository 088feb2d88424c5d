#pragma once

#include "fram-gap.h"

G_BEGIN_DECLS

/**
 * FRAM_TALK_FIRST_DAYS:
 *
 * The first talk with a set is due at the end of the two introduction weeks (DOMAIN.md, "A participant's way through"),
 * sooner where the set itself is to come back sooner: without values from the beginning there is nothing that later ones
 * could be held against.
 */
#define FRAM_TALK_FIRST_DAYS 14

/**
 * FramTalkFacts:
 * @enrolled: first day of the enrolment
 * @closed: last day, or %FRAM_DATE_NONE while it goes on
 * @last: the last talk with the set, or %FRAM_DATE_NONE
 * @every_days: a new talk is due after so many days, 0 for never
 * @pauses: (nullable) (element-type FramPauseSpan): pauses of the enrolment
 *
 * What the due day of a talk follows from.
 */
typedef struct
{
  FramDate enrolled;
  FramDate closed;
  FramDate last;
  int every_days;
  const GArray *pauses;
} FramTalkFacts;

FramDate fram_talk_due (const FramTalkFacts *facts, const GArray *closed_days);
gboolean fram_talk_is_paused (const GArray *pauses, FramDate day);

G_END_DECLS
