#include "fram-progression-layout-private.h"

#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* The key: what stands for what, as far as it occurs, and what happened where there is room for it. */

#define SAMPLE 34.0

/* The large version speaks to the participant. */
static const char *
words_to_participant (FramProgressionSampleKind kind)
{
  switch ((int)kind)
    {
    /* Translators: this and the next two are read by the participant, in simple words: their own ratings */
    case FRAM_PROGRESSION_SAMPLE_OWN: return C_ ("progression", "Your own answer");
    case FRAM_PROGRESSION_SAMPLE_HELD: return C_ ("progression", "A step forward");
    case FRAM_PROGRESSION_SAMPLE_NEW: return C_ ("progression", "Higher than before");
    default: return NULL;
    }
}

static const char *
words_of (const FramProgressionLayout *self, FramProgressionSampleKind kind)
{
  if (self->view.large && words_to_participant (kind) != NULL)
    return words_to_participant (kind);
  switch ((int)kind)
    {
    /* Translators: in the key of a chart: the participant's own ratings */
    case FRAM_PROGRESSION_SAMPLE_OWN: return C_ ("progression", "The participant's own");
    case FRAM_PROGRESSION_SAMPLE_CASE_WORKER: return C_ ("progression", "The case worker's");
    case FRAM_PROGRESSION_SAMPLE_HELD: return C_ ("progression", "Step forward that held");
    case FRAM_PROGRESSION_SAMPLE_NEW: return C_ ("progression", "Higher than ever, new");
    case FRAM_PROGRESSION_SAMPLE_NOTE: return C_ ("progression", "With a note");
    case FRAM_PROGRESSION_SAMPLE_TICK: return C_ ("progression", "Something happened");
    case FRAM_PROGRESSION_SAMPLE_CHANGE: return C_ ("progression", "New case worker");
    case FRAM_PROGRESSION_SAMPLE_REPLACED: return C_ ("progression", "Replaced the same day");
    case FRAM_PROGRESSION_SAMPLE_BEFORE: return C_ ("progression", "At the earlier talk");
    default: return NULL;
    }
}

static gboolean
is_in_key (const FramProgressionLayout *self, int kind)
{
  return self->used[kind] > 0 && words_of (self, (FramProgressionSampleKind)kind) != NULL;
}

static guint
count_in_key (const FramProgressionLayout *self)
{
  guint n = 0;

  for (int kind = 0; kind < FRAM_PROGRESSION_N_SAMPLES; kind++)
    n += is_in_key (self, kind);
  return n;
}

/* How high the key is in so many columns. */
double
fram_progression_layout_key_height (const FramProgressionLayout *self, guint columns)
{
  return (count_in_key (self) + columns - 1) / columns * fram_progression_layout_line (self);
}

static void
add_sample (FramProgressionLayout *self, FramProgressionSampleKind kind, double x, double middle, double room)
{
  FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_KEY, words_of (self, kind), FALSE, FRAM_PROGRESSION_INK,
                                     -1 };
  FramProgressionSample sample = { kind, -1, x, middle };

  g_array_append_val (self->samples, sample);
  fram_progression_layout_write (self, &writing, x + SAMPLE * self->s, middle, room - SAMPLE * self->s);
}

/* The latest that there is room for, in order of time. */
static void
add_moments (FramProgressionLayout *self, const FramProgressionRect *rect, double y)
{
  const GPtrArray *moments = self->progression->moments;
  double line = fram_progression_layout_line (self);
  guint room = (guint)MAX ((rect->y + rect->height - y) / line, 0);

  for (guint i = moments->len > room ? moments->len - room : 0; i < moments->len; i++)
    {
      const FramMoment *moment = g_ptr_array_index (moments, i);
      g_autofree char *day = fram_date_to_day_month (moment->day);
      g_autofree char *text = g_strdup_printf ("%s · %s", day, moment->label != NULL ? moment->label : "");
      FramProgressionWriting writing = { FRAM_PROGRESSION_LABEL_MOMENT, text, FALSE, FRAM_PROGRESSION_DIM, -1 };

      fram_progression_layout_write (self, &writing, rect->x + SAMPLE * self->s, y + line / 2,
                                     rect->width - SAMPLE * self->s);
      y += line;
    }
}

/**
 * fram_progression_layout_add_key:
 * @rect: where there is room for it
 * @columns: how many beside each other; in one what happened is listed below
 */
void
fram_progression_layout_add_key (FramProgressionLayout *self, FramProgressionRect rect, guint columns)
{
  double line = fram_progression_layout_line (self), width = rect.width / columns;
  guint n = 0;

  fram_progression_layout_add_panel (self, -2, rect, rect);
  for (int kind = 0; kind < FRAM_PROGRESSION_N_SAMPLES; kind++)
    {
      if (!is_in_key (self, kind))
        continue;
      add_sample (self, (FramProgressionSampleKind)kind, rect.x + n % columns * width,
                  rect.y + (n / columns + 0.5) * line, width - 8 * self->s);
      n++;
    }
  if (columns == 1)
    add_moments (self, &rect, rect.y + n * line);
}

/* The key below all else, as wide as the view. */
void
fram_progression_layout_add_key_card (FramProgressionLayout *self)
{
  double pad = FRAM_PROGRESSION_PAD * self->s, top = self->y, room = self->view.width - 2 * pad;
  guint columns = (guint)CLAMP (room / (200 * self->s), 1, MAX (count_in_key (self), 1));
  double height = fram_progression_layout_key_height (self, columns);

  if (count_in_key (self) == 0)
    return;
  fram_progression_layout_add_key (self, (FramProgressionRect){ pad, top + pad * 0.7, room, height }, columns);
  self->y = top + height + pad * 1.4;
  fram_progression_layout_card (self, top, self->y - top);
  self->y += 10;
}
