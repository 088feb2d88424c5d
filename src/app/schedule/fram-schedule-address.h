#pragma once

#include "fram-desk-schedule.h"

G_BEGIN_DECLS

/**
 * FramScheduleView:
 * @FRAM_SCHEDULE_VIEW_FIT: what the width has room for
 * @FRAM_SCHEDULE_VIEW_WEEK: the week, a column a day
 * @FRAM_SCHEDULE_VIEW_DAY: one day
 * @FRAM_SCHEDULE_VIEW_AGENDA: the week as a list
 *
 * How the schedule is shown.
 */
typedef enum
{
  FRAM_SCHEDULE_VIEW_FIT,
  FRAM_SCHEDULE_VIEW_WEEK,
  FRAM_SCHEDULE_VIEW_DAY,
  FRAM_SCHEDULE_VIEW_AGENDA,
  FRAM_N_SCHEDULE_VIEWS
} FramScheduleView;

/**
 * FramScheduleAddress:
 * @day: Monday of the week that it names, or %FRAM_DATE_NONE for this week
 * @view: how it is shown
 * @of: whose groups
 * @id: the group, place, leader or participant; none for all and mine
 *
 * What stands after "schedule:" in the address of the page: "2026-W46", "2026-W46@day", "@week/mine",
 * "@agenda/place=UUID"; each part can be missing.
 */
typedef struct
{
  FramDate day;
  FramScheduleView view;
  FramScheduleOf of;
  FramUuid id;
} FramScheduleAddress;

gboolean fram_schedule_address_parse (const char *text, FramScheduleAddress *self);
char *fram_schedule_address_format (const FramScheduleAddress *self);
const char *fram_schedule_view_get_name (FramScheduleView view);
gboolean fram_schedule_view_parse (const char *text, FramScheduleView *view);

G_END_DECLS
