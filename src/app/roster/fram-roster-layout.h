#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRosterForm:
 * @FRAM_ROSTER_WIDE: one line with all columns
 * @FRAM_ROSTER_ROOMY: the same, notes on a second line where there are any
 * @FRAM_ROSTER_MEDIUM: the same, hours below the plan, the last sessions and notes on a second line
 * @FRAM_ROSTER_NARROW: stacked, with large buttons
 * @FRAM_ROSTER_COMPACT: stacked, with the strip below the name: in a panel beside something else
 */
typedef enum
{
  FRAM_ROSTER_WIDE,
  FRAM_ROSTER_ROOMY,
  FRAM_ROSTER_MEDIUM,
  FRAM_ROSTER_NARROW,
  FRAM_ROSTER_COMPACT,
} FramRosterForm;

/**
 * FramRosterColumn:
 *
 * What stands where in a row; a row and the column headings share them.
 */
typedef enum
{
  FRAM_COLUMN_ICON,
  FRAM_COLUMN_NAME,
  FRAM_COLUMN_PLAN,
  FRAM_COLUMN_HOURS,
  FRAM_COLUMN_MARK,
  FRAM_COLUMN_LABEL,
  FRAM_COLUMN_LAST,
  FRAM_COLUMN_NOTES,
  FRAM_COLUMN_HERE,
  FRAM_COLUMN_AWAY,
  FRAM_COLUMN_EDIT,
  FRAM_COLUMN_ACT,
  FRAM_COLUMN_MENU,
  FRAM_N_COLUMNS
} FramRosterColumn;

GType fram_roster_column_get_type (void);
#define FRAM_TYPE_ROSTER_COLUMN (fram_roster_column_get_type ())

/**
 * FramRosterMetrics:
 * @scale: text scale
 * @n_statuses: places of the strip
 * @label: width of the widest label after the strip
 * @plan: width of the longest planned time, "12.30–14.30"
 *
 * What the widths of the columns follow from; one for a page, shared by its rows (VISUAL.md, "Roster row").
 */
typedef struct
{
  double scale;
  guint n_statuses;
  int label;
  int plan;
} FramRosterMetrics;

void fram_roster_metrics_init (FramRosterMetrics *self, GtkWidget *widget, const GArray *statuses);
gboolean fram_roster_form_is_stacked (FramRosterForm form);
FramRosterForm fram_roster_metrics_get_form (const FramRosterMetrics *self, int width);

/**
 * FramRosterLayout:
 *
 * Places the children of a row in columns of fixed, text-scaled widths. A child says its column with the layout
 * property `column`.
 */
#define FRAM_TYPE_ROSTER_LAYOUT (fram_roster_layout_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterLayout, fram_roster_layout, FRAM, ROSTER_LAYOUT, GtkLayoutManager)

void fram_roster_layout_set_metrics (FramRosterLayout *self, const FramRosterMetrics *metrics);
void fram_roster_layout_set_form (FramRosterLayout *self, FramRosterForm form);

#define FRAM_TYPE_ROSTER_LAYOUT_CHILD (fram_roster_layout_child_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterLayoutChild, fram_roster_layout_child, FRAM, ROSTER_LAYOUT_CHILD, GtkLayoutChild)

G_END_DECLS
