#include "fram-gap.h"

#include "fram-gap-private.h"
#include "fram-text.h"

/* A programme that lets more than a year pass has no gaps to tell. */
#define LONGEST_SETTING 366

static const char *const codes[FRAM_N_GAP_KINDS] = {
  [FRAM_GAP_BETWEEN] = "between",
  [FRAM_GAP_OPEN] = "open",
  [FRAM_GAP_PLAN_ENDS] = "plan_ends",
  [FRAM_GAP_NOTHING_AHEAD] = "nothing_ahead",
  [FRAM_GAP_FIRST_CONTACT] = "first_contact",
  [FRAM_GAP_FIRST_PLACEMENT] = "first_placement",
  [FRAM_GAP_CLOSING] = "closing",
  [FRAM_GAP_NEXT_STEP] = "next_step",
};

/* Whether the enrolment has ended on the day it is looked at from: a closing that is agreed on lies ahead until then. */
gboolean
fram_gap_has_ended (const FramGapFacts *facts)
{
  return facts->closed != FRAM_DATE_NONE && facts->closed <= facts->at;
}

/* How long it is to go on: to the closing that is agreed on, else to the target day. */
FramDate
fram_gap_expected_end (const FramGapFacts *facts)
{
  return facts->closed != FRAM_DATE_NONE ? facts->closed : facts->expected_end;
}

/* The part of the planned days that lies inside the enrolment: the index of the first and the one after the last. */
void
fram_gap_planned_inside (const FramGapFacts *facts, guint *first, guint *end)
{
  const FramDate *days = (const FramDate *)(gpointer)facts->planned->data;

  *first = 0;
  *end = facts->planned->len;
  while (*first < *end && days[*first] < facts->enrolled)
    (*first)++;
  while (facts->closed != FRAM_DATE_NONE && *end > *first && days[*end - 1] > facts->closed)
    (*end)--;
}

/* The last planned day; nothing planned at all counts from the day of enrolment. */
FramDate
fram_gap_last_planned (const FramGapFacts *facts)
{
  guint first, end;

  fram_gap_planned_inside (facts, &first, &end);
  return first < end ? g_array_index (facts->planned, FramDate, end - 1) : facts->enrolled;
}

/* Days of pauses among the days from @from to @to, each counted once where pauses overlap. */
static int
count_paused (const FramGapFacts *facts, FramDate from, FramDate to)
{
  int days = 0;

  for (guint i = 0; facts->pauses != NULL && i < facts->pauses->len && from <= to; i++)
    {
      const FramPauseSpan *pause = &g_array_index (facts->pauses, FramPauseSpan, i);
      FramDate begins = MAX (pause->from, from);
      FramDate ends = pause->to == FRAM_DATE_NONE ? to : MIN (pause->to, to);

      if (begins > ends)
        continue;
      days += ends - begins + 1;
      from = ends + 1;
    }
  return days;
}

static void
add_gap (GArray *gaps, FramGapKind kind, FramDate last, FramDate next, int days, int paused)
{
  FramGap gap = { kind, last, next, days, paused };

  g_array_append_val (gaps, gap);
}

static void
find_between (const FramGapFacts *facts, GArray *gaps)
{
  guint first, end;

  fram_gap_planned_inside (facts, &first, &end);
  for (guint i = first + 1; i < end; i++)
    {
      FramDate last = g_array_index (facts->planned, FramDate, i - 1);
      FramDate next = g_array_index (facts->planned, FramDate, i);
      int paused;

      if (next - last <= facts->over)
        continue;
      paused = count_paused (facts, last + 1, next - 1);
      if (next - last - paused > facts->over)
        add_gap (gaps, FRAM_GAP_BETWEEN, last, next, next - last, paused);
    }
}

static gboolean
find_open (const FramGapFacts *facts, FramDate last, GArray *gaps)
{
  FramDate reached = fram_day_latest_open (facts->at, facts->closed_days, 0);
  int paused;

  if (reached == FRAM_DATE_NONE || reached - last <= facts->over)
    return FALSE;
  paused = count_paused (facts, last + 1, reached);
  if (reached - last - paused <= facts->over)
    return FALSE;
  add_gap (gaps, FRAM_GAP_OPEN, last, FRAM_DATE_NONE, reached - last, paused);
  return TRUE;
}

static void
find_plan_ends (const FramGapFacts *facts, FramDate last, GArray *gaps)
{
  FramDate end = fram_gap_expected_end (facts);
  int paused;

  if (end == FRAM_DATE_NONE || end - last <= facts->over)
    return;
  paused = count_paused (facts, last + 1, end);
  if (end - last - paused > facts->over)
    add_gap (gaps, FRAM_GAP_PLAN_ENDS, last, FRAM_DATE_NONE, end - last, paused);
}

/**
 * fram_gaps_find:
 * @facts: one enrolment
 *
 * Two planned days that follow each other have a gap between them where more than @over days lie from one to the other,
 * without days of pauses (DOMAIN.md, "Gaps"; fram/README.md). Of an enrolment that goes on the end is looked at too: an
 * open end reaches to the latest working day up to the day it is looked at from, since nothing can be planned on days off;
 * a plan that ends ahead reaches to the day on which the enrolment is to end. A closing that lies ahead is such a day. The
 * stretch from the last activity to a closing that has been is a seam, see fram_seams_find().
 *
 * Returns: (transfer full) (element-type FramGap): gaps in order of day, at most one of an open end as the last
 */
GArray *
fram_gaps_find (const FramGapFacts *facts)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (FramGap));
  FramDate last;

  g_return_val_if_fail (facts->planned != NULL && facts->enrolled != FRAM_DATE_NONE && facts->at != FRAM_DATE_NONE,
                        gaps);
  find_between (facts, gaps);
  if (fram_gap_has_ended (facts))
    return gaps;
  last = fram_gap_last_planned (facts);
  if (last > facts->at)
    find_plan_ends (facts, last, gaps);
  else if (!find_open (facts, last, gaps))
    add_gap (gaps, FRAM_GAP_NOTHING_AHEAD, last, FRAM_DATE_NONE, facts->at - last,
             count_paused (facts, last + 1, facts->at));
  return gaps;
}

/**
 * fram_gap_kind_get_code:
 * @kind: where the chain tears
 *
 * Returns: the code of tables and files, `between`
 */
const char *
fram_gap_kind_get_code (FramGapKind kind)
{
  g_return_val_if_fail (kind < FRAM_N_GAP_KINDS, NULL);
  return codes[kind];
}

/**
 * fram_gap_days_of_setting:
 * @setting: (nullable): the programme's setting `gap_days`
 *
 * Returns: more than so many days are a gap; %FRAM_GAP_DAYS where the programme says nothing, or no number from 1 to 366
 */
int
fram_gap_days_of_setting (const char *setting)
{
  gint64 days = 0;

  if (setting == NULL || !fram_int_parse (setting, &days) || days < 1 || days > LONGEST_SETTING)
    return FRAM_GAP_DAYS;
  return (int)days;
}
