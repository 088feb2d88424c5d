#include "desk-fixture.h"

#include "fram-desk-absence.h"
#include "fram-desk-holidays.h"
#include "fram-desk-ics.h"
#include "fram-desk-own-week.h"
#include "fram-desk-plan.h"
#include "fram-ids.h"

#include <glib/gstdio.h>
#include <string.h>

/* A participant's own week and calendar, and holidays of a calendar file: what stands there, for whom, and one undo. */

static FramUuid
enrolment_of (Fixture *f, const char *case_no)
{
  FramUuid enrolment;

  g_assert_true (fram_desk_find_enrolment (f->desk, case_no, &enrolment, NULL));
  return enrolment;
}

/* "2026-11-10 13:00–15:00 Woodwork" a line */
static char *
week_text (Fixture *f, const char *case_no, const char *day)
{
  FramUuid enrolment = enrolment_of (f, case_no);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramOwnWeek) week = fram_desk_own_week (f->desk, &enrolment, fram_test_date (day), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (week->things->len, ==, week->picture->blocks->len);
  for (guint i = 0; i < week->things->len; i++)
    {
      const FramOwnThing *thing = g_ptr_array_index (week->things, i);
      g_autofree char *date = fram_date_to_text (thing->day);

      g_string_append_printf (text, "%s%s %d-%d %d", i > 0 ? "\n" : "", date, thing->starts, thing->ends, thing->kind);
    }
  return g_string_free (text, FALSE);
}

#define assert_week(f, case_no, day, expected)                                                                         \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = week_text (f, case_no, day);                                                              \
    g_assert_cmpstr (text_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

static void
test_hours (Fixture *f, gconstpointer unused)
{
  assert_week (f, f->bjorn, "2026-11-11", "2026-11-10 780-900 0\n2026-11-12 540-660 0");
  assert_week (f, f->amina, "2026-12-24", ""); /* Christmas Eve is a Thursday */
  assert_week (f, f->amina, "2026-09-10", ""); /* before the placement */
}

/* Nobody is expected on a leave, and the calendar has no hours then either. */
static void
test_leave (Fixture *f, gconstpointer unused)
{
  FramUuid bjorn = enrolment_of (f, f->bjorn);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fram_desk_own_ics (f->desk, &bjorn, &error);
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  g_assert_null (strstr (before, "EXDATE;TZID=Europe/Stockholm:20261117T130000"));
  g_assert_true (fram_desk_save_pause (f->desk, &bjorn, NULL, fram_test_date ("2026-11-16"),
                                       fram_test_date ("2026-11-18"), NULL, &error));
  assert_week (f, f->bjorn, "2026-11-16",
               "2026-11-16 -1--1 3\n2026-11-17 -1--1 3\n2026-11-18 -1--1 3\n2026-11-19 540-660 0");
  after = fram_desk_own_ics (f->desk, &bjorn, &error);
  g_assert_nonnull (strstr (after, "EXDATE;TZID=Europe/Stockholm:20261117T130000"));
  g_assert_nonnull (strstr (after, "DTEND;VALUE=DATE:20261119"));
  g_assert_null (strstr (after, "Ek"));
}

/* A mentor who leads no group of the person sees nothing of the week, by no way in. */
static void
test_rights (Fixture *f, gconstpointer unused)
{
  FramUuid amina = enrolment_of (f, f->amina);
  g_autofree char *path = g_build_filename (f->directory, "refused.ics", NULL);
  g_autoptr (GError) week = NULL, text = NULL, file = NULL;

  fixture_hire (f, "Mia Nord", FRAM_ROLE_PEER_MENTOR, NULL);
  fixture_sit (f, "Mia Nord");
  g_assert_null (fram_desk_own_week (f->desk, &amina, f->today, &week));
  g_assert_null (fram_desk_own_ics (f->desk, &amina, &text));
  g_assert_false (fram_desk_save_own_ics (f->desk, &amina, path, &file));
  g_assert_nonnull (week);
  g_assert_nonnull (text);
  g_assert_nonnull (file);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static const char holidays[] = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261119\r\n"
                               "SUMMARY:Planeringsdag\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\n"
                               "SUMMARY:Studiedag\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

static void
test_holidays (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->directory, "lov.ics", NULL);
  g_autofree char *what = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramHolidayFile) file = NULL;

  g_assert_true (g_file_set_contents (path, holidays, -1, NULL));
  file = fram_desk_read_holidays (f->desk, path, &error);
  g_unlink (path);
  g_assert_no_error (error);
  g_assert_cmpuint (file->n_new, ==, 2);
  assert_week (f, f->amina, "2026-11-19", "2026-11-19 540-720 0");
  g_assert_true (fram_desk_add_holidays (f->desk, file, &what, &error));
  g_assert_no_error (error);
  assert_week (f, f->amina, "2026-11-19", "");
  assert_week (f, f->amina, "2026-11-26", "");
  g_assert_true (fram_desk_undo (f->desk, NULL, &error)); /* both days in one step */
  assert_week (f, f->amina, "2026-11-19", "2026-11-19 540-720 0");
  assert_week (f, f->amina, "2026-11-26", "2026-11-26 540-720 0");
}

#define ADD(name, func) g_test_add ("/desk/own-week/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("hours", test_hours);
  ADD ("leave", test_leave);
  ADD ("rights", test_rights);
  ADD ("holidays", test_holidays);
  return g_test_run ();
}
