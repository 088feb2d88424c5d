#include "fram-session-panel-private.h"

#include "fram-desk-schedule-print.h"
#include "fram-drawing-dialog.h"

#include <glib/gi18n.h>

/* A session on paper: the list for signatures, and slips that invite to it. */

typedef struct
{
  FramUuid group;
  FramDate day;
  char *bring;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->bring);
  g_free (order);
}

static Order *
order_new (FramSessionPanel *self)
{
  Order *order = g_new0 (Order, 1);

  order->group = self->group;
  order->day = self->session->day;
  return order;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSessionPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != FRAM_DESK (source) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (self->desk, GTK_WIDGET (self), paper));
  else
    fram_session_panel_say (self, error->message, FALSE);
}

static void
show_paper (FramSessionPanel *self, FramDeskFunc func, Order *order)
{
  fram_desk_run_async (self->desk, func, order, order_free, (GDestroyNotify)fram_paper_unref, NULL, on_read_cb,
                       g_object_ref (self));
}

/* --- list for signatures --- */

static gpointer
read_members (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;

  return fram_desk_schedule_members (desk, &order->group, order->day, error);
}

/* Who is expected, with room for signatures. */
void
fram_session_panel_print_members (FramSessionPanel *self)
{
  if (self->session != NULL)
    show_paper (self, read_members, order_new (self));
}

/* --- invitation --- */

static gpointer
read_invitation (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Order *order = data;
  FramInvitationWish wish = { order->group, order->day, FRAM_UUID_NONE, order->bring };

  return fram_desk_schedule_invitation (desk, &wish, error);
}

/* The panel may have gone on to another session in the meantime: the slip is for the one that was asked about. */
static void
on_response_cb (AdwMessageDialog *dialog, const char *response, FramSessionPanel *self)
{
  const Order *asked = g_object_get_data (G_OBJECT (dialog), "order");
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "bring");
  Order *order;

  if (!g_str_equal (response, "show") || self->desk == NULL)
    return;
  order = g_memdup2 (asked, sizeof *asked);
  order->bring = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  show_paper (self, read_invitation, order);
}

static GtkWidget *
make_entry (GtkWidget *dialog)
{
  GtkWidget *group = adw_preferences_group_new (), *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ ("What to bring, if anything"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  g_object_set_data (G_OBJECT (dialog), "bring", entry);
  return group;
}

/* Slips without a name, for whoever may come: day, time, place, who meets one. */
void
fram_session_panel_print_invitation (FramSessionPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (self->session == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Invitation"),
                                   _ ("Two slips in plain words: day, time, place and who meets a new person."));
  g_object_set_data_full (G_OBJECT (dialog), "order", order_new (self), order_free);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_entry (dialog));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "show", _ ("_Show the Slips"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "show", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "show");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
