#pragma once

#include "fram-desk-group.h"
#include "fram-desk-private.h"

#include "fram-group-store.h"
#include "fram-session.h"

G_BEGIN_DECLS

/* A group that is looked at or changed: as it is on disk, and its series as it shall be. A change of a session or of the
 * whole series is made in `next`; then it is checked against what is (fram-desk-group-check.c) and what differs is written
 * (fram-desk-group-write.c). */
typedef struct
{
  FramDesk *desk;
  FramGroupRecord *record;
  FramSeries *next;
  const GArray *closed;
  FramDate today;
  int version; /* of the data when it was read */
} FramGroupCase;

/* fram-desk-group-case.c */
gboolean fram_group_may_keep (FramDesk *desk);
gboolean fram_group_may_change (FramDesk *desk, gint64 group);
gboolean fram_group_case_open (FramGroupCase *self, FramDesk *desk, const FramUuid *group, gboolean write,
                               GError **error);
void fram_group_case_clear (FramGroupCase *self);
gboolean fram_group_find_session (const FramGroupCase *self, const FramSeries *series, FramDate planned,
                                  FramSession *session);
gboolean fram_group_need_session (const FramGroupCase *self, FramDate planned, FramSession *session, GError **error);
gboolean fram_group_refuse (GError **error, const char *sentence);
gboolean fram_group_find_place_row (FramGroupCase *self, const FramUuid *place, gint64 *row, GError **error);
gboolean fram_group_find_staff_row (FramGroupCase *self, const FramUuid *staff, gint64 *row, GError **error);
char *fram_group_trimmed (const char *text);
FramDate fram_group_first (const FramSeries *series);
FramDate fram_group_horizon (const FramGroupCase *self, FramDate from);

/* fram-desk-group-series.c */
FramSeries *fram_series_dup (const FramSeries *self);
FramSessionChange *fram_series_take_change (FramSeries *self, FramDate day);
void fram_series_drop_change (FramSeries *self, FramDate day);
void fram_series_drop_changes (FramSeries *self, FramDate from, FramDate to);
void fram_series_drop_empty_changes (FramSeries *self);
void fram_series_drop_orphans (FramSeries *self, FramDate from);
void fram_series_drop_steps (FramSeries *self, FramDate from);
void fram_series_set_first (FramSeries *self, FramDate first);
void fram_series_drop_empty_steps (FramSeries *self);
FramSeriesStep *fram_series_take_step (FramSeries *self, FramDate from);
gboolean fram_series_plans (const FramSeries *self, FramDate day);
FramSession fram_series_as_planned (const FramSeries *self, FramDate day);

/* fram-desk-group-check.c */
gboolean fram_group_check_day (const FramGroupCase *self, FramDate day, int starts, int minutes, GError **error);
gboolean fram_group_check_time (int starts, int minutes, GError **error);
gboolean fram_group_check (const FramGroupCase *self, const char *reason, GError **error);

/* fram-desk-group-clash.c */
gboolean fram_group_check_rooms (const FramGroupCase *self, const GArray *before, const GArray *after, GError **error);
gboolean fram_group_check_naming (const FramGroupCase *self, gint64 staff, GError **error);
gboolean fram_group_check_substitute (const FramGroupCase *self, const FramSession *session, gint64 staff,
                                      GError **error);

/* fram-desk-group-write.c */
gboolean fram_group_write_series (const FramGroupCase *self, FramChanges *changes, GError **error);
FramChanges *fram_group_begin (const FramGroupCase *self, const char *kind, const char *why, GError **error);
gboolean fram_group_commit (FramGroupCase *self, const char *reason, char *sentence, char **what, GError **error);

/* fram-desk-group-scope.c */
gboolean fram_group_change_series (FramGroupCase *self, const FramSession *session, FramGroupScope scope,
                                   const FramSessionEdit *edit, GError **error);
gboolean fram_group_cancel_series (FramGroupCase *self, const FramSession *session, FramGroupScope scope,
                                   GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramGroupCase, fram_group_case_clear)

G_END_DECLS
