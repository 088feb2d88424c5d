#include "window-test.h"

#include "fram-adaptation-dialog.h"
#include "fram-adaptation-review-dialog.h"
#include "fram-adaptations-section.h"
#include "fram-card-dialog.h"
#include "fram-desk-absence.h"
#include "fram-desk-proven.h"
#include "fram-mapping-dialog.h"
#include "fram-proven-dialog.h"
#include "fram-participant-page.h"

/* The Adaptations section of a participant, by keys, as an occupational therapist; and who has no such section. */

typedef struct
{
  FramUuid enrolment;
  char *case_no;
  GtkWidget *section;
} Person;

static void
clear_person (Person *person)
{
  g_free (person->case_no);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Person, clear_person)

static FramDesk *
desk_of (Fixture *f)
{
  return fram_window_get_desk (f->window);
}

static FramParticipantPage *
front (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  return FRAM_IS_PARTICIPANT_PAGE (page) ? FRAM_PARTICIPANT_PAGE (page) : NULL;
}

static gpointer
top_of_type (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (all, i);

      if (g_type_is_a (G_OBJECT_TYPE (one), type) && gtk_widget_get_mapped (one))
        return one;
    }
  return NULL;
}

static void
add_people (Fixture *f)
{
  open_as (f, "nadia");
  add_person (desk_of (f), "Maria", "Testdotter", "snickeri");
  open_as (f, "karin");
  add_staff (desk_of (f), "Eva Lind", "eva", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
}

/* Maria, who is in the Woodwork workshop and whose case worker is Nadia, as @who may see her. */
static Person
open_page (Fixture *f, const char *who)
{
  FramPeopleQuery query = { .search = "Testdotter" };
  g_autoptr (GPtrArray) people = NULL;
  const FramPersonRow *row;
  g_autofree char *uri = NULL;
  char id[FRAM_UUID_TEXT_SIZE];
  Person person = { 0 };

  open_as (f, who);
  people = fram_desk_people (desk_of (f), &query, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  row = g_ptr_array_index (people, 0);
  person.case_no = g_strdup (row->case_no);
  g_assert_true (fram_desk_find_enrolment (desk_of (f), row->case_no, &person.enrolment, NULL));
  uri = g_strdup_printf ("participant:%s@adaptations", fram_uuid_format (&row->participant, id));
  g_assert_true (fram_tabs_open (f->window->tabs, uri));
  WAIT_FOR (front (f) != NULL && fram_participant_page_get_case (front (f)) != NULL);
  person.section = fram_participant_page_get_section (front (f), "adaptations");
  if (person.section != NULL)
    WAIT_FOR (fram_adaptations_section_is_read (FRAM_ADAPTATIONS_SECTION (person.section)));
  return person;
}

static Person
open_as_therapist (Fixture *f)
{
  make_register (f);
  add_people (f);
  return open_page (f, "eva");
}

static void
press (const char *keys)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      const char *argv[] = { "xdotool", "key", each[i], NULL };

      g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
      wait_ms (60);
    }
}

static gboolean
is_typed (const char *text)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) one = g_list_model_get_item (all, i);
      GtkWidget *focus = gtk_window_is_active (one) ? gtk_window_get_focus (one) : NULL;

      if (GTK_IS_EDITABLE (focus) && g_str_equal (gtk_editable_get_text (GTK_EDITABLE (focus)), text))
        return TRUE;
    }
  return FALSE;
}

/* A keyboard that has just got another layout loses its first keys: then once more. */
static void
type (const char *text)
{
  const char *argv[] = { "xdotool", "type", text, NULL };

  for (guint turn = 0; turn < 5 && !is_typed (text); turn++)
    {
      if (turn > 0)
        press ("ctrl+a");
      g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
      for (guint wait = 0; wait < 10 && !is_typed (text); wait++)
        wait_ms (50);
    }
  g_assert_true (is_typed (text));
}

/* Waits until the keyboard is in a field of the dialog. */
static gpointer
wait_for_dialog (GType kind)
{
  WAIT_FOR (top_of_type (kind) != NULL && gtk_window_is_active (top_of_type (kind)) &&
            gtk_window_get_focus (top_of_type (kind)) != NULL);
  wait_ms (100);
  return top_of_type (kind);
}

static GPtrArray *
stored (Fixture *f, const Person *person)
{
  FramAdaptationQuery query = { .enrolment = &person->enrolment, .due_by = FRAM_DATE_NONE };
  g_autoptr (GError) error = NULL;
  GPtrArray *all = fram_desk_adaptations (desk_of (f), &query, &error);

  g_assert_no_error (error);
  return all;
}

static FramAdaptation *
only_one (Fixture *f, const Person *person)
{
  g_autoptr (GPtrArray) all = stored (f, person);

  g_assert_cmpuint (all->len, ==, 1);
  return g_ptr_array_steal_index (all, 0);
}

static guint
count (Fixture *f, const Person *person)
{
  g_autoptr (GPtrArray) all = stored (f, person);

  return all->len;
}

/* As if it had been written before, by the same therapist. */
static void
write_one (Fixture *f, const Person *person, FramAdaptationStatus status, const char *line)
{
  FramAdaptationEdit edit;
  FramAdaptationField field;
  g_autoptr (GError) error = NULL;

  fram_adaptation_edit_init (&edit);
  edit.barrier = "Noise";
  edit.measure = "Seat by the wall";
  edit.line = line;
  edit.status = status;
  fram_desk_save_adaptation (desk_of (f), &person->enrolment, NULL, &edit, &field, NULL, &error);
  g_assert_no_error (error);
  WAIT_FOR (says (person->section, "Seat by the wall"));
}

static void
take_step (Fixture *f, const Person *person, const char *step)
{
  g_autoptr (FramAdaptation) now = only_one (f, person);
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *target = g_strdup_printf ("%s:%s", step, fram_uuid_format (&now->id, id));

  g_assert_true (gtk_widget_activate_action (person->section, "adaptations.do", "s", target));
}

static GtkWidget *
find_kept (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_kept (child);
  if (found != NULL)
    return found;
  return GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_mapped (widget) && says (widget, "Kept") ? widget : NULL;
}

/* The button stands after the field: its list fills in what is tried, the workshop's line and the area. */
static void
test_a_proven_measure_is_taken (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) now = NULL;
  GtkWidget *dialog;

  g_assert_true (fram_desk_keep_proven (desk_of (f), NULL, "arbetsmiljo", "Screen before the desk", "Put up the screen",
                                        NULL, NULL));
  gtk_widget_activate_action (person.section, "participant.add", "s", "adaptation");
  dialog = wait_for_dialog (FRAM_TYPE_ADAPTATION_DIALOG);
  type ("Noise");
  press ("Tab Tab space");
  WAIT_FOR (find_kept (dialog) != NULL && gtk_widget_has_focus (find_kept (dialog)));
  press ("Return");
  WAIT_FOR (find_kept (dialog) == NULL);
  wait_ms (100);
  press ("Return");
  WAIT_FOR (says (person.section, "Screen before the desk"));
  now = only_one (f, &person);
  g_assert_cmpstr (now->barrier, ==, "Noise");
  g_assert_cmpstr (now->measure, ==, "Screen before the desk");
  g_assert_cmpstr (now->line, ==, "Put up the screen");
  g_assert_cmpstr (now->area, ==, "arbetsmiljo");
}

/* After a review that helps: the words are looked through, and Enter keeps them. */
static void
test_what_helped_is_kept (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) now = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  FramReviewEdit review = { fram_test_date ("2026-11-12"), FRAM_REVIEW_HELPS, NULL, FRAM_ADAPTATION_IN_PLACE,
                            FRAM_DATE_NONE };
  FramAdaptationField field;

  write_one (f, &person, FRAM_ADAPTATION_ON_TRIAL, "Maria sits by the wall");
  now = only_one (f, &person);
  g_assert_true (fram_desk_review_adaptation (desk_of (f), &now->id, &review, &field, NULL, NULL));
  take_step (f, &person, "keep");
  wait_for_dialog (FRAM_TYPE_PROVEN_DIALOG);
  fram_form_dialog_accept (top_of_type (FRAM_TYPE_PROVEN_DIALOG));
  WAIT_FOR (says (top_of_type (FRAM_TYPE_PROVEN_DIALOG), "The participant is named in it."));
  press ("Tab ctrl+a");
  type ("By the wall");
  press ("Return");
  WAIT_FOR (top_of_type (FRAM_TYPE_PROVEN_DIALOG) == NULL);
  kept = fram_desk_proven (desk_of (f), NULL, NULL);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_cmpstr (((FramProven *)kept->pdata[0])->text, ==, "Seat by the wall");
  g_assert_cmpstr (((FramProven *)kept->pdata[0])->line, ==, "By the wall");
}

/* "Difficult with … → try … → where", and Enter. */
static void
test_quick_form (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) now = NULL;

  g_assert_true (says (person.section, "Nothing is adapted now."));
  gtk_widget_activate_action (person.section, "participant.add", "s", "adaptation");
  wait_for_dialog (FRAM_TYPE_ADAPTATION_DIALOG);
  type ("Noise");
  press ("Tab");
  type ("Ear protection");
  press ("Return");
  WAIT_FOR (says (person.section, "Ear protection"));
  WAIT_FOR (top_of_type (FRAM_TYPE_ADAPTATION_DIALOG) == NULL);
  now = only_one (f, &person);
  g_assert_cmpstr (now->barrier, ==, "Noise");
  g_assert_cmpstr (now->measure, ==, "Ear protection");
  g_assert_cmpstr (now->line, ==, "Ear protection");
  g_assert_cmpint (now->status, ==, FRAM_ADAPTATION_ON_TRIAL);
  g_assert_cmpint (now->tried_from, ==, fram_test_date ("2026-11-12"));
  g_assert_cmpint (now->reach, ==, FRAM_ADAPTATION_ALL);
}

/* What is wrong is said at its field, and what was written stays. */
static void
test_nothing_written (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  GtkWidget *dialog;

  gtk_widget_activate_action (person.section, "participant.add", "s", "adaptation");
  dialog = wait_for_dialog (FRAM_TYPE_ADAPTATION_DIALOG);
  press ("Return");
  WAIT_FOR (says (dialog, "Write what is difficult, or what is tried."));
  g_assert_null (fram_form_dialog_get_trouble (FRAM_FORM_DIALOG (dialog)));
  type ("Noise");
  press ("Return");
  WAIT_FOR (count (f, &person) == 1);
}

static void
test_in_place_asks_for_the_line (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) before = NULL;
  g_autoptr (FramAdaptation) now = NULL;
  GtkWidget *dialog;

  write_one (f, &person, FRAM_ADAPTATION_ON_TRIAL, NULL);
  take_step (f, &person, "place");
  dialog = wait_for_dialog (FRAM_TYPE_ADAPTATION_DIALOG);
  press ("Return");
  WAIT_FOR (says (dialog, "Write the line for the workshop first"));
  before = only_one (f, &person);
  g_assert_cmpint (before->status, ==, FRAM_ADAPTATION_ON_TRIAL);
  /* the cursor is in the line */
  type ("Keep the seat by the wall free");
  press ("Return");
  WAIT_FOR (top_of_type (FRAM_TYPE_ADAPTATION_DIALOG) == NULL);
  now = only_one (f, &person);
  g_assert_cmpint (now->status, ==, FRAM_ADAPTATION_IN_PLACE);
  g_assert_cmpstr (now->line, ==, "Keep the seat by the wall free");
  g_assert_cmpstr (now->barrier, ==, "Noise");
}

/* A trial that helps is in place, if nothing else is said. */
static void
test_review (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) now = NULL;

  write_one (f, &person, FRAM_ADAPTATION_ON_TRIAL, "Seat by the wall");
  take_step (f, &person, "review");
  wait_for_dialog (FRAM_TYPE_ADAPTATION_REVIEW_DIALOG);
  press ("Tab");
  type ("Goes well");
  press ("Return");
  WAIT_FOR (top_of_type (FRAM_TYPE_ADAPTATION_REVIEW_DIALOG) == NULL);
  now = only_one (f, &person);
  g_assert_cmpint (now->status, ==, FRAM_ADAPTATION_IN_PLACE);
  g_assert_cmpint (now->outcome, ==, FRAM_REVIEW_HELPS);
  g_assert_cmpint (now->reviewed, ==, fram_test_date ("2026-11-12"));
  WAIT_FOR (says (person.section, "In place"));
}

/* What was only tried between the two of them needs its line before the workshop keeps to it: it is written there and then. */
static void
test_review_asks_for_the_line (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) now = NULL, before = NULL;
  GtkWidget *dialog;

  write_one (f, &person, FRAM_ADAPTATION_ON_TRIAL, NULL);
  take_step (f, &person, "review");
  dialog = wait_for_dialog (FRAM_TYPE_ADAPTATION_REVIEW_DIALOG);
  press ("Tab");
  type ("Goes well");
  press ("Return");
  WAIT_FOR (says (dialog, "Write the line for the workshop"));
  before = only_one (f, &person);
  g_assert_cmpint (before->status, ==, FRAM_ADAPTATION_ON_TRIAL);
  type ("Keep the seat by the wall free");
  press ("Return");
  WAIT_FOR (top_of_type (FRAM_TYPE_ADAPTATION_REVIEW_DIALOG) == NULL);
  now = only_one (f, &person);
  g_assert_cmpint (now->status, ==, FRAM_ADAPTATION_IN_PLACE);
  g_assert_cmpstr (now->line, ==, "Keep the seat by the wall free");
}

static void
test_review_is_within_six_months (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  g_autoptr (FramAdaptation) now = NULL;
  GtkWidget *dialog;

  write_one (f, &person, FRAM_ADAPTATION_ON_TRIAL, "Seat by the wall");
  take_step (f, &person, "review");
  dialog = wait_for_dialog (FRAM_TYPE_ADAPTATION_REVIEW_DIALOG);
  press ("Tab Tab Tab Tab Tab");
  type ("2027-08-01");
  press ("Return");
  WAIT_FOR (says (dialog, "It is reviewed within six months. Choose an earlier day."));
  now = only_one (f, &person);
  g_assert_cmpint (now->reviewed, ==, FRAM_DATE_NONE);
}

static void
test_removed_and_taken_back (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);

  write_one (f, &person, FRAM_ADAPTATION_PROPOSED, NULL);
  take_step (f, &person, "remove");
  WAIT_FOR (says (person.section, "Nothing is adapted now."));
  g_assert_cmpuint (count (f, &person), ==, 0);
  act (f, "undo");
  WAIT_FOR (says (person.section, "Seat by the wall"));
  g_assert_cmpuint (count (f, &person), ==, 1);
}

/* What did not help is folded, and is not lost. */
static void
test_did_not_help (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);

  write_one (f, &person, FRAM_ADAPTATION_ON_TRIAL, "Seat by the wall");
  take_step (f, &person, "fail");
  WAIT_FOR (says (person.section, "Ended (1)"));
  g_assert_true (says (person.section, "Nothing is adapted now."));
  take_step (f, &person, "try");
  WAIT_FOR (!says (person.section, "Ended (1)"));
}

static void
test_mapping_talk (Fixture *f, gconstpointer data)
{
  g_auto (Person) person = open_as_therapist (f);
  GtkWidget *dialog;

  gtk_widget_activate_action (person.section, "participant.add", "s", "mapping");
  dialog = wait_for_dialog (FRAM_TYPE_MAPPING_DIALOG);
  press ("Return");
  WAIT_FOR (says (dialog, "Write at least in one area"));
  type ("Long days");
  press ("Tab");
  type ("Short days");
  press ("Tab Tab Tab Tab"); /* where, line, one more in the next area, its first field */
  type ("Spoken instructions");
  press ("Return");
  WAIT_FOR (top_of_type (FRAM_TYPE_MAPPING_DIALOG) == NULL);
  WAIT_FOR (says (person.section, "Short days") && says (person.section, "Spoken instructions"));
  g_assert_cmpuint (count (f, &person), ==, 2);
  act (f, "undo");
  WAIT_FOR (count (f, &person) == 0);
}

/* A leader has no such section; a case worker reads the own participant's and writes nothing. */
static void
test_who_has_it (Fixture *f, gconstpointer data)
{
  g_auto (Person) therapist = open_as_therapist (f);
  g_auto (Person) leader = { 0 };
  g_auto (Person) worker = { 0 };

  write_one (f, &therapist, FRAM_ADAPTATION_ON_TRIAL, "Seat by the wall");
  g_assert_true (says (therapist.section, "Mapping talk…"));
  g_assert_true (says (therapist.section, "Review…"));
  leader = open_page (f, "torsten");
  g_assert_null (leader.section);
  g_assert_false (says (f->window, "Noise"));
  worker = open_page (f, "nadia");
  g_assert_true (says (worker.section, "Seat by the wall") && says (worker.section, "Noise"));
  g_assert_false (says (worker.section, "Mapping talk…"));
  g_assert_false (says (worker.section, "Review…"));
  g_assert_true (gtk_widget_activate_action (worker.section, "participant.add", "s", "adaptation"));
  wait_ms (200);
  g_assert_null (top_of_type (FRAM_TYPE_ADAPTATION_DIALOG));
}

static GtkWidget *
find_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_ACTION_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The therapist by its row, the case worker by the page's action. */
static void
test_the_card (Fixture *f, gconstpointer data)
{
  g_auto (Person) therapist = open_as_therapist (f);
  g_auto (Person) worker = { 0 };
  GtkWidget *row;

  write_one (f, &therapist, FRAM_ADAPTATION_IN_PLACE, "Seat by the wall");
  row = find_titled (therapist.section, "Adaptation card…");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  WAIT_FOR (top_of_type (FRAM_TYPE_CARD_DIALOG) != NULL);
  WAIT_FOR (says (top_of_type (FRAM_TYPE_CARD_DIALOG), "Seat by the wall"));
  worker = open_page (f, "nadia"); /* whoever else sits down finds no card */
  WAIT_FOR (top_of_type (FRAM_TYPE_CARD_DIALOG) == NULL);
  g_assert_true (gtk_widget_activate_action (worker.section, "participant.add", "s", "card"));
  WAIT_FOR (top_of_type (FRAM_TYPE_CARD_DIALOG) != NULL);
  WAIT_FOR (says (top_of_type (FRAM_TYPE_CARD_DIALOG), "Seat by the wall"));
  gtk_window_destroy (GTK_WINDOW (top_of_type (FRAM_TYPE_CARD_DIALOG)));
}

#define ADD(path, func) g_test_add ("/adaptations-section/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  ADD ("quick-form", test_quick_form);
  ADD ("a proven measure is taken", test_a_proven_measure_is_taken);
  ADD ("what helped is kept", test_what_helped_is_kept);
  ADD ("nothing-written", test_nothing_written);
  ADD ("in-place-asks-for-the-line", test_in_place_asks_for_the_line);
  ADD ("review", test_review);
  ADD ("review-asks-for-the-line", test_review_asks_for_the_line);
  ADD ("review-is-within-six-months", test_review_is_within_six_months);
  ADD ("removed-and-taken-back", test_removed_and_taken_back);
  ADD ("did-not-help", test_did_not_help);
  ADD ("mapping-talk", test_mapping_talk);
  ADD ("who-has-it", test_who_has_it);
  ADD ("the-card", test_the_card);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
