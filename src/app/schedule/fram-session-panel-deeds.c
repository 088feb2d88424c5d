#include "fram-session-panel-private.h"

#include "fram-group-dialog.h"
#include "fram-members-dialog.h"
#include "fram-session-dialog.h"

#include <glib/gi18n.h>

/* What can be done with a session: a row each, and only those that the person may do and that make sense now. */

typedef void (*DeedFunc) (FramSessionPanel *self);

static GtkWidget *
add (FramSessionPanel *self, const char *icon, const char *title, DeedFunc func)
{
  GtkWidget *row = adw_action_row_new (), *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->deeds), row);
  g_ptr_array_add (self->deed_rows, row);
  return row;
}

static void
on_written_cb (FramSessionPanel *self, const char *what)
{
  if (self->desk != NULL)
    fram_session_panel_say (self, what, TRUE);
}

static void
present (FramSessionPanel *self, FramSessionDeed deed)
{
  FramSessionDialog *dialog;

  if (self->session == NULL)
    return;
  dialog = fram_session_dialog_new (self->desk, GTK_WIDGET (self), self->session, deed);
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_change_cb (FramSessionPanel *self)
{
  present (self, FRAM_SESSION_DEED_CHANGE);
}

static void
on_cancel_cb (FramSessionPanel *self)
{
  present (self, FRAM_SESSION_DEED_CANCEL);
}

static void
on_substitute_cb (FramSessionPanel *self)
{
  present (self, FRAM_SESSION_DEED_SUBSTITUTE);
}

static void
on_extra_cb (FramSessionPanel *self)
{
  present (self, FRAM_SESSION_DEED_EXTRA);
}

static void
on_open_roster_cb (FramSessionPanel *self)
{
  char group[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];

  if (self->session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-roster-day", "(ss)",
                                fram_uuid_format (&self->group, group), fram_date_format (self->session->day, day));
}

static void
on_members_cb (FramSessionPanel *self)
{
  FramMembersDialog *dialog =
      fram_members_dialog_new (self->desk, GTK_WIDGET (self), &self->group, self->session->name);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_group_cb (FramSessionPanel *self)
{
  FramGroupDialog *dialog = fram_group_dialog_new (self->desk, GTK_WIDGET (self), &self->group);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  FramUuid group;
  FramDate planned;
} Which;

static gpointer
restore_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Which *which = data;
  char *what = NULL;

  fram_desk_restore_session (desk, &which->group, which->planned, &what, error);
  return what;
}

static void
on_restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSessionPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    return;
  fram_session_panel_say (self, error != NULL ? error->message : what, error == NULL);
  /* one that was moved stands on its own day again, and an extra one is not there any more */
  if (error == NULL && self->session != NULL && self->day != self->planned)
    fram_session_panel_show (self, &self->group, self->planned, self->planned);
}

static void
on_restore_cb (FramSessionPanel *self)
{
  Which which = { self->group, self->planned };

  fram_desk_run_async (self->desk, restore_on_desk, g_memdup2 (&which, sizeof which), g_free, g_free, NULL,
                       on_restored_cb, g_object_ref (self));
}

/* An extra session has nothing to go back to: it is called off. */
static gboolean
is_changed (const FramScheduleSession *session)
{
  if (session->change == FRAM_SESSION_EXTRA)
    return FALSE;
  return session->is_away || session->change != FRAM_SESSION_KEPT || session->substitute != NULL ||
         session->reason != NULL;
}

static const char *
restore_words (const FramScheduleSession *session)
{
  if (session->change == FRAM_SESSION_CANCELLED)
    return _ ("_Hold It After All");
  return _ ("_Take the Change Back");
}

static void
add_changes (FramSessionPanel *self)
{
  const FramScheduleSession *session = self->session;

  if (session->held)
    {
      add (self, "document-edit-symbolic", _ ("_Move or Change …"), on_change_cb);
      add (self, "contact-new-symbolic", _ ("_Substitute …"), on_substitute_cb);
    }
  if (is_changed (session))
    add (self, "edit-undo-symbolic", restore_words (session), on_restore_cb);
  if (!session->is_away)
    add (self, "list-add-symbolic", _ ("E_xtra Session …"), on_extra_cb);
  add (self, "emblem-system-symbolic", _ ("The _Group …"), on_group_cb);
  if (session->held)
    gtk_widget_add_css_class (add (self, "action-unavailable-symbolic", _ ("_Cancel This Session …"), on_cancel_cb),
                              "fram-grave");
}

/* Nobody is invited to what is over. */
static void
add_paper (FramSessionPanel *self)
{
  if (self->session->sees_names)
    add (self, "document-print-symbolic", _ ("_List for Signatures …"), fram_session_panel_print_members);
  if (self->session->day >= fram_desk_get_home_day (self->desk))
    add (self, "mail-send-symbolic", _ ("_Invitation …"), fram_session_panel_print_invitation);
}

static int
focused (FramSessionPanel *self)
{
  for (guint i = 0; i < self->deed_rows->len; i++)
    if ((gtk_widget_get_state_flags (self->deed_rows->pdata[i]) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
      return (int)i;
  return -1;
}

/* The keyboard stays about where it was. */
void
fram_session_panel_show_deeds (FramSessionPanel *self)
{
  const FramScheduleSession *session = self->session;
  int focus = focused (self);

  for (guint i = 0; i < self->deed_rows->len; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->deeds), self->deed_rows->pdata[i]);
  g_ptr_array_set_size (self->deed_rows, 0);
  if (session->sees_names && session->held)
    add (self, "view-list-symbolic", _ ("_Open the Roster"), on_open_roster_cb);
  if (session->sees_names)
    add (self, "system-users-symbolic", _ ("_Members …"), on_members_cb);
  if (session->may_change)
    add_changes (self);
  if (session->held && (session->sees_names || session->may_change))
    add_paper (self);
  gtk_widget_set_visible (self->deeds, self->deed_rows->len > 0);
  if (focus >= 0 && self->deed_rows->len > 0)
    gtk_widget_grab_focus (self->deed_rows->pdata[MIN ((guint)focus, self->deed_rows->len - 1)]);
}
