#include "fram-timeline-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The axis: what it counts in follows from how much of the time is shown. */

/* Pixels a day from which on single days, weeks and months are told, at text scale 1. */
#define DAYS       20.0
#define WEEKS      1.1
#define MONTHS     0.42

#define WEEK_TEXT  34.0 /* room that the number of a week takes with what is around it */
#define MONTH_TEXT 36.0 /* likewise the first letters of a month */

static double
upper (const FramTimelineLayout *self)
{
  return 14 * self->s;
}

static double
lower (const FramTimelineLayout *self)
{
  return 31 * self->s;
}

static gboolean
is_in_plot (const FramTimelineLayout *self, double x)
{
  return x >= self->plot.x - 0.01 && x <= self->plot.x + self->plot.width + 0.01;
}

static void
add_tick (FramTimelineLayout *self, FramDate day, gboolean major)
{
  FramTimelineTick tick = { floor (fram_timeline_layout_px (self, day)) + 0.5, major };

  if (is_in_plot (self, tick.x))
    g_array_append_val (self->ticks, tick);
}

/* On the axis labels keep clear of each other only: the lines begin below it. */
static gboolean
try_on_axis (FramTimelineLayout *self, const FramTimelineWriting *writing, double x, double middle)
{
  double height = fram_drawn_text_height (writing->size * self->s);
  FramTimelineRect rect = { x, middle - height / 2, fram_timeline_writing_width (self, writing), height };

  if (rect.x < self->plot.x - 0.01 || rect.x + rect.width > self->plot.x + self->plot.width)
    return FALSE;
  for (guint i = self->labels->len; i-- > 0;)
    {
      const FramTimelineRect *other = &g_array_index (self->labels, FramTimelineLabel, i).rect;

      if (rect.x < other->x + other->width + 4 && other->x < rect.x + rect.width + 4 &&
          rect.y < other->y + other->height && other->y < rect.y + rect.height)
        return FALSE;
    }
  fram_timeline_layout_write (self, writing, rect);
  return TRUE;
}

/* --- pills of today and of the target day --- */

/* In the middle of its line, moved so that it stays in the view. */
static gboolean
try_axis_pill (FramTimelineLayout *self, FramTimelineWriting *writing, double line, double shift, double middle)
{
  FramTimelineRect rect = fram_timeline_pill_size (self, writing);

  rect.x = line - rect.width / 2 + shift * rect.width / 2;
  rect.x = MIN (rect.x, self->view.width - rect.width - 2);
  rect.x = MAX (rect.x, self->rows.stacked ? 2 : self->plot.x - rect.width / 2);
  rect.y = middle - rect.height / 2;
  if (line < rect.x + 3 || line > rect.x + rect.width - 3)
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    {
      const FramTimelineRect *other = &g_array_index (self->labels, FramTimelineLabel, i).rect;

      if (rect.x < other->x + other->width + 3 && other->x < rect.x + rect.width + 3 &&
          rect.y < other->y + other->height && other->y < rect.y + rect.height)
        return FALSE;
    }
  fram_timeline_layout_write (self, writing, rect);
  return TRUE;
}

static void
put_axis_pill (FramTimelineLayout *self, FramTimelineLabelKind kind, guint index, double line, const char *text,
               const char *brief)
{
  FramTimelineWriting writing = { kind, index, text, TRUE, FRAM_TIMELINE_TEXT, FRAM_TIMELINE_TONE_PILL };
  static const double shifts[] = { 0, 0.8, -0.8 };

  if (isnan (line))
    return;
  for (guint attempt = 0; attempt < 12; attempt++)
    {
      writing.text = attempt < 6 ? text : brief;
      if (try_axis_pill (self, &writing, line, shifts[attempt % 3], attempt % 6 < 3 ? 31.5 * self->s : 11 * self->s))
        return;
    }
}

static char *
day_and_month (FramDate day)
{
  int y, m, d;

  fram_date_get_ymd (day, &y, &m, &d);
  /* Translators: day of the month and month: "26 February" */
  return g_strdup_printf (C_ ("timeline", "%1$d %2$s"), d, fram_month_name (m));
}

static void
add_pills (FramTimelineLayout *self)
{
  const FramTimeline *timeline = self->timeline;

  /* Translators: the line of today on a participant's timeline */
  put_axis_pill (self, FRAM_TIMELINE_LABEL_TODAY, 0, self->today, C_ ("timeline", "Today"), C_ ("timeline", "Today"));
  if (!isnan (self->extended))
    {
      g_autofree char *day = day_and_month (timeline->extended);
      /* Translators: the target day was extended: "Extended to 26 February" */
      g_autofree char *text = g_strdup_printf (C_ ("timeline", "Extended to %s"), day);

      put_axis_pill (self, FRAM_TIMELINE_LABEL_TARGET, 1, self->extended, text, C_ ("timeline", "Extended"));
    }
  if (!isnan (self->target))
    {
      g_autofree char *day = day_and_month (timeline->target);
      /* Translators: the target day: "Goal 26 February" */
      g_autofree char *text = g_strdup_printf (C_ ("timeline", "Goal %s"), day);

      put_axis_pill (self, FRAM_TIMELINE_LABEL_TARGET, 0, self->target, text, C_ ("timeline", "Goal"));
    }
}

/* --- upper line: months, or years --- */

static char *
first_letters (const char *name)
{
  return g_utf8_strlen (name, -1) > 3 ? g_utf8_substring (name, 0, 3) : g_strdup (name);
}

/* What a month may be called, longest first; the year where it begins and at the edge. */
static void
write_month (FramTimelineLayout *self, FramDate month, FramDate next, gboolean with_year, gboolean bold, double middle)
{
  double x = MAX (fram_timeline_layout_px (self, month), self->plot.x), room;
  FramTimelineWriting writing = {
    FRAM_TIMELINE_LABEL_MONTH, 0, NULL, bold, FRAM_TIMELINE_TEXT, FRAM_TIMELINE_TONE_INK
  };
  g_autofree char *full = NULL, *brief = NULL;
  int y, m, d;

  fram_date_get_ymd (month, &y, &m, &d);
  full = g_strdup_printf ("%s %d", fram_month_name (m), y);
  brief = first_letters (fram_month_name (m));
  writing.index = (guint)(y * 12 + m - 1);
  room = MIN (fram_timeline_layout_px (self, next), self->plot.x + self->plot.width) - x - 7 * self->s;
  for (guint attempt = with_year ? 0 : 1; attempt < 3; attempt++)
    {
      writing.text = attempt == 0 ? full : attempt == 1 ? fram_month_name (m) : brief;
      if (fram_timeline_writing_width (self, &writing) <= room &&
          try_on_axis (self, &writing, x + (bold ? 5 : 3) * self->s, middle))
        return;
    }
}

/* Every month, or where they are narrow the first of each quarter. */
static void
add_months (FramTimelineLayout *self, gboolean bold, double middle)
{
  FramDate month = fram_date_first_of_month ((FramDate)floor (self->view.from));
  int every = bold || 30 * self->ppd > MONTH_TEXT * self->s ? 1 : 3;
  gboolean first = TRUE;

  while (month < self->view.to)
    {
      int y, m, d;

      fram_date_get_ymd (month, &y, &m, &d);
      add_tick (self, month, every == 1 || m == 1);
      if ((m - 1) % every == 0)
        write_month (self, month, fram_date_add_months (month, every), bold && (first || m == 1), bold, middle);
      first = FALSE;
      month = fram_date_add_months (month, 1);
    }
}

static void
add_years (FramTimelineLayout *self, double middle)
{
  int y, m, d;

  fram_date_get_ymd ((FramDate)floor (self->view.from), &y, &m, &d);
  for (; fram_date_new (y, 1, 1) < self->view.to; y++)
    {
      double x = MAX (fram_timeline_layout_px (self, fram_date_new (y, 1, 1)), self->plot.x);
      g_autofree char *text = g_strdup_printf ("%d", y);
      FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_MONTH, (guint)y, text, TRUE, FRAM_TIMELINE_TEXT,
                                      FRAM_TIMELINE_TONE_INK };

      add_tick (self, fram_date_new (y, 1, 1), TRUE);
      if (fram_timeline_layout_px (self, fram_date_new (y + 1, 1, 1)) - x >
          fram_timeline_writing_width (self, &writing) + 5)
        try_on_axis (self, &writing, x + 5 * self->s, middle);
    }
}

/* --- lower line: weeks or days --- */

static void
write_week (FramTimelineLayout *self, FramDate monday)
{
  g_autofree char *text = g_strdup_printf ("%d", fram_date_get_iso_week (monday, NULL));
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_WEEK, (guint)monday,         text, FALSE,
                                  FRAM_TIMELINE_TEXT,       FRAM_TIMELINE_TONE_DIM };
  double middle = fram_timeline_layout_px (self, monday + 3.5);

  try_on_axis (self, &writing, middle - fram_timeline_writing_width (self, &writing) / 2, lower (self));
}

static void
add_weeks (FramTimelineLayout *self)
{
  FramDate monday = fram_date_monday ((FramDate)floor (self->view.from));
  double pitch = 7 * self->ppd;
  int every = pitch > WEEK_TEXT * self->s ? 1 : pitch * 2 > WEEK_TEXT * self->s ? 2 : 4;

  for (; monday < self->view.to; monday += 7)
    {
      add_tick (self, monday, FALSE);
      if (fram_date_get_iso_week (monday, NULL) % every == 0)
        write_week (self, monday);
    }
}

/* "Thu 12" where there is room, else "12". */
static void
write_day (FramTimelineLayout *self, FramDate day)
{
  FramTimelineWriting writing = { FRAM_TIMELINE_LABEL_WEEK, (guint)day, NULL, FALSE, FRAM_TIMELINE_TEXT,
                                  FRAM_TIMELINE_TONE_DIM };
  g_autofree char *full = NULL, *brief = NULL;
  double middle = fram_timeline_layout_px (self, day + 0.5);
  int y, m, d;

  fram_date_get_ymd (day, &y, &m, &d);
  full = g_strdup_printf ("%s %d", fram_weekday_short_name (fram_date_get_weekday (day)), d);
  brief = g_strdup_printf ("%d", d);
  writing.text = full;
  if (fram_timeline_writing_width (self, &writing) > self->ppd - 6 * self->s)
    writing.text = brief;
  try_on_axis (self, &writing, middle - fram_timeline_writing_width (self, &writing) / 2, lower (self));
}

static void
add_days (FramTimelineLayout *self)
{
  for (FramDate day = (FramDate)floor (self->view.from); day < self->view.to; day++)
    {
      add_tick (self, day, fram_date_get_weekday (day) == 1);
      write_day (self, day);
    }
}

/* What the lower line counts, at its beginning. */
static void
write_unit (FramTimelineLayout *self, const char *unit)
{
  FramTimelineWriting writing = {
    FRAM_TIMELINE_LABEL_NOTE, 0, unit, FALSE, FRAM_TIMELINE_TEXT, FRAM_TIMELINE_TONE_DIM
  };
  double height = fram_drawn_text_height (FRAM_TIMELINE_TEXT * self->s);

  if (!self->rows.stacked && unit != NULL)
    fram_timeline_layout_write (self, &writing,
                                (FramTimelineRect){ 10 * self->s, lower (self) - height / 2,
                                                    fram_timeline_writing_width (self, &writing), height });
}

/**
 * fram_timeline_layout_add_axis:
 *
 * Today and the target day first: what is under their pills is left out.
 */
void
fram_timeline_layout_add_axis (FramTimelineLayout *self)
{
  double ppd = self->ppd / self->s;

  add_pills (self);
  if (ppd >= DAYS)
    {
      add_months (self, TRUE, upper (self));
      add_days (self);
    }
  else if (ppd >= WEEKS)
    {
      /* Translators: heads the numbers of weeks on a time axis */
      write_unit (self, C_ ("timeline", "Week"));
      add_months (self, TRUE, upper (self));
      add_weeks (self);
    }
  else
    {
      add_years (self, upper (self));
      if (ppd >= MONTHS)
        add_months (self, FALSE, lower (self));
    }
}
