#include "fram-test.h"

#include "fram-plan-check.h"

/* What a weekly plan collides with, by hand-made cases; Monday 16 November 2026 is the first day of most of them. */

#define MONDAY "2026-11-16"

typedef struct
{
  GArray *slots;
  GArray *others;
  GArray *open;
  GArray *taken;
  GArray *closed;
  FramPlanFacts facts;
} Fixture;

static void
set_up (Fixture *f, gconstpointer slots)
{
  g_autoptr (GError) error = NULL;

  f->slots = fram_slots_parse (slots, &error);
  g_assert_no_error (error);
  f->others = g_array_new (FALSE, FALSE, sizeof (FramPlanOther));
  f->open = g_array_new (FALSE, FALSE, sizeof (FramOpening));
  f->taken = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  f->closed = fram_closed_days_new ();
  f->facts = (FramPlanFacts){
    f->slots, fram_test_date (MONDAY), FRAM_DATE_NONE, f->others, f->open, f->closed, 7, f->taken, 0
  };
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_array_unref (f->slots);
  g_array_unref (f->others);
  g_array_unref (f->open);
  g_array_unref (f->taken);
  g_array_unref (f->closed);
}

static void
add_weekly (Fixture *f, int weekday, int from, int to, const char *first, const char *last)
{
  FramPlanOther other = { FRAM_COLLISION_PLAN,
                          f->others->len,
                          weekday,
                          fram_test_date (first),
                          last != NULL ? fram_test_date (last) : FRAM_DATE_NONE,
                          from * 60,
                          to * 60 };

  g_array_append_val (f->others, other);
}

static void
add_on (Fixture *f, FramCollisionKind kind, guint source, const char *day, int from, int to)
{
  FramPlanOther other = { kind, source, 0, fram_test_date (day), fram_test_date (day), from, to };

  g_array_append_val (f->others, other);
}

static void
add_taken (Fixture *f, gint64 who, int weekday, int from, int to, const char *first, const char *last)
{
  FramPlanSlot slot = {
    who, weekday, from * 60, to * 60, fram_test_date (first), last != NULL ? fram_test_date (last) : FRAM_DATE_NONE
  };

  g_array_append_val (f->taken, slot);
}

/* "plan mon 10:00-12:00 2026-11-16 x8", one per line */
static char *
told (Fixture *f)
{
  static const char *const kinds[] = { "plan", "session", "booking", "other", "pause", "hours", "closed", "full" };
  g_autoptr (GArray) found = fram_plan_check (&f->facts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const FramCollision *c = &g_array_index (found, FramCollision, i);
      g_autofree char *from = fram_time_format (c->from_time);
      g_autofree char *to = fram_time_format (c->to_time);
      char day[FRAM_DATE_TEXT_SIZE];

      g_string_append_printf (text, "%s%s %d %s-%s %s x%d", i > 0 ? "\n" : "", kinds[c->kind], c->weekday, from, to,
                              fram_date_format (c->day, day), c->days);
    }
  return g_string_free (text, FALSE);
}

#define assert_told(f, expected)                                                                                       \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *told_ = told (f);                                                                                 \
    g_assert_cmpstr (told_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

/* Half an hour that is shared is told; two things that follow each other are not. */
static void
test_two_at_once (Fixture *f, gconstpointer unused)
{
  add_weekly (f, 1, 11, 13, "2026-10-01", NULL);
  add_weekly (f, 3, 12, 14, "2026-10-01", NULL);
  assert_told (f, "plan 1 11:00-12:00 2026-11-16 x8");
}

/* What ends before the step begins, or begins long after, does not stand in its way; what begins later does from then. */
static void
test_in_time (Fixture *f, gconstpointer unused)
{
  add_weekly (f, 1, 9, 12, "2026-10-01", "2026-11-15");
  assert_told (f, "");
  add_weekly (f, 1, 9, 12, "2027-03-01", NULL);
  assert_told (f, "");
  add_weekly (f, 3, 9, 12, "2026-11-26", NULL);
  assert_told (f, "plan 3 09:00-12:00 2026-12-02 x5");
}

/* A meeting counts on its day, with its times; without a time nobody knows whether it collides. */
static void
test_booking (Fixture *f, gconstpointer unused)
{
  add_on (f, FRAM_COLLISION_BOOKING, 0, "2026-11-18", 10 * 60, 11 * 60);
  add_on (f, FRAM_COLLISION_BOOKING, 1, "2026-11-23", FRAM_TIME_NONE, FRAM_TIME_NONE);
  add_on (f, FRAM_COLLISION_OTHER, 2, "2026-11-24", 9 * 60, 10 * 60);
  assert_told (f, "booking 3 10:00-11:00 2026-11-18 x1");
}

/* Sessions of one group are told together. */
static void
test_sessions (Fixture *f, gconstpointer unused)
{
  add_on (f, FRAM_COLLISION_SESSION, 4, "2026-11-18", 11 * 60, 13 * 60);
  add_on (f, FRAM_COLLISION_SESSION, 4, "2026-11-25", 11 * 60, 13 * 60);
  add_on (f, FRAM_COLLISION_SESSION, 5, "2026-11-25", 9 * 60, 9 * 60 + 30);
  assert_told (f, "session 3 11:00-12:00 2026-11-18 x2\nsession 3 09:00-09:30 2026-11-25 x1");
}

static void
test_opening_hours (Fixture *f, gconstpointer unused)
{
  FramOpening monday = { 1, 8 * 60, 16 * 60 };
  FramOpening friday = { 3, 10 * 60, 16 * 60 };

  g_array_append_val (f->open, monday);
  g_array_append_val (f->open, friday);
  assert_told (f, "hours 3 09:00-12:00 2026-11-18 x1");
}

/* A plan that begins in a closed week; a holiday far ahead is no news. */
static void
test_closed (Fixture *f, gconstpointer unused)
{
  FramClosedDay week = {
    fram_test_date ("2026-11-16"), fram_test_date ("2026-11-16"), 0, FRAM_TIME_NONE, FRAM_TIME_NONE,
    g_strdup ("Planning day")
  };

  g_array_append_val (f->closed, week);
  add_on (f, FRAM_COLLISION_BOOKING, 0, "2026-11-16", 9 * 60, 10 * 60);
  assert_told (f, "closed 1 09:00-12:00 2026-11-16 x1");
  f->facts.from = fram_test_date ("2026-12-21");
  assert_told (f, "");
}

/* Two places: the second person makes a morning full; afternoons are counted apart, and a person once. */
static void
test_capacity (Fixture *f, gconstpointer unused)
{
  int counts[FRAM_PLAN_HALVES];

  f->facts.capacity = 2;
  add_taken (f, 21, 1, 9, 10, "2026-10-01", NULL);
  add_taken (f, 21, 1, 10, 12, "2026-10-01", NULL);
  add_taken (f, 22, 1, 13, 15, "2026-10-01", NULL);
  assert_told (f, "");
  add_taken (f, 23, 1, 9, 14, "2026-10-01", NULL);
  assert_told (f, "full 1 09:00-12:00 2026-11-16 x1");
  fram_plan_count_taken (&f->facts, counts);
  g_assert_cmpint (counts[0], ==, 2);
  g_assert_cmpint (counts[1], ==, 2);
  g_assert_cmpint (counts[4], ==, 0);
}

/* Who leaves before the step begins frees the place; who comes in three weeks takes it. */
static void
test_capacity_in_time (Fixture *f, gconstpointer unused)
{
  f->facts.capacity = 1;
  add_taken (f, 21, 1, 9, 12, "2026-10-01", "2026-11-15");
  assert_told (f, "");
  add_taken (f, 22, 3, 9, 12, "2026-12-07", NULL);
  assert_told (f, "full 3 09:00-12:00 2026-11-18 x1");
}

static void
test_target (void)
{
  fram_assert_date (fram_plan_target (fram_test_date ("2026-05-01"), 180), "2026-10-28");
  g_assert_cmpint (fram_plan_target (fram_test_date ("2026-05-01"), 0), ==, FRAM_DATE_NONE);
  g_assert_cmpint (fram_plan_target (FRAM_DATE_NONE, 180), ==, FRAM_DATE_NONE);
}

#define ADD(name, func) g_test_add (name, Fixture, "mon 09-12, wed 09-12", set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("/plan-check/two-things-at-the-same-time", test_two_at_once);
  ADD ("/plan-check/only-while-it-goes-on", test_in_time);
  ADD ("/plan-check/a-booking-on-its-day", test_booking);
  ADD ("/plan-check/sessions-of-a-group-together", test_sessions);
  ADD ("/plan-check/outside-opening-hours", test_opening_hours);
  ADD ("/plan-check/begins-on-a-closed-day", test_closed);
  ADD ("/plan-check/half-days-are-full", test_capacity);
  ADD ("/plan-check/places-are-free-and-taken-in-time", test_capacity_in_time);
  g_test_add_func ("/plan-check/target-day", test_target);
  return g_test_run ();
}
