#include "fram-roster-page-private.h"

#include <glib/gi18n-lib.h>

/* Minutes are written when no digit follows for this long, or with the next key that is none. */
#define DIGITS_PAUSE_MS 900
#define MOST_DIGITS     3

/* Two taps this close are one: the second one, on whatever has moved under the finger, marks nobody. */
#define DOUBLE_TAP_US (450 * 1000)

/* After so many days a correction needs a reason (UX.md, "Roster"). */
#define CORRECTION_DAYS 7

/* What came of something that was written: the roster as it is now, or why it was not written. Takes the roster. */
void
fram_roster_page_take_answer (FramRosterPage *self, FramRoster *roster, const char *what, const GError *error)
{
  if (roster == NULL)
    {
      fram_roster_page_close_why (self);
      fram_roster_page_say (self, error->message, FALSE);
      fram_roster_page_refresh_lines (self);
      fram_roster_page_move_cursor_now (self);
      return;
    }
  if (roster->day == self->day)
    fram_roster_page_take_roster (self, roster);
  else
    fram_roster_free (roster);
  fram_roster_page_move_cursor_now (self);
  fram_roster_page_say (self, what, TRUE);
}

static void
on_marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;
  FramRoster *roster = fram_desk_mark_finish (FRAM_DESK (source), result, &what, &error);

  self->pending--;
  if (self->lines == NULL)
    {
      /* the page was closed meanwhile; the mark is on disk all the same */
      g_clear_pointer (&roster, fram_roster_free);
      return;
    }
  fram_roster_page_take_answer (self, roster, what, error);
  if (self->pending == 0 && self->again)
    fram_roster_page_reload (self);
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

/* Those of one part of the day, handed over together: one undo step. */
static void
write_part (FramRosterPage *self, const FramRosterKey *keys, guint n, int part, const FramMarkEdit *edit)
{
  g_autoptr (GArray) enrolments = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  for (guint i = 0; i < n; i++)
    if (keys[i].part == part)
      g_array_append_val (enrolments, keys[i].enrolment);
  if (enrolments->len == 0)
    return;
  self->pending++;
  fram_desk_mark_async (self->desk, &self->activity, self->day, part, (const FramUuid *)(void *)enrolments->data,
                        enrolments->len, edit, on_marked_cb, g_object_ref (self));
}

/* Writes an edit on rows; %FALSE where it cannot be written, after saying why. */
gboolean
fram_roster_page_write (FramRosterPage *self, const FramRosterKey *keys, guint n, FramMarkEdit *edit)
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
  for (int part = 0; part <= 2; part++)
    write_part (self, keys, n, part, edit);
  return TRUE;
}

static void
remember (FramRosterPage *self, const char *code, const GArray *keys)
{
  const FramStatus *status = code != NULL ? fram_desk_find_status (self->desk, code) : NULL;

  g_array_set_size (self->late, 0);
  fram_roster_page_close_why (self);
  if (status == NULL)
    return;
  if (self->last_code != code)
    {
      g_free (self->last_code);
      self->last_code = g_strdup (code);
    }
  if (fram_status_is_late (status))
    g_array_append_vals (self->late, keys->data, keys->len);
  if (status->asks_reason && !needs_reason (self))
    fram_roster_page_ask_why (self, status, (const FramRosterKey *)(void *)keys->data, keys->len);
}

/* Marks lines with a status, or clears them. Bare rows of protected people are left alone. */
void
fram_roster_page_mark (FramRosterPage *self, FramRosterLine *const *lines, guint n, const char *code)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (FramRosterKey));
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = code, .minutes_late = -1, .attended_minutes = -1 };

  fram_roster_page_flush_digits (self);
  for (guint i = 0; i < n; i++)
    {
      FramRosterRow *row = fram_roster_line_get_row (lines[i]);
      FramRosterKey key = fram_roster_key_of (row);

      if (row->kind != FRAM_ROSTER_BARE && (code != NULL || row->status != NULL))
        g_array_append_val (keys, key);
    }
  if (fram_roster_page_write (self, (const FramRosterKey *)(void *)keys->data, keys->len, &edit))
    remember (self, code, keys);
}

void
fram_roster_page_mark_minutes (FramRosterPage *self, const FramRosterKey *keys, guint n, int minutes)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                        .minutes_late = minutes,
                        .attended_minutes = -1 };

  if (!fram_roster_page_write (self, keys, n, &edit))
    fram_roster_page_refresh_lines (self);
}

/* Whoever is expected now and has no mark. Those who come later today, and those who told beforehand that they do not come,
 * are not the rest. */
static GArray *
find_rest (FramRosterPage *self)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (FramRosterKey));

  for (guint i = 0; i < self->n_lines; i++)
    {
      FramRosterRow *row = fram_roster_line_get_row (self->lines->pdata[i]);
      FramRosterKey key = fram_roster_key_of (row);

      if (row->status == NULL && row->planned_status == NULL && row->kind != FRAM_ROSTER_BARE &&
          !fram_roster_page_waits_later (self, row) && !(self->in_panel && fram_roster_page_is_ahead (self, row)))
        g_array_append_val (keys, key);
    }
  return keys;
}

gboolean
fram_roster_page_may_mark_rest (FramRosterPage *self)
{
  g_autoptr (GArray) rest = find_rest (self);

  return self->roster->may_mark && rest->len > 0 && self->day <= fram_roster_page_get_today (self);
}

/**
 * fram_roster_page_mark_rest:
 * @self: a page
 *
 * Marks all people who are expected by now and have no mark as present; the others are not touched.
 */
void
fram_roster_page_mark_rest (FramRosterPage *self)
{
  const GArray *statuses = fram_desk_get_statuses (self->desk);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .minutes_late = -1, .attended_minutes = -1 };
  FramMarkEdit reason = { 0 };
  g_autoptr (GArray) rest = NULL;

  g_return_if_fail (FRAM_IS_ROSTER_PAGE (self));
  if (self->roster == NULL || statuses->len == 0 || !take_reason (self, &reason))
    return;
  fram_roster_page_flush_digits (self);
  fram_roster_page_close_why (self);
  g_array_set_size (self->late, 0);
  rest = find_rest (self);
  edit.status = g_array_index (statuses, FramStatus, 0).code;
  if (rest->len > 0 && (int)rest->len < self->roster->totals.unmarked)
    fram_roster_page_write (self, (const FramRosterKey *)(void *)rest->data, rest->len, &edit);
  else if (rest->len > 0)
    {
      self->pending++;
      fram_desk_mark_rest_async (self->desk, &self->activity, self->day, edit.status, reason.reason, on_marked_cb,
                                 g_object_ref (self));
    }
}

static void
show_digits (FramRosterPage *self, const char *text)
{
  for (guint i = 0; i < self->late->len; i++)
    {
      int at = fram_roster_page_find_line (self, &g_array_index (self->late, FramRosterKey, i));

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
  fram_roster_page_mark_minutes (self, (const FramRosterKey *)(void *)self->late->data, self->late->len, minutes);
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

static gboolean
write_minutes_now (FramRosterPage *self, int part, const FramMarkEdit *edit, GError **error)
{
  g_autoptr (GArray) enrolments = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  g_autoptr (FramRoster) roster = NULL;

  for (guint i = 0; i < self->late->len; i++)
    if (g_array_index (self->late, FramRosterKey, i).part == part)
      g_array_append_val (enrolments, g_array_index (self->late, FramRosterKey, i).enrolment);
  if (enrolments->len == 0)
    return TRUE;
  roster = fram_desk_mark (self->desk, &self->activity, self->day, part, (const FramUuid *)(void *)enrolments->data,
                           enrolments->len, edit, NULL, error);
  return roster != NULL;
}

/* The same where there will be no main loop to wait in: a commit takes less than a millisecond. The mark itself may still
 * be on its way, so it is written along. What cannot be written is said in the window that stays. */
void
fram_roster_page_write_digits_now (FramRosterPage *self)
{
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS | FRAM_MARK_MINUTES_LATE | FRAM_MARK_ATTENDED,
                        .status = late_code (self),
                        .attended_minutes = -1 };
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (!take_digits (self, &edit.minutes_late) || edit.status == NULL)
    return;
  show_digits (self, NULL);
  if (write_minutes_now (self, 0, &edit, &error) && write_minutes_now (self, 1, &edit, &error) &&
      write_minutes_now (self, 2, &edit, &error))
    return;
  /* Translators: minutes that were typed last, and why they could not be written */
  sentence = g_strdup_printf (_ ("%1$d minutes late were typed last and are not written. %2$s"), edit.minutes_late,
                              error->message);
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", sentence, FALSE))
    g_warning ("%s", sentence);
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
      FramRosterKey key;

      if (row == NULL || row->status == NULL || !fram_status_is_late (row->status))
        return FALSE;
      key = fram_roster_key_of (row);
      g_array_append_val (self->late, key);
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

static void
on_line_history_cb (FramRosterPage *self, FramRosterLine *line)
{
  fram_roster_page_ask_history (self, fram_roster_line_get_row (line));
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
  FramRosterKey key = fram_roster_key_of (fram_roster_line_get_row (line));

  fram_roster_page_mark_minutes (self, &key, 1, minutes);
}

static void
on_line_details_cb (FramRosterPage *self, FramRosterLine *line)
{
  fram_roster_page_show_details (self, line);
}

static void
confirm_told (FramRosterPage *self, FramRosterLine *line)
{
  const FramStatus *told = fram_roster_line_get_row (line)->planned_status;

  if (told != NULL)
    fram_roster_page_mark (self, &line, 1, told->code);
}

static void
answer (FramRosterPage *self, FramRosterLine *line, FramWorkshopAnswer how)
{
  FramRosterKey key = fram_roster_key_of (fram_roster_line_get_row (line));

  fram_roster_page_answer (self, &key, how, NULL);
}

static void
answer_in_words (FramRosterPage *self, FramRosterLine *line)
{
  self->menu_key = fram_roster_key_of (fram_roster_line_get_row (line));
  fram_roster_page_show_question (self);
}

static void
on_line_act_cb (FramRosterPage *self, int act, FramRosterLine *line)
{
  switch ((FramRosterAct)act)
    {
    case FRAM_ROSTER_ACT_CONFIRM: confirm_told (self, line); break;
    case FRAM_ROSTER_ACT_TELL: fram_roster_page_tell (self, line); break;
    case FRAM_ROSTER_ACT_HELPS: answer (self, line, FRAM_WORKSHOP_HELPS); break;
    case FRAM_ROSTER_ACT_DOES_NOT_HELP: answer (self, line, FRAM_WORKSHOP_DOES_NOT_HELP); break;
    case FRAM_ROSTER_ACT_ANSWER: answer_in_words (self, line); break;
    case FRAM_ROSTER_ACT_MENU: fram_roster_page_show_menu (self, line); break;
    case FRAM_ROSTER_ACT_HERE:
    default: break;
    }
}

void
fram_roster_page_connect_line (FramRosterPage *self, FramRosterLine *line)
{
  g_signal_connect_object (line, "picked", G_CALLBACK (on_line_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "minutes-changed", G_CALLBACK (on_line_minutes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "details", G_CALLBACK (on_line_details_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "history", G_CALLBACK (on_line_history_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "act", G_CALLBACK (on_line_act_cb), self, G_CONNECT_SWAPPED);
}
