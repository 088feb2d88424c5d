#include "window-test.h"

#include "fram-desk-places.h"
#include "fram-desk-support.h"
#include "fram-employer-dialog.h"
#include "fram-find-place-dialog.h"
#include "fram-outside-dialog.h"
#include "fram-participant-page.h"
#include "fram-place-window.h"
#include "fram-places-page.h"
#include "fram-support-dialog.h"

/* External places and support outside, by what is under the keyboard: the page, its dialogs, and a participant's plan. */

static GtkWidget *
top (GType type)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) one = g_list_model_get_item (all, i);

      if (g_type_is_a (G_OBJECT_TYPE (one), type) && gtk_widget_get_visible (one))
        return one;
    }
  return NULL;
}

/* A widget in view that has a name: a row's title, a button's label or name. */
static gboolean
is_called (GtkWidget *widget, const char *name)
{
  g_autofree char *label = NULL;

  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), name) == 0;
  if (!GTK_IS_BUTTON (widget) ||
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return label == NULL;
}

static GtkWidget *
find (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return NULL;
  if (is_called (widget, name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, name);
  return found;
}

static void
press (gpointer within, const char *name)
{
  GtkWidget *button = find (GTK_WIDGET (within), name);

  g_test_message ("%s", name);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_grab_focus (button));
  g_assert_true (gtk_widget_activate (button));
}

/* As with keys: the cursor goes into the field, and the text is there. */
static void
type_into (gpointer within, const char *title, const char *text)
{
  GtkWidget *row = find (GTK_WIDGET (within), title);

  g_test_message ("%s", title);
  g_assert_nonnull (row);
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static FramUuid
add_place (FramDesk *desk, const char *employer, const char *tasks, const char *field, int capacity)
{
  const char *const fields[] = { field, NULL };
  FramExternalEdit edit = {
    .employer = employer, .tasks = tasks, .fields = fields, .capacity = capacity, .agreed_from = FRAM_DATE_NONE
  };
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (fram_desk_save_external_place (desk, NULL, &edit, &id, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static FramPlacesPage *
open_places (Fixture *f)
{
  FramPage *page;

  g_assert_true (fram_tabs_open (f->window->tabs, "places:"));
  page = fram_tabs_get_page (f->window->tabs);
  g_assert_true (FRAM_IS_PLACES_PAGE (page));
  return FRAM_PLACES_PAGE (page);
}

static void
test_who_has_the_page (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *who;
    gboolean sees;
  } roles[] = { { "karin", TRUE }, { "nadia", TRUE }, { "torsten", FALSE } };

  make_register (f);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      open_as (f, roles[i].who);
      g_assert_cmpint (fram_tabs_open (f->window->tabs, "places:"), ==, roles[i].sees);
      g_assert_cmpint (says (f->window->sidebar, "External places"), ==, roles[i].sees);
    }
}

static void
test_a_place_is_added_and_changed (Fixture *f, gconstpointer data)
{
  FramPlacesPage *page;
  GtkWidget *dialog;

  make_register (f);
  open_as (f, "nadia");
  page = open_places (f);
  WAIT_FOR (says (page, "No places yet"));
  gtk_widget_activate_action (GTK_WIDGET (page), "places.add", NULL);
  WAIT_FOR ((dialog = top (FRAM_TYPE_EMPLOYER_DIALOG)) != NULL && find (dialog, "Wood and building") == NULL);
  wait_ms (100);
  type_into (dialog, "People at the same time (empty: not agreed)", "many");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "Write the employer's name."));
  g_assert_true (says (dialog, "Write a whole number between 0 and 200."));
  type_into (dialog, "Employer", "Hyllie Lager");
  type_into (dialog, "What there is to do", "Plocka order");
  type_into (dialog, "People at the same time (empty: not agreed)", "2");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (top (FRAM_TYPE_EMPLOYER_DIALOG) == NULL && says (page, "2 of 2 free"));
  g_assert_true (says (page, "Hyllie Lager"));
  g_assert_true (may (f, "undo"));
  act (f, "undo");
  WAIT_FOR (says (page, "No places yet"));
}

static void
test_search_finds_and_shows_all_again (Fixture *f, gconstpointer data)
{
  FramPlacesPage *page;
  GtkWidget *search;

  make_register (f);
  open_as (f, "nadia");
  add_place (fram_window_get_desk (f->window), "Hyllie Lager", "Plocka order", "store_transport", 2);
  add_place (fram_window_get_desk (f->window), "Möllans Cykel", "Laga cyklar", "repair_technical", 1);
  page = open_places (f);
  WAIT_FOR (says (page, "2 employers · 3 free places"));
  fram_page_focus (FRAM_PAGE (page));
  search = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (search), "mollan");
  WAIT_FOR (!says (page, "Hyllie Lager") && says (page, "Möllans Cykel"));
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  WAIT_FOR (says (page, "No place found"));
  gtk_widget_activate_action (GTK_WIDGET (page), "places.show-all", NULL);
  WAIT_FOR (says (page, "Hyllie Lager"));
  /* Enter with one that is found opens it */
  gtk_editable_set_text (GTK_EDITABLE (search), "mollan");
  WAIT_FOR (!says (page, "Hyllie Lager"));
  g_signal_emit_by_name (search, "activate");
  WAIT_FOR (top (FRAM_TYPE_PLACE_WINDOW) != NULL && says (top (FRAM_TYPE_PLACE_WINDOW), "Laga cyklar"));
  gtk_window_close (GTK_WINDOW (top (FRAM_TYPE_PLACE_WINDOW)));
}

/* Nadia is in charge of Maria. */
static char *
add_own (Fixture *f)
{
  FramPeopleQuery query = { .search = "Testdotter" };
  g_autoptr (GPtrArray) people = NULL;

  add_person (fram_window_get_desk (f->window), "Maria", "Testdotter", "snickeri");
  people = fram_desk_people (fram_window_get_desk (f->window), &query, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  return g_strdup (((FramPersonRow *)g_ptr_array_index (people, 0))->case_no);
}

static FramPage *
open_plan (Fixture *f, const char *case_no)
{
  FramPage *page;

  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-person-at",
                                  g_variant_new ("(ss)", case_no, "plan"));
  WAIT_FOR (FRAM_IS_PARTICIPANT_PAGE (fram_tabs_get_page (f->window->tabs)));
  page = fram_tabs_get_page (f->window->tabs);
  WAIT_FOR (says (page, "Support beside the programme") && says (page, "Not placed outside now."));
  return page;
}

static void
test_a_place_is_found_and_somebody_placed (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;
  FramPage *page;
  GtkWidget *finding, *placing;

  make_register (f);
  open_as (f, "nadia");
  case_no = add_own (f);
  add_place (fram_window_get_desk (f->window), "Hyllie Lager", "Plocka order", "store_transport", 2);
  add_place (fram_window_get_desk (f->window), "Almens Möbler", "Slipa", "wood_building", 1);
  page = open_plan (f, case_no);
  press (page, "Find a place…");
  WAIT_FOR ((finding = top (FRAM_TYPE_FIND_PLACE_DIALOG)) != NULL && says (finding, "Almens Möbler"));
  g_assert_true (says (finding, "Free now · Wood and building")); /* she trains in the woodwork */
  press (finding, "Place at Almens Möbler");
  WAIT_FOR ((placing = top (FRAM_TYPE_OUTSIDE_DIALOG)) != NULL && find (placing, "After 2 weeks") != NULL);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (placing));
  g_assert_true (says (placing, "Choose at least one weekday"));
  fram_week_hours_set_day (fram_outside_dialog_get_hours (FRAM_OUTSIDE_DIALOG (placing)), 1, TRUE, "09:00", "12:00");
  type_into (placing, "After 6 weeks", "");
  type_into (placing, "After 2 weeks", "2026-11-01");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (placing));
  g_assert_true (says (placing, "This day lies outside the stay."));
  type_into (placing, "After 2 weeks", "2026-11-25");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (placing));
  WAIT_FOR (top (FRAM_TYPE_OUTSIDE_DIALOG) == NULL && top (FRAM_TYPE_FIND_PLACE_DIALOG) == NULL);
  WAIT_FOR (says (page, "From 12 November 2026, 3 h a week"));
  g_assert_true (says (page, "Booked for 25 November 2026"));
  act (f, "undo");
  WAIT_FOR (says (page, "Not placed outside now."));
}

static void
test_support_is_added_corrected_and_taken_back (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;
  FramPage *page;
  GtkWidget *dialog;

  make_register (f);
  open_as (f, "nadia");
  case_no = add_own (f);
  page = open_plan (f, case_no);
  WAIT_FOR (says (page, "Nothing runs beside the programme now."));
  press (page, "Add support: Health");
  WAIT_FOR ((dialog = top (FRAM_TYPE_SUPPORT_DIALOG)) != NULL);
  wait_ms (50);
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "Write who gives the support"));
  type_into (dialog, "Who gives it", "Psykiatrimottagningen");
  type_into (dialog, "Applied for (year-month-day)", "2026-08-30");
  type_into (dialog, "Began or begins", "2026-08-01");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  g_assert_true (says (dialog, "It cannot begin before it was applied for."));
  type_into (dialog, "Began or begins", "");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (top (FRAM_TYPE_SUPPORT_DIALOG) == NULL && says (page, "Waiting for 74 days, applied for 30 August 2026"));
  g_assert_true (says (page, "Can something else begin now?"));
  act (f, "undo");
  WAIT_FOR (says (page, "Nothing runs beside the programme now."));
}

static void
test_others_see_no_support (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;
  FramPage *page;

  make_register (f);
  open_as (f, "nadia");
  case_no = add_own (f);
  open_as (f, "karin");
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "open-person-at",
                                  g_variant_new ("(ss)", case_no, "plan"));
  WAIT_FOR (FRAM_IS_PARTICIPANT_PAGE (fram_tabs_get_page (f->window->tabs)));
  page = fram_tabs_get_page (f->window->tabs);
  WAIT_FOR (says (page, "Not placed outside now."));
  g_assert_false (says (page, "Support beside the programme"));
}

static void
test_a_place_tells_who_is_there_and_who_could_fit (Fixture *f, gconstpointer data)
{
  g_autofree char *case_no = NULL;
  g_autoptr (GError) error = NULL;
  FramDesk *desk;
  FramUuid place;
  FramOutsideEdit edit = {
    .place = &place, .from = fram_test_date ("2026-11-02"), .to = FRAM_DATE_NONE, .slots = "mon 09-12"
  };
  FramPlacesPage *page;
  GtkWidget *window;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  case_no = add_own (f);
  place = add_place (desk, "Almens Möbler", "Slipa", "wood_building", 2);
  edit.case_no_or_id = case_no;
  g_assert_true (fram_desk_place_outside (desk, &edit, NULL, &error));
  page = open_places (f);
  WAIT_FOR (says (page, "1 of 2 free"));
  window = fram_places_page_open (page, &place);
  WAIT_FOR (says (window, "Maria Testdotter"));
  g_assert_true (says (window, "Booked for 16 November 2026"));
  press (window, "No longer used");
  WAIT_FOR (says (window, "1 person is there or is to come. End that stay first."));
  press (window, "Look among the enrolled");
  WAIT_FOR (says (window, "Carlos Muñoz"));
  g_assert_true (says (window, "Trains in a workshop for: Wood and building"));
  g_assert_false (says (window, "Elin Sjö"));
  press (window, "Carlos Muñoz");
  WAIT_FOR (top (FRAM_TYPE_PLACE_WINDOW) == NULL && FRAM_IS_PARTICIPANT_PAGE (fram_tabs_get_page (f->window->tabs)));
  WAIT_FOR (says (fram_tabs_get_page (f->window->tabs), "Not placed outside now."));
}

#define ADD(name, func) g_test_add ("/places/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int result;

  ADD ("who has the page", test_who_has_the_page);
  ADD ("a place is added and changed", test_a_place_is_added_and_changed);
  ADD ("search finds and shows all again", test_search_finds_and_shows_all_again);
  ADD ("a place is found and somebody placed", test_a_place_is_found_and_somebody_placed);
  ADD ("support is added, corrected and taken back", test_support_is_added_corrected_and_taken_back);
  ADD ("others see no support", test_others_see_no_support);
  ADD ("a place tells who is there and who could fit", test_a_place_tells_who_is_there_and_who_could_fit);
  result = g_test_run ();
  remove_files (home);
  return result;
}
