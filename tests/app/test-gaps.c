#include "window-test.h"

#include "fram-changes.h"
#include "fram-desk-private.h"
#include "fram-gaps-page-private.h"
#include "fram-participant-page.h"

/* The page of gaps. It is Thursday 12 November, nine o'clock; three people come on Thursdays, and since Christmas Eve and New
 * Year's Eve are Thursdays, each of them has a gap to come from 17 December to 7 January. */

static FramGapsPage *
page_of (Fixture *f)
{
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  return FRAM_IS_GAPS_PAGE (page) ? FRAM_GAPS_PAGE (page) : NULL;
}

static FramGapsPage *
open_gaps (Fixture *f, const char *who)
{
  open_as (f, who);
  g_assert_true (fram_tabs_open (f->window->tabs, "gaps:"));
  WAIT_FOR (page_of (f) != NULL && fram_gaps_page_is_idle (page_of (f)));
  return page_of (f);
}

static GtkWidget *
row_at (FramGapsPage *page, int place)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (page->list, place));
}

static const char *
title_at (FramGapsPage *page, int place)
{
  GtkWidget *row = row_at (page, place);

  return row != NULL ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static GtkWidget *
button_in (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = button_in (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (GtkWidget *widget)
{
  g_assert_true (gtk_widget_grab_focus (widget));
  g_assert_true (gtk_widget_activate (widget));
}

/* Nadia is in charge of Carlos. */
static void
put_in_charge (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = fram_desk_open (f->path, clock, NULL);
  g_autoptr (GError) error = NULL;
  FramPeopleQuery query = { .search = "Muñoz" };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);
  const FramPersonRow *carlos = g_ptr_array_index (people, 0);
  g_autoptr (FramStoredCase) stored = fram_people_load_one (desk->db, desk->viewer, carlos->case_no, NULL);
  g_autoptr (FramChanges) changes = fram_changes_begin (desk->db, desk->viewer, "test", NULL, &error);
  FramUuid id = fram_uuid_new (clock), nadia;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_CASE_WORKER, &id);
  g_autoptr (GPtrArray) staff = fram_desk_staff (desk, FALSE, NULL);

  for (guint i = 0; i < staff->len; i++)
    if (g_strcmp0 (((FramStaff *)g_ptr_array_index (staff, i))->login, "nadia") == 0)
      nadia = ((FramStaff *)g_ptr_array_index (staff, i))->id;
  fram_record_set_ref (record, "enrolment", &stored->enrolment_id);
  fram_record_set_ref (record, "staff", &nadia);
  fram_record_set_date (record, "from_day", fram_test_date ("2026-10-01"));
  g_assert_cmpint (fram_changes_insert (changes, record, &error), ==, FRAM_WRITTEN_ADDED);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
}

static void
test_gaps_stand_in_order_with_a_badge (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;

  make_register (f);
  page = open_gaps (f, "karin");
  g_assert_cmpstr (title_at (page, 0), ==, "Carlos Muñoz");
  g_assert_true (says (row_at (page, 0), "21 days, 17 December to 7 January 2027"));
  g_assert_true (says (row_at (page, 0), "Coming"));
  g_assert_cmpstr (gtk_label_get_label (page->count), ==, "3 coming");
  g_assert_null (row_at (page, 3));
  g_assert_false (gtk_widget_get_visible (page->scope));
}

static void
test_a_row_opens_the_participant (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;

  make_register (f);
  page = open_gaps (f, "karin");
  press (row_at (page, 0));
  WAIT_FOR (FRAM_IS_PARTICIPANT_PAGE (fram_tabs_get_page (f->window->tabs)));
}

static void
test_one_is_booked_and_taken_back_with_keys (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;
  GtkWidget *row;

  make_register (f);
  put_in_charge (f);
  page = open_gaps (f, "nadia");
  g_assert_cmpstr (title_at (page, 0), ==, "Carlos Muñoz");
  g_assert_null (row_at (page, 1)); /* only one's own */
  gtk_widget_grab_focus (row_at (page, 0));
  press (button_in (row_at (page, 0)));
  WAIT_FOR (fram_gaps_page_is_idle (page) && row_at (page, 3) != NULL);
  g_assert_null (row_at (page, 4)); /* three that fit */
  g_assert_true (says (row_at (page, 1), "December"));
  row = row_at (page, 1);
  press (button_in (row));
  WAIT_FOR (fram_gaps_page_is_idle (page) && g_strcmp0 (title_at (page, 0), "Carlos Muñoz") != 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  g_assert_true (may (f, "undo"));
  act (f, "undo");
  WAIT_FOR (fram_gaps_page_is_idle (page) && g_strcmp0 (title_at (page, 0), "Carlos Muñoz") == 0);
}

static void
test_what_is_open_closes_again (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;

  make_register (f);
  page = open_gaps (f, "karin");
  press (button_in (row_at (page, 1)));
  WAIT_FOR (fram_gaps_page_is_idle (page) && row_at (page, 3) != NULL);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button_in (row_at (page, 1))), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  press (button_in (row_at (page, 1)));
  WAIT_FOR (row_at (page, 3) == NULL);
}

static void
test_own_and_all (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;

  make_register (f);
  put_in_charge (f);
  page = open_gaps (f, "nadia");
  g_assert_true (gtk_widget_get_visible (page->scope));
  g_assert_false (says (row_at (page, 0), "Nadia Saleh"));
  gtk_toggle_button_set_active (page->mine, FALSE);
  g_assert_nonnull (row_at (page, 2));
  g_assert_true (says (page->list, "Nadia Saleh"));
}

static void
test_an_empty_page_says_what_it_means (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;

  make_register (f);
  page = open_gaps (f, "nadia"); /* nobody's case worker yet */
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->stack), ==, "empty");
  g_assert_true (says (page, "more than 14 days in a row"));
  press (page->show_all);
  WAIT_FOR (g_strcmp0 (gtk_stack_get_visible_child_name (page->stack), "list") == 0);
  g_assert_nonnull (row_at (page, 2));
}

static void
test_seams_have_a_list_of_their_own (Fixture *f, gconstpointer data)
{
  FramGapsPage *page;
  FramPersonEdit edit = { .given_name = "Per", .family_name = "Ny", .enrolled = fram_test_date ("2026-10-01") };
  g_autofree char *case_no = NULL;

  make_register (f);
  open_as (f, "karin");
  case_no = fram_desk_add_person (fram_window_get_desk (f->window), &edit, NULL);
  page = open_gaps (f, "karin");
  g_assert_cmpstr (title_at (page, 0), ==, "Per Ny"); /* is in one */
  g_assert_true (says (row_at (page, 0), "Now"));
  gtk_toggle_button_set_active (page->seams, TRUE);
  g_assert_true (says (page->seam_list, "Per Ny"));
  g_assert_true (says (page->seam_list, "42 days since the introduction, no placement yet"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->list)));
}

static void
test_who_may_not_plan_is_offered_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = NULL;
  FramGapsPage *page;

  make_register (f);
  desk = fram_desk_open (f->path, clock, NULL);
  add_staff (desk, "Mats Ek", "mats", FRAM_ROLE_MANAGER, NULL);
  page = open_gaps (f, "mats");
  g_assert_nonnull (row_at (page, 0));
  g_assert_null (button_in (row_at (page, 0)));
}

#define add(path, func) g_test_add ("/gaps/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  add ("gaps-stand-in-order-with-a-badge", test_gaps_stand_in_order_with_a_badge);
  add ("a-row-opens-the-participant", test_a_row_opens_the_participant);
  add ("one-is-booked-and-taken-back-with-keys", test_one_is_booked_and_taken_back_with_keys);
  add ("what-is-open-closes-again", test_what_is_open_closes_again);
  add ("own-and-all", test_own_and_all);
  add ("an-empty-page-says-what-it-means", test_an_empty_page_says_what_it_means);
  add ("seams-have-a-list-of-their-own", test_seams_have_a_list_of_their_own);
  add ("who-may-not-plan-is-offered-nothing", test_who_may_not_plan_is_offered_nothing);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
