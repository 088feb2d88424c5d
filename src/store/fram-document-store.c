#include "fram-document-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

#include <glib/gi18n-lib.h>

void
fram_stored_document_free (FramStoredDocument *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->kind);
  g_free (self->text);
  g_free (self->sent_to);
  g_free (self->staff_name);
  g_free (self->programme);
  g_free (self);
}

static char *
document_sql (const FramViewer *viewer, const char *where)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, FRAM_CLASS_DOCUMENT, "d.participant");

  return g_strdup_printf (
      "SELECT d.id, i.uuid, d.participant, pi.uuid, d.enrolment, ei.uuid, p.case_no, p.given_name, p.family_name,"
      " p.protected, d.kind, d.version, d.text, d.sent_to, d.at, d.approved, s.name,"
      " (SELECT g.name_sv FROM enrolment e JOIN programme g ON g.id = e.programme WHERE e.id = d.enrolment) FROM "
      "document d"
      " JOIN ident i ON i.id = d.id JOIN participant p ON p.id = d.participant AND p.gone = 0"
      " JOIN ident pi ON pi.id = p.id LEFT JOIN ident ei ON ei.id = d.enrolment LEFT JOIN staff s ON s.id = d.staff"
      " WHERE d.gone = 0 AND %s AND %s ORDER BY d.at DESC, d.version DESC, d.id DESC",
      sight, where);
}

static FramStoredDocument *
read_document (sqlite3_stmt *stmt)
{
  FramStoredDocument *self = g_new0 (FramStoredDocument, 1);

  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->participant = sqlite3_column_int64 (stmt, 2);
  self->participant_id = fram_column_uuid (stmt, 3);
  self->enrolment = sqlite3_column_int64 (stmt, 4);
  if (self->enrolment != 0)
    self->enrolment_id = fram_column_uuid (stmt, 5);
  self->case_no = fram_column_text (stmt, 6);
  self->given_name = fram_column_text (stmt, 7);
  self->family_name = fram_column_text (stmt, 8);
  self->is_protected = sqlite3_column_int (stmt, 9) != 0;
  self->kind = fram_column_text (stmt, 10);
  self->version = sqlite3_column_int (stmt, 11);
  self->text = fram_column_text (stmt, 12);
  self->sent_to = fram_column_text (stmt, 13);
  self->at = sqlite3_column_int64 (stmt, 14);
  self->approved = fram_column_date (stmt, 15);
  self->staff_name = fram_column_text (stmt, 16);
  self->programme = fram_column_text (stmt, 17);
  return self;
}

/**
 * fram_document_load:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 * @kind: (nullable): code of a kind; %NULL for all
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredDocument): documents that the viewer may see, newest first
 */
GPtrArray *
fram_document_load (FramDb *db, const FramViewer *viewer, gint64 participant, const char *kind, GError **error)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_document_free);
  g_autofree char *sql = document_sql (viewer, "d.participant = ?1 AND (?2 IS NULL OR d.kind = ?2)");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "it", participant, kind);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (documents, read_document (stmt));
  if (local == NULL)
    return g_steal_pointer (&documents);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_document_load_one:
 * @db: a register
 * @viewer: who asks
 * @id: a document
 * @error: return location; %FRAM_ERROR_NOT_FOUND also for one that the viewer may not see
 *
 * Returns: (transfer full) (nullable): the document
 */
FramStoredDocument *
fram_document_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error)
{
  g_autofree char *sql = document_sql (viewer, "d.id = ?1");
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "i", fram_db_find_row (db, id));
  FramStoredDocument *self = NULL;

  if (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      self = read_document (stmt);
      sqlite3_reset (stmt);
    }
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("The document is not in the register."));
  return self;
}

/* Versions are counted for each kind and person; those that were taken away count too, so that none is there twice. */
int
fram_document_newest_version (FramDb *db, gint64 participant, const char *kind)
{
  return (int)fram_db_int (db, 0, "SELECT max (version) FROM document WHERE participant = ? AND kind = ?", "it",
                           participant, kind);
}
