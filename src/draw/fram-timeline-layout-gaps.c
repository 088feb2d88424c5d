#include "fram-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Gaps and pauses across the lanes from attendance to meetings, and the pills that name them and the changes. */

static void
find_span (const FramTimelineLayout *self, double *top, double *bottom)
{
  *top = *bottom = 0;
  for (int lane = FRAM_LANE_ATTENDANCE; lane <= FRAM_LANE_MEETINGS; lane++)
    {
      const FramTimelineLaneBox *box = &self->rows.lanes[lane];

      if (box->height <= 0)
        continue;
      if (*bottom <= 0)
        *top = box->y;
      *bottom = MAX (*bottom, box->y + box->height);
    }
}

/* The days between, cut to the view. */
static gboolean
span_rect (const FramTimelineLayout *self, double from, double to, FramTimelineRect *rect)
{
  double x1 = MAX (fram_timeline_layout_px (self, from), self->plot.x), top, bottom;
  double x2 = MIN (fram_timeline_layout_px (self, to), self->plot.x + self->plot.width);

  find_span (self, &top, &bottom);
  *rect = (FramTimelineRect){ floor (x1), top, MAX (ceil (x2) - floor (x1), 1), bottom - top };
  return x2 > x1 && bottom > top;
}

/* An open end reaches as far as its days do; what reaches today ends at today's line. */
static double
end_of_gap (const FramTimelineLayout *self, const FramGap *gap)
{
  FramDate today = self->timeline->today;
  FramDate end = gap->next != FRAM_DATE_NONE ? gap->next : gap->last + gap->days;

  return gap->kind == FRAM_GAP_OPEN && end <= today ? MAX (end, today) + 0.5 : end;
}

static void
add_gap (FramTimelineLayout *self, guint index)
{
  const FramGap *gap = &g_array_index (self->timeline->gaps, FramGap, index);
  FramTimelineGapBox box = { .index = index };
  gboolean ahead = self->timeline->today != FRAM_DATE_NONE && gap->last >= self->timeline->today;

  box.open = gap->kind == FRAM_GAP_NOTHING_AHEAD;
  box.coming = box.open || gap->kind == FRAM_GAP_PLAN_ENDS || ahead;
  if (gap->last != FRAM_DATE_NONE && span_rect (self, gap->last + 1, end_of_gap (self, gap), &box.rect))
    g_array_append_val (self->gaps, box);
}

void
fram_timeline_layout_add_gaps (FramTimelineLayout *self)
{
  const FramTimeline *timeline = self->timeline;

  for (guint i = 0; i < timeline->gaps->len; i++)
    add_gap (self, i);
  for (guint i = 0; i < timeline->stretches->len; i++)
    {
      const FramStretch *stretch = &g_array_index (timeline->stretches, FramStretch, i);
      FramTimelineGapBox box = { .index = i };

      if (stretch->kind == FRAM_STRETCH_PAUSE && span_rect (self, stretch->from, stretch->to + 1, &box.rect))
        g_array_append_val (self->pauses, box);
    }
}

/* --- pills of gaps --- */

static double
pill_middle (const FramTimelineLayout *self)
{
  return self->rows.pills + FRAM_TIMELINE_PILL_LINE / 2 * self->s;
}

/* Inside of the hatching: one line in the line of pills, two lines below it. */
static gboolean
try_in_gap (FramTimelineLayout *self, const FramTimelineGapBox *box, FramTimelineWriting *writing)
{
  const FramTimelineLaneBox *lane = &self->rows.lanes[FRAM_LANE_WORKSHOPS];
  FramTimelineRect size = fram_timeline_pill_size (self, writing);
  double middle = pill_middle (self), below = self->rows.pills + FRAM_TIMELINE_PILL_LINE * self->s + size.height / 2;

  if (size.width + 12 * self->s > box->rect.width)
    return FALSE;
  if (lane->height > 0 && strchr (writing->text, '\n') != NULL)
    middle = MIN (below, lane->y + lane->height - size.height / 2 - 2 * self->s);
  return fram_timeline_layout_try_pill (self, writing, box->rect.x + (box->rect.width - size.width) / 2, middle) !=
         NULL;
}

/* Beside the gap's middle as near as there is room, with a line down to it where it stands above. */
static gboolean
try_near_gap (FramTimelineLayout *self, FramTimelineGapBox *box, FramTimelineWriting *writing, double middle)
{
  static const double shifts[] = { 0, 0.25, -0.25, 0.5, -0.5 };
  FramTimelineRect size = fram_timeline_pill_size (self, writing);
  double centre = box->rect.x + box->rect.width / 2;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      double x = centre - size.width / 2 + shifts[i] * (size.width + box->rect.width - 24 * self->s);

      if (fram_timeline_layout_try_pill (self, writing, x, middle) == NULL)
        continue;
      box->has_leader = self->rows.lanes[FRAM_LANE_WORKSHOPS].height > 0;
      box->leader_x = CLAMP (centre, x + 8 * self->s, x + size.width - 8 * self->s);
      box->leader_x = CLAMP (box->leader_x, box->rect.x + 3, box->rect.x + box->rect.width - 3);
      box->leader_y1 = middle + size.height / 2;
      box->leader_y2 = box->leader_y1 + 12 * self->s;
      return TRUE;
    }
  return FALSE;
}

/* In the line of pills, else below it. */
static gboolean
try_above_gap (FramTimelineLayout *self, FramTimelineGapBox *box, FramTimelineWriting *writing)
{
  double middle = pill_middle (self);

  if (try_near_gap (self, box, writing, middle))
    return TRUE;
  return self->rows.lanes[FRAM_LANE_WORKSHOPS].height > 0 &&
         try_near_gap (self, box, writing, middle + FRAM_TIMELINE_PILL_LINE * self->s);
}

static char *
words_of_gap (const FramGap *gap)
{
  if (gap->kind == FRAM_GAP_NOTHING_AHEAD)
    /* Translators: nothing is planned after this day; it is no gap yet. As short as can be. */
    return g_strdup (C_ ("timeline", "Nothing planned"));
  /* Translators: a stretch without planned activity, on a timeline */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Gap %d day", "Gap %d days", (gulong)gap->days), gap->days);
}

/* The first space becomes the end of the first line. */
static char *
in_two_lines (const char *text)
{
  char *two = g_strdup (text), *space = strchr (two, ' ');

  if (space != NULL)
    *space = '\n';
  return two;
}

static void
name_gap (FramTimelineLayout *self, FramTimelineGapBox *box)
{
  const FramGap *gap = &g_array_index (self->timeline->gaps, FramGap, box->index);
  g_autofree char *text = words_of_gap (gap), *two = in_two_lines (text);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_GAP, box->index, text, TRUE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_PILL };

  if (self->rows.pills <= 0 || try_in_gap (self, box, &writing))
    return;
  writing.text = two;
  if (try_in_gap (self, box, &writing))
    return;
  writing.text = text;
  try_above_gap (self, box, &writing);
}

/* What is now comes first, then what is to come. */
static int
urgency_of (const FramTimelineLayout *self, const FramTimelineGapBox *box)
{
  const FramGap *gap = &g_array_index (self->timeline->gaps, FramGap, box->index);
  gboolean now =
      gap->last < self->timeline->today && (gap->next == FRAM_DATE_NONE || gap->next > self->timeline->today);

  return now ? 0 : box->coming ? 1 : 2;
}

/* The most urgent and the longest find their places first. */
static int
compare_gaps (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramTimelineLayout *self = data;
  const FramTimelineGapBox *one = &g_array_index (self->gaps, FramTimelineGapBox, *(const guint *)a);
  const FramTimelineGapBox *two = &g_array_index (self->gaps, FramTimelineGapBox, *(const guint *)b);
  int first = urgency_of (self, one), second = urgency_of (self, two);

  if (first != second)
    return first - second;
  return one->rect.width != two->rect.width ? (one->rect.width > two->rect.width ? -1 : 1)
                                            : (int)one->index - (int)two->index;
}

static void
name_gaps (FramTimelineLayout *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->gaps->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_gaps, self);
  for (guint i = 0; i < order->len; i++)
    name_gap (self, &g_array_index (self->gaps, FramTimelineGapBox, g_array_index (order, guint, i)));
}

/* A pause says that it is one, where there is room. */
static void
name_pauses (FramTimelineLayout *self)
{
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_PAUSE, 0, C_ ("timeline", "Pause"), FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_PILL };

  for (guint i = 0; i < self->pauses->len && self->rows.pills > 0; i++)
    {
      const FramTimelineGapBox *box = &g_array_index (self->pauses, FramTimelineGapBox, i);

      writing.index = box->index;
      try_in_gap (self, box, &writing);
    }
}

/* --- pills of changes --- */

static const char *
words_of_change (const FramTimelineItem *item)
{
  if (item->label != NULL)
    return item->label;
  /* Translators: on a timeline */
  return g_strcmp0 (item->kind, "referrer") == 0 ? C_ ("timeline", "New referrer") : C_ ("timeline", "New case worker");
}

/* Beside the ring, after it or before it, whole or as far as there is room. */
static void
name_change (FramTimelineLayout *self, const FramTimelineBox *box)
{
  const FramTimelineItem *item = g_ptr_array_index (self->timeline->items, box->item);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_CHANGE, box->item,
                                  words_of_change (item),     FALSE,
                                  FRAM_TIMELINE_TEXT,         FRAM_TIMELINE_TONE_PILL };
  FramTextType type = fram_timeline_layout_type (self, FRAM_TIMELINE_TEXT, FALSE);
  double middle = pill_middle (self), whole = fram_timeline_writing_width (self, &writing);

  for (int share = 4; share >= 2; share--)
    {
      g_autofree char *text = fram_drawn_text_elide (writing.text, &type, whole * share / 4);
      FramTimelineWriting part = writing;
      FramTimelineLabel *label;
      double width;

      if (text == NULL)
        break;
      part.text = text;
      width = fram_timeline_pill_size (self, &part).width;
      label = fram_timeline_layout_try_pill (self, &part, box->rect.x - width - 3 * self->s, middle);
      if (label == NULL)
        label = fram_timeline_layout_try_pill (self, &part, box->rect.x + box->rect.width + 3 * self->s, middle);
      if (label == NULL)
        continue;
      label->elided = share < 4;
      if (share == 4)
        return;
      break;
    }
  fram_timeline_layout_note (self, box, NULL);
}

static void
name_changes (FramTimelineLayout *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (self->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = g_ptr_array_index (self->timeline->items, box->item);

      if (item->lane == FRAM_LANE_CHANGES)
        name_change (self, box);
    }
}

void
fram_timeline_layout_add_pills (FramTimelineLayout *self)
{
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (self->boxes, FramTimelineBox, i);

      const FramTimelineItem *item = g_ptr_array_index (self->timeline->items, box->item);

      if (item->lane == FRAM_LANE_CHANGES || item->lane == FRAM_LANE_WORKSHOPS)
        fram_timeline_layout_block (self, box->rect);
    }
  name_gaps (self);
  name_pauses (self);
  name_changes (self);
  g_array_set_size (self->blocks, 0);
}
