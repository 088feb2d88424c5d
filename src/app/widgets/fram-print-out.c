#include "fram-print-out.h"

#include "fram-print-job.h"

#include <glib/gi18n-lib.h>

struct _FramPrintOut
{
  GObject parent_instance;

  /* borrowed */
  GtkWindow *window;

  /* owned */
  FramDesk *desk; /* NULL once the dialog has gone */
  FramPaper *paper;

  gboolean busy; /* saving, printing, or looking for a printer */
};

enum
{
  BUSY_CHANGED,
  TROUBLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramPrintOut, fram_print_out, G_TYPE_OBJECT)

static void
set_busy (FramPrintOut *self, gboolean busy)
{
  self->busy = busy;
  g_signal_emit (self, signals[BUSY_CHANGED], 0);
}

static void
say_trouble (FramPrintOut *self, const char *sentence)
{
  g_signal_emit (self, signals[TROUBLE], 0, sentence);
}

/* What has been done is said in the window; the dialog goes. */
static void
leave (FramPrintOut *self, const char *text)
{
  GtkWindow *parent = gtk_window_get_transient_for (self->window);

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "(sb)", text, FALSE);
  gtk_window_destroy (self->window);
}

/* --- saving --- */

typedef struct
{
  FramPaper *paper;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  fram_paper_unref (saving->paper);
  g_free (saving->path);
  g_free (saving);
}

static gpointer
save_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;
  FramSheetFile file = { .path = saving->path };

  return fram_desk_save_paper (desk, saving->paper, &file, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramPrintOut) self = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  g_autofree char *name = files != NULL ? g_filename_display_basename (files[0]) : NULL;
  g_autofree char *text = NULL;

  if (self->desk == NULL)
    return;
  set_busy (self, FALSE);
  if (files == NULL)
    {
      say_trouble (self, error->message);
      return;
    }
  /* Translators: the name of a file */
  text = g_strdup_printf (_ ("The sheet is saved as “%s”."), name);
  leave (self, text);
}

/* A name without an ending that is known gets that of a PDF; pictures only of what can be a picture. */
static char *
complete_path (const FramPaper *paper, const char *path)
{
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < (paper->draw_picture != NULL ? G_N_ELEMENTS (endings) : 1); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return g_strdup (path);
  return g_strconcat (path, ".pdf", NULL);
}

/**
 * fram_print_out_save:
 * @self: the ways out
 * @path: where the paper goes
 *
 * Saves the paper off the main loop; what goes wrong is said in the dialog.
 */
void
fram_print_out_save (FramPrintOut *self, const char *path)
{
  Saving *saving;

  g_return_if_fail (FRAM_IS_PRINT_OUT (self) && path != NULL);
  if (self->paper == NULL || self->busy || self->desk == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->paper = fram_paper_ref (self->paper);
  saving->path = complete_path (self->paper, path);
  say_trouble (self, NULL);
  set_busy (self, TRUE);
  fram_desk_run_async (self->desk, save_paper, saving, saving_free, (GDestroyNotify)g_strfreev, NULL, on_saved_cb,
                       g_object_ref (self));
}

static void
on_file_chosen_cb (GtkNativeDialog *chooser, int response, gpointer data)
{
  g_autoptr (FramPrintOut) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->desk != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      path = file != NULL ? g_file_get_path (file) : NULL;
      if (path != NULL)
        fram_print_out_save (self, path);
      else
        say_trouble (self, _ ("Choose a folder on this computer."));
    }
  g_object_unref (chooser);
}

/**
 * fram_print_out_ask_file:
 * @self: the ways out
 * @ending: `pdf`, `svg` or `png`
 *
 * Asks where the file goes, and saves it.
 */
void
fram_print_out_ask_file (FramPrintOut *self, const char *ending)
{
  g_autofree char *name = NULL, *title = NULL, *letters = NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (FRAM_IS_PRINT_OUT (self) && ending != NULL);
  if (self->paper == NULL || self->busy || self->desk == NULL)
    return;
  letters = g_ascii_strup (ending, -1);
  /* Translators: the kind of a file: "Save as PDF" */
  title = g_strdup_printf (_ ("Save as %s"), letters);
  chooser = gtk_file_chooser_native_new (title, self->window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  name = g_strdup_printf ("%s.%s", self->paper->file_stem, ending);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_file_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- printing --- */

static void begin_printing (FramPrintOut *self);

static void
on_not_printed_response_cb (AdwMessageDialog *dialog, const char *response, FramPrintOut *self)
{
  if (g_str_equal (response, "save"))
    fram_print_out_ask_file (self, "pdf");
  else if (g_str_equal (response, "print"))
    begin_printing (self);
}

/* Whatever keeps it from the printer, the sheet can go into a file. */
static void
offer_file (FramPrintOut *self, const char *heading, const char *sentence, gboolean may_try)
{
  GtkWidget *dialog = adw_message_dialog_new (self->window, heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"));
  if (may_try)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "print", _ ("_Choose a Printer …"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "save", _ ("_Save as PDF …"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_not_printed_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_printed_cb (gboolean printed, const char *failure, gpointer data)
{
  FramPrintOut *self = data;

  if (self->desk == NULL)
    return;
  set_busy (self, FALSE);
  if (failure != NULL)
    offer_file (self, _ ("Not Printed"), failure, FALSE);
  else if (printed)
    leave (self, _ ("The sheet is on its way to the printer."));
}

static void
begin_printing (FramPrintOut *self)
{
  if (self->paper == NULL || self->busy || self->desk == NULL)
    return;
  set_busy (self, TRUE);
  fram_print_job_run (self->desk, self->paper, self->window, NULL, on_printed_cb, g_object_ref (self), g_object_unref);
}

static void
on_printers_cb (gboolean any, gpointer data)
{
  g_autoptr (FramPrintOut) self = data;

  if (self->desk == NULL)
    return;
  set_busy (self, FALSE);
  if (any)
    begin_printing (self);
  else
    offer_file (self, _ ("No Printer Found"),
                _ ("This computer knows of no printer. Save the sheet as a PDF file and print it somewhere else."),
                TRUE);
}

/**
 * fram_print_out_print:
 * @self: the ways out
 *
 * Prints; where there is no printer, a file is offered.
 */
void
fram_print_out_print (FramPrintOut *self)
{
  g_return_if_fail (FRAM_IS_PRINT_OUT (self));
  if (self->paper == NULL || self->busy || self->desk == NULL)
    return;
  set_busy (self, TRUE);
  fram_print_job_find_printers (on_printers_cb, g_object_ref (self));
}

/* --- object --- */

static void
fram_print_out_finalize (GObject *object)
{
  FramPrintOut *self = FRAM_PRINT_OUT (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->paper, fram_paper_unref);
  G_OBJECT_CLASS (fram_print_out_parent_class)->finalize (object);
}

static void
fram_print_out_class_init (FramPrintOutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_print_out_finalize;
  signals[BUSY_CHANGED] =
      g_signal_new ("busy-changed", FRAM_TYPE_PRINT_OUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", FRAM_TYPE_PRINT_OUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                   1, G_TYPE_STRING);
}

static void
fram_print_out_init (FramPrintOut *self)
{
}

/**
 * fram_print_out_new:
 * @desk: the register, for its log
 * @window: the dialog
 *
 * Returns: (transfer full): its ways out
 */
FramPrintOut *
fram_print_out_new (FramDesk *desk, GtkWindow *window)
{
  FramPrintOut *self = g_object_new (FRAM_TYPE_PRINT_OUT, NULL);

  self->desk = g_object_ref (desk);
  self->window = window;
  return self;
}

/**
 * fram_print_out_close:
 * @self: the ways out
 *
 * Says that the dialog has gone: what is under way ends without a word.
 */
void
fram_print_out_close (FramPrintOut *self)
{
  g_clear_object (&self->desk);
  self->window = NULL;
}

void
fram_print_out_set_paper (FramPrintOut *self, FramPaper *paper)
{
  if (paper != NULL)
    fram_paper_ref (paper);
  g_clear_pointer (&self->paper, fram_paper_unref);
  self->paper = paper;
}

FramPaper *
fram_print_out_get_paper (FramPrintOut *self)
{
  return self->paper;
}

gboolean
fram_print_out_is_busy (FramPrintOut *self)
{
  return self->busy;
}
