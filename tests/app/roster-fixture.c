#include "roster-fixture.h"

void
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

char *
add_person (FramDesk *desk, const char *given, const char *family, const char *slots)
{
  FramPersonEdit edit = { .given_name = given, .family_name = family, .enrolled = fram_test_date ("2026-10-01") };
  g_autoptr (GError) error = NULL;
  char *case_no = NULL;

  case_no = fram_desk_add_person (desk, &edit, &error);
  g_assert_no_error (error);
  fram_desk_place (desk, case_no, "snickeri", fram_test_date ("2026-10-05"), FRAM_DATE_NONE, slots, &error);
  g_assert_no_error (error);
  return case_no;
}

void
sit_down (Fixture *f, const char *login)
{
  g_autoptr (GError) error = NULL;

  fram_desk_sit_down_as (f->desk, login, &error);
  g_assert_no_error (error);
}

static void
on_toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *f = user_data;

  g_clear_pointer (&f->said, g_free);
  g_variant_get (parameter, "(sb)", &f->said, &f->can_undo);
}

gboolean
roster_fixture_late (gpointer data)
{
  g_error ("waited too long for %s", (char *)data);
  return G_SOURCE_REMOVE;
}

void
settle (Fixture *f)
{
  wait_until (fram_roster_page_is_idle (f->page));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_until (fram_roster_page_is_idle (f->page));
}

void
open_page (Fixture *f, int width)
{
  static const GActionEntry entries[] = { { "toast", on_toast_cb, "(sb)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  f->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
  f->page = FRAM_ROSTER_PAGE (fram_roster_page_new (f->desk, &f->activity, FRAM_DATE_NONE));
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (f->page));
  gtk_window_present (GTK_WINDOW (f->window));
  fram_page_focus (FRAM_PAGE (f->page));
  settle (f);
  wait_until (gtk_widget_get_width (GTK_WIDGET (f->page)) > 0);
  settle (f);
}

void
close_page (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
open_desk (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (f->now != NULL ? f->now : TODAY "T09:00");
  g_autoptr (GError) error = NULL;

  f->desk = fram_desk_open (f->path, clock, &error);
  g_assert_no_error (error);
  sit_down (f, "torsten");
}

void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:00");
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("framsteg-roster-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "register.db", NULL);
  f->desk = fram_desk_create (f->path, clock, "fram", &error);
  g_assert_no_error (error);
  add_staff (f->desk, "Nadia Saleh", "nadia", FRAM_ROLE_CASE_WORKER, NULL);
  add_staff (f->desk, "Torsten Ek", "torsten", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  add_staff (f->desk, "Stina Berg", "stina", FRAM_ROLE_ACTIVITY_LEADER, "snickeri");
  add_staff (f->desk, "Gun Lind", "gun", FRAM_ROLE_ACTIVITY_LEADER, "tradgard");
  sit_down (f, "nadia");
  g_free (add_person (f->desk, "Amina", "Hassan", "thu 09-12,fri 09-12"));
  g_free (add_person (f->desk, "Björn", "Ek", "thu 09-11"));
  g_free (add_person (f->desk, "Carlos", "Mendes", "thu 09-15"));
  g_free (add_person (f->desk, "Åsa", "Öberg", "thu 10-14"));
  g_free (add_person (f->desk, "Dragana", "Petrovic", "mon 09-12"));
  sit_down (f, "torsten");
  fram_desk_find_activity (f->desk, "snickeri", &f->activity, &error);
  g_assert_no_error (error);
  open_page (f, 1100);
}

void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", f->folder);

  close_page (f);
  g_clear_object (&f->desk);
  g_free (f->said);
  g_assert_cmpint (system (command), ==, 0);
  g_free (f->folder);
  g_free (f->path);
}

/* ---- what a person sees and does ---- */

FramRosterLine *
line_at (Fixture *f, guint at)
{
  g_assert_cmpuint (at, <, fram_roster_page_get_n_lines (f->page));
  return fram_roster_page_get_line (f->page, at);
}

const char *
name_at (Fixture *f, guint at)
{
  return fram_roster_line_get_row (line_at (f, at))->name;
}

/* The status that a line shows by the strip's chosen place, "" for none. */
const char *
shown_at (Fixture *f, guint at)
{
  FramMarkStrip *strip = fram_roster_line_get_strip (line_at (f, at));

  for (guint i = 0; i < fram_mark_strip_get_n_cells (strip); i++)
    if (fram_mark_cell_get_chosen (fram_mark_strip_get_cell (strip, i)))
      return fram_mark_cell_get_status (fram_mark_strip_get_cell (strip, i))->code;
  return "";
}

FramRosterRow *
find_on_disk (FramRoster *roster, const char *name)
{
  for (guint i = 0; i < roster->rows->len; i++)
    if (g_str_equal (FRAM_ROSTER_ROW (roster->rows->pdata[i])->name, name))
      return roster->rows->pdata[i];
  g_assert_not_reached ();
}

/* The status of a person as another reader of the file finds it. */
char *
on_disk (Fixture *f, const char *name, const char *day, int *minutes_late)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:00");
  g_autoptr (FramDesk) other = fram_desk_open (f->path, clock, &error);
  g_autoptr (FramRoster) roster = NULL;
  FramRosterRow *row;

  g_assert_no_error (error);
  roster = fram_desk_roster (other, &f->activity, fram_test_date (day), &error);
  g_assert_no_error (error);
  row = find_on_disk (roster, name);
  if (minutes_late != NULL)
    *minutes_late = row->minutes_late;
  return g_strdup (row->status != NULL ? row->status->code : "");
}

guint
key_of (Fixture *f, const char *code)
{
  const FramStatus *status = fram_desk_find_status (f->desk, code);

  g_assert_nonnull (status);
  return gdk_unicode_to_keyval (g_unichar_tolower (g_utf8_get_char (fram_status_get_letter (status))));
}

void
press (Fixture *f, guint keyval, GdkModifierType state)
{
  g_assert_true (fram_roster_page_handle_key (f->page, keyval, state));
}

void
mark (Fixture *f, const char *code)
{
  press (f, key_of (f, code), 0);
}

GtkWidget *
template_child (Fixture *f, const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (f->page), FRAM_TYPE_ROSTER_PAGE, name);

  g_assert_nonnull (child);
  return GTK_WIDGET (child);
}

char *
totals (Fixture *f)
{
  return fram_totals_to_words (FRAM_TOTALS (template_child (f, "totals")));
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(FramDesk **)user_data = fram_desk_open_finish (result, &error);
  g_assert_no_error (error);
}

/* As the window opens it: then the file is watched. */
void
reopen_watching (Fixture *f)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (f->now != NULL ? f->now : TODAY "T09:00");

  close_page (f);
  g_clear_object (&f->desk);
  fram_desk_open_async (f->path, clock, NULL, on_opened_cb, &f->desk);
  wait_until (f->desk != NULL);
  sit_down (f, "torsten");
  open_page (f, 1100);
}

void
press_button (FramRosterLine *line, const char *css)
{
  GtkWidget *cells = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line));

  for (GtkWidget *child = gtk_widget_get_first_child (cells); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, css))
      {
        g_signal_emit_by_name (child, "clicked");
        return;
      }
  g_assert_not_reached ();
}

/* As another program, or another window of it, that has the register open. */
FramDesk *
open_other (Fixture *f, const char *login)
{
  g_autoptr (FramClock) clock = fram_clock_new_from_text (TODAY "T09:05");
  g_autoptr (GError) error = NULL;
  FramDesk *desk = fram_desk_open (f->path, clock, &error);

  g_assert_no_error (error);
  fram_desk_sit_down_as (desk, login, &error);
  g_assert_no_error (error);
  return desk;
}

FramRosterRow *
row_at (Fixture *f, guint at)
{
  return fram_roster_line_get_row (line_at (f, at));
}

FramRosterLine *
line_of (Fixture *f, const char *name)
{
  for (guint i = 0; i < fram_roster_page_get_n_lines (f->page); i++)
    if (g_str_equal (name_at (f, i), name))
      return line_at (f, i);
  g_error ("%s is not in view", name);
}

FramRosterRow *
row_of (Fixture *f, const char *name)
{
  return fram_roster_line_get_row (line_of (f, name));
}

/* The roster as another reader of the file finds it. */
FramRoster *
read_disk (Fixture *f, const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) other = open_other (f, "torsten");
  FramRoster *roster = fram_desk_roster (other, &f->activity, fram_test_date (day), &error);

  g_assert_no_error (error);
  return roster;
}

/* What the menu of a line does. */
void
choose (Fixture *f, FramRosterLine *line, const char *action, const char *target)
{
  g_autofree char *name = g_strconcat ("row.", action, NULL);

  fram_roster_page_show_menu (f->page, line);
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (f->page->menu, name, "s", target));
  else
    g_assert_true (gtk_widget_activate_action (f->page->menu, name, NULL));
  gtk_popover_popdown (GTK_POPOVER (f->page->menu));
}

/* What a line tells of a person beside the mark. */
char *
chips_of (FramRosterLine *line)
{
  GObject *chips = gtk_widget_get_template_child (GTK_WIDGET (line), FRAM_TYPE_ROSTER_LINE, "chips");

  return fram_chips_to_words (FRAM_CHIPS (chips), " | ");
}
