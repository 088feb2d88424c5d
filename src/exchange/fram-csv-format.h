#pragma once

#include "fram-record.h"

G_BEGIN_DECLS

/**
 * FramCsvEncoding:
 *
 * How the bytes of a file are letters.
 */
typedef enum
{
  FRAM_CSV_UTF_8,
  FRAM_CSV_UTF_16_LE,
  FRAM_CSV_UTF_16_BE,
  FRAM_CSV_WINDOWS_1252,
} FramCsvEncoding;

/**
 * FramCsvFormat:
 * @encoding: how bytes are letters
 * @mark: bytes of the byte order mark before the first line
 * @separator: what stands between two fields: `,`, `;` or a tab
 * @lone_cr: whether lines end with CR alone
 * @separator_line: whether the first line is Excel's `sep=;`, which is no row
 * @decimal_commas: whether numbers were seen that are written as 1,5
 *
 * How a file of rows is written. All zero but for @separator is what RFC 4180 describes.
 */
typedef struct
{
  FramCsvEncoding encoding;
  guint mark;
  char separator;
  gboolean lone_cr;
  gboolean separator_line;
  gboolean decimal_commas;
} FramCsvFormat;

#define FRAM_CSV_FORMAT_PLAIN                                                                                          \
  {                                                                                                                    \
    FRAM_CSV_UTF_8, 0, ',', FALSE, FALSE, FALSE                                                                        \
  }

gboolean fram_csv_format_recognise (const char *path, FramCsvFormat *format, FramProgressFunc progress, gpointer data,
                                    GError **error);
char *fram_csv_format_describe (const FramCsvFormat *self);

G_END_DECLS
