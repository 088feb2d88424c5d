#include "fram-test.h"

#include "fram-lanes.h"

#define ROUNDS 400

static gboolean
overlap (const FramLane *a, const FramLane *b)
{
  return a->from < MAX (b->to, b->from + 1) && b->from < MAX (a->to, a->from + 1);
}

/* Groups overlap now and then, begin together often, and some are as long as nothing. */
static guint
make (GRand *rand, FramLane *lanes)
{
  guint n = (guint)g_rand_int_range (rand, 1, 31);

  for (guint i = 0; i < n; i++)
    {
      int from = g_rand_int_range (rand, 0, 37) * 15;

      lanes[i] = (FramLane){ .from = from, .to = from + g_rand_int_range (rand, 0, 13) * 15 };
    }
  return n;
}

static void
check_pair (const FramLane *a, const FramLane *b)
{
  if (!overlap (a, b))
    return;
  g_assert_cmpint (a->cluster, ==, b->cluster);
  g_assert_cmpint (a->n_lanes, ==, b->n_lanes);
  g_assert_true (a->lane + a->span <= b->lane || b->lane + b->span <= a->lane);
  if (a->from == b->from) /* @a was given first */
    g_assert_cmpint (a->lane, <, b->lane);
}

/* The number of lanes is the most that go on at one time, and whoever overlaps nobody has all of them. */
static void
check_one (const FramLane *lanes, guint n, guint at)
{
  const FramLane *self = &lanes[at];
  int most = 0;
  gboolean alone = TRUE;

  g_assert_cmpint (self->lane, >=, 0);
  g_assert_cmpint (self->span, >=, 1);
  g_assert_cmpint (self->lane + self->span, <=, self->n_lanes);
  for (guint i = 0; i < n; i++)
    {
      int together = 0;

      alone = alone && (i == at || !overlap (self, &lanes[i]));
      for (guint j = 0; lanes[i].cluster == self->cluster && j < n; j++)
        together += lanes[j].from <= lanes[i].from && lanes[i].from < MAX (lanes[j].to, lanes[j].from + 1);
      most = MAX (most, together);
    }
  g_assert_cmpint (self->n_lanes, ==, most);
  if (alone)
    {
      g_assert_cmpint (self->lane, ==, 0);
      g_assert_cmpint (self->n_lanes, ==, 1);
    }
}

static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  FramLane lanes[32];

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = make (rand, lanes);

      fram_lanes_place (lanes, n);
      for (guint i = 0; i < n; i++)
        {
          check_one (lanes, n, i);
          for (guint j = i + 1; j < n; j++)
            check_pair (&lanes[i], &lanes[j]);
        }
    }
}

static void
test_table (void)
{
  /* One long beside two short ones, a third that hangs on, one after another, one alone */
  FramLane lanes[] = { { .from = 540, .to = 720 }, { .from = 540, .to = 600 }, { .from = 600, .to = 660 },
                       { .from = 690, .to = 780 }, { .from = 780, .to = 840 }, { .from = 900, .to = 960 } };
  static const int expected[][4] = { { 0, 1, 2, 0 }, { 1, 1, 2, 0 }, { 1, 1, 2, 0 },
                                     { 1, 1, 2, 0 }, { 0, 1, 1, 1 }, { 0, 1, 1, 2 } };

  fram_lanes_place (lanes, G_N_ELEMENTS (lanes));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      g_assert_cmpint (lanes[i].lane, ==, expected[i][0]);
      g_assert_cmpint (lanes[i].span, ==, expected[i][1]);
      g_assert_cmpint (lanes[i].n_lanes, ==, expected[i][2]);
      g_assert_cmpint (lanes[i].cluster, ==, expected[i][3]);
    }
}

/* Three at nine, and one of them goes on to eleven: who comes at ten grows over the places that were left. */
static void
test_grows (void)
{
  FramLane lanes[] = {
    { .from = 540, .to = 660 }, { .from = 540, .to = 600 }, { .from = 540, .to = 600 }, { .from = 600, .to = 660 }
  };

  fram_lanes_place (lanes, G_N_ELEMENTS (lanes));
  g_assert_cmpint (lanes[3].lane, ==, 1);
  g_assert_cmpint (lanes[3].span, ==, 2);
}

int
main (int argc, char *argv[])
{
  fram_test_init (&argc, &argv);
  g_test_add_func ("/calendar/lanes/table", test_table);
  g_test_add_func ("/calendar/lanes/grows into free places", test_grows);
  g_test_add_func ("/calendar/lanes/no two meet and none is lost", test_random);
  return g_test_run ();
}
