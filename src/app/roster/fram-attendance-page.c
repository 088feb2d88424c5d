#include "fram-attendance-page.h"

#include "fram-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FramAttendancePage
{
  GtkWidget parent_instance;

  /* borrowed */
  GtkStack *stack;
  GtkWidget *views[3];

  /* owned */
  FramDesk *desk;
  GSimpleActionGroup *actions;

  FramUuid activity;
  FramDate day; /* where the first view opens, %FRAM_DATE_NONE for today */
  guint current;
};

static const char *const names[] = { "day", "week", "month" };
static const char *const prefixes[] = { "roster:", "week:", "month:" };

static void fram_attendance_page_page_init (FramPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FramAttendancePage, fram_attendance_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_attendance_page_page_init))

static FramPage *
current (FramAttendancePage *self)
{
  return self->views[self->current] != NULL ? FRAM_PAGE (self->views[self->current]) : NULL;
}

static void
on_view_changed_cb (FramAttendancePage *self, FramPage *page)
{
  if (page == current (self))
    fram_page_changed (FRAM_PAGE (self));
}

static GtkWidget *
make_view (FramAttendancePage *self, guint view, FramDate day)
{
  switch (view)
    {
    case 0: return fram_roster_page_new (self->desk, &self->activity, day);
    case 1: return fram_sheet_page_new (self->desk, &self->activity, FRAM_SHEET_WEEK, day);
    case 2:
    default: return fram_sheet_page_new (self->desk, &self->activity, FRAM_SHEET_MONTH, day);
    }
}

/* The day that the other view goes on with. */
static FramDate
day_in_view (FramAttendancePage *self)
{
  GtkWidget *view = self->views[self->current];

  if (view == NULL)
    return self->day;
  return FRAM_IS_ROSTER_PAGE (view) ? fram_roster_page_get_day (FRAM_ROSTER_PAGE (view))
                                    : fram_sheet_page_get_day (FRAM_SHEET_PAGE (view));
}

static void
go_to_day (GtkWidget *view, FramDate day)
{
  if (FRAM_IS_ROSTER_PAGE (view) && fram_roster_page_get_day (FRAM_ROSTER_PAGE (view)) != day)
    fram_roster_page_go_to_day (FRAM_ROSTER_PAGE (view), day);
  else if (FRAM_IS_SHEET_PAGE (view) && fram_sheet_page_get_day (FRAM_SHEET_PAGE (view)) != day)
    fram_sheet_page_go_to_day (FRAM_SHEET_PAGE (view), day);
}

static void
show_view (FramAttendancePage *self, guint view)
{
  FramDate day = day_in_view (self);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "view");

  if (self->views[view] == NULL)
    {
      self->views[view] = make_view (self, view, day);
      g_signal_connect_object (self->views[view], "page-changed", G_CALLBACK (on_view_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, self->views[view], names[view]);
    }
  else if (view != self->current && day != FRAM_DATE_NONE)
    go_to_day (self->views[view], day);
  self->current = view;
  gtk_stack_set_visible_child (self->stack, self->views[view]);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (names[view]));
  fram_page_changed (FRAM_PAGE (self));
}

static int
find_view (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      return (int)i;
  return -1;
}

/* The keyboard goes along. */
static void
on_change_view_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  int view = find_view (g_variant_get_string (parameter, NULL));

  if (view < 0)
    return;
  show_view (data, (guint)view);
  fram_page_focus (FRAM_PAGE (data));
}

static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                   FramAttendancePage *self)
{
  return fram_attendance_page_handle_key (self, keyval, state);
}

static gboolean
fram_attendance_page_grab_focus (GtkWidget *widget)
{
  FramAttendancePage *self = FRAM_ATTENDANCE_PAGE (widget);

  return self->views[self->current] != NULL && gtk_widget_grab_focus (self->views[self->current]);
}

/* "UUID" or "UUID@2026-11-10" */
static gboolean
read_rest (const char *rest, FramUuid *activity, FramDate *day)
{
  g_auto (GStrv) parts = g_strsplit (rest, "@", 2);

  *day = FRAM_DATE_NONE;
  if (parts[0] == NULL || !fram_uuid_parse (parts[0], activity))
    return FALSE;
  if (parts[1] != NULL)
    *day = fram_date_parse (parts[1]);
  return parts[1] == NULL || *day != FRAM_DATE_NONE;
}

/* The plain address of the roster is of all its views: the one in view stays. */
static void
page_show (FramPage *page, const char *uri)
{
  FramAttendancePage *self = FRAM_ATTENDANCE_PAGE (page);
  FramUuid activity;
  FramDate day;

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (uri, prefixes[i]) && read_rest (uri + strlen (prefixes[i]), &activity, &day) &&
        fram_uuid_equal (&activity, &self->activity))
      {
        if (i != self->current && (i != 0 || day != FRAM_DATE_NONE))
          show_view (self, i);
        if (day != FRAM_DATE_NONE)
          go_to_day (self->views[self->current], day);
      }
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return FRAM_ATTENDANCE_PAGE (page)->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  FramAttendancePage *self = FRAM_ATTENDANCE_PAGE (page);
  char text[FRAM_UUID_TEXT_SIZE];

  return g_strconcat (prefixes[self->current], fram_uuid_format (&self->activity, text), NULL);
}

static char *
page_dup_title (FramPage *page)
{
  return fram_page_dup_title (current (FRAM_ATTENDANCE_PAGE (page)));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return "view-list-symbolic";
}

static void
page_reload (FramPage *page)
{
  FramAttendancePage *self = FRAM_ATTENDANCE_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    if (self->views[i] != NULL)
      fram_page_reload (FRAM_PAGE (self->views[i]));
}

static void
page_focus (FramPage *page)
{
  fram_page_focus (current (FRAM_ATTENDANCE_PAGE (page)));
}

static gboolean
page_can_print (FramPage *page)
{
  return fram_page_can_print (current (FRAM_ATTENDANCE_PAGE (page)));
}

static void
page_print (FramPage *page)
{
  fram_page_print (current (FRAM_ATTENDANCE_PAGE (page)));
}

static char *
page_dup_selection (FramPage *page)
{
  return fram_page_dup_selection (current (FRAM_ATTENDANCE_PAGE (page)));
}

static GArray *
page_dup_selected_people (FramPage *page, FramClass *klass)
{
  return fram_page_dup_selected_people (current (FRAM_ATTENDANCE_PAGE (page)), klass);
}

static void
page_go_to_day (FramPage *page, FramDate day)
{
  if (day != FRAM_DATE_NONE)
    fram_page_go_to_day (current (FRAM_ATTENDANCE_PAGE (page)), day);
}

static void
fram_attendance_page_page_init (FramPageInterface *iface)
{
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
  iface->focus = page_focus;
  iface->show = page_show;
  iface->can_print = page_can_print;
  iface->print = page_print;
  iface->dup_selection = page_dup_selection;
  iface->dup_selected_people = page_dup_selected_people;
  iface->go_to_day = page_go_to_day;
}

static void
fram_attendance_page_dispose (GObject *object)
{
  FramAttendancePage *self = FRAM_ATTENDANCE_PAGE (object);

  g_clear_pointer ((GtkWidget **)&self->stack, gtk_widget_unparent);
  memset (self->views, 0, sizeof self->views);
  g_clear_object (&self->actions);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_attendance_page_parent_class)->dispose (object);
}

static void
fram_attendance_page_class_init (FramAttendancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_attendance_page_dispose;
  widget_class->grab_focus = fram_attendance_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "attendancepage");
}

static void
fram_attendance_page_init (FramAttendancePage *self)
{
  const GActionEntry entries[] = { { "view", on_change_view_cb, "s", "'day'", NULL, { 0 } } };
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "attendance", G_ACTION_GROUP (self->actions));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * fram_attendance_page_reads:
 * @rest: the address after "roster:", "week:" or "month:"
 *
 * Returns: whether it names a workshop or group, and perhaps a day
 */
gboolean
fram_attendance_page_reads (const char *rest)
{
  FramUuid activity;
  FramDate day;

  return read_rest (rest, &activity, &day);
}

/**
 * fram_attendance_page_new:
 * @desk: the register with its person
 * @view: "day", "week" or "month"
 * @rest: the id of a workshop or group, and perhaps "@" and a day; else it opens today
 *
 * Returns: (transfer floating) (nullable): the page; %NULL where @rest says nothing
 */
GtkWidget *
fram_attendance_page_new (FramDesk *desk, const char *view, const char *rest)
{
  FramAttendancePage *self;
  FramUuid activity;
  FramDate day;

  if (!read_rest (rest, &activity, &day) || find_view (view) < 0)
    return NULL;
  self = g_object_new (FRAM_TYPE_ATTENDANCE_PAGE, NULL);
  self->desk = g_object_ref (desk);
  self->activity = activity;
  self->day = day;
  self->current = (guint)find_view (view);
  show_view (self, self->current);
  return GTK_WIDGET (self);
}

/**
 * fram_attendance_page_show_view:
 * @self: a page
 * @view: "day", "week" or "month"
 *
 * Shows another view of the same days.
 */
void
fram_attendance_page_show_view (FramAttendancePage *self, const char *view)
{
  int found = find_view (view);

  g_return_if_fail (FRAM_IS_ATTENDANCE_PAGE (self) && found >= 0);
  show_view (self, (guint)found);
}

const char *
fram_attendance_page_get_view (FramAttendancePage *self)
{
  g_return_val_if_fail (FRAM_IS_ATTENDANCE_PAGE (self), NULL);
  return names[self->current];
}

/**
 * fram_attendance_page_get_roster:
 * @self: a page
 *
 * Returns: (nullable): the roster of a day, once it was shown
 */
FramRosterPage *
fram_attendance_page_get_roster (FramAttendancePage *self)
{
  g_return_val_if_fail (FRAM_IS_ATTENDANCE_PAGE (self), NULL);
  return (FramRosterPage *)self->views[0];
}

/**
 * fram_attendance_page_get_sheet:
 * @self: a page
 *
 * Returns: (nullable): the week or month in view; %NULL while a day is
 */
FramSheetPage *
fram_attendance_page_get_sheet (FramAttendancePage *self)
{
  g_return_val_if_fail (FRAM_IS_ATTENDANCE_PAGE (self), NULL);
  return self->current != 0 ? FRAM_SHEET_PAGE (self->views[self->current]) : NULL;
}

/**
 * fram_attendance_page_handle_key:
 * @self: a page
 * @keyval: the key
 * @state: modifiers
 *
 * Ctrl+1, 2 and 3 change between day, week and month.
 *
 * Returns: whether the key meant something here
 */
gboolean
fram_attendance_page_handle_key (FramAttendancePage *self, guint keyval, GdkModifierType state)
{
  const GdkModifierType mask = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK;
  guint digit = keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_3 ? keyval - GDK_KEY_KP_1 : keyval - GDK_KEY_1;

  g_return_val_if_fail (FRAM_IS_ATTENDANCE_PAGE (self), FALSE);
  if ((state & mask) != GDK_CONTROL_MASK || digit >= G_N_ELEMENTS (names))
    return FALSE;
  show_view (self, digit);
  fram_page_focus (FRAM_PAGE (self));
  return TRUE;
}
