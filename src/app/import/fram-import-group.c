#include "fram-import-group.h"

#include "fram-form-dialog.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_VALUES 3
#define SAMPLE_ROWS   5

struct _FramImportGroup
{
  AdwPreferencesGroup parent_instance;

  /* borrowed */
  FramImportSource *source;
  AdwComboRow *kind;
  AdwComboRow *letters;
  AdwExpanderRow *columns;
  GPtrArray *headings;                           /* (element-type AdwComboRow): a row per heading */
  GtkWidget *constants[FRAM_IMPORT_MAX_COLUMNS]; /* AdwEntryRow: of columns that must be there */
  gboolean filling;                              /* what changes now is nobody's choice */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramImportGroup, fram_import_group, ADW_TYPE_PREFERENCES_GROUP)

/* The heading that a column is read from, told by which row is chosen: 0 is none. */
static int
column_of_heading (const FramImportSource *source, int heading)
{
  for (int c = 0; c < FRAM_IMPORT_MAX_COLUMNS; c++)
    if (source->at[c] == heading)
      return c;
  return -1;
}

/* The first values that are not the same. */
static char *
sample_of_heading (const FramImportSource *source, guint heading)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < source->sample->len && values->len < SAMPLE_VALUES; i++)
    {
      char *value = ((GStrv)g_ptr_array_index (source->sample, i))[heading];

      if (value[0] != '\0' && !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
        g_ptr_array_add (values, value);
    }
  g_ptr_array_add (values, NULL);
  return g_strjoinv (" · ", (char **)values->pdata);
}

static gboolean
has_letters (const FramImportSource *source)
{
  int field = source->file == FRAM_IMPORT_ATTENDANCE ? source->at[3] : -1;

  for (guint i = 0; field >= 0 && i < source->sample->len; i++)
    if (g_utf8_strlen (((GStrv)g_ptr_array_index (source->sample, i))[field], -1) == 1)
      return TRUE;
  return FALSE;
}

static void
tell_columns (FramImportGroup *self)
{
  guint n = g_strv_length (self->source->headings), read = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    read += column_of_heading (self->source, (int)i) >= 0 ? 1 : 0;
  /* Translators: how many of a file's columns will be imported */
  text = g_strdup_printf (ngettext ("%u of %u column is read", "%u of %u columns are read", n), read, n);
  adw_expander_row_set_subtitle (self->columns, text);
}

/* Shows what is not in the file and must be, and what was mapped. */
static void
show_mapping (FramImportGroup *self)
{
  const FramImportSource *source = self->source;

  self->filling = TRUE;
  for (guint i = 0; i < self->headings->len; i++)
    adw_combo_row_set_selected (g_ptr_array_index (self->headings, i), (guint)(column_of_heading (source, (int)i) + 1));
  for (int c = 0; c < FRAM_IMPORT_MAX_COLUMNS; c++)
    if (self->constants[c] != NULL)
      gtk_widget_set_visible (self->constants[c], source->at[c] < 0);
  gtk_widget_set_visible (GTK_WIDGET (self->letters), has_letters (source));
  adw_combo_row_set_selected (self->letters, source->letters);
  tell_columns (self);
  self->filling = FALSE;
}

static void
changed (FramImportGroup *self)
{
  show_mapping (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A column is read from one heading: the other one that had it is not read any more. */
static void
on_heading_chosen_cb (AdwComboRow *row, GParamSpec *pspec, gpointer data)
{
  FramImportGroup *self = data;
  int column = (int)adw_combo_row_get_selected (row) - 1, old;
  guint heading;

  if (self->filling || !g_ptr_array_find (self->headings, row, &heading))
    return;
  old = column_of_heading (self->source, (int)heading);
  if (old >= 0)
    self->source->at[old] = -1;
  if (column >= 0)
    self->source->at[column] = (int)heading;
  self->source->exact = FALSE;
  changed (self);
}

static void
on_letters_chosen_cb (FramImportGroup *self)
{
  if (self->filling)
    return;
  self->source->letters = (FramImportLetters)adw_combo_row_get_selected (self->letters);
  changed (self);
}

static void
on_constant_changed_cb (GtkEditable *row, gpointer data)
{
  FramImportGroup *self = data;

  for (int c = 0; c < FRAM_IMPORT_MAX_COLUMNS; c++)
    if (self->constants[c] == GTK_WIDGET (row))
      {
        const char *text = gtk_editable_get_text (row);

        g_free (self->source->constants[c]);
        self->source->constants[c] = text[0] != '\0' ? g_strdup (text) : NULL;
        self->source->exact = FALSE;
      }
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkStringList *
column_names (FramImportFile file)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const char *const *columns = file < FRAM_N_IMPORT_FILES ? fram_import_file_get_columns (file) : NULL;

  /* Translators: of a column of a file, instead of what it is */
  gtk_string_list_append (names, _ ("Not imported"));
  for (int i = 0; columns != NULL && columns[i] != NULL; i++)
    gtk_string_list_append (names, fram_import_column_get_title (file, i));
  return names;
}

static void
add_heading (FramImportGroup *self, guint i, GtkStringList *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *title = g_markup_escape_text (self->source->headings[i], -1);
  g_autofree char *sample = sample_of_heading (self->source, i);
  g_autofree char *subtitle = g_markup_escape_text (sample, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  fram_widget_set_accessible_name (row, self->source->headings[i]);
  g_ptr_array_add (self->headings, row);
  g_signal_connect (row, "notify::selected", G_CALLBACK (on_heading_chosen_cb), self);
  adw_expander_row_add_row (self->columns, row);
}

static void
add_constant (FramImportGroup *self, int column)
{
  GtkWidget *row = adw_entry_row_new ();
  /* Translators: %s is a column that the file lacks, as "Workshop or group"; what is typed counts for all its rows */
  g_autofree char *title =
      g_strdup_printf (_ ("%s, the same in every row"), fram_import_column_get_title (self->source->file, column));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (self->source->constants[column] != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), self->source->constants[column]);
  self->constants[column] = row;
  g_signal_connect (row, "changed", G_CALLBACK (on_constant_changed_cb), self);
  adw_expander_row_add_row (self->columns, row);
}

static void
clear_rows (FramImportGroup *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->headings->len; i++)
    adw_expander_row_remove (self->columns, g_ptr_array_index (self->headings, i));
  g_ptr_array_set_size (self->headings, 0);
  for (int c = 0; c < FRAM_IMPORT_MAX_COLUMNS; c++)
    if (self->constants[c] != NULL)
      {
        adw_expander_row_remove (self->columns, self->constants[c]);
        self->constants[c] = NULL;
      }
  self->filling = FALSE;
}

/* What must be there and is not comes first. */
static void
add_rows (FramImportGroup *self)
{
  const FramImportSource *source = self->source;
  g_autoptr (GtkStringList) names = column_names (source->file);
  const char *const *columns = source->file < FRAM_N_IMPORT_FILES ? fram_import_file_get_columns (source->file) : NULL;

  self->filling = TRUE;
  for (int c = 0; columns != NULL && columns[c] != NULL; c++)
    if (fram_import_column_is_required (source->file, c))
      add_constant (self, c);
  for (guint i = 0; source->headings[i] != NULL; i++)
    add_heading (self, i, names);
  adw_expander_row_set_expanded (self->columns, !source->exact);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), columns != NULL);
  show_mapping (self);
}

static void
on_kind_chosen_cb (FramImportGroup *self)
{
  if (self->filling)
    return;
  clear_rows (self);
  fram_import_source_guess (self->source, (FramImportFile)adw_combo_row_get_selected (self->kind));
  add_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_cell (const char *text, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_width_chars (GTK_LABEL (label), (int)MIN (g_utf8_strlen (text, -1), 24));
  gtk_widget_add_css_class (label, heading ? "heading" : "fram-figures");
  return label;
}

static GtkWidget *
make_sample (const FramImportSource *source)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_add_css_class (grid, "fram-sample");
  for (int i = 0; source->headings[i] != NULL; i++)
    {
      gtk_grid_attach (GTK_GRID (grid), make_cell (source->headings[i], TRUE), i, 0, 1, 1);
      for (guint r = 0; r < MIN (source->sample->len, SAMPLE_ROWS); r++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (((GStrv)g_ptr_array_index (source->sample, r))[i], FALSE), i,
                         (int)r + 1, 1, 1);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), grid);
  fram_widget_set_accessible_name (scrolled, _ ("First rows of the file"));
  return scrolled;
}

static void
add_sample (FramImportGroup *self)
{
  GtkWidget *expander = adw_expander_row_new ();
  GtkWidget *row = gtk_list_box_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("First rows"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_sample (self->source));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), expander);
}

static void
add_kind (FramImportGroup *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    gtk_string_list_append (kinds, fram_import_file_get_title (f));
  if (self->source->file >= FRAM_N_IMPORT_FILES)
    gtk_string_list_append (kinds, _ ("Choose what it holds"));
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _ ("What the file holds"));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  adw_combo_row_set_selected (self->kind, self->source->file);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (on_kind_chosen_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->kind));
}

static void
add_letters (FramImportGroup *self)
{
  const char *const languages[] = { _ ("Not known"), _ ("Swedish: S is late, L is leave"),
                                    _ ("English: S is sick, L is late"), NULL };
  g_autoptr (GtkStringList) names = gtk_string_list_new (languages);

  self->letters = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->letters), _ ("Letters of attendance"));
  adw_combo_row_set_model (self->letters, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->letters, "notify::selected", G_CALLBACK (on_letters_chosen_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->letters));
}

/* Mappings are the key files that the command line reads. */

static void
say (FramImportGroup *self, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _ ("The Mapping Was Not Used"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
use_mapping (FramImportGroup *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImportMapping) mapping = fram_import_mapping_load (path, &error);

  if (mapping == NULL)
    {
      say (self, error->message);
      return;
    }
  clear_rows (self);
  if (!fram_import_source_map (self->source, mapping, &error))
    {
      say (self, error->message);
      fram_import_source_guess (self->source, self->source->file);
    }
  self->filling = TRUE;
  adw_combo_row_set_selected (self->kind, self->source->file);
  add_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
save_mapping (FramImportGroup *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramImportMapping) mapping = fram_import_source_get_mapping (self->source);

  if (mapping != NULL && !fram_import_mapping_save (mapping, path, &error))
    say (self, error->message);
}

static void
on_mapping_chosen_cb (GtkFileChooserNative *dialog, int response, gpointer data)
{
  g_autoptr (FramImportGroup) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      path = g_file_get_path (file);
    }
  if (path != NULL && gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
    save_mapping (self, path);
  else if (path != NULL)
    use_mapping (self, path);
  g_object_unref (dialog);
}

static void
choose_mapping (FramImportGroup *self, gboolean save)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      save ? _ ("Save the Mapping") : _ ("Use a Saved Mapping"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, save ? _ ("_Save") : _ ("_Open"),
      _ ("_Cancel"));

  if (save)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "framsteg.mapping");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_mapping_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_save_clicked_cb (FramImportGroup *self)
{
  choose_mapping (self, TRUE);
}

static void
on_open_clicked_cb (FramImportGroup *self)
{
  choose_mapping (self, FALSE);
}

static void
add_button (FramImportGroup *self, GtkWidget *box, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_buttons (FramImportGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  add_button (self, box, "document-open-symbolic", _ ("Use a Saved Mapping"), G_CALLBACK (on_open_clicked_cb));
  add_button (self, box, "document-save-symbolic", _ ("Save the Mapping"), G_CALLBACK (on_save_clicked_cb));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), box);
}

static void
fram_import_group_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_IMPORT_GROUP (object)->headings);
  G_OBJECT_CLASS (fram_import_group_parent_class)->finalize (object);
}

static void
fram_import_group_class_init (FramImportGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_import_group_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_import_group_init (FramImportGroup *self)
{
  self->headings = g_ptr_array_new ();
}

/**
 * fram_import_group_new:
 * @source: a file; it stays the caller's and is changed by what is chosen
 *
 * Returns: (transfer floating): the group
 */
FramImportGroup *
fram_import_group_new (FramImportSource *source)
{
  FramImportGroup *self = g_object_new (FRAM_TYPE_IMPORT_GROUP, NULL);
  g_autofree char *title = g_markup_escape_text (source->name, -1);
  g_autofree char *format = fram_csv_format_describe (&source->format);
  /* Translators: how a file was read, as "Read as: semicolons, UTF-16, decimal commas" */
  g_autofree char *how = g_strdup_printf (_ ("Read as: %s"), format);

  self->source = source;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), how);
  add_buttons (self);
  add_kind (self);
  add_letters (self);
  self->columns = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->columns), _ ("Columns"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->columns));
  add_sample (self);
  add_rows (self);
  return self;
}
