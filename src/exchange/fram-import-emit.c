#include "fram-import-private.h"

/* From what was read to records: references come before what refers to them. */

#include "fram-ids.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  FramRecord record;
  FramRecordFunc sink;
  gpointer data;
  FramProgressFunc progress;
  gpointer progress_data;
  guint64 done;
  guint64 total;
} Emitter;

static gboolean
put (Emitter *self, GError **error)
{
  self->done++;
  if (self->done % 500 == 0 && self->progress != NULL && !self->progress (self->done, self->total, self->progress_data))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The import was stopped; nothing was changed."));
      return FALSE;
    }
  return self->sink (&self->record, self->data, error);
}

/* Whether the rows have come to their end, and not to an error. */
static gboolean
end_of_rows (GError **local, GError **error)
{
  if (*local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (local));
  return FALSE;
}

static FramRecord *
begin (Emitter *self, FramEntity entity, FramUuid id)
{
  fram_record_reset (&self->record, entity, &id);
  return &self->record;
}

static gboolean
put_contact (Emitter *self, const ImportCase *row, GHashTable *seen, GError **error)
{
  g_autofree char *key = NULL;
  FramRecord *r;

  if (row->referrer == NULL)
    return TRUE;
  key = g_strconcat (row->organisation, "\037", row->referrer, NULL);
  if (!g_hash_table_add (seen, g_steal_pointer (&key)))
    return TRUE;
  r = begin (self, FRAM_ENTITY_CONTACT, fram_id_contact (row->organisation, row->referrer));
  fram_record_set_ref (r, "organisation", &row->organisation_id);
  fram_record_set_text (r, "name", row->referrer);
  fram_record_set_int (r, "active", 1);
  return put (self, error);
}

static gboolean
put_staff (Emitter *self, const FramImport *import, const char *name, GError **error)
{
  FramUuid staff = fram_id_staff (name);
  FramRecord *r = begin (self, FRAM_ENTITY_STAFF, staff);

  fram_record_set_text (r, "name", name);
  fram_record_set_int (r, "active", 1);
  if (!put (self, error))
    return FALSE;
  r = begin (self, FRAM_ENTITY_ROLE_GRANT, fram_id_role_grant (&staff, "case_worker"));
  fram_record_set_ref (r, "staff", &staff);
  fram_record_set_text (r, "role", "case_worker");
  fram_record_set_ref (r, "site", &import->site);
  return put (self, error);
}

static gboolean
put_people (Emitter *self, const FramImport *import, GError **error)
{
  g_autoptr (GHashTable) contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) staff = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < import->case_list->len; i++)
    {
      const ImportCase *row = import->case_list->pdata[i];

      if (!row->known && !put_contact (self, row, contacts, error))
        return FALSE;
    }
  for (guint i = 0; i < import->case_workers->len; i++)
    {
      const ImportCaseWorker *row = &g_array_index (import->case_workers, ImportCaseWorker, i);

      if (g_hash_table_add (staff, (gpointer)row->name) && !put_staff (self, import, row->name, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_groups (Emitter *self, const FramImport *import, GError **error)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  for (guint i = 0; i < import->group_list->len; i++)
    {
      const ImportGroup *row = import->group_list->pdata[i];
      FramRecord *r = begin (self, FRAM_ENTITY_ACTIVITY_GROUP, row->id);
      g_autofree char *rrule = g_strconcat ("FREQ=WEEKLY;BYDAY=", days[row->weekday - 1], NULL);

      fram_record_set_ref (r, "group_kind", &row->kind_id);
      fram_record_set_text (r, "code", row->code);
      fram_record_set_text (r, "rrule", rrule);
      fram_record_set_date (r, "first_day", row->first);
      fram_record_set_date (r, "last_day", row->last);
      fram_record_set_int (r, "starts", row->starts);
      fram_record_set_int (r, "minutes", row->minutes);
      fram_record_set_int (r, "active", 1);
      if (!put (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_participant (Emitter *self, const ImportCase *row, GError **error)
{
  FramRecord *r = begin (self, FRAM_ENTITY_PARTICIPANT, row->participant);

  fram_record_set_text (r, "case_no", row->case_no);
  fram_record_set_text (r, "given_name", row->given_name);
  fram_record_set_text (r, "family_name", row->family_name);
  fram_record_set_date (r, "birth_date", row->birth_date);
  fram_record_set_text (r, "sex", row->sex);
  return put (self, error);
}

static gboolean
put_referral (Emitter *self, const ImportCase *row, GError **error)
{
  FramRecord *r = begin (self, FRAM_ENTITY_REFERRAL, fram_id_referral (row->case_no));
  FramUuid referrer = FRAM_UUID_NONE;

  if (row->referrer != NULL)
    referrer = fram_id_contact (row->organisation, row->referrer);
  fram_record_set_ref (r, "participant", &row->participant);
  fram_record_set_ref (r, "organisation", &row->organisation_id);
  fram_record_set_ref (r, "referrer", &referrer);
  fram_record_set_date (r, "received", row->received);
  fram_record_set_date (r, "study_visit", row->study_visit);
  fram_record_set_ref (r, "decision", &row->decision);
  fram_record_set_date (r, "decided", row->decided);
  return put (self, error);
}

static gboolean
put_enrolment (Emitter *self, const FramImport *import, const ImportCase *row, GError **error)
{
  FramRecord *r = begin (self, FRAM_ENTITY_ENROLMENT, row->enrolment);
  FramUuid referral = fram_id_referral (row->case_no);

  fram_record_set_ref (r, "participant", &row->participant);
  fram_record_set_ref (r, "programme", &import->programme);
  fram_record_set_ref (r, "referral", &referral);
  fram_record_set_date (r, "enrolled", row->enrolled);
  fram_record_set_date (r, "closed", row->closed);
  fram_record_set_ref (r, "outcome", &row->outcome);
  return put (self, error);
}

static gboolean
put_follow_up (Emitter *self, const ImportCase *row, GError **error)
{
  FramRecord *r = begin (self, FRAM_ENTITY_FOLLOW_UP, fram_id_follow_up (&row->enrolment, 3));

  fram_record_set_ref (r, "enrolment", &row->enrolment);
  fram_record_set_int (r, "months", 3);
  fram_record_set_date (r, "answered", row->follow_up_date);
  fram_record_set_ref (r, "result", &row->follow_up);
  return put (self, error);
}

static gboolean
put_cases (Emitter *self, const FramImport *import, GError **error)
{
  for (guint i = 0; i < import->case_list->len; i++)
    {
      const ImportCase *row = import->case_list->pdata[i];

      if (row->known)
        continue;
      if (!put_participant (self, row, error) || !put_referral (self, row, error))
        return FALSE;
      if (row->enrolled != FRAM_DATE_NONE && !put_enrolment (self, import, row, error))
        return FALSE;
      if ((row->follow_up_date != FRAM_DATE_NONE || !fram_uuid_is_none (&row->follow_up)) &&
          !put_follow_up (self, row, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_case_workers (gconstpointer a, gconstpointer b)
{
  const ImportCaseWorker *x = a, *y = b;
  int by_case = strcmp (x->of->case_no, y->of->case_no);

  return by_case != 0 ? by_case : (x->from > y->from) - (x->from < y->from);
}

static gboolean
put_case_worker (Emitter *self, const ImportCaseWorker *row, FramDate to, GError **error)
{
  FramUuid staff = fram_id_staff (row->name);
  char day[FRAM_DATE_TEXT_SIZE];
  FramRecord *r =
      begin (self, FRAM_ENTITY_CASE_WORKER,
             fram_uuid_derive_v ("case_worker", row->of->case_no, fram_date_format (row->from, day), row->name, NULL));

  fram_record_set_ref (r, "enrolment", &row->of->enrolment);
  fram_record_set_ref (r, "staff", &staff);
  fram_record_set_date (r, "from_day", row->from);
  fram_record_set_date (r, "to_day", to);
  return put (self, error);
}

/* Each case worker stays until the day before the next one, the last one until the closing. */
static gboolean
put_case_workers (Emitter *self, const FramImport *import, GError **error)
{
  GArray *rows = import->case_workers;

  g_array_sort (rows, compare_case_workers);
  for (guint i = 0; i < rows->len; i++)
    {
      const ImportCaseWorker *row = &g_array_index (rows, ImportCaseWorker, i);
      const ImportCaseWorker *next = i + 1 < rows->len ? row + 1 : NULL;
      FramDate to = next != NULL && next->of == row->of ? next->from - 1 : row->of->closed;

      if ((to == FRAM_DATE_NONE || to >= row->from) && !put_case_worker (self, row, to, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_placements (Emitter *self, const FramImport *import, GError **error)
{
  g_autoptr (GError) local = NULL;
  ImportPlacement next, *row = &next;

  if (!import_spool_begin (import->placements, error))
    return FALSE;
  while (import_spool_next (import->placements, row, &local))
    {
      char day[FRAM_DATE_TEXT_SIZE];
      FramRecord *r = begin (
          self, FRAM_ENTITY_PLACEMENT,
          fram_uuid_derive_v ("placement", row->of->case_no, row->workshop, fram_date_format (row->from, day), NULL));

      fram_record_set_ref (r, "enrolment", &row->of->enrolment);
      fram_record_set_ref (r, "activity", &row->activity);
      fram_record_set_date (r, "from_day", row->from);
      fram_record_set_date (r, "to_day", row->to);
      fram_record_set_int (r, "weekly_minutes", row->weekly_minutes);
      if (!put (self, error))
        return FALSE;
    }
  return end_of_rows (&local, error);
}

static gboolean
put_memberships (Emitter *self, const FramImport *import, GError **error)
{
  for (guint i = 0; i < import->members->len; i++)
    {
      const ImportMembership *row = &g_array_index (import->members, ImportMembership, i);
      FramRecord *r =
          begin (self, FRAM_ENTITY_MEMBERSHIP, fram_id_membership (&row->group->id, &row->of->enrolment, row->from));

      fram_record_set_ref (r, "activity_group", &row->group->id);
      fram_record_set_ref (r, "enrolment", &row->of->enrolment);
      fram_record_set_date (r, "from_day", row->from);
      fram_record_set_date (r, "to_day", row->to);
      if (row->sessions >= 0)
        fram_record_set_int (r, "planned_sessions", row->sessions);
      if (!put (self, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_marks (Emitter *self, const FramImport *import, GError **error)
{
  g_autoptr (GError) local = NULL;
  ImportMark next, *row = &next;

  if (!import_spool_begin (import->marks, error))
    return FALSE;
  while (import_spool_next (import->marks, row, &local))
    {
      FramRecord *r = begin (self, FRAM_ENTITY_MARK, FRAM_UUID_NONE);

      r->enrolment = row->of->enrolment;
      r->activity = row->activity;
      r->day = row->day;
      fram_record_set_ref (r, "status", &row->status);
      if (row->attended >= 0)
        fram_record_set_int (r, "attended_minutes", row->attended);
      if (row->planned >= 0)
        fram_record_set_int (r, "planned_minutes", row->planned);
      if (!put (self, error))
        return FALSE;
    }
  return end_of_rows (&local, error);
}

/* The first of its day has the id of its natural key, as if it were the only one. */
static FramUuid
rating_id (const ImportRating *row)
{
  const char *rater = row->rater != NULL ? row->rater : "area";
  FramUuid id = fram_id_rating (&row->of->enrolment, &row->indicator, row->day, rater);
  char text[FRAM_UUID_TEXT_SIZE], nth[16];

  if (row->nth <= 1)
    return id;
  g_snprintf (nth, sizeof nth, "%u", row->nth);
  return fram_uuid_derive_v ("rating", fram_uuid_format (&id, text), nth, NULL);
}

static void
fill_rating (FramRecord *r, const ImportRating *row)
{
  fram_record_set_ref (r, "enrolment", &row->of->enrolment);
  fram_record_set_ref (r, "indicator", &row->indicator);
  fram_record_set_date (r, "day", row->day);
  if (row->given != 0)
    fram_record_set_int (r, "given", row->given);
  if (row->rater == NULL)
    {
      fram_record_set_text (r, "text", row->note);
      return;
    }
  fram_record_set_text (r, "rater", row->rater);
  fram_record_set_int (r, "value", row->value);
  fram_record_set_text (r, "note", row->note);
}

static gboolean
put_ratings (Emitter *self, const FramImport *import, GError **error)
{
  g_autoptr (GError) local = NULL;
  ImportRating next, *row = &next;

  if (!import_spool_begin (import->ratings, error))
    return FALSE;
  while (import_spool_next (import->ratings, row, &local))
    {
      FramRecord *r = begin (self, row->rater != NULL ? FRAM_ENTITY_RATING : FRAM_ENTITY_AREA_NOTE, rating_id (row));

      fill_rating (r, row);
      if (!put (self, error))
        return FALSE;
    }
  return end_of_rows (&local, error);
}

static FramUuid
adaptation_id (const char *kind, const ImportAdaptation *row)
{
  return fram_uuid_derive_v (kind, row->of->case_no, row->area, row->need != NULL ? row->need : "",
                             row->measure != NULL ? row->measure : "", NULL);
}

static gboolean
put_instruction (Emitter *self, const ImportAdaptation *row, const FramUuid *adaptation, GError **error)
{
  FramRecord *r = begin (self, FRAM_ENTITY_INSTRUCTION, adaptation_id ("instruction", row));

  fram_record_set_ref (r, "adaptation", adaptation);
  fram_record_set_ref (r, "enrolment", &row->of->enrolment);
  fram_record_set_text (r, "line", row->measure);
  return put (self, error);
}

static gboolean
put_adaptations (Emitter *self, const FramImport *import, GError **error)
{
  g_autoptr (GError) local = NULL;
  ImportAdaptation next, *row = &next;

  if (!import_spool_begin (import->adaptations, error))
    return FALSE;
  while (import_spool_next (import->adaptations, row, &local))
    {
      FramUuid id = adaptation_id ("adaptation", row);
      FramRecord *r = begin (self, FRAM_ENTITY_ADAPTATION, id);

      fram_record_set_ref (r, "enrolment", &row->of->enrolment);
      fram_record_set_ref (r, "area", &row->area_id);
      fram_record_set_text (r, "barrier", row->need);
      fram_record_set_text (r, "measure", row->measure);
      fram_record_set_text (r, "status", row->status);
      fram_record_set_date (r, "review_by", row->review);
      if (!put (self, error))
        return FALSE;
      /* the measure becomes the line of what is in place (DATA.md, "Codes") */
      if (row->measure != NULL && strcmp (row->status, "in_place") == 0 && !put_instruction (self, row, &id, error))
        return FALSE;
    }
  return end_of_rows (&local, error);
}

static FramUuid
event_id (const ImportEvent *row)
{
  char day[FRAM_DATE_TEXT_SIZE];

  return fram_uuid_derive_v ("event", row->of->case_no, fram_date_format (row->day, day), row->kind,
                             row->parties != NULL ? row->parties : "", row->status, row->note != NULL ? row->note : "",
                             NULL);
}

static gboolean
put_events (Emitter *self, const FramImport *import, GError **error)
{
  g_autoptr (GError) local = NULL;
  ImportEvent next, *row = &next;

  if (!import_spool_begin (import->events, error))
    return FALSE;
  while (import_spool_next (import->events, row, &local))
    {
      FramRecord *r = begin (self, FRAM_ENTITY_EVENT, event_id (row));

      fram_record_set_ref (r, "participant", &row->of->participant);
      if (row->of->enrolled != FRAM_DATE_NONE && row->day >= row->of->enrolled)
        fram_record_set_ref (r, "enrolment", &row->of->enrolment);
      fram_record_set_date (r, "day", row->day);
      fram_record_set_text (r, "kind", row->kind);
      fram_record_set_text (r, "parties", row->parties);
      fram_record_set_text (r, "status", row->status);
      fram_record_set_text (r, "note", row->note);
      if (!put (self, error))
        return FALSE;
    }
  return end_of_rows (&local, error);
}

/**
 * fram_import_emit:
 * @self: what was read
 * @sink: (scope call): takes each record
 * @sink_data: closure
 * @progress: (nullable): told the records given; the total is an estimate
 * @progress_data: closure
 * @error: return location, set by @sink too
 *
 * Gives all records, references before what refers to them. The same files give the same records with the same ids.
 *
 * Returns: whether all were taken
 */
gboolean
fram_import_emit (FramImport *self, FramRecordFunc sink, gpointer sink_data, FramProgressFunc progress,
                  gpointer progress_data, GError **error)
{
  static gboolean (*const steps[]) (Emitter *, const FramImport *, GError **) = {
    put_people,      put_groups, put_cases,   put_case_workers, put_placements,
    put_memberships, put_marks,  put_ratings, put_adaptations,  put_events,
  };
  Emitter emitter = { .sink = sink, .data = sink_data, .progress = progress, .progress_data = progress_data };
  gboolean ok = TRUE;

  for (guint f = 0; f < FRAM_N_IMPORT_FILES; f++)
    emitter.total += self->n_rows[f];
  emitter.total += 2 * self->n_rows[FRAM_IMPORT_CASES];
  for (guint i = 0; ok && i < G_N_ELEMENTS (steps); i++)
    ok = steps[i](&emitter, self, error);
  fram_record_clear (&emitter.record);
  return ok;
}
