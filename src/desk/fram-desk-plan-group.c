#include "fram-desk-plan-private.h"

#include "fram-ids.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* Groups in the weekly plan: joining, waiting for a place, leaving. */

static FramStoredMember *
find_member (const GPtrArray *members, const FramUuid *id)
{
  for (guint i = 0; i < members->len; i++)
    {
      FramStoredMember *member = g_ptr_array_index (members, i);

      if (fram_uuid_equal (&member->id, id))
        return member;
    }
  return NULL;
}

static const char *
name_of (const FramStoredActivity *group)
{
  return fram_text_is_swedish () ? group->name_sv : group->name_en;
}

/* Also where the place begins later and the days meet. */
static gboolean
is_member (const GPtrArray *members, gint64 group, FramDate from)
{
  for (guint i = 0; i < members->len; i++)
    {
      const FramStoredMember *m = g_ptr_array_index (members, i);

      if (m->group == group && (m->to == FRAM_DATE_NONE || m->to >= from))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_joining (const FramPlanCase *of, const FramStoredActivity *group, FramDate from, GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  FramDate last;

  if (!group->is_group)
    return fram_plan_refuse (error, _ ("Choose a group; in workshops people are placed."));
  if (from == FRAM_DATE_NONE)
    return fram_plan_refuse (error, _ ("Write the first day as year-month-day."));
  if (from < of->stored->enrolled || (of->stored->closed != FRAM_DATE_NONE && from > of->stored->closed))
    return fram_plan_refuse (error, _ ("Choose a day within the enrolment."));
  last = fram_series_last_day (group->series, fram_desk_closed_days (of->desk));
  if (last != FRAM_DATE_NONE && from > last)
    return fram_plan_refuse (error, _ ("The group has ended by then. Choose another group or an earlier day."));
  members = fram_plan_load_members (of->desk->db, of->desk->viewer, of->stored->enrolment, error);
  if (members == NULL)
    return FALSE;
  return !is_member (members, group->row, from) ||
         fram_plan_refuse (error, _ ("The person is in that group already, or waits for a place in it."));
}

/* A membership has a derived id: who left before the first day and joins again gets the same row. */
static gboolean
put_member (const FramPlanCase *of, FramChanges *changes, const FramUuid *group, FramDate from, gboolean waiting,
            FramUuid *id, GError **error)
{
  static const char *const columns[] = { "to_day", "waiting", NULL };
  FramUuid key = fram_id_membership (group, &of->person->enrolment_id, from);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_MEMBERSHIP, &key);

  fram_record_set_ref (record, "activity_group", group);
  fram_record_set_ref (record, "enrolment", &of->person->enrolment_id);
  fram_record_set_date (record, "from_day", from);
  fram_record_set_date (record, "to_day", FRAM_DATE_NONE);
  fram_record_set_int (record, "waiting", waiting != FALSE);
  if (id != NULL)
    *id = key;
  if (fram_db_find_row (of->desk->db, &key) == 0)
    return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
  return fram_changes_bring_back (changes, FRAM_ENTITY_MEMBERSHIP, &key, error) != FRAM_WRITTEN_FAILED &&
         fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static char *
sentence_of_joining (const FramPlanCase *of, const char *group, FramDate from, gboolean waiting)
{
  g_autofree char *day = fram_date_to_day_month (from);

  /* Translators: a person and a group */
  if (waiting)
    return g_strdup_printf (_ ("%1$s waits for a place in %2$s; it is full."), of->name, group);
  /* Translators: a person, a group and a date */
  return g_strdup_printf (_ ("%1$s is in %2$s from %3$s."), of->name, group, day);
}

/**
 * fram_desk_join_group:
 * @self: the desk
 * @enrolment: whose
 * @group: which
 * @from: from which day on
 * @membership: (out) (optional): the membership
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Where no place is free the person waits for one.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_join_group (FramDesk *self, const FramUuid *enrolment, const FramUuid *group, FramDate from,
                      FramUuid *membership, char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (FramStoredActivity) activity = NULL;
  g_autoptr (FramChanges) changes = NULL;
  int capacity, taken;
  gboolean waiting;

  FRAM_DESK_LOCKED (self);
  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PLAN, TRUE, error))
    return FALSE;
  activity = fram_desk_load_activity (self, group, error);
  if (activity == NULL || !check_joining (&of, activity, from, error) ||
      !fram_plan_count_members (self->db, activity->row, from, &capacity, &taken, error))
    return FALSE;
  waiting = capacity > 0 && taken >= capacity;
  changes = fram_changes_begin (self->db, self->viewer, "group", NULL, error);
  return changes != NULL && put_member (&of, changes, group, from, waiting, membership, error) &&
         fram_plan_finish (self, changes, sentence_of_joining (&of, name_of (activity), from, waiting), what, error);
}

static const FramStoredMember *
open_member (FramPlanCase *of, FramDesk *self, const FramUuid *membership, GPtrArray **members, GError **error)
{
  if (!fram_plan_case_open_of (of, self, FRAM_ENTITY_MEMBERSHIP, membership, FRAM_CLASS_PLAN, error))
    return NULL;
  *members = fram_plan_load_members (self->db, self->viewer, of->stored->enrolment, error);
  return *members != NULL ? find_member (*members, membership) : NULL;
}

/* Whoever leaves before the first day has not been there. */
static gboolean
end_member (FramChanges *changes, const FramStoredMember *member, FramDate last_day, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_MEMBERSHIP, &member->id);

  if (last_day < member->from)
    return fram_changes_remove (changes, FRAM_ENTITY_MEMBERSHIP, &member->id, error) != FRAM_WRITTEN_FAILED;
  fram_record_set_date (record, "to_day", last_day);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/**
 * fram_desk_leave_group:
 * @self: the desk
 * @membership: which
 * @last_day: the last day in the group; before the first one it is as if the person had never joined
 * @what: (out) (optional): the sentence for the toast
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_leave_group (FramDesk *self, const FramUuid *membership, FramDate last_day, char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (FramChanges) changes = NULL;
  const FramStoredMember *member;

  FRAM_DESK_LOCKED (self);
  member = open_member (&of, self, membership, &members, error);
  if (member == NULL)
    return FALSE;
  if (last_day == FRAM_DATE_NONE)
    return fram_plan_refuse (error, _ ("Write the last day as year-month-day."));
  if (member->to != FRAM_DATE_NONE && last_day > member->to)
    return fram_plan_refuse (error, _ ("The person leaves the group earlier than that already."));
  changes = fram_changes_begin (self->db, self->viewer, "group", NULL, error);
  /* Translators: a person and a group */
  return changes != NULL && end_member (changes, member, last_day, error) &&
         fram_plan_finish (self, changes, g_strdup_printf (_ ("%1$s leaves %2$s."), of.name, member->name), what,
                           error);
}

static gboolean
check_place (const FramPlanCase *of, const FramStoredMember *member, FramDate from, GError **error)
{
  int capacity, taken;

  if (!member->waiting)
    return fram_plan_refuse (error, _ ("The person has a place in that group already."));
  if (from == FRAM_DATE_NONE || from < of->stored->enrolled)
    return fram_plan_refuse (error, _ ("Choose a day within the enrolment."));
  if (!fram_plan_count_members (of->desk->db, member->group, from, &capacity, &taken, error))
    return FALSE;
  if (capacity == 0 || taken < capacity)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                       _ ("The group is still full. Somebody must leave it first, or it needs more places."));
  return FALSE;
}

/**
 * fram_desk_take_place:
 * @self: the desk
 * @membership: of somebody who waits
 * @from: first day in the group
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_CONSTRAINT where the group is full
 *
 * The time of waiting stays to be seen, and nobody is expected in sessions that were missed by waiting.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_take_place (FramDesk *self, const FramUuid *membership, FramDate from, char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (FramChanges) changes = NULL;
  const FramStoredMember *member;
  FramUuid group;

  FRAM_DESK_LOCKED (self);
  member = open_member (&of, self, membership, &members, error);
  if (member == NULL || !check_place (&of, member, from, error))
    return FALSE;
  group = fram_db_get_id (self->db, member->group);
  changes = fram_changes_begin (self->db, self->viewer, "group", NULL, error);
  return changes != NULL && (from == member->from || end_member (changes, member, from - 1, error)) &&
         put_member (&of, changes, &group, from, FALSE, NULL, error) &&
         fram_plan_finish (self, changes, sentence_of_joining (&of, member->name, from, FALSE), what, error);
}
