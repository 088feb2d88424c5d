#pragma once

#include "fram-viewer.h"

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
 * @row: row number
 * @name: name
 * @login: (nullable): short name for `--as`
 * @phone: (nullable): phone
 * @email: (nullable): e-mail
 * @active: works here now
 * @roles: (element-type FramStaffRole): roles held today
 * @stand_ins: (nullable) (element-type utf8): codes of the workshops where the person may say "I stand in here today"; %NULL
 *   when written: they stay as they are
 * @roles_text: the roles in words: "Activity leader, Snickeri"
 */
typedef struct
{
  FramUuid id;
  gint64 row;
  char *name;
  char *login;
  char *phone;
  char *email;
  gboolean active;
  GPtrArray *roles;
  GPtrArray *stand_ins;
  char *roles_text;
} FramStaff;

FramStaff *fram_staff_new (void);
void fram_staff_free (FramStaff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStaff, fram_staff_free)
void fram_staff_add_role (FramStaff *self, FramRole role, const char *workshop, const char *group);
void fram_staff_set_stand_in (FramStaff *self, const char *workshop, gboolean may);
gboolean fram_staff_may_stand_in (const FramStaff *self, const char *workshop);

/**
 * FramWorkshop:
 * @id: the workshop
 * @row: its row number
 * @code: its code, constant
 * @name_sv: in Swedish
 * @name_en: in English
 * @capacity: places
 * @active: open
 * @hours: (element-type FramOpening): opening hours by weekday
 * @greets: (nullable): first-day card: who meets somebody on the first day
 * @first_tool: (nullable): first-day card: the first tool to try
 * @coffee: (nullable): first-day card: when there is coffee
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
  gint64 row;
  char *code;
  char *name_sv;
  char *name_en;
  int capacity;
  gboolean active;
  GArray *hours;
  char *greets;
  char *first_tool;
  char *coffee;
} FramWorkshop;

FramWorkshop *fram_workshop_new (void);
void fram_workshop_free (FramWorkshop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramWorkshop, fram_workshop_free)
const char *fram_workshop_get_name (const FramWorkshop *self);
/**
 * FramClosure:
 * @id: the row; none for a new one
 * @day: first day
 * @to_day: last day, or %FRAM_DATE_NONE for one day
 * @workshop: (nullable): code; %NULL for the whole house
 * @workshop_row: its row number, 0 for the whole house
 * @name: what it is called: "Planning day"
 */
typedef struct
{
  FramUuid id;
  FramDate day;
  FramDate to_day;
  char *workshop;
  gint64 workshop_row;
  char *name;
} FramClosure;

void fram_closure_free (FramClosure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramClosure, fram_closure_free)
FramClosure *fram_closure_new (void);

G_END_DECLS
