#include "fram-schedule-draw.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A schedule in words, for who does not see it. */

static char *
times_of (const FramScheduleBlock *block)
{
  return block->starts != FRAM_TIME_NONE ? fram_time_range_to_text (block->starts, block->ends)
                                         : g_strdup (_ ("all day"));
}

/* The title of what is called off says so too; what became of it stands in its first line. */
static void
append_block (GString *text, const FramScheduleBlock *block)
{
  g_autofree char *times = times_of (block);
  g_autofree char *lines = block->lines != NULL ? g_strjoinv (", ", block->lines) : NULL;

  g_string_append (text, block->title);
  if (lines == NULL || strstr (lines, times) == NULL)
    g_string_append_printf (text, ", %s", times);
  if (lines != NULL)
    g_string_append_printf (text, ", %s", lines);
}

/**
 * fram_schedule_block_to_words:
 * @block: a block
 *
 * Returns: (transfer full): all of it as one sentence
 */
char *
fram_schedule_block_to_words (const FramScheduleBlock *block)
{
  g_autofree char *day = NULL;
  GString *text;

  if (block->spoken != NULL)
    return g_strdup (block->spoken);
  day = fram_date_to_short_words (block->day);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s: ", day);
  append_block (text, block);
  return g_string_free (text, FALSE);
}

/**
 * fram_schedule_more_to_words:
 * @more: a "+2"
 *
 * Returns: (transfer full): "2 more, 09–11"
 */
char *
fram_schedule_more_to_words (const FramScheduleMore *more)
{
  g_autofree char *times = fram_time_range_to_text (more->from, more->to);

  /* Translators: sessions for which there is no room in the schedule, and their times: "2 more, 09–11" */
  return g_strdup_printf (ngettext ("%1$u more, %2$s", "%1$u more, %2$s", more->n), more->n, times);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const FramScheduleBlock *x = *(const FramScheduleBlock *const *)a, *y = *(const FramScheduleBlock *const *)b;

  return x->day != y->day ? (x->day < y->day ? -1 : 1) : x->starts - y->starts;
}

static void
append_day (GString *text, const FramScheduleHead *head, const GPtrArray *blocks)
{
  g_autofree char *day = fram_date_to_short_words (head->day);
  gboolean any = head->note != NULL;

  g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", day, any ? head->note : "");
  for (guint i = 0; i < blocks->len; i++)
    {
      const FramScheduleBlock *block = g_ptr_array_index (blocks, i);

      if (block->day != head->day)
        continue;
      g_string_append (text, any ? "; " : "");
      append_block (text, block);
      any = TRUE;
    }
  if (!any)
    g_string_append (text, C_ ("schedule", "nothing"));
}

/**
 * fram_schedule_picture_to_words:
 * @picture: days with what stands in them
 *
 * Returns: (transfer full): a line for each day
 */
char *
fram_schedule_picture_to_words (const FramSchedulePicture *picture)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < picture->blocks->len; i++)
    g_ptr_array_add (blocks, &g_array_index (picture->blocks, FramScheduleBlock, i));
  g_ptr_array_sort (blocks, compare);
  for (guint i = 0; i < picture->heads->len; i++)
    append_day (text, &g_array_index (picture->heads, FramScheduleHead, i), blocks);
  return g_string_free (text, FALSE);
}
