/* What a person waits for in a week of 40 people × 5 days and a month of 40 × 23: reading against bare SQLite, opening against
 * an empty window, a mark from its key to the frame that shows it, and a thousand rows scrolled. Prints figures; judges
 * nothing. Needs a screen. */

#include "fram-desk-files.h"
#include "fram-desk-people.h"
#include "fram-desk-week.h"
#include "fram-locale.h"
#include "fram-page.h"
#include "fram-sheet-page.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

#define FRAME_MS 16.7
#define PEOPLE   40
#define MARKS    120
#define READS    100
#define REST_MS  40
#define ROWS     1000
#define STEPS    300

typedef struct
{
  FramSheetPage *page;
  guint frames;
  gint64 painting; /* when the frame at hand began */
  double last;     /* what the last frame took, milliseconds */
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
print_times (const char *what, GArray *times)
{
  double median, p99;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  p99 = g_array_index (times, double, MIN (times->len * 99 / 100, times->len - 1));
  printf ("%-46s median %8.2f ms   99 %% %8.2f ms   (%u)   %s a frame of %.1f ms\n", what, median, p99, times->len,
          p99 <= FRAME_MS ? "99 % within" : "99 % beyond", FRAME_MS);
  return median;
}

static double
since (gint64 begin)
{
  return (double)(g_get_monotonic_time () - begin) / 1000.0;
}

static void
add_people (FramDesk *desk, guint n, const char *slots)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *given = g_strdup_printf ("Person%03u", i);
      FramPersonEdit edit = { .given_name = given,
                              .family_name = "Bench",
                              .sex = "F",
                              .birth_date = fram_date_parse ("1990-05-01"),
                              .enrolled = fram_date_parse ("2026-08-03") };
      g_autoptr (GError) error = NULL;
      g_autofree char *case_no = fram_desk_add_person (desk, &edit, &error);

      if (case_no == NULL ||
          !fram_desk_place (desk, case_no, "snickeri", fram_date_parse ("2026-08-03"), FRAM_DATE_NONE, slots, &error))
        g_error ("%s", error->message);
    }
}

/* Every day from October to today is marked, so that months are full. */
static void
mark_months (FramDesk *desk, const FramUuid *activity, FramDate until)
{
  for (FramDate day = fram_date_parse ("2026-10-01"); day <= until; day++)
    {
      g_autoptr (FramRoster) roster = fram_date_get_weekday (day) < 6
                                          ? fram_desk_mark_rest (desk, activity, day, "present", NULL, NULL, NULL)
                                          : NULL;
    }
}

static void
read_sheets (FramDesk *desk, const FramUuid *activity, FramDate day, gboolean month)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < READS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (FramSheet) sheet =
          month ? fram_desk_month (desk, activity, day, NULL) : fram_desk_week (desk, activity, day, NULL);
      double ms = since (begin);

      g_array_append_val (times, ms);
    }
  print_times (month ? "a month of 40 read by the desk" : "a week of 40 read by the desk", times);
}

/* The marks of those days, nothing else, as SQLite alone reads them. */
static void
read_bare (const char *path, const char *from, const char *to, const char *what)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  sqlite3 *handle = NULL;
  sqlite3_stmt *stmt = NULL;

  sqlite3_open (path, &handle);
  sqlite3_prepare_v2 (handle,
                      "SELECT m.*, s.name, x.at FROM mark m JOIN change c ON c.sender = m.sender AND c.seq = m.seq"
                      " JOIN action x ON x.id = c.action LEFT JOIN staff s ON s.id = x.staff"
                      " WHERE m.activity = (SELECT id FROM workshop WHERE code = 'snickeri') AND m.day BETWEEN ? AND ?",
                      -1, &stmt, NULL);
  for (guint i = 0; i < READS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double ms;

      sqlite3_bind_text (stmt, 1, from, -1, SQLITE_STATIC);
      sqlite3_bind_text (stmt, 2, to, -1, SQLITE_STATIC);
      while (sqlite3_step (stmt) == SQLITE_ROW)
        ;
      sqlite3_reset (stmt);
      ms = since (begin);
      g_array_append_val (times, ms);
    }
  print_times (what, times);
  sqlite3_finalize (stmt);
  sqlite3_close (handle);
}

static void
on_before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->painting = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->last = since (bench->painting);
  bench->frames++;
}

static void
wait_frame (Bench *bench, GtkWidget *widget)
{
  guint frames = bench->frames;

  gtk_widget_queue_draw (widget);
  while (bench->frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_rested_cb (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (REST_MS, on_rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
present (GtkWidget *content, Bench *bench)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), 1072, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint", G_CALLBACK (on_before_paint_cb), bench);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), bench);
  return window;
}

static void
open_empty (void)
{
  Bench bench = { 0 };
  gint64 begin = g_get_monotonic_time ();
  GtkWidget *window = present (gtk_label_new ("empty"), &bench);

  wait_frame (&bench, window);
  printf ("%-46s        %8.2f ms\n", "an empty window, to drawn", since (begin));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
press (Bench *bench, guint key, GArray *done, GArray *drawn)
{
  gint64 begin;
  double ms;

  rest ();
  begin = g_get_monotonic_time ();
  fram_sheet_page_handle_key (bench->page, key, 0);
  while (!fram_sheet_page_is_idle (bench->page))
    g_main_context_iteration (NULL, TRUE);
  ms = since (begin);
  g_array_append_val (done, ms);
  wait_frame (bench, GTK_WIDGET (bench->page));
  ms = since (begin);
  g_array_append_val (drawn, ms);
}

static void
open_and_mark (FramDesk *desk, const FramUuid *activity, FramSheetKind kind)
{
  const GArray *statuses = fram_desk_get_statuses (desk);
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean month = kind == FRAM_SHEET_MONTH;
  Bench bench = { 0 };
  gint64 begin = g_get_monotonic_time ();
  GtkWidget *window;

  bench.page = FRAM_SHEET_PAGE (fram_sheet_page_new (desk, activity, kind, FRAM_DATE_NONE));
  window = present (GTK_WIDGET (bench.page), &bench);
  fram_page_focus (FRAM_PAGE (bench.page));
  while (!fram_sheet_page_is_idle (bench.page))
    g_main_context_iteration (NULL, TRUE);
  wait_frame (&bench, window);
  printf ("%-46s        %8.2f ms\n",
          month ? "a window with a month of 40, to drawn" : "a window with a week of 40, to drawn", since (begin));
  for (guint i = 0; i < MARKS; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, (i / PEOPLE + i) % statuses->len);

      if (i % PEOPLE == 0)
        fram_sheet_page_handle_key (bench.page, GDK_KEY_Home, GDK_CONTROL_MASK);
      press (&bench, gdk_unicode_to_keyval (g_utf8_get_char (fram_status_get_letter (status))), done, drawn);
    }
  print_times (month ? "a mark in the month: key, commit, widgets" : "a mark in the week: key, commit, widgets", done);
  print_times (month ? "a mark in the month: key to drawn" : "a mark in the week: key to drawn", drawn);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Frame after frame one and a half rows further; how long each takes from the clock's beginning to its end. */
static void
scroll (FramDesk *desk, const FramUuid *activity, FramSheetKind kind)
{
  g_autoptr (FramSheet) sheet =
      fram_desk_sheet (desk, activity, fram_date_parse (kind == FRAM_SHEET_MONTH ? "2026-11-01" : "2026-11-09"),
                       fram_date_parse (kind == FRAM_SHEET_MONTH ? "2026-11-30" : "2026-11-15"), NULL);
  GtkWidget *scroller = gtk_scrolled_window_new (), *grid = fram_sheet_grid_new (kind), *window;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  GtkAdjustment *down;
  Bench bench = { 0 };
  gint64 begin;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  fram_sheet_grid_set_sheet (FRAM_SHEET_GRID (grid), sheet, fram_desk_get_statuses (desk));
  window = present (scroller, &bench);
  wait_frame (&bench, window);
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < STEPS; i++)
    {
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 66);
      wait_frame (&bench, grid);
      g_array_append_val (times, bench.last);
    }
  printf ("%-46s        %8u rows, %.1f frames a second\n",
          kind == FRAM_SHEET_MONTH ? "a month scrolled" : "a week scrolled", sheet->rows->len,
          STEPS * 1000.0 / since (begin));
  print_times ("  laying out and drawing a frame of it", times);
  gtk_window_destroy (GTK_WINDOW (window));
}

static FramDesk *
make_desk (const char *path, FramClock *clock, FramUuid *activity)
{
  g_autoptr (GError) error = NULL;
  FramDesk *desk = fram_desk_create (path, clock, "fram", &error);

  if (desk == NULL || !fram_desk_find_activity (desk, "snickeri", activity, &error))
    g_error ("%s", error->message);
  return desk;
}

static void
remove_register (const char *path)
{
  static const char *const ends[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      g_unlink (file);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "week.db", NULL);
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-30T09:14");
  FramDesk *desk;
  FramUuid activity;

  fram_locale_init ();
  adw_init ();
  desk = make_desk (path, clock, &activity);
  add_people (desk, PEOPLE, "mon 09-12, tue 09-12, wed 09-12, thu 09-12, fri 09-12");
  mark_months (desk, &activity, fram_clock_today (clock));
  read_bare (path, "2026-11-23", "2026-11-29", "marks of a week of 40, bare SQLite");
  read_sheets (desk, &activity, fram_date_parse ("2026-11-25"), FALSE);
  read_bare (path, "2026-10-01", "2026-10-31", "marks of a month of 40, bare SQLite");
  read_sheets (desk, &activity, fram_date_parse ("2026-10-15"), TRUE);
  open_empty ();
  open_and_mark (desk, &activity, FRAM_SHEET_WEEK);
  open_and_mark (desk, &activity, FRAM_SHEET_MONTH);
  add_people (desk, ROWS - PEOPLE, "mon 09-12, thu 09-12");
  scroll (desk, &activity, FRAM_SHEET_WEEK);
  scroll (desk, &activity, FRAM_SHEET_MONTH);
  g_object_unref (desk);
  remove_register (path);
  g_rmdir (folder);
  return 0;
}
