#include "fram-test.h"

#include "fram-clock.h"
#include "fram-date.h"

static void
test_parse (void)
{
  static const char *const good[] = { "2026-11-12", "2024-02-29", "2000-02-29", "1970-01-01",
                                      "1969-12-31", "0001-01-01", "9999-12-31" };
  static const char *const bad[] = { "",           "2026-11-1",  "2026-11-123", "2026-13-01",  "2026-00-01",
                                     "2026-11-00", "2026-11-31", "2023-02-29",  "1900-02-29",  "2026/11/12",
                                     "12-11-2026", "2026-11-1x", " 2026-11-12", "2026-11-12 ", "0000-01-01",
                                     "-026-11-12", "today" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    fram_assert_date (fram_date_parse (good[i]), good[i]);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (fram_date_parse (bad[i]), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_date_parse (NULL), ==, FRAM_DATE_NONE);
  fram_assert_date (FRAM_DATE_NONE, "");
}

/* Every day of two centuries: the number, the text and the parts agree, and weekdays follow each other. */
static void
test_every_day (void)
{
  FramDate first = fram_test_date ("1900-01-01"), last = fram_test_date ("2100-12-31");
  int weekday = 1; /* 1 January 1900 was a Monday */

  g_assert_cmpint (fram_test_date ("1970-01-01"), ==, 0);
  for (FramDate date = first; date <= last; date++, weekday = weekday % 7 + 1)
    {
      char text[FRAM_DATE_TEXT_SIZE];
      int y, m, d;

      fram_date_get_ymd (date, &y, &m, &d);
      if (fram_date_new (y, m, d) != date || fram_date_parse (fram_date_format (date, text)) != date ||
          fram_date_get_weekday (date) != weekday)
        g_error ("%s is taken for another day", text);
    }
}

static void
test_iso_weeks (void)
{
  static const struct
  {
    const char *date;
    int year, week;
    const char *monday;
  } cases[] = {
    { "2026-11-12", 2026, 46, "2026-11-09" }, { "2020-12-31", 2020, 53, "2020-12-28" },
    { "2021-01-01", 2020, 53, "2020-12-28" }, { "2021-01-03", 2020, 53, "2020-12-28" },
    { "2021-01-04", 2021, 1, "2021-01-04" },  { "2022-01-02", 2021, 52, "2021-12-27" },
    { "2023-01-01", 2022, 52, "2022-12-26" }, { "2024-01-01", 2024, 1, "2024-01-01" },
    { "2024-12-29", 2024, 52, "2024-12-23" }, { "2024-12-30", 2025, 1, "2024-12-30" },
    { "2025-12-29", 2026, 1, "2025-12-29" },  { "2026-01-04", 2026, 1, "2025-12-29" },
    { "2026-12-31", 2026, 53, "2026-12-28" }, { "2027-01-03", 2026, 53, "2026-12-28" },
    { "2027-01-04", 2027, 1, "2027-01-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramDate date = fram_test_date (cases[i].date);
      int year = 0;

      g_assert_cmpint (fram_date_get_iso_week (date, &year), ==, cases[i].week);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (fram_date_get_iso_week (date, NULL), ==, cases[i].week);
      fram_assert_date (fram_date_monday (date), cases[i].monday);
      fram_assert_date (fram_date_of_iso_week (cases[i].year, cases[i].week), cases[i].monday);
    }
  g_assert_cmpint (fram_date_of_iso_week (2025, 53), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_date_of_iso_week (2026, 54), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_date_of_iso_week (2026, 0), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_date_monday (FRAM_DATE_NONE), ==, FRAM_DATE_NONE);
}

static void
test_months (void)
{
  static const struct
  {
    const char *date;
    int months;
    const char *then;
  } cases[] = {
    { "2026-11-12", 3, "2027-02-12" },  { "2026-11-30", 3, "2027-02-28" },  { "2023-11-30", 3, "2024-02-29" },
    { "2026-08-31", 6, "2027-02-28" },  { "2026-03-31", -1, "2026-02-28" }, { "2026-01-15", -1, "2025-12-15" },
    { "2024-02-29", 12, "2025-02-28" }, { "2026-11-12", 0, "2026-11-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    fram_assert_date (fram_date_add_months (fram_test_date (cases[i].date), cases[i].months), cases[i].then);
  g_assert_cmpint (fram_date_add_months (FRAM_DATE_NONE, 1), ==, FRAM_DATE_NONE);
}

static void
test_age (void)
{
  static const struct
  {
    const char *born, *at;
    int age;
  } cases[] = {
    { "1996-11-12", "2026-11-11", 29 }, { "1996-11-12", "2026-11-12", 30 }, { "1996-02-29", "2026-02-28", 29 },
    { "1996-02-29", "2026-03-01", 30 }, { "1996-02-29", "2024-02-29", 28 }, { "2000-12-31", "2001-01-01", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fram_date_age (fram_test_date (cases[i].born), fram_test_date (cases[i].at)), ==, cases[i].age);
  g_assert_cmpint (fram_date_age (FRAM_DATE_NONE, 0), ==, -1);
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int minutes;
  } cases[] = {
    { "9", 540 },   { "09", 540 },     { "9:30", 570 },   { "09.30", 570 }, { "0930", 570 }, { "0", 0 },
    { "24", 1440 }, { "24:00", 1440 }, { "23:59", 1439 }, { "", -1 },       { "25", -1 },    { "24:01", -1 },
    { "9:60", -1 }, { "930", -1 },     { "9:3", -1 },     { "9:", -1 },     { "x", -1 },     { "9h", -1 },
    { "-9", -1 },   { "09:300", -1 },  { NULL, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (fram_time_parse (cases[i].text), ==, cases[i].minutes);
  {
    g_autofree char *half_past = fram_time_format (570), *none = fram_time_format (FRAM_TIME_NONE);

    g_assert_cmpstr (half_past, ==, "09:30");
    g_assert_cmpstr (none, ==, "");
  }
}

static void
test_clock (void)
{
  static const char *const bad[] = { "", "now", "2026-11-12T", "2026-11-12 09:00", "2026-11-12T25:00", "2026-11-31" };
  g_autoptr (FramClock) nine = fram_clock_new_from_text ("2026-11-12");
  g_autoptr (FramClock) late = fram_clock_new_from_text ("2026-11-12T23:59");
  g_autoptr (FramClock) system = fram_clock_new_system ();

  fram_assert_date (fram_clock_today (nine), "2026-11-12");
  g_assert_cmpint (fram_clock_minute (nine), ==, 9 * 60);
  g_assert_cmpint (fram_clock_now (nine), ==, G_GINT64_CONSTANT (1794470400000)); /* 08:00 UTC */
  fram_assert_date (fram_clock_today (late), "2026-11-12");
  g_assert_cmpint (fram_clock_minute (late), ==, 23 * 60 + 59);
  g_assert_true (fram_clock_is_fixed (nine));
  g_assert_false (fram_clock_is_fixed (system));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (fram_clock_new_from_text (bad[i]));
}

/* Civil days in Sweden around the hours when the clocks change; the machine's own zone does not matter. */
static void
test_daylight_saving (void)
{
  static const struct
  {
    const char *date;
    int minute;
    gint64 utc_minute; /* of the same civil date's midnight in UTC */
  } cases[] = {
    { "2026-03-28", 60, 0 },       { "2026-03-29", 60, 0 },       { "2026-03-29", 4 * 60, 120 },
    { "2026-10-24", 9 * 60, 420 }, { "2026-10-25", 9 * 60, 480 }, { "2026-07-01", 120, 0 },
    { "2026-01-01", 0, -60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramDate date = fram_test_date (cases[i].date);
      gint64 instant = fram_instant_new (date, cases[i].minute);

      g_assert_cmpint (instant, ==, ((gint64)date * 1440 + cases[i].utc_minute) * 60000);
      g_assert_cmpint (fram_instant_get_date (instant), ==, date);
      g_assert_cmpint (fram_instant_get_minute (instant), ==, cases[i].minute);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/base/date/parse", test_parse);
  g_test_add_func ("/base/date/every-day", test_every_day);
  g_test_add_func ("/base/date/iso-weeks", test_iso_weeks);
  g_test_add_func ("/base/date/months", test_months);
  g_test_add_func ("/base/date/age", test_age);
  g_test_add_func ("/base/date/times", test_times);
  g_test_add_func ("/base/date/clock", test_clock);
  g_test_add_func ("/base/date/daylight-saving", test_daylight_saving);
  return g_test_run ();
}
