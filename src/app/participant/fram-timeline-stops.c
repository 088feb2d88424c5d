#include "fram-timeline-stops.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

struct _FramTimelineStops
{
  const FramTimeline *timeline;
  GArray *stops;
  GArray *rows;
};

typedef struct
{
  FramTimelineStop stop;
  int order; /* of its row */
  int starts;
} Sorted;

/* Rows of a lane follow each other by their order; gaps stand between phases and attendance. */
#define ROWS_A_LANE 1000

static int
order_of_lane (FramLane lane)
{
  return (int)lane * ROWS_A_LANE;
}

static FramDate
last_day (const FramTimeline *timeline, FramDate from, FramDate to)
{
  return to != FRAM_DATE_NONE ? MAX (from, to) : MAX (from, timeline->to);
}

static void
add (GArray *sorted, FramStopKind kind, guint index, FramDate from, FramDate to, int order, int starts)
{
  Sorted one = { { kind, index, 0, from, to }, order, starts };

  g_array_append_val (sorted, one);
}

static void
add_all (GArray *sorted, const FramTimeline *timeline)
{
  for (guint i = 0; i < timeline->items->len; i++)
    {
      const FramTimelineItem *item = timeline->items->pdata[i];

      add (sorted, FRAM_STOP_ITEM, i, item->from, last_day (timeline, item->from, item->to),
           order_of_lane (item->lane) + (int)item->ordinal, item->starts);
    }
  for (guint i = 0; i < timeline->gaps->len; i++)
    {
      const FramGap *gap = &g_array_index (timeline->gaps, FramGap, i);
      FramDate to = gap->next != FRAM_DATE_NONE ? gap->next - 1 : gap->last + gap->days;

      add (sorted, FRAM_STOP_GAP, i, gap->last + 1, MAX (gap->last + 1, to), order_of_lane (FRAM_LANE_ATTENDANCE) - 1,
           0);
    }
  for (guint i = 0; i < timeline->days->len; i++)
    {
      FramDate day = g_array_index (timeline->days, FramTimelineDay, i).day;

      add (sorted, FRAM_STOP_DAY, i, day, day, order_of_lane (FRAM_LANE_ATTENDANCE), 0);
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const Sorted *x = a, *y = b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  if (x->stop.from != y->stop.from)
    return x->stop.from < y->stop.from ? -1 : 1;
  if (x->starts != y->starts)
    return x->starts < y->starts ? -1 : 1;
  return (x->stop.index > y->stop.index) - (x->stop.index < y->stop.index);
}

static FramLane
lane_of (const FramTimelineStops *self, const FramTimelineStop *stop)
{
  return stop->kind == FRAM_STOP_ITEM ? ((FramTimelineItem *)self->timeline->items->pdata[stop->index])->lane
                                      : FRAM_LANE_ATTENDANCE;
}

/**
 * fram_timeline_stops_new:
 * @timeline: a timeline
 *
 * Returns: (transfer full): its stops
 */
FramTimelineStops *
fram_timeline_stops_new (const FramTimeline *timeline)
{
  FramTimelineStops *self = g_new0 (FramTimelineStops, 1);
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));

  self->timeline = timeline;
  self->stops = g_array_new (FALSE, FALSE, sizeof (FramTimelineStop));
  self->rows = g_array_new (FALSE, FALSE, sizeof (FramTimelineStopRow));
  add_all (sorted, timeline);
  g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    {
      Sorted *one = &g_array_index (sorted, Sorted, i);

      if (i == 0 || one->order != g_array_index (sorted, Sorted, i - 1).order)
        {
          FramTimelineStopRow row = { lane_of (self, &one->stop), one->stop.kind == FRAM_STOP_GAP, i, 0 };

          g_array_append_val (self->rows, row);
        }
      one->stop.row = self->rows->len - 1;
      g_array_index (self->rows, FramTimelineStopRow, one->stop.row).n++;
      g_array_append_val (self->stops, one->stop);
    }
  return self;
}

void
fram_timeline_stops_free (FramTimelineStops *self)
{
  g_array_unref (self->stops);
  g_array_unref (self->rows);
  g_free (self);
}

guint
fram_timeline_stops_get_n (const FramTimelineStops *self)
{
  return self->stops->len;
}

/**
 * fram_timeline_stops_get:
 * @self: stops
 * @stop: which one
 *
 * Returns: (nullable): it; %NULL where there is no such one
 */
const FramTimelineStop *
fram_timeline_stops_get (const FramTimelineStops *self, int stop)
{
  return stop >= 0 && (guint)stop < self->stops->len ? &g_array_index (self->stops, FramTimelineStop, (guint)stop)
                                                     : NULL;
}

guint
fram_timeline_stops_get_n_rows (const FramTimelineStops *self)
{
  return self->rows->len;
}

const FramTimelineStopRow *
fram_timeline_stops_get_row (const FramTimelineStops *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, FramTimelineStopRow, row);
}

/**
 * fram_timeline_stops_get_item:
 * @self: stops
 * @stop: which one
 *
 * Returns: (nullable): the item that the keyboard stands on; %NULL for gaps and days
 */
const FramTimelineItem *
fram_timeline_stops_get_item (const FramTimelineStops *self, int stop)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self, stop);

  return one != NULL && one->kind == FRAM_STOP_ITEM ? self->timeline->items->pdata[one->index] : NULL;
}

/**
 * fram_timeline_stops_find:
 * @self: stops
 * @kind: what
 * @index: which of them
 *
 * Returns: its stop, -1 for none
 */
int
fram_timeline_stops_find (const FramTimelineStops *self, FramStopKind kind, guint index)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      const FramTimelineStop *stop = &g_array_index (self->stops, FramTimelineStop, i);

      if (stop->kind == kind && stop->index == index)
        return (int)i;
    }
  return -1;
}

static gboolean
is_same (const FramTimelineStops *self, const FramTimelineStop *one, const FramTimelineStops *old,
         const FramTimelineStop *other)
{
  const FramTimelineItem *a, *b;

  if (one->kind != other->kind)
    return FALSE;
  if (one->kind != FRAM_STOP_ITEM)
    return one->from == other->from;
  a = self->timeline->items->pdata[one->index];
  b = old->timeline->items->pdata[other->index];
  if (a->lane != b->lane || a->entity != b->entity)
    return FALSE;
  return a->entity != FRAM_ENTITY_NONE ? fram_uuid_equal (&a->id, &b->id) : one->from == other->from;
}

/**
 * fram_timeline_stops_find_same:
 * @self: stops
 * @old: the stops before something was changed
 * @stop: one of @old
 *
 * Returns: the same one, or the nearest in time of its row where it is gone; -1 for none
 */
int
fram_timeline_stops_find_same (const FramTimelineStops *self, const FramTimelineStops *old, int stop)
{
  const FramTimelineStop *was = fram_timeline_stops_get (old, stop);

  if (was == NULL)
    return -1;
  for (guint i = 0; i < self->stops->len; i++)
    if (is_same (self, &g_array_index (self->stops, FramTimelineStop, i), old, was))
      return (int)i;
  return fram_timeline_stops_find_first (self, was->from);
}

static int
distance (const FramTimelineStop *stop, FramDate day)
{
  return day < stop->from ? stop->from - day : day > stop->to ? day - stop->to : 0;
}

static int
nearest_in_row (const FramTimelineStops *self, guint row, FramDate day)
{
  const FramTimelineStopRow *r = &g_array_index (self->rows, FramTimelineStopRow, row);
  int best = (int)r->first;

  for (guint i = r->first + 1; i < r->first + r->n; i++)
    if (distance (&g_array_index (self->stops, FramTimelineStop, i), day) <
        distance (&g_array_index (self->stops, FramTimelineStop, (guint)best), day))
      best = (int)i;
  return best;
}

/**
 * fram_timeline_stops_find_first:
 * @self: stops
 * @day: a day
 *
 * Returns: where the keyboard begins: in the first row, nearest to the day; -1 where there is nothing
 */
int
fram_timeline_stops_find_first (const FramTimelineStops *self, FramDate day)
{
  return self->rows->len > 0 ? nearest_in_row (self, 0, day) : -1;
}

/**
 * fram_timeline_stops_along:
 * @self: stops
 * @stop: one
 * @step: how many further in time; %G_MININT and %G_MAXINT for the ends
 *
 * Returns: the stop in the same row, at most its ends
 */
int
fram_timeline_stops_along (const FramTimelineStops *self, int stop, int step)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self, stop);
  const FramTimelineStopRow *row;

  if (one == NULL)
    return -1;
  row = &g_array_index (self->rows, FramTimelineStopRow, one->row);
  return (int)CLAMP ((gint64)stop + step, (gint64)row->first, (gint64)row->first + row->n - 1);
}

/**
 * fram_timeline_stops_across:
 * @self: stops
 * @stop: one
 * @step: how many rows further down
 * @day: the day that is to be kept
 *
 * Returns: the nearest stop in the other row; @stop at the ends
 */
int
fram_timeline_stops_across (const FramTimelineStops *self, int stop, int step, FramDate day)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self, stop);
  int row;

  if (one == NULL)
    return -1;
  row = CLAMP ((int)one->row + step, 0, (int)self->rows->len - 1);
  return row == (int)one->row ? stop : nearest_in_row (self, (guint)row, day);
}

static char *
day_to_words (const FramTimelineDay *day, const GArray *statuses)
{
  g_autofree char *date = fram_date_to_words (day->day);
  g_autofree char *attended = fram_hours_to_words (MAX (0, day->attended_minutes));
  g_autofree char *planned = fram_hours_to_words (MAX (0, day->planned_minutes));
  const char *name = day->letter;
  GString *text = g_string_new (date);

  for (guint i = 0; statuses != NULL && i < statuses->len; i++)
    if (g_strcmp0 (g_array_index (statuses, FramStatus, i).code, day->status) == 0)
      name = fram_status_get_name (&g_array_index (statuses, FramStatus, i));
  g_string_append_printf (text, ": %s", name);
  if (day->sessions > 1)
    /* Translators: of a day: how many of its sessions somebody came to */
    g_string_append_printf (text, _ (", %1$d of %2$d sessions"), day->attended, day->sessions);
  if (day->attended_minutes >= 0 && day->planned_minutes > 0)
    /* Translators: hours attended and hours planned of a day */
    g_string_append_printf (text, _ (", %1$s of %2$s"), attended, planned);
  else if (day->attended_minutes > 0)
    g_string_append_printf (text, ", %s", attended);
  return g_string_free (text, FALSE);
}

/**
 * fram_timeline_stops_to_words:
 * @self: stops
 * @stop: which one
 * @statuses: (nullable) (element-type FramStatus): the programme's statuses
 *
 * Returns: (transfer full): what is told of it on hover, in a list and to those who listen
 */
char *
fram_timeline_stops_to_words (const FramTimelineStops *self, int stop, const GArray *statuses)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self, stop);
  const FramTimelineItem *item = fram_timeline_stops_get_item (self, stop);

  if (one == NULL)
    return g_strdup ("");
  if (one->kind == FRAM_STOP_GAP)
    return fram_timeline_gap_to_words (&g_array_index (self->timeline->gaps, FramGap, one->index));
  if (one->kind == FRAM_STOP_DAY)
    return day_to_words (&g_array_index (self->timeline->days, FramTimelineDay, one->index), statuses);
  return g_strdup (item->text != NULL ? item->text : item->label != NULL ? item->label : item->kind);
}

/**
 * fram_timeline_stops_lane_name:
 * @self: stops
 * @stop: which one
 *
 * Returns: (transfer none): the name of its lane: "Meetings and talks", "Gaps"
 */
const char *
fram_timeline_stops_lane_name (const FramTimelineStops *self, int stop)
{
  const FramTimelineStop *one = fram_timeline_stops_get (self, stop);
  const FramTimelineStopRow *row;

  g_return_val_if_fail (one != NULL, "");
  row = fram_timeline_stops_get_row (self, one->row);
  return row->is_gaps ? C_ ("lane", "Gaps") : fram_lane_get_name (row->lane);
}

/* "Meetings and talks", "Workshops: Snickeri" */
static char *
row_to_name (const FramTimelineStops *self, const FramTimelineStopRow *row)
{
  const FramTimelineItem *item = fram_timeline_stops_get_item (self, (int)row->first);
  const char *lane = fram_timeline_stops_lane_name (self, (int)row->first);

  return item != NULL && item->row != NULL ? g_strdup_printf ("%s: %s", lane, item->row) : g_strdup (lane);
}

/**
 * fram_timeline_stops_row_to_words:
 * @self: stops
 * @row: a row
 *
 * Returns: (transfer full): "Meetings and talks, 14, 31 August 2026 – 26 February 2027"
 */
char *
fram_timeline_stops_row_to_words (const FramTimelineStops *self, guint row)
{
  const FramTimelineStopRow *r = fram_timeline_stops_get_row (self, row);
  g_autofree char *name = row_to_name (self, r), *days = NULL;
  FramDate from = FRAM_DATE_NONE, to = FRAM_DATE_NONE;

  for (guint i = r->first; i < r->first + r->n; i++)
    {
      const FramTimelineStop *stop = &g_array_index (self->stops, FramTimelineStop, i);

      from = from == FRAM_DATE_NONE ? stop->from : MIN (from, stop->from);
      to = to == FRAM_DATE_NONE ? stop->to : MAX (to, stop->to);
    }
  days = from == to ? fram_date_to_day_month (from) : fram_date_range_to_text (from, to);
  /* Translators: a row of a drawing: its name, how much stands in it, and from when to when */
  return g_strdup_printf (ngettext ("%1$s: %2$u entry, %3$s", "%1$s: %2$u entries, %3$s", r->n), name, r->n, days);
}
