#include "fram-timeline-layout-private.h"

#include <glib/gi18n-lib.h>

/* Names of lanes and of their rows. */

#define EDGE 10.0

/* A name takes what room there is; what is cut off is read in the list beside the drawing. */
static void
write_name (FramTimelineLayout *self, FramTimelineWriting *writing, double x, double right, double middle,
            gboolean to_end)
{
  FramTextType type = fram_timeline_layout_type (self, writing->size, writing->bold);
  double height = fram_drawn_text_height (type.size);
  g_autofree char *text = fram_drawn_text_elide (writing->text, &type, right - x);
  FramTimelineLabel *label;
  gboolean whole;
  double width;

  if (text == NULL)
    return;
  whole = g_strcmp0 (text, writing->text) == 0;
  writing->text = text;
  width = fram_timeline_writing_width (self, writing);
  label = fram_timeline_layout_write (
      self, writing, (FramTimelineRect){ to_end ? right - width : x, middle - height / 2, width, height });
  label->elided = !whole;
}

/* The line of pills, where it is a lane of its own, may have gaps only. */
static const char *
name_of (const FramTimelineLayout *self, FramLane lane)
{
  if (lane == FRAM_LANE_CHANGES && self->rows.lanes[lane].n == 0)
    return C_ ("timeline", "Gaps");
  return fram_lane_get_name (lane);
}

static double
write_lane (FramTimelineLayout *self, FramLane lane)
{
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_LANE, lane, name_of (self, lane), TRUE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };
  FramTimelineWriting whole;
  double right = self->rows.stacked ? self->plot.x + self->plot.width : self->names - 6 * self->s;
  double x = self->rows.stacked ? self->plot.x : EDGE;

  whole = writing;
  write_name (self, &writing, x, right, self->rows.lanes[lane].name_y, FALSE);
  return MIN (x + fram_timeline_writing_width (self, &whole), right);
}

/* What the heights of workshops mean. */
static void
write_scale (FramTimelineLayout *self, double after)
{
  /* Translators: under "Workshops" on a timeline, where the height of a bar shows hours a week */
  FramTimelineWriting writing = {
    FRAM_TIMELINE_LABEL_NOTE, 1, C_ ("timeline", "height = hours/week"), FALSE, FRAM_TIMELINE_TEXT,
    FRAM_TIMELINE_TONE_DIM
  };
  double y = self->rows.lanes[FRAM_LANE_WORKSHOPS].name_y;

  if (self->rows.stacked &&
      fram_timeline_layout_crosses (self, after + 8 * self->s,
                                    after + 8 * self->s + fram_timeline_writing_width (self, &writing)))
    return;
  if (self->rows.stacked)
    write_name (self, &writing, after + 8 * self->s, self->plot.x + self->plot.width, y, FALSE);
  else
    write_name (self, &writing, EDGE, self->names - 6 * self->s, y + 17 * self->s, FALSE);
}

static void
write_row (FramTimelineLayout *self, guint index, double after)
{
  const FramTimelineRow *row = &g_array_index (self->rows.rows, FramTimelineRow, index);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_ROW, index, row->name, FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };
  double height = fram_drawn_text_height (FRAM_TIMELINE_TEXT * self->s);

  if (self->rows.stacked)
    {
      write_name (self, &writing, self->plot.x, self->plot.x + self->plot.width, row->name_y, FALSE);
      return;
    }
  if (row->name_y - height / 2 > self->rows.lanes[row->lane].name_y + height / 2)
    after = EDGE;
  write_name (self, &writing, after + (after > EDGE ? 8 : 0) * self->s, self->names - 8 * self->s, row->name_y, TRUE);
}

static gboolean
is_named (const FramTimelineLayout *self, guint index)
{
  const FramTimelineRow *rows = &g_array_index (self->rows.rows, FramTimelineRow, 0);
  guint first = self->rows.lanes[rows[index].lane].first;

  if (rows[index].lane != FRAM_LANE_WORKSHOPS && rows[index].lane != FRAM_LANE_SUPPORT)
    return FALSE;
  return rows[index].name != NULL && (index == first || g_strcmp0 (rows[index].name, rows[index - 1].name) != 0);
}

void
fram_timeline_layout_add_names (FramTimelineLayout *self)
{
  for (int lane = 0; lane < FRAM_N_LANES; lane++)
    {
      const FramTimelineLaneBox *box = &self->rows.lanes[lane];
      double after;

      if (box->height <= 0 || (lane == FRAM_LANE_CHANGES && self->rows.stacked))
        continue;
      after = write_lane (self, (FramLane)lane);
      if (lane == FRAM_LANE_WORKSHOPS)
        write_scale (self, after);
      for (guint i = box->first; i < box->first + box->n && lane != FRAM_LANE_CHANGES; i++)
        if (is_named (self, i))
          write_row (self, i, after);
    }
}
