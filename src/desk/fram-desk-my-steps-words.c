#include "fram-desk-my-steps-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* What *Mina steg* says: Swedish of level A1, one idea to a line, said to the participant (DOMAIN.md, "Sensitive by
 * nature"). Hours present are told, never absence or rates; of ratings the participant's own, and only what is higher now
 * than at first; never what the case worker rates or believes. */

/* So many months have room beside each other. */
#define MOST_MONTHS 12

/* Weeks that must be near the level for it to be said in the present tense, and how long ago the last of them may be: who
 * has gone on to an external place is in no roster any more. */
#define NEAR_WEEKS 3
#define NOW_DAYS   35

static char *
day_of (FramDate day, FramDate today)
{
  return fram_date_to_near_words (day, today);
}

static char *
month_of (FramDate day, FramDate today)
{
  int y, m, d, this_year;

  fram_date_get_ymd (today, &this_year, &m, &d);
  fram_date_get_ymd (day, &y, &m, &d);
  if (y == this_year)
    return g_strdup (fram_month_name (m));
  /* Translators: month and year: "October 2025" */
  return g_strdup_printf (C_ ("date", "%1$s %2$d"), fram_month_name (m), y);
}

static void
add_choice (GPtrArray *choices, const FramStepForward *step, char *text, char *detail)
{
  FramMyStepsChoice *choice = g_new0 (FramMyStepsChoice, 1);

  choice->kind = "step";
  choice->text = text;
  choice->detail = detail;
  choice->day = step->day;
  choice->chosen = TRUE;
  g_ptr_array_add (choices, choice);
}

/* --- hours --- */

/* Where somebody began: what the first month of the chart shows, and which one that is. */
static int
first_month (const FramProgression *self, FramDate *day)
{
  int minutes = 0, n = 0;

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i);
      FramDate month = fram_date_first_of_month (week->monday + 3);

      if (!fram_progression_week_counts (self, week))
        continue;
      if (n > 0 && month != *day)
        break;
      *day = month;
      minutes += week->attended_minutes;
      n++;
    }
  return n > 0 ? (minutes + n / 2) / n : 0;
}

/* Returns: how many of the last weeks are known, 0 where they are too long ago; @sum: their minutes */
static int
last_weeks (const FramProgression *self, int *sum)
{
  int n = 0;

  *sum = 0;
  for (guint i = self->weeks->len; i > 0 && n < NEAR_WEEKS; i--)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i - 1);

      if (!fram_progression_week_counts (self, week))
        continue;
      if (n == 0 && week->monday < self->today - NOW_DAYS)
        return 0;
      *sum += week->attended_minutes;
      n++;
    }
  return n;
}

/* Whether somebody works so much still: less than an hour below, in the mean of the last weeks, and at all. */
static gboolean
is_so_now (const FramProgression *self, int level)
{
  int sum, n = last_weeks (self, &sum);

  return sum > 0 && sum > n * (level - FRAM_STEP_HOURS_MINUTES);
}

static void
add_hours (const FramProgression *self, const FramStepForward *step, GPtrArray *choices)
{
  FramDate day = FRAM_DATE_NONE;
  int level = first_month (self, &day);
  g_autofree char *now = fram_minutes_to_words (step->to);
  g_autofree char *then = fram_minutes_to_words (level);
  g_autofree char *month = month_of (day, self->today);

  if (!is_so_now (self, step->to))
    /* Translators: "16 hours" */
    add_choice (choices, step, g_strdup_printf (C_ ("my steps", "You have worked %s a week"), now),
                g_strdup (C_ ("my steps", "You managed that for three weeks")));
  else if (level < 15 || level + 15 > step->to)
    /* Translators: "16 hours"; then a month */
    add_choice (choices, step, g_strdup_printf (C_ ("my steps", "You work %s a week"), now),
                g_strdup_printf (C_ ("my steps", "You began in %s"), month));
  else
    /* Translators: "16 hours"; then a month and hours: "In April it was 4 hours" */
    add_choice (choices, step, g_strdup_printf (C_ ("my steps", "You work %s a week"), now),
                g_strdup_printf (C_ ("my steps", "In %1$s it was %2$s"), month, then));
}

/* --- own ratings --- */

static const FramRatingPoint *
own_end (const FramIndicatorSeries *series, gboolean last)
{
  const GArray *points = series->points[FRAM_RATER_PARTICIPANT];
  const FramRatingPoint *found = NULL;

  for (guint i = 0; i < points->len && (last || found == NULL); i++)
    if (g_array_index (points, FramRatingPoint, i).counts)
      found = &g_array_index (points, FramRatingPoint, i);
  return found;
}

static void
add_rating (const FramProgression *self, const FramStepForward *step, GPtrArray *choices)
{
  const FramIndicatorSeries *series = fram_progression_get_series (self, step->series);
  const FramRatingPoint *first = own_end (series, FALSE), *last = own_end (series, TRUE);
  const char *words = fram_my_steps_of_question (series->name);
  g_autofree char *then = month_of (first->day, self->today), *now = month_of (last->day, self->today);
  char *text, *detail;

  if (last->value <= first->value)
    return; /* it was higher for a time; the sheet does not say what is not so */
  if (words != NULL)
    text = g_strdup (words);
  else
    /* Translators: a question of the programme's own that the participant rates higher now */
    text = g_strdup_printf (C_ ("my steps", "A step forward: %s"), fram_indicator_series_get_short_name (series));
  if (g_str_equal (then, now))
    /* Translators: values of the participant's own rating */
    detail = g_strdup_printf (C_ ("my steps", "First you put %1$d, now you put %2$d"), first->value, last->value);
  else
    /* Translators: values and months: "You put 2 in April and 4 in November" */
    detail = g_strdup_printf (C_ ("my steps", "You put %1$d in %2$s and %3$d in %4$s"), first->value, then, last->value,
                              now);
  add_choice (choices, step, text, detail);
}

/* --- what happened --- */

static void
add_outside (const FramProgression *self, const FramStepForward *step, GPtrArray *choices)
{
  const FramMoment *moment = g_ptr_array_index (self->moments, step->moment);
  g_autofree char *day = day_of (moment->day, self->today);

  /* an event tells that there is a place, and not which */
  add_choice (choices, step, g_strdup (C_ ("my steps", "You began at an external place")),
              moment->entity == FRAM_ENTITY_PLACEMENT && moment->label != NULL
                  ? g_strdup_printf ("%s, %s", day, moment->label)
                  : g_strdup (day));
}

static void
add_moment (const FramProgression *self, const FramStepForward *step, GPtrArray *choices)
{
  const FramMoment *moment = g_ptr_array_index (self->moments, step->moment);

  if (step->kind == FRAM_STEP_OUTSIDE)
    add_outside (self, step, choices);
  else if (step->kind == FRAM_STEP_WORKSHOP)
    /* Translators: a workshop: "You began in Snickeri" */
    add_choice (choices, step, g_strdup_printf (C_ ("my steps", "You began in %s"), moment->label),
                day_of (moment->day, self->today));
  else
    add_choice (choices, step, g_strdup (C_ ("my steps", "You reached a milestone")), g_strdup (moment->label));
}

/**
 * fram_my_steps_of_progression:
 * @progression: a progression
 *
 * Of hours and of each question only the newest step is told: "You work 8 hours" is not so any more after the next one.
 *
 * Returns: (transfer full) (element-type FramMyStepsChoice): steps forward as they are said to the participant, the newest
 *   first
 */
GPtrArray *
fram_my_steps_of_progression (const FramProgression *progression)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_my_steps_choice_free);
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  gboolean hours = FALSE;

  for (guint i = progression->steps->len; i > 0; i--)
    {
      const FramStepForward *step = g_ptr_array_index (progression->steps, i - 1);

      if (step->kind == FRAM_STEP_RATING)
        {
          if (step->rater == FRAM_RATER_PARTICIPANT && g_hash_table_add (told, GUINT_TO_POINTER (step->series + 1)))
            add_rating (progression, step, choices);
        }
      else if (step->kind != FRAM_STEP_HOURS)
        add_moment (progression, step, choices);
      else if (!hours)
        {
          add_hours (progression, step, choices);
          hours = TRUE;
        }
    }
  return choices;
}

/* --- months --- */

typedef struct
{
  FramDate first;
  int minutes;
  int known;
  int open;
  int closed;
  int paused;
} Month;

/* A week belongs to the month of its Thursday, as weeks do to years. */
static GArray *
months_of (const FramProgression *self)
{
  GArray *months = g_array_new (FALSE, TRUE, sizeof (Month));

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (self->weeks, FramProgressWeek, i);
      Month new = { .first = fram_date_first_of_month (week->monday + 3) };
      Month *month;

      if (months->len == 0 || g_array_index (months, Month, months->len - 1).first != new.first)
        g_array_append_val (months, new);
      month = &g_array_index (months, Month, months->len - 1);
      month->open += week->state == FRAM_WEEK_OPEN;
      month->closed += week->state == FRAM_WEEK_CLOSED;
      month->paused += week->state == FRAM_WEEK_PAUSE;
      if (!fram_progression_week_counts (self, week))
        continue;
      month->minutes += week->attended_minutes;
      month->known++;
    }
  return months;
}

static const char *
state_of (const Month *month)
{
  if (month->known > 0 || month->open > month->closed + month->paused)
    return NULL;
  if (month->closed >= month->paused)
    return C_ ("my steps", "closed");
  return C_ ("my steps", "time off");
}

/* Months before the first hours and after the last ones say nothing. */
static void
trim (GArray *months)
{
  while (months->len > 0 && g_array_index (months, Month, months->len - 1).known == 0)
    g_array_set_size (months, months->len - 1);
  while (months->len > 0 && (g_array_index (months, Month, 0).known == 0 || months->len > MOST_MONTHS))
    g_array_remove_index (months, 0);
}

/**
 * fram_my_steps_add_months:
 * @sheet: takes the months
 * @progression: a progression
 *
 * Hours present in a week, for each month the mean of its weeks; those that are not over, or of which nothing is known, are
 * not in it.
 */
void
fram_my_steps_add_months (FramMySteps *sheet, const FramProgression *progression)
{
  g_autoptr (GArray) months = months_of (progression);

  trim (months);
  for (guint i = 0; i < months->len; i++)
    {
      const Month *month = &g_array_index (months, Month, i);

      fram_my_steps_add_month (sheet, month->first,
                               month->known > 0 ? (month->minutes + month->known / 2) / month->known : -1,
                               state_of (month));
    }
}

/**
 * fram_my_steps_period:
 * @sheet: a sheet with its months
 * @progression: a progression
 *
 * Returns: (transfer full): "april till november 2026"
 */
char *
fram_my_steps_period (const FramMySteps *sheet, const FramProgression *progression)
{
  FramDate from = progression->from, to = MIN (progression->to, progression->today);
  int y, m, d, y2, m2;

  if (sheet->months->len > 0)
    from = MAX (g_array_index (sheet->months, FramMyMonth, 0).first, fram_date_first_of_month (from));
  fram_date_get_ymd (from, &y, &m, &d);
  fram_date_get_ymd (to, &y2, &m2, &d);
  if (y == y2 && m == m2)
    /* Translators: month and year: "October 2025" */
    return g_strdup_printf (C_ ("date", "%1$s %2$d"), fram_month_name (m), y);
  if (y == y2)
    /* Translators: two months and their year: "April to November 2026" */
    return g_strdup_printf (C_ ("my steps", "%1$s to %2$s %3$d"), fram_month_name (m), fram_month_name (m2), y2);
  /* Translators: month and year, month and year: "November 2025 to May 2026" */
  return g_strdup_printf (C_ ("my steps", "%1$s %2$d to %3$s %4$d"), fram_month_name (m), y, fram_month_name (m2), y2);
}

/* --- kind words --- */

/* Fewer hours for a time, or at a talk more than one area lower: one value a little lower is no hard time. */
static gboolean
is_felt (const GArray *dips, guint at)
{
  const FramProgressionDip *dip = &g_array_index (dips, FramProgressionDip, at);
  guint beside = 0;

  for (guint i = 0; i < dips->len; i++)
    beside += g_array_index (dips, FramProgressionDip, i).day == dip->day;
  return dip->turned && (dip->series < 0 || beside > 1);
}

/* "You came back" is not said to who comes less now than ever held, whatever the values say. */
static gboolean
is_back (const FramProgression *self)
{
  int level = self->weeks->len > 0 ? g_array_index (self->weeks, FramProgressWeek, self->weeks->len - 1).level : 0;
  int sum;

  return !self->sees_attendance || last_weeks (self, &sum) == 0 || is_so_now (self, level);
}

/* "At the beginning of October" */
static char *
time_of (FramDate day, FramDate today)
{
  g_autofree char *month = month_of (day, today);
  int y, m, d;

  fram_date_get_ymd (day, &y, &m, &d);
  if (d <= 10)
    /* Translators: a month */
    return g_strdup_printf (C_ ("my steps", "At the beginning of %s"), month);
  if (d <= 20)
    /* Translators: a month */
    return g_strdup_printf (C_ ("my steps", "In the middle of %s"), month);
  /* Translators: a month */
  return g_strdup_printf (C_ ("my steps", "At the end of %s"), month);
}

/**
 * fram_my_steps_kind_words:
 * @progression: a progression
 *
 * What was harder is told only where it has turned, by the participant's own values and hours, and only to who is back.
 *
 * Returns: (transfer full) (nullable): "At the beginning of October it was harder for a while. You came back. …"
 */
char *
fram_my_steps_kind_words (const FramProgression *progression)
{
  FramProgressionSpan span;
  g_autoptr (GArray) dips = NULL;

  fram_progression_whole_span (progression, &span);
  dips = fram_progression_find_dips (progression, &span, 1u << FRAM_RATER_PARTICIPANT, G_MAXUINT64);
  for (guint i = dips->len; i > 0; i--)
    {
      g_autofree char *when = time_of (g_array_index (dips, FramProgressionDip, i - 1).day, progression->today);

      if (is_felt (dips, i - 1) && is_back (progression))
        /* Translators: said to the participant; "At the beginning of October" */
        return g_strdup_printf (C_ ("my steps",
                                    "%s it was harder for a while. You came back. Two steps forward and one "
                                    "step back is common."),
                                when);
    }
  return NULL;
}

/* "We talk about how it goes on Thursday 3 December at 10." */
char *
fram_my_steps_meeting_words (FramDate day, int time)
{
  int y, m, d;
  g_autofree char *date = NULL, *clock = NULL;

  fram_date_get_ymd (day, &y, &m, &d);
  /* Translators: weekday, day of the month, month: "Thursday 3 December" */
  date = g_strdup_printf (C_ ("my steps", "%1$s %2$d %3$s"), fram_weekday_name (fram_date_get_weekday (day)), d,
                          fram_month_name (m));
  if (time == FRAM_TIME_NONE)
    /* Translators: a day: "Thursday 3 December" */
    return g_strdup_printf (C_ ("my steps", "We talk about how it goes on %s."), date);
  clock = time % 60 == 0 ? g_strdup_printf ("%d", time / 60) : fram_time_to_words (time);
  /* Translators: a day and a time: "Thursday 3 December", "10" */
  return g_strdup_printf (C_ ("my steps", "We talk about how it goes on %1$s at %2$s."), date, clock);
}
