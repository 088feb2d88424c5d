#include "fram-outside-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

struct _FramOutsideDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *place;
  AdwEntryRow *from;
  AdwEntryRow *to;
  AdwEntryRow *contact;
  FramFieldError *from_error;
  FramFieldError *to_error;
  FramWeekHours *hours;
  AdwPreferencesGroup *follow_ups;

  /* borrowed */
  GPtrArray *days;   /* AdwEntryRow of a follow-up */
  GPtrArray *errors; /* FramFieldError of each */

  /* owned */
  char *case_no;
  char *name;
  GPtrArray *places; /* FramExternalPlace */
  GCancellable *proposing;

  FramUuid wanted;
  gboolean has_wanted;
  gboolean touched; /* a follow-up was written by hand: it stays */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (FramOutsideDialog, fram_outside_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  char *case_no;
  char *slots;
  char *contact;
  FramUuid place;
  FramDate from;
  FramDate to;
  GArray *follow_ups;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->case_no);
  g_free (work->slots);
  g_free (work->contact);
  g_clear_pointer (&work->follow_ups, g_array_unref);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  FramOutsideEdit edit = { work->case_no, &work->place,  work->from,      work->to,
                           work->slots,   work->contact, work->follow_ups };
  char *what = NULL;

  fram_desk_place_outside (desk, &edit, &what, error);
  return what;
}

static const FramExternalPlace *
chosen (FramOutsideDialog *self)
{
  const char *key = fram_choices_get (self->place);
  FramUuid id;

  if (key == NULL || !fram_uuid_parse (key, &id))
    return NULL;
  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      const FramExternalPlace *place = g_ptr_array_index (self->places, i);

      if (fram_uuid_equal (&place->id, &id))
        return place;
    }
  return NULL;
}

static FramFieldError *
read_days (FramOutsideDialog *self, Work *work)
{
  gboolean from = fram_field_error_read_date (self->from_error, TRUE, &work->from);
  gboolean to = fram_field_error_read_date (self->to_error, FALSE, &work->to);

  if (!from)
    return self->from_error;
  if (to && work->to != FRAM_DATE_NONE && work->to < work->from)
    {
      fram_field_error_set (self->to_error, _ ("The last day must not come before the first."));
      return self->to_error;
    }
  return to ? NULL : self->to_error;
}

static FramFieldError *
read_follow_ups (FramOutsideDialog *self, Work *work)
{
  work->follow_ups = g_array_new (FALSE, FALSE, sizeof (FramDate));
  for (guint i = 0; i < self->days->len; i++)
    {
      FramFieldError *error = g_ptr_array_index (self->errors, i);
      FramDate day;

      if (!fram_field_error_read_date (error, FALSE, &day))
        return error;
      if (day == FRAM_DATE_NONE)
        continue;
      if (day < work->from || (work->to != FRAM_DATE_NONE && day > work->to))
        {
          fram_field_error_set (error, _ ("This day lies outside the stay. Choose another, or leave it empty."));
          return error;
        }
      g_array_append_val (work->follow_ups, day);
    }
  return NULL;
}

static char *
read_hours (FramOutsideDialog *self)
{
  g_autoptr (GArray) slots = fram_week_hours_read (self->hours);

  if (slots == NULL)
    return NULL;
  if (slots->len > 0)
    return fram_slots_to_spec (slots);
  fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self),
                                _ ("Choose at least one weekday with times, so that the plan is covered."));
  return NULL;
}

static gboolean
fram_outside_dialog_write (FramFormDialog *dialog)
{
  FramOutsideDialog *self = FRAM_OUTSIDE_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);
  FramFieldError *wrong = read_days (self, work);

  fram_form_dialog_set_trouble (dialog, NULL);
  if (wrong == NULL)
    wrong = read_follow_ups (self, work);
  if (wrong != NULL)
    fram_field_error_focus (wrong);
  else
    work->slots = read_hours (self);
  if (work->slots == NULL || chosen (self) == NULL)
    {
      work_free (work);
      return FALSE;
    }
  work->case_no = g_strdup (self->case_no);
  work->contact = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->contact))));
  work->place = chosen (self)->id;
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_outside_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramOutsideDialog *self = FRAM_OUTSIDE_DIALOG (dialog);
  const FramExternalPlace *place = chosen (self);

  /* TRANSLATORS: a person and an employer */
  return g_strdup_printf (_ ("%1$s is placed at %2$s."), self->name, place != NULL ? place->employer : "");
}

static void
on_place_chosen_cb (FramOutsideDialog *self)
{
  const FramExternalPlace *place = chosen (self);

  if (place == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->place), place->free_text);
  gtk_editable_set_text (GTK_EDITABLE (self->contact), place->contact_name != NULL ? place->contact_name : "");
}

static void
fram_outside_dialog_dispose (GObject *object)
{
  FramOutsideDialog *self = FRAM_OUTSIDE_DIALOG (object);

  g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  g_clear_pointer (&self->case_no, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);
  g_clear_pointer (&self->errors, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_outside_dialog_parent_class)->dispose (object);
}

static void
fram_outside_dialog_class_init (FramOutsideDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_outside_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_outside_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_outside_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  g_type_ensure (FRAM_TYPE_WEEK_HOURS);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-outside-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, place);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, from);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, to);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, contact);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, from_error);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, to_error);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, FramOutsideDialog, follow_ups);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
on_follow_up_changed_cb (FramOutsideDialog *self)
{
  if (self->filling)
    return;
  self->touched = TRUE;
  fram_form_dialog_text_changed (FRAM_FORM_DIALOG (self));
}

static void
add_follow_up (FramOutsideDialog *self, FramDate day, int week)
{
  g_autofree char *title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "After %d week", "After %d weeks", (gulong)week), week);
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *error = g_object_new (FRAM_TYPE_FIELD_ERROR, "field", row, NULL);
  char text[FRAM_DATE_TEXT_SIZE];

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), fram_date_format (day, text));
  g_signal_connect_object (row, "changed", G_CALLBACK (on_follow_up_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->follow_ups, row);
  adw_preferences_group_add (self->follow_ups, error);
  g_ptr_array_add (self->days, row);
  g_ptr_array_add (self->errors, error);
}

typedef struct
{
  FramDate from;
  FramDate to;
  GArray *days;
  GArray *weeks;
} Proposal;

static void
proposal_free (gpointer data)
{
  Proposal *proposal = data;

  g_clear_pointer (&proposal->days, g_array_unref);
  g_clear_pointer (&proposal->weeks, g_array_unref);
  g_free (proposal);
}

static gpointer
propose (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Proposal *asked = data;
  Proposal *answer = g_new0 (Proposal, 1);

  answer->days = fram_desk_propose_follow_ups (desk, asked->from, asked->to, &answer->weeks, error);
  if (answer->days == NULL)
    g_clear_pointer (&answer, proposal_free);
  return answer;
}

static void
show_proposal (FramOutsideDialog *self, const Proposal *proposal)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->days->len; i++)
    {
      adw_preferences_group_remove (self->follow_ups, g_ptr_array_index (self->days, i));
      adw_preferences_group_remove (self->follow_ups, g_ptr_array_index (self->errors, i));
    }
  g_ptr_array_set_size (self->days, 0);
  g_ptr_array_set_size (self->errors, 0);
  for (guint i = 0; i < proposal->days->len; i++)
    add_follow_up (self, g_array_index (proposal->days, FramDate, i), g_array_index (proposal->weeks, int, i));
  adw_preferences_group_set_description (
      self->follow_ups, proposal->days->len > 0
                            ? _ ("Booked together with the placement. Empty a day to leave it out.")
                            : _ ("None of the programme's days for it lies ahead and within the stay."));
  self->filling = FALSE;
}

static void
on_proposed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramOutsideDialog) self = user_data;
  Proposal *proposal = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (proposal != NULL && self->days != NULL && !self->touched &&
      !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_proposal (self, proposal);
  g_clear_pointer (&proposal, proposal_free);
}

/* The days follow the stay until one of them is written by hand. */
static void
on_stay_changed_cb (FramOutsideDialog *self)
{
  FramDesk *desk = fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self));
  const char *to = gtk_editable_get_text (GTK_EDITABLE (self->to));
  Proposal *asked;

  if (self->touched || desk == NULL)
    return;
  asked = g_new0 (Proposal, 1);
  asked->from = fram_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->from)));
  asked->to = to[0] != '\0' ? fram_date_parse (to) : FRAM_DATE_NONE;
  if (asked->from == FRAM_DATE_NONE || (to[0] != '\0' && asked->to == FRAM_DATE_NONE))
    {
      proposal_free (asked);
      return;
    }
  g_cancellable_cancel (self->proposing);
  g_clear_object (&self->proposing);
  self->proposing = g_cancellable_new ();
  fram_desk_run_async (desk, propose, asked, proposal_free, proposal_free, self->proposing, on_proposed_cb,
                       g_object_ref (self));
}

static void
fram_outside_dialog_init (FramOutsideDialog *self)
{
  self->days = g_ptr_array_new ();
  self->errors = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->place, "notify::selected", G_CALLBACK (on_place_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->from, "changed", G_CALLBACK (on_stay_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to, "changed", G_CALLBACK (on_stay_changed_cb), self, G_CONNECT_SWAPPED);
}

static gpointer
read_places (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  FramPlacesQuery query = { .day = FRAM_DATE_NONE };

  return fram_desk_external_places (desk, &query, error);
}

static void
show_places (FramOutsideDialog *self)
{
  char key[FRAM_UUID_TEXT_SIZE];

  for (guint i = 0; i < self->places->len; i++)
    {
      const FramExternalPlace *place = g_ptr_array_index (self->places, i);

      fram_choices_add (self->place, fram_uuid_format (&place->id, key), place->employer);
    }
  if (self->has_wanted)
    fram_choices_select (self->place, fram_uuid_format (&self->wanted, key));
  on_place_chosen_cb (self);
  if (self->places->len == 0)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self),
                                  _ ("There is no external place in use. Add one on the page External places first."));
  on_stay_changed_cb (self);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
}

static void
on_places_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramOutsideDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *places = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->days == NULL)
    g_clear_pointer (&places, g_ptr_array_unref);
  else if (places == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->places = places;
      show_places (self);
    }
}

/**
 * fram_outside_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @case_no: whom to place
 * @name: the name as it may be shown
 * @place: (nullable): the place to begin with
 * @from: the first day to begin with, or %FRAM_DATE_NONE for today
 *
 * Returns: (transfer floating): the dialog
 */
FramOutsideDialog *
fram_outside_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no, const char *name,
                         const FramUuid *place, FramDate from)
{
  FramOutsideDialog *self = g_object_new (FRAM_TYPE_OUTSIDE_DIALOG, NULL);
  g_autofree char *title = g_strdup_printf (_ ("Place %s outside"), name);
  FramDate today = fram_clock_today (fram_desk_get_clock (desk));
  char text[FRAM_DATE_TEXT_SIZE];

  self->case_no = g_strdup (case_no);
  self->name = g_strdup (name);
  self->has_wanted = place != NULL;
  if (place != NULL)
    self->wanted = *place;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, title, _ ("_Place"));
  gtk_editable_set_text (GTK_EDITABLE (self->from), fram_date_format (from != FRAM_DATE_NONE ? from : today, text));
  fram_desk_run_async (desk, read_places, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL, on_places_read_cb,
                       g_object_ref (self));
  return self;
}

FramWeekHours *
fram_outside_dialog_get_hours (FramOutsideDialog *self)
{
  g_return_val_if_fail (FRAM_IS_OUTSIDE_DIALOG (self), NULL);
  return self->hours;
}
