#include "fram-timeline-layout-private.h"

/* Right to left: the same, mirrored. */

static void
mirror_rect (const FramTimelineLayout *self, FramTimelineRect *rect)
{
  rect->x = self->view.width - rect->x - rect->width;
}

static void
mirror_x (const FramTimelineLayout *self, double *x)
{
  *x = self->view.width - *x;
}

static void
mirror_gaps (FramTimelineLayout *self)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      FramTimelineGapBox *gap = &g_array_index (self->gaps, FramTimelineGapBox, i);

      mirror_rect (self, &gap->rect);
      mirror_x (self, &gap->leader_x);
    }
  for (guint i = 0; i < self->pauses->len; i++)
    mirror_rect (self, &g_array_index (self->pauses, FramTimelineGapBox, i).rect);
}

/* All of a layout that was made from left to right. */
void
fram_timeline_layout_mirror (FramTimelineLayout *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      mirror_rect (self, &g_array_index (self->boxes, FramTimelineBox, i).rect);
      mirror_rect (self, &g_array_index (self->boxes, FramTimelineBox, i).hit);
    }
  for (guint i = 0; i < self->labels->len; i++)
    mirror_rect (self, &g_array_index (self->labels, FramTimelineLabel, i).rect);
  for (guint i = 0; i < self->ticks->len; i++)
    mirror_x (self, &g_array_index (self->ticks, FramTimelineTick, i).x);
  for (guint i = 0; i < self->steps->len; i++)
    mirror_x (self, &g_array_index (self->steps, FramTimelineStep, i).x);
  for (guint i = 0; i < self->lines->len; i++)
    mirror_x (self, &g_array_index (self->lines, double, i));
  mirror_gaps (self);
  mirror_rect (self, &self->plot);
  mirror_rect (self, &self->strip);
  mirror_x (self, &self->today);
  mirror_x (self, &self->target);
  mirror_x (self, &self->extended);
}
