#include "fram-employer-dialog.h"

#include "fram-field-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PLACES 200

struct _FramEmployerDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwEntryRow *employer;
  AdwEntryRow *tasks;
  AdwExpanderRow *fields;
  AdwEntryRow *capacity;
  AdwEntryRow *agreed_from;
  AdwEntryRow *contact_name;
  AdwEntryRow *contact_phone;
  AdwEntryRow *contact_email;
  AdwEntryRow *address;
  AdwExpanderRow *areas;
  AdwEntryRow *adaptations;
  AdwEntryRow *note;
  FramFieldError *employer_error;
  FramFieldError *capacity_error;
  FramFieldError *agreed_from_error;
  FramFieldError *contact_email_error;

  /* owned */
  GPtrArray *field_checks; /* GtkCheckButton with its code as "code" */
  GPtrArray *area_checks;

  FramUuid place;
  gboolean is_new;
};

G_DEFINE_FINAL_TYPE (FramEmployerDialog, fram_employer_dialog, FRAM_TYPE_FORM_DIALOG)

enum
{
  EMPLOYER,
  TASKS,
  CONTACT_NAME,
  CONTACT_PHONE,
  CONTACT_EMAIL,
  ADDRESS,
  ADAPTATIONS,
  NOTE,
  N_TEXTS
};

typedef struct
{
  FramUuid place;
  gboolean is_new;
  char *texts[N_TEXTS];
  GStrv fields;
  GStrv areas;
  int capacity;
  FramDate agreed_from;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (work->texts[i]);
  g_strfreev (work->fields);
  g_strfreev (work->areas);
  g_free (work);
}

static gpointer
work_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Work *work = data;
  FramExternalEdit edit = { .employer = work->texts[EMPLOYER],
                            .tasks = work->texts[TASKS],
                            .contact_name = work->texts[CONTACT_NAME],
                            .contact_phone = work->texts[CONTACT_PHONE],
                            .contact_email = work->texts[CONTACT_EMAIL],
                            .address = work->texts[ADDRESS],
                            .adaptations = work->texts[ADAPTATIONS],
                            .note = work->texts[NOTE],
                            .fields = (const char *const *)work->fields,
                            .areas = (const char *const *)work->areas,
                            .capacity = work->capacity,
                            .agreed_from = work->agreed_from };
  char *what = NULL;

  fram_desk_save_external_place (desk, work->is_new ? NULL : &work->place, &edit, NULL, &what, error);
  return what;
}

static GStrv
checked (const GPtrArray *checks)
{
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (checks, i)))
      g_ptr_array_add (codes, g_strdup (g_object_get_data (g_ptr_array_index (checks, i), "code")));
  g_ptr_array_add (codes, NULL);
  return (GStrv)g_ptr_array_free (codes, FALSE);
}

static gboolean
read_capacity (FramEmployerDialog *self, Work *work)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->capacity));

  work->capacity = -1;
  if (text[strspn (text, " ")] != '\0')
    return fram_field_error_read_number (self->capacity_error, 0, MOST_PLACES, &work->capacity);
  fram_field_error_set (self->capacity_error, NULL);
  return TRUE;
}

static gboolean
read_email (FramEmployerDialog *self, Work *work)
{
  const char *sentence = NULL;

  fram_field_error_read_text (self->contact_email_error, NULL, &work->texts[CONTACT_EMAIL]);
  if (work->texts[CONTACT_EMAIL][0] != '\0' && strchr (work->texts[CONTACT_EMAIL], '@') == NULL)
    sentence = _ ("An e-mail address has an @ and no blanks, for example anna@example.se.");
  fram_field_error_set (self->contact_email_error, sentence);
  return sentence == NULL;
}

static void
read_texts (FramEmployerDialog *self, Work *work)
{
  AdwEntryRow *const rows[N_TEXTS] = {
    [TASKS] = self->tasks,     [CONTACT_NAME] = self->contact_name, [CONTACT_PHONE] = self->contact_phone,
    [ADDRESS] = self->address, [ADAPTATIONS] = self->adaptations,   [NOTE] = self->note
  };

  for (guint i = 0; i < N_TEXTS; i++)
    if (rows[i] != NULL)
      work->texts[i] = g_strdup (gtk_editable_get_text (GTK_EDITABLE (rows[i])));
  work->fields = checked (self->field_checks);
  work->areas = checked (self->area_checks);
}

/* Every field is looked at, so that all that is wrong is shown at once. */
static FramFieldError *
read_fields (FramEmployerDialog *self, Work *work)
{
  FramFieldError *wrong = NULL;

  read_texts (self, work);
  if (!read_email (self, work))
    wrong = self->contact_email_error;
  if (!fram_field_error_read_date (self->agreed_from_error, FALSE, &work->agreed_from))
    wrong = self->agreed_from_error;
  if (!read_capacity (self, work))
    wrong = self->capacity_error;
  if (!fram_field_error_read_text (self->employer_error, _ ("Write the employer's name."), &work->texts[EMPLOYER]))
    wrong = self->employer_error;
  return wrong;
}

static gboolean
fram_employer_dialog_write (FramFormDialog *dialog)
{
  FramEmployerDialog *self = FRAM_EMPLOYER_DIALOG (dialog);
  Work *work = g_new0 (Work, 1);
  FramFieldError *wrong = read_fields (self, work);

  if (wrong != NULL)
    {
      work_free (work);
      if (!fram_form_dialog_is_live (dialog))
        fram_field_error_focus (wrong);
      return FALSE;
    }
  work->place = self->place;
  work->is_new = self->is_new;
  fram_form_dialog_run (dialog, work_on_desk, work, work_free, g_free);
  return TRUE;
}

static char *
fram_employer_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

static void
fram_employer_dialog_dispose (GObject *object)
{
  FramEmployerDialog *self = FRAM_EMPLOYER_DIALOG (object);

  g_clear_pointer (&self->field_checks, g_ptr_array_unref);
  g_clear_pointer (&self->area_checks, g_ptr_array_unref);
  G_OBJECT_CLASS (fram_employer_dialog_parent_class)->dispose (object);
}

static void
fram_employer_dialog_class_init (FramEmployerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_employer_dialog_dispose;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_employer_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_employer_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-employer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, employer);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, tasks);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, capacity);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, agreed_from);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, contact_name);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, contact_phone);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, contact_email);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, address);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, areas);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, adaptations);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, note);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, employer_error);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, capacity_error);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, agreed_from_error);
  gtk_widget_class_bind_template_child (widget_class, FramEmployerDialog, contact_email_error);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
}

static void
fram_employer_dialog_init (FramEmployerDialog *self)
{
  self->field_checks = g_ptr_array_new ();
  self->area_checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

typedef struct
{
  FramUuid place;
  gboolean is_new;
  FramExternalDetails *details;
  GPtrArray *fields;
  GPtrArray *areas;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_clear_pointer (&facts->details, fram_external_details_free);
  g_clear_pointer (&facts->fields, g_ptr_array_unref);
  g_clear_pointer (&facts->areas, g_ptr_array_unref);
  g_free (facts);
}

static gpointer
read_facts (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const Facts *asked = data;
  Facts *facts = g_new0 (Facts, 1);

  facts->areas = fram_desk_adaptation_areas (desk, error);
  facts->fields = facts->areas != NULL ? fram_desk_work_fields (desk, error) : NULL;
  if (facts->fields != NULL && !asked->is_new)
    facts->details = fram_desk_external_place (desk, &asked->place, error);
  if (facts->fields == NULL || (!asked->is_new && facts->details == NULL))
    g_clear_pointer (&facts, facts_free);
  return facts;
}

static void
show_chosen (AdwExpanderRow *row, const GPtrArray *checks)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (checks, i)))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              (char *)g_object_get_data (g_ptr_array_index (checks, i), "name"));
  adw_expander_row_set_subtitle (row, names->len > 0 ? names->str : C_ ("kinds of work", "None chosen"));
  g_string_free (names, TRUE);
}

static void
on_check_toggled_cb (FramEmployerDialog *self)
{
  show_chosen (self->fields, self->field_checks);
  show_chosen (self->areas, self->area_checks);
  fram_form_dialog_choice_made (FRAM_FORM_DIALOG (self));
}

static void
add_checks (FramEmployerDialog *self, AdwExpanderRow *expander, GPtrArray *checks, const GPtrArray *choices,
            const char *const *codes)
{
  for (guint i = 0; i < choices->len; i++)
    {
      const FramChoice *choice = g_ptr_array_index (choices, i);
      GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), choice->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), codes != NULL && g_strv_contains (codes, choice->code));
      g_object_set_data_full (G_OBJECT (check), "code", g_strdup (choice->code), g_free);
      g_object_set_data_full (G_OBJECT (check), "name", g_strdup (choice->name), g_free);
      fram_widget_set_accessible_name (check, choice->name);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (checks, check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
    }
  show_chosen (expander, checks);
}

static void
set_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill (FramEmployerDialog *self, const FramExternalPlace *place)
{
  g_autofree char *capacity = place->capacity >= 0 ? g_strdup_printf ("%d", place->capacity) : NULL;
  char day[FRAM_DATE_TEXT_SIZE];

  fram_form_dialog_set_title (FRAM_FORM_DIALOG (self), place->employer);
  set_text (self->employer, place->employer);
  set_text (self->tasks, place->tasks);
  set_text (self->capacity, capacity);
  set_text (self->agreed_from, fram_date_format (place->agreed_from, day));
  set_text (self->contact_name, place->contact_name);
  set_text (self->contact_phone, place->contact_phone);
  set_text (self->contact_email, place->contact_email);
  set_text (self->address, place->address);
  set_text (self->adaptations, place->adaptations);
  set_text (self->note, place->note);
}

static void
on_facts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramEmployerDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  const FramExternalPlace *place = facts != NULL && facts->details != NULL ? facts->details->place : NULL;

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    ; /* the window has gone meanwhile */
  else if (facts == NULL)
    fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
  else
    {
      add_checks (self, self->fields, self->field_checks, facts->fields,
                  place != NULL ? (const char *const *)place->fields : NULL);
      add_checks (self, self->areas, self->area_checks, facts->areas,
                  place != NULL ? (const char *const *)place->areas : NULL);
      if (place != NULL)
        fill (self, place);
      fram_form_dialog_start (FRAM_FORM_DIALOG (self));
    }
  g_clear_pointer (&facts, facts_free);
}

/**
 * fram_employer_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @place: (nullable): what to change; %NULL adds one
 *
 * Returns: (transfer floating): the dialog
 */
FramEmployerDialog *
fram_employer_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *place)
{
  FramEmployerDialog *self = g_object_new (FRAM_TYPE_EMPLOYER_DIALOG, NULL);
  Facts *asked = g_new0 (Facts, 1);

  self->is_new = asked->is_new = place == NULL;
  if (place != NULL)
    self->place = asked->place = *place;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent,
                           self->is_new ? _ ("Add external place") : _ ("External place"),
                           self->is_new ? _ ("_Add") : NULL);
  if (self->is_new)
    set_text (self->capacity, "1");
  fram_desk_run_async (desk, read_facts, asked, facts_free, facts_free, NULL, on_facts_read_cb, g_object_ref (self));
  return self;
}
