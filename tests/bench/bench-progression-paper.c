/* A progression of three years, eleven questions, two sides and 150 weeks on its way out: laid out and written as one page
 * of PDF and as a picture of 1280 × 800. Prints figures; judges nothing. bench-progression-paper.py holds it against gnuplot:
 *
 *   bench-progression-paper --write FILE.pdf|FILE.png   writes it once
 *   bench-progression-paper --series FILE               the same series as gnuplot reads them
 *   bench-progression-paper --register DIR              the same series as `framstegctl import` reads them */

#include "progression-fixture.h"

#include "fram-drawing.h"
#include "fram-holiday.h"
#include "fram-progression-paper.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define WIDTH  1280
#define HEIGHT 800
#define RUNS   40

static FramProgression *
make_progression (void)
{
  FramProgression *self = progression_dense (5);

  g_ptr_array_set_size (self->moments, MIN (self->moments->len, 60));
  fram_progression_finish (self);
  return self;
}

static FramPaper *
make_paper (void)
{
  FramProgressionPaperHead head = { .printed_at = 1794000000000 };

  fram_progression_view_init (&head.view, FRAM_PROGRESSION_PANELS, 0);
  return fram_progression_paper_new (make_progression (), &head);
}

/* --- one file --- */

typedef struct
{
  const FramPaper *paper;
  gboolean picture;
} Drawing;

static void
draw_page (cairo_t *cr, guint page, double width, double height, gpointer data)
{
  const Drawing *drawing = data;

  if (drawing->picture)
    drawing->paper->draw_picture (drawing->paper, page, FRAM_LOOK_LIGHT, TRUE, width, height, cr);
  else
    fram_paper_draw_page (drawing->paper, page, FRAM_LOOK_LIGHT, FALSE, width, height, cr);
}

/* Of a PDF the page with the drawing, of a picture all of it: what the other program draws too. */
static void
write_file (const char *path)
{
  g_autoptr (FramPaper) paper = make_paper ();
  gboolean picture = g_str_has_suffix (path, ".png");
  Drawing drawing = { paper, picture };
  FramDrawing file = {
    paper->title, paper->made_at, 1, picture ? WIDTH : paper->width, picture ? HEIGHT : paper->height,
    draw_page,    &drawing
  };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = fram_drawing_write (&file, path, &error);

  if (files == NULL)
    g_error ("%s", error->message);
}

/* --- the series for others --- */

static void
write_number (FILE *file, int number)
{
  if (number < 0)
    fputs (" NaN", file);
  else
    fprintf (file, " %d", number);
}

static void
write_series (const char *path)
{
  g_autoptr (FramProgression) progression = make_progression ();
  FILE *file = g_fopen (path, "w");
  char day[FRAM_DATE_TEXT_SIZE];

  for (guint i = 0; i < progression->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, i);

      fputs (fram_date_format (week->monday, day), file);
      write_number (file, week->planned_minutes);
      write_number (file, week->attended_minutes);
      write_number (file, week->rate);
      fputc ('\n', file);
    }
  for (guint i = 0; i < progression->series->len; i++)
    for (FramRater rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const GArray *points = fram_progression_get_series (progression, i)->points[rater];

        fputs ("\n\n", file);
        for (guint p = 0; p < points->len; p++)
          fprintf (file, "%s %d\n", fram_date_format (g_array_index (points, FramRatingPoint, p).day, day),
                   g_array_index (points, FramRatingPoint, p).value);
      }
  fclose (file);
}

static FILE *
open_csv (const char *folder, const char *name, const char *head)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  fprintf (file, "%s\n", head);
  return file;
}

static void
write_ratings (const FramProgression *progression, const char *folder)
{
  FILE *file = open_csv (folder, "progression.csv", "case_id,date,indicator,rated_by,value");
  char day[FRAM_DATE_TEXT_SIZE];

  for (guint i = 0; i < MIN (progression->series->len, 11); i++)
    for (FramRater rater = 0; rater < FRAM_N_RATERS; rater++)
      {
        const GArray *points = fram_progression_get_series (progression, i)->points[rater];

        for (guint p = 0; p < points->len; p++)
          fprintf (file, "F2021-0001,%s,%u,%s,%d\n",
                   fram_date_format (g_array_index (points, FramRatingPoint, p).day, day), i + 1,
                   fram_rater_get_code (rater), CLAMP (g_array_index (points, FramRatingPoint, p).value, 1, 5));
      }
  fclose (file);
}

/* Four days of each week, so that the hours of the week come out. */
static void
write_attendance (const FramProgression *progression, const char *folder)
{
  FILE *file = open_csv (folder, "attendance.csv", "case_id,date,activity,status,hours,planned_hours");
  char day[FRAM_DATE_TEXT_SIZE];

  for (guint i = 0; i < progression->weeks->len; i++)
    {
      const FramProgressWeek *week = &g_array_index (progression->weeks, FramProgressWeek, i);
      int planned = MAX (week->planned_minutes, 0) / 240, attended = MAX (week->attended_minutes, 0) / 240;

      for (int weekday = 0; weekday < 4 && planned > 0 && week->monday >= progression->enrolled; weekday++)
        if (fram_holiday_name (week->monday + weekday) == NULL)
          fprintf (file, "F2021-0001,%s,snickeri,%s,%d,%d\n", fram_date_format (week->monday + weekday, day),
                   attended > 0 ? "present" : "sick", MIN (attended, planned), planned);
    }
  fclose (file);
}

static void
write_register (const char *folder)
{
  g_autoptr (FramProgression) progression = make_progression ();
  char day[FRAM_DATE_TEXT_SIZE];
  FILE *file =
      open_csv (folder, "cases.csv",
                "case_id,given_name,family_name,sex,birth_date,referring_org,referrer_name,referral_date,"
                "study_visit_date,decision,enrolled_date,closed_date,closing_outcome,followup_3m,followup_3m_date");

  fram_date_format (progression->from, day);
  fprintf (file, "F2021-0001,Nora,Björk,F,1990-08-13,FK,Malin Zejnullahu,%s,,accepted,%s,,,,\n", day, day);
  fclose (file);
  file = open_csv (folder, "placements.csv", "case_id,workshop,start_date,end_date,weekly_hours");
  fprintf (file, "F2021-0001,snickeri,%s,,12\n", day);
  fclose (file);
  write_ratings (progression, folder);
  write_attendance (progression, folder);
}

/* --- figures --- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
measure (const char *what, const char *path)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  write_file (path);
  for (guint i = 0; i < RUNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double ms;

      write_file (path);
      ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
      g_array_append_val (times, ms);
    }
  g_array_sort (times, compare);
  printf ("%-58s median %7.1f ms   least %7.1f ms   (%u)\n", what, g_array_index (times, double, times->len / 2),
          g_array_index (times, double, 0), times->len);
}

static void
print_figures (void)
{
  g_autofree char *folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "p.pdf", NULL), *png = g_build_filename (folder, "p.png", NULL);

  measure ("series to one page of PDF, worked out, laid out, written", pdf);
  measure ("series to a picture of 1280 x 800, likewise", png);
  printf ("aim: one page of PDF within 50 ms\n");
  g_unlink (pdf);
  g_unlink (png);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    write_file (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "--series"))
    write_series (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "--register"))
    write_register (argv[2]);
  else
    print_figures ();
  return 0;
}
