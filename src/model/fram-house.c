#include "fram-house.h"

#include "fram-text.h"

static void
staff_role_free (gpointer data)
{
  FramStaffRole *role = data;

  g_free (role->workshop);
  g_free (role->group);
  g_free (role);
}

FramStaff *
fram_staff_new (void)
{
  FramStaff *self = g_new0 (FramStaff, 1);

  self->active = TRUE;
  self->roles = g_ptr_array_new_with_free_func (staff_role_free);
  return self;
}

void
fram_staff_free (FramStaff *self)
{
  g_free (self->name);
  g_free (self->login);
  g_free (self->phone);
  g_free (self->email);
  g_free (self->roles_text);
  g_ptr_array_unref (self->roles);
  g_clear_pointer (&self->stand_ins, g_ptr_array_unref);
  g_free (self);
}

static guint
find_stand_in (const FramStaff *self, const char *workshop)
{
  for (guint i = 0; self->stand_ins != NULL && i < self->stand_ins->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->stand_ins, i), workshop) == 0)
      return i;
  return G_MAXUINT;
}

gboolean
fram_staff_may_stand_in (const FramStaff *self, const char *workshop)
{
  return find_stand_in (self, workshop) != G_MAXUINT;
}

/**
 * fram_staff_set_stand_in:
 * @self: a person
 * @workshop: (nullable): code of a workshop; %NULL says only that the list is known, empty if nothing was named before
 * @may: whether the person may stand in there
 */
void
fram_staff_set_stand_in (FramStaff *self, const char *workshop, gboolean may)
{
  guint at = find_stand_in (self, workshop);

  if (self->stand_ins == NULL)
    self->stand_ins = g_ptr_array_new_with_free_func (g_free);
  if (workshop == NULL)
    return;
  if (may && at == G_MAXUINT)
    g_ptr_array_add (self->stand_ins, g_strdup (workshop));
  else if (!may && at != G_MAXUINT)
    g_ptr_array_remove_index (self->stand_ins, at);
}

/**
 * fram_staff_add_role:
 * @self: a person
 * @role: a role
 * @workshop: (nullable): code of the workshop it is for
 * @group: (nullable): code of the group it is for
 */
void
fram_staff_add_role (FramStaff *self, FramRole role, const char *workshop, const char *group)
{
  FramStaffRole *one = g_new0 (FramStaffRole, 1);

  one->role = role;
  one->workshop = g_strdup (workshop);
  one->group = g_strdup (group);
  g_ptr_array_add (self->roles, one);
}

FramWorkshop *
fram_workshop_new (void)
{
  FramWorkshop *self = g_new0 (FramWorkshop, 1);

  self->active = TRUE;
  self->hours = g_array_new (FALSE, FALSE, sizeof (FramOpening));
  return self;
}

void
fram_workshop_free (FramWorkshop *self)
{
  g_free (self->code);
  g_free (self->name_sv);
  g_free (self->name_en);
  g_array_unref (self->hours);
  g_free (self->greets);
  g_free (self->first_tool);
  g_free (self->coffee);
  g_free (self);
}

const char *
fram_workshop_get_name (const FramWorkshop *self)
{
  return fram_text_is_swedish () ? self->name_sv : self->name_en;
}

FramClosure *
fram_closure_new (void)
{
  FramClosure *self = g_new0 (FramClosure, 1);

  self->day = self->to_day = FRAM_DATE_NONE;
  return self;
}

void
fram_closure_free (FramClosure *self)
{
  g_free (self->workshop);
  g_free (self->name);
  g_free (self);
}
