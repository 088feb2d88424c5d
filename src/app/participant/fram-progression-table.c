#include "fram-progression-table.h"

#include "fram-form-dialog.h"
#include "fram-table.h"
#include "fram-words.h"

#include <glib/gi18n.h>

#define LEAST_HEIGHT 200

typedef enum
{
  COLUMN_TALK,
  COLUMN_QUESTION,
  COLUMN_SIDE,
  COLUMN_VALUE,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

/* --- a line --- */

#define FRAM_TYPE_PROGRESSION_LINE (fram_progression_line_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionLine, fram_progression_line, FRAM, PROGRESSION_LINE, GObject)

struct _FramProgressionLine
{
  GObject parent_instance;

  /* owned */
  char *texts[N_COLUMNS];

  FramDate day;
  guint series;
  FramRater rater;
  guint index;
  int value;
};

G_DEFINE_FINAL_TYPE (FramProgressionLine, fram_progression_line, G_TYPE_OBJECT)

static void
fram_progression_line_finalize (GObject *object)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (FRAM_PROGRESSION_LINE (object)->texts[i]);
  G_OBJECT_CLASS (fram_progression_line_parent_class)->finalize (object);
}

static void
fram_progression_line_class_init (FramProgressionLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_progression_line_finalize;
}

static void
fram_progression_line_init (FramProgressionLine *self)
{
}

static char *
value_text (const FramIndicatorSeries *series, const FramRatingPoint *point)
{
  if (!point->counts)
    /* Translators: a value; a later rating of the same day counts instead */
    return g_strdup_printf (_ ("%d (replaced)"), point->value);
  if (point->is_step)
    /* Translators: a value that is a step forward */
    return g_strdup_printf (_ ("%d ▲ step forward"), point->value);
  return g_strdup_printf ("%d", point->value);
}

static FramProgressionLine *
line_new (const FramProgression *progression, guint n, FramRater rater, guint index)
{
  FramProgressionLine *line = g_object_new (FRAM_TYPE_PROGRESSION_LINE, NULL);
  const FramIndicatorSeries *series = fram_progression_get_series (progression, n);
  const FramRatingPoint *point = &g_array_index (series->points[rater], FramRatingPoint, index);

  line->day = point->day;
  line->series = n;
  line->rater = rater;
  line->index = index;
  line->value = point->value;
  line->texts[COLUMN_TALK] = fram_date_to_words (point->day);
  line->texts[COLUMN_QUESTION] = g_strdup (series->name);
  line->texts[COLUMN_SIDE] =
      g_strdup (rater == FRAM_RATER_PARTICIPANT ? C_ ("rater", "Participant") : C_ ("rater", "Case worker"));
  line->texts[COLUMN_VALUE] = value_text (series, point);
  line->texts[COLUMN_NOTE] = g_strdup (point->note != NULL ? point->note : "");
  return line;
}

static const char *
column_title (Column column)
{
  switch (column)
    {
    case COLUMN_TALK: return C_ ("column", "Talk");
    case COLUMN_QUESTION: return C_ ("column", "Question");
    case COLUMN_SIDE: return C_ ("column", "Side");
    case COLUMN_VALUE: return C_ ("column", "Value");
    default: return C_ ("column", "Note");
    }
}

/* --- the table --- */

struct _FramProgressionTable
{
  AdwBin parent_instance;

  /* borrowed */
  GtkColumnView *view;
  GtkColumnViewColumn *columns[N_COLUMNS];

  /* owned */
  GListStore *lines;
  GtkSelectionModel *chosen;

  gboolean narrow;
};

static guint activated_signal;

G_DEFINE_FINAL_TYPE (FramProgressionTable, fram_progression_table, ADW_TYPE_BIN)

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const FramProgressionLine *x = a, *y = b;

  switch ((Column)GPOINTER_TO_INT (data))
    {
    case COLUMN_TALK: return x->day < y->day ? -1 : x->day > y->day;
    case COLUMN_QUESTION: return x->series < y->series ? -1 : x->series > y->series;
    case COLUMN_SIDE: return (int)x->rater - (int)y->rater;
    case COLUMN_VALUE: return x->value - y->value;
    default: return 0;
    }
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Column column = (Column)GPOINTER_TO_INT (data);

  for (int i = 0; i < (column == COLUMN_QUESTION ? 2 : 1); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      if (column == COLUMN_TALK || column == COLUMN_VALUE)
        gtk_widget_add_css_class (label, "fram-figures");
      if (i == 1)
        gtk_widget_add_css_class (label, "fram-dim");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, box);
}

/* Where there is little room, side and note stand under the question. */
static char *
more_text (FramProgressionLine *line)
{
  if (line->texts[COLUMN_NOTE][0] == '\0')
    return g_strdup (line->texts[COLUMN_SIDE]);
  return g_strdup_printf ("%s · %s", line->texts[COLUMN_SIDE], line->texts[COLUMN_NOTE]);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  FramProgressionLine *line = gtk_list_item_get_item (item);
  GtkWidget *first = gtk_widget_get_first_child (gtk_list_item_get_child (item)),
            *more = gtk_widget_get_next_sibling (first);
  GtkWidget *table = gtk_widget_get_ancestor (first, FRAM_TYPE_PROGRESSION_TABLE);
  gboolean narrow = table != NULL && FRAM_PROGRESSION_TABLE (table)->narrow;

  gtk_label_set_text (GTK_LABEL (first), line->texts[GPOINTER_TO_INT (data)]);
  if (more != NULL)
    {
      g_autofree char *text = more_text (line);

      gtk_label_set_text (GTK_LABEL (more), text);
      gtk_widget_set_visible (more, narrow);
    }
}

static void
add_column (FramProgressionTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GINT_TO_POINTER (column));
  self->columns[column] = gtk_column_view_column_new (column_title (column), factory);
  if (column != COLUMN_NOTE)
    {
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_lines, GINT_TO_POINTER (column), NULL));
      gtk_column_view_column_set_sorter (self->columns[column], sorter);
    }
  gtk_column_view_column_set_expand (self->columns[column], column == COLUMN_QUESTION || column == COLUMN_NOTE);
  gtk_column_view_append_column (self->view, self->columns[column]);
  g_object_unref (self->columns[column]); /* the view has it */
}

static void
on_activate_cb (FramProgressionTable *self, guint position)
{
  g_autoptr (FramProgressionLine) line = g_list_model_get_item (G_LIST_MODEL (self->chosen), position);

  if (line != NULL)
    g_signal_emit (self, activated_signal, 0, line->series, (int)line->rater, line->index);
}

static gboolean
fram_progression_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FRAM_PROGRESSION_TABLE (widget)->view));
}

static void
fram_progression_table_dispose (GObject *object)
{
  FramProgressionTable *self = FRAM_PROGRESSION_TABLE (object);

  g_clear_object (&self->chosen);
  g_clear_object (&self->lines);
  G_OBJECT_CLASS (fram_progression_table_parent_class)->dispose (object);
}

static void
fram_progression_table_class_init (FramProgressionTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_progression_table_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = fram_progression_table_grab_focus;
  activated_signal = g_signal_new ("activated", FRAM_TYPE_PROGRESSION_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT, G_TYPE_UINT);
}

static void
fram_progression_table_init (FramProgressionTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *view = gtk_column_view_new (NULL);
  GtkSortListModel *sorted;

  self->view = GTK_COLUMN_VIEW (view);
  self->lines = g_list_store_new (FRAM_TYPE_PROGRESSION_LINE);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->chosen = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, self->chosen);
  for (Column column = 0; column < N_COLUMNS; column++)
    add_column (self, column);
  gtk_widget_add_css_class (view, "data-table");
  gtk_widget_add_css_class (view, "fram-progression-table");
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "fram-progression-list");
  gtk_widget_set_overflow (scroller, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
fram_progression_table_new (void)
{
  return g_object_new (FRAM_TYPE_PROGRESSION_TABLE, NULL);
}

static void
add_side (GPtrArray *lines, const FramProgression *progression, guint n, FramRater rater)
{
  const GArray *points = fram_progression_get_series (progression, n)->points[rater];

  for (guint i = 0; points != NULL && i < points->len; i++)
    g_ptr_array_add (lines, line_new (progression, n, rater, i));
}

/* The newest talk first, its questions in order. */
static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const FramProgressionLine *x = *(FramProgressionLine *const *)a, *y = *(FramProgressionLine *const *)b;

  if (x->day != y->day)
    return x->day > y->day ? -1 : 1;
  if (x->series != y->series)
    return x->series < y->series ? -1 : 1;
  if (x->rater != y->rater)
    return (int)x->rater - (int)y->rater;
  return x->index > y->index ? -1 : 1;
}

/**
 * fram_progression_table_set_progression:
 * @self: a table
 * @progression: (nullable): what is shown; nothing of it is kept
 * @view: which sides and questions
 */
void
fram_progression_table_set_progression (FramProgressionTable *self, const FramProgression *progression,
                                        const FramProgressionView *view)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;

  g_return_if_fail (FRAM_IS_PROGRESSION_TABLE (self));
  for (guint n = 0; progression != NULL && n < progression->series->len; n++)
    for (FramRater rater = 0; rater < FRAM_N_RATERS; rater++)
      if (fram_progression_view_shows (view, progression, n, rater))
        add_side (lines, progression, n, rater);
  g_ptr_array_sort (lines, compare_newest);
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), lines->pdata, lines->len);
  /* Translators: %s is a participant's name */
  name = progression != NULL && progression->title != NULL
             ? g_strdup_printf (_ ("Ratings of %s as a table"), progression->title)
             : g_strdup (_ ("Ratings as a table"));
  fram_widget_set_accessible_name (GTK_WIDGET (self->view), name);
}

void
fram_progression_table_set_narrow (FramProgressionTable *self, gboolean narrow)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  g_return_if_fail (FRAM_IS_PROGRESSION_TABLE (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_column_view_column_set_visible (self->columns[COLUMN_SIDE], !narrow);
  gtk_column_view_column_set_visible (self->columns[COLUMN_NOTE], !narrow);
  g_list_model_items_changed (G_LIST_MODEL (self->lines), 0, n, n);
}

guint
fram_progression_table_get_n (FramProgressionTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->chosen));
}

/* (transfer full) (nullable): a row as it is shown, cells parted by " | ". */
char *
fram_progression_table_dup_row (FramProgressionTable *self, guint row)
{
  g_autoptr (FramProgressionLine) line = g_list_model_get_item (G_LIST_MODEL (self->chosen), row);

  if (line == NULL)
    return NULL;
  return g_strdup_printf ("%s | %s | %s | %s | %s", line->texts[COLUMN_TALK], line->texts[COLUMN_QUESTION],
                          line->texts[COLUMN_SIDE], line->texts[COLUMN_VALUE], line->texts[COLUMN_NOTE]);
}

/* --- copying --- */

static GString *
begin_table (void)
{
  GString *table = g_string_new (NULL);

  for (Column column = 0; column < N_COLUMNS; column++)
    fram_table_add_cell (table, column_title (column));
  fram_table_end_row (table);
  return table;
}

static void
add_line (GString *table, FramProgressionLine *line)
{
  char day[FRAM_DATE_TEXT_SIZE];
  g_autofree char *value = g_strdup_printf ("%d", line->value);

  fram_table_add_cell (table, fram_date_format (line->day, day));
  fram_table_add_cell (table, line->texts[COLUMN_QUESTION]);
  fram_table_add_cell (table, line->texts[COLUMN_SIDE]);
  fram_table_add_cell (table, value);
  fram_table_add_cell (table, line->texts[COLUMN_NOTE]);
  fram_table_end_row (table);
}

char *
fram_progression_point_to_table (const FramProgression *progression, guint series, FramRater rater, guint index)
{
  g_autoptr (FramProgressionLine) line = line_new (progression, series, rater, index);
  GString *table = begin_table ();

  add_line (table, line);
  return g_string_free (table, FALSE);
}

/**
 * fram_progression_table_dup_selection:
 * @self: a table
 *
 * Returns: (transfer full) (nullable): the chosen lines for the clipboard, or all where none is; %NULL where there are none
 */
char *
fram_progression_table_dup_selection (FramProgressionTable *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (self->chosen);
  GString *table = begin_table ();
  guint n = fram_progression_table_get_n (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (FramProgressionLine) line = g_list_model_get_item (G_LIST_MODEL (self->chosen), i);

      if (gtk_bitset_is_empty (chosen) || gtk_bitset_contains (chosen, i))
        add_line (table, line);
    }
  return g_string_free (table, n == 0);
}
