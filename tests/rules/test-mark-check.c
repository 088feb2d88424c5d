#include "fram-test.h"

#include "fram-error.h"
#include "fram-mark-check.h"
#include "fram-statuses.h"

#define NONE FRAM_MINUTES_NONE

/* A mark of today, Thursday 12 November 2026, in an enrolment that goes on. */
static FramMarkCheck
mark_of (const char *day, char letter)
{
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;
  const FramStatus *status = status_of_letter (letter);

  check.today = fram_test_date ("2026-11-12");
  check.day = fram_test_date (day);
  check.day_info = fram_day_info (check.day, NULL, 0);
  check.enrolled = fram_test_date ("2026-09-01");
  check.status = status->code;
  check.counts = status->counts;
  check.planned_minutes = 180;
  return check;
}

static void
refused (const FramMarkCheck *check, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_mark_check (check, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
allowed (const FramMarkCheck *check)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_mark_check (check, &error));
  g_assert_no_error (error);
}

static void
test_every_status_today (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      FramMarkCheck check = mark_of ("2026-11-12", "NSAOJLB"[i]);

      allowed (&check);
    }
}

static void
test_enrolment (void)
{
  FramMarkCheck check = mark_of ("2026-08-31", 'N');

  refused (&check, "31 August 2026 is before the enrolment began on 1 September 2026; choose that day or a later one.");
  check = mark_of ("2026-09-01", 'N');
  allowed (&check);
  check = mark_of ("2026-11-12", 'N');
  check.closed = fram_test_date ("2026-11-12");
  allowed (&check);
  check.closed = fram_test_date ("2026-11-11");
  refused (&check, "12 November 2026 is after the enrolment was closed on 11 November 2026; "
                   "choose that day or an earlier one.");
  check.enrolled = check.closed = FRAM_DATE_NONE;
  allowed (&check);
}

static void
test_days_off (void)
{
  FramMarkCheck check = mark_of ("2026-11-08", 'N');

  refused (&check, "8 November 2026 is a Sunday, a day off; choose a working day.");
  check = mark_of ("2025-12-25", 'N');
  check.enrolled = FRAM_DATE_NONE;
  refused (&check, "25 December 2025 is Christmas Day, a day off; choose a working day.");
  /* a holiday on a weekend is told as the holiday, also for what can be known beforehand */
  check = mark_of ("2026-12-26", 'L');
  refused (&check, "26 December 2026 is Boxing Day, a day off; choose a working day.");
  check = mark_of ("2026-11-10", 'N');
  check.day_info.kind = FRAM_DAY_CLOSED;
  refused (&check, "On 10 November 2026 it is closed; choose a working day.");
  check.day_info.name = "Stock-taking";
  refused (&check, "On 10 November 2026 it is closed (Stock-taking); choose a working day.");
  /* a part that is closed leaves the day open */
  check.day_info.kind = FRAM_DAY_OPEN;
  allowed (&check);
}

static void
test_no_date (void)
{
  FramMarkCheck check = mark_of ("2026-11-12", 'N');

  check.day = FRAM_DATE_NONE;
  refused (&check, "The mark has no date; write one as year-month-day, for example 2026-11-12.");
}

static void
test_ahead (void)
{
  static const struct
  {
    char letter;
    gboolean foreseeable;
  } cases[] = { { 'N', FALSE }, { 'S', FALSE }, { 'O', FALSE }, { 'A', TRUE },
                { 'J', TRUE },  { 'L', TRUE },  { 'B', TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramMarkCheck check = mark_of ("2026-11-13", cases[i].letter);

      if (cases[i].foreseeable)
        allowed (&check);
      else
        refused (&check, "13 November 2026 is yet to come; "
                         "only leave and absence that is known beforehand can be marked ahead.");
    }
  {
    FramMarkCheck check = mark_of ("2027-11-12", 'L');

    allowed (&check);
    check = mark_of ("2027-11-15", 'L');
    refused (&check, "15 November 2027 is more than a year ahead; check the date.");
    check = mark_of ("2027-11-15", 'N');
    check.today = FRAM_DATE_NONE;
    allowed (&check);
  }
}

static void
test_minutes (void)
{
  static const struct
  {
    char letter;
    int planned, attended, late;
    const char *sentence;
  } cases[] = {
    { 'N', 180, 180, NONE, NULL },
    { 'N', 180, 240, NONE, NULL },
    { 'N', 1440, 1440, NONE, NULL },
    { 'N', NONE, 0, 0, NULL },
    { 'S', 180, NONE, 180, NULL },
    { 'S', NONE, NONE, 90, NULL },
    { 'S', 180, NONE, NONE, NULL },
    { 'J', 180, 0, NONE, NULL },
    { 'J', 180, NONE, 0, NULL },
    { 'N', 180, 1500, NONE, "25 hours are more than a day has; write at most 24." },
    { 'N', 1500, NONE, NONE, "25 hours are more than a day has; write at most 24." },
    { 'S', NONE, NONE, 1500, "25 hours are more than a day has; write at most 24." },
    { 'N', 180, 1530, NONE, "25.5 hours are more than a day has; write at most 24." },
    { 'N', 180, -1, NONE, "-1 minutes are less than none; write 0 or more." },
    { 'N', -60, NONE, NONE, "-60 minutes are less than none; write 0 or more." },
    { 'S', 180, NONE, -10, "-10 minutes are less than none; write 0 or more." },
    { 'S', 180, NONE, 181, "181 minutes late are more than the 180 minutes planned; write fewer or mark an absence." },
    { 'N', 180, NONE, 10, "Minutes late belong to the status “late” only; choose it or leave the minutes out." },
    { 'O', 180, NONE, 10, "Minutes late belong to the status “late” only; choose it or leave the minutes out." },
    { 'J', 180, 60, NONE, "Hours attended do not go with an absence; choose “present” or leave the hours out." },
    { 'L', 180, 60, NONE, "Hours attended do not go with an absence; choose “present” or leave the hours out." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramMarkCheck check = mark_of ("2026-11-12", cases[i].letter);

      check.planned_minutes = cases[i].planned;
      check.attended_minutes = cases[i].attended;
      check.minutes_late = cases[i].late;
      g_test_message ("case %u", i);
      if (cases[i].sentence == NULL)
        allowed (&check);
      else
        refused (&check, cases[i].sentence);
    }
}

static void
test_times (void)
{
  FramMarkCheck check = mark_of ("2026-11-12", 'N');

  check.came = 9 * 60;
  check.left = 11 * 60 + 30;
  allowed (&check);
  check.left = 9 * 60;
  allowed (&check);
  check.left = 8 * 60 + 30;
  refused (&check, "Left at 08:30 is before came at 09:00; correct the times.");
  check.left = FRAM_TIME_NONE;
  allowed (&check);
  check.came = 1441;
  refused (&check, "That is no time of day; write a time from 00:00 to 24:00.");
  check.came = -5;
  refused (&check, "That is no time of day; write a time from 00:00 to 24:00.");
}

/* A wrong mark can be taken away wherever it stands. */
static void
test_clearing (void)
{
  FramMarkCheck check = mark_of ("2026-11-08", 'N');

  check.status = NULL;
  allowed (&check);
  g_assert_false (fram_mark_check_day (&check, NULL));
  check = mark_of ("2026-11-13", 'N');
  g_assert_true (fram_mark_check_day (&check, NULL));
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/mark-check/every-status-today", test_every_status_today);
  g_test_add_func ("/rules/mark-check/enrolment", test_enrolment);
  g_test_add_func ("/rules/mark-check/days-off", test_days_off);
  g_test_add_func ("/rules/mark-check/no-date", test_no_date);
  g_test_add_func ("/rules/mark-check/ahead", test_ahead);
  g_test_add_func ("/rules/mark-check/minutes", test_minutes);
  g_test_add_func ("/rules/mark-check/times", test_times);
  g_test_add_func ("/rules/mark-check/clearing", test_clearing);
  return g_test_run ();
}
