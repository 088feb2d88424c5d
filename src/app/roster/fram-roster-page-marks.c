#include "fram-roster-page-private.h"

#include <glib/gi18n-lib.h>

/* Minutes are written when no digit follows for this long, or with the next key that is none. */
#define DIGITS_PAUSE_MS 900
#define MOST_DIGITS     3

/* Two taps this close are one: the second one, on whatever has moved under the finger, marks nobody. */
#define DOUBLE_TAP_US (450 * 1000)

/* After so many days a correction needs a reason (UX.md, "Roster"). */
#define CORRECTION_DAYS 7

static void
on_marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  g_autoptr (FramRoster) roster = fram_desk_mark_finish (FRAM_DESK (source), result, &what, &error);

  self->pending--;
  if (self->lines == NULL)
    return; /* the page was closed meanwhile; the mark is on disk all the same */
  if (self->pending == 0 && self->again)
    fram_roster_page_reload (self);
  if (roster == NULL)
    {
      fram_roster_page_say (self, error->message, FALSE);
      fram_roster_page_refresh_lines (self);
      fram_roster_page_move_cursor_now (self);
      return;
    }
  if (roster->day == self->day)
    fram_roster_page_take_roster (self, g_steal_pointer (&roster));
  fram_roster_page_move_cursor_now (self);
  fram_roster_page_say (self, what, TRUE);
}

static gboolean
needs_reason (FramRosterPage *self)
{
  return fram_roster_page_get_today (self) - self->day > CORRECTION_DAYS;
}

static gboolean
take_reason (FramRosterPage *self, FramMarkEdit *edit)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_entry));

  if (!needs_reason (self) || (edit->fields & FRAM_MARK_REASON) != 0)
    return TRUE;
  if (reason[0] == '\0')
    {
      fram_roster_page_say (self, _ ("Write why you correct a day more than a week back, then mark again."), FALSE);
      gtk_widget_grab_focus (self->reason_entry);
      return FALSE;
    }
  edit->fields |= FRAM_MARK_REASON;
  edit->reason = reason;
  return TRUE;
}

static gboolean
write_edit (FramRosterPage *self, const FramUuid *enrolments, guint n, FramMarkEdit *edit)
{
  if (n == 0 || self->roster == NULL)
    return FALSE;
  if (!self->roster->may_mark)
    {
      fram_roster_page_say (self, self->roster->refusal != NULL ? self->roster->refusal : _ ("You may not mark here."),
                            FALSE);
      return FALSE;
    }
  if (!take_reason (self, edit))
    return FALSE;
  self->pending++;
  fram_desk_mark_async (self->desk, &self->activity, self->day, 0, enrolments, n, edit, on_marked_cb,
                        g_object_ref (self));
  return TRUE;
}

static void
remember (FramRosterPage *self, const char *code, const GArray *enrolments)
{
  const FramStatus *status = code != NULL ? fram_desk_find_status (self->desk, code) : NULL;

  g_array_set_size (self->late, 0);
  if (code == NULL)
    return;
  if (self->last_code != code)
    {
      g_free (self->last_code);
      self->last_code = g_strdup (code);
    }
  if (status != NULL && fram_status_is_late (status))
    g_array_append_vals (self->late, enrolments->data, enrolments->len);
}

/* Marks lines with a status, or clears them. Bare rows of protected people are left alone. */
void
fram_roster_page_mark (FramRosterPage *self, FramRosterLine *const *lines, guint n, const char *code)
{
  g_autoptr (GArray) enrolments = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = code, .minutes_late = -1, .attended_minutes = -1 };

  fram_roster_page_flush_digits (self);
  for (guint i = 0; i < n; i++)
    {
      FramRosterRow *row = fram_roster_line_get_row (lines[i]);

      if (row->kind != FRAM_ROSTER_BARE && (code != NULL || row->status != NULL))
        g_array_append_val (enrolments, row->enrolment);
    }
  if (write_edit (self, (const FramUuid *)(void *)enrolments->data, enrolments->len, &edit))
    remember (self, code, enrolments);
}

void
fram_roster_page_mark_minutes (FramRosterPage *self, const FramUuid *enrolments, guint n, int minutes)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                        .minutes_late = minutes,
                        .attended_minutes = -1 };

  if (!write_edit (self, enrolments, n, &edit))
    fram_roster_page_refresh_lines (self);
}

/**
 * fram_roster_page_mark_rest:
 * @self: a page
 *
 * Marks all expected people without a mark as present; the others are not touched.
 */
void
fram_roster_page_mark_rest (FramRosterPage *self)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  FramMarkEdit reason = { 0 };

  g_return_if_fail (FRAM_IS_ROSTER_PAGE (self));
  if (self->roster == NULL || self->roster->totals.unmarked == 0 || statuses->len == 0 || !take_reason (self, &reason))
    return;
  fram_roster_page_flush_digits (self);
  g_array_set_size (self->late, 0);
  self->pending++;
  fram_desk_mark_rest_async (self->desk, &self->activity, self->day, g_array_index (statuses, FramStatus, 0).code,
                             reason.reason, on_marked_cb, g_object_ref (self));
}

static void
show_digits (FramRosterPage *self, const char *text)
{
  for (guint i = 0; i < self->late->len; i++)
    {
      int at = fram_roster_page_find_line (self, &g_array_index (self->late, FramUuid, i));

      if (at >= 0)
        fram_roster_line_set_typed (fram_roster_page_get_line (self, (guint)at), text);
    }
}

/* Ends the typing; %FALSE if no minutes were being typed. */
static gboolean
take_digits (FramRosterPage *self, int *minutes)
{
  gboolean typed = self->digits->len > 0;

  *minutes = (int)g_ascii_strtoll (self->digits->str, NULL, 10);
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  g_string_truncate (self->digits, 0);
  return typed;
}

/* Writes the minutes that are being typed, if any. */
void
fram_roster_page_flush_digits (FramRosterPage *self)
{
  int minutes;

  if (!take_digits (self, &minutes))
    return;
  show_digits (self, NULL);
  fram_roster_page_mark_minutes (self, (const FramUuid *)(void *)self->late->data, self->late->len, minutes);
}

static const char *
late_code (FramRosterPage *self)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);

  for (guint i = 0; i < statuses->len; i++)
    if (fram_status_is_late (&g_array_index (statuses, FramStatus, i)))
      return g_array_index (statuses, FramStatus, i).code;
  return NULL;
}

/* The same where there will be no main loop to wait in: a commit takes less than a millisecond. The mark itself may still
 * be on its way, so it is written along. */
void
fram_roster_page_write_digits_now (FramRosterPage *self)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS | FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                        .status = late_code (self),
                        .attended_minutes = -1 };
  g_autoptr (GError) error = NULL;
  FramRoster *roster;

  if (!take_digits (self, &edit.minutes_late) || edit.status == NULL)
    return;
  show_digits (self, NULL);
  roster = fram_desk_mark (self->desk, &self->activity, self->day, 0, (const FramUuid *)(void *)self->late->data,
                           self->late->len, &edit, NULL, &error);
  if (roster == NULL)
    g_warning ("Minutes late are not written: %s", error->message);
  else
    fram_roster_free (roster);
}

static gboolean
on_digits_pause_cb (gpointer data)
{
  FramRosterPage *self = data;

  self->digits_timeout = 0;
  fram_roster_page_flush_digits (self);
  return G_SOURCE_REMOVE;
}

static void
restart_pause (FramRosterPage *self)
{
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  self->digits_timeout = g_timeout_add (DIGITS_PAUSE_MS, on_digits_pause_cb, self);
}

/* Digits belong to whoever was marked late last; else to the row in focus, if that one is late. */
gboolean
fram_roster_page_type_digit (FramRosterPage *self, int digit)
{
  if (self->late->len == 0)
    {
      int at = fram_roster_page_get_cursor (self);
      FramRosterRow *row = at >= 0 ? fram_roster_line_get_row (fram_roster_page_get_line (self, (guint)at)) : NULL;

      if (row == NULL || row->status == NULL || !fram_status_is_late (row->status))
        return FALSE;
      g_array_append_val (self->late, row->enrolment);
    }
  if (self->digits->len >= MOST_DIGITS)
    g_string_truncate (self->digits, 0);
  g_string_append_printf (self->digits, "%d", digit);
  show_digits (self, self->digits->str);
  restart_pause (self);
  return TRUE;
}

gboolean
fram_roster_page_erase_digit (FramRosterPage *self)
{
  if (self->digits->len == 0)
    return FALSE;
  g_string_truncate (self->digits, self->digits->len - 1);
  show_digits (self, self->digits->len > 0 ? self->digits->str : NULL);
  restart_pause (self);
  return TRUE;
}

typedef struct
{
  FramUuid enrolment;
  FramUuid activity;
  FramDate day;
} HistoryKey;

static gpointer
load_history (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const HistoryKey *key = data;
  g_autoptr (GPtrArray) steps = fram_desk_mark_history (desk, &key->enrolment, &key->activity, key->day, 0, error);

  return steps != NULL ? fram_desk_mark_history_text (desk, steps) : NULL;
}

typedef struct
{
  FramRosterPage *page;
  FramUuid enrolment;
} HistoryAsked;

static void
on_history_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree HistoryAsked *asked = user_data;
  g_autoptr (FramRosterPage) self = asked->page;
  g_autofree char *text = fram_desk_run_finish (FRAM_DESK (source), result, NULL);
  int at;

  if (text == NULL || self->lines == NULL)
    return;
  at = fram_roster_page_find_line (self, &asked->enrolment);
  if (at >= 0)
    fram_roster_line_set_history (fram_roster_page_get_line (self, (guint)at), text);
  if (self->details != NULL && fram_roster_details_get_row (self->details) != NULL &&
      fram_uuid_equal (&fram_roster_details_get_row (self->details)->enrolment, &asked->enrolment))
    fram_roster_details_set_history (self->details, text);
}

static void
ask_history (FramRosterPage *self, FramRosterRow *row)
{
  HistoryAsked *asked = g_new (HistoryAsked, 1);
  HistoryKey *key = g_new (HistoryKey, 1);

  *asked = (HistoryAsked){ g_object_ref (self), row->enrolment };
  *key = (HistoryKey){ row->enrolment, self->activity, self->day };
  fram_desk_run_async (self->desk, load_history, key, g_free, g_free, NULL, on_history_cb, asked);
}

static void
on_line_history_cb (FramRosterPage *self, FramRosterLine *line)
{
  ask_history (self, fram_roster_line_get_row (line));
}

static gboolean
is_second_tap (FramRosterPage *self, FramRosterLine *line)
{
  gint64 now = g_get_monotonic_time ();
  gboolean second =
      self->form == FRAM_ROSTER_NARROW && self->narrow_pick != line && now - self->narrow_pick_at < DOUBLE_TAP_US;

  if (!second)
    {
      self->narrow_pick = line;
      self->narrow_pick_at = now;
    }
  return second;
}

/* Mouse and touch mark the person they hit, or all of a selection that the person belongs to. */
static void
on_line_picked_cb (FramRosterPage *self, guint index, FramRosterLine *line)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  g_autoptr (GPtrArray) selected = fram_roster_page_get_selected (self);

  if (index >= statuses->len || is_second_tap (self, line))
    return;
  if (self->form != FRAM_ROSTER_NARROW)
    gtk_widget_grab_focus (GTK_WIDGET (line));
  if (selected->len > 1 && g_ptr_array_find (selected, line, NULL))
    fram_roster_page_mark (self, (FramRosterLine *const *)selected->pdata, selected->len,
                           g_array_index (statuses, FramStatus, index).code);
  else
    fram_roster_page_mark (self, &line, 1, g_array_index (statuses, FramStatus, index).code);
}

static void
on_line_minutes_cb (FramRosterPage *self, int minutes, FramRosterLine *line)
{
  fram_roster_page_mark_minutes (self, &fram_roster_line_get_row (line)->enrolment, 1, minutes);
}

static void
on_line_details_cb (FramRosterPage *self, FramRosterLine *line)
{
  fram_roster_page_show_details (self, line);
}

void
fram_roster_page_connect_line (FramRosterPage *self, FramRosterLine *line)
{
  g_signal_connect_object (line, "picked", G_CALLBACK (on_line_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "minutes-changed", G_CALLBACK (on_line_minutes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "details", G_CALLBACK (on_line_details_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "history", G_CALLBACK (on_line_history_cb), self, G_CONNECT_SWAPPED);
}

static const char *
text_or_none (const char *text)
{
  return text[0] != '\0' ? text : NULL;
}

static void
on_details_written_cb (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_details_get_row (self->details);
  FramMarkEdit edit = { .fields = FRAM_MARK_NOTE | FRAM_MARK_REASON,
                        .minutes_late = -1,
                        .attended_minutes = -1,
                        .note = text_or_none (fram_roster_details_get_note (self->details)),
                        .reason = text_or_none (fram_roster_details_get_reason (self->details)) };

  write_edit (self, &row->enrolment, 1, &edit);
}

static void
on_details_clear_cb (FramRosterPage *self)
{
  int at = fram_roster_page_find_line (self, &fram_roster_details_get_row (self->details)->enrolment);
  FramRosterLine *line = at >= 0 ? fram_roster_page_get_line (self, (guint)at) : NULL;

  if (line != NULL)
    fram_roster_page_mark (self, &line, 1, NULL);
}

static void
on_details_closed_cb (FramRosterPage *self)
{
  FramRosterRow *row = fram_roster_details_get_row (self->details);
  int at = row != NULL ? fram_roster_page_find_line (self, &row->enrolment) : -1;

  if (at >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (fram_roster_page_get_line (self, (guint)at)));
}

static void
make_details (FramRosterPage *self)
{
  self->details = FRAM_ROSTER_DETAILS (g_object_ref_sink (fram_roster_details_new ()));
  g_signal_connect_object (self->details, "written", G_CALLBACK (on_details_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "clear", G_CALLBACK (on_details_clear_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "closed", G_CALLBACK (on_details_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->details), GTK_WIDGET (self));
}

static void
point_at (FramRosterPage *self, GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return;
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->details),
      &(GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height });
}

/* Note, lines and history of a line, in the one popover. */
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
  point_at (self, gtk_widget_get_mapped (notes) ? notes : GTK_WIDGET (line));
  gtk_popover_popup (GTK_POPOVER (self->details));
  ask_history (self, row);
}
