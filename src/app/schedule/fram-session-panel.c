#include "fram-session-panel-private.h"

#include "fram-kinds.h"

#include "fram-form-dialog.h"
#include "fram-palette.h"

#include <glib/gi18n.h>

enum
{
  CLOSED,
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramSessionPanel, fram_session_panel, GTK_TYPE_WIDGET)

void
fram_session_panel_say (FramSessionPanel *self, const char *what, gboolean undo)
{
  if (what != NULL && what[0] != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "(sb)", what, undo);
}

static void
show_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* Who comes */

/* Whoever opened the panel waits at its head, and goes on with the first person as soon as people are there. */
static void
take_keyboard (FramSessionPanel *self)
{
  gboolean at_head = (gtk_widget_get_state_flags (self->close) & GTK_STATE_FLAG_FOCUSED) != 0;

  if (!self->wants_keyboard)
    return;
  self->wants_keyboard = FALSE;
  if (at_head)
    gtk_widget_grab_focus (GTK_WIDGET (self->roster));
}

static void
on_roster_shown_cb (FramSessionPanel *self, FramDayRoster *page)
{
  const FramRoster *roster = fram_day_roster_get_roster (page);
  g_autofree char *counts = roster != NULL ? fram_session_counts_words (roster) : NULL;
  gboolean any = roster != NULL && roster->rows->len > 0;

  if (page != self->roster)
    return;
  show_label (self->counts, any ? counts : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), roster != NULL && !any);
  take_keyboard (self);
}

/* The roster of the session's own day, the same one and the same keys as on its page. */
static void
show_roster (FramSessionPanel *self)
{
  const FramScheduleSession *session = self->session;
  gboolean shown = session->sees_names && session->held;
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));

  gtk_widget_set_visible (self->names, shown);
  if (!shown)
    return;
  gtk_label_set_text (self->names_title, session->day == today  ? _ ("Expected today")
                                         : session->day < today ? C_ ("session", "Expected then")
                                                                : C_ ("session", "Expected"));
  if (self->roster != NULL && fram_uuid_equal (fram_day_roster_get_activity (self->roster), &self->group))
    {
      if (fram_day_roster_get_day (self->roster) != session->day)
        fram_day_roster_go_to_day (self->roster, session->day);
      return;
    }
  if (self->roster != NULL)
    gtk_box_remove (GTK_BOX (self->roster_slot), GTK_WIDGET (self->roster));
  show_label (self->counts, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->nobody), FALSE);
  self->roster = fram_kinds_make_day_roster (self->desk, &self->group, session->day);
  g_signal_connect_object (self->roster, "shown", G_CALLBACK (on_roster_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->roster_slot), GTK_WIDGET (self->roster));
}

/* Showing */

static void
show_session (FramSessionPanel *self)
{
  const FramScheduleSession *session = self->session;
  g_autofree char *when = fram_session_when_words (session);
  g_autofree char *where = fram_session_where_words (session);
  g_autofree char *state = fram_session_state_words (session);
  g_autofree char *members = fram_session_members_words (session);

  show_label (self->title, session->name);
  show_label (self->when, when);
  show_label (self->where, where);
  show_label (self->state, state);
  show_label (self->members, members);
  show_roster (self);
  fram_session_panel_show_lines (self);
  fram_session_panel_show_deeds (self);
  fram_widget_set_accessible_name (self, session->name);
}

static FramScheduleSession *
find (const FramSchedule *schedule, FramDate planned, FramDate day)
{
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      FramScheduleSession *session = schedule->sessions->pdata[i];

      if (session->planned == planned && session->day == day)
        return session;
    }
  return NULL;
}

/* The session that was asked for goes over to the panel. */
static FramScheduleSession *
take (FramSchedule *schedule, FramDate planned, FramDate day)
{
  FramScheduleSession *session = find (schedule, planned, day);
  guint at;

  if (session == NULL || !g_ptr_array_find (schedule->sessions, session, &at))
    return NULL;
  return g_ptr_array_steal_index (schedule->sessions, at);
}

static void
show_trouble (FramSessionPanel *self, const char *sentence)
{
  g_clear_pointer (&self->session, fram_schedule_session_free);
  show_label (self->state, sentence);
  gtk_widget_set_visible (self->names, FALSE);
  gtk_widget_set_visible (self->lines, FALSE);
  gtk_widget_set_visible (self->deeds, FALSE);
}

static void start_reading (FramSessionPanel *self);

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramSessionPanel) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramSchedule) schedule = fram_desk_schedule_finish (FRAM_DESK (source), result, &error);
  FramScheduleSession *session;

  if (self->desk == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  session = schedule != NULL ? take (schedule, self->planned, self->day) : NULL;
  if (session != NULL)
    {
      g_clear_pointer (&self->session, fram_schedule_session_free);
      self->session = session;
      show_session (self);
    }
  else
    show_trouble (self, error != NULL ? error->message : _ ("This session is not in the schedule any more."));
  g_signal_emit (self, signals[SHOWN], 0);
  if (self->again)
    start_reading (self);
}

static void
start_reading (FramSessionPanel *self)
{
  self->again = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  fram_desk_schedule_async (self->desk, FRAM_SCHEDULE_OF_GROUP, &self->group, self->day, self->day, self->loading,
                            on_read_cb, g_object_ref (self));
}

static void
on_changed_cb (FramSessionPanel *self, const FramChanged *what)
{
  gboolean concerned =
      what->house || fram_uuid_is_none (&what->activity) || fram_uuid_equal (&what->activity, &self->group);

  if (fram_uuid_is_none (&self->group) || !concerned)
    return;
  if (self->loading == NULL)
    start_reading (self);
  else
    self->again = TRUE;
}

/* Whoever sits down has other rights; what the one before was writing is written. */
static void
on_person_changed_cb (FramSessionPanel *self)
{
  if (fram_uuid_is_none (&self->group))
    return;
  g_clear_pointer (&self->session, fram_schedule_session_free);
  if (self->roster != NULL)
    gtk_box_remove (GTK_BOX (self->roster_slot), GTK_WIDGET (g_steal_pointer (&self->roster)));
  gtk_widget_set_visible (self->names, FALSE);
  gtk_widget_set_visible (self->deeds, FALSE);
  gtk_widget_set_visible (self->lines, FALSE);
  start_reading (self);
}

static void
on_close_clicked_cb (FramSessionPanel *self)
{
  fram_session_panel_save_lines (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* It is as wide as it is said to be, whatever long texts stand in it: they are wrapped. */
static void
fram_session_panel_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (FRAM_SESSION_PANEL (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, (int)(FRAM_SESSION_PANEL_WIDTH * fram_widget_get_text_scale (widget)));
}

static void
fram_session_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (FRAM_SESSION_PANEL (widget)->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
fram_session_panel_unmap (GtkWidget *widget)
{
  fram_session_panel_save_lines (FRAM_SESSION_PANEL (widget));
  GTK_WIDGET_CLASS (fram_session_panel_parent_class)->unmap (widget);
}

/* The keyboard goes to the first who is not marked, else to what can be done. */
static gboolean
fram_session_panel_grab_focus (GtkWidget *widget)
{
  FramSessionPanel *self = FRAM_SESSION_PANEL (widget);

  if (self->roster != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->roster)) &&
      gtk_widget_grab_focus (GTK_WIDGET (self->roster)))
    return TRUE;
  return gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static void
fram_session_panel_dispose (GObject *object)
{
  FramSessionPanel *self = FRAM_SESSION_PANEL (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->session, fram_schedule_session_free);
  g_clear_pointer (&self->deed_rows, g_ptr_array_unref);
  self->roster = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_session_panel_parent_class)->dispose (object);
}

static void
fram_session_panel_class_init (FramSessionPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_session_panel_dispose;
  widget_class->measure = fram_session_panel_measure;
  widget_class->size_allocate = fram_session_panel_size_allocate;
  widget_class->unmap = fram_session_panel_unmap;
  widget_class->grab_focus = fram_session_panel_grab_focus;
  signals[CLOSED] =
      g_signal_new ("closed", FRAM_TYPE_SESSION_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOWN] =
      g_signal_new ("shown", FRAM_TYPE_SESSION_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "sessionpanel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Its parts */

static GtkLabel *
add_label (GtkBox *box, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_head (FramSessionPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = add_label (GTK_BOX (head), "fram-panel-title");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (close, _ ("Close (Escape)"));
  fram_widget_set_accessible_name (close, C_ ("panel", "Close"));
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_close_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), close);
  self->close = close;
  gtk_box_append (self->box, head);
}

static void
add_names (FramSessionPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->names, 12);
  self->names_title = add_label (GTK_BOX (head), "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->names_title), TRUE);
  self->counts = add_label (GTK_BOX (head), "fram-dim");
  gtk_label_set_xalign (self->counts, 1);
  gtk_box_append (GTK_BOX (self->names), head);
  self->nobody = add_label (GTK_BOX (self->names), "fram-dim");
  gtk_label_set_text (self->nobody, _ ("Nobody is in this group yet."));
  self->roster_slot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->roster_slot, "fram-panel-roster");
  gtk_widget_set_overflow (self->roster_slot, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->names), self->roster_slot);
  gtk_box_append (self->box, self->names);
}

static GtkWidget *
add_list (FramSessionPanel *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_margin_top (list, 12);
  gtk_box_append (self->box, list);
  return list;
}

static void
fram_session_panel_init (FramSessionPanel *self)
{
  self->deed_rows = g_ptr_array_new ();
  self->scroller = gtk_scrolled_window_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "fram-panel-box");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  add_head (self);
  self->when = add_label (self->box, NULL);
  self->where = add_label (self->box, "fram-dim");
  self->state = add_label (self->box, "fram-panel-state");
  self->members = add_label (self->box, "fram-dim");
  add_names (self);
  self->told = add_label (self->box, NULL);
  gtk_widget_set_margin_top (GTK_WIDGET (self->told), 12);
  gtk_widget_set_visible (GTK_WIDGET (self->told), FALSE);
  self->lines = add_list (self);
  fram_session_panel_add_lines (self);
  self->deeds = add_list (self);
  gtk_widget_set_visible (self->names, FALSE);
  gtk_widget_set_visible (self->lines, FALSE);
  gtk_widget_set_visible (self->deeds, FALSE);
}

/**
 * fram_session_panel_new:
 * @desk: the register with its person
 *
 * Returns: (transfer floating): a panel that shows nothing yet
 */
GtkWidget *
fram_session_panel_new (FramDesk *desk)
{
  FramSessionPanel *self = g_object_new (FRAM_TYPE_SESSION_PANEL, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (on_person_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * fram_session_panel_show:
 * @self: a panel
 * @group: the group
 * @planned: the day by the series
 * @day: the day on which it stands in the schedule
 *
 * Shows a session: what was there stays until it is read.
 */
void
fram_session_panel_show (FramSessionPanel *self, const FramUuid *group, FramDate planned, FramDate day)
{
  g_return_if_fail (FRAM_IS_SESSION_PANEL (self) && group != NULL);
  fram_session_panel_save_lines (self);
  self->group = *group;
  self->planned = planned;
  self->day = day;
  self->wants_keyboard = TRUE;
  g_clear_pointer (&self->session, fram_schedule_session_free);
  start_reading (self);
}

/* Shows nothing, and holds nothing of a session. */
void
fram_session_panel_clear (FramSessionPanel *self)
{
  g_return_if_fail (FRAM_IS_SESSION_PANEL (self));
  fram_session_panel_save_lines (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->group = FRAM_UUID_NONE;
  g_clear_pointer (&self->session, fram_schedule_session_free);
}

/**
 * fram_session_panel_press:
 * @self: a panel
 * @keyval: the key
 * @state: modifiers
 *
 * The keys of the roster, where the keyboard is in its list; Escape closes the panel.
 *
 * Returns: whether the key meant something here
 */
gboolean
fram_session_panel_press (FramSessionPanel *self, guint keyval, GdkModifierType state)
{
  g_return_val_if_fail (FRAM_IS_SESSION_PANEL (self), FALSE);
  if (self->roster != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->roster)) &&
      fram_day_roster_handle_key (self->roster, keyval, state))
    return TRUE;
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  on_close_clicked_cb (self);
  return TRUE;
}

const FramScheduleSession *
fram_session_panel_get_session (FramSessionPanel *self)
{
  g_return_val_if_fail (FRAM_IS_SESSION_PANEL (self), NULL);
  return self->session;
}

FramDayRoster *
fram_session_panel_get_roster (FramSessionPanel *self)
{
  g_return_val_if_fail (FRAM_IS_SESSION_PANEL (self), NULL);
  return self->roster;
}
