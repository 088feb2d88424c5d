#include "fram-test.h"

#include "fram-error.h"
#include "fram-ics-days.h"

#include <string.h>

/* Calendars of holidays as they come from other programs. */

#define HEAD         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kommunen//SV\r\n"
#define TAIL         "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:a@b\r\nDTSTAMP:20260101T000000Z\r\n" lines "END:VEVENT\r\n"

static FramIcsDays *
read_days (const char *text)
{
  g_autoptr (GError) error = NULL;
  FramIcsDays *days =
      fram_ics_days_from_text (text, strlen (text), fram_date_new (2026, 1, 1), fram_date_new (2028, 12, 31), &error);

  g_assert_no_error (error);
  return days;
}

static void
assert_day (const FramIcsDays *days, guint i, const char *from, const char *to, const char *name)
{
  const FramIcsDay *day;

  g_assert_cmpuint (i, <, days->days->len);
  day = &g_array_index (days->days, FramIcsDay, i);
  g_assert_cmpint (day->from, ==, fram_date_parse (from));
  g_assert_cmpint (day->to, ==, fram_date_parse (to));
  g_assert_cmpstr (day->name, ==, name);
}

static void
test_kinds (void)
{
  g_autoptr (FramIcsDays) days = read_days (
      HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nDTEND;VALUE=DATE:20261031\r\nSUMMARY:Planeringsdag\\, hela huset\r\n")
          EVENT ("DTSTART;VALUE=DATE:20270222\r\nDTEND;VALUE=DATE:20270227\r\nSUMMARY:Sportlov\r\n")
              EVENT ("DTSTART;VALUE=DATE:20270301\r\nSUMMARY:En dag utan slut\r\n")
                  EVENT ("DTSTART;VALUE=DATE:20270405\r\nDURATION:P1W\r\nSUMMARY:En vecka\r\n")
                      EVENT ("DTSTART;TZID=Europe/Stockholm:20270510T000000\r\n"
                             "DTEND;TZID=Europe/Stockholm:20270512T000000\r\nSUMMARY:Från midnatt\r\n")
                          EVENT ("DTSTART:20261112T090000\r\nDTEND:20261112T100000\r\nSUMMARY:Möte\r\n")
                              EVENT ("DTSTART;VALUE=DATE:20270101\r\nSTATUS:CANCELLED\r\nSUMMARY:Blev inget\r\n")
                                  EVENT ("SUMMARY:Utan dag\r\n") TAIL);

  g_assert_cmpuint (days->days->len, ==, 5);
  assert_day (days, 0, "2026-10-30", "2026-10-30", "Planeringsdag, hela huset");
  assert_day (days, 1, "2027-02-22", "2027-02-26", "Sportlov");
  assert_day (days, 2, "2027-03-01", "2027-03-01", "En dag utan slut");
  assert_day (days, 3, "2027-04-05", "2027-04-11", "En vecka");
  assert_day (days, 4, "2027-05-10", "2027-05-11", "Från midnatt");
  g_assert_cmpuint (days->timed, ==, 1);
  g_assert_cmpuint (days->cancelled, ==, 1);
  g_assert_cmpuint (days->unreadable, ==, 1);
}

static void
test_letters (void)
{
  static const char folded[] =
      "\xef\xbb\xbf" HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nSUMMARY:Höstlov för al\r\n la,"
                                 " från åtta till fem, varje dag i hela den här lång\r\n a"
                                 " veckan\r\n") TAIL;
  static const char old[] = HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nSUMMARY:H\xf6stlov\r\n") TAIL;
  static const char unix_ends[] =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261030\nSUMMARY:Lov\nEND:VEVENT\nEND:VCALENDAR";
  g_autoptr (FramIcsDays) one = read_days (folded);
  g_autoptr (FramIcsDays) two = read_days (old);
  g_autoptr (FramIcsDays) three = read_days (unix_ends);

  assert_day (one, 0, "2026-10-30", "2026-10-30",
              "Höstlov för alla, från åtta till fem, varje dag i hela den här långa veckan");
  assert_day (two, 0, "2026-10-30", "2026-10-30", "Höstlov");
  assert_day (three, 0, "2026-10-30", "2026-10-30", "Lov");
}

/* One that comes every year, without the year that is taken out, and no further than is asked for. */
static void
test_repeated (void)
{
  g_autoptr (FramIcsDays) days = read_days (HEAD EVENT ("DTSTART;VALUE=DATE:20200430\r\nRRULE:FREQ=YEARLY\r\n"
                                                        "EXDATE;VALUE=DATE:20270430\r\nSUMMARY:Valborg\r\n") TAIL);

  g_assert_cmpuint (days->days->len, ==, 2);
  assert_day (days, 0, "2026-04-30", "2026-04-30", "Valborg");
  assert_day (days, 1, "2028-04-30", "2028-04-30", "Valborg");
}

static void
test_twins (void)
{
  g_autoptr (FramIcsDays) days = read_days (HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nSUMMARY:Lov\r\n")
                                                EVENT ("DTSTART;VALUE=DATE:20261030\r\nSUMMARY:Lov\r\n") TAIL);

  g_assert_cmpuint (days->days->len, ==, 1);
}

/* What is no calendar, or only the beginning of one, gives one sentence. */
static void
test_bad (void)
{
  static const char whole[] = HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nSUMMARY:Lov\r\n") TAIL;

  for (gsize n = 0; n < strlen (whole) - 2; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FramIcsDays) days = fram_ics_days_from_text (whole, n, 0, 1, &error);

      g_assert_null (days);
      g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    HEAD EVENT ("DTSTART;VALUE=DATE:99999999\r\nSUMMARY:x\r\n") TAIL,
    HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nDTEND;VALUE=DATE:20991030\r\nSUMMARY:x\r\n") TAIL,
    HEAD EVENT ("DTSTART:;;;:::\r\nSUMMARY\r\n") TAIL,
    HEAD EVENT ("DTSTART;VALUE=DATE:20261030\r\nSUMMARY: \r\n") TAIL,
    HEAD EVENT ("DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:x\r\n") TAIL,
    HEAD "BEGIN:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VEVENT\r\n" TAIL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (FramIcsDays) days = read_days (texts[i]);

      if (days->days->len != 0)
        g_test_message ("%s", texts[i]);
      g_assert_cmpuint (days->days->len, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/exchange/ics-days/kinds of days", test_kinds);
  g_test_add_func ("/exchange/ics-days/letters and folded lines", test_letters);
  g_test_add_func ("/exchange/ics-days/every year", test_repeated);
  g_test_add_func ("/exchange/ics-days/twice the same", test_twins);
  g_test_add_func ("/exchange/ics-days/not a whole calendar", test_bad);
  g_test_add_func ("/exchange/ics-days/hostile", test_hostile);
  return g_test_run ();
}
