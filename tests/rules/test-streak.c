#include "fram-test.h"

#include "fram-statuses.h"
#include "fram-streak.h"

static void
test_streaks (void)
{
  /* newest first */
  static const struct
  {
    const char *letters;
    guint unnotified, absent_before;
  } cases[] = {
    { "", 0, 0 },
    { "N", 0, 0 },
    { "O", 1, 0 },
    { "OO", 2, 0 },
    { "OOO", 3, 0 },
    { "OON", 2, 0 },
    { "NOO", 0, 2 },
    { "OAO", 1, 0 },
    { "OJO", 1, 0 },
    { "AOO", 0, 0 },
    { "OSOO", 1, 0 },
    /* leave and other appointments neither break nor count */
    { "OLO", 2, 0 },
    { "LOBO", 2, 0 },
    { "BBLL", 0, 0 },
    { "OBLBOLON", 3, 0 },
    /* back after absence, late too; nobody is welcomed back from a leave alone */
    { "NA", 0, 1 },
    { "SJJ", 0, 2 },
    { "NOAJN", 0, 3 },
    { "NLLA", 0, 1 },
    { "NLLN", 0, 0 },
    { "NN", 0, 0 },
    { "NNOO", 0, 0 },
    { "JOO", 0, 0 },
    { "LNOO", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FramStreakMark marks[16] = { { 0 } };
      guint n = strlen (cases[i].letters);

      for (guint j = 0; j < n; j++)
        {
          const FramStatus *status = status_of_letter (cases[i].letters[j]);

          marks[j] = (FramStreakMark){ 20000 - (int)j, status->code, status->counts };
        }
      g_test_message ("%s", cases[i].letters);
      g_assert_cmpuint (fram_streak_unnotified (marks, n), ==, cases[i].unnotified);
      g_assert_cmpuint (fram_streak_absent_before (marks, n), ==, cases[i].absent_before);
      g_assert_cmpint (fram_streak_is_return (marks, n), ==, cases[i].absent_before > 0);
    }
}

int
main (int argc, char **argv)
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/rules/streak/streaks", test_streaks);
  return g_test_run ();
}
