#include "fram-progression.h"

static const char *const moment_codes[FRAM_N_MOMENT_KINDS] = {
  "workshop", "group", "external", "meeting", "milestone", "case_worker", "referrer", "pause",
};

static void
point_clear (gpointer data)
{
  FramRatingPoint *self = data;

  g_free (self->note);
}

static void
series_free (gpointer data)
{
  FramIndicatorSeries *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->short_name);
  g_free (self->low);
  g_free (self->high);
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    g_array_unref (self->points[i]);
  g_free (self);
}

static void
set_free (gpointer data)
{
  FramProgressionSet *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

static void
moment_free (gpointer data)
{
  FramMoment *self = data;

  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

static void
step_free (gpointer data)
{
  FramStepForward *self = data;

  g_free (self->text);
  g_free (self);
}

static FramDate
monday_of (FramDate day)
{
  return day - (fram_date_get_weekday (day) - 1);
}

static void
add_weeks (FramProgression *self)
{
  for (FramDate monday = monday_of (self->from); monday <= self->to; monday += 7)
    {
      FramProgressWeek week = { monday, FRAM_WEEK_OPEN, -1, -1, 0, 0, -1, 0, FALSE, FALSE };

      g_array_append_val (self->weeks, week);
    }
}

/**
 * fram_progression_new:
 * @from: first day that is shown
 * @to: last one, not before it
 *
 * Returns: (transfer full): a progression with empty weeks
 */
FramProgression *
fram_progression_new (FramDate from, FramDate to)
{
  FramProgression *self = g_new0 (FramProgression, 1);

  g_return_val_if_fail (from != FRAM_DATE_NONE && from <= to, NULL);
  self->from = self->enrolled = from;
  self->to = self->today = to;
  self->closed = FRAM_DATE_NONE;
  self->sets = g_ptr_array_new_with_free_func (set_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  self->weeks = g_array_new (FALSE, FALSE, sizeof (FramProgressWeek));
  self->moments = g_ptr_array_new_with_free_func (moment_free);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->talks = g_array_new (FALSE, FALSE, sizeof (FramDate));
  self->sees_attendance = self->sees_ratings = TRUE;
  add_weeks (self);
  return self;
}

void
fram_progression_free (FramProgression *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->case_no);
  g_ptr_array_unref (self->sets);
  g_ptr_array_unref (self->series);
  g_array_unref (self->weeks);
  g_ptr_array_unref (self->moments);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->talks);
  g_free (self->summary);
  g_free (self->description);
  g_free (self);
}

FramProgressionSet *
fram_progression_add_set (FramProgression *self, const char *code, const char *name)
{
  FramProgressionSet *set = g_new0 (FramProgressionSet, 1);

  set->code = g_strdup (code);
  set->name = g_strdup (name);
  g_ptr_array_add (self->sets, set);
  return set;
}

/**
 * fram_progression_add_series:
 * @self: a progression
 * @set: index of its set
 * @name: the question
 *
 * Returns: (transfer none): a series on the scale 1 to 5 that both sides rate, to be filled in
 */
FramIndicatorSeries *
fram_progression_add_series (FramProgression *self, guint set, const char *name)
{
  FramIndicatorSeries *series = g_new0 (FramIndicatorSeries, 1);

  series->set = set;
  series->name = g_strdup (name);
  series->lowest = 1;
  series->highest = 5;
  series->raters = FRAM_RATERS_BOTH;
  for (guint i = 0; i < FRAM_N_RATERS; i++)
    {
      series->points[i] = g_array_new (FALSE, TRUE, sizeof (FramRatingPoint));
      g_array_set_clear_func (series->points[i], point_clear);
    }
  g_ptr_array_add (self->series, series);
  return series;
}

/**
 * fram_indicator_series_add:
 * @self: a series
 * @rater: which side
 * @day: the talk
 * @value: what was given
 * @note: (nullable): what was said
 *
 * Returns: (transfer none): the rating, valid until the next one is added
 */
FramRatingPoint *
fram_indicator_series_add (FramIndicatorSeries *self, FramRater rater, FramDate day, int value, const char *note)
{
  FramRatingPoint point = { .day = day, .value = value, .note = g_strdup (note), .counts = TRUE };

  g_array_append_val (self->points[rater], point);
  return &g_array_index (self->points[rater], FramRatingPoint, self->points[rater]->len - 1);
}

static FramProgressWeek *
week_of (FramProgression *self, FramDate day)
{
  FramDate first = monday_of (self->from);

  if (day < first || (guint)((day - first) / 7) >= self->weeks->len)
    return NULL;
  return &g_array_index (self->weeks, FramProgressWeek, (guint)((day - first) / 7));
}

static void
add_minutes (int *sum, int minutes)
{
  if (minutes >= 0)
    *sum = MAX (*sum, 0) + minutes;
}

/**
 * fram_progression_add_session:
 * @self: a progression
 * @day: the day; outside what is shown nothing happens
 * @counts: how its mark counts
 * @planned_minutes: minutes planned, -1 for not known
 * @attended_minutes: minutes present, -1 for not known
 *
 * Adds one marked session to its week. An absence is nought hours; leave and other appointments are no part of the rate.
 */
void
fram_progression_add_session (FramProgression *self, FramDate day, FramCounts counts, int planned_minutes,
                              int attended_minutes)
{
  FramProgressWeek *week = week_of (self, day);

  if (week == NULL)
    return;
  add_minutes (&week->planned_minutes, planned_minutes);
  add_minutes (&week->attended_minutes, counts == FRAM_COUNTS_ABSENT ? 0 : attended_minutes);
  week->counted += counts != FRAM_COUNTS_NEITHER;
  week->attended += counts == FRAM_COUNTS_PRESENT;
}

void
fram_progression_set_week_state (FramProgression *self, FramDate monday, FramWeekState state)
{
  FramProgressWeek *week = week_of (self, monday);

  if (week != NULL)
    week->state = state;
}

FramMoment *
fram_progression_add_moment (FramProgression *self, FramMomentKind kind, FramDate day, const char *label,
                             const char *text)
{
  FramMoment *moment = g_new0 (FramMoment, 1);

  moment->kind = kind;
  moment->day = day;
  moment->label = g_strdup (label);
  moment->text = g_strdup (text);
  g_ptr_array_add (self->moments, moment);
  return moment;
}

const FramIndicatorSeries *
fram_progression_get_series (const FramProgression *self, guint n)
{
  return g_ptr_array_index (self->series, n);
}

const char *
fram_moment_kind_get_code (FramMomentKind kind)
{
  g_return_val_if_fail (kind < FRAM_N_MOMENT_KINDS, NULL);
  return moment_codes[kind];
}

const char *
fram_indicator_series_get_short_name (const FramIndicatorSeries *self)
{
  return self->short_name != NULL ? self->short_name : self->name;
}
