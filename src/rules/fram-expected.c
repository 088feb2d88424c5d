#include "fram-expected.h"

/* Placement steps with at most a weekend between them are one stay: from Friday to Monday it is three days. */
#define STEP_DAYS 3

/* What is looked at for one person: stretches of the three sorted arrays. */
typedef struct
{
  const FramSpan *spans;
  guint n_spans;
  const FramPlanSlot *slots;
  guint n_slots;
  const FramMarkKey *marks;
  guint n_marks;
} Person;

typedef struct
{
  FramDate from;
  FramDate to; /* G_MAXINT32 while it goes on */
} Stay;

typedef struct
{
  int n_slots;
  int from;
  int to;
  int minutes;
} Plan;

static FramDate
end_of (FramDate to)
{
  return to == FRAM_DATE_NONE ? G_MAXINT32 : to;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FramSpan *x = a, *y = b;

  if (x->enrolment != y->enrolment)
    return x->enrolment < y->enrolment ? -1 : 1;
  return (x->from > y->from) - (x->from < y->from);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const FramPlanSlot *x = a, *y = b;

  return (x->enrolment > y->enrolment) - (x->enrolment < y->enrolment);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const FramMarkKey *x = a, *y = b;

  return (x->enrolment > y->enrolment) - (x->enrolment < y->enrolment);
}

/* The store reads in order of the row numbers as a rule; then nothing is copied. */
static GArray *
in_order (const GArray *array, gsize size, GCompareFunc compare)
{
  GArray *sorted;

  if (array == NULL)
    return g_array_new (FALSE, FALSE, size);
  for (guint i = 1; i < array->len; i++)
    if (compare (array->data + (i - 1) * size, array->data + i * size) > 0)
      {
        sorted = g_array_copy ((GArray *)array);
        g_array_sort (sorted, compare);
        return sorted;
      }
  return g_array_ref ((GArray *)array);
}

/* Chains the steps in order of their first days; overlapping ones join too. */
static gboolean
find_stay (const Person *person, FramDate day, Stay *stay)
{
  Stay chain = { 0, 0 };

  for (guint i = 0; i < person->n_spans; i++)
    {
      FramDate from = person->spans[i].from;
      FramDate to = end_of (person->spans[i].to);

      if (i > 0 && (chain.to == G_MAXINT32 || (gint64)from - chain.to <= STEP_DAYS))
        chain.to = MAX (chain.to, to);
      else if (i > 0 && chain.from <= day && day <= chain.to)
        break;
      else
        chain = (Stay){ from, to };
    }
  *stay = chain;
  return person->n_spans > 0 && chain.from <= day && day <= chain.to;
}

static Plan
plan_of_day (const Person *person, FramDate day)
{
  Plan plan = { 0, FRAM_TIME_NONE, FRAM_TIME_NONE, 0 };
  int weekday = fram_date_get_weekday (day);

  for (guint i = 0; i < person->n_slots; i++)
    {
      const FramPlanSlot *slot = &person->slots[i];

      if (slot->weekday != weekday || slot->valid_from > day || end_of (slot->valid_to) < day)
        continue;
      plan.from = plan.n_slots == 0 ? slot->from_time : MIN (plan.from, slot->from_time);
      plan.to = MAX (plan.to, slot->to_time);
      plan.minutes += slot->to_time - slot->from_time;
      plan.n_slots++;
    }
  return plan;
}

/* Whether any day from @from to @to has a slot. */
static gboolean
is_planned_between (const Person *person, FramDate from, FramDate to)
{
  for (guint i = 0; i < person->n_slots; i++)
    {
      const FramPlanSlot *slot = &person->slots[i];
      FramDate first = MAX (from, slot->valid_from);
      FramDate last = MIN (to, end_of (slot->valid_to));

      first += (slot->weekday - fram_date_get_weekday (first) + 7) % 7;
      if (first <= last)
        return TRUE;
    }
  return FALSE;
}

/* A week ago the same weekday looked otherwise, and there was a plan by then. */
static gboolean
have_hours_changed (const Person *person, const Plan *plan, FramDate day)
{
  Plan before = plan_of_day (person, day - 7);
  gboolean had_plan = FALSE;

  if (plan->n_slots == before.n_slots && plan->from == before.from && plan->to == before.to &&
      plan->minutes == before.minutes)
    return FALSE;
  for (guint i = 0; i < person->n_slots; i++)
    had_plan = had_plan || person->slots[i].valid_from <= day - 7;
  return had_plan;
}

static void
add_plan (FramExpected *row, const Person *person, const Plan *plan, FramDate day)
{
  row->kind = FRAM_EXPECTED_PLANNED;
  row->planned_from = plan->from;
  row->planned_to = plan->to;
  row->planned_minutes = plan->minutes;
  row->hours_changed = have_hours_changed (person, plan, day);
}

static void
add_stay (FramExpected *row, const Person *person, const Stay *stay, FramDate day)
{
  gboolean planned = row->kind == FRAM_EXPECTED_PLANNED;
  gboolean ends = stay->to != G_MAXINT32;

  row->span_from = stay->from;
  row->span_to = ends ? stay->to : FRAM_DATE_NONE;
  row->first_day = day == stay->from || (planned && !is_planned_between (person, stay->from, day - 1));
  row->last_day = day == stay->to || (planned && ends && !is_planned_between (person, day + 1, stay->to));
}

static void
add_marks (FramExpected *row, const Person *person)
{
  int minutes = -1;

  row->has_mark = person->n_marks > 0;
  for (guint i = 0; i < person->n_marks; i++)
    if (person->marks[i].planned_minutes >= 0)
      minutes = MAX (minutes, 0) + person->marks[i].planned_minutes;
  if (row->kind != FRAM_EXPECTED_PLANNED)
    row->planned_minutes = minutes;
  if (row->kind != FRAM_EXPECTED_PLANNED && row->has_mark)
    row->kind = FRAM_EXPECTED_VISITOR;
}

/* Whether the person is on the roster at all, and how. A plan holds only as long as the placement does. */
static gboolean
make_row (const Person *person, FramDate day, gboolean day_off, gboolean without_spans, FramExpected *row)
{
  Stay stay;
  Plan plan = { 0 };
  gboolean stays = find_stay (person, day, &stay);

  row->kind = FRAM_EXPECTED_UNPLANNED;
  row->planned_from = row->planned_to = FRAM_TIME_NONE;
  row->planned_minutes = -1;
  row->span_from = row->span_to = FRAM_DATE_NONE;
  if (!day_off && (stays || without_spans))
    plan = plan_of_day (person, day);
  if (plan.n_slots > 0)
    add_plan (row, person, &plan, day);
  if (stays)
    add_stay (row, person, &stay, day);
  add_marks (row, person);
  return row->kind != FRAM_EXPECTED_UNPLANNED || (stays && !day_off);
}

static gint64
next_enrolment (const Person *rest)
{
  gint64 next = G_MAXINT64;

  if (rest->n_spans > 0)
    next = MIN (next, rest->spans[0].enrolment);
  if (rest->n_slots > 0)
    next = MIN (next, rest->slots[0].enrolment);
  if (rest->n_marks > 0)
    next = MIN (next, rest->marks[0].enrolment);
  return next;
}

/* Takes what belongs to one enrolment off the front of the three arrays. */
static Person
take_person (Person *rest, gint64 enrolment)
{
  Person person = { rest->spans, 0, rest->slots, 0, rest->marks, 0 };

  for (; rest->n_spans > 0 && rest->spans->enrolment == enrolment; rest->spans++, rest->n_spans--)
    person.n_spans++;
  for (; rest->n_slots > 0 && rest->slots->enrolment == enrolment; rest->slots++, rest->n_slots--)
    person.n_slots++;
  for (; rest->n_marks > 0 && rest->marks->enrolment == enrolment; rest->marks++, rest->n_marks--)
    person.n_marks++;
  return person;
}

/**
 * fram_expected_of_day:
 * @spans: (nullable) (element-type FramSpan): placements or memberships; %NULL where plan slots hold without any
 * @slots: (nullable) (element-type FramPlanSlot): weekly plans
 * @marks: (nullable) (element-type FramMarkKey): marks of the day
 * @day: the day
 * @day_off: whether it is a day off; then nobody is expected by plan, and only marks already there are told
 *
 * Who is on the roster of a workshop or group: "expected = plan slots ∪ marks already there; people placed but without a plan
 * that day stand apart, uncounted" (DATA.md, "Codes"). The cost is that of sorting what is not in order of enrolments yet.
 *
 * Returns: (transfer full) (element-type FramExpected): one row per enrolment, in order of the row numbers
 */
GArray *
fram_expected_of_day (const GArray *spans, const GArray *slots, const GArray *marks, FramDate day, gboolean day_off)
{
  g_autoptr (GArray) by_span = in_order (spans, sizeof (FramSpan), compare_spans);
  g_autoptr (GArray) by_slot = in_order (slots, sizeof (FramPlanSlot), compare_slots);
  g_autoptr (GArray) by_mark = in_order (marks, sizeof (FramMarkKey), compare_marks);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (FramExpected));
  Person rest = { (const FramSpan *)(gconstpointer)by_span->data,     by_span->len,
                  (const FramPlanSlot *)(gconstpointer)by_slot->data, by_slot->len,
                  (const FramMarkKey *)(gconstpointer)by_mark->data,  by_mark->len };

  while (rest.n_spans > 0 || rest.n_slots > 0 || rest.n_marks > 0)
    {
      FramExpected row = { .enrolment = next_enrolment (&rest) };
      Person person = take_person (&rest, row.enrolment);

      if (make_row (&person, day, day_off, spans == NULL, &row))
        g_array_append_val (rows, row);
    }
  return rows;
}
