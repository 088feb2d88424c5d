#include "fram-import-memory.h"

#define GROUP "mappings"

static char *
memory_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "framsteg", "import.ini", NULL);
}

static GKeyFile *
load (const char *path)
{
  GKeyFile *file = g_key_file_new ();

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return file;
  g_key_file_unref (file);
  return g_key_file_new ();
}

/**
 * fram_import_memory_keep:
 * @source: a file with its columns mapped
 *
 * What cannot be kept is no reason to disturb anybody.
 */
void
fram_import_memory_keep (const FramImportSource *source)
{
  g_autofree char *path = memory_path (), *directory = g_path_get_dirname (path);
  g_autoptr (FramImportMapping) mapping = fram_import_source_get_mapping (source);
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *key = fram_import_source_key (source), *text = NULL;

  if (mapping == NULL || source->exact)
    return;
  text = fram_import_mapping_to_text (mapping);
  g_key_file_set_string (file, GROUP, key, text);
  g_mkdir_with_parents (directory, 0700);
  if (!g_key_file_save_to_file (file, path, NULL))
    g_debug ("the mapping was not kept");
}

/**
 * fram_import_memory_recall:
 * @source: a file
 *
 * Returns: whether a list with the same headings was mapped before, and this one is mapped as that one now
 */
gboolean
fram_import_memory_recall (FramImportSource *source)
{
  g_autofree char *path = memory_path ();
  g_autoptr (GKeyFile) file = load (path);
  g_autofree char *key = fram_import_source_key (source);
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);
  g_autoptr (FramImportMapping) mapping = text != NULL ? fram_import_mapping_new_from_text (text, NULL) : NULL;

  return mapping != NULL && !source->exact && fram_import_source_map (source, mapping, NULL);
}
