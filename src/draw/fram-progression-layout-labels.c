#include "fram-progression-layout-private.h"

#include <math.h>

/* Where words stand. */

FramTextType
fram_progression_layout_type (const FramProgressionLayout *self, gboolean bold)
{
  return (FramTextType){ FRAM_PROGRESSION_TEXT * self->s, bold, self->view.exact };
}

double
fram_progression_layout_text_width (const FramProgressionLayout *self, const char *text, gboolean bold)
{
  FramTextType type = fram_progression_layout_type (self, bold);

  return ceil (fram_drawn_text_width (text, &type));
}

/* Height of a line. */
double
fram_progression_layout_line (const FramProgressionLayout *self)
{
  return FRAM_PROGRESSION_LINE * self->s;
}

static gboolean
overlap (const FramProgressionRect *a, const FramProgressionRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Whether no other text stands there. */
gboolean
fram_progression_layout_is_free (const FramProgressionLayout *self, const FramProgressionRect *rect)
{
  for (guint i = self->labels->len; i > 0; i--)
    if (overlap (rect, &g_array_index (self->labels, FramProgressionLabel, i - 1).rect))
      return FALSE;
  return TRUE;
}

static gboolean
crosses (const FramProgressionRect *rect, const FramProgressionPoint *a, const FramProgressionPoint *b)
{
  double from = MAX (rect->x, MIN (a->x, b->x)), to = MIN (rect->x + rect->width, MAX (a->x, b->x)), y1, y2;

  if (from > to || fabs (b->x - a->x) < 0.01)
    return FALSE;
  y1 = a->y + (from - a->x) / (b->x - a->x) * (b->y - a->y);
  y2 = a->y + (to - a->x) / (b->x - a->x) * (b->y - a->y);
  return MAX (y1, y2) > rect->y && MIN (y1, y2) < rect->y + rect->height;
}

static gboolean
meets_mark (const FramProgressionLayout *self, const FramProgressionRect *rect)
{
  double r = FRAM_PROGRESSION_MARK * self->s;

  for (guint i = self->points->len; i > 0; i--)
    {
      const FramProgressionPoint *point = &g_array_index (self->points, FramProgressionPoint, i - 1);
      FramProgressionRect mark = { point->x - r, point->y - r, 2 * r, 2 * r };

      if (overlap (rect, &mark))
        return TRUE;
    }
  for (guint i = self->triangles->len; i > 0; i--)
    {
      const FramProgressionTriangle *triangle = &g_array_index (self->triangles, FramProgressionTriangle, i - 1);
      FramProgressionRect mark = { triangle->x - r, triangle->y - r, 2 * r, 2 * r };

      if (overlap (rect, &mark))
        return TRUE;
    }
  return FALSE;
}

/* Whether neither text nor a line or a mark stands there. */
gboolean
fram_progression_layout_is_clear (const FramProgressionLayout *self, const FramProgressionRect *rect)
{
  if (!fram_progression_layout_is_free (self, rect) || meets_mark (self, rect))
    return FALSE;
  for (guint i = self->joins->len; i > 0; i--)
    {
      const FramProgressionJoin *join = &g_array_index (self->joins, FramProgressionJoin, i - 1);

      if (crosses (rect, &g_array_index (self->points, FramProgressionPoint, join->from),
                   &g_array_index (self->points, FramProgressionPoint, join->to)))
        return FALSE;
    }
  return TRUE;
}

static void
append (FramProgressionLayout *self, const FramProgressionWriting *writing, FramProgressionRect rect, char *text)
{
  FramProgressionLabel label = { writing->kind,
                                 rect,
                                 text,
                                 g_strcmp0 (text, writing->text) != 0,
                                 FRAM_PROGRESSION_TEXT * self->s,
                                 writing->bold,
                                 writing->rater,
                                 writing->series };

  g_array_append_val (self->labels, label);
}

/* Of the size that letters need, so that lines of them can stand close. */
static FramProgressionRect
rect_at (const FramProgressionLayout *self, double x, double middle, double width)
{
  double height = fram_drawn_text_height (FRAM_PROGRESSION_TEXT * self->s) * 0.9;

  return (FramProgressionRect){ x, middle - height / 2, width, height };
}

/* Writes from @x on in the @room there is, shorter where it must be. Returns the width. */
double
fram_progression_layout_write (FramProgressionLayout *self, const FramProgressionWriting *writing, double x,
                               double middle, double room)
{
  FramTextType type = fram_progression_layout_type (self, writing->bold);
  double width = fram_progression_layout_text_width (self, writing->text, writing->bold);
  char *text;

  if (writing->text == NULL || writing->text[0] == '\0')
    return 0;
  text = width <= room ? g_strdup (writing->text) : fram_drawn_text_elide (writing->text, &type, room);
  if (text == NULL)
    return 0;
  width = MIN (width, fram_progression_layout_text_width (self, text, writing->bold));
  append (self, writing, rect_at (self, x, middle, width), text);
  return width;
}

/* Likewise, up to @end. */
double
fram_progression_layout_write_to (FramProgressionLayout *self, const FramProgressionWriting *writing, double end,
                                  double middle, double room)
{
  double width = fram_progression_layout_write (self, writing, 0, middle, room);

  if (width > 0)
    g_array_index (self->labels, FramProgressionLabel, self->labels->len - 1).rect.x = end - width;
  return width;
}

/* Writes all of it where it is free; @x is its left edge. */
gboolean
fram_progression_layout_try (FramProgressionLayout *self, const FramProgressionWriting *writing, double x,
                             double middle)
{
  double width = fram_progression_layout_text_width (self, writing->text, writing->bold);
  FramProgressionRect rect = rect_at (self, x, middle, width);

  if (width <= 0 || x < 0 || x + width > self->view.width || !fram_progression_layout_is_free (self, &rect))
    return FALSE;
  append (self, writing, rect, g_strdup (writing->text));
  return TRUE;
}
