#include "fram-session-panel-private.h"

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
on_open_roster_cb (FramSessionPanel *self)
{
  char group[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];

  if (self->session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-roster-day", "(ss)",
                                fram_uuid_format (&self->group, group), fram_date_format (self->session->day, day));
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
  gtk_widget_set_visible (self->deeds, self->deed_rows->len > 0);
  if (focus >= 0 && self->deed_rows->len > 0)
    gtk_widget_grab_focus (self->deed_rows->pdata[MIN ((guint)focus, self->deed_rows->len - 1)]);
}
