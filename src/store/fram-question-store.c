#include "fram-question-store.h"

#include "fram-db-private.h"
#include "fram-rights.h"
#include "fram-sight.h"
#include "fram-text.h"

/* Questions to workshops. That an answer was seen by who asked is a row among the answers: they are only added. */

void
fram_stored_question_free (FramStoredQuestion *self)
{
  g_free (self->case_no);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->activity_code);
  g_free (self->activity_name);
  g_free (self->text);
  g_free (self->line);
  g_free (self->asker);
  g_free (self->answer);
  g_free (self->answer_text);
  g_free (self->answerer);
  g_free (self);
}

void
fram_stored_workshop_free (FramStoredWorkshop *self)
{
  g_free (self->code);
  g_free (self->name);
  g_free (self);
}

/* Whether the person has been there often enough, counted from the first day of the trial to the day ?1. */
#define ASKED                                                                                                          \
  "(q.instruction IS NULL OR (SELECT count (DISTINCT m.day) FROM mark m JOIN attendance_status t ON t.id = m.status"   \
  " WHERE m.enrolment = q.enrolment AND m.activity = q.activity AND m.day BETWEEN q.day AND ?1"                        \
  " AND t.counts_as = 'present') >= ?2)"

#define ANSWER "SELECT max (id) FROM workshop_answer WHERE workshop_question = q.id AND gone = 0 AND answer <> 'seen'"

#define COLUMNS                                                                                                        \
  "SELECT q.id, i.uuid, e.id, ei.uuid, p.id, pi.uuid, p.case_no, p.given_name, p.family_name, p.protected, "           \
  "q.activity,"                                                                                                        \
  " ai.uuid, coalesce (w.code, k.code), coalesce (w.name_%1$s, g.name, k.name_%1$s), q.text, n.line,"                  \
  " q.instruction IS NOT NULL, " ASKED ", q.day, q.staff, f.name, a.answer, a.text, a.day, af.name,"                   \
  " a.id IS NOT NULL AND q.staff = ?3 AND NOT EXISTS (SELECT 1 FROM workshop_answer s WHERE s.workshop_question = "    \
  "q.id"                                                                                                               \
  " AND s.gone = 0 AND s.answer = 'seen' AND s.staff = ?3 AND s.id > a.id)"

#define TABLES                                                                                                         \
  " FROM workshop_question q JOIN ident i ON i.id = q.id JOIN enrolment e ON e.id = q.enrolment AND e.gone = 0"        \
  " JOIN ident ei ON ei.id = e.id JOIN participant p ON p.id = e.participant AND p.gone = 0"                           \
  " JOIN ident pi ON pi.id = p.id JOIN ident ai ON ai.id = q.activity LEFT JOIN workshop w ON w.id = q.activity"       \
  " LEFT JOIN activity_group g ON g.id = q.activity LEFT JOIN group_kind k ON k.id = g.group_kind"                     \
  " LEFT JOIN instruction n ON n.id = q.instruction AND n.gone = 0 LEFT JOIN staff f ON f.id = q.staff"                \
  " LEFT JOIN workshop_answer a ON a.id = (" ANSWER ") LEFT JOIN staff af ON af.id = a.staff"

/* Where the viewer leads, as a leader or standing in for one; 0 is none. */
static char *
led_by (const FramViewer *viewer)
{
  g_autoptr (GString) list = g_string_new ("0");

  for (guint i = 0; i < viewer->grants->len; i++)
    {
      const FramGrant *grant = &g_array_index (viewer->grants, FramGrant, i);
      gint64 row = grant->workshop != 0 ? grant->workshop : grant->group;

      if (row != 0 && fram_rights_may_answer (viewer, row))
        g_string_append_printf (list, ", %" G_GINT64_FORMAT, row);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* Who leads sees what the own workshop is asked, from when it is asked; what others are asked is not for them. */
static char *
sight_of (const FramViewer *viewer)
{
  g_autoptr (FramViewer) others = fram_rights_beside_leader (viewer);
  g_autofree char *beside = fram_sight_of_participant (others, FRAM_CLASS_INSTRUCT, "e.participant");
  g_autofree char *own = fram_sight_of_participant (viewer, FRAM_CLASS_INSTRUCT, "e.participant");
  g_autofree char *led = led_by (viewer);

  return g_strdup_printf ("(%s OR (q.activity IN (%s) AND (a.id IS NOT NULL OR " ASKED ") AND %s))", beside, led, own);
}

static void
read_person (FramStoredQuestion *self, sqlite3_stmt *stmt)
{
  self->row = sqlite3_column_int64 (stmt, 0);
  self->id = fram_column_uuid (stmt, 1);
  self->enrolment = sqlite3_column_int64 (stmt, 2);
  self->enrolment_id = fram_column_uuid (stmt, 3);
  self->participant = sqlite3_column_int64 (stmt, 4);
  self->participant_id = fram_column_uuid (stmt, 5);
  self->case_no = fram_column_text (stmt, 6);
  self->given_name = fram_column_text (stmt, 7);
  self->family_name = fram_column_text (stmt, 8);
  self->is_protected = sqlite3_column_int (stmt, 9) != 0;
}

static FramStoredQuestion *
read_question (sqlite3_stmt *stmt)
{
  FramStoredQuestion *self = g_new0 (FramStoredQuestion, 1);

  read_person (self, stmt);
  self->activity = sqlite3_column_int64 (stmt, 10);
  self->activity_id = fram_column_uuid (stmt, 11);
  self->activity_code = fram_column_text (stmt, 12);
  self->activity_name = fram_column_text (stmt, 13);
  self->text = fram_column_text (stmt, 14);
  self->line = fram_column_text (stmt, 15);
  self->of_trial = sqlite3_column_int (stmt, 16) != 0;
  self->asked = sqlite3_column_int (stmt, 17) != 0;
  self->day = fram_column_date (stmt, 18);
  self->staff = sqlite3_column_int64 (stmt, 19);
  self->asker = fram_column_text (stmt, 20);
  self->answer = fram_column_text (stmt, 21);
  self->answer_text = fram_column_text (stmt, 22);
  self->answered = fram_column_date (stmt, 23);
  self->answerer = fram_column_text (stmt, 24);
  self->is_news = sqlite3_column_int (stmt, 25) != 0;
  return self;
}

static char *
condition_of (const FramQuestionScope *scope)
{
  g_autoptr (GString) sql = g_string_new ("q.gone = 0");

  if (scope->question != 0)
    g_string_append_printf (sql, " AND q.id = %" G_GINT64_FORMAT, scope->question);
  if (scope->enrolment != 0)
    g_string_append_printf (sql, " AND q.enrolment = %" G_GINT64_FORMAT, scope->enrolment);
  if (scope->activity != 0)
    g_string_append_printf (sql, " AND q.activity = %" G_GINT64_FORMAT, scope->activity);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * fram_question_load:
 * @db: a register
 * @viewer: who asks
 * @scope: which
 * @trial_days: after so many days present the workshop is asked about a trial
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredQuestion): those that the viewer may see, newest first
 */
GPtrArray *
fram_question_load (FramDb *db, const FramViewer *viewer, const FramQuestionScope *scope, int trial_days,
                    GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_question_free);
  g_autofree char *sight = sight_of (viewer);
  g_autofree char *condition = condition_of (scope);
  g_autofree char *sql = g_strdup_printf (COLUMNS TABLES " WHERE %2$s AND %3$s ORDER BY q.day DESC, q.id DESC",
                                          fram_text_is_swedish () ? "sv" : "en", condition, sight);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "dii", viewer->today, (gint64)trial_days, viewer->staff);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredQuestion *question = read_question (stmt);

      if (scope->news && !question->is_news)
        fram_stored_question_free (question);
      else
        g_ptr_array_add (rows, question);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_question_load_open:
 * @db: a register
 * @activity: row number of a workshop or group
 * @day: the day of a roster
 * @trial_days: after so many days present it is asked about a trial
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredQuestion): what is asked there and not answered, whose
 *   and with which words only; the caller shows them to who may answer
 */
GPtrArray *
fram_question_load_open (FramDb *db, gint64 activity, FramDate day, int trial_days, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_question_free);
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (
      db, &local,
      "SELECT i.uuid, q.enrolment, q.text, n.line, q.instruction IS NOT NULL FROM workshop_question q"
      " JOIN ident i ON i.id = q.id LEFT JOIN instruction n ON n.id = q.instruction AND n.gone = 0 AND n.waits = 0"
      " AND (n.to_day IS NULL OR n.to_day >= ?1) WHERE q.activity = ?3 AND q.gone = 0 AND q.day <= ?1"
      " AND (" ANSWER ") IS NULL AND (q.instruction IS NULL OR n.id IS NOT NULL)"
      " AND " ASKED " ORDER BY q.id",
      "dii", day, (gint64)trial_days, activity);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredQuestion *question = g_new0 (FramStoredQuestion, 1);

      question->id = fram_column_uuid (stmt, 0);
      question->enrolment = sqlite3_column_int64 (stmt, 1);
      question->text = fram_column_text (stmt, 2);
      question->line = fram_column_text (stmt, 3);
      question->of_trial = sqlite3_column_int (stmt, 4) != 0;
      g_ptr_array_add (rows, question);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_question_load_of_line:
 * @db: a register
 * @line: an instruction
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramTrialQuestion): where it is or was asked whether it helps
 */
GArray *
fram_question_load_of_line (FramDb *db, const FramUuid *line, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (FramTrialQuestion));
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local,
                                      "SELECT i.uuid, ai.uuid, q.day, a.day FROM workshop_question q"
                                      " JOIN ident i ON i.id = q.id JOIN ident ai ON ai.id = q.activity"
                                      " LEFT JOIN workshop_answer a ON a.id = (" ANSWER ")"
                                      " WHERE q.enrolment = (SELECT enrolment FROM instruction WHERE id = ?1)"
                                      " AND q.instruction = ?1 AND q.gone = 0",
                                      "i", fram_db_find_row (db, line));

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramTrialQuestion question = { fram_column_uuid (stmt, 0), fram_column_uuid (stmt, 1), fram_column_date (stmt, 2),
                                     fram_column_date (stmt, 3) };

      g_array_append_val (rows, question);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}

/**
 * fram_question_load_workshops:
 * @db: a register
 * @enrolment: row number of whose
 * @day: the day
 * @ahead: whether those count too where the person comes later
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramStoredWorkshop): the workshops where the person is placed
 */
GPtrArray *
fram_question_load_workshops (FramDb *db, gint64 enrolment, FramDate day, gboolean ahead, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_stored_workshop_free);
  g_autofree char *sql = g_strdup_printf (
      "SELECT DISTINCT i.uuid, w.code, w.name_%s AS name FROM placement x JOIN workshop w ON w.id = x.activity"
      " JOIN ident i ON i.id = w.id WHERE x.enrolment = ?1 AND x.gone = 0 AND (?3 OR x.from_day <= ?2)"
      " AND (x.to_day IS NULL OR x.to_day >= ?2) ORDER BY name",
      fram_text_is_swedish () ? "sv" : "en");
  GError *local = NULL;
  sqlite3_stmt *stmt = fram_db_query (db, &local, sql, "idi", enrolment, day, (gint64)ahead);

  while (stmt != NULL && fram_db_step (db, stmt, &local))
    {
      FramStoredWorkshop *workshop = g_new0 (FramStoredWorkshop, 1);

      workshop->id = fram_column_uuid (stmt, 0);
      workshop->code = fram_column_text (stmt, 1);
      workshop->name = fram_column_text (stmt, 2);
      g_ptr_array_add (rows, workshop);
    }
  if (local == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, local);
  return NULL;
}
