#include "desk-fixture.h"

#include "fram-changes.h"
#include "fram-desk-group.h"
#include "fram-desk-person.h"
#include "fram-desk-plan.h"
#include "fram-group-store.h"
#include "fram-session.h"

/* Groups: what is kept of them, and what becomes of their sessions. Tests work as who keeps the house unless they say
 * otherwise. Thursday 12 November 2026 is today. */

typedef struct
{
  Fixture base;
  FramUuid group; /* Tuesdays 10:00–12:00 in Room 1 from 1 September 2026 on, led by Samir */
  FramUuid room1;
  FramUuid room2;
  FramUuid samir;
  FramUuid lena;
} House;

#define DAY(text) fram_test_date (text)

static FramUuid
place (House *h, const char *name)
{
  g_autoptr (GError) error = NULL;
  FramUuid id;

  g_assert_true (fram_desk_find_or_add_place (h->base.desk, name, &id, &error));
  g_assert_no_error (error);
  return id;
}

static FramUuid
add_group (House *h, const char *name, const char *rrule, const char *first, int starts, const FramUuid *room,
           int sessions)
{
  g_autoptr (FramGroup) group = fram_group_new ();
  g_autoptr (GError) error = NULL;
  FramUuid id;

  group->kind = g_strdup ("aterhamtningsgrupp");
  group->name = g_strdup (name);
  group->rrule = g_strdup (rrule);
  group->first = DAY (first);
  group->starts = starts;
  group->minutes = 120;
  group->sessions = sessions;
  group->capacity = 8;
  group->place = *room;
  fram_group_add_leader (group, &h->samir, NULL, FRAM_DATE_NONE, FRAM_DATE_NONE);
  g_assert_true (fram_desk_save_group (h->base.desk, group, &id, NULL, &error));
  g_assert_no_error (error);
  return id;
}

static void
house_set_up (House *h, gconstpointer unused)
{
  fixture_set_up (&h->base, NULL);
  fixture_hire (&h->base, "Teresa Sundberg", FRAM_ROLE_ADMINISTRATOR, NULL);
  h->samir = fixture_hire (&h->base, "Samir Sandberg", FRAM_ROLE_PEER_MENTOR, NULL);
  h->lena = fixture_hire (&h->base, "Lena Ahmadi", FRAM_ROLE_MANAGER, NULL);
  h->room1 = place (h, "Room 1");
  h->room2 = place (h, "Room 2");
  h->group = add_group (h, "Tuesday group", "FREQ=WEEKLY;BYDAY=TU", "2026-09-01", 600, &h->room1, 0);
  fixture_sit (&h->base, "Lena Ahmadi");
}

static void
house_tear_down (House *h, gconstpointer unused)
{
  fixture_tear_down (&h->base, NULL);
}

/* What the schedule would show: "11-17 600+120 Room", those that are held. */
static char *
days_of (House *h, const FramUuid *group, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDb) db = fram_db_open (h->base.path, h->base.clock, &error);
  g_autoptr (FramSeries) series = fram_group_load_series (db, fram_db_find_row (db, group), &error);
  g_autoptr (GArray) sessions = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  sessions = fram_series_expand (series, DAY (from), DAY (to), NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      const FramSession *s = &g_array_index (sessions, FramSession, i);
      g_autofree char *day = fram_date_to_text (s->day);

      if (fram_session_is_held (s))
        g_string_append_printf (text, "%s%s@%d", text->len > 0 ? " " : "", day + 5, s->starts);
    }
  return g_string_free (text, FALSE);
}

static void
assert_days (House *h, const FramUuid *group, const char *from, const char *to, const char *expected)
{
  g_autofree char *days = days_of (h, group, from, to);

  g_assert_cmpstr (days, ==, expected);
}

static void
assert_change (House *h, const char *planned, FramGroupScope scope, const FramSessionEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *what = NULL;

  g_assert_true (fram_desk_change_session (h->base.desk, &h->group, DAY (planned), scope, edit, &what, &error));
  g_assert_no_error (error);
  g_assert_nonnull (what);
}

static FramSessionEdit
edit_of (const char *day, int starts)
{
  FramSessionEdit edit = { .day = DAY (day), .starts = starts, .minutes = 120 };

  return edit;
}

static void
undo (House *h)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_undo (h->base.desk, NULL, &error));
  g_assert_no_error (error);
}

static void
test_move_one (House *h, gconstpointer unused)
{
  FramSessionEdit edit = edit_of ("2026-11-18", 780);
  g_autoptr (GError) error = NULL;

  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-18@780 11-24@600");
  undo (h);
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-17@600 11-24@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  g_assert_true (fram_desk_restore_session (h->base.desk, &h->group, DAY ("2026-11-17"), NULL, &error));
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-17@600 11-24@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_THIS, &edit);
  assert_days (h, &h->group, "2026-11-16", "2026-11-27", "11-18@780 11-24@600");
}

static void
test_following (House *h, gconstpointer unused)
{
  FramSessionEdit edit = edit_of ("2026-11-19", 780);
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_desk_cancel_session (h->base.desk, &h->group, DAY ("2026-12-01"), FRAM_GROUP_THIS, "Planning day",
                                           NULL, &error));
  g_assert_no_error (error);
  assert_days (h, &h->group, "2026-11-10", "2026-12-11", "11-10@600 11-17@600 11-24@600 12-08@600");
  assert_change (h, "2026-11-17", FRAM_GROUP_FOLLOWING, &edit);
  assert_days (h, &h->group, "2026-11-10", "2026-12-11", "11-10@600 11-19@780 11-26@780 12-03@780 12-10@780");
  undo (h);
  assert_days (h, &h->group, "2026-11-10", "2026-12-11", "11-10@600 11-17@600 11-24@600 12-08@600");
}

#define ADD(path, func) g_test_add ("/group/" path, House, NULL, house_set_up, func, house_tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("one-session-is-moved-and-restored", test_move_one);
  ADD ("this-and-following-on-another-weekday", test_following);
  return g_test_run ();
}
