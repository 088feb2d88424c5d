#include "fram-indicator-text-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#define LARGEST (1024 * 1024)

struct _FramIndicatorTextDialog
{
  FramFormDialog parent_instance;

  /* template children */
  GtkTextView *view;

  /* owned */
  GtkFileChooserNative *chooser;
};

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramIndicatorTextDialog, fram_indicator_text_dialog, FRAM_TYPE_FORM_DIALOG)

/* What was read, and what the register has of it. */
typedef struct
{
  FramIndicatorSet *set;
  FramIndicatorSet *before;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->set, fram_indicator_set_free);
  g_clear_pointer (&answer->before, fram_indicator_set_free);
  g_free (answer);
}

static FramIndicatorSet *
find_set (const GPtrArray *sets, const char *code)
{
  for (guint i = 0; i < sets->len; i++)
    if (g_strcmp0 (((const FramIndicatorSet *)g_ptr_array_index (sets, i))->code, code) == 0)
      return fram_indicator_set_copy (g_ptr_array_index (sets, i));
  return NULL;
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FramIndicatorSet) set = fram_desk_indicator_set_from_text (desk, data, error);
  g_autoptr (GPtrArray) sets = set != NULL ? fram_desk_indicator_sets (desk, error) : NULL;
  Answer *answer;

  if (sets == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->before = find_set (sets, set->code);
  answer->set = g_steal_pointer (&set);
  return answer;
}

static gboolean
fram_indicator_text_dialog_write (FramFormDialog *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (FRAM_INDICATOR_TEXT_DIALOG (dialog)->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  fram_form_dialog_run (dialog, read_on_desk, gtk_text_buffer_get_text (buffer, &start, &end, FALSE), g_free,
                        answer_free);
  return TRUE;
}

static char *
fram_indicator_text_dialog_done (FramFormDialog *dialog, gpointer data)
{
  Answer *answer = data;

  g_signal_emit (dialog, signals[TAKEN], 0, answer->set, answer->before);
  return NULL;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramIndicatorTextDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else if (length > LARGEST || memchr (text, '\0', length) != NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self),
                                  _ ("This is not a text. Save the set as a text file in UTF-8."));
  else
    {
      g_autofree char *valid = g_utf8_validate (text, (gssize)length, NULL)
                                   ? g_strdup (text)
                                   : g_convert (text, (gssize)length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

      fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), NULL);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), valid != NULL ? valid : "", -1);
    }
}

static void
on_chosen_cb (FramIndicatorTextDialog *self, int response)
{
  g_autoptr (GFile) file =
      response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser)) : NULL;

  if (file != NULL)
    g_file_load_contents_async (file, NULL, on_loaded_cb, g_object_ref (self));
  g_clear_object (&self->chooser);
}

static void
on_open_clicked_cb (FramIndicatorTextDialog *self)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Open a Set of Questions"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
fram_indicator_text_dialog_dispose (GObject *object)
{
  g_clear_object (&FRAM_INDICATOR_TEXT_DIALOG (object)->chooser);
  G_OBJECT_CLASS (fram_indicator_text_dialog_parent_class)->dispose (object);
}

static void
fram_indicator_text_dialog_class_init (FramIndicatorTextDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_indicator_text_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_indicator_text_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_indicator_text_dialog_done;
  signals[TAKEN] = g_signal_new ("taken", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-indicator-text-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramIndicatorTextDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, on_open_clicked_cb);
}

static void
fram_indicator_text_dialog_init (FramIndicatorTextDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_indicator_text_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 *
 * Returns: (transfer floating): the dialog
 */
FramIndicatorTextDialog *
fram_indicator_text_dialog_new (FramDesk *desk, GtkWidget *parent)
{
  FramIndicatorTextDialog *self = g_object_new (FRAM_TYPE_INDICATOR_TEXT_DIALOG, NULL);

  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Questions from a text"), _ ("_Look at it"));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}

GtkTextBuffer *
fram_indicator_text_dialog_get_text (FramIndicatorTextDialog *self)
{
  g_return_val_if_fail (FRAM_IS_INDICATOR_TEXT_DIALOG (self), NULL);
  return gtk_text_view_get_buffer (self->view);
}
