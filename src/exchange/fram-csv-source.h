#pragma once

/* Inside the reader only: bytes of a file, a piece at a time, as UTF-8. */

#include "fram-csv-format.h"

G_BEGIN_DECLS

typedef struct _CsvSource CsvSource;

int csv_open (const char *path, guint64 *size, GError **error);
CsvSource *csv_source_new (const char *path, const FramCsvFormat *format, GError **error);
void csv_source_free (CsvSource *self);
gboolean csv_source_read (CsvSource *self, GString *out);
gboolean csv_source_check (CsvSource *self, GError **error);
guint64 csv_source_get_position (const CsvSource *self);
guint64 csv_source_get_size (const CsvSource *self);
void csv_decode (FramCsvEncoding encoding, const guchar *bytes, gsize length, gsize *used, GString *out);

G_END_DECLS
