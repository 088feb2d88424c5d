#pragma once

#include "fram-attendance.h"
#include "fram-desk-roster.h"

G_BEGIN_DECLS

/**
 * FramCellKind:
 * @FRAM_CELL_NONE: the person is not placed here that day, or has no plan and no mark on a day off
 * @FRAM_CELL_PLANNED: expected by the weekly plan
 * @FRAM_CELL_VISITOR: marked without a plan that day
 * @FRAM_CELL_UNPLANNED: placed here, without a plan that day; not counted, "–"
 *
 * What a person has to do with a roster on a day.
 */
typedef enum
{
  FRAM_CELL_NONE,
  FRAM_CELL_PLANNED,
  FRAM_CELL_VISITOR,
  FRAM_CELL_UNPLANNED,
} FramCellKind;

/**
 * FramSheetMark:
 * @status: (nullable): the status, %NULL for unmarked
 * @minutes_late: minutes, -1 for none
 * @came: minutes since midnight, or %FRAM_TIME_NONE
 * @left: likewise
 * @attended_minutes: minutes, -1 for none
 * @planned_minutes: minutes as the mark tells them, -1 for none
 * @note: (nullable): a short note
 * @reason: (nullable): why
 * @marked_by: (nullable): who marked, %NULL for unmarked
 * @marked_at: when, UTC milliseconds
 */
typedef struct
{
  const FramStatus *status;
  int minutes_late;
  int came;
  int left;
  int attended_minutes;
  int planned_minutes;
  char *note;
  char *reason;
  char *marked_by;
  gint64 marked_at;
} FramSheetMark;

/**
 * FramSheetCell:
 * @kind: what the person has to do with the day
 * @is_split: whether the day is marked in halves; then @marks[0] is before and @marks[1] after noon
 * @marks: the mark of the whole day in @marks[0], or both halves; of an unmarked half `planned_minutes` is set all the same
 * @planned_from: minutes since midnight, or %FRAM_TIME_NONE
 * @planned_to: likewise
 * @planned_minutes: minutes planned, by the plan or as the mark tells, -1 for none
 * @planned_status: (nullable): what was told beforehand and is not marked yet
 * @first_day: the person's first day here
 * @last_day: the person's last day here
 * @unnotified_in_a_row: unnotified absences in a row up to this day; 0 unless this day is one of them
 *
 * One person on one day.
 */
typedef struct
{
  FramCellKind kind;
  gboolean is_split;
  FramSheetMark marks[2];
  int planned_from;
  int planned_to;
  int planned_minutes;
  const FramStatus *planned_status;
  gboolean first_day;
  gboolean last_day;
  guint unnotified_in_a_row;
} FramSheetCell;

/* The status of the day: of a day in two halves none until both are marked, then that of the half that counts most. */
const FramStatus *fram_sheet_cell_get_status (const FramSheetCell *cell);

/**
 * FramSheetSums:
 * @counts: expected, unmarked and marked sessions, and marks by status in the order of fram_desk_get_statuses(). Sessions of
 *   days to come are neither expected nor unmarked yet, unless they are marked
 * @to_come: planned sessions of days to come, without those for which an absence is told or marked already
 * @attended_minutes: hours done
 * @planned_minutes: hours planned of the sessions that are marked: what the hours done are compared with
 * @plan_minutes: hours planned of all sessions, marked or not
 *
 * Sums of a person, a day or everybody. Rates: fram_attendance_rate_attended() and
 * fram_attendance_rate_attended_or_notice() of @counts, per mille, -1 for none; the unmarked and those who count as neither
 * are in no rate.
 */
typedef struct
{
  FramAttendanceTotals counts;
  int to_come;
  int attended_minutes;
  int planned_minutes;
  int plan_minutes;
} FramSheetSums;

/**
 * FramSheetRow:
 * @is_bare: a protected person the viewer is not named for: one bare row that tells nothing, without @cells, uncounted
 * @enrolment: what fram_desk_mark_cells() takes
 * @participant: the participant
 * @enrolment_row: its row number
 * @case_no: (nullable): case number
 * @name: the name as the viewer may see it
 * @sort_key: for sorting
 * @is_protected: whether the identity is protected
 * @cells: (nullable): one per day of the sheet
 * @sums: sums of the person
 * @unnotified_in_a_row: unnotified absences in a row up to the person's last mark of the sheet
 * @streak_alert: whether that is one of the lengths that the programme alerts on (2, 3, N)
 * @streak_days: (nullable) (element-type FramDate): the days of that streak, oldest first
 *
 * One person of a sheet.
 */
typedef struct
{
  gboolean is_bare;
  FramUuid enrolment;
  FramUuid participant;
  gint64 enrolment_row;
  char *case_no;
  char *name;
  char *sort_key;
  gboolean is_protected;
  FramSheetCell *cells;
  FramSheetSums sums;
  guint unnotified_in_a_row;
  gboolean streak_alert;
  GArray *streak_days;
} FramSheetRow;

/**
 * FramSheetDay:
 * @day: the day
 * @is_off: a holiday or closed day; of a group also a day without a session that is held
 * @note: (nullable): why nobody is expected, or the part of the day that is closed: "Christmas Day", "Planning day"
 * @opens: minutes since midnight, or %FRAM_TIME_NONE; of a group the session's
 * @closes: likewise
 * @sums: sums of the day
 *
 * One column of a sheet.
 */
typedef struct
{
  FramDate day;
  gboolean is_off;
  char *note;
  int opens;
  int closes;
  FramSheetSums sums;
} FramSheetDay;

/**
 * FramSheetWeek:
 * @monday: its first day
 * @closed_by: (nullable): who closed it; %NULL while it is open
 * @closed_at: when, UTC milliseconds; 0 while it is open
 * @may_close: whether the person at the keyboard may close it now
 * @may_reopen: whether the person at the keyboard may open it again
 *
 * One ISO week that the sheet touches.
 */
typedef struct
{
  FramDate monday;
  char *closed_by;
  gint64 closed_at;
  gboolean may_close;
  gboolean may_reopen;
} FramSheetWeek;

/**
 * FramSheet:
 * @activity: the workshop or group
 * @name: its name in the person's language
 * @is_group: whether it is a group
 * @from: first day asked for
 * @to: last day asked for
 * @today: the day that days to come are counted from
 * @days: (element-type FramSheetDay): Monday to Friday of the days asked for, and weekend days only where something is marked
 * @rows: (element-type FramSheetRow): everybody placed or marked here on one of the days, by name
 * @weeks: (element-type FramSheetWeek): the weeks touched, in order
 * @may_mark: whether the person at the keyboard may mark here
 * @refusal: (nullable): why not, a sentence
 * @sums: sums of everything
 *
 * A workshop's or group's roster of a week, a month or other days, as far as the person may see it: people × days.
 */
typedef struct
{
  FramUuid activity;
  char *name;
  gboolean is_group;
  FramDate from;
  FramDate to;
  FramDate today;
  GArray *days;
  GPtrArray *rows;
  GArray *weeks;
  gboolean may_mark;
  char *refusal;
  FramSheetSums sums;
} FramSheet;

void fram_sheet_free (FramSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSheet, fram_sheet_free)

/* The sheet of the days from @from to @to, both included; at most 62 of them. FRAM_ERROR_DENIED, NOT_FOUND, INVALID. */
FramSheet *fram_desk_sheet (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to, GError **error);
/* The ISO week or the month that @day lies in. */
FramSheet *fram_desk_week (FramDesk *self, const FramUuid *activity, FramDate day, GError **error);
FramSheet *fram_desk_month (FramDesk *self, const FramUuid *activity, FramDate day, GError **error);
void fram_desk_sheet_async (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
FramSheet *fram_desk_sheet_finish (FramDesk *self, GAsyncResult *result, GError **error);

/**
 * FramCellKey:
 * @enrolment: whose
 * @day: which day
 * @part: part of the day: 0, or 1 and 2 where the day is split
 */
typedef struct
{
  FramUuid enrolment;
  FramDate day;
  int part;
} FramCellKey;

/* Marks cells of one or several days in one transaction and one undo step; all or nothing. The answer is the sheet from
 * @from to @to as it is on disk now. */
FramSheet *fram_desk_mark_cells (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to,
                                 const FramCellKey *cells, guint n_cells, const FramMarkEdit *edit, char **what,
                                 GError **error);
void fram_desk_mark_cells_async (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to,
                                 const FramCellKey *cells, guint n_cells, const FramMarkEdit *edit,
                                 GAsyncReadyCallback callback, gpointer user_data);
FramSheet *fram_desk_mark_cells_finish (FramDesk *self, GAsyncResult *result, char **what, GError **error);

/* Closing a week: from then on its marks are refused (FRAM_ERROR_CLOSED) until it is opened again by who closed it, a
 * manager or an administrator, with a reason. The answer is the week's sheet as it is now. One undo step each. */
FramSheet *fram_desk_close_week (FramDesk *self, const FramUuid *activity, FramDate day, char **what, GError **error);
FramSheet *fram_desk_reopen_week (FramDesk *self, const FramUuid *activity, FramDate day, const char *reason,
                                  char **what, GError **error);
void fram_desk_close_week_async (FramDesk *self, const FramUuid *activity, FramDate day, gboolean reopen,
                                 const char *reason, GAsyncReadyCallback callback, gpointer user_data);
FramSheet *fram_desk_close_week_finish (FramDesk *self, GAsyncResult *result, char **what, GError **error);

/* What stands beside a rate, "2 unmarked, not counted"; %NULL where nothing is left out. */
char *fram_sheet_left_out (const FramSheetSums *sums);
/* "67 %", and both rates in sentences with what they are counted from and what is left out. */
char *fram_sheet_rate_text (int per_mille);
char *fram_sheet_rates_words (const FramSheetSums *sums);

G_END_DECLS
