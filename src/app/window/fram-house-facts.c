#include "fram-house-facts.h"

void
fram_house_facts_free (FramHouseFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_clear_pointer (&self->workshops, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_free (self);
}

gpointer
fram_house_facts_read (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FramHouseFacts) self = g_new0 (FramHouseFacts, 1);

  self->staff = fram_desk_staff (desk, TRUE, error);
  if (self->staff != NULL)
    self->workshops = fram_desk_workshops (desk, TRUE, error);
  if (self->workshops != NULL)
    self->groups = fram_desk_group_choices (desk, error);
  return self->groups != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * fram_house_facts_workshop_name:
 * @self: the facts
 * @code: (nullable): code of a workshop
 *
 * Returns: (nullable): its name in the person's language
 */
const char *
fram_house_facts_workshop_name (const FramHouseFacts *self, const char *code)
{
  for (guint i = 0; i < self->workshops->len; i++)
    {
      const FramWorkshop *workshop = g_ptr_array_index (self->workshops, i);

      if (g_strcmp0 (workshop->code, code) == 0)
        return fram_workshop_get_name (workshop);
    }
  return code;
}

const char *
fram_house_facts_group_name (const FramHouseFacts *self, const char *code)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const FramChoice *group = g_ptr_array_index (self->groups, i);

      if (g_strcmp0 (group->code, code) == 0)
        return group->name;
    }
  return code;
}

static gboolean
is_administrator (const FramStaff *staff)
{
  for (guint i = 0; staff->active && i < staff->roles->len; i++)
    if (((FramStaffRole *)g_ptr_array_index (staff->roles, i))->role == FRAM_ROLE_ADMINISTRATOR)
      return TRUE;
  return FALSE;
}

/**
 * fram_house_facts_is_last_administrator:
 * @self: the facts
 * @staff: somebody
 *
 * Returns: whether nobody but @staff is an administrator
 */
gboolean
fram_house_facts_is_last_administrator (const FramHouseFacts *self, const FramUuid *staff)
{
  gboolean is_one = FALSE;

  for (guint i = 0; i < self->staff->len; i++)
    {
      const FramStaff *other = g_ptr_array_index (self->staff, i);

      if (fram_uuid_equal (&other->id, staff))
        is_one = is_administrator (other);
      else if (is_administrator (other))
        return FALSE;
    }
  return is_one;
}
