#include "fram-desk-group-private.h"
#include "fram-desk-house.h"

#include "fram-group-edit-store.h"
#include "fram-ids.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* Groups as they are kept, and what there is to choose among for them. */

static void
leading_free (gpointer data)
{
  g_free (((FramGroupLeading *)data)->name);
  g_free (data);
}

/**
 * fram_group_new:
 *
 * Returns: (transfer full): a group that is not there yet
 */
FramGroup *
fram_group_new (void)
{
  FramGroup *self = g_new0 (FramGroup, 1);

  self->first = self->last = self->ends = FRAM_DATE_NONE;
  self->starts = FRAM_TIME_NONE;
  self->minutes = -1;
  self->active = TRUE;
  self->leaders = g_ptr_array_new_with_free_func (leading_free);
  return self;
}

void
fram_group_free (FramGroup *self)
{
  if (self->base != NULL)
    fram_group_free (self->base);
  g_free (self->code);
  g_free (self->kind);
  g_free (self->name);
  g_free (self->shown_name);
  g_free (self->rrule);
  g_free (self->next_line);
  g_free (self->meets);
  g_ptr_array_unref (self->leaders);
  g_free (self);
}

/**
 * fram_group_add_leader:
 * @self: a group
 * @staff: who
 * @name: (nullable): the name, for showing
 * @from: first day, or %FRAM_DATE_NONE
 * @to: last day, or %FRAM_DATE_NONE
 */
void
fram_group_add_leader (FramGroup *self, const FramUuid *staff, const char *name, FramDate from, FramDate to)
{
  FramGroupLeading *leading = g_new0 (FramGroupLeading, 1);

  leading->staff = *staff;
  leading->name = g_strdup (name);
  leading->from = from;
  leading->to = to;
  g_ptr_array_add (self->leaders, leading);
}

static FramGroup *
group_dup (const FramGroup *self)
{
  FramGroup *copy = g_memdup2 (self, sizeof *self);

  copy->code = g_strdup (self->code);
  copy->kind = g_strdup (self->kind);
  copy->name = g_strdup (self->name);
  copy->shown_name = g_strdup (self->shown_name);
  copy->rrule = g_strdup (self->rrule);
  copy->next_line = g_strdup (self->next_line);
  copy->meets = g_strdup (self->meets);
  copy->base = NULL;
  copy->leaders = g_ptr_array_new_with_free_func (leading_free);
  for (guint i = 0; i < self->leaders->len; i++)
    {
      const FramGroupLeading *one = g_ptr_array_index (self->leaders, i);

      fram_group_add_leader (copy, &one->staff, one->name, one->from, one->to);
    }
  return copy;
}

/* What many groups are read with: once for all of them. */
typedef struct
{
  FramDesk *desk;
  FramDate today;
  const GArray *closed;
  GArray *leaders;
  GArray *stays;
  GArray *places;
} Sources;

static void
sources_clear (Sources *self)
{
  g_clear_pointer (&self->leaders, g_array_unref);
  g_clear_pointer (&self->stays, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sources, sources_clear)

static gboolean
sources_load (Sources *self, FramDesk *desk, gint64 group, GError **error)
{
  self->desk = desk;
  self->today = fram_clock_today (desk->clock);
  self->closed = fram_desk_closed_days (desk);
  self->leaders = fram_group_load_leaders (desk->db, self->today, FRAM_DATE_NONE, error);
  self->stays = self->leaders != NULL ? fram_group_load_stays (desk->db, group, self->today, self->today, error) : NULL;
  self->places = self->stays != NULL ? fram_group_load_places (desk->db, error) : NULL;
  return self->places != NULL;
}

static void
fill_counts (FramGroup *group, const Sources *s, gint64 row)
{
  for (guint i = 0; i < s->leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (s->leaders, FramGroupLeader, i);

      if (leader->group == row)
        fram_group_add_leader (group, &leader->id, leader->name, leader->from, leader->to);
    }
  for (guint i = 0; i < s->stays->len; i++)
    {
      const FramGroupStay *stay = &g_array_index (s->stays, FramGroupStay, i);

      if (stay->group == row)
        *(stay->waiting ? &group->waiting : &group->members) += 1;
    }
}

/* The days as they are now: before the first day those of the beginning, after the last those of the end. */
static void
fill_series (FramGroup *group, const Sources *s, const FramSeries *series)
{
  FramSeriesStep step;

  group->sessions = series->sessions;
  group->last = series->last;
  group->first = fram_group_first (series);
  if (series->steps->len == 0)
    return;
  step = fram_series_step_at (series, s->today);
  group->rrule = g_strdup (step.rrule);
  group->starts = step.starts;
  group->minutes = step.minutes;
  group->place = step.place != 0 ? fram_db_get_id (s->desk->db, step.place) : FRAM_UUID_NONE;
  if (series->sessions > 0)
    group->ends = fram_series_last_day (series, s->closed);
}

static gboolean
is_own (FramDesk *desk, gint64 group)
{
  const FramViewer *viewer = desk->viewer;
  gboolean own = fram_viewer_leads (viewer, group);

  for (guint i = 0; i < viewer->grants->len; i++)
    own = own || g_array_index (viewer->grants, FramGrant, i).group == group;
  return own;
}

static FramGroup *
group_of (const Sources *s, const FramGroupRecord *record)
{
  FramGroup *group = fram_group_new ();

  group->id = record->id;
  group->code = g_strdup (record->code);
  group->kind = g_strdup (record->kind);
  group->name = g_strdup (record->own_name);
  group->shown_name = g_strdup (record->name);
  group->place = record->place != 0 ? fram_db_get_id (s->desk->db, record->place) : FRAM_UUID_NONE;
  group->capacity = record->capacity;
  group->next_line = g_strdup (record->next_line);
  group->meets = g_strdup (record->meets);
  group->active = record->active;
  fill_series (group, s, record->series);
  fill_counts (group, s, record->row);
  group->own = is_own (s->desk, record->row);
  group->may_change = fram_group_may_change (s->desk, record->row);
  group->may_keep = fram_group_may_keep (s->desk);
  group->base = group_dup (group);
  return group;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const FramGroup *x = *(FramGroup *const *)a, *y = *(FramGroup *const *)b;
  int order = g_utf8_collate (x->shown_name, y->shown_name);

  return order != 0 ? order : g_strcmp0 (x->code, y->code);
}

/* Not used any more, or over. */
static gboolean
is_over (const Sources *s, const FramGroupRecord *record)
{
  FramDate last;

  if (!record->active)
    return TRUE;
  if (record->series->last != FRAM_DATE_NONE && record->series->last < s->today)
    return TRUE;
  last = record->series->sessions > 0 ? fram_series_last_day (record->series, s->closed) : FRAM_DATE_NONE;
  return last != FRAM_DATE_NONE && last < s->today;
}

/**
 * fram_desk_list_groups:
 * @self: the desk
 * @also_inactive: those that have ended or are not used any more too
 * @error: return location; %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable) (element-type FramGroup): the groups of the house, by name
 */
GPtrArray *
fram_desk_list_groups (FramDesk *self, gboolean also_inactive, GError **error)
{
  g_auto (Sources) s = { 0 };
  g_autoptr (GPtrArray) records = NULL;
  GPtrArray *groups;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_SHOP, FALSE, error))
    return NULL;
  records = fram_group_load_all (self->db, FRAM_DATE_NONE, FRAM_DATE_NONE, error);
  if (records == NULL || !sources_load (&s, self, 0, error))
    return NULL;
  groups = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_free);
  for (guint i = 0; i < records->len; i++)
    if (also_inactive || !is_over (&s, g_ptr_array_index (records, i)))
      g_ptr_array_add (groups, group_of (&s, g_ptr_array_index (records, i)));
  g_ptr_array_sort (groups, by_name);
  return groups;
}

/**
 * fram_desk_group:
 * @self: the desk
 * @id: which
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the group
 */
FramGroup *
fram_desk_group (FramDesk *self, const FramUuid *id, GError **error)
{
  g_auto (FramGroupCase) of = { 0 };
  g_auto (Sources) s = { 0 };

  FRAM_DESK_LOCKED (self);
  if (!fram_group_case_open (&of, self, id, FALSE, error) || !sources_load (&s, self, of.record->row, error))
    return NULL;
  return group_of (&s, of.record);
}

void
fram_group_kind_free (FramGroupKind *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

/**
 * fram_desk_group_kinds:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramGroupKind): the kinds of group, in order
 */
GPtrArray *
fram_desk_group_kinds (FramDesk *self, GError **error)
{
  g_autoptr (GArray) stored = NULL;
  GPtrArray *kinds;

  FRAM_DESK_LOCKED (self);
  stored = fram_group_load_kinds (self->db, error);
  if (stored == NULL)
    return NULL;
  kinds = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_kind_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const FramStoredKind *one = &g_array_index (stored, FramStoredKind, i);
      FramGroupKind *kind = g_new0 (FramGroupKind, 1);

      kind->code = g_strdup (one->code);
      kind->name = g_strdup (one->name);
      kind->minutes = one->minutes;
      kind->sessions = one->sessions;
      g_ptr_array_add (kinds, kind);
    }
  return kinds;
}

/**
 * fram_desk_group_staff:
 * @self: the desk
 * @error: return location; %FRAM_ERROR_DENIED
 *
 * Returns: (transfer full) (nullable) (element-type FramStaff): who can lead a group or step in
 */
GPtrArray *
fram_desk_group_staff (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_SHOP, FALSE, error))
    return NULL;
  return fram_desk_staff (self, FALSE, error);
}

static gboolean
may_add_place (FramDesk *self, GError **error)
{
  if (fram_group_may_keep (self) || fram_rights_reaches_site (self->viewer, FRAM_CLASS_REF, TRUE))
    return TRUE;
  for (guint i = 0; i < self->viewer->led->len; i++)
    if (fram_group_may_change (self, g_array_index (self->viewer->led, gint64, i)))
      return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("There is no such place yet. Ask the manager or an administrator to add it."));
  return FALSE;
}

/* The id is derived from the site and the name: a place that was there before comes back as it was. */
static gboolean
put_place (FramDesk *self, const char *name, FramUuid *place, GError **error)
{
  static const char *const columns[] = { "active", NULL };
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);
  g_autoptr (FramRecord) record = NULL;
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "room", NULL, error);
  g_autofree char *sentence = g_strdup_printf (_ ("%s is added."), name);
  gboolean is_there;

  *place = fram_id_place (FRAM_SITE_DEFAULT, name);
  record = fram_record_new (FRAM_ENTITY_PLACE, place);
  if (changes == NULL)
    return FALSE;
  is_there = fram_changes_find (changes, place) != 0;
  if (fram_db_find_row (self->db, &site) != 0)
    fram_record_set_ref (record, "site", &site);
  fram_record_set_text (record, "name", name);
  fram_record_set_int (record, "active", 1);
  if (is_there ? fram_changes_bring_back (changes, FRAM_ENTITY_PLACE, place, error) == FRAM_WRITTEN_FAILED ||
                     fram_changes_update (changes, record, columns, error) == FRAM_WRITTEN_FAILED
               : fram_changes_insert (changes, record, error) == FRAM_WRITTEN_FAILED)
    return FALSE;
  return fram_desk_finish (self, changes, sentence, &fram_changed_house, error);
}

/**
 * fram_desk_find_or_add_place:
 * @self: the desk
 * @name: what the place is called
 * @place: (out): the place
 * @error: return location
 *
 * Finds a place whatever the case of its letters; a new name makes a place, by who may change groups.
 *
 * Returns: whether @place is there
 */
gboolean
fram_desk_find_or_add_place (FramDesk *self, const char *name, FramUuid *place, GError **error)
{
  g_autofree char *trimmed = fram_group_trimmed (name);
  g_autofree char *wanted = fram_text_fold (trimmed != NULL ? trimmed : "");
  g_autoptr (GArray) places = NULL;

  FRAM_DESK_LOCKED (self);
  if (trimmed == NULL)
    return fram_group_refuse (error, _ ("Write what the place is called, for example “Room 2”."));
  if (!fram_desk_require (self, FRAM_CLASS_SHOP, FALSE, error))
    return FALSE;
  places = fram_group_load_places (self->db, error);
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const FramGroupPlace *one = &g_array_index (places, FramGroupPlace, i);
      g_autofree char *folded = fram_text_fold (one->name);

      if (g_strcmp0 (folded, wanted) != 0)
        continue;
      *place = one->id;
      return TRUE;
    }
  return places != NULL && may_add_place (self, error) && put_place (self, trimmed, place, error);
}
