#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredEpisode:
 * @row: row number of the enrolment
 * @enrolment: the enrolment
 * @enrolled: first day
 * @introduction_until: last day of the introduction, or %FRAM_DATE_NONE
 * @closed: last day, or %FRAM_DATE_NONE while it goes on
 * @followed_up: when the follow-up was answered, where the viewer may see outcomes
 * @target: target day, or %FRAM_DATE_NONE
 * @extended_to: what it was extended to, or %FRAM_DATE_NONE
 * @outcome: (nullable): name of the outcome, where the viewer may see it
 * @programme: (nullable): name of the programme
 * @planned_return: that the person was to come back
 *
 * One enrolment of a participant.
 */
typedef struct
{
  gint64 row;
  FramUuid enrolment;
  FramDate enrolled;
  FramDate introduction_until;
  FramDate closed;
  FramDate followed_up;
  FramDate target;
  FramDate extended_to;
  char *outcome;
  char *programme;
  gboolean planned_return;
} FramStoredEpisode;

/**
 * FramStoredHead:
 * @case_worker: (nullable): name of the case worker in charge today, or last
 * @case_worker_row: row number of that person, 0 for none
 * @case_worker_since: since when
 * @weekly_minutes: minutes a week agreed on the day
 * @next_minutes: minutes a week from @next_from on, -1 where they stay as they are
 * @next_from: from which day the next change is planned
 * @meeting: (nullable): code of the kind of the next meeting
 * @meeting_day: its day
 * @meeting_time: minutes since midnight, or %FRAM_TIME_NONE
 * @consent: day of the newest consent that holds, or %FRAM_DATE_NONE
 * @consent_until: until when, or %FRAM_DATE_NONE
 *
 * What the head of a participant's page says of an enrolment.
 */
typedef struct
{
  char *case_worker;
  gint64 case_worker_row;
  FramDate case_worker_since;
  int weekly_minutes;
  int next_minutes;
  FramDate next_from;
  char *meeting;
  FramDate meeting_day;
  int meeting_time;
  FramDate consent;
  FramDate consent_until;
} FramStoredHead;

void fram_stored_episode_free (FramStoredEpisode *self);
void fram_stored_head_clear (FramStoredHead *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramStoredHead, fram_stored_head_clear)

GPtrArray *fram_case_load_episodes (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error);
gboolean fram_case_load_head (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment, int now,
                              FramStoredHead *head, GError **error);

G_END_DECLS
