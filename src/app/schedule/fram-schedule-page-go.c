#include "fram-schedule-page-private.h"

#include "fram-clock.h"
#include "fram-kinds.h"

/* Where the page goes: other days, another session, and the keyboard. */

#define DAYS_OF_WORK 5

/* In the demonstration today is its latest working day. */
FramDate
fram_schedule_page_get_today (FramSchedulePage *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));

  return fram_desk_is_demonstration (self->desk) ? MIN (today, self->home_day) : today;
}

int
fram_schedule_page_get_now (FramSchedulePage *self)
{
  return fram_clock_minute (fram_desk_get_clock (self->desk));
}

/**
 * fram_schedule_page_go_to:
 * @self: a page
 * @day: a day
 *
 * Shows it, or its week. What is in view stays until the other week has been read.
 */
void
fram_schedule_page_go_to (FramSchedulePage *self, FramDate day)
{
  gboolean same_week = fram_date_monday (day) == fram_date_monday (self->day);

  if (day == self->day && self->schedule != NULL)
    return;
  self->day = day;
  fram_schedule_page_close_panel (self);
  fram_schedule_page_show_period (self);
  if (!same_week || self->schedule == NULL)
    fram_schedule_page_ask (self);
  else
    fram_schedule_page_show_schedule (self);
  fram_page_changed (FRAM_PAGE (self));
}

static gboolean
has_column (FramSchedulePage *self, FramDate day)
{
  for (guint i = 0; self->schedule != NULL && i < self->schedule->sessions->len; i++)
    if (((const FramScheduleSession *)g_ptr_array_index (self->schedule->sessions, i))->day == day)
      return TRUE;
  return fram_date_get_weekday (day) <= DAYS_OF_WORK;
}

/* A week, or in the view of one day the next one that has a column. */
void
fram_schedule_page_step (FramSchedulePage *self, int step)
{
  FramDate day = self->day + step;

  if (self->view != FRAM_SCHEDULE_VIEW_DAY)
    day = fram_date_monday (self->day) + 7 * step;
  else
    while (!has_column (self, day))
      day += step;
  fram_schedule_page_go_to (self, day);
}

void
fram_schedule_page_go_home (FramSchedulePage *self)
{
  FramDate today = fram_schedule_page_get_today (self);

  self->wants_now = TRUE;
  if (self->day == today && self->schedule != NULL)
    fram_schedule_page_show_schedule (self);
  else
    fram_schedule_page_go_to (self, today);
}

/* --- the panel --- */

static const FramScheduleSession *
session_of (FramSchedulePage *self, int block)
{
  const FramScheduleBlock *b = &g_array_index (self->picture->blocks, FramScheduleBlock, (guint)block);

  return b->tag < self->schedule->sessions->len ? g_ptr_array_index (self->schedule->sessions, b->tag) : NULL;
}

/* Who may not open people is told what there is to know of it. */
static void
open_talk (FramSchedulePage *self, const FramScheduleTalk *talk, const FramScheduleBlock *block)
{
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *uri = g_strconcat ("participant:", fram_uuid_format (&talk->participant, id), NULL);
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);

  if (fram_kinds_is_for (viewer, uri))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", uri);
  else
    fram_page_toast (FRAM_PAGE (self), block->spoken, FALSE);
}

/**
 * fram_schedule_page_open:
 * @self: a page
 * @block: a block of its picture
 *
 * Opens the session in the panel; of a talk the participant, for those who may.
 */
void
fram_schedule_page_open (FramSchedulePage *self, int block)
{
  const FramScheduleSession *session;

  g_return_if_fail (self->picture != NULL && block >= 0 && (guint)block < self->picture->blocks->len);
  session = session_of (self, block);
  if (session == NULL)
    {
      const FramScheduleBlock *b = &g_array_index (self->picture->blocks, FramScheduleBlock, (guint)block);

      open_talk (self, g_ptr_array_index (self->schedule->talks, b->tag - self->schedule->sessions->len), b);
      return;
    }
  self->open_group = session->group;
  self->open_planned = session->planned;
  fram_session_panel_show (self->panel, &session->group, session->planned, session->day);
  fram_schedule_canvas_select (self->canvas, block);
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->panel), GTK_DIR_TAB_FORWARD);
}

/* The keyboard goes back to where it came from. */
void
fram_schedule_page_close_panel (FramSchedulePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panel_place));

  if (fram_uuid_is_none (&self->open_group))
    return;
  self->open_group = FRAM_UUID_NONE;
  self->open_planned = FRAM_DATE_NONE;
  adw_flap_set_reveal_flap (self->flap, FALSE);
  fram_schedule_canvas_select (self->canvas, -1);
  fram_session_panel_clear (self->panel);
  if (inside)
    fram_schedule_page_take_focus (self);
}

/* --- the keyboard --- */

/* On the sessions, where there are any. */
void
fram_schedule_page_take_focus (FramSchedulePage *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);

  self->wants_focus = FALSE;
  if (g_strcmp0 (shown, "grid") == 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  else if (g_strcmp0 (shown, "agenda") == 0)
    fram_schedule_agenda_take_focus (self->agenda);
  else if (g_strcmp0 (shown, "state") == 0 && gtk_widget_get_visible (GTK_WIDGET (self->state_button)))
    gtk_widget_grab_focus (GTK_WIDGET (self->state_button));
  else
    gtk_widget_grab_focus (self->day_button);
}

static gboolean
is_within (FramSchedulePage *self, gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
handle_alt (FramSchedulePage *self, guint keyval)
{
  int later = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: fram_schedule_page_step (self, -later); return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: fram_schedule_page_step (self, later); return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: fram_schedule_page_go_home (self); return TRUE;
    default: return FALSE;
    }
}

static gboolean
handle_control (FramSchedulePage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_1:
    case GDK_KEY_KP_1: fram_schedule_page_choose_view (self, FRAM_SCHEDULE_VIEW_WEEK); return TRUE;
    case GDK_KEY_2:
    case GDK_KEY_KP_2: fram_schedule_page_choose_view (self, FRAM_SCHEDULE_VIEW_DAY); return TRUE;
    case GDK_KEY_3:
    case GDK_KEY_KP_3: fram_schedule_page_choose_view (self, FRAM_SCHEDULE_VIEW_AGENDA); return TRUE;
    case GDK_KEY_d: gtk_menu_button_popup (GTK_MENU_BUTTON (self->day_button)); return TRUE;
    default: return FALSE;
    }
}

/* Without Control or Alt, while the keyboard is on the sessions. */
static gboolean
handle_plain (FramSchedulePage *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: fram_schedule_page_go_to (self, self->day - 7); return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: fram_schedule_page_go_to (self, self->day + 7); return TRUE;
    case GDK_KEY_t:
    case GDK_KEY_T: fram_schedule_page_go_home (self); return TRUE;
    default: return FALSE;
    }
}

/**
 * fram_schedule_page_handle_key:
 * @self: a page
 * @keyval: the key
 * @state: what is held with it
 *
 * Returns: whether it was for the page
 */
gboolean
fram_schedule_page_handle_key (FramSchedulePage *self, guint keyval, GdkModifierType state)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_SHIFT_MASK);

  if (held == GDK_ALT_MASK)
    return handle_alt (self, keyval);
  if (held == GDK_CONTROL_MASK)
    return handle_control (self, keyval);
  if (held == 0 && is_within (self, self->stack))
    return handle_plain (self, keyval);
  return FALSE;
}
