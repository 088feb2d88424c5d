#include "fram-demo-private.h"

#include "fram-error.h"

#include <glib/gi18n-lib.h>

/* Who is referred when, and what becomes of them: decided for everyone before anything is written, because how many people
 * are there at the end depends on all of it. Proportions follow the published figures of 2021–2023: a quarter never start,
 * 49 days of waiting, 242 days enrolled, half of the closings reach the goal. */

#define MEAN_DAYS       242
#define START_PER_MILLE 740
#define RETURNS_ONE_OF  23
#define DAYS_AWAY       75

static FramDate
open_before (const Demo *self, FramDate date)
{
  while (date > self->first && !demo_is_open (self, date))
    date--;
  return date;
}

static void
refuse (const Demo *self, DemoLife *life, DemoRandom *random)
{
  life->fate = DEMO_REFUSED;
  life->outcome = (guint8)demo_between (random, 0, (int)g_strv_length ((char **)demo_refusals) - 1);
  life->decided = demo_next_open (self, life->received + demo_between (random, 5, 60));
}

static int
draw_duration (const DemoLife *life, DemoRandom *random)
{
  if (!life->reached && demo_chance (random, 120))
    return demo_between (random, 15, 30); /* closed after the introduction */
  if (life->reached)
    return demo_between (random, 130, 250) + demo_between (random, 0, 190);
  return demo_between (random, 45, 200) + demo_between (random, 0, 190);
}

static void
enrol (const Demo *self, DemoLife *life, DemoRandom *random)
{
  int waiting = demo_between (random, 10, 40) + demo_between (random, 4, 45);
  FramDate closed;

  life->enrolled = demo_next_open (self, life->received + waiting);
  life->decided = demo_next_open (self, life->received + demo_between (random, 3, 9));
  life->reached = demo_chance (random, 500);
  life->outcome = (guint8)demo_between (
      random, 0, (int)g_strv_length ((char **)(life->reached ? demo_outcomes_reached : demo_outcomes_other)) - 1);
  closed = demo_next_open (self, life->enrolled + draw_duration (life, random));
  life->fate = life->enrolled < self->until ? DEMO_ENROLLED : DEMO_QUEUE;
  if (life->fate == DEMO_QUEUE)
    life->enrolled = FRAM_DATE_NONE;
  else if (closed < self->until)
    life->closed = closed;
}

static DemoLife
draw_life (const Demo *self, guint i, guint n)
{
  DemoRandom random = demo_random_for (self, "life", i);
  gint64 span = self->until - self->first - 1;
  DemoLife life = { .enrolled = FRAM_DATE_NONE, .closed = FRAM_DATE_NONE, .decided = FRAM_DATE_NONE, .returns_of = -1 };

  life.received = open_before (self, self->first + (FramDate)(span * i / n));
  life.received = demo_next_open (self, life.received);
  if (demo_chance (&random, START_PER_MILLE))
    enrol (self, &life, &random);
  else
    refuse (self, &life, &random);
  if (life.decided >= self->until)
    {
      life.fate = DEMO_PENDING;
      life.decided = life.enrolled = life.closed = FRAM_DATE_NONE;
    }
  return life;
}

static int
draw_lives (Demo *self, guint n)
{
  int present = 0;

  self->lives = g_renew (DemoLife, self->lives, n);
  self->n_lives = n;
  for (guint i = 0; i < n; i++)
    {
      self->lives[i] = draw_life (self, i, n);
      present += self->lives[i].fate == DEMO_ENROLLED && self->lives[i].closed == FRAM_DATE_NONE ? 1 : 0;
    }
  return present;
}

/* Changes the number of referrals until about so many people are there at the end. */
static void
draw_for_present (Demo *self, int wanted)
{
  gint64 days = self->until - self->first;
  guint n = (guint)MAX (1, wanted * days * 1000 / (START_PER_MILLE * MEAN_DAYS));

  for (int round = 0; round < 8; round++)
    {
      int present = draw_lives (self, n);

      if (present == wanted || present == 0)
        return;
      n = (guint)MAX (1, (gint64)n * wanted / present);
    }
}

/* Days on which somebody can be marked: from two weeks after enrolment up to the day before the last. */
static gint64
count_person_days (const Demo *self)
{
  g_autofree int *before = g_new0 (int, self->n_days + 1);
  gint64 sum = 0;

  for (int i = 0; i < self->n_days; i++)
    before[i + 1] = before[i] + self->open[i];
  for (guint i = 0; i < self->n_lives; i++)
    {
      const DemoLife *life = &self->lives[i];
      FramDate from = life->enrolled + 14;
      FramDate to = life->closed != FRAM_DATE_NONE ? life->closed : self->until - 1;

      if (life->fate == DEMO_ENROLLED && from <= to)
        sum += before[to - self->first + 1] - before[from - self->first];
    }
  return sum;
}

/* Where marks are asked for, everyone works so many days in so many workshops that there are enough. */
static gboolean
lift_capacity (Demo *self, GError **error)
{
  gint64 days = count_person_days (self);

  while (self->options.participants <= 0 && days * 2 < self->options.marks)
    {
      draw_lives (self, (guint)(self->n_lives * self->options.marks / MAX (days, 1) / 2 + self->n_lives / 8 + 1));
      days = count_person_days (self);
    }
  self->abreast = (int)((self->options.marks + MAX (days, 1) - 1) / MAX (days, 1));
  if (self->abreast > DEMO_MAX_ABREAST)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                           _ ("So few people cannot have so many marks; ask for more participants or more years."));
      return FALSE;
    }
  self->days_per_week = 5;
  /* fewer days where that is enough, with some to spare for weeks that holidays shorten */
  while (self->days_per_week > 1 &&
         days * self->abreast * (self->days_per_week - 1) / 5 * 95 / 100 >= self->options.marks)
    self->days_per_week--;
  return TRUE;
}

static void
protect (Demo *self)
{
  guint present = 0, wanted[] = { 20, 60 };

  for (guint i = 0; i < self->n_lives; i++)
    {
      if (self->lives[i].fate != DEMO_ENROLLED || self->lives[i].closed != FRAM_DATE_NONE ||
          self->until - self->lives[i].enrolled < 60)
        continue;
      present++;
      if (present == wanted[0] || present == wanted[1])
        self->lives[i].is_protected = TRUE;
    }
}

/* Returns: who was there, left in good time before a day, and has not come back yet; -1 for nobody */
static gint32
find_earlier (const Demo *self, guint i, const guint8 *used)
{
  for (guint k = i; k > 0; k--)
    {
      const DemoLife *life = &self->lives[k - 1];

      if (life->fate == DEMO_ENROLLED && life->closed != FRAM_DATE_NONE && life->returns_of < 0 && !used[k - 1] &&
          life->closed + DAYS_AWAY < self->lives[i].received)
        return (gint32)(k - 1);
    }
  return -1;
}

/* Some come back: to some that was promised, others go round. Where so many people were asked for, all are new. */
static void
let_return (Demo *self)
{
  g_autofree guint8 *used = g_new0 (guint8, self->n_lives);
  guint nth = 0, returned = 0;

  if (self->lifted || self->options.participants > 0)
    return;
  for (guint i = 0; i < self->n_lives; i++)
    {
      DemoLife *life = &self->lives[i];

      if (life->fate != DEMO_ENROLLED || life->is_protected || ++nth % RETURNS_ONE_OF != 0)
        continue;
      life->returns_of = find_earlier (self, i, used);
      if (life->returns_of < 0)
        continue;
      used[life->returns_of] = 1;
      life->planned_return = ++returned % 2;
    }
}

gboolean
demo_set_up_lives (Demo *self, GError **error)
{
  if (self->options.participants > 0)
    draw_lives (self, (guint)self->options.participants);
  else
    draw_for_present (self, self->options.present);
  if (self->lifted && !lift_capacity (self, error))
    return FALSE;
  /* a house of the usual size has one course of each group at a time */
  self->n_parallel_groups = 1 + (int)(self->n_lives / (guint)(500 * MAX (1, self->options.years)));
  protect (self);
  let_return (self);
  return TRUE;
}
