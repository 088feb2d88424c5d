#include "fram-ask-workshop-dialog.h"

#include "fram-choices.h"
#include "fram-desk-question.h"
#include "fram-field-error.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

struct _FramAskWorkshopDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *form;
  AdwComboRow *workshop;
  AdwEntryRow *text;
  FramFieldError *text_error;
  AdwPreferencesGroup *earlier;

  /* owned */
  GPtrArray *rows; /* borrowed widgets */

  FramUuid enrolment;
  gboolean asks;
};

G_DEFINE_FINAL_TYPE (FramAskWorkshopDialog, fram_ask_workshop_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  FramUuid enrolment;
  FramUuid activity;
  char *text;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->text);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  fram_desk_ask_workshop (desk, &work->enrolment, &work->activity, work->text, &what, error);
  return what;
}

static gboolean
fram_ask_workshop_dialog_write (FramFormDialog *dialog)
{
  FramAskWorkshopDialog *self = FRAM_ASK_WORKSHOP_DIALOG (dialog);
  const char *where = fram_choices_get (self->workshop);
  Work *work = g_new0 (Work, 1);

  work->enrolment = self->enrolment;
  if (!fram_field_error_read_text (self->text_error, _ ("Write what you want to know of the workshop."), &work->text) ||
      where == NULL || !fram_uuid_parse (where, &work->activity))
    {
      work_free (work);
      fram_field_error_focus (self->text_error);
      return FALSE;
    }
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_ask_workshop_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

/* ---- what was asked before ---- */

static char *
answer_words (const FramWorkshopQuestion *question)
{
  g_autofree char *day =
      fram_date_to_day_month (question->answered != FRAM_DATE_NONE ? question->answered : question->day);
  g_autofree char *said = NULL;
  const char *name;

  if (question->answer < 0)
    return question->asked ? g_strdup_printf (_ ("No answer yet; asked %s"), day)
                           : g_strdup (_ ("Asked after three days in the workshop"));
  name = fram_workshop_answer_get_name ((FramWorkshopAnswer)question->answer);
  if (question->answer == FRAM_WORKSHOP_IN_WORDS)
    said = g_strdup (question->answer_text);
  else
    said = question->answer_text != NULL ? g_strdup_printf ("%s: %s", name, question->answer_text) : g_strdup (name);
  if (question->answerer == NULL)
    return g_strdup_printf ("%s · %s", said, day);
  return g_strdup_printf ("%s · %s, %s", said, question->answerer, day);
}

static gpointer
withdraw (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  fram_desk_withdraw_question (desk, data, &what, error);
  return what;
}

static void read_again (FramAskWorkshopDialog *self);

static void
on_withdrawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAskWorkshopDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  if (what == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    g_signal_emit_by_name (self, "written", what);
  read_again (self);
}

static void
on_withdraw_clicked_cb (FramAskWorkshopDialog *self, GtkButton *button)
{
  const FramUuid *question = g_object_get_data (G_OBJECT (button), "question");

  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), withdraw,
                       g_memdup2 (question, sizeof *question), g_free, g_free, NULL, on_withdrawn_cb,
                       g_object_ref (self));
}

static void
add_withdraw (FramAskWorkshopDialog *self, AdwActionRow *row, const FramWorkshopQuestion *question)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Take Back"));
  g_autofree char *name = g_strdup_printf (_ ("Take back: %s"), question->text);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  fram_widget_set_accessible_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "question", g_memdup2 (&question->id, sizeof question->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_withdraw_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (FramAskWorkshopDialog *self, const FramWorkshopQuestion *question)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *answer = answer_words (question);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", question->activity_name, answer);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), question->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (question->may_withdraw)
    add_withdraw (self, ADW_ACTION_ROW (row), question);
  adw_preferences_group_add (self->earlier, row);
  g_ptr_array_add (self->rows, row);
}

typedef struct
{
  GPtrArray *workshops;
  GPtrArray *questions;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->workshops, g_ptr_array_unref);
  g_clear_pointer (&answer->questions, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
read_all (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->workshops = fram_desk_askable_workshops (desk, data, error);
  answer->questions = answer->workshops != NULL ? fram_desk_workshop_answers (desk, data, error) : NULL;
  if (answer->questions != NULL && fram_desk_see_workshop_answers (desk, data, error))
    return answer;
  answer_free (answer);
  return NULL;
}

static void
show_workshops (FramAskWorkshopDialog *self, const GPtrArray *workshops)
{
  g_autofree char *chosen = g_strdup (fram_choices_get (self->workshop));

  fram_choices_clear (self->workshop);
  for (guint i = 0; i < workshops->len; i++)
    {
      const FramAskedWorkshop *one = g_ptr_array_index (workshops, i);
      char id[FRAM_UUID_TEXT_SIZE];

      fram_choices_add (self->workshop, fram_uuid_format (&one->activity, id), one->name);
    }
  if (chosen != NULL)
    fram_choices_select (self->workshop, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), workshops->len > 0);
  if (workshops->len == 0 && self->asks)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self),
                                  _ ("The participant is in no workshop now, so there is nobody to ask."));
}

static void
show_questions (FramAskWorkshopDialog *self, const GPtrArray *questions)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->earlier, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < questions->len; i++)
    add_row (self, g_ptr_array_index (questions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), questions->len > 0);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAskWorkshopDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) != NULL && answer == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) != NULL)
    {
      show_workshops (self, answer->workshops);
      show_questions (self, answer->questions);
    }
  g_clear_pointer (&answer, answer_free);
}

static void
read_again (FramAskWorkshopDialog *self)
{
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), read_all,
                       g_memdup2 (&self->enrolment, sizeof self->enrolment), g_free, answer_free, NULL, on_read_cb,
                       g_object_ref (self));
}

static void
fram_ask_workshop_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (FRAM_ASK_WORKSHOP_DIALOG (object)->rows);
  G_OBJECT_CLASS (fram_ask_workshop_dialog_parent_class)->finalize (object);
}

static void
fram_ask_workshop_dialog_class_init (FramAskWorkshopDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_ask_workshop_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_ask_workshop_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_ask_workshop_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-ask-workshop-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramAskWorkshopDialog, form);
  gtk_widget_class_bind_template_child (widget_class, FramAskWorkshopDialog, workshop);
  gtk_widget_class_bind_template_child (widget_class, FramAskWorkshopDialog, text);
  gtk_widget_class_bind_template_child (widget_class, FramAskWorkshopDialog, text_error);
  gtk_widget_class_bind_template_child (widget_class, FramAskWorkshopDialog, earlier);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_ask_workshop_dialog_init (FramAskWorkshopDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fram_ask_workshop_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @what: about whom, and whether workshops may be asked
 *
 * Returns: (transfer floating): the dialog
 */
FramAskWorkshopDialog *
fram_ask_workshop_dialog_new (FramDesk *desk, GtkWidget *parent, const FramCase *what)
{
  FramAskWorkshopDialog *self = g_object_new (FRAM_TYPE_ASK_WORKSHOP_DIALOG, NULL);

  self->enrolment = what->enrolment;
  self->asks = what->asks;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Ask the workshop"), _ ("_Ask"));
  gtk_widget_set_visible (GTK_WIDGET (self->form), what->asks);
  read_again (self);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
