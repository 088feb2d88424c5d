#include "fram-test.h"

#include "fram-slot-edit.h"

/* A weekly plan that is drawn, moved and stretched. */

static GArray *
plan (const char *text)
{
  g_autoptr (GError) error = NULL;
  GArray *slots = fram_slots_parse (text, &error);

  g_assert_no_error (error);
  return slots;
}

#define assert_plan(slots, expected)                                                                                   \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *spec_ = fram_slots_to_spec (slots);                                                               \
    g_assert_cmpstr (spec_, ==, expected);                                                                             \
  }                                                                                                                    \
  G_STMT_END

/* What touches or overlaps becomes one; other days stay. */
static void
test_paint (void)
{
  g_autoptr (GArray) slots = plan ("mon 09-10, mon 11-12, tue 09-10");

  fram_slots_paint (slots, 1, 10 * 60, 11 * 60);
  assert_plan (slots, "mon 09:00-12:00,tue 09:00-10:00");
  fram_slots_paint (slots, 3, 8 * 60, 9 * 60);
  assert_plan (slots, "mon 09:00-12:00,tue 09:00-10:00,wed 08:00-09:00");
  fram_slots_paint (slots, 3, 9 * 60, 9 * 60);
  fram_slots_paint (slots, 8, 9 * 60, 10 * 60);
  g_assert_cmpuint (slots->len, ==, 3);
}

static void
test_move (void)
{
  g_autoptr (GArray) slots = plan ("mon 09-11, tue 09-10");

  g_assert_true (fram_slots_move (slots, 0, 2, 10 * 60));
  assert_plan (slots, "tue 09:00-10:00,tue 10:00-12:00");
  /* onto another one, or over the end of the day, it does not go */
  g_assert_false (fram_slots_move (slots, 1, 2, 9 * 60 + 30));
  g_assert_false (fram_slots_move (slots, 1, 2, 23 * 60));
  g_assert_false (fram_slots_move (slots, 1, 0, 9 * 60));
  assert_plan (slots, "tue 09:00-10:00,tue 10:00-12:00");
}

static void
test_resize_and_remove (void)
{
  g_autoptr (GArray) slots = plan ("mon 09-11, mon 13-14");

  g_assert_true (fram_slots_resize (slots, 0, 8 * 60, 12 * 60));
  g_assert_false (fram_slots_resize (slots, 0, 8 * 60, 13 * 60 + 30));
  g_assert_false (fram_slots_resize (slots, 0, 12 * 60, 12 * 60));
  assert_plan (slots, "mon 08:00-12:00,mon 13:00-14:00");
  g_assert_cmpint (fram_slots_find (slots, 1, 12 * 60), ==, -1);
  g_assert_cmpint (fram_slots_find (slots, 1, 13 * 60), ==, 1);
  g_assert_true (fram_slots_remove (slots, 1, 11 * 60 + 59));
  g_assert_false (fram_slots_remove (slots, 1, 11 * 60));
  assert_plan (slots, "mon 13:00-14:00");
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/slot-edit/paint", test_paint);
  g_test_add_func ("/slot-edit/move", test_move);
  g_test_add_func ("/slot-edit/resize-and-remove", test_resize_and_remove);
  return g_test_run ();
}
