#include "fram-timeline-layout-private.h"

#include <math.h>

/* What is where one points. */

static gboolean
contains (const FramTimelineRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

static double
distance (const FramTimelineRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0);
  double dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

/* Of several marks in one place that whose middle is nearest. */
static double
how_far (const FramTimelineRect *rect, double x, double y)
{
  return distance (rect, x, y) * 1000 + fabs (rect->x + rect->width / 2 - x);
}

static gboolean
is_of_item (const FramTimelineLabel *label)
{
  return label->kind == FRAM_TIMELINE_LABEL_ITEM || label->kind == FRAM_TIMELINE_LABEL_CHANGE ||
         label->kind == FRAM_TIMELINE_LABEL_HOURS;
}

/**
 * fram_timeline_layout_hit:
 * @self: a layout
 * @x: a place in the view
 * @y: likewise
 *
 * Returns: the index of the item there, whose box or label it is, or -1
 */
int
fram_timeline_layout_hit (const FramTimelineLayout *self, double x, double y)
{
  double nearest = G_MAXDOUBLE;
  int found = -1;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (self->boxes, FramTimelineBox, i);
      double far = how_far (&box->rect, x, y);

      if (!contains (&box->hit, x, y) || far >= nearest)
        continue;
      nearest = far;
      found = (int)box->item;
    }
  for (guint i = 0; i < self->labels->len && (found < 0 || nearest >= 1000); i++)
    {
      const FramTimelineLabel *label = &g_array_index (self->labels, FramTimelineLabel, i);

      if (is_of_item (label) && contains (&label->rect, x, y))
        return (int)label->index;
    }
  return found;
}

/**
 * fram_timeline_layout_hit_gap:
 * @self: a layout
 * @x: a place in the view
 * @y: likewise
 *
 * Returns: the index of the gap there, or -1
 */
int
fram_timeline_layout_hit_gap (const FramTimelineLayout *self, double x, double y)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      const FramTimelineLabel *label = &g_array_index (self->labels, FramTimelineLabel, i);

      if (label->kind == FRAM_TIMELINE_LABEL_GAP && contains (&label->rect, x, y))
        return (int)label->index;
    }
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const FramTimelineGapBox *gap = &g_array_index (self->gaps, FramTimelineGapBox, i);

      if (contains (&gap->rect, x, y))
        return (int)gap->index;
    }
  return -1;
}
