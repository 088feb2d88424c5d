/* What a person waits for in the roster: from a mark's key to the frame that shows it, with the commit between, and from
 * the key to another day until that day is drawn. Prints figures; judges nothing. Needs a screen. */

#include "fram-desk-adaptation.h"
#include "fram-desk-roster.h"
#include "fram-locale.h"
#include "fram-page.h"
#include "fram-roster-page.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>

#define FRAME_MS  16.7
#define MARKS     200
#define DAYS      100
#define LINE_DAYS 60 /* fewer: everybody has had the lines on all of them */
#define REST_MS   40 /* between two keys, so that none begins in the shadow of the frame before */

typedef struct
{
  FramRosterPage *page;
  guint frames;
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static void
print_times (const char *what, GArray *times)
{
  double median, p99;

  g_array_sort (times, compare);
  median = g_array_index (times, double, times->len / 2);
  p99 = g_array_index (times, double, MIN (times->len * 99 / 100, times->len - 1));
  printf ("%-46s median %8.2f ms   99 %% %8.2f ms   most %8.2f ms   (%u)   %s a frame of %.1f ms\n", what, median, p99,
          g_array_index (times, double, times->len - 1), times->len, p99 <= FRAME_MS ? "99 % within" : "99 % beyond",
          FRAME_MS);
}

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->frames++;
}

/* Until what was asked for is on disk and in the widgets, and a frame has been drawn since. */
static void
wait_drawn (Bench *bench)
{
  guint frames;

  while (!fram_roster_page_is_idle (bench->page))
    g_main_context_iteration (NULL, TRUE);
  frames = bench->frames;
  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (bench->page)), GDK_FRAME_CLOCK_PHASE_PAINT);
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

/* What it costs without waiting for the screen's next frame: key, worker, commit, widgets. */
static void
press (Bench *bench, guint key, GdkModifierType state, GArray *done, GArray *drawn)
{
  gint64 begin;
  double ms;

  rest ();
  begin = g_get_monotonic_time ();
  fram_roster_page_handle_key (bench->page, key, state);
  while (!fram_roster_page_is_idle (bench->page))
    g_main_context_iteration (NULL, TRUE);
  ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
  g_array_append_val (done, ms);
  wait_drawn (bench);
  ms = (double)(g_get_monotonic_time () - begin) / 1000.0;
  g_array_append_val (drawn, ms);
}

static void
mark (Bench *bench, FramDesk *desk)
{
  const GArray *statuses = fram_desk_get_statuses (desk);
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = fram_roster_page_get_roster (bench->page)->rows->len;

  for (guint i = 0; i < MARKS; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, (i / n + i) % statuses->len);

      if (i % n == 0)
        fram_roster_page_handle_key (bench->page, GDK_KEY_Home, 0);
      press (bench, gdk_unicode_to_keyval (g_utf8_get_char (fram_status_get_letter (status))), 0, done, drawn);
    }
  print_times ("a mark: key, commit, widgets", done);
  print_times ("a mark: key to drawn", drawn);
}

static void
change_days (Bench *bench)
{
  g_autoptr (GArray) done = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < DAYS; i++)
    press (bench, GDK_KEY_Left, GDK_ALT_MASK, done, drawn);
  print_times ("another day: key, reading, widgets", done);
  print_times ("another day: key to drawn", drawn);
}

static void
remove_lines (FramDesk *desk)
{
  FramAdaptationQuery query = { NULL, FRAM_DATE_NONE };
  g_autoptr (GPtrArray) all = fram_desk_adaptations (desk, &query, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const FramAdaptation *one = g_ptr_array_index (all, i);

      if (one->line != NULL && one->is_open)
        fram_desk_remove_adaptation (desk, &one->id, NULL, NULL);
    }
}

/* Three lines for everybody who is on the roster, since long ago. */
static void
add_lines (FramDesk *desk, const FramRoster *roster)
{
  FramAdaptationField field;
  FramAdaptationEdit edit;

  fram_adaptation_edit_init (&edit);
  edit.measure = "Paus var tjugonde minut";
  edit.line = "Paus var tjugonde minut, påminn vid halv";
  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  edit.tried_from = roster->day - DAYS;
  for (guint i = 0; i < roster->rows->len; i++)
    for (int n = 0; n < 3; n++)
      fram_desk_save_adaptation (desk, &((FramRosterRow *)roster->rows->pdata[i])->enrolment, NULL, &edit, &field, NULL,
                                 NULL);
}

static guint
count_lines (const FramRoster *roster)
{
  guint n = 0;

  for (guint i = 0; i < roster->rows->len; i++)
    n += g_strv_length (((FramRosterRow *)roster->rows->pdata[i])->instructions);
  return n;
}

static GtkWidget *
open_page (Bench *bench, FramDesk *desk, const FramUuid *activity)
{
  GtkWidget *window = adw_window_new ();

  bench->page = FRAM_ROSTER_PAGE (fram_roster_page_new (desk, activity, FRAM_DATE_NONE));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench->page));
  gtk_window_set_default_size (GTK_WINDOW (window), 1072, 800);
  gtk_window_present (GTK_WINDOW (window));
  fram_page_focus (FRAM_PAGE (bench->page));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), bench);
  wait_drawn (bench);
  return window;
}

/* The same days of two registers in turn, one without a line and one with three for each person; the house wants no more
 * than 10 % between them. */
static void
compare_lines (FramDesk *desk, FramDesk *other, const FramUuid *activity)
{
  Bench pages[2] = { 0 };
  GtkWidget *windows[2];
  GArray *done[2], *drawn[2];

  remove_lines (desk);
  remove_lines (other);
  windows[0] = open_page (&pages[0], desk, activity);
  windows[1] = open_page (&pages[1], other, activity);
  add_lines (other, fram_roster_page_get_roster (pages[1].page));
  wait_drawn (&pages[1]);
  for (int n = 0; n < 2; n++)
    {
      done[n] = g_array_new (FALSE, FALSE, sizeof (double));
      drawn[n] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  for (guint i = 0; i < LINE_DAYS; i++)
    for (int n = 0; n < 2; n++)
      press (&pages[(i + (guint)n) % 2], GDK_KEY_Left, GDK_ALT_MASK, done[(i + (guint)n) % 2],
             drawn[(i + (guint)n) % 2]);
  print_times ("another day without lines", done[0]);
  print_times ("another day with three lines each", done[1]);
  printf ("%-46s        %8u\n", "lines of adaptations on the last roster",
          count_lines (fram_roster_page_get_roster (pages[1].page)));
  g_array_sort (drawn[0], compare);
  g_array_sort (drawn[1], compare);
  printf ("%-46s        %8.3f\n", "rosters with lines / without, read: ratio",
          g_array_index (done[1], double, LINE_DAYS / 4) / g_array_index (done[0], double, LINE_DAYS / 4));
  printf ("%-46s        %8.3f\n", "rosters with lines / without, drawn: ratio",
          g_array_index (drawn[1], double, LINE_DAYS / 4) / g_array_index (drawn[0], double, LINE_DAYS / 4));
  for (int n = 0; n < 2; n++)
    {
      gtk_window_destroy (GTK_WINDOW (windows[n]));
      g_array_unref (done[n]);
      g_array_unref (drawn[n]);
    }
}

static void
measure (FramDesk *desk, const FramUuid *activity)
{
  Bench bench = { 0 };
  gint64 begin = g_get_monotonic_time ();
  GtkWidget *window = open_page (&bench, desk, activity);

  printf ("%-46s        %8.2f ms\n", "first roster of a window, to drawn",
          (double)(g_get_monotonic_time () - begin) / 1000.0);
  printf ("%-46s        %8u\n", "lines", fram_roster_page_get_roster (bench.page)->rows->len);
  mark (&bench, desk);
  change_days (&bench);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
copy_register (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL, *copy = NULL, *second = NULL, *command = NULL;
  g_autoptr (FramClock) clock = fram_clock_new_default ();
  g_autoptr (FramDesk) desk = NULL;
  g_autoptr (FramDesk) other = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid activity;

  fram_locale_init ();
  if (argc != 2)
    return 2;
  gtk_init ();
  adw_init ();
  folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  copy = g_build_filename (folder, "framsteg.db", NULL);
  second = g_build_filename (folder, "second.db", NULL);
  command = g_strdup_printf ("rm -rf '%s'", folder);
  if (copy_register (argv[1], copy, &error) && (desk = fram_desk_open (copy, clock, &error)) != NULL &&
      fram_desk_find_activity (desk, "snickeri", &activity, &error))
    {
      measure (desk, &activity);
      if (copy_register (argv[1], second, &error) && (other = fram_desk_open (second, clock, &error)) != NULL)
        compare_lines (desk, other, &activity);
    }
  if (error != NULL)
    fprintf (stderr, "%s\n", error->message);
  g_clear_object (&desk);
  g_clear_object (&other);
  return system (command) == 0 && error == NULL ? 0 : 1;
}
