#pragma once

#include "fram-csv-format.h"

G_BEGIN_DECLS

/**
 * FramCsvReader:
 *
 * Reads comma-separated values as RFC 4180 describes them: UTF-8 with or without a byte order mark, lines ended by CR LF
 * or LF, fields in quotes where they hold commas, quotes or line breaks; or as a #FramCsvFormat says. The file is read a
 * piece at a time, however large it is.
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

FramCsvReader *fram_csv_reader_new (const char *path, const FramCsvFormat *format, GError **error);
FramCsvReader *fram_csv_reader_new_for_file (const char *path, GError **error);
FramCsvReader *fram_csv_reader_new_for_text (const char *text, gssize length);
FramCsvReader *fram_csv_reader_new_for_sample (const char *text, gssize length, const FramCsvFormat *format);
void fram_csv_reader_free (FramCsvReader *self);
FramCsvStatus fram_csv_reader_next (FramCsvReader *self);
guint fram_csv_reader_get_n_fields (FramCsvReader *self);
const char *fram_csv_reader_get_field (FramCsvReader *self, guint field);
guint fram_csv_reader_get_line (FramCsvReader *self);
guint fram_csv_reader_get_field_column (FramCsvReader *self, guint field);
const char *fram_csv_reader_get_message (FramCsvReader *self);
guint fram_csv_reader_get_message_column (FramCsvReader *self);
gboolean fram_csv_reader_is_quoted (FramCsvReader *self, guint field);
guint64 fram_csv_reader_get_position (FramCsvReader *self);
guint64 fram_csv_reader_get_size (FramCsvReader *self);
gboolean fram_csv_reader_finish (FramCsvReader *self, GError **error);

void fram_csv_append_field (GString *out, const char *text);
void fram_csv_append_row (GString *out, const char *const *fields, guint n_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCsvReader, fram_csv_reader_free)

G_END_DECLS
