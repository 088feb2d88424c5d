#include "fram-session.h"

/* How many of those who sat here lately are remembered. */
#define RECENT 8

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

/* Who sat here lately, the last one first. */
static void
add_recent (FramSession *self, const char *key, const char *person)
{
  g_auto (GStrv) before = g_key_file_get_string_list (self->file, "recent", key, NULL, NULL);
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  g_ptr_array_add (after, (gpointer)person);
  for (guint i = 0; before != NULL && before[i] != NULL && after->len < RECENT; i++)
    if (!g_str_equal (before[i], person))
      g_ptr_array_add (after, before[i]);
  g_key_file_set_string_list (self->file, "recent", key, (const char *const *)after->pdata, after->len);
}

/**
 * fram_session_get_recent:
 * @self: a session
 * @path: a register
 *
 * Returns: (transfer full) (nullable): ids of those who sat at this computer lately, the last one first
 */
GStrv
fram_session_get_recent (FramSession *self, const char *path)
{
  g_autofree char *key = key_of_path (path);

  return g_key_file_get_string_list (self->file, "recent", key, NULL, NULL);
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
    {
      g_key_file_set_string (self->file, "people", key, fram_uuid_format (person, text));
      add_recent (self, key, text);
    }
  else
    g_key_file_remove_key (self->file, "people", key, NULL);
}

/**
 * fram_session_window_new:
 *
 * Returns: (transfer full): a window of which nothing is known
 */
FramSessionWindow *
fram_session_window_new (void)
{
  return g_new0 (FramSessionWindow, 1);
}

void
fram_session_window_free (FramSessionWindow *what)
{
  g_strfreev (what->tabs);
  g_free (what);
}

static int
read_within (GKeyFile *file, const char *group, const char *key, int least, int most)
{
  int value = g_key_file_get_integer (file, group, key, NULL);

  return value >= least && value <= most ? value : 0;
}

static FramSessionWindow *
read_window (FramSession *self, const char *group)
{
  FramSessionWindow *what = fram_session_window_new ();

  what->width = read_within (self->file, group, "width", 360, 20000);
  what->height = read_within (self->file, group, "height", 300, 20000);
  what->maximized = g_key_file_get_boolean (self->file, group, "maximized", NULL);
  what->sidebar_hidden = g_key_file_get_boolean (self->file, group, "sidebar-hidden", NULL);
  what->tabs = g_key_file_get_string_list (self->file, group, "tabs", NULL, NULL);
  what->n_pinned = (guint)MAX (g_key_file_get_integer (self->file, group, "pinned", NULL), 0);
  what->selected = g_key_file_get_integer (self->file, group, "selected", NULL);
  return what;
}

/* Version 0.1 knew one shape of the window for all people. */
static void
take_old_shape (FramSession *self, const char *group, FramSessionWindow *what)
{
  g_autoptr (FramSessionWindow) last = NULL;

  if (g_key_file_has_key (self->file, group, "maximized", NULL))
    return;
  last = fram_session_get_last (self);
  what->width = last->width;
  what->height = last->height;
  what->maximized = last->maximized;
  what->sidebar_hidden = last->sidebar_hidden;
}

static void
write_window (FramSession *self, const char *group, const FramSessionWindow *what)
{
  g_key_file_set_boolean (self->file, group, "maximized", what->maximized);
  g_key_file_set_boolean (self->file, group, "sidebar-hidden", what->sidebar_hidden);
  if (what->width > 0)
    g_key_file_set_integer (self->file, group, "width", what->width);
  if (what->height > 0)
    g_key_file_set_integer (self->file, group, "height", what->height);
  if (what->tabs == NULL)
    return;
  g_key_file_set_string_list (self->file, group, "tabs", (const char *const *)what->tabs, g_strv_length (what->tabs));
  g_key_file_set_integer (self->file, group, "pinned", (int)what->n_pinned);
  g_key_file_set_integer (self->file, group, "selected", what->selected);
}

/**
 * fram_session_get_last:
 * @self: a session
 *
 * Returns: (transfer full): how the first window looked last, whoever sat there; without tabs
 */
FramSessionWindow *
fram_session_get_last (FramSession *self)
{
  return read_window (self, "window");
}

void
fram_session_set_last (FramSession *self, const FramSessionWindow *what)
{
  FramSessionWindow bare = *what;

  bare.tabs = NULL;
  write_window (self, "window", &bare);
}

/* The first window has the person's own group, which older versions read too; the others have a number. */
static char *
group_of (const FramUuid *person, guint n)
{
  char id[FRAM_UUID_TEXT_SIZE];

  fram_uuid_format (person, id);
  return n == 0 ? g_strdup (id) : g_strdup_printf ("%s %u", id, n + 1);
}

/**
 * fram_session_get_windows:
 * @self: a session
 * @person: whose
 *
 * Returns: (transfer full) (element-type FramSessionWindow): the windows that were open, the first one first; empty where
 * nothing is known. A value that makes no sense is nought.
 */
GPtrArray *
fram_session_get_windows (FramSession *self, const FramUuid *person)
{
  GPtrArray *windows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_session_window_free);

  for (guint n = 0; n < FRAM_SESSION_MOST_WINDOWS; n++)
    {
      g_autofree char *group = group_of (person, n);

      if (!g_key_file_has_group (self->file, group))
        break;
      g_ptr_array_add (windows, read_window (self, group));
      if (n == 0)
        take_old_shape (self, group, g_ptr_array_index (windows, 0));
    }
  return windows;
}

/**
 * fram_session_set_windows:
 * @self: a session
 * @person: whose
 * @windows: (element-type FramSessionWindow): what is open, the first one first
 */
void
fram_session_set_windows (FramSession *self, const FramUuid *person, GPtrArray *windows)
{
  for (guint n = 0; n < MAX (windows->len, FRAM_SESSION_MOST_WINDOWS); n++)
    {
      g_autofree char *group = group_of (person, n);

      if (n < windows->len && n < FRAM_SESSION_MOST_WINDOWS)
        write_window (self, group, g_ptr_array_index (windows, n));
      else
        g_key_file_remove_group (self->file, group, NULL);
    }
}
