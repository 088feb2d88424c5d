#include "fram-roster-page-private.h"

/* Whose plan begins within this time is waited for already; whose begins later stands folded. */
#define LATER_MINUTES 60

/* Which day is shown: read on the desk's worker, stepped through, followed over midnight. */

/* In the demonstration today is its latest working day. Asked for often, so the register is not. */
FramDate
fram_roster_page_get_today (FramRosterPage *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));

  return self->is_demonstration ? MIN (today, self->home_day) : today;
}

/* Which day: one by itself, or so many working days from it. */
typedef struct
{
  FramUuid activity;
  FramDate day;
  int steps;
} Wanted;

static gpointer
load (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  FramDate day = wanted->day;

  for (int i = 0; i < ABS (wanted->steps); i++)
    {
      FramDate next = fram_desk_next_day (desk, &wanted->activity, day, wanted->steps < 0 ? -1 : 1);

      day = next != FRAM_DATE_NONE ? next : day;
    }
  return fram_desk_roster (desk, &wanted->activity, day, error);
}

static void start_loading (FramRosterPage *self, int steps);

/* Whoever works in the list goes on working there on another day. */
static void
keep_keyboard (FramRosterPage *self)
{
  self->wants_focus = self->wants_focus || fram_roster_page_get_cursor (self) >= 0;
}

/* A row that is folded away is unfolded. */
static int
find_wanted (FramRosterPage *self)
{
  int at = fram_roster_page_find_line (self, &self->wanted);

  if (at < 0 && self->n_later > 0 && !fram_roster_page_is_unfolded (self->later_revealer))
    {
      fram_roster_page_unfold (self, self->later_revealer, TRUE);
      at = fram_roster_page_find_line (self, &self->wanted);
      if (at < 0)
        fram_roster_page_unfold (self, self->later_revealer, FALSE);
    }
  if (at < 0 && self->n_others > 0 && !fram_roster_page_is_unfolded (self->others_revealer))
    {
      fram_roster_page_unfold (self, self->others_revealer, TRUE);
      at = fram_roster_page_find_line (self, &self->wanted);
      if (at < 0)
        fram_roster_page_unfold (self, self->others_revealer, FALSE);
    }
  return at;
}

/* After something was done to a row the keyboard goes there. */
static void
go_to_wanted (FramRosterPage *self)
{
  int at = find_wanted (self);

  self->has_wanted = FALSE;
  if (at < 0 && self->wanted.part != 0)
    {
      self->wanted.part = 0;
      at = find_wanted (self);
    }
  if (at >= 0)
    fram_roster_page_move_cursor (self, at);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramRosterPage) self = user_data;
  g_autoptr (GError) error = NULL;
  FramRoster *roster = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  int steps = self->steps;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->lines == NULL)
    {
      g_clear_pointer (&roster, fram_roster_free);
      return;
    }
  g_clear_object (&self->loading);
  self->steps = 0;
  if (roster != NULL)
    fram_roster_page_take_roster (self, roster);
  else
    fram_roster_page_take_error (self, error);
  if (self->has_wanted)
    go_to_wanted (self);
  if (self->wants_focus && fram_roster_page_get_cursor (self) < 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  /* a day without people only borrows the keyboard */
  self->wants_focus = self->wants_focus && self->n_lines == 0;
  if (steps != 0)
    start_loading (self, steps);
  else if (self->again)
    fram_roster_page_reload (self);
}

static void
free_roster (gpointer roster)
{
  fram_roster_free (roster);
}

static void
start_loading (FramRosterPage *self, int steps)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ self->activity, self->day, steps };
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  self->again = FALSE;
  fram_desk_run_async (self->desk, load, wanted, g_free, free_roster, self->loading, on_loaded_cb, g_object_ref (self));
}

/* While the roster is being read it is read once more after that: what changed may have come too late for the first time. */
void
fram_roster_page_reload (FramRosterPage *self)
{
  if (self->loading == NULL)
    start_loading (self, 0);
  else
    self->again = TRUE;
}

/**
 * fram_roster_page_is_ahead:
 * @self: a page
 * @row: a row
 *
 * Returns: whether the person's planned time of today begins so much later that nobody waits for a mark yet
 */
gboolean
fram_roster_page_is_ahead (FramRosterPage *self, const FramRosterRow *row)
{
  FramClock *clock = fram_desk_get_clock (self->desk);

  return row->planned_from != FRAM_TIME_NONE && self->day == fram_clock_today (clock) &&
         row->planned_from > fram_clock_minute (clock) + LATER_MINUTES;
}

/* Whose time has come is unfolded. */
void
fram_roster_page_follow_clock (FramRosterPage *self)
{
  gboolean has_come = FALSE;

  for (guint i = 0; i < self->n_later; i++)
    has_come = has_come || !fram_roster_page_is_ahead (self, fram_roster_line_get_row (self->later_lines->pdata[i]));
  if (self->roster == NULL || self->pending > 0 || !has_come)
    return;
  fram_roster_page_show_lines (self);
  fram_roster_page_show_totals (self);
}

/* Today's roster follows midnight; another day stays. */
void
fram_roster_page_follow_midnight (FramRosterPage *self)
{
  FramDate today = fram_roster_page_get_today (self);

  if (self->follows_today && today != self->day && self->loading == NULL)
    fram_roster_page_go_to_day (self, today);
}

/**
 * fram_roster_page_go_to_day:
 * @self: a page
 * @day: a day, a day off too
 */
void
fram_roster_page_go_to_day (FramRosterPage *self, FramDate day)
{
  g_return_if_fail (FRAM_IS_ROSTER_PAGE (self) && day != FRAM_DATE_NONE);
  keep_keyboard (self);
  fram_roster_page_flush_digits (self);
  g_array_set_size (self->late, 0);
  fram_roster_page_close_why (self);
  self->steps = 0;
  fram_roster_page_set_day (self, day);
  start_loading (self, 0);
}

/**
 * fram_roster_page_step:
 * @self: a page
 * @direction: -1 for the previous working day, 1 for the next
 *
 * Steps that come faster than days are read add up.
 */
void
fram_roster_page_step (FramRosterPage *self, int direction)
{
  g_return_if_fail (FRAM_IS_ROSTER_PAGE (self));
  keep_keyboard (self);
  fram_roster_page_flush_digits (self);
  g_array_set_size (self->late, 0);
  fram_roster_page_close_why (self);
  if (self->loading != NULL)
    self->steps += direction;
  else
    start_loading (self, direction);
}

/**
 * fram_roster_page_go_home:
 * @self: a page
 *
 * Goes to today.
 */
void
fram_roster_page_go_home (FramRosterPage *self)
{
  g_return_if_fail (FRAM_IS_ROSTER_PAGE (self));
  fram_roster_page_go_to_day (self, fram_roster_page_get_today (self));
}
