#include "fram-week-plan.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A week as data, and where its blocks stand: screen and paper are the same. */

#define DAY_BEGINS (8 * 60)
#define DAY_ENDS   (17 * 60)

/* At letters of scale 1 */
#define TIMES_WIDTH 34.0
#define HEAD_HEIGHT 24.0
#define SECOND_LINE 16.0
#define BLOCK_GAP   2.0

static void
block_clear (gpointer data)
{
  g_clear_pointer (&((FramWeekBlock *)data)->title, g_free);
}

FramWeekPlan *
fram_week_plan_new (void)
{
  FramWeekPlan *self = g_new0 (FramWeekPlan, 1);

  self->blocks = g_array_new (FALSE, TRUE, sizeof (FramWeekBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->open = g_array_new (FALSE, TRUE, sizeof (FramOpening));
  self->first = DAY_BEGINS;
  self->last = DAY_ENDS;
  self->n_days = 5;
  return self;
}

void
fram_week_plan_free (FramWeekPlan *self)
{
  g_array_unref (self->blocks);
  g_array_unref (self->open);
  for (guint i = 0; i < G_N_ELEMENTS (self->heads); i++)
    g_free (self->heads[i]);
  g_free (self);
}

/**
 * fram_week_plan_add:
 * @self: a week
 * @kind: what
 * @weekday: 1 for Monday to 7 for Sunday
 * @from_time: minutes since midnight, %FRAM_TIME_NONE for the whole day
 * @to_time: likewise
 * @title: (nullable): what it is called
 *
 * Returns: (transfer none): the block, good until the next is added
 */
FramWeekBlock *
fram_week_plan_add (FramWeekPlan *self, FramWeekKind kind, int weekday, int from_time, int to_time, const char *title)
{
  FramWeekBlock block = { kind, weekday, from_time, to_time, g_strdup (title), 0, FALSE };

  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, FramWeekBlock, self->blocks->len - 1);
}

void
fram_week_plan_set_head (FramWeekPlan *self, int weekday, const char *text, gboolean full)
{
  g_return_if_fail (weekday >= 1 && weekday <= 7);
  g_free (self->heads[weekday - 1]);
  self->heads[weekday - 1] = g_strdup (text);
  self->full = full ? self->full | (1u << weekday) : self->full & ~(1u << weekday);
}

/* Stretches the day to what stands in it, in full hours, and shows the weekend where something is on it. */
void
fram_week_plan_fit (FramWeekPlan *self)
{
  self->first = DAY_BEGINS;
  self->last = DAY_ENDS;
  self->n_days = 5;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const FramWeekBlock *b = &g_array_index (self->blocks, FramWeekBlock, i);

      if (b->weekday > 5 && b->kind != FRAM_WEEK_FREE)
        self->n_days = 7;
      if (b->from_time == FRAM_TIME_NONE)
        continue;
      self->first = MIN (self->first, b->from_time / 60 * 60);
      self->last = MAX (self->last, (b->to_time + 59) / 60 * 60);
    }
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const FramWeekBlock *x = *(const FramWeekBlock *const *)a, *y = *(const FramWeekBlock *const *)b;

  return x->weekday != y->weekday ? x->weekday - y->weekday : x->from_time - y->from_time;
}

/**
 * fram_week_plan_to_words:
 * @self: a week
 *
 * Returns: (transfer full): what stands in it, for who does not see it
 */
char *
fram_week_plan_to_words (const FramWeekPlan *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    g_ptr_array_add (sorted, &g_array_index (self->blocks, FramWeekBlock, i));
  g_ptr_array_sort (sorted, compare_blocks);
  for (guint i = 0; i < sorted->len; i++)
    {
      const FramWeekBlock *b = g_ptr_array_index (sorted, i);
      g_autofree char *times = b->from_time != FRAM_TIME_NONE ? fram_time_range_to_text (b->from_time, b->to_time)
                                                              : g_strdup (_ ("all day"));

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", fram_weekday_name (b->weekday), times);
      if (b->title != NULL)
        g_string_append_printf (text, " %s", b->title);
    }
  if (sorted->len == 0)
    g_string_append (text, _ ("Nothing is planned in this week."));
  return g_string_free (text, FALSE);
}

static gboolean
has_second_line (const FramWeekPlan *plan)
{
  for (guint i = 0; i < G_N_ELEMENTS (plan->heads); i++)
    if (plan->heads[i] != NULL)
      return TRUE;
  return FALSE;
}

static double
head_height (const FramWeekPlan *plan, double scale)
{
  return (HEAD_HEIGHT + (has_second_line (plan) ? SECOND_LINE : 0)) * scale;
}

/**
 * fram_week_plan_height:
 * @plan: a week
 * @hour: height of an hour
 * @scale: size of letters
 *
 * Returns: how high the whole is
 */
double
fram_week_plan_height (const FramWeekPlan *plan, double hour, double scale)
{
  return ceil (head_height (plan, scale) + hour * (plan->last - plan->first) / 60.0) + 1;
}

static gboolean
meet (const FramWeekBlock *a, const FramWeekBlock *b)
{
  return a->weekday == b->weekday && a->from_time != FRAM_TIME_NONE && b->from_time != FRAM_TIME_NONE &&
         a->from_time < b->to_time && b->from_time < a->to_time;
}

/* Things at the same time stand beside each other: in which place from the left, and of how many. */
static void
find_place (const FramWeekPlan *plan, guint block, int *place, int *of)
{
  const FramWeekBlock *b = &g_array_index (plan->blocks, FramWeekBlock, block);

  *place = 0;
  *of = 1;
  for (guint i = 0; i < plan->blocks->len; i++)
    if (i != block && meet (b, &g_array_index (plan->blocks, FramWeekBlock, i)))
      {
        *of += 1;
        *place += i < block ? 1 : 0;
      }
}

static FramPrintBox
box_of_block (const FramWeekLayout *self, const FramWeekPlan *plan, guint block)
{
  const FramWeekBlock *b = &g_array_index (plan->blocks, FramWeekBlock, block);
  gboolean whole = b->from_time == FRAM_TIME_NONE;
  FramPrintBox box =
      fram_week_layout_box (self, b->weekday, whole ? plan->first : b->from_time, whole ? plan->last : b->to_time);
  int place, of;

  if (whole)
    return box;
  find_place (plan, block, &place, &of);
  box.width = box.width / of;
  box.x += box.width * (self->rtl ? of - 1 - place : place);
  box.x += BLOCK_GAP;
  box.width = MAX (box.width - 2 * BLOCK_GAP, 1);
  box.y += 1;
  box.height = MAX (box.height - 1, 1);
  return box;
}

/**
 * fram_week_layout_new:
 * @plan: a week
 * @width: what there is
 * @height: likewise
 * @scale: size of letters
 * @rtl: whether Monday is at the right
 *
 * Returns: (transfer full): where everything stands
 */
FramWeekLayout *
fram_week_layout_new (const FramWeekPlan *plan, double width, double height, double scale, gboolean rtl)
{
  FramWeekLayout *self = g_new0 (FramWeekLayout, 1);

  self->width = width;
  self->height = height;
  self->scale = scale;
  self->rtl = rtl;
  self->times = TIMES_WIDTH * scale;
  self->head = head_height (plan, scale);
  self->n_days = plan->n_days;
  self->day = (width - self->times) / plan->n_days;
  self->first = plan->first;
  self->minute = (height - self->head - 1) / (plan->last - plan->first);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (FramPrintBox));
  for (guint i = 0; i < plan->blocks->len; i++)
    {
      FramPrintBox box = box_of_block (self, plan, i);

      g_array_append_val (self->boxes, box);
    }
  return self;
}

void
fram_week_layout_free (FramWeekLayout *self)
{
  g_array_unref (self->boxes);
  g_free (self);
}

/* A stretch of a day, over the day's whole width. */
FramPrintBox
fram_week_layout_box (const FramWeekLayout *self, int weekday, int from_time, int to_time)
{
  double x = self->times + self->day * (weekday - 1);

  return (FramPrintBox){ self->rtl ? self->width - x - self->day : x,
                         self->head + self->minute * (from_time - self->first), self->day,
                         self->minute * (to_time - from_time) };
}

/**
 * fram_week_layout_find:
 * @self: a layout
 * @x: a point
 * @y: likewise
 * @weekday: (out): the weekday there
 * @minutes: (out): the time there
 *
 * Returns: whether the point lies in a day
 */
gboolean
fram_week_layout_find (const FramWeekLayout *self, double x, double y, int *weekday, int *minutes)
{
  double from_start = self->rtl ? self->width - x : x;
  int day = (int)floor ((from_start - self->times) / self->day);

  if (from_start < self->times || y < self->head || day < 0 || day >= self->n_days)
    return FALSE;
  *weekday = day + 1;
  *minutes = self->first + (int)((y - self->head) / self->minute);
  return TRUE;
}

/* The block at a point, the uppermost first; -1 for none. */
int
fram_week_layout_find_block (const FramWeekLayout *self, double x, double y)
{
  for (guint i = self->boxes->len; i > 0; i--)
    {
      const FramPrintBox *box = &g_array_index (self->boxes, FramPrintBox, i - 1);

      if (x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        return (int)i - 1;
    }
  return -1;
}
