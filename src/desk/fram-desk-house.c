#include "fram-desk-private.h"
#include "fram-desk-house.h"

#include "fram-ids.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
ok (FramWritten written)
{
  return written != FRAM_WRITTEN_FAILED;
}

/**
 * fram_desk_staff:
 * @self: the desk
 * @also_inactive: those who have left too
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStaff): everybody who works here, by name
 */
GPtrArray *
fram_desk_staff (FramDesk *self, gboolean also_inactive, GError **error)
{
  g_autoptr (GPtrArray) staff = NULL;
  g_autoptr (GError) local = NULL;

  FRAM_DESK_LOCKED (self);
  staff = fram_staff_load_all (self->db, also_inactive, fram_clock_today (self->clock), &local);
  if (local == NULL)
    return g_steal_pointer (&staff);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
needs_place (FramRole role)
{
  return role == FRAM_ROLE_ACTIVITY_LEADER;
}

static gboolean
check_staff (FramDesk *self, const FramStaff *staff, GError **error)
{
  gint64 other;

  if (staff->name == NULL || staff->name[0] == '\0')
    return refuse (error, _ ("Write the person's name."));
  for (guint i = 0; i < staff->roles->len; i++)
    {
      const FramStaffRole *role = g_ptr_array_index (staff->roles, i);

      if (needs_place (role->role) && role->workshop == NULL && role->group == NULL)
        return refuse (error, _ ("An activity leader leads a workshop; choose which."));
      if (role->workshop != NULL && fram_db_find_code (self->db, FRAM_ENTITY_WORKSHOP, role->workshop) == 0)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no workshop “%s”."), role->workshop);
          return FALSE;
        }
      if (role->group != NULL && fram_db_find_code (self->db, FRAM_ENTITY_ACTIVITY_GROUP, role->group) == 0)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no workshop or group “%s”."), role->group);
          return FALSE;
        }
    }
  for (guint i = 0; staff->stand_ins != NULL && i < staff->stand_ins->len; i++)
    if (fram_db_find_code (self->db, FRAM_ENTITY_WORKSHOP, g_ptr_array_index (staff->stand_ins, i)) == 0)
      {
        g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no workshop “%s”."),
                     (const char *)g_ptr_array_index (staff->stand_ins, i));
        return FALSE;
      }
  other = staff->login != NULL ? fram_staff_find (self->db, staff->login, NULL) : 0;
  if (other != 0 && other != fram_db_find_row (self->db, &staff->id))
    return refuse (error, _ ("Somebody else has that login."));
  return TRUE;
}

static gboolean
is_administrator (const FramStaff *staff)
{
  if (!staff->active)
    return FALSE;
  for (guint i = 0; i < staff->roles->len; i++)
    if (((const FramStaffRole *)g_ptr_array_index (staff->roles, i))->role == FRAM_ROLE_ADMINISTRATOR)
      return TRUE;
  return FALSE;
}

/* Somebody must be left who can give roles. */
static gboolean
check_last_administrator (FramDesk *self, const FramStaff *staff, GError **error)
{
  g_autoptr (GPtrArray) all = fram_desk_staff (self, FALSE, error);
  gboolean was = FALSE, others = FALSE;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const FramStaff *one = g_ptr_array_index (all, i);

      if (fram_uuid_equal (&one->id, &staff->id))
        was = is_administrator (one);
      else
        others = others || is_administrator (one);
    }
  if (was && !others && !is_administrator (staff))
    return refuse (error, _ ("The last administrator must keep that role. Give it to somebody else first."));
  return all != NULL;
}

static gboolean
same_role (const FramStaffRole *role, const FramStoredGrant *grant)
{
  return role->role == grant->role && g_strcmp0 (role->workshop, grant->workshop) == 0 &&
         g_strcmp0 (role->group, grant->group) == 0;
}

static gboolean
add_role (FramDesk *self, FramChanges *changes, const FramUuid *staff, const FramStaffRole *role, gboolean stand_in,
          GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, NULL);
  FramUuid place;

  fram_record_set_ref (record, "staff", staff);
  fram_record_set_text (record, "role", fram_role_get_code (role->role));
  fram_record_set_date (record, "from_day", fram_clock_today (self->clock));
  fram_record_set_int (record, "stand_in", stand_in != FALSE);
  if (role->workshop != NULL)
    {
      place = fram_db_get_id (self->db, fram_db_find_code (self->db, FRAM_ENTITY_WORKSHOP, role->workshop));
      fram_record_set_ref (record, "workshop", &place);
    }
  if (role->group != NULL)
    {
      place = fram_db_get_id (self->db, fram_db_find_code (self->db, FRAM_ENTITY_ACTIVITY_GROUP, role->group));
      fram_record_set_ref (record, "activity_group", &place);
    }
  return ok (fram_changes_insert (changes, record, error));
}

/* A role that began today was a slip and is taken away; an older one ends yesterday, so that history stays true. */
static gboolean
end_role (FramDesk *self, FramChanges *changes, const FramStoredGrant *grant, GError **error)
{
  static const char *const columns[] = { "to_day", NULL };
  FramDate today = fram_clock_today (self->clock);
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_ROLE_GRANT, &grant->id);

  if (grant->from != FRAM_DATE_NONE && grant->from >= today)
    return ok (fram_changes_remove (changes, FRAM_ENTITY_ROLE_GRANT, &grant->id, error));
  fram_record_set_date (record, "to_day", today - 1);
  return ok (fram_changes_update (changes, record, columns, error));
}

static gboolean
write_roles (FramDesk *self, FramChanges *changes, const FramStaff *staff, const FramUuid *id, GError **error)
{
  gint64 row = fram_changes_find (changes, id);
  g_autoptr (GPtrArray) grants = fram_staff_load_grants (self->db, row, FALSE, fram_clock_today (self->clock), error);

  for (guint i = 0; i < grants->len; i++)
    {
      const FramStoredGrant *grant = g_ptr_array_index (grants, i);
      gboolean kept = FALSE;

      for (guint j = 0; !kept && j < staff->roles->len; j++)
        kept = same_role (g_ptr_array_index (staff->roles, j), grant);
      if (!kept && !end_role (self, changes, grant, error))
        return FALSE;
    }
  for (guint j = 0; j < staff->roles->len; j++)
    {
      const FramStaffRole *role = g_ptr_array_index (staff->roles, j);
      gboolean had = FALSE;

      for (guint i = 0; !had && i < grants->len; i++)
        had = same_role (role, g_ptr_array_index (grants, i));
      if (!had && !add_role (self, changes, id, role, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_already (const GPtrArray *grants, const char *workshop)
{
  for (guint i = 0; i < grants->len; i++)
    if (g_strcmp0 (((const FramStoredGrant *)g_ptr_array_index (grants, i))->workshop, workshop) == 0)
      return TRUE;
  return FALSE;
}

/* Where the person may stand in for a leader; a list that is not there says nothing about it. */
static gboolean
write_stand_ins (FramDesk *self, FramChanges *changes, const FramStaff *staff, const FramUuid *id, GError **error)
{
  FramDate today = fram_clock_today (self->clock);
  g_autoptr (GPtrArray) grants = fram_staff_load_grants (self->db, fram_changes_find (changes, id), TRUE, today, error);
  gboolean written = TRUE;

  for (guint i = 0; written && staff->stand_ins != NULL && i < grants->len; i++)
    {
      const FramStoredGrant *grant = g_ptr_array_index (grants, i);

      written = fram_staff_may_stand_in (staff, grant->workshop) || end_role (self, changes, grant, error);
    }
  for (guint i = 0; written && staff->stand_ins != NULL && i < staff->stand_ins->len; i++)
    {
      FramStaffRole role = { FRAM_ROLE_ACTIVITY_LEADER, g_ptr_array_index (staff->stand_ins, i), NULL };

      written = may_already (grants, role.workshop) || add_role (self, changes, id, &role, TRUE, error);
    }
  return written;
}

static gboolean
write_staff (FramDesk *self, FramChanges *changes, const FramStaff *staff, FramUuid *id, GError **error)
{
  static const char *const columns[] = { "name", "login", "phone", "email", "active", NULL };
  gboolean is_new = fram_uuid_is_none (&staff->id);
  g_autoptr (FramRecord) record = NULL;

  *id = is_new ? fram_uuid_new (self->clock) : staff->id;
  record = fram_record_new (FRAM_ENTITY_STAFF, id);
  fram_record_set_text (record, "name", staff->name);
  fram_record_set_text (record, "login", staff->login);
  fram_record_set_text (record, "phone", staff->phone);
  fram_record_set_text (record, "email", staff->email);
  fram_record_set_int (record, "active", staff->active != FALSE);
  return ok (is_new ? fram_changes_insert (changes, record, error)
                    : fram_changes_update (changes, record, columns, error)) &&
         write_roles (self, changes, staff, id, error) && write_stand_ins (self, changes, staff, id, error);
}

/**
 * fram_desk_save_staff:
 * @self: the desk
 * @staff: a person; without id a new one
 * @id: (out) (optional): the person's id
 * @error: return location; then nothing was written
 *
 * Writes a person and the roles held from today on. The first person of a register is written by whoever makes it.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_staff (FramDesk *self, const FramStaff *staff, FramUuid *id, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *what = NULL;
  FramUuid written;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error) || !check_staff (self, staff, error) ||
      !check_last_administrator (self, staff, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "staff", NULL, error);
  if (changes == NULL || !write_staff (self, changes, staff, &written, error))
    return FALSE;
  what = g_strdup_printf (_ ("%s is saved."), staff->name);
  if (id != NULL)
    *id = written;
  return fram_desk_finish (self, changes, what, &fram_changed_house, error);
}

/**
 * fram_desk_workshops:
 * @self: the desk
 * @also_inactive: closed ones too
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramWorkshop): workshops in order, with their opening hours
 */
GPtrArray *
fram_desk_workshops (FramDesk *self, gboolean also_inactive, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return fram_house_load_workshops (self->db, also_inactive, error);
}

static gboolean
check_workshop (const FramWorkshop *workshop, GError **error)
{
  if (workshop->name_sv == NULL || workshop->name_sv[0] == '\0' || workshop->name_en == NULL ||
      workshop->name_en[0] == '\0')
    return refuse (error, _ ("Write the workshop's name in both languages."));
  if (workshop->capacity < 0 || workshop->capacity > 1000)
    return refuse (error, _ ("Places are a number from 0 to 1000."));
  for (guint i = 0; i < workshop->hours->len; i++)
    {
      const FramOpening *opening = &g_array_index (workshop->hours, FramOpening, i);

      if (opening->opens < 0 || opening->closes > 24 * 60 || opening->opens >= opening->closes)
        return refuse (error, _ ("Opening hours must end after they begin."));
    }
  return TRUE;
}

static char *
code_of_name (const char *name)
{
  g_autofree char *folded = fram_text_fold (name);

  for (char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p))
      *p = '_';
  return g_steal_pointer (&folded);
}

static gboolean
write_hours (FramDesk *self, FramChanges *changes, const FramUuid *id, const FramWorkshop *workshop, GError **error)
{
  static const char *const columns[] = { "opens", "closes", NULL };
  g_autofree char *code = g_strdup (workshop->code);

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      FramUuid row = fram_id_opening_hours (FRAM_SITE_DEFAULT, code, weekday);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_OPENING_HOURS, &row);
      const FramOpening *opening = NULL;
      gboolean there = fram_changes_find (changes, &row) != 0;

      for (guint i = 0; opening == NULL && i < workshop->hours->len; i++)
        if (g_array_index (workshop->hours, FramOpening, i).weekday == weekday)
          opening = &g_array_index (workshop->hours, FramOpening, i);
      if (opening == NULL)
        {
          if (there && !ok (fram_changes_remove (changes, FRAM_ENTITY_OPENING_HOURS, &row, error)))
            return FALSE;
          continue;
        }
      fram_record_set_ref (record, "workshop", id);
      fram_record_set_int (record, "weekday", weekday);
      fram_record_set_int (record, "opens", opening->opens);
      fram_record_set_int (record, "closes", opening->closes);
      if (there && !ok (fram_changes_bring_back (changes, FRAM_ENTITY_OPENING_HOURS, &row, error)))
        return FALSE;
      if (!ok (there ? fram_changes_update (changes, record, columns, error)
                     : fram_changes_insert (changes, record, error)))
        return FALSE;
    }
  return TRUE;
}

/* An empty line of the first-day card is none. */
static void
set_line (FramRecord *record, const char *column, const char *text)
{
  g_autofree char *line = g_strstrip (g_strdup (text != NULL ? text : ""));

  fram_record_set_text (record, column, line[0] != '\0' ? line : NULL);
}

static gboolean
write_workshop (FramDesk *self, FramChanges *changes, const FramWorkshop *workshop, GError **error)
{
  static const char *const columns[] = { "name_sv", "name_en",    "capacity", "active",
                                         "greets",  "first_tool", "coffee",   NULL };
  gboolean is_new = fram_uuid_is_none (&workshop->id);
  FramUuid id = is_new ? fram_id_workshop (FRAM_SITE_DEFAULT, workshop->code) : workshop->id;
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_WORKSHOP, &id);
  FramUuid site = fram_id_site (FRAM_SITE_DEFAULT);

  fram_record_set_text (record, "name_sv", workshop->name_sv);
  fram_record_set_text (record, "name_en", workshop->name_en);
  fram_record_set_int (record, "capacity", workshop->capacity);
  fram_record_set_int (record, "active", workshop->active != FALSE);
  set_line (record, "greets", workshop->greets);
  set_line (record, "first_tool", workshop->first_tool);
  set_line (record, "coffee", workshop->coffee);
  if (is_new)
    {
      fram_record_set_text (record, "code", workshop->code);
      fram_record_set_ref (record, "site", &site);
      fram_record_set_int (record, "rank", 100);
    }
  return ok (is_new ? fram_changes_insert (changes, record, error)
                    : fram_changes_update (changes, record, columns, error)) &&
         write_hours (self, changes, &id, workshop, error);
}

/**
 * fram_desk_save_workshop:
 * @self: the desk
 * @workshop: a workshop; without id a new one, whose code is made of its Swedish name where it has none
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_workshop (FramDesk *self, const FramWorkshop *workshop, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *what = NULL;
  g_autofree char *code = NULL;
  FramWorkshop with_code = *workshop;

  FRAM_DESK_LOCKED (self);
  if (!fram_rights_reaches_site (self->viewer, FRAM_CLASS_REF, TRUE) &&
      !fram_rights_reaches_site (self->viewer, FRAM_CLASS_SHOP, TRUE))
    return fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
  if (!check_workshop (workshop, error))
    return FALSE;
  code = workshop->code != NULL ? g_strdup (workshop->code) : code_of_name (workshop->name_sv);
  with_code.code = code;
  if (fram_uuid_is_none (&workshop->id) && fram_db_find_code (self->db, FRAM_ENTITY_WORKSHOP, code) != 0)
    return refuse (error, _ ("There is already a workshop of that name."));
  changes = fram_changes_begin (self->db, self->viewer, "workshop", NULL, error);
  if (changes == NULL || !write_workshop (self, changes, &with_code, error))
    return FALSE;
  what = g_strdup_printf (_ ("%s is saved."), fram_workshop_get_name (workshop));
  return fram_desk_finish (self, changes, what, &fram_changed_house, error);
}

/**
 * fram_desk_closures:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramClosure): closed days and periods, in order
 */
GPtrArray *
fram_desk_closures (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return fram_house_load_closures (self->db, error);
}

static gboolean
check_closure (FramDesk *self, const FramClosure *closure, GError **error)
{
  if (closure->day == FRAM_DATE_NONE)
    return refuse (error, _ ("Write the day as year-month-day."));
  if (closure->to_day != FRAM_DATE_NONE && closure->to_day < closure->day)
    return refuse (error, _ ("The last day lies before the first."));
  if (closure->name == NULL || closure->name[0] == '\0')
    return refuse (error, _ ("Write what the closed day is called; rosters show it."));
  if (closure->workshop != NULL && fram_db_find_code (self->db, FRAM_ENTITY_WORKSHOP, closure->workshop) == 0)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no workshop “%s”."), closure->workshop);
      return FALSE;
    }
  return TRUE;
}

static FramRecord *
record_of_closure (FramDesk *self, const FramClosure *closure)
{
  FramRecord *record = fram_record_new (FRAM_ENTITY_CLOSED_DAY, &closure->id);

  fram_record_set_date (record, "day", closure->day);
  fram_record_set_date (record, "to_day", closure->to_day);
  fram_record_set_text (record, "name", closure->name);
  if (closure->workshop != NULL)
    {
      FramUuid workshop =
          fram_db_get_id (self->db, fram_db_find_code (self->db, FRAM_ENTITY_WORKSHOP, closure->workshop));

      fram_record_set_ref (record, "workshop", &workshop);
    }
  return record;
}

static gboolean
may_close (FramDesk *self, GError **error)
{
  return fram_rights_reaches_site (self->viewer, FRAM_CLASS_SHOP, TRUE) ||
         fram_desk_require (self, FRAM_CLASS_RIGHTS, TRUE, error);
}

/**
 * fram_desk_save_closure:
 * @self: the desk
 * @closure: a closed day or period; without id a new one
 * @error: return location; then nothing was written
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_save_closure (FramDesk *self, const FramClosure *closure, GError **error)
{
  static const char *const columns[] = { "day", "to_day", "name", "workshop", NULL };
  g_autoptr (FramChanges) changes = NULL;
  g_autoptr (FramRecord) record = NULL;
  g_autofree char *what = NULL;

  FRAM_DESK_LOCKED (self);
  if (!may_close (self, error) || !check_closure (self, closure, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "closed-day", NULL, error);
  if (changes == NULL)
    return FALSE;
  record = record_of_closure (self, closure);
  if (!ok (fram_uuid_is_none (&closure->id) ? fram_changes_insert (changes, record, error)
                                            : fram_changes_update (changes, record, columns, error)))
    return FALSE;
  what = g_strdup_printf (_ ("%s is saved."), closure->name);
  return fram_desk_finish (self, changes, what, &fram_changed_house, error);
}

gboolean
fram_desk_remove_closure (FramDesk *self, const FramUuid *id, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;

  FRAM_DESK_LOCKED (self);
  if (!may_close (self, error))
    return FALSE;
  changes = fram_changes_begin (self->db, self->viewer, "closed-day", NULL, error);
  if (changes == NULL || !ok (fram_changes_remove (changes, FRAM_ENTITY_CLOSED_DAY, id, error)))
    return FALSE;
  return fram_desk_finish (self, changes, _ ("The closed day is removed."), &fram_changed_house, error);
}
