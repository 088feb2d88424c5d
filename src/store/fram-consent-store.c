#include "fram-consent-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

/* What participants have consented to. */

void
fram_stored_consent_free (FramStoredConsent *self)
{
  g_free (self->recipient);
  g_free (self->what);
  g_free (self->form);
  g_free (self);
}

static FramStoredConsent *
read_consent (sqlite3_stmt *stmt)
{
  FramStoredConsent *self = g_new0 (FramStoredConsent, 1);

  self->id = fram_column_uuid (stmt, 0);
  self->recipient = fram_column_text (stmt, 1);
  self->what = fram_column_text (stmt, 2);
  self->form = fram_column_text (stmt, 3);
  self->given = fram_column_date (stmt, 4);
  self->until = fram_column_date (stmt, 5);
  self->withdrawn = fram_column_date (stmt, 6);
  return self;
}

/**
 * fram_consent_load:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 * @kind: kind of consent
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredConsent): the lines; none where the viewer may not see the
 *   participant
 */
GPtrArray *
fram_consent_load (FramDb *db, const FramViewer *viewer, gint64 participant, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_consent_free);
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_BASIC, "c.participant");
  g_autofree char *sql = g_strdup_printf (
      "SELECT i.uuid, c.recipient, c.what, c.form, c.given, c.until, c.withdrawn FROM consent c JOIN ident i"
      " ON i.id = c.id WHERE c.participant = ?1 AND c.kind = ?2 AND c.gone = 0 AND %s ORDER BY c.id",
      sight);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "it", participant, kind);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (lines, read_consent (stmt));
  if (local == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
