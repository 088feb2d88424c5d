#include "fram-pin-store.h"

#include "fram-db-private.h"

#include <string.h>

void
fram_stored_pin_clear (FramStoredPin *self)
{
  g_clear_pointer (&self->hash, g_free);
}

/**
 * fram_pin_load:
 * @db: a register
 * @staff: row number of a person
 * @pin: (out caller-allocates): the PIN; without a hash where there is none
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean
fram_pin_load (FramDb *db, gint64 staff, FramStoredPin *pin, GError **error)
{
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local, "SELECT hash, wrong, wait_until FROM pin WHERE staff = ?", "i", staff);

  memset (pin, 0, sizeof *pin);
  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      pin->hash = fram_column_text (stmt, 0);
      pin->wrong = sqlite3_column_int (stmt, 1);
      pin->wait_until = sqlite3_column_int64 (stmt, 2);
      sqlite3_reset (stmt);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * fram_pin_save:
 * @db: a register
 * @staff: row number of a person
 * @pin: what is to be kept
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
fram_pin_save (FramDb *db, gint64 staff, const FramStoredPin *pin, GError **error)
{
  return fram_db_run (db, error, "INSERT OR REPLACE INTO pin (staff, hash, wrong, wait_until) VALUES (?, ?, ?, ?)",
                      "itii", staff, pin->hash, (gint64)pin->wrong, pin->wait_until);
}

gboolean
fram_pin_remove (FramDb *db, gint64 staff, GError **error)
{
  return fram_db_run (db, error, "DELETE FROM pin WHERE staff = ?", "i", staff);
}

/**
 * fram_pin_load_holders:
 * @db: a register
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramUuid): who has a PIN on this computer
 */
GArray *
fram_pin_load_holders (FramDb *db, GError **error)
{
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt =
      fram_db_query (db, &local, "SELECT i.uuid FROM pin p JOIN ident i ON i.id = p.staff ORDER BY p.staff", "");

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramUuid id = fram_column_uuid (stmt, 0);

      g_array_append_val (holders, id);
    }
  if (local == NULL)
    return g_steal_pointer (&holders);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
