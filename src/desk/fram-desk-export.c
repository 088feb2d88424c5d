#include "fram-desk-private.h"
#include "fram-desk-files.h"

#include "fram-access-log.h"
#include "fram-export.h"
#include "fram-tables.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  FramDesk *desk;
  FramTableReader *reader;
  FramImportFile file;
  guint n_columns;
  FramProgressFunc progress;
  gpointer data;
  guint64 done;
} Exporting;

static gboolean
next_row (FramImportFile file, const char **fields, gboolean *more, gpointer data, GError **error)
{
  Exporting *self = data;
  g_autoptr (GError) local = NULL;

  if (self->reader == NULL || self->file != file)
    {
      g_clear_pointer (&self->reader, fram_table_reader_free);
      self->reader = fram_table_reader_new (self->desk->db, (FramTable)file, error);
      self->file = file;
      self->n_columns = g_strv_length ((char **)fram_import_file_get_columns (file));
      if (self->reader == NULL)
        return FALSE;
    }
  *more = fram_table_reader_next (self->reader, fields, self->n_columns, &local);
  if (*more && file == FRAM_IMPORT_ADAPTATIONS)
    fields[4] = fram_export_adaptation_status (fields[4]);
  if (++self->done % 1000 == 0 && self->progress != NULL && !self->progress (self->done, 0, self->data))
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The export was stopped."));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_desk_export:
 * @self: the desk
 * @directory: where the seven files go; made where it is missing
 * @progress: (nullable): told the rows written
 * @data: closure of @progress
 * @error: return location
 *
 * Writes the whole register as the seven files. That is the file owner's business and is logged.
 *
 * Returns: whether all files are whole
 */
gboolean
fram_desk_export (FramDesk *self, const char *directory, FramProgressFunc progress, gpointer data, GError **error)
{
  Exporting exporting = { self, NULL, 0, 0, progress, data, 0 };
  guint n_optional[FRAM_N_IMPORT_FILES];
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  if (!self->viewer->is_system)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                           _ ("Only the owner of the register's file can export the whole register."));
      return FALSE;
    }
  if (!fram_access_log_add (self->db, self->viewer, "exported", FRAM_CLASS_BASIC, 0, NULL, error))
    return FALSE;
  fram_db_begin_read (self->db);
  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    n_optional[f] = fram_table_count_optional (self->db, (FramTable)f);
  ok = fram_export_write (directory, n_optional, next_row, &exporting, error);
  g_clear_pointer (&exporting.reader, fram_table_reader_free);
  fram_db_end_read (self->db);
  return ok;
}
