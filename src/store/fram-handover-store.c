#include "fram-document-store.h"

#include "fram-db-private.h"
#include "fram-my-steps-store.h"
#include "fram-sight.h"

/* Of what was seen only the newest; a sheet is one page. */
#define MOST_SEEN "6"

static void
part_free (gpointer data)
{
  FramStoredPart *self = data;

  g_free (self->text);
  g_free (self->detail);
  g_free (self);
}

void
fram_stored_handover_free (FramStoredHandover *self)
{
  g_free (self->main_goal);
  g_clear_pointer (&self->seen, g_ptr_array_unref);
  g_clear_pointer (&self->instructions, g_ptr_array_unref);
  g_clear_pointer (&self->goals, g_ptr_array_unref);
  g_clear_pointer (&self->hours, g_ptr_array_unref);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  g_clear_pointer (&self->case_workers, g_ptr_array_unref);
  g_clear_pointer (&self->referrers, g_ptr_array_unref);
  g_free (self);
}

/* What a part is read from: columns text, detail, day, weekday, from, to. ?1 participant, ?2 enrolment, ?3 today. */
typedef struct
{
  const char *sql;
  FramClass klass;
  gsize member;
} Source;

static const Source sources[] = {
  { "SELECT text, NULL, day, NULL, NULL, NULL FROM (SELECT s.text, s.day, s.agreed FROM seen s WHERE s.participant = ?1"
    " AND s.gone = 0 AND (s.enrolment IS NULL OR s.enrolment = ?2 OR ?2 = 0) AND s.day <= ?3 AND " FRAM_SEEN_IS_CURRENT
    " ORDER BY s.agreed IS NULL, s.day DESC, s.id DESC LIMIT " MOST_SEEN ")",
    FRAM_CLASS_INSTRUCT, G_STRUCT_OFFSET (FramStoredHandover, seen) },
  { "SELECT DISTINCT line, NULL, NULL, NULL, NULL, NULL FROM instruction WHERE enrolment = ?2 AND gone = 0 AND ?1 > 0"
    " AND waits = 0 AND (from_day IS NULL OR from_day <= ?3) AND (to_day IS NULL OR to_day >= ?3) ORDER BY id",
    FRAM_CLASS_INSTRUCT, G_STRUCT_OFFSET (FramStoredHandover, instructions) },
  { "SELECT text, NULL, due, NULL, NULL, NULL FROM part_goal WHERE enrolment = ?2 AND gone = 0 AND ?1 > 0"
    " AND (reached IS NULL OR reached > ?3) ORDER BY due IS NULL, due, id",
    FRAM_CLASS_PROGRESS, G_STRUCT_OFFSET (FramStoredHandover, goals) },
  { "SELECT coalesce (w.name_sv, x.employer, g.name, k.name_sv), NULL, max (s.valid_from, ?3), s.weekday, s.from_time,"
    " s.to_time FROM plan_slot s LEFT JOIN workshop w ON w.id = s.activity LEFT JOIN external_place x"
    " ON x.id = s.activity LEFT JOIN activity_group g ON g.id = s.activity LEFT JOIN group_kind k ON k.id = "
    "g.group_kind"
    " WHERE s.enrolment = ?2 AND s.gone = 0 AND ?1 > 0 AND (s.valid_to IS NULL OR s.valid_to >= ?3)"
    " ORDER BY 3, s.weekday, s.from_time",
    FRAM_CLASS_PLAN, G_STRUCT_OFFSET (FramStoredHandover, hours) },
  { "SELECT kind, place, day, NULL, starts, NULL FROM booking WHERE participant = ?1 AND gone = 0 AND ?2 >= 0"
    " AND day >= ?3 AND coalesce (status, 'bokat') = 'bokat' ORDER BY day, starts LIMIT 4",
    FRAM_CLASS_PLAN, G_STRUCT_OFFSET (FramStoredHandover, meetings) },
  { "SELECT s.name, s.phone, c.from_day, NULL, NULL, NULL FROM case_worker c JOIN staff s ON s.id = c.staff"
    " WHERE c.enrolment = ?2 AND c.gone = 0 AND ?1 > 0 AND (c.to_day IS NULL OR c.to_day >= ?3) ORDER BY c.from_day",
    FRAM_CLASS_BASIC, G_STRUCT_OFFSET (FramStoredHandover, case_workers) },
  { "SELECT c.name, o.name_sv, NULL, NULL, NULL, NULL FROM enrolment e JOIN referral r ON r.id = e.referral"
    " LEFT JOIN contact c ON c.id = r.referrer LEFT JOIN organisation o ON o.id = r.organisation"
    " WHERE e.id = ?2 AND r.gone = 0 AND ?1 > 0 AND ?3 > ''",
    FRAM_CLASS_INTAKE, G_STRUCT_OFFSET (FramStoredHandover, referrers) },
};

static FramStoredPart *
read_part (sqlite3_stmt *stmt)
{
  FramStoredPart *part = g_new0 (FramStoredPart, 1);

  part->text = fram_column_text (stmt, 0);
  part->detail = fram_column_text (stmt, 1);
  part->day = fram_column_date (stmt, 2);
  part->weekday = sqlite3_column_int (stmt, 3);
  part->from_time = fram_column_minutes (stmt, 4);
  part->to_time = fram_column_minutes (stmt, 5);
  return part;
}

static gboolean
may (FramDb *db, const FramViewer *viewer, FramClass klass, gint64 participant)
{
  g_autofree char *sight = fram_sight_of_participant (viewer, klass, "?1");
  g_autofree char *sql = g_strdup_printf ("SELECT %s", sight);

  return fram_db_int (db, 0, sql, "i", participant) != 0;
}

static GPtrArray *
load_parts (FramDb *db, const char *sql, gint64 participant, gint64 enrolment, FramDate today, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GError) local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "iid", participant, enrolment, today);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    g_ptr_array_add (parts, read_part (stmt));
  if (local == NULL)
    return g_steal_pointer (&parts);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_handover_load:
 * @db: a register
 * @viewer: who asks
 * @participant: row number
 * @enrolment: row number
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is recorded that belongs on a handover sheet, each as far as the viewer may see
 */
FramStoredHandover *
fram_handover_load (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment, GError **error)
{
  g_autoptr (FramStoredHandover) self = g_new0 (FramStoredHandover, 1);
  g_autofree char *target =
      fram_db_text (db, "SELECT coalesce (extended_to, target) FROM enrolment WHERE id = ?", "i", enrolment);

  self->target = target != NULL ? fram_date_parse (target) : FRAM_DATE_NONE;
  if (may (db, viewer, FRAM_CLASS_PROGRESS, participant))
    self->main_goal = fram_db_text (db, "SELECT main_goal FROM enrolment WHERE id = ?", "i", enrolment);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      GPtrArray **member = G_STRUCT_MEMBER_P (self, sources[i].member);

      *member = may (db, viewer, sources[i].klass, participant)
                    ? load_parts (db, sources[i].sql, participant, enrolment, viewer->today, error)
                    : g_ptr_array_new_with_free_func (part_free);
      if (*member == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}
