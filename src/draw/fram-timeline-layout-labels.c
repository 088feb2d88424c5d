#include "fram-timeline-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Labels of bars, marks, days and hours (VISUAL.md, "Timeline": inside, after today's line, right, left, else elided). */

/* A bar's label gets shorter than this only by being left out. */
#define SHORTEST 34.0

/* So far from its mark a label may stand where a line is between them. */
#define NEAR 20.0

/* A stretch of a bar that no line crosses. */
typedef struct
{
  double x1;
  double x2;
} Part;

static const FramTimelineItem *
item_of (const FramTimelineLayout *self, const FramTimelineBox *box)
{
  return g_ptr_array_index (self->timeline->items, box->item);
}

/* --- bars --- */

static int
compare_x (gconstpointer a, gconstpointer b)
{
  double one = *(const double *)a, two = *(const double *)b;

  return one < two ? -1 : one > two;
}

/* The bar as far as it is in view, cut where lines cross it. */
static GArray *
parts_of (const FramTimelineLayout *self, const FramTimelineRect *rect)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double x1 = MAX (rect->x, self->plot.x), x2 = MIN (rect->x + rect->width, self->plot.x + self->plot.width);

  for (guint i = 0; i < self->lines->len; i++)
    if (g_array_index (self->lines, double, i) > x1 && g_array_index (self->lines, double, i) < x2)
      g_array_append_val (cuts, g_array_index (self->lines, double, i));
  g_array_sort (cuts, compare_x);
  for (guint i = 0; i <= cuts->len; i++)
    {
      Part part = { i == 0 ? x1 : g_array_index (cuts, double, i - 1) + 2,
                    i == cuts->len ? x2 : g_array_index (cuts, double, i) };

      g_array_append_val (parts, part);
    }
  return parts;
}

static gboolean
is_past (const FramTimelineLayout *self, const FramTimelineItem *item, double x)
{
  if (item->state == FRAM_ITEM_PLANNED)
    return FALSE;
  return fram_timeline_layout_px (self, self->timeline->today + 0.5) >= x || self->timeline->today == FRAM_DATE_NONE;
}

/* On a filled bar letters are of its colour; what is planned has a ground that letters are read on. */
static void
set_tone (const FramTimelineLayout *self, const FramTimelineItem *item, FramTimelineWriting *writing, double x)
{
  gboolean filled = is_past (self, item, x);

  writing->tone = filled ? FRAM_TIMELINE_TONE_ON_FILL : FRAM_TIMELINE_TONE_INK;
  writing->bold = filled;
}

static gboolean
try_inside (FramTimelineLayout *self, const FramTimelineItem *item, FramTimelineWriting *writing, const Part *part,
            double middle)
{
  double pad = FRAM_TIMELINE_PAD * self->s;
  FramTimelineLabel *label;

  set_tone (self, item, writing, part->x1 + pad);
  if (part->x1 + 2 * pad + fram_timeline_writing_width (self, writing) > part->x2 + 1)
    return FALSE;
  label = fram_timeline_layout_try (self, writing, part->x1 + pad, middle);
  if (label != NULL)
    label->inside = TRUE;
  return label != NULL;
}

static gboolean
try_beside (FramTimelineLayout *self, const FramTimelineRect *rect, FramTimelineWriting *writing, double middle)
{
  double apart = 5 * self->s, width;

  writing->tone = FRAM_TIMELINE_TONE_INK;
  writing->bold = FALSE;
  width = fram_timeline_writing_width (self, writing);
  return fram_timeline_layout_try (self, writing, rect->x + rect->width + apart, middle) != NULL ||
         fram_timeline_layout_try (self, writing, rect->x - apart - width, middle) != NULL;
}

/* In the widest part of the bar; whether any of it could be written. */
static gboolean
elide_inside (FramTimelineLayout *self, const FramTimelineItem *item, FramTimelineWriting *writing, const GArray *parts,
              double middle)
{
  double pad = FRAM_TIMELINE_PAD * self->s, room;
  const Part *widest = &g_array_index (parts, Part, 0);

  for (guint i = 1; i < parts->len; i++)
    if (g_array_index (parts, Part, i).x2 - g_array_index (parts, Part, i).x1 > widest->x2 - widest->x1)
      widest = &g_array_index (parts, Part, i);
  if (widest->x2 - widest->x1 < SHORTEST * self->s)
    return FALSE;
  set_tone (self, item, writing, widest->x1 + pad);
  room = widest->x2 - widest->x1 - 2 * pad + 2 - fram_timeline_layout_note_width (self);
  if (!fram_timeline_layout_try_elided (self, writing, widest->x1 + pad, middle, room))
    return FALSE;
  g_array_index (self->labels, FramTimelineLabel, self->labels->len - 1).inside = TRUE;
  return TRUE;
}

/* Letters on a hatched or dotted ground are hard to read. */
static void
block_gaps (FramTimelineLayout *self)
{
  for (guint i = 0; i < self->gaps->len; i++)
    fram_timeline_layout_block (self, g_array_index (self->gaps, FramTimelineGapBox, i).rect);
  for (guint i = 0; i < self->pauses->len; i++)
    fram_timeline_layout_block (self, g_array_index (self->pauses, FramTimelineGapBox, i).rect);
}

static void
label_bar (FramTimelineLayout *self, const FramTimelineBox *box, const FramTimelineItem *item)
{
  g_autoptr (GArray) parts = parts_of (self, &box->rect);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_ITEM, box->item, item->label, FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };
  double middle = box->rect.y + box->rect.height / 2;
  FramTimelineLabel part;
  gboolean elided;
  guint n_blocks;

  for (guint i = 0; i < parts->len; i++)
    if (try_inside (self, item, &writing, &g_array_index (parts, Part, i), middle))
      return;
  n_blocks = self->blocks->len;
  block_gaps (self);
  if (try_beside (self, &box->rect, &writing, middle))
    return;
  g_array_set_size (self->blocks, n_blocks);
  elided = elide_inside (self, item, &writing, parts, middle);
  part = elided ? g_array_index (self->labels, FramTimelineLabel, self->labels->len - 1) : (FramTimelineLabel){ 0 };
  fram_timeline_layout_note (self, box, elided ? &part : NULL);
}

/* A phase that goes on says beyond today's line that it is the plan. */
static void
label_plan (FramTimelineLayout *self, const FramTimelineBox *box, const FramTimelineItem *item)
{
  /* Translators: a phase on a timeline, as far as it is planned: "Participation, plan" */
  g_autofree char *text = g_strdup_printf (C_ ("timeline", "%s, plan"), item->label);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_ITEM, box->item, text, FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };
  double end = box->rect.x + box->rect.width, middle = box->rect.y + box->rect.height / 2;
  FramTimelineLabel *label;

  if (isnan (self->today) || item->state == FRAM_ITEM_PLANNED || self->today < box->rect.x ||
      self->today + 16 * self->s + fram_timeline_writing_width (self, &writing) > end)
    return;
  label = fram_timeline_layout_try (self, &writing, self->today + 9 * self->s, middle);
  if (label != NULL)
    label->inside = TRUE;
}

/* Bars in the same row are in each other's way. */
static void
block_row (FramTimelineLayout *self, guint row, guint but)
{
  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (self->boxes, FramTimelineBox, i);

      if (box->item != but && self->rows.row_of[box->item] == row)
        fram_timeline_layout_block (self, box->rect);
    }
}

void
fram_timeline_layout_add_bars (FramTimelineLayout *self)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      FramTimelineBox box = g_array_index (self->boxes, FramTimelineBox, i);
      const FramTimelineItem *item = item_of (self, &box);

      if (item->lane == FRAM_LANE_CHANGES || item->lane == FRAM_LANE_WORKSHOPS || fram_timeline_item_is_mark (item) ||
          item->label == NULL)
        continue;
      block_row (self, self->rows.row_of[box.item], box.item);
      label_bar (self, &box, item);
      if (item->lane == FRAM_LANE_PHASES)
        label_plan (self, &box, item);
    }
  g_array_set_size (self->blocks, 0);
}

/* --- marks --- */

/* What is late comes first, then what is to come, then what was more than a talk. */
static int
urgency (const FramTimelineItem *item)
{
  if (item->state == FRAM_ITEM_LATE)
    return 0;
  if (item->state == FRAM_ITEM_PLANNED)
    return 1;
  return item->shape != FRAM_MEETING_TALK ? 2 : 3;
}

static int
compare_marks (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramTimelineLayout *self = data;
  const FramTimelineBox *one = &g_array_index (self->boxes, FramTimelineBox, *(const guint *)a);
  const FramTimelineBox *two = &g_array_index (self->boxes, FramTimelineBox, *(const guint *)b);
  int first = urgency (item_of (self, one)), second = urgency (item_of (self, two));

  if (first != second)
    return first - second;
  return one->rect.x < two->rect.x ? -1 : one->rect.x > two->rect.x;
}

/* The first line right of a place, or left of it. */
static double
line_beside (const FramTimelineLayout *self, double x, gboolean right)
{
  double found = NAN;

  for (guint i = 0; i < self->lines->len; i++)
    {
      double line = g_array_index (self->lines, double, i);

      if (right ? line > x && !(line > found) : line < x && !(line < found))
        found = line;
    }
  return found;
}

/* Beside the mark, or behind a line that stands close to it. */
static gboolean
try_side (FramTimelineLayout *self, const FramTimelineRect *rect, const FramTimelineWriting *writing, gboolean right)
{
  double apart = 3 * self->s, width = fram_timeline_writing_width (self, writing), middle = rect->y + rect->height / 2;
  double edge = right ? rect->x + rect->width : rect->x, line = line_beside (self, edge, right);

  if (fram_timeline_layout_try (self, writing, right ? edge + apart : edge - apart - width, middle) != NULL)
    return TRUE;
  return !isnan (line) && fabs (line - edge) < NEAR * self->s &&
         fram_timeline_layout_try (self, writing, right ? line + apart + 1 : line - apart - 1 - width, middle) != NULL;
}

static void
set_mark_tone (const FramTimelineItem *item, FramTimelineWriting *writing)
{
  writing->text = item->label;
  if (item->state != FRAM_ITEM_LATE)
    return;
  writing->bold = TRUE;
  writing->tone = FRAM_TIMELINE_TONE_LATE;
}

static gboolean
try_mark (FramTimelineLayout *self, guint index, gboolean right_first)
{
  FramTimelineBox box = g_array_index (self->boxes, FramTimelineBox, index);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_ITEM, box.item, NULL, FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };

  set_mark_tone (item_of (self, &box), &writing);
  return try_side (self, &box.rect, &writing, right_first) || try_side (self, &box.rect, &writing, !right_first);
}

/* What is late is told as far as there is room. */
static void
elide_mark (FramTimelineLayout *self, guint index)
{
  FramTimelineBox box = g_array_index (self->boxes, FramTimelineBox, index);
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_ITEM, box.item, NULL, FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_INK };
  double x = box.rect.x + box.rect.width + 3 * self->s, line = line_beside (self, x, TRUE);

  set_mark_tone (item_of (self, &box), &writing);
  if (writing.tone == FRAM_TIMELINE_TONE_LATE && !isnan (line) && line - x > SHORTEST * self->s)
    fram_timeline_layout_try_elided (self, &writing, x, box.rect.y + box.rect.height / 2, line - x - 5);
  fram_timeline_layout_note (self, &box, NULL);
}

/* How many of the marks find a place for their labels on that side, or on the other. */
static guint
try_marks (FramTimelineLayout *self, const GArray *order, gboolean right_first, gboolean *placed)
{
  guint n = 0;

  for (guint i = 0; i < order->len; i++)
    {
      placed[i] = try_mark (self, g_array_index (order, guint, i), right_first);
      n += placed[i];
    }
  return n;
}

static GArray *
collect_marks (FramTimelineLayout *self, FramLane lane)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const FramTimelineBox *box = &g_array_index (self->boxes, FramTimelineBox, i);

      if (item_of (self, box)->lane != lane)
        continue;
      fram_timeline_layout_block (self, box->rect);
      if (item_of (self, box)->label != NULL)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_marks, self);
  return order;
}

/* Labels stand after their marks, unless more of them find room before. */
static void
label_marks (FramTimelineLayout *self, FramLane lane)
{
  guint before = self->labels->len, n_after, n_before, n_blocks;
  g_autoptr (GArray) order = NULL;
  g_autofree gboolean *placed = NULL;

  g_array_set_size (self->blocks, 0);
  order = collect_marks (self, lane);
  n_blocks = self->blocks->len;
  block_gaps (self);
  placed = g_new0 (gboolean, order->len + 1);
  n_after = try_marks (self, order, TRUE, placed);
  if (n_after < order->len)
    {
      g_array_set_size (self->labels, before);
      n_before = try_marks (self, order, FALSE, placed);
      if (n_before <= n_after)
        {
          g_array_set_size (self->labels, before);
          try_marks (self, order, TRUE, placed);
        }
    }
  g_array_set_size (self->blocks, n_blocks);
  for (guint i = 0; i < order->len; i++)
    if (!placed[i])
      elide_mark (self, g_array_index (order, guint, i));
  g_array_set_size (self->blocks, 0);
}

void
fram_timeline_layout_add_marks (FramTimelineLayout *self)
{
  label_marks (self, FRAM_LANE_MEETINGS);
  label_marks (self, FRAM_LANE_COMMITMENTS);
}
