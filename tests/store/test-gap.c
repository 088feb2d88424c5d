#include "store-fixture.h"

#include "fram-gap-store.h"

/* Marks are hopped through for lists of gaps: what is left out must never tell anything. */

#define DAYS  420
#define TRIES 40

static TestRegister *reg;
static FramDate first;
static gint64 enrolment;

static void
mark (FramChanges *changes, FramDate day, int part, gboolean cleared)
{
  FramUuid whose = test_enrolment (0), where = test_workshop (0), status = test_status (TEST_SICK);
  g_autoptr (FramRecord) record = fram_record_new_mark (&whose, &where, day, part);
  g_autoptr (GError) error = NULL;

  if (!cleared)
    fram_record_set_ref (record, "status", &status);
  fram_changes_insert (changes, record, &error);
  g_assert_no_error (error);
}

/* Stretches that are thick with marks, thin ones, and some that were cleared again. */
static void
mark_at_random (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "test", NULL, &error);
  int density = 2;

  for (FramDate day = first; day < first + DAYS; day++)
    {
      if (g_test_rand_int_range (0, 40) == 0)
        density = g_test_rand_int_range (2, 60);
      if (g_test_rand_int_range (0, density) == 0)
        mark (changes, day, g_test_rand_int_range (0, 3), g_test_rand_int_range (0, 6) == 0);
    }
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
has (const GArray *days, FramDate day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, FramDate, i) == day)
      return TRUE;
  return FALSE;
}

static void
compare (FramDate from, FramDate to, int over)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_autoptr (GError) error = NULL;

  g_assert_true (fram_gap_load_marks (reg->db, enrolment, from, to, all, &error));
  g_assert_true (fram_gap_hop_marks (reg->db, enrolment, from, to, over, some, &error));
  g_assert_no_error (error);
  g_assert_cmpint (all->len > 0, ==, some->len > 0);
  if (all->len == 0)
    return;
  g_assert_cmpint (g_array_index (all, FramDate, 0), ==, g_array_index (some, FramDate, 0));
  g_assert_cmpint (g_array_index (all, FramDate, all->len - 1), ==, g_array_index (some, FramDate, some->len - 1));
  for (guint i = 0; i < some->len; i++)
    g_assert_true (has (all, g_array_index (some, FramDate, i)));
  for (guint i = 1; i < some->len; i++)
    g_assert_cmpint (g_array_index (some, FramDate, i), >, g_array_index (some, FramDate, i - 1));
  for (guint i = 1; i < all->len; i++)
    {
      FramDate last = g_array_index (all, FramDate, i - 1), next = g_array_index (all, FramDate, i);

      if (next - last > over)
        g_assert_true (has (some, last) && has (some, next));
    }
  for (guint i = 1; i < some->len; i++)
    for (FramDate day = g_array_index (some, FramDate, i - 1) + 1;
         g_array_index (some, FramDate, i) - g_array_index (some, FramDate, i - 1) > over &&
         day < g_array_index (some, FramDate, i);
         day++)
      g_assert_false (has (all, day));
}

static void
test_hops_leave_out_nothing_that_tells (void)
{
  for (int i = 0; i < TRIES; i++)
    {
      FramDate from = first + g_test_rand_int_range (-10, DAYS);

      compare (from, from + g_test_rand_int_range (0, DAYS), g_test_rand_int_range (1, 40));
    }
  compare (first, first + DAYS, 14);
}

static void
test_a_mark_that_was_cleared_is_none (void)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (FramDate));
  g_autoptr (GError) error = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (reg->db, reg->system, "test", NULL, &error);

  mark (changes, first + DAYS + 100, 0, TRUE);
  mark (changes, first + DAYS + 110, 1, FALSE);
  mark (changes, first + DAYS + 110, 2, FALSE);
  g_assert_true (fram_changes_commit (changes, NULL, &error));
  g_assert_true (fram_gap_load_marks (reg->db, enrolment, first + DAYS + 50, first + DAYS + 200, days, &error));
  g_assert_cmpuint (days->len, ==, 1);
  g_array_set_size (days, 0);
  g_assert_true (fram_gap_hop_marks (reg->db, enrolment, first + DAYS + 50, first + DAYS + 200, 14, days, &error));
  g_assert_cmpuint (days->len, ==, 1);
}

int
main (int argc, char **argv)
{
  FramUuid id = test_enrolment (0);
  int failed;

  fram_test_init (&argc, &argv);
  reg = test_register_new (1);
  enrolment = fram_db_find_row (reg->db, &id);
  first = fram_test_date ("2025-01-01");
  mark_at_random ();
  g_test_add_func ("/store/gap/hops-leave-out-nothing-that-tells", test_hops_leave_out_nothing_that_tells);
  g_test_add_func ("/store/gap/a-mark-that-was-cleared-is-none", test_a_mark_that_was_cleared_is_none);
  failed = g_test_run ();
  test_register_free (reg);
  return failed;
}
