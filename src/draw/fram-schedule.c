#include "fram-schedule.h"

/* Days side by side as data. */

#define DAY_BEGINS (8 * 60)
#define DAY_ENDS   (17 * 60)

static void
head_clear (gpointer data)
{
  g_clear_pointer (&((FramScheduleHead *)data)->note, g_free);
}

static void
block_clear (gpointer data)
{
  FramScheduleBlock *block = data;

  g_clear_pointer (&block->title, g_free);
  g_clear_pointer (&block->lines, g_strfreev);
  g_clear_pointer (&block->spoken, g_free);
}

/**
 * fram_schedule_picture_new:
 *
 * Returns: (transfer full): a picture without days, 08–17
 */
FramSchedulePicture *
fram_schedule_picture_new (void)
{
  FramSchedulePicture *self = g_new0 (FramSchedulePicture, 1);

  self->heads = g_array_new (FALSE, TRUE, sizeof (FramScheduleHead));
  g_array_set_clear_func (self->heads, head_clear);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (FramScheduleBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->open = g_array_new (FALSE, TRUE, sizeof (FramOpening));
  self->today = FRAM_DATE_NONE;
  self->now = FRAM_TIME_NONE;
  self->first = DAY_BEGINS;
  self->last = DAY_ENDS;
  return self;
}

void
fram_schedule_picture_free (FramSchedulePicture *self)
{
  g_array_unref (self->heads);
  g_array_unref (self->blocks);
  g_array_unref (self->open);
  g_free (self);
}

/**
 * fram_schedule_picture_add_day:
 * @self: a picture
 * @day: the day, after all those added before
 * @off: nobody is expected
 * @note: (nullable): name of the holiday or closed day
 *
 * Adds a column at the end.
 */
void
fram_schedule_picture_add_day (FramSchedulePicture *self, FramDate day, gboolean off, const char *note)
{
  FramScheduleHead head = { day, off, g_strdup (note) };

  g_return_if_fail (self != NULL && day != FRAM_DATE_NONE);
  g_array_append_val (self->heads, head);
}

/**
 * fram_schedule_picture_add:
 * @self: a picture
 * @style: how it is drawn
 * @day: the day
 * @starts: minutes since midnight, %FRAM_TIME_NONE for the whole day
 * @ends: likewise
 * @title: what it is called
 *
 * Returns: (transfer none): the block, good until the next is added
 */
FramScheduleBlock *
fram_schedule_picture_add (FramSchedulePicture *self, FramScheduleStyle style, FramDate day, int starts, int ends,
                           const char *title)
{
  FramScheduleBlock block = { .style = style, .day = day, .starts = starts, .ends = ends, .title = g_strdup (title) };

  g_return_val_if_fail (self != NULL && title != NULL, NULL);
  if (starts == FRAM_TIME_NONE)
    block.ends = FRAM_TIME_NONE;
  else if (ends <= starts)
    block.ends = starts + 1;
  g_array_append_val (self->blocks, block);
  return &g_array_index (self->blocks, FramScheduleBlock, self->blocks->len - 1);
}

/**
 * fram_schedule_picture_fit:
 * @self: a picture
 *
 * Stretches the day to what stands in it, in full hours; it is never shorter than 08–17.
 */
void
fram_schedule_picture_fit (FramSchedulePicture *self)
{
  self->first = DAY_BEGINS;
  self->last = DAY_ENDS;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const FramScheduleBlock *b = &g_array_index (self->blocks, FramScheduleBlock, i);

      if (b->starts == FRAM_TIME_NONE)
        continue;
      self->first = MIN (self->first, b->starts / 60 * 60);
      self->last = MAX (self->last, (b->ends + 59) / 60 * 60);
    }
}
