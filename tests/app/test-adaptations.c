#include "window-test.h"

#include "fram-adaptation-row.h"
#include "fram-adaptations-page.h"
#include "fram-desk-absence.h"
#include "fram-desk-adaptation.h"
#include "fram-participant-page.h"

/* Adaptations across participants: in the order of their reviews, and only for who may read needs. */

typedef struct
{
  const char *family;
  const char *area;
  const char *measure;
  FramAdaptationStatus status;
  const char *review;
} Need;

static const Need needs[] = {
  { "Åkesson", "arbetsmiljo", "Hörselkåpor", FRAM_ADAPTATION_ON_TRIAL, "2026-11-16" },
  { "Muñoz", "socialt", "Liten grupp", FRAM_ADAPTATION_IN_PLACE, "2026-11-10" },
  { "Sjö", "arbetstid", "Start klockan tio", FRAM_ADAPTATION_IN_PLACE, "2027-02-01" },
  { "Sjö", "socialt", "Eget rum", FRAM_ADAPTATION_NOT_CARRIED_OUT, NULL },
  { "Muñoz", "arbetstid", "Korta pass", FRAM_ADAPTATION_ON_TRIAL, "2026-11-12" },
};

static void
add_need (FramDesk *desk, const Need *need)
{
  FramPeopleQuery query = { .search = need->family };
  g_autoptr (GPtrArray) people = fram_desk_people (desk, &query, NULL);
  g_autoptr (GError) error = NULL;
  FramAdaptationEdit edit;
  FramAdaptationField field;
  FramUuid enrolment;

  g_assert_cmpuint (people->len, ==, 1);
  g_assert_true (
      fram_desk_find_enrolment (desk, ((FramPersonRow *)g_ptr_array_index (people, 0))->case_no, &enrolment, &error));
  fram_adaptation_edit_init (&edit);
  edit.area = need->area;
  edit.barrier = "Störs av sorl";
  edit.measure = need->measure;
  edit.line = need->measure;
  edit.status = need->status;
  edit.tried_from = need->review != NULL ? fram_test_date ("2026-10-12") : FRAM_DATE_NONE;
  edit.in_place_from = need->status == FRAM_ADAPTATION_IN_PLACE ? fram_test_date ("2026-10-20") : FRAM_DATE_NONE;
  edit.review_by = need->review != NULL ? fram_test_date (need->review) : FRAM_DATE_NONE;
  fram_desk_save_adaptation (desk, &enrolment, NULL, &edit, &field, NULL, &error);
  g_assert_no_error (error);
}

static void
make_house (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) desk = NULL;

  make_register (f);
  desk = fram_desk_open (f->path, clock, NULL);
  add_staff (desk, "Dragana Andersen", "dragana", FRAM_ROLE_OCCUPATIONAL_THERAPIST, NULL);
  add_staff (desk, "Samir Sandberg", "samir", FRAM_ROLE_PEER_MENTOR, NULL);
  add_staff (desk, "Lena Ahmadi", "lena", FRAM_ROLE_MANAGER, NULL);
  add_staff (desk, "Petra Falk", "petra", FRAM_ROLE_PLACE_FINDER, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    add_need (desk, &needs[i]);
}

static GtkWidget *
find_type (gpointer within, GType type, guint *skip)
{
  GtkWidget *widget = GTK_WIDGET (within);

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
nth (gpointer within, GType type, guint n)
{
  GtkWidget *found = find_type (within, type, &n);

  g_assert_nonnull (found);
  return found;
}

static GtkListView *
list_of (gpointer page)
{
  return GTK_LIST_VIEW (gtk_widget_get_template_child (GTK_WIDGET (page), FRAM_TYPE_ADAPTATIONS_PAGE, "list"));
}

static GListModel *
rows_of (gpointer page)
{
  return G_LIST_MODEL (gtk_list_view_get_model (list_of (page)));
}

/* The measures in the order of the list: "Liten grupp, Korta pass". */
static char *
measures (gpointer page)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows_of (page)); i++)
    {
      g_autoptr (FramAdaptationRow) row = g_list_model_get_item (rows_of (page), i);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", fram_adaptation_row_get (row)->measure);
    }
  return g_string_free (text, FALSE);
}

static gboolean
lists (gpointer page, const char *wanted)
{
  g_autofree char *found = measures (page);

  return g_str_equal (found, wanted);
}

static FramPage *
open_page (Fixture *f, const char *who)
{
  open_as (f, who);
  g_assert_true (fram_tabs_open (f->window->tabs, "adaptations:"));
  g_assert_true (FRAM_IS_ADAPTATIONS_PAGE (fram_tabs_get_page (f->window->tabs)));
  return fram_tabs_get_page (f->window->tabs);
}

/* "which" or "area" */
static GtkDropDown *
filter_of (gpointer page, const char *name)
{
  return GTK_DROP_DOWN (gtk_widget_get_template_child (GTK_WIDGET (page), FRAM_TYPE_ADAPTATIONS_PAGE, name));
}

static guint
count_areas (gpointer page)
{
  return g_list_model_get_n_items (gtk_drop_down_get_model (filter_of (page, "area")));
}

static void
choose (gpointer page, guint position)
{
  gtk_drop_down_set_selected (filter_of (page, "which"), position);
}

static void
choose_area (gpointer page, const char *name)
{
  GtkDropDown *areas = filter_of (page, "area");
  GListModel *names = gtk_drop_down_get_model (areas);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i), name))
      {
        gtk_drop_down_set_selected (areas, i);
        return;
      }
  g_error ("there is no area “%s”", name);
}

/* The label that tells how an adaptation stands. */
static GtkWidget *
state_of (gpointer page, const char *part)
{
  for (guint n = 0;; n++)
    {
      GtkWidget *label = nth (list_of (page), GTK_TYPE_LABEL, n);

      if (strstr (gtk_label_get_text (GTK_LABEL (label)), part) != NULL)
        return label;
    }
}

static void
test_what_is_late_stands_first_and_is_marked (Fixture *f, gconstpointer data)
{
  FramPage *page;

  make_house (f);
  page = open_page (f, "dragana");
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor"));
  WAIT_FOR (says (page, "3 adaptations, 2 to review"));
  WAIT_FOR (says (page, "review late since 10 November") && says (page, "review by 16 November"));
  g_assert_true (gtk_widget_has_css_class (state_of (page, "10 November"), "fram-late"));
  g_assert_true (gtk_widget_has_css_class (state_of (page, "12 November"), "fram-late")); /* today is due */
  g_assert_false (gtk_widget_has_css_class (state_of (page, "16 November"), "fram-late"));
  g_assert_true (says (page, "Carlos Muñoz"));
}

static void
test_filters (Fixture *f, gconstpointer data)
{
  FramPage *page;

  make_house (f);
  page = open_page (f, "dragana");
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor"));
  choose (page, 1);
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor, Start klockan tio"));
  choose (page, 2);
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor, Start klockan tio, Eget rum"));
  WAIT_FOR (count_areas (page) == 11); /* all of them, and any */
  choose_area (page, "Social situation");
  WAIT_FOR (lists (page, "Liten grupp, Eget rum"));
  choose (page, 0);
  WAIT_FOR (lists (page, "Liten grupp"));
  choose_area (page, "Working hours");
  WAIT_FOR (lists (page, "Korta pass"));
}

/* An empty list tells what is looked for, and never advises what is chosen already. */
static void
test_an_empty_list_says_why (Fixture *f, gconstpointer data)
{
  FramPage *page;

  make_house (f);
  page = open_page (f, "dragana");
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor"));
  WAIT_FOR (count_areas (page) == 11);
  choose_area (page, "Work aids");
  WAIT_FOR (says (page, "Nothing to review"));
  choose (page, 2);
  WAIT_FOR (says (page, "No adaptations here"));
  g_assert_false (says (page, "Nothing to review"));
  g_assert_true (says (page, "Choose “All areas”"));
}

static void
test_enter_opens_the_participant_there (Fixture *f, gconstpointer data)
{
  g_autofree char *uri = NULL;
  FramPage *page;

  make_house (f);
  page = open_page (f, "dragana");
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor"));
  g_signal_emit_by_name (list_of (page), "activate", 0);
  WAIT_FOR (FRAM_IS_PARTICIPANT_PAGE (fram_tabs_get_page (f->window->tabs)));
  uri = front_uri (f);
  g_assert_true (g_str_has_suffix (uri, "@adaptations"));
  WAIT_FOR (says (fram_tabs_get_page (f->window->tabs), "Carlos Muñoz"));
}

static guint
count_exported (Fixture *f, const char *klass)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text ("2026-11-12T09:00");
  g_autoptr (FramDesk) system = fram_desk_open (f->path, clock, NULL);
  g_autoptr (GPtrArray) lines = fram_desk_log (system, NULL, 100, NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const FramAccessLine *line = g_ptr_array_index (lines, i);

      n += g_str_equal (line->act, "exported") && g_str_equal (line->klass, klass);
    }
  return n;
}

static void
on_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copying_is_logged_as_needs (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  FramPage *page;

  make_house (f);
  page = open_page (f, "dragana");
  WAIT_FOR (lists (page, "Liten grupp, Korta pass, Hörselkåpor"));
  gtk_selection_model_select_range (gtk_list_view_get_model (list_of (page)), 1, 2, TRUE);
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  act (f, "copy");
  WAIT_FOR (f->window->toast != NULL && g_str_equal (adw_toast_get_title (f->window->toast), "2 rows copied."));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (f->window)), NULL, on_text_cb, &text);
  WAIT_FOR (text != NULL);
  g_assert_nonnull (strstr (text, "\tKorta pass\t"));
  g_assert_nonnull (strstr (text, "\tHörselkåpor\t"));
  g_assert_null (strstr (text, "Liten grupp"));
  g_assert_cmpuint (count_exported (f, "need"), ==, 2); /* a line for each person */
  g_assert_cmpuint (count_exported (f, "basic"), ==, 0);
}

static void
test_discreet_does_not_say_what (Fixture *f, gconstpointer data)
{
  FramPage *page;

  make_house (f);
  page = open_page (f, "dragana");
  WAIT_FOR (says (page, "Liten grupp"));
  act (f, "discreet");
  WAIT_FOR (!says (page, "Liten grupp"));
  g_assert_false (says (page, "Hörselkåpor"));
  g_assert_false (says (page, "Muñoz"));
  g_assert_true (says (page, "An adaptation"));
  g_assert_true (says (page, "review late since 10 November")); /* the work is still to be done */
  act (f, "discreet");
  WAIT_FOR (says (page, "Liten grupp"));
}

static void
test_who_has_the_page (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *who;
    gboolean sees;
  } people[] = { { "dragana", TRUE }, { "nadia", TRUE },  { "torsten", FALSE }, { "samir", FALSE },
                 { "lena", FALSE },   { "karin", FALSE }, { "petra", FALSE } };

  make_house (f);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      open_as (f, people[i].who);
      g_test_message ("%s", people[i].who);
      WAIT_FOR (gtk_widget_get_first_child (GTK_WIDGET (f->window->sidebar)) != NULL);
      wait_ms (100);
      if (people[i].sees)
        WAIT_FOR (says (f->window->sidebar, "Adaptations"));
      g_assert_cmpint (says (f->window->sidebar, "Adaptations"), ==, people[i].sees);
      g_assert_cmpint (fram_tabs_open (f->window->tabs, "adaptations:"), ==, people[i].sees);
    }
}

/* The case worker's list holds the own people only: here nobody. */
static void
test_a_case_worker_sees_only_own (Fixture *f, gconstpointer data)
{
  FramPage *page;

  make_house (f);
  page = open_page (f, "nadia");
  choose (page, 2);
  WAIT_FOR (says (page, "No adaptations here"));
  g_assert_false (says (page, "Hörselkåpor"));
}

static GtkWidget *
sidebar_row (Fixture *f)
{
  for (guint n = 0;; n++)
    {
      GtkWidget *row = nth (f->window->sidebar, GTK_TYPE_LIST_BOX_ROW, n);

      if (g_strcmp0 (gtk_widget_get_name (row), "adaptations:") == 0)
        return row;
    }
}

static void
test_the_figure_in_the_sidebar (Fixture *f, gconstpointer data)
{
  make_house (f);
  open_as (f, "dragana");
  WAIT_FOR (says (f->window->sidebar, "Adaptations"));
  WAIT_FOR (says (sidebar_row (f), "2")); /* late and today, not what comes within a week */
  g_assert_cmpstr (gtk_widget_get_tooltip_text (sidebar_row (f)), ==, "2 adaptations are to be reviewed");
}

#define ADD(name, func) g_test_add ("/adaptations/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int result;

  ADD ("what is late stands first and is marked", test_what_is_late_stands_first_and_is_marked);
  ADD ("filters", test_filters);
  ADD ("an empty list says why", test_an_empty_list_says_why);
  ADD ("Enter opens the participant there", test_enter_opens_the_participant_there);
  ADD ("copying is logged as needs", test_copying_is_logged_as_needs);
  ADD ("discreet does not say what", test_discreet_does_not_say_what);
  ADD ("who has the page", test_who_has_the_page);
  ADD ("a case worker sees only own", test_a_case_worker_sees_only_own);
  ADD ("the figure in the sidebar", test_the_figure_in_the_sidebar);
  result = g_test_run ();
  remove_files (home);
  return result;
}
