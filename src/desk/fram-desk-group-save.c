#include "fram-desk-group-private.h"

#include "fram-group-edit-store.h"
#include "fram-ids.h"
#include "fram-recurrence.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Saving a group: what a person changed in it, by what the person may change, and nothing that was not to be seen. */

#define MOST_PEOPLE   1000
#define MOST_SESSIONS 500

static gboolean
ok (FramWritten written)
{
  return written != FRAM_WRITTEN_FAILED;
}

static const FramStoredKind *
find_kind (const GArray *kinds, const char *code)
{
  for (guint i = 0; i < kinds->len; i++)
    if (g_strcmp0 (g_array_index (kinds, FramStoredKind, i).code, code) == 0)
      return &g_array_index (kinds, FramStoredKind, i);
  return NULL;
}

static gboolean
check_days (const FramGroup *group, GError **error)
{
  if (group->rrule != NULL && group->rrule[0] != '\0' && !fram_recurrence_check (group->rrule, error))
    return FALSE;
  if (group->rrule != NULL && group->rrule[0] != '\0' && group->first == FRAM_DATE_NONE)
    return fram_group_refuse (error, _ ("Write the group's first day."));
  if (group->last != FRAM_DATE_NONE && group->first != FRAM_DATE_NONE && group->last < group->first &&
      (group->base == NULL || group->base->last != group->last || group->base->first != group->first))
    return fram_group_refuse (error, _ ("The last day lies before the first."));
  if (group->first != FRAM_DATE_NONE && group->rrule != NULL && group->rrule[0] != '\0')
    {
      g_autoptr (GArray) days =
          fram_recurrence_expand (group->rrule, group->first, group->first, group->first + 2 * 366, NULL);

      if (days == NULL || days->len == 0)
        return fram_group_refuse (error, _ ("With these days the group never meets. Choose other days."));
    }
  return fram_group_check_time (group->starts, group->minutes, error);
}

static gboolean
check_leaders (FramGroupCase *self, const FramGroup *group, GError **error)
{
  for (guint i = 0; i < group->leaders->len; i++)
    {
      const FramGroupLeading *one = g_ptr_array_index (group->leaders, i);

      if (one->from != FRAM_DATE_NONE && one->to != FRAM_DATE_NONE && one->to < one->from)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       /* Translators: who works here */
                       _ ("%s leads the group until a day before the first. Change one of the days."),
                       one->name != NULL ? one->name : "");
          return FALSE;
        }
      if (fram_db_find_row (self->desk->db, &one->staff) == 0)
        return fram_group_refuse (error, _ ("A leader is not in the register. Choose one of the list."));
    }
  return TRUE;
}

static gboolean
check_group (FramGroupCase *self, const FramGroup *group, const GArray *kinds, GError **error)
{
  if (group->kind == NULL || group->kind[0] == '\0')
    return fram_group_refuse (error, _ ("Choose what kind of group it is."));
  if (find_kind (kinds, group->kind) == NULL &&
      (group->base == NULL || g_strcmp0 (group->base->kind, group->kind) != 0))
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no kind of group “%s”."), group->kind);
      return FALSE;
    }
  if (group->capacity < 0 || group->capacity > MOST_PEOPLE)
    return fram_group_refuse (error, _ ("Places are a number from 0 to 1000."));
  if (group->sessions < 0 || group->sessions > MOST_SESSIONS)
    return fram_group_refuse (error, _ ("The number of sessions is one from 1 to 500, or none."));
  return check_days (group, error) && check_leaders (self, group, error);
}

static gboolean
differs (const char *a, const char *b)
{
  g_autofree char *x = fram_group_trimmed (a), *y = fram_group_trimmed (b);

  return g_strcmp0 (x, y) != 0;
}

static void
add_column (GPtrArray *columns, gboolean wanted, const char *column)
{
  if (wanted)
    g_ptr_array_add (columns, (gpointer)column);
}

static void
set_text (FramRecord *record, const char *column, const char *text)
{
  g_autofree char *value = fram_group_trimmed (text);

  fram_record_set_text (record, column, value);
}

static void
fill_record (FramRecord *record, const FramGroup *group, const GArray *kinds)
{
  const FramStoredKind *kind = find_kind (kinds, group->kind);

  if (kind != NULL)
    fram_record_set_ref (record, "group_kind", &kind->id);
  set_text (record, "name", group->name);
  if (group->capacity > 0)
    fram_record_set_int (record, "capacity", group->capacity);
  else
    fram_record_set_null (record, "capacity");
  set_text (record, "next_line", group->next_line);
  set_text (record, "meets", group->meets);
  fram_record_set_int (record, "active", group->active != FALSE);
}

/* Of what is no session: those fields that the person changed and may change. */
static gboolean
write_fields (FramGroupCase *self, FramChanges *changes, const FramGroup *group, const GArray *kinds, GError **error)
{
  const FramGroup *base = group->base;
  gboolean keeps = fram_group_may_keep (self->desk);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, &group->id);
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  fill_record (record, group, kinds);
  add_column (columns, keeps && g_strcmp0 (base->kind, group->kind) != 0, "group_kind");
  add_column (columns, keeps && base->capacity != group->capacity, "capacity");
  add_column (columns, keeps && base->active != group->active, "active");
  add_column (columns, differs (base->name, group->name), "name");
  add_column (columns, differs (base->next_line, group->next_line), "next_line");
  add_column (columns, differs (base->meets, group->meets), "meets");
  if (columns->len == 0)
    return TRUE;
  g_ptr_array_add (columns, NULL);
  return ok (fram_changes_update (changes, record, (const char *const *)columns->pdata, error));
}

static const FramGroupLeading *
find_leading (const FramGroup *group, const FramUuid *staff, FramDate from, FramDate to, gboolean exactly)
{
  for (guint i = 0; i < group->leaders->len; i++)
    {
      const FramGroupLeading *one = g_ptr_array_index (group->leaders, i);

      if (fram_uuid_equal (&one->staff, staff) && (!exactly || (one->from == from && one->to == to)))
        return one;
    }
  return NULL;
}

static gboolean
put_leader (FramGroupCase *self, FramChanges *changes, const FramUuid *group, const FramGroupLeading *leading,
            GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_LEADER, NULL);

  fram_record_set_ref (record, "activity_group", group);
  fram_record_set_ref (record, "staff", &leading->staff);
  fram_record_set_date (record, "from_day", leading->from);
  fram_record_set_date (record, "to_day", leading->to);
  return ok (fram_changes_insert (changes, record, error));
}

/* Who has led the group has led it: that time stays and ends yesterday. */
static gboolean
end_leader (FramGroupCase *self, FramChanges *changes, const FramGroupLeader *leader, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  FramDate first = leader->from != FRAM_DATE_NONE ? leader->from : fram_group_first (self->record->series);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_LEADER, &leader->row_id);

  if (first == FRAM_DATE_NONE || first >= self->today)
    return ok (fram_changes_remove (changes, FRAM_ENTITY_GROUP_LEADER, &leader->row_id, error));
  fram_record_set_date (record, "to_day", self->today - 1);
  return ok (fram_changes_update (changes, record, columns, error));
}

static gboolean
move_leader (FramChanges *changes, const FramGroupLeader *leader, const FramGroupLeading *leading, GError **error)
{
  static const char *const columns[] = { "from_day", "to_day", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_GROUP_LEADER, &leader->row_id);

  fram_record_set_date (record, "from_day", leading->from);
  fram_record_set_date (record, "to_day", leading->to);
  return ok (fram_changes_update (changes, record, columns, error));
}

/* One that was to be seen and is not there any more ends, one with other days gets them. */
static gboolean
write_seen_leader (FramGroupCase *self, FramChanges *changes, const FramGroup *group, const FramGroupLeader *leader,
                   GHashTable *used, GError **error)
{
  const FramGroupLeading *kept = find_leading (group, &leader->id, leader->from, leader->to, TRUE);

  if (kept == NULL)
    {
      kept = find_leading (group, &leader->id, leader->from, leader->to, FALSE);
      if (kept != NULL && !g_hash_table_contains (used, kept) &&
          find_leading (group->base, &kept->staff, kept->from, kept->to, TRUE) == NULL)
        {
          g_hash_table_add (used, (gpointer)kept);
          return move_leader (changes, leader, kept, error);
        }
      return end_leader (self, changes, leader, error);
    }
  g_hash_table_add (used, (gpointer)kept);
  return TRUE;
}

/* Leaders that were not in what the person saw, because they came meanwhile, stay. */
static gboolean
write_leaders (FramGroupCase *self, FramChanges *changes, const FramGroup *group, GError **error)
{
  g_autoptr (GArray) leaders = fram_group_load_leaders (self->desk->db, self->today, FRAM_DATE_NONE, error);
  g_autoptr (GHashTable) used = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; leaders != NULL && i < leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (leaders, FramGroupLeader, i);

      if (leader->group == self->record->row &&
          find_leading (group->base, &leader->id, leader->from, leader->to, TRUE) != NULL &&
          !write_seen_leader (self, changes, group, leader, used, error))
        return FALSE;
    }
  for (guint i = 0; leaders != NULL && i < group->leaders->len; i++)
    {
      const FramGroupLeading *one = g_ptr_array_index (group->leaders, i);

      if (!g_hash_table_contains (used, one) &&
          find_leading (group->base, &one->staff, one->from, one->to, TRUE) == NULL &&
          !put_leader (self, changes, &group->id, one, error))
        return FALSE;
    }
  return leaders != NULL;
}

static void
take_text (char **to, const char *text)
{
  g_free (*to);
  *to = fram_group_trimmed (text);
}

/* The first day from today on which it meets; %FRAM_DATE_NONE where it has not met yet, or not any more. */
static FramDate
next_day (const FramGroupCase *self)
{
  g_autoptr (GArray) held = NULL;
  FramDate first = fram_group_first (self->record->series);

  if (first == FRAM_DATE_NONE || first >= self->today)
    return FRAM_DATE_NONE;
  held = fram_series_held_days (self->record->series, first, self->today - 1, self->closed);
  return held->len > 0 ? self->today : FRAM_DATE_NONE;
}

static FramSeriesStep *
step_to_write (FramGroupCase *self, const FramGroup *group)
{
  FramDate from = next_day (self);

  if (self->next->steps->len == 0)
    return fram_series_add_step (self->next, group->first, NULL, FRAM_TIME_NONE, -1, 0);
  if (from == FRAM_DATE_NONE)
    {
      fram_series_drop_steps (self->next, fram_group_first (self->next));
      return &g_array_index (self->next->steps, FramSeriesStep, 0);
    }
  fram_series_drop_steps (self->next, from + 1);
  return fram_series_take_step (self->next, from);
}

/* Every second week is counted from a week in which the group meets next; other rules may begin today. */
static FramDate
rhythm_day (const FramGroupCase *self, const char *rrule, FramDate from)
{
  FramDate next = rrule != NULL && strstr (rrule, "INTERVAL=") != NULL
                      ? fram_series_next (self->record->series, from - 1, self->closed, NULL)
                      : FRAM_DATE_NONE;

  return next != FRAM_DATE_NONE ? MAX (from, fram_date_monday (next)) : from;
}

/* Days, time and place: of a group that has met they change from today on, so that what was stays true. */
static gboolean
change_series (FramGroupCase *self, const FramGroup *group, GError **error)
{
  const FramGroup *base = group->base;
  gboolean days = differs (base->rrule, group->rrule), place = !fram_uuid_equal (&base->place, &group->place);
  gint64 row;
  FramSeriesStep *step;

  if (!fram_group_find_place_row (self, &group->place, &row, error))
    return FALSE;
  self->next->last = base->last != group->last ? group->last : self->next->last;
  self->next->sessions = base->sessions != group->sessions ? group->sessions : self->next->sessions;
  if (base->first != group->first)
    fram_series_set_first (self->next, group->first);
  if (group->first == FRAM_DATE_NONE || (!days && !place && base->starts == group->starts &&
                                         base->minutes == group->minutes && self->next->steps->len > 0))
    return TRUE;
  step = step_to_write (self, group);
  if (days && step->from > fram_group_first (self->next))
    {
      FramDate from = rhythm_day (self, group->rrule, step->from);

      step = from != step->from ? fram_series_take_step (self->next, from) : step;
    }
  if (days)
    take_text (&step->rrule, group->rrule);
  if (base->starts != group->starts)
    step->starts = group->starts;
  if (base->minutes != group->minutes)
    step->minutes = group->minutes;
  if (place)
    step->place = row;
  fram_series_drop_empty_steps (self->next);
  if (days || base->last != group->last || base->first != group->first)
    fram_series_drop_orphans (self->next, MIN (self->today, fram_group_first (self->next)));
  return TRUE;
}

static gboolean
save_old (FramGroupCase *self, const FramGroup *group, const GArray *kinds, FramChanges **changes, GError **error)
{
  if (!change_series (self, group, error) || !fram_group_check (self, NULL, error))
    return FALSE;
  *changes = fram_group_begin (self, "group", NULL, error);
  return *changes != NULL && write_fields (self, *changes, group, kinds, error) &&
         fram_group_write_series (self, *changes, error) &&
         (!fram_group_may_keep (self->desk) || write_leaders (self, *changes, group, error));
}

static char *
stem_of_kind (const char *kind)
{
  g_autofree char *folded = fram_text_fold (kind);
  GString *stem = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && stem->len < 3; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (stem, g_ascii_toupper (*p));
  if (stem->len == 0)
    g_string_append (stem, "GRP");
  return g_string_free (stem, FALSE);
}

static FramRecord *
record_of_new (FramGroupCase *self, const FramGroup *group, const GArray *kinds, const char *code, const FramUuid *id)
{
  FramRecord *record = fram_record_new (FRAM_ENTITY_ACTIVITY_GROUP, id);

  fill_record (record, group, kinds);
  fram_record_set_text (record, "code", code);
  set_text (record, "rrule", group->rrule);
  fram_record_set_date (record, "first_day", group->first);
  fram_record_set_date (record, "last_day", group->last);
  if (group->starts != FRAM_TIME_NONE)
    fram_record_set_int (record, "starts", group->starts);
  if (group->minutes > 0)
    fram_record_set_int (record, "minutes", group->minutes);
  if (group->sessions > 0)
    fram_record_set_int (record, "sessions", group->sessions);
  if (!fram_uuid_is_none (&group->place))
    fram_record_set_ref (record, "place", &group->place);
  return record;
}

/* A room that is taken is refused for a new group as well. */
static gboolean
check_new (FramGroupCase *self, const FramGroup *group, GError **error)
{
  gint64 place;

  if (!fram_group_find_place_row (self, &group->place, &place, error))
    return FALSE;
  self->record = g_new0 (FramGroupRecord, 1);
  self->record->name = g_strdup (group->name != NULL ? group->name : group->kind);
  self->record->series = fram_series_new (0);
  self->next = fram_series_new (0);
  self->next->last = group->last;
  self->next->sessions = group->sessions;
  if (group->first != FRAM_DATE_NONE)
    fram_series_add_step (self->next, group->first, group->rrule, group->starts, group->minutes, place);
  return fram_group_check (self, "new", error);
}

static gboolean
save_new (FramGroupCase *self, const FramGroup *group, const GArray *kinds, FramChanges **changes, FramUuid *id,
          GError **error)
{
  g_autofree char *stem = stem_of_kind (group->kind);
  g_autofree char *code = fram_group_trimmed (group->code);
  g_autoptr (FramRecord) record = NULL;

  if (code != NULL && fram_db_find_code (self->desk->db, FRAM_ENTITY_ACTIVITY_GROUP, code) != 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_EXISTS, _ ("There is a group “%s” already."), code);
      return FALSE;
    }
  if (code == NULL)
    code = fram_group_free_code (self->desk->db, stem);
  if (!check_new (self, group, error))
    return FALSE;
  *id = fram_uuid_new (self->desk->clock);
  *changes = fram_group_begin (self, "group", NULL, error);
  record = record_of_new (self, group, kinds, code, id);
  if (*changes == NULL || !ok (fram_changes_insert (*changes, record, error)))
    return FALSE;
  for (guint i = 0; i < group->leaders->len; i++)
    if (!put_leader (self, *changes, id, g_ptr_array_index (group->leaders, i), error))
      return FALSE;
  return TRUE;
}

/* A group that somebody made up without reading it has nothing seen: what is on disk counts, and no leader is taken away. */
static FramGroup *
with_base (FramDesk *self, const FramGroup *group, GError **error)
{
  FramGroup *copy;
  FramGroup *base = fram_desk_group (self, &group->id, error);

  if (base == NULL)
    return NULL;
  copy = g_memdup2 (group, sizeof *group);
  copy->base = base;
  for (guint i = base->leaders->len; i > 0; i--)
    {
      const FramGroupLeading *one = g_ptr_array_index (base->leaders, i - 1);

      if (find_leading (group, &one->staff, one->from, one->to, TRUE) == NULL)
        g_ptr_array_remove_index (base->leaders, i - 1);
    }
  return copy;
}

static gboolean
save (FramDesk *self, const FramGroup *group, FramUuid *id, char **what, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (GArray) kinds = fram_group_load_kinds (self->db, error);
  gboolean is_new = fram_uuid_is_none (&group->id);
  const FramStoredKind *kind;
  g_autofree char *name = NULL, *sentence = NULL;
  FramUuid written = group->id;

  if (kinds == NULL || (!is_new && !fram_group_case_open (&of, self, &group->id, TRUE, error)))
    return FALSE;
  of.desk = self;
  of.version = is_new ? fram_db_get_data_version (self->db) : of.version;
  of.today = fram_clock_today (self->clock);
  of.closed = fram_desk_closed_days (self);
  if (!check_group (&of, group, kinds, error) || !(is_new ? save_new (&of, group, kinds, &changes, &written, error)
                                                          : save_old (&of, group, kinds, &changes, error)))
    return FALSE;
  kind = find_kind (kinds, group->kind);
  name = fram_group_trimmed (group->name);
  if (name == NULL)
    name = g_strdup (!is_new ? of.record->name : kind != NULL ? kind->name : group->kind);
  sentence = g_strdup_printf (is_new ? _ ("%s is added.") : _ ("%s is saved."), name);
  if (!fram_desk_finish (self, changes, sentence, &fram_changed_house, error))
    return FALSE;
  if (id != NULL)
    *id = written;
  if (what != NULL)
    *what = g_steal_pointer (&sentence);
  return TRUE;
}

/**
 * fram_desk_save_group:
 * @self: the desk
 * @group: a group as fram_desk_group() read it, changed; without id a new one
 * @id: (out) (optional): the group
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; then nothing was written
 *
 * Only what differs from what was read is written, and only what the person may change: name, days, times, place and lines
 * of a group that one leads; kind, places, leaders, whether it is used, and new groups by who keeps the house. Days, time and
 * place of a group that has met change from today on.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_group (FramDesk *self, const FramGroup *group, FramUuid *id, char **what, GError **error)
{
  gboolean is_new = fram_uuid_is_none (&group->id);
  FramGroup *with;
  gboolean saved;

  FRAM_DESK_LOCKED (self);
  if (is_new && !fram_group_may_keep (self))
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                           _ ("New groups are made by the manager or an administrator. Ask one of them."));
      return FALSE;
    }
  if (is_new || group->base != NULL)
    return save (self, group, id, what, error);
  with = with_base (self, group, error);
  if (with == NULL)
    return FALSE;
  saved = save (self, with, id, what, error);
  fram_group_free (with->base);
  g_free (with);
  return saved;
}
