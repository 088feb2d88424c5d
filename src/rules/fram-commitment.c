#include "fram-commitment.h"

#include <glib/gi18n-lib.h>

/* A moved due day or a note can stand on a regular one further ahead than anybody works out. */
#define MOST_REGULAR 1000

static const char *const due_from_codes[FRAM_N_DUE_FROM] = { "referral",  "enrolment",  "officer_change",
                                                             "placement", "target_day", "closing" };
static const char *const sign_codes[FRAM_N_SIGNS] = { "none",     "papers",  "study_visit",    "contact", "follow_up",
                                                      "handover", "support", "final_document", "report" };
static const char *const state_codes[FRAM_N_COMMITMENT_STATES] = { "late", "due", "to_come", "done", "lapsed" };

static const char *const state_names[FRAM_N_COMMITMENT_STATES] = {
  NC_ ("commitment", "Late"), NC_ ("commitment", "Due"),       NC_ ("commitment", "To come"),
  NC_ ("commitment", "Done"), NC_ ("commitment", "Not noted"),
};

/* Meetings (fram/README.md, events.csv), and what each of them shows to be done. */
static const struct
{
  const char *kind;
  FramSignKind signs[3];
} meetings[] = {
  { "inskrivningsmote", { FRAM_SIGN_CONTACT } },
  { "uppfoljning", { FRAM_SIGN_CONTACT, FRAM_SIGN_FOLLOW_UP } },
  { "trepartsmote", { FRAM_SIGN_CONTACT, FRAM_SIGN_FOLLOW_UP } },
  { "sip", { FRAM_SIGN_CONTACT } },
  { "avstamning_telefon", { FRAM_SIGN_CONTACT } },
  { "uppfoljning_extern_plats", { FRAM_SIGN_FOLLOW_UP } },
  { "avslutsmote", { FRAM_SIGN_CONTACT } },
  { "overlamning", { FRAM_SIGN_CONTACT, FRAM_SIGN_HANDOVER } },
  { "anvisningssvar", { FRAM_SIGN_FINAL_DOCUMENT } },
};

/* One kind in one enrolment, on the way to its points. */
typedef struct
{
  const FramCommitmentRule *rule;
  guint index;
  const FramCommitmentFacts *facts;
  GArray *points;
} Finding;

static const FramSign *
sign_at (const FramCommitmentFacts *facts, guint i)
{
  return &g_array_index (facts->signs, FramSign, i);
}

/* The first day from @from to @to (%FRAM_DATE_NONE: no matter how early or late) that shows it to be done. */
static FramDate
first_sign (const Finding *f, FramDate from, FramDate to)
{
  for (guint i = 0; f->facts->signs != NULL && i < f->facts->signs->len; i++)
    {
      const FramSign *sign = sign_at (f->facts, i);

      if (sign->kind == f->rule->sign && sign->day <= f->facts->at && (from == FRAM_DATE_NONE || sign->day >= from) &&
          (to == FRAM_DATE_NONE || sign->day <= to))
        return sign->day;
    }
  return FRAM_DATE_NONE;
}

static int
find_record (const Finding *f, int ordinal)
{
  for (guint i = 0; f->facts->records != NULL && i < f->facts->records->len; i++)
    {
      const FramCommitmentRecord *record = &g_array_index (f->facts->records, FramCommitmentRecord, i);

      if (record->rule == f->index && record->ordinal == ordinal)
        return (int)i;
    }
  return -1;
}

/* What was written goes before what is worked out; a fact stands where nobody said a day. */
static FramCommitmentPoint
make_point (const Finding *f, int ordinal, FramDate due, FramDate sign)
{
  FramCommitmentPoint point = { f->index, ordinal, due, sign, sign != FRAM_DATE_NONE, find_record (f, ordinal), 0 };

  if (point.record >= 0)
    {
      const FramCommitmentRecord *record =
          &g_array_index (f->facts->records, FramCommitmentRecord, (guint)point.record);

      if (record->due != FRAM_DATE_NONE)
        point.due = record->due;
      if (record->done != FRAM_DATE_NONE)
        {
          point.done = record->done;
          point.by_fact = FALSE;
        }
    }
  return point;
}

static gboolean
is_over (const Finding *f)
{
  return f->facts->closed != FRAM_DATE_NONE && f->facts->closed < f->facts->at &&
         f->rule->due_from != FRAM_DUE_FROM_CLOSING;
}

static FramCommitmentState
state_of (const Finding *f, const FramCommitmentPoint *point, gboolean passed_by)
{
  if (point->done != FRAM_DATE_NONE)
    return FRAM_COMMITMENT_DONE;
  if (is_over (f) || (passed_by && point->due < f->facts->at))
    return FRAM_COMMITMENT_LAPSED;
  if (point->due < f->facts->at)
    return FRAM_COMMITMENT_LATE;
  return point->due <= f->facts->at + FRAM_COMMITMENT_SOON_DAYS ? FRAM_COMMITMENT_DUE : FRAM_COMMITMENT_TO_COME;
}

static void
add_point (Finding *f, int ordinal, FramDate due, FramDate sign)
{
  FramCommitmentPoint point = make_point (f, ordinal, due, sign);

  /* what comes due after the closing is not asked for any more, unless it was done all the same */
  if (is_over (f) && point.done == FRAM_DATE_NONE && point.due > f->facts->closed)
    return;
  point.state = state_of (f, &point, FALSE);
  g_array_append_val (f->points, point);
}

/* Where the signs of what is done once are looked for: a handover belongs to its change, the rest to the enrolment. */
static void
add_once (Finding *f, int ordinal, FramDate base, FramDate next_base)
{
  FramDate from = FRAM_DATE_NONE, to = FRAM_DATE_NONE;

  if (base == FRAM_DATE_NONE)
    return;
  if (f->rule->sign == FRAM_SIGN_HANDOVER)
    from = base - FRAM_COMMITMENT_HANDOVER_DAYS;
  if (next_base != FRAM_DATE_NONE)
    to = MAX (next_base - FRAM_COMMITMENT_HANDOVER_DAYS, base + 1) - 1;
  add_point (f, ordinal, base + f->rule->due_days, first_sign (f, from, to));
}

static void
add_changes (Finding *f)
{
  const GArray *changes = f->facts->changes;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_once (f, (int)i + 1, g_array_index (changes, FramDate, i),
              i + 1 < changes->len ? g_array_index (changes, FramDate, i + 1) : FRAM_DATE_NONE);
}

/* The last day on which a regular one can still come due. */
static FramDate
regular_end (const Finding *f)
{
  FramDate end = f->rule->due_from == FRAM_DUE_FROM_PLACEMENT ? f->facts->training_to : FRAM_DATE_NONE;

  if (f->facts->closed != FRAM_DATE_NONE && (end == FRAM_DATE_NONE || f->facts->closed < end))
    end = f->facts->closed;
  return end;
}

/* A missed one is late until the next is held or has come due itself: one late line says it all. */
static void
set_regular_states (Finding *f, guint first)
{
  gboolean passed_by = FALSE;

  for (guint i = f->points->len; i > first; i--)
    {
      FramCommitmentPoint *point = &g_array_index (f->points, FramCommitmentPoint, i - 1);

      point->state = state_of (f, point, passed_by);
      passed_by = passed_by || point->done != FRAM_DATE_NONE || point->due < f->facts->at;
    }
}

/* Each stretch of days has its own; only the next one is told beforehand. */
static void
add_regular (Finding *f, FramDate base)
{
  FramDate end = regular_end (f);
  FramDate from = base;
  guint first = f->points->len;

  for (int ordinal = 1; base != FRAM_DATE_NONE && ordinal <= MOST_REGULAR; ordinal++)
    {
      FramDate due = base + f->rule->due_days + (ordinal - 1) * f->rule->every_days;
      FramCommitmentPoint point;

      if ((end != FRAM_DATE_NONE && due > end) ||
          (from > f->facts->at + (ordinal == 1 ? f->rule->due_days : 0) && find_record (f, ordinal) < 0))
        break;
      point = make_point (f, ordinal, due, first_sign (f, from, due));
      g_array_append_val (f->points, point);
      from = due + 1;
    }
  set_regular_states (f, first);
}

static FramDate
base_of (const Finding *f)
{
  switch (f->rule->due_from)
    {
    case FRAM_DUE_FROM_REFERRAL: return f->facts->received;
    case FRAM_DUE_FROM_ENROLMENT: return f->facts->enrolled;
    case FRAM_DUE_FROM_PLACEMENT: return f->facts->training_from;
    case FRAM_DUE_FROM_TARGET_DAY: return f->facts->target;
    case FRAM_DUE_FROM_CLOSING: return f->facts->closed;
    case FRAM_DUE_FROM_OFFICER_CHANGE:
    default: return FRAM_DATE_NONE;
    }
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const FramCommitmentPoint *x = a, *y = b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  return x->rule != y->rule ? (int)x->rule - (int)y->rule : x->ordinal - y->ordinal;
}

/**
 * fram_commitments_find:
 * @rules: (array length=n_rules): the kinds of commitment of a programme
 * @n_rules: how many
 * @facts: one enrolment
 *
 * Works out what was promised when (DOMAIN.md, "Commitments"): each kind's due point counted from what starts its clock,
 * joined with what is recorded. A regular one has one for each stretch of days, numbered from 1, up to the one that is
 * next. What has not begun has no commitments: no placement, no follow-up of it.
 *
 * Returns: (transfer full) (element-type FramCommitmentPoint): in order of due day
 */
GArray *
fram_commitments_find (const FramCommitmentRule *rules, guint n_rules, const FramCommitmentFacts *facts)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FramCommitmentPoint));

  for (guint i = 0; i < n_rules; i++)
    {
      Finding f = { &rules[i], i, facts, points };

      if (rules[i].due_from == FRAM_DUE_FROM_OFFICER_CHANGE)
        add_changes (&f);
      else if (rules[i].every_days > 0)
        add_regular (&f, base_of (&f));
      else
        add_once (&f, 1, base_of (&f), FRAM_DATE_NONE);
    }
  g_array_sort (points, compare_points);
  return points;
}

static int
find_code (const char *const *codes, int n, const char *code)
{
  for (int i = 0; i < n; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;
  return -1;
}

gboolean
fram_due_from_from_code (const char *code, FramDueFrom *from)
{
  int found = find_code (due_from_codes, FRAM_N_DUE_FROM, code);

  if (found >= 0)
    *from = (FramDueFrom)found;
  return found >= 0;
}

FramSignKind
fram_sign_kind_from_code (const char *code)
{
  return (FramSignKind)MAX (find_code (sign_codes, FRAM_N_SIGNS, code), FRAM_SIGN_NONE);
}

/**
 * fram_sign_of_meeting:
 * @kind: code of a kind of meeting or registration
 * @sign: what is asked for
 *
 * Returns: whether such a meeting, once held, shows it to be done
 */
gboolean
fram_sign_of_meeting (const char *kind, FramSignKind sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    if (g_strcmp0 (meetings[i].kind, kind) == 0)
      for (guint j = 0; j < G_N_ELEMENTS (meetings[i].signs); j++)
        if (sign != FRAM_SIGN_NONE && meetings[i].signs[j] == sign)
          return TRUE;
  return FALSE;
}

const char *
fram_commitment_state_get_code (FramCommitmentState state)
{
  g_return_val_if_fail (state < FRAM_N_COMMITMENT_STATES, NULL);
  return state_codes[state];
}

const char *
fram_commitment_state_get_name (FramCommitmentState state)
{
  g_return_val_if_fail (state < FRAM_N_COMMITMENT_STATES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "commitment", state_names[state]);
}
