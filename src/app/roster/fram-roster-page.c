#include "fram-roster-page-private.h"

#include "fram-discreet.h"
#include "fram-view-switch.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The clock is looked at once a minute: for midnight, and for those whose time has come. */
#define CLOCK_SECONDS 60

static void fram_roster_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramRosterPage, fram_roster_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_roster_page_page_init)
                                   G_IMPLEMENT_INTERFACE (FRAM_TYPE_DAY_ROSTER, fram_roster_page_day_roster_init))

/* What is written here comes back with the roster; what others write meanwhile is read when that is done. */
static void
on_desk_changed_cb (FramRosterPage *self, const FramChanged *what)
{
  gboolean any_activity = fram_uuid_is_none (&what->activity), any_day = what->day == FRAM_DATE_NONE;
  gboolean this_activity = any_activity || fram_uuid_equal (&what->activity, &self->activity);
  gboolean this_day = any_day || what->day == self->day;

  if (!(this_activity && this_day) && !what->house)
    return;
  if (self->pending == 0)
    fram_roster_page_reload (self);
  else if (any_activity || any_day || what->house)
    self->again = TRUE;
}

static void
take_person (FramRosterPage *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);

  g_free (self->me);
  self->me = viewer != NULL ? g_strdup (viewer->name) : NULL;
}

static void
on_person_changed_cb (FramRosterPage *self)
{
  take_person (self);
  self->stale = TRUE;
  g_array_set_size (self->late, 0);
  fram_roster_page_close_why (self);
  fram_roster_page_close_popover (self);
  fram_roster_page_reload (self);
}

static gboolean
on_clock_cb (gpointer data)
{
  fram_roster_page_follow_midnight (data);
  fram_roster_page_follow_clock (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   FramRosterPage *self)
{
  return fram_roster_page_handle_key (self, keyval, state);
}

static void
on_others_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_unfold (self, self->others_revealer, !fram_roster_page_is_unfolded (self->others_revealer));
}

static void
on_later_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_unfold (self, self->later_revealer, !fram_roster_page_is_unfolded (self->later_revealer));
}

static void
on_visitor_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_show_visitor (self);
}

static void
on_stand_in_clicked_cb (FramRosterPage *self)
{
  gtk_widget_set_visible (self->stand_in_button, FALSE);
  fram_roster_page_stand_in (self);
}

static void
on_no_reason_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_close_why (self);
}

static void
on_scrolled_cb (FramRosterPage *self)
{
  fram_roster_page_follow_scroll (self);
}

static void
on_day_picked_cb (FramRosterPage *self, int day)
{
  self->wants_focus = TRUE;
  fram_roster_page_go_to_day (self, day);
}

static void
on_previous_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_step (self, -1);
}

static void
on_next_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_step (self, 1);
}

static void
on_today_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_go_home (self);
}

static void
on_rest_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_mark_rest (self);
}

static void
on_again_clicked_cb (FramRosterPage *self)
{
  fram_roster_page_reload (self);
}

static void
set_line_metrics (FramRosterLine *line, gpointer data)
{
  fram_roster_line_set_metrics (line, data);
}

static void
ensure_metrics (FramRosterPage *self)
{
  if (self->metrics_known)
    return;
  self->metrics_known = TRUE;
  fram_roster_metrics_init (&self->metrics, GTK_WIDGET (self), fram_desk_get_statuses (self->desk));
  fram_roster_heading_set_metrics (self->heading, &self->metrics);
  fram_roster_page_each_line (self, set_line_metrics, &self->metrics);
}

static void
set_line_discreet (FramRosterLine *line, gpointer data)
{
  fram_roster_line_set_discreet (line, FRAM_ROSTER_PAGE (data)->discreet);
}

static void
on_discreet_cb (GtkWidget *widget, gboolean discreet)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (widget);

  self->discreet = discreet;
  if (self->lines != NULL)
    fram_roster_page_each_line (self, set_line_discreet, self);
}

static void
fram_roster_page_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (fram_roster_page_parent_class)->css_changed (widget, change);
  FRAM_ROSTER_PAGE (widget)->metrics_known = FALSE;
}

/* The page asks for little: its form follows from the width it gets. */
static void
fram_roster_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (widget);

  ensure_metrics (self);
  gtk_widget_measure (self->box, orientation, self->in_panel ? for_size : -1, minimum, natural, NULL, NULL);
  if (self->in_panel)
    return;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 240;
  *natural = MAX (*natural, *minimum);
}

static void
fram_roster_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (widget);
  FramRosterForm form;

  ensure_metrics (self);
  form = self->in_panel ? FRAM_ROSTER_COMPACT : fram_roster_metrics_get_form (&self->metrics, width);
  if (form != self->form)
    fram_roster_page_apply_form (self, form);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  fram_roster_page_follow_scroll (self);
  if (self->details != NULL)
    gtk_popover_present (GTK_POPOVER (self->details));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static GtkSizeRequestMode
fram_roster_page_get_request_mode (GtkWidget *widget)
{
  return FRAM_ROSTER_PAGE (widget)->in_panel ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Minutes that are still being typed when the page goes are written before it is gone. */
static void
fram_roster_page_unmap (GtkWidget *widget)
{
  fram_roster_page_write_digits_now (FRAM_ROSTER_PAGE (widget));
  GTK_WIDGET_CLASS (fram_roster_page_parent_class)->unmap (widget);
}

/* Opening the tab puts the keyboard on the first person who is not marked. */
static gboolean
fram_roster_page_grab_focus (GtkWidget *widget)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (widget);

  for (guint i = 0; i < self->n_lines; i++)
    if (fram_roster_line_get_row (self->lines->pdata[i])->status == NULL)
      return fram_roster_page_move_cursor (self, (int)i);
  if (self->n_lines > 0)
    return fram_roster_page_move_cursor (self, 0);
  return !self->in_panel && gtk_widget_grab_focus (self->day_button);
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_ROSTER_PAGE (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  char text[FRAM_UUID_TEXT_SIZE];

  return g_strconcat ("roster:", fram_uuid_format (&FRAM_ROSTER_PAGE (page)->activity, text), NULL);
}

static char *
page_dup_title (FramPage *page)
{
  const char *name = gtk_label_get_text (FRAM_ROSTER_PAGE (page)->title);

  return g_strdup (name[0] != '\0' ? name : C_ ("tab", "Roster"));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "view-list-symbolic";
}

static void
page_reload (FramPage *page)
{
  fram_roster_page_reload (FRAM_ROSTER_PAGE (page));
}

/* The keyboard goes to the first unmarked person; where the roster is still being read, as soon as it is there. */
static void
page_focus (FramPage *page)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (page);

  if (self->roster != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  else
    self->wants_focus = TRUE;
}

static char *
page_dup_selection (FramPage *page)
{
  return fram_roster_page_dup_table (FRAM_ROSTER_PAGE (page));
}

static GArray *
page_dup_selected_people (FramPage *page, FramClass *klass)
{
  *klass = FRAM_CLASS_ATTEND;
  return fram_roster_page_dup_people (FRAM_ROSTER_PAGE (page));
}

static void
page_print (FramPage *page)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (page);
  char activity[FRAM_UUID_TEXT_SIZE], day[FRAM_DATE_TEXT_SIZE];

  gtk_widget_activate_action (GTK_WIDGET (self), "win.print-roster", "(sss)",
                              fram_uuid_format (&self->activity, activity), "signatures",
                              fram_date_format (self->day, day));
}

static void
page_go_to_day (FramPage *page, FramDate day)
{
  fram_roster_page_go_to_day (FRAM_ROSTER_PAGE (page), day);
}

static void
fram_roster_page_page_init (FramPageInterface *iface)
{
  iface->print = page_print;
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->dup_selection = page_dup_selection;
  iface->dup_selected_people = page_dup_selected_people;
  iface->go_to_day = page_go_to_day;
}

static void
fram_roster_page_dispose (GObject *object)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_handle_id (&self->digits_timeout, g_source_remove);
  g_clear_handle_id (&self->clock_timeout, g_source_remove);
  g_clear_handle_id (&self->cursor_timeout, g_source_remove);
  self->next_cursor = -1;
  if (self->details != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->details));
  g_clear_object (&self->details);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  fram_roster_page_close_popover (self);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->later_lines, g_ptr_array_unref);
  g_clear_pointer (&self->other_lines, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_ROSTER_PAGE);
  g_clear_pointer (&self->roster, fram_roster_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_roster_page_parent_class)->dispose (object);
}

static void
fram_roster_page_finalize (GObject *object)
{
  FramRosterPage *self = FRAM_ROSTER_PAGE (object);

  g_array_unref (self->late);
  g_array_unref (self->why);
  g_ptr_array_unref (self->often);
  g_free (self->me);
  g_string_free (self->digits, TRUE);
  g_free (self->last_code);
  G_OBJECT_CLASS (fram_roster_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-roster-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramRosterPage, child)
  BIND (box);
  BIND (head);
  BIND (title);
  BIND (day_button);
  BIND (day_label);
  BIND (week_label);
  BIND (today_button);
  BIND (print_button);
  BIND (totals);
  BIND (rest_button);
  BIND (bottom_bar);
  BIND (bottom_rest_button);
  BIND (notice);
  BIND (notice_label);
  BIND (reason_entry);
  BIND (stand_in_button);
  BIND (why_bar);
  BIND (why_label);
  BIND (why_entry);
  BIND (why_often);
  BIND (heading_slot);
  BIND (scroller);
  BIND (lists);
  BIND (state_box);
  BIND (state_icon);
  BIND (state_title);
  BIND (state_text);
  BIND (state_days);
  BIND (state_again);
  BIND (list);
  BIND (later_button);
  BIND (later_label);
  BIND (later_arrow);
  BIND (later_revealer);
  BIND (later);
  BIND (visitor_button);
  BIND (others_button);
  BIND (others_label);
  BIND (others_arrow);
  BIND (others_revealer);
  BIND (others);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_today_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rest_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_others_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_no_reason_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stand_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_visitor_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_later_clicked_cb);
}

static void
fram_roster_page_class_init (FramRosterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = fram_roster_page_dispose;
  object_class->finalize = fram_roster_page_finalize;
  g_signal_new ("shown", FRAM_TYPE_ROSTER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->measure = fram_roster_page_measure;
  widget_class->get_request_mode = fram_roster_page_get_request_mode;
  widget_class->size_allocate = fram_roster_page_size_allocate;
  widget_class->css_changed = fram_roster_page_css_changed;
  widget_class->unmap = fram_roster_page_unmap;
  widget_class->grab_focus = fram_roster_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "rosterpage");
  g_type_ensure (FRAM_TYPE_TOTALS);
  g_type_ensure (FRAM_TYPE_VIEW_SWITCH);
  bind_template (widget_class);
}

static void
add_keys (FramRosterPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
follow_scrolling (FramRosterPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
fram_roster_page_init (FramRosterPage *self)
{
  self->lines = g_ptr_array_new ();
  self->later_lines = g_ptr_array_new ();
  self->other_lines = g_ptr_array_new ();
  self->late = g_array_new (FALSE, FALSE, sizeof (FramRosterKey));
  self->digits = g_string_new (NULL);
  self->anchor = self->next_cursor = -1;
  self->stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->heading = FRAM_ROSTER_HEADING (fram_roster_heading_new ());
  gtk_box_append (GTK_BOX (self->heading_slot), GTK_WIDGET (self->heading));
  self->date_popover = FRAM_DATE_POPOVER (fram_date_popover_new ());
  g_signal_connect_object (self->date_popover, "picked", G_CALLBACK (on_day_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->day_button), GTK_WIDGET (self->date_popover));
  add_keys (self);
  fram_roster_page_init_why (self);
  fram_roster_page_init_menu (self);
  follow_scrolling (self);
}

/**
 * fram_roster_page_new:
 * @desk: the register with its person
 * @activity: the workshop or group
 * @day: the day, or %FRAM_DATE_NONE for today
 */
GtkWidget *
fram_roster_page_new (FramDesk *desk, const FramUuid *activity, FramDate day)
{
  FramRosterPage *self = g_object_new (FRAM_TYPE_ROSTER_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->activity = *activity;
  self->is_demonstration = fram_desk_is_demonstration (desk);
  self->home_day = fram_desk_get_home_day (desk);
  fram_roster_heading_set_statuses (self->heading, fram_desk_get_statuses (desk));
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_desk_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  take_person (self);
  fram_discreet_follow (GTK_WIDGET (self), on_discreet_cb);
  self->clock_timeout = g_timeout_add_seconds (CLOCK_SECONDS, on_clock_cb, self);
  fram_roster_page_go_to_day (self, day != FRAM_DATE_NONE ? day : fram_roster_page_get_today (self));
  return GTK_WIDGET (self);
}

const FramUuid *
fram_roster_page_get_activity (FramRosterPage *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_PAGE (self), NULL);
  return &self->activity;
}

FramDate
fram_roster_page_get_day (FramRosterPage *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_PAGE (self), FRAM_DATE_NONE);
  return self->day;
}

/**
 * fram_roster_page_get_roster:
 * @self: a page
 *
 * Returns: (nullable): the roster in view, while there is one
 */
const FramRoster *
fram_roster_page_get_roster (FramRosterPage *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_PAGE (self), NULL);
  return self->roster;
}

/**
 * fram_roster_page_is_idle:
 * @self: a page
 *
 * Returns: whether everything asked for is on disk and shown
 */
gboolean
fram_roster_page_is_idle (FramRosterPage *self)
{
  g_return_val_if_fail (FRAM_IS_ROSTER_PAGE (self), TRUE);
  return self->pending == 0 && self->loading == NULL && self->digits->len == 0;
}
