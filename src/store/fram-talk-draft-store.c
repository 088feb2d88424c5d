#include "fram-talk-store.h"

#include "fram-db-private.h"
#include "fram-sight.h"

/* Forms that are not finished. They are on this machine only, and nobody's but who began them: no change log, no export. */

static void
draft_free (gpointer data)
{
  FramStoredDraft *self = data;

  g_free (self->answers);
  g_free (self);
}

/**
 * fram_talk_load_drafts:
 * @db: a register
 * @viewer: who asks
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredDraft): what the viewer has begun, newest first
 */
GPtrArray *
fram_talk_load_drafts (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (draft_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT indicator_set, day, answers FROM rating_draft WHERE enrolment = ?"
                                      " AND staff = ? ORDER BY written DESC, indicator_set DESC",
                                      "ii", enrolment, viewer->staff);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredDraft *draft = g_new0 (FramStoredDraft, 1);

      draft->set = sqlite3_column_int64 (stmt, 0);
      draft->day = fram_column_date (stmt, 1);
      draft->answers = fram_column_text (stmt, 2);
      g_ptr_array_add (drafts, draft);
    }
  if (local == NULL)
    return g_steal_pointer (&drafts);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_talk_save_draft:
 * @db: a register
 * @viewer: whose
 * @enrolment: row number
 * @draft: what was begun
 * @error: return location
 *
 * What says the same already is not written again, so that the disk rests.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_talk_save_draft (FramDb *db, const FramViewer *viewer, gint64 enrolment, const FramStoredDraft *draft,
                      GError **error)
{
  return fram_db_run (db, error,
                      "INSERT INTO rating_draft (enrolment, indicator_set, staff, day, answers, written)"
                      " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET day = excluded.day,"
                      " answers = excluded.answers, written = excluded.written"
                      " WHERE day <> excluded.day OR answers <> excluded.answers",
                      "iiidti", enrolment, draft->set, viewer->staff, draft->day, draft->answers,
                      fram_clock_now (fram_db_get_clock (db)));
}

/* Of the set in whatever version it was begun. */
gboolean
fram_talk_drop_draft (FramDb *db, const FramViewer *viewer, gint64 enrolment, gint64 set, GError **error)
{
  return fram_db_run (db, error,
                      "DELETE FROM rating_draft WHERE enrolment = ?1 AND staff = ?2 AND indicator_set IN"
                      " (SELECT v.id FROM indicator_set s JOIN indicator_set v ON v.code = s.code WHERE s.id = ?3)",
                      "iii", enrolment, viewer->staff, set);
}

/**
 * fram_talk_tidy_drafts:
 * @db: a register
 * @today: the day
 *
 * Throws away what nobody can finish any more: the enrolment ended so long ago that it is nobody's own, or the set is in use
 * in no version. What cannot be thrown away now is so next time.
 */
void
fram_talk_tidy_drafts (FramDb *db, FramDate today)
{
  g_autoptr (GError) local = NULL;

  if (fram_db_get_read_only_reason (db) != NULL || fram_db_int (db, 0, "SELECT 1 FROM rating_draft LIMIT 1", "") == 0)
    return;
  if (!fram_db_run (db, &local,
                    "DELETE FROM rating_draft WHERE NOT EXISTS (SELECT 1 FROM enrolment e"
                    " WHERE e.id = rating_draft.enrolment AND e.gone = 0 AND (e.closed IS NULL OR e.closed >= ?))"
                    " OR NOT EXISTS (SELECT 1 FROM indicator_set s JOIN indicator_set v ON v.code = s.code"
                    " AND v.gone = 0 AND v.active = 1 WHERE s.id = rating_draft.indicator_set)",
                    "d", today - FRAM_SIGHT_DAYS_BACK))
    g_debug ("drafts of talks: %s", local->message);
}
