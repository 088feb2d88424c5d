#include "fram-desk-group-private.h"

#include "fram-group-edit-store.h"
#include "fram-ids.h"

#include <glib/gi18n-lib.h>

/* Writes of a group's series what differs from what is on disk, and nothing else. */

static gboolean
ok (FramWritten written)
{
  return written != FRAM_WRITTEN_FAILED;
}

static void
set_row (FramDesk *desk, FramRecord *record, const char *column, gint64 row)
{
  FramUuid id = fram_db_get_id (desk->db, row);

  if (row != 0)
    fram_record_set_ref (record, column, &id);
  else
    fram_record_set_null (record, column);
}

static void
set_minutes (FramRecord *record, const char *column, int minutes)
{
  if (minutes >= 0)
    fram_record_set_int (record, column, minutes);
  else
    fram_record_set_null (record, column);
}

static gboolean
same_change (const FramSessionChange *a, const FramSessionChange *b)
{
  return a->kind == b->kind && a->to_day == b->to_day && a->starts == b->starts && a->minutes == b->minutes &&
         a->place == b->place && a->leader == b->leader && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->remark, b->remark) == 0;
}

static FramRecord *
record_of_change (const FramGroupCase *self, const FramSessionChange *change, const FramUuid *id)
{
  FramRecord *record = fram_record_new (FRAM_ENTITY_GROUP_SESSION_CHANGE, id);

  fram_record_set_ref (record, "activity_group", &self->record->id);
  fram_record_set_date (record, "day", change->day);
  fram_record_set_text (record, "kind", fram_session_change_kind_get_code (change->kind));
  fram_record_set_date (record, "to_day", change->to_day);
  set_minutes (record, "starts", change->starts);
  set_minutes (record, "minutes", change->minutes);
  set_row (self->desk, record, "place", change->place);
  set_row (self->desk, record, "leader", change->leader);
  fram_record_set_text (record, "reason", change->reason);
  fram_record_set_text (record, "remark", change->remark);
  return record;
}

/* The id is derived from group and day: what became of a session is one row for ever, and comes back. */
static gboolean
write_change (const FramGroupCase *self, FramChanges *changes, const FramSessionChange *change, gboolean was,
              GError **error)
{
  static const char *const columns[] = { "kind",   "to_day", "starts", "minutes", "place",
                                         "leader", "reason", "remark", NULL };
  FramUuid id = fram_id_group_session_change (&self->record->id, change->day);
  g_autoptr (FramRecord) record = record_of_change (self, change, &id);

  if (!was && fram_changes_find (changes, &id) == 0)
    return ok (fram_changes_insert (changes, record, error));
  return (was || ok (fram_changes_bring_back (changes, FRAM_ENTITY_GROUP_SESSION_CHANGE, &id, error))) &&
         ok (fram_changes_update (changes, record, columns, error));
}

static gboolean
write_changes (const FramGroupCase *self, FramChanges *changes, GError **error)
{
  const FramSeries *before = self->record->series;

  for (guint i = 0; i < before->changes->len; i++)
    {
      FramDate day = g_array_index (before->changes, FramSessionChange, i).day;
      FramUuid id = fram_id_group_session_change (&self->record->id, day);

      if (fram_series_find_change (self->next, day) == NULL &&
          !ok (fram_changes_remove (changes, FRAM_ENTITY_GROUP_SESSION_CHANGE, &id, error)))
        return FALSE;
    }
  for (guint i = 0; i < self->next->changes->len; i++)
    {
      const FramSessionChange *change = &g_array_index (self->next->changes, FramSessionChange, i);
      const FramSessionChange *was = fram_series_find_change (before, change->day);

      if ((was == NULL || !same_change (was, change)) && !write_change (self, changes, change, was != NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_step (const FramSeriesStep *a, const FramSeriesStep *b)
{
  return a->from == b->from && a->starts == b->starts && a->minutes == b->minutes && a->place == b->place &&
         g_strcmp0 (a->rrule, b->rrule) == 0;
}

static const FramSeriesStep *
find_step (const FramSeries *series, FramDate from)
{
  for (guint i = 1; i < series->steps->len; i++)
    if (g_array_index (series->steps, FramSeriesStep, i).from == from)
      return &g_array_index (series->steps, FramSeriesStep, i);
  return NULL;
}

static gboolean
write_step (const FramGroupCase *self, FramChanges *changes, const FramSeriesStep *step, const FramUuid *was,
            GError **error)
{
  static const char *const columns[] = { "rrule", "starts", "minutes", "place", NULL };
  FramUuid id = was != NULL ? *was : fram_uuid_new (self->desk->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_STEP, &id);

  fram_record_set_ref (record, "activity_group", &self->record->id);
  fram_record_set_date (record, "from_day", step->from);
  fram_record_set_text (record, "rrule", step->rrule);
  set_minutes (record, "starts", step->starts);
  set_minutes (record, "minutes", step->minutes);
  set_row (self->desk, record, "place", step->place);
  return ok (was != NULL ? fram_changes_update (changes, record, columns, error)
                         : fram_changes_insert (changes, record, error));
}

static const FramUuid *
find_step_id (const GArray *ids, FramDate from)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, FramStoredStepId, i).from == from)
      return &g_array_index (ids, FramStoredStepId, i).id;
  return NULL;
}

static gboolean
write_steps (const FramGroupCase *self, FramChanges *changes, GError **error)
{
  g_autoptr (GArray) ids = fram_group_load_step_ids (self->desk->db, self->record->row, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const FramStoredStepId *step = &g_array_index (ids, FramStoredStepId, i);
      gboolean is_second = i > 0 && g_array_index (ids, FramStoredStepId, i - 1).from == step->from;

      if ((is_second || find_step (self->next, step->from) == NULL) &&
          !ok (fram_changes_remove (changes, FRAM_ENTITY_GROUP_STEP, &step->id, error)))
        return FALSE;
    }
  for (guint i = 1; ids != NULL && i < self->next->steps->len; i++)
    {
      const FramSeriesStep *step = &g_array_index (self->next->steps, FramSeriesStep, i);
      const FramSeriesStep *was = find_step (self->record->series, step->from);

      if ((was == NULL || !same_step (was, step)) &&
          !write_step (self, changes, step, find_step_id (ids, step->from), error))
        return FALSE;
    }
  return ids != NULL;
}

static void
add_column (GPtrArray *columns, gboolean differs, const char *column)
{
  if (differs)
    g_ptr_array_add (columns, (gpointer)column);
}

/* The group's own row: the first step, its last day and how many sessions a course has. */
static gboolean
write_group (const FramGroupCase *self, FramChanges *changes, GError **error)
{
  const FramSeriesStep none = { FRAM_DATE_NONE, NULL, FRAM_TIME_NONE, -1, 0 };
  const FramSeries *before = self->record->series;
  const FramSeriesStep *was = before->steps->len > 0 ? &g_array_index (before->steps, FramSeriesStep, 0) : &none;
  const FramSeriesStep *is = self->next->steps->len > 0 ? &g_array_index (self->next->steps, FramSeriesStep, 0) : &none;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &self->record->id);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  fram_record_set_date (record, "first_day", is->from);
  fram_record_set_text (record, "rrule", is->rrule);
  set_minutes (record, "starts", is->starts);
  set_minutes (record, "minutes", is->minutes);
  set_row (self->desk, record, "place", is->place);
  fram_record_set_date (record, "last_day", self->next->last);
  set_minutes (record, "sessions", self->next->sessions > 0 ? self->next->sessions : -1);
  add_column (columns, was->from != is->from, "first_day");
  add_column (columns, g_strcmp0 (was->rrule, is->rrule) != 0, "rrule");
  add_column (columns, was->starts != is->starts, "starts");
  add_column (columns, was->minutes != is->minutes, "minutes");
  add_column (columns, was->place != is->place, "place");
  add_column (columns, before->last != self->next->last, "last_day");
  add_column (columns, before->sessions != self->next->sessions, "sessions");
  if (columns->len == 0)
    return TRUE;
  g_ptr_array_add (columns, NULL);
  return ok (fram_changes_update (changes, record, (const char *const *)columns->pdata, error));
}

gboolean
fram_group_write_series (const FramGroupCase *self, FramChanges *changes, GError **error)
{
  return write_group (self, changes, error) && write_steps (self, changes, error) &&
         write_changes (self, changes, error);
}

/* Nobody else writes from here on. What another program wrote since the group was read, marks of its last day for one, was
 * not looked at: it is said so, and nothing is written over it. */
FramChanges *
fram_group_begin (const FramGroupCase *self, const char *kind, const char *why, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->desk->db, self->desk->viewer, kind, why, error);

  if (changes == NULL || fram_db_get_data_version (self->desk->db) == self->version)
    return g_steal_pointer (&changes);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_BUSY,
                       _ ("The register was changed by another program at the same moment. Try once more."));
  return NULL;
}

/* Checks, writes and commits. */
gboolean
fram_group_commit (FramGroupCase *self, const char *reason, char *sentence, char **what, GError **error)
{
  g_autofree char *owned = sentence;
  g_autofree char *why = fram_group_trimmed (reason);
  g_autoptr (FramChanges) changes = NULL;

  if (!fram_group_check (self, why, error))
    return FALSE;
  changes = fram_group_begin (self, "session", why, error);
  if (changes == NULL || !fram_group_write_series (self, changes, error) ||
      !fram_desk_finish (self->desk, changes, owned, &fram_changed_house, error))
    return FALSE;
  if (what != NULL)
    *what = g_steal_pointer (&owned);
  return TRUE;
}
