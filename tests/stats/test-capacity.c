#include "fram-test.h"

#include "fram-capacity.h"

static GArray *
spans_of (const char *const *rows, guint n)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (FramSpan));

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i], " ", -1);
      FramSpan span = { g_ascii_strtoll (parts[0], NULL, 10), fram_test_date (parts[1]),
                        parts[2] != NULL ? fram_test_date (parts[2]) : FRAM_DATE_NONE, -1 };

      g_array_append_val (spans, span);
    }
  return spans;
}

static int
people (const FramCapacity *capacity, guint week, FramCapacityKind kind)
{
  return g_array_index (capacity->weeks, FramCapacityWeek, week).people[kind];
}

/* Weeks 45 to 48 of 2026. */
static void
test_weeks (void)
{
  static const char *const rows[] = {
    "1 2026-01-07 2026-11-02", /* a Monday: there in week 45 and not after */
    "2 2026-11-03 2026-11-12", /* begins the day after: never together with 1 */
    "3 2026-11-09",            /* goes on */
    "4 2026-11-14 2026-11-15", /* a weekend only: nobody is there */
    "5 2026-11-24 2026-11-24", /* one day */
    "6 2026-12-31",            /* later */
    "7 2026-01-01 2026-01-31", /* earlier */
  };
  static const int wanted[] = { 1, 2, 1, 2 };
  g_autoptr (FramCapacity) capacity = fram_capacity_new (fram_test_date ("2026-11-05"), fram_test_date ("2026-11-23"));
  g_autoptr (GArray) spans = spans_of (rows, G_N_ELEMENTS (rows));

  fram_capacity_count (capacity, FRAM_CAPACITY_GROUPS, spans);
  g_assert_cmpuint (capacity->weeks->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_assert_cmpint (people (capacity, i, FRAM_CAPACITY_GROUPS), ==, wanted[i]);
      g_assert_cmpint (people (capacity, i, FRAM_CAPACITY_PRACTICE), ==, 0);
    }
}

/* In two workshops at once, and in one after the other, is one person. */
static void
test_once (void)
{
  static const char *const rows[] = {
    "1 2026-11-02 2026-11-20", "1 2026-11-09 2026-11-13", "1 2026-11-16 2026-12-31", "1 2026-11-02", "2 2026-11-11",
  };
  g_autoptr (FramCapacity) capacity = fram_capacity_new (fram_test_date ("2026-11-02"), fram_test_date ("2026-11-29"));
  g_autoptr (GArray) spans = spans_of (rows, G_N_ELEMENTS (rows));

  fram_capacity_count (capacity, FRAM_CAPACITY_PRACTICE, spans);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (people (capacity, i, FRAM_CAPACITY_PRACTICE), ==, i == 0 ? 1 : 2);
}

/* Against counting every day by hand. */
static void
test_against_days (void)
{
  FramDate first = fram_test_date ("2026-01-05");
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (FramSpan));
  g_autoptr (FramCapacity) capacity = fram_capacity_new (first, first + 7 * 20 - 1);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      FramDate from = first - 30 + g_rand_int_range (rand, 0, 200);
      FramSpan span = { g_rand_int_range (rand, 1, 60), from,
                        g_rand_boolean (rand) ? from + g_rand_int_range (rand, 0, 90) : FRAM_DATE_NONE, -1 };

      g_array_append_val (spans, span);
    }
  fram_capacity_count (capacity, FRAM_CAPACITY_PRACTICE, spans);
  for (guint week = 0; week < capacity->weeks->len; week++)
    {
      guint most = 0;

      for (FramDate day = first + 7 * (FramDate)week; day < first + 7 * (FramDate)week + 5; day++)
        {
          g_autoptr (GHashTable) there = g_hash_table_new (g_int64_hash, g_int64_equal);

          for (guint i = 0; i < spans->len; i++)
            {
              FramSpan *span = &g_array_index (spans, FramSpan, i);

              if (span->from <= day && (span->to == FRAM_DATE_NONE || span->to >= day))
                g_hash_table_add (there, &span->enrolment);
            }
          most = MAX (most, g_hash_table_size (there));
        }
      g_assert_cmpint (people (capacity, week, FRAM_CAPACITY_PRACTICE), ==, (int)most);
    }
}

static void
test_words (void)
{
  static const char *const rows[] = { "1 2026-11-02 2026-11-08", "2 2026-11-02", "3 2026-11-02 2026-11-06" };
  g_autoptr (FramCapacity) capacity = fram_capacity_new (fram_test_date ("2026-11-02"), fram_test_date ("2026-11-20"));
  g_autoptr (GArray) spans = spans_of (rows, G_N_ELEMENTS (rows));
  g_autofree char *words = NULL;

  capacity->today = fram_test_date ("2026-11-12");
  capacity->places[FRAM_CAPACITY_PRACTICE] = 100;
  fram_capacity_count (capacity, FRAM_CAPACITY_PRACTICE, spans);
  words = fram_capacity_to_words (capacity);
  g_assert_cmpstr (words, ==,
                   "In practice: 1 now of 100 places; most 3, week 45 2026. In groups: 0 now; most 0, week 45 2026.");
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/capacity/the-most-on-a-working-day", test_weeks);
  g_test_add_func ("/capacity/nobody-counts-twice", test_once);
  g_test_add_func ("/capacity/against-counting-by-hand", test_against_days);
  g_test_add_func ("/capacity/in-words", test_words);
  return g_test_run ();
}
