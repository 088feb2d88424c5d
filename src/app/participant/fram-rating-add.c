#include "fram-rating-dialog.h"
#include "fram-section.h"

static void
on_written_cb (GtkWidget *parent, const char *what)
{
  if (what[0] != '\0')
    fram_section_toast (parent, what, TRUE);
}

/**
 * fram_rating_dialog_add:
 * @desk: the desk
 * @parent: a widget of a participant's page
 * @what: the participant
 * @adding: what is to be begun
 *
 * Returns: whether it was a rating, and its form has been opened
 */
gboolean
fram_rating_dialog_add (FramDesk *desk, GtkWidget *parent, const FramCase *what, const char *adding)
{
  FramRatingDialog *dialog;
  FramUuid set;
  gboolean named = g_str_has_prefix (adding, "rating:") && fram_uuid_parse (adding + strlen ("rating:"), &set);

  if ((!named && !g_str_equal (adding, "rating")) || !what->writes_progress)
    return FALSE;
  dialog = fram_rating_dialog_new (desk, parent, what, named ? &set : NULL);
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), parent, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
