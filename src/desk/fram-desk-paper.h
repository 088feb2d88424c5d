#pragma once

#include "fram-desk-print.h"
#include "fram-paper.h"

G_BEGIN_DECLS

/* Writes into the access log that the people of a paper are printed or, with %TRUE, go to a file. */
gboolean fram_desk_log_paper (FramDesk *self, const FramPaper *paper, gboolean to_file, GError **error);

/* Saves a paper, logged before it is written; the answer is the files' names. FRAM_ERROR_INVALID, FULL, READ_ONLY, IO;
 * then there is no file. */
GStrv fram_desk_save_paper (FramDesk *self, const FramPaper *paper, const FramSheetFile *file, GError **error);

G_END_DECLS
