#include "fram-session-panel-private.h"

#include <glib/gi18n.h>

/* What is written about a session: the remark, and the group's line for next time. */

typedef struct
{
  FramUuid group;
  FramDate planned; /* FRAM_DATE_NONE: the line for next time */
  char *text;
} Line;

static void
line_free (Line *line)
{
  g_free (line->text);
  g_free (line);
}

static gpointer
write_line (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Line *line = data;
  char *what = NULL;

  if (line->planned != FRAM_DATE_NONE)
    fram_desk_set_session_remark (desk, &line->group, line->planned, line->text, &what, error);
  else
    fram_desk_set_next_line (desk, &line->group, line->text, &what, error);
  return what;
}

static void
on_line_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSessionPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL)
    fram_session_panel_say (self, error != NULL ? error->message : what, error == NULL);
}

static gboolean
is_changed (AdwEntryRow *row, const char *old)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), old != NULL ? old : "") != 0;
}

static void
save_line (FramSessionPanel *self, AdwEntryRow *row, FramDate planned, char **kept)
{
  Line *line;

  if (!gtk_widget_get_visible (GTK_WIDGET (row)) || !gtk_editable_get_editable (GTK_EDITABLE (row)) ||
      !is_changed (row, *kept))
    return;
  g_free (*kept);
  *kept = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  line = g_new0 (Line, 1);
  line->group = self->group;
  line->planned = planned;
  line->text = g_strstrip (g_strdup (*kept));
  fram_desk_run_async (self->desk, write_line, line, (GDestroyNotify)line_free, g_free, NULL, on_line_written_cb,
                       g_object_ref (self));
}

/* What is typed is written as soon as the cursor leaves its field, and before another session is shown. */
void
fram_session_panel_save_lines (FramSessionPanel *self)
{
  if (self->session == NULL || self->filling)
    return;
  save_line (self, self->remark, self->session->planned, &self->session->remark);
  save_line (self, self->next_line, FRAM_DATE_NONE, &self->session->next_line);
}

static void
show_line (AdwEntryRow *row, const char *text, gboolean shown, gboolean may_write)
{
  /* what somebody is writing just now stays; where the cursor only stands, what others have written meanwhile is shown */
  gboolean writing = (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 &&
                     gtk_editable_get_editable (GTK_EDITABLE (row)) &&
                     is_changed (row, g_object_get_data (G_OBJECT (row), "fram-shown"));

  g_object_set_data_full (G_OBJECT (row), "fram-shown", g_strdup (text), g_free);
  gtk_widget_set_visible (GTK_WIDGET (row), shown && may_write);
  gtk_editable_set_editable (GTK_EDITABLE (row), may_write);
  if (!writing)
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* Who may not write them reads them as they are, whole. */
static void
show_told (FramSessionPanel *self, gboolean writes)
{
  const FramScheduleSession *session = self->session;
  const char *remark = session->sees_names && session->remark != NULL ? session->remark : "";
  const char *next = session->next_line != NULL ? session->next_line : "";
  g_autofree char *text = g_strdup_printf ("%s%s%s", remark, remark[0] != '\0' && next[0] != '\0' ? "\n" : "", next);

  gtk_label_set_text (self->told, text);
  gtk_widget_set_visible (GTK_WIDGET (self->told), !writes && !session->is_away && text[0] != '\0');
}

void
fram_session_panel_show_lines (FramSessionPanel *self)
{
  const FramScheduleSession *session = self->session;
  gboolean writes = session->may_change && !session->is_away;

  self->filling = TRUE;
  show_line (self->remark, session->remark, session->sees_names && !session->is_away, writes);
  show_line (self->next_line, session->next_line, !session->is_away, writes);
  self->filling = FALSE;
  show_told (self, writes);
  gtk_widget_set_visible (self->lines, gtk_widget_get_visible (GTK_WIDGET (self->remark)) ||
                                           gtk_widget_get_visible (GTK_WIDGET (self->next_line)));
}

static void
on_focus_left_cb (FramSessionPanel *self)
{
  fram_session_panel_save_lines (self);
}

static AdwEntryRow *
add_line (FramSessionPanel *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (on_focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_list_box_append (GTK_LIST_BOX (self->lines), row);
  return ADW_ENTRY_ROW (row);
}

void
fram_session_panel_add_lines (FramSessionPanel *self)
{
  /* Translators: a field: a remark about a session of a group */
  self->remark = add_line (self, _ ("Remark (not about a person)"));
  /* Translators: a field: "Next time: we bring a photo" */
  self->next_line = add_line (self, _ ("Next time"));
}
