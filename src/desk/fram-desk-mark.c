#include "fram-desk-mark-private.h"

#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* Marking one person, several, or the rest. */

/* Whom and which part of the day. */
typedef struct
{
  FramUuid enrolment;
  int part;
} Target;

const FramRosterRow *
fram_marking_find_row (const FramRoster *roster, const FramUuid *enrolment, int part)
{
  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);

      if (row->kind != FRAM_ROSTER_BARE && fram_uuid_equal (&row->enrolment, enrolment) &&
          (part == 0 || row->part == 0 || row->part == part))
        return row;
    }
  return NULL;
}

char *
fram_desk_status_word (const FramStatus *status)
{
  return g_utf8_strdown (fram_status_get_name (status), -1);
}

/* What the toast says of one person. */
static char *
say_one (const FramMarking *m, const char *name)
{
  const FramMarkEdit *edit = m->edit;

  if (edit->fields & FRAM_MARK_STATUS)
    {
      const FramStatus *status = edit->status != NULL ? fram_desk_find_status (m->desk, edit->status) : NULL;
      g_autofree char *word = status != NULL ? fram_desk_status_word (status) : NULL;

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
  if (edit->fields & (FRAM_MARK_CAME | FRAM_MARK_LEFT | FRAM_MARK_ATTENDED))
    return g_strdup_printf (_ ("The times of %s are saved."), name);
  if (edit->fields & FRAM_MARK_TASK)
    return g_strdup_printf (_ ("The task of %s is saved."), name);
  return g_strdup_printf (_ ("The reason for %s is saved."), name);
}

static char *
say_several (const FramMarking *m, guint n)
{
  const FramStatus *status = fram_desk_find_status (m->desk, m->edit->status);
  g_autofree char *word = NULL;

  if (m->edit->fields & FRAM_MARK_STATUS && status == NULL)
    return g_strdup_printf (ngettext ("%u person is unmarked again.", "%u people are unmarked again.", n), n);
  if (status == NULL)
    /* Translators: reasons, minutes late or times of several people */
    return g_strdup_printf (
        ngettext ("What was written for %u person is saved.", "What was written for %u people is saved.", n), n);
  word = fram_desk_status_word (status);
  return g_strdup_printf (ngettext ("%1$u person is marked as %2$s.", "%1$u people are marked as %2$s.", n), n, word);
}

static guint
count_people (const Target *targets, guint n)
{
  guint people = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean before = FALSE;

      for (guint j = 0; j < i && !before; j++)
        before = fram_uuid_equal (&targets[j].enrolment, &targets[i].enrolment);
      people += !before;
    }
  return people;
}

static char *
say (const FramMarking *m, const Target *targets, guint n)
{
  guint people = count_people (targets, n);
  const FramRosterRow *row = people == 1 ? fram_marking_find_row (m->roster, &targets[0].enrolment, 0) : NULL;

  return row != NULL ? say_one (m, row->name) : say_several (m, people);
}

void
fram_desk_set_unread (GError **error, const char *what, const GError *reason)
{
  g_set_error (error, FRAM_ERROR, FRAM_ERROR_UNREAD,
               /* Translators: two sentences: what was done, and why the roster cannot be shown */
               _ ("%1$s This is saved, but the roster could not be read again. %2$s"), what, reason->message);
}

/**
 * fram_desk_read_back:
 * @self: the desk
 * @activity: a workshop or group
 * @day: the day
 * @what: what was written, a sentence
 * @error: return location; %FRAM_ERROR_UNREAD
 *
 * What is on disk is not undone because it cannot be shown: the error says that it is saved.
 *
 * Returns: (transfer full) (nullable): the roster as it is now
 */
FramRoster *
fram_desk_read_back (FramDesk *self, const FramUuid *activity, FramDate day, const char *what, GError **error)
{
  g_autoptr (GError) local = NULL;
  FramRoster *roster = fram_desk_roster (self, activity, day, &local);

  if (roster == NULL)
    fram_desk_set_unread (error, what, local);
  return roster;
}

/* Marking half a day that is not split yet splits it; a mark of the whole day then holds for the other half. */
static gboolean
split_where_needed (FramMarking *m, FramChanges *changes, const Target *targets, guint n, GError **error)
{
  gboolean split = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const FramRosterRow *row =
          targets[i].part != 0 ? fram_marking_find_row (m->roster, &targets[i].enrolment, 0) : NULL;

      if (row == NULL || row->part != 0)
        continue;
      split = TRUE;
      if (!fram_desk_write_split (m, changes, &targets[i].enrolment, 3 - targets[i].part, error))
        return FALSE;
    }
  if (!split)
    return TRUE;
  fram_roster_free (m->roster);
  m->roster = fram_desk_roster_plain (m->desk, &m->activity->id, m->day, error);
  return m->roster != NULL;
}

static gboolean
write_targets (FramMarking *m, FramChanges *changes, const Target *targets, guint n, char **what, GError **error)
{
  if (!fram_marking_check (m, error) || !split_where_needed (m, changes, targets, n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!fram_marking_write (m, changes, &targets[i].enrolment, targets[i].part, error))
      return FALSE;
  *what = say (m, targets, n);
  return TRUE;
}

static gboolean
write_on_roster (FramDesk *self, FramChanges *changes, const FramUuid *activity, FramDate day, const Target *targets,
                 guint n, const FramMarkEdit *edit, char **what, GError **error)
{
  g_autoptr (FramStoredActivity) stored = NULL;
  FramMarking m = { self, NULL, day, edit, NULL };
  gboolean ok;

  m.roster = fram_desk_roster_plain (self, activity, day, error);
  stored = m.roster != NULL ? fram_desk_load_activity (self, activity, error) : NULL;
  m.activity = stored;
  ok = stored != NULL && write_targets (&m, changes, targets, n, what, error);
  g_clear_pointer (&m.roster, fram_roster_free);
  return ok;
}

static Target *
targets_of (const FramUuid *enrolments, guint n, int part)
{
  Target *targets = g_new0 (Target, n);

  for (guint i = 0; i < n; i++)
    targets[i] = (Target){ enrolments[i], part };
  return targets;
}

/* Writes the marks of one day into an open change; `what` is the sentence that tells of them. */
gboolean
fram_desk_write_marks (FramDesk *self, FramChanges *changes, const FramUuid *activity, FramDate day, int part,
                       const FramUuid *enrolments, guint n, const FramMarkEdit *edit, char **what, GError **error)
{
  g_autofree Target *targets = targets_of (enrolments, n, part);

  return write_on_roster (self, changes, activity, day, targets, n, edit, what, error);
}

static FramRoster *
mark_targets (FramDesk *self, const FramUuid *activity, FramDate day, const Target *targets, guint n,
              const FramMarkEdit *edit, char **what, GError **error)
{
  FramChanged changed = { *activity, day, FALSE };
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "mark", edit->reason, error);
  g_autofree char *sentence = NULL;
  FramRoster *after;

  if (changes == NULL || !write_on_roster (self, changes, activity, day, targets, n, edit, &sentence, error) ||
      !fram_desk_finish (self, changes, sentence, &changed, error))
    return NULL;
  after = fram_desk_read_back (self, activity, day, sentence, error);
  if (after != NULL && what != NULL)
    *what = g_steal_pointer (&sentence);
  return after;
}

/**
 * fram_desk_mark:
 * @self: the desk
 * @activity: a workshop or group
 * @day: the day
 * @part: part of the day: 0 the whole day, of a split one both halves; 1 before and 2 after noon, which splits it
 * @enrolments: (array length=n_enrolments): whom
 * @n_enrolments: how many
 * @edit: what to record; a day more than seven days ago needs its `reason`, which goes into the history
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written, but for %FRAM_ERROR_UNREAD: it is on disk and only the roster could
 *   not be read again
 *
 * Marks people in one transaction and one undo step.
 *
 * Returns: (transfer full) (nullable): the roster as it is on disk now
 */
FramRoster *
fram_desk_mark (FramDesk *self, const FramUuid *activity, FramDate day, int part, const FramUuid *enrolments,
                guint n_enrolments, const FramMarkEdit *edit, char **what, GError **error)
{
  g_autofree Target *targets = targets_of (enrolments, n_enrolments, part);

  FRAM_DESK_LOCKED (self);
  return mark_targets (self, activity, day, targets, n_enrolments, edit, what, error);
}

/* Who has told of an absence of the whole day is left: a wrong "present" would be the leader's word against the person's. */
static guint
choose_rest (const FramRoster *roster, GArray *rest)
{
  guint told = 0;

  for (guint i = 0; i < roster->rows->len; i++)
    {
      const FramRosterRow *row = g_ptr_array_index (roster->rows, i);
      Target target = { row->enrolment, row->part };

      if (row->kind != FRAM_ROSTER_PLANNED || row->status != NULL)
        continue;
      if (row->planned_status != NULL)
        told++;
      else
        g_array_append_val (rest, target);
    }
  return told;
}

static char *
say_told (const char *sentence, guint told)
{
  g_autofree char *left = g_strdup_printf (ngettext ("%u person who has told of an absence is left unmarked.",
                                                     "%u people who have told of an absence are left unmarked.", told),
                                           told);

  return sentence != NULL ? g_strdup_printf ("%s %s", sentence, left) : g_steal_pointer (&left);
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
 * Marks everybody who is expected and not marked yet. A mark that is there is never touched, and who has told of an absence
 * of the whole day is left as well and counted in the sentence: filling in "present" over an excuse that was given
 * beforehand is what leaders were most annoyed by elsewhere (FIELD.md, "Attendance": set all fills only the unmarked).
 *
 * Returns: (transfer full) (nullable): the roster as it is on disk now
 */
FramRoster *
fram_desk_mark_rest (FramDesk *self, const FramUuid *activity, FramDate day, const char *status, const char *reason,
                     char **what, GError **error)
{
  g_autoptr (FramRoster) before = NULL;
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (Target));
  g_autofree char *sentence = NULL;
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status, .reason = reason };
  FramRoster *after;
  guint told;

  FRAM_DESK_LOCKED (self);
  before = fram_desk_roster (self, activity, day, error);
  if (before == NULL)
    return NULL;
  told = choose_rest (before, rest);
  if (rest->len == 0)
    {
      if (what != NULL)
        *what = told > 0 ? say_told (NULL, told) : g_strdup (_ ("Everybody is marked already."));
      return g_steal_pointer (&before);
    }
  after =
      mark_targets (self, activity, day, (const Target *)(gconstpointer)rest->data, rest->len, &edit, &sentence, error);
  if (after != NULL && what != NULL)
    *what = told > 0 ? say_told (sentence, told) : g_steal_pointer (&sentence);
  return after;
}
