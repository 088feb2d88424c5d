#include "fram-progression-private.h"

#include <string.h>

/* Weeks that a rate is counted over: one week of four sessions says little. */
#define RATE_WEEKS 4

gboolean
fram_progression_is_belief (const FramIndicatorSeries *series, FramRater rater)
{
  return series->belief && rater == FRAM_RATER_CASE_WORKER;
}

/**
 * fram_progression_week_is_over:
 * @self: a progression
 * @week: one of its weeks
 *
 * Returns: whether it has ended; what is planned and marked in another can still change
 */
gboolean
fram_progression_week_is_over (const FramProgression *self, const FramProgressWeek *week)
{
  return week->monday + 6 < self->today;
}

/**
 * fram_progression_week_counts:
 * @self: a progression
 * @week: one of its weeks
 *
 * A week without any mark is not known, and one of leave and other appointments alone says nothing about hours. A week
 * that is not over, and one that the enrolment begins or ends in, would be too low for that reason only.
 *
 * Returns: whether its hours can hold or break a level
 */
gboolean
fram_progression_week_counts (const FramProgression *self, const FramProgressWeek *week)
{
  gboolean is_known = week->attended_minutes > 0 || (week->attended_minutes == 0 && week->counted > 0);
  gboolean is_whole = week->monday >= MAX (self->from, self->enrolled) && week->monday + 4 <= self->to &&
                      (self->closed == FRAM_DATE_NONE || week->monday + 4 <= self->closed);

  return week->state == FRAM_WEEK_OPEN && is_known && is_whole && fram_progression_week_is_over (self, week);
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const FramRatingPoint *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->given != y->given)
    return x->given < y->given ? -1 : 1;
  return memcmp (&x->id, &y->id, sizeof x->id);
}

/* Of one day the latest written counts; it stands last. */
static void
finish_points (GArray *points)
{
  g_autofree FramRatedValue *values = g_new0 (FramRatedValue, points->len);
  FramRatingPoint *first = (FramRatingPoint *)(void *)points->data;
  guint n = 0;

  g_array_sort (points, compare_points);
  for (guint i = 0; i < points->len; i++)
    {
      first[i].counts = i + 1 == points->len || first[i + 1].day != first[i].day;
      first[i].is_step = first[i].is_new_high = first[i].is_dip = FALSE;
      if (first[i].counts)
        values[n++] = (FramRatedValue){ .day = first[i].day, .value = first[i].value };
    }
  fram_steps_of_ratings (values, n);
  for (guint i = 0, at = 0; i < points->len; i++)
    if (first[i].counts)
      {
        first[i].is_step = values[at].is_step;
        first[i].is_new_high = values[at].is_new_high;
        first[i].is_dip = values[at++].is_dip;
      }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  FramDate x = *(const FramDate *)a, y = *(const FramDate *)b;

  return (x > y) - (x < y);
}

static void
add_talks (FramProgression *self, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    g_array_append_val (self->talks, g_array_index (points, FramRatingPoint, i).day);
}

static void
finish_talks (FramProgression *self)
{
  guint n = 0;

  g_array_sort (self->talks, compare_days);
  for (guint i = 0; i < self->talks->len; i++)
    if (n == 0 || g_array_index (self->talks, FramDate, i) != g_array_index (self->talks, FramDate, n - 1))
      g_array_index (self->talks, FramDate, n++) = g_array_index (self->talks, FramDate, i);
  g_array_set_size (self->talks, n);
}

static void
finish_ratings (FramProgression *self)
{
  g_array_set_size (self->talks, 0);
  for (guint i = 0; i < self->series->len; i++)
    {
      FramIndicatorSeries *series = g_ptr_array_index (self->series, i);

      for (guint rater = 0; rater < FRAM_N_RATERS; rater++)
        {
          finish_points (series->points[rater]);
          if (!fram_progression_is_belief (series, rater))
            add_talks (self, series->points[rater]);
        }
    }
  finish_talks (self);
}

/* Attended of counted sessions, over this week and the three open ones before it; nothing is said of a week before it is
 * over. */
static int
rate_of (const FramProgression *self, guint at)
{
  const FramProgressWeek *last = &g_array_index (self->weeks, FramProgressWeek, at);
  int counted = 0, attended = 0;

  if (last->counted == 0 || !fram_progression_week_is_over (self, last))
    return -1;
  for (guint i = at + 1, weeks = 0; i > 0 && weeks < RATE_WEEKS; i--)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i - 1);

      if (week->state != FRAM_WEEK_OPEN)
        continue;
      counted += week->counted;
      attended += week->attended;
      weeks++;
    }
  return (attended * 200 + counted) / (counted * 2);
}

static void
finish_weeks (FramProgression *self)
{
  g_autofree FramWorkedWeek *worked = g_new0 (FramWorkedWeek, self->weeks->len);
  FramProgressWeek *weeks = (FramProgressWeek *)(void *)self->weeks->data;

  for (guint i = 0; i < self->weeks->len; i++)
    worked[i] = (FramWorkedWeek){ .monday = weeks[i].monday,
                                  .attended_minutes = MAX (weeks[i].attended_minutes, 0),
                                  .open = fram_progression_week_counts (self, &weeks[i]) };
  fram_steps_of_weeks (worked, self->weeks->len);
  for (guint i = 0; i < self->weeks->len; i++)
    {
      weeks[i].rate = weeks[i].state == FRAM_WEEK_OPEN ? rate_of (self, i) : -1;
      weeks[i].level = worked[i].level;
      weeks[i].is_step = worked[i].is_step;
      weeks[i].is_dip = worked[i].is_dip;
    }
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const FramMoment *x = *(const FramMoment *const *)a, *y = *(const FramMoment *const *)b;
  int order;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  order = g_strcmp0 (x->label, y->label);
  return order != 0 ? order : memcmp (&x->id, &y->id, sizeof x->id);
}

/**
 * fram_progression_finish:
 * @self: a progression that is filled in
 *
 * Works out all that follows from what was recorded: which rating of a day counts, talks, rates, steps forward, dips, and
 * what the picture shows in words. May be called again when more was added; what was added in which order does not matter.
 */
void
fram_progression_finish (FramProgression *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_sort (self->moments, compare_moments);
  finish_ratings (self);
  finish_weeks (self);
  fram_progression_find_steps (self);
  g_free (self->summary);
  self->summary = fram_progression_to_words (self, NULL, FRAM_RATERS_BOTH, G_MAXUINT64);
  g_free (self->description);
  self->description = fram_progression_describe (self, FRAM_RATERS_BOTH, G_MAXUINT64, FALSE);
}
