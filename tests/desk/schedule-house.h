#pragma once

#include "desk-fixture.h"
#include "fram-desk-group.h"
#include "fram-desk-schedule.h"

G_BEGIN_DECLS

/* A house with three groups in the week of Thursday 12 November 2026, 9.14:
 * recovery, Thursdays 9–11 in Room 1, led by Samir: Amina since October, Björn from today; Carla waits;
 * walk, Wednesdays 9–11, led by Zlatko: Dina; course, Thursdays 10–12, twelve sessions, led by nobody.
 * Zlatko runs the workshop Administration too. */
typedef struct
{
  Fixture base;
  FramUuid samir;
  FramUuid zlatko;
  FramUuid room;
  FramUuid recovery;
  FramUuid walk;
  FramUuid course;
  char *carla;
  char *dina;
} ScheduleHouse;

#define SCHEDULE_PHONE "070-1740605" /* everybody's */

void schedule_house_set_up (ScheduleHouse *h, gconstpointer unused);
void schedule_house_tear_down (ScheduleHouse *h, gconstpointer unused);

FramUuid schedule_house_enrolment (ScheduleHouse *h, const char *case_no);
FramUuid schedule_house_participant (ScheduleHouse *h, const char *case_no);
FramUuid schedule_house_lead (ScheduleHouse *h, const FramUuid *group, const FramUuid *staff, const char *from,
                              const char *to);
void schedule_house_join (ScheduleHouse *h, const FramUuid *group, const char *case_no, const char *from,
                          const char *to, gboolean waiting);
void schedule_house_change (ScheduleHouse *h, const FramUuid *group, const char *day, const char *kind,
                            const char *to_day, const FramUuid *leader, const char *reason, const char *remark);
void schedule_house_set (ScheduleHouse *h, const FramUuid *group, const char *column, const char *value);
void schedule_house_mark (ScheduleHouse *h, const FramUuid *group, const char *day, const char *case_no,
                          const char *status);
FramSchedule *schedule_house_week (ScheduleHouse *h);
const FramScheduleSession *schedule_house_find (const FramSchedule *schedule, const FramUuid *group, const char *day);
void schedule_house_turn_clock (ScheduleHouse *h, const char *now);

G_END_DECLS
