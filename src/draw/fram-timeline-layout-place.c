#include "fram-timeline-layout-private.h"

#include <string.h>

/* Where labels may stand: inside the view, clear of each other and of what no label crosses. */

/* Room between labels, and on both sides of a line. */
#define APART       3.0

#define NUMBER_TEXT 10.0

static gboolean
overlap (const FramTimelineRect *a, const FramTimelineRect *b, double apart)
{
  return a->x < b->x + b->width + apart && b->x < a->x + a->width + apart && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* Whether a line that no label crosses runs between two places. */
gboolean
fram_timeline_layout_crosses (const FramTimelineLayout *self, double x1, double x2)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      double x = g_array_index (self->lines, double, i);

      if (x > x1 - APART && x < x2 + APART)
        return TRUE;
    }
  return FALSE;
}

/* The newest labels are the nearest ones; the search begins with them. */
gboolean
fram_timeline_layout_is_free (const FramTimelineLayout *self, const FramTimelineRect *rect)
{
  if (rect->x < self->plot.x || rect->x + rect->width > self->plot.x + self->plot.width ||
      fram_timeline_layout_crosses (self, rect->x, rect->x + rect->width))
    return FALSE;
  for (guint i = self->labels->len; i-- > 0;)
    if (overlap (rect, &g_array_index (self->labels, FramTimelineLabel, i).rect, APART))
      return FALSE;
  for (guint i = 0; i < self->blocks->len; i++)
    if (overlap (rect, &g_array_index (self->blocks, FramTimelineRect, i), 1))
      return FALSE;
  return TRUE;
}

void
fram_timeline_layout_block (FramTimelineLayout *self, FramTimelineRect rect)
{
  g_array_append_val (self->blocks, rect);
}

/* @size is that at text scale 1. */
FramTextType
fram_timeline_layout_type (const FramTimelineLayout *self, double size, gboolean bold)
{
  return (FramTextType){ size * self->s, bold, self->view.numbered };
}

double
fram_timeline_writing_width (const FramTimelineLayout *self, const FramTimelineWriting *writing)
{
  FramTextType type = fram_timeline_layout_type (self, writing->size, writing->bold);

  return fram_drawn_text_width (writing->text, &type);
}

/* Writes without asking whether there is room. */
FramTimelineLabel *
fram_timeline_layout_write (FramTimelineLayout *self, const FramTimelineWriting *writing, FramTimelineRect rect)
{
  FramTimelineLabel label = { .kind = writing->kind, .index = writing->index, .rect = rect, .bold = writing->bold };

  label.text = g_strdup (writing->text);
  label.size = writing->size * self->s;
  label.tone = writing->tone;
  g_array_append_val (self->labels, label);
  return &g_array_index (self->labels, FramTimelineLabel, self->labels->len - 1);
}

static FramTimelineRect
rect_of (const FramTimelineLayout *self, const FramTimelineWriting *writing, double x, double middle, double width)
{
  double height = fram_drawn_text_height (writing->size * self->s);

  return (FramTimelineRect){ x, middle - height / 2, width, height };
}

/* Writes where there is room for all of it; %NULL where there is none. */
FramTimelineLabel *
fram_timeline_layout_try (FramTimelineLayout *self, const FramTimelineWriting *writing, double x, double middle)
{
  FramTimelineRect rect = rect_of (self, writing, x, middle, fram_timeline_writing_width (self, writing));

  return fram_timeline_layout_is_free (self, &rect) ? fram_timeline_layout_write (self, writing, rect) : NULL;
}

/* Writes as much as there is room for. */
gboolean
fram_timeline_layout_try_elided (FramTimelineLayout *self, const FramTimelineWriting *writing, double x, double middle,
                                 double width)
{
  FramTextType type = fram_timeline_layout_type (self, writing->size, writing->bold);
  g_autofree char *text = fram_drawn_text_elide (writing->text, &type, width);
  FramTimelineWriting elided = *writing;
  FramTimelineLabel *label;

  if (text == NULL)
    return FALSE;
  elided.text = text;
  label = fram_timeline_layout_try (self, &elided, x, middle);
  if (label != NULL)
    label->elided = strcmp (text, writing->text) != 0;
  return label != NULL;
}

/* How large a pill is, in one or two lines. */
FramTimelineRect
fram_timeline_pill_size (const FramTimelineLayout *self, const FramTimelineWriting *writing)
{
  g_auto (GStrv) lines = g_strsplit (writing->text, "\n", 2);
  FramTextType type = fram_timeline_layout_type (self, writing->size, writing->bold);
  double size = type.size;
  FramTimelineRect rect = { 0, 0, 0, 6 * self->s };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      rect.width = MAX (rect.width, fram_drawn_text_width (lines[i], &type));
      rect.height += i == 0 ? size * 1.2 : size * 1.3;
    }
  rect.width += 2 * FRAM_TIMELINE_PILL_PAD * self->s;
  return rect;
}

FramTimelineLabel *
fram_timeline_layout_try_pill (FramTimelineLayout *self, const FramTimelineWriting *writing, double x, double middle)
{
  FramTimelineRect rect = fram_timeline_pill_size (self, writing);

  rect.x = x;
  rect.y = middle - rect.height / 2;
  return fram_timeline_layout_is_free (self, &rect) ? fram_timeline_layout_write (self, writing, rect) : NULL;
}

/* On paper: a number instead of a label, after what there is of it, else beside the bar or mark, wherever there is room. */
void
fram_timeline_layout_note (FramTimelineLayout *self, const FramTimelineBox *box, const FramTimelineLabel *after)
{
  g_autofree char *text = g_strdup_printf ("%u)", self->view.first_note + self->notes->len + 1);
  FramTimelineWriting writing = {
    FRAM_TIMELINE_LABEL_NUMBER, box->item, text, TRUE, NUMBER_TEXT, FRAM_TIMELINE_TONE_DIM
  };
  double width = fram_timeline_writing_width (self, &writing), middle = box->rect.y + box->rect.height / 2;
  double right = box->rect.x + box->rect.width + 2;

  if (!self->view.numbered)
    return;
  g_array_append_val (self->notes, box->item);
  if (after != NULL)
    {
      double x = after->rect.x + after->rect.width + APART + 0.01;

      writing.tone = after->tone;
      if (fram_timeline_layout_try (self, &writing, x, middle) != NULL)
        return;
      writing.tone = FRAM_TIMELINE_TONE_DIM;
    }
  if (fram_timeline_layout_try (self, &writing, right, middle) == NULL)
    fram_timeline_layout_try (self, &writing, box->rect.x - width - 2, middle);
}

/* Room for the number after a label that is elided. */
double
fram_timeline_layout_note_width (const FramTimelineLayout *self)
{
  FramTextType type = fram_timeline_layout_type (self, NUMBER_TEXT, TRUE);

  return self->view.numbered ? fram_drawn_text_width ("00)", &type) + APART : 0;
}
