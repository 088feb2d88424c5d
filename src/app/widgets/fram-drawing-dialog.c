#include "fram-drawing-dialog.h"

#include "fram-paper-view.h"

#include <glib/gi18n.h>

struct _FramDrawingDialog
{
  AdwWindow parent_instance;

  /* template children */
  FramPaperView *view;
};

G_DEFINE_FINAL_TYPE (FramDrawingDialog, fram_drawing_dialog, ADW_TYPE_WINDOW)

static void
fram_drawing_dialog_dispose (GObject *object)
{
  FramDrawingDialog *self = FRAM_DRAWING_DIALOG (object);

  if (self->view != NULL)
    fram_paper_view_close (self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_DRAWING_DIALOG);
  G_OBJECT_CLASS (fram_drawing_dialog_parent_class)->dispose (object);
}

static void
fram_drawing_dialog_class_init (FramDrawingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_drawing_dialog_dispose;
  g_type_ensure (FRAM_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-drawing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramDrawingDialog, view);
}

static void
fram_drawing_dialog_init (FramDrawingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_drawing_dialog_new:
 * @desk: the register with its person
 * @parent: a widget of the window
 * @paper: what is printed or saved
 *
 * Returns: (transfer floating): the dialog; it goes when somebody else sits down
 */
GtkWindow *
fram_drawing_dialog_new (FramDesk *desk, GtkWidget *parent, FramPaper *paper)
{
  FramDrawingDialog *self = g_object_new (FRAM_TYPE_DRAWING_DIALOG, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FRAM_IS_DESK (desk) && paper != NULL, NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  title = g_strdup_printf (_ ("Print %s"), paper->title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  fram_paper_view_set_up (self->view, desk, GTK_WINDOW (self));
  fram_paper_view_set_paper (self->view, paper);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/**
 * fram_drawing_dialog_is_idle:
 * @self: a dialog
 *
 * Returns: whether nothing is being saved or printed
 */
gboolean
fram_drawing_dialog_is_idle (FramDrawingDialog *self)
{
  g_return_val_if_fail (FRAM_IS_DRAWING_DIALOG (self), TRUE);
  return !fram_paper_view_is_busy (self->view);
}

/**
 * fram_drawing_dialog_save:
 * @self: a dialog
 * @path: where the drawing goes
 *
 * Saves the drawing off the main loop; what goes wrong is said in the dialog.
 */
void
fram_drawing_dialog_save (FramDrawingDialog *self, const char *path)
{
  g_return_if_fail (FRAM_IS_DRAWING_DIALOG (self) && path != NULL);
  fram_paper_view_save (self->view, path);
}
