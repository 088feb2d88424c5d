#include "fram-participant-dialog.h"

#include "fram-end-dialog.h"
#include "fram-form-dialog.h"
#include "fram-person-dialog.h"
#include "fram-place-dialog.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

struct _FramParticipantDialog
{
  AdwWindow parent_instance;

  /* template children */
  AdwWindowTitle *title;
  GtkButton *edit;
  GtkButton *place;
  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *trouble;
  AdwPreferencesGroup *protection;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *stays;
  AdwPreferencesGroup *earlier;
  AdwExpanderRow *earlier_row;

  /* owned */
  FramDesk *desk;
  char *participant;
  FramPerson *person;
  GPtrArray *rows;         /* of facts and stays */
  GPtrArray *earlier_rows; /* of stays that have ended */
};

G_DEFINE_FINAL_TYPE (FramParticipantDialog, fram_participant_dialog, ADW_TYPE_WINDOW)

static void load (FramParticipantDialog *self);

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  return row;
}

static void
add_fact (FramParticipantDialog *self, const char *title, const char *value)
{
  GtkWidget *row, *label;

  if (value == NULL || value[0] == '\0')
    return;
  row = new_row (title, NULL);
  label = gtk_label_new (value);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "fram-dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->facts, row);
  g_ptr_array_add (self->rows, row);
}

static char *
birth_text (const FramPerson *person, FramDate today)
{
  char day[FRAM_DATE_TEXT_SIZE];
  int age = fram_date_age (person->row->birth_date, today);

  if (age < 0)
    return NULL;
  /* TRANSLATORS: a birth date and the age that follows from it */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %d year", "%s, %d years", age),
                          fram_date_format (person->row->birth_date, day), age);
}

static char *
enrolled_text (const FramPerson *person, FramDate today)
{
  char from[FRAM_DATE_TEXT_SIZE], to[FRAM_DATE_TEXT_SIZE];

  if (person->row->enrolled == FRAM_DATE_NONE)
    return NULL;
  fram_date_format (person->row->enrolled, from);
  if (person->row->closed != FRAM_DATE_NONE)
    return g_strdup_printf ("%s – %s", from, fram_date_format (person->row->closed, to));
  if (person->row->enrolled > today)
    return g_strdup (from);
  /* TRANSLATORS: first day of the enrolment, and which day of it today is */
  return g_strdup_printf (_ ("%s, day %d"), from, today - person->row->enrolled + 1);
}

static const char *
sex_name (const char *sex)
{
  if (g_strcmp0 (sex, "F") == 0)
    return C_ ("sex", "Woman");
  return g_strcmp0 (sex, "M") == 0 ? C_ ("sex", "Man") : NULL;
}

static void
show_facts (FramParticipantDialog *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));
  g_autofree char *birth = birth_text (self->person, today);
  g_autofree char *enrolled = enrolled_text (self->person, today);

  add_fact (self, _ ("Phase"), fram_phase_get_name (self->person->row->phase));
  add_fact (self, _ ("Enrolled"), enrolled);
  add_fact (self, _ ("Case worker"), self->person->case_workers);
  add_fact (self, _ ("Referred by"), self->person->organisation);
  add_fact (self, _ ("Birth date"), birth);
  add_fact (self, _ ("Sex"), sex_name (self->person->row->sex));
  add_fact (self, _ ("Phone"), self->person->phone);
}

static char *
stay_text (const FramStay *stay)
{
  GString *text = g_string_new (NULL);
  g_autofree char *plan = fram_slots_format (stay->slots);
  int minutes = stay->slots->len > 0 ? fram_slots_minutes (stay->slots) : stay->weekly_minutes;
  char from[FRAM_DATE_TEXT_SIZE], to[FRAM_DATE_TEXT_SIZE];

  if (plan[0] != '\0')
    g_string_append_printf (text, "%s\n", plan);
  if (minutes > 0)
    {
      g_autofree char *hours = fram_hours_to_words (minutes);
      g_autofree char *weekly = g_strdup_printf (_ ("%s a week"), hours);

      g_string_append_printf (text, "%s · ", weekly);
    }
  fram_date_format (stay->from, from);
  if (stay->to == FRAM_DATE_NONE)
    g_string_append_printf (text, _ ("from %s"), from);
  else
    g_string_append_printf (text, "%s – %s", from, fram_date_format (stay->to, to));
  return g_string_free (text, FALSE);
}

static void on_end_clicked_cb (FramParticipantDialog *self, GtkButton *button);

static void
add_end_button (FramParticipantDialog *self, GtkWidget *row, const FramStay *stay)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (C_ ("placement", "_End…"));
  g_autofree char *name = g_strdup_printf (_ ("End the placement in %s"), stay->name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  fram_widget_set_accessible_name (button, name);
  g_object_set_data (G_OBJECT (button), "stay", (gpointer)stay);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_end_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_stay (FramParticipantDialog *self, const FramStay *stay, FramDate today)
{
  g_autofree char *text = stay_text (stay);
  GtkWidget *row = new_row (stay->name, text);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (stay->to != FRAM_DATE_NONE && stay->to < today)
    {
      adw_expander_row_add_row (self->earlier_row, row);
      g_ptr_array_add (self->earlier_rows, row);
      return;
    }
  if (self->person->may_place && !stay->is_group && stay->activity != NULL)
    add_end_button (self, row, stay);
  adw_preferences_group_add (self->stays, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_stays (FramParticipantDialog *self)
{
  FramDate today = fram_clock_today (fram_desk_get_clock (self->desk));
  guint n_rows = self->rows->len;

  for (guint i = 0; i < self->person->stays->len; i++)
    add_stay (self, g_ptr_array_index (self->person->stays, i), today);
  if (self->rows->len == n_rows)
    {
      GtkWidget *row = new_row (_ ("Not placed now"), self->person->may_place
                                                          ? _ ("Choose a workshop, and the rosters expect the person.")
                                                          : _ ("A case worker can place the person in a workshop."));

      adw_preferences_group_add (self->stays, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->stays), self->person->sees_plan);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), self->earlier_rows->len > 0);
}

static void
clear_rows (FramParticipantDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (gtk_widget_is_ancestor (row, GTK_WIDGET (self->facts)) ? self->facts : self->stays,
                                    row);
    }
  for (guint i = 0; i < self->earlier_rows->len; i++)
    adw_expander_row_remove (self->earlier_row, g_ptr_array_index (self->earlier_rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->earlier_rows, 0);
}

static void
show_person (FramParticipantDialog *self)
{
  clear_rows (self);
  adw_window_title_set_title (self->title, self->person->row->name);
  adw_window_title_set_subtitle (self->title, self->person->row->case_no);
  gtk_window_set_title (GTK_WINDOW (self), self->person->row->name);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), self->person->may_edit);
  gtk_widget_set_visible (GTK_WIDGET (self->place), self->person->may_place);
  gtk_widget_set_visible (GTK_WIDGET (self->protection), self->person->row->is_protected);
  show_facts (self);
  show_stays (self);
  gtk_stack_set_visible_child_name (self->stack, "facts");
}

static gpointer
read_person (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return fram_desk_person (desk, data, error);
}

static void
on_person_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FramParticipantDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  FramPerson *person = fram_desk_run_finish (FRAM_DESK (source), result, &error);

  if (self->desk == NULL)
    g_clear_pointer (&person, fram_person_free);
  else if (person == NULL)
    {
      adw_status_page_set_description (self->trouble, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
    }
  else
    {
      g_autoptr (FramPerson) old = self->person;

      /* the rows point into the old one until they are gone */
      self->person = person;
      show_person (self);
    }
}

static void
load (FramParticipantDialog *self)
{
  fram_desk_run_async (self->desk, read_person, g_strdup (self->participant), g_free, (GDestroyNotify)fram_person_free,
                       NULL, on_person_read_cb, g_object_ref (self));
}

static void
on_undo_clicked_cb (FramParticipantDialog *self)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
}

static void
on_written_cb (FramParticipantDialog *self, const char *what)
{
  AdwToast *toast = adw_toast_new (what);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_edit_clicked_cb (FramParticipantDialog *self)
{
  FramPersonDialog *dialog = fram_person_dialog_new (self->desk, GTK_WIDGET (self), &self->person->row->participant);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_place_clicked_cb (FramParticipantDialog *self)
{
  FramPlaceDialog *dialog = fram_place_dialog_new (self->desk, GTK_WIDGET (self), self->participant, NULL);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_end_clicked_cb (FramParticipantDialog *self, GtkButton *button)
{
  const FramStay *stay = g_object_get_data (G_OBJECT (button), "stay");
  FramEndDialog *dialog = fram_end_dialog_new (self->desk, GTK_WIDGET (self), self->person, stay);

  g_signal_connect_object (dialog, "written", G_CALLBACK (on_written_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_changed_cb (FramParticipantDialog *self, const FramChanged *what)
{
  if (what->house)
    load (self);
}

static void
fram_participant_dialog_dispose (GObject *object)
{
  FramParticipantDialog *self = FRAM_PARTICIPANT_DIALOG (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (fram_participant_dialog_parent_class)->dispose (object);
}

static void
fram_participant_dialog_finalize (GObject *object)
{
  FramParticipantDialog *self = FRAM_PARTICIPANT_DIALOG (object);

  g_free (self->participant);
  g_clear_pointer (&self->person, fram_person_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->earlier_rows);
  G_OBJECT_CLASS (fram_participant_dialog_parent_class)->finalize (object);
}

static void
fram_participant_dialog_class_init (FramParticipantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fram_participant_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = fram_participant_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/se/framsteg/Framsteg/ui/fram-participant-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, title);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, edit);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, place);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, protection);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, facts);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, stays);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, earlier);
  gtk_widget_class_bind_template_child (widget_class, FramParticipantDialog, earlier_row);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_clicked_cb);
}

static void
fram_participant_dialog_init (FramParticipantDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->earlier_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* with large texts on a telephone it has two lines */
  g_object_set (gtk_button_get_child (GTK_BUTTON (self->place)), "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

/**
 * fram_participant_dialog_new:
 * @desk: the desk
 * @parent: (nullable): a widget of the window it belongs to
 * @case_no_or_id: whom to show
 *
 * Returns: (transfer floating): the dialog
 */
FramParticipantDialog *
fram_participant_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no_or_id)
{
  FramParticipantDialog *self = g_object_new (FRAM_TYPE_PARTICIPANT_DIALOG, NULL);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  self->desk = g_object_ref (desk);
  self->participant = g_strdup (case_no_or_id);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  g_signal_connect_object (desk, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

/* The person shown, or NULL until read. */
const FramPerson *
fram_participant_dialog_get_person (FramParticipantDialog *self)
{
  g_return_val_if_fail (FRAM_IS_PARTICIPANT_DIALOG (self), NULL);
  return self->person;
}
