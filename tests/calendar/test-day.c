#include "fram-test.h"

#include "fram-day.h"

static void
add_closed (GArray *days, const char *from, const char *to, gint64 workshop, int from_time, int to_time,
            const char *name)
{
  FramClosedDay day = { fram_test_date (from), fram_test_date (to), workshop, from_time, to_time, g_strdup (name) };

  g_array_append_val (days, day);
}

/* A summer break of the house, a stock-taking day of workshop 7 and an afternoon off. */
static GArray *
closed_days (void)
{
  GArray *days = fram_closed_days_new ();

  add_closed (days, "2026-07-06", "2026-07-31", 0, FRAM_TIME_NONE, FRAM_TIME_NONE, "Summer break");
  add_closed (days, "2026-11-13", "2026-11-13", 7, FRAM_TIME_NONE, FRAM_TIME_NONE, "Stock-taking");
  add_closed (days, "2026-11-12", "2026-11-12", 0, 13 * 60, 17 * 60, "Staff meeting");
  add_closed (days, "2026-11-16", "2026-11-16", 0, FRAM_TIME_NONE, FRAM_TIME_NONE, NULL);
  return days;
}

static void
test_info (void)
{
  static const struct
  {
    const char *date;
    gint64 workshop;
    FramDayKind kind;
    const char *name;
  } cases[] = {
    { "2026-11-11", 0, FRAM_DAY_OPEN, NULL },
    { "2026-11-12", 7, FRAM_DAY_OPEN, "Staff meeting" },
    { "2026-11-13", 0, FRAM_DAY_OPEN, NULL },
    { "2026-11-13", 7, FRAM_DAY_CLOSED, "Stock-taking" },
    { "2026-11-13", 8, FRAM_DAY_OPEN, NULL },
    { "2026-11-14", 7, FRAM_DAY_WEEKEND, "Saturday" },
    { "2026-11-15", 0, FRAM_DAY_WEEKEND, "Sunday" },
    { "2026-11-16", 7, FRAM_DAY_CLOSED, NULL },
    { "2026-07-03", 0, FRAM_DAY_OPEN, NULL },
    { "2026-07-06", 7, FRAM_DAY_CLOSED, "Summer break" },
    { "2026-07-18", 0, FRAM_DAY_WEEKEND, "Saturday" },
    { "2026-07-31", 0, FRAM_DAY_CLOSED, "Summer break" },
    { "2026-08-03", 0, FRAM_DAY_OPEN, NULL },
    { "2026-12-25", 0, FRAM_DAY_HOLIDAY, "Christmas Day" },
    { "2026-12-26", 0, FRAM_DAY_HOLIDAY, "Boxing Day" },
  };
  g_autoptr (GArray) days = closed_days ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramDayInfo info = fram_day_info (fram_test_date (cases[i].date), days, cases[i].workshop);
      gboolean open = fram_day_is_open (fram_test_date (cases[i].date), days, cases[i].workshop);

      g_test_message ("%s", cases[i].date);
      g_assert_cmpint (info.kind, ==, cases[i].kind);
      g_assert_cmpstr (info.name, ==, cases[i].name);
      g_assert_cmpint (open, ==, cases[i].kind == FRAM_DAY_OPEN);
    }
}

static void
test_part_of_a_day (void)
{
  g_autoptr (GArray) days = closed_days ();
  FramDayInfo info = fram_day_info (fram_test_date ("2026-11-12"), days, 0);

  g_assert_cmpint (info.closed_from, ==, 13 * 60);
  g_assert_cmpint (info.closed_to, ==, 17 * 60);
  info = fram_day_info (fram_test_date ("2026-11-11"), days, 0);
  g_assert_cmpint (info.closed_from, ==, FRAM_TIME_NONE);
  /* a whole day that is closed wins over a part of it, in whatever order they stand */
  add_closed (days, "2026-11-12", "2026-11-12", 0, FRAM_TIME_NONE, FRAM_TIME_NONE, "Moving house");
  info = fram_day_info (fram_test_date ("2026-11-12"), days, 0);
  g_assert_cmpint (info.kind, ==, FRAM_DAY_CLOSED);
  g_assert_cmpstr (info.name, ==, "Moving house");
  add_closed (days, "2026-11-12", "2026-11-12", 0, 8 * 60, 9 * 60, "Fire drill");
  info = fram_day_info (fram_test_date ("2026-11-12"), days, 0);
  g_assert_cmpint (info.kind, ==, FRAM_DAY_CLOSED);
}

static void
test_neighbours (void)
{
  static const struct
  {
    const char *date, *previous, *latest, *next;
  } cases[] = {
    { "2026-11-11", "2026-11-10", "2026-11-11", "2026-11-12" },
    { "2026-11-14", "2026-11-12", "2026-11-12", "2026-11-17" },
    { "2026-11-12", "2026-11-11", "2026-11-12", "2026-11-17" },
    { "2026-11-17", "2026-11-12", "2026-11-17", "2026-11-18" },
    { "2026-07-20", "2026-07-03", "2026-07-03", "2026-08-03" },
    /* over Easter, and from Christmas Eve into the new year with Epiphany in between */
    { "2026-04-05", "2026-04-02", "2026-04-02", "2026-04-07" },
    { "2026-12-24", "2026-12-23", "2026-12-23", "2026-12-28" },
    { "2026-12-30", "2026-12-29", "2026-12-30", "2027-01-04" },
    { "2027-01-05", "2027-01-04", "2027-01-05", "2027-01-07" },
  };
  g_autoptr (GArray) days = closed_days ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramDate date = fram_test_date (cases[i].date);

      fram_assert_date (fram_day_previous_open (date, days, 7), cases[i].previous);
      fram_assert_date (fram_day_latest_open (date, days, 7), cases[i].latest);
      fram_assert_date (fram_day_next_open (date, days, 7), cases[i].next);
    }
}

static void
test_closed_for_good (void)
{
  g_autoptr (GArray) days = fram_closed_days_new ();

  add_closed (days, "2000-01-01", "2099-12-31", 3, FRAM_TIME_NONE, FRAM_TIME_NONE, "Given up");
  g_assert_cmpint (fram_day_next_open (fram_test_date ("2026-11-12"), days, 3), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_day_latest_open (fram_test_date ("2026-11-12"), days, 3), ==, FRAM_DATE_NONE);
  fram_assert_date (fram_day_next_open (fram_test_date ("2026-11-12"), days, 4), "2026-11-13");
  g_assert_cmpint (fram_day_next_open (FRAM_DATE_NONE, NULL, 0), ==, FRAM_DATE_NONE);
  g_assert_false (fram_day_is_open (FRAM_DATE_NONE, NULL, 0));
}

/* Facts worked out from the days on which the published register has attendance: from 9 April 2021 to 29 December 2023
 * somebody attends on each working day; on these Mondays to Fridays nobody does, and on no other. */
static void
test_days_of_the_published_register (void)
{
  static const char *const days_off[] = {
    "2021-05-13", "2021-06-25", "2021-12-24", "2021-12-31", "2022-01-06", "2022-04-15", "2022-04-18",
    "2022-05-26", "2022-06-06", "2022-06-24", "2022-12-26", "2023-01-06", "2023-04-07", "2023-04-10",
    "2023-05-01", "2023-05-18", "2023-06-06", "2023-06-23", "2023-12-25", "2023-12-26",
  };
  FramDate last = fram_test_date ("2023-12-29");
  guint n = 0, open = 0;

  for (FramDate date = fram_test_date ("2021-04-09"); date <= last; date++)
    if (fram_day_is_open (date, NULL, 0))
      open++;
    else if (fram_date_get_weekday (date) < 6)
      {
        g_assert_cmpuint (n, <, G_N_ELEMENTS (days_off));
        fram_assert_date (date, days_off[n]);
        n++;
      }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (days_off));
  g_assert_cmpuint (open, ==, 691);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/day/info", test_info);
  g_test_add_func ("/calendar/day/part-of-a-day", test_part_of_a_day);
  g_test_add_func ("/calendar/day/neighbours", test_neighbours);
  g_test_add_func ("/calendar/day/closed-for-good", test_closed_for_good);
  g_test_add_func ("/calendar/day/published-register", test_days_of_the_published_register);
  return g_test_run ();
}
