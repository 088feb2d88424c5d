#include "fram-desk-mark-private.h"

#include "fram-attendance.h"
#include "fram-expected.h"
#include "fram-mark-check.h"
#include "fram-rights.h"
#include "fram-text.h"
#include "fram-words.h"

#include <glib/gi18n-lib.h>

/* How a mark comes into the register: what is recorded with the edit laid over it, checked, and written. */

/* A correction after so many days needs a reason, which is kept in the history (UX.md, "Roster"). */
#define CORRECTION_DAYS 7

/**
 * fram_desk_needs_reason:
 * @self: the desk
 * @day: a day
 *
 * Returns: whether marks of that day are changed only with a reason; the file's owner at the command line needs none
 */
gboolean
fram_desk_needs_reason (FramDesk *self, FramDate day)
{
  return !self->viewer->is_system && fram_clock_today (self->clock) - day > CORRECTION_DAYS;
}

static gboolean
check_right (const FramMarking *m, GError **error)
{
  if (fram_rights_may_mark (m->desk->viewer, m->activity->row))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED, _ ("Your roles do not let you mark in this roster."));
  return FALSE;
}

static void
replace_text (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

/* The mark as it will be: what is recorded, with the edit laid over it. */
static void
lay_over (const FramMarkEdit *edit, FramStoredMark *mark, const FramStatus *status)
{
  if (edit->fields & FRAM_MARK_STATUS)
    {
      mark->status = status->row;
      if (!fram_status_is_late (status))
        mark->minutes_late = -1;
    }
  if (edit->fields & FRAM_MARK_MINUTES_LATE)
    mark->minutes_late = edit->minutes_late;
  if (edit->fields & FRAM_MARK_CAME)
    mark->came = edit->came;
  if (edit->fields & FRAM_MARK_LEFT)
    mark->left = edit->left;
  if (edit->fields & FRAM_MARK_NOTE)
    replace_text (&mark->note, edit->note);
  if (edit->fields & FRAM_MARK_REASON)
    replace_text (&mark->reason, edit->reason);
  if (edit->fields & FRAM_MARK_TASK)
    replace_text (&mark->task, edit->task);
}

static void
work_out_attended (const FramMarking *m, FramStoredMark *mark, const FramStatus *status, const FramRosterRow *row)
{
  FramAttendedFacts facts = FRAM_ATTENDED_FACTS_INIT;
  FramMarkFields times = FRAM_MARK_STATUS | FRAM_MARK_MINUTES_LATE | FRAM_MARK_CAME | FRAM_MARK_LEFT;

  if (m->edit->fields & FRAM_MARK_ATTENDED && m->edit->attended_minutes != -1)
    {
      mark->attended_minutes = m->edit->attended_minutes;
      return;
    }
  if (!(m->edit->fields & (times | FRAM_MARK_ATTENDED)))
    return;
  facts.counts = status->counts;
  facts.planned_minutes = mark->planned_minutes;
  facts.planned_from = row->planned_from;
  facts.planned_to = row->planned_to;
  facts.minutes_late = mark->minutes_late;
  facts.came = mark->came;
  facts.left = mark->left;
  mark->attended_minutes = fram_attended_minutes (&facts);
}

static int
none_or (int minutes)
{
  return minutes == -1 ? FRAM_MINUTES_NONE : minutes;
}

static gboolean
check_mark (const FramMarking *m, const FramRosterRow *row, const FramStoredMark *mark, const FramStatus *status,
            const FramStoredPerson *person, GError **error)
{
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;

  check.today = fram_clock_today (m->desk->clock);
  check.day = m->day;
  check.day_info = fram_desk_day_info (m->desk, m->day, m->activity->is_group ? 0 : m->activity->row);
  check.enrolled = person->enrolled;
  check.closed = person->closed;
  check.status = status != NULL ? status->code : NULL;
  check.counts = status != NULL ? status->counts : FRAM_COUNTS_NEITHER;
  /* a half in which nothing is planned has no minutes to be late of */
  check.planned_minutes =
      row->part != 0 && mark->planned_minutes == 0 ? FRAM_MINUTES_NONE : none_or (mark->planned_minutes);
  check.attended_minutes = none_or (mark->attended_minutes);
  check.minutes_late = none_or (mark->minutes_late);
  check.came = mark->came;
  check.left = mark->left;
  return fram_mark_check (&check, error);
}

static FramRecord *
record_of (const FramMarking *m, const FramUuid *enrolment, int part, const FramStoredMark *mark,
           const FramStatus *status)
{
  FramRecord *record = fram_record_new_mark (enrolment, &m->activity->id, m->day, part);

  /* a half that nobody has marked keeps its planned time: that is how the day stays split */
  if (mark->planned_minutes >= 0 && (status != NULL || part != 0))
    fram_record_set_int (record, "planned_minutes", mark->planned_minutes);
  if (status == NULL)
    return record;
  fram_record_set_ref (record, "status", &status->id);
  if (mark->minutes_late >= 0)
    fram_record_set_int (record, "minutes_late", mark->minutes_late);
  if (mark->came >= 0)
    fram_record_set_int (record, "came", mark->came);
  if (mark->left >= 0)
    fram_record_set_int (record, "left_at", mark->left);
  if (mark->attended_minutes >= 0)
    fram_record_set_int (record, "attended_minutes", mark->attended_minutes);
  fram_record_set_text (record, "task", mark->task);
  fram_record_set_text (record, "reason", mark->reason);
  fram_record_set_text (record, "note", mark->note);
  return record;
}

FramStoredMark *
fram_stored_mark_new (void)
{
  FramStoredMark *mark = g_new0 (FramStoredMark, 1);

  mark->minutes_late = mark->attended_minutes = mark->planned_minutes = -1;
  mark->came = mark->left = FRAM_TIME_NONE;
  return mark;
}

/* An empty one where there is none; NULL only with an error. */
FramStoredMark *
fram_marking_load (const FramMarking *m, gint64 enrolment, int part, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramStoredMark *mark = fram_roster_load_mark (m->desk->db, enrolment, m->activity->row, m->day, part, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (mark == NULL)
    mark = fram_stored_mark_new ();
  return mark;
}

/* Which status the mark has after the edit; %NULL for cleared. */
static gboolean
find_status (const FramMarking *m, const FramStoredMark *mark, const FramStatus **status, GError **error)
{
  *status = fram_desk_status_of_row (m->desk, mark->status);
  if (m->edit->fields & FRAM_MARK_STATUS)
    {
      *status = m->edit->status != NULL ? fram_desk_find_status (m->desk, m->edit->status) : NULL;
      if (m->edit->status != NULL && *status == NULL)
        {
          g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no attendance status “%s”."),
                       m->edit->status);
          return FALSE;
        }
      return TRUE;
    }
  if (*status != NULL)
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                       _ ("Mark the attendance first; times and notes belong to a mark."));
  return FALSE;
}

/* Why somebody who is not on the roster cannot be marked there: the enrolment first, then the placement. */
static void
explain_absence (const FramMarking *m, const FramUuid *enrolment, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;
  FramStoredPerson *person = fram_roster_load_person (m->desk->db, m->desk->viewer, m->activity->row,
                                                      fram_db_find_row (m->desk->db, enrolment), NULL);

  if (person != NULL && person->visible)
    {
      check.day = m->day;
      check.enrolled = person->enrolled;
      check.closed = person->closed;
      fram_mark_check_day (&check, &local);
    }
  g_clear_pointer (&person, fram_stored_person_free);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("That person is not placed in %s that day."),
                 m->roster->name);
}

/* Nobody can be marked on a day off, whoever it is. */
static gboolean
check_day (const FramMarking *m, GError **error)
{
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;

  check.day = m->day;
  check.day_info = fram_desk_day_info (m->desk, m->day, m->activity->is_group ? 0 : m->activity->row);
  return fram_mark_check_day (&check, error);
}

/* In a group only on a day with a session that is held; a mark that should not be there can be cleared. */
static gboolean
check_session (const FramMarking *m, GError **error)
{
  gboolean clears = m->edit->fields & FRAM_MARK_STATUS && m->edit->status == NULL;
  g_autofree char *day = NULL;

  if (!m->activity->is_group || !m->roster->day_is_off || clears)
    return TRUE;
  day = fram_date_to_day_month (m->day);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               /* TRANSLATORS: a group, a date, and why nobody is expected: "No session this day" */
               _ ("%1$s, %2$s: %3$s. Mark on a day with a session, or add an extra session first."), m->roster->name,
               day, m->roster->day_note);
  return FALSE;
}

/**
 * fram_marking_put:
 * @self: a marking
 * @changes: the transaction
 * @row: the person's row before the change
 * @part: the part of the day
 * @mark: the mark as it shall be; its attended minutes are worked out
 * @status: (nullable): its status; %NULL clears it
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
fram_marking_put (const FramMarking *m, FramChanges *changes, const FramRosterRow *row, int part, FramStoredMark *mark,
                  const FramStatus *status, GError **error)
{
  g_autoptr (FramRecord) record = NULL;
  FramStoredPerson *person =
      fram_roster_load_person (m->desk->db, m->desk->viewer, m->activity->row, row->enrolment_row, error);
  gboolean ok = person != NULL;

  if (ok && status != NULL)
    work_out_attended (m, mark, status, row);
  ok = ok && check_mark (m, row, mark, status, person, error);
  g_clear_pointer (&person, fram_stored_person_free);
  if (!ok)
    return FALSE;
  record = record_of (m, &row->enrolment, part, mark, status);
  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
write_row (const FramMarking *m, FramChanges *changes, const FramRosterRow *row, GError **error)
{
  const FramStatus *status = NULL;
  FramStoredMark *mark = fram_marking_load (m, row->enrolment_row, row->part, error);
  gboolean ok = mark != NULL && find_status (m, mark, &status, error);

  if (ok && status != NULL)
    {
      if (mark->planned_minutes < 0)
        mark->planned_minutes = row->planned_minutes;
      lay_over (m->edit, mark, status);
    }
  if (ok && (status != NULL || mark->status != 0))
    ok = fram_marking_put (m, changes, row, row->part, mark, status, error);
  g_clear_pointer (&mark, fram_stored_mark_free);
  return ok;
}

/**
 * fram_marking_write:
 * @self: a marking
 * @changes: the transaction
 * @enrolment: whom
 * @part: 0 for the whole day, which of a day that is split are both halves
 * @error: return location
 *
 * Returns: whether it is written
 */
gboolean
fram_marking_write (const FramMarking *m, FramChanges *changes, const FramUuid *enrolment, int part, GError **error)
{
  gboolean found = FALSE;

  for (guint i = 0; i < m->roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (m->roster->rows, i);

      if (row->kind == FRAM_ROSTER_BARE || !fram_uuid_equal (&row->enrolment, enrolment) ||
          (part != 0 && row->part != part))
        continue;
      found = TRUE;
      if (!write_row (m, changes, row, error))
        return FALSE;
    }
  if (!found)
    explain_absence (m, enrolment, error);
  return found;
}

static gboolean
check_reason (const FramMarking *m, GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *reason = g_strdup (m->edit->reason != NULL ? m->edit->reason : "");

  if (!fram_desk_needs_reason (m->desk, m->day) || g_strstrip (reason)[0] != '\0')
    return TRUE;
  day = fram_date_to_day_month (m->day);
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               /* Translators: a date */
               _ ("%s is more than seven days ago; write why it is corrected."), day);
  return FALSE;
}

/**
 * fram_marking_check:
 * @self: a marking
 * @error: return location; %FRAM_ERROR_DENIED, %FRAM_ERROR_INVALID
 *
 * Returns: whether anything may be marked there on that day
 */
gboolean
fram_marking_check (const FramMarking *m, GError **error)
{
  return check_right (m, error) && check_day (m, error) && check_session (m, error) && check_reason (m, error);
}
