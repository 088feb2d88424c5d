/* A roster of a thousand people in the window: until it stands there, and what each frame costs while it is scrolled, in the
 * renderer of the screen it runs on. Prints figures; judges nothing. Needs a screen. */

#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-locale.h"
#include "fram-page.h"
#include "fram-roster-page.h"

#include <adwaita.h>
#include <stdio.h>
#include <string.h>

#define PEOPLE   1000
#define FRAMES   300
#define STEP     60 /* pixels a frame: a wheel turned fast */
#define FRAME_MS 16.7

typedef struct
{
  FramRosterPage *page;
  GtkAdjustment *adjustment;
  GArray *costs;
  gint64 begin;
  guint frames;
  gboolean scrolling;
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
on_before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->begin = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  double ms = (double)(g_get_monotonic_time () - bench->begin) / 1000.0;

  bench->frames++;
  if (bench->scrolling)
    g_array_append_val (bench->costs, ms);
}

static void
wait_frame (Bench *bench)
{
  guint frames = bench->frames;

  gdk_frame_clock_request_phase (gtk_widget_get_frame_clock (GTK_WIDGET (bench->page)), GDK_FRAME_CLOCK_PHASE_PAINT);
  while (bench->frames == frames)
    g_main_context_iteration (NULL, TRUE);
}

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);
  return found;
}

static void
scroll (Bench *bench, const char *what, double step)
{
  bench->costs = g_array_new (FALSE, FALSE, sizeof (double));
  bench->scrolling = TRUE;
  for (guint i = 0; i < FRAMES; i++)
    {
      gtk_adjustment_set_value (bench->adjustment, gtk_adjustment_get_value (bench->adjustment) + step);
      wait_frame (bench);
    }
  bench->scrolling = FALSE;
  print_times (what, bench->costs);
  g_clear_pointer (&bench->costs, g_array_unref);
}

static void
measure (FramDesk *desk, const FramUuid *activity, int width)
{
  GtkWidget *window = adw_window_new ();
  Bench bench = { 0 };
  gint64 begin = g_get_monotonic_time ();

  bench.page = FRAM_ROSTER_PAGE (fram_roster_page_new (desk, activity, FRAM_DATE_NONE));
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (bench.page));
  gtk_window_set_default_size (GTK_WINDOW (window), width, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint", G_CALLBACK (on_before_paint_cb), &bench);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint_cb), &bench);
  while (!fram_roster_page_is_idle (bench.page))
    g_main_context_iteration (NULL, TRUE);
  wait_frame (&bench);
  printf ("%d people, %d pixels wide: to drawn %30.2f ms\n", PEOPLE, width,
          (double)(g_get_monotonic_time () - begin) / 1000.0);
  bench.adjustment = find_adjustment (GTK_WIDGET (bench.page));
  scroll (&bench, "a frame while scrolling down", STEP);
  scroll (&bench, "a frame while scrolling a page at a time", 600);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The look of the window, as the application gives it. */
static void
add_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/se/framsteg/Framsteg/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static gboolean
add_people (FramDesk *desk, GError **error)
{
  for (int i = 0; i < PEOPLE; i++)
    {
      g_autofree char *family = g_strdup_printf ("Efternamn %04d", i), *case_no = NULL;
      FramPersonEdit edit = { .given_name = "Person",
                              .family_name = family,
                              .enrolled = fram_date_parse ("2026-10-01") };

      case_no = fram_desk_add_person (desk, &edit, error);
      if (case_no == NULL || !fram_desk_place (desk, case_no, "snickeri", fram_date_parse ("2026-10-05"),
                                               FRAM_DATE_NONE, "thu 08-12", error))
        return FALSE;
    }
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL, *path = NULL, *command = NULL;
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid activity;

  fram_locale_init ();
  gtk_init ();
  adw_init ();
  add_style ();
  folder = g_dir_make_tmp ("framsteg-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "framsteg.db", NULL);
  command = g_strdup_printf ("rm -rf '%s'", folder);
  if ((desk = fram_desk_create (path, clock, "fram", &error)) != NULL && add_people (desk, &error) &&
      fram_desk_find_activity (desk, "snickeri", &activity, &error))
    {
      measure (desk, &activity, 1072);
      measure (desk, &activity, 360);
    }
  else
    fprintf (stderr, "%s\n", error->message);
  g_clear_object (&desk);
  return system (command) == 0 && error == NULL ? 0 : 1;
}
