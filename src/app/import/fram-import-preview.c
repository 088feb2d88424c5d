#include "fram-import-preview.h"

#include "fram-form-dialog.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* A line of the list: where, what is said about it, and what stands there. */
#define FRAM_TYPE_IMPORT_LINE (fram_import_line_get_type ())
G_DECLARE_FINAL_TYPE (FramImportLine, fram_import_line, FRAM, IMPORT_LINE, GObject)

struct _FramImportLine
{
  GObject parent_instance;

  char *where;
  char *sentence;
  char *text;
  char *folded;
};

G_DEFINE_FINAL_TYPE (FramImportLine, fram_import_line, G_TYPE_OBJECT)

struct _FramImportPreview
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel *heading;
  GtkListBox *figures;
  GtkWidget *tools;
  GtkSearchEntry *search;
  GtkWidget *save;
  GtkWidget *scrolled;
  GtkListView *list;

  /* owned */
  GListStore *lines;
  GtkFilter *filter;
  char *wanted; /* folded */
};

enum
{
  SAVE_PROBLEMS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramImportPreview, fram_import_preview, ADW_TYPE_BIN)

static void
fram_import_line_finalize (GObject *object)
{
  FramImportLine *self = FRAM_IMPORT_LINE (object);

  g_free (self->where);
  g_free (self->sentence);
  g_free (self->text);
  g_free (self->folded);
  G_OBJECT_CLASS (fram_import_line_parent_class)->finalize (object);
}

static void
fram_import_line_class_init (FramImportLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_import_line_finalize;
}

static void
fram_import_line_init (FramImportLine *self)
{
}

static FramImportLine *
line_new (const char *where, const char *sentence, const char *text)
{
  FramImportLine *self = g_object_new (FRAM_TYPE_IMPORT_LINE, NULL);
  g_autofree char *all = g_strjoin (" ", where, sentence, text, NULL);

  self->where = g_strdup (where);
  self->sentence = g_strdup (sentence);
  self->text = g_strdup (text);
  self->folded = fram_text_fold (all);
  return self;
}

static gboolean
is_wanted (gpointer item, gpointer data)
{
  const FramImportPreview *self = data;

  return self->wanted == NULL || fram_text_matches (FRAM_IMPORT_LINE (item)->folded, self->wanted);
}

static GtkWidget *
make_label (const char *style, gboolean wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!wrap)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), make_label ("fram-import-where", TRUE));
  gtk_box_append (GTK_BOX (box), make_label (NULL, TRUE));
  gtk_box_append (GTK_BOX (box), make_label ("fram-dim", FALSE));
  gtk_list_item_set_child (item, box);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const FramImportLine *line = gtk_list_item_get_item (item);
  GtkWidget *where = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *sentence = gtk_widget_get_next_sibling (where);
  GtkWidget *text = gtk_widget_get_next_sibling (sentence);
  g_autofree char *said = line->text != NULL ? g_strdup_printf (_ ("In the file: %s"), line->text) : NULL;

  gtk_label_set_label (GTK_LABEL (where), line->where);
  gtk_label_set_label (GTK_LABEL (sentence), line->sentence);
  gtk_label_set_label (GTK_LABEL (text), said);
  gtk_widget_set_visible (text, said != NULL);
}

static void
on_search_changed_cb (FramImportPreview *self)
{
  g_clear_pointer (&self->wanted, g_free);
  self->wanted = fram_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_save_clicked_cb (FramImportPreview *self)
{
  g_signal_emit (self, signals[SAVE_PROBLEMS], 0);
}

static void
fram_import_preview_dispose (GObject *object)
{
  FramImportPreview *self = FRAM_IMPORT_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_IMPORT_PREVIEW);
  g_clear_object (&self->lines);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (fram_import_preview_parent_class)->dispose (object);
}

static void
fram_import_preview_class_init (FramImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_import_preview_dispose;
  signals[SAVE_PROBLEMS] =
      g_signal_new ("save-problems", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, heading);
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, figures);
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, tools);
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, search);
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, save);
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, scrolled);
  gtk_widget_class_bind_template_child (widget_class, FramImportPreview, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
fram_import_preview_init (FramImportPreview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_list_store_new (FRAM_TYPE_IMPORT_LINE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), g_object_ref (self->filter));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (filtered))));
}

static void
clear (FramImportPreview *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_list_box_remove (self->figures, row);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_list_store_remove_all (self->lines);
}

static void
show_lines (FramImportPreview *self, GPtrArray *lines, gboolean problems)
{
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
  gtk_widget_set_visible (self->tools, lines->len > 0);
  gtk_widget_set_visible (self->scrolled, lines->len > 0);
  gtk_widget_set_visible (self->save, problems);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), !problems);
}

static void
add_figure (FramImportPreview *self, guint number, const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%'u", number);
  g_autofree char *spoken = g_strdup_printf ("%s: %u", title, number);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "fram-figures");
  gtk_widget_add_css_class (label, "title-4");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  fram_widget_set_accessible_name (row, spoken);
  gtk_list_box_append (self->figures, row);
}

static char *
sentence_of (const FramImportDifference *difference)
{
  if (difference->field == NULL)
    return g_strdup (_ ("Was removed from the register."));
  if (difference->hidden)
    return g_strdup_printf (_ ("The %s is not the same; your roles do not show it."), difference->field);
  /* Translators: a field and its two values */
  return g_strdup_printf (_ ("The %s is “%s” in the register and “%s” in the file."), difference->field,
                          difference->before != NULL ? difference->before : "",
                          difference->after != NULL ? difference->after : "");
}

/**
 * fram_import_preview_show_result:
 * @self: the preview
 * @result: what was found
 * @done: whether it is imported now
 */
void
fram_import_preview_show_result (FramImportPreview *self, const FramImportResult *result, gboolean done)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *heading = NULL;

  clear (self);
  if (done)
    heading = g_strdup (result->added > 0 ? _ ("The files are imported.") : _ ("There was nothing new to import."));
  else
    heading = g_strdup_printf (
        ngettext ("%u row was read, without problems.", "%u rows were read, without problems.", result->rows),
        result->rows);
  gtk_label_set_label (self->heading, heading);
  add_figure (self, result->added, done ? _ ("New records") : _ ("Would be new"));
  add_figure (self, result->same, _ ("Were there already, the same"));
  add_figure (self, result->differing, _ ("Differ from the register, which stays as it is"));
  for (guint i = 0; i < result->differences->len; i++)
    {
      const FramImportDifference *difference = g_ptr_array_index (result->differences, i);
      g_autofree char *sentence = sentence_of (difference);

      g_ptr_array_add (lines, line_new (difference->thing, sentence, NULL));
    }
  show_lines (self, lines, FALSE);
}

/* The heading as it stands in the file, or the column's name. */
static const char *
column_in_words (const FramProblem *problem, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const FramImportSource *source = g_ptr_array_index (sources, i);
      const char *const *columns =
          source->file < FRAM_N_IMPORT_FILES ? fram_import_file_get_columns (source->file) : NULL;

      if (g_strcmp0 (source->name, problem->file) != 0)
        continue;
      for (int c = 0; columns != NULL && columns[c] != NULL; c++)
        if (g_strcmp0 (columns[c], problem->column) == 0)
          return source->at[c] >= 0 ? source->headings[source->at[c]] : fram_import_column_get_title (source->file, c);
    }
  return problem->column;
}

static char *
place_of (const FramProblem *problem, GPtrArray *sources)
{
  if (problem->line == 0)
    return g_strdup (problem->file);
  if (problem->column == NULL)
    /* Translators: a file and a line in it */
    return g_strdup_printf (_ ("%s, line %u"), problem->file, problem->line);
  /* Translators: a file, a line in it and the heading of a column */
  return g_strdup_printf (_ ("%s, line %u, %s"), problem->file, problem->line, column_in_words (problem, sources));
}

/**
 * fram_import_preview_show_problems:
 * @self: the preview
 * @problems: what is wrong
 * @sources: (element-type FramImportSource): the files
 */
void
fram_import_preview_show_problems (FramImportPreview *self, const FramProblems *problems, GPtrArray *sources)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  gulong n = (gulong)fram_problems_get_count (problems);
  g_autofree char *heading = g_strdup_printf (
      ngettext ("There is %lu problem in the files. Mend it there and go back; nothing is imported until then.",
                "There are %lu problems in the files. Mend them there and go back; nothing is imported until then.", n),
      n);

  clear (self);
  gtk_label_set_label (self->heading, heading);
  for (guint i = 0; i < fram_problems_get_n_kept (problems); i++)
    {
      const FramProblem *problem = fram_problems_get (problems, i);
      g_autofree char *where = place_of (problem, sources);

      g_ptr_array_add (lines, line_new (where, problem->sentence, problem->text));
    }
  show_lines (self, lines, TRUE);
}

guint
fram_import_preview_get_n_lines (FramImportPreview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list)));
}

/* What typing into the search does, at once. */
void
fram_import_preview_filter (FramImportPreview *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  on_search_changed_cb (self);
}
