#pragma once

#include "fram-desk-paper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPrintOut:
 *
 * The ways out of a print dialog: to a printer and to a file, with what goes wrong on the way. It belongs to the dialog's
 * window, which goes when it is done; the window beneath says what was done.
 *
 * Signals: `busy-changed` when a way out begins or ends, `trouble` with a sentence, or %NULL where there is none any more.
 */
#define FRAM_TYPE_PRINT_OUT (fram_print_out_get_type ())
G_DECLARE_FINAL_TYPE (FramPrintOut, fram_print_out, FRAM, PRINT_OUT, GObject)

FramPrintOut *fram_print_out_new (FramDesk *desk, GtkWindow *window);
void fram_print_out_close (FramPrintOut *self);
void fram_print_out_set_paper (FramPrintOut *self, FramPaper *paper);
FramPaper *fram_print_out_get_paper (FramPrintOut *self);
gboolean fram_print_out_is_busy (FramPrintOut *self);
void fram_print_out_save (FramPrintOut *self, const char *path);
void fram_print_out_ask_file (FramPrintOut *self, const char *ending);
void fram_print_out_print (FramPrintOut *self);

G_END_DECLS
