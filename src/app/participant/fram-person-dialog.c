#include "fram-person-dialog.h"

#include "fram-choices.h"
#include "fram-desk-person.h"
#include "fram-field-error.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

struct _FramPersonDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *given_name;
  AdwEntryRow *family_name;
  AdwEntryRow *birth_date;
  AdwEntryRow *enrolled;
  AdwEntryRow *case_no;
  AdwEntryRow *phone;
  FramFieldError *given_name_error;
  FramFieldError *family_name_error;
  FramFieldError *birth_date_error;
  FramFieldError *enrolled_error;
  FramFieldError *case_no_error;
  FramFieldError *phone_error;
  AdwComboRow *sex;
  AdwComboRow *organisation;
  GtkSwitch *is_protected;
  GtkWidget *contact;

  /* owned */
  char *added_case_no;
  char *name;

  gboolean is_new;
  gboolean has_enrolment;
  FramUuid participant;
};

G_DEFINE_FINAL_TYPE (FramPersonDialog, fram_person_dialog, FRAM_TYPE_FORM_DIALOG)

/* What was typed, on its way to the desk's thread. */
typedef struct
{
  gboolean is_new;
  FramUuid participant;
  FramPersonEdit edit;
  char *texts[6]; /* what the edit points to */
} Work;

static void
work_free (Work *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (work->texts); i++)
    g_free (work->texts[i]);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Work *work = data;

  if (work->is_new)
    return fram_desk_add_person (desk, &work->edit, error);
  return fram_desk_edit_person (desk, &work->participant, &work->edit, error) ? g_strdup ("") : NULL;
}

static const char *
keep (Work *work, guint i, char *text)
{
  work->texts[i] = text;
  return text != NULL && text[0] != '\0' ? text : NULL;
}

static gboolean
read_name (FramFieldError *error, const char *missing, char **text, FramFieldError **first_wrong)
{
  if (fram_field_error_read_text (error, missing, text))
    return TRUE;
  if (*first_wrong == NULL)
    *first_wrong = error;
  return FALSE;
}

static void
check_birth_date (FramPersonDialog *self, FramPersonEdit *edit, FramFieldError **first_wrong)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self))));

  if (!fram_field_error_read_date (self->birth_date_error, FALSE, &edit->birth_date))
    *first_wrong = *first_wrong != NULL ? *first_wrong : self->birth_date_error;
  else if (edit->birth_date != FRAM_DATE_NONE &&
           (edit->birth_date > today || fram_date_age (edit->birth_date, today) > 120))
    {
      fram_field_error_set (self->birth_date_error, _ ("Nobody who comes here is born that day. Look at the year."));
      *first_wrong = *first_wrong != NULL ? *first_wrong : self->birth_date_error;
    }
}

static void
check_enrolled (FramPersonDialog *self, FramPersonEdit *edit, FramFieldError **first_wrong)
{
  const char *sentence = NULL;

  if (!fram_field_error_read_date (self->enrolled_error, self->has_enrolment, &edit->enrolled))
    *first_wrong = *first_wrong != NULL ? *first_wrong : self->enrolled_error;
  else if (edit->birth_date != FRAM_DATE_NONE && self->has_enrolment && edit->enrolled <= edit->birth_date)
    sentence = _ ("The enrolment cannot begin before the person is born.");
  if (sentence != NULL)
    {
      fram_field_error_set (self->enrolled_error, sentence);
      *first_wrong = *first_wrong != NULL ? *first_wrong : self->enrolled_error;
    }
}

static void
check_phone (FramPersonDialog *self, Work *work, FramFieldError **first_wrong)
{
  char *text = NULL;

  fram_field_error_read_text (self->phone_error, NULL, &text);
  work->edit.phone = keep (work, 4, text);
  if (text[strspn (text, "+-() /0123456789")] != '\0')
    {
      fram_field_error_set (self->phone_error, _ ("A phone number has digits, blanks, + and - only."));
      *first_wrong = *first_wrong != NULL ? *first_wrong : self->phone_error;
    }
}

/* Reads all fields, so that each shows what is wrong with it. */
static FramFieldError *
read_fields (FramPersonDialog *self, Work *work)
{
  FramFieldError *first_wrong = NULL;
  char *given = NULL, *family = NULL, *case_no = NULL;

  read_name (self->given_name_error, _ ("Write the given name."), &given, &first_wrong);
  read_name (self->family_name_error, _ ("Write the family name."), &family, &first_wrong);
  read_name (self->case_no_error, NULL, &case_no, &first_wrong);
  work->edit.given_name = keep (work, 0, given);
  work->edit.family_name = keep (work, 1, family);
  work->edit.case_no = keep (work, 2, case_no);
  work->edit.organisation = keep (work, 3, g_strdup (fram_choices_get (self->organisation)));
  work->edit.sex = keep (work, 5, g_strdup (fram_choices_get (self->sex)));
  work->edit.is_protected = gtk_switch_get_active (self->is_protected);
  check_birth_date (self, &work->edit, &first_wrong);
  check_enrolled (self, &work->edit, &first_wrong);
  check_phone (self, work, &first_wrong);
  return first_wrong;
}

static gboolean
fram_person_dialog_write (FramFormDialog *dialog)
{
  FramPersonDialog *self = FRAM_PERSON_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);
  FramFieldError *first_wrong;

  work->is_new = self->is_new;
  work->participant = self->participant;
  first_wrong = read_fields (self, work);
  if (first_wrong != NULL)
    {
      if (!fram_form_dialog_is_live (dialog))
        fram_field_error_focus (first_wrong);
      work_free (work);
      return FALSE;
    }
  g_free (self->name);
  self->name = work->edit.is_protected ? fram_text_initials (work->edit.given_name, work->edit.family_name)
                                       : g_strconcat (work->edit.given_name, " ", work->edit.family_name, NULL);
  fram_form_dialog_run (dialog, work_on_desk, work, (GDestroyNotify)work_free, g_free);
  return TRUE;
}

static char *
fram_person_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  FramPersonDialog *self = FRAM_PERSON_DIALOG (dialog);

  if (!self->is_new)
    return g_strdup_printf (_ ("What is recorded about %s is changed."), self->name);
  g_free (self->added_case_no);
  self->added_case_no = g_strdup (answer);
  return g_strdup_printf (_ ("%s is added with case number %s."), self->name, self->added_case_no);
}

static void
fram_person_dialog_finalize (GObject *object)
{
  FramPersonDialog *self = FRAM_PERSON_DIALOG (object);

  g_free (self->added_case_no);
  g_free (self->name);
  G_OBJECT_CLASS (fram_person_dialog_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, given_name);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, family_name);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, birth_date);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, enrolled);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, case_no);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, phone);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, given_name_error);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, family_name_error);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, birth_date_error);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, enrolled_error);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, case_no_error);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, phone_error);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, sex);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, organisation);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, is_protected);
  gtk_widget_class_bind_template_child (widget_class, FramPersonDialog, contact);
}

static void
fram_person_dialog_class_init (FramPersonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_person_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_person_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_person_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-person-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_person_dialog_init (FramPersonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fram_choices_add (self->sex, NULL, C_ ("sex", "Not given"));
  fram_choices_add (self->sex, "F", C_ ("sex", "Woman"));
  fram_choices_add (self->sex, "M", C_ ("sex", "Man"));
}

/* What the dialog shows, read on the desk's thread. */
typedef struct
{
  GPtrArray *organisations;
  FramPerson *person;
} Facts;

static void
facts_free (Facts *facts)
{
  g_clear_pointer (&facts->organisations, g_ptr_array_unref);
  g_clear_pointer (&facts->person, fram_person_free);
  g_free (facts);
}

static gpointer
read_facts (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);
  const char *id = data;

  facts->organisations = fram_desk_organisations (desk, error);
  if (facts->organisations != NULL && id[0] != '\0')
    facts->person = fram_desk_person (desk, id, error);
  if (facts->organisations == NULL || (id[0] != '\0' && facts->person == NULL))
    g_clear_pointer (&facts, facts_free);
  return facts;
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

  set_text (row, fram_date_format (date, text));
}

static void
show_person (FramPersonDialog *self, const FramPerson *person)
{
  self->has_enrolment = person->row->enrolled != FRAM_DATE_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self->enrolled), self->has_enrolment);
  /* these are of the referral, and stay */
  gtk_widget_set_visible (GTK_WIDGET (self->case_no), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation), FALSE);
  set_text (self->given_name, person->given_name);
  set_text (self->family_name, person->family_name);
  set_text (self->case_no, person->row->case_no);
  set_text (self->phone, person->phone);
  set_date (self->birth_date, person->row->birth_date);
  set_date (self->enrolled, person->row->enrolled);
  fram_choices_select (self->sex, person->row->sex);
  fram_choices_select (self->organisation, person->row->organisation);
  gtk_switch_set_active (self->is_protected, person->row->is_protected);
  gtk_widget_set_visible (self->contact, person->may_edit_phone);
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramPersonDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (facts == NULL)
    {
      fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
      return;
    }
  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) != NULL)
    {
      fram_choices_add (self->organisation, NULL, C_ ("organisation", "None"));
      for (guint i = 0; i < facts->organisations->len; i++)
        {
          const FramChoice *choice = g_ptr_array_index (facts->organisations, i);

          fram_choices_add (self->organisation, choice->code, choice->name);
        }
      if (facts->person != NULL)
        show_person (self, facts->person);
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
    }
  facts_free (facts);
}

/**
 * fram_person_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @participant: (nullable): whose facts to change; %NULL to add somebody
 *
 * Returns: (transfer floating): the dialog
 */
FramPersonDialog *
fram_person_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *participant)
{
  FramPersonDialog *self = g_object_new (FRAM_TYPE_PERSON_DIALOG, NULL);
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (desk);
  char *id = participant != NULL ? fram_uuid_to_text (participant) : g_strdup ("");

  self->is_new = self->has_enrolment = participant == NULL;
  if (participant != NULL)
    self->participant = *participant;
  else
    set_date (self->enrolled, fram_clock_today (fram_desk_get_clock (desk)));
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           self->is_new ? _ ("Add participant") : _ ("Edit participant"),
                           self->is_new ? _ ("_Add") : NULL);
  gtk_widget_set_visible (self->contact, fram_rights_may_write (viewer, FRAM_CLASS_PHONE));
  fram_desk_run_async (desk, read_facts, id, g_free, (GDestroyNotify)facts_free, NULL, on_facts_read_cb,
                       g_object_ref (self));
  return self;
}

/* Case number of the person who was added, or NULL. */
const char *
fram_person_dialog_get_case_no (FramPersonDialog *self)
{
  g_return_val_if_fail (FRAM_IS_PERSON_DIALOG (self), NULL);
  return self->added_case_no;
}

/* Name as written; initials of a protected person. */
char *
fram_person_dialog_dup_name (FramPersonDialog *self)
{
  g_return_val_if_fail (FRAM_IS_PERSON_DIALOG (self), NULL);
  return g_strdup (self->name);
}
