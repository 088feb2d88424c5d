#pragma once

#include "fram-desk-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramPrintJobFunc:
 * @printed: whether it went out; %FALSE without @failure where the person thought better of it
 * @failure: (nullable): why not, a sentence
 * @data: closure
 */
typedef void (*FramPrintJobFunc) (gboolean printed, const char *failure, gpointer data);

void fram_print_job_run (FramDesk *desk, FramPaper *paper, GtkWindow *parent, const char *to_file,
                         FramPrintJobFunc done, gpointer data, GDestroyNotify free_data);

/**
 * FramPrintersFunc:
 * @any: whether there is a printer that puts ink on paper
 * @data: closure
 */
typedef void (*FramPrintersFunc) (gboolean any, gpointer data);

void fram_print_job_find_printers (FramPrintersFunc found, gpointer data);

G_END_DECLS
