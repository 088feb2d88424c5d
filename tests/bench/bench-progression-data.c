/* The progression of one participant of three years in the register of a whole programme: 11 questions, both sides, every
 * eighth week, a check-in every third, five sessions a week; read from disk, worked out and put into words. Prints
 * figures; judges nothing. */

#include "fram-changes.h"
#include "fram-desk-case.h"
#include "fram-desk-files.h"
#include "fram-desk-people.h"
#include "fram-desk-private.h"
#include "fram-desk-progression.h"
#include "fram-ids.h"
#include "fram-rating-store.h"
#include "fram-timeline-store.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define YEARS 3
#define RUNS  200
#define AIM   2.0

typedef struct
{
  FramDesk *desk;
  FramChanges *changes;
  FramUuid enrolment;
  FramDate from;
  FramDate today;
} Bench;

static void
rate (Bench *b, const char *set, int ordinal, const char *rater, FramDate day)
{
  FramUuid question = fram_id_indicator (set, ordinal);
  FramUuid id = fram_id_rating (&b->enrolment, &question, day, rater);
  g_autoptr (FramRecord) r = fram_record_new (FRAM_ENTITY_RATING, &id);

  fram_record_set_ref (r, "enrolment", &b->enrolment);
  fram_record_set_ref (r, "indicator", &question);
  fram_record_set_date (r, "day", day);
  fram_record_set_text (r, "rater", rater);
  fram_record_set_int (r, "value", 1 + (day / 7 + ordinal) % 5);
  g_assert_cmpint (fram_changes_insert (b->changes, r, NULL), ==, FRAM_WRITTEN_ADDED);
}

static void
mark (Bench *b, FramDate day)
{
  FramUuid where = fram_id_workshop (FRAM_SITE_DEFAULT, "snickeri");
  FramUuid status = fram_id_attendance_status (day % 5 == 0 ? "sick" : "present");
  g_autoptr (FramRecord) r = fram_record_new_mark (&b->enrolment, &where, day, 0);

  fram_record_set_ref (r, "status", &status);
  fram_record_set_int (r, "planned_minutes", 180);
  fram_record_set_int (r, "attended_minutes", day % 5 == 0 ? 0 : 180);
  g_assert_cmpint (fram_changes_insert (b->changes, r, NULL), !=, FRAM_WRITTEN_FAILED);
}

static void
fill (Bench *b)
{
  for (FramDate day = b->from; day < b->today; day++)
    {
      if (fram_date_get_weekday (day) <= 5)
        mark (b, day);
      for (int i = 1; (day - b->from) % 56 == 7 && i <= 11; i++)
        {
          rate (b, "fram-2021", i, "participant", day);
          rate (b, "fram-2021", i, "caseworker", day);
        }
      for (int i = 1; (day - b->from) % 21 == 9 && i <= 3; i++)
        rate (b, "avstamning-3", i, "participant", day);
    }
}

static char *
add_person (Bench *b)
{
  FramPersonEdit edit = { .given_name = "Vera",
                          .family_name = "Lång",
                          .sex = "F",
                          .organisation = "AF",
                          .birth_date = fram_date_new (1990, 5, 1),
                          .enrolled = b->from };
  char *case_no = fram_desk_add_person (b->desk, &edit, NULL);
  g_autoptr (FramCase) what = case_no != NULL ? fram_desk_case (b->desk, case_no, NULL, NULL) : NULL;

  g_assert_nonnull (what);
  b->enrolment = what->enrolment;
  fram_desk_place (b->desk, case_no, "snickeri", b->from, FRAM_DATE_NONE,
                   "mon 09-12,tue 09-12,wed 09-12,thu 09-12,fri 09-12", NULL);
  return case_no;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
median_of (const char *what, GArray *times)
{
  double median;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  printf ("%-34s median %7.3f ms   99 %% %7.3f ms   least %7.3f ms\n", what, median,
          g_array_index (times, double, times->len * 99 / 100), g_array_index (times, double, 0));
  g_array_set_size (times, 0);
  return median;
}

static void
add_time (GArray *times, gint64 begin)
{
  double ms = (double)(g_get_monotonic_time () - begin) / 1000.0;

  g_array_append_val (times, ms);
}

static void
measure (Bench *b, const char *case_no)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ratings = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 row = fram_db_find_row (b->desk->db, &b->enrolment);
  double median;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (FramProgression) progression = fram_desk_progression (b->desk, case_no, NULL, NULL);

      add_time (all, begin);
      g_assert_cmpuint (progression->weeks->len, >, 150);
      begin = g_get_monotonic_time ();
      g_array_unref (fram_rating_load (b->desk->db, b->desk->viewer, row, TRUE, NULL));
      add_time (ratings, begin);
      begin = g_get_monotonic_time ();
      g_array_unref (fram_timeline_load_marks (b->desk->db, b->desk->viewer, row, NULL));
      add_time (marks, begin);
    }
  median_of ("ratings read", ratings);
  median_of ("marks read", marks);
  median = median_of ("progression read and worked out", all);
  printf ("%s %.0f ms\n", median <= AIM ? "within" : "beyond", AIM);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "register.db", NULL);
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  Bench b = { .today = fram_date_new (2026, 11, 12), .from = fram_date_new (2023, 11, 6) };
  g_autofree char *case_no = NULL, *remove = g_strdup_printf ("rm -rf '%s'", folder);
  g_autoptr (FramViewer) system = fram_viewer_new_system (b.today);

  b.desk = fram_desk_create_demo (path, clock, &options, NULL, NULL, NULL);
  g_assert_nonnull (b.desk);
  g_assert_true (fram_desk_sit_down_as (b.desk, "Rebecka Memic", NULL));
  case_no = add_person (&b);
  b.changes = fram_changes_begin (b.desk->db, system, "bench", NULL, NULL);
  fill (&b);
  g_assert_true (fram_changes_commit (b.changes, NULL, NULL));
  measure (&b, case_no);
  g_object_unref (b.desk);
  return g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL) ? 0 : 1;
}
