#include "fram-handover-dialog.h"

#include "fram-drawing-dialog.h"
#include "fram-field-error.h"

#include "fram-words.h"

#include <glib/gi18n.h>

/* What is typed is on disk so soon. */
#define SAVE_MS 700

struct _FramHandoverDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *status;
  GtkTextView *texts[FRAM_N_HANDOVER_FIELDS];
  AdwPreferencesGroup *approval;
  AdwEntryRow *approved;
  FramFieldError *approved_error;
  AdwPreferencesGroup *given;
  AdwEntryRow *to;
  FramFieldError *to_error;
  GtkButton *print;
  GtkButton *discard;

  /* owned */
  FramHandover *handover;
  GPtrArray *given_rows; /* borrowed rows of the group */

  FramUuid enrolment;
  FramUuid document;
  guint saving;
  gboolean filling;
  gboolean gone; /* thrown away: nothing of it is written any more */
};

G_DEFINE_FINAL_TYPE (FramHandoverDialog, fram_handover_dialog, FRAM_TYPE_FORM_DIALOG)

typedef enum
{
  DO_SAVE,
  DO_APPROVE,
  DO_GIVE,
  DO_DISCARD
} Deed;

/* What is done on the desk's thread; a draft is written down before anything else is done with it. */
typedef struct
{
  Deed deed;
  FramHandover *handover;
  gboolean write;
  FramDate day;
  char *to;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  fram_handover_free (work->handover);
  g_free (work->to);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  FramHandover *handover = work->handover;
  char *what = NULL;

  if (work->write && !fram_desk_save_handover (desk, handover, error))
    return NULL;
  switch (work->deed)
    {
    case DO_APPROVE: fram_desk_approve_handover (desk, &handover->id, work->day, &what, error); break;
    case DO_GIVE: fram_desk_give_handover (desk, &handover->id, work->to, work->day, &what, error); break;
    case DO_DISCARD: fram_desk_discard_handover (desk, &handover->id, &what, error); break;
    case DO_SAVE:
    default: what = g_strdup (""); break;
    }
  return what;
}

static char *
dup_text (FramHandoverDialog *self, int field)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->texts[field]);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
is_draft (FramHandoverDialog *self)
{
  return self->handover != NULL && self->handover->writes && self->handover->approved == FRAM_DATE_NONE && !self->gone;
}

static Work *
work_new (FramHandoverDialog *self, Deed deed)
{
  Work *work = g_new0 (Work, 1);

  work->deed = deed;
  work->handover = g_new0 (FramHandover, 1);
  work->handover->id = self->handover->id;
  work->handover->participant = self->handover->participant;
  work->handover->enrolment = self->handover->enrolment;
  work->handover->version = self->handover->version;
  work->handover->approved = FRAM_DATE_NONE;
  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    work->handover->texts[field] = dup_text (self, field);
  work->write = is_draft (self);
  return work;
}

static gboolean
fram_handover_dialog_write (FramFormDialog *dialog)
{
  FramHandoverDialog *self = FRAM_HANDOVER_DIALOG (dialog);

  g_clear_handle_id (&self->saving, g_source_remove);
  if (is_draft (self))
    fram_form_dialog_run (dialog, work_on_desk, work_new (self, DO_SAVE), work_free, g_free);
  return TRUE;
}

/* Nothing is said of it: what is written is simply there. */
static char *
fram_handover_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FRAM_HANDOVER_DIALOG (dialog)->handover->is_saved = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (FRAM_HANDOVER_DIALOG (dialog)->discard), TRUE);
  return NULL;
}

static gboolean
on_save_time_cb (gpointer data)
{
  FramHandoverDialog *self = data;

  self->saving = 0;
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
  return G_SOURCE_REMOVE;
}

/* The time runs from the first letter, so that somebody who never stops typing is safe too. */
static void
on_text_changed_cb (FramHandoverDialog *self)
{
  if (self->filling || !is_draft (self))
    return;
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
  if (self->saving == 0)
    self->saving = g_timeout_add (SAVE_MS, on_save_time_cb, self);
}

static void read_again (FramHandoverDialog *self);

static void
on_deed_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramHandoverDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  if (what == NULL)
    {
      self->gone = FALSE;
      fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
      return;
    }
  fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), NULL);
  g_signal_emit_by_name (self, "written", what);
  if (self->gone)
    gtk_window_close (GTK_WINDOW (self));
  else
    read_again (self);
}

static void
run_deed (FramHandoverDialog *self, Work *work)
{
  g_clear_handle_id (&self->saving, g_source_remove);
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), work_on_desk, work, work_free, g_free, NULL,
                       on_deed_done_cb, g_object_ref (self));
}

static void
on_approve_clicked_cb (FramHandoverDialog *self)
{
  FramDate day;
  Work *work;

  if (!fram_field_error_read_date (self->approved_error, TRUE, &day))
    {
      fram_field_error_focus (self->approved_error);
      return;
    }
  work = work_new (self, DO_APPROVE);
  work->day = day;
  run_deed (self, work);
}

static void
on_give_clicked_cb (FramHandoverDialog *self)
{
  char *to = NULL;
  Work *work;

  if (!fram_field_error_read_text (self->to_error, _ ("Write to whom it is given."), &to))
    {
      fram_field_error_focus (self->to_error);
      return;
    }
  work = work_new (self, DO_GIVE);
  work->to = to;
  work->day = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
  run_deed (self, work);
}

static void
on_discard_clicked_cb (FramHandoverDialog *self)
{
  Work *work = work_new (self, DO_DISCARD);

  work->write = FALSE;
  self->gone = TRUE;
  run_deed (self, work);
}

static gpointer
read_paper (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  if (work->write && !fram_desk_save_handover (desk, work->handover, error))
    return NULL;
  return fram_desk_handover_paper (desk, &work->handover->id, error);
}

static void
on_paper_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramHandoverDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FramPaper) paper = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error != NULL ? error->message : NULL);
  if (paper != NULL)
    gtk_window_present (fram_drawing_dialog_new (FRAM_DESK (source), GTK_WIDGET (self), paper));
}

/* What is put out is what is on disk: a draft is written down first. */
static void
on_print_clicked_cb (FramHandoverDialog *self)
{
  Work *work = work_new (self, DO_SAVE);

  work->write = is_draft (self);
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), read_paper, work, work_free,
                       (GDestroyNotify)fram_paper_unref, NULL, on_paper_read_cb, g_object_ref (self));
}

static void
fram_handover_dialog_dispose (GObject *object)
{
  FramHandoverDialog *self = FRAM_HANDOVER_DIALOG (object);

  g_clear_handle_id (&self->saving, g_source_remove);
  G_OBJECT_CLASS (fram_handover_dialog_parent_class)->dispose (object);
}

static void
fram_handover_dialog_finalize (GObject *object)
{
  FramHandoverDialog *self = FRAM_HANDOVER_DIALOG (object);

  g_clear_pointer (&self->handover, fram_handover_free);
  g_ptr_array_unref (self->given_rows);
  G_OBJECT_CLASS (fram_handover_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const texts[FRAM_N_HANDOVER_FIELDS] = { "text0", "text1", "text2", "text3", "text4", "text5" };

  for (gsize i = 0; i < FRAM_N_HANDOVER_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, texts[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (FramHandoverDialog, texts) + i * sizeof (GtkTextView *)));
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, status);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, approval);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, approved);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, approved_error);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, given);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, to);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, to_error);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, print);
  gtk_widget_class_bind_template_child (widget_class, FramHandoverDialog, discard);
}

static void
fram_handover_dialog_class_init (FramHandoverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_handover_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_handover_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_handover_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_handover_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-handover-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_approve_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_give_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_discard_clicked_cb);
}

static void
fram_handover_dialog_init (FramHandoverDialog *self)
{
  self->given_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    g_signal_connect_object (gtk_text_view_get_buffer (self->texts[field]), "changed", G_CALLBACK (on_text_changed_cb),
                             self, G_CONNECT_SWAPPED);
}

static void
show_texts (FramHandoverDialog *self)
{
  self->filling = TRUE;
  for (int field = 0; field < FRAM_N_HANDOVER_FIELDS; field++)
    {
      g_autofree char *shown = dup_text (self, field);

      /* what is right already keeps its cursor */
      if (g_strcmp0 (shown, self->handover->texts[field]) != 0)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->texts[field]), self->handover->texts[field], -1);
      gtk_text_view_set_editable (self->texts[field], is_draft (self));
    }
  self->filling = FALSE;
}

static void
show_given (FramHandoverDialog *self)
{
  for (guint i = 0; i < self->given_rows->len; i++)
    adw_preferences_group_remove (self->given, g_ptr_array_index (self->given_rows, i));
  g_ptr_array_set_size (self->given_rows, 0);
  for (guint i = 0; i < self->handover->given->len; i++)
    {
      const FramGiven *given = g_ptr_array_index (self->handover->given, i);
      g_autofree char *day = fram_date_to_day_month (given->day);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), given->to);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
      adw_preferences_group_add (self->given, row);
      g_ptr_array_add (self->given_rows, row);
    }
}

static void
show_status (FramHandoverDialog *self)
{
  const FramHandover *handover = self->handover;
  g_autofree char *day = handover->approved != FRAM_DATE_NONE ? fram_date_to_day_month (handover->approved) : NULL;
  /* TRANSLATORS: which version of a document it is */
  g_autofree char *title = g_strdup_printf (_ ("Handover sheet, version %d"), handover->version);
  g_autofree char *text = NULL;

  adw_preferences_group_set_title (self->status, title);
  if (day != NULL)
    {
      /* TRANSLATORS: a person, a day */
      text = g_strdup_printf (_ ("%s read and approved this version on %s. It stays as it is."), handover->name, day);
      adw_preferences_group_set_description (self->status, text);
    }
}

static void
show_handover (FramHandoverDialog *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
  char text[FRAM_DATE_TEXT_SIZE];
  gboolean draft = is_draft (self);

  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), self->handover->name);
  show_texts (self);
  show_status (self);
  show_given (self);
  gtk_editable_set_text (GTK_EDITABLE (self->approved), fram_date_format (today, text));
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  gtk_widget_set_visible (GTK_WIDGET (self->approval), draft);
  gtk_widget_set_visible (GTK_WIDGET (self->discard), draft);
  gtk_widget_set_sensitive (GTK_WIDGET (self->discard), self->handover->is_saved);
  gtk_widget_set_visible (GTK_WIDGET (self->given),
                          self->handover->approved != FRAM_DATE_NONE && self->handover->writes);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
}

typedef struct
{
  FramUuid enrolment;
  FramUuid document;
} Reading;

static gpointer
read_handover (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reading *reading = data;

  if (fram_uuid_is_none (&reading->document))
    return fram_desk_begin_handover (desk, &reading->enrolment, error);
  return fram_desk_handover (desk, &reading->document, error);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramHandoverDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FramHandover *handover = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    {
      g_clear_pointer (&handover, fram_handover_free);
      return;
    }
  if (handover == NULL)
    {
      fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
      return;
    }
  g_clear_pointer (&self->handover, fram_handover_free);
  self->handover = handover;
  show_handover (self);
}

static void
start_reading (FramHandoverDialog *self)
{
  Reading reading = { self->enrolment, self->document };

  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), read_handover,
                       g_memdup2 (&reading, sizeof reading), g_free, (GDestroyNotify)fram_handover_free, NULL,
                       on_read_cb, g_object_ref (self));
}

static void
read_again (FramHandoverDialog *self)
{
  self->document = self->handover->id;
  start_reading (self);
}

/**
 * fram_handover_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose
 * @document: (nullable): which version; %NULL for the draft, or a new one
 *
 * Returns: (transfer floating): the dialog
 */
FramHandoverDialog *
fram_handover_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment, const FramUuid *document)
{
  FramHandoverDialog *self = g_object_new (FRAM_TYPE_HANDOVER_DIALOG, NULL);

  self->enrolment = *enrolment;
  if (document != NULL)
    self->document = *document;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Handover sheet"), NULL);
  start_reading (self);
  return self;
}

/* Writes a draft down at once. What is asked of the desk after it finds it on disk. */
void
fram_handover_dialog_flush (FramHandoverDialog *self)
{
  g_return_if_fail (FRAM_IS_HANDOVER_DIALOG (self));
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

gboolean
fram_handover_dialog_is_ready (FramHandoverDialog *self)
{
  g_return_val_if_fail (FRAM_IS_HANDOVER_DIALOG (self), FALSE);
  return self->handover != NULL;
}

GtkTextBuffer *
fram_handover_dialog_get_buffer (FramHandoverDialog *self, FramHandoverField field)
{
  g_return_val_if_fail (FRAM_IS_HANDOVER_DIALOG (self), NULL);
  return gtk_text_view_get_buffer (self->texts[field]);
}
