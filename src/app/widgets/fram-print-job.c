#include "fram-print-job.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtkunixprint.h>

/* A printer that has not told of itself by then is not waited for. */
#define SEARCH_MS 1500

/* One printing: it is written into the log first, and nothing is printed that could not be. */
typedef struct
{
  FramPaper *paper;
  FramDesk *desk;
  GtkPrintOperation *operation;
  FramPrintJobFunc done;
  gpointer data;
  GDestroyNotify free_data;
  char *failure;
  gboolean asked;
  gboolean logged;
  int refs; /* the printing and, while it is written, the log */
} Job;

static void
job_unref (Job *job)
{
  if (--job->refs > 0)
    return;
  if (job->free_data != NULL)
    job->free_data (job->data);
  fram_paper_unref (job->paper);
  g_object_unref (job->desk);
  g_object_unref (job->operation);
  g_free (job->failure);
  g_free (job);
}

static gpointer
write_log (FramDesk *desk, gpointer paper, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (fram_desk_log_paper (desk, paper, FALSE, error));
}

static void
on_logged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  job->logged = TRUE;
  if (!fram_desk_run_finish (FRAM_DESK (source), result, &error))
    job->failure = g_strdup (error->message);
  job_unref (job);
}

/* Asked again and again until the log is written, without the window waiting for the disk. */
static gboolean
on_paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  if (!job->asked)
    {
      job->asked = TRUE;
      job->refs++;
      fram_desk_run_async (job->desk, write_log, fram_paper_ref (job->paper), (GDestroyNotify)fram_paper_unref, NULL,
                           NULL, on_logged_cb, job);
    }
  if (!job->logged)
    return FALSE;
  if (job->failure != NULL)
    gtk_print_operation_cancel (operation);
  return TRUE;
}

static void
on_draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  fram_paper_draw_page (job->paper, (guint)page, FRAM_LOOK_LIGHT, FALSE, gtk_print_context_get_width (context),
                        gtk_print_context_get_height (context), gtk_print_context_get_cairo_context (context));
}

static char *
failure_of (GtkPrintOperation *operation)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_get_error (operation, &error);
  if (error == NULL)
    return g_strdup (_ ("The printer stopped. Look at the printer, or save the sheet as a PDF file."));
  /* Translators: the reason why nothing was printed, as the system tells it */
  return g_strdup_printf (_ ("Nothing was printed (%s). Look at the printer, or save the sheet as a PDF file."),
                          error->message);
}

static void
on_done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  gboolean aborted = gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED;

  if (job->failure == NULL &&
      (result == GTK_PRINT_OPERATION_RESULT_ERROR || (aborted && result != GTK_PRINT_OPERATION_RESULT_CANCEL)))
    job->failure = failure_of (operation);
  job->done (job->failure == NULL && result == GTK_PRINT_OPERATION_RESULT_APPLY, job->failure, job->data);
  job_unref (job);
}

static GtkPageSetup *
make_page_setup (const FramPaper *what)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, what->height >= what->width ? GTK_PAGE_ORIENTATION_PORTRAIT
                                                                     : GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_paper_size_free (paper);
  return setup;
}

static GtkPrintOperation *
make_operation (const FramPaper *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (paper);
  g_autofree char *name = g_strconcat (paper->file_stem, ".pdf", NULL);

  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int)paper->n_pages);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  return operation;
}

/**
 * fram_print_job_run:
 * @desk: the register, for its log
 * @paper: what is to be printed
 * @parent: the window
 * @to_file: (nullable): a file instead of a printer, without asking
 * @done: told how it ended
 * @data: closure of @done
 * @free_data: (nullable): frees @data
 *
 * Shows the system's dialog and prints; the same drawing as in the preview.
 */
void
fram_print_job_run (FramDesk *desk, FramPaper *paper, GtkWindow *parent, const char *to_file, FramPrintJobFunc done,
                    gpointer data, GDestroyNotify free_data)
{
  Job *job = g_new0 (Job, 1);
  GtkPrintOperationAction action =
      to_file != NULL ? GTK_PRINT_OPERATION_ACTION_EXPORT : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;
  g_autoptr (GtkPrintOperation) operation = make_operation (paper);

  job->refs = 1;
  job->paper = fram_paper_ref (paper);
  job->desk = g_object_ref (desk);
  job->operation = g_object_ref (operation);
  job->done = done;
  job->data = data;
  job->free_data = free_data;
  if (to_file != NULL)
    gtk_print_operation_set_export_filename (operation, to_file);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page_cb), job);
  g_signal_connect (operation, "done", G_CALLBACK (on_done_cb), job);
  gtk_print_operation_run (operation, action, parent, NULL);
}

/* --- printers --- */

typedef struct
{
  FramPrintersFunc found;
  gpointer data;
  guint timeout;
  int refs; /* whoever has not told the answer yet: the list, the clock */
} Search;

static void
search_unref (gpointer data)
{
  Search *search = data;

  if (--search->refs == 0)
    g_free (search);
}

static void
tell (Search *search, gboolean any)
{
  FramPrintersFunc found = g_steal_pointer (&search->found);

  g_clear_handle_id (&search->timeout, g_source_remove);
  if (found != NULL)
    found (any, search->data);
}

static gboolean
on_printer_cb (GtkPrinter *printer, gpointer data)
{
  if (gtk_printer_is_virtual (printer))
    return FALSE;
  tell (data, TRUE);
  return TRUE;
}

static gboolean
on_search_late_cb (gpointer data)
{
  Search *search = data;

  search->timeout = 0;
  tell (search, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_search_ended_cb (gpointer data)
{
  tell (data, FALSE);
  search_unref (data);
}

/**
 * fram_print_job_find_printers:
 * @found: (scope async): told once whether there is one
 * @data: closure
 *
 * Looks for a printer. To write a file is none.
 */
void
fram_print_job_find_printers (FramPrintersFunc found, gpointer data)
{
  Search *search = g_new0 (Search, 1);

  search->found = found;
  search->data = data;
  search->refs = 2;
  search->timeout = g_timeout_add_full (G_PRIORITY_DEFAULT, SEARCH_MS, on_search_late_cb, search, search_unref);
  gtk_enumerate_printers (on_printer_cb, search, on_search_ended_cb, FALSE);
}
