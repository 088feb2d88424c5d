#include "fram-export.h"

#include "fram-csv.h"
#include "fram-error.h"
#include "fram-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define FLUSH_AT (64 * 1024)

typedef struct
{
  FramOutput file;
  GString *buffer;
} Output;

static gboolean
output_flush (Output *self, GError **error)
{
  gboolean ok = fram_output_write (&self->file, self->buffer->str, self->buffer->len, error);

  g_string_truncate (self->buffer, 0);
  return ok;
}

/* All of it is on disk, under its temporary name still. */
static gboolean
output_complete (Output *self, GError **error)
{
  return output_flush (self, error) && fram_output_close (&self->file, error);
}

static gboolean
write_rows (Output *self, FramImportFile file, guint n_optional, FramExportRowFunc next_row, gpointer data,
            GError **error)
{
  const char *const *columns = fram_import_file_get_columns (file);
  guint n = g_strv_length ((char **)columns) - fram_import_file_get_n_optional (file) + n_optional;
  const char *fields[FRAM_EXPORT_MAX_FIELDS];
  gboolean more = TRUE;

  fram_csv_append_row (self->buffer, columns, n);
  for (;;)
    {
      memset (fields, 0, sizeof fields);
      if (!next_row (file, fields, &more, data, error))
        return FALSE;
      if (!more)
        return TRUE;
      fram_csv_append_row (self->buffer, fields, n);
      if (self->buffer->len >= FLUSH_AT && !output_flush (self, error))
        return FALSE;
    }
}

/**
 * fram_export_write_file:
 * @path: where it goes; replaced as a whole, or not at all
 * @file: which of the seven files
 * @next_row: (scope call): gives the rows
 * @data: closure
 * @error: return location for a %FRAM_ERROR
 *
 * Writes one file: UTF-8, RFC 4180, with its header.
 *
 * Returns: whether it is there
 */
gboolean
fram_export_write_file (const char *path, FramImportFile file, FramExportRowFunc next_row, gpointer data,
                        GError **error)
{
  Output output = { FRAM_OUTPUT_INIT, g_string_sized_new (FLUSH_AT + 4096) };
  gboolean ok = fram_output_open (&output.file, path, error) && write_rows (&output, file, 0, next_row, data, error) &&
                output_complete (&output, error) && fram_output_replace (&output.file, error);

  fram_output_clear (&output.file);
  g_string_free (output.buffer, TRUE);
  return ok;
}

static gboolean
write_all (Output *outputs, char *const *paths, const guint *n_optional, FramExportRowFunc next_row, gpointer data,
           GError **error)
{
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    if (!fram_output_open (&outputs[f].file, paths[f], error) ||
        !write_rows (&outputs[f], f, n_optional != NULL ? n_optional[f] : 0, next_row, data, error) ||
        !output_complete (&outputs[f], error))
      return FALSE;
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    if (!fram_output_replace (&outputs[f].file, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_in (const char *directory, const guint *n_optional, FramExportRowFunc next_row, gpointer data, GError **error)
{
  Output outputs[FRAM_N_IMPORT_FILES];
  char *paths[FRAM_N_IMPORT_FILES];
  gboolean ok;

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      outputs[f] = (Output){ FRAM_OUTPUT_INIT, g_string_new (NULL) };
      paths[f] = g_build_filename (directory, fram_import_file_get_name (f), NULL);
    }
  ok = write_all (outputs, paths, n_optional, next_row, data, error);
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    {
      fram_output_clear (&outputs[f].file);
      g_string_free (outputs[f].buffer, TRUE);
      g_free (paths[f]);
    }
  return ok;
}

/**
 * fram_export_write:
 * @directory: where the files go; made if it is not there
 * @n_optional: (nullable) (array fixed-size=7): how many of its optional columns each file gets; %NULL for none
 * @next_row: (scope call): gives the rows of each file in turn
 * @data: closure
 * @error: return location for a %FRAM_ERROR
 *
 * Writes all seven files. They take the place of older ones together, when all of them are on disk; on failure the directory
 * is as it was.
 *
 * Returns: whether they are all there
 */
gboolean
fram_export_write (const char *directory, const guint *n_optional, FramExportRowFunc next_row, gpointer data,
                   GError **error)
{
  gboolean is_new = !g_file_test (directory, G_FILE_TEST_EXISTS);

  if (g_mkdir_with_parents (directory, 0700) != 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_IO, _ ("The directory “%s” cannot be made; choose another one."),
                   directory);
      return FALSE;
    }
  if (write_in (directory, n_optional, next_row, data, error))
    return TRUE;
  if (is_new)
    g_rmdir (directory);
  return FALSE;
}

/**
 * fram_export_adaptation_status:
 * @status: code of an adaptation's status in the register
 *
 * Returns: the code that adaptations.csv has for it; one that did not help has come to an end there
 */
const char *
fram_export_adaptation_status (const char *status)
{
  static const char *const pairs[][2] = {
    { "proposed", "planerad" },
    { "on_trial", "pagar" },
    { "in_place", "genomford" },
    { "ended", "avslutad" },
    { "not_carried_out", "ej_genomford" },
    { "did_not_help", "avslutad" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_strcmp0 (pairs[i][0], status) == 0)
      return pairs[i][1];
  return status;
}
