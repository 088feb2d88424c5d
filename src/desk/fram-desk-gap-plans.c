#include "fram-desk-gaps-private.h"

/* Plans of many enrolments, read at once and sorted by whose they are. */

/* From so many enrolments on reading everybody's plan is quicker than asking for each. */
#define MANY 200

typedef struct
{
  FramGapPlanner *planner;
  GHashTable *persons; /* participant → place of the first enrolment, counted from 1 */
  GArray *next;        /* guint: place of the same person's next one, 0 for none */
  guint n;
} Sorting;

static void
find_places (Sorting *self, const GPtrArray *cases)
{
  for (guint i = 0; i < cases->len; i++)
    {
      FramStoredGapCase *one = g_ptr_array_index (cases, i);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->persons, &one->participant));

      g_hash_table_insert (self->planner->places, &one->enrolment, GUINT_TO_POINTER (i + 1));
      g_array_append_val (self->next, before);
      g_hash_table_insert (self->persons, &one->participant, GUINT_TO_POINTER (i + 1));
    }
}

typedef void (*PlaceFunc) (FramGapPlanner *planner, guint place, const FramGapLine *line);

static void
for_each_place (const Sorting *self, const FramGapLineOf *of, PlaceFunc func)
{
  guint place;

  if (of->enrolment != 0)
    {
      place = GPOINTER_TO_UINT (g_hash_table_lookup (self->planner->places, &of->enrolment));
      if (place > 0)
        func (self->planner, place - 1, &of->line);
      return;
    }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->persons, &of->participant));
  for (; place > 0; place = g_array_index (self->next, guint, place - 1))
    func (self->planner, place - 1, &of->line);
}

static void
count_line (FramGapPlanner *planner, guint place, const FramGapLine *line)
{
  g_array_index (planner->starts, guint, place + 1)++;
}

/* Lines are put from the end of each enrolment's stretch to its beginning, which moves its start there. */
static void
put_line (FramGapPlanner *planner, guint place, const FramGapLine *line)
{
  guint *start = &g_array_index (planner->starts, guint, place);

  g_array_index (planner->lines, FramGapLine, --(*start)) = *line;
}

/* Starts become ends first: the sum of all lines up to and with an enrolment's own. */
static void
sort_lines (Sorting *self, const GArray *read)
{
  FramGapPlanner *planner = self->planner;

  g_array_set_size (planner->starts, self->n + 1);
  for (guint i = 0; i < read->len; i++)
    for_each_place (self, &g_array_index (read, FramGapLineOf, i), count_line);
  for (guint i = 0; i < self->n; i++)
    g_array_index (planner->starts, guint, i + 1) += g_array_index (planner->starts, guint, i);
  g_array_set_size (planner->lines, g_array_index (planner->starts, guint, self->n));
  for (guint i = 0; i < self->n; i++)
    g_array_index (planner->starts, guint, i) = g_array_index (planner->starts, guint, i + 1);
  for (guint i = 0; i < read->len; i++)
    for_each_place (self, &g_array_index (read, FramGapLineOf, i), put_line);
}

/**
 * fram_gap_planner_read_all:
 * @self: the planner
 * @cases: (element-type FramStoredGapCase): the enrolments that will be looked at; they are kept by the caller
 * @error: return location
 *
 * Reads the plans of a whole house at once where there are many enrolments to look at.
 *
 * Returns: whether they could be read
 */
gboolean
fram_gap_planner_read_all (FramGapPlanner *self, const GPtrArray *cases, GError **error)
{
  g_autoptr (GHashTable) persons = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) read = NULL;
  Sorting sorting = { self, persons, next, cases->len };

  if (cases->len < MANY)
    return TRUE;
  read = fram_gap_load_all_plans (self->desk->db, self->at, error);
  if (read == NULL)
    return FALSE;
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->lines = g_array_new (FALSE, FALSE, sizeof (FramGapLine));
  find_places (&sorting, cases);
  sort_lines (&sorting, read);
  return TRUE;
}

/* The plan of one enrolment, from what was read of all or by itself. */
gboolean
fram_gap_planner_load (FramGapPlanner *self, const FramStoredGapCase *one, GError **error)
{
  guint place = self->places != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &one->enrolment)) : 0;
  guint start, end;

  g_array_set_size (self->plan, 0);
  if (place == 0)
    return fram_gap_load_plan (self->desk->db, one->participant, one->enrolment, self->at, self->plan, error);
  start = g_array_index (self->starts, guint, place - 1);
  end = g_array_index (self->starts, guint, place);
  if (end > start)
    g_array_append_vals (self->plan, &g_array_index (self->lines, FramGapLine, start), end - start);
  return TRUE;
}
