#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramCsvReader:
 *
 * Reads comma-separated values as RFC 4180 describes them: UTF-8 with or without a byte order mark, lines ended by CR LF
 * or LF, fields in quotes where they hold commas, quotes or line breaks. The file is mapped and read row by row.
 */
typedef struct _FramCsvReader FramCsvReader;

/**
 * FramCsvStatus:
 * @FRAM_CSV_ROW: a row was read
 * @FRAM_CSV_END: there are no more rows
 * @FRAM_CSV_BAD: a row could not be read; the message says why, and reading goes on after it
 */
typedef enum
{
  FRAM_CSV_ROW,
  FRAM_CSV_END,
  FRAM_CSV_BAD,
} FramCsvStatus;

FramCsvReader *fram_csv_reader_new_for_file (const char *path, GError **error);
FramCsvReader *fram_csv_reader_new_for_text (const char *text, gssize length);
void fram_csv_reader_free (FramCsvReader *self);
FramCsvStatus fram_csv_reader_next (FramCsvReader *self);
guint fram_csv_reader_get_n_fields (FramCsvReader *self);
const char *fram_csv_reader_get_field (FramCsvReader *self, guint field);
guint fram_csv_reader_get_line (FramCsvReader *self);
guint fram_csv_reader_get_field_column (FramCsvReader *self, guint field);
const char *fram_csv_reader_get_message (FramCsvReader *self);
guint fram_csv_reader_get_message_column (FramCsvReader *self);
gsize fram_csv_reader_get_position (FramCsvReader *self);
gsize fram_csv_reader_get_size (FramCsvReader *self);

void fram_csv_append_field (GString *out, const char *text);
void fram_csv_append_row (GString *out, const char *const *fields, guint n_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCsvReader, fram_csv_reader_free)

G_END_DECLS
