#pragma once

#include "fram-colours.h"
#include "fram-house.h"
#include "fram-print-layout.h"
#include "fram-slot.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * FramWeekKind:
 * @FRAM_WEEK_OWN: hours that are being planned
 * @FRAM_WEEK_WORK: hours in a workshop
 * @FRAM_WEEK_OUTSIDE: hours at an external place
 * @FRAM_WEEK_GROUP: a session of a group
 * @FRAM_WEEK_MEETING: a meeting or talk
 * @FRAM_WEEK_OTHER: an appointment elsewhere, or an absence that was told
 * @FRAM_WEEK_FREE: a leave or a day off
 *
 * What a block of a week is.
 */
typedef enum
{
  FRAM_WEEK_OWN,
  FRAM_WEEK_WORK,
  FRAM_WEEK_OUTSIDE,
  FRAM_WEEK_GROUP,
  FRAM_WEEK_MEETING,
  FRAM_WEEK_OTHER,
  FRAM_WEEK_FREE,
  FRAM_N_WEEK_KINDS
} FramWeekKind;

/**
 * FramWeekBlock:
 * @kind: what
 * @weekday: 1 for Monday to 7 for Sunday
 * @from_time: minutes since midnight, %FRAM_TIME_NONE for the whole day
 * @to_time: likewise
 * @title: (nullable): what it is called
 * @tag: number of it for the caller
 * @collides: whether it is at the same time as something that it does not go together with
 */
typedef struct
{
  FramWeekKind kind;
  int weekday;
  int from_time;
  int to_time;
  char *title;
  guint tag;
  gboolean collides;
} FramWeekBlock;

/**
 * FramWeekPlan:
 * @blocks: (element-type FramWeekBlock): what stands in the week
 * @open: (element-type FramOpening): opening hours; the rest of each day is shaded. Without any nothing is
 * @heads: (nullable): a second line under the name of each weekday, Monday first
 * @full: weekdays whose second line is a warning, a bit each
 * @first: where the day begins, minutes since midnight, a full hour
 * @last: where it ends
 * @n_days: 5, or 7 where something stands on a weekend
 *
 * A week as it is drawn: Monday to Friday, 08–17, stretched where something stands beyond.
 */
typedef struct
{
  GArray *blocks;
  GArray *open;
  char *heads[7];
  guint full;
  int first;
  int last;
  int n_days;
} FramWeekPlan;

FramWeekPlan *fram_week_plan_new (void);
void fram_week_plan_free (FramWeekPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramWeekPlan, fram_week_plan_free)
FramWeekBlock *fram_week_plan_add (FramWeekPlan *self, FramWeekKind kind, int weekday, int from_time, int to_time,
                                   const char *title);
void fram_week_plan_set_head (FramWeekPlan *self, int weekday, const char *text, gboolean full);
void fram_week_plan_fit (FramWeekPlan *self);
char *fram_week_plan_to_words (const FramWeekPlan *self);

/**
 * FramWeekLayout:
 * @width: the whole
 * @height: the whole
 * @scale: size of letters, 1 for 11 pt at 96 dpi
 * @times: width of the column of hours
 * @head: height of the weekdays
 * @day: width of a day
 * @minute: height of a minute
 * @first: minutes at the top
 * @n_days: columns
 * @rtl: whether Monday is at the right
 * @boxes: (element-type FramPrintBox): where each block of the plan stands
 *
 * Where everything in a week stands.
 */
typedef struct
{
  double width;
  double height;
  double scale;
  double times;
  double head;
  double day;
  double minute;
  int first;
  int n_days;
  gboolean rtl;
  GArray *boxes;
} FramWeekLayout;

FramWeekLayout *fram_week_layout_new (const FramWeekPlan *plan, double width, double height, double scale,
                                      gboolean rtl);
void fram_week_layout_free (FramWeekLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramWeekLayout, fram_week_layout_free)
double fram_week_plan_height (const FramWeekPlan *plan, double hour, double scale);
FramPrintBox fram_week_layout_box (const FramWeekLayout *self, int weekday, int from_time, int to_time);
gboolean fram_week_layout_find (const FramWeekLayout *self, double x, double y, int *weekday, int *minutes);
int fram_week_layout_find_block (const FramWeekLayout *self, double x, double y);

/**
 * FramWeekPalette:
 * @sheet: page, ink, rules
 * @kinds: by #FramWeekKind
 * @on_own: letters on hours that are being planned
 * @wrong: what collides
 *
 * The colours of a week.
 */
typedef struct
{
  FramPrintPalette sheet;
  FramColour kinds[FRAM_N_WEEK_KINDS];
  FramColour on_own;
  FramColour wrong;
} FramWeekPalette;

void fram_week_palette_init (FramWeekPalette *self, FramLook look, gboolean has_ground);
void fram_week_plan_draw (const FramWeekPlan *self, const FramWeekLayout *layout, const FramWeekPalette *palette,
                          cairo_t *cr);

G_END_DECLS
