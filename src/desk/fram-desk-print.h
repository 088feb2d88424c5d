#pragma once

#include "fram-colours.h"
#include "fram-desk-roster.h"
#include "fram-roster-sheet.h"

G_BEGIN_DECLS

/* A roster as it is to be printed: the day, week or month that @day lies in, as far as the person at the keyboard may see
 * it. FRAM_ERROR_DENIED, NOT_FOUND. */
FramRosterSheet *fram_desk_roster_sheet (FramDesk *self, const FramUuid *activity, FramPrintKind kind, FramDate day,
                                         GError **error);

/* Writes into the access log that the people on the sheet are printed or, with %TRUE, go to a file. */
gboolean fram_desk_log_sheet (FramDesk *self, const FramRosterSheet *sheet, gboolean to_file, GError **error);

/**
 * FramSheetFile:
 * @path: where, ending in .pdf, .svg or .png
 * @width: points, of a PNG pixels; 0 for A4
 * @height: likewise
 * @look: its colours
 *
 * How a sheet is to be saved.
 */
typedef struct
{
  const char *path;
  double width;
  double height;
  FramLook look;
} FramSheetFile;

/* Saves a sheet, logged; the answer is the files' names. FRAM_ERROR_INVALID, FULL, READ_ONLY, IO; then there is no file. */
GStrv fram_desk_save_sheet (FramDesk *self, const FramRosterSheet *sheet, const FramSheetFile *file, GError **error);

G_END_DECLS
