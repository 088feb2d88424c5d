#include "fram-search.h"

#include "fram-desk-contact.h"
#include "fram-desk-people.h"
#include "fram-desk-roster.h"
#include "fram-discreet.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n.h>

/* More than this nobody reads; another letter is quicker. */
#define MOST_PEOPLE 12

struct _FramSearch
{
  GtkPopover parent_instance;

  /* borrowed */
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *nothing;

  /* owned */
  FramDesk *desk;
  GPtrArray *activities;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (FramSearch, fram_search, GTK_TYPE_POPOVER)

static void
open_row (FramSearch *self, GtkListBoxRow *row)
{
  const char *action = g_object_get_data (G_OBJECT (row), "action");
  g_autofree char *target = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (window, action, "s", target);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer data)
{
  open_row (data, row);
}

static void
on_activate_cb (GtkSearchEntry *entry, gpointer data)
{
  FramSearch *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    open_row (self, row);
}

/* Arrows move in the list while the keyboard stays in the entry. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state, gpointer data)
{
  FramSearch *self = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  GtkListBoxRow *next = NULL;

  if (keyval == GDK_KEY_Down)
    next = gtk_list_box_get_row_at_index (self->list, at + 1);
  else if (keyval == GDK_KEY_Up && at > 0)
    next = gtk_list_box_get_row_at_index (self->list, at - 1);
  else if (keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_row (const char *icon, const char *title, const char *note, const char *action, const char *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *small = gtk_label_new (note);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (small), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (small, "fram-dim");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), small);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, target);
  gtk_widget_add_css_class (row, "fram-found");
  g_object_set_data_full (G_OBJECT (row), "action", g_strdup (action), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  return row;
}

static void
clear_list (FramSearch *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
add_workshops (FramSearch *self, const char *folded)
{
  char id[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; self->activities != NULL && i < self->activities->len; i++)
    {
      const FramActivityCount *count = g_ptr_array_index (self->activities, i);
      g_autofree char *name = fram_text_fold (count->name);
      g_autofree char *uri = g_strconcat ("roster:", fram_uuid_format (&count->activity, id), NULL);

      if (fram_text_matches (name, folded))
        gtk_list_box_append (self->list, make_row ("view-list-symbolic", count->name,
                                                   count->is_group ? C_ ("search", "Group") : C_ ("search", "Workshop"),
                                                   "win.open", uri));
    }
}

static void
show (FramSearch *self, GPtrArray *people)
{
  g_autofree char *folded = fram_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  clear_list (self);
  add_workshops (self, folded);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const FramPersonRow *row = g_ptr_array_index (people, i);
      g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), row->name);

      gtk_list_box_append (self->list,
                           make_row (row->is_protected ? "changes-prevent-symbolic" : "avatar-default-symbolic", name,
                                     row->case_no, "win.open-person", row->case_no));
    }
  gtk_widget_set_visible (self->nothing, gtk_list_box_get_row_at_index (self->list, 0) == NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramSearch) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = fram_desk_people_finish (FRAM_DESK (source), result, &error);

  /* an answer to an earlier letter, or to another person, is none */
  if (self->desk != FRAM_DESK (source) || self->asking == NULL ||
      g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  show (self, people);
}

static void
stop_asking (FramSearch *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/* What one person has looked for and found is not there for the next. */
static void
forget (FramSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  stop_asking (self);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  clear_list (self);
}

static void
ask (FramSearch *self)
{
  FramPeopleQuery query = { .search = gtk_editable_get_text (GTK_EDITABLE (self->entry)), .limit = MOST_PEOPLE };
  g_autoptr (FramViewer) viewer = NULL;

  stop_asking (self);
  if (self->desk == NULL)
    return;
  viewer = fram_desk_dup_viewer (self->desk);
  if (query.search[0] == '\0' || !fram_rights_may_read (viewer, FRAM_CLASS_BASIC))
    {
      show (self, NULL);
      return;
    }
  self->asking = g_cancellable_new ();
  fram_desk_people_async (self->desk, &query, self->asking, on_found_cb, g_object_ref (self));
}

static gboolean
has_activity (const GPtrArray *activities, const FramUuid *id)
{
  for (guint i = 0; i < activities->len; i++)
    if (fram_uuid_equal (&((FramActivityCount *)g_ptr_array_index (activities, i))->activity, id))
      return TRUE;
  return FALSE;
}

/* The rosters that the person may see, and those where the person may stand in today: the roster itself offers it. */
static gpointer
load_activities (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *activities = fram_desk_activities (desk, fram_desk_get_home_day (desk), error);
  g_autoptr (GPtrArray) places = activities != NULL ? fram_desk_stand_in_places (desk, NULL) : NULL;

  for (guint i = 0; places != NULL && i < places->len;)
    if (has_activity (activities, &((FramActivityCount *)g_ptr_array_index (places, i))->activity))
      i++;
    else
      g_ptr_array_add (activities, g_ptr_array_steal_index (places, i));
  return activities;
}

static void
on_activities_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  FramSearch *self;
  GPtrArray *activities = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (activities == NULL)
    {
      g_object_unref (data);
      return;
    }
  self = FRAM_SEARCH (data);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  self->activities = activities;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask (self);
  g_object_unref (self);
}

static void
on_shown_cb (FramSearch *self)
{
  if (self->desk == NULL)
    return;
  fram_desk_run_async (self->desk, load_activities, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL,
                       on_activities_cb, g_object_ref (self));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (self->entry);
}

static void
fram_search_dispose (GObject *object)
{
  FramSearch *self = FRAM_SEARCH (object);

  stop_asking (self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_search_parent_class)->dispose (object);
}

static void
fram_search_class_init (FramSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_search_dispose;
}

static void
build (FramSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entry = gtk_search_entry_new ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), 0);
  g_object_set (self->entry, "placeholder-text", _ ("Name, case number or workshop"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search people and workshops"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Found"), -1);
  self->nothing = gtk_label_new (_ ("Nothing is called that."));
  gtk_widget_add_css_class (self->nothing, "fram-dim");
  gtk_widget_set_visible (self->nothing, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 440);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (box, 300, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
fram_search_init (FramSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  build (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
  g_signal_connect (self, "show", G_CALLBACK (on_shown_cb), NULL);
}

GtkWidget *
fram_search_new (void)
{
  return g_object_new (FRAM_TYPE_SEARCH, NULL);
}

GtkWidget *
fram_search_get_entry (FramSearch *self)
{
  return self->entry;
}

GtkListBox *
fram_search_get_list (FramSearch *self)
{
  return self->list;
}

void
fram_search_set_desk (FramSearch *self, FramDesk *desk)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  forget (self);
  if (desk != NULL)
    g_signal_connect_object (desk, "person-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
}
