#include "fram-lanes.h"

/* What overlaps stands side by side. Stretches hang together where one overlaps the next; they share the same number of
 * lanes, and one that has nobody beside it grows into the lanes that are free. */

static int
end_of (const FramLane *lane)
{
  return MAX (lane->to, lane->from + 1);
}

static gboolean
overlap (const FramLane *a, const FramLane *b)
{
  return a->from < end_of (b) && b->from < end_of (a);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramLane *lanes = data;
  guint i = *(const guint *)a, j = *(const guint *)b;

  if (lanes[i].from != lanes[j].from)
    return lanes[i].from < lanes[j].from ? -1 : 1;
  return i < j ? -1 : 1;
}

static gboolean
is_free (const FramLane *lanes, const guint *order, guint first, guint at, int lane)
{
  for (guint i = first; i < at; i++)
    if (lanes[order[i]].lane == lane && overlap (&lanes[order[i]], &lanes[order[at]]))
      return FALSE;
  return TRUE;
}

/* Those that begin together stand in the order in which they were given: each to the right of the one before it. */
static int
find_lane (const FramLane *lanes, const guint *order, guint first, guint at)
{
  int lane = 0;

  if (at > first && lanes[order[at - 1]].from == lanes[order[at]].from)
    lane = lanes[order[at - 1]].lane + 1;
  while (!is_free (lanes, order, first, at, lane))
    lane++;
  return lane;
}

/* How far it reaches to the right before somebody stands in its way. */
static int
find_span (const FramLane *lanes, const guint *order, guint first, guint end, guint at, int n_lanes)
{
  const FramLane *self = &lanes[order[at]];
  int reach = n_lanes;

  for (guint i = first; i < end; i++)
    if (i != at && lanes[order[i]].lane > self->lane && overlap (&lanes[order[i]], self))
      reach = MIN (reach, lanes[order[i]].lane);
  return reach - self->lane;
}

/* From @first on as far as things hang together; the answer is where the next cluster begins. */
static guint
place_cluster (FramLane *lanes, const guint *order, guint first, guint n, int cluster)
{
  int until = end_of (&lanes[order[first]]), n_lanes = 0;
  guint end = first;

  for (; end < n && (end == first || lanes[order[end]].from < until); end++)
    {
      lanes[order[end]].lane = find_lane (lanes, order, first, end);
      n_lanes = MAX (n_lanes, lanes[order[end]].lane + 1);
      until = MAX (until, end_of (&lanes[order[end]]));
    }
  for (guint i = first; i < end; i++)
    {
      FramLane *lane = &lanes[order[i]];

      lane->cluster = cluster;
      lane->n_lanes = n_lanes;
      lane->span = find_span (lanes, order, first, end, i, n_lanes);
    }
  return end;
}

/**
 * fram_lanes_place:
 * @self: (array length=n): stretches in the order in which they are to stand
 * @n: how many
 *
 * Gives each its lane. No two that overlap share one; of those that begin together the one given first stands first, and
 * one that overlaps nothing has all of the width.
 */
void
fram_lanes_place (FramLane *self, guint n)
{
  g_autofree guint *order = g_new (guint, n + 1);
  int cluster = 0;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof (guint), compare, self);
  for (guint first = 0; first < n; cluster++)
    first = place_cluster (self, order, first, n, cluster);
}
