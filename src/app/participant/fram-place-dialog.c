#include "fram-place-dialog.h"

#include "fram-choices.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-field-error.h"

#include <glib/gi18n-lib.h>

struct _FramPlaceDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwComboRow *workshop;
  AdwEntryRow *from;
  AdwEntryRow *to;
  FramFieldError *from_error;
  FramFieldError *to_error;
  FramWeekHours *hours;

  /* owned */
  char *participant; /* case number or UUID */
  char *wanted;      /* workshop to begin with */
  GPtrArray *workshops;
  FramPerson *person;
};

G_DEFINE_FINAL_TYPE (FramPlaceDialog, fram_place_dialog, FRAM_TYPE_FORM_DIALOG)

typedef struct
{
  char *participant;
  char *workshop;
  char *slots;
  FramDate from;
  FramDate to;
} Work;

static void
work_free (Work *work)
{
  g_free (work->participant);
  g_free (work->workshop);
  g_free (work->slots);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  return fram_desk_place (desk, work->participant, work->workshop, work->from, work->to, work->slots, error)
             ? g_strdup ("")
             : NULL;
}

/* First and last day, as far as they can be checked without the register. */
static FramFieldError *
read_days (FramPlaceDialog *self, Work *work)
{
  const char *sentence = NULL;
  gboolean from_is_right = fram_field_error_read_date (self->from_error, TRUE, &work->from);
  gboolean to_is_right = fram_field_error_read_date (self->to_error, FALSE, &work->to);

  if (from_is_right && self->person != NULL && self->person->row->enrolled != FRAM_DATE_NONE &&
      work->from < self->person->row->enrolled)
    {
      char day[FRAM_DATE_TEXT_SIZE];
      g_autofree char *early = g_strdup_printf (_ ("The person is enrolled from %s. Choose that day or a later one."),
                                                fram_date_format (self->person->row->enrolled, day));

      fram_field_error_set (self->from_error, early);
      return self->from_error;
    }
  if (from_is_right && to_is_right && work->to != FRAM_DATE_NONE && work->to < work->from)
    sentence = _ ("The last day must not come before the first.");
  if (sentence != NULL)
    fram_field_error_set (self->to_error, sentence);
  if (!from_is_right)
    return self->from_error;
  return to_is_right && sentence == NULL ? NULL : self->to_error;
}

static char *
read_hours (FramPlaceDialog *self)
{
  g_autoptr (GArray) slots = fram_week_hours_read (self->hours);

  if (slots == NULL)
    return NULL;
  if (slots->len == 0)
    {
      fram_form_dialog_set_trouble (
          FRAM_FORM_DIALOG (self),
          _ ("Choose at least one weekday with times, so that the roster expects the person."));
      return NULL;
    }
  return fram_slots_to_spec (slots);
}

static gboolean
fram_place_dialog_write (FramFormDialog *dialog)
{
  FramPlaceDialog *self = FRAM_PLACE_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);
  FramFieldError *wrong = read_days (self, work);

  fram_form_dialog_set_trouble (dialog, NULL);
  if (wrong != NULL)
    fram_field_error_focus (wrong);
  else
    work->slots = read_hours (self);
  if (work->slots == NULL || fram_choices_get (self->workshop) == NULL)
    {
      work_free (work);
      return FALSE;
    }
  work->participant = g_strdup (self->participant);
  work->workshop = g_strdup (fram_choices_get (self->workshop));
  fram_form_dialog_run (dialog, work_on_desk, work, (GDestroyNotify)work_free, g_free);
  return TRUE;
}

static const FramWorkshop *
chosen_workshop (FramPlaceDialog *self)
{
  const char *code = fram_choices_get (self->workshop);

  for (guint i = 0; self->workshops != NULL && i < self->workshops->len; i++)
    if (g_strcmp0 (((FramWorkshop *)g_ptr_array_index (self->workshops, i))->code, code) == 0)
      return g_ptr_array_index (self->workshops, i);
  return NULL;
}

static char *
fram_place_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramPlaceDialog *self = FRAM_PLACE_DIALOG (dialog);
  const FramWorkshop *workshop = chosen_workshop (self);

  /* TRANSLATORS: the first %s is a person, the second a workshop */
  return g_strdup_printf (_ ("%s is placed in %s."), self->person != NULL ? self->person->row->name : self->participant,
                          workshop != NULL ? fram_workshop_get_name (workshop) : "");
}

/* A placement that goes on in the chosen workshop, or NULL. */
static const FramStay *
current_stay (FramPlaceDialog *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
  const char *code = fram_choices_get (self->workshop);

  for (guint i = 0; self->person != NULL && i < self->person->stays->len; i++)
    {
      const FramStay *stay = g_ptr_array_index (self->person->stays, i);

      if (g_strcmp0 (stay->activity, code) == 0 && !stay->is_group && (stay->to == FRAM_DATE_NONE || stay->to >= today))
        return stay;
    }
  return NULL;
}

static void
on_workshop_chosen_cb (FramPlaceDialog *self)
{
  const FramStay *stay = current_stay (self);
  const FramWorkshop *workshop = chosen_workshop (self);
  g_autofree char *places = NULL;

  if (workshop == NULL)
    return;
  places =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d place", "%d places", workshop->capacity), workshop->capacity);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->workshop), places);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self->hours),
      stay != NULL ? _ ("Placed here already; the new hours replace the old ones from the first day on.")
                   : _ ("On these days the person stands on the roster."));
  if (stay != NULL && stay->slots->len > 0)
    fram_week_hours_set_slots (self->hours, stay->slots);
}

static void
fram_place_dialog_dispose (GObject *object)
{
  FramPlaceDialog *self = FRAM_PLACE_DIALOG (object);

  g_clear_pointer (&self->participant, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
  g_clear_pointer (&self->person, fram_person_free);
  G_OBJECT_CLASS (fram_place_dialog_parent_class)->dispose (object);
}

static void
fram_place_dialog_class_init (FramPlaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_place_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_place_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_place_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  g_type_ensure (FRAM_TYPE_WEEK_HOURS);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-place-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramPlaceDialog, workshop);
  gtk_widget_class_bind_template_child (widget_class, FramPlaceDialog, from);
  gtk_widget_class_bind_template_child (widget_class, FramPlaceDialog, to);
  gtk_widget_class_bind_template_child (widget_class, FramPlaceDialog, from_error);
  gtk_widget_class_bind_template_child (widget_class, FramPlaceDialog, to_error);
  gtk_widget_class_bind_template_child (widget_class, FramPlaceDialog, hours);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_place_dialog_init (FramPlaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->workshop, "notify::selected", G_CALLBACK (on_workshop_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

typedef struct
{
  GPtrArray *workshops;
  FramPerson *person;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->workshops, g_ptr_array_unref);
  g_clear_pointer (&facts->person, fram_person_free);
  g_free (facts);
}

static gpointer
read_facts (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->workshops = fram_desk_workshops (desk, FALSE, error);
  if (facts->workshops != NULL)
    facts->person = fram_desk_person (desk, data, error);
  if (facts->person == NULL)
    g_clear_pointer (&facts, facts_free);
  return facts;
}

/* The workshop that was asked for, else the one where the person is, else the first. */
static void
choose_workshop (FramPlaceDialog *self)
{
  const char *code = self->wanted;
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));

  for (guint i = 0; code == NULL && i < self->person->stays->len; i++)
    {
      const FramStay *stay = g_ptr_array_index (self->person->stays, i);

      if (!stay->is_group && (stay->to == FRAM_DATE_NONE || stay->to >= today))
        code = stay->activity;
    }
  if (code != NULL)
    fram_choices_select (self->workshop, code);
  on_workshop_chosen_cb (self);
}

static void
show_facts (FramPlaceDialog *self)
{
  g_autofree char *title = g_strdup_printf (_ ("Place %s in a workshop"), self->person->row->name);
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));
  FramDate from = MAX (today, self->person->row->enrolled);
  char text[FRAM_DATE_TEXT_SIZE];

  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self->from), fram_date_format (from, text));
  for (guint i = 0; i < self->workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (self->workshops, i);

      fram_choices_add (self->workshop, workshop->code, fram_workshop_get_name (workshop));
    }
  choose_workshop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->workshop));
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPlaceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* the window has gone meanwhile */
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      self->workshops = g_steal_pointer (&facts->workshops);
      self->person = g_steal_pointer (&facts->person);
      show_facts (self);
    }
  g_clear_pointer (&facts, facts_free);
}

/**
 * fram_place_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @case_no_or_id: whom to place
 * @workshop: (nullable): code of the workshop to begin with
 *
 * Returns: (transfer floating): the dialog
 */
FramPlaceDialog *
fram_place_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no_or_id, const char *workshop)
{
  FramPlaceDialog *self = g_object_new (FRAM_TYPE_PLACE_DIALOG, NULL);

  self->participant = g_strdup (case_no_or_id);
  self->wanted = g_strdup (workshop);
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, _ ("Place in a workshop"), _ ("_Place"));
  fram_desk_run_async (desk, read_facts, g_strdup (case_no_or_id), g_free, (GDestroyNotify)facts_free, NULL,
                       on_facts_read_cb, g_object_ref (self));
  return self;
}

FramWeekHours *
fram_place_dialog_get_hours (FramPlaceDialog *self)
{
  g_return_val_if_fail (FRAM_IS_PLACE_DIALOG (self), NULL);
  return self->hours;
}
