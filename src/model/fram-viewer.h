#pragma once

#include "fram-entity.h"
#include "fram-date.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/**
 * FramReach:
 * @FRAM_REACH_NONE: nothing
 * @FRAM_REACH_CONSENTED: people who have agreed to share it with the person's authority
 * @FRAM_REACH_OWN_ENTRIES: only what the person wrote
 * @FRAM_REACH_OWN: one's own people, 30 days back and 7 forward (DATA.md, "Who sees which class")
 * @FRAM_REACH_SITE: everyone of the register's site
 */
typedef enum
{
  FRAM_REACH_NONE,
  FRAM_REACH_CONSENTED,
  FRAM_REACH_OWN_ENTRIES,
  FRAM_REACH_OWN,
  FRAM_REACH_SITE,
} FramReach;

/**
 * FramRole:
 *
 * The roles of the field (DOMAIN.md, "Who uses the program, and for what").
 */
typedef enum
{
  FRAM_ROLE_ACTIVITY_LEADER,
  FRAM_ROLE_OCCUPATIONAL_THERAPIST,
  FRAM_ROLE_PEER_MENTOR,
  FRAM_ROLE_CASE_WORKER,
  FRAM_ROLE_PLACE_FINDER,
  FRAM_ROLE_LIAISON,
  FRAM_ROLE_MANAGER,
  FRAM_ROLE_ADMINISTRATOR,
  FRAM_N_ROLES
} FramRole;

/**
 * FramGrant:
 * @role: the role
 * @workshop: (nullable): row number of the workshop it is given for, 0 for none
 * @group: row number of the group it is given for, 0 for none
 * @organisation: row number of the authority a liaison comes from, 0 for none
 * @deputy_for: row number of the colleague whose people are the person's own meanwhile, 0 for none
 *
 * One role that a person holds today.
 */
typedef struct
{
  FramRole role;
  gint64 workshop;
  gint64 group;
  gint64 organisation;
  gint64 deputy_for;
} FramGrant;

/**
 * FramRight:
 * @reach: whose
 * @write: whether it may be changed too
 *
 * One cell of the rights table.
 */
typedef struct
{
  FramReach reach;
  gboolean write;
} FramRight;

/**
 * FramRightsTable:
 *
 * What each role may do with each class. The administrator can change it; fram_rights_table_init() gives the defaults.
 */
typedef struct
{
  FramRight cells[FRAM_N_ROLES][FRAM_N_CLASSES];
} FramRightsTable;

/**
 * FramViewer:
 * @staff: row number of the person at the keyboard; 0 for the system
 * @id: the person's id
 * @name: the person's name, "system" for the system
 * @is_system: the file's owner without a person: every class, logged
 * @today: the day that grants and reach are counted from
 * @grants: (element-type FramGrant): roles held today
 * @led: (element-type gint64): row numbers of the groups led today, as leader or as substitute
 * @rights: the rights table in force
 *
 * Who asks. Every read of the store takes one and filters by it.
 */
typedef struct
{
  gatomicrefcount refs;
  gint64 staff;
  FramUuid id;
  char *name;
  gboolean is_system;
  FramDate today;
  GArray *grants;
  GArray *led;
  FramRightsTable rights;
} FramViewer;

FramViewer *fram_viewer_new (gint64 staff, const FramUuid *id, const char *name, FramDate today);
FramViewer *fram_viewer_new_system (FramDate today);
FramViewer *fram_viewer_ref (FramViewer *self);
void fram_viewer_unref (FramViewer *self);
void fram_viewer_add_grant (FramViewer *self, const FramGrant *grant);
void fram_viewer_add_led (FramViewer *self, gint64 group);
void fram_viewer_add_near (FramViewer *self, gint64 group);
gboolean fram_viewer_leads (const FramViewer *self, gint64 group);
gboolean fram_viewer_has_role (const FramViewer *self, FramRole role);

const char *fram_role_get_code (FramRole role);
gboolean fram_role_from_code (const char *code, FramRole *role);
const char *fram_role_get_name (FramRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramViewer, fram_viewer_unref)

G_END_DECLS
