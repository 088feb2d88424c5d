#include "group-fixture.h"

#include "fram-booking-dialog.h"
#include "fram-discreet.h"
#include "fram-member-card.h"
#include "fram-sidebar.h"
#include "fram-today-page-private.h"

/* A peer mentor's day: the groups first, "All here", the card of a member, talks of the own without text; and nobody's name
 * outside the own groups. It is a quarter past nine on a Thursday, on which the mentor's group meets. */

static FramTodayPage *
open_today (Fixture *f)
{
  GtkWidget *page = fram_today_page_new (f->desk);

  adw_window_set_content (ADW_WINDOW (f->window), page);
  gtk_window_present (GTK_WINDOW (f->window));
  fram_today_page_reload (FRAM_TODAY_PAGE (page));
  WAIT_FOR (fram_today_page_is_idle (FRAM_TODAY_PAGE (page)));
  return FRAM_TODAY_PAGE (page);
}

/* A button by what its label or its child says. */
static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  if (GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget))
    {
      collect (widget, texts);
      if (strstr (texts->str, text) != NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (gpointer widget, const char *text)
{
  GtkWidget *button = find_button (GTK_WIDGET (widget), text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
collect_tooltips (GtkWidget *widget, GString *texts)
{
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (texts, "%s\n", gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_tooltips (child, texts);
}

static int
count_marked (Fixture *f)
{
  g_autoptr (FramSchedule) schedule = read_day (f, TODAY);

  return fram_schedule_find (schedule, &f->group, DAY (TODAY))->marked;
}

static FramUuid
member_named (Fixture *f, const FramUuid *group, const char *name)
{
  g_autoptr (GPtrArray) members = fram_desk_group_members (f->desk, group, DAY (TODAY), NULL);

  for (guint i = 0; i < members->len; i++)
    {
      const FramGroupMember *member = g_ptr_array_index (members, i);

      if (g_strcmp0 (member->name, name) == 0)
        return member->enrolment;
    }
  g_error ("%s is not in the group", name);
}

/* Lena's group of today. */
static FramUuid
add_other_group (Fixture *f)
{
  g_autoptr (FramGroup) group = fram_group_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  group->kind = g_strdup ("friskvard");
  group->name = g_strdup ("Walk");
  group->rrule = g_strdup ("FREQ=WEEKLY;BYDAY=TH");
  group->first = DAY ("2026-10-01");
  group->starts = 9 * 60;
  group->minutes = 60;
  fram_group_add_leader (group, &f->lena, NULL, FRAM_DATE_NONE, FRAM_DATE_NONE);
  fram_desk_save_group (f->desk, group, &id, NULL, &error);
  g_assert_no_error (error);
  return id;
}

/* Returns: Doris, who is in Lena's group */
static FramUuid
add_others (Fixture *f)
{
  FramUuid mine = f->group, doris;

  sit_down (f, "karin");
  f->group = add_other_group (f);
  add_member (f, "Doris", "Hemlig");
  doris = member_named (f, &f->group, "Doris Hemlig");
  f->group = mine;
  sit_down (f, "samir");
  return doris;
}

static void
test_the_day_begins_with_the_groups (Fixture *f, gconstpointer unused)
{
  FramTodayPage *page = open_today (f);

  g_assert_true (gtk_widget_get_mapped (page->groups));
  g_assert_true (says (page->groups, "Recovery"));
  g_assert_true (says (page->groups, "Room 1"));
  g_assert_true (says (page->groups, "Amina Hassan"));
  g_assert_true (says (page->groups, "Carlos Mendes"));
  g_assert_true (says (page->groups, "3 expected"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (page->rosters)));
}

static void
test_all_here_in_one_tap_and_undone (Fixture *f, gconstpointer unused)
{
  FramTodayPage *page = open_today (f);
  g_autofree char *what = NULL;

  g_assert_cmpint (count_marked (f), ==, 0);
  click (page->groups, "All here");
  WAIT_FOR (f->said != NULL && fram_today_page_is_idle (page));
  g_assert_true (f->can_undo);
  g_assert_cmpint (count_marked (f), ==, 3);
  g_assert_true (says (page->groups, "3 of 3 here"));
  g_assert_null (find_button (page->groups, "All here"));
  g_assert_true (fram_desk_undo (f->desk, &what, NULL));
  WAIT_FOR (says (page->groups, "3 expected"));
  g_assert_cmpint (count_marked (f), ==, 0);
}

static void
test_a_cancelled_session_is_said (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  FramTodayPage *page;

  fram_desk_cancel_session (f->desk, &f->group, DAY (TODAY), FRAM_GROUP_THIS, "The heating is out.", NULL, &error);
  g_assert_no_error (error);
  page = open_today (f);
  g_assert_true (says (page->groups, "Cancelled."));
  g_assert_true (says (page->groups, "The heating is out."));
  g_assert_null (find_button (page->groups, "All here"));
}

static void
test_nobody_elses_names (Fixture *f, gconstpointer unused)
{
  FramUuid doris = add_others (f);
  FramTodayPage *page = open_today (f);
  FramMemberCard *card;
  g_autoptr (GString) tooltips = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  FramSidebar *sidebar = fram_sidebar_new ();

  g_assert_false (says (page, "Doris"));
  collect_tooltips (GTK_WIDGET (page), tooltips);
  g_assert_null (strstr (tooltips->str, "Doris"));
  g_assert_null (fram_desk_member (f->desk, &doris, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_DENIED);
  card = fram_member_card_new (f->desk, GTK_WIDGET (page), &doris);
  gtk_window_present (GTK_WINDOW (card));
  WAIT_FOR (fram_member_card_is_idle (card));
  g_assert_null (fram_member_card_get_member (card));
  g_assert_true (says (card, "your own groups"));
  g_assert_false (says (card, "Doris"));
  gtk_window_destroy (GTK_WINDOW (card));
  adw_window_set_content (ADW_WINDOW (f->window), GTK_WIDGET (sidebar));
  fram_sidebar_set_desk (sidebar, f->desk);
  fram_sidebar_refresh (sidebar);
  WAIT_FOR (says (sidebar, "My groups"));
  g_assert_true (says (sidebar, "–/3"));
  g_assert_false (says (sidebar, "–/1"));
}

static FramMemberCard *
open_card (Fixture *f)
{
  FramUuid amina = member_named (f, &f->group, "Amina Hassan");
  FramMemberCard *card = fram_member_card_new (f->desk, f->window, &amina);

  gtk_window_present (GTK_WINDOW (card));
  WAIT_FOR (fram_member_card_is_idle (card) && fram_member_card_get_member (card) != NULL);
  return card;
}

static void
type (gpointer dialog, const char *child, const char *text)
{
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), child);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
shows (gpointer dialog, const char *child)
{
  return gtk_widget_get_visible (
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), child)));
}

static void
test_a_talk_is_booked_without_text (Fixture *f, gconstpointer unused)
{
  FramMemberCard *card = open_card (f);
  gpointer dialog;

  g_assert_true (says (card, "Recovery"));
  g_assert_true (says (card, "No talk of yours is booked."));
  click (card, "Book a talk");
  WAIT_FOR (find_dialog (FRAM_TYPE_BOOKING_DIALOG) != NULL);
  dialog = find_dialog (FRAM_TYPE_BOOKING_DIALOG);
  WAIT_FOR (shows (dialog, "room"));
  g_assert_false (shows (dialog, "parties") || shows (dialog, "place") || shows (dialog, "interpreter_row"));
  type (dialog, "day", "2026-11-17");
  type (dialog, "time", "13.30");
  fram_form_dialog_accept (FRAM_FORM_DIALOG (dialog));
  WAIT_FOR (find_dialog (FRAM_TYPE_BOOKING_DIALOG) == NULL);
  WAIT_FOR (fram_member_card_get_member (card)->bookings->len == 1 && says (card, "13.30"));
  click (card, "Call off");
  WAIT_FOR (fram_member_card_is_idle (card) && says (card, "No talk of yours is booked."));
  gtk_window_destroy (GTK_WINDOW (card));
}

/* A room is chosen: nothing can be written about anybody in its name. */
static void
test_no_text_goes_by_the_place (Fixture *f, gconstpointer unused)
{
  FramUuid amina = member_named (f, &f->group, "Amina Hassan");
  g_autoptr (FramMember) member = fram_desk_member (f->desk, &amina, NULL);
  FramBookingEdit edit = { .participant = member->participant,
                           .kind = "samtal",
                           .day = DAY ("2026-11-17"),
                           .starts = 810,
                           .minutes = 45,
                           .staff = f->samir,
                           .place = "Her panic is back" };
  g_autoptr (GError) error = NULL;

  g_assert_false (fram_desk_book (f->desk, &edit, NULL, NULL, &error));
  g_assert_error (error, FRAM_ERROR, FRAM_ERROR_INVALID);
  g_clear_error (&error);
  edit.place = "Room 1";
  fram_desk_book (f->desk, &edit, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_the_number_is_hidden_where_others_look (Fixture *f, gconstpointer unused)
{
  FramMemberCard *card;

  gtk_widget_add_css_class (f->window, FRAM_DISCREET_CLASS);
  card = open_card (f);
  g_assert_true (says (card, "Amina H."));
  g_assert_false (says (card, "Amina Hassan"));
  gtk_window_destroy (GTK_WINDOW (card));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  adw_init ();
  ADD ("/mentor/the-day-begins-with-the-groups", test_the_day_begins_with_the_groups);
  ADD ("/mentor/all-here-in-one-tap-and-undone", test_all_here_in_one_tap_and_undone);
  ADD ("/mentor/a-cancelled-session-is-said", test_a_cancelled_session_is_said);
  ADD ("/mentor/nobody-elses-names", test_nobody_elses_names);
  ADD ("/mentor/a-talk-is-booked-without-text", test_a_talk_is_booked_without_text);
  ADD ("/mentor/no-text-goes-by-the-place", test_no_text_goes_by_the_place);
  ADD ("/mentor/the-number-is-hidden-where-others-look", test_the_number_is_hidden_where_others_look);
  return g_test_run ();
}
