#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramImportLetters:
 * @FRAM_IMPORT_LETTERS_UNKNOWN: only letters that are the same in both are understood
 * @FRAM_IMPORT_LETTERS_SWEDISH: S is sen, L is ledig
 * @FRAM_IMPORT_LETTERS_ENGLISH: S is sick, L is late
 *
 * In which language the letters of attendance statuses are meant.
 */
typedef enum
{
  FRAM_IMPORT_LETTERS_UNKNOWN,
  FRAM_IMPORT_LETTERS_SWEDISH,
  FRAM_IMPORT_LETTERS_ENGLISH,
} FramImportLetters;

G_END_DECLS
