#include "fram-house-page.h"

#include "fram-page.h"
#include "fram-rights.h"
#include "fram-size-bin.h"
#include "fram-table.h"

#include <glib/gi18n-lib.h>

#define NARROW 480

typedef struct
{
  /* template children */
  FramSizeBin *room;
  GtkBox *bar;
  GtkLabel *title;
  GtkLabel *count;
  GtkButton *add;
  AdwButtonContent *add_content;
  GtkStack *stack;
  AdwPreferencesPage *list;
  AdwStatusPage *empty;
  GtkButton *add_first;
  AdwStatusPage *trouble;

  /* owned */
  FramDesk *desk;
  GPtrArray *groups;
  GPtrArray *rows;
  GSimpleActionGroup *actions;

  gboolean may_write;
} FramHousePagePrivate;

typedef enum
{
  PROP_DESK = 1,
} FramHousePageProperty;

static GParamSpec *properties[PROP_DESK + 1];

static void fram_house_page_page_init (FramPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FramHousePage, fram_house_page, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (FramHousePage)
                                      G_IMPLEMENT_INTERFACE (FRAM_TYPE_PAGE, fram_house_page_page_init))

#define PRIVATE(self) ((FramHousePagePrivate *)fram_house_page_get_instance_private (self))

static const char *
key_of (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

/* The row with the focus, by its key. */
static char *
focused_key (FramHousePage *self)
{
  FramHousePagePrivate *priv = PRIVATE (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < priv->rows->len; i++)
    if (focus == g_ptr_array_index (priv->rows, i) || gtk_widget_is_ancestor (focus, g_ptr_array_index (priv->rows, i)))
      return g_strdup (key_of (g_ptr_array_index (priv->rows, i)));
  return NULL;
}

static void
focus_key (FramHousePage *self, const char *key)
{
  FramHousePagePrivate *priv = PRIVATE (self);

  for (guint i = 0; key != NULL && i < priv->rows->len; i++)
    if (g_strcmp0 (key_of (g_ptr_array_index (priv->rows, i)), key) == 0)
      gtk_widget_grab_focus (g_ptr_array_index (priv->rows, i));
}

static void
clear (FramHousePage *self)
{
  FramHousePagePrivate *priv = PRIVATE (self);

  for (guint i = 0; i < priv->groups->len; i++)
    adw_preferences_page_remove (priv->list, g_ptr_array_index (priv->groups, i));
  g_ptr_array_set_size (priv->groups, 0);
  g_ptr_array_set_size (priv->rows, 0);
}

static void
show_answer (FramHousePage *self, gpointer answer)
{
  FramHousePagePrivate *priv = PRIVATE (self);
  FramHousePageClass *klass = FRAM_HOUSE_PAGE_GET_CLASS (self);
  g_autofree char *key = focused_key (self);
  g_autofree char *text = NULL;
  guint n;

  clear (self);
  n = klass->show (self, answer);
  text = klass->count_text != NULL ? klass->count_text (self, n) : NULL;
  gtk_label_set_label (priv->count, text != NULL ? text : "");
  gtk_stack_set_visible_child_name (priv->stack, priv->rows->len > 0 ? "list" : "empty");
  focus_key (self, key);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramHousePage) self = user_data;
  FramHousePagePrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  gpointer answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (priv->groups == NULL)
    ; /* the page has gone meanwhile */
  else if (answer == NULL)
    {
      adw_status_page_set_description (priv->trouble, error->message);
      gtk_stack_set_visible_child_name (priv->stack, "trouble");
    }
  else
    show_answer (self, answer);
  if (answer != NULL)
    FRAM_HOUSE_PAGE_GET_CLASS (self)->free_answer (answer);
}

static void
show_rights (FramHousePage *self)
{
  FramHousePagePrivate *priv = PRIVATE (self);
  FramHousePageClass *klass = FRAM_HOUSE_PAGE_GET_CLASS (self);
  FramDesk *desk = fram_house_page_get_desk (self);
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk);
  gboolean adds;

  priv->may_write =
      fram_desk_get_read_only_reason (desk) == NULL && (fram_rights_reaches_site (viewer, klass->klass, TRUE) ||
                                                        fram_rights_reaches_site (viewer, klass->or_klass, TRUE));
  adds = priv->may_write && klass->add != NULL;
  gtk_widget_set_visible (GTK_WIDGET (priv->add), adds);
  gtk_widget_set_visible (GTK_WIDGET (priv->add_first), adds);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (priv->actions), "add")),
                               adds);
}

static void
on_changed_cb (FramHousePage *self, const FramChanged *what)
{
  if (what->house)
    fram_house_page_reload (self);
}

static void
on_room_changed_cb (FramHousePage *self)
{
  FramHousePagePrivate *priv = PRIVATE (self);
  const char *label = FRAM_HOUSE_PAGE_GET_CLASS (self)->add_label;
  gboolean narrow = fram_size_bin_get_room (priv->room) < NARROW;

  adw_button_content_set_label (priv->add_content, narrow || label == NULL ? "" : _ (label));
  /* the count makes room for the title, and keeps the rest at its end */
  gtk_widget_set_visible (GTK_WIDGET (priv->count), !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (priv->title), narrow);
}

static void
on_written_cb (FramHousePage *self, const char *what)
{
  fram_page_toast (FRAM_PAGE (self), what, TRUE);
}

static void
add_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FRAM_HOUSE_PAGE_GET_CLASS (user_data)->add (user_data);
}

static void
reload_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  fram_house_page_reload (user_data);
}

static const GActionEntry entries[] = {
  { "add", add_action_cb },
  { "reload", reload_action_cb },
};

static void
set_words (FramHousePage *self)
{
  FramHousePagePrivate *priv = PRIVATE (self);
  FramHousePageClass *klass = FRAM_HOUSE_PAGE_GET_CLASS (self);
  g_auto (GStrv) pieces = NULL;
  g_autofree char *name = NULL;

  gtk_label_set_label (priv->title, _ (klass->title));
  adw_status_page_set_icon_name (priv->empty, klass->icon);
  adw_status_page_set_title (priv->empty, _ (klass->empty_title));
  adw_status_page_set_description (priv->empty, _ (klass->empty_hint));
  if (klass->add_label == NULL)
    return;
  pieces = g_strsplit (_ (klass->add_label), "_", -1);
  name = g_strjoinv ("", pieces);
  adw_button_content_set_label (priv->add_content, _ (klass->add_label));
  adw_button_content_set_use_underline (priv->add_content, TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->add), name);
  fram_widget_set_accessible_name (priv->add, name);
  gtk_button_set_label (priv->add_first, _ (klass->add_label));
  fram_widget_set_accessible_name (priv->add_first, name);
}

static void
fram_house_page_constructed (GObject *object)
{
  FramHousePage *self = FRAM_HOUSE_PAGE (object);
  FramDesk *desk = fram_house_page_get_desk (self);

  G_OBJECT_CLASS (fram_house_page_parent_class)->constructed (object);
  set_words (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (fram_house_page_reload), self, G_CONNECT_SWAPPED);
  fram_house_page_reload (self);
}

static void
fram_house_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((FramHousePageProperty)id)
    {
    case PROP_DESK: PRIVATE (FRAM_HOUSE_PAGE (object))->desk = g_value_dup_object (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fram_house_page_dispose (GObject *object)
{
  FramHousePagePrivate *priv = PRIVATE (FRAM_HOUSE_PAGE (object));

  g_clear_pointer (&priv->groups, g_ptr_array_unref);
  g_clear_pointer (&priv->rows, g_ptr_array_unref);
  g_clear_object (&priv->actions);
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (fram_house_page_parent_class)->dispose (object);
}

static void
fram_house_page_class_init (FramHousePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->klass = klass->or_klass = FRAM_CLASS_RIGHTS;
  klass->read = fram_house_facts_read;
  klass->free_answer = (GDestroyNotify)fram_house_facts_free;
  G_OBJECT_CLASS (klass)->constructed = fram_house_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = fram_house_page_dispose;
  G_OBJECT_CLASS (klass)->set_property = fram_house_page_set_property;
  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, FRAM_TYPE_DESK,
                                               G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);

  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-house-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, room);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, bar);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, title);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, count);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, add);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, add_content);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, stack);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, list);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, empty);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, add_first);
  gtk_widget_class_bind_template_child_private (widget_class, FramHousePage, trouble);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
fram_house_page_init (FramHousePage *self)
{
  FramHousePagePrivate *priv = PRIVATE (self);

  priv->groups = g_ptr_array_new ();
  priv->rows = g_ptr_array_new ();
  priv->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (priv->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "house", G_ACTION_GROUP (priv->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
}

static FramDesk *
page_get_desk (FramPage *page)
{
  return PRIVATE (FRAM_HOUSE_PAGE (page))->desk;
}

static char *
page_dup_uri (FramPage *page)
{
  return g_strdup (FRAM_HOUSE_PAGE_GET_CLASS (page)->uri);
}

static char *
page_dup_title (FramPage *page)
{
  return g_strdup (_ (FRAM_HOUSE_PAGE_GET_CLASS (page)->title));
}

static const char *
page_get_icon_name (FramPage *page)
{
  return FRAM_HOUSE_PAGE_GET_CLASS (page)->icon;
}

static void
page_reload (FramPage *page)
{
  fram_house_page_reload (FRAM_HOUSE_PAGE (page));
}

/* The rows of a house page cannot be selected one by one: the table is the whole list. */
static char *
page_dup_selection (FramPage *page)
{
  FramHousePagePrivate *priv = PRIVATE (FRAM_HOUSE_PAGE (page));
  GString *table;

  if (priv->rows->len == 0)
    return NULL;
  table = g_string_new (NULL);
  fram_table_add_cell (table, C_ ("heading of a table", "Section"));
  fram_table_add_cell (table, C_ ("heading of a table", "Name"));
  fram_table_add_cell (table, C_ ("heading of a table", "Details"));
  fram_table_end_row (table);
  for (guint i = 0; i < priv->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (priv->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      fram_table_add_cell (table, group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : "");
      fram_table_add_cell (table, adw_preferences_row_get_title (row));
      fram_table_add_cell (table, ADW_IS_ACTION_ROW (row) ? adw_action_row_get_subtitle (row) : "");
      fram_table_end_row (table);
    }
  return g_string_free (table, FALSE);
}

static void
fram_house_page_page_init (FramPageInterface *iface)
{
  iface->dup_selection = page_dup_selection;
  iface->get_desk = page_get_desk;
  iface->dup_uri = page_dup_uri;
  iface->dup_title = page_dup_title;
  iface->get_icon_name = page_get_icon_name;
  iface->reload = page_reload;
}

FramDesk *
fram_house_page_get_desk (FramHousePage *self)
{
  g_return_val_if_fail (FRAM_IS_HOUSE_PAGE (self), NULL);
  return PRIVATE (self)->desk;
}

gboolean
fram_house_page_may_write (FramHousePage *self)
{
  g_return_val_if_fail (FRAM_IS_HOUSE_PAGE (self), FALSE);
  return PRIVATE (self)->may_write;
}

/* Reads the list, and what the person at the keyboard may change, anew. */
void
fram_house_page_reload (FramHousePage *self)
{
  FramHousePageClass *klass = FRAM_HOUSE_PAGE_GET_CLASS (self);

  g_return_if_fail (FRAM_IS_HOUSE_PAGE (self));
  show_rights (self);
  fram_desk_run_async (fram_house_page_get_desk (self), klass->read, NULL, NULL, klass->free_answer, NULL, on_read_cb,
                       g_object_ref (self));
}

/**
 * fram_house_page_add_group:
 * @self: the page
 * @title: (nullable): its heading
 *
 * Returns: (transfer none): the group, at the end
 */
AdwPreferencesGroup *
fram_house_page_add_group (FramHousePage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_page_add (PRIVATE (self)->list, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (PRIVATE (self)->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

/**
 * fram_house_page_add_row:
 * @self: the page
 * @group: where
 * @key: what the row is known by when the list is read again
 * @title: first line
 * @subtitle: (nullable): second line
 *
 * Returns: (transfer none): an #AdwActionRow
 */
GtkWidget *
fram_house_page_add_row (FramHousePage *self, AdwPreferencesGroup *group, const char *key, const char *title,
                         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (PRIVATE (self)->rows, row);
  return row;
}

/* A flat button at the end of a row. */
GtkWidget *
fram_house_page_add_button (GtkWidget *row, const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* Once the list has its size. */
static gboolean
on_scroll_tick_cb (GtkWidget *group, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (group, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (viewport == NULL || gtk_widget_get_height (group) == 0)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  if (gtk_widget_compute_bounds (group, viewport, &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y - 12);
  return G_SOURCE_REMOVE;
}

/**
 * fram_house_page_scroll_to:
 * @self: the page
 * @group: a group that has just been added
 *
 * Lets the list begin with it.
 */
void
fram_house_page_scroll_to (FramHousePage *self, GtkWidget *group)
{
  g_return_if_fail (FRAM_IS_HOUSE_PAGE (self));
  gtk_widget_add_tick_callback (group, on_scroll_tick_cb, NULL, NULL);
}

/* The line above the list, for more controls. */
GtkBox *
fram_house_page_get_bar (FramHousePage *self)
{
  g_return_val_if_fail (FRAM_IS_HOUSE_PAGE (self), NULL);
  return PRIVATE (self)->bar;
}

/* Opens a dialog; what it writes is told with a toast that can undo it. */
void
fram_house_page_present (FramHousePage *self, FramFormDialog *dialog)
{
  g_return_if_fail (FRAM_IS_HOUSE_PAGE (self));
  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
