#include "fram-session.h"

struct _FramSession
{
  GKeyFile *file;
  char *path;
};

FramSession *
fram_session_load (void)
{
  FramSession *self = g_new0 (FramSession, 1);

  self->path = g_build_filename (g_get_user_state_dir (), "framsteg", "session.ini", NULL);
  self->file = g_key_file_new ();
  if (!g_key_file_load_from_file (self->file, self->path, G_KEY_FILE_NONE, NULL))
    {
      g_key_file_unref (self->file);
      self->file = g_key_file_new ();
    }
  return self;
}

/**
 * fram_session_save:
 * @self: a session
 *
 * Writes the file whole or not at all. A session that cannot be kept is no reason to disturb anybody.
 */
void
fram_session_save (FramSession *self)
{
  g_autofree char *directory = g_path_get_dirname (self->path);

  g_mkdir_with_parents (directory, 0700);
  if (!g_key_file_save_to_file (self->file, self->path, NULL))
    g_debug ("the session was not kept");
}

void
fram_session_free (FramSession *self)
{
  g_key_file_unref (self->file);
  g_free (self->path);
  g_free (self);
}

void
fram_session_get_size (FramSession *self, int *width, int *height, gboolean *maximized)
{
  int w = g_key_file_get_integer (self->file, "window", "width", NULL);
  int h = g_key_file_get_integer (self->file, "window", "height", NULL);

  *width = w >= 360 && w < 20000 ? w : 1180;
  *height = h >= 300 && h < 20000 ? h : 760;
  *maximized = g_key_file_get_boolean (self->file, "window", "maximized", NULL);
}

void
fram_session_set_size (FramSession *self, int width, int height, gboolean maximized)
{
  g_key_file_set_boolean (self->file, "window", "maximized", maximized);
  if (maximized)
    return;
  g_key_file_set_integer (self->file, "window", "width", width);
  g_key_file_set_integer (self->file, "window", "height", height);
}

gboolean
fram_session_get_sidebar_hidden (FramSession *self)
{
  return g_key_file_get_boolean (self->file, "window", "sidebar-hidden", NULL);
}

void
fram_session_set_sidebar_hidden (FramSession *self, gboolean hidden)
{
  g_key_file_set_boolean (self->file, "window", "sidebar-hidden", hidden);
}

/* Key names hold no slashes: the path is hashed. */
static char *
key_of_path (const char *path)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
}

char *
fram_session_get_person (FramSession *self, const char *path)
{
  g_autofree char *key = key_of_path (path);

  return g_key_file_get_string (self->file, "people", key, NULL);
}

/**
 * fram_session_set_person:
 * @self: a session
 * @path: a register
 * @person: (nullable): who sits there; %NULL to ask at the next start
 */
void
fram_session_set_person (FramSession *self, const char *path, const FramUuid *person)
{
  g_autofree char *key = key_of_path (path);
  char text[FRAM_UUID_TEXT_SIZE];

  if (person != NULL)
    g_key_file_set_string (self->file, "people", key, fram_uuid_format (person, text));
  else
    g_key_file_remove_key (self->file, "people", key, NULL);
}

/**
 * fram_session_get_tabs:
 * @self: a session
 * @person: whose
 * @n_pinned: (out): how many of the first are pinned
 * @selected: (out): index of the one that was in front
 *
 * Returns: (transfer full) (nullable): what opens the tabs again, in order; %NULL where nothing is known
 */
GStrv
fram_session_get_tabs (FramSession *self, const FramUuid *person, guint *n_pinned, int *selected)
{
  char group[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (person, group);
  *n_pinned = (guint)MAX (g_key_file_get_integer (self->file, group, "pinned", NULL), 0);
  *selected = g_key_file_get_integer (self->file, group, "selected", NULL);
  return g_key_file_get_string_list (self->file, group, "tabs", NULL, NULL);
}

void
fram_session_set_tabs (FramSession *self, const FramUuid *person, const char *const *uris, guint n_pinned, int selected)
{
  char group[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (person, group);
  g_key_file_set_string_list (self->file, group, "tabs", uris, g_strv_length ((char **)uris));
  g_key_file_set_integer (self->file, group, "pinned", (int)n_pinned);
  g_key_file_set_integer (self->file, group, "selected", selected);
}
