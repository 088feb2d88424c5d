#include "fram-schedule-filter.h"

#include "fram-desk-people.h"
#include "fram-discreet.h"
#include "fram-kinds.h"
#include "fram-text.h"

#include <glib/gi18n.h>

/* More than this nobody reads; another letter is quicker. */
#define MOST_PEOPLE 8

struct _FramScheduleFilter
{
  GtkBox parent_instance;

  /* borrowed */
  GtkWidget *all;
  GtkWidget *mine;
  GtkWidget *other;
  GtkLabel *name_label;
  GtkPopover *popover;
  GtkWidget *entry;
  GtkListBox *list;
  GtkWidget *nothing;

  /* owned */
  FramDesk *desk;
  GPtrArray *choices[FRAM_SCHEDULE_OF_PARTICIPANT + 1]; /* FramScheduleWho; of groups, places and leaders */
  GPtrArray *people;                                    /* FramPersonRow */
  GCancellable *reading;
  GCancellable *asking;
  char *name; /* of what is chosen; NULL for all, mine, and until it is known */

  FramScheduleOf of;
  FramUuid id;
  gboolean opens_people;
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramScheduleFilter, fram_schedule_filter, GTK_TYPE_BOX)

/* --- what is chosen --- */

static const char *
word_of (FramScheduleOf of)
{
  switch (of)
    {
    case FRAM_SCHEDULE_OF_GROUP: return _ ("Groups");
    case FRAM_SCHEDULE_OF_PLACE: return _ ("Places");
    case FRAM_SCHEDULE_OF_LEADER: return _ ("Leaders");
    case FRAM_SCHEDULE_OF_PARTICIPANT: return _ ("Participants");
    case FRAM_SCHEDULE_OF_ALL:
    case FRAM_SCHEDULE_OF_MINE:
    default: return "";
    }
}

static const FramScheduleWho *
find_choice (FramScheduleFilter *self)
{
  const GPtrArray *choices = self->choices[self->of];

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const FramScheduleWho *who = g_ptr_array_index (choices, i);

      if (fram_uuid_equal (&who->id, &self->id))
        return who;
    }
  return NULL;
}

static void
show_chosen (FramScheduleFilter *self)
{
  const FramScheduleWho *who = find_choice (self);
  gboolean other = self->of > FRAM_SCHEDULE_OF_MINE;
  g_autofree char *spoken = NULL;

  if (who != NULL)
    {
      g_free (self->name);
      self->name = g_strdup (who->name);
    }
  self->setting = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), self->of == FRAM_SCHEDULE_OF_ALL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mine), self->of == FRAM_SCHEDULE_OF_MINE);
  self->setting = FALSE;
  gtk_label_set_text (self->name_label, other && self->name != NULL ? self->name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->name_label), other && self->name != NULL);
  if (other)
    gtk_widget_add_css_class (self->other, "chosen");
  else
    gtk_widget_remove_css_class (self->other, "chosen");
  spoken = other && self->name != NULL ? g_strdup_printf (_ ("Only %s. Choose another"), self->name)
                                       : g_strdup (_ ("One group, place or leader"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->other), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
choose (FramScheduleFilter *self, FramScheduleOf of, const FramUuid *id, const char *name)
{
  g_autofree char *kept = g_strdup (name);

  gtk_popover_popdown (self->popover);
  self->of = of;
  self->id = id != NULL ? *id : FRAM_UUID_NONE;
  g_free (self->name);
  self->name = g_steal_pointer (&kept);
  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A button of the two that is pressed again stays in. */
static void
on_toggled_cb (GtkToggleButton *button, FramScheduleFilter *self)
{
  FramScheduleOf of = GTK_WIDGET (button) == self->all ? FRAM_SCHEDULE_OF_ALL : FRAM_SCHEDULE_OF_MINE;

  if (self->setting)
    return;
  if (self->of == of)
    show_chosen (self);
  else
    choose (self, of, NULL, NULL);
}

/* --- the list --- */

static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *section = g_object_get_data (G_OBJECT (row), "section");
  GtkWidget *label;

  if (before != NULL && g_strcmp0 (section, g_object_get_data (G_OBJECT (before), "section")) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "fram-section");
  gtk_list_box_row_set_header (row, label);
}

static void
add_row (FramScheduleFilter *self, FramScheduleOf of, const FramUuid *id, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new (), *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "fram-found");
  g_object_set_data_full (G_OBJECT (row), "section", g_strdup (word_of (of)), g_free);
  g_object_set_data (G_OBJECT (row), "of", GINT_TO_POINTER (of));
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (id, sizeof *id), g_free);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
add_choices (FramScheduleFilter *self, FramScheduleOf of, const char *folded)
{
  for (guint i = 0; self->choices[of] != NULL && i < self->choices[of]->len; i++)
    {
      const FramScheduleWho *who = g_ptr_array_index (self->choices[of], i);
      g_autofree char *name = fram_text_fold (who->name);

      if (folded[0] == '\0' || fram_text_matches (name, folded))
        add_row (self, of, &who->id, who->name);
    }
}

static void
add_people (FramScheduleFilter *self)
{
  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    {
      const FramPersonRow *person = g_ptr_array_index (self->people, i);
      g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (self), person->name);

      add_row (self, FRAM_SCHEDULE_OF_PARTICIPANT, &person->participant, name);
    }
}

static void
fill (FramScheduleFilter *self)
{
  g_autofree char *folded = fram_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (FramScheduleOf of = FRAM_SCHEDULE_OF_GROUP; of <= FRAM_SCHEDULE_OF_LEADER; of++)
    add_choices (self, of, folded);
  add_people (self);
  child = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0));
  gtk_widget_set_visible (self->nothing, child == NULL);
  if (folded[0] != '\0')
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (child));
}

static void
choose_row (FramScheduleFilter *self, GtkListBoxRow *row)
{
  FramUuid id = *(const FramUuid *)g_object_get_data (G_OBJECT (row), "id");
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (row), "name"));

  choose (self, (FramScheduleOf)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "of")), &id, name);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, FramScheduleFilter *self)
{
  choose_row (self, row);
}

static void
on_activate_cb (FramScheduleFilter *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    choose_row (self, row);
  else
    gtk_widget_error_bell (self->entry);
}

/* Arrows move in the list while the keyboard stays in the entry. */
static gboolean
on_key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint code, GdkModifierType state,
                   FramScheduleFilter *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list), *next;
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  next = gtk_list_box_get_row_at_index (self->list, keyval == GDK_KEY_Down ? at + 1 : MAX (0, at - 1));
  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return GDK_EVENT_STOP;
}

/* --- reading --- */

static gpointer
read_choices (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (FramScheduleOf of = FRAM_SCHEDULE_OF_GROUP; of <= FRAM_SCHEDULE_OF_LEADER; of++)
    {
      GPtrArray *choices = fram_desk_schedule_choices (desk, of, fram_desk_get_home_day (desk), error);

      if (choices == NULL)
        {
          g_ptr_array_unref (all);
          return NULL;
        }
      g_ptr_array_add (all, choices);
    }
  return all;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramScheduleFilter) self = user_data;
  g_autoptr (GPtrArray) all = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      g_clear_pointer (&self->choices[FRAM_SCHEDULE_OF_GROUP + i], g_ptr_array_unref);
      self->choices[FRAM_SCHEDULE_OF_GROUP + i] = g_ptr_array_ref (g_ptr_array_index (all, i));
    }
  show_chosen (self);
  fill (self);
}

static void
stop (GCancellable **what)
{
  g_cancellable_cancel (*what);
  g_clear_object (what);
}

static void
read_anew (FramScheduleFilter *self)
{
  if (self->desk == NULL)
    return;
  stop (&self->reading);
  self->reading = g_cancellable_new ();
  fram_desk_run_async (self->desk, read_choices, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, self->reading,
                       on_read_cb, g_object_ref (self));
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramScheduleFilter) self = user_data;
  g_autoptr (GPtrArray) people = fram_desk_people_finish (FRAM_DESK (source), result, NULL);

  /* an answer to an earlier letter is none */
  if (self->asking == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  fill (self);
}

static void
on_search_changed_cb (FramScheduleFilter *self)
{
  FramPeopleQuery query = { .search = gtk_editable_get_text (GTK_EDITABLE (self->entry)), .limit = MOST_PEOPLE };

  stop (&self->asking);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  fill (self);
  if (self->desk == NULL || !self->opens_people || query.search[0] == '\0')
    return;
  self->asking = g_cancellable_new ();
  fram_desk_people_async (self->desk, &query, self->asking, on_found_cb, g_object_ref (self));
}

static void
on_popover_map_cb (FramScheduleFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  fill (self);
  read_anew (self);
  gtk_widget_grab_focus (self->entry);
}

/* --- the widget --- */

static void
fram_schedule_filter_dispose (GObject *object)
{
  FramScheduleFilter *self = FRAM_SCHEDULE_FILTER (object);

  stop (&self->reading);
  stop (&self->asking);
  for (guint i = 0; i < G_N_ELEMENTS (self->choices); i++)
    g_clear_pointer (&self->choices[i], g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_schedule_filter_parent_class)->dispose (object);
}

static void
fram_schedule_filter_class_init (FramScheduleFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_schedule_filter_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", FRAM_TYPE_SCHEDULE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_toggle (FramScheduleFilter *self, GtkWidget *box, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_list (FramScheduleFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Groups, places and leaders"), -1);
  self->nothing = gtk_label_new (_ ("Nothing is called that. Try fewer letters."));
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "fram-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static void
make_popover (FramScheduleFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->entry = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a group, place or leader"), -1);
  gtk_widget_set_size_request (self->entry, 260, -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_object (self->popover, "map", G_CALLBACK (on_popover_map_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->other), GTK_WIDGET (self->popover));
}

static void
fram_schedule_filter_init (FramScheduleFilter *self)
{
  GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (pair, "linked");
  gtk_widget_add_css_class (GTK_WIDGET (self), "fram-schedule-filter");
  self->all = make_toggle (self, pair, C_ ("schedule", "All Groups"), _ ("The whole house"));
  self->mine = make_toggle (self, pair, C_ ("schedule", "Mine"), _ ("Only the groups that I lead"));
  self->other = gtk_menu_button_new ();
  self->name_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->name_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->name_label, 24);
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("system-search-symbolic"));
  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->name_label));
  gtk_box_append (GTK_BOX (inside), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->other), inside);
  gtk_widget_set_tooltip_text (self->other, _ ("One group, place or leader"));
  make_popover (self);
  gtk_widget_set_valign (pair, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->other, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), pair);
  gtk_box_append (GTK_BOX (self), self->other);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pair), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Whose groups"), -1);
  show_chosen (self);
}

GtkWidget *
fram_schedule_filter_new (void)
{
  return g_object_new (FRAM_TYPE_SCHEDULE_FILTER, NULL);
}

/**
 * fram_schedule_filter_set_desk:
 * @self: a filter
 * @desk: the register; to be told again when another person sits down
 *
 * What one person has looked for is not there for the next.
 */
void
fram_schedule_filter_set_desk (FramScheduleFilter *self, FramDesk *desk)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk);
  const char *anybody = "participant:00000000-0000-7000-8000-000000000001";

  g_return_if_fail (FRAM_IS_SCHEDULE_FILTER (self));
  g_set_object (&self->desk, desk);
  self->opens_people = fram_kinds_is_for (viewer, anybody);
  stop (&self->asking);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  gtk_widget_set_visible (self->mine, !viewer->is_system);
  g_object_set (self->entry, "placeholder-text",
                self->opens_people ? _ ("Group, place, leader or participant") : _ ("Group, place or leader"), NULL);
  read_anew (self);
}

/**
 * fram_schedule_filter_set:
 * @self: a filter
 * @of: whose groups
 * @id: (nullable): which group, place, leader or participant
 *
 * As if it had been chosen, without telling.
 */
void
fram_schedule_filter_set (FramScheduleFilter *self, FramScheduleOf of, const FramUuid *id)
{
  g_return_if_fail (FRAM_IS_SCHEDULE_FILTER (self));
  if (of != self->of || id == NULL || !fram_uuid_equal (id, &self->id))
    g_clear_pointer (&self->name, g_free);
  self->of = of;
  self->id = id != NULL ? *id : FRAM_UUID_NONE;
  show_chosen (self);
}

FramScheduleOf
fram_schedule_filter_get (FramScheduleFilter *self, FramUuid *id)
{
  g_return_val_if_fail (FRAM_IS_SCHEDULE_FILTER (self), FRAM_SCHEDULE_OF_ALL);
  if (id != NULL)
    *id = self->id;
  return self->of;
}

/* The group, place, leader or participant that is chosen; NULL for all and mine, and until it is known. */
const char *
fram_schedule_filter_get_name (FramScheduleFilter *self)
{
  g_return_val_if_fail (FRAM_IS_SCHEDULE_FILTER (self), NULL);
  return self->name;
}

void
fram_schedule_filter_set_narrow (FramScheduleFilter *self, gboolean narrow)
{
  gtk_label_set_max_width_chars (self->name_label, narrow ? 10 : 24);
}

gboolean
fram_schedule_filter_is_idle (FramScheduleFilter *self)
{
  return self->reading == NULL && self->asking == NULL;
}

GtkListBox *
fram_schedule_filter_get_list (FramScheduleFilter *self)
{
  return self->list;
}

/* The button for all, mine, or one of the others. */
GtkWidget *
fram_schedule_filter_get_button (FramScheduleFilter *self, FramScheduleOf of)
{
  return of == FRAM_SCHEDULE_OF_ALL ? self->all : of == FRAM_SCHEDULE_OF_MINE ? self->mine : self->other;
}
