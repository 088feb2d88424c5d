#include "fram-card-dialog.h"

#include "fram-card-recipient.h"
#include "fram-card-rows.h"
#include "fram-desk-progression.h"
#include "fram-form-dialog.h"
#include "fram-paper-view.h"
#include "fram-size-bin.h"

#include <glib/gi18n.h>

/* Below so much room the page stands under what it is made of. */
#define WIDE 760

struct _FramCardDialog
{
  AdwWindow parent_instance;

  /* template children */
  FramSizeBin *room;
  AdwToastOverlay *toasts;
  GtkBox *split;
  GtkWidget *choices_room;
  FramCardRecipient *recipient;
  GtkWidget *nothing;
  FramCardRows *rows;
  GtkTextView *own;
  GtkSpinner *spinner;
  FramPaperView *view;

  /* owned */
  FramDesk *desk; /* NULL once it is gone */
  char *case_no;
  FramUuid enrolment;
  GCancellable *loading;

  guint writing;
  gboolean has_names; /* whom the card could be for is known */
};

G_DEFINE_FINAL_TYPE (FramCardDialog, fram_card_dialog, ADW_TYPE_WINDOW)

/* --- reading --- */

typedef struct
{
  char *case_no;
  FramUuid enrolment;
  char *recipient;
  char *own;
  GPtrArray *choices; /* (nullable) as they were chosen */
  gboolean wants_names;
} Request;

typedef struct
{
  GPtrArray *choices;
  GPtrArray *names;
  FramConsent *consent;
  FramPaper *paper;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->case_no);
  g_free (request->recipient);
  g_free (request->own);
  g_clear_pointer (&request->choices, g_ptr_array_unref);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->choices, g_ptr_array_unref);
  g_clear_pointer (&answer->names, g_ptr_array_unref);
  g_clear_pointer (&answer->consent, fram_consent_free);
  g_clear_pointer (&answer->paper, fram_paper_unref);
  g_free (answer);
}

static gboolean
read_parts (FramDesk *desk, const Request *request, Answer *answer, GError **error)
{
  FramCardOrder order = { request->case_no, &request->enrolment, NULL, request->own, request->recipient };

  answer->choices = fram_desk_card_choices (desk, request->case_no, &request->enrolment, error);
  if (answer->choices == NULL)
    return FALSE;
  if (request->choices != NULL)
    fram_card_choices_carry_over (answer->choices, request->choices);
  order.choices = answer->choices;
  if (request->wants_names)
    answer->names = fram_desk_card_recipients (desk, request->case_no, &request->enrolment, error);
  if (request->wants_names && answer->names == NULL)
    return FALSE;
  if (request->recipient != NULL)
    answer->consent = fram_desk_card_consent (desk, request->case_no, request->recipient, error);
  if (request->recipient != NULL && answer->consent == NULL)
    return FALSE;
  answer->paper = fram_desk_card_paper (desk, &order, error);
  return answer->paper != NULL;
}

static gpointer
read_card (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  if (read_parts (desk, data, answer, error))
    return answer;
  answer_free (answer);
  return NULL;
}

/* --- showing --- */

static void load (FramCardDialog *self);

/* What has no room, and why it does not go out yet. */
static char *
remark_of (const Answer *answer, gboolean lacks_name)
{
  const GPtrArray *left_out = fram_adaptation_card_paper_get_left_out (answer->paper);
  g_autoptr (GString) remark = g_string_new (NULL);

  if (lacks_name)
    g_string_append (remark, C_ ("card", "Write who gets the card. Then it can be printed."));
  else if (answer->consent != NULL && answer->consent->state != FRAM_CONSENT_VALID)
    g_string_append (remark,
                     C_ ("card", "Ask the participant and write the consent down. Then the card can be printed."));
  for (guint i = 0; i < left_out->len; i++)
    {
      g_autofree char *line =
          /* Translators: a line of the adaptation card */
          g_strdup_printf (C_ ("card", "There is no room on the page for “%s”."), (const char *)left_out->pdata[i]);

      g_string_append_printf (remark, "%s%s", remark->len > 0 ? "\n" : "", line);
    }
  return remark->len > 0 ? g_strdup (remark->str) : NULL;
}

static void
show_answer (FramCardDialog *self, const Answer *answer)
{
  gboolean lacks_name = fram_card_recipient_lacks_name (self->recipient);
  g_autofree char *remark = remark_of (answer, lacks_name);

  fram_card_rows_show (self->rows, answer->choices);
  gtk_widget_set_visible (self->nothing, answer->choices->len == 0);
  if (answer->names != NULL)
    {
      fram_card_recipient_set_names (self->recipient, answer->names);
      self->has_names = TRUE;
    }
  fram_card_recipient_set_consent (self->recipient, answer->consent);
  fram_paper_view_set_paper (self->view, answer->paper);
  fram_paper_view_set_remark (self->view, remark);
  /* what does not go out yet is looked at only */
  fram_paper_view_set_waiting (self->view,
                               lacks_name || (answer->consent != NULL && answer->consent->state != FRAM_CONSENT_VALID));
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramCardDialog) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk != NULL && self->loading == g_task_get_cancellable (G_TASK (result)))
    {
      g_clear_object (&self->loading);
      gtk_spinner_set_spinning (self->spinner, FALSE);
      if (answer != NULL)
        show_answer (self, answer);
      else
        fram_paper_view_set_trouble (self->view, error->message);
    }
  g_clear_pointer (&answer, answer_free);
}

static char *
own_words (FramCardDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->own);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
load (FramCardDialog *self)
{
  GPtrArray *choices = fram_card_rows_get_choices (self->rows);
  Request *request;

  if (self->desk == NULL)
    return;
  request = g_new0 (Request, 1);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  request->case_no = g_strdup (self->case_no);
  request->enrolment = self->enrolment;
  request->recipient = fram_card_recipient_get (self->recipient);
  request->own = own_words (self);
  request->choices = choices != NULL ? fram_card_choices_copy (choices) : NULL;
  request->wants_names = !self->has_names;
  fram_paper_view_set_trouble (self->view, NULL);
  fram_paper_view_set_waiting (self->view, TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  fram_desk_run_async (self->desk, read_card, request, request_free, answer_free, self->loading, on_loaded_cb,
                       g_object_ref (self));
}

/* --- callbacks --- */

static void
on_undo_clicked_cb (FramCardDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
on_written_cb (FramCardDialog *self, const char *what)
{
  g_autofree char *escaped = g_markup_escape_text (what, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
  load (self);
}

/* --- the yes to a line that was seen --- */

typedef struct
{
  FramUuid seen;
  gboolean agreed;
} Agreement;

static gpointer
write_agreement (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Agreement *agreement = data;
  char *what = NULL;

  return fram_desk_agree_seen (desk, &agreement->seen, agreement->agreed, &what, error) ? what : NULL;
}

static void
on_agreed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramCardDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  self->writing--;
  if (self->desk == NULL)
    return;
  if (what != NULL)
    on_written_cb (self, what);
  else
    load (self);
  if (error != NULL)
    fram_paper_view_set_trouble (self->view, error->message);
}

static void
on_answered_cb (FramCardDialog *self, const char *id, gboolean yes)
{
  Agreement *agreement;

  if (self->desk == NULL)
    return;
  agreement = g_new0 (Agreement, 1);
  agreement->agreed = yes;
  if (!fram_uuid_parse (id, &agreement->seen))
    g_return_if_reached ();
  self->writing++;
  fram_desk_run_async (self->desk, write_agreement, agreement, g_free, g_free, NULL, on_agreed_cb, g_object_ref (self));
}

/* What was undone or changed in another window; what is being written here is read when it is written. */
static void
on_changed_cb (FramCardDialog *self)
{
  if (self->writing == 0)
    load (self);
}

static void
on_trouble_cb (FramCardDialog *self, const char *sentence)
{
  fram_paper_view_set_trouble (self->view, sentence);
}

/* The page beside what it is made of, or below it. */
static void
on_room_changed_cb (FramCardDialog *self)
{
  gboolean wide = fram_size_bin_get_room (self->room) >= WIDE;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (self->choices_room, wide ? 400 : -1, wide ? -1 : 220);
  gtk_widget_set_hexpand (self->choices_room, !wide);
}

/* --- vfuncs --- */

static void
fram_card_dialog_dispose (GObject *object)
{
  FramCardDialog *self = FRAM_CARD_DIALOG (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->desk);
  if (self->view != NULL)
    fram_paper_view_close (self->view);
  if (self->recipient != NULL)
    fram_card_recipient_close (self->recipient);
  gtk_widget_dispose_template (GTK_WIDGET (self), FRAM_TYPE_CARD_DIALOG);
  g_clear_pointer (&self->case_no, g_free);
  G_OBJECT_CLASS (fram_card_dialog_parent_class)->dispose (object);
}

static void
fram_card_dialog_class_init (FramCardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_card_dialog_dispose;
  g_type_ensure (FRAM_TYPE_CARD_RECIPIENT);
  g_type_ensure (FRAM_TYPE_CARD_ROWS);
  g_type_ensure (FRAM_TYPE_PAPER_VIEW);
  g_type_ensure (FRAM_TYPE_SIZE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-card-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramCardDialog, child)
  BIND (room);
  BIND (toasts);
  BIND (split);
  BIND (choices_room);
  BIND (recipient);
  BIND (nothing);
  BIND (rows);
  BIND (own);
  BIND (spinner);
  BIND (view);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed_cb);
}

static void
fram_card_dialog_init (FramCardDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
connect_parts (FramCardDialog *self)
{
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "answered", G_CALLBACK (on_answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recipient, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recipient, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recipient, "trouble", G_CALLBACK (on_trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->own), "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "person-changed", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);
}

/**
 * fram_card_dialog_new:
 * @desk: the register with its person
 * @parent: a widget of the window
 * @what: the participant, with the enrolment that is shown
 *
 * Returns: (transfer floating): the dialog; it goes when somebody else sits down
 */
GtkWindow *
fram_card_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what)
{
  FramCardDialog *self = g_object_new (FRAM_TYPE_CARD_DIALOG, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FRAM_IS_DESK (desk) && what != NULL, NULL);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  /* Translators: the title of a window: the adaptation card of a participant */
  title = g_strdup_printf (C_ ("card", "Adaptation card, %s"), what->person->row->name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->desk = g_object_ref (desk);
  self->case_no = g_strdup (what->person->row->case_no);
  self->enrolment = what->enrolment;
  fram_card_rows_set_may_answer (self->rows, fram_desk_get_read_only_reason (desk) == NULL);
  fram_card_recipient_set_up (self->recipient, desk, self->case_no);
  fram_paper_view_set_up (self->view, desk, GTK_WINDOW (self));
  connect_parts (self);
  load (self);
  return GTK_WINDOW (self);
}

/**
 * fram_card_dialog_is_idle:
 * @self: a dialog
 *
 * Returns: whether the card is shown as it was chosen, and nothing is being written, saved or printed
 */
gboolean
fram_card_dialog_is_idle (FramCardDialog *self)
{
  g_return_val_if_fail (FRAM_IS_CARD_DIALOG (self), TRUE);
  return self->loading == NULL && self->writing == 0 && !fram_card_recipient_is_busy (self->recipient) &&
         !fram_paper_view_is_busy (self->view);
}

/**
 * fram_card_dialog_save:
 * @self: a dialog
 * @path: where the card goes
 *
 * Saves the card in view off the main loop; what goes wrong is said in the dialog.
 */
void
fram_card_dialog_save (FramCardDialog *self, const char *path)
{
  g_return_if_fail (FRAM_IS_CARD_DIALOG (self) && path != NULL);
  fram_paper_view_save (self->view, path);
}
