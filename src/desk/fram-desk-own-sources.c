#include "fram-desk-own-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What somebody's own week and own calendar are made of. */

void
fram_own_sources_clear (FramOwnSources *self)
{
  fram_plan_sources_clear (&self->sources);
  fram_plan_case_clear (&self->of);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

/**
 * fram_desk_place_names:
 * @desk: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64 utf8): names of places by row number
 */
GHashTable *
fram_desk_place_names (FramDesk *desk, GError **error)
{
  g_autoptr (GArray) places = fram_group_load_places (desk->db, error);
  GHashTable *names;

  if (places == NULL)
    return NULL;
  names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < places->len; i++)
    {
      const FramGroupPlace *place = &g_array_index (places, FramGroupPlace, i);

      g_hash_table_insert (names, g_memdup2 (&place->row, sizeof place->row), g_strdup (place->name));
    }
  return names;
}

/* What was moved stands on its new day; who does not see the whole plan sees only own talks. */
static gboolean
is_shown (const FramOwnSources *self, const FramBooking *booking)
{
  if (strcmp (booking->status, "ombokat") == 0 || strcmp (booking->status, "avbokat") == 0)
    return FALSE;
  if (!fram_uuid_is_none (&booking->enrolment) &&
      !fram_uuid_equal (&booking->enrolment, &self->of.person->enrolment_id))
    return FALSE;
  return booking->mine || self->whole;
}

static gboolean
load_bookings (FramOwnSources *self, GError **error)
{
  self->bookings = fram_desk_bookings_of (self->of.desk, self->of.stored->participant, error);
  if (self->bookings == NULL)
    return FALSE;
  for (guint i = self->bookings->len; i > 0; i--)
    if (!is_shown (self, g_ptr_array_index (self->bookings, i - 1)))
      g_ptr_array_remove_index (self->bookings, i - 1);
  return TRUE;
}

static gboolean
load_groups (FramOwnSources *self, GError **error)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_group_record_free);
  for (guint i = 0; i < self->sources.members->len; i++)
    {
      const FramStoredMember *member = g_ptr_array_index (self->sources.members, i);
      FramGroupRecord *group = fram_group_load (self->of.desk->db, member->group, error);

      if (group == NULL)
        return FALSE;
      g_ptr_array_add (self->groups, group);
    }
  return TRUE;
}

static gboolean
check_right (FramOwnSources *self, GError **error)
{
  FramDesk *desk = self->of.desk;

  self->whole = fram_people_may_plan (desk->db, desk->viewer, self->of.stored->participant);
  if (self->whole || fram_people_may (desk->db, desk->viewer, FRAM_CLASS_PLAN, self->of.stored->participant))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you see this."));
  return FALSE;
}

/**
 * fram_own_sources_load:
 * @self: (out): zeroes
 * @desk: the desk
 * @enrolment: whose
 * @from: first day
 * @to: last day
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED
 *
 * Returns: whether everything that may be seen could be read
 */
gboolean
fram_own_sources_load (FramOwnSources *self, FramDesk *desk, const FramUuid *enrolment, FramDate from, FramDate to,
                       GError **error)
{
  return fram_plan_case_open (&self->of, desk, enrolment, FRAM_CLASS_BASIC, FALSE, error) &&
         check_right (self, error) && fram_plan_sources_load (&self->sources, &self->of, from, to, error) &&
         load_bookings (self, error) && load_groups (self, error) &&
         (self->places = fram_desk_place_names (desk, error)) != NULL;
}

gboolean
fram_own_sources_is_leave (const FramOwnSources *self, FramDate day)
{
  for (guint i = 0; i < self->sources.pauses->len; i++)
    {
      const FramStoredPause *pause = g_ptr_array_index (self->sources.pauses, i);

      if (fram_plan_holds (pause->from, pause->to, day))
        return TRUE;
    }
  return FALSE;
}

gboolean
fram_own_sources_is_enrolled (const FramOwnSources *self, FramDate day)
{
  return fram_plan_holds (self->of.stored->enrolled, self->of.stored->closed, day);
}
