#include "fram-progression-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The last rate and hours in words, beside the chart of weeks or below it. */

static const FramProgressWeek *
week_at (const FramProgressionLayout *self, guint i)
{
  return &g_array_index (self->progression->weeks, FramProgressWeek, i);
}

/* Whether the rate is shown. */
gboolean
fram_progression_layout_has_rates (const FramProgressionLayout *self)
{
  for (guint i = 0; i < self->progression->weeks->len; i++)
    if (week_at (self, i)->rate >= 0)
      return !self->view.large;
  return FALSE;
}

/* The last week that is over and of which hours are known; planned and present are of the same one. */
static const FramProgressWeek *
last_week (const FramProgressionLayout *self)
{
  for (guint i = self->progression->weeks->len; i > 0; i--)
    {
      const FramProgressWeek *week = week_at (self, i - 1);

      if (week->state == FRAM_WEEK_OPEN && fram_progression_week_is_over (self->progression, week) &&
          (week->planned_minutes >= 0 || week->attended_minutes >= 0))
        return week;
    }
  return NULL;
}

/* Which week the hours are of; to the participant the month below is enough. */
static char *
week_words (const FramProgressionLayout *self)
{
  const FramProgressWeek *week = self->view.large ? NULL : last_week (self);

  return week != NULL ? fram_date_to_week_text (week->monday) : NULL;
}

static int
last_rate (const FramProgressionLayout *self)
{
  for (guint i = self->progression->weeks->len; i > 0; i--)
    if (week_at (self, i - 1)->rate >= 0)
      return week_at (self, i - 1)->rate;
  return -1;
}

static char *
hours_words (const FramProgressionLayout *self, gboolean planned)
{
  const FramProgressWeek *week = last_week (self);
  int minutes = week == NULL ? -1 : planned ? week->planned_minutes : week->attended_minutes;
  g_autofree char *hours = minutes >= 0 ? fram_hours_to_words ((minutes + 15) / 30 * 30) : NULL;

  if (planned && self->view.large)
    return NULL;
  if (hours == NULL)
    /* Translators: names the hours that were planned, and those that somebody was here, where none are known yet */
    return g_strdup (planned ? C_ ("progression", "planned") : C_ ("progression", "present"));
  if (planned)
    /* Translators: hours of the last week: "planned 16 h" */
    return g_strdup_printf (C_ ("progression", "planned %s"), hours);
  /* Translators: hours of the last week: "present 15 h" */
  return g_strdup_printf (C_ ("progression", "present %s"), hours);
}

static char *
side_words (const FramProgressionLayout *self, FramProgressionSampleKind kind)
{
  if (kind != FRAM_PROGRESSION_SAMPLE_RATE)
    return hours_words (self, kind == FRAM_PROGRESSION_SAMPLE_PLANNED);
  /* Translators: the attendance rate of four weeks */
  return fram_progression_layout_has_rates (self)
             ? g_strdup_printf (C_ ("progression", "Attendance %d %%"), last_rate (self))
             : NULL;
}

static double
sample_width (const FramProgressionLayout *self)
{
  return 20 * self->s;
}

/* How wide they are. */
double
fram_progression_layout_sides_width (const FramProgressionLayout *self)
{
  g_autofree char *week = week_words (self);
  double widest = week != NULL ? fram_progression_layout_text_width (self, week, FALSE) + sample_width (self) : 0;

  for (int kind = FRAM_PROGRESSION_SAMPLE_RATE; kind <= FRAM_PROGRESSION_SAMPLE_ATTENDED; kind++)
    {
      g_autofree char *text = side_words (self, (FramProgressionSampleKind)kind);

      if (text != NULL)
        widest = MAX (widest, fram_progression_layout_text_width (self, text, TRUE) + sample_width (self));
    }
  /* Translators: below "Attendance 91 %" */
  return MAX (widest, fram_progression_layout_has_rates (self)
                          ? fram_progression_layout_text_width (self, C_ ("progression", "mean of 4 weeks"), FALSE) +
                                sample_width (self)
                          : 0);
}

static double
write_side (FramProgressionLayout *self, FramProgressionSampleKind kind, double x, double middle, double room)
{
  g_autofree char *text = side_words (self, kind);
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_KEY, text, TRUE, FRAM_PROGRESSION_INK, -1 };
  FramProgressionSample sample = { kind, -1, x, middle };
  double indent = sample_width (self), width;

  if (text == NULL)
    return 0;
  width = fram_progression_layout_write (self, &writing, x + indent, middle, room - indent);
  if (width <= 0)
    return 0;
  g_array_append_val (self->samples, sample);
  return indent + width;
}

static double
write_week (FramProgressionLayout *self, double x, double middle, double room)
{
  g_autofree char *text = week_words (self);
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_KEY, text, FALSE, FRAM_PROGRESSION_DIM, -1 };

  return text != NULL ? fram_progression_layout_write (self, &writing, x, middle, room) : 0;
}

/* From @key to @right, the rate beside its line, hours at the foot of theirs. */
void
fram_progression_layout_write_sides (FramProgressionLayout *self, const FramProgressionRect *rate,
                                     const FramProgressionRect *hours, double key, double right)
{
  FramProgressionWriting mean = { FRAM_PROGRESSION_LABEL_KEY, C_ ("progression", "mean of 4 weeks"), FALSE,
                                  FRAM_PROGRESSION_DIM, -1 };
  double line = fram_progression_layout_line (self), room = right - key;
  double y = rate->y + line / 2, bottom = hours->y + hours->height - line / 2;

  if (rate->height > 0)
    {
      write_side (self, FRAM_PROGRESSION_SAMPLE_RATE, key, y, room);
      fram_progression_layout_write (self, &mean, key + sample_width (self), y + line, room - sample_width (self));
    }
  write_week (self, key + sample_width (self), bottom - 2 * line, room - sample_width (self));
  write_side (self, FRAM_PROGRESSION_SAMPLE_PLANNED, key, bottom - line, room);
  write_side (self, FRAM_PROGRESSION_SAMPLE_ATTENDED, key, bottom, room);
}

/* In a narrow view one after the other below the chart. */
void
fram_progression_layout_write_sides_below (FramProgressionLayout *self, double left, double right)
{
  double x = left, line = fram_progression_layout_line (self);

  for (int kind = FRAM_PROGRESSION_SAMPLE_RATE; kind <= FRAM_PROGRESSION_SAMPLE_ATTENDED; kind++)
    {
      g_autofree char *text = side_words (self, (FramProgressionSampleKind)kind), *week = week_words (self);
      double width;

      if (text == NULL)
        continue;
      if (kind == FRAM_PROGRESSION_SAMPLE_PLANNED && week != NULL)
        {
          width = fram_progression_layout_text_width (self, week, FALSE);
          if (x > left && x + width > right)
            {
              x = left;
              self->y += line;
            }
          x += write_week (self, x, self->y + line / 2, right - x) + 8 * self->s;
        }
      width = sample_width (self) + fram_progression_layout_text_width (self, text, TRUE);
      if (x > left && x + width > right)
        {
          x = left;
          self->y += line;
        }
      x += write_side (self, (FramProgressionSampleKind)kind, x, self->y + line / 2, right - x) + 14 * self->s;
    }
  if (x > left)
    self->y += line;
}
