#include "fram-print-dialog.h"

#include "fram-desk-roster.h"
#include "fram-paper-view.h"
#include "fram-print-draw.h"

#include <glib/gi18n-lib.h>

struct _FramPrintDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkDropDown *kind;
  GtkLabel *span;
  GtkWidget *previous_span;
  GtkWidget *next_span;
  FramPaperView *view;

  /* owned */
  FramDesk *desk;
  FramRosterSheet *sheet;
  GCancellable *loading;

  FramUuid activity;
  FramDate day;
};

G_DEFINE_FINAL_TYPE (FramPrintDialog, fram_print_dialog, ADW_TYPE_WINDOW)

static FramPrintKind
get_kind (FramPrintDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->kind);

  return chosen < FRAM_N_PRINT_KINDS ? (FramPrintKind)chosen : FRAM_PRINT_SIGNATURES_DAY;
}

/* --- what is shown --- */

/* On the screen only: paper does not tell that somebody is protected. */
static void
show_withheld (FramPrintDialog *self)
{
  guint n = self->sheet->withheld;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u person with protected identity is not on this sheet. Mark attendance in the program instead.",
                "%u people with protected identity are not on this sheet. Mark attendance in the program instead.", n),
      n);

  fram_paper_view_set_remark (self->view, n > 0 ? text : NULL);
}

static void
show_sheet (FramPrintDialog *self)
{
  g_autofree char *span = fram_print_span_to_words (self->sheet->kind, self->sheet->from);
  g_autofree char *title = g_strdup_printf (_ ("Print %s"), self->sheet->name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_label (self->span, span);
  show_withheld (self);
}

/* --- reading the sheet --- */

typedef struct
{
  FramUuid activity;
  FramPrintKind kind;
  FramDate day;
  int step;
} Request;

typedef struct
{
  FramRosterSheet *sheet;
  FramDate day;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  fram_roster_sheet_unref (answer->sheet);
  g_free (answer);
}

static FramDate
step_day (FramDesk *desk, const Request *request)
{
  if (request->step == 0)
    return request->day;
  if (fram_print_kind_is_of_day (request->kind))
    return fram_desk_next_day (desk, &request->activity, request->day, request->step);
  if (request->kind == FRAM_PRINT_MONTH)
    return fram_date_add_months (request->day, request->step);
  return request->day + 7 * request->step;
}

static gpointer
load_sheet (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  FramDate day = step_day (desk, request);
  FramRosterSheet *sheet = fram_desk_roster_sheet (desk, &request->activity, request->kind, day, error);
  Answer *answer;

  if (sheet == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->sheet = sheet;
  answer->day = day;
  return answer;
}

static void
take_answer (FramPrintDialog *self, Answer *answer)
{
  g_autoptr (FramPaper) paper = fram_roster_sheet_get_paper (answer->sheet);

  fram_paper_view_set_paper (self->view, paper);
  g_clear_pointer (&self->sheet, fram_roster_sheet_unref);
  self->sheet = fram_roster_sheet_ref (answer->sheet);
  self->day = answer->day;
  show_sheet (self);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramPrintDialog) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL && self->loading == g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_object (&self->loading);
      fram_paper_view_set_trouble (self->view, error != NULL ? error->message : NULL);
      if (answer != NULL)
        take_answer (self, answer);
      fram_paper_view_set_waiting (self->view, FALSE);
    }
  g_clear_pointer (&answer, answer_free);
}

static void
load (FramPrintDialog *self, int step)
{
  Request *request = g_new0 (Request, 1);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  request->activity = self->activity;
  request->kind = get_kind (self);
  request->day = self->day;
  request->step = step;
  fram_paper_view_set_waiting (self->view, TRUE);
  fram_desk_run_async (self->desk, load_sheet, request, g_free, answer_free, self->loading, on_loaded_cb,
                       g_object_ref (self));
}

/* --- ways out --- */

/**
 * fram_print_dialog_save:
 * @self: a dialog
 * @path: where the sheet goes
 *
 * Saves the sheet in view off the main loop; what goes wrong is said in the dialog.
 */
void
fram_print_dialog_save (FramPrintDialog *self, const char *path)
{
  g_return_if_fail (FRAM_IS_PRINT_DIALOG (self) && path != NULL);
  fram_paper_view_save (self->view, path);
}

/* --- moving about --- */

static void
on_kind_changed_cb (FramPrintDialog *self)
{
  if (self->desk != NULL)
    load (self, 0);
}

static void
on_previous_span_cb (FramPrintDialog *self)
{
  load (self, -1);
}

static void
on_next_span_cb (FramPrintDialog *self)
{
  load (self, 1);
}

static void
do_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  load (FRAM_PRINT_DIALOG (widget), g_variant_get_int32 (parameter));
}

static void
fram_print_dialog_dispose (GObject *object)
{
  FramPrintDialog *self = FRAM_PRINT_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  if (self->view != NULL)
    fram_paper_view_close (self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_PRINT_DIALOG);
  g_clear_pointer (&self->sheet, fram_roster_sheet_unref);
  G_OBJECT_CLASS (fram_print_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-print-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramPrintDialog, child)
  BIND (kind);
  BIND (span);
  BIND (previous_span);
  BIND (next_span);
  BIND (view);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_span_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_span_cb);
}

static void
fram_print_dialog_class_init (FramPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_print_dialog_dispose;
  g_type_ensure (FRAM_TYPE_PAPER_VIEW);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "sheet.step", "i", do_step);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "sheet.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "sheet.step", "i", -1);
}

static void
on_kind_set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
on_kind_bound_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The button's text wraps where letters are large; the list keeps the usual one. */
static void
let_kind_wrap (FramPrintDialog *self)
{
  g_autoptr (GtkListItemFactory) wrapping = gtk_signal_list_item_factory_new ();

  g_signal_connect (wrapping, "setup", G_CALLBACK (on_kind_set_up_cb), NULL);
  g_signal_connect (wrapping, "bind", G_CALLBACK (on_kind_bound_cb), NULL);
  gtk_drop_down_set_list_factory (self->kind, gtk_drop_down_get_factory (self->kind));
  gtk_drop_down_set_factory (self->kind, wrapping);
}

static void
fram_print_dialog_init (FramPrintDialog *self)
{
  const char *names[FRAM_N_PRINT_KINDS + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FRAM_N_PRINT_KINDS; i++)
    names[i] = fram_print_kind_get_name ((FramPrintKind)i);
  list = gtk_string_list_new (names);
  let_kind_wrap (self);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (list));
}

/**
 * fram_print_dialog_new:
 * @desk: the register with its person
 * @parent: a widget of the window
 * @activity: a workshop or group
 * @kind: which sheet is shown first
 * @day: a day of it
 *
 * Returns: (transfer floating): the dialog; it goes when somebody else sits down
 */
GtkWindow *
fram_print_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *activity, FramPrintKind kind, FramDate day)
{
  FramPrintDialog *self = g_object_new (FRAM_TYPE_PRINT_DIALOG, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->activity = *activity;
  self->day = day;
  gtk_drop_down_set_selected (self->kind, kind);
  self->desk = g_object_ref (desk);
  fram_paper_view_set_up (self->view, desk, GTK_WINDOW (self));
  g_signal_connect_object (desk, "person-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
  load (self, 0);
  return GTK_WINDOW (self);
}

/**
 * fram_print_dialog_get_sheet:
 * @self: a dialog
 *
 * Returns: (nullable): the sheet in view
 */
const FramRosterSheet *
fram_print_dialog_get_sheet (FramPrintDialog *self)
{
  g_return_val_if_fail (FRAM_IS_PRINT_DIALOG (self), NULL);
  return self->sheet;
}

/**
 * fram_print_dialog_is_idle:
 * @self: a dialog
 *
 * Returns: whether what was asked for is shown and nothing is being saved or printed
 */
gboolean
fram_print_dialog_is_idle (FramPrintDialog *self)
{
  g_return_val_if_fail (FRAM_IS_PRINT_DIALOG (self), TRUE);
  return self->loading == NULL && !fram_paper_view_is_busy (self->view);
}
