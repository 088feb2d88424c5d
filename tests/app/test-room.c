#include "window-test.h"

#include "fram-absence-dialog.h"
#include "fram-attendance-page.h"
#include "fram-closure-dialog.h"
#include "fram-create-dialog.h"
#include "fram-help.h"
#include "fram-kinds.h"
#include "fram-mark-strip.h"
#include "fram-palette.h"
#include "fram-participant-dialog.h"
#include "fram-person-dialog.h"
#include "fram-place-dialog.h"
#include "fram-preferences.h"
#include "fram-roster-heading.h"
#include "fram-size-bin.h"
#include "fram-staff-dialog.h"
#include "fram-workshop-dialog.h"

/* Where things stand: written from right to left everything is mirrored, and with texts twice as large a page and a dialog still
 * fit the width of a telephone. */

#define TELEPHONE 360

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The middle of a widget across its window. */
static double
middle_of (Fixture *f, gpointer widget)
{
  graphene_rect_t bounds;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (f->window), &bounds));
  return bounds.origin.x + bounds.size.width / 2;
}

/* Right to left */

static void
set_direction (GtkTextDirection direction)
{
  gtk_widget_set_default_direction (direction);
}

static gboolean
is_laid_out (Fixture *f)
{
  GtkWidget *page = GTK_WIDGET (fram_tabs_get_page (f->window->tabs));

  return page != NULL && find_type (page, FRAM_TYPE_MARK_STRIP) != NULL &&
         gtk_widget_get_width (find_type (page, FRAM_TYPE_MARK_STRIP)) > 0;
}

/* -1 where reading begins at the right. */
static void
check_roster (Fixture *f, double sign)
{
  GtkWidget *page, *strip, *heading;
  double last;

  make_register (f);
  open_as (f, "torsten");
  WAIT_FOR (is_laid_out (f));
  wait_ms (200);
  page = GTK_WIDGET (fram_tabs_get_page (f->window->tabs));
  strip = find_type (page, FRAM_TYPE_MARK_STRIP);
  heading = find_type (page, FRAM_TYPE_ROSTER_HEADING);
  /* the sidebar, the name, the marks, what follows */
  g_assert_cmpfloat (sign * middle_of (f, f->window->sidebar), <, sign * middle_of (f, page));
  g_assert_cmpfloat (sign * middle_of (f, find_label (page, "Carlos Muñoz")), <, sign * middle_of (f, strip));
  g_assert_cmpfloat (sign * middle_of (f, strip), <, sign * middle_of (f, find_label (page, "Unmarked")));
  /* each mark stands under its letter, "Present" first */
  last = middle_of (f, fram_mark_strip_get_cell (FRAM_MARK_STRIP (strip), 0));
  g_assert_cmpfloat_with_epsilon (last, middle_of (f, find_label (heading, "P")), 2);
  g_assert_cmpfloat_with_epsilon (middle_of (f, fram_mark_strip_get_cell (FRAM_MARK_STRIP (strip), 1)),
                                  middle_of (f, find_label (heading, "L")), 2);
  for (guint i = 1; i < fram_mark_strip_get_n_cells (FRAM_MARK_STRIP (strip)); i++)
    {
      double next = middle_of (f, fram_mark_strip_get_cell (FRAM_MARK_STRIP (strip), i));

      g_assert_cmpfloat (sign * last, <, sign * next);
      last = next;
    }
}

static void
test_left_to_right (Fixture *f, gconstpointer data)
{
  check_roster (f, 1);
}

static void
test_right_to_left (Fixture *f, gconstpointer data)
{
  check_roster (f, -1);
}

static void
set_up_rtl (Fixture *f, gconstpointer data)
{
  set_direction (GTK_TEXT_DIR_RTL);
  set_up (f, data);
}

static void
tear_down_rtl (Fixture *f, gconstpointer data)
{
  tear_down (f, data);
  set_direction (GTK_TEXT_DIR_LTR);
}

/* Large texts */

static int own_dpi;

static void
set_text_size (int percent)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (own_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &own_dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", own_dpi * percent / 100, NULL);
}

static int
least_width (gpointer widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* The innermost widget that does not fit, for whoever mends it. */
static void
tell_widest (GtkWidget *widget, const char *where)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && least_width (child) > TELEPHONE - 40)
      {
        tell_widest (child, where);
        return;
      }
  g_test_message ("%s: %s %s needs %d pixels", where, G_OBJECT_TYPE_NAME (widget),
                  GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : "", least_width (widget));
}

/* A page may be narrower than what is in it: then it is cut. */
static void
check_bins (GtkWidget *widget, const char *where)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if ((FRAM_IS_SIZE_BIN (widget) || FRAM_IS_ROSTER_PAGE (widget)) &&
      least_width (gtk_widget_get_first_child (widget)) > TELEPHONE)
    {
      tell_widest (widget, where);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_bins (child, where);
}

static void
check_window (Fixture *f, const char *where)
{
  for (int i = 0; i < 30 && gtk_widget_get_width (GTK_WIDGET (f->window)) > TELEPHONE; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (f->window), TELEPHONE, 700 + i % 2);
      wait_ms (60);
    }
  wait_ms (100);
  if (least_width (f->window) > TELEPHONE)
    {
      tell_widest (GTK_WIDGET (f->window), where);
      g_test_fail ();
    }
  check_bins (GTK_WIDGET (f->window), where);
}

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
      check_window (f, views[v]);
    }
}

static void
check_pages (Fixture *f)
{
  FramUuid snickeri;
  char id[FRAM_UUID_TEXT_SIZE];

  make_register (f);
  fram_window_open (f->window, f->path, NULL);
  WAIT_FOR (shows (f, "who"));
  check_window (f, "who sits down");
  open_as (f, "karin");
  g_assert_true (fram_desk_find_activity (fram_window_get_desk (f->window), "snickeri", &snickeri, NULL));
  for (guint i = 0; fram_kinds_get_prefix (i) != NULL; i++)
    {
      g_autofree char *with_id = g_strconcat (fram_kinds_get_prefix (i), fram_uuid_format (&snickeri, id), NULL);

      if (!fram_tabs_open (f->window->tabs, fram_kinds_get_prefix (i)) && !fram_tabs_open (f->window->tabs, with_id))
        continue;
      wait_ms (200);
      check_window (f, fram_kinds_get_prefix (i));
      check_views (f);
    }
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  check_pages (f);
}

static void
test_pages_large (Fixture *f, gconstpointer data)
{
  set_text_size (200);
  check_pages (f);
  set_text_size (100);
}

static void
check_dialog (const char *where, gpointer dialog)
{
  gtk_window_set_default_size (GTK_WINDOW (dialog), TELEPHONE, 600);
  gtk_window_present (GTK_WINDOW (dialog));
  wait_ms (150);
  if (least_width (dialog) > TELEPHONE)
    {
      tell_widest (dialog, where);
      g_test_fail ();
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
check_dialogs (Fixture *f)
{
  GtkWidget *parent = GTK_WIDGET (f->window);
  FramPeopleQuery query = { .workshop = "snickeri", .limit = 1 };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) workshops = NULL;
  FramDesk *desk;
  FramPersonRow *row;

  make_register (f);
  open_as (f, "nadia");
  desk = fram_window_get_desk (f->window);
  people = fram_desk_people (desk, &query, NULL);
  workshops = fram_desk_workshops (desk, FALSE, NULL);
  row = g_ptr_array_index (people, 0);
  check_dialog ("create", fram_create_dialog_new (GTK_WINDOW (parent)));
  check_dialog ("help", fram_help_new (GTK_WINDOW (parent)));
  check_dialog ("participant", fram_participant_dialog_new (desk, parent, row->case_no));
  check_dialog ("person", fram_person_dialog_new (desk, parent, NULL));
  check_dialog ("place", fram_place_dialog_new (desk, parent, row->case_no, NULL));
  check_dialog ("closure", fram_closure_dialog_new (desk, parent, NULL, workshops));
  check_dialog ("staff", fram_staff_dialog_new (desk, parent, NULL));
  check_dialog ("workshop", fram_workshop_dialog_new (desk, parent, NULL));
  if (fram_application_get_settings (f->app) != NULL)
    check_dialog ("preferences",
                  fram_preferences_new (GTK_WINDOW (parent), fram_application_get_settings (f->app), TRUE));
}

static void
test_dialogs (Fixture *f, gconstpointer data)
{
  check_dialogs (f);
}

static void
test_dialogs_large (Fixture *f, gconstpointer data)
{
  set_text_size (200);
  check_dialogs (f);
  set_text_size (100);
}

/* The preference does what the desktop's own larger text does. */
static void
test_preference (Fixture *f, gconstpointer data)
{
  GSettings *settings = fram_application_get_settings (f->app);
  double before = fram_widget_get_text_scale (GTK_WIDGET (f->window));

  if (settings == NULL)
    {
      g_test_skip ("the schema is not installed");
      return;
    }
  g_settings_set_int (settings, "text-scale", 200);
  wait_ms (100);
  g_assert_cmpfloat_with_epsilon (fram_widget_get_text_scale (GTK_WIDGET (f->window)), 2 * before, 0.1);
  g_settings_set_int (settings, "text-scale", 100);
  wait_ms (100);
  g_assert_cmpfloat_with_epsilon (fram_widget_get_text_scale (GTK_WIDGET (f->window)), before, 0.01);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = start_at_home (&argc, &argv);
  int failed;

  g_test_add ("/room/left-to-right", Fixture, NULL, set_up, test_left_to_right, tear_down);
  g_test_add ("/room/right-to-left", Fixture, NULL, set_up_rtl, test_right_to_left, tear_down_rtl);
  g_test_add ("/room/text-size-preference", Fixture, NULL, set_up, test_preference, tear_down);
  g_test_add ("/room/pages-on-a-telephone", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/room/pages-at-200-percent", Fixture, NULL, set_up, test_pages_large, tear_down);
  g_test_add ("/room/dialogs-on-a-telephone", Fixture, NULL, set_up, test_dialogs, tear_down);
  g_test_add ("/room/dialogs-at-200-percent", Fixture, NULL, set_up, test_dialogs_large, tear_down);
  failed = g_test_run ();
  remove_files (home);
  return failed;
}
