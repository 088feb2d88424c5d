#include "fram-week-plan-print.h"

#include "fram-section.h"

#include <glib/gi18n.h>

typedef struct
{
  FramUuid enrolment;
  char *path;
} Saving;

static void
saving_free (Saving *saving)
{
  g_free (saving->path);
  g_free (saving);
}

static gpointer
save_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;

  return fram_desk_save_plan_document (desk, &saving->enrolment, saving->path, error);
}

static void
on_saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) inside = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  g_autofree char *name = files != NULL ? g_path_get_basename (files[0]) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("The plan is saved as “%s”."), name) : NULL;

  if (gtk_widget_get_root (inside) != NULL)
    fram_section_toast (inside, text != NULL ? text : error->message, FALSE);
}

static void
on_chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GtkWidget) inside = user_data;
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  FramDesk *desk = g_object_get_data (G_OBJECT (chooser), "desk");
  const FramUuid *enrolment = g_object_get_data (G_OBJECT (chooser), "enrolment");

  if (file != NULL)
    {
      Saving *saving = g_new0 (Saving, 1);

      saving->enrolment = *enrolment;
      saving->path = g_file_get_path (file);
      fram_desk_run_async (desk, save_on_desk, saving, (GDestroyNotify)saving_free, (GDestroyNotify)g_strfreev, NULL,
                           on_saved_cb, g_object_ref (inside));
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/**
 * fram_week_plan_print:
 * @inside: a widget of the section
 * @desk: the desk
 * @plan: whose
 */
void
fram_week_plan_print (GtkWidget *inside, FramDesk *desk, const FramCasePlan *plan)
{
  GtkRoot *root = gtk_widget_get_root (inside);
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save the Plan"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  /* TRANSLATORS: the name of a file, with a case number */
  g_autofree char *name = g_strdup_printf (_ ("Plan %s.pdf"), plan->case_no);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_object_set_data_full (G_OBJECT (chooser), "desk", g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (chooser), "enrolment", g_memdup2 (&plan->enrolment, sizeof plan->enrolment),
                          g_free);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen_cb), g_object_ref (inside));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
