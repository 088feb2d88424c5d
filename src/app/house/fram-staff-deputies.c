#include "fram-staff-deputies.h"

#include "fram-choices.h"
#include "fram-desk-carrier.h"
#include "fram-field-error.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Deputy while somebody is away: who, from, to. A deputy gets rights, so this stands where an administrator gives them. */

typedef struct
{
  AdwPreferencesGroup *group; /* not owned: this belongs to it */
  FramFormDialog *dialog;     /* likewise: the group is inside it */
  FramUuid absent;
  GPtrArray *rows; /* borrowed rows of deputies */
  AdwComboRow *who;
  AdwEntryRow *from;
  AdwEntryRow *to;
  FramFieldError *from_error;
  FramFieldError *to_error;
} Deputies;

static void
deputies_free (gpointer data)
{
  g_ptr_array_unref (((Deputies *)data)->rows);
  g_free (data);
}

static void read_deputies (Deputies *self);

/* The group, kept while the desk is at work. */
static Deputies *
deputies_of (gpointer group)
{
  return g_object_get_data (group, "deputies");
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwPreferencesGroup) group = data;
  Deputies *self = deputies_of (group);
  g_autoptr (GError) error = NULL;
  g_autofree char *what = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (group)) == NULL)
    return;
  fram_form_dialog_set_trouble (self->dialog, error != NULL ? error->message : NULL);
  if (what == NULL)
    return;
  g_signal_emit_by_name (self->dialog, "written", what);
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  read_deputies (self);
}

static gpointer
add_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  fram_desk_add_deputy (desk, data, &what, error);
  return what;
}

static void
on_add_clicked_cb (GtkButton *button, Deputies *self)
{
  FramDeputy deputy = { .absent = self->absent };
  const char *code = fram_choices_get (self->who);
  gboolean from_is_right = fram_field_error_read_date (self->from_error, TRUE, &deputy.from);
  gboolean to_is_right = fram_field_error_read_date (self->to_error, TRUE, &deputy.to);

  if (!from_is_right || !to_is_right)
    fram_field_error_focus (from_is_right ? self->to_error : self->from_error);
  else if (code == NULL || !fram_uuid_parse (code, &deputy.deputy))
    fram_form_dialog_set_trouble (self->dialog, _ ("Choose who is to be deputy."));
  else
    fram_desk_run_async (fram_form_dialog_get_desk (self->dialog), add_on_desk, g_memdup2 (&deputy, sizeof deputy),
                         g_free, g_free, NULL, on_written_cb, g_object_ref (self->group));
}

static gpointer
end_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  char *what = NULL;

  fram_desk_end_deputy (desk, data, &what, error);
  return what;
}

static void
on_end_clicked_cb (GtkButton *button, Deputies *self)
{
  FramUuid *id = g_object_get_data (G_OBJECT (button), "deputy");

  fram_desk_run_async (fram_form_dialog_get_desk (self->dialog), end_on_desk, g_memdup2 (id, sizeof *id), g_free,
                       g_free, NULL, on_written_cb, g_object_ref (self->group));
}

static GtkWidget *
new_row (Deputies *self, const FramDeputy *deputy)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *from = fram_date_to_day_month (deputy->from), *to = fram_date_to_day_month (deputy->to);
  /* TRANSLATORS: first and last day */
  g_autofree char *days = g_strdup_printf (_ ("%s to %s"), from, to);
  g_autofree char *name = g_strdup_printf (_ ("End the deputy %s"), deputy->deputy_name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), deputy->deputy_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "deputy", g_memdup2 (&deputy->id, sizeof deputy->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_end_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

typedef struct
{
  GPtrArray *deputies;
  GPtrArray *loads;
} Facts;

static void
facts_free (gpointer data)
{
  Facts *facts = data;

  g_clear_pointer (&facts->deputies, g_ptr_array_unref);
  g_clear_pointer (&facts->loads, g_ptr_array_unref);
  g_free (facts);
}

static gpointer
read_on_desk (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->deputies = fram_desk_deputies (desk, data, error);
  if (facts->deputies != NULL)
    facts->loads = fram_desk_case_loads (desk, fram_clock_today (fram_desk_get_clock (desk)), error);
  if (facts->loads != NULL)
    return facts;
  facts_free (facts);
  return NULL;
}

/* Only who is a case worker has deputies. */
static void
show_choices (Deputies *self, const GPtrArray *loads)
{
  gboolean is_case_worker = FALSE;

  fram_choices_clear (self->who);
  for (guint i = 0; i < loads->len; i++)
    {
      const FramCaseLoad *load = g_ptr_array_index (loads, i);
      char code[FRAM_UUID_TEXT_SIZE];

      if (fram_uuid_equal (&load->staff, &self->absent))
        is_case_worker = TRUE;
      else
        fram_choices_add (self->who, fram_uuid_format (&load->staff, code), load->name);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->group), is_case_worker);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AdwPreferencesGroup) group = data;
  Deputies *self = deputies_of (group);
  Facts *facts = fram_desk_run_finish (FRAM_DESK (source), result, NULL);

  if (facts != NULL && gtk_widget_get_root (GTK_WIDGET (group)) != NULL)
    {
      for (guint i = 0; i < self->rows->len; i++)
        adw_preferences_group_remove (group, g_ptr_array_index (self->rows, i));
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < facts->deputies->len; i++)
        {
          GtkWidget *row = new_row (self, g_ptr_array_index (facts->deputies, i));

          adw_preferences_group_add (group, row);
          g_ptr_array_add (self->rows, row);
        }
      show_choices (self, facts->loads);
    }
  g_clear_pointer (&facts, facts_free);
}

static void
read_deputies (Deputies *self)
{
  fram_desk_run_async (fram_form_dialog_get_desk (self->dialog), read_on_desk,
                       g_memdup2 (&self->absent, sizeof self->absent), g_free, facts_free, NULL, on_read_cb,
                       g_object_ref (self->group));
}

static AdwEntryRow *
add_entry (Deputies *self, const char *title, FramFieldError **error)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_preferences_group_add (self->group, entry);
  *error = g_object_new (FRAM_TYPE_FIELD_ERROR, "field", entry, NULL);
  adw_preferences_group_add (self->group, GTK_WIDGET (*error));
  return ADW_ENTRY_ROW (entry);
}

static void
add_fields (Deputies *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Add _deputy"));

  self->who = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->who), _ ("Deputy"));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->who));
  self->from = add_entry (self, _ ("From (year-month-day)"), &self->from_error);
  self->to = add_entry (self, _ ("To (year-month-day)"), &self->to_error);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (button, _ ("Add deputy"));
  g_signal_connect (button, "clicked", G_CALLBACK (on_add_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->group, row);
}

/**
 * fram_staff_deputies_show:
 * @group: an empty group of the dialog
 * @dialog: the dialog around it, which tells what is written
 * @staff: who is away
 *
 * Shows who is deputy for a case worker, today and to come; each is written as soon as it is added.
 */
void
fram_staff_deputies_show (AdwPreferencesGroup *group, FramFormDialog *dialog, const FramUuid *staff)
{
  Deputies *self = g_new0 (Deputies, 1);

  self->group = group;
  self->dialog = dialog;
  self->absent = *staff;
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (group), "deputies", self, deputies_free);
  add_fields (self);
  read_deputies (self);
}
