#include "fram-adaptation-review-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n.h>

struct _FramAdaptationReviewDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *about;
  AdwEntryRow *day;
  FramFieldError *day_error;
  AdwComboRow *outcome;
  AdwEntryRow *note;
  AdwComboRow *status;
  FramFieldError *status_error;
  AdwEntryRow *line;
  FramFieldError *line_error;
  AdwEntryRow *review_by;
  FramFieldError *review_by_error;
  AdwPreferencesGroup *earlier;

  /* owned */
  struct Work *work; /* the newest one */

  FramUuid adaptation;
  FramAdaptationStatus before;
  FramDate begun;    /* a review does not come before it */
  gboolean choosing; /* how it stands, by itself */
  gboolean chosen;   /* the person has said how it stands */
};

G_DEFINE_FINAL_TYPE (FramAdaptationReviewDialog, fram_adaptation_review_dialog, FRAM_TYPE_FORM_DIALOG)

/* Counted, since the desk's thread says in it where something is wrong. */
typedef struct Work
{
  FramUuid adaptation;
  FramReviewEdit edit;
  char *note;
  char *line;
  FramAdaptationField field;
} Work;

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_free (work->note);
  g_free (work->line);
}

static void
work_unref (gpointer work)
{
  g_atomic_rc_box_release_full (work, work_clear);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;
  char *what = NULL;

  fram_desk_review_adaptation (desk, &work->adaptation, &work->edit, &work->field, &what, error);
  return what;
}

static FramReviewOutcome
chosen_outcome (FramAdaptationReviewDialog *self)
{
  FramReviewOutcome outcome = FRAM_REVIEW_HELPS;

  fram_review_outcome_from_code (fram_choices_get (self->outcome), &outcome);
  return outcome;
}

static FramAdaptationStatus
chosen_status (FramAdaptationReviewDialog *self)
{
  FramAdaptationStatus status = self->before;

  fram_adaptation_status_from_code (fram_choices_get (self->status), &status);
  return status;
}

static gboolean
read_fields (FramAdaptationReviewDialog *self, Work *work)
{
  FramFieldError *wrong = NULL;

  if (!fram_field_error_read_date (self->review_by_error, FALSE, &work->edit.review_by))
    wrong = self->review_by_error;
  if (!fram_field_error_read_date (self->day_error, TRUE, &work->edit.day))
    wrong = self->day_error;
  work->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  work->edit.note = work->note;
  work->line = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->line)));
  work->edit.line = work->line;
  work->edit.outcome = chosen_outcome (self);
  work->edit.status = chosen_status (self);
  if (wrong != NULL)
    fram_field_error_focus (wrong);
  return wrong == NULL;
}

static gboolean
fram_adaptation_review_dialog_write (FramFormDialog *dialog)
{
  FramAdaptationReviewDialog *self = FRAM_ADAPTATION_REVIEW_DIALOG (dialog);

  g_clear_pointer (&self->work, work_unref);
  self->work = g_atomic_rc_box_new0 (Work);
  self->work->adaptation = self->adaptation;
  fram_form_dialog_set_trouble (dialog, NULL);
  if (!read_fields (self, self->work))
    return FALSE;
  fram_form_dialog_run (dialog, work_on_desk, g_atomic_rc_box_acquire (self->work), work_unref, g_free);
  return TRUE;
}

static char *
fram_adaptation_review_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

/* Days of the adaptation itself are not of this form: what is wrong with them is said where it stands now. */
static FramFieldError *
error_of (FramAdaptationReviewDialog *self, const Work *work)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));

  if (work->field == FRAM_ADAPTATION_FIELD_REVIEW)
    return self->review_by_error;
  if (work->field == FRAM_ADAPTATION_FIELD_LINE)
    return self->line_error;
  if (work->field != FRAM_ADAPTATION_FIELD_NONE)
    return self->status_error;
  return work->edit.day > today || work->edit.day < self->begun ? self->day_error : NULL;
}

static gboolean
fram_adaptation_review_dialog_refused (FramFormDialog *dialog, const GError *error)
{
  FramAdaptationReviewDialog *self = FRAM_ADAPTATION_REVIEW_DIALOG (dialog);
  FramFieldError *wrong = error_of (self, self->work);

  if (wrong == NULL)
    return FALSE;
  fram_field_error_set (wrong, error->message);
  if (wrong == self->status_error)
    gtk_widget_grab_focus (GTK_WIDGET (self->status));
  else
    fram_field_error_focus (wrong);
  return TRUE;
}

static void
on_status_chosen_cb (FramAdaptationReviewDialog *self)
{
  fram_field_error_set (self->status_error, NULL);
  self->chosen = self->chosen || !self->choosing;
  gtk_widget_set_visible (GTK_WIDGET (self->review_by), fram_adaptation_goes_on (chosen_status (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->line), fram_adaptation_goes_on (chosen_status (self)));
  fram_field_error_set (self->line_error, NULL);
  fram_field_error_set (self->review_by_error, NULL);
}

/* What usually follows from it stands there already, until somebody says otherwise. */
static void
on_outcome_chosen_cb (FramAdaptationReviewDialog *self)
{
  FramAdaptationStatus after = fram_adaptation_after_review (self->before, chosen_outcome (self));
  gboolean choosing = self->choosing;

  if (self->chosen)
    return;
  self->choosing = TRUE;
  fram_choices_select (self->status, fram_adaptation_status_get_code (after));
  self->choosing = choosing;
}

static void
fram_adaptation_review_dialog_dispose (GObject *object)
{
  g_clear_pointer (&FRAM_ADAPTATION_REVIEW_DIALOG (object)->work, work_unref);
  G_OBJECT_CLASS (fram_adaptation_review_dialog_parent_class)->dispose (object);
}

static void
fram_adaptation_review_dialog_class_init (FramAdaptationReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_adaptation_review_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_adaptation_review_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_adaptation_review_dialog_done;
  FRAM_FORM_DIALOG_CLASS (klass)->refused = fram_adaptation_review_dialog_refused;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/framsteg/Framsteg/ui/fram-adaptation-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, about);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, day);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, day_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, outcome);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, status);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, status_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, line);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, line_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, review_by);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, review_by_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationReviewDialog, earlier);
  gtk_widget_class_bind_template_callback (widget_class, on_outcome_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_status_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_adaptation_review_dialog_init (FramAdaptationReviewDialog *self)
{
  self->choosing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < FRAM_N_REVIEW_OUTCOMES; i++)
    fram_choices_add (self->outcome, fram_review_outcome_get_code (i), fram_review_outcome_get_name (i));
}

static void
add_earlier (FramAdaptationReviewDialog *self, const FramAdaptationReview *review)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = fram_date_to_words (review->day);
  const char *outcome = review->outcome >= 0 ? fram_review_outcome_get_name ((FramReviewOutcome)review->outcome) : NULL;
  g_autofree char *title =
      outcome != NULL ? g_strdup_printf (C_ ("adaptation", "%1$s: %2$s"), day, outcome) : g_strdup (day);
  g_autofree char *subtitle = review->note != NULL && review->author != NULL
                                  ? g_strdup_printf ("%s\n%s", review->note, review->author)
                                  : g_strdup (review->note != NULL ? review->note : review->author);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (self->earlier, row);
}

static gpointer
read_earlier (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_adaptation_reviews (desk, data, error);
}

static void
on_earlier_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAdaptationReviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  if (reviews == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    add_earlier (self, g_ptr_array_index (reviews, i));
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), reviews != NULL && reviews->len > 0);
}

static void
fill (FramAdaptationReviewDialog *self, const FramAdaptation *adaptation, FramDate today)
{
  char day[FRAM_DATE_TEXT_SIZE];

  self->adaptation = adaptation->id;
  self->before = adaptation->status;
  self->begun = adaptation->tried_from != FRAM_DATE_NONE ? adaptation->tried_from : adaptation->made;
  adw_preferences_group_set_title (self->about, fram_adaptation_title (adaptation));
  adw_preferences_group_set_description (self->about, adaptation->words);
  gtk_editable_set_text (GTK_EDITABLE (self->day), fram_date_format (today, day));
  gtk_editable_set_text (GTK_EDITABLE (self->line), adaptation->line != NULL ? adaptation->line : "");
  for (guint i = 0; i < FRAM_N_ADAPTATION_STATUSES; i++)
    if (fram_adaptation_may_become (self->before, i))
      fram_choices_add (self->status, fram_adaptation_status_get_code (i), fram_adaptation_status_get_name (i));
  on_outcome_chosen_cb (self);
  on_status_chosen_cb (self);
  self->choosing = FALSE;
}

/**
 * fram_adaptation_review_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @adaptation: what is reviewed
 *
 * Returns: (transfer floating): the dialog
 */
FramAdaptationReviewDialog *
fram_adaptation_review_dialog_new (FramDesk *desk, GtkWidget *parent, const FramAdaptation *adaptation)
{
  FramAdaptationReviewDialog *self = g_object_new (FRAM_TYPE_ADAPTATION_REVIEW_DIALOG, NULL);

  fill (self, adaptation, fram_clock_today (fram_desk_get_clock (desk)));
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, C_ ("adaptation", "Review"), _ ("_Write down"));
  fram_desk_run_async (desk, read_earlier, g_memdup2 (&adaptation->id, sizeof adaptation->id), g_free,
                       (GDestroyNotify)g_ptr_array_unref, NULL, on_earlier_read_cb, g_object_ref (self));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
