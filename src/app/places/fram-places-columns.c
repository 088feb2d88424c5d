#include "fram-places-columns.h"

#include "fram-table.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  COLUMN_EMPLOYER,
  COLUMN_TASKS,
  COLUMN_FREE,
  COLUMN_FREE_FROM,
  COLUMN_CONTACT,
  N_COLUMNS
} Column;

/* How a list is shown in a room of so many pixels at a text scale of 1. */
FramPlacesWidth
fram_places_width_of (int room)
{
  if (room < 520)
    return FRAM_PLACES_NARROW;
  return room < 860 ? FRAM_PLACES_MEDIUM : FRAM_PLACES_WIDE;
}

static char *
contact_text (const FramExternalPlace *place)
{
  if (place->contact_name != NULL && place->contact_phone != NULL)
    return g_strdup_printf ("%s, %s", place->contact_name, place->contact_phone);
  return g_strdup (place->contact_name != NULL ? place->contact_name : place->contact_phone);
}

static char *
tasks_text (const FramExternalPlace *place)
{
  if (place->tasks != NULL)
    return g_strdup (place->tasks);
  return g_strdup (place->field_names);
}

static char *
dup_text (FramPlaceRow *row, Column column)
{
  const FramExternalPlace *place = fram_place_row_get (row);
  char day[FRAM_DATE_TEXT_SIZE];

  switch (column)
    {
    case COLUMN_TASKS: return tasks_text (place);
    case COLUMN_FREE: return g_strdup (place->free_text);
    case COLUMN_FREE_FROM: return g_strdup (fram_date_format (place->free_from, day));
    case COLUMN_CONTACT: return contact_text (place);
    default: return g_strdup (place->employer);
    }
}

static int
compare_dates (FramDate a, FramDate b)
{
  if (a == b)
    return 0;
  /* what is never free comes last */
  if (a == FRAM_DATE_NONE || b == FRAM_DATE_NONE)
    return a == FRAM_DATE_NONE ? 1 : -1;
  return a < b ? -1 : 1;
}

static int
compare_texts (FramPlaceRow *a, FramPlaceRow *b, Column column)
{
  g_autofree char *x = dup_text (a, column), *y = dup_text (b, column);
  g_autofree char *p = fram_text_sort_key (x != NULL ? x : ""), *q = fram_text_sort_key (y != NULL ? y : "");

  return g_strcmp0 (p, q);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  FramPlaceRow *x = (gpointer)a, *y = (gpointer)b;
  const FramExternalPlace *p = fram_place_row_get (x), *q = fram_place_row_get (y);

  switch ((Column)GPOINTER_TO_INT (data))
    {
    case COLUMN_FREE: return q->free - p->free;
    case COLUMN_FREE_FROM: return compare_dates (p->free_from, q->free_from);
    default: return compare_texts (x, y, (Column)GPOINTER_TO_INT (data));
    }
}

static gboolean
is_narrow (gpointer view)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), "width")) == FRAM_PLACES_NARROW;
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  Column column = (Column)GPOINTER_TO_INT (data);
  GtkWidget *box, *more;

  if (column != COLUMN_EMPLOYER)
    {
      gtk_list_item_set_child (item, new_label (column == COLUMN_FREE_FROM ? "numeric" : NULL));
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  more = new_label ("fram-dim");
  gtk_widget_add_css_class (more, "caption");
  gtk_label_set_wrap (GTK_LABEL (more), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (more), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label ("person-name"));
  gtk_box_append (GTK_BOX (box), more);
  gtk_list_item_set_child (item, box);
}

static void
bind_employer (GtkWidget *box, FramPlaceRow *row, gboolean narrow)
{
  const FramExternalPlace *place = fram_place_row_get (row);
  GtkWidget *more = gtk_widget_get_last_child (box);
  g_autofree char *tasks = tasks_text (place);
  g_autofree char *text = g_strdup_printf ("%s · %s", place->free_text, tasks);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), place->employer);
  gtk_label_set_label (GTK_LABEL (more), tasks[0] != '\0' ? text : place->free_text);
  gtk_widget_set_visible (more, narrow);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  FramPlaceRow *row = gtk_list_item_get_item (item);
  Column column = (Column)GPOINTER_TO_INT (data);
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (column == COLUMN_EMPLOYER)
    {
      bind_employer (child, row, is_narrow (g_object_get_data (G_OBJECT (factory), "view")));
      return;
    }
  text = dup_text (row, column);
  gtk_label_set_label (GTK_LABEL (child), text != NULL ? text : "");
}

static const char *
title_of (Column column)
{
  switch (column)
    {
    case COLUMN_TASKS: return C_ ("column", "Tasks");
    case COLUMN_FREE: return C_ ("column", "Places");
    case COLUMN_FREE_FROM: return C_ ("column", "Free from");
    case COLUMN_CONTACT: return C_ ("column", "Contact");
    default: return C_ ("column", "Employer");
    }
}

static GtkColumnViewColumn *
column_at (GtkColumnView *view, guint i)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

  return column;
}

static GtkListItemFactory *
new_factory (GtkColumnView *view, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "view", view);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GINT_TO_POINTER (column));
  return factory;
}

/* Adds the columns; the list is sorted by employer at first. */
void
fram_places_columns_add (GtkColumnView *view)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title_of (i), new_factory (view, i));
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (i), NULL));

      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == COLUMN_EMPLOYER || i == COLUMN_TASKS || i == COLUMN_CONTACT);
      gtk_column_view_append_column (view, column);
    }
  gtk_column_view_sort_by_column (view, column_at (view, COLUMN_EMPLOYER), GTK_SORT_ASCENDING);
}

/* Shows the columns that fit. */
void
fram_places_columns_set_width (GtkColumnView *view, FramPlacesWidth width)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_object_set_data (G_OBJECT (view), "width", GINT_TO_POINTER (width));
  gtk_column_view_column_set_visible (column_at (view, COLUMN_TASKS), width != FRAM_PLACES_NARROW);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_FREE), width != FRAM_PLACES_NARROW);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_FREE_FROM), width == FRAM_PLACES_WIDE);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_CONTACT), width == FRAM_PLACES_WIDE);
  /* the employers are bound anew, with or without a second line: a column that comes anew has new cells */
  factory = new_factory (view, COLUMN_EMPLOYER);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_EMPLOYER), FALSE);
  gtk_column_view_column_set_factory (column_at (view, COLUMN_EMPLOYER), factory);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_EMPLOYER), TRUE);
}

/**
 * fram_places_columns_dup_table:
 * @view: the list
 *
 * Returns: (transfer full) (nullable): the selected rows with all their columns
 */
char *
fram_places_columns_dup_table (GtkColumnView *view)
{
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (model);
  GString *table;

  if (gtk_bitset_is_empty (selection))
    return NULL;
  table = g_string_new (NULL);
  for (int i = 0; i < N_COLUMNS; i++)
    fram_table_add_cell (table, title_of (i));
  fram_table_end_row (table);
  for (guint n = 0; n < gtk_bitset_get_size (selection); n++)
    {
      g_autoptr (FramPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (model), gtk_bitset_get_nth (selection, n));

      for (int i = 0; i < N_COLUMNS; i++)
        {
          g_autofree char *text = dup_text (row, i);

          fram_table_add_cell (table, text != NULL ? text : "");
        }
      fram_table_end_row (table);
    }
  return g_string_free (table, FALSE);
}
