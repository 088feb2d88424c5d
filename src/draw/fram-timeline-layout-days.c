#include "fram-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The strip of attendance with its letters, and the hours of workshops. */

/* Letters closer than this are left out (VISUAL.md). */
#define LETTERS  9.0

#define TRIANGLE 9.0

static const FramTimelineRow *
attendance_row (const FramTimelineLayout *self)
{
  const FramTimelineLaneBox *box = &self->rows.lanes[FRAM_LANE_ATTENDANCE];

  return box->height > 0 ? &g_array_index (self->rows.rows, FramTimelineRow, box->first) : NULL;
}

static void
write_letter (FramTimelineLayout *self, guint index, double middle, double *last)
{
  const FramTimelineDay *day = &g_array_index (self->timeline->days, FramTimelineDay, index);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_LETTER, index, day->letter, TRUE, FRAM_TIMELINE_LETTER,
                                  FRAM_TIMELINE_TONE_INK };
  double centre = fram_timeline_layout_px (self, day->day + 0.5), width = fram_timeline_writing_width (self, &writing);

  if (centre - *last < LETTERS * self->s)
    return;
  if (fram_timeline_layout_try (self, &writing, centre - width / 2, middle) != NULL ||
      (!isnan (self->today) && fabs (centre - self->today) < width / 2 + 4 &&
       fram_timeline_layout_try (self, &writing, self->today - width - 4, middle) != NULL))
    *last = centre;
}

static void
write_letters (FramTimelineLayout *self, const FramTimelineRow *row)
{
  double middle = row->bar + row->bar_height + 10 * self->s, last = -G_MAXDOUBLE;

  for (guint i = 0; i < self->timeline->days->len; i++)
    {
      const FramTimelineDay *day = &g_array_index (self->timeline->days, FramTimelineDay, i);

      if (day->day + 1 > self->view.from && day->day < self->view.to && day->shape != FRAM_SHAPE_DISC &&
          day->letter[0] != '\0')
        write_letter (self, i, middle, &last);
    }
}

/* The days of the strip are in the way of what is written beside it. */
static void
block_days (FramTimelineLayout *self, const FramTimelineRow *row)
{
  const GArray *days = self->timeline->days;

  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < days->len; i++)
    {
      double x = fram_timeline_layout_px (self, g_array_index (days, FramTimelineDay, i).day);

      if (x + self->ppd >= self->plot.x && x <= self->plot.x + self->plot.width)
        fram_timeline_layout_block (self, (FramTimelineRect){ x, row->bar, self->ppd, row->bar_height });
    }
  for (guint i = 0; i < self->gaps->len; i++)
    fram_timeline_layout_block (self, g_array_index (self->gaps, FramTimelineGapBox, i).rect);
}

/* Right of today, or of the last day that is seen; where names stand above their lanes, beside the name. */
static void
write_rate (FramTimelineLayout *self, const FramTimelineRow *row)
{
  const FramTimeline *timeline = self->timeline;
  FramTimelineWriting writing = {
    FRAM_TIMELINE_LABEL_RATE, 0, NULL, FALSE, FRAM_TIMELINE_TEXT, FRAM_TIMELINE_TONE_DIM
  };
  double right = self->plot.x + self->plot.width, middle = row->bar + row->bar_height / 2 + 2 * self->s;
  g_autofree char *text = NULL;

  if (timeline->counted <= 0)
    return;
  /* Translators: sessions attended of those that count, and the same in per cent: "26 of 32 sessions, 81 %" */
  text = g_strdup_printf (C_ ("timeline", "%1$d of %2$d sessions, %3$d %%"), timeline->attended, timeline->counted,
                          (int)floor (100.0 * timeline->attended / timeline->counted + 0.5));
  writing.text = text;
  if (self->rows.stacked)
    {
      fram_timeline_layout_try (self, &writing, right - fram_timeline_writing_width (self, &writing),
                                self->rows.lanes[FRAM_LANE_ATTENDANCE].name_y);
      return;
    }
  block_days (self, row);
  if (isnan (self->today) || fram_timeline_layout_try (self, &writing, self->today + 10 * self->s, middle) == NULL)
    fram_timeline_layout_try (self, &writing, right - fram_timeline_writing_width (self, &writing) - 4, middle);
  g_array_set_size (self->blocks, 0);
}

/**
 * fram_timeline_layout_add_days:
 *
 * The strip of attendance: its place, its letters and the rate.
 */
void
fram_timeline_layout_add_days (FramTimelineLayout *self)
{
  const FramTimelineRow *row = attendance_row (self);

  if (row == NULL)
    return;
  self->strip = (FramTimelineRect){ self->plot.x, row->bar, self->plot.width, row->bar_height };
  write_rate (self, row);
  write_letters (self, row);
}

/* --- hours of workshops --- */

/* The stay that ends where this one begins. */
static const FramTimelineItem *
find_before (const FramTimelineLayout *self, guint index)
{
  const FramTimelineItem *item = g_ptr_array_index (self->timeline->items, index);
  const FramTimelineItem *found = NULL;

  for (guint i = 0; i < self->timeline->items->len; i++)
    {
      const FramTimelineItem *other = g_ptr_array_index (self->timeline->items, i);

      if (i == index || self->rows.row_of[i] != self->rows.row_of[index] || other->from >= item->from)
        continue;
      if (other->to == FRAM_DATE_NONE || other->to + 1 >= item->from)
        found = other;
    }
  return found;
}

/* "9 h", "7.5 h" */
static char *
hours_text (int minutes)
{
  g_autofree char *hours =
      minutes % 60 == 0 ? g_strdup_printf ("%d", minutes / 60) : g_strdup_printf ("%.3g", minutes / 60.0);

  /* Translators: hours a week over a bar of a timeline */
  return g_strdup_printf (C_ ("timeline", "%s h"), hours);
}

/* The triangle stands where the hours rise; on a line it stands before it. */
static double
add_triangle (FramTimelineLayout *self, guint item, double x, double middle)
{
  FramTimelineStep step = { item, x + TRIANGLE / 2 * self->s, middle };
  FramTimelineRect rect = { x, middle - 5 * self->s, TRIANGLE * self->s, 10 * self->s };

  if (!fram_timeline_layout_is_free (self, &rect))
    {
      rect.x = x - (TRIANGLE + 8) * self->s;
      step.x = rect.x + TRIANGLE / 2 * self->s;
      if (fram_timeline_layout_is_free (self, &rect))
        {
          g_array_append_val (self->steps, step);
          fram_timeline_layout_block (self, rect);
        }
      return x;
    }
  g_array_append_val (self->steps, step);
  fram_timeline_layout_block (self, rect);
  return x + (TRIANGLE + 4) * self->s;
}

/* After the line that is in the way, as long as that is still over the same stay. */
static double
next_clear (const FramTimelineLayout *self, double x, double width)
{
  double clear = x;

  for (guint i = 0; i < self->lines->len; i++)
    {
      double line = g_array_index (self->lines, double, i);

      if (line > x - 4 && line < x + width + 4)
        clear = MAX (clear, line + 5);
    }
  return clear;
}

static void
write_hours (FramTimelineLayout *self, const FramTimelineBox *box, const FramTimelineItem *item)
{
  const FramTimelineItem *before = find_before (self, box->item);
  g_autofree char *text = hours_text (item->weekly_minutes);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_HOURS, box->item, text, TRUE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };
  double x = MAX (box->rect.x, self->plot.x) + 5 * self->s, middle = box->rect.y - 10 * self->s;
  double end = MIN (box->rect.x + box->rect.width, self->plot.x + self->plot.width);

  if (before != NULL && before->weekly_minutes == item->weekly_minutes && box->rect.x >= self->plot.x)
    return;
  if (before != NULL && before->weekly_minutes >= 0 && before->weekly_minutes < item->weekly_minutes &&
      box->rect.x >= self->plot.x)
    x = add_triangle (self, box->item, x, middle);
  if (fram_timeline_layout_try (self, &writing, x, middle) != NULL)
    return;
  x = next_clear (self, x, fram_timeline_writing_width (self, &writing));
  if (x < end)
    fram_timeline_layout_try (self, &writing, x, middle);
}

/* Steps of the same row are in the way of the hours over lower ones. */
static void
block_steps (FramTimelineLayout *self)
{
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (self->boxes, FramTimelineBox, i);

      if (((FramTimelineItem *)g_ptr_array_index (self->timeline->items, box->item))->lane == FRAM_LANE_WORKSHOPS)
        fram_timeline_layout_block (self, box->rect);
    }
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const FramTimelineGapBox *gap = &g_array_index (self->gaps, FramTimelineGapBox, i);

      if (gap->has_leader)
        fram_timeline_layout_block (
            self, (FramTimelineRect){ gap->leader_x - 3, gap->leader_y1, 6, gap->leader_y2 - gap->leader_y1 + 3 });
    }
}

/**
 * fram_timeline_layout_add_steps:
 *
 * Hours over the steps of workshops, and triangles where they rise.
 */
void
fram_timeline_layout_add_steps (FramTimelineLayout *self)
{
  block_steps (self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      FramTimelineBox box = g_array_index (self->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (self->timeline->items, box.item);

      if (item->lane == FRAM_LANE_WORKSHOPS && item->weekly_minutes > 0)
        write_hours (self, &box, item);
    }
  g_array_set_size (self->blocks, 0);
}
