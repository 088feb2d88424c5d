#include "fram-roster-page-private.h"

#include "fram-desk-absence.h"
#include "fram-desk-contact.h"

#include <glib/gi18n-lib.h>

/* The history of a mark, and the popover with all that belongs to a line and has no room in it. */

typedef struct
{
  FramRosterPage *page; /* borrowed by the worker, owned by what comes back */
  FramRosterKey key;
  FramUuid activity;
  FramDate day;
} Asked;

static gpointer
load_history (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (GPtrArray) steps =
      fram_desk_mark_history (desk, &asked->key.enrolment, &asked->activity, asked->day, asked->key.part, error);

  return steps != NULL ? fram_desk_mark_history_text (desk, steps) : NULL;
}

static gboolean
is_in_details (FramRosterPage *self, const FramRosterKey *key)
{
  FramRosterRow *row = self->details != NULL ? fram_roster_details_get_row (self->details) : NULL;
  FramRosterKey shown;

  if (row == NULL)
    return FALSE;
  shown = fram_roster_key_of (row);
  return fram_roster_key_equal (&shown, key);
}

static void
on_history_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Asked *asked = user_data;
  g_autoptr (FramRosterPage) self = asked->page;
  g_autofree char *text = fram_desk_run_finish (FRAM_DESK (source), result, NULL);
  int at;

  if (text == NULL || self->lines == NULL)
    return;
  at = fram_roster_page_find_line (self, &asked->key);
  if (at >= 0)
    fram_roster_line_set_history (fram_roster_page_get_line (self, (guint)at), text);
  if (is_in_details (self, &asked->key))
    fram_roster_details_set_history (self->details, text);
}

void
fram_roster_page_ask_history (FramRosterPage *self, FramRosterRow *row)
{
  Asked *asked = g_new (Asked, 1), *copy = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), fram_roster_key_of (row), self->activity, self->day };
  *copy = *asked;
  fram_desk_run_async (self->desk, load_history, copy, g_free, g_free, NULL, on_history_cb, asked);
}

static gpointer
load_tasks (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_workshop_tasks (desk, data, error);
}

static void
on_tasks_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_auto (GStrv) tasks = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (self->details != NULL)
    fram_roster_details_set_tasks (self->details, (const char *const *)tasks);
}

static void
free_tasks (gpointer tasks)
{
  g_strfreev (tasks);
}

static void
on_details_written_cb (FramRosterPage *self)
{
  FramRosterKey key = fram_roster_key_of (fram_roster_details_get_row (self->details));
  FramMarkEdit edit;

  if (fram_roster_details_read (self->details, &edit))
    fram_roster_page_write (self, &key, 1, &edit);
}

static FramRosterLine *
line_of_details (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_details_get_row (self->details);
  FramRosterKey key;
  int at;

  if (row == NULL || self->lines == NULL)
    return NULL;
  key = fram_roster_key_of (row);
  at = fram_roster_page_find_line (self, &key);
  return at >= 0 ? fram_roster_page_get_line (self, (guint)at) : NULL;
}

static void
on_details_clear_cb (FramRosterPage *self)
{
  FramRosterLine *line = line_of_details (self);

  if (line != NULL)
    fram_roster_page_mark (self, &line, 1, NULL);
}

static void
on_details_split_cb (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_details_get_row (self->details);

  fram_roster_details_commit (self->details);
  fram_roster_page_split_day (self, &row->enrolment, row->part == 0);
}

static void
on_details_trouble_cb (FramRosterPage *self, const char *sentence)
{
  fram_roster_page_say (self, sentence, FALSE);
}

static void
on_details_closed_cb (FramRosterPage *self)
{
  FramRosterLine *line = line_of_details (self);

  if (line != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (line));
}

static void
make_details (FramRosterPage *self)
{
  FramUuid *activity = g_new (FramUuid, 1);

  *activity = self->activity;
  self->details = FRAM_ROSTER_DETAILS (g_object_ref_sink (fram_roster_details_new ()));
  g_signal_connect_object (self->details, "written", G_CALLBACK (on_details_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "clear", G_CALLBACK (on_details_clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "split", G_CALLBACK (on_details_split_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "trouble", G_CALLBACK (on_details_trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "closed", G_CALLBACK (on_details_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->details), GTK_WIDGET (self));
  fram_desk_run_async (self->desk, load_tasks, activity, g_free, free_tasks, NULL, on_tasks_cb, g_object_ref (self));
}

void
fram_roster_page_point_at (FramRosterPage *self, GtkPopover *popover, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (popover, &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y,
                                                         (int)bounds.size.width, (int)bounds.size.height });
}

/* Note, times, lines and history of a line, in the one popover. */
void
fram_roster_page_show_details (FramRosterPage *self, FramRosterLine *line)
{
  FramRosterRow *row = fram_roster_line_get_row (line);
  GtkWidget *notes = fram_roster_line_get_notes (line);

  if (row->kind == FRAM_ROSTER_BARE)
    return;
  if (self->details == NULL)
    make_details (self);
  fram_roster_details_commit (self->details);
  fram_roster_details_set_row (self->details, row, self->roster->may_mark);
  fram_roster_page_point_at (self, GTK_POPOVER (self->details),
                             gtk_widget_get_mapped (notes) ? notes : GTK_WIDGET (line));
  gtk_popover_popup (GTK_POPOVER (self->details));
  fram_roster_page_ask_history (self, row);
}
