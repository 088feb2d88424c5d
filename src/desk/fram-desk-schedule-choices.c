#include "fram-desk-schedule-private.h"

#include "fram-desk-roster-private.h"

#include <glib/gi18n-lib.h>

/* What a schedule can be narrowed to: what is used on a day or later. */

static void
who_free (gpointer data)
{
  g_free (((FramScheduleWho *)data)->name);
  g_free (data);
}

static void
add (GPtrArray *choices, const FramUuid *id, const char *name, gboolean own)
{
  FramScheduleWho *who;

  for (guint i = 0; i < choices->len; i++)
    if (fram_uuid_equal (&((const FramScheduleWho *)g_ptr_array_index (choices, i))->id, id))
      return;
  who = g_new0 (FramScheduleWho, 1);
  who->id = *id;
  who->name = g_strdup (name);
  who->own = own;
  g_ptr_array_add (choices, who);
}

static gboolean
add_groups (FramDesk *self, GPtrArray *choices, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) groups = fram_group_load_all (self->db, day, FRAM_DATE_NONE, error);

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const FramGroupRecord *group = g_ptr_array_index (groups, i);

      if (group->active)
        add (choices, &group->id, group->name, fram_desk_is_own_activity (self->viewer, group->row));
    }
  return groups != NULL;
}

static gboolean
add_places (FramDesk *self, GPtrArray *choices, GError **error)
{
  g_autoptr (GArray) places = fram_group_load_places (self->db, error);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const FramGroupPlace *place = &g_array_index (places, FramGroupPlace, i);

      add (choices, &place->id, place->name, FALSE);
    }
  return places != NULL;
}

/* The person at the keyboard is among them. */
static gboolean
add_leaders (FramDesk *self, GPtrArray *choices, FramDate day, GError **error)
{
  g_autoptr (GArray) leaders = fram_group_load_leaders (self->db, day, FRAM_DATE_NONE, error);

  for (guint i = 0; leaders != NULL && i < leaders->len; i++)
    {
      const FramGroupLeader *leader = &g_array_index (leaders, FramGroupLeader, i);

      add (choices, &leader->id, leader->name, leader->staff == self->viewer->staff);
    }
  return leaders != NULL;
}

static int
own_first (gconstpointer a, gconstpointer b)
{
  const FramScheduleWho *x = *(FramScheduleWho *const *)a;
  const FramScheduleWho *y = *(FramScheduleWho *const *)b;

  return x->own != y->own ? y->own - x->own : g_utf8_collate (x->name, y->name);
}

/**
 * fram_desk_schedule_choices:
 * @self: the desk
 * @of: %FRAM_SCHEDULE_OF_GROUP, _PLACE or _LEADER
 * @day: what is used on this day or later
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramScheduleWho): own first, then by name
 */
GPtrArray *
fram_desk_schedule_choices (FramDesk *self, FramScheduleOf of, FramDate day, GError **error)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (who_free);
  gboolean ok = TRUE;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_SHOP, FALSE, error))
    return NULL;
  fram_db_begin_read (self->db);
  if (of == FRAM_SCHEDULE_OF_GROUP)
    ok = add_groups (self, choices, day, error);
  else if (of == FRAM_SCHEDULE_OF_PLACE)
    ok = add_places (self, choices, error);
  else if (of == FRAM_SCHEDULE_OF_LEADER)
    ok = add_leaders (self, choices, day, error);
  fram_db_end_read (self->db);
  g_ptr_array_sort (choices, own_first);
  return ok ? g_steal_pointer (&choices) : NULL;
}

static gboolean
find_place (FramDesk *self, const char *text, FramUuid *id, GError **error)
{
  g_autoptr (GArray) places = fram_group_load_places (self->db, error);
  g_autofree char *wanted = g_utf8_casefold (text, -1);

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const FramGroupPlace *place = &g_array_index (places, FramGroupPlace, i);
      g_autofree char *name = g_utf8_casefold (place->name, -1);

      if (g_str_equal (name, wanted))
        {
          *id = place->id;
          return TRUE;
        }
    }
  if (places != NULL)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no place “%s”."), text);
  return FALSE;
}

static gboolean
find_leader (FramDesk *self, const char *text, FramUuid *id, GError **error)
{
  gint64 staff = fram_staff_find (self->db, text, error);

  if (staff != 0)
    *id = fram_db_get_id (self->db, staff);
  return staff != 0;
}

static gboolean
find_participant (FramDesk *self, const char *text, FramUuid *id, GError **error)
{
  g_autoptr (FramStoredCase) stored = fram_people_load_one (self->db, self->viewer, text, error);

  if (stored != NULL)
    *id = stored->participant_id;
  return stored != NULL;
}

/**
 * fram_desk_schedule_find:
 * @self: the desk
 * @of: what is looked for
 * @text: what somebody wrote
 * @id: (out): the group, place, leader or participant
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for a participant whom the person at the keyboard may not see
 *
 * Returns: whether there is one
 */
gboolean
fram_desk_schedule_find (FramDesk *self, FramScheduleOf of, const char *text, FramUuid *id, GError **error)
{
  FRAM_DESK_LOCKED (self);
  switch (of)
    {
    case FRAM_SCHEDULE_OF_PLACE: return find_place (self, text, id, error);
    case FRAM_SCHEDULE_OF_LEADER: return find_leader (self, text, id, error);
    case FRAM_SCHEDULE_OF_PARTICIPANT: return find_participant (self, text, id, error);
    case FRAM_SCHEDULE_OF_GROUP: return fram_desk_find_activity (self, text, id, error);
    case FRAM_SCHEDULE_OF_ALL:
    case FRAM_SCHEDULE_OF_MINE:
    default: g_return_val_if_reached (FALSE);
    }
}
