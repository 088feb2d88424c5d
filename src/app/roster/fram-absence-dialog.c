#include "fram-absence-dialog.h"

#include "fram-choices.h"
#include "fram-field-error.h"
#include "fram-typed-date.h"
#include "fram-typed-time.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* How far back and ahead absences are listed. */
#define DAYS_BACK  30
#define DAYS_AHEAD 400

struct _FramAbsenceDialog
{
  FramFormDialog parent_instance;

  /* template children */
  AdwPreferencesGroup *known;
  AdwPreferencesGroup *form;
  AdwComboRow *status;
  AdwEntryRow *from;
  AdwEntryRow *to;
  AdwEntryRow *from_time;
  AdwEntryRow *to_time;
  AdwComboRow *told_by;
  FramFieldError *from_error;
  FramFieldError *to_error;
  FramFieldError *from_time_error;
  FramFieldError *to_time_error;

  /* owned */
  GPtrArray *rows; /* of known absences */
  char *name;

  FramUuid enrolment;
  FramUuid editing; /* the absence that the form changes; none for a new one */
  FramDate day;
};

G_DEFINE_FINAL_TYPE (FramAbsenceDialog, fram_absence_dialog, FRAM_TYPE_FORM_DIALOG)

/* ---- what is written ---- */

static gpointer
save_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *what = NULL;

  return fram_desk_save_absence (desk, data, &what, error) ? g_steal_pointer (&what) : NULL;
}

static gboolean
read_day (FramAbsenceDialog *self, AdwEntryRow *row, FramFieldError *error, FramDate *day)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));

  *day = fram_typed_date_parse (text, self->day);
  fram_field_error_set (
      error, *day == FRAM_DATE_NONE ? _ ("Write a day, for example 2026-11-12, 12/11, +1 or a weekday.") : NULL);
  return *day != FRAM_DATE_NONE;
}

static gboolean
read_time (AdwEntryRow *row, FramFieldError *error, int *minutes)
{
  gboolean right = fram_typed_time_parse (gtk_editable_get_text (GTK_EDITABLE (row)), minutes);

  fram_field_error_set (error, right ? NULL : _ ("That is no time of day; write for example 9.20."));
  return right;
}

static gboolean
read_days (FramAbsenceDialog *self, FramAbsence *absence)
{
  gboolean right = read_day (self, self->from, self->from_error, &absence->from);
  const char *to = gtk_editable_get_text (GTK_EDITABLE (self->to));

  fram_field_error_set (self->to_error, NULL);
  absence->to = absence->from;
  if (to[0] != '\0')
    right &= read_day (self, self->to, self->to_error, &absence->to);
  if (!right || absence->to >= absence->from)
    return right;
  fram_field_error_set (self->to_error, _ ("The last day must not come before the first."));
  return FALSE;
}

static gboolean
read_times (FramAbsenceDialog *self, FramAbsence *absence)
{
  gboolean right = read_time (self->from_time, self->from_time_error, &absence->from_time);

  right &= read_time (self->to_time, self->to_time_error, &absence->to_time);
  if (!right || absence->from_time == FRAM_TIME_NONE || absence->to_time == FRAM_TIME_NONE ||
      absence->to_time > absence->from_time)
    return right;
  fram_field_error_set (self->to_time_error, _ ("Write a time after the first one."));
  return FALSE;
}

static gboolean
fram_absence_dialog_write (FramFormDialog *dialog)
{
  FramAbsenceDialog *self = FRAM_ABSENCE_DIALOG (dialog);
  g_autoptr (FramAbsence) absence = g_new0 (FramAbsence, 1);
  gboolean right;

  absence->id = self->editing;
  absence->enrolment = self->enrolment;
  absence->status = g_strdup (fram_choices_get (self->status));
  absence->told_by = g_strdup (fram_choices_get (self->told_by));
  right = read_days (self, absence);
  right &= read_times (self, absence);
  if (right)
    fram_form_dialog_run (dialog, save_on_desk, g_steal_pointer (&absence), (GDestroyNotify)fram_absence_free, g_free);
  return right;
}

static char *
fram_absence_dialog_done (FramFormDialog *dialog, gpointer answer)
{
  return g_strdup (answer);
}

/* ---- what is known ---- */

static gpointer
remove_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *what = NULL;

  return fram_desk_remove_absence (desk, data, &what, error) ? g_steal_pointer (&what) : NULL;
}

static void load_known (FramAbsenceDialog *self);

static void
on_removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAbsenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), what == NULL ? error->message : NULL);
  if (what == NULL)
    return;
  g_signal_emit_by_name (self, "written", what);
  load_known (self);
}

static void
on_remove_clicked_cb (GtkButton *button, FramAbsenceDialog *self)
{
  const FramAbsence *absence = g_object_get_data (G_OBJECT (button), "fram-absence");
  FramUuid *id = g_new (FramUuid, 1);

  *id = absence->id;
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), remove_on_desk, id, g_free, g_free, NULL,
                       on_removed_cb, g_object_ref (self));
}

static void
set_day (AdwEntryRow *row, FramDate day)
{
  char text[FRAM_DATE_TEXT_SIZE];

  gtk_editable_set_text (GTK_EDITABLE (row), day != FRAM_DATE_NONE ? fram_date_format (day, text) : "");
}

static void
set_time (AdwEntryRow *row, int minutes)
{
  g_autofree char *text = fram_time_to_words (minutes);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
on_edit_clicked_cb (GtkButton *button, FramAbsenceDialog *self)
{
  const FramAbsence *absence = g_object_get_data (G_OBJECT (button), "fram-absence");

  self->editing = absence->id;
  set_day (self->from, absence->from);
  set_day (self->to, absence->to != absence->from ? absence->to : FRAM_DATE_NONE);
  set_time (self->from_time, absence->from_time);
  set_time (self->to_time, absence->to_time);
  fram_choices_select (self->status, absence->status);
  fram_choices_select (self->told_by, absence->told_by);
  adw_preferences_group_set_title (self->form, _ ("Change the absence"));
  gtk_widget_grab_focus (GTK_WIDGET (self->from));
}

/* "Sick, Thu 12 November – Fri 13 November" */
static char *
words_of (FramAbsenceDialog *self, const FramAbsence *absence)
{
  const FramStatus *status =
      fram_desk_find_status (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), absence->status);
  g_autofree char *from = fram_date_to_short_words (absence->from), *to = fram_date_to_short_words (absence->to);
  const char *name = status != NULL ? fram_status_get_name (status) : absence->status;

  if (absence->from == absence->to)
    /* Translators: a status and a day */
    return g_strdup_printf (C_ ("absence", "%1$s, %2$s"), name, from);
  /* Translators: a status, a first and a last day */
  return g_strdup_printf (C_ ("absence", "%1$s, %2$s – %3$s"), name, from, to);
}

static GtkWidget *
row_button (FramAbsenceDialog *self, FramAbsence *absence, const char *icon, const char *name, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "fram-absence", absence);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

/* The row owns its absence. */
static void
add_known (FramAbsenceDialog *self, FramAbsence *absence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = words_of (self, absence), *times = NULL, *edit = NULL, *remove = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  if (absence->from_time != FRAM_TIME_NONE || absence->to_time != FRAM_TIME_NONE)
    {
      times = fram_time_range_to_text (absence->from_time, absence->to_time);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), times);
    }
  /* Translators: the name of a button: an absence in words */
  edit = g_strdup_printf (_ ("Change: %s"), words);
  /* Translators: the name of a button: an absence in words */
  remove = g_strdup_printf (_ ("Take away: %s"), words);
  g_object_set_data_full (G_OBJECT (row), "fram-absence", absence, (GDestroyNotify)fram_absence_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row_button (self, absence, "document-edit-symbolic", edit,
                                                               G_CALLBACK (on_edit_clicked_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), row_button (self, absence, "user-trash-symbolic", remove,
                                                               G_CALLBACK (on_remove_clicked_cb)));
  adw_preferences_group_add (self->known, row);
  g_ptr_array_add (self->rows, row);
}

static gpointer
load_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  const FramAbsence *asked = data;

  return fram_desk_absences (desk, &asked->enrolment, asked->from, asked->to, error);
}

static void
on_known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramAbsenceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) absences = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)) == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->known, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (absences == NULL)
    {
      fram_form_dialog_set_trouble (FRAM_FORM_DIALOG (self), error->message);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->known), absences->len > 0);
  while (absences->len > 0)
    add_known (self, g_ptr_array_steal_index (absences, 0));
}

static void
load_known (FramAbsenceDialog *self)
{
  FramAbsence *asked = g_new0 (FramAbsence, 1);

  asked->enrolment = self->enrolment;
  asked->from = self->day - DAYS_BACK;
  asked->to = self->day + DAYS_AHEAD;
  fram_desk_run_async (fram_form_dialog_get_desk (FRAM_FORM_DIALOG (self)), load_on_desk, asked, g_free,
                       (GDestroyNotify)g_ptr_array_unref, NULL, on_known_cb, g_object_ref (self));
}

/* ---- the dialog ---- */

static void
fram_absence_dialog_finalize (GObject *object)
{
  FramAbsenceDialog *self = FRAM_ABSENCE_DIALOG (object);

  g_ptr_array_unref (self->rows);
  g_free (self->name);
  G_OBJECT_CLASS (fram_absence_dialog_parent_class)->finalize (object);
}

static void
fram_absence_dialog_class_init (FramAbsenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = fram_absence_dialog_finalize;
  FRAM_FORM_DIALOG_CLASS (klass)->write = fram_absence_dialog_write;
  FRAM_FORM_DIALOG_CLASS (klass)->done = fram_absence_dialog_done;

  g_type_ensure (FRAM_TYPE_FIELD_ERROR);
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-absence-dialog.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, FramAbsenceDialog, child)
  BIND (known);
  BIND (form);
  BIND (status);
  BIND (from);
  BIND (to);
  BIND (from_time);
  BIND (to_time);
  BIND (told_by);
  BIND (from_error);
  BIND (to_error);
  BIND (from_time_error);
  BIND (to_time_error);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_text_changed);
  gtk_widget_class_bind_template_callback (widget_class, fram_form_dialog_choice_made);
}

static void
fram_absence_dialog_init (FramAbsenceDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What can be told beforehand: any absence but the one that nobody told of. */
static void
fill_choices (FramAbsenceDialog *self, FramDesk *desk)
{
  const GArray *statuses = fram_desk_get_statuses (desk);

  for (guint i = 0; i < statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (statuses, FramStatus, i);

      if (status->counts != FRAM_COUNTS_PRESENT && !g_str_equal (status->code, "absent_unnotified"))
        fram_choices_add (self->status, status->code, fram_status_get_name (status));
    }
  fram_choices_add (self->told_by, "participant", C_ ("told by", "The participant"));
  fram_choices_add (self->told_by, "case_worker", C_ ("told by", "The case worker"));
  fram_choices_add (self->told_by, "other", C_ ("told by", "Somebody else"));
}

/**
 * fram_absence_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @enrolment: whose absences
 * @name: the person's name as the roster shows it
 * @day: the day that a new one begins with
 *
 * Returns: (transfer floating): the dialog
 */
FramAbsenceDialog *
fram_absence_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *enrolment, const char *name, FramDate day)
{
  FramAbsenceDialog *self = g_object_new (FRAM_TYPE_ABSENCE_DIALOG, NULL);
  /* Translators: the title of a dialog: a person */
  g_autofree char *title = g_strdup_printf (_ ("Planned absence: %s"), name);

  self->enrolment = *enrolment;
  self->name = g_strdup (name);
  self->day = day;
  fram_form_dialog_set_up (FRAM_FORM_DIALOG (self), desk, parent, title, _ ("_Save"));
  fill_choices (self, desk);
  set_day (self->from, day);
  fram_form_dialog_start (FRAM_FORM_DIALOG (self));
  load_known (self);
  return self;
}
