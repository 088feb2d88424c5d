#include "fram-form-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  /* template children */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkButton *cancel;
  GtkButton *accept;
  GtkSpinner *spinner;
  GtkRevealer *trouble;
  GtkLabel *sentence;
  AdwPreferencesPage *page;

  /* owned */
  FramDesk *desk;
  GDestroyNotify free_answer;

  gboolean live;    /* written piece by piece */
  gboolean started; /* the fields are filled in; from now on a change is the person's */
  gboolean dirty;   /* a text has been changed and not been written */
  gboolean busy;    /* the desk is at work */
  gboolean again;   /* something was changed meanwhile */
  gboolean closing; /* closes as soon as the work is done */
  gboolean warned;  /* has been asked to close with a field that is wrong */
} FramFormDialogPrivate;

enum
{
  WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static GtkBuildableIface *parent_buildable;

static void fram_form_dialog_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (FramFormDialog, fram_form_dialog, ADW_TYPE_WINDOW,
                                  G_ADD_PRIVATE (FramFormDialog)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, fram_form_dialog_buildable_init))

#define PRIVATE(self) ((FramFormDialogPrivate *)fram_form_dialog_get_instance_private (self))

static void
show_busy (FramFormDialog *self)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  gtk_spinner_set_spinning (priv->spinner, priv->busy && !priv->live);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->accept), !priv->busy);
}

/* Writes what has been changed. Answers whether nothing is left that could not be written. */
static gboolean
write_now (FramFormDialog *self)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  if (priv->busy)
    {
      priv->again = TRUE;
      return TRUE;
    }
  priv->again = FALSE;
  /* a choice that could not be written with a wrong text beside it is not forgotten */
  priv->dirty = !FRAM_FORM_DIALOG_GET_CLASS (self)->write (self);
  return !priv->dirty;
}

static void
finish (FramFormDialog *self, gpointer answer)
{
  FramFormDialogPrivate *priv = PRIVATE (self);
  g_autofree char *what = FRAM_FORM_DIALOG_GET_CLASS (self)->done (self, answer);

  g_signal_emit (self, signals[WRITTEN], 0, what);
  if (priv->live && priv->again)
    write_now (self);
  else if (!priv->live || priv->closing)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* What was written stays in its field, and is still to be written. */
static void
refuse (FramFormDialog *self, const GError *error)
{
  FramFormDialogClass *klass = FRAM_FORM_DIALOG_GET_CLASS (self);

  if (klass->refused == NULL || !klass->refused (self, error))
    fram_form_dialog_set_trouble (self, error->message);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramFormDialog) self = user_data;
  FramFormDialogPrivate *priv = PRIVATE (self);
  g_autoptr (GError) error = NULL;
  GDestroyNotify free_answer = g_steal_pointer (&priv->free_answer);
  gpointer answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  priv->busy = FALSE;
  if (priv->desk == NULL)
    ; /* the window has gone meanwhile */
  else if (error != NULL)
    {
      show_busy (self);
      priv->closing = FALSE;
      refuse (self, error);
    }
  else
    {
      show_busy (self);
      finish (self, answer);
    }
  if (answer != NULL && free_answer != NULL)
    free_answer (answer);
}

static void
on_accept_clicked_cb (FramFormDialog *self)
{
  fram_form_dialog_accept (self);
}

static void
on_focus_changed_cb (FramFormDialog *self)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  if (priv->live && priv->started && priv->dirty)
    write_now (self);
}

static gboolean
fram_form_dialog_close_request (GtkWindow *window)
{
  FramFormDialog *self = FRAM_FORM_DIALOG (window);
  FramFormDialogPrivate *priv = PRIVATE (self);

  /* what is wrong is shown once more; who closes again does not want to keep it */
  if (priv->live && priv->started && priv->dirty && !write_now (self) && !priv->warned)
    {
      priv->warned = TRUE;
      return GDK_EVENT_STOP;
    }
  priv->closing = priv->busy;
  if (priv->busy)
    return GDK_EVENT_STOP;
  priv->started = FALSE;
  return GTK_WINDOW_CLASS (fram_form_dialog_parent_class)->close_request (window);
}

/* Work begins in the first field, not on the button that gives it up. */
static void
fram_form_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (fram_form_dialog_parent_class)->map (widget);
  gtk_widget_child_focus (GTK_WIDGET (PRIVATE (FRAM_FORM_DIALOG (widget))->page), GTK_DIR_TAB_FORWARD);
}

static void
fram_form_dialog_dispose (GObject *object)
{
  FramFormDialogPrivate *priv = PRIVATE (FRAM_FORM_DIALOG (object));

  priv->started = FALSE;
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (fram_form_dialog_parent_class)->dispose (object);
}

static void
fram_form_dialog_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  FramFormDialogPrivate *priv = PRIVATE (FRAM_FORM_DIALOG (buildable));

  if (ADW_IS_PREFERENCES_GROUP (child))
    adw_preferences_page_add (priv->page, ADW_PREFERENCES_GROUP (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
fram_form_dialog_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = fram_form_dialog_add_child;
}

static void
fram_form_dialog_class_init (FramFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_form_dialog_dispose;
  widget_class->map = fram_form_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = fram_form_dialog_close_request;
  signals[WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-form-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, header);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, title);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, cancel);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, accept);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, spinner);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, trouble);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, sentence);
  gtk_widget_class_bind_template_child_private (widget_class, FramFormDialog, page);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
}

static void
fram_form_dialog_init (FramFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (on_focus_changed_cb), NULL);
}

/* Without a button at the top right there is nothing to cancel either: the dialog has the usual button to close it. */
static void
show_as_live (FramFormDialog *self)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->accept), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (priv->cancel), FALSE);
  adw_header_bar_set_show_end_title_buttons (priv->header, TRUE);
}

/**
 * fram_form_dialog_set_up:
 * @self: the dialog
 * @desk: what it writes to
 * @parent: (nullable): a widget of the window that it belongs to
 * @title: its title
 * @accept: (nullable): label with a mnemonic of the button that writes a new thing; %NULL for an existing thing
 */
void
fram_form_dialog_set_up (FramFormDialog *self, FramDesk *desk, GtkWidget *parent, const char *title, const char *accept)
{
  FramFormDialogPrivate *priv = PRIVATE (self);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  priv->desk = g_object_ref (desk);
  priv->live = accept == NULL;
  fram_form_dialog_set_title (self, title);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  if (priv->live)
    show_as_live (self);
  else
    {
      g_auto (GStrv) pieces = g_strsplit (accept, "_", -1);
      g_autofree char *name = g_strjoinv ("", pieces);

      gtk_button_set_label (priv->accept, accept);
      fram_widget_set_accessible_name (priv->accept, name);
    }
}

void
fram_form_dialog_set_title (FramFormDialog *self, const char *title)
{
  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  adw_window_title_set_title (PRIVATE (self)->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* Says that the fields are filled in: changes are from now on the person's. */
void
fram_form_dialog_start (FramFormDialog *self)
{
  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  PRIVATE (self)->started = TRUE;
  PRIVATE (self)->dirty = FALSE;
}

FramDesk *
fram_form_dialog_get_desk (FramFormDialog *self)
{
  g_return_val_if_fail (FRAM_IS_FORM_DIALOG (self), NULL);
  return PRIVATE (self)->desk;
}

gboolean
fram_form_dialog_is_live (FramFormDialog *self)
{
  g_return_val_if_fail (FRAM_IS_FORM_DIALOG (self), FALSE);
  return PRIVATE (self)->live;
}

gboolean
fram_form_dialog_is_busy (FramFormDialog *self)
{
  g_return_val_if_fail (FRAM_IS_FORM_DIALOG (self), FALSE);
  return PRIVATE (self)->busy;
}

/**
 * fram_form_dialog_run:
 * @self: the dialog
 * @func: the work, on the desk's thread
 * @data: (transfer full): what it needs
 * @free_data: how that is freed
 * @free_answer: (nullable): how the answer is freed
 *
 * Hands work to the desk. An error of it is shown at the top of the dialog; else the dialog's `done` gets the answer.
 */
void
fram_form_dialog_run (FramFormDialog *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
                      GDestroyNotify free_answer)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  g_return_if_fail (FRAM_IS_FORM_DIALOG (self) && !priv->busy);
  priv->busy = TRUE;
  priv->free_answer = free_answer;
  show_busy (self);
  fram_form_dialog_set_trouble (self, NULL);
  fram_desk_run_async (priv->desk, func, data, free_data, free_answer, NULL, on_written_cb, g_object_ref (self));
}

/* What the button at the top right does. */
void
fram_form_dialog_accept (FramFormDialog *self)
{
  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  if (!PRIVATE (self)->busy)
    write_now (self);
}

void
fram_form_dialog_text_changed (FramFormDialog *self)
{
  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  PRIVATE (self)->dirty = PRIVATE (self)->started;
  PRIVATE (self)->warned = FALSE;
}

void
fram_form_dialog_choice_made (FramFormDialog *self)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  if (priv->started && priv->live)
    write_now (self);
}

/**
 * fram_form_dialog_set_trouble:
 * @self: the dialog
 * @sentence: (nullable): what was refused and what to do, or %NULL
 */
void
fram_form_dialog_set_trouble (FramFormDialog *self, const char *sentence)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  g_return_if_fail (FRAM_IS_FORM_DIALOG (self));
  if (sentence != NULL)
    gtk_label_set_label (priv->sentence, sentence);
  gtk_revealer_set_reveal_child (priv->trouble, sentence != NULL);
}

const char *
fram_form_dialog_get_trouble (FramFormDialog *self)
{
  FramFormDialogPrivate *priv = PRIVATE (self);

  g_return_val_if_fail (FRAM_IS_FORM_DIALOG (self), NULL);
  return gtk_revealer_get_reveal_child (priv->trouble) ? gtk_label_get_label (priv->sentence) : NULL;
}

void
fram_widget_set_accessible_name (gpointer widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
