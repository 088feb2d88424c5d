#pragma once

#include "fram-desk-private.h"
#include "fram-desk-schedule.h"
#include "fram-schedule-store.h"
#include "fram-session.h"

G_BEGIN_DECLS

/* What the schedule of a stretch of days is made of, as it was read. */
typedef struct
{
  FramDesk *desk;
  FramScheduleOf of;
  gint64 row; /* of the group, place, leader or participant */
  FramDate from;
  FramDate to;
  const GArray *closed_days;
  GPtrArray *groups; /* FramGroupRecord, those that can meet then */
  GArray *leaders;   /* FramGroupLeader */
  GArray *stays;     /* FramGroupStay: everybody, for counting */
  GArray *seen;      /* FramGroupStay: those whose attendance the viewer sees */
  GArray *marks;     /* FramScheduleMark */
  GArray *places;    /* FramGroupPlace */
  GArray *granted;   /* gint64: groups that are the viewer's own by a role */
  GArray *theirs;    /* FramGroupStay: the participant's, or NULL */
  gboolean only_own; /* of the participant's groups the viewer's own alone */
} FramScheduleSources;

gboolean fram_schedule_sources_load (FramScheduleSources *self, GError **error);
void fram_schedule_sources_clear (FramScheduleSources *self);
gboolean fram_schedule_sources_leads (const FramScheduleSources *self, gint64 group, gint64 staff, FramDate day);
void fram_schedule_sources_add (const FramScheduleSources *self, const FramGroupRecord *group, GPtrArray *sessions);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramScheduleSources, fram_schedule_sources_clear)

G_END_DECLS
