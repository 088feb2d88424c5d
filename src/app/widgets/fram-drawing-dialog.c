#include "fram-drawing-dialog.h"

#include "fram-print-out.h"
#include "fram-sheet-preview.h"

#include <glib/gi18n-lib.h>

struct _FramDrawingDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkRevealer *trouble;
  GtkLabel *sentence;
  FramSheetPreview *preview;
  GtkWidget *pages;
  GtkWidget *previous_page;
  GtkLabel *page_label;
  GtkWidget *next_page;
  GtkWidget *save_button;
  GtkMenuButton *more_button;
  GtkWidget *print_button;
  GtkSpinner *spinner;

  /* owned */
  FramPrintOut *out;

  guint page;
};

G_DEFINE_FINAL_TYPE (FramDrawingDialog, fram_drawing_dialog, ADW_TYPE_WINDOW)

static void
say_trouble (FramDrawingDialog *self, const char *sentence)
{
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->trouble, sentence != NULL);
}

static void
show_busy (FramDrawingDialog *self)
{
  gboolean busy = self->out != NULL && fram_print_out_is_busy (self->out);

  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->save_button, !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more_button), !busy);
  gtk_widget_set_sensitive (self->print_button, !busy);
}

static void
show_page (FramDrawingDialog *self)
{
  FramPaper *paper = fram_print_out_get_paper (self->out);
  g_autofree char *text = g_strdup_printf (C_ ("sheet", "Page %1$u of %2$u"), self->page + 1, paper->n_pages);

  gtk_label_set_label (self->page_label, text);
  gtk_widget_set_visible (self->pages, paper->n_pages > 1);
  gtk_widget_set_sensitive (self->previous_page, self->page > 0);
  gtk_widget_set_sensitive (self->next_page, self->page + 1 < paper->n_pages);
  fram_sheet_preview_show (self->preview, paper, self->page);
}

static void
turn (FramDrawingDialog *self, int step)
{
  FramPaper *paper = fram_print_out_get_paper (self->out);

  if ((step < 0 && self->page == 0) || (step > 0 && self->page + 1 >= paper->n_pages))
    return;
  self->page += (guint)step;
  show_page (self);
}

static void
on_previous_page_cb (FramDrawingDialog *self)
{
  turn (self, -1);
}

static void
on_next_page_cb (FramDrawingDialog *self)
{
  turn (self, 1);
}

static void
on_print_clicked_cb (FramDrawingDialog *self)
{
  fram_print_out_print (self->out);
}

static void
do_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  on_print_clicked_cb (FRAM_DRAWING_DIALOG (widget));
}

static void
do_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fram_print_out_ask_file (FRAM_DRAWING_DIALOG (widget)->out, g_variant_get_string (parameter, NULL));
}

static void
do_turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FRAM_DRAWING_DIALOG (widget), g_variant_get_int32 (parameter));
}

static void
fram_drawing_dialog_dispose (GObject *object)
{
  FramDrawingDialog *self = FRAM_DRAWING_DIALOG (object);

  if (self->out != NULL)
    fram_print_out_close (self->out);
  g_clear_object (&self->out);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_DRAWING_DIALOG);
  G_OBJECT_CLASS (fram_drawing_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-drawing-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramDrawingDialog, child)
  BIND (trouble);
  BIND (sentence);
  BIND (preview);
  BIND (pages);
  BIND (previous_page);
  BIND (page_label);
  BIND (next_page);
  BIND (save_button);
  BIND (more_button);
  BIND (print_button);
  BIND (spinner);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_previous_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
}

static void
fram_drawing_dialog_class_init (FramDrawingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_drawing_dialog_dispose;
  g_type_ensure (FRAM_TYPE_SHEET_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "drawing.print", NULL, do_print);
  gtk_widget_class_install_action (widget_class, "drawing.save", "s", do_save);
  gtk_widget_class_install_action (widget_class, "drawing.turn", "i", do_turn);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "drawing.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "drawing.save", "s", "pdf");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "drawing.turn", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "drawing.turn", "i", -1);
}

static void
fram_drawing_dialog_init (FramDrawingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A paper that is a drawing can go into pictures too. */
static void
add_pictures (FramDrawingDialog *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Save as PN_G Picture …"), "drawing.save::png");
  g_menu_append (menu, _ ("Save as _SVG Drawing …"), "drawing.save::svg");
  gtk_menu_button_set_menu_model (self->more_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), TRUE);
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
  self->out = fram_print_out_new (desk, GTK_WINDOW (self));
  fram_print_out_set_paper (self->out, paper);
  g_signal_connect_object (self->out, "busy-changed", G_CALLBACK (show_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->out, "trouble", G_CALLBACK (say_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  if (paper->draw_picture != NULL)
    add_pictures (self);
  show_page (self);
  show_busy (self);
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
  return self->out == NULL || !fram_print_out_is_busy (self->out);
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
  fram_print_out_save (self->out, path);
}
