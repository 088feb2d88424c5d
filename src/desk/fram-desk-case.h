#pragma once

#include "fram-desk-person.h"
#include "fram-meeting.h"

G_BEGIN_DECLS

/**
 * FramEpisode:
 * @enrolment: the enrolment
 * @enrolled: first day
 * @closed: last day, or %FRAM_DATE_NONE while it goes on
 * @phase: where the person is, or was, in it
 * @outcome: (nullable): name of the outcome, where the person at the keyboard may see it
 * @programme: (nullable): name of the programme
 * @planned_return: it was planned that the person comes back; else coming back is going round (rundgång)
 * @first: whether it is the person's first
 * @sees_return: whether the person at the keyboard may see which of the two it is
 *
 * One time in the programme.
 */
typedef struct
{
  FramUuid enrolment;
  FramDate enrolled;
  FramDate closed;
  FramPhase phase;
  char *outcome;
  char *programme;
  gboolean planned_return;
  gboolean first;
  gboolean sees_return;
} FramEpisode;

/**
 * FramCase:
 * @person: the participant
 * @episodes: (element-type FramEpisode): newest first
 * @enrolment: the enrolment that is shown, none where there is none
 * @is_current: whether that one goes on
 * @day: which day of the enrolment today is, 0 for none
 * @target_days: days to the target day or what it was extended to, 0 for none
 * @target: that day
 * @case_worker: (nullable): name of the case worker in charge
 * @case_worker_since: since when
 * @case_worker_row: row number of that person
 * @weekly_minutes: minutes a week agreed today in workshops and outside, -1 where the plan is not seen
 * @next_minutes: minutes a week after the next step that is planned ahead, -1 for none
 * @next_minutes_from: from which day
 * @meeting: (nullable): kind of the next meeting, in words
 * @meeting_day: its day, or %FRAM_DATE_NONE
 * @meeting_time: minutes since midnight, or %FRAM_TIME_NONE
 * @consent: day of the newest consent that holds, or %FRAM_DATE_NONE
 * @consent_until: until when it does, or %FRAM_DATE_NONE for always
 * @sees_groups: whether of the plan at least what concerns the own groups and bookings may be seen
 * @sees_plan: whether all of the plan may be seen
 * @writes_plan: whether it may be changed
 * @sees_progress: whether goals and milestones may be seen
 * @writes_progress: whether they may be changed
 * @sees_note: whether the journal may be seen: the case worker's, or one's own entries as an occupational therapist
 * @writes_note: whether it may be written in
 * @sees_support: whether support outside may be seen
 * @sees_document: whether documents may be seen
 * @writes_document: whether they may be made
 * @sees_need: whether adaptation needs may be seen
 * @writes_need: whether they may be changed
 * @sees_places: whether external places may be seen
 * @books: whether talks may be booked
 * @asks: whether workshops may be asked about the participant
 *
 * What the head of a participant's page says and what its sections need to know. Rights are those of this participant and
 * of this enrolment; what has ended is read, not written.
 */
typedef struct
{
  FramPerson *person;
  GPtrArray *episodes;
  FramUuid enrolment;
  gboolean is_current;
  int day;
  int target_days;
  FramDate target;
  char *case_worker;
  FramDate case_worker_since;
  gint64 case_worker_row;
  int weekly_minutes;
  int next_minutes;
  FramDate next_minutes_from;
  char *meeting;
  FramDate meeting_day;
  int meeting_time;
  FramDate consent;
  FramDate consent_until;
  gboolean sees_groups;
  gboolean sees_plan;
  gboolean writes_plan;
  gboolean sees_progress;
  gboolean writes_progress;
  gboolean sees_note;
  gboolean writes_note;
  gboolean sees_support;
  gboolean sees_document;
  gboolean writes_document;
  gboolean sees_need;
  gboolean writes_need;
  gboolean sees_places;
  gboolean books;
  gboolean asks;
} FramCase;

void fram_case_free (FramCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCase, fram_case_free)

/* One participant with an enrolment, the newest where none is named. Opening is logged. FRAM_ERROR_NOT_FOUND. */
FramCase *fram_desk_case (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error);

/* The same again after a change, or for another enrolment of the same participant: not logged once more. */
FramCase *fram_desk_case_again (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment, GError **error);

/* Whom a case number means, without opening the record. FRAM_ERROR_NOT_FOUND. */
gboolean fram_desk_person_id (FramDesk *self, const char *case_no_or_id, FramUuid *participant, GError **error);

G_END_DECLS
