#include "fram-capacity.h"

#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/**
 * fram_capacity_new:
 * @from: a day of the first week
 * @to: a day of the last week
 *
 * Returns: (transfer full): nobody in any of these weeks yet
 */
FramCapacity *
fram_capacity_new (FramDate from, FramDate to)
{
  FramCapacity *self = g_new0 (FramCapacity, 1);

  self->weeks = g_array_new (FALSE, TRUE, sizeof (FramCapacityWeek));
  self->today = FRAM_DATE_NONE;
  for (FramDate monday = fram_date_monday (from); monday <= to; monday += 7)
    {
      FramCapacityWeek week = { monday, { 0 } };

      g_array_append_val (self->weeks, week);
    }
  return self;
}

void
fram_capacity_free (FramCapacity *self)
{
  g_array_unref (self->weeks);
  g_free (self);
}

static int
by_person (gconstpointer a, gconstpointer b)
{
  const FramSpan *x = a, *y = b;

  if (x->enrolment != y->enrolment)
    return x->enrolment < y->enrolment ? -1 : 1;
  return (x->from > y->from) - (x->from < y->from);
}

/* One more from the first day on and one less after the last, both within the weeks that are looked at. */
static void
add_stay (int *steps, FramDate first, guint n_days, FramDate from, FramDate to)
{
  FramDate last = first + (FramDate)n_days - 1;

  from = MAX (from, first);
  to = MIN (to, last);
  if (from > to)
    return;
  steps[from - first]++;
  steps[to - first + 1]--;
}

/* The stays of one person follow each other; what overlaps is joined, so that nobody counts twice. */
static void
add_stays (int *steps, FramDate first, guint n_days, const GArray *spans)
{
  FramDate last = first + (FramDate)n_days - 1;

  for (guint i = 0; i < spans->len;)
    {
      const FramSpan *span = &g_array_index (spans, FramSpan, i);
      gint64 whose = span->enrolment;
      FramDate from = span->from, to = span->to == FRAM_DATE_NONE ? last : span->to;

      for (i++; i < spans->len; i++)
        {
          const FramSpan *next = &g_array_index (spans, FramSpan, i);

          if (next->enrolment != whose || next->from > to)
            break;
          to = MAX (to, next->to == FRAM_DATE_NONE ? last : next->to);
        }
      add_stay (steps, first, n_days, from, to);
    }
}

/**
 * fram_capacity_count:
 * @self: the weeks
 * @kind: what is counted
 * @spans: (element-type FramSpan): who takes part from when until when; sorted by this function
 *
 * Working days only: on a Saturday nobody is there.
 */
void
fram_capacity_count (FramCapacity *self, FramCapacityKind kind, GArray *spans)
{
  guint n_days = self->weeks->len * 7;
  g_autofree int *steps = g_new0 (int, n_days + 1);
  FramDate first = self->weeks->len > 0 ? g_array_index (self->weeks, FramCapacityWeek, 0).monday : 0;
  int people = 0;

  g_array_sort (spans, by_person);
  add_stays (steps, first, n_days, spans);
  for (guint day = 0; day < n_days; day++)
    {
      FramCapacityWeek *week = &g_array_index (self->weeks, FramCapacityWeek, day / 7);

      people += steps[day];
      if (day % 7 < 5)
        week->people[kind] = MAX (week->people[kind], people);
    }
}

const char *
fram_capacity_kind_get_name (FramCapacityKind kind)
{
  static const char *const names[] = { NC_ ("capacity", "In practice"), NC_ ("capacity", "In groups") };

  g_return_val_if_fail (kind < FRAM_N_CAPACITIES, NULL);
  return g_dpgettext2 (NULL, "capacity", names[kind]);
}

static const FramCapacityWeek *
find_week (const FramCapacity *self, FramDate day)
{
  for (guint i = 0; day != FRAM_DATE_NONE && i < self->weeks->len; i++)
    {
      const FramCapacityWeek *week = &g_array_index (self->weeks, FramCapacityWeek, i);

      if (day >= week->monday && day < week->monday + 7)
        return week;
    }
  return NULL;
}

static const FramCapacityWeek *
fullest_week (const FramCapacity *self, FramCapacityKind kind)
{
  const FramCapacityWeek *fullest = NULL;

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const FramCapacityWeek *week = &g_array_index (self->weeks, FramCapacityWeek, i);

      if (fullest == NULL || week->people[kind] > fullest->people[kind])
        fullest = week;
    }
  return fullest;
}

static void
append_kind (const FramCapacity *self, FramCapacityKind kind, GString *text)
{
  const FramCapacityWeek *now = find_week (self, self->today), *fullest = fullest_week (self, kind);
  g_autofree char *week = fram_date_to_week_text (fullest->monday);
  int year;

  fram_date_get_iso_week (fullest->monday, &year);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s: ", fram_capacity_kind_get_name (kind));
  if (now != NULL && self->places[kind] > 0)
    /* Translators: people now, and how many places there are */
    g_string_append_printf (text, _ ("%1$d now of %2$d places; "), now->people[kind], self->places[kind]);
  else if (now != NULL)
    g_string_append_printf (text, _ ("%d now; "), now->people[kind]);
  /* Translators: people, a week and its year: "most 84, week 19 2026." */
  g_string_append_printf (text, _ ("most %1$d, %2$s %3$d."), fullest->people[kind], week, year);
}

/**
 * fram_capacity_to_words:
 * @self: the weeks
 *
 * Returns: (transfer full): what the curve shows: now, and when it was fullest
 */
char *
fram_capacity_to_words (const FramCapacity *self)
{
  GString *text = g_string_new (NULL);

  for (int kind = 0; self->weeks->len > 0 && kind < FRAM_N_CAPACITIES; kind++)
    append_kind (self, (FramCapacityKind)kind, text);
  return g_string_free (text, FALSE);
}
