#pragma once

#include "fram-attendance.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/**
 * FramPrintKind:
 * @FRAM_PRINT_SIGNATURES_DAY: names and times of a day, with room for signatures
 * @FRAM_PRINT_SIGNATURES_WEEK: the same of a week, a column for each day
 * @FRAM_PRINT_FILLED: a day as it is marked
 * @FRAM_PRINT_WEEK: a week as it is marked
 * @FRAM_PRINT_MONTH: a month as it is marked
 *
 * What a roster is printed as, always on A4.
 */
typedef enum
{
  FRAM_PRINT_SIGNATURES_DAY,
  FRAM_PRINT_SIGNATURES_WEEK,
  FRAM_PRINT_FILLED,
  FRAM_PRINT_WEEK,
  FRAM_PRINT_MONTH,
  FRAM_N_PRINT_KINDS
} FramPrintKind;

/** FRAM_PRINT_MAX_DAYS: a month has no more. */
#define FRAM_PRINT_MAX_DAYS 31

/** FRAM_PRINT_UNMARKED: the status of who is expected and not marked. */
#define FRAM_PRINT_UNMARKED (-1)

/**
 * FramPrintPart:
 * @part: 0 the whole day; 1 before and 2 after noon
 * @planned_from: minutes since midnight, or %FRAM_TIME_NONE
 * @planned_to: likewise
 * @planned_minutes: -1 for none
 * @status: index into the sheet's statuses, or %FRAM_PRINT_UNMARKED
 * @minutes_late: -1 for none
 * @attended_minutes: -1 for none
 * @to_come: not marked and not to be yet: a day to come, or an absence told beforehand; in no count
 *
 * What a person is expected to, and the mark.
 */
typedef struct
{
  int part;
  int planned_from;
  int planned_to;
  int planned_minutes;
  int status;
  int minutes_late;
  int attended_minutes;
  gboolean to_come;
} FramPrintPart;

/** FRAM_PRINT_PART_INIT: nothing planned, nothing marked. */
#define FRAM_PRINT_PART_INIT                                                                                           \
  {                                                                                                                    \
    0, FRAM_TIME_NONE, FRAM_TIME_NONE, -1, FRAM_PRINT_UNMARKED, -1, -1, FALSE                                          \
  }

/**
 * FramPrintCell:
 * @n_parts: 0 where the person is not expected that day
 * @parts: the day, or its halves
 *
 * A person's day.
 */
typedef struct
{
  guint n_parts;
  FramPrintPart parts[2];
} FramPrintCell;

/**
 * FramPrintRow:
 * @name: as the person who prints may see it
 * @sort_key: what rows are ordered by
 * @enrolment: whose
 * @participant: whose
 * @is_protected: whether the identity is protected
 * @cells: a cell for each of the sheet's days
 * @totals: counts of the row
 * @planned_minutes: sum; of several days that of what is marked, which the attended ones are compared with
 * @attended_minutes: sum
 *
 * A person on a sheet.
 */
typedef struct
{
  char *name;
  char *sort_key;
  FramUuid enrolment;
  FramUuid participant;
  gboolean is_protected;
  FramPrintCell cells[FRAM_PRINT_MAX_DAYS];
  FramAttendanceTotals totals;
  int planned_minutes;
  int attended_minutes;
} FramPrintRow;

/**
 * FramPrintDay:
 * @day: the day
 * @is_off: a weekend, holiday or closed day
 * @note: (nullable): why
 * @totals: counts of the day
 *
 * A day on a sheet.
 */
typedef struct
{
  FramDate day;
  gboolean is_off;
  char *note;
  FramAttendanceTotals totals;
} FramPrintDay;

/**
 * FramRosterSheet:
 * @kind: what it is
 * @activity: whose roster
 * @code: (nullable): its code, for the log
 * @name: the workshop's or group's name
 * @site: (nullable): the house
 * @from: first day
 * @to: last day
 * @days: (element-type FramPrintDay): the days that have a column, in order
 * @rows: (element-type FramPrintRow): people by name
 * @statuses: (element-type FramStatus): the programme's statuses, a copy
 * @totals: counts of all
 * @planned_minutes: sum
 * @attended_minutes: sum
 * @is_counted: whether whoever filled it counted too, by rules of its own: a day in halves is one session of a week
 * @withheld: how many people with protected identity are not on it; said on the screen, never on paper
 * @printed_by: (nullable): who prints
 * @printed_at: when, UTC milliseconds
 *
 * All that a printed roster shows; it is not changed any more once it is finished, and may be drawn in any thread. Whoever loads it fills it day by day and person by person and calls
 * fram_roster_sheet_finish(), which sees to it that a list for signatures holds names and times only, and nobody with
 * protected identity (DATA.md, "Protected identity").
 */
typedef struct
{
  gatomicrefcount refs;
  FramPrintKind kind;
  FramUuid activity;
  char *code;
  char *name;
  char *site;
  FramDate from;
  FramDate to;
  GArray *days;
  GPtrArray *rows;
  GArray *statuses;
  FramAttendanceTotals totals;
  int planned_minutes;
  int attended_minutes;
  gboolean is_counted;
  guint withheld;
  char *printed_by;
  gint64 printed_at;
} FramRosterSheet;

gboolean fram_print_kind_from_code (const char *code, FramPrintKind *kind);
const char *fram_print_kind_get_code (FramPrintKind kind);
gboolean fram_print_kind_is_for_signatures (FramPrintKind kind);
gboolean fram_print_kind_is_of_day (FramPrintKind kind);
void fram_print_kind_get_span (FramPrintKind kind, FramDate day, FramDate *from, FramDate *to);
void fram_print_kind_get_paper (FramPrintKind kind, double *width, double *height);

FramRosterSheet *fram_roster_sheet_new (FramPrintKind kind, FramDate day, const GArray *statuses);
FramRosterSheet *fram_roster_sheet_ref (FramRosterSheet *self);
void fram_roster_sheet_unref (FramRosterSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramRosterSheet, fram_roster_sheet_unref)

guint fram_roster_sheet_add_day (FramRosterSheet *self, FramDate day, gboolean is_off, const char *note);
FramPrintRow *fram_roster_sheet_add_person (FramRosterSheet *self, const FramUuid *enrolment,
                                            const FramUuid *participant, const char *name, const char *sort_key,
                                            gboolean is_protected);
void fram_roster_sheet_add_part (FramRosterSheet *self, FramPrintRow *row, guint day, const FramPrintPart *part);
int fram_roster_sheet_find_status (const FramRosterSheet *self, const char *code);
void fram_roster_sheet_finish (FramRosterSheet *self);

/* What stands on it, in words: fram-roster-sheet-words.c */
const char *fram_print_kind_get_name (FramPrintKind kind);
char *fram_print_span_to_words (FramPrintKind kind, FramDate day);
char *fram_print_hours_to_text (int minutes);
char *fram_print_rate_to_text (int per_mille);
char *fram_print_cell_get_times (const FramPrintCell *cell);
char *fram_roster_sheet_get_rates_note (const FramRosterSheet *self);
char *fram_roster_sheet_get_counts (const FramRosterSheet *self);
char *fram_roster_sheet_get_empty_note (const FramRosterSheet *self);
char *fram_roster_sheet_get_file_name (const FramRosterSheet *self, const char *extension);
char *fram_roster_sheet_describe_page (const FramRosterSheet *self, guint page);
char *fram_roster_sheet_describe_rows (const FramRosterSheet *self, guint page);

/* The drawing: fram-print-draw.c */
guint fram_roster_sheet_n_pages (const FramRosterSheet *self);

G_END_DECLS
