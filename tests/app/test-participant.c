#include "window-test.h"

#include "fram-desk-case.h"
#include "fram-kinds.h"
#include "fram-participant-dialog.h"
#include "fram-participant-page.h"
#include "fram-sections.h"

/* A participant's page: how it is opened, what its head says, its sections by key, what each role is let into. */

static char *
case_no_of (Fixture *f, const char *name)
{
  FramPeopleQuery query = { .search = name };
  g_autoptr (GPtrArray) people = fram_desk_people (fram_window_get_desk (f->window), &query, NULL);

  g_assert_cmpuint (people->len, ==, 1);
  return g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no);
}

static FramParticipantPage *
front (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  return FRAM_IS_PARTICIPANT_PAGE (page) ? FRAM_PARTICIPANT_PAGE (page) : NULL;
}

static gboolean
is_read (Fixture *f)
{
  return front (f) != NULL && fram_participant_page_get_case (front (f)) != NULL;
}

static void
ask_for (Fixture *f, const char *case_no)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-person", g_variant_new_string (case_no));
}

static FramParticipantPage *
open_person (Fixture *f, const char *name)
{
  g_autofree char *case_no = case_no_of (f, name);

  ask_for (f, case_no);
  WAIT_FOR (is_read (f));
  return front (f);
}

static GtkWidget *
find_participant_dialog (void)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (all, i);

      if (FRAM_IS_PARTICIPANT_DIALOG (one))
        return one;
    }
  return NULL;
}

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);
  return found;
}

static void
test_opened_by_case_number (Fixture *f, gconstpointer data)
{
  g_autofree char *title = NULL;
  FramParticipantPage *page, *again;

  make_register (f);
  open_as (f, "nadia");
  page = open_person (f, "Leyla");
  title = fram_page_dup_title (FRAM_PAGE (page));
  g_assert_cmpstr (title, ==, "Leyla Å.");
  g_assert_true (says (page, "Leyla Åkesson"));
  /* facts are folded until the page knows how wide it is */
  WAIT_FOR (says (page, "Day 43"));
  g_assert_true (says (page, "3 h"));
  /* the same tab, however it is asked for */
  again = open_person (f, "Leyla");
  g_assert_true (again == page);
}

static void
test_nobody_has_that_number (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "nadia");
  ask_for (f, "F1999-0001");
  WAIT_FOR (says (f->window, "There is no participant “F1999-0001” whom you may see."));
  g_assert_null (front (f));
}

/* A step planned ahead stands in the head as soon as it is on disk. */
static void
test_head_follows_the_plan (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;
  FramParticipantPage *page;
  g_autoptr (GError) error = NULL;

  make_register (f);
  open_as (f, "nadia");
  case_no = case_no_of (f, "Leyla");
  page = open_person (f, "Leyla");
  g_assert_false (says (page, "→"));
  fram_desk_place (fram_window_get_desk (f->window), case_no, "snickeri", fram_test_date ("2026-11-16"), FRAM_DATE_NONE,
                   "mon 09-12,thu 09-12", &error);
  g_assert_no_error (error);
  WAIT_FOR (says (page, "→ 6 h from 16 November"));
}

static gboolean
press (FramParticipantPage *page, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (page));
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (one))
        g_signal_emit_by_name (one, "key-pressed", keyval, 0, GDK_CONTROL_MASK, &stopped);
    }
  return stopped;
}

/* Every section that is for the person opens by its number, and its address opens it again. */
static void
test_sections_by_key (Fixture *f, gconstpointer data)
{
  FramParticipantPage *page;
  guint key = GDK_KEY_1;

  make_register (f);
  open_as (f, "nadia");
  page = open_person (f, "Leyla");
  for (guint i = 0; i < fram_sections_count (); i++)
    {
      const FramSectionKind *kind = fram_sections_get (i);
      g_autofree char *uri = NULL;

      if (!kind->is_for (fram_participant_page_get_case (page)))
        continue;
      g_assert_true (press (page, key++));
      uri = fram_page_dup_uri (FRAM_PAGE (page));
      g_assert_true (g_str_has_suffix (uri, kind->name));
      g_assert_nonnull (fram_participant_page_get_section (page, kind->name));
    }
  g_assert_cmpuint (key, >, GDK_KEY_1);
  g_assert_false (press (page, key));
}

/* What Ctrl+2 shows: the second of the sections that somebody has. */
static const char *
second_section (FramParticipantPage *page)
{
  guint seen = 0;

  for (guint i = 0; i < fram_sections_count (); i++)
    if (fram_sections_get (i)->is_for (fram_participant_page_get_case (page)) && ++seen == 2)
      return fram_sections_get (i)->name;
  g_assert_not_reached ();
}

/* Ctrl+2 at once after Enter: the keyboard is in the page already, and the section is shown as soon as there is one. */
static void
test_a_section_asked_for_early (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;
  g_autofree char *uri = NULL;

  make_register (f);
  open_as (f, "nadia");
  case_no = case_no_of (f, "Leyla");
  ask_for (f, case_no);
  WAIT_FOR (front (f) != NULL);
  g_assert_null (fram_participant_page_get_case (front (f)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), GTK_WIDGET (front (f))));
  g_assert_true (press (front (f), GDK_KEY_2));
  WAIT_FOR (is_read (f));
  uri = fram_page_dup_uri (FRAM_PAGE (front (f)));
  g_assert_true (g_str_has_suffix (uri, second_section (front (f))));
}

/* A leader reads the own team's plan, and is let into nothing else. */
static void
test_what_a_leader_sees (Fixture *f, gconstpointer data)
{
  FramParticipantPage *page;
  const FramCase *what;

  make_register (f);
  open_as (f, "torsten");
  page = open_person (f, "Leyla");
  what = fram_participant_page_get_case (page);
  g_assert_true (what->sees_plan);
  g_assert_false (what->writes_plan || what->sees_note || what->sees_document || what->sees_support);
  g_assert_null (fram_participant_page_get_section (page, "journal"));
  g_assert_null (fram_participant_page_get_section (page, "documents"));
  g_assert_null (find_button (GTK_WIDGET (page), "participant.add"));
}

/* A mentor sees name and phone of the own groups' members, in a dialog, and no page. */
static void
test_a_mentor_has_no_page (Fixture *f, gconstpointer data)
{
  const FramUuid id = { { 1 } };
  g_autoptr (FramViewer) viewer = fram_viewer_new (1, &id, "Mira", fram_test_date ("2026-11-12"));
  FramGrant mentor = { .role = FRAM_ROLE_PEER_MENTOR };
  FramGrant leader = { .role = FRAM_ROLE_ACTIVITY_LEADER, .workshop = 1 };
  const char *uri = "participant:01940000-0000-7000-8000-000000000001";

  fram_viewer_add_grant (viewer, &mentor);
  g_assert_false (fram_kinds_is_for (viewer, uri));
  /* the mentors who run the administration workshop are leaders there */
  fram_viewer_add_grant (viewer, &leader);
  g_assert_true (fram_kinds_is_for (viewer, uri));
  g_assert_false (fram_kinds_is_for (viewer, "participant:F2026-0001"));
}

/* Facts and placements are a dialog away. */
static void
test_facts (Fixture *f, gconstpointer data)
{
  FramParticipantPage *page;

  make_register (f);
  open_as (f, "nadia");
  page = open_person (f, "Leyla");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "participant.details", NULL));
  g_assert_nonnull (find_participant_dialog ());
  WAIT_FOR (says (find_participant_dialog (), "Woodwork"));
  gtk_window_destroy (GTK_WINDOW (find_participant_dialog ()));
}

/* Enter on a row of the list, as a click on it. */
static void
test_opened_from_the_list (Fixture *f, gconstpointer data)
{
  GtkWidget *list;

  make_register (f);
  open_as (f, "nadia");
  act (f, "open-participants");
  list = find_of_type (GTK_WIDGET (fram_tabs_get_page (f->window->tabs)), GTK_TYPE_COLUMN_VIEW);
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)))) == 3);
  g_signal_emit_by_name (list, "activate", 1);
  WAIT_FOR (is_read (f));
  g_assert_true (says (front (f), "Elin Sjö"));
}

/* The tab is there again at the next start, in the same section. */
static void
test_restored (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;

  make_register (f);
  open_as (f, "nadia");
  open_person (f, "Leyla");
  before = front_uri (f);
  close_window (f);
  open_window (f);
  open_as (f, "nadia");
  WAIT_FOR (is_read (f));
  assert_front (f, before);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int status;

#define ADD(path, test) g_test_add ("/participant/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("opened-by-case-number", test_opened_by_case_number);
  ADD ("opened-from-the-list", test_opened_from_the_list);
  ADD ("nobody-has-that-number", test_nobody_has_that_number);
  ADD ("head-follows-the-plan", test_head_follows_the_plan);
  ADD ("sections-by-key", test_sections_by_key);
  ADD ("a-section-asked-for-early", test_a_section_asked_for_early);
  ADD ("what-a-leader-sees", test_what_a_leader_sees);
  ADD ("a-mentor-has-no-page", test_a_mentor_has_no_page);
  ADD ("facts", test_facts);
  ADD ("restored", test_restored);
  status = g_test_run ();
  remove_files (home);
  return status;
}
