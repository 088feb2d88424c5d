#include "fram-desk-commitment-private.h"

#include "fram-access-log.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What follows a closing is asked for so long (DOMAIN.md: the follow-up comes after three months). */
#define DAYS_AFTER_CLOSING 183

/* Reading the list again within this time is one look. */
#define ONE_LOOK_MS (10 * 60 * 1000)

void
fram_promises_clear (FramPromises *self)
{
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->cases, g_ptr_array_unref);
}

static GArray *
rules_of (GPtrArray *kinds)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (FramCommitmentRule));

  for (guint i = 0; i < kinds->len;)
    {
      const FramStoredCommitmentKind *kind = g_ptr_array_index (kinds, i);
      FramCommitmentRule rule = { 0, kind->due_days, kind->every_days, fram_sign_kind_from_code (kind->done_by) };

      if (fram_due_from_from_code (kind->due_from, &rule.due_from))
        {
          g_array_append_val (rules, rule);
          i++;
        }
      else
        /* a profile of a later version counts from something that is not known here */
        g_ptr_array_remove_index (kinds, i);
    }
  return rules;
}

gboolean
fram_promises_load (FramPromises *self, FramDesk *desk, gint64 enrolment, FramDate closed_since, gboolean own,
                    GError **error)
{
  *self = (FramPromises){ 0 };
  self->kinds = fram_commitment_load_kinds (desk->db, error);
  if (self->kinds == NULL)
    return FALSE;
  self->rules = rules_of (self->kinds);
  self->cases = fram_commitment_load (desk->db, desk->viewer, enrolment, closed_since, own, error);
  return self->cases != NULL;
}

int
fram_promises_find_kind (const FramPromises *self, const char *code)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_strcmp0 (((FramStoredCommitmentKind *)g_ptr_array_index (self->kinds, i))->code, code) == 0)
      return (int)i;
  return -1;
}

static void
add_sign (GArray *signs, FramSignKind kind, FramDate day)
{
  FramSign sign = { kind, day };

  if (day != FRAM_DATE_NONE)
    g_array_append_val (signs, sign);
}

/* Papers are kinds with what became of them, "kind=received" with ";" between; nothing may be missing. */
static gboolean
papers_are_complete (const char *papers)
{
  g_auto (GStrv) parts = g_strsplit (papers != NULL ? papers : "", ";", -1);
  guint received = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *state = strchr (parts[i], '=');

      if (state != NULL && strcmp (state, "=received") != 0)
        return FALSE;
      received += state != NULL;
    }
  return received > 0;
}

static int
compare_signs (gconstpointer a, gconstpointer b)
{
  const FramSign *x = a, *y = b;

  return (x->day > y->day) - (x->day < y->day);
}

static GArray *
signs_of (const FramStoredPromises *of)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (FramSign));

  for (guint i = 0; i < of->signs->len; i++)
    {
      const FramStoredSign *stored = &g_array_index (of->signs, FramStoredSign, i);

      for (int kind = FRAM_SIGN_NONE + 1; kind < FRAM_N_SIGNS; kind++)
        if (fram_sign_of_meeting (stored->kind, (FramSignKind)kind))
          add_sign (signs, (FramSignKind)kind, stored->day);
    }
  if (papers_are_complete (of->papers))
    add_sign (signs, FRAM_SIGN_PAPERS, of->decided != FRAM_DATE_NONE ? of->decided : of->received);
  add_sign (signs, FRAM_SIGN_STUDY_VISIT, of->study_visit);
  add_sign (signs, FRAM_SIGN_SUPPORT, of->support);
  add_sign (signs, FRAM_SIGN_REPORT, of->report);
  g_array_sort (signs, compare_signs);
  return signs;
}

/* Records of kinds that the programme has no more are left out. */
static GArray *
records_of (const FramPromises *self, const FramStoredPromises *of, GArray *indices)
{
  GArray *records = g_array_new (FALSE, FALSE, sizeof (FramCommitmentRecord));

  for (guint i = 0; i < of->written->len; i++)
    {
      const FramStoredPromise *promise = g_ptr_array_index (of->written, i);

      for (guint k = 0; k < self->kinds->len; k++)
        if (((FramStoredCommitmentKind *)g_ptr_array_index (self->kinds, k))->row == promise->kind)
          {
            FramCommitmentRecord record = { k, promise->ordinal, promise->due, promise->done };

            g_array_append_val (records, record);
            g_array_append_val (indices, i);
          }
    }
  return records;
}

static GArray *
change_days_of (const FramStoredPromises *of)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (FramDate));

  for (guint i = 0; i < of->changes->len; i++)
    g_array_append_val (days, g_array_index (of->changes, FramStoredChange, i).day);
  return days;
}

/* Whether the facts behind it are hidden, so that nobody can say how it stands. */
static gboolean
is_hidden (const FramCommitmentRule *rule, const FramStoredPromises *of)
{
  switch (rule->sign)
    {
    case FRAM_SIGN_PAPERS:
    case FRAM_SIGN_STUDY_VISIT: return !of->sees_intake;
    case FRAM_SIGN_SUPPORT: return !of->sees_note;
    case FRAM_SIGN_REPORT: return !of->sees_outcome;
    default: return FALSE;
    }
}

static void
drop_hidden (const FramPromises *self, const FramStoredPromises *of, GArray *points)
{
  for (guint i = points->len; i > 0; i--)
    {
      const FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i - 1);

      if (is_hidden (&g_array_index (self->rules, FramCommitmentRule, point->rule), of) &&
          point->done == FRAM_DATE_NONE)
        g_array_remove_index (points, i - 1);
    }
}

/* (element-type FramCommitmentPoint), in order of due day; record is an index into what was written. */
GArray *
fram_promises_find (const FramPromises *self, const FramStoredPromises *of, FramDate at)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) changes = change_days_of (of);
  g_autoptr (GArray) signs = signs_of (of);
  g_autoptr (GArray) records = records_of (self, of, indices);
  FramCommitmentFacts facts = { at,
                                of->received,
                                of->person.enrolled,
                                of->training_from,
                                of->training_to,
                                of->target,
                                of->person.closed,
                                changes,
                                signs,
                                records };
  GArray *points =
      fram_commitments_find ((const FramCommitmentRule *)(gpointer)self->rules->data, self->rules->len, &facts);

  for (guint i = 0; i < points->len; i++)
    {
      FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i);

      if (point->record >= 0)
        point->record = (int)g_array_index (indices, guint, point->record);
    }
  drop_hidden (self, of, points);
  return points;
}

static const FramStoredPromise *
written_of (const FramStoredPromises *of, const FramCommitmentPoint *point)
{
  return point->record >= 0 ? g_ptr_array_index (of->written, (guint)point->record) : NULL;
}

/* A change of the programme's own case worker is for the programme to hand over. */
static gboolean
is_of_programme (const FramStoredCommitmentKind *kind, const FramCommitmentRule *rule, const FramStoredPromises *of,
                 int ordinal)
{
  if (rule->due_from == FRAM_DUE_FROM_OFFICER_CHANGE && ordinal <= (int)of->changes->len)
    return !g_array_index (of->changes, FramStoredChange, ordinal - 1).by_referrer;
  return g_strcmp0 (kind->whose, "referrer") != 0;
}

static const char *
whose_code (const FramPromises *self, const FramStoredPromises *of, const FramCommitmentPoint *point)
{
  const FramStoredCommitmentKind *kind = g_ptr_array_index (self->kinds, point->rule);
  const FramStoredPromise *written = written_of (of, point);

  if (written != NULL && written->whose != NULL)
    return written->whose;
  if (is_of_programme (kind, &g_array_index (self->rules, FramCommitmentRule, point->rule), of, point->ordinal))
    return FRAM_COMMITMENT_OF_PROGRAMME;
  return of->organisation != NULL ? of->organisation : FRAM_COMMITMENT_OF_REFERRER;
}

static char *
whose_text (const FramStoredPromises *of, const char *code)
{
  if (strcmp (code, FRAM_COMMITMENT_OF_PROGRAMME) == 0)
    return g_strdup (C_ ("whose commitment", "We"));
  if (strcmp (code, FRAM_COMMITMENT_OF_REFERRER) == 0)
    return g_strdup (C_ ("whose commitment", "The referrer"));
  if (g_strcmp0 (code, of->organisation) != 0)
    return g_strdup (code);
  return g_strjoin (", ", of->organisation_name, of->referrer, NULL);
}

static FramCommitmentRow *
row_of (FramDesk *desk, const FramPromises *self, const FramStoredPromises *of, const FramCommitmentPoint *point)
{
  FramCommitmentRow *row = g_object_new (FRAM_TYPE_COMMITMENT_ROW, NULL);
  const FramStoredCommitmentKind *kind = g_ptr_array_index (self->kinds, point->rule);
  const FramStoredPromise *written = written_of (of, point);
  g_autoptr (FramPersonRow) person = fram_desk_row_of_case (&of->person, desk->viewer->today);
  gboolean writable = fram_db_get_read_only_reason (desk->db) == NULL;

  row->participant = of->person.participant_id;
  row->enrolment = of->person.enrolment_id;
  row->case_no = g_steal_pointer (&person->case_no);
  row->name = g_steal_pointer (&person->name);
  row->sort_key = g_steal_pointer (&person->sort_key);
  row->is_protected = of->person.is_protected;
  row->own = of->own;
  row->code = g_strdup (kind->code);
  row->title = g_strdup (kind->name);
  row->ordinal = point->ordinal;
  row->is_regular = kind->every_days > 0 || point->ordinal > 1;
  row->whose = g_strdup (whose_code (self, of, point));
  row->whose_text = whose_text (of, row->whose);
  row->due = point->due;
  row->is_moved = written != NULL && written->due != FRAM_DATE_NONE;
  row->done = point->done;
  row->by_fact = point->by_fact;
  row->note = written != NULL ? g_strdup (written->note) : NULL;
  row->state = point->state;
  row->writes = writable && of->writes;
  row->notes = of->sees_note;
  return row;
}

static gboolean
is_asked (const FramCommitmentQuery *query, const FramPromises *self, const FramStoredPromises *of,
          const FramCommitmentPoint *point)
{
  if (query->late && point->state != FRAM_COMMITMENT_LATE)
    return FALSE;
  if (query->open && point->state != FRAM_COMMITMENT_LATE && point->state != FRAM_COMMITMENT_DUE)
    return FALSE;
  return query->whose == NULL || g_strcmp0 (whose_code (self, of, point), query->whose) == 0;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const FramCommitmentRow *x = *(FramCommitmentRow *const *)a, *y = *(FramCommitmentRow *const *)b;
  gboolean x_late = x->state == FRAM_COMMITMENT_LATE, y_late = y->state == FRAM_COMMITMENT_LATE;

  if (x_late != y_late)
    return x_late ? -1 : 1;
  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  return g_strcmp0 (x->sort_key, y->sort_key);
}

static void
add_rows (FramDesk *desk, const FramPromises *self, const FramStoredPromises *of, const FramCommitmentQuery *query,
          GPtrArray *rows)
{
  g_autoptr (GArray) points = fram_promises_find (self, of, desk->viewer->today);

  for (guint i = 0; i < points->len; i++)
    {
      const FramCommitmentPoint *point = &g_array_index (points, FramCommitmentPoint, i);

      if (is_asked (query, self, of, point))
        g_ptr_array_add (rows, row_of (desk, self, of, point));
    }
}

static GPtrArray *
list_rows (FramDesk *self, const FramCommitmentQuery *query, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (FramPromises) promises = { 0 };
  gint64 enrolment = 0;
  FramDate since;

  if (!fram_desk_require (self, FRAM_CLASS_PLAN, FALSE, error))
    return NULL;
  since = query->closed ? fram_date_new (1900, 1, 1) : self->viewer->today - DAYS_AFTER_CLOSING;
  if (query->enrolment != NULL && (enrolment = fram_db_find_row (self->db, query->enrolment)) == 0)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("The enrolment is not in the register."));
      return NULL;
    }
  if (!fram_promises_load (&promises, self, enrolment, since, query->own, error))
    return NULL;
  for (guint i = 0; i < promises.cases->len; i++)
    add_rows (self, &promises, g_ptr_array_index (promises.cases, i), query, rows);
  if (query->enrolment == NULL)
    g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/* That the list was read is in the log, once per look. */
static void
note_listing (FramDesk *self)
{
  gint64 now = fram_clock_now (self->clock);

  if (self->last_promises != 0 && now - self->last_promises < ONE_LOOK_MS)
    return;
  if (fram_access_log_add (self->db, self->viewer, "listed", FRAM_CLASS_PLAN, 0, "commitments", NULL))
    self->last_promises = now;
}

/**
 * fram_desk_commitments:
 * @self: the desk
 * @query: which
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Works out what was promised and how it stands (DOMAIN.md, "Commitments"). A commitment that is seen to be done by facts
 * that the person at the keyboard may not see is left out, unless somebody has ticked it. That a list across
 * participants was read is in the log, once per look.
 *
 * Returns: (transfer full) (nullable) (element-type FramCommitmentRow): commitments
 */
GPtrArray *
fram_desk_commitments (FramDesk *self, const FramCommitmentQuery *query, GError **error)
{
  GPtrArray *rows;

  FRAM_DESK_LOCKED (self);
  rows = list_rows (self, query, error);
  if (rows != NULL && query->enrolment == NULL)
    note_listing (self);
  return rows;
}

/**
 * fram_desk_count_late_commitments:
 * @self: the desk
 *
 * Returns: how many commitments of the own participants are late, for the sidebar
 */
guint
fram_desk_count_late_commitments (FramDesk *self)
{
  FramCommitmentQuery query = { .own = TRUE, .late = TRUE };
  g_autoptr (GPtrArray) rows = NULL;

  FRAM_DESK_LOCKED (self);
  if (self->viewer->is_system || !fram_rights_may_read (self->viewer, FRAM_CLASS_PLAN))
    return 0;
  rows = list_rows (self, &query, NULL);
  return rows != NULL ? rows->len : 0;
}
