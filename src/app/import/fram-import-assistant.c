#include "fram-import-assistant.h"

#include "fram-form-dialog.h"
#include "fram-import-files.h"
#include "fram-import-memory.h"
#include "fram-import-preview.h"
#include "fram-import-work.h"

#include <glib/gi18n-lib.h>

#define LOOK_MS 100

typedef enum
{
  STEP_CHOOSE,
  STEP_FILES,
  STEP_PREVIEW,
  STEP_DONE,
} Step;

struct _FramImportAssistant
{
  AdwWindow parent_instance;

  /* template children */
  AdwWindowTitle *title;
  GtkWidget *back;
  GtkRevealer *trouble;
  GtkLabel *sentence;
  GtkStack *stack;
  GtkWidget *choose_files;
  FramImportFiles *files;
  FramImportPreview *preview;
  AdwStatusPage *busy;
  GtkProgressBar *bar;
  GtkWidget *stop;
  GtkWidget *bottom;
  GtkWidget *again;
  GtkWidget *undo;
  GtkButton *next;

  /* owned */
  FramDesk *desk;
  GPtrArray *sources;
  FramImportOutcome *outcome; /* of the preview, or of the import */
  FramWork *work;             /* while the desk is at it */
  GSimpleActionGroup *actions;
  guint looking;
  Step step;
};

G_DEFINE_FINAL_TYPE (FramImportAssistant, fram_import_assistant, ADW_TYPE_WINDOW)

static void
say (FramImportAssistant *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->sentence, sentence);
  gtk_revealer_set_reveal_child (self->trouble, sentence != NULL);
}

static void
enable (FramImportAssistant *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
label_next (FramImportAssistant *self, const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, "_", -1);
  g_autofree char *name = g_strjoinv ("", pieces);

  gtk_button_set_label (self->next, label);
  fram_widget_set_accessible_name (self->next, name);
}

static gboolean
may_go_on (FramImportAssistant *self)
{
  g_autofree char *trouble = NULL;

  if (self->step == STEP_PREVIEW)
    return self->outcome != NULL && self->outcome->result != NULL;
  if (self->step != STEP_FILES)
    return self->step == STEP_DONE;
  trouble = fram_import_files_find_trouble (self->files);
  say (self, trouble);
  return trouble == NULL;
}

static const char *
next_label (Step step)
{
  switch (step)
    {
    case STEP_PREVIEW: return _ ("_Import");
    case STEP_DONE: return _ ("_Close");
    case STEP_CHOOSE:
    case STEP_FILES:
    default: return _ ("_Preview");
    }
}

/* Keys go on where the eyes are. */
static void
focus_step (FramImportAssistant *self)
{
  if (self->step == STEP_CHOOSE)
    gtk_widget_grab_focus (self->choose_files);
  else if (gtk_widget_is_sensitive (GTK_WIDGET (self->next)))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_step (FramImportAssistant *self, Step step)
{
  static const char *const pages[] = { "choose", "files", "preview", "preview" };
  g_autofree char *subtitle = NULL;

  self->step = step;
  say (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, pages[step]);
  /* Translators: of the steps of an import */
  subtitle = g_strdup_printf (_ ("Step %d of %d"), (int)step + 1, STEP_DONE + 1);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_widget_set_visible (self->bottom, step != STEP_CHOOSE);
  gtk_widget_set_visible (self->again, step == STEP_DONE);
  gtk_widget_set_visible (self->undo, step == STEP_DONE && self->outcome != NULL && self->outcome->result != NULL &&
                                          self->outcome->result->added > 0);
  label_next (self, next_label (step));
  gtk_widget_set_visible (self->back, step == STEP_FILES || step == STEP_PREVIEW);
  enable (self, "back", step == STEP_FILES || step == STEP_PREVIEW);
  enable (self, "next", may_go_on (self));
  focus_step (self);
}

/* Work: the page gives way to a bar and a button that stops it. */

static gboolean
on_look (gpointer data)
{
  FramImportAssistant *self = data;

  fram_work_show (self->work, self->bar);
  return G_SOURCE_CONTINUE;
}

static FramWork *
begin_work (FramImportAssistant *self, const char *title, const char *description)
{
  say (self, NULL);
  self->work = fram_work_new ();
  gtk_progress_bar_set_fraction (self->bar, 0);
  adw_status_page_set_title (self->busy, title);
  adw_status_page_set_description (self->busy, description);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  gtk_widget_set_sensitive (self->stop, TRUE);
  gtk_widget_set_visible (self->bottom, FALSE);
  gtk_widget_set_visible (self->back, FALSE);
  enable (self, "back", FALSE);
  enable (self, "next", FALSE);
  gtk_widget_grab_focus (self->stop);
  self->looking = g_timeout_add (LOOK_MS, on_look, self);
  return self->work;
}

/* Returns: whether there is still a window to show anything in */
static gboolean
end_work (FramImportAssistant *self)
{
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_pointer (&self->work, fram_work_unref);
  return self->desk != NULL;
}

static void
on_stop_clicked_cb (FramImportAssistant *self)
{
  if (self->work == NULL)
    return;
  fram_work_stop (self->work);
  gtk_widget_set_sensitive (self->stop, FALSE);
}

/* What was stopped on purpose needs no reproach, and what failed says why; either way one is where one was. */
static void
go_back_to (FramImportAssistant *self, Step step, const GError *error)
{
  show_step (self, step);
  say (self, error->message);
}

static void
on_looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sources = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!end_work (self))
    return;
  if (sources == NULL)
    {
      go_back_to (self, STEP_CHOOSE, error);
      return;
    }
  for (guint i = 0; i < sources->len; i++)
    fram_import_memory_recall (g_ptr_array_index (sources, i));
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  self->sources = g_steal_pointer (&sources);
  fram_import_files_show (self->files, self->sources);
  show_step (self, STEP_FILES);
}

static void
take_outcome (FramImportAssistant *self, FramImportOutcome *outcome)
{
  g_clear_pointer (&self->outcome, fram_import_outcome_free);
  self->outcome = outcome;
}

static void
on_previewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  FramImportOutcome *outcome = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!end_work (self))
    {
      g_clear_pointer (&outcome, fram_import_outcome_free);
      return;
    }
  take_outcome (self, outcome);
  if (outcome == NULL || (outcome->result == NULL && fram_problems_get_count (outcome->problems) == 0))
    {
      go_back_to (self, STEP_FILES, outcome != NULL ? outcome->error : error);
      return;
    }
  if (outcome->result != NULL)
    fram_import_preview_show_result (self->preview, outcome->result, FALSE);
  else
    fram_import_preview_show_problems (self->preview, outcome->problems, self->sources);
  show_step (self, STEP_PREVIEW);
}

static void
on_imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  FramImportOutcome *outcome = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (!end_work (self))
    {
      g_clear_pointer (&outcome, fram_import_outcome_free);
      return;
    }
  if (outcome == NULL || outcome->result == NULL)
    {
      /* the preview is still what it was */
      go_back_to (self, STEP_PREVIEW, outcome != NULL ? outcome->error : error);
      g_clear_pointer (&outcome, fram_import_outcome_free);
      return;
    }
  take_outcome (self, outcome);
  fram_import_preview_show_result (self->preview, outcome->result, TRUE);
  show_step (self, STEP_DONE);
}

static void
on_undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_undo_finish (FRAM_DESK (source), result, &error);

  if (!end_work (self))
    return;
  show_step (self, STEP_DONE);
  if (what != NULL)
    {
      take_outcome (self, NULL);
      gtk_widget_set_visible (self->undo, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->next));
    }
  say (self, what != NULL ? what : error->message);
}

static void
preview (FramImportAssistant *self)
{
  FramWork *work =
      begin_work (self, _ ("Looking Through the Files"), _ ("Every line is checked, and nothing is written."));

  for (guint i = 0; i < self->sources->len; i++)
    fram_import_memory_keep (g_ptr_array_index (self->sources, i));
  fram_import_run_async (self->desk, self->sources, TRUE, work, on_previewed_cb, g_object_ref (self));
}

static void
import (FramImportAssistant *self)
{
  FramWork *work = begin_work (self, _ ("Importing"), _ ("All of it is written, or nothing."));

  fram_import_run_async (self->desk, self->sources, FALSE, work, on_imported_cb, g_object_ref (self));
}

static void
on_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramImportAssistant *self = data;

  if (self->step == STEP_FILES)
    preview (self);
  else if (self->step == STEP_PREVIEW)
    import (self);
  else if (self->step == STEP_DONE)
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  FramImportAssistant *self = data;

  show_step (self, self->step == STEP_PREVIEW ? STEP_FILES : STEP_CHOOSE);
}

static void
on_undo_clicked_cb (FramImportAssistant *self)
{
  FramWork *work = begin_work (self, _ ("Undoing the Import"), _ ("What it added is taken out again."));

  fram_desk_undo_watched_async (self->desk, FALSE, fram_work_tell, work, on_undone_cb, g_object_ref (self));
}

static void
on_again_clicked_cb (FramImportAssistant *self)
{
  take_outcome (self, NULL);
  show_step (self, STEP_CHOOSE);
}

static void
on_files_changed_cb (FramImportAssistant *self)
{
  if (self->step == STEP_FILES && self->work == NULL)
    enable (self, "next", may_go_on (self));
}

/* Choosing */

static void
take_list (FramImportAssistant *self, GListModel *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  fram_import_assistant_take (self, (const char *const *)paths);
}

static void
on_chosen_cb (GtkFileChooserNative *dialog, int response, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT && self->desk != NULL)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      take_list (self, files);
    }
  g_object_unref (dialog);
}

static void
add_table_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new (), all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, tables);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
choose (FramImportAssistant *self, gboolean folder)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      folder ? _ ("Choose a Folder") : _ ("Choose Files"), GTK_WINDOW (self),
      folder ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), !folder);
  if (!folder)
    add_table_filter (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_choose_files_cb (FramImportAssistant *self)
{
  choose (self, FALSE);
}

static void
on_choose_folder_cb (FramImportAssistant *self)
{
  choose (self, TRUE);
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  FramImportAssistant *self = data;
  g_auto (GStrv) paths = fram_import_paths_of_drop (value);

  if (self->work != NULL || paths[0] == NULL)
    return FALSE;
  fram_import_assistant_take (self, (const char *const *)paths);
  return TRUE;
}

/* The list of problems as a text file */

static void
on_problems_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source)), *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error) || self->desk == NULL)
    return;
  sentence = g_strdup_printf (_ ("“%s” could not be written; choose another place."), name);
  say (self, sentence);
}

static void
on_problems_chosen_cb (GtkFileChooserNative *dialog, int response, gpointer data)
{
  g_autoptr (FramImportAssistant) self = data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;

  if (response == GTK_RESPONSE_ACCEPT && self->outcome != NULL)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      text = fram_problems_format (self->outcome->problems);
      bytes = g_bytes_new_take (text, strlen (text));
      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                           on_problems_written_cb, g_object_ref (self));
    }
  g_object_unref (dialog);
}

static void
on_save_problems_cb (FramImportAssistant *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Save the List of Problems"), GTK_WINDOW (self),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("problems.txt"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_problems_chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
fram_import_assistant_close_request (GtkWindow *window)
{
  FramImportAssistant *self = FRAM_IMPORT_ASSISTANT (window);

  if (self->work != NULL)
    fram_work_stop (self->work);
  return GTK_WINDOW_CLASS (fram_import_assistant_parent_class)->close_request (window);
}

static void
fram_import_assistant_dispose (GObject *object)
{
  FramImportAssistant *self = FRAM_IMPORT_ASSISTANT (object);

  if (self->work != NULL)
    fram_work_stop (self->work);
  g_clear_handle_id (&self->looking, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_IMPORT_ASSISTANT);
  g_clear_object (&self->desk);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->work, fram_work_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->outcome, fram_import_outcome_free);
  G_OBJECT_CLASS (fram_import_assistant_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, title);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, back);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, trouble);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, sentence);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, stack);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, choose_files);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, files);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, preview);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, busy);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, bar);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, stop);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, bottom);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, again);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, undo);
  gtk_widget_class_bind_template_child (klass, FramImportAssistant, next);
}

static void
fram_import_assistant_class_init (FramImportAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_import_assistant_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = fram_import_assistant_close_request;
  g_type_ensure (FRAM_TYPE_IMPORT_FILES);
  g_type_ensure (FRAM_TYPE_IMPORT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-import-assistant.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_files_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_problems_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
}

static void
fram_import_assistant_init (FramImportAssistant *self)
{
  static const GActionEntry entries[] = { { "next", on_next }, { "back", on_back } };
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "import", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show_step (self, STEP_CHOOSE);
}

/**
 * fram_import_assistant_new:
 * @desk: where to import
 * @parent: (nullable): the window it belongs to
 *
 * Returns: (transfer floating): the assistant at its first step
 */
FramImportAssistant *
fram_import_assistant_new (FramDesk *desk, GtkWindow *parent)
{
  FramImportAssistant *self = g_object_new (FRAM_TYPE_IMPORT_ASSISTANT, "transient-for", parent, NULL);

  self->desk = g_object_ref (desk);
  return self;
}

/**
 * fram_import_assistant_take:
 * @self: the assistant, which is not at work
 * @paths: (array zero-terminated=1): files and directories, chosen or dropped
 *
 * Goes on with these files.
 */
void
fram_import_assistant_take (FramImportAssistant *self, const char *const *paths)
{
  FramWork *work;

  if (self->work != NULL || paths[0] == NULL)
    return;
  work = begin_work (self, _ ("Opening the Files"), NULL);
  take_outcome (self, NULL);
  fram_import_look_async (self->desk, paths, work, on_looked_cb, g_object_ref (self));
}

/**
 * fram_import_paths_of_drop:
 * @value: a #GdkFileList
 *
 * Returns: (transfer full): the files that lie on this computer
 */
GStrv
fram_import_paths_of_drop (const GValue *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}
