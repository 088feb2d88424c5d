#include "fram-timeline-draw-private.h"

#include <string.h>

/* Labels, and the pills that some stand in. */

static FramColour
letter_colour (const FramTimelinePen *pen, guint day)
{
  return pen->palette->statuses[g_array_index (pen->layout->timeline->days, FramTimelineDay, day).shape];
}

static FramColour
colour_of (const FramTimelinePen *pen, const FramTimelineLabel *label)
{
  if (label->kind == FRAM_TIMELINE_LABEL_LETTER)
    return letter_colour (pen, label->index);
  switch (label->tone)
    {
    case FRAM_TIMELINE_TONE_DIM: return pen->palette->dim;
    case FRAM_TIMELINE_TONE_ON_FILL: return pen->palette->on_fill;
    case FRAM_TIMELINE_TONE_LATE: return pen->palette->late;
    case FRAM_TIMELINE_TONE_PILL:
      if (label->kind == FRAM_TIMELINE_LABEL_TODAY || label->kind == FRAM_TIMELINE_LABEL_TARGET)
        return pen->palette->on_fill;
      return label->kind == FRAM_TIMELINE_LABEL_GAP ? pen->palette->gap : pen->palette->ink;
    default: return pen->palette->ink;
    }
}

static FramColour
border_of (const FramTimelinePen *pen, const FramTimelineLabel *label)
{
  switch ((int)label->kind)
    {
    case FRAM_TIMELINE_LABEL_TODAY: return pen->palette->today;
    case FRAM_TIMELINE_LABEL_TARGET: return pen->palette->target;
    case FRAM_TIMELINE_LABEL_GAP: return pen->palette->gap;
    case FRAM_TIMELINE_LABEL_PAUSE: return pen->palette->pause;
    default: return pen->palette->ink;
    }
}

/* Today's and the target day's pills are filled, the others have an edge. */
static void
draw_pill (const FramTimelinePen *pen, const FramTimelineLabel *label)
{
  gboolean filled = label->kind == FRAM_TIMELINE_LABEL_TODAY || label->kind == FRAM_TIMELINE_LABEL_TARGET;
  FramTimelineRect rect = { label->rect.x + 0.5, label->rect.y + 0.5, label->rect.width - 1, label->rect.height - 1 };

  fram_timeline_pen_round (pen, &rect, 9 * pen->s);
  fram_timeline_pen_set (pen, filled ? border_of (pen, label) : pen->palette->ground);
  cairo_fill_preserve (pen->cr);
  fram_timeline_pen_set (pen, border_of (pen, label));
  cairo_set_line_width (pen->cr, 1);
  cairo_stroke (pen->cr);
}

static void
draw_in_middle (const FramTimelinePen *pen, const FramTimelineLabel *label, const char *text, double middle)
{
  FramTextType type = { label->size, label->bold, pen->layout->view.numbered };
  double width = fram_drawn_text_width (text, &type);

  fram_drawn_text_draw (pen->cr, text, &type, label->rect.x + (label->rect.width - width) / 2, middle);
}

static void
draw_pill_text (const FramTimelinePen *pen, const FramTimelineLabel *label)
{
  g_auto (GStrv) lines = g_strsplit (label->text, "\n", 2);
  double middle = label->rect.y + label->rect.height / 2;

  if (lines[0] == NULL)
    return;
  draw_in_middle (pen, label, lines[0], lines[1] != NULL ? middle - label->size * 0.65 : middle);
  if (lines[1] != NULL)
    draw_in_middle (pen, label, lines[1], middle + label->size * 0.65);
}

/* Names that stand above their lanes interrupt what runs through them. */
static void
clear_ground (const FramTimelinePen *pen, const FramTimelineLabel *label)
{
  if (!pen->layout->rows.stacked || (label->kind != FRAM_TIMELINE_LABEL_LANE && label->kind != FRAM_TIMELINE_LABEL_ROW))
    return;
  fram_timeline_pen_set (pen, pen->palette->ground);
  cairo_new_path (pen->cr);
  cairo_rectangle (pen->cr, label->rect.x - 2, label->rect.y, label->rect.width + 4, label->rect.height);
  cairo_fill (pen->cr);
}

static void
draw_label (const FramTimelinePen *pen, const FramTimelineLabel *label)
{
  FramTextType type = { label->size, label->bold, pen->layout->view.numbered };

  clear_ground (pen, label);
  if (label->tone == FRAM_TIMELINE_TONE_PILL)
    draw_pill (pen, label);
  fram_timeline_pen_set (pen, colour_of (pen, label));
  if (label->tone == FRAM_TIMELINE_TONE_PILL)
    draw_pill_text (pen, label);
  else
    fram_drawn_text_draw (pen->cr, label->text, &type, label->rect.x, label->rect.y + label->rect.height / 2);
}

/* From a pill that stands above its gap. */
static void
draw_leaders (const FramTimelinePen *pen)
{
  const GArray *gaps = pen->layout->gaps;

  fram_timeline_pen_set (pen, pen->palette->gap);
  cairo_set_line_width (pen->cr, 1.5);
  for (guint i = 0; i < gaps->len; i++)
    {
      const FramTimelineGapBox *gap = &g_array_index (gaps, FramTimelineGapBox, i);

      if (!gap->has_leader)
        continue;
      cairo_move_to (pen->cr, gap->leader_x, gap->leader_y1);
      cairo_line_to (pen->cr, gap->leader_x, gap->leader_y2);
      cairo_stroke (pen->cr);
      cairo_arc (pen->cr, gap->leader_x, gap->leader_y2, 2.2, 0, 2 * G_PI);
      cairo_fill (pen->cr);
    }
}

void
fram_timeline_draw_labels (const FramTimelinePen *pen)
{
  const GArray *labels = pen->layout->labels;

  draw_leaders (pen);
  for (guint i = 0; i < labels->len; i++)
    draw_label (pen, &g_array_index (labels, FramTimelineLabel, i));
}
