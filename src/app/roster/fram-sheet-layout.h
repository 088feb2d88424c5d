#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramSheetKind:
 * @FRAM_SHEET_WEEK: people × Monday to Friday
 * @FRAM_SHEET_MONTH: people × the working days of a month, with sums per status
 */
typedef enum
{
  FRAM_SHEET_WEEK,
  FRAM_SHEET_MONTH,
} FramSheetKind;

/**
 * FramSheetForm:
 * @FRAM_SHEET_WIDE: a mark with its plan beside it; sums in columns
 * @FRAM_SHEET_MEDIUM: marks without their plan; sums in columns
 * @FRAM_SHEET_NARROW: sums under the name; a month is a row of shapes by week under the name
 */
typedef enum
{
  FRAM_SHEET_WIDE,
  FRAM_SHEET_MEDIUM,
  FRAM_SHEET_NARROW,
} FramSheetForm;

/** FRAM_SHEET_COUNTS: columns of a month that count a status each. */
#define FRAM_SHEET_COUNTS 5

/**
 * FramSheetLayout:
 * @kind: week or month
 * @form: how much there is room for
 * @scale: text scale that everything grows with
 * @head: height of the column headings
 * @row: height of a row
 * @foot: height of the sums at the bottom
 * @name: width of the names, which stay when the rest scrolls sideways
 * @day: width of a day's column
 * @day_x: (array length=n_days): where each begins, counted from the end of the names
 * @n_days: how many
 * @cell_y: where the cells begin within a row
 * @cell: their height
 * @is_stacked: of a month in a narrow window: names, rates, hours and counts each have a line of their own
 * @rates_y: where the rates of a person stand within a row, of a month in a narrow window
 * @hours_y: likewise the hours
 * @counts_y: likewise the counts per status
 * @counts_x: where the counts per status begin, likewise; 0 columns in a week
 * @count: width of each
 * @hours_x: where the hours begin
 * @hours: their width
 * @rates_x: where the rates begin
 * @rates: their width
 * @content: width of everything that scrolls sideways
 *
 * Where everything of a sheet stands, worked out apart from drawing it. Pixels.
 */
typedef struct
{
  FramSheetKind kind;
  FramSheetForm form;
  double scale;
  double head;
  double row;
  double foot;
  double name;
  double day;
  double *day_x;
  guint n_days;
  double cell_y;
  double cell;
  gboolean is_stacked;
  double rates_y;
  double hours_y;
  double counts_y;
  double counts_x;
  double count;
  double hours_x;
  double hours;
  double rates_x;
  double rates;
  double content;
} FramSheetLayout;

void fram_sheet_layout_init (FramSheetLayout *self, FramSheetKind kind, const int *weekdays, guint n_days, double width,
                             double scale);
void fram_sheet_layout_clear (FramSheetLayout *self);
int fram_sheet_layout_find_day (const FramSheetLayout *self, double x);
FramSheetForm fram_sheet_form_of_width (double width, double scale);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramSheetLayout, fram_sheet_layout_clear)

G_END_DECLS
