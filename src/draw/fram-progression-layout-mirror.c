#include "fram-progression-layout-private.h"

/* Right to left: the same, mirrored. */

#define MIRROR(self, array, type, member)                                                                              \
  for (guint i = 0; i < (self)->array->len; i++)                                                                       \
    {                                                                                                                  \
      type *at = &g_array_index ((self)->array, type, i);                                                              \
      at->member = (self)->view.width - at->member;                                                                    \
    }

#define MIRROR_RECT(self, array, type, member)                                                                         \
  for (guint i = 0; i < (self)->array->len; i++)                                                                       \
    {                                                                                                                  \
      FramProgressionRect *at = &g_array_index ((self)->array, type, i).member;                                        \
      at->x = (self)->view.width - at->x - at->width;                                                                  \
    }

static void
mirror_plain (const FramProgressionLayout *self, GArray *rects)
{
  for (guint i = 0; i < rects->len; i++)
    {
      FramProgressionRect *at = &g_array_index (rects, FramProgressionRect, i);

      at->x = self->view.width - at->x - at->width;
    }
}

/* All of a layout that was made from left to right. */
void
fram_progression_layout_mirror (FramProgressionLayout *self)
{
  MIRROR_RECT (self, panels, FramProgressionPanel, rect)
  MIRROR_RECT (self, panels, FramProgressionPanel, plot)
  MIRROR_RECT (self, stops, FramProgressionStop, hit)
  MIRROR_RECT (self, labels, FramProgressionLabel, rect)
  MIRROR_RECT (self, bars, FramProgressionBar, column)
  MIRROR (self, stops, FramProgressionStop, x)
  MIRROR (self, points, FramProgressionPoint, x)
  MIRROR (self, triangles, FramProgressionTriangle, x)
  MIRROR (self, segments, FramProgressionSegment, x1)
  MIRROR (self, segments, FramProgressionSegment, x2)
  MIRROR (self, samples, FramProgressionSample, x)
  mirror_plain (self, self->cards);
  mirror_plain (self, self->pauses);
}
