#include "fram-application.h"

#include "fram-desk.h"
#include "fram-lock.h"
#include "fram-window.h"

#include <glib/gi18n.h>

struct _FramApplication
{
  AdwApplication parent_instance;

  /* owned */
  FramClock *clock;
  GSettings *settings;
  FramSeat *seat; /* as long as there is a window */

  int dpi; /* the desktop's own */
  FramLock *lock;
  char *register_path;
  char *as;
};

G_DEFINE_FINAL_TYPE (FramApplication, fram_application, ADW_TYPE_APPLICATION)

/* A program that is not installed has no schema; preferences are then forgotten at the end. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, FRAM_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
apply_style (FramApplication *self)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  int style = g_settings_get_enum (self->settings, "style");

  if (style >= 0 && style < (int)G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[style]);
}

/* As the desktop's own larger text does it: everything that is measured in points grows, also what a style sheet gives a size
 * of its own. */
static void
apply_text_size (FramApplication *self)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (self->dpi <= 0)
    g_object_get (settings, "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = 96 * PANGO_SCALE;
  g_object_set (settings, "gtk-xft-dpi", self->dpi * g_settings_get_int (self->settings, "text-scale") / 100, NULL);
}

static void
follow_settings (FramApplication *self)
{
  self->settings = open_settings ();
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::style", G_CALLBACK (apply_style), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::text-scale", G_CALLBACK (apply_text_size), self,
                           G_CONNECT_SWAPPED);
  apply_style (self);
  if (g_settings_get_int (self->settings, "text-scale") != 100)
    apply_text_size (self);
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramApplication *self = data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  if (self->seat != NULL)
    fram_seat_keep_last (self->seat);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
add_accelerators (GtkApplication *app)
{
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "win.search", { "<Control>k", "<Control>f" } },
    { "win.undo-key", { "<Control>z" } },
    { "win.redo-key", { "<Control><Shift>z" } },
    { "win.help", { "F1" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.tab-next", { "<Control>Page_Down", "<Control>Tab" } },
    { "win.tab-previous", { "<Control>Page_Up", "<Control><Shift>Tab" } },
    { "win.tab-close", { "<Control>w" } },
    { "win.copy", { "<Control>c" } },
    { "win.tab-detach", { "<Control><Shift>m" } },
    { "win.tab-to-next-window", { "<Control><Alt>m" } },
    { "win.new-window", { "<Control><Shift>n" } },
    { "win.tab-list", { "<Control><Shift>o" } },
    { "win.reload", { "F5" } },
    { "win.print", { "<Control>p" } },
    { "win.open-participants", { "<Control><Shift>p" } },
    { "win.home", { "<Alt>h" } },
    { "win.discreet", { "<Control><Shift>h" } },
    { "win.lock", { "<Control>l" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (app, accelerators[i].action, (const char *const *)accelerators[i].keys);
  for (int n = 1; n <= 9; n++)
    {
      g_autofree char *action = g_strdup_printf ("win.tab-%d", n);
      g_autofree char *key = g_strdup_printf ("<Alt>%d", n);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (app, action, keys);
    }
}

static void
fram_application_startup (GApplication *app)
{
  static const GActionEntry actions[] = { { "quit", on_quit_cb } };
  FramApplication *self = FRAM_APPLICATION (app);

  G_APPLICATION_CLASS (fram_application_parent_class)->startup (app);
  g_action_map_add_action_entries (G_ACTION_MAP (app), actions, G_N_ELEMENTS (actions), self);
  if (self->clock == NULL)
    self->clock = fram_clock_new_default ();
  follow_settings (self);
  add_accelerators (GTK_APPLICATION (app));
  self->lock = fram_lock_new (self);
}

static char *
last_register (FramApplication *self)
{
  g_autofree char *path = NULL;

  if (self->register_path != NULL)
    return g_strdup (self->register_path);
  if (self->settings != NULL)
    path = g_settings_get_string (self->settings, "register");
  return path != NULL && path[0] != '\0' ? g_steal_pointer (&path) : fram_desk_default_path ();
}

/* Dialogs are the application's windows too, and while it is locked they are not to be shown. */
static GtkWindow *
find_window (GApplication *app)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app)); l != NULL; l = l->next)
    if (FRAM_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
fram_application_activate (GApplication *app)
{
  FramApplication *self = FRAM_APPLICATION (app);
  GtkWindow *window = find_window (app);
  g_autofree char *path = last_register (self);

  if (window == NULL)
    {
      window = GTK_WINDOW (fram_window_new (self));
      gtk_window_present (window);
      fram_window_open (FRAM_WINDOW (window), path, self->as);
      return;
    }
  gtk_window_present (window);
}

static void
fram_application_open (GApplication *app, GFile **files, int n_files, const char *hint)
{
  FramApplication *self = FRAM_APPLICATION (app);

  g_free (self->register_path);
  self->register_path = g_file_get_path (files[0]);
  if (find_window (app) == NULL)
    {
      g_application_activate (app);
      return;
    }
  fram_window_open (FRAM_WINDOW (find_window (app)), self->register_path, self->as);
  gtk_window_present (find_window (app));
}

/* With the last window the register is left. */
static void
fram_application_window_removed (GtkApplication *app, GtkWindow *window)
{
  FramApplication *self = FRAM_APPLICATION (app);
  g_autoptr (FramSeat) seat = NULL;

  GTK_APPLICATION_CLASS (fram_application_parent_class)->window_removed (app, window);
  if (self->seat == NULL || find_window (G_APPLICATION (app)) != NULL)
    return;
  fram_lock_forget (self->lock);
  seat = g_steal_pointer (&self->seat);
  fram_seat_stop_opening (seat);
  fram_seat_forget_desk (seat);
}

static int
fram_application_handle_local_options (GApplication *app, GVariantDict *options)
{
  FramApplication *self = FRAM_APPLICATION (app);
  g_autofree char *now = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Framsteg %s\n", FRAM_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "as", "s", &self->as);
  g_variant_dict_lookup (options, "register", "^ay", &self->register_path);
  if (g_variant_dict_lookup (options, "now", "s", &now))
    {
      self->clock = fram_clock_new_from_text (now);
      if (self->clock == NULL)
        {
          g_printerr (_ ("“%s” is no time; write 2026-11-12 or 2026-11-12T09:00.\n"), now);
          return 2;
        }
    }
  return -1;
}

static void
fram_application_finalize (GObject *object)
{
  FramApplication *self = FRAM_APPLICATION (object);

  g_clear_pointer (&self->clock, fram_clock_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->lock);
  g_clear_object (&self->seat);
  g_free (self->register_path);
  g_free (self->as);
  G_OBJECT_CLASS (fram_application_parent_class)->finalize (object);
}

static void
fram_application_class_init (FramApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_application_finalize;
  app_class->startup = fram_application_startup;
  app_class->activate = fram_application_activate;
  app_class->open = fram_application_open;
  app_class->handle_local_options = fram_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = fram_application_window_removed;
}

static void
fram_application_init (FramApplication *self)
{
  static const GOptionEntry options[] = {
    { "register", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this register"), N_ ("FILE") },
    { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Who is at the keyboard: a login or a name"), N_ ("STAFF") },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Take this for the present time"), N_ ("TIME") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[REGISTER]"));
}

FramApplication *
fram_application_new (void)
{
  return g_object_new (FRAM_TYPE_APPLICATION, "application-id", FRAM_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/se/framsteg/Framsteg", NULL);
}

FramClock *
fram_application_get_clock (FramApplication *self)
{
  return self->clock;
}

/**
 * fram_application_get_settings:
 * @self: the application
 *
 * Returns: (transfer none) (nullable): the preferences, %NULL where the schema is not installed
 */
GSettings *
fram_application_get_settings (FramApplication *self)
{
  return self->settings;
}

/**
 * fram_application_get_seat:
 * @self: the application
 *
 * Returns: (transfer none): the register and the person that all windows show
 */
FramSeat *
fram_application_get_seat (FramApplication *self)
{
  if (self->seat == NULL)
    self->seat = fram_seat_new (self->clock, self->settings);
  return self->seat;
}

/**
 * fram_application_get_lock:
 * @self: the application, started
 *
 * Returns: (transfer none): what covers all windows while nobody is at the computer
 */
FramLock *
fram_application_get_lock (FramApplication *self)
{
  return self->lock;
}
