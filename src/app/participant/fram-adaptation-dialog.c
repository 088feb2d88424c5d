#include "fram-adaptation-dialog.h"

#include "fram-need-group.h"
#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n.h>

struct _FramAdaptationDialog
{
  FramFormDialog parent_instance;

  /* template children */
  FramNeedGroup *quick;
  AdwComboRow *status;
  FramFieldError *status_error;
  AdwExpanderRow *more;
  AdwComboRow *area;
  AdwEntryRow *tried_from;
  FramFieldError *tried_from_error;
  AdwEntryRow *in_place_from;
  FramFieldError *in_place_from_error;
  AdwEntryRow *ended;
  FramFieldError *ended_error;
  AdwEntryRow *review_by;
  FramFieldError *review_by_error;
  AdwEntryRow *own_words;
  AdwEntryRow *agreed_by;
  AdwEntryRow *aid_kind;
  AdwEntryRow *aid_from;
  AdwEntryRow *aid_applied;
  FramFieldError *aid_applied_error;
  AdwEntryRow *aid_received;
  FramFieldError *aid_received_error;
  AdwEntryRow *aid_carrier;

  /* owned */
  FramAdaptationSheet *sheet;
  struct Work *work; /* the newest one */

  FramUuid adaptation; /* none: a new one */
  FramAdaptationStatus before;
};

G_DEFINE_FINAL_TYPE (FramAdaptationDialog, fram_adaptation_dialog, FRAM_TYPE_FORM_DIALOG)

/* Counted, since the desk's thread says in it where something is wrong. */
typedef struct Work
{
  FramUuid enrolment;
  FramUuid adaptation;
  FramAdaptationEdit edit;
  GPtrArray *texts;
  FramAdaptationField field;
} Work;

static void
work_clear (gpointer data)
{
  g_ptr_array_unref (((Work *)data)->texts);
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

  fram_desk_save_adaptation (desk, &work->enrolment, fram_uuid_is_none (&work->adaptation) ? NULL : &work->adaptation,
                             &work->edit, &work->field, &what, error);
  return what;
}

static FramFieldError *
read_days (FramAdaptationDialog *self, FramAdaptationEdit *edit)
{
  const struct
  {
    FramFieldError *error;
    FramDate *day;
  } days[] = { { self->tried_from_error, &edit->tried_from },
               { self->in_place_from_error, &edit->in_place_from },
               { self->ended_error, &edit->ended },
               { self->review_by_error, &edit->review_by },
               { self->aid_applied_error, &edit->aid_applied },
               { self->aid_received_error, &edit->aid_received } };
  FramFieldError *wrong = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (!fram_field_error_read_date (days[i].error, FALSE, days[i].day) && wrong == NULL)
      wrong = days[i].error;
  return wrong;
}

static FramAdaptationStatus
chosen_status (FramAdaptationDialog *self)
{
  FramAdaptationStatus status = self->before;

  fram_adaptation_status_from_code (fram_choices_get (self->status), &status);
  return status;
}

static FramFieldError *
read_fields (FramAdaptationDialog *self, Work *work)
{
  FramAdaptationEdit *edit = &work->edit;

  fram_adaptation_edit_init (edit);
  fram_need_group_read (self->quick, edit, work->texts);
  edit->status = chosen_status (self);
  edit->area = fram_choices_get (self->area);
  if (edit->area != NULL)
    {
      g_ptr_array_add (work->texts, g_strdup (edit->area));
      edit->area = g_ptr_array_index (work->texts, work->texts->len - 1);
    }
  edit->own_words = fram_adaptation_typed (self->own_words, work->texts);
  edit->agreed_by = fram_adaptation_typed (self->agreed_by, work->texts);
  edit->aid_kind = fram_adaptation_typed (self->aid_kind, work->texts);
  edit->aid_from = fram_adaptation_typed (self->aid_from, work->texts);
  edit->aid_carrier = fram_adaptation_typed (self->aid_carrier, work->texts);
  return read_days (self, edit);
}

static void
show_wrong (FramAdaptationDialog *self, FramFieldError *wrong)
{
  if (gtk_widget_is_ancestor (GTK_WIDGET (wrong), GTK_WIDGET (self->more)))
    adw_expander_row_set_expanded (self->more, TRUE);
  fram_field_error_focus (wrong);
}

static gboolean
fram_adaptation_dialog_write (FramFormDialog *dialog)
{
  FramAdaptationDialog *self = FRAM_ADAPTATION_DIALOG (dialog);
  FramFieldError *wrong;

  g_clear_pointer (&self->work, work_unref);
  self->work = g_atomic_rc_box_new0 (Work);
  self->work->texts = g_ptr_array_new_with_free_func (g_free);
  self->work->enrolment = self->sheet->enrolment;
  self->work->adaptation = self->adaptation;
  fram_form_dialog_set_trouble (dialog, NULL);
  wrong = read_fields (self, self->work);
  if (wrong != NULL)
    {
      show_wrong (self, wrong);
      return FALSE;
    }
  fram_form_dialog_run (dialog, work_on_desk, g_atomic_rc_box_acquire (self->work), work_unref, g_free);
  return TRUE;
}

static char *
fram_adaptation_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static FramFieldError *
error_of (FramAdaptationDialog *self, FramAdaptationField field)
{
  switch (field)
    {
    case FRAM_ADAPTATION_FIELD_STATUS: return self->status_error;
    case FRAM_ADAPTATION_FIELD_TRIED: return self->tried_from_error;
    case FRAM_ADAPTATION_FIELD_IN_PLACE: return self->in_place_from_error;
    case FRAM_ADAPTATION_FIELD_ENDED: return self->ended_error;
    case FRAM_ADAPTATION_FIELD_REVIEW: return self->review_by_error;
    case FRAM_ADAPTATION_FIELD_NONE:
    case FRAM_ADAPTATION_FIELD_TEXT:
    case FRAM_ADAPTATION_FIELD_LINE:
    case FRAM_ADAPTATION_FIELD_ACTIVITY:
    default: return NULL;
    }
}

static gboolean
fram_adaptation_dialog_refused (FramFormDialog *dialog, const GError *error)
{
  FramAdaptationDialog *self = FRAM_ADAPTATION_DIALOG (dialog);
  FramAdaptationField field = self->work->field;
  FramFieldError *wrong = error_of (self, field);

  if (fram_need_group_show_error (self->quick, field, error->message))
    return TRUE;
  if (wrong == NULL)
    return FALSE;
  fram_field_error_set (wrong, error->message);
  show_wrong (self, wrong);
  if (wrong == self->status_error)
    gtk_widget_grab_focus (GTK_WIDGET (self->status));
  return TRUE;
}

/* What has to do with a step shows itself with it. */
static void
on_status_chosen_cb (FramAdaptationDialog *self)
{
  FramAdaptationStatus status = chosen_status (self);

  fram_field_error_set (self->status_error, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tried_from), status != FRAM_ADAPTATION_PROPOSED);
  gtk_widget_set_visible (GTK_WIDGET (self->in_place_from),
                          status != FRAM_ADAPTATION_PROPOSED && status != FRAM_ADAPTATION_ON_TRIAL);
  gtk_widget_set_visible (GTK_WIDGET (self->ended), !fram_adaptation_goes_on (status));
  gtk_widget_set_visible (GTK_WIDGET (self->review_by), fram_adaptation_goes_on (status));
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

/* Proven measures are those of the area; without one, of all of them. */
static void
on_area_chosen_cb (FramAdaptationDialog *self)
{
  FramDesk *desk = fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self));

  if (desk != NULL)
    fram_need_group_offer (self->quick, desk, fram_choices_get (self->area));
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

static void
on_offered_cb (FramAdaptationDialog *self, const char *area)
{
  if (area != NULL && fram_choices_get (self->area) == NULL)
    fram_choices_select (self->area, area);
}

static void
fram_adaptation_dialog_dispose (GObject *object)
{
  FramAdaptationDialog *self = FRAM_ADAPTATION_DIALOG (object);

  g_clear_pointer (&self->sheet, fram_adaptation_sheet_unref);
  g_clear_pointer (&self->work, work_unref);
  G_OBJECT_CLASS (fram_adaptation_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, quick);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, status);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, status_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, more);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, area);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, tried_from);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, tried_from_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, in_place_from);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, in_place_from_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, ended);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, ended_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, review_by);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, review_by_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, own_words);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, agreed_by);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_kind);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_from);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_applied);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_applied_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_received);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_received_error);
  gtk_widget_class_bind_template_child (widget_class, FramAdaptationDialog, aid_carrier);
}

static void
fram_adaptation_dialog_class_init (FramAdaptationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_adaptation_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_adaptation_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_adaptation_dialog_done;
  FRAM_FORM_DIALOG_CLASS (klass)->refused = fram_adaptation_dialog_refused;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  g_type_ensure (FRAM_TYPE_NEED_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-adaptation-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_status_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_area_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_offered_cb);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_adaptation_dialog_init (FramAdaptationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_areas (FramAdaptationDialog *self)
{
  fram_choices_add (self->area, NULL, C_ ("adaptation", "No area"));
  for (guint i = 0; i < self->sheet->areas->len; i++)
    {
      const FramChoice *area = g_ptr_array_index (self->sheet->areas, i);

      fram_choices_add (self->area, area->code, area->name);
    }
}

static void
add_statuses (FramAdaptationDialog *self, gboolean is_new)
{
  for (guint i = 0; i < FRAM_N_ADAPTATION_STATUSES; i++)
    {
      const char *name = is_new && i == FRAM_ADAPTATION_ON_TRIAL ? C_ ("adaptation", "On trial from today")
                                                                 : fram_adaptation_status_get_name (i);

      if (fram_adaptation_may_become (self->before, i) && (!is_new || i <= FRAM_ADAPTATION_ON_TRIAL))
        fram_choices_add (self->status, fram_adaptation_status_get_code (i), name);
    }
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
set_date (AdwEntryRow *row, FramDate date)
{
  char text[FRAM_DATE_TEXT_SIZE];

  set_text (row, date != FRAM_DATE_NONE ? fram_date_format (date, text) : NULL);
}

static void
fill (FramAdaptationDialog *self, const FramAdaptation *adaptation)
{
  fram_choices_select (self->area, adaptation->area);
  set_date (self->tried_from, adaptation->tried_from);
  set_date (self->in_place_from, adaptation->in_place_from);
  set_date (self->ended, adaptation->ended);
  set_date (self->review_by, adaptation->review_by);
  set_text (self->own_words, adaptation->own_words);
  set_text (self->agreed_by, adaptation->agreed_by);
  set_text (self->aid_kind, adaptation->aid_kind);
  set_text (self->aid_from, adaptation->aid_from);
  set_date (self->aid_applied, adaptation->aid_applied);
  set_date (self->aid_received, adaptation->aid_received);
  set_text (self->aid_carrier, adaptation->aid_carrier);
}

/* Days of an earlier turn are not those of the step that is taken now. */
static void
begin_step (FramAdaptationDialog *self, FramAdaptationStatus status)
{
  if (status == self->before)
    return;
  set_text (self->review_by, NULL);
  if (status == FRAM_ADAPTATION_IN_PLACE)
    set_date (self->in_place_from, self->sheet->today);
}

/**
 * fram_adaptation_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @sheet: what there is
 * @adaptation: (nullable): what to change; %NULL adds one
 * @status: how it is to stand; of a new one that it is proposed, or on trial from today
 *
 * Returns: (transfer floating): the dialog
 */
FramAdaptationDialog *
fram_adaptation_dialog_new (FramDesk *desk, GtkWidget *parent, FramAdaptationSheet *sheet,
                            const FramAdaptation *adaptation, FramAdaptationStatus status)
{
  FramAdaptationDialog *self = g_object_new (FRAM_TYPE_ADAPTATION_DIALOG, NULL);
  gboolean is_new = adaptation == NULL;

  self->sheet = fram_adaptation_sheet_ref (sheet);
  self->adaptation = is_new ? FRAM_UUID_NONE : adaptation->id;
  self->before = is_new ? FRAM_ADAPTATION_PROPOSED : adaptation->status;
  add_areas (self);
  add_statuses (self, is_new);
  fram_need_group_set_places (self->quick, sheet, adaptation);
  if (!is_new)
    fill (self, adaptation);
  fram_choices_select (self->status, fram_adaptation_status_get_code (status));
  if (!is_new)
    begin_step (self, status);
  on_status_chosen_cb (self);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, is_new ? _ ("New adaptation") : _ ("Adaptation"),
                           is_new ? _ ("_Add") : _ ("_Change"));
  fram_need_group_offer (self->quick, desk, fram_choices_get (self->area));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  return self;
}
