#include "fram-house-store.h"

#include "fram-db-private.h"
#include "fram-group-store.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

static void
stored_grant_free (gpointer data)
{
  FramStoredGrant *grant = data;

  g_free (grant->workshop);
  g_free (grant->group);
  g_free (grant);
}

/**
 * fram_staff_load_grants:
 * @db: a register
 * @staff: row number of a person
 * @stand_in: those that let the person stand in somewhere, else the roles as such
 * @today: the day
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStoredGrant): the roles the person holds that day
 */
GPtrArray *
fram_staff_load_grants (FramDb *db, gint64 staff, gboolean stand_in, FramDate today, GError **error)
{
  GPtrArray *grants = g_ptr_array_new_with_free_func (stored_grant_free);
  sqlite3_stmt *stmt =
      fram_db_query (db, error,
                     "SELECT i.uuid, r.role, w.code, g.code, r.from_day FROM role_grant r JOIN ident i ON i.id = r.id"
                     " LEFT JOIN workshop w ON w.id = r.workshop LEFT JOIN activity_group g ON g.id = r.activity_group"
                     " WHERE r.staff = ?1 AND r.gone = 0 AND r.deputy_for IS NULL AND r.stand_in = ?3 AND (r.from_day "
                     "IS NULL OR r.from_day <= ?2)"
                     " AND (r.to_day IS NULL OR r.to_day >= ?2) ORDER BY r.id",
                     "idi", staff, today, (gint64)stand_in);

  while (stmt != NULL && fram_db_step (db, stmt, error))
    {
      FramStoredGrant *grant = g_new0 (FramStoredGrant, 1);

      grant->id = fram_column_uuid (stmt, 0);
      if (!fram_role_from_code (fram_column_peek (stmt, 1), &grant->role))
        {
          g_free (grant);
          continue;
        }
      grant->workshop = fram_column_text (stmt, 2);
      grant->group = fram_column_text (stmt, 3);
      grant->from = fram_column_date (stmt, 4);
      g_ptr_array_add (grants, grant);
    }
  return grants;
}

static char *
name_of_code (FramDb *db, const char *table, const char *code)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT name_%s FROM %s WHERE code = ?", fram_text_is_swedish () ? "sv" : "en", table);

  return code != NULL ? fram_db_text (db, sql, "t", code) : NULL;
}

/* Where a role is held: "Woodwork", or the group's code. */
static char *
place_of_role (FramDb *db, const FramStaffRole *role)
{
  char *workshop = name_of_code (db, "workshop", role->workshop);

  return workshop != NULL ? workshop : g_strdup (role->group);
}

static gboolean
is_first_of_role (const GPtrArray *roles, guint at)
{
  const FramStaffRole *role = g_ptr_array_index (roles, at);

  for (guint i = 0; i < at; i++)
    if (((const FramStaffRole *)g_ptr_array_index (roles, i))->role == role->role)
      return FALSE;
  return TRUE;
}

static void
append_places (FramDb *db, const GPtrArray *roles, guint from, GString *out)
{
  const FramStaffRole *role = g_ptr_array_index (roles, from);

  for (guint i = from; i < roles->len; i++)
    {
      const FramStaffRole *same = g_ptr_array_index (roles, i);
      g_autofree char *place = same->role == role->role ? place_of_role (db, same) : NULL;

      if (place != NULL)
        g_string_append_printf (out, ", %s", place);
    }
}

/* "Activity leader, Woodwork, Garden · Case worker": each role once, with its places behind it. */
static char *
describe_roles (FramDb *db, const GPtrArray *roles)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < roles->len; i++)
    {
      const FramStaffRole *role = g_ptr_array_index (roles, i);

      if (!is_first_of_role (roles, i))
        continue;
      if (out->len > 0)
        g_string_append (out, " · ");
      g_string_append (out, fram_role_get_name (role->role));
      append_places (db, roles, i, out);
    }
  return g_string_free (out, FALSE);
}

static void
fill_roles (FramDb *db, FramStaff *staff, FramDate today)
{
  g_autoptr (GPtrArray) grants = fram_staff_load_grants (db, staff->row, FALSE, today, NULL);
  g_autoptr (GPtrArray) stand_ins = fram_staff_load_grants (db, staff->row, TRUE, today, NULL);

  for (guint i = 0; i < grants->len; i++)
    {
      const FramStoredGrant *grant = g_ptr_array_index (grants, i);

      fram_staff_add_role (staff, grant->role, grant->workshop, grant->group);
    }
  fram_staff_set_stand_in (staff, NULL, TRUE);
  for (guint i = 0; i < stand_ins->len; i++)
    if (((const FramStoredGrant *)g_ptr_array_index (stand_ins, i))->workshop != NULL)
      fram_staff_set_stand_in (staff, ((const FramStoredGrant *)g_ptr_array_index (stand_ins, i))->workshop, TRUE);
  staff->roles_text = describe_roles (db, staff->roles);
}

/**
 * fram_staff_load_all:
 * @db: a register
 * @also_inactive: those who have left too
 * @today: the day that roles are counted from
 * @error: return location
 *
 * Returns: (transfer full) (element-type FramStaff): everybody by name
 */
GPtrArray *
fram_staff_load_all (FramDb *db, gboolean also_inactive, FramDate today, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_staff_free);
  sqlite3_stmt *stmt =
      fram_db_query (db, error,
                     "SELECT s.id, i.uuid, s.name, s.login, s.phone, s.email, s.active FROM staff s"
                     " JOIN ident i ON i.id = s.id WHERE s.gone = 0 AND (s.active = 1 OR ?) ORDER BY s.name",
                     "i", (gint64)also_inactive);

  while (stmt != NULL && fram_db_step (db, stmt, error))
    {
      FramStaff *staff = fram_staff_new ();

      staff->row = sqlite3_column_int64 (stmt, 0);
      staff->id = fram_column_uuid (stmt, 1);
      staff->name = fram_column_text (stmt, 2);
      staff->login = fram_column_text (stmt, 3);
      staff->phone = fram_column_text (stmt, 4);
      staff->email = fram_column_text (stmt, 5);
      staff->active = sqlite3_column_int (stmt, 6) != 0;
      g_ptr_array_add (all, staff);
    }
  for (guint i = 0; i < all->len; i++)
    fill_roles (db, g_ptr_array_index (all, i), today);
  return all;
}

static void
load_rights (FramDb *db, FramViewer *viewer)
{
  sqlite3_stmt *stmt = fram_db_query (db, NULL, "SELECT role, class, reach, write FROM role_right WHERE gone = 0", "");

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      FramRole role;
      FramClass klass;
      FramReach reach;

      if (fram_role_from_code (fram_column_peek (stmt, 0), &role) &&
          fram_class_from_code (fram_column_peek (stmt, 1), &klass) &&
          fram_reach_from_code (fram_column_peek (stmt, 2), &reach))
        {
          viewer->rights.cells[role][klass].reach = reach;
          viewer->rights.cells[role][klass].write = sqlite3_column_int (stmt, 3) != 0;
        }
    }
}

static void
load_viewer_grants (FramDb *db, FramViewer *viewer)
{
  sqlite3_stmt *stmt =
      fram_db_query (db, NULL,
                     "SELECT role, workshop, activity_group, organisation, deputy_for FROM role_grant"
                     " WHERE staff = ?1 AND gone = 0 AND stand_in = 0 AND (from_day IS NULL OR from_day <= ?2)"
                     " AND (to_day IS NULL OR to_day >= ?2)",
                     "id", viewer->staff, viewer->today);

  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      FramGrant grant = { 0, sqlite3_column_int64 (stmt, 1), sqlite3_column_int64 (stmt, 2),
                          sqlite3_column_int64 (stmt, 3), sqlite3_column_int64 (stmt, 4) };

      if (fram_role_from_code (fram_column_peek (stmt, 0), &grant.role))
        fram_viewer_add_grant (viewer, &grant);
    }
}

/* Whether the register holds a change of a later day: then the clock was turned back. */
static gboolean
is_clock_behind (FramDb *db, FramDate today)
{
  return fram_staff_newest_day (db) > today;
}

/* "I stand in here today" holds on the day it was said, as long as the person may stand in there; turning the clock back to
 * an old day brings nothing back. */
static void
load_stand_ins (FramDb *db, FramViewer *viewer)
{
  sqlite3_stmt *stmt;

  if (is_clock_behind (db, viewer->today))
    return;
  stmt = fram_db_query (db, NULL,
                        "SELECT x.workshop FROM stand_in x WHERE x.staff = ?1 AND x.day = ?2 AND x.gone = 0"
                        " AND EXISTS (SELECT 1 FROM role_grant g WHERE g.staff = ?1 AND g.workshop = x.workshop"
                        "  AND g.stand_in = 1 AND g.gone = 0 AND (g.from_day IS NULL OR g.from_day <= ?2)"
                        "  AND (g.to_day IS NULL OR g.to_day >= ?2))",
                        "id", viewer->staff, viewer->today);
  while (stmt != NULL && fram_db_step (db, stmt, NULL))
    {
      FramGrant grant = { FRAM_ROLE_ACTIVITY_LEADER, sqlite3_column_int64 (stmt, 0), 0, 0, 0 };

      fram_viewer_add_grant (viewer, &grant);
    }
}

/* The groups that are led today, by grant or by being written down as their leader. */
static void
load_led (FramDb *db, FramViewer *viewer)
{
  g_autoptr (GArray) led = fram_group_load_led (db, viewer->staff, viewer->today, !is_clock_behind (db, viewer->today));
  g_autoptr (GArray) near = fram_group_load_near (db, viewer->staff, viewer->today);

  for (guint i = 0, n = viewer->grants->len; i < n; i++)
    {
      gint64 group = g_array_index (viewer->grants, FramGrant, i).group;

      if (group != 0)
        fram_viewer_add_led (viewer, group);
    }
  for (guint i = 0; i < led->len; i++)
    fram_viewer_add_led (viewer, g_array_index (led, gint64, i));
  for (guint i = 0; i < near->len; i++)
    fram_viewer_add_near (viewer, g_array_index (near, gint64, i));
}

/**
 * fram_staff_newest_day:
 * @db: a register
 *
 * Returns: the day of the newest change that the register holds, %FRAM_DATE_NONE where there is none
 */
FramDate
fram_staff_newest_day (FramDb *db)
{
  /* a hybrid clock: 48 bits of milliseconds, 16 of a counter */
  gint64 newest = fram_db_follow_clock (db, NULL) ? db->last_clock >> 16 : 0;

  return newest > 0 ? fram_instant_get_date (newest) : FRAM_DATE_NONE;
}

/**
 * fram_staff_load_stand_in_places:
 * @db: a register
 * @staff: row number of a person
 * @today: the day
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers of the workshops where the person may stand in and
 *   does not lead or stand in yet, in order
 */
GArray *
fram_staff_load_stand_in_places (FramDb *db, gint64 staff, FramDate today, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT DISTINCT w.id FROM role_grant g JOIN workshop w ON w.id = g.workshop WHERE g.staff = ?1 AND g.stand_in = "
      "1"
      " AND g.gone = 0 AND (g.from_day IS NULL OR g.from_day <= ?2) AND (g.to_day IS NULL OR g.to_day >= ?2)"
      " AND w.gone = 0 AND w.active = 1 AND NOT EXISTS (SELECT 1 FROM stand_in x WHERE x.staff = ?1"
      "  AND x.workshop = w.id AND x.day = ?2 AND x.gone = 0)"
      " AND NOT EXISTS (SELECT 1 FROM role_grant l WHERE l.staff = ?1 AND l.workshop = w.id AND l.stand_in = 0"
      "  AND l.gone = 0 AND (l.from_day IS NULL OR l.from_day <= ?2) AND (l.to_day IS NULL OR l.to_day >= ?2))"
      " ORDER BY w.rank, w.id",
      "id", staff, today);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      gint64 place = sqlite3_column_int64 (stmt, 0);

      g_array_append_val (places, place);
    }
  if (local == NULL)
    return g_steal_pointer (&places);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_staff_load_viewer:
 * @db: a register
 * @staff: row number of a person
 * @today: the day
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_DENIED for one who has left
 *
 * Returns: (transfer full) (nullable): the person with the roles held today and the rights table in force
 */
FramViewer *
fram_staff_load_viewer (FramDb *db, gint64 staff, FramDate today, GError **error)
{
  sqlite3_stmt *stmt = fram_db_query (db, error,
                                      "SELECT i.uuid, s.name, s.active FROM staff s JOIN ident i ON i.id = s.id"
                                      " WHERE s.id = ? AND s.gone = 0",
                                      "i", staff);
  g_autofree char *name = NULL;
  FramViewer *viewer;
  FramUuid id;

  if (stmt == NULL)
    return NULL;
  if (!fram_db_step (db, stmt, error))
    {
      if (error == NULL || *error == NULL)
        g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That person is not in the register."));
      return NULL;
    }
  id = fram_column_uuid (stmt, 0);
  name = fram_column_text (stmt, 1);
  if (sqlite3_column_int (stmt, 2) == 0)
    {
      sqlite3_reset (stmt);
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("%s does not work here any more."), name);
      return NULL;
    }
  sqlite3_reset (stmt);
  viewer = fram_viewer_new (staff, &id, name, today);
  load_rights (db, viewer);
  load_viewer_grants (db, viewer);
  load_led (db, viewer);
  load_stand_ins (db, viewer);
  return viewer;
}

/**
 * fram_staff_find:
 * @db: a register
 * @name_or_login: a login, a name or an id
 * @error: return location; %FRAM_ERROR_NOT_FOUND, %FRAM_ERROR_INVALID where several have the name
 *
 * Returns: the row number, or 0
 */
gint64
fram_staff_find (FramDb *db, const char *name_or_login, GError **error)
{
  FramUuid id;
  gint64 row;
  gint64 n;

  if (fram_uuid_parse (name_or_login, &id) && (row = fram_db_find_row (db, &id)) != 0)
    return row;
  row = fram_db_int (db, 0, "SELECT id FROM staff WHERE login = ? AND gone = 0", "t", name_or_login);
  if (row != 0)
    return row;
  n = fram_db_int (db, 0, "SELECT count (*) FROM staff WHERE name = ? COLLATE NOCASE AND gone = 0", "t", name_or_login);
  if (n == 1)
    return fram_db_int (db, 0, "SELECT id FROM staff WHERE name = ? COLLATE NOCASE AND gone = 0", "t", name_or_login);
  if (n == 0)
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("Nobody called “%s” works here."), name_or_login);
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Several people are called “%s”. Use the login."),
                 name_or_login);
  return 0;
}
