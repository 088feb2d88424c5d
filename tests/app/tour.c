#include "fram-absence-dialog.h"
#include "fram-application.h"
#include "fram-create-dialog.h"
#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-pin.h"
#include "fram-desk-roster.h"
#include "fram-help.h"
#include "fram-import-assistant.h"
#include "fram-locale.h"
#include "fram-lock.h"
#include "fram-participant-dialog.h"
#include "fram-pin-dialog.h"
#include "fram-preferences.h"
#include "fram-page.h"
#include "fram-print-dialog.h"
#include "fram-roster-page.h"
#include "fram-staff-dialog.h"
#include "fram-window.h"
#include "fram-workshop-dialog.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* tour DIR [NAME…]: pictures of every page and dialog, in both languages, light and dark, wide and narrow, or only those of
 * the looks named, "sv-dark". Each language and style is a process of its own, since neither changes while a program runs. */

#define NOW "2026-11-12T09:14"

typedef struct
{
  const char *directory;
  const char *name; /* "sv-dark" */
  FramApplication *app;
  FramWindow *window;
  gboolean failed;
} Tour;

/* Something was said that is a fault of the window's. */
static gboolean complained;

/* GDK 4.8 looks for the monitor of a popover whose window is just changing its size. */
static gboolean
is_known (const char *message)
{
  return message != NULL && strstr (message, "gdk_monitor_get_geometry: assertion") != NULL;
}

static GLogWriterOutput
listen (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *message = NULL;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  if (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL) && !is_known (message))
    complained = TRUE;
  return g_log_writer_default (level, fields, n_fields, data);
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, on_late, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* Until a frame has been laid out and drawn, so that all that is in view has its place; at most a second. */
static void
wait_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE, late = FALSE;
  gulong handler;
  guint timeout;

  if (clock == NULL)
    return;
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  timeout = g_timeout_add (1000, on_late, &late);
  gtk_widget_queue_draw (window);
  while (!painted && !late)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  if (!late)
    g_source_remove (timeout);
}

static gboolean
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  return gdk_texture_save_to_png (texture, path);
}

static void
take (Tour *tour, GtkWidget *window, const char *page, int width)
{
  g_autofree char *file = width > 0 ? g_strdup_printf ("%s-%s-%d.png", page, tour->name, width)
                                    : g_strdup_printf ("%s-%s.png", page, tour->name);
  g_autofree char *path = g_build_filename (tour->directory, file, NULL);

  gboolean saved = FALSE;

  /* a page that is being laid out has nothing to show yet */
  for (int attempt = 0; !saved && attempt < 20; attempt++)
    {
      wait_ms (160);
      wait_frame (window);
      saved = save (window, path);
    }
  if (!saved)
    {
      g_printerr ("%s: no picture\n", page);
      tour->failed = TRUE;
    }
}

static void
take_sizes (Tour *tour, const char *page)
{
  static const int sizes[][2] = { { 360, 800 }, { 800, 700 }, { 1280, 800 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      /* the sidebar folds below 800 pixels; only then can the window become as narrow as a telephone */
      if (sizes[i][0] < 800)
        {
          gtk_window_set_default_size (GTK_WINDOW (tour->window), 780, sizes[i][1]);
          wait_ms (160);
        }
      gtk_window_set_default_size (GTK_WINDOW (tour->window), sizes[i][0], sizes[i][1]);
      take (tour, GTK_WIDGET (tour->window), page, sizes[i][0]);
    }
}

static void
visit (Tour *tour, const char *page, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.open", "s", uri);
  wait_ms (300);
  take_sizes (tour, page);
}

/* Another view of a roster; without a page name no picture is taken. */
static void
visit_view (Tour *tour, const char *page, const char *prefix, const char *id)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *uri = g_strconcat (
      prefix, id, page == NULL ? "@" : NULL,
      page == NULL ? fram_date_format (fram_desk_get_home_day (fram_window_get_desk (tour->window)), day) : NULL, NULL);

  if (page != NULL)
    visit (tour, page, uri);
  else
    gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.open", "s", uri);
}

static void
visit_dialog (Tour *tour, const char *page, GtkWindow *dialog)
{
  gtk_window_present (dialog);
  wait_ms (300);
  take (tour, GTK_WIDGET (dialog), page, 0);
  gtk_window_destroy (dialog);
}

static GtkWidget *
find_mapped (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, type);
  return found;
}

/* What a key opens beside the first line. */
static void
visit_popover (Tour *tour, GtkWidget *page, const char *name, guint key)
{
  GtkWidget *popover;

  fram_page_focus (FRAM_PAGE (page));
  wait_ms (200);
  fram_roster_page_handle_key (FRAM_ROSTER_PAGE (page), key, 0);
  wait_ms (400);
  popover = find_mapped (page, GTK_TYPE_POPOVER);
  if (popover == NULL)
    {
      g_printerr ("%s: it does not open\n", name);
      tour->failed = TRUE;
      return;
    }
  take (tour, popover, name, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  wait_ms (200);
}

static void
visit_roster_popovers (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  GtkWidget *page = find_mapped (GTK_WIDGET (tour->window), FRAM_TYPE_ROSTER_PAGE);
  const FramRoster *roster = page != NULL ? fram_roster_page_get_roster (FRAM_ROSTER_PAGE (page)) : NULL;
  const FramRosterRow *row = roster != NULL && roster->rows->len > 0 ? roster->rows->pdata[0] : NULL;

  if (row == NULL)
    return;
  visit_popover (tour, page, "roster-details", GDK_KEY_F2);
  visit_popover (tour, page, "roster-menu", GDK_KEY_Menu);
  visit_dialog (tour, "absence",
                GTK_WINDOW (fram_absence_dialog_new (desk, page, &row->enrolment, row->name, roster->day)));
}

static void
visit_roster (Tour *tour)
{
  FramUuid snickeri;
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri = NULL;

  if (!fram_desk_find_activity (fram_window_get_desk (tour->window), "snickeri", &snickeri, NULL))
    return;
  uri = g_strconcat ("roster:", fram_uuid_format (&snickeri, id), NULL);
  visit (tour, "roster", uri);
  visit_roster_popovers (tour);
  visit_view (tour, "roster-week", "week:", id);
  visit_view (tour, "roster-month", "month:", id);
  /* the plain address stays in the view that is open; with a day it is the day's */
  visit_view (tour, NULL, "roster:", id);
}

/* Each sheet with its pages as they will be, and as narrow as a telephone. */
static void
visit_print_dialog (Tour *tour, FramPrintKind kind, int width)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autofree char *page = g_strdup_printf ("print-%s", fram_print_kind_get_code (kind));
  FramUuid snickeri;
  GtkWindow *dialog;

  if (!fram_desk_find_activity (desk, "snickeri", &snickeri, NULL))
    return;
  dialog = fram_print_dialog_new (desk, GTK_WIDGET (tour->window), &snickeri, kind, fram_desk_get_home_day (desk));
  if (width > 0)
    gtk_window_set_default_size (dialog, width, 700);
  gtk_window_present (dialog);
  wait_ms (500);
  take (tour, GTK_WIDGET (dialog), page, width);
  gtk_window_destroy (dialog);
}

static char *
first_case_no (FramDesk *desk)
{
  FramPeopleQuery query = { .workshop = "snickeri", .limit = 1 };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);

  return people != NULL && people->len > 0 ? g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no)
                                           : NULL;
}

/* The dialogs of a workshop and of somebody who works here. */
static void
visit_house_dialogs (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  GtkWidget *window = GTK_WIDGET (tour->window);
  g_autoptr (GPtrArray) workshops = fram_desk_workshops (desk, FALSE, NULL);
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, NULL);

  if (workshops == NULL || workshops->len == 0 || staff == NULL || staff->len == 0)
    return;
  visit_dialog (tour, "workshop-dialog",
                GTK_WINDOW (fram_workshop_dialog_new (desk, window, &((FramWorkshop *)workshops->pdata[0])->id)));
  visit_dialog (tour, "staff-dialog",
                GTK_WINDOW (fram_staff_dialog_new (desk, window, &((FramStaff *)staff->pdata[0])->id)));
}

static void
visit_dialogs (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autofree char *case_no = first_case_no (desk);

  visit_dialog (tour, "create", fram_create_dialog_new (GTK_WINDOW (tour->window)));
  visit_dialog (tour, "help", fram_help_new (GTK_WINDOW (tour->window)));
  visit_house_dialogs (tour);
  visit_dialog (tour, "pin-dialog",
                fram_pin_dialog_new (GTK_WINDOW (tour->window), fram_application_get_seat (tour->app)));
  visit_dialog (tour, "preferences",
                fram_preferences_new (GTK_WINDOW (tour->window), fram_application_get_settings (tour->app), TRUE));
  for (guint kind = 0; kind < FRAM_N_PRINT_KINDS; kind++)
    visit_print_dialog (tour, (FramPrintKind)kind, 0);
  visit_print_dialog (tour, FRAM_PRINT_SIGNATURES_DAY, 360);
  if (case_no != NULL)
    visit_dialog (tour, "participant",
                  GTK_WINDOW (fram_participant_dialog_new (desk, GTK_WIDGET (tour->window), case_no)));
}

/* A list as somebody keeps it in a spreadsheet: of @case_no, with faults or without. */
static char *
write_list (const char *path, const char *case_no, gboolean faults)
{
  g_autofree char *directory = g_path_get_dirname (path);
  char *file = g_build_filename (directory, "närvaro vecka 46.csv", NULL);
  g_autofree char *text =
      g_strdup_printf ("Ärendenr;Datum;Arbetslag;Närvaro;Timmar;Tröja\r\n%s;2026-11-09;Trädgård;N;3,5;röd\r\n"
                       "%s;%s;Trädgård;J;0;röd\r\n%s;2026-11-11;%s;N;2,25;\r\n",
                       case_no, case_no, faults ? "10/11/2026" : "2026-11-10", case_no, faults ? "Smedja" : "Snickeri");

  g_file_set_contents (file, text, -1, NULL);
  return file;
}

static void
take_assistant (Tour *tour, GtkWindow *assistant, const char *page)
{
  gtk_window_set_default_size (assistant, 360, 720);
  take (tour, GTK_WIDGET (assistant), page, 360);
  gtk_window_set_default_size (assistant, 720, 640);
  take (tour, GTK_WIDGET (assistant), page, 0);
}

static void
go_on (GtkWindow *assistant)
{
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  wait_ms (700);
}

static void
visit_import (Tour *tour, const char *path)
{
  FramDesk *desk = fram_window_get_desk (tour->window);
  g_autofree char *case_no = first_case_no (desk);
  g_autofree char *file = write_list (path, case_no, TRUE);
  const char *const paths[] = { file, NULL };
  GtkWindow *assistant = GTK_WINDOW (fram_import_assistant_new (desk, GTK_WINDOW (tour->window)));

  gtk_window_present (assistant);
  wait_ms (300);
  take_assistant (tour, assistant, "import-choose");
  fram_import_assistant_take (FRAM_IMPORT_ASSISTANT (assistant), paths);
  wait_ms (500);
  take_assistant (tour, assistant, "import-files");
  go_on (assistant);
  take_assistant (tour, assistant, "import-problems");
  g_free (write_list (path, case_no, FALSE));
  fram_import_assistant_take (FRAM_IMPORT_ASSISTANT (assistant), paths);
  wait_ms (500);
  go_on (assistant);
  take_assistant (tour, assistant, "import-preview");
  go_on (assistant);
  take_assistant (tour, assistant, "import-done");
  gtk_window_destroy (assistant);
}

/* The first page of the day, as somebody of that role has it. */
static void
visit_today (Tour *tour, const char *path, const char *who, const char *page)
{
  fram_window_open (tour->window, path, who);
  wait_ms (700);
  visit (tour, page, "today:");
}

static void
walk (Tour *tour, const char *path)
{
  gtk_window_present (GTK_WINDOW (tour->window));
  fram_window_open (tour->window, "/nowhere/framsteg.db", NULL);
  wait_ms (300);
  take_sizes (tour, "missing");
  fram_window_open (tour->window, path, NULL);
  wait_ms (500);
  take_sizes (tour, "who");
  fram_window_open (tour->window, path, "Örjan Kadhim");
  wait_ms (500);
  take_sizes (tour, "pin");
  visit_today (tour, path, "Rebecka Memic", "today-case-worker");
  visit_today (tour, path, "Lena Ahmadi", "today-manager");
  fram_window_open (tour->window, path, "Teresa Sundberg");
  wait_ms (700);
  visit_roster (tour);
  visit (tour, "participants", "people:");
  visit (tour, "staff", "staff:");
  visit (tour, "workshops", "workshops:");
  visit (tour, "closed-days", "closures:");
  visit_dialogs (tour);
  visit_import (tour, path);
  fram_lock_lock (fram_application_get_lock (tour->app));
  wait_ms (300);
  take_sizes (tour, "locked");
}

/* "en-rtl" mirrors everything, "sv-large" has texts twice as large. */
static void
set_style (FramApplication *app, const char *name)
{
  if (g_str_has_suffix (name, "-rtl"))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_str_has_suffix (name, "-large") && fram_application_get_settings (app) != NULL)
    g_settings_set_int (fram_application_get_settings (app), "text-scale", 200);
}

static int
tour_once (const char *directory, const char *name, const char *path)
{
  Tour tour = { directory, name, NULL, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  g_log_set_writer_func (listen, NULL, NULL);
  fram_locale_init ();
  tour.app = fram_application_new ();
  g_application_set_flags (G_APPLICATION (tour.app), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (tour.app), NULL, &error))
    g_error ("%s", error->message);
  set_style (tour.app, name);
  tour.window = fram_window_new (tour.app);
  walk (&tour, path);
  gtk_window_destroy (GTK_WINDOW (tour.window));
  g_object_unref (tour.app);
  return tour.failed || complained ? EXIT_FAILURE : EXIT_SUCCESS;
}

static void
mark_some (FramDesk *desk)
{
  static const char *const statuses[] = { "present", "late", "present",          "absent_notified",
                                          "present", "sick", "absent_unnotified" };
  g_autoptr (FramRoster) roster = NULL;
  FramUuid snickeri;

  g_assert_true (fram_desk_find_activity (desk, "snickeri", &snickeri, NULL));
  roster = fram_desk_roster (desk, &snickeri, fram_desk_get_home_day (desk), NULL);
  for (guint i = 0; i < MIN (G_N_ELEMENTS (statuses), roster->rows->len); i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);
      FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = statuses[i], .minutes_late = 10 };

      if (row->kind != FRAM_ROSTER_PLANNED)
        continue;
      if (g_str_equal (statuses[i], "late"))
        edit.fields |= FRAM_MARK_MINUTES_LATE;
      fram_roster_free (fram_desk_mark (desk, &snickeri, roster->day, 0, &row->enrolment, 1, &edit, NULL, NULL));
    }
}

static void
give_pin (FramDesk *desk, const char *name)
{
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, NULL);

  for (guint i = 0; i < staff->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (staff, i);

      if (g_strcmp0 (one->name, name) == 0)
        fram_desk_choose_pin (desk, &one->id, "407193", NULL);
    }
}

static char *
make_register (const char *directory)
{
  char *path = g_build_filename (directory, "tour.db", NULL);
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  g_autoptr (FramClock) clock = fram_clock_new_from_text (NOW);
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) desk = fram_desk_create_demo (path, clock, &options, NULL, NULL, &error);

  if (desk == NULL)
    g_error ("%s", error->message);
  mark_some (desk);
  give_pin (desk, "Örjan Kadhim");
  return path;
}

static gboolean
spawn (const char *self, const char *directory, const char *name, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", 2);
  const char *language = parts[0];
  const char *style = parts[1];
  const char *argv[] = { self, "--once", directory, name, path, NULL };
  g_auto (GStrv) env = g_get_environ ();
  g_autofree char *state = g_strdup_printf ("%s/state-%s", g_path_get_dirname (path), name);
  int status = 0;

  env = g_environ_setenv (env, "LANGUAGE", language, TRUE);
  env = g_environ_setenv (env, "XDG_STATE_HOME", state, TRUE);
  env = g_environ_setenv (env, "FRAMSTEG_NOW", NOW, TRUE);
  env = g_environ_setenv (env, "GSETTINGS_BACKEND", "memory", TRUE);
  env = g_environ_setenv (env, "ADW_DEBUG_COLOR_SCHEME", g_str_has_prefix (style, "dark") ? "prefer-dark" : "default",
                          TRUE);
  env = g_environ_setenv (env, "ADW_DEBUG_HIGH_CONTRAST", g_str_has_suffix (style, "contrast") ? "1" : "0", TRUE);
  return g_spawn_sync (NULL, (char **)argv, env, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL) &&
         g_spawn_check_wait_status (status, NULL);
}

static void
remove_all (const char *directory)
{
  const char *argv[] = { "rm", "-rf", directory, NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int
main (int argc, char **argv)
{
  static const char *const looks[] = { "en-light",    "en-dark", "en-contrast", "sv-light",         "sv-dark",
                                       "sv-contrast", "en-rtl",  "sv-large",    "en-dark-contrast", NULL };
  const char *const *names = argc > 2 ? (const char *const *)argv + 2 : looks;
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  gboolean ok = TRUE;

  if (argc == 5 && g_str_equal (argv[1], "--once"))
    return tour_once (argv[2], argv[3], argv[4]);
  if (argc < 2 || g_mkdir_with_parents (argv[1], 0755) != 0)
    {
      g_printerr ("usage: tour DIRECTORY [NAME…]\n");
      return 2;
    }
  directory = g_dir_make_tmp ("framsteg-tour-XXXXXX", NULL);
  path = make_register (directory);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_strv_contains (looks, names[i]))
        g_error ("there is no look “%s”", names[i]);
      ok = spawn (argv[0], argv[1], names[i], path) && ok;
    }
  remove_all (directory);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
