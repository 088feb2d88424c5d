#include "window-test.h"

#include "fram-absence-dialog.h"
#include "fram-adaptation-dialog.h"
#include "fram-adaptation-review-dialog.h"
#include "fram-mapping-dialog.h"
#include "fram-drawing-dialog.h"
#include "fram-desk-timeline-print.h"
#include "fram-attendance-page.h"
#include "fram-carrier-dialog.h"
#include "fram-closure-dialog.h"
#include "fram-commitment-dialog.h"
#include "fram-create-dialog.h"
#include "fram-date-popover.h"
#include "fram-desk-absence.h"
#include "fram-goal-dialog.h"
#include "fram-handover-dialog.h"
#include "fram-help.h"
#include "fram-join-dialog.h"
#include "fram-kinds.h"
#include "fram-booking-dialog.h"
#include "fram-employer-dialog.h"
#include "fram-find-place-dialog.h"
#include "fram-outside-dialog.h"
#include "fram-participant-dialog.h"
#include "fram-participant-page.h"
#include "fram-person-dialog.h"
#include "fram-pin-dialog.h"
#include "fram-place-dialog.h"
#include "fram-place-window.h"
#include "fram-plan-day-dialog.h"
#include "fram-preferences.h"
#include "fram-print-dialog.h"
#include "fram-referrer-dialog.h"
#include "fram-roster-details.h"
#include "fram-sections.h"
#include "fram-indicator-dialog.h"
#include "fram-indicator-text-dialog.h"
#include "fram-staff-dialog.h"
#include "fram-support-dialog.h"
#include "fram-step-dialog.h"
#include "fram-workshop-dialog.h"

/* Every control of every page, dialog and popover has a name that a screen reader can say (EN 301 549, 9.4.1.2), and no icon's
 * or class's name is one. */

typedef struct
{
  const char *where;
  guint controls;
  guint nameless;
} Walk;

/* The words that a widget was given for a screen reader, or that it shows. */
static char *
given_name (GtkWidget *widget)
{
  char *name;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return NULL;
  name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "\n");
  if (name != NULL && name[0] != '\0')
    return name;
  g_free (name);
  return NULL;
}

static void
add_shown_text (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s ", gtk_label_get_text (GTK_LABEL (widget)));
  else if (GTK_IS_INSCRIPTION (widget))
    g_string_append_printf (text, "%s ", gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  else
    {
      g_autofree char *name = GTK_IS_BUTTON (widget) ? NULL : given_name (widget);

      if (name != NULL)
        g_string_append_printf (text, "%s ", name);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_shown_text (child, text);
}

static char *
name_of (GtkWidget *widget)
{
  g_autoptr (GString) text = NULL;
  char *name = given_name (widget);

  if (name != NULL)
    return name;
  /* a button is labelled by its child, which may be a picture */
  if (!GTK_IS_BUTTON (widget) &&
      gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return g_strdup ("(another widget's text)");
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  /* an entry's text is its value, not its name */
  if (GTK_IS_EDITABLE (widget))
    return NULL;
  text = g_string_new (NULL);
  add_shown_text (widget, text);
  return g_strdup (g_strstrip (text->str));
}

static gboolean
is_name (const char *name)
{
  static const char *const classes[] = { "Gtk", "Adw", "Fram" };

  /* mnemonics are not said */
  if (name == NULL || name[0] == '\0' || g_str_has_suffix (name, "-symbolic") || strchr (name, '_') != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_has_prefix (name, classes[i]) && g_ascii_isupper (name[strlen (classes[i])]))
      return FALSE;
  return TRUE;
}

/* A popover is a place of its own, wherever it hangs. */
static gboolean
has_ancestor (GtkWidget *widget, const char *type)
{
  GType wanted = g_type_from_name (type);

  while (wanted != 0 && !GTK_IS_NATIVE (widget) && (widget = gtk_widget_get_parent (widget)) != NULL)
    if (g_type_is_a (G_OBJECT_TYPE (widget), wanted))
      return TRUE;
  return FALSE;
}

/* What belongs to a control that has the name, or to the toolkit, which names it itself. */
static gboolean
is_inside (GtkWidget *widget)
{
  GtkWidget *popover = gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER);
  static const char *const wholes[] = { "GtkEditable",      "GtkDropDown",   "GtkMenuButton",  "AdwEntryRow",
                                        "AdwComboRow",      "GtkSpinButton", "AdwTabBox",      "GtkWindowControls",
                                        "AdwTabBar",        "GtkScale",      "GtkScrollbar",   "GtkPopoverMenu",
                                        "GtkEmojiChooser",  "GtkCalendar",   "GtkSearchEntry", "GtkEntry",
                                        "GtkPasswordEntry", "GtkColorButton" };

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (has_ancestor (widget, wholes[i]))
      return TRUE;
  /* the list that a drop-down opens */
  return popover != NULL && gtk_widget_get_parent (popover) != NULL &&
         (has_ancestor (gtk_widget_get_parent (popover), "GtkDropDown") ||
          GTK_IS_DROP_DOWN (gtk_widget_get_parent (popover)) ||
          gtk_widget_get_ancestor (gtk_widget_get_parent (popover), ADW_TYPE_COMBO_ROW) != NULL);
}

/* Containers that can have the focus only to pass it on, and what the toolkit puts around cells. */
static gboolean
is_container (GtkWidget *widget)
{
  static const char *const types[] = { "GtkScrolledWindow", "GtkViewport",   "GtkStack",       "AdwTabView",
                                       "GtkListItemWidget", "AdwTabBar",     "GtkWindow",      "GtkPopover",
                                       "GtkStackSwitcher",  "GtkColumnView", "GtkListItemBase" };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GType type = g_type_from_name (types[i]);

      if (type != 0 && g_type_is_a (G_OBJECT_TYPE (widget), type) && !GTK_IS_COLUMN_VIEW (widget))
        return TRUE;
    }
  /* a column view's inner list: the view has the name */
  /* what belongs to the toolkit's own window of preferences */
  if (GTK_IS_BUTTON (widget) && has_ancestor (widget, "AdwViewSwitcher"))
    return TRUE;
  return GTK_IS_LIST_VIEW (widget) && has_ancestor (widget, "GtkColumnView");
}

static gboolean
is_control (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || is_container (widget) || is_inside (widget))
    return FALSE;
  if (GTK_IS_LIST_BOX (widget) && has_ancestor (widget, "AdwExpanderRow"))
    return FALSE; /* the row has the name */
  if (has_ancestor (widget, "AdwPreferencesWindow") &&
      (GTK_IS_SEARCH_ENTRY (widget) ||
       g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "search_results") == 0))
    return FALSE; /* the toolkit's own search */
  if (GTK_IS_LIST_BOX_ROW (widget) && !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)) &&
      !gtk_list_box_row_get_selectable (GTK_LIST_BOX_ROW (widget)))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_EDITABLE (widget) || GTK_IS_LIST_BOX (widget) || gtk_widget_get_focusable (widget);
}

static char *
path_of (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (int i = 0; widget != NULL && i < 6; widget = gtk_widget_get_parent (widget), i++)
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

      g_string_prepend (path, ">");
      if (id != NULL && id[0] != '\0' && id[0] != '_')
        g_string_prepend (path, id);
      else
        g_string_prepend (path, G_OBJECT_TYPE_NAME (widget));
    }
  return g_string_free (path, FALSE);
}

static void
walk (Walk *self, GtkWidget *widget)
{
  if (is_control (widget))
    {
      g_autofree char *name = name_of (widget);

      self->controls++;
      if (!is_name (name))
        {
          g_autofree char *path = path_of (widget);

          g_test_message ("%s: %s is called “%s”", self->where, path, name != NULL ? name : "");
          self->nameless++;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (self, child);
}

static void
check (const char *where, gpointer widget)
{
  Walk self = { where, 0, 0 };

  walk (&self, GTK_WIDGET (widget));
  if (self.nameless > 0)
    g_test_fail ();
}

static void
check_dialog (const char *where, gpointer dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  wait_ms (150);
  check (where, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Pages */

/* A roster has a week and a month besides. */
static void
check_views (Fixture *f)
{
  static const char *const views[] = { "week", "month", "day" };
  FramPage *page = fram_tabs_get_page (f->window->tabs);

  for (guint v = 0; FRAM_IS_ATTENDANCE_PAGE (page) && v < G_N_ELEMENTS (views); v++)
    {
      fram_attendance_page_show_view (FRAM_ATTENDANCE_PAGE (page), views[v]);
      wait_ms (300);
      check (views[v], page);
    }
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  FramUuid snickeri;
  char id[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  open_as (f, "karin");
  g_assert_true (fram_desk_find_activity (fram_window_get_desk (f->window), "snickeri", &snickeri, NULL));
  for (guint i = 0; fram_kinds_get_prefix (i) != NULL; i++)
    {
      const char *prefix = fram_kinds_get_prefix (i);
      g_autofree char *with_id = g_strconcat (prefix, fram_uuid_format (&snickeri, id), NULL);

      if (!fram_tabs_open (f->window->tabs, prefix) && !fram_tabs_open (f->window->tabs, with_id))
        continue; /* not for an administrator */
      wait_ms (200);
      check (prefix, fram_tabs_get_page (f->window->tabs));
      check_views (f);
    }
}

/* A case worker's own participant, section by section. */
static void
test_participant (Fixture *f, gconstpointer data)
{
  FramPeopleQuery query = { .search = "Testdotter" };
  g_autoptr (GPtrArray) people = NULL;
  char id[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  open_as (f, "nadia");
  add_person (fram_window_get_desk (f->window), "Maria", "Testdotter", "snickeri");
  people = fram_desk_people (fram_window_get_desk (f->window), &query, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  fram_uuid_format (&((FramPersonRow *)g_ptr_array_index (people, 0))->participant, id);
  for (guint i = 0; i < fram_sections_count (); i++)
    {
      const char *section = fram_sections_get (i)->name;
      g_autofree char *uri = g_strdup_printf ("participant:%s@%s", id, section);
      FramPage *page;

      g_assert_true (fram_tabs_open (f->window->tabs, uri));
      page = fram_tabs_get_page (f->window->tabs);
      WAIT_FOR (fram_participant_page_get_case (FRAM_PARTICIPANT_PAGE (page)) != NULL);
      g_assert_true (fram_sections_get (i)->is_for (fram_participant_page_get_case (FRAM_PARTICIPANT_PAGE (page))));
      wait_ms (300);
      check (section, page);
    }
}

/* What a case worker writes about the own participant in dialogs. */
static void
test_relay_dialogs (Fixture *f, gconstpointer data)
{
  FramPeopleQuery query = { .search = "Testdotter" };
  g_autoptr (GPtrArray) people = NULL, promises = NULL;
  g_autoptr (FramCase) what = NULL;
  g_autoptr (FramCarriers) carriers = NULL;
  g_autoptr (FramPaper) paper = NULL;
  FramCommitmentQuery all = { 0 };
  FramDesk *desk;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  add_person (desk, "Maria", "Testdotter", "snickeri");
  people = fram_desk_people (desk, &query, NULL);
  what = fram_desk_case (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, NULL, NULL);
  carriers = fram_desk_carriers (desk, &what->enrolment, NULL);
  all.enrolment = &what->enrolment;
  promises = fram_desk_commitments (desk, &all, NULL);
  check_dialog ("case worker", fram_carrier_dialog_new (desk, GTK_WIDGET (f->window), &what->enrolment, carriers));
  check_dialog ("referrer", fram_referrer_dialog_new (desk, GTK_WIDGET (f->window), &what->enrolment, carriers));
  check_dialog ("handover", fram_handover_dialog_new (desk, GTK_WIDGET (f->window), &what->enrolment, NULL));
  check_dialog ("commitment",
                fram_commitment_dialog_new (desk, GTK_WIDGET (f->window), g_ptr_array_index (promises, 0)));
  paper = fram_desk_timeline_paper (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, NULL, NULL);
  check_dialog ("a drawing", fram_drawing_dialog_new (desk, GTK_WIDGET (f->window), paper));
}

/* A therapist's section with something in it, and what is written there in dialogs. */
static void
test_adaptations (Fixture *f, gconstpointer data)
{
  FramAdaptationEdit edit;
  FramAdaptationField field;
  g_autoptr (FramAdaptationSheet) sheet = NULL;
  const FramAdaptation *one;
  g_autofree char *uri = NULL;
  char id[FRAM_UUID_TEXT_SIZE];
  FramUuid enrolment;
  FramPeopleQuery query = { .search = "Leyla" };
  g_autoptr (GPtrArray) people = NULL;
  FramDesk *desk;

  make_register (f);
  open_as (f, "karin");
  add_staff (fram_window_get_desk (f->window), "Eva Lind", "eva", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  open_as (f, "eva");
  desk = fram_window_get_desk (f->window);
  people = fram_desk_people (desk, &query, NULL);
  g_assert_true (
      fram_desk_find_enrolment (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, &enrolment, NULL));
  fram_adaptation_edit_init (&edit);
  edit.barrier = "Noise";
  edit.status = FRAM_ADAPTATION_ON_TRIAL;
  g_assert_true (fram_desk_save_adaptation (desk, &enrolment, NULL, &edit, &field, NULL, NULL));
  sheet = fram_adaptation_sheet_read (desk, &enrolment, NULL);
  one = g_ptr_array_index (sheet->adaptations, 0);
  uri = g_strdup_printf ("participant:%s@adaptations", fram_uuid_format (&one->participant, id));
  g_assert_true (fram_tabs_open (f->window->tabs, uri));
  WAIT_FOR (says (f->window, "Noise"));
  check ("adaptations", f->window);
  check_dialog ("adaptation", fram_adaptation_dialog_new (desk, GTK_WIDGET (f->window), sheet, one, one->status));
  check_dialog ("review", fram_adaptation_review_dialog_new (desk, GTK_WIDGET (f->window), one));
  check_dialog ("mapping talk", fram_mapping_dialog_new (desk, GTK_WIDGET (f->window), sheet));
}

/* The dialogs of a plan. */
static void
test_plan_dialogs (Fixture *f, gconstpointer data)
{
  FramPeopleQuery query = { .search = "Leyla" };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (FramCasePlan) plan = NULL;
  FramDesk *desk;
  FramUuid enrolment;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  people = fram_desk_people (desk, &query, NULL);
  g_assert_cmpuint (people->len, ==, 1);
  g_assert_true (
      fram_desk_find_enrolment (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, &enrolment, NULL));
  plan = fram_desk_case_plan (desk, &enrolment, NULL);
  check_dialog ("a step", fram_step_dialog_new (desk, GTK_WIDGET (f->window), &enrolment, NULL));
  check_dialog ("a milestone", fram_goal_dialog_new (desk, GTK_WIDGET (f->window), plan, NULL));
  check_dialog ("joining a group", fram_join_dialog_new (desk, GTK_WIDGET (f->window), plan));
  check_dialog ("a leave", fram_plan_day_dialog_new (desk, GTK_WIDGET (f->window),
                                                     fram_plan_deed_new (FRAM_DEED_PAUSE, &enrolment, NULL), NULL));
  check_dialog ("an extension",
                fram_plan_day_dialog_new (desk, GTK_WIDGET (f->window),
                                          fram_plan_deed_new (FRAM_DEED_EXTEND, &enrolment, NULL), NULL));
}

static void
test_leader (Fixture *f, gconstpointer data)
{
  make_register (f);
  open_as (f, "torsten");
  WAIT_FOR (fram_roster_page_get_roster (roster_page (f)) != NULL && fram_roster_page_is_idle (roster_page (f)));
  check ("a leader's window", f->window);
  {
    const FramRoster *roster = fram_roster_page_get_roster (roster_page (f));
    const FramRosterRow *row = g_ptr_array_index (roster->rows, 0);

    check_dialog ("absence", fram_absence_dialog_new (fram_window_get_desk (f->window), GTK_WIDGET (f->window),
                                                      &row->enrolment, row->name, roster->day));
  }
  gtk_window_set_default_size (GTK_WINDOW (f->window), 360, 700);
  wait_ms (300);
  check ("a leader's window, narrow", f->window);
}

static void
test_window (Fixture *f, gconstpointer data)
{
  g_autofree char *usual = fram_desk_default_path ();

  fram_window_open (f->window, usual, NULL);
  WAIT_FOR (offers (f, "win.create-register"));
  check ("first start", f->window);
  make_register (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who"));
  check ("who sits down", f->window);
  open_as (f, "karin");
  WAIT_FOR (says (f->window->sidebar, "Staff"));
  check ("window", f->window);
  act (f, "search");
  WAIT_FOR (f->window->search != NULL && gtk_widget_get_mapped (f->window->search));
  gtk_editable_set_text (GTK_EDITABLE (fram_search_get_entry (FRAM_SEARCH (f->window->search))), "e");
  wait_ms (100);
  check ("search", f->window->search);
  gtk_popover_popdown (GTK_POPOVER (f->window->search));
  while (fram_tabs_get_count (f->window->tabs) > 0)
    act (f, "tab-close");
  wait_ms (100);
  check ("nothing open", f->window);
}

/* Dialogs and popovers */

static char *
case_no_of (FramDesk *desk, FramUuid *participant)
{
  FramPeopleQuery query = { .workshop = "snickeri", .limit = 1 };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);
  FramPersonRow *row;

  g_assert_cmpuint (people->len, ==, 1);
  row = g_ptr_array_index (people, 0);
  *participant = row->participant;
  return g_strdup (row->case_no);
}

static void
test_dialogs (Fixture *f, gconstpointer data)
{
  FramDesk *desk;
  GtkWidget *parent = GTK_WIDGET (f->window);
  FramUuid participant, snickeri;
  g_autofree char *case_no = NULL;
  g_autoptr (GPtrArray) workshops = NULL;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  case_no = case_no_of (desk, &participant);
  g_assert_true (fram_desk_find_activity (desk, "snickeri", &snickeri, NULL));
  check_dialog ("create", fram_create_dialog_new (GTK_WINDOW (parent)));
  check_dialog ("help", fram_help_new (GTK_WINDOW (parent)));
  check_dialog ("participant", fram_participant_dialog_new (desk, parent, case_no));
  check_dialog ("person", fram_person_dialog_new (desk, parent, NULL));
  check_dialog ("person, changed", fram_person_dialog_new (desk, parent, &participant));
  check_dialog ("booking", fram_booking_dialog_new (desk, parent, &participant, NULL));
  check_dialog ("place", fram_place_dialog_new (desk, parent, case_no, NULL));
  workshops = fram_desk_workshops (desk, FALSE, NULL);
  check_dialog ("closure", fram_closure_dialog_new (desk, parent, NULL, workshops));
  check_dialog ("staff", fram_staff_dialog_new (desk, parent, NULL));
  check_dialog ("questions", fram_indicator_dialog_new (desk, parent, NULL, NULL, TRUE));
  check_dialog ("questions from a text", fram_indicator_text_dialog_new (desk, parent));
  check_dialog ("workshop", fram_workshop_dialog_new (desk, parent, NULL));
  check_dialog ("PIN", fram_pin_dialog_new (GTK_WINDOW (parent), f->window->seat));
  check_dialog ("print", fram_print_dialog_new (desk, parent, &snickeri, FRAM_PRINT_SIGNATURES_DAY,
                                                fram_test_date ("2026-11-12")));
  if (fram_application_get_settings (f->app) != NULL)
    check_dialog ("preferences",
                  fram_preferences_new (GTK_WINDOW (parent), fram_application_get_settings (f->app), TRUE));
}

/* External places and support outside. */
static void
test_outside (Fixture *f, gconstpointer data)
{
  FramExternalEdit edit = {
    .employer = "Hyllie Lager", .contact_phone = "040-1", .capacity = 1, .agreed_from = FRAM_DATE_NONE
  };
  GtkWidget *parent = GTK_WIDGET (f->window);
  g_autofree char *case_no = NULL;
  FramUuid participant, place;
  FramDesk *desk;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  case_no = case_no_of (desk, &participant);
  g_assert_true (fram_desk_save_external_place (desk, NULL, &edit, &place, NULL, NULL));
  check_dialog ("support", fram_support_dialog_new (desk, parent, &participant, NULL, NULL));
  check_dialog ("employer", fram_employer_dialog_new (desk, parent, NULL));
  check_dialog ("employer, changed", fram_employer_dialog_new (desk, parent, &place));
  check_dialog ("external place", fram_place_window_new (desk, parent, &place));
  check_dialog ("find a place", fram_find_place_dialog_new (desk, parent, case_no));
  check_dialog ("place outside", fram_outside_dialog_new (desk, parent, case_no, "Maria", &place, FRAM_DATE_NONE));
}

static void
test_popovers (Fixture *f, gconstpointer data)
{
  GtkWidget *date = g_object_ref_sink (fram_date_popover_new ());
  GtkWidget *details = g_object_ref_sink (fram_roster_details_new ());

  check ("date", date);
  check ("details of a mark", details);
  g_object_unref (date);
  g_object_unref (details);
}

/* A test that finds nothing must be able to find something. */
static void
test_finds (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  Walk self = { "made wrong", 0, 0 };

  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_entry_new ());
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Right"));
  walk (&self, box);
  g_assert_cmpuint (self.controls, ==, 3);
  g_assert_cmpuint (self.nameless, ==, 2);
  g_object_unref (box);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  g_test_add_func ("/names/finds-what-has-none", test_finds);
  g_test_add ("/names/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/names/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/names/participant", Fixture, NULL, set_up, test_participant, tear_down);
  g_test_add ("/names/leader", Fixture, NULL, set_up, test_leader, tear_down);
  g_test_add ("/names/dialogs", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/names/relay-dialogs", Fixture, NULL, set_up, test_relay_dialogs, tear_down);
  g_test_add ("/names/places outside", Fixture, NULL, set_up, test_outside, tear_down);
  g_test_add ("/names/adaptations", Fixture, NULL, set_up, test_adaptations, tear_down);
  g_test_add ("/names/plan-dialogs", Fixture, NULL, set_up, test_plan_dialogs, tear_down);
  g_test_add ("/names/popovers", Fixture, NULL, set_up, test_popovers, tear_down);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
