#pragma once

#include "fram-desk-roster.h"

G_BEGIN_DECLS

/**
 * FramAbsence:
 * @id: the planned absence; none for a new one
 * @enrolment: whose
 * @from: first day
 * @to: last day
 * @from_time: minutes since midnight, or %FRAM_TIME_NONE for whole days
 * @to_time: likewise
 * @status: code of the status it is to be marked with: `absent_notified`, `sick`, `leave`, `other_appointment`
 * @told_by: (nullable): `participant`, `case_worker`, `other`
 *
 * An absence that was told beforehand. It stands on the roster as a suggestion, is no mark, and any mark overrides it
 * (FIELD.md, "Attendance": a planned absence shows on the roll).
 */
typedef struct
{
  FramUuid id;
  FramUuid enrolment;
  FramDate from;
  FramDate to;
  int from_time;
  int to_time;
  char *status;
  char *told_by;
} FramAbsence;

void fram_absence_free (FramAbsence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramAbsence, fram_absence_free)

/* Planned absences of one person that touch the days, by first day. (element-type FramAbsence) */
GPtrArray *fram_desk_absences (FramDesk *self, const FramUuid *enrolment, FramDate from, FramDate to, GError **error);
/* Adds (id none) or changes; one undo step; `what` is the sentence for the toast. FRAM_ERROR_INVALID, DENIED. */
gboolean fram_desk_save_absence (FramDesk *self, const FramAbsence *absence, char **what, GError **error);
gboolean fram_desk_remove_absence (FramDesk *self, const FramUuid *id, char **what, GError **error);

/**
 * fram_desk_away_today:
 * @self: the desk
 * @activity: the roster in view, whose new state is the answer
 * @enrolment: who is away
 * @day: the day
 * @status: code of the status
 * @reason: (nullable): why, where the status asks for it
 * @what: (out) (optional): the sentence for the toast: "Amina H. is marked as sick in 2 activities."
 * @error: return location; then nothing was written
 *
 * Excuses all of a person's activities of the day in one undo step: every workshop and group where the person is
 * expected that day and not marked present or late. Of activities that the person at the keyboard may not mark it
 * leaves a planned absence of that day instead, so that the other leader sees it.
 *
 * Returns: (transfer full) (nullable): the roster as it is now
 */
FramRoster *fram_desk_away_today (FramDesk *self, const FramUuid *activity, const FramUuid *enrolment, FramDate day,
                                  const char *status, const char *reason, char **what, GError **error);

/**
 * fram_desk_away_day:
 *
 * As fram_desk_away_today(), without a roster in view.
 *
 * Returns: whether it is on disk
 */
gboolean fram_desk_away_day (FramDesk *self, const FramUuid *enrolment, FramDate day, const char *status,
                             const char *reason, char **what, GError **error);

/* The enrolment that rosters know somebody by. FRAM_ERROR_NOT_FOUND also for somebody whom one may not see. */
gboolean fram_desk_find_enrolment (FramDesk *self, const char *case_no_or_id, FramUuid *enrolment, GError **error);

/* Splits a person's day into before and after noon, each a row with a mark of its own (DATA.md, "mark": part 0 the only
 * one, 1 before, 2 after noon), or joins it again. A mark of the whole day becomes that of the first half; joining is
 * refused (FRAM_ERROR_INVALID) while the halves are marked differently. One undo step. */
FramRoster *fram_desk_split_day (FramDesk *self, const FramUuid *activity, const FramUuid *enrolment, FramDate day,
                                 gboolean split, char **what, GError **error);

G_END_DECLS
