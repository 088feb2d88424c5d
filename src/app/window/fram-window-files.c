#include "fram-window-private.h"

#include "fram-desk-files.h"

#include <glib/gi18n.h>

/* Backups: written from the window at work, put back from the page that says what is wrong with a register. */

static gpointer
back_up (FramDesk *desk, gpointer path, GCancellable *cancellable, GError **error)
{
  return fram_desk_backup (desk, path, error) ? g_strdup (path) : NULL;
}

static void
on_backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->seat != NULL)
    fram_window_say (self, path != NULL ? _ ("The register is backed up.") : error->message, FALSE);
}

static void
on_backup_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  FramDesk *desk = fram_window_get_desk (self);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT && desk != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      fram_desk_run_async (desk, back_up, g_file_get_path (file), g_free, g_free, NULL, on_backed_up_cb,
                           g_object_ref (self));
    }
  g_object_unref (dialog);
}

void
fram_window_choose_backup (FramWindow *self)
{
  g_autofree char *day = fram_date_to_text (fram_clock_today (fram_seat_get_clock (self->seat)));
  g_autofree char *name = g_strdup_printf ("framsteg-%s.backup", day);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Back Up the Register"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_backup_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct
{
  char *backup;
  char *path;
  FramClock *clock;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  fram_clock_unref (restoring->clock);
  g_free (restoring->backup);
  g_free (restoring->path);
  g_free (restoring);
}

static void
restore_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Restoring *restoring = data;
  GError *error = NULL;

  if (fram_desk_restore (restoring->backup, restoring->path, restoring->clock, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FramWindow *self = FRAM_WINDOW (source);
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (self->seat == NULL)
    return;
  fram_window_say (self, done ? _ ("The register is restored.") : error->message, FALSE);
  fram_window_open (self, fram_seat_get_path (self->seat), NULL);
}

/**
 * fram_window_restore:
 * @self: a window
 * @backup: a backup
 *
 * Puts the backup in the register's place, off the main loop, and opens it. What was there is kept beside it.
 */
void
fram_window_restore (FramWindow *self, const char *backup)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_restored_cb, NULL);
  Restoring *restoring;

  if (fram_seat_get_path (self->seat) == NULL)
    return;
  restoring = g_new0 (Restoring, 1);
  restoring->backup = g_strdup (backup);
  restoring->path = g_strdup (fram_seat_get_path (self->seat));
  restoring->clock = fram_clock_ref (fram_seat_get_clock (self->seat));
  fram_seat_forget_desk (self->seat);
  fram_message_page_say (self->message, "system-run-symbolic", _ ("Restoring the Register"),
                         _ ("The backup is looked through before it takes the register’s place."));
  fram_message_page_set_progress (self->message, -1);
  fram_window_show (self, "message");
  g_task_set_task_data (task, restoring, restoring_free);
  g_task_run_in_thread (task, restore_in_thread);
}

static void
on_restore_chosen_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (FramWindow) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
      if (path != NULL)
        fram_window_restore (self, path);
    }
  g_object_unref (dialog);
}

void
fram_window_choose_restore (FramWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _ ("Restore from a Backup"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Restore"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_restore_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
