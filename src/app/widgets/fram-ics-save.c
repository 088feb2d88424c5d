#include "fram-ics-save.h"

#include "fram-desk-ics.h"

#include <glib/gi18n.h>

/* A calendar on its way into a file. */
typedef struct
{
  GtkWidget *inside; /* owned */
  FramDesk *desk;    /* owned */
  FramScheduleOf of;
  FramUuid id; /* of a participant: the enrolment */
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_clear_object (&self->inside);
  g_clear_object (&self->desk);
  g_free (self->path);
  g_free (self);
}

static Saving *
saving_new (GtkWidget *inside, FramDesk *desk, FramScheduleOf of, const FramUuid *id)
{
  Saving *self = g_new0 (Saving, 1);

  self->inside = g_object_ref (inside);
  self->desk = g_object_ref (desk);
  self->of = of;
  self->id = id != NULL ? *id : FRAM_UUID_NONE;
  return self;
}

static gpointer
save_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;
  gboolean saved = saving->of == FRAM_SCHEDULE_OF_PARTICIPANT
                       ? fram_desk_save_own_ics (desk, &saving->id, saving->path, error)
                       : fram_desk_save_ics (desk, saving->of, &saving->id, saving->path, error);

  return saved ? g_filename_display_basename (saving->path) : NULL;
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) inside = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  /* TRANSLATORS: the name of a file */
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("The calendar is saved as “%s”."), name) : NULL;

  if (gtk_widget_get_root (inside) != NULL)
    gtk_widget_activate_action (inside, "win.toast", "(sb)", text != NULL ? text : error->message, FALSE);
}

static void
save (Saving *saving)
{
  GtkWidget *inside = g_object_ref (saving->inside);

  fram_desk_run_async (saving->desk, save_on_desk, saving, saving_free, g_free, NULL, on_saved_cb, inside);
}

static void
on_chosen_cb (GtkNativeDialog *dialog, int response, Saving *saving)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && !g_str_has_suffix (path, ".ics"))
    {
      saving->path = g_strconcat (path, ".ics", NULL);
      g_free (path);
    }
  else
    saving->path = path;
  if (saving->path != NULL)
    save (saving);
  else
    saving_free (saving);
  g_object_unref (dialog);
}

static void
ask (Saving *saving, const char *stem)
{
  GtkRoot *root = gtk_widget_get_root (saving->inside);
  g_autofree char *name = g_strdelimit (g_strconcat (stem, ".ics", NULL), "/\\:", '-');
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save the Calendar"), GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * fram_ics_save:
 * @inside: a widget of the window
 * @desk: the desk
 * @of: whose or what sessions; not a participant's
 * @id: (nullable): the group, place or leader
 * @stem: name of the file without its ending
 */
void
fram_ics_save (GtkWidget *inside, FramDesk *desk, FramScheduleOf of, const FramUuid *id, const char *stem)
{
  g_return_if_fail (GTK_IS_WIDGET (inside) && of != FRAM_SCHEDULE_OF_PARTICIPANT);
  ask (saving_new (inside, desk, of, id), stem);
}

/**
 * fram_ics_save_own:
 * @inside: a widget of the window
 * @desk: the desk
 * @enrolment: whose
 */
void
fram_ics_save_own (GtkWidget *inside, FramDesk *desk, const FramUuid *enrolment)
{
  /* TRANSLATORS: name of a file: the participant's own calendar; there is no name of a person in it */
  ask (saving_new (inside, desk, FRAM_SCHEDULE_OF_PARTICIPANT, enrolment), _ ("my-week"));
}

/**
 * fram_ics_save_to:
 * @inside: a widget of the window
 * @desk: the desk
 * @of: whose or what sessions
 * @id: (nullable): the group, place or leader; of a participant the enrolment
 * @path: the file
 */
void
fram_ics_save_to (GtkWidget *inside, FramDesk *desk, FramScheduleOf of, const FramUuid *id, const char *path)
{
  Saving *saving = saving_new (inside, desk, of, id);

  saving->path = g_strdup (path);
  save (saving);
}
