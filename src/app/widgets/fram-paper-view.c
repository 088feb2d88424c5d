#include "fram-paper-view.h"

#include "fram-print-out.h"
#include "fram-sheet-preview.h"

#include <glib/gi18n.h>

struct _FramPaperView
{
  GtkBox parent_instance;

  /* template children */
  GtkRevealer *trouble;
  GtkLabel *sentence;
  FramSheetPreview *preview;
  GtkWidget *pages;
  GtkWidget *previous_page;
  GtkLabel *page_label;
  GtkWidget *next_page;
  GtkWidget *remark;
  GtkLabel *remark_label;
  GtkWidget *save_button;
  GtkMenuButton *more_button;
  GtkWidget *print_button;

  /* owned */
  FramPrintOut *out;

  guint page;
  gboolean waiting; /* what is shown is about to be another */
};

enum
{
  PROP_BUSY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FramPaperView, fram_paper_view, GTK_TYPE_BOX)

/* --- what is shown --- */

static void
show_busy (FramPaperView *self)
{
  gboolean busy = fram_paper_view_is_busy (self);
  gboolean ready = !busy && !self->waiting && fram_paper_view_get_paper (self) != NULL;

  gtk_widget_set_sensitive (self->save_button, ready);
  gtk_widget_set_sensitive (GTK_WIDGET (self->more_button), ready);
  gtk_widget_set_sensitive (self->print_button, ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.save", ready);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
show_page (FramPaperView *self)
{
  FramPaper *paper = fram_paper_view_get_paper (self);
  g_autofree char *text = g_strdup_printf (C_ ("sheet", "Page %1$u of %2$u"), self->page + 1, paper->n_pages);

  gtk_label_set_label (self->page_label, text);
  gtk_widget_set_visible (self->pages, paper->n_pages > 1);
  gtk_widget_set_sensitive (self->previous_page, self->page > 0);
  gtk_widget_set_sensitive (self->next_page, self->page + 1 < paper->n_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.turn", paper->n_pages > 1);
  fram_sheet_preview_show (self->preview, paper, self->page);
}

static void
turn (FramPaperView *self, int step)
{
  FramPaper *paper = fram_paper_view_get_paper (self);

  if (paper == NULL || (step < 0 && self->page == 0) || (step > 0 && self->page + 1 >= paper->n_pages))
    return;
  self->page += (guint)step;
  show_page (self);
}

/* --- callbacks --- */

static void
on_previous_page_cb (FramPaperView *self)
{
  turn (self, -1);
}

static void
on_next_page_cb (FramPaperView *self)
{
  turn (self, 1);
}

static void
do_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FramPaperView *self = FRAM_PAPER_VIEW (widget);

  if (!self->waiting)
    fram_print_out_print (self->out);
}

static void
do_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FramPaperView *self = FRAM_PAPER_VIEW (widget);

  if (!self->waiting)
    fram_print_out_ask_file (self->out, g_variant_get_string (parameter, NULL));
}

static void
do_turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (FRAM_PAPER_VIEW (widget), g_variant_get_int32 (parameter));
}

/* --- vfuncs --- */

static void
fram_paper_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BUSY)
    g_value_set_boolean (value, fram_paper_view_is_busy (FRAM_PAPER_VIEW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
fram_paper_view_dispose (GObject *object)
{
  FramPaperView *self = FRAM_PAPER_VIEW (object);

  fram_paper_view_close (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_PAPER_VIEW);
  G_OBJECT_CLASS (fram_paper_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-paper-view.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramPaperView, child)
  BIND (trouble);
  BIND (sentence);
  BIND (preview);
  BIND (pages);
  BIND (previous_page);
  BIND (page_label);
  BIND (next_page);
  BIND (remark);
  BIND (remark_label);
  BIND (save_button);
  BIND (more_button);
  BIND (print_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_previous_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_page_cb);
}

static void
fram_paper_view_class_init (FramPaperViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fram_paper_view_get_property;
  object_class->dispose = fram_paper_view_dispose;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (FRAM_TYPE_SHEET_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "paper.print", NULL, do_print);
  gtk_widget_class_install_action (widget_class, "paper.save", "s", do_save);
  gtk_widget_class_install_action (widget_class, "paper.turn", "i", do_turn);
}

static void
fram_paper_view_init (FramPaperView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A paper that is a drawing can go into pictures too. */
static void
offer_pictures (FramPaperView *self, gboolean offered)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Save as PN_G Picture …"), "paper.save::png");
  g_menu_append (menu, _ ("Save as _SVG Drawing …"), "paper.save::svg");
  gtk_menu_button_set_menu_model (self->more_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), offered);
}

/**
 * fram_paper_view_set_up:
 * @self: a view
 * @desk: the register, for its log
 * @window: the dialog, which goes once something has gone out
 */
void
fram_paper_view_set_up (FramPaperView *self, FramDesk *desk, GtkWindow *window)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self) && FRAM_IS_DESK (desk) && self->out == NULL);
  self->out = fram_print_out_new (desk, window);
  g_signal_connect_object (self->out, "busy-changed", G_CALLBACK (show_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->out, "trouble", G_CALLBACK (fram_paper_view_set_trouble), self, G_CONNECT_SWAPPED);
  show_busy (self);
}

/**
 * fram_paper_view_close:
 * @self: a view
 *
 * Says that the dialog has gone: what is on its way out ends without a word.
 */
void
fram_paper_view_close (FramPaperView *self)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self));
  if (self->out != NULL)
    fram_print_out_close (self->out);
  g_clear_object (&self->out);
}

/**
 * fram_paper_view_set_paper:
 * @self: a view that is set up
 * @paper: what is printed or saved
 *
 * Shows another paper, from its first page.
 */
void
fram_paper_view_set_paper (FramPaperView *self, FramPaper *paper)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self) && paper != NULL);
  if (self->out == NULL)
    return;
  fram_print_out_set_paper (self->out, paper);
  self->page = 0;
  offer_pictures (self, paper->draw_picture != NULL);
  show_page (self);
  show_busy (self);
}

/**
 * fram_paper_view_get_paper:
 * @self: a view
 *
 * Returns: (nullable): the paper
 */
FramPaper *
fram_paper_view_get_paper (FramPaperView *self)
{
  return self->out != NULL ? fram_print_out_get_paper (self->out) : NULL;
}

/**
 * fram_paper_view_set_waiting:
 * @self: a view
 * @waiting: whether another paper is on its way: what is shown is not printed then
 */
void
fram_paper_view_set_waiting (FramPaperView *self, gboolean waiting)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self));
  self->waiting = waiting;
  show_busy (self);
}

/**
 * fram_paper_view_set_remark:
 * @self: a view
 * @text: (nullable): what is to be known and does not stand on the paper
 */
void
fram_paper_view_set_remark (FramPaperView *self, const char *text)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self));
  gtk_label_set_label (self->remark_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->remark, text != NULL);
}

/**
 * fram_paper_view_set_trouble:
 * @self: a view
 * @sentence: (nullable): what went wrong
 */
void
fram_paper_view_set_trouble (FramPaperView *self, const char *sentence)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self));
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->trouble, sentence != NULL);
}

gboolean
fram_paper_view_is_busy (FramPaperView *self)
{
  g_return_val_if_fail (FRAM_IS_PAPER_VIEW (self), FALSE);
  return self->out != NULL && fram_print_out_is_busy (self->out);
}

/**
 * fram_paper_view_save:
 * @self: a view
 * @path: where the paper goes
 *
 * Saves it off the main loop; what goes wrong is said in the view.
 */
void
fram_paper_view_save (FramPaperView *self, const char *path)
{
  g_return_if_fail (FRAM_IS_PAPER_VIEW (self) && path != NULL);
  if (self->out != NULL)
    fram_print_out_save (self->out, path);
}
