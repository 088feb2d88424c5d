#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredTalker:
 * @staff: row number of the case worker in charge, 0 for none
 * @name: (nullable): that person's name
 * @interpreter: whether the participant needs an interpreter
 *
 * With whom a participant can have a talk.
 */
typedef struct
{
  gint64 staff;
  char *name;
  gboolean interpreter;
} FramStoredTalker;

void fram_stored_talker_clear (FramStoredTalker *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramStoredTalker, fram_stored_talker_clear)

/**
 * FramStaffTime:
 * @day: the day
 * @from_time: minutes since midnight
 * @to_time: minutes since midnight
 *
 * When somebody who works here is booked, never with whom.
 */
typedef struct
{
  FramDate day;
  int from_time;
  int to_time;
} FramStaffTime;

gboolean fram_bridge_load_talker (FramDb *db, gint64 enrolment, FramDate day, FramStoredTalker *talker, GError **error);
gboolean fram_bridge_is_introduction (FramDb *db, gint64 group);
GArray *fram_bridge_load_staff_times (FramDb *db, gint64 staff, FramDate from, FramDate to, GError **error);

G_END_DECLS
