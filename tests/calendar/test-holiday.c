#include "fram-test.h"

#include "fram-holiday.h"

#include <stdlib.h>

static void
test_easter (void)
{
  /* the tables of the Church of Sweden; the extremes of the calendar; 1954 and 1981, where older formulas fail */
  static const char *const sundays[] = {
    "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
    "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
    "2031-04-13", "2035-03-25", "2038-04-25", "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2049-04-18",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sundays); i++)
    {
      FramDate easter = fram_easter_sunday (atoi (sundays[i]));

      fram_assert_date (easter, sundays[i]);
      g_assert_cmpint (fram_date_get_weekday (easter), ==, 7);
    }
}

/* Every holiday of one year, in order. */
static void
check_year (int year, const char *const *expected)
{
  guint n = 0;

  for (FramDate date = fram_date_new (year, 1, 1); date <= fram_date_new (year, 12, 31); date++)
    if (fram_holiday_of (date) != FRAM_HOLIDAY_NONE)
      {
        g_assert_nonnull (expected[n]);
        fram_assert_date (date, expected[n]);
        n++;
      }
  g_assert_null (expected[n]);
}

static void
test_whole_years (void)
{
  /* on the first of May 2008 Ascension Day falls together with it: one day fewer */
  static const char *const in_2008[] = { "2008-01-01", "2008-01-06", "2008-03-21", "2008-03-23",
                                         "2008-03-24", "2008-05-01", "2008-05-11", "2008-06-06",
                                         "2008-06-20", "2008-06-21", "2008-11-01", "2008-12-24",
                                         "2008-12-25", "2008-12-26", "2008-12-31", NULL };
  static const char *const in_2021[] = { "2021-01-01", "2021-01-06", "2021-04-02", "2021-04-04", "2021-04-05",
                                         "2021-05-01", "2021-05-13", "2021-05-23", "2021-06-06", "2021-06-25",
                                         "2021-06-26", "2021-11-06", "2021-12-24", "2021-12-25", "2021-12-26",
                                         "2021-12-31", NULL };
  static const char *const in_2026[] = { "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-05", "2026-04-06",
                                         "2026-05-01", "2026-05-14", "2026-05-24", "2026-06-06", "2026-06-19",
                                         "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26",
                                         "2026-12-31", NULL };

  check_year (2008, in_2008);
  check_year (2021, in_2021);
  check_year (2026, in_2026);
}

static void
test_movable (void)
{
  static const struct
  {
    int year;
    const char *ascension, *whitsun, *midsummer_eve, *all_saints;
  } years[] = {
    { 2021, "2021-05-13", "2021-05-23", "2021-06-25", "2021-11-06" },
    { 2022, "2022-05-26", "2022-06-05", "2022-06-24", "2022-11-05" },
    { 2023, "2023-05-18", "2023-05-28", "2023-06-23", "2023-11-04" },
    { 2024, "2024-05-09", "2024-05-19", "2024-06-21", "2024-11-02" },
    { 2025, "2025-05-29", "2025-06-08", "2025-06-20", "2025-11-01" },
    { 2026, "2026-05-14", "2026-05-24", "2026-06-19", "2026-10-31" },
    { 2027, "2027-05-06", "2027-05-16", "2027-06-25", "2027-11-06" },
    { 2028, "2028-05-25", "2028-06-04", "2028-06-23", "2028-11-04" },
    { 2029, "2029-05-10", "2029-05-20", "2029-06-22", "2029-11-03" },
    { 2030, "2030-05-30", "2030-06-09", "2030-06-21", "2030-11-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      int year = years[i].year;

      fram_assert_date (fram_holiday_date (FRAM_HOLIDAY_ASCENSION, year), years[i].ascension);
      fram_assert_date (fram_holiday_date (FRAM_HOLIDAY_WHITSUN, year), years[i].whitsun);
      fram_assert_date (fram_holiday_date (FRAM_HOLIDAY_MIDSUMMER_EVE, year), years[i].midsummer_eve);
      fram_assert_date (fram_holiday_date (FRAM_HOLIDAY_ALL_SAINTS, year), years[i].all_saints);
      g_assert_cmpint (fram_holiday_date (FRAM_HOLIDAY_MIDSUMMER, year), ==,
                       fram_holiday_date (FRAM_HOLIDAY_MIDSUMMER_EVE, year) + 1);
    }
}

/* The two ways to ask agree for a hundred years: the day of each holiday is that holiday, and no other day is one. */
static void
test_both_ways (void)
{
  for (int year = 1990; year < 2090; year++)
    {
      FramDate first = fram_date_new (year, 1, 1), last = fram_date_new (year, 12, 31);
      int counted = 0, listed = 0;

      for (FramDate date = first; date <= last; date++)
        counted += fram_holiday_of (date) != FRAM_HOLIDAY_NONE;
      for (FramHoliday h = FRAM_HOLIDAY_NEW_YEAR; h < FRAM_N_HOLIDAYS; h++)
        {
          FramHoliday found = fram_holiday_of (fram_holiday_date (h, year));

          g_assert_cmpint (found, !=, FRAM_HOLIDAY_NONE);
          listed += found == h;
        }
      g_assert_cmpint (counted, ==, listed);
    }
}

static void
test_names (void)
{
  g_assert_cmpstr (fram_holiday_name (fram_test_date ("2026-12-25")), ==, "Christmas Day");
  g_assert_cmpstr (fram_holiday_name (fram_test_date ("2026-06-19")), ==, "Midsummer's Eve");
  g_assert_cmpstr (fram_holiday_name (fram_test_date ("2026-06-06")), ==, "National Day");
  g_assert_null (fram_holiday_name (fram_test_date ("2026-11-12")));
  /* days before a holiday and Whit Monday, which is none since 2005, are working days */
  g_assert_null (fram_holiday_name (fram_test_date ("2026-04-02")));
  g_assert_null (fram_holiday_name (fram_test_date ("2026-05-25")));
  g_assert_null (fram_holiday_name (FRAM_DATE_NONE));
  g_assert_cmpint (fram_holiday_date (FRAM_HOLIDAY_NONE, 2026), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_holiday_date (FRAM_HOLIDAY_EASTER, 0), ==, FRAM_DATE_NONE);
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/holiday/easter", test_easter);
  g_test_add_func ("/calendar/holiday/whole-years", test_whole_years);
  g_test_add_func ("/calendar/holiday/movable", test_movable);
  g_test_add_func ("/calendar/holiday/both-ways", test_both_ways);
  g_test_add_func ("/calendar/holiday/names", test_names);
  return g_test_run ();
}
