#pragma once

#include "fram-plan.h"

G_BEGIN_DECLS

/**
 * FramCapacityKind:
 * @FRAM_CAPACITY_PRACTICE: practice: placed in a workshop or at an external place
 * @FRAM_CAPACITY_GROUPS: group activities: has a place in a group
 *
 * What a programme has room for (DOMAIN.md, "at most about 100 in practical and 70 in group activities at the same time").
 */
typedef enum
{
  FRAM_CAPACITY_PRACTICE,
  FRAM_CAPACITY_GROUPS,
  FRAM_N_CAPACITIES
} FramCapacityKind;

/**
 * FramCapacityWeek:
 * @monday: its Monday
 * @people: the most on any one working day of the week, by #FramCapacityKind
 */
typedef struct
{
  FramDate monday;
  int people[FRAM_N_CAPACITIES];
} FramCapacityWeek;

/**
 * FramCapacity:
 * @weeks: (element-type FramCapacityWeek): one after the other
 * @places: how many places there are, by #FramCapacityKind; 0 where the programme does not say
 * @today: the day that it is seen from
 *
 * How many people take part at the same time, week by week. Somebody who does two things of a kind counts once.
 */
typedef struct
{
  GArray *weeks;
  int places[FRAM_N_CAPACITIES];
  FramDate today;
} FramCapacity;

FramCapacity *fram_capacity_new (FramDate from, FramDate to);
void fram_capacity_free (FramCapacity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCapacity, fram_capacity_free)
void fram_capacity_count (FramCapacity *self, FramCapacityKind kind, GArray *spans);

const char *fram_capacity_kind_get_name (FramCapacityKind kind);
char *fram_capacity_to_words (const FramCapacity *self);

G_END_DECLS
