#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramStaffRole:
 * @role: the role
 * @workshop: (nullable): code of the workshop it is for
 * @group: (nullable): code of the group it is for
 */
typedef struct
{
  FramRole role;
  char *workshop;
  char *group;
} FramStaffRole;

/**
 * FramStaff:
 * @id: the person
 * @name: name
 * @login: (nullable): short name for `--as`
 * @phone: (nullable): phone
 * @email: (nullable): e-mail
 * @active: works here now
 * @roles: (element-type FramStaffRole): roles held today
 * @roles_text: the roles in words: "Activity leader, Snickeri"
 */
typedef struct
{
  FramUuid id;
  char *name;
  char *login;
  char *phone;
  char *email;
  gboolean active;
  GPtrArray *roles;
  char *roles_text;
} FramStaff;

FramStaff *fram_staff_new (void);
void fram_staff_free (FramStaff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStaff, fram_staff_free)
void fram_staff_add_role (FramStaff *self, FramRole role, const char *workshop, const char *group);

/* Everybody who works here, by name. Readable before anybody sits down, so that the person can be chosen. */
GPtrArray *fram_desk_staff (FramDesk *self, gboolean also_inactive, GError **error);
/* Adds (id none) or changes a person and the roles; roles that are not named any more end yesterday. */
gboolean fram_desk_save_staff (FramDesk *self, const FramStaff *staff, FramUuid *id, GError **error);

/**
 * FramWorkshop:
 * @id: the workshop
 * @code: its code, constant
 * @name_sv: in Swedish
 * @name_en: in English
 * @capacity: places
 * @active: open
 * @hours: (element-type FramOpening): opening hours by weekday
 */
typedef struct
{
  int weekday; /* 1 Monday – 7 Sunday */
  int opens;   /* minutes since midnight */
  int closes;
} FramOpening;

typedef struct
{
  FramUuid id;
  char *code;
  char *name_sv;
  char *name_en;
  int capacity;
  gboolean active;
  GArray *hours;
} FramWorkshop;

FramWorkshop *fram_workshop_new (void);
void fram_workshop_free (FramWorkshop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramWorkshop, fram_workshop_free)
const char *fram_workshop_get_name (const FramWorkshop *self);
GPtrArray *fram_desk_workshops (FramDesk *self, gboolean also_inactive, GError **error);
gboolean fram_desk_save_workshop (FramDesk *self, const FramWorkshop *workshop, GError **error);

/**
 * FramClosure:
 * @id: the row; none for a new one
 * @day: first day
 * @to_day: last day, or %FRAM_DATE_NONE for one day
 * @workshop: (nullable): code; %NULL for the whole house
 * @name: what it is called: "Planning day"
 */
typedef struct
{
  FramUuid id;
  FramDate day;
  FramDate to_day;
  char *workshop;
  char *name;
} FramClosure;

void fram_closure_free (FramClosure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramClosure, fram_closure_free)
GPtrArray *fram_desk_closures (FramDesk *self, GError **error);
gboolean fram_desk_save_closure (FramDesk *self, const FramClosure *closure, GError **error);
gboolean fram_desk_remove_closure (FramDesk *self, const FramUuid *id, GError **error);

G_END_DECLS
