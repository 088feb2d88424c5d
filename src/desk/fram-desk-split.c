#include "fram-desk-absence.h"
#include "fram-desk-mark-private.h"
#include "fram-desk-roster-private.h"

#include <glib/gi18n-lib.h>

/* A day in two halves, before and after noon. On disk a half that nobody has marked is a cleared mark that still tells its
 * planned minutes; joined again, the rows of the halves are cleared of these too (fram_roster_load_splits()). */

static const FramRosterRow *
find_row (const FramMarking *m, const FramUuid *enrolment, GError **error)
{
  const FramRosterRow *row = fram_marking_find_row (m->roster, enrolment, 0);

  if (row != NULL && row->kind != FRAM_ROSTER_UNPLANNED)
    return row;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND,
               _ ("That person is not planned in %s that day, so it has no halves; mark the whole day."),
               m->roster->name);
  return NULL;
}

/* What is planned in each half; of a visitor, whose hours nobody planned, half of what was written down. */
static gboolean
work_out_halves (const FramMarking *m, const FramRosterRow *row, FramHalfDay halves[2], GError **error)
{
  g_auto (FramRosterSources) s = { .plain = TRUE };
  int minutes = MAX (row->planned_minutes, 0);

  if (!fram_roster_sources_load (&s, m->desk, m->activity->row, m->day, error))
    return FALSE;
  if (!fram_half_days_of_plan (s.slots, row->enrolment_row, m->day, halves))
    {
      halves[0] = (FramHalfDay){ FRAM_TIME_NONE, FRAM_TIME_NONE, minutes - minutes / 2 };
      halves[1] = (FramHalfDay){ FRAM_TIME_NONE, FRAM_TIME_NONE, minutes / 2 };
    }
  return TRUE;
}

static FramRosterRow *
half_row (const FramRosterRow *row, const FramHalfDay *half, int part)
{
  FramRosterRow *copy = fram_roster_row_new ();

  copy->enrolment = row->enrolment;
  copy->enrolment_row = row->enrolment_row;
  copy->part = part;
  copy->planned_from = half->from;
  copy->planned_to = half->to;
  copy->planned_minutes = half->minutes;
  return copy;
}

/* Writes one half: with the mark of the whole day, or as one that nobody has marked. */
static gboolean
write_half (const FramMarking *m, FramChanges *changes, const FramRosterRow *row, const FramHalfDay *half, int part,
            FramStoredMark *whole, GError **error)
{
  g_autoptr (FramRosterRow) copy = half_row (row, half, part);
  FramStoredMark *empty = fram_stored_mark_new ();
  FramStoredMark *mark = whole != NULL ? whole : empty;
  const FramStatus *status = fram_desk_status_of_row (m->desk, mark->status);
  gboolean ok;

  mark->planned_minutes = MAX (half->minutes, 0);
  ok = fram_marking_put (m, changes, copy, part, mark, status, error);
  fram_stored_mark_free (empty);
  return ok;
}

static gboolean
clear_part (const FramMarking *m, FramChanges *changes, const FramUuid *enrolment, int part, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new_mark (enrolment, &m->activity->id, m->day, part);

  return fram_changes_insert (changes, record, error) != FRAM_WRITTEN_FAILED;
}

/**
 * fram_desk_write_split:
 * @self: a marking; its edit says that attended minutes are to be worked out anew
 * @changes: the transaction
 * @enrolment: whose day
 * @whole_to: which half a mark of the whole day goes to
 * @error: return location
 *
 * Returns: whether the halves are written
 */
gboolean
fram_desk_write_split (const FramMarking *m, FramChanges *changes, const FramUuid *enrolment, int whole_to,
                       GError **error)
{
  static const FramMarkEdit anew = { .fields = FRAM_MARK_STATUS, .attended_minutes = -1 };
  const FramRosterRow *row = find_row (m, enrolment, error);
  FramMarking halving = *m;
  FramHalfDay halves[2];
  FramStoredMark *whole;
  gboolean ok;

  halving.edit = &anew;
  if (row == NULL || !work_out_halves (m, row, halves, error))
    return FALSE;
  whole = fram_marking_load (m, row->enrolment_row, 0, error);
  if (whole == NULL)
    return FALSE;
  ok = write_half (&halving, changes, row, &halves[0], 1, whole->status != 0 && whole_to == 1 ? whole : NULL, error) &&
       write_half (&halving, changes, row, &halves[1], 2, whole->status != 0 && whole_to == 2 ? whole : NULL, error) &&
       (whole->status == 0 || clear_part (m, changes, enrolment, 0, error));
  fram_stored_mark_free (whole);
  return ok;
}

/* Somebody who is only here on one side of noon has no second half. */
static gboolean
check_split (const FramMarking *m, const FramRosterRow *row, GError **error)
{
  FramHalfDay halves[2];

  if (!work_out_halves (m, row, halves, error))
    return FALSE;
  if (row->planned_from == FRAM_TIME_NONE || (halves[0].minutes > 0 && halves[1].minutes > 0))
    return TRUE;
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
               halves[0].minutes > 0
                   /* Translators: a person's name */
                   ? _ ("%s is planned before noon only; write when the person came and left instead.")
                   : _ ("%s is planned after noon only; write when the person came and left instead."),
               row->name);
  return FALSE;
}

/* Takes what the second half tells and the first does not. */
static void
join_marks (FramStoredMark *first, FramStoredMark *second)
{
  if (first->status == 0)
    {
      first->status = second->status;
      first->minutes_late = second->minutes_late;
      first->came = second->came;
    }
  if (second->status != 0)
    first->left = second->left;
  if (first->note == NULL)
    first->note = g_steal_pointer (&second->note);
  if (first->task == NULL)
    first->task = g_steal_pointer (&second->task);
  if (first->reason == NULL)
    first->reason = g_steal_pointer (&second->reason);
}

/* The row of the whole day that the two rows become. */
static FramRosterRow *
whole_row (const FramMarking *m, const FramRosterRow *first)
{
  const FramRosterRow *second = fram_marking_find_row (m->roster, &first->enrolment, 2);
  FramHalfDay whole = { first->planned_from, first->planned_to, first->planned_minutes };

  if (second != NULL && second->planned_to != FRAM_TIME_NONE)
    whole.to = second->planned_to;
  if (whole.from == FRAM_TIME_NONE && second != NULL)
    whole.from = second->planned_from;
  if (second != NULL)
    whole.minutes = MAX (whole.minutes, 0) + MAX (second->planned_minutes, 0);
  return half_row (first, &whole, 0);
}

static gboolean
write_joined (const FramMarking *m, FramChanges *changes, const FramRosterRow *first, FramStoredMark *a,
              FramStoredMark *b, GError **error)
{
  g_autoptr (FramRosterRow) row = whole_row (m, first);

  if (a->status != 0 && b->status != 0 && a->status != b->status)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                   _ ("The halves of the day are marked differently; mark them alike before you join them."));
      return FALSE;
    }
  join_marks (a, b);
  a->planned_minutes = row->planned_minutes;
  return clear_part (m, changes, &first->enrolment, 1, error) && clear_part (m, changes, &first->enrolment, 2, error) &&
         (a->status == 0 ||
          fram_marking_put (m, changes, row, 0, a, fram_desk_status_of_row (m->desk, a->status), error));
}

static gboolean
join (const FramMarking *m, FramChanges *changes, const FramRosterRow *first, GError **error)
{
  FramStoredMark *a = fram_marking_load (m, first->enrolment_row, 1, error);
  FramStoredMark *b = a != NULL ? fram_marking_load (m, first->enrolment_row, 2, error) : NULL;
  gboolean ok = b != NULL && write_joined (m, changes, first, a, b, error);

  g_clear_pointer (&a, fram_stored_mark_free);
  g_clear_pointer (&b, fram_stored_mark_free);
  return ok;
}

static FramRoster *
split_locked (const FramMarking *m, const FramUuid *enrolment, gboolean split, char **what, GError **error)
{
  g_autoptr (FramChanges) changes = NULL;
  g_autofree char *sentence = NULL;
  FramChanged changed = { m->activity->id, m->day, FALSE };
  const FramRosterRow *row = find_row (m, enrolment, error);
  FramRoster *after;

  if (row == NULL || !fram_marking_check (m, error) || (split && row->part == 0 && !check_split (m, row, error)))
    return NULL;
  changes = fram_changes_begin (m->desk->db, m->desk->viewer, "mark", m->edit->reason, error);
  if (changes == NULL)
    return NULL;
  if ((row->part == 0) == split &&
      !(split ? fram_desk_write_split (m, changes, enrolment, 1, error) : join (m, changes, row, error)))
    return NULL;
  /* Translators: a person's name */
  sentence =
      g_strdup_printf (split ? _ ("The day of %s is split at noon.") : _ ("The day of %s is one again."), row->name);
  if (!fram_desk_finish (m->desk, changes, sentence, &changed, error))
    return NULL;
  after = fram_desk_read_back (m->desk, &m->activity->id, m->day, sentence, error);
  if (after != NULL && what != NULL)
    *what = g_steal_pointer (&sentence);
  return after;
}

/**
 * fram_desk_split_day:
 * @self: the desk
 * @activity: a workshop or group
 * @enrolment: whose day
 * @day: the day
 * @split: whether to split it or to join its halves again
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; %FRAM_ERROR_INVALID where only one half is planned, or the halves are marked differently
 *
 * Returns: (transfer full) (nullable): the roster as it is on disk now
 */
FramRoster *
fram_desk_split_day (FramDesk *self, const FramUuid *activity, const FramUuid *enrolment, FramDate day, gboolean split,
                     char **what, GError **error)
{
  /* the history tells it as the reason, so that none has to be asked for */
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS,
                        .attended_minutes = -1,
                        .reason = split ? _ ("the day was split") : _ ("the day was joined") };
  g_autoptr (FramRoster) roster = NULL;
  g_autoptr (FramStoredActivity) stored = NULL;
  FramMarking m = { self, NULL, day, &edit, NULL };

  FRAM_DESK_LOCKED (self);
  roster = fram_desk_roster_plain (self, activity, day, error);
  stored = roster != NULL ? fram_desk_load_activity (self, activity, error) : NULL;
  if (stored == NULL)
    return NULL;
  m.roster = roster;
  m.activity = stored;
  return split_locked (&m, enrolment, split, what, error);
}
