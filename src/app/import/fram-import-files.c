#include "fram-import-files.h"

#include "fram-import-group.h"

#include <glib/gi18n-lib.h>

struct _FramImportFiles
{
  AdwBin parent_instance;

  /* owned */
  GPtrArray *sources;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramImportFiles, fram_import_files, ADW_TYPE_BIN)

static void
on_group_changed_cb (FramImportFiles *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fram_import_files_dispose (GObject *object)
{
  FramImportFiles *self = FRAM_IMPORT_FILES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_import_files_parent_class)->dispose (object);
}

static void
fram_import_files_class_init (FramImportFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_import_files_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_import_files_init (FramImportFiles *self)
{
}

/**
 * fram_import_files_show:
 * @self: the page
 * @sources: (element-type FramImportSource): the files; what is chosen changes them
 */
void
fram_import_files_show (FramImportFiles *self, GPtrArray *sources)
{
  GtkWidget *page = adw_preferences_page_new ();

  /* the old groups look at the old files until they are gone */
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = g_ptr_array_ref (sources);
  for (guint i = 0; i < sources->len; i++)
    {
      FramImportGroup *group = fram_import_group_new (g_ptr_array_index (sources, i));

      g_signal_connect_swapped (group, "changed", G_CALLBACK (on_group_changed_cb), self);
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }
  adw_bin_set_child (ADW_BIN (self), page);
}

static char *
find_missing (const FramImportSource *source)
{
  const char *const *columns = fram_import_file_get_columns (source->file);

  for (int c = 0; columns[c] != NULL; c++)
    if (fram_import_column_is_required (source->file, c) && source->at[c] < 0 && source->constants[c] == NULL)
      return g_strdup_printf (_ ("“%s” has no column for “%s” yet. Choose one, or type what is the same in every row."),
                              source->name, fram_import_column_get_title (source->file, c));
  return NULL;
}

/**
 * fram_import_files_find_trouble:
 * @self: the page
 *
 * Returns: (transfer full) (nullable): what has to be chosen before the files can be read
 */
char *
fram_import_files_find_trouble (FramImportFiles *self)
{
  const FramImportSource *of[FRAM_N_IMPORT_FILES] = { NULL };

  for (guint i = 0; self->sources != NULL && i < self->sources->len; i++)
    {
      const FramImportSource *source = g_ptr_array_index (self->sources, i);
      char *missing;

      if (source->trouble != NULL)
        return g_strdup_printf (_ ("The first line of “%s” cannot be read. %s"), source->name, source->trouble);
      if (source->headings[0] == NULL)
        return g_strdup_printf (_ ("“%s” is empty; the first line of a file to import names its columns."),
                                source->name);
      if (source->file >= FRAM_N_IMPORT_FILES)
        return g_strdup_printf (_ ("Say what “%s” holds."), source->name);
      if (of[source->file] != NULL)
        return g_strdup_printf (_ ("“%s” and “%s” hold the same (%s); import one of them at a time."),
                                of[source->file]->name, source->name, fram_import_file_get_title (source->file));
      of[source->file] = source;
      missing = find_missing (source);
      if (missing != NULL)
        return missing;
    }
  return NULL;
}
