#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramHolidayState:
 * @FRAM_HOLIDAY_IS_NEW: is added as a closed day of the whole house
 * @FRAM_HOLIDAY_IS_PUBLIC: the program knows it: a public holiday, or days at a weekend
 * @FRAM_HOLIDAY_IS_THERE: the house is closed then already
 * @FRAM_HOLIDAY_IS_OVER: lies in the past; what was marked then stays as it is
 *
 * What becomes of a day in a calendar file.
 */
typedef enum
{
  FRAM_HOLIDAY_IS_NEW,
  FRAM_HOLIDAY_IS_PUBLIC,
  FRAM_HOLIDAY_IS_THERE,
  FRAM_HOLIDAY_IS_OVER,
} FramHolidayState;

const char *fram_holiday_state_get_name (FramHolidayState state);
const char *fram_holiday_state_get_code (FramHolidayState state);

/**
 * FramHolidayLine:
 * @from: first day
 * @to: last day
 * @name: what it is called
 * @state: what becomes of it
 */
typedef struct
{
  FramDate from;
  FramDate to;
  char *name;
  FramHolidayState state;
} FramHolidayLine;

/**
 * FramHolidayFile:
 * @refs: how many use it
 * @lines: (element-type FramHolidayLine): by day
 * @n_new: how many of them are new
 * @passed_over: (nullable): what else stood in the file, in a sentence
 *
 * What a calendar file would do to the closed days. It is not changed once it is read.
 */
typedef struct
{
  gatomicrefcount refs;
  GPtrArray *lines;
  guint n_new;
  char *passed_over;
} FramHolidayFile;

FramHolidayFile *fram_holiday_file_ref (FramHolidayFile *self);
void fram_holiday_file_unref (FramHolidayFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramHolidayFile, fram_holiday_file_unref)

/* Reads a calendar file (iCalendar, RFC 5545) and holds it against what is closed. Nothing is written. */
FramHolidayFile *fram_desk_read_holidays (FramDesk *self, const char *path, GError **error);
/* Adds those that are new as closed days of the whole house; one undo step. @what says how many. */
gboolean fram_desk_add_holidays (FramDesk *self, const FramHolidayFile *file, char **what, GError **error);

G_END_DECLS
