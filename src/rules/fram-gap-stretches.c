#include "fram-gap.h"

#include "fram-gap-private.h"

typedef struct
{
  const FramGapFacts *facts;
  const GArray *gaps;
  guint next_gap;
  GArray *stretches;
} Builder;

/* Days of one kind that follow each other are one stretch. */
static void
emit (Builder *self, FramStretchKind kind, FramDate from, FramDate to, int gap)
{
  FramStretch stretch = { kind, from, to, gap };

  if (from > to)
    return;
  if (self->stretches->len > 0)
    {
      FramStretch *before = &g_array_index (self->stretches, FramStretch, self->stretches->len - 1);

      if (before->kind == kind && before->gap == gap)
        {
          before->to = to;
          return;
        }
    }
  g_array_append_val (self->stretches, stretch);
}

/* The gap that begins after @last, -1 for none. Gaps come in order of day, and so are they asked for. */
static int
take_gap (Builder *self, FramDate last)
{
  const FramGap *gap;

  if (self->next_gap >= self->gaps->len)
    return -1;
  gap = &g_array_index (self->gaps, FramGap, self->next_gap);
  if (gap->last != last || gap->kind == FRAM_GAP_NOTHING_AHEAD)
    return -1;
  return (int)self->next_gap++;
}

/* Days without planned activity: pauses are told apart only where it would be too long without them. */
static void
emit_empty (Builder *self, FramDate from, FramDate to, int gap, gboolean is_long)
{
  FramStretchKind kind = gap >= 0 ? FRAM_STRETCH_GAP : FRAM_STRETCH_COVERED;
  const GArray *pauses = is_long ? self->facts->pauses : NULL;

  for (guint i = 0; pauses != NULL && i < pauses->len && from <= to; i++)
    {
      const FramPauseSpan *pause = &g_array_index (pauses, FramPauseSpan, i);
      FramDate begins = MAX (pause->from, from);
      FramDate ends = pause->to == FRAM_DATE_NONE ? to : MIN (pause->to, to);

      if (begins > ends)
        continue;
      emit (self, kind, from, begins - 1, gap);
      emit (self, FRAM_STRETCH_PAUSE, begins, ends, gap);
      from = ends + 1;
    }
  emit (self, kind, from, to, gap);
}

/* What comes after the last planned day. */
static void
emit_end (Builder *self, FramDate last)
{
  const FramGapFacts *facts = self->facts;
  int gap;
  FramDate end;

  if (fram_gap_has_ended (facts))
    {
      emit (self, FRAM_STRETCH_COVERED, last + 1, facts->closed, -1);
      return;
    }
  gap = take_gap (self, last);
  end = gap >= 0 && g_array_index (self->gaps, FramGap, gap).kind == FRAM_GAP_PLAN_ENDS ? fram_gap_expected_end (facts)
                                                                                        : facts->at;
  emit_empty (self, last + 1, end, gap, end - last > facts->over);
}

/**
 * fram_gaps_stretches:
 * @facts: one enrolment
 * @gaps: (element-type FramGap): what fram_gaps_find() gave for it
 *
 * Every day from the enrolment to its end lies in exactly one stretch. One that goes on ends with the day it is looked at
 * from or with the last planned day, or, where the plan ends too early, with the day on which it is to end. The days of a
 * gap are those after the last planned day and before the next, without pauses.
 *
 * Returns: (transfer full) (element-type FramStretch): stretches in order
 */
GArray *
fram_gaps_stretches (const FramGapFacts *facts, const GArray *gaps)
{
  Builder self = { facts, gaps, 0, g_array_new (FALSE, FALSE, sizeof (FramStretch)) };
  FramDate last = fram_gap_last_planned (facts);
  guint first, end;

  fram_gap_planned_inside (facts, &first, &end);
  emit (&self, FRAM_STRETCH_COVERED, facts->enrolled,
        first < end ? g_array_index (facts->planned, FramDate, first) : facts->enrolled, -1);
  for (guint i = first + 1; i < end; i++)
    {
      FramDate from = g_array_index (facts->planned, FramDate, i - 1);
      FramDate to = g_array_index (facts->planned, FramDate, i);

      emit_empty (&self, from + 1, to - 1, take_gap (&self, from), to - from > facts->over);
      emit (&self, FRAM_STRETCH_COVERED, to, to, -1);
    }
  emit_end (&self, last);
  return self.stretches;
}
