#include "fram-participants-columns.h"

#include "fram-discreet.h"
#include "fram-phase.h"
#include "fram-table.h"

#include <glib/gi18n-lib.h>

/* Columns of the list of participants. Cells are inscriptions, which have their size without their text being laid out:
 * a list view makes two hundred rows for a page of a long list at every key stroke of the search. */

typedef enum
{
  COLUMN_NAME,
  COLUMN_CASE_NO,
  COLUMN_PHASE,
  COLUMN_WORKSHOPS,
  COLUMN_ENROLLED,
  COLUMN_ORGANISATION,
  N_COLUMNS
} Column;

typedef struct
{
  GtkBox *box;
  GtkInscription *name;
  GtkInscription *more; /* second line in a narrow list */
  GtkWidget *protection;
} NameCell;

/* How a list is shown in a room of so many pixels at a text scale of 1. */
FramListWidth
fram_list_width_of (int room)
{
  if (room < 480)
    return FRAM_LIST_NARROW;
  return room < 800 ? FRAM_LIST_MEDIUM : FRAM_LIST_WIDE;
}

static const char *
text_of (FramPersonRow *row, Column column, char buffer[FRAM_DATE_TEXT_SIZE])
{
  switch (column)
    {
    case COLUMN_CASE_NO: return row->case_no;
    case COLUMN_PHASE: return fram_phase_get_name (row->phase);
    case COLUMN_WORKSHOPS: return row->workshops;
    case COLUMN_ENROLLED: return fram_date_format (row->enrolled, buffer);
    case COLUMN_ORGANISATION: return row->organisation;
    default: return row->name;
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramPersonRow *x = a, *y = b;

  switch ((Column)GPOINTER_TO_INT (data))
    {
    case COLUMN_CASE_NO: return g_strcmp0 (x->case_no, y->case_no);
    case COLUMN_PHASE: return (int)x->phase - (int)y->phase;
    case COLUMN_WORKSHOPS: return g_strcmp0 (x->workshops, y->workshops);
    case COLUMN_ENROLLED: return x->enrolled < y->enrolled ? -1 : x->enrolled > y->enrolled;
    case COLUMN_ORGANISATION: return g_strcmp0 (x->organisation, y->organisation);
    default: return g_strcmp0 (x->sort_key, y->sort_key);
    }
}

/* How many letters a column has room for at least, and would like to have. */
static const struct
{
  guint least;
  guint wanted;
} rooms[N_COLUMNS] = {
  [COLUMN_NAME] = { 8, 24 },      [COLUMN_CASE_NO] = { 10, 11 },  [COLUMN_PHASE] = { 11, 13 },
  [COLUMN_WORKSHOPS] = { 8, 20 }, [COLUMN_ENROLLED] = { 10, 11 }, [COLUMN_ORGANISATION] = { 8, 10 },
};

static GtkWidget *
new_text (Column column)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (text), rooms[column].least);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (text), rooms[column].wanted);
  if (gtk_widget_get_direction (text) == GTK_TEXT_DIR_RTL)
    gtk_inscription_set_xalign (GTK_INSCRIPTION (text), 1);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  return text;
}

static void
on_text_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = new_text ((Column)GPOINTER_TO_INT (data));

  if (GPOINTER_TO_INT (data) == COLUMN_ENROLLED || GPOINTER_TO_INT (data) == COLUMN_CASE_NO)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_text_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  FramPersonRow *row = gtk_list_item_get_item (item);
  char buffer[FRAM_DATE_TEXT_SIZE];
  const char *text = text_of (row, (Column)GPOINTER_TO_INT (data), buffer);

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text != NULL ? text : "");
}

static GtkWidget *
new_protection (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), gtk_label_new (C_ ("identity", "Protected")));
  gtk_widget_add_css_class (box, "fram-dim");
  gtk_widget_add_css_class (box, "caption");
  return box;
}

static void
on_name_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer view)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  NameCell *cell = g_new0 (NameCell, 1);

  cell->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  cell->name = GTK_INSCRIPTION (new_text (COLUMN_NAME));
  cell->more = GTK_INSCRIPTION (new_text (COLUMN_NAME));
  cell->protection = new_protection ();
  gtk_widget_add_css_class (GTK_WIDGET (cell->name), "person-name");
  gtk_widget_add_css_class (GTK_WIDGET (cell->more), "fram-dim");
  gtk_widget_add_css_class (GTK_WIDGET (cell->more), "caption");
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (cell->name));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (cell->more));
  gtk_box_append (cell->box, lines);
  gtk_box_append (cell->box, cell->protection);
  gtk_list_item_set_child (item, GTK_WIDGET (cell->box));
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
}

static char *
second_line (const FramPersonRow *row)
{
  if (row->workshops != NULL && row->workshops[0] != '\0')
    return g_strdup_printf ("%s · %s", fram_phase_get_name (row->phase), row->workshops);
  return g_strdup (fram_phase_get_name (row->phase));
}

static gboolean
is_narrow (gpointer view)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), "width")) == FRAM_LIST_NARROW;
}

static void
on_name_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer view)
{
  FramPersonRow *row = gtk_list_item_get_item (item);
  NameCell *cell = g_object_get_data (G_OBJECT (item), "cell");
  gboolean narrow = is_narrow (view);
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (view), row->name);

  gtk_inscription_set_text (cell->name, name);
  gtk_widget_set_visible (cell->protection, row->is_protected);
  gtk_widget_set_visible (GTK_WIDGET (cell->more), narrow);
  if (narrow)
    {
      g_autofree char *more = second_line (row);

      gtk_inscription_set_text (cell->more, more);
    }
}

static GtkListItemFactory *
new_factory (Column column, gpointer view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  gpointer data = column == COLUMN_NAME ? view : GINT_TO_POINTER (column);

  g_signal_connect (factory, "setup",
                    column == COLUMN_NAME ? G_CALLBACK (on_name_setup_cb) : G_CALLBACK (on_text_setup_cb), data);
  g_signal_connect (factory, "bind",
                    column == COLUMN_NAME ? G_CALLBACK (on_name_bind_cb) : G_CALLBACK (on_text_bind_cb), data);
  return factory;
}

static const char *
title_of (Column column)
{
  switch (column)
    {
    case COLUMN_CASE_NO: return C_ ("column", "Case");
    case COLUMN_PHASE: return C_ ("column", "Phase");
    case COLUMN_WORKSHOPS: return C_ ("column", "Workshops");
    case COLUMN_ENROLLED: return C_ ("column", "Enrolled");
    case COLUMN_ORGANISATION: return C_ ("column", "Referred by");
    default: return C_ ("column", "Name");
    }
}

static GtkColumnViewColumn *
column_at (GtkColumnView *view, guint i)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), i);

  return column;
}

static void
set_name_factory (GtkColumnView *view)
{
  g_autoptr (GtkListItemFactory) factory = new_factory (COLUMN_NAME, view);

  gtk_column_view_column_set_factory (column_at (view, COLUMN_NAME), factory);
}

/* A column that is there keeps its cells whatever its factory; one that comes anew has new ones. */
static void
on_discreet (GtkWidget *view, gboolean discreet)
{
  GtkColumnViewColumn *names = column_at (GTK_COLUMN_VIEW (view), COLUMN_NAME);

  gtk_column_view_column_set_visible (names, FALSE);
  set_name_factory (GTK_COLUMN_VIEW (view));
  gtk_column_view_column_set_visible (names, TRUE);
}

/* Adds the columns; the list is sorted by name at first. */
void
fram_participants_columns_add (GtkColumnView *view)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title_of (i), new_factory (i, view));
      GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (i), NULL));

      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == COLUMN_NAME || i == COLUMN_WORKSHOPS);
      gtk_column_view_append_column (view, column);
      g_object_unref (sorter);
    }
  gtk_column_view_sort_by_column (view, column_at (view, COLUMN_NAME), GTK_SORT_ASCENDING);
  fram_discreet_follow (GTK_WIDGET (view), on_discreet);
}

/* Shows the columns that fit. */
void
fram_participants_columns_set_width (GtkColumnView *view, FramListWidth width)
{
  gboolean organisation = g_object_get_data (G_OBJECT (view), "no-organisation") == NULL;

  g_object_set_data (G_OBJECT (view), "width", GINT_TO_POINTER (width));
  gtk_column_view_column_set_visible (column_at (view, COLUMN_CASE_NO), width == FRAM_LIST_WIDE);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_PHASE), width != FRAM_LIST_NARROW);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_WORKSHOPS), width != FRAM_LIST_NARROW);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_ENROLLED), width == FRAM_LIST_WIDE);
  gtk_column_view_column_set_visible (column_at (view, COLUMN_ORGANISATION), width == FRAM_LIST_WIDE && organisation);
  /* the names are bound anew, with or without a second line */
  set_name_factory (view);
}

/* Who referred somebody is not for every role; without it there is no column for it. */
void
fram_participants_columns_show_organisation (GtkColumnView *view, gboolean show)
{
  FramListWidth width = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (view), "width"));

  g_object_set_data (G_OBJECT (view), "no-organisation", show ? NULL : GINT_TO_POINTER (1));
  gtk_column_view_column_set_visible (column_at (view, COLUMN_ORGANISATION), show && width == FRAM_LIST_WIDE);
}

static FramPersonRow *
selected_row (GtkColumnView *view, guint n, const GtkBitset *selection)
{
  return g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), gtk_bitset_get_nth (selection, n));
}

static void
add_row (GString *table, GtkColumnView *view, FramPersonRow *row)
{
  g_autofree char *name = fram_discreet_shown_name (GTK_WIDGET (view), row->name);
  char buffer[FRAM_DATE_TEXT_SIZE];

  for (int i = 0; i < N_COLUMNS; i++)
    fram_table_add_cell (table, i == COLUMN_NAME ? name : text_of (row, i, buffer));
  fram_table_end_row (table);
}

/**
 * fram_participants_columns_dup_table:
 * @view: the list
 *
 * Returns: (transfer full) (nullable): the selected rows with all their columns, those too that there is no room for
 */
char *
fram_participants_columns_dup_table (GtkColumnView *view)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (gtk_column_view_get_model (view));
  GString *table;

  if (gtk_bitset_is_empty (selection))
    return NULL;
  table = g_string_new (NULL);
  for (int i = 0; i < N_COLUMNS; i++)
    fram_table_add_cell (table, title_of (i));
  fram_table_end_row (table);
  for (guint i = 0; i < gtk_bitset_get_size (selection); i++)
    {
      g_autoptr (FramPersonRow) row = selected_row (view, i, selection);

      add_row (table, view, row);
    }
  return g_string_free (table, FALSE);
}

/**
 * fram_participants_columns_dup_selected:
 * @view: the list
 *
 * Returns: (transfer full) (element-type FramUuid): the participants that are selected
 */
GArray *
fram_participants_columns_dup_selected (GtkColumnView *view)
{
  g_autoptr (GtkBitset) selection = gtk_selection_model_get_selection (gtk_column_view_get_model (view));
  GArray *people = g_array_new (FALSE, FALSE, sizeof (FramUuid));

  for (guint i = 0; i < gtk_bitset_get_size (selection); i++)
    {
      g_autoptr (FramPersonRow) row = selected_row (view, i, selection);

      g_array_append_val (people, row->participant);
    }
  return people;
}
