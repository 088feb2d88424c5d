#include "fram-schedule-page-private.h"

#include "fram-clock.h"
#include "fram-discreet.h"
#include "fram-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MINUTE 60

static void fram_schedule_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramSchedulePage, fram_schedule_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_schedule_page_page_init))

/* --- reading --- */

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSchedulePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSchedule) schedule = fram_desk_schedule_finish (FRAM_DESK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->desk == NULL)
    return;
  g_clear_object (&self->loading);
  if (schedule == NULL)
    fram_schedule_page_show_error (self, error);
  else
    {
      g_autoptr (FramSchedule) old = g_steal_pointer (&self->schedule);

      self->schedule = g_steal_pointer (&schedule);
      fram_schedule_page_show_schedule (self);
    }
  if (self->again)
    fram_schedule_page_ask (self);
}

/**
 * fram_schedule_page_ask:
 * @self: a page
 *
 * Reads the week of the day in view, for those who are chosen; what was asked for before is not waited for.
 */
void
fram_schedule_page_ask (FramSchedulePage *self)
{
  FramDate monday = fram_date_monday (self->day);
  FramUuid id;
  FramScheduleOf of = fram_schedule_filter_get (self->filter, &id);

  self->again = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fram_desk_schedule_async (self->desk, of, of > FRAM_SCHEDULE_OF_MINE ? &id : NULL, monday, monday + 6, self->loading,
                            on_read_cb, g_object_ref (self));
}

/* What has changed while a week is read is read once more. */
void
fram_schedule_page_reload (FramSchedulePage *self)
{
  if (self->loading != NULL)
    self->again = TRUE;
  else
    fram_schedule_page_ask (self);
}

/* --- what others do --- */

static void
on_desk_changed_cb (FramSchedulePage *self, const FramChanged *what)
{
  FramDate monday = fram_date_monday (self->day);

  if (what->house || what->day == FRAM_DATE_NONE || (what->day >= monday && what->day <= monday + 6))
    fram_schedule_page_reload (self);
  if (what->house)
    fram_schedule_filter_set_desk (self->filter, self->desk);
}

/* What the next person may not see is gone before the week is read for them. */
static void
on_person_changed_cb (FramSchedulePage *self)
{
  fram_schedule_page_close_panel (self);
  fram_schedule_canvas_set_picture (self->canvas, NULL, "");
  fram_schedule_agenda_set_picture (self->agenda, NULL);
  g_clear_pointer (&self->picture, fram_schedule_picture_free);
  g_clear_pointer (&self->schedule, fram_schedule_free);
  gtk_stack_set_visible_child_name (self->stack, "wait");
  fram_schedule_filter_set (self->filter, FRAM_SCHEDULE_OF_ALL, NULL);
  fram_schedule_filter_set_desk (self->filter, self->desk);
  fram_schedule_page_enable_actions (self);
  fram_schedule_page_ask (self);
}

/* The line of now moves; at midnight another day is today. */
static gboolean
on_minute_cb (gpointer data)
{
  FramSchedulePage *self = data;
  int now = fram_schedule_page_get_now (self);

  if (self->schedule == NULL || self->picture == NULL || now == self->schedule->now)
    return G_SOURCE_CONTINUE;
  if (fram_clock_today (fram_desk_get_clock (self->desk)) != self->schedule->today)
    {
      fram_schedule_page_reload (self);
      return G_SOURCE_CONTINUE;
    }
  self->schedule->now = now;
  if (self->picture->now != FRAM_TIME_NONE)
    {
      self->picture->now = now;
      fram_schedule_canvas_renew (self->canvas);
    }
  return G_SOURCE_CONTINUE;
}

static void
on_previous_clicked_cb (FramSchedulePage *self)
{
  fram_schedule_page_step (self, -1);
}

static void
on_next_clicked_cb (FramSchedulePage *self)
{
  fram_schedule_page_step (self, 1);
}

static void
on_today_clicked_cb (FramSchedulePage *self)
{
  fram_schedule_page_go_home (self);
}

static void
on_day_picked_cb (FramSchedulePage *self, int day)
{
  self->wants_focus = TRUE;
  fram_schedule_page_go_to (self, day);
}

static void
on_filter_changed_cb (FramSchedulePage *self)
{
  fram_schedule_page_close_panel (self);
  fram_schedule_page_ask (self);
  fram_page_changed (FRAM_PAGE (self));
}

static void
on_room_changed_cb (FramSchedulePage *self)
{
  fram_schedule_page_fit (self);
}

static void
on_state_clicked_cb (FramSchedulePage *self)
{
  fram_schedule_page_mend_state (self);
}

static void
on_activated_cb (FramSchedulePage *self, int block)
{
  fram_schedule_page_open (self, block);
}

static void
on_day_wanted_cb (FramSchedulePage *self, int day)
{
  if (self->view == FRAM_SCHEDULE_VIEW_DAY)
    return;
  fram_schedule_page_go_to (self, day);
  fram_schedule_page_choose_view (self, FRAM_SCHEDULE_VIEW_DAY);
}

static void
on_panel_closed_cb (FramSchedulePage *self)
{
  fram_schedule_page_close_panel (self);
}

/* Over the week the panel is also closed by a press beside it. */
static void
on_flap_revealed_cb (FramSchedulePage *self)
{
  if (!adw_flap_get_reveal_flap (self->flap))
    fram_schedule_page_close_panel (self);
}

static void
on_discreet_changed (GtkWidget *widget, gboolean discreet)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (widget);

  if (self->schedule != NULL)
    fram_schedule_page_show_schedule (self);
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   FramSchedulePage *self)
{
  if (keyval == GDK_KEY_Escape && !fram_uuid_is_none (&self->open_group))
    {
      fram_schedule_page_close_panel (self);
      return TRUE;
    }
  return fram_schedule_page_handle_key (self, keyval, state);
}

/* --- the page --- */

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_SCHEDULE_PAGE (page)->desk;
}

/* At the next start it is the week that it is then, in the same view and for the same groups; of whom a participant's week
 * was in view is not written down. */
static char *
page_dup_uri (FramPage *page)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (page);
  FramScheduleAddress address = { .day = FRAM_DATE_NONE, .view = self->chosen };
  g_autofree char *rest = NULL;

  address.of = fram_schedule_filter_get (self->filter, &address.id);
  if (address.of == FRAM_SCHEDULE_OF_PARTICIPANT)
    address.of = FRAM_SCHEDULE_OF_ALL;
  rest = fram_schedule_address_format (&address);
  return g_strconcat ("schedule:", rest, NULL);
}

/* "Week 46" */
static char *
page_dup_title (FramPage *page)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (page);

  /* Translators: the name of a tab: the number of a week */
  return g_strdup_printf (C_ ("tab", "Week %d"), fram_date_get_iso_week (self->day, NULL));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "x-office-calendar-symbolic";
}

static void
page_reload (FramPage *page)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (page);

  fram_schedule_filter_set_desk (self->filter, self->desk);
  fram_schedule_page_reload (self);
}

static void
page_focus (FramPage *page)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (page);

  if (self->schedule != NULL && self->loading == NULL)
    fram_schedule_page_take_focus (self);
  else
    self->wants_focus = TRUE;
}

/* The plain address is of all its weeks and views: what is in view stays. */
static void
page_show (FramPage *page, const char *uri)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (page);
  FramScheduleAddress address;
  const char *rest = strchr (uri, ':');

  if (rest == NULL || !fram_schedule_address_parse (rest + 1, &address))
    return;
  if (strchr (uri, '/') != NULL)
    {
      fram_schedule_filter_set (self->filter, address.of, &address.id);
      fram_schedule_page_ask (self);
    }
  if (address.day != FRAM_DATE_NONE && address.day != fram_date_monday (self->day))
    fram_schedule_page_go_to (self, address.day);
  if (address.view != FRAM_SCHEDULE_VIEW_FIT)
    fram_schedule_page_choose_view (self, address.view);
}

static void
page_go_to_day (FramPage *page, FramDate day)
{
  if (day != FRAM_DATE_NONE)
    fram_schedule_page_go_to (FRAM_SCHEDULE_PAGE (page), day);
}

static void
page_print (FramPage *page)
{
  fram_schedule_page_print (FRAM_SCHEDULE_PAGE (page));
}

static void
fram_schedule_page_page_init (FramPageInterface *iface)
{
  iface->print = page_print;
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->show = page_show;
  iface->go_to_day = page_go_to_day;
}

static gboolean
fram_schedule_page_grab_focus (GtkWidget *widget)
{
  page_focus (FRAM_PAGE (widget));
  return TRUE;
}

static void
fram_schedule_page_dispose (GObject *object)
{
  FramSchedulePage *self = FRAM_SCHEDULE_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->chooser);
  g_clear_handle_id (&self->minute, g_source_remove);
  if (self->desk != NULL) /* the first time: its children are still there */
    fram_schedule_canvas_set_picture (self->canvas, NULL, "");
  g_clear_pointer (&self->picture, fram_schedule_picture_free);
  g_clear_pointer (&self->schedule, fram_schedule_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_schedule_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramSchedulePage, child)
  BIND (room);
  BIND (head);
  BIND (title);
  BIND (previous_button);
  BIND (next_button);
  BIND (day_button);
  BIND (period_label);
  BIND (days_label);
  BIND (today_button);
  BIND (view_switch);
  BIND (menu_button);
  BIND (bar);
  BIND (filter);
  BIND (legend_box);
  BIND (flap);
  BIND (stack);
  BIND (canvas);
  BIND (agenda);
  BIND (panel_place);
  BIND (state_icon);
  BIND (state_title);
  BIND (state_text);
  BIND (state_button);
#undef BIND
}

static void
fram_schedule_page_class_init (FramSchedulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_schedule_page_dispose;
  widget_class->grab_focus = fram_schedule_page_grab_focus;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  g_type_ensure (FRAM_TYPE_SCHEDULE_FILTER);
  g_type_ensure (FRAM_TYPE_SCHEDULE_CANVAS);
  g_type_ensure (FRAM_TYPE_SCHEDULE_AGENDA);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-schedule-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_state_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_revealed_cb);
}

/* Week · Day · List, as in the head of a roster. */
static void
make_switch (FramSchedulePage *self)
{
  static const struct
  {
    FramScheduleView view;
    const char *label;
    const char *tooltip;
  } views[] = {
    { FRAM_SCHEDULE_VIEW_WEEK, NC_ ("view", "Week"), N_ ("The week (Ctrl+1)") },
    { FRAM_SCHEDULE_VIEW_DAY, NC_ ("view", "Day"), N_ ("One day (Ctrl+2)") },
    { FRAM_SCHEDULE_VIEW_AGENDA, NC_ ("view", "List"), N_ ("The week as a list (Ctrl+3)") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      const char *label = g_dpgettext2 (NULL, "view", views[i].label);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "schedule.view");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", fram_schedule_view_get_name (views[i].view));
      gtk_widget_set_tooltip_text (button, _ (views[i].tooltip));
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_box_append (self->view_switch, button);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view_switch), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("View of the schedule"), -1);
}

static void
fram_schedule_page_init (FramSchedulePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->day = FRAM_DATE_NONE;
  self->open_planned = FRAM_DATE_NONE;
  self->view = FRAM_SCHEDULE_VIEW_WEEK;
  self->wants_now = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_schedule_page_add_actions (self);
  make_switch (self);
  self->date_popover = FRAM_DATE_POPOVER (fram_date_popover_new ());
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->day_button), GTK_WIDGET (self->date_popover));
  g_signal_connect_object (self->date_popover, "picked", G_CALLBACK (on_day_picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "day-wanted", G_CALLBACK (on_day_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agenda, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_changed);
}

/* An address that cannot be read is the schedule of today. */
static void
take_address (FramSchedulePage *self, const char *rest)
{
  FramScheduleAddress address;

  if (!fram_schedule_address_parse (rest, &address))
    address = (FramScheduleAddress){ .day = FRAM_DATE_NONE };
  self->day = fram_schedule_page_get_today (self);
  if (address.day != FRAM_DATE_NONE && address.day != fram_date_monday (self->day))
    self->day = address.day;
  self->chosen = address.view;
  fram_schedule_filter_set (self->filter, address.of, &address.id);
}

/**
 * fram_schedule_page_new:
 * @desk: the register with its person
 * @rest: what follows "schedule:" in the address: see #FramScheduleAddress
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_schedule_page_new (FramDesk *desk, const char *rest)
{
  FramSchedulePage *self = g_object_new (FRAM_TYPE_SCHEDULE_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->home_day = fram_desk_get_home_day (desk);
  self->panel = FRAM_SESSION_PANEL (fram_session_panel_new (desk));
  gtk_box_append (self->panel_place, GTK_WIDGET (self->panel));
  g_signal_connect_object (self->panel, "closed", G_CALLBACK (on_panel_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  take_address (self, rest);
  fram_schedule_filter_set_desk (self->filter, desk);
  fram_schedule_page_enable_actions (self);
  fram_schedule_page_show_period (self);
  fram_schedule_page_ask (self);
  self->minute = g_timeout_add_seconds (MINUTE / 6, on_minute_cb, self);
  return GTK_WIDGET (self);
}

/**
 * fram_schedule_page_reads:
 * @rest: what follows "schedule:" in an address
 *
 * Returns: whether it can be one
 */
gboolean
fram_schedule_page_reads (const char *rest)
{
  FramScheduleAddress address;

  return fram_schedule_address_parse (rest, &address);
}

/**
 * fram_schedule_page_is_idle:
 * @self: a page
 *
 * Returns: whether what it shows is what was asked for
 */
gboolean
fram_schedule_page_is_idle (FramSchedulePage *self)
{
  g_return_val_if_fail (FRAM_IS_SCHEDULE_PAGE (self), TRUE);
  return self->loading == NULL && fram_schedule_filter_is_idle (self->filter) &&
         fram_size_bin_get_room (self->room) > 0;
}
