#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramLane:
 * @from: where it begins
 * @to: where it ends, not itself part of it; what is not longer than nothing is taken as 1 long
 * @lane: (out): its lane, from 0
 * @span: (out): how many lanes it takes, 1 or more
 * @n_lanes: (out): lanes of all that hang together with it
 * @cluster: (out): number of what hangs together with it, from 0, by where it begins
 *
 * A stretch that others may overlap.
 */
typedef struct
{
  int from;
  int to;
  int lane;
  int span;
  int n_lanes;
  int cluster;
} FramLane;

void fram_lanes_place (FramLane *self, guint n);

G_END_DECLS
