#include "tour.h"

#include "fram-desk-files.h"
#include "fram-desk-house.h"
#include "fram-desk-pin.h"
#include "fram-desk-roster.h"
#include "fram-locale.h"

#include <stdlib.h>
#include <string.h>

/* tour DIR [NAME…]: pictures of every page and dialog, in both languages, light and dark, wide and narrow, or only those of
 * the looks named, "sv-dark". Each language and style is a process of its own, since neither changes while a program runs. */

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

  g_log_set_writer_func (tour_listen, NULL, NULL);
  fram_locale_init ();
  tour.app = fram_application_new ();
  g_application_set_flags (G_APPLICATION (tour.app), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (tour.app), NULL, &error))
    g_error ("%s", error->message);
  set_style (tour.app, name);
  /* a picture of something half open is none */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  tour.window = fram_window_new (tour.app);
  tour_walk (&tour, path);
  gtk_window_destroy (GTK_WINDOW (tour.window));
  g_object_unref (tour.app);
  return tour.failed || tour_has_complained () ? EXIT_FAILURE : EXIT_SUCCESS;
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
