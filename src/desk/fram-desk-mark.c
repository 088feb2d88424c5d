#include "fram-desk-private.h"
#include "fram-desk-roster.h"

#include "fram-attendance.h"
#include "fram-expected.h"
#include "fram-mark-check.h"
#include "fram-rights.h"
#include "fram-roster-store.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* One marking of one or several people. */
typedef struct
{
  FramDesk *desk;
  FramStoredActivity *activity;
  FramDate day;
  int part;
  const FramMarkEdit *edit;
  FramRoster *roster; /* before the change: who is expected and when */
} Marking;

static const FramRosterRow *
find_row (const FramRoster *roster, const FramUuid *enrolment)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (row->kind != FRAM_ROSTER_BARE && fram_uuid_equal (&row->enrolment, enrolment))
        return row;
    }
  return NULL;
}

static gboolean
check_right (const Marking *m, GError **error)
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
work_out_attended (const Marking *m, FramStoredMark *mark, const FramStatus *status, const FramRosterRow *row)
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
check_mark (const Marking *m, const FramStoredMark *mark, const FramStatus *status, const FramStoredPerson *person,
            GError **error)
{
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;

  check.today = fram_clock_today (m->desk->clock);
  check.day = m->day;
  check.day_info = fram_desk_day_info (m->desk, m->day, m->activity->is_group ? 0 : m->activity->row);
  check.enrolled = person->enrolled;
  check.closed = person->closed;
  check.status = status != NULL ? status->code : NULL;
  check.counts = status != NULL ? status->counts : FRAM_COUNTS_NEITHER;
  check.planned_minutes = none_or (mark->planned_minutes);
  check.attended_minutes = none_or (mark->attended_minutes);
  check.minutes_late = none_or (mark->minutes_late);
  check.came = mark->came;
  check.left = mark->left;
  return fram_mark_check (&check, error);
}

static FramRecord *
record_of (const Marking *m, const FramUuid *enrolment, const FramStoredMark *mark, const FramStatus *status)
{
  FramRecord *record = fram_record_new_mark (enrolment, &m->activity->id, m->day, m->part);

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
  if (mark->planned_minutes >= 0)
    fram_record_set_int (record, "planned_minutes", mark->planned_minutes);
  fram_record_set_text (record, "task", mark->task);
  fram_record_set_text (record, "reason", mark->reason);
  fram_record_set_text (record, "note", mark->note);
  return record;
}

static FramStoredMark *
load_mark (const Marking *m, gint64 enrolment, GError **error)
{
  FramStoredMark *mark = fram_roster_load_mark (m->desk->db, enrolment, m->activity->row, m->day, m->part, error);

  if (mark == NULL && (error == NULL || *error == NULL))
    {
      mark = g_new0 (FramStoredMark, 1);
      mark->minutes_late = mark->attended_minutes = mark->planned_minutes = -1;
      mark->came = mark->left = FRAM_TIME_NONE;
    }
  return mark;
}

/* Which status the mark has after the edit; %NULL for cleared. */
static gboolean
find_status (const Marking *m, const FramStoredMark *mark, const FramStatus **status, GError **error)
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
explain_absence (const Marking *m, const FramUuid *enrolment, GError **error)
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
check_day (const Marking *m, GError **error)
{
  FramMarkCheck check = FRAM_MARK_CHECK_INIT;

  check.day = m->day;
  check.day_info = fram_desk_day_info (m->desk, m->day, m->activity->is_group ? 0 : m->activity->row);
  return fram_mark_check_day (&check, error);
}

static gboolean
write_one (const Marking *m, FramChanges *changes, const FramUuid *enrolment, GError **error)
{
  const FramRosterRow *row = find_row (m->roster, enrolment);
  g_autoptr (FramRecord) record = NULL;
  const FramStatus *status = NULL;
  FramStoredPerson *person;
  FramStoredMark *mark;
  gboolean ok;

  if (row == NULL)
    {
      explain_absence (m, enrolment, error);
      return FALSE;
    }
  person = fram_roster_load_person (m->desk->db, m->desk->viewer, m->activity->row, row->enrolment_row, error);
  mark = person != NULL ? load_mark (m, row->enrolment_row, error) : NULL;
  ok = mark != NULL && find_status (m, mark, &status, error);
  if (ok && status != NULL)
    {
      if (mark->planned_minutes < 0)
        mark->planned_minutes = row->planned_minutes;
      lay_over (m->edit, mark, status);
      work_out_attended (m, mark, status, row);
    }
  ok = ok && check_mark (m, mark, status, person, error);
  if (ok && (status != NULL || mark->status != 0))
    {
      record = record_of (m, enrolment, mark, status);
      ok = fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
    }
  g_clear_pointer (&mark, fram_stored_mark_free);
  g_clear_pointer (&person, fram_stored_person_free);
  return ok;
}

static char *
status_in_sentence (const FramStatus *status)
{
  return g_utf8_strdown (fram_status_get_name (status), -1);
}

/* What the toast says of one person. */
static char *
say_one (const Marking *m, const char *name)
{
  const FramMarkEdit *edit = m->edit;

  if (edit->fields & FRAM_MARK_STATUS)
    {
      const FramStatus *status = edit->status != NULL ? fram_desk_find_status (m->desk, edit->status) : NULL;
      g_autofree char *word = status != NULL ? status_in_sentence (status) : NULL;

      if (status == NULL)
        /* Translators: a person's name */
        return g_strdup_printf (_ ("%s is unmarked again."), name);
      /* Translators: a person's name and a status in lower case: "Leyla A. is marked as present." */
      return g_strdup_printf (_ ("%1$s is marked as %2$s."), name, word);
    }
  if (edit->fields & FRAM_MARK_MINUTES_LATE)
    return g_strdup_printf (
        ngettext ("%1$s came %2$d minute late.", "%1$s came %2$d minutes late.", MAX (edit->minutes_late, 0)), name,
        MAX (edit->minutes_late, 0));
  if (edit->fields & FRAM_MARK_NOTE)
    return g_strdup_printf (_ ("The note on %s is saved."), name);
  return g_strdup_printf (_ ("The times of %s are saved."), name);
}

static char *
say_several (const Marking *m, guint n)
{
  const FramStatus *status = fram_desk_find_status (m->desk, m->edit->status);
  g_autofree char *word = NULL;

  if (status == NULL)
    return g_strdup_printf (ngettext ("%u person is unmarked again.", "%u people are unmarked again.", n), n);
  word = status_in_sentence (status);
  return g_strdup_printf (ngettext ("%1$u person is marked as %2$s.", "%1$u people are marked as %2$s.", n), n, word);
}

static char *
say (const Marking *m, const FramUuid *enrolments, guint n)
{
  const FramRosterRow *row = n == 1 ? find_row (m->roster, &enrolments[0]) : NULL;

  return row != NULL ? say_one (m, row->name) : say_several (m, n);
}

static gboolean
write_all (Marking *m, FramChanges *changes, const FramUuid *enrolments, guint n, char **what, GError **error)
{
  if (!check_right (m, error) || !check_day (m, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!write_one (m, changes, &enrolments[i], error))
      return FALSE;
  *what = say (m, enrolments, n);
  return TRUE;
}

/* Writes the marks of one day into an open change; `what` is the sentence that tells of them. */
gboolean
fram_desk_write_marks (FramDesk *self, FramChanges *changes, const FramUuid *activity, FramDate day, int part,
                       const FramUuid *enrolments, guint n, const FramMarkEdit *edit, char **what, GError **error)
{
  g_autoptr (FramRoster) before = fram_desk_roster_plain (self, activity, day, error);
  g_autoptr (FramStoredActivity) stored = before != NULL ? fram_desk_load_activity (self, activity, error) : NULL;
  Marking m = { self, stored, day, part, edit, before };

  return stored != NULL && write_all (&m, changes, enrolments, n, what, error);
}

/**
 * fram_desk_mark:
 * @self: the desk
 * @activity: a workshop or group
 * @day: the day
 * @part: part of the day
 * @enrolments: (array length=n_enrolments): whom
 * @n_enrolments: how many
 * @edit: what to record
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * Marks people in one transaction and one undo step.
 *
 * Returns: (transfer full) (nullable): the roster as it is on disk now
 */
FramRoster *
fram_desk_mark (FramDesk *self, const FramUuid *activity, FramDate day, int part, const FramUuid *enrolments,
                guint n_enrolments, const FramMarkEdit *edit, char **what, GError **error)
{
  FramChanged changed = { *activity, day, FALSE };
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  FramRoster *after;

  FRAM_DESK_LOCKED (self);
  changes = fram_changes_begin (self->db, self->viewer, "mark", edit->reason, error);
  if (changes == NULL ||
      !fram_desk_write_marks (self, changes, activity, day, part, enrolments, n_enrolments, edit, &sentence, error) ||
      !fram_desk_finish (self, changes, sentence, &changed, error))
    return NULL;
  after = fram_desk_roster (self, activity, day, error);
  if (after != NULL && what != NULL)
    *what = g_steal_pointer (&sentence);
  return after;
}

/**
 * fram_desk_mark_rest:
 * @self: the desk
 * @activity: a workshop or group
 * @day: the day
 * @status: code of the status
 * @reason: (nullable): why, for a day long past
 * @what: (out) (optional): a sentence for the toast
 * @error: return location
 *
 * Marks everybody who is expected and not marked yet; a mark that is there is never touched.
 *
 * Returns: (transfer full) (nullable): the roster as it is on disk now
 */
FramRoster *
fram_desk_mark_rest (FramDesk *self, const FramUuid *activity, FramDate day, const char *status, const char *reason,
                     char **what, GError **error)
{
  g_autoptr (FramRoster) before = NULL;
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (FramUuid));
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status, .reason = reason };

  FRAM_DESK_LOCKED (self);
  before = fram_desk_roster (self, activity, day, error);
  if (before == NULL)
    return NULL;
  for (guint i = 0; i < before->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (before->rows, i);

      if (row->kind == FRAM_ROSTER_PLANNED && row->status == NULL)
        g_array_append_val (rest, row->enrolment);
    }
  if (rest->len == 0)
    {
      if (what != NULL)
        *what = g_strdup (_ ("Everybody is marked already."));
      return g_steal_pointer (&before);
    }
  return fram_desk_mark (self, activity, day, 0, (const FramUuid *)rest->data, rest->len, &edit, what, error);
}
