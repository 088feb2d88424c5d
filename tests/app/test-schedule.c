#include "group-fixture.h"

#include "fram-schedule-page-private.h"

/* The page of the schedule. It is Thursday 12 November, five past nine; Samir leads Recovery, which is on, Thursdays 09–11. */

static FramSchedulePage *
open_page (Fixture *f, const char *rest, int width)
{
  FramSchedulePage *page = FRAM_SCHEDULE_PAGE (fram_schedule_page_new (f->desk, rest));

  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 720);
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (page));
  gtk_window_present (GTK_WINDOW (f->window));
  WAIT_FOR (fram_schedule_page_is_idle (page) && page->schedule != NULL &&
            gtk_widget_get_width (GTK_WIDGET (page->stack)) > 0);
  return page;
}

static const char *
shown (FramSchedulePage *page)
{
  return gtk_stack_get_visible_child_name (page->stack);
}

/* How many sessions are in view. */
static guint
count_blocks (FramSchedulePage *page)
{
  return page->picture != NULL ? page->picture->blocks->len : 0;
}

static const FramScheduleBlock *
block_at (FramSchedulePage *page, int n)
{
  g_assert_cmpint (n, >=, 0);
  return &g_array_index (page->picture->blocks, FramScheduleBlock, (guint)n);
}

static void
wait_for_place (FramSchedulePage *page)
{
  GdkRectangle bounds;

  WAIT_FOR (fram_schedule_canvas_get_bounds (page->canvas, 0, &bounds));
}

static void
key (FramSchedulePage *page, guint keyval, GdkModifierType state)
{
  g_assert_true (fram_schedule_page_handle_key (page, keyval, state));
  WAIT_FOR (fram_schedule_page_is_idle (page));
}

/* Another group of a day and time, which nobody leads. */
static FramUuid
add_other (Fixture *f, const char *name, const char *rrule, const char *first, int starts)
{
  g_autoptr (FramGroup) group = fram_group_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  sit_down (f, "karin");
  group->kind = g_strdup ("aterhamtningsgrupp");
  group->name = g_strdup (name);
  group->rrule = g_strdup (rrule);
  group->first = DAY (first);
  group->starts = starts;
  group->minutes = 60;
  fram_desk_save_group (f->desk, group, &id, NULL, &error);
  g_assert_no_error (error);
  sit_down (f, "samir");
  return id;
}

static void
test_shows_the_week (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "", 1100);
  g_autofree char *title = fram_page_dup_title (FRAM_PAGE (page));

  g_assert_cmpstr (shown (page), ==, "grid");
  g_assert_cmpuint (count_blocks (page), ==, 1);
  g_assert_cmpstr (block_at (page, 0)->title, ==, "Recovery");
  g_assert_cmpint (block_at (page, 0)->style, ==, FRAM_SCHEDULE_OWN);
  g_assert_cmpuint (page->picture->heads->len, ==, 5);
  g_assert_cmpint (page->picture->now, ==, 9 * 60 + 5);
  g_assert_cmpstr (title, ==, "Week 46");
  g_assert_true (says (page, "week 46"));
  g_assert_true (says (page, "9–13 November 2026"));
  g_assert_true (says (page, "mine"));
  g_assert_false (gtk_widget_get_sensitive (page->today_button));
}

static void
test_addresses (Fixture *f, gconstpointer unused)
{
  static const char *const same[] = { "",
                                      "2026-W47",
                                      "@day",
                                      "2026-W53@agenda",
                                      "@/mine",
                                      "2026-W46@week/mine",
                                      "@/place=0190a0b0-0000-7000-8000-000000000001" };
  static const char *const wrong[] = { "2026-W54", "46", "@month", "@/ours", "@/place=x" };
  FramScheduleAddress address;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *back = NULL;

      g_assert_true (fram_schedule_address_parse (same[i], &address));
      back = fram_schedule_address_format (&address);
      g_assert_cmpstr (back, ==, same[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (fram_schedule_address_parse (wrong[i], &address));
}

/* What is chosen is there at the next start; which week it was is not. */
static void
test_is_restored (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "2026-W47@agenda/mine", 1100);
  g_autofree char *uri = fram_page_dup_uri (FRAM_PAGE (page));

  g_assert_cmpstr (shown (page), ==, "agenda");
  g_assert_true (says (page, "week 47"));
  g_assert_cmpstr (uri, ==, "schedule:@agenda/mine");
}

static void
test_views_by_width (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "", 1100);

  g_assert_cmpint (page->view, ==, FRAM_SCHEDULE_VIEW_WEEK);
  page = open_page (f, "", 560);
  WAIT_FOR (page->view == FRAM_SCHEDULE_VIEW_DAY);
  g_assert_cmpuint (page->picture->heads->len, ==, 1);
  g_assert_true (says (page, "Thursday 12 November"));
  page = open_page (f, "", 360);
  WAIT_FOR (page->view == FRAM_SCHEDULE_VIEW_AGENDA && g_strcmp0 (shown (page), "agenda") == 0);
  g_assert_true (says (page, "Recovery"));
  g_assert_true (says (page, "09–11"));
}

static void
test_weeks_by_key (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "", 1100);

  gtk_widget_grab_focus (GTK_WIDGET (page));
  key (page, GDK_KEY_Page_Down, 0);
  WAIT_FOR (says (page, "week 47"));
  g_assert_true (gtk_widget_get_sensitive (page->today_button));
  key (page, GDK_KEY_Left, GDK_ALT_MASK);
  key (page, GDK_KEY_Left, GDK_ALT_MASK);
  g_assert_true (says (page, "week 45"));
  key (page, GDK_KEY_t, 0);
  g_assert_true (says (page, "week 46"));
  g_assert_cmpint (page->day, ==, DAY (TODAY));
}

/* The keyboard stays in its column from week to week, and goes through the days. */
static void
test_sessions_by_key (Fixture *f, gconstpointer unused)
{
  FramUuid walk = add_other (f, "Walk", "FREQ=WEEKLY;BYDAY=MO", "2026-10-05", 13 * 60);
  FramSchedulePage *page = open_page (f, "", 1100);

  g_assert_false (fram_uuid_is_none (&walk));
  wait_for_place (page);
  gtk_widget_grab_focus (GTK_WIDGET (page));
  g_assert_true (fram_schedule_canvas_has_keyboard (page->canvas));
  g_assert_cmpstr (block_at (page, fram_schedule_canvas_get_at (page->canvas))->title, ==, "Recovery");
  g_assert_true (fram_schedule_canvas_press (page->canvas, GDK_KEY_Left));
  g_assert_cmpstr (block_at (page, fram_schedule_canvas_get_at (page->canvas))->title, ==, "Walk");
  g_assert_true (fram_schedule_canvas_press (page->canvas, GDK_KEY_End));
  g_assert_cmpstr (block_at (page, fram_schedule_canvas_get_at (page->canvas))->title, ==, "Recovery");
  key (page, GDK_KEY_Page_Down, 0);
  WAIT_FOR (page->schedule->from == DAY ("2026-11-16"));
  g_assert_cmpstr (block_at (page, fram_schedule_canvas_get_at (page->canvas))->title, ==, "Recovery");
  g_assert_true (fram_schedule_canvas_has_keyboard (page->canvas));
}

static void
test_enter_opens_the_panel (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "", 1100);

  wait_for_place (page);
  gtk_widget_grab_focus (GTK_WIDGET (page));
  g_assert_true (fram_schedule_canvas_press (page->canvas, GDK_KEY_Return));
  g_assert_true (adw_flap_get_reveal_flap (page->flap));
  WAIT_FOR (fram_session_panel_get_session (page->panel) != NULL);
  g_assert_cmpstr (fram_session_panel_get_session (page->panel)->name, ==, "Recovery");
  g_assert_cmpint (fram_schedule_canvas_get_selected (page->canvas), ==, 0);
  g_signal_emit_by_name (page->panel, "closed");
  g_assert_false (adw_flap_get_reveal_flap (page->flap));
  g_assert_cmpint (fram_schedule_canvas_get_selected (page->canvas), ==, -1);
}

static void
test_filters (Fixture *f, gconstpointer unused)
{
  FramUuid walk = add_other (f, "Walk", "FREQ=WEEKLY;BYDAY=MO", "2026-10-05", 13 * 60);
  FramSchedulePage *page = open_page (f, "", 1100);

  g_assert_cmpuint (count_blocks (page), ==, 2);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (fram_schedule_filter_get_button (page->filter, FRAM_SCHEDULE_OF_MINE)), TRUE);
  WAIT_FOR (fram_schedule_page_is_idle (page) && count_blocks (page) == 1);
  g_assert_cmpstr (block_at (page, 0)->title, ==, "Recovery");
  fram_schedule_filter_set (page->filter, FRAM_SCHEDULE_OF_GROUP, &walk);
  fram_schedule_page_ask (page);
  WAIT_FOR (fram_schedule_page_is_idle (page) && g_strcmp0 (block_at (page, 0)->title, "Walk") == 0);
  g_assert_cmpuint (count_blocks (page), ==, 1);
  g_assert_true (says (page->filter, "Walk"));
}

/* Where there is nothing it is said, with a way on. */
static void
test_nothing_has_a_way_on (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page;

  sit_down (f, "lena");
  page = open_page (f, "@/mine", 1100);
  g_assert_cmpstr (shown (page), ==, "state");
  g_assert_true (says (page, "You lead no group this week"));
  g_assert_true (says (page, "Show All Groups"));
  g_signal_emit_by_name (page->state_button, "clicked");
  WAIT_FOR (fram_schedule_page_is_idle (page) && g_strcmp0 (shown (page), "grid") == 0);
  g_assert_cmpuint (count_blocks (page), ==, 1);
}

/* Another mentor sees the week, and no name of a participant in it. */
static void
test_no_names (Fixture *f, gconstpointer unused)
{
  static const char *const views[] = { "@week", "@day", "@agenda" };

  sit_down (f, "lena");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      FramSchedulePage *page = open_page (f, views[i], 1100);

      g_assert_cmpuint (count_blocks (page), ==, 1);
      g_assert_cmpint (block_at (page, 0)->style, ==, FRAM_SCHEDULE_OTHER);
      g_assert_null (strstr (block_at (page, 0)->spoken, "Amina"));
      fram_schedule_page_open (page, 0);
      WAIT_FOR (fram_session_panel_get_session (page->panel) != NULL);
      g_assert_false (says (page, "Amina"));
      g_assert_null (fram_session_panel_get_roster (page->panel));
    }
}

static void
test_reloads_after_a_change (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "", 1100);

  g_assert_cmpuint (count_blocks (page), ==, 1);
  add_other (f, "Walk", "FREQ=WEEKLY;BYDAY=MO", "2026-10-05", 13 * 60);
  WAIT_FOR (fram_schedule_page_is_idle (page) && count_blocks (page) == 2);
}

/* What is not for somebody is not in the menu. */
static void
test_new_groups_are_for_managers (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "", 1100);

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (page->actions), "new-group"));
  sit_down (f, "karin");
  WAIT_FOR (fram_schedule_page_is_idle (page) && page->schedule != NULL);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (page->actions), "new-group"));
}

static void
test_calendar_file (Fixture *f, gconstpointer unused)
{
  FramSchedulePage *page = open_page (f, "@/mine", 1100);
  g_autofree char *path = g_build_filename (f->folder, "mine.ics", NULL), *text = NULL;

  fram_schedule_page_save_ics (page, path);
  WAIT_FOR (f->said != NULL);
  g_assert_cmpstr (f->said, ==, "The calendar is saved as “mine.ics”.");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "BEGIN:VCALENDAR"));
  g_assert_nonnull (strstr (text, "Recovery"));
  g_assert_null (strstr (text, "Amina"));
}

/* Whose week it is does not stand in the name that is proposed for its file. */
static void
test_calendar_file_of_a_participant (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = fram_desk_group_members (f->desk, &f->group, DAY (TODAY), &error);
  const FramGroupMember *member = g_ptr_array_index (members, 0);
  char id[FRAM_UUID_TEXT_SIZE];
  g_autofree char *address = g_strconcat ("@/participant=", fram_uuid_format (&member->participant, id), NULL);
  FramSchedulePage *page = open_page (f, address, 1100);
  g_autofree char *file = NULL;

  g_assert_cmpint (fram_schedule_filter_get (page->filter, NULL), ==, FRAM_SCHEDULE_OF_PARTICIPANT);
  file = fram_schedule_page_dup_ics_name (page);
  g_assert_cmpstr (file, ==, "my-week.ics");
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
#define ADD(path, test) g_test_add ("/schedule/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("shows the week with today, now and the own group", test_shows_the_week);
  ADD ("addresses are read and written the same", test_addresses);
  ADD ("view and filter are there at the next start", test_is_restored);
  ADD ("week, day or list by the width", test_views_by_width);
  ADD ("weeks by key", test_weeks_by_key);
  ADD ("sessions by key", test_sessions_by_key);
  ADD ("Enter opens the panel", test_enter_opens_the_panel);
  ADD ("all, mine, or one group", test_filters);
  ADD ("an empty week has a way on", test_nothing_has_a_way_on);
  ADD ("another mentor sees no names", test_no_names);
  ADD ("a change is shown at once", test_reloads_after_a_change);
  ADD ("new groups are for managers", test_new_groups_are_for_managers);
  ADD ("a calendar file without names", test_calendar_file);
  ADD ("the file of a participant has no name in its name", test_calendar_file_of_a_participant);
#undef ADD
  return g_test_run ();
}
