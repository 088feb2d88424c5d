#include "fram-window-private.h"

#include "fram-kinds.h"
#include "fram-palette.h"

#include <glib/gi18n.h>

/* Below this width the sidebar lies over the page and the header shows icons only (UX.md, "The window"). With texts twice as
 * large, twice as soon. */
#define NARROW 800
/* Below this one the names in the header make room for the title. */
#define TIGHT 1000

G_DEFINE_FINAL_TYPE (FramWindow, fram_window, ADW_TYPE_APPLICATION_WINDOW)

/**
 * fram_window_arrange:
 * @self: a window
 *
 * Shows what there is room for.
 */
void
fram_window_arrange (FramWindow *self)
{
  adw_flap_set_fold_policy (self->flap, self->narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, !self->narrow && !self->sidebar_hidden);
  gtk_widget_set_visible (self->search_label, !self->narrow);
  gtk_widget_set_visible (self->search_keys, !self->tight);
  gtk_widget_set_visible (GTK_WIDGET (self->person_label), !self->tight);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !self->narrow);
  gtk_widget_set_visible (self->undo_box, !self->narrow && gtk_widget_get_visible (self->person_button));
}

/**
 * fram_window_set_room:
 * @self: a window
 * @width: how wide it is, or will be
 *
 * Returns: whether it must be arranged anew
 */
gboolean
fram_window_set_room (FramWindow *self, int width)
{
  double scale = fram_widget_get_text_scale (GTK_WIDGET (self));
  gboolean narrow = width < NARROW * scale;
  gboolean tight = width < TIGHT * scale;
  gboolean other = narrow != self->narrow || tight != self->tight;

  self->narrow = narrow;
  self->tight = tight;
  return other;
}

static gboolean
arrange_soon (gpointer data)
{
  FramWindow *self = data;

  self->arranging = 0;
  fram_window_arrange (self);
  return G_SOURCE_REMOVE;
}

/* Nothing may be shown or hidden while sizes are given out: that waits for the next turn of the main loop. */
static void
fram_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FramWindow *self = FRAM_WINDOW (widget);

  GTK_WIDGET_CLASS (fram_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (fram_window_set_room (self, width) && self->arranging == 0)
    self->arranging = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_soon, self, NULL);
}

static gboolean
fram_window_close_request (GtkWindow *window)
{
  FramWindow *self = FRAM_WINDOW (window);

  fram_window_leave (self);
  return GTK_WINDOW_CLASS (fram_window_parent_class)->close_request (window);
}

static void
update_tab_list (FramWindow *self)
{
  g_autoptr (GMenuModel) list = fram_tabs_make_list (self->tabs);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->tabs_button), list);
  gtk_widget_set_visible (self->tabs_button, fram_tabs_get_count (self->tabs) > 1 && !fram_window_is_covered (self));
}

/**
 * fram_window_update_title:
 * @self: a window
 *
 * Its title is that of the page in front, where that may be seen; so is the list of its tabs.
 */
void
fram_window_update_title (FramWindow *self)
{
  FramPage *page = fram_tabs_get_page (self->tabs);
  g_autofree char *title = page != NULL ? fram_page_dup_title (page) : NULL;
  g_autofree char *full =
      title != NULL && title[0] != '\0' ? g_strdup_printf ("%s – Framsteg", title) : g_strdup ("Framsteg");

  if (!fram_window_is_covered (self))
    gtk_window_set_title (GTK_WINDOW (self), full);
  update_tab_list (self);
}

static void
on_tabs_changed_cb (FramWindow *self)
{
  FramPage *page = fram_tabs_get_page (self->tabs);
  g_autofree char *uri = page != NULL ? fram_page_dup_uri (page) : NULL;

  g_autofree char *place = uri != NULL ? fram_kinds_dup_place (uri) : NULL;

  fram_sidebar_select (self->sidebar, place);
  fram_window_update_title (self);
  fram_window_show_print (self);
  if (self->restored)
    fram_seat_keep_soon (self->seat);
}

static void
name_tab (const char *uri, const char *title, gpointer data)
{
  fram_tabs_name (((FramWindow *)data)->tabs, uri, title);
}

/* The first count of the sidebar tells where this person begins. */
static void
on_sidebar_ready_cb (FramWindow *self)
{
  g_autofree char *home = NULL;

  fram_sidebar_foreach_roster (self->sidebar, name_tab, self);
  if (self->restored || fram_uuid_is_none (fram_seat_get_person (self->seat)))
    return;
  self->restored = TRUE;
  home = fram_sidebar_dup_home (self->sidebar);
  fram_tabs_restore (self->tabs, NULL, home);
  on_tabs_changed_cb (self);
}

static gboolean
on_first_frame (gpointer data)
{
  FramWindow *self = data;

  if (self->seat != NULL)
    fram_seat_set_ready (self->seat);
  return G_SOURCE_REMOVE;
}

/* The window is seen at once; the register's pages are made for its second frame. */
static void
on_painted_cb (GdkFrameClock *clock, gpointer data)
{
  g_signal_handlers_disconnect_by_func (clock, on_painted_cb, data);
  ((FramWindow *)data)->drawn = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, on_first_frame, g_object_ref (data), g_object_unref);
}

static void
fram_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fram_window_parent_class)->realize (widget);
  if (!FRAM_WINDOW (widget)->drawn)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (on_painted_cb), widget, 0);
}

static void
fram_window_dispose (GObject *object)
{
  FramWindow *self = FRAM_WINDOW (object);

  g_cancellable_cancel (self->making);
  g_clear_handle_id (&self->arranging, g_source_remove);
  g_clear_object (&self->making);
  fram_window_forget_cover (self);
  if (self->seat != NULL)
    g_signal_handlers_disconnect_by_data (self->seat, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_WINDOW);
  g_clear_object (&self->seat);
  G_OBJECT_CLASS (fram_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FramWindow, title);
  gtk_widget_class_bind_template_child (klass, FramWindow, sidebar_button);
  gtk_widget_class_bind_template_child (klass, FramWindow, search_button);
  gtk_widget_class_bind_template_child (klass, FramWindow, search_label);
  gtk_widget_class_bind_template_child (klass, FramWindow, search_keys);
  gtk_widget_class_bind_template_child (klass, FramWindow, menu_button);
  gtk_widget_class_bind_template_child (klass, FramWindow, person_button);
  gtk_widget_class_bind_template_child (klass, FramWindow, person_label);
  gtk_widget_class_bind_template_child (klass, FramWindow, discreet_button);
  gtk_widget_class_bind_template_child (klass, FramWindow, tabs_button);
  gtk_widget_class_bind_template_child (klass, FramWindow, undo_box);
  gtk_widget_class_bind_template_child (klass, FramWindow, bar);
  gtk_widget_class_bind_template_child (klass, FramWindow, bar_label);
  gtk_widget_class_bind_template_child (klass, FramWindow, toasts);
  gtk_widget_class_bind_template_child (klass, FramWindow, stack);
  gtk_widget_class_bind_template_child (klass, FramWindow, message);
  gtk_widget_class_bind_template_child (klass, FramWindow, who);
  gtk_widget_class_bind_template_child (klass, FramWindow, flap);
  gtk_widget_class_bind_template_child (klass, FramWindow, sidebar);
  gtk_widget_class_bind_template_child (klass, FramWindow, tabs);
  gtk_widget_class_bind_template_child (klass, FramWindow, primary_menu);
  gtk_widget_class_bind_template_child (klass, FramWindow, person_menu);
}

static void
fram_window_class_init (FramWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = fram_window_close_request;
  widget_class->realize = fram_window_realize;
  widget_class->size_allocate = fram_window_size_allocate;
  g_type_ensure (FRAM_TYPE_MESSAGE_PAGE);
  g_type_ensure (FRAM_TYPE_WHO_PAGE);
  g_type_ensure (FRAM_TYPE_SIDEBAR);
  g_type_ensure (FRAM_TYPE_TABS);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-window.ui");
  bind_children (widget_class);
}

/* The search is not needed for the first frame. */
static void
make_search (GtkMenuButton *button, gpointer data)
{
  FramWindow *self = data;

  if (self->search != NULL)
    return;
  self->search = fram_search_new ();
  gtk_menu_button_set_popover (button, self->search);
  fram_search_set_desk (FRAM_SEARCH (self->search), fram_window_get_desk (self));
}

/* Menus are made when they are opened first. */
static void
make_main_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, ((FramWindow *)data)->primary_menu);
}

static void
make_person_menu (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_menu_model (button, ((FramWindow *)data)->person_menu);
}

static void
fram_window_init (FramWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_window_add_actions (self);
  fram_window_accept_drops (self);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->search_button), make_search, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), make_main_menu, self, NULL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->person_button), make_person_menu, self, NULL);
  g_signal_connect_object (self->tabs, "changed", G_CALLBACK (on_tabs_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "ready", G_CALLBACK (on_sidebar_ready_cb), self, G_CONNECT_SWAPPED);
}

FramWindow *
fram_window_new (FramApplication *app)
{
  FramWindow *self = g_object_new (FRAM_TYPE_WINDOW, "application", app, NULL);
  g_autoptr (FramSessionWindow) last = NULL;

  self->seat = g_object_ref (fram_application_get_seat (app));
  fram_window_follow_discreet (self);
  fram_window_follow_seat (self);
  fram_window_join (self);
  if (fram_seat_get_host (self->seat) == NULL)
    fram_seat_set_host (self->seat, self);
  gtk_window_set_default_size (GTK_WINDOW (self), 1180, 760);
  last = fram_session_get_last (fram_seat_get_session (self->seat));
  fram_window_take_shape (self, last);
  fram_window_follow_lock (self);
  return self;
}

/* "message", "who" or "work" */
void
fram_window_show (FramWindow *self, const char *state)
{
  gboolean working = g_strcmp0 (state, "work") == 0;

  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_visible (self->sidebar_button, working);
  gtk_widget_set_visible (self->search_button, working);
  gtk_widget_set_visible (self->person_button, working);
  gtk_widget_set_visible (self->undo_box, working && !self->narrow);
  if (!working)
    gtk_widget_set_visible (self->tabs_button, FALSE);
  fram_window_enable_actions (self, working);
}

void
fram_window_show_person (FramWindow *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (fram_window_get_desk (self));
  g_autofree char *spoken = g_strdup_printf (_ ("%s is at the keyboard"), viewer->name);

  gtk_label_set_label (self->person_label, viewer->name);
  gtk_widget_set_tooltip_text (self->person_button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->person_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

FramDesk *
fram_window_get_desk (FramWindow *self)
{
  return fram_seat_get_desk (self->seat);
}

FramTabs *
fram_window_get_tabs (FramWindow *self)
{
  return self->tabs;
}

/**
 * fram_window_get_state:
 * @self: the window
 *
 * Returns: "message", "who" or "work"
 */
const char *
fram_window_get_state (FramWindow *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static void
on_dismissed_cb (AdwToast *toast, gpointer data)
{
  FramWindow *self = data;

  if (self->toast == toast)
    self->toast = NULL;
}

/**
 * fram_window_say:
 * @self: the window
 * @text: a sentence
 * @with_undo: whether to offer undo
 *
 * Says something in a toast. The one before makes room at once: quick marks do not queue up sentences.
 */
void
fram_window_say (FramWindow *self, const char *text, gboolean with_undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (fram_window_hold (self, text, with_undo))
    return;
  toast = adw_toast_new (escaped);
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
