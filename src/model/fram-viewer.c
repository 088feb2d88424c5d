#include "fram-viewer.h"

#include "fram-rights.h"

#include <glib/gi18n-lib.h>

static const char *const role_codes[FRAM_N_ROLES] = {
  "activity_leader", "occupational_therapist", "peer_mentor", "case_worker", "place_finder", "liaison",
  "manager",         "administrator",
};

static const char *const role_names[FRAM_N_ROLES] = {
  NC_ ("role", "Activity leader"), NC_ ("role", "Occupational therapist"), NC_ ("role", "Peer-support mentor"),
  NC_ ("role", "Case worker"),     NC_ ("role", "Place finder"),           NC_ ("role", "Liaison officer"),
  NC_ ("role", "Manager"),         NC_ ("role", "Administrator"),
};

/**
 * fram_viewer_new:
 * @staff: row number of the person
 * @id: the person's id
 * @name: the person's name
 * @today: the day that counts
 *
 * Returns: (transfer full): a viewer with the default rights and no role: it sees nothing yet
 */
FramViewer *
fram_viewer_new (gint64 staff, const FramUuid *id, const char *name, FramDate today)
{
  FramViewer *self = g_new0 (FramViewer, 1);

  g_atomic_ref_count_init (&self->refs);
  self->staff = staff;
  self->id = *id;
  self->name = g_strdup (name);
  self->today = today;
  self->grants = g_array_new (FALSE, FALSE, sizeof (FramGrant));
  self->led = g_array_new (FALSE, FALSE, sizeof (gint64));
  fram_rights_table_init (&self->rights);
  return self;
}

/**
 * fram_viewer_new_system:
 * @today: the day that counts
 *
 * Returns: (transfer full): the file's owner at the command line
 */
FramViewer *
fram_viewer_new_system (FramDate today)
{
  FramViewer *self = fram_viewer_new (0, &FRAM_UUID_NONE, "system", today);

  self->is_system = TRUE;
  return self;
}

FramViewer *
fram_viewer_ref (FramViewer *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fram_viewer_unref (FramViewer *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->grants);
  g_array_unref (self->led);
  g_free (self->name);
  g_free (self);
}

void
fram_viewer_add_grant (FramViewer *self, const FramGrant *grant)
{
  g_array_append_val (self->grants, *grant);
}

/* A peer mentor or an occupational therapist leads groups as such; whoever leads a workshop beside it has no more there. */
static gboolean
find_leading_role (const FramViewer *self, FramRole *role)
{
  static const FramRole roles[] = { FRAM_ROLE_PEER_MENTOR, FRAM_ROLE_OCCUPATIONAL_THERAPIST,
                                    FRAM_ROLE_ACTIVITY_LEADER };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (fram_viewer_has_role (self, roles[i]))
      {
        *role = roles[i];
        return TRUE;
      }
  return FALSE;
}

static gboolean
has_grant (const FramViewer *self, FramRole role, gint64 group)
{
  for (guint i = 0; i < self->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (self->grants, FramGrant, i);

      if (grant->role == role && grant->group == group)
        return TRUE;
    }
  return FALSE;
}

/**
 * fram_viewer_add_led:
 * @self: a viewer that has its roles already
 * @group: row number of a group
 *
 * The members of a group that one leads are one's own (DATA.md, "Who sees which class"). Those who see everybody anyway get
 * no more by leading one: a case worker's own are those assigned.
 */
void
fram_viewer_add_led (FramViewer *self, gint64 group)
{
  if (fram_viewer_leads (self, group))
    return;
  g_array_append_val (self->led, group);
  fram_viewer_add_near (self, group);
}

/**
 * fram_viewer_add_near:
 * @self: a viewer that has its roles already
 * @group: row number of a group that the viewer led until lately, or leads soon
 *
 * Its members are one's own a while after and before (DATA.md, "own"); its sessions are not one's own to change.
 */
void
fram_viewer_add_near (FramViewer *self, gint64 group)
{
  FramGrant grant = { 0, 0, group, 0, 0 };

  if (find_leading_role (self, &grant.role) && !has_grant (self, grant.role, group))
    fram_viewer_add_grant (self, &grant);
}

/**
 * fram_viewer_leads:
 * @self: a viewer
 * @group: row number of a group
 *
 * Returns: whether the viewer leads it today
 */
gboolean
fram_viewer_leads (const FramViewer *self, gint64 group)
{
  for (guint i = 0; i < self->led->len; i++)
    if (g_array_index (self->led, gint64, i) == group)
      return TRUE;
  return FALSE;
}

gboolean
fram_viewer_has_role (const FramViewer *self, FramRole role)
{
  for (guint i = 0; i < self->grants->len; i++)
    if (g_array_index (self->grants, FramGrant, i).role == role)
      return TRUE;
  return FALSE;
}

const char *
fram_role_get_code (FramRole role)
{
  g_return_val_if_fail (role < FRAM_N_ROLES, NULL);
  return role_codes[role];
}

gboolean
fram_role_from_code (const char *code, FramRole *role)
{
  for (guint i = 0; i < FRAM_N_ROLES; i++)
    if (g_strcmp0 (role_codes[i], code) == 0)
      {
        *role = (FramRole)i;
        return TRUE;
      }
  return FALSE;
}

/**
 * fram_role_get_name:
 * @role: a role
 *
 * Returns: its name in the person's language
 */
const char *
fram_role_get_name (FramRole role)
{
  g_return_val_if_fail (role < FRAM_N_ROLES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "role", role_names[role]);
}
