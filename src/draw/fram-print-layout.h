#pragma once

#include "fram-roster-sheet.h"

G_BEGIN_DECLS

/**
 * FramPrintBox:
 * @x: points from the paper's left edge
 * @y: points from its top
 * @width: points
 * @height: points
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} FramPrintBox;

/**
 * FramPrintField:
 *
 * What a column holds.
 */
typedef enum
{
  FRAM_FIELD_NAME,
  FRAM_FIELD_PLAN,
  FRAM_FIELD_CAME,
  FRAM_FIELD_LEFT,
  FRAM_FIELD_SIGNATURE,
  FRAM_FIELD_PLANNED_HOURS,
  FRAM_FIELD_STATUS,
  FRAM_FIELD_LATE,
  FRAM_FIELD_ATTENDED_HOURS,
  FRAM_FIELD_DAY,
  FRAM_FIELD_SUM_HOURS,
  FRAM_FIELD_RATE_ATTENDED,
  FRAM_FIELD_RATE_NOTICE,
  FRAM_FIELD_UNMARKED,
} FramPrintField;

/**
 * FramPrintColumn:
 * @field: what it holds
 * @day: of a day's column the index of the day
 * @x: its left edge
 * @width: its width
 */
typedef struct
{
  FramPrintField field;
  guint day;
  double x;
  double width;
} FramPrintColumn;

/** FRAM_PRINT_MAX_COLUMNS: days, and what stands beside them. */
#define FRAM_PRINT_MAX_COLUMNS (FRAM_PRINT_MAX_DAYS + 8)

/** FRAM_PRINT_SIGNATURE_HEIGHT: 12 mm, the least height of a box for a signature, in points. */
#define FRAM_PRINT_SIGNATURE_HEIGHT (12.0 * 72 / 25.4)

/**
 * FramPrintLegendItem:
 * @status: index of a status, or %FRAM_PRINT_UNMARKED
 * @line: its line, from 0
 * @x: points from the left margin
 */
typedef struct
{
  int status;
  guint line;
  double x;
} FramPrintLegendItem;

/**
 * FramPrintLayout:
 * @width: the paper's
 * @height: the paper's
 * @area: what lies inside the margins
 * @head: title, days, page number
 * @headings: headings of the columns
 * @body: rows
 * @foot: legend, note and when it was printed
 * @row_height: height of a row
 * @sums_height: what the sums take under the last row, 0 for none
 * @n_columns: how many
 * @columns: columns from left to right
 * @n_rows: people
 * @rows_full: rows that a page holds
 * @rows_last: rows that the last page holds above the sums
 * @n_blank: empty lines for visitors after the last row
 * @n_pages: how many pages
 * @n_legend: how many
 * @legend: what the letters mean
 * @n_legend_lines: lines of it
 *
 * Where everything on a sheet stands, in points on A4.
 */
typedef struct
{
  double width;
  double height;
  FramPrintBox area;
  FramPrintBox head;
  FramPrintBox headings;
  FramPrintBox body;
  FramPrintBox foot;
  double row_height;
  double sums_height;
  guint n_columns;
  FramPrintColumn columns[FRAM_PRINT_MAX_COLUMNS];
  guint n_rows;
  guint rows_full;
  guint rows_last;
  guint n_blank;
  guint n_pages;
  guint n_legend;
  FramPrintLegendItem legend[FRAM_MAX_STATUSES + 1];
  guint n_legend_lines;
} FramPrintLayout;

void fram_print_layout_init (FramPrintLayout *self, const FramRosterSheet *sheet);
void fram_print_layout_get_rows (const FramPrintLayout *self, guint page, guint *first, guint *n);
FramPrintBox fram_print_layout_get_cell (const FramPrintLayout *self, const FramPrintColumn *column, guint line);
FramPrintBox fram_print_layout_get_sums (const FramPrintLayout *self);

G_END_DECLS
