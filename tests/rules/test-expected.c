#include "fram-test.h"

#include "fram-expected.h"

/* Thursday 12 November 2026 */
#define DAY (fram_test_date ("2026-11-12"))

typedef struct
{
  GArray *spans;
  GArray *slots;
  GArray *marks;
} Input;

static void
set_up (Input *in, gconstpointer data)
{
  in->spans = g_array_new (FALSE, FALSE, sizeof (FramSpan));
  in->slots = g_array_new (FALSE, FALSE, sizeof (FramPlanSlot));
  in->marks = g_array_new (FALSE, FALSE, sizeof (FramMarkKey));
}

static void
tear_down (Input *in, gconstpointer data)
{
  g_array_unref (in->spans);
  g_array_unref (in->slots);
  g_array_unref (in->marks);
}

static FramDate
date_or_none (const char *text)
{
  return text != NULL ? fram_test_date (text) : FRAM_DATE_NONE;
}

static void
place (Input *in, gint64 enrolment, const char *from, const char *to)
{
  FramSpan span = { enrolment, fram_test_date (from), date_or_none (to), 360 };

  g_array_append_val (in->spans, span);
}

/* Hours, not minutes: a plan reads like a plan. */
static void
plan (Input *in, gint64 enrolment, int weekday, double from, double to, const char *valid_from, const char *valid_to)
{
  FramPlanSlot slot = {
    enrolment, weekday, (int)(from * 60), (int)(to * 60), date_or_none (valid_from), date_or_none (valid_to)
  };

  g_array_append_val (in->slots, slot);
}

static void
mark (Input *in, gint64 enrolment, int part, int planned_minutes)
{
  FramMarkKey key = { enrolment, part, planned_minutes };

  g_array_append_val (in->marks, key);
}

static GArray *
expect (Input *in, FramDate day, gboolean day_off)
{
  return fram_expected_of_day (in->spans, in->slots, in->marks, day, day_off);
}

static const FramExpected *
row (const GArray *rows, guint i)
{
  g_assert_cmpuint (i, <, rows->len);
  return &g_array_index (rows, FramExpected, i);
}

static void
test_kinds (Input *in, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;

  place (in, 1, "2026-09-01", NULL); /* planned, marked */
  plan (in, 1, 4, 9, 12, "2026-09-01", NULL);
  mark (in, 1, 0, 120);
  place (in, 2, "2026-09-01", NULL); /* planned on another weekday: stands apart */
  plan (in, 2, 3, 9, 12, "2026-09-01", NULL);
  place (in, 3, "2026-09-01", NULL); /* the same with a mark: a visitor's */
  plan (in, 3, 3, 9, 12, "2026-09-01", NULL);
  mark (in, 3, 0, 150);
  mark (in, 4, 0, -1);                       /* not placed here at all */
  place (in, 5, "2026-09-01", "2026-10-30"); /* was here */
  plan (in, 5, 4, 9, 12, "2026-09-01", NULL);
  place (in, 6, "2026-11-16", NULL); /* is to come */
  plan (in, 6, 4, 9, 12, "2026-09-01", NULL);
  rows = expect (in, DAY, FALSE);
  g_assert_cmpuint (rows->len, ==, 4);
  g_assert_cmpint (row (rows, 0)->kind, ==, FRAM_EXPECTED_PLANNED);
  g_assert_cmpint (row (rows, 0)->planned_minutes, ==, 180); /* the plan's, not the mark's */
  g_assert_true (row (rows, 0)->has_mark);
  g_assert_cmpint (row (rows, 1)->kind, ==, FRAM_EXPECTED_UNPLANNED);
  g_assert_cmpint (row (rows, 1)->planned_minutes, ==, -1);
  g_assert_cmpint (row (rows, 1)->planned_from, ==, FRAM_TIME_NONE);
  g_assert_cmpint (row (rows, 2)->kind, ==, FRAM_EXPECTED_VISITOR);
  g_assert_cmpint (row (rows, 2)->planned_minutes, ==, 150);
  g_assert_cmpint (row (rows, 2)->planned_to, ==, FRAM_TIME_NONE);
  g_assert_cmpint (row (rows, 3)->enrolment, ==, 4);
  g_assert_cmpint (row (rows, 3)->kind, ==, FRAM_EXPECTED_VISITOR);
  g_assert_cmpint (row (rows, 3)->span_from, ==, FRAM_DATE_NONE);
}

static void
test_day_off (Input *in, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;

  place (in, 1, "2026-09-01", NULL);
  plan (in, 1, 4, 9, 12, NULL, NULL);
  place (in, 2, "2026-09-01", NULL);
  plan (in, 2, 4, 9, 12, NULL, NULL);
  mark (in, 2, 0, 60);
  place (in, 3, "2026-09-01", NULL);
  rows = expect (in, DAY, TRUE);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (row (rows, 0)->enrolment, ==, 2);
  g_assert_cmpint (row (rows, 0)->kind, ==, FRAM_EXPECTED_VISITOR);
  g_assert_cmpint (row (rows, 0)->planned_minutes, ==, 60);
}

static void
test_several_slots_and_parts (Input *in, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;

  place (in, 1, "2026-09-01", NULL);
  plan (in, 1, 4, 13, 15.5, NULL, NULL);
  plan (in, 1, 4, 9, 12, NULL, NULL);
  plan (in, 1, 5, 8, 16, NULL, NULL);
  mark (in, 2, 1, 90);
  mark (in, 2, 2, 60);
  mark (in, 2, 0, -1);
  rows = expect (in, DAY, FALSE);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (row (rows, 0)->planned_from, ==, 9 * 60);
  g_assert_cmpint (row (rows, 0)->planned_to, ==, 15 * 60 + 30);
  g_assert_cmpint (row (rows, 0)->planned_minutes, ==, 330);
  g_assert_cmpint (row (rows, 1)->planned_minutes, ==, 150);
}

static void
test_validity_of_plans (Input *in, gconstpointer data)
{
  static const struct
  {
    const char *from, *to;
    gboolean holds;
  } cases[] = {
    { NULL, NULL, TRUE },         { "2026-11-12", NULL, TRUE },          { "2026-11-13", NULL, FALSE },
    { NULL, "2026-11-12", TRUE }, { "2026-09-01", "2026-11-11", FALSE }, { "2026-11-12", "2026-11-12", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      place (in, i + 1, "2026-09-01", NULL);
      plan (in, i + 1, 4, 9, 12, cases[i].from, cases[i].to);
    }
  {
    g_autoptr (GArray) rows = expect (in, DAY, FALSE);

    g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (cases));
    for (guint i = 0; i < rows->len; i++)
      g_assert_cmpint (row (rows, i)->kind, ==, cases[i].holds ? FRAM_EXPECTED_PLANNED : FRAM_EXPECTED_UNPLANNED);
  }
}

/* Steps of a placement with a weekend in between are one stay; a longer pause begins a new one. */
static void
test_stays (Input *in, gconstpointer data)
{
  static const struct
  {
    const char *day, *from, *to;
  } cases[] = {
    { "2026-09-07", "2026-09-07", "2026-11-13" }, { "2026-10-02", "2026-09-07", "2026-11-13" },
    { "2026-10-05", "2026-09-07", "2026-11-13" }, { "2026-11-13", "2026-09-07", "2026-11-13" },
    { "2026-11-17", "2026-11-17", NULL },         { "2027-06-01", "2026-11-17", NULL },
  };

  place (in, 1, "2026-11-17", NULL);
  place (in, 1, "2026-10-05", "2026-10-30");
  place (in, 1, "2026-09-07", "2026-10-02"); /* to Friday, the next from Monday */
  place (in, 1, "2026-10-31", "2026-11-13"); /* the day after */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) rows = expect (in, fram_test_date (cases[i].day), FALSE);

      g_assert_cmpuint (rows->len, ==, 1);
      fram_assert_date (row (rows, 0)->span_from, cases[i].from);
      fram_assert_date (row (rows, 0)->span_to, cases[i].to != NULL ? cases[i].to : "");
    }
  {
    g_autoptr (GArray) between = expect (in, fram_test_date ("2026-11-16"), FALSE);
    g_autoptr (GArray) before = expect (in, fram_test_date ("2026-09-06"), FALSE);

    g_assert_cmpuint (between->len, ==, 0);
    g_assert_cmpuint (before->len, ==, 0);
  }
}

static void
test_overlapping_steps (Input *in, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;

  place (in, 1, "2026-09-01", "2026-12-01");
  place (in, 1, "2026-10-01", "2026-10-15"); /* inside the first */
  place (in, 2, "2026-09-01", NULL);
  place (in, 2, "2026-10-01", "2026-10-15"); /* inside one without end */
  rows = expect (in, DAY, FALSE);
  g_assert_cmpuint (rows->len, ==, 2);
  fram_assert_date (row (rows, 0)->span_to, "2026-12-01");
  g_assert_cmpint (row (rows, 1)->span_to, ==, FRAM_DATE_NONE);
}

static void
test_first_and_last_day (Input *in, gconstpointer data)
{
  static const struct
  {
    const char *day;
    gboolean first, last;
  } cases[] = {
    { "2026-11-09", TRUE, FALSE },                                 /* Monday, the stay begins; nothing is planned */
    { "2026-11-10", TRUE, FALSE },                                 /* Tuesday, the first planned day */
    { "2026-11-12", FALSE, FALSE },                                /* Thursday */
    { "2026-11-24", FALSE, FALSE }, { "2026-11-26", FALSE, TRUE }, /* the last planned day */
    { "2026-11-27", FALSE, TRUE },                                 /* Friday, the stay ends; nothing is planned */
  };

  place (in, 1, "2026-11-09", "2026-11-27");
  plan (in, 1, 2, 9, 12, "2026-01-01", NULL);
  plan (in, 1, 4, 9, 12, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) rows = expect (in, fram_test_date (cases[i].day), FALSE);

      g_test_message ("%s", cases[i].day);
      g_assert_cmpuint (rows->len, ==, 1);
      g_assert_cmpint (row (rows, 0)->first_day, ==, cases[i].first);
      g_assert_cmpint (row (rows, 0)->last_day, ==, cases[i].last);
    }
}

/* A stay without an end has no last day, even where the plan ends. */
static void
test_no_last_day (Input *in, gconstpointer data)
{
  g_autoptr (GArray) rows = NULL;

  place (in, 1, "2026-09-01", NULL);
  plan (in, 1, 4, 9, 12, NULL, "2026-11-12");
  rows = expect (in, DAY, FALSE);
  g_assert_false (row (rows, 0)->last_day);
  g_assert_false (row (rows, 0)->first_day);
}

static void
test_hours_changed (Input *in, gconstpointer data)
{
  static const struct
  {
    const char *old_to, *new_from;
    double new_end;
    gboolean changed;
  } cases[] = {
    { "2026-11-11", "2026-11-12", 14, TRUE },  /* from today */
    { "2026-11-08", "2026-11-09", 14, TRUE },  /* from Monday */
    { "2026-11-05", "2026-11-06", 14, TRUE },  /* from the day after last Thursday */
    { "2026-11-04", "2026-11-05", 14, FALSE }, /* was so last Thursday */
    { "2026-11-08", "2026-11-09", 12, FALSE }, /* a new plan with the old hours on this day */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      place (in, i + 1, "2026-09-01", NULL);
      plan (in, i + 1, 4, 9, 12, "2026-09-01", cases[i].old_to);
      plan (in, i + 1, 4, 9, cases[i].new_end, cases[i].new_from, NULL);
    }
  place (in, 100, "2026-11-09", NULL); /* the first plan of all is no change */
  plan (in, 100, 4, 9, 12, "2026-11-09", NULL);
  place (in, 101, "2026-09-01", NULL); /* a day more than before is one */
  plan (in, 101, 2, 9, 12, "2026-09-01", NULL);
  plan (in, 101, 4, 9, 12, "2026-11-09", NULL);
  {
    g_autoptr (GArray) rows = expect (in, DAY, FALSE);

    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      g_assert_cmpint (row (rows, i)->hours_changed, ==, cases[i].changed);
    g_assert_false (row (rows, G_N_ELEMENTS (cases))->hours_changed);
    g_assert_true (row (rows, G_N_ELEMENTS (cases) + 1)->hours_changed);
  }
}

static void
test_nothing (Input *in, gconstpointer data)
{
  g_autoptr (GArray) none = fram_expected_of_day (NULL, NULL, NULL, DAY, FALSE);
  g_autoptr (GArray) rows = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  plan (in, 9, 4, 9, 12, NULL, NULL);
  rows = fram_expected_of_day (NULL, in->slots, NULL, DAY, FALSE);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (row (rows, 0)->kind, ==, FRAM_EXPECTED_PLANNED);
  g_assert_false (row (rows, 0)->first_day);
  {
    g_autoptr (GArray) not_placed = expect (in, DAY, FALSE);

    g_assert_cmpuint (not_placed->len, ==, 0);
  }
}

/* In whatever order the rows come: one row per enrolment, in order of the row numbers, and the input stays as it was. */
static void
test_any_order (Input *in, gconstpointer data)
{
  const guint n = 500;
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i < n; i++)
    {
      gint64 shuffled = (gint64)(i * 367) % n + 1; /* 367 and 500 have no common factor: a permutation */

      place (in, shuffled, "2026-09-01", NULL);
      plan (in, n + 1 - shuffled, 4, 9, 12, NULL, NULL);
      mark (in, (gint64)(i * 123) % n + 1, 0, 60);
    }
  rows = expect (in, DAY, FALSE);
  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (row (rows, i)->enrolment, ==, i + 1);
      g_assert_cmpint (row (rows, i)->kind, ==, FRAM_EXPECTED_PLANNED);
      g_assert_true (row (rows, i)->has_mark);
    }
  g_assert_cmpint (g_array_index (in->spans, FramSpan, 1).enrolment, ==, 368);
}

/* Tens of thousands of people are one sorting; the figure is printed, the benchmark compares it. */
static void
test_many (Input *in, gconstpointer data)
{
  const guint n = 40000;
  g_autoptr (GArray) rows = NULL;
  gint64 start;

  for (guint i = 0; i < n; i++)
    {
      place (in, n - i, "2026-09-01", NULL);
      plan (in, n - i, i % 5 + 1, 9, 12, NULL, NULL);
    }
  start = g_get_monotonic_time ();
  rows = expect (in, DAY, FALSE);
  g_test_message ("%u people: %" G_GINT64_FORMAT " µs", n, g_get_monotonic_time () - start);
  g_assert_cmpuint (rows->len, ==, n);
  {
    guint planned = 0;

    for (guint i = 0; i < n; i++)
      planned += row (rows, i)->kind == FRAM_EXPECTED_PLANNED;
    g_assert_cmpuint (planned, ==, n / 5);
  }
}

#define ADD(path, func) g_test_add ("/rules/expected/" path, Input, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  ADD ("kinds", test_kinds);
  ADD ("day-off", test_day_off);
  ADD ("several-slots-and-parts", test_several_slots_and_parts);
  ADD ("validity-of-plans", test_validity_of_plans);
  ADD ("stays", test_stays);
  ADD ("overlapping-steps", test_overlapping_steps);
  ADD ("first-and-last-day", test_first_and_last_day);
  ADD ("no-last-day", test_no_last_day);
  ADD ("hours-changed", test_hours_changed);
  ADD ("nothing", test_nothing);
  ADD ("any-order", test_any_order);
  ADD ("many", test_many);
  return g_test_run ();
}
