#include "fram-desk-schedule-private.h"

#include "fram-desk-roster-private.h"

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
