#pragma once

#include "fram-rating.h"
#include "fram-uuid.h"

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramStepKind:
 * @FRAM_STEP_RATING: a rating above all earlier ones of the same question and side, held at the next talk
 * @FRAM_STEP_HOURS: more hours a week than ever before, held for three weeks
 * @FRAM_STEP_WORKSHOP: first day in a workshop that is new to the participant
 * @FRAM_STEP_MILESTONE: a milestone reached
 * @FRAM_STEP_OUTSIDE: first day at an external place
 *
 * What counts as a step forward (*stegförflyttning*). Codes: rating, hours, workshop, milestone, external.
 */
typedef enum
{
  FRAM_STEP_RATING,
  FRAM_STEP_HOURS,
  FRAM_STEP_WORKSHOP,
  FRAM_STEP_MILESTONE,
  FRAM_STEP_OUTSIDE,
  FRAM_N_STEP_KINDS
} FramStepKind;

/**
 * FramRatedValue:
 * @day: the talk
 * @value: what was given
 * @is_step: set: above all earlier ones, and the next one is not below it
 * @is_new_high: set: above all earlier ones, and there is no next one yet
 * @is_dip: set: below the one before
 *
 * One rating of one question by one side, in order of the talks; of two of one day only the one that counts.
 */
typedef struct
{
  FramDate day;
  int value;
  gboolean is_step;
  gboolean is_new_high;
  gboolean is_dip;
} FramRatedValue;

/**
 * FramWorkedWeek:
 * @monday: its Monday
 * @attended_minutes: minutes present, 0 for none
 * @open: whether it can hold or break: not a pause, not closed all week, not a week of which nothing is known, and not
 *   one that is not over or that only a part of belongs to the enrolment. The others neither hold nor break
 * @level: set: minutes that have held for three weeks up to a step in this week, 0 before the first level
 * @is_step: set: the first week of more hours, held in the two open weeks after it too
 * @is_dip: set: one of three or more open weeks in a row that are an hour or more below the level
 *
 * One week, in order.
 */
typedef struct
{
  FramDate monday;
  int attended_minutes;
  gboolean open;
  int level;
  gboolean is_step;
  gboolean is_dip;
} FramWorkedWeek;

/** FRAM_STEP_HOURS_WEEKS: so many open weeks must hold. */
#define FRAM_STEP_HOURS_WEEKS 3

/** FRAM_STEP_HOURS_MINUTES: and so much more they must be, at least. */
#define FRAM_STEP_HOURS_MINUTES 60

void fram_steps_of_ratings (FramRatedValue *values, guint n);
void fram_steps_of_weeks (FramWorkedWeek *weeks, guint n);
const char *fram_step_kind_get_code (FramStepKind kind);

G_END_DECLS
