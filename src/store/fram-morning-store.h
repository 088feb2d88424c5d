#pragma once

#include "fram-people-store.h"

G_BEGIN_DECLS

/**
 * FramMorning:
 * @FRAM_MORNING_REVIEWS: adaptations that are to be looked at again within a week, or should have been
 * @FRAM_MORNING_FOLLOW_UPS: closings about which nobody has answered though the months are over
 * @FRAM_MORNING_CLOSINGS: enrolments that end within six weeks, or should have, without a next step
 * @FRAM_MORNING_INCOMES: decisions on what somebody lives on that end within six weeks
 * @FRAM_MORNING_MILESTONES: milestones due within a week, or in the last three
 * @FRAM_MORNING_AIDS: work aids of people who begin at another place within two weeks; kind: who brings it, text: the aid
 *   and the place in Swedish and in English, a line each
 * @FRAM_MORNING_MEETINGS: what stands in the viewer's own calendar this week
 *
 * What a morning can ask somebody to do about a participant.
 */
typedef enum
{
  FRAM_MORNING_REVIEWS,
  FRAM_MORNING_FOLLOW_UPS,
  FRAM_MORNING_CLOSINGS,
  FRAM_MORNING_INCOMES,
  FRAM_MORNING_MILESTONES,
  FRAM_MORNING_AIDS,
  FRAM_MORNING_MEETINGS,
  FRAM_N_MORNINGS
} FramMorning;

/**
 * FramStoredNeed:
 * @person: whose; only what names are made from is set
 * @day: the day it is about
 * @other: another day: of a follow-up when it was asked, of a closing the day of closing
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @minutes: how long, or -1
 * @kind: (nullable): code of a meeting
 * @text: (nullable): measure, milestone, source of income, place
 * @flag: of a meeting whether an interpreter is asked for
 */
typedef struct
{
  FramStoredCase person;
  FramDate day;
  FramDate other;
  int starts;
  int minutes;
  char *kind;
  char *text;
  gboolean flag;
} FramStoredNeed;

/**
 * FramStoredHouse:
 * @places: places in all workshops
 * @taken: of them, taken today
 * @over: (nullable): case workers with more participants than @case_load, with how many: "Anna Berg 17, …"
 * @n_over: how many they are
 * @leaderless: (nullable): names of workshops without a leader on the day asked for, ", " between
 * @n_leaderless: how many they are
 *
 * How the house is staffed and filled.
 */
typedef struct
{
  int places;
  int taken;
  char *over;
  guint n_over;
  char *leaderless;
  guint n_leaderless;
} FramStoredHouse;

void fram_stored_house_clear (FramStoredHouse *self);

GPtrArray *fram_morning_load (FramDb *db, const FramViewer *viewer, FramMorning what, gboolean own, GError **error);
gboolean fram_morning_load_house (FramDb *db, FramDate today, FramDate next_day, int case_load, FramStoredHouse *house,
                                  GError **error);

G_END_DECLS
