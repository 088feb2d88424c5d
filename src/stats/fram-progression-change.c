#include "fram-progression-private.h"

#define PERIOD_WEEKS 4

static FramDate
talk_at (const FramProgression *self, guint n)
{
  return g_array_index (self->talks, FramDate, n);
}

/**
 * fram_progression_whole_span:
 * @self: a progression, finished
 * @span: (out): the first and the last talk
 *
 * Returns: whether there are two talks; otherwise @span is all that is shown
 */
gboolean
fram_progression_whole_span (const FramProgression *self, FramProgressionSpan *span)
{
  *span = (FramProgressionSpan){ self->from, self->to };
  if (self->talks->len < 2)
    return FALSE;
  *span = (FramProgressionSpan){ talk_at (self, 0), talk_at (self, self->talks->len - 1) };
  return TRUE;
}

/**
 * fram_progression_last_span:
 * @self: a progression, finished
 * @span: (out): the last talk but one, and the last
 *
 * Returns: whether there are two talks; otherwise @span is all that is shown
 */
gboolean
fram_progression_last_span (const FramProgression *self, FramProgressionSpan *span)
{
  gboolean two = fram_progression_whole_span (self, span);

  if (two)
    span->from = talk_at (self, self->talks->len - 2);
  return two;
}

FramProgressionSpan
fram_progression_resolve (const FramProgression *self, const FramProgressionSpan *span)
{
  FramProgressionSpan whole;

  fram_progression_whole_span (self, &whole);
  if (span != NULL && span->from != FRAM_DATE_NONE)
    whole.from = span->from;
  if (span != NULL && span->to != FRAM_DATE_NONE)
    whole.to = span->to;
  return whole;
}

gboolean
fram_progression_is_whole (const FramProgression *self, const FramProgressionSpan *span)
{
  FramProgressionSpan whole;

  fram_progression_whole_span (self, &whole);
  return span->from <= whole.from && span->to >= whole.to;
}

gboolean
fram_progression_is_shown (guint series, guint64 shown)
{
  return series >= 64 || (shown & (G_GUINT64_CONSTANT (1) << series)) != 0;
}

static gboolean
change_of (const FramIndicatorSeries *series, const FramProgressionSpan *span, FramProgressionChange *change)
{
  const GArray *points = series->points[change->rater];
  const FramRatingPoint *first = NULL, *last = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const FramRatingPoint *point = &g_array_index (points, FramRatingPoint, i);

      if (!point->counts || point->day < span->from || point->day > span->to)
        continue;
      first = first != NULL ? first : point;
      last = point;
    }
  if (first == NULL)
    return FALSE;
  /* one rating is either what was or what is, and no change: it stands on the side that it is nearer to */
  if (first != last || first->day == span->from)
    {
      change->before = first->value;
      change->note_before = first->note;
    }
  if (first != last || first->day != span->from)
    {
      change->after = last->value;
      change->note_after = last->note;
    }
  return TRUE;
}

/**
 * fram_progression_compare:
 * @self: a progression, finished
 * @span: (nullable): two talks, else the first and the last
 *
 * Returns: (transfer full) (element-type FramProgressionChange): what was and is, of every side of every question that was
 *   rated in the span. Where there is one rating only, it is @before of the talk that the span begins with, else @after
 */
GArray *
fram_progression_compare (const FramProgression *self, const FramProgressionSpan *span)
{
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (FramProgressionChange));
  FramProgressionSpan between = fram_progression_resolve (self, span);

  for (guint i = 0; self->sees_ratings && i < self->series->len; i++)
    for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        FramProgressionChange change = { .series = i, .rater = rater };

        if (change_of (fram_progression_get_series (self, i), &between, &change))
          g_array_append_val (changes, change);
      }
  return changes;
}

/* Sums over some of the weeks of @which, from @at on. */
static int
mean_minutes (const GPtrArray *which, guint at, guint n)
{
  int sum = 0;

  for (guint i = at; i < at + n; i++)
    sum += ((const FramProgressWeek *)g_ptr_array_index (which, i))->attended_minutes;
  return (sum + (int)n / 2) / (int)n;
}

static int
rate_over (const GPtrArray *which, guint at, guint n)
{
  int counted = 0, attended = 0;

  for (guint i = at; i < at + n; i++)
    {
      const FramProgressWeek *week = g_ptr_array_index (which, i);

      counted += week->counted;
      attended += week->attended;
    }
  return counted > 0 ? (attended * 200 + counted) / (counted * 2) : -1;
}

/* Weeks up to @to: those that hours are known of, or (@rates) the open ones between the first and the last that has marks. */
static GPtrArray *
weeks_until (const FramProgression *self, FramDate to, gboolean rates)
{
  GPtrArray *weeks = g_ptr_array_new ();
  guint known = 0;

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i);

      if (week->monday > to || week->state != FRAM_WEEK_OPEN || !fram_progression_week_is_over (self, week))
        continue;
      if (rates ? known == 0 && week->counted == 0 : !fram_progression_week_counts (self, week))
        continue;
      g_ptr_array_add (weeks, (gpointer)week);
      if (!rates || week->counted > 0)
        known = weeks->len;
    }
  g_ptr_array_set_size (weeks, known);
  return weeks;
}

/* How many of @weeks stand before the first one after @from: those up to the talk. */
static guint
count_until (const GPtrArray *weeks, FramDate from)
{
  guint n = 0;

  while (n < weeks->len && ((const FramProgressWeek *)g_ptr_array_index (weeks, n))->monday <= from)
    n++;
  return n;
}

/* Where both sides stand, and how many weeks each has: at least two, or none. */
static guint
choose_weeks (const GPtrArray *weeks, const FramDate *from, guint *before)
{
  guint n;

  if (from == NULL)
    {
      n = MIN (PERIOD_WEEKS, weeks->len / 2);
      *before = 0;
    }
  else
    {
      guint until = count_until (weeks, *from);

      n = MIN (PERIOD_WEEKS, MIN (until, weeks->len - until));
      *before = until - n;
    }
  return n >= 2 ? n : 0;
}

/**
 * fram_progression_compare_weeks:
 * @self: a progression, finished
 * @span: (nullable): two talks, else from the start until now
 *
 * Hours and rates are of weeks that are over, as the chart has them.
 *
 * Returns: what weeks were and are, see #FramProgressionSpan
 */
FramProgressionPeriod
fram_progression_compare_weeks (const FramProgression *self, const FramProgressionSpan *span)
{
  FramProgressionPeriod period = { 0, 0, 0, -1, -1 };
  FramProgressionSpan whole, between = fram_progression_resolve (self, span);
  FramDate to;
  const FramDate *from;

  fram_progression_whole_span (self, &whole);
  from = between.from <= whole.from ? NULL : &between.from;
  to = between.to >= whole.to ? MIN (self->to, self->today) : between.to;
  for (guint rates = 0; self->sees_attendance && rates < 2; rates++)
    {
      g_autoptr (GPtrArray) weeks = weeks_until (self, to, rates == 1);
      guint before = 0, n = choose_weeks (weeks, from, &before);

      if (n > 0 && rates == 0)
        {
          period.weeks = n;
          period.minutes_before = mean_minutes (weeks, before, n);
          period.minutes_after = mean_minutes (weeks, weeks->len - n, n);
        }
      else if (n > 0)
        {
          period.rate_before = rate_over (weeks, before, n);
          period.rate_after = rate_over (weeks, weeks->len - n, n);
        }
    }
  return period;
}
