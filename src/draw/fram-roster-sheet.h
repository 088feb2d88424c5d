#pragma once

#include "fram-attendance.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/**
 * FramSheetKind:
 * @FRAM_SHEET_SIGNATURES_DAY: names and times of a day, with room for signatures
 * @FRAM_SHEET_SIGNATURES_WEEK: the same of a week, a column for each day
 * @FRAM_SHEET_FILLED: a day as it is marked
 * @FRAM_SHEET_WEEK: a week as it is marked
 * @FRAM_SHEET_MONTH: a month as it is marked
 *
 * What a roster is printed as, always on A4.
 */
typedef enum
{
  FRAM_SHEET_SIGNATURES_DAY,
  FRAM_SHEET_SIGNATURES_WEEK,
  FRAM_SHEET_FILLED,
  FRAM_SHEET_WEEK,
  FRAM_SHEET_MONTH,
  FRAM_N_SHEET_KINDS
} FramSheetKind;

/** FRAM_SHEET_MAX_DAYS: a month has no more. */
#define FRAM_SHEET_MAX_DAYS 31

/** FRAM_SHEET_UNMARKED: the status of who is expected and not marked. */
#define FRAM_SHEET_UNMARKED (-1)

/**
 * FramSheetPart:
 * @part: 0 the whole day; 1 before and 2 after noon
 * @planned_from: minutes since midnight, or %FRAM_TIME_NONE
 * @planned_to: likewise
 * @planned_minutes: -1 for none
 * @status: index into the sheet's statuses, or %FRAM_SHEET_UNMARKED
 * @minutes_late: -1 for none
 * @attended_minutes: -1 for none
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
} FramSheetPart;

/** FRAM_SHEET_PART_INIT: nothing planned, nothing marked. */
#define FRAM_SHEET_PART_INIT                                                                                           \
  {                                                                                                                    \
    0, FRAM_TIME_NONE, FRAM_TIME_NONE, -1, FRAM_SHEET_UNMARKED, -1, -1                                                 \
  }

/**
 * FramSheetCell:
 * @n_parts: 0 where the person is not expected that day
 * @parts: the day, or its halves
 *
 * A person's day.
 */
typedef struct
{
  guint n_parts;
  FramSheetPart parts[2];
} FramSheetCell;

/**
 * FramSheetRow:
 * @name: as the person who prints may see it
 * @sort_key: what rows are ordered by
 * @enrolment: whose
 * @participant: whose
 * @is_protected: whether the identity is protected
 * @cells: a cell for each of the sheet's days
 * @totals: counts of the row
 * @planned_minutes: sum
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
  FramSheetCell cells[FRAM_SHEET_MAX_DAYS];
  FramAttendanceTotals totals;
  int planned_minutes;
  int attended_minutes;
} FramSheetRow;

/**
 * FramSheetDay:
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
} FramSheetDay;

/**
 * FramRosterSheet:
 * @kind: what it is
 * @activity: whose roster
 * @name: the workshop's or group's name
 * @site: (nullable): the house
 * @from: first day
 * @to: last day
 * @days: (element-type FramSheetDay): the days that have a column, in order
 * @rows: (element-type FramSheetRow): people by name
 * @statuses: (element-type FramStatus): the programme's statuses, a copy
 * @totals: counts of all
 * @planned_minutes: sum
 * @attended_minutes: sum
 * @withheld: how many people with protected identity are not on it; said on the screen, never on paper
 * @printed_by: (nullable): who prints
 * @printed_at: when, UTC milliseconds
 *
 * All that a printed roster shows. Whoever loads it fills it day by day and person by person and calls
 * fram_roster_sheet_finish(), which sees to it that a list for signatures holds names and times only, and nobody with
 * protected identity (DATA.md, "Protected identity").
 */
typedef struct
{
  FramSheetKind kind;
  FramUuid activity;
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
  guint withheld;
  char *printed_by;
  gint64 printed_at;
} FramRosterSheet;

gboolean fram_sheet_kind_from_code (const char *code, FramSheetKind *kind);
const char *fram_sheet_kind_get_code (FramSheetKind kind);
gboolean fram_sheet_kind_is_for_signatures (FramSheetKind kind);
gboolean fram_sheet_kind_is_of_day (FramSheetKind kind);
void fram_sheet_kind_get_span (FramSheetKind kind, FramDate day, FramDate *from, FramDate *to);
void fram_sheet_kind_get_paper (FramSheetKind kind, double *width, double *height);

FramRosterSheet *fram_roster_sheet_new (FramSheetKind kind, FramDate day, const GArray *statuses);
void fram_roster_sheet_free (FramRosterSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramRosterSheet, fram_roster_sheet_free)

guint fram_roster_sheet_add_day (FramRosterSheet *self, FramDate day, gboolean is_off, const char *note);
FramSheetRow *fram_roster_sheet_add_person (FramRosterSheet *self, const FramUuid *enrolment,
                                            const FramUuid *participant, const char *name, const char *sort_key,
                                            gboolean is_protected);
void fram_roster_sheet_add_part (FramRosterSheet *self, FramSheetRow *row, guint day, const FramSheetPart *part);
int fram_roster_sheet_find_status (const FramRosterSheet *self, const char *code);
void fram_roster_sheet_finish (FramRosterSheet *self);

/* What stands on it, in words: fram-roster-sheet-words.c */
const char *fram_sheet_kind_get_name (FramSheetKind kind);
char *fram_sheet_span_to_words (FramSheetKind kind, FramDate day);
char *fram_sheet_hours_to_text (int minutes);
char *fram_sheet_rate_to_text (int per_mille);
char *fram_sheet_cell_get_times (const FramSheetCell *cell);
char *fram_roster_sheet_get_rates_note (const FramRosterSheet *self);
char *fram_roster_sheet_get_counts (const FramRosterSheet *self);
char *fram_roster_sheet_get_empty_note (const FramRosterSheet *self);
char *fram_roster_sheet_get_file_name (const FramRosterSheet *self, const char *extension);
char *fram_roster_sheet_describe_page (const FramRosterSheet *self, guint page);
char *fram_roster_sheet_describe_rows (const FramRosterSheet *self, guint page);

/* The drawing: fram-sheet-draw.c */
guint fram_roster_sheet_n_pages (const FramRosterSheet *self);

G_END_DECLS
