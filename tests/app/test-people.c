#include "fram-test.h"

#include "fram-closure-dialog.h"
#include "fram-closures-page.h"
#include "fram-desk-house.h"
#include "fram-desk-people.h"
#include "fram-desk-person.h"
#include "fram-desk-roster.h"
#include "fram-end-dialog.h"
#include "fram-field-error.h"
#include "fram-participant-dialog.h"
#include "fram-participants-page.h"
#include "fram-person-dialog.h"
#include "fram-place-dialog.h"
#include "fram-staff-dialog.h"
#include "fram-staff-page.h"
#include "fram-workshop-dialog.h"
#include "fram-workshops-page.h"

#include <glib/gstdio.h>

/* A register made from empty, used through the lists and dialogs as a person would. */

typedef struct
{
  char *folder;
  FramDesk *desk;
  GtkWidget *window;
  char *said; /* what the last dialog said was written */
} Fixture;

static void
add_staff (FramDesk *desk, const char *name, const char *login, FramRole role, const char *workshop)
{
  g_autoptr (FramStaff) staff = fram_staff_new ();
  g_autoptr (GError) error = NULL;

  staff->name = g_strdup (name);
  staff->login = g_strdup (login);
  staff->active = TRUE;
  fram_staff_add_role (staff, role, workshop, NULL);
  fram_desk_save_staff (desk, staff, NULL, &error);
  g_assert_no_error (error);
}

static void
sit_down (Fixture *f, const char *login)
{
  g_autoptr (GError) error = NULL;

  fram_desk_sit_down_as (f->desk, login, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("framsteg-people-XXXXXX", NULL);
  path = g_build_filename (f->folder, "register.db", NULL);
  f->desk = fram_desk_create (path, clock, "fram", &error);
  g_assert_no_error (error);
  add_staff (f->desk, "Karin Berg", "karin", FRAM_ROLE_ADMINISTRATOR, NULL);
  add_staff (f->desk, "Nadia Saleh", "nadia", FRAM_ROLE_CASE_WORKER, NULL);
  add_staff (f->desk, "Per Holm", "per", FRAM_ROLE_CASE_WORKER, NULL);
  add_staff (f->desk, "Torsten Ek", "torsten", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  sit_down (f, "nadia");
  f->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_clear_object (&f->desk);
  g_free (f->said);
  g_assert_cmpint (system (command), ==, 0);
  g_free (f->folder);
}

static gboolean
on_late_cb (gpointer data)
{
  g_error ("waited too long for %s", (char *)data);
  return G_SOURCE_REMOVE;
}

#define wait_until(condition)                                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    guint late_ = g_timeout_add_seconds (20, on_late_cb, (gpointer) #condition);                                       \
    while (!(condition))                                                                                               \
      g_main_context_iteration (NULL, TRUE);                                                                           \
    g_source_remove (late_);                                                                                           \
  }                                                                                                                    \
  G_STMT_END

static gpointer
child (gpointer widget, GType type, const char *name)
{
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);

  g_assert_nonnull (object);
  return object;
}

#define person_child(dialog, name) child ((dialog), FRAM_TYPE_PERSON_DIALOG, (name))

static void
type_text (gpointer entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
on_written_cb (Fixture *f, const char *what)
{
  g_free (f->said);
  f->said = g_strdup (what);
}

static gpointer
present (Fixture *f, gpointer dialog)
{
  g_clear_pointer (&f->said, g_free);
  g_signal_connect_swapped (dialog, "written", G_CALLBACK (on_written_cb), f);
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  return dialog;
}

/* Choices of a combo row; none until they are read. */
static guint
n_choices (gpointer row)
{
  GListModel *model = adw_combo_row_get_model (row);

  return model != NULL ? g_list_model_get_n_items (model) : 0;
}

static GPtrArray *
people (Fixture *f)
{
  FramPeopleQuery query = { 0 };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = fram_desk_people (f->desk, &query, &error);

  g_assert_no_error (error);
  return rows;
}

/* Fills in the dialog that adds a participant, and gives the case number. */
static char *
add_person (Fixture *f, const char *given, const char *family, gboolean is_protected)
{
  FramPersonDialog *dialog = present (f, fram_person_dialog_new (f->desk, f->window, NULL));

  type_text (person_child (dialog, "given_name"), given);
  type_text (person_child (dialog, "family_name"), family);
  type_text (person_child (dialog, "birth_date"), "1990-05-31");
  gtk_switch_set_active (person_child (dialog, "is_protected"), is_protected);
  wait_until (n_choices (person_child (dialog, "organisation")) > 1);
  g_object_ref (dialog);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (f->said != NULL);
  {
    char *case_no = g_strdup (fram_person_dialog_get_case_no (dialog));

    g_object_unref (dialog);
    return case_no;
  }
}

static GtkWidget *
open_page (Fixture *f, GtkWidget *page)
{
  adw_window_set_content (ADW_WINDOW (f->window), page);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
  return page;
}

static guint
rows_of (gpointer page)
{
  GtkColumnView *list = child (page, FRAM_TYPE_PARTICIPANTS_PAGE, "list");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (list)));
}

static const char *
shown (gpointer page, GType type)
{
  return gtk_stack_get_visible_child_name (child (page, type, "stack"));
}

static void
test_add (Fixture *f, gconstpointer data)
{
  GtkWidget *page = open_page (f, fram_participants_page_new (f->desk));
  g_autofree char *case_no = NULL;
  g_autoptr (FramPersonRow) row = NULL;

  wait_until (g_strcmp0 (shown (page, FRAM_TYPE_PARTICIPANTS_PAGE), "nobody") == 0);
  case_no = add_person (f, " Amina ", "Hassan", FALSE);
  g_assert_cmpstr (case_no, ==, "F2026-0001");
  g_assert_cmpstr (f->said, ==, "Amina Hassan is added with case number F2026-0001.");
  row = fram_desk_find_person (f->desk, case_no, NULL);
  g_assert_nonnull (row);
  g_assert_cmpstr (row->name, ==, "Amina Hassan");
  fram_assert_date (row->birth_date, "1990-05-31");
  fram_assert_date (row->enrolled, "2026-11-12");
  wait_until (rows_of (page) == 1);
  g_assert_cmpstr (shown (page, FRAM_TYPE_PARTICIPANTS_PAGE), ==, "list");
  g_assert_cmpstr (gtk_label_get_label (child (page, FRAM_TYPE_PARTICIPANTS_PAGE, "count")), ==, "1 participant");
}

static const char *
sentence (gpointer dialog, const char *name)
{
  return fram_field_error_get (person_child (dialog, name));
}

static void
test_bad_input (Fixture *f, gconstpointer data)
{
  FramPersonDialog *dialog = present (f, fram_person_dialog_new (f->desk, f->window, NULL));
  g_autoptr (GPtrArray) rows = NULL;

  wait_until (n_choices (person_child (dialog, "organisation")) > 1);
  type_text (person_child (dialog, "given_name"), "   ");
  type_text (person_child (dialog, "family_name"), "Hassan");
  type_text (person_child (dialog, "birth_date"), "1990-02-30");
  type_text (person_child (dialog, "enrolled"), "");
  type_text (person_child (dialog, "phone"), "call me");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_cmpstr (sentence (dialog, "given_name_error"), ==, "Write the given name.");
  g_assert_null (sentence (dialog, "family_name_error"));
  g_assert_cmpstr (sentence (dialog, "birth_date_error"), ==,
                   "This is not a date. Write year, month and day, for example 2026-11-12.");
  g_assert_cmpstr (sentence (dialog, "enrolled_error"), ==,
                   "A date is needed here. Write year, month and day, for example 2026-11-12.");
  g_assert_nonnull (sentence (dialog, "phone_error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (person_child (dialog, "birth_date")), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  /* mending takes the sentence away; a date to come is no birth date */
  type_text (person_child (dialog, "birth_date"), "2090-01-01");
  g_assert_null (sentence (dialog, "birth_date_error"));
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (sentence (dialog, "birth_date_error"));
  rows = people (f);
  g_assert_cmpuint (rows->len, ==, 0);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A case number that somebody has is refused by the register, and the dialog stays. */
static void
test_taken_case_number (Fixture *f, gconstpointer data)
{
  g_autofree char *first = add_person (f, "Amina", "Hassan", FALSE);
  FramPersonDialog *dialog = present (f, fram_person_dialog_new (f->desk, f->window, NULL));
  g_autoptr (GPtrArray) rows = NULL;

  type_text (person_child (dialog, "given_name"), "Björn");
  type_text (person_child (dialog, "family_name"), "Ek");
  type_text (person_child (dialog, "case_no"), first);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)) != NULL);
  g_assert_nonnull (strstr (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)), first));
  rows = people (f);
  g_assert_cmpuint (rows->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static FramRoster *
roster (Fixture *f, const char *workshop, const char *day)
{
  g_autoptr (GError) error = NULL;
  FramRoster *found;
  FramUuid activity;

  fram_desk_find_activity (f->desk, workshop, &activity, &error);
  g_assert_no_error (error);
  found = fram_desk_roster (f->desk, &activity, fram_test_date (day), &error);
  g_assert_no_error (error);
  return found;
}

static FramPlaceDialog *
open_place (Fixture *f, const char *case_no, const char *workshop)
{
  FramPlaceDialog *dialog = present (f, fram_place_dialog_new (f->desk, f->window, case_no, workshop));

  wait_until (n_choices (child (dialog, FRAM_TYPE_PLACE_DIALOG, "workshop")) > 1);
  return dialog;
}

static void
place (Fixture *f, const char *case_no, const char *workshop)
{
  FramPlaceDialog *dialog = open_place (f, case_no, workshop);
  FramWeekHours *hours = fram_place_dialog_get_hours (dialog);

  fram_week_hours_set_day (hours, 1, TRUE, "9", "12");
  fram_week_hours_set_day (hours, 3, TRUE, NULL, NULL);
  g_assert_cmpstr (fram_week_hours_get_total (hours), ==, "6 h a week");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (f->said != NULL);
}

static void
test_place (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Amina", "Hassan", FALSE);
  g_autoptr (FramRoster) monday = NULL;
  g_autoptr (FramRoster) tuesday = NULL;
  g_autoptr (FramRoster) wednesday = NULL;
  g_autoptr (FramRoster) undone = NULL;
  g_autofree char *what = NULL;
  FramRosterRow *row;

  place (f, case_no, "snickeri");
  g_assert_cmpstr (f->said, ==, "Amina Hassan is placed in Woodwork.");
  monday = roster (f, "snickeri", "2026-11-16");
  tuesday = roster (f, "snickeri", "2026-11-17");
  wednesday = roster (f, "snickeri", "2026-11-18");
  g_assert_cmpint (monday->totals.expected, ==, 1);
  g_assert_cmpint (tuesday->totals.expected, ==, 0);
  g_assert_cmpint (wednesday->totals.expected, ==, 1);
  row = g_ptr_array_index (monday->rows, 0);
  g_assert_cmpstr (row->name, ==, "Amina Hassan");
  g_assert_cmpint (row->planned_from, ==, 9 * 60);
  g_assert_cmpint (row->planned_to, ==, 12 * 60);

  g_assert_true (fram_desk_undo (f->desk, &what, NULL));
  undone = roster (f, "snickeri", "2026-11-16");
  g_assert_cmpint (undone->totals.expected, ==, 0);
}

static void
test_bad_hours (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Amina", "Hassan", FALSE);
  FramPlaceDialog *dialog = open_place (f, case_no, "snickeri");
  FramWeekHours *hours = fram_place_dialog_get_hours (dialog);
  FramFieldError *to = child (dialog, FRAM_TYPE_PLACE_DIALOG, "to_error");
  FramFieldError *from = child (dialog, FRAM_TYPE_PLACE_DIALOG, "from_error");

  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (strstr (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)), "at least one weekday"));
  fram_week_hours_set_day (hours, 2, TRUE, "13", "9");
  g_assert_cmpstr (fram_week_hours_get_trouble (hours, 2), ==, "The end must be later than the beginning.");
  fram_week_hours_set_day (hours, 2, TRUE, "25", "26");
  g_assert_cmpstr (fram_week_hours_get_trouble (hours, 2), ==, "Write times like 9, 09:30 or 13.15.");
  g_assert_cmpstr (fram_week_hours_get_total (hours), ==, "0 h a week");
  fram_week_hours_set_day (hours, 2, TRUE, "9.15", "11:30");
  g_assert_null (fram_week_hours_get_trouble (hours, 2));
  g_assert_cmpstr (fram_week_hours_get_total (hours), ==, "2.25 h a week");

  type_text (child (dialog, FRAM_TYPE_PLACE_DIALOG, "to"), "2026-11-01");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_cmpstr (fram_field_error_get (to), ==, "The last day must not come before the first.");
  type_text (child (dialog, FRAM_TYPE_PLACE_DIALOG, "to"), "");
  type_text (child (dialog, FRAM_TYPE_PLACE_DIALOG, "from"), "2026-11-11");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (strstr (fram_field_error_get (from), "2026-11-12"));
  g_assert_null (f->said);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static FramPersonRow *
row_at (gpointer page, guint i)
{
  GtkColumnView *list = child (page, FRAM_TYPE_PARTICIPANTS_PAGE, "list");
  g_autoptr (FramPersonRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (list)), i);

  return row;
}

static void
test_search (Fixture *f, gconstpointer data)
{
  g_autofree char *asa = add_person (f, "Åsa", "Söderström", FALSE);
  g_autofree char *amina = add_person (f, "Amina", "Hassan", FALSE);
  g_autofree char *bjorn = add_person (f, "Björn", "Ek", FALSE);
  GtkWidget *page = open_page (f, fram_participants_page_new (f->desk));
  GtkWidget *search = child (page, FRAM_TYPE_PARTICIPANTS_PAGE, "search");
  GtkDropDown *workshop = child (page, FRAM_TYPE_PARTICIPANTS_PAGE, "workshop");

  wait_until (rows_of (page) == 3);
  type_text (search, "soderstrom as");
  wait_until (rows_of (page) == 1);
  g_assert_cmpstr (row_at (page, 0)->name, ==, "Åsa Söderström");
  type_text (search, "0003");
  wait_until (rows_of (page) == 1 && g_str_equal (row_at (page, 0)->case_no, bjorn));

  /* every key stroke gives up the one before; the last one counts */
  type_text (search, "b");
  type_text (search, "bj");
  type_text (search, "xyz");
  wait_until (g_strcmp0 (shown (page, FRAM_TYPE_PARTICIPANTS_PAGE), "none-found") == 0);
  gtk_widget_activate_action (page, "people.show-all", NULL);
  wait_until (rows_of (page) == 3);

  place (f, amina, "snickeri");
  wait_until (g_list_model_get_n_items (gtk_drop_down_get_model (workshop)) == 7);
  gtk_drop_down_set_selected (workshop, 4);
  wait_until (rows_of (page) == 1);
  g_assert_cmpstr (row_at (page, 0)->name, ==, "Amina Hassan");
  g_assert_cmpstr (row_at (page, 0)->workshops, ==, "Woodwork");
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  if (GTK_IS_INSCRIPTION (widget) && gtk_inscription_get_text (GTK_INSCRIPTION (widget)) != NULL &&
      strstr (gtk_inscription_get_text (GTK_INSCRIPTION (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *c = gtk_widget_get_first_child (widget); c != NULL; c = gtk_widget_get_next_sibling (c))
    if (shows_text (c, text))
      return TRUE;
  return FALSE;
}

/* Lists show initials of a protected person to the one who is named, and nothing to others. */
static void
test_protected (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Maria", "Testdotter", TRUE);
  GtkWidget *page = open_page (f, fram_participants_page_new (f->desk));
  GtkWidget *list = child (page, FRAM_TYPE_PARTICIPANTS_PAGE, "list");
  g_autoptr (FramPerson) person = NULL;

  g_assert_null (strstr (f->said, "Testdotter"));
  wait_until (rows_of (page) == 1);
  g_assert_cmpstr (row_at (page, 0)->name, ==, "M. T.");
  wait_until (shows_text (list, "M. T."));
  g_assert_true (shows_text (list, "Protected"));
  g_assert_false (shows_text (list, "Testdotter"));
  person = fram_desk_person (f->desk, case_no, NULL);
  g_assert_cmpstr (person->family_name, ==, "Testdotter");

  sit_down (f, "per");
  wait_until (rows_of (page) == 0);
  g_assert_false (shows_text (page, "M. T."));
  g_assert_null (fram_desk_person (f->desk, case_no, NULL));
}

/* An existing person is written as soon as the cursor leaves a field, and one step back undoes it. */
static void
test_edit (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Amina", "Hasan", FALSE);
  g_autoptr (FramPersonRow) before = fram_desk_find_person (f->desk, case_no, NULL);
  g_autoptr (FramPersonRow) after = NULL;
  g_autoptr (FramPersonRow) undone = NULL;
  FramPersonDialog *dialog = present (f, fram_person_dialog_new (f->desk, f->window, &before->participant));

  wait_until (g_str_equal (gtk_editable_get_text (person_child (dialog, "family_name")), "Hasan"));
  gtk_widget_grab_focus (person_child (dialog, "family_name"));
  type_text (person_child (dialog, "family_name"), "Hassan");
  gtk_widget_grab_focus (person_child (dialog, "birth_date"));
  wait_until (f->said != NULL);
  after = fram_desk_find_person (f->desk, case_no, NULL);
  g_assert_cmpstr (after->name, ==, "Amina Hassan");
  gtk_window_close (GTK_WINDOW (dialog));
  settle ();
  g_assert_true (fram_desk_undo (f->desk, NULL, NULL));
  undone = fram_desk_find_person (f->desk, case_no, NULL);
  g_assert_cmpstr (undone->name, ==, "Amina Hasan");
}

static void
test_participant_dialog (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Amina", "Hassan", FALSE);
  FramParticipantDialog *dialog;

  place (f, case_no, "snickeri");
  dialog = fram_participant_dialog_new (f->desk, f->window, case_no);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_until (fram_participant_dialog_get_person (dialog) != NULL);
  wait_until (shows_text (GTK_WIDGET (dialog), "Woodwork"));
  g_assert_true (shows_text (GTK_WIDGET (dialog), "Mon 09–12, Wed 09–12"));
  g_assert_true (shows_text (GTK_WIDGET (dialog), "6 h a week"));
  g_assert_true (shows_text (GTK_WIDGET (dialog), "Nadia Saleh"));
  g_assert_true (gtk_widget_get_visible (child (dialog, FRAM_TYPE_PARTICIPANT_DIALOG, "edit")));
  gtk_window_destroy (GTK_WINDOW (dialog));

  /* a leader reads, and changes nothing */
  sit_down (f, "torsten");
  dialog = fram_participant_dialog_new (f->desk, f->window, case_no);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_until (fram_participant_dialog_get_person (dialog) != NULL);
  g_assert_false (gtk_widget_get_visible (child (dialog, FRAM_TYPE_PARTICIPANT_DIALOG, "edit")));
  g_assert_false (gtk_widget_get_visible (child (dialog, FRAM_TYPE_PARTICIPANT_DIALOG, "place")));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* A placement ends with a day: rosters until then, none after it; undo opens it again. */
static void
test_end (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Amina", "Hassan", FALSE);
  g_autoptr (FramPerson) person = NULL;
  g_autoptr (FramRoster) last = NULL;
  g_autoptr (FramRoster) after = NULL;
  g_autoptr (FramRoster) undone = NULL;
  FramEndDialog *dialog;

  place (f, case_no, "snickeri");
  person = fram_desk_person (f->desk, case_no, NULL);
  dialog = present (f, fram_end_dialog_new (f->desk, f->window, person, g_ptr_array_index (person->stays, 0)));
  type_text (child (dialog, FRAM_TYPE_END_DIALOG, "last_day"), "2026-11-11");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_cmpstr (fram_field_error_get (child (dialog, FRAM_TYPE_END_DIALOG, "last_day_error")), ==,
                   "The last day must not come before the first.");
  type_text (child (dialog, FRAM_TYPE_END_DIALOG, "last_day"), "2026-11-16");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (f->said != NULL);
  g_assert_cmpstr (f->said, ==, "Amina Hassan is placed in Woodwork until 2026-11-16.");
  last = roster (f, "snickeri", "2026-11-16");
  after = roster (f, "snickeri", "2026-11-18");
  g_assert_cmpint (last->totals.expected, ==, 1);
  g_assert_cmpint (after->totals.expected, ==, 0);
  g_assert_cmpint (after->people_placed, ==, 0);
  g_assert_true (fram_desk_undo (f->desk, NULL, NULL));
  undone = roster (f, "snickeri", "2026-11-18");
  g_assert_cmpint (undone->totals.expected, ==, 1);
}

#define staff_child(dialog, name) child ((dialog), FRAM_TYPE_STAFF_DIALOG, (name))

static void
test_staff (Fixture *f, gconstpointer data)
{
  GtkWidget *page;
  FramStaffDialog *dialog;
  g_autoptr (GPtrArray) all = NULL;
  const FramStaff *added = NULL;
  const FramStaffRole *role;

  sit_down (f, "karin");
  page = open_page (f, fram_staff_page_new (f->desk));
  wait_until (g_strcmp0 (shown (page, FRAM_TYPE_HOUSE_PAGE), "list") == 0);
  dialog = present (f, fram_staff_dialog_new (f->desk, f->window, NULL));
  wait_until (n_choices (staff_child (dialog, "workshop")) > 1);
  type_text (staff_child (dialog, "name"), "Eva Lind");
  type_text (staff_child (dialog, "login"), "Karin");
  type_text (staff_child (dialog, "email"), "eva at home");
  adw_combo_row_set_selected (staff_child (dialog, "role"), FRAM_ROLE_ACTIVITY_LEADER);
  adw_combo_row_set_selected (staff_child (dialog, "workshop"), 4);
  g_signal_emit_by_name (staff_child (dialog, "add_role"), "clicked");
  g_assert_cmpuint (fram_staff_dialog_get_n_roles (dialog), ==, 1);
  g_signal_emit_by_name (staff_child (dialog, "add_role"), "clicked");
  g_assert_cmpuint (fram_staff_dialog_get_n_roles (dialog), ==, 1);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_cmpstr (fram_field_error_get (staff_child (dialog, "login_error")), ==,
                   "Somebody else has this short name. Choose another one.");
  g_assert_nonnull (fram_field_error_get (staff_child (dialog, "email_error")));
  type_text (staff_child (dialog, "login"), "eva");
  type_text (staff_child (dialog, "email"), "eva@example.org");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (f->said != NULL);
  g_assert_cmpstr (f->said, ==, "Eva Lind is added to the staff.");

  all = fram_desk_staff (f->desk, FALSE, NULL);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((FramStaff *)g_ptr_array_index (all, i))->name, "Eva Lind"))
      added = g_ptr_array_index (all, i);
  g_assert_nonnull (added);
  g_assert_cmpuint (added->roles->len, ==, 1);
  role = g_ptr_array_index (added->roles, 0);
  g_assert_cmpint (role->role, ==, FRAM_ROLE_ACTIVITY_LEADER);
  g_assert_cmpstr (role->workshop, ==, "tradgard");
  wait_until (shows_text (page, "Eva Lind"));
}

/* The only administrator keeps the role, and the dialog says why. */
static void
test_last_administrator (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  FramStaffDialog *dialog;
  FramUuid karin = FRAM_UUID_NONE;

  sit_down (f, "karin");
  all = fram_desk_staff (f->desk, FALSE, NULL);
  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((FramStaff *)g_ptr_array_index (all, i))->name, "Karin Berg"))
      karin = ((FramStaff *)g_ptr_array_index (all, i))->id;
  dialog = present (f, fram_staff_dialog_new (f->desk, f->window, &karin));
  wait_until (fram_staff_dialog_get_n_roles (dialog) == 1);
  gtk_switch_set_active (staff_child (dialog, "active"), FALSE);
  g_assert_true (gtk_switch_get_active (staff_child (dialog, "active")));
  g_assert_cmpstr (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)), ==,
                   "Karin Berg is the only administrator. Give the role to somebody else first.");
  g_assert_null (f->said);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define closure_child(dialog, name) child ((dialog), FRAM_TYPE_CLOSURE_DIALOG, (name))

static void
test_closed_day (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = add_person (f, "Amina", "Hassan", FALSE);
  g_autoptr (GPtrArray) workshops = fram_desk_workshops (f->desk, FALSE, NULL);
  g_autoptr (FramRoster) closed = NULL;
  g_autoptr (FramRoster) other = NULL;
  g_autoptr (FramRoster) undone = NULL;
  FramClosureDialog *dialog;
  GtkWidget *page;

  place (f, case_no, "snickeri");
  sit_down (f, "karin");
  page = open_page (f, fram_closures_page_new (f->desk));
  wait_until (shows_text (page, "Christmas Day"));
  dialog = present (f, fram_closure_dialog_new (f->desk, f->window, NULL, workshops));
  type_text (closure_child (dialog, "day"), "2026-11-16");
  type_text (closure_child (dialog, "to_day"), "2026-11-15");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_nonnull (fram_field_error_get (closure_child (dialog, "to_day_error")));
  g_assert_nonnull (fram_field_error_get (closure_child (dialog, "name_error")));
  type_text (closure_child (dialog, "to_day"), "2026-11-17");
  type_text (closure_child (dialog, "name"), "Planning days");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  wait_until (f->said != NULL);
  wait_until (shows_text (page, "Planning days"));

  closed = roster (f, "snickeri", "2026-11-16");
  other = roster (f, "snickeri", "2026-11-18");
  g_assert_true (closed->day_is_off);
  g_assert_cmpstr (closed->day_note, ==, "Planning days");
  g_assert_cmpint (closed->totals.expected, ==, 0);
  g_assert_cmpint (other->totals.expected, ==, 1);
  g_assert_true (fram_desk_undo (f->desk, NULL, NULL));
  undone = roster (f, "snickeri", "2026-11-16");
  g_assert_false (undone->day_is_off);
  wait_until (!shows_text (page, "Planning days"));
}

static void
test_workshop (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) before = fram_desk_workshops (f->desk, FALSE, NULL);
  g_autoptr (GPtrArray) after = NULL;
  const FramWorkshop *woodwork = g_ptr_array_index (before, 3);
  FramWorkshopDialog *dialog;
  GtkWidget *page;

  sit_down (f, "karin");
  page = open_page (f, fram_workshops_page_new (f->desk));
  wait_until (shows_text (page, "Woodwork"));
  dialog = present (f, fram_workshop_dialog_new (f->desk, f->window, &woodwork->id));
  wait_until (g_str_equal (gtk_editable_get_text (child (dialog, FRAM_TYPE_WORKSHOP_DIALOG, "name_sv")), "Snickeri"));
  type_text (child (dialog, FRAM_TYPE_WORKSHOP_DIALOG, "capacity"), "twelve");
  gtk_widget_grab_focus (child (dialog, FRAM_TYPE_WORKSHOP_DIALOG, "name_en"));
  wait_until (fram_field_error_get (child (dialog, FRAM_TYPE_WORKSHOP_DIALOG, "capacity_error")) != NULL);
  type_text (child (dialog, FRAM_TYPE_WORKSHOP_DIALOG, "capacity"), "12");
  fram_week_hours_set_day (fram_workshop_dialog_get_hours (dialog), 5, TRUE, "8", "14");
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (f->said != NULL);
  settle ();
  after = fram_desk_workshops (f->desk, FALSE, NULL);
  woodwork = g_ptr_array_index (after, 3);
  g_assert_cmpint (woodwork->capacity, ==, 12);
  g_assert_cmpuint (woodwork->hours->len, >=, 1);
  wait_until (shows_text (page, "12 places"));
}

/* Only those with the right see the controls that change something. */
static void
test_rights (Fixture *f, gconstpointer data)
{
  GtkWidget *participants, *staff, *closures;

  sit_down (f, "torsten");
  participants = open_page (f, fram_participants_page_new (f->desk));
  g_assert_false (gtk_widget_get_visible (child (participants, FRAM_TYPE_PARTICIPANTS_PAGE, "add")));
  staff = open_page (f, fram_staff_page_new (f->desk));
  g_assert_false (gtk_widget_get_visible (child (staff, FRAM_TYPE_HOUSE_PAGE, "add")));
  closures = open_page (f, fram_closures_page_new (f->desk));
  g_assert_false (gtk_widget_get_visible (child (closures, FRAM_TYPE_HOUSE_PAGE, "add")));
  sit_down (f, "karin");
  settle ();
  wait_until (gtk_widget_get_visible (child (closures, FRAM_TYPE_HOUSE_PAGE, "add")));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  gtk_init ();
  adw_init ();
  ADD ("/people/add", test_add);
  ADD ("/people/bad-input", test_bad_input);
  ADD ("/people/taken-case-number", test_taken_case_number);
  ADD ("/people/place", test_place);
  ADD ("/people/bad-hours", test_bad_hours);
  ADD ("/people/search", test_search);
  ADD ("/people/protected", test_protected);
  ADD ("/people/edit", test_edit);
  ADD ("/people/participant-dialog", test_participant_dialog);
  ADD ("/people/end-placement", test_end);
  ADD ("/house/staff", test_staff);
  ADD ("/house/last-administrator", test_last_administrator);
  ADD ("/house/closed-day", test_closed_day);
  ADD ("/house/workshop", test_workshop);
  ADD ("/house/rights", test_rights);
  return g_test_run ();
}
