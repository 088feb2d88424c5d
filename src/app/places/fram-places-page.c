#include "fram-places-page.h"

#include "fram-employer-dialog.h"
#include "fram-place-window.h"
#include "fram-places-columns.h"
#include "fram-rights.h"
#include "fram-size-bin.h"

#include <glib/gi18n-lib.h>

struct _FramPlacesPage
{
  FramListPage parent_instance;

  /* template children */
  FramSizeBin *room;
  GtkLabel *title;
  GtkLabel *count;
  GtkButton *add;
  AdwButtonContent *add_content;
  GtkBox *filters;
  GtkSearchEntry *search;
  GtkBox *choices;
  GtkDropDown *free;
  GtkEntry *day;
  GtkDropDown *field;
  GtkStack *stack;
  GtkColumnView *list;
  AdwStatusPage *nothing;
  GtkButton *add_first;
  AdwStatusPage *trouble;

  /* owned */
  GListStore *rows;
  GPtrArray *field_codes; /* as in the drop-down; the first is NULL for any */
  GSimpleActionGroup *actions;

  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FramPlacesPage, fram_places_page, FRAM_TYPE_LIST_PAGE)

static FramDesk *
desk_of (FramPlacesPage *self)
{
  return fram_list_page_get_desk (FRAM_LIST_PAGE (self));
}

/* What the first drop-down chooses. */
enum
{
  FREE_ANY,
  FREE_NOW,
  FREE_FROM,
  FREE_UNUSED,
};

static gboolean
is_filtered (FramPlacesPage *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0' ||
         gtk_drop_down_get_selected (self->free) != FREE_ANY || gtk_drop_down_get_selected (self->field) > 0;
}

static void
show_count (FramPlacesPage *self, const GPtrArray *places)
{
  g_autofree char *employers =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u employer", "%u employers", places->len), places->len);
  g_autofree char *free_places = NULL;
  g_autofree char *text = NULL;
  int n = 0;

  for (guint i = 0; i < places->len; i++)
    n += MAX (0, ((const FramExternalPlace *)g_ptr_array_index (places, i))->free);
  free_places = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d free place", "%d free places", (gulong)n), n);
  text = g_strdup_printf ("%s · %s", employers, free_places);
  gtk_label_set_label (self->count, places->len > 0 ? text : "");
}

static void
show_rows (FramPlacesPage *self, GPtrArray *places)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  show_count (self, places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (rows, fram_place_row_new (g_steal_pointer (&places->pdata[i])));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

typedef struct
{
  char *search;
  char *field;
  FramPlacesQuery query;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_free (asked->search);
  g_free (asked->field);
  g_free (asked);
}

static void
free_place (gpointer place)
{
  if (place != NULL)
    fram_external_place_free (place);
}

static void
places_free (gpointer data)
{
  g_ptr_array_set_free_func (data, free_place);
  g_ptr_array_unref (data);
}

static gpointer
read_places (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;
  GPtrArray *places;

  asked->query.search = asked->search;
  asked->query.field = asked->field;
  places = fram_desk_external_places (desk, &asked->query, error);
  if (places != NULL)
    g_ptr_array_set_free_func (places, free_place);
  return places;
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlacesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *places = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!fram_list_page_take (FRAM_LIST_PAGE (self), result))
    ; /* a later key stroke has asked anew, or the page has gone */
  else if (places == NULL)
    {
      adw_status_page_set_description (self->trouble, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
    }
  else
    {
      guint n = places->len;

      show_rows (self, places);
      gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : is_filtered (self) ? "none-found" : "nothing");
    }
  g_clear_pointer (&places, places_free);
}

/* The day whose free places are counted; whether one can be read. */
static gboolean
read_day (FramPlacesPage *self, FramPlacesQuery *query)
{
  guint which = gtk_drop_down_get_selected (self->free);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->day));

  query->day = FRAM_DATE_NONE;
  query->only_free = which == FREE_NOW || which == FREE_FROM;
  query->inactive = which == FREE_UNUSED;
  gtk_widget_set_visible (GTK_WIDGET (self->day), which == FREE_FROM);
  if (which != FREE_FROM || text[0] == '\0')
    return TRUE;
  query->day = fram_date_parse (text);
  return query->day != FRAM_DATE_NONE;
}

static void
list_read (FramListPage *page, GCancellable *cancellable)
{
  FramPlacesPage *self = FRAM_PLACES_PAGE (page);
  guint field = gtk_drop_down_get_selected (self->field);
  Asked *asked = g_new0 (Asked, 1);

  read_day (self, &asked->query);
  asked->search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (field < self->field_codes->len)
    asked->field = g_strdup (g_ptr_array_index (self->field_codes, field));
  fram_desk_run_async (desk_of (self), read_places, asked, asked_free, places_free, cancellable, on_read_cb,
                       g_object_ref (self));
}

/* A day that cannot be read is being typed still: what is shown stays. */
static void
ask (FramPlacesPage *self)
{
  FramPlacesQuery query = { 0 };

  if (!self->filling && read_day (self, &query))
    fram_list_page_ask (FRAM_LIST_PAGE (self));
}

static void
fill_free (FramPlacesPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("places", "All in use"));
  gtk_string_list_append (names, C_ ("places", "Free now"));
  gtk_string_list_append (names, C_ ("places", "Free on a day"));
  gtk_string_list_append (names, C_ ("places", "Also no longer used"));
  gtk_drop_down_set_model (self->free, G_LIST_MODEL (names));
}

static void
fill_fields (FramPlacesPage *self, const GPtrArray *fields)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->field);

  g_ptr_array_set_size (self->field_codes, 0);
  g_ptr_array_add (self->field_codes, NULL);
  gtk_string_list_append (names, C_ ("kinds of work", "All kinds of work"));
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (fields, i);

      g_ptr_array_add (self->field_codes, g_strdup (choice->code));
      gtk_string_list_append (names, choice->name);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->field, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->field, selected < self->field_codes->len ? selected : 0);
  self->filling = FALSE;
}

static gpointer
read_fields (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_work_fields (desk, error);
}

static void
on_fields_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlacesPage) self = user_data;
  g_autoptr (GPtrArray) fields = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (self->rows != NULL && fields != NULL)
    fill_fields (self, fields);
}

/* What the person at the keyboard may do here. */
static void
show_rights (FramPlacesPage *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk_of (self));
  gboolean may_add =
      fram_list_page_is_writable (FRAM_LIST_PAGE (self)) && fram_rights_reaches_site (viewer, FRAM_CLASS_PLACES, TRUE);
  GAction *add = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "add");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (add), may_add);
  gtk_widget_set_visible (GTK_WIDGET (self->add), may_add);
  gtk_widget_set_visible (GTK_WIDGET (self->add_first), may_add);
  adw_status_page_set_description (self->nothing,
                                   may_add ? _ ("Add employers who take people for work training, and how many.")
                                           : _ ("A case worker or a place finder adds them."));
}

static void
list_prepare (FramListPage *page)
{
  FramPlacesPage *self = FRAM_PLACES_PAGE (page);

  show_rights (self);
  fram_desk_run_async (desk_of (self), read_fields, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL,
                       on_fields_read_cb, g_object_ref (self));
}

static void
on_filter_changed_cb (FramPlacesPage *self)
{
  ask (self);
}

static void
on_day_changed_cb (FramPlacesPage *self)
{
  on_filter_changed_cb (self);
}

static void
open_at (FramPlacesPage *self, guint position)
{
  g_autoptr (FramPlaceRow) row =
      g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->list)), position);

  if (row != NULL)
    fram_places_page_open (self, &fram_place_row_get (row)->id);
}

static void
focus_list (FramPlacesPage *self)
{
  /* past the headings, to the rows */
  gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->list)), GTK_DIR_TAB_FORWARD);
}

/* The only one found is meant; among several the keyboard goes on to the first. */
static void
on_search_activated_cb (FramPlacesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (n == 1)
    open_at (self, 0);
  else if (n > 1)
    focus_list (self);
}

static void
on_search_stopped_cb (FramPlacesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  focus_list (self);
}

static void
on_row_activated_cb (FramPlacesPage *self, guint position)
{
  open_at (self, position);
}

static void
on_room_changed_cb (FramPlacesPage *self)
{
  int room = fram_size_bin_get_room (self->room);
  FramPlacesWidth width = fram_places_width_of (room);
  gboolean narrow = width != FRAM_PLACES_WIDE && room < 640;

  fram_places_columns_set_width (self->list, width);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->filters),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                  width == FRAM_PLACES_NARROW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  /* the count makes room for the title */
  gtk_widget_set_visible (GTK_WIDGET (self->count), width != FRAM_PLACES_NARROW);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), width == FRAM_PLACES_NARROW);
  adw_button_content_set_label (self->add_content, narrow ? "" : _ ("_Add place"));
}

static void
on_written_cb (FramPlacesPage *self, const char *what)
{
  fram_page_toast (FRAM_PAGE (self), what, TRUE);
}

static void
add_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FramPlacesPage *self = user_data;
  FramEmployerDialog *dialog = fram_employer_dialog_new (desk_of (self), GTK_WIDGET (self), NULL);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_all_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FramPlacesPage *self = user_data;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_drop_down_set_selected (self->free, FREE_ANY);
  gtk_drop_down_set_selected (self->field, 0);
  self->filling = FALSE;
  ask (self);
}

static void
reload_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fram_page_reload (FRAM_PAGE (user_data));
}

static const GActionEntry entries[] = {
  { "add", add_action_cb },
  { "show-all", show_all_action_cb },
  { "reload", reload_action_cb },
};

static void
list_focus (FramListPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (FRAM_PLACES_PAGE (page)->search));
}

static char *
list_dup_selection (FramListPage *page)
{
  return fram_places_columns_dup_table (FRAM_PLACES_PAGE (page)->list);
}

static void
fram_places_page_dispose (GObject *object)
{
  FramPlacesPage *self = FRAM_PLACES_PAGE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->field_codes, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_places_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, room);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, title);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, count);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, add);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, add_content);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, filters);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, search);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, choices);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, free);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, day);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, field);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, list);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, add_first);
  gtk_widget_class_bind_template_child (widget_class, FramPlacesPage, trouble);
}

static void
fram_places_page_class_init (FramPlacesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FramListPageClass *list_class = FRAM_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_places_page_dispose;
  list_class->uri = "places:";
  list_class->house_only = TRUE;
  list_class->prepare = list_prepare;
  list_class->read = list_read;
  list_class->focus = list_focus;
  list_class->dup_selection = list_dup_selection;
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-places-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
set_model (FramPlacesPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->list);
  GtkSortListModel *sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->rows)), g_object_ref (sorter));
  g_autoptr (GtkMultiSelection) selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));

  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
fram_places_page_init (FramPlacesPage *self)
{
  self->filling = TRUE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "places", G_ACTION_GROUP (self->actions));
  self->rows = g_list_store_new (FRAM_TYPE_PLACE_ROW);
  self->field_codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_places_columns_add (self->list);
  set_model (self);
  fill_free (self);
  fill_fields (self, NULL);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

/**
 * fram_places_page_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
fram_places_page_new (FramDesk *desk)
{
  return g_object_new (FRAM_TYPE_PLACES_PAGE, "desk", desk, NULL);
}

/* Shows one place. */
GtkWidget *
fram_places_page_open (FramPlacesPage *self, const FramUuid *place)
{
  FramPlaceWindow *window;

  g_return_val_if_fail (FRAM_IS_PLACES_PAGE (self), NULL);
  window = fram_place_window_new (desk_of (self), GTK_WIDGET (self), place);
  gtk_window_present (GTK_WINDOW (window));
  return GTK_WIDGET (window);
}
