#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredReferral:
 * @received: when it came, or %FRAM_DATE_NONE where there is none
 * @decided: when it was decided about
 * @decision: (nullable): kind of the decision
 * @before: day of the closing of the enrolment before, or %FRAM_DATE_NONE
 * @after: day on which the referral to the next enrolment came, or %FRAM_DATE_NONE
 * @follow_up_due: when the follow-up after closing is due, where the viewer may see outcomes
 *
 * What led to an enrolment, and between which days what is written without one belongs to it.
 */
typedef struct
{
  FramDate received;
  FramDate decided;
  char *decision;
  FramDate before;
  FramDate after;
  FramDate follow_up_due;
} FramStoredReferral;

/**
 * FramStoredThing:
 * @entity: what it is
 * @id: which one
 * @code: (nullable): its code: of a workshop, kind of group, meeting, support
 * @name: (nullable): its name in the reader's language: of a place the employer, of support who gives it
 * @detail: (nullable): parties of a meeting, a support's words
 * @status: (nullable): code of its status
 * @from: first day, or the day
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 * @other: of support since when it is waited for, of a group its first session
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @minutes: how long, or minutes a week agreed; -1 for not known
 *
 * Something that stands on a participant's timeline.
 */
typedef struct
{
  FramEntity entity;
  FramUuid id;
  char *code;
  char *name;
  char *detail;
  char *status;
  FramDate from;
  FramDate to;
  FramDate other;
  int starts;
  int minutes;
} FramStoredThing;

/**
 * FramStoredMarkDay:
 * @day: the day
 * @activity: row number of where
 * @part: 0, or which half of the day
 * @status: row number of the status
 * @planned_minutes: minutes planned, -1 for not known
 * @attended_minutes: minutes attended, -1 for not known
 *
 * One mark of one enrolment.
 */
typedef struct
{
  FramDate day;
  gint64 activity;
  int part;
  gint64 status;
  int planned_minutes;
  int attended_minutes;
} FramStoredMarkDay;

void fram_stored_referral_clear (FramStoredReferral *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramStoredReferral, fram_stored_referral_clear)

gboolean fram_timeline_load_referral (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment,
                                      FramStoredReferral *referral, GError **error);
GPtrArray *fram_timeline_load_stays (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_timeline_load_groups (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_timeline_load_meetings (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment,
                                        FramDate before, FramDate after, GError **error);
GPtrArray *fram_timeline_load_talks (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_timeline_load_support (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_timeline_load_case_workers (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GArray *fram_timeline_load_marks (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);

G_END_DECLS
