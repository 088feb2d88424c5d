#include "fram-import-mapping.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUP_IMPORT    "import"
#define GROUP_COLUMNS   "columns"
#define GROUP_CONSTANTS "constants"

struct _FramImportMapping
{
  FramImportFile file;
  FramImportLetters letters;
  char *headings[FRAM_IMPORT_MAX_COLUMNS];
  char *constants[FRAM_IMPORT_MAX_COLUMNS];
};

static const char *const letters_codes[] = { NULL, "sv", "en" };

FramImportMapping *
fram_import_mapping_new (FramImportFile file)
{
  FramImportMapping *self = g_new0 (FramImportMapping, 1);

  self->file = file;
  return self;
}

FramImportMapping *
fram_import_mapping_copy (const FramImportMapping *self)
{
  FramImportMapping *copy = fram_import_mapping_new (self->file);

  copy->letters = self->letters;
  for (guint i = 0; i < FRAM_IMPORT_MAX_COLUMNS; i++)
    {
      copy->headings[i] = g_strdup (self->headings[i]);
      copy->constants[i] = g_strdup (self->constants[i]);
    }
  return copy;
}

void
fram_import_mapping_free (FramImportMapping *self)
{
  for (guint i = 0; i < FRAM_IMPORT_MAX_COLUMNS; i++)
    {
      g_free (self->headings[i]);
      g_free (self->constants[i]);
    }
  g_free (self);
}

/* "attendance", or "attendance.csv" */
static gboolean
find_file (const char *name, FramImportFile *file)
{
  for (guint f = 0; name != NULL && f < FRAM_N_IMPORT_FILES; f++)
    {
      const char *full = fram_import_file_get_name (f);

      if (strcmp (name, full) != 0 && (strlen (name) + 4 != strlen (full) || !g_str_has_prefix (full, name)))
        continue;
      *file = f;
      return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_file (const char *name, GError **error)
{
  GString *known = g_string_new (NULL);

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      const char *full = fram_import_file_get_name (f);

      g_string_append_printf (known, "%s%.*s", f > 0 ? ", " : "", (int)strlen (full) - 4, full);
    }
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               _ ("The mapping says file=%s in its group [import]; it must be one of %s."), name != NULL ? name : "",
               known->str);
  g_string_free (known, TRUE);
  return FALSE;
}

static gboolean
read_group (FramImportMapping *self, GKeyFile *keys, const char *group, char **values, GError **error)
{
  const char *const *columns = fram_import_file_get_columns (self->file);
  g_auto (GStrv) names = g_key_file_get_keys (keys, group, NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      guint column = 0;

      while (columns[column] != NULL && strcmp (columns[column], names[i]) != 0)
        column++;
      if (columns[column] == NULL)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("The mapping names a column “%s”, which %s does not have."), names[i],
                       fram_import_file_get_name (self->file));
          return FALSE;
        }
      g_free (values[column]);
      values[column] = g_key_file_get_string (keys, group, names[i], NULL);
    }
  return TRUE;
}

static gboolean
read_letters (FramImportMapping *self, GKeyFile *keys, GError **error)
{
  g_autofree char *code = g_key_file_get_string (keys, GROUP_IMPORT, "letters", NULL);

  for (guint i = 1; code != NULL && i < G_N_ELEMENTS (letters_codes); i++)
    if (strcmp (code, letters_codes[i]) == 0)
      self->letters = (FramImportLetters)i;
  if (code == NULL || code[0] == '\0' || self->letters != FRAM_IMPORT_LETTERS_UNKNOWN)
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("The mapping says letters=%s; it must be sv or en."), code);
  return FALSE;
}

/**
 * fram_import_mapping_new_from_text:
 * @text: a key file
 * @error: return location for %FRAM_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the mapping
 */
FramImportMapping *
fram_import_mapping_new_from_text (const char *text, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (FramImportMapping) self = NULL;
  g_autofree char *name = NULL;
  FramImportFile file;

  if (!g_key_file_load_from_data (keys, text, (gsize)-1, G_KEY_FILE_NONE, NULL))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("The mapping is no key file; it has groups as [columns] and lines as date=Datum."));
      return NULL;
    }
  name = g_key_file_get_string (keys, GROUP_IMPORT, "file", NULL);
  if (!find_file (name, &file))
    {
      refuse_file (name, error);
      return NULL;
    }
  self = fram_import_mapping_new (file);
  if (!read_letters (self, keys, error) || !read_group (self, keys, GROUP_COLUMNS, self->headings, error) ||
      !read_group (self, keys, GROUP_CONSTANTS, self->constants, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * fram_import_mapping_load:
 * @path: a key file
 * @error: return location for a %FRAM_ERROR
 *
 * Returns: (transfer full) (nullable): the mapping
 */
FramImportMapping *
fram_import_mapping_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;

  if (g_file_get_contents (path, &text, NULL, NULL))
    return fram_import_mapping_new_from_text (text, error);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("The mapping “%s” cannot be read; look at its name and permissions."), path);
  return NULL;
}

static void
write_group (const FramImportMapping *self, GKeyFile *keys, const char *group, char *const *values)
{
  const char *const *columns = fram_import_file_get_columns (self->file);

  for (guint i = 0; columns[i] != NULL; i++)
    if (values[i] != NULL)
      g_key_file_set_string (keys, group, columns[i], values[i]);
}

/**
 * fram_import_mapping_to_text:
 * @self: a mapping
 *
 * Returns: (transfer full): the key file that the command line reads
 */
char *
fram_import_mapping_to_text (const FramImportMapping *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  const char *name = fram_import_file_get_name (self->file);
  g_autofree char *file = g_strndup (name, strlen (name) - 4);

  g_key_file_set_string (keys, GROUP_IMPORT, "file", file);
  if (self->letters != FRAM_IMPORT_LETTERS_UNKNOWN)
    g_key_file_set_string (keys, GROUP_IMPORT, "letters", letters_codes[self->letters]);
  write_group (self, keys, GROUP_COLUMNS, self->headings);
  write_group (self, keys, GROUP_CONSTANTS, self->constants);
  return g_key_file_to_data (keys, NULL, NULL);
}

gboolean
fram_import_mapping_save (const FramImportMapping *self, const char *path, GError **error)
{
  g_autofree char *text = fram_import_mapping_to_text (self);

  if (g_file_set_contents (path, text, -1, NULL))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("“%s” could not be written; choose another place."), path);
  return FALSE;
}

FramImportFile
fram_import_mapping_get_file (const FramImportMapping *self)
{
  return self->file;
}

void
fram_import_mapping_set_heading (FramImportMapping *self, int column, const char *heading)
{
  g_return_if_fail (column >= 0 && column < FRAM_IMPORT_MAX_COLUMNS);
  g_free (self->headings[column]);
  self->headings[column] = g_strdup (heading);
}

const char *
fram_import_mapping_get_heading (const FramImportMapping *self, int column)
{
  g_return_val_if_fail (column >= 0 && column < FRAM_IMPORT_MAX_COLUMNS, NULL);
  return self->headings[column];
}

void
fram_import_mapping_set_constant (FramImportMapping *self, int column, const char *value)
{
  g_return_if_fail (column >= 0 && column < FRAM_IMPORT_MAX_COLUMNS);
  g_free (self->constants[column]);
  self->constants[column] = g_strdup (value);
}

const char *
fram_import_mapping_get_constant (const FramImportMapping *self, int column)
{
  g_return_val_if_fail (column >= 0 && column < FRAM_IMPORT_MAX_COLUMNS, NULL);
  return self->constants[column];
}

void
fram_import_mapping_set_letters (FramImportMapping *self, FramImportLetters letters)
{
  self->letters = letters;
}

FramImportLetters
fram_import_mapping_get_letters (const FramImportMapping *self)
{
  return self->letters;
}
