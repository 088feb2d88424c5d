/* Ten years of 40 groups that meet each week, every fourth of them every second week, with hundreds of changes and the
 * house's closed days: working out all sessions, those of one week, and beside it the bare iterator of libical over the same
 * rules in the same run. Prints figures; judges nothing. */

#include "fram-session.h"

#include <libical/ical.h>
#include <stdio.h>

#define GROUPS 40
#define YEARS  10
#define RUNS   15
#define AIM    100.0

static FramSeries *series[GROUPS];
static GArray *closed;
static FramDate first, last;

static void
make_group (guint n)
{
  static const char *const rules[] = { "FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TH",
                                       "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR" };

  series[n] = fram_series_new (n + 1);
  fram_series_add_step (series[n], first, rules[n % 4], 13 * 60, 90, 0);
  fram_series_add_step (series[n], first + 1500, NULL, 14 * 60, -1, 0);
  for (FramDate day = first; day <= last; day++)
    if ((day - fram_date_monday (day)) == (FramDate)(n % 4) && day % 3 == 0)
      {
        FramSessionChange *change = fram_series_add_change (series[n], day, (FramSessionChangeKind)(day / 3 % 4));

        if (change->kind == FRAM_SESSION_MOVED)
          change->to_day = day + 1;
      }
}

static void
close_days (void)
{
  closed = fram_closed_days_new ();
  for (int i = 0; i < 20 * YEARS; i++)
    {
      FramClosedDay day = { first + 18 * i, first + 18 * i + i % 3, 0, FRAM_TIME_NONE, FRAM_TIME_NONE, NULL };

      g_array_append_val (closed, day);
    }
}

static guint
expand (FramDate from, FramDate to)
{
  guint n = 0;

  for (guint i = 0; i < GROUPS; i++)
    {
      g_autoptr (GArray) sessions = fram_series_expand (series[i], from, to, closed);

      n += sessions->len;
    }
  return n;
}

static guint
expand_bare (FramDate to)
{
  guint n = 0;

  for (guint i = 0; i < GROUPS; i++)
    {
      const FramSeriesStep *step = &g_array_index (series[i]->steps, FramSeriesStep, 0);
      struct icaltimetype from = { .is_date = 1 };
      icalrecur_iterator *iterator;

      fram_date_get_ymd (first, &from.year, &from.month, &from.day);
      iterator = icalrecur_iterator_new (icalrecurrencetype_from_string (step->rrule), from);
      for (struct icaltimetype time = icalrecur_iterator_next (iterator); !icaltime_is_null_time (time);
           time = icalrecur_iterator_next (iterator), n++)
        if (fram_date_new (time.year, time.month, time.day) > to)
          break;
      icalrecur_iterator_free (iterator);
    }
  return n;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
print (const char *what, double *times, guint n)
{
  qsort (times, RUNS, sizeof *times, compare);
  printf ("%-52s median %8.3f ms   least %8.3f ms   (%u sessions)\n", what, times[RUNS / 2], times[0], n);
  return times[RUNS / 2];
}

int
main (void)
{
  double all[RUNS], week[RUNS], bare[RUNS];
  guint n_all = 0, n_week = 0, n_bare = 0;
  double ours, theirs;

  first = fram_date_new (2017, 1, 2);
  last = fram_date_new (2017 + YEARS, 1, 1);
  close_days ();
  for (guint i = 0; i < GROUPS; i++)
    make_group (i);
  for (guint run = 0; run < RUNS; run++)
    {
      gint64 begin = g_get_monotonic_time ();

      n_all = expand (first, last);
      all[run] = (double)(g_get_monotonic_time () - begin) / 1000.0;
      begin = g_get_monotonic_time ();
      n_week = expand (last - 30, last - 24);
      week[run] = (double)(g_get_monotonic_time () - begin) / 1000.0;
      begin = g_get_monotonic_time ();
      n_bare = expand_bare (last);
      bare[run] = (double)(g_get_monotonic_time () - begin) / 1000.0;
    }
  theirs = print ("40 groups, ten years: libical's iterator alone", bare, n_bare);
  ours = print ("40 groups, ten years: with changes and days off", all, n_all);
  print ("40 groups of ten years: the sessions of one week", week, n_week);
  printf ("%.2f times libical alone; %.0f %% of the %.0f ms aimed at\n", ours / theirs, 100 * ours / AIM, AIM);
  for (guint i = 0; i < GROUPS; i++)
    fram_series_free (series[i]);
  g_array_unref (closed);
  return 0;
}
