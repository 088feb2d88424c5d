#include "fram-part-rows.h"

#include "fram-table.h"

#include <glib/gi18n.h>

struct _FramPartRows
{
  AdwBin parent_instance;

  /* borrowed */
  GtkBox *column;
  GtkBox *head;
  GtkLabel *title;
  GtkBox *hint_line;
  GtkLabel *hint;
  GtkBox *groups;
  GPtrArray *rows; /* in order */

  /* owned */
  GCancellable *reading;
  GHashTable *unfolded; /* keys of expanders */
  char *focused;        /* key of the row that had the keyboard */
};

G_DEFINE_FINAL_TYPE (FramPartRows, fram_part_rows, ADW_TYPE_BIN)

static void
fram_part_rows_dispose (GObject *object)
{
  FramPartRows *self = FRAM_PART_ROWS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->unfolded, g_hash_table_unref);
  g_clear_pointer (&self->focused, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_part_rows_parent_class)->dispose (object);
}

static void
fram_part_rows_class_init (FramPartRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_part_rows_dispose;
}

static void
make_head (FramPartRows *self)
{
  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-4");
  gtk_box_append (self->head, GTK_WIDGET (self->title));
  gtk_box_append (self->column, GTK_WIDGET (self->head));
}

static void
make_hint (FramPartRows *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-information-symbolic");

  self->hint_line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->hint), TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (self->hint_line, icon);
  gtk_box_append (self->hint_line, GTK_WIDGET (self->hint));
  gtk_widget_add_css_class (GTK_WIDGET (self->hint_line), "fram-part-hint");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_line), FALSE);
  gtk_box_append (self->column, GTK_WIDGET (self->hint_line));
}

static void
fram_part_rows_init (FramPartRows *self)
{
  self->rows = g_ptr_array_new ();
  self->unfolded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  make_head (self);
  make_hint (self);
  self->groups = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_box_append (self->column, GTK_WIDGET (self->groups));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->column));
}

/**
 * fram_part_rows_new:
 * @title: its heading; empty where the window has one
 *
 * Returns: (transfer floating): the part
 */
FramPartRows *
fram_part_rows_new (const char *title)
{
  FramPartRows *self = g_object_new (FRAM_TYPE_PART_ROWS, NULL);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->head), title[0] != '\0');
  return self;
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
without_mnemonic (const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, "_", -1);

  return g_strjoinv ("", pieces);
}

/* A button beside the heading. */
GtkWidget *
fram_part_rows_add_action (FramPartRows *self, const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = without_mnemonic (label);

  set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (self->head, button);
  return button;
}

static GtkWidget *
focused_row (FramPartRows *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = self->rows->len; focus != NULL && i > 0; i--)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i - 1);

      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return row;
    }
  return NULL;
}

/* Takes everything away, to be put there anew. */
void
fram_part_rows_begin (FramPartRows *self)
{
  GtkWidget *row = focused_row (self), *child;

  g_clear_pointer (&self->focused, g_free);
  self->focused = row != NULL ? g_strdup (fram_part_rows_key_of (row)) : NULL;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
}

/* The keyboard is again where it was. */
void
fram_part_rows_end (FramPartRows *self)
{
  g_autofree char *key = g_steal_pointer (&self->focused);

  if (key != NULL)
    fram_part_rows_focus (self, key);
}

void
fram_part_rows_set_hint (FramPartRows *self, const char *text)
{
  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint_line), text != NULL);
}

/* What could not be read, and why. */
void
fram_part_rows_set_trouble (FramPartRows *self, const char *sentence)
{
  fram_part_rows_begin (self);
  fram_part_rows_set_hint (self, sentence);
}

GtkWidget *
fram_part_rows_add_group (FramPartRows *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (self->groups, group);
  return group;
}

static void
put_under (GtkWidget *under, GtkWidget *row)
{
  if (ADW_IS_EXPANDER_ROW (under))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (under), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (under), row);
}

/**
 * fram_part_rows_put:
 * @self: the part
 * @under: a group or an expander of it
 * @key: what the row is known by when everything is read again
 * @row: (transfer floating): an #AdwPreferencesRow
 */
void
fram_part_rows_put (FramPartRows *self, GtkWidget *under, const char *key, GtkWidget *row)
{
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  put_under (under, row);
  g_ptr_array_add (self->rows, row);
}

/**
 * fram_part_rows_add:
 * @self: the part
 * @under: a group or an expander of it
 * @key: what the row is known by when everything is read again
 * @title: first line
 * @subtitle: (nullable): second line
 *
 * Returns: (transfer none): an #AdwActionRow
 */
GtkWidget *
fram_part_rows_add (FramPartRows *self, GtkWidget *under, const char *key, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  fram_part_rows_put (self, under, key, row);
  return row;
}

static void
on_expanded_cb (FramPartRows *self, GParamSpec *pspec, GtkWidget *row)
{
  const char *key = fram_part_rows_key_of (row);

  if (self->unfolded == NULL)
    return;
  if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    g_hash_table_add (self->unfolded, g_strdup (key));
  else
    g_hash_table_remove (self->unfolded, key);
}

/* A row that unfolds; it is unfolded where it was before. */
GtkWidget *
fram_part_rows_add_expander (FramPartRows *self, GtkWidget *group, const char *key, const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), g_hash_table_contains (self->unfolded, key));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* Where there is nothing, a line says so. */
void
fram_part_rows_add_nothing (FramPartRows *self, GtkWidget *group, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "fram-dim");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
}

/* A flat button beside a group's heading. */
GtkWidget *
fram_part_rows_add_button (GtkWidget *group, const char *icon, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  set_name (button, name);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), button);
  return button;
}

/* A picture at the start of a row, and what it means. */
void
fram_part_rows_set_icon (GtkWidget *row, const char *icon, const char *name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (image, name);
  set_name (image, name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
}

/* The row opens something. */
void
fram_part_rows_set_activated (GtkWidget *row, GCallback callback, gpointer object)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", callback, object, G_CONNECT_SWAPPED);
}

/* A button at the end of a row. */
GtkWidget *
fram_part_rows_add_suffix (GtkWidget *row, const char *label, const char *name)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  set_name (button, name);
  gtk_widget_set_tooltip_text (button, name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

const char *
fram_part_rows_key_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "key");
}

/**
 * fram_part_rows_ask:
 * @self: the part
 *
 * Returns: (transfer none): what the next reading is cancelled with; the one under way is given up
 */
GCancellable *
fram_part_rows_ask (FramPartRows *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  return self->reading;
}

/* Whether somebody has asked anew since, or the part has gone. */
gboolean
fram_part_rows_is_stale (FramPartRows *self, GAsyncResult *result)
{
  return self->rows == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)));
}

/* Unfolds the row of a key. */
void
fram_part_rows_unfold (FramPartRows *self, const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (self->rows, i);

      if (ADW_IS_EXPANDER_ROW (row) && g_strcmp0 (fram_part_rows_key_of (row), key) == 0)
        adw_expander_row_set_expanded (row, TRUE);
    }
}

/* The row of a key, else the first thing. */
void
fram_part_rows_focus (FramPartRows *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->rows->len; i++)
    if (g_strcmp0 (fram_part_rows_key_of (g_ptr_array_index (self->rows, i)), key) == 0)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
  if (key == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * fram_part_rows_dup_table:
 * @self: the part
 *
 * Returns: (transfer full) (nullable): its rows as a table while one of them has the keyboard
 */
char *
fram_part_rows_dup_table (FramPartRows *self)
{
  GString *table;

  if (focused_row (self) == NULL)
    return NULL;
  table = g_string_new (NULL);
  fram_table_add_cell (table, C_ ("heading of a table", "Section"));
  fram_table_add_cell (table, C_ ("heading of a table", "Name"));
  fram_table_add_cell (table, C_ ("heading of a table", "Details"));
  fram_table_end_row (table);
  for (guint i = 0; i < self->rows->len; i++)
    {
      gpointer row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      if (!ADW_IS_ACTION_ROW (row))
        continue;
      fram_table_add_cell (table, group != NULL ? adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)) : "");
      fram_table_add_cell (table, adw_preferences_row_get_title (row));
      fram_table_add_cell (table, adw_action_row_get_subtitle (row));
      fram_table_end_row (table);
    }
  return g_string_free (table, FALSE);
}
