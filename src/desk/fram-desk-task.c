#include "fram-desk-task.h"

#include "fram-desk-private.h"
#include "fram-rights.h"
#include "fram-roster-store.h"
#include "fram-streak.h"
#include "fram-task-store.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>

/* What is done stays in the list for so many days. */
#define DAYS_SHOWN_DONE 7
static const char *const kind_codes[] = { "note", "absence", "call" };

/* Tasks are shown on many pages; rosters, hours and people have not changed. */
const FramChanged fram_changed_tasks = { FRAM_UUID_NONE, FRAM_DATE_NONE, FALSE };

void
fram_task_free (FramTask *self)
{
  g_free (self->title);
  g_free (self->text);
  g_free (self->case_no);
  g_free (self->name);
  g_free (self->activity_name);
  g_free (self->whose_name);
  g_free (self->made_by);
  g_free (self);
}

static FramTaskKind
kind_from_code (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_codes); i++)
    if (g_strcmp0 (kind_codes[i], code) == 0)
      return (FramTaskKind)i;
  return FRAM_TASK_NOTE;
}

/**
 * fram_task_kind_get_code:
 * @kind: a kind of task
 *
 * Returns: its code on disk and in csv and json
 */
const char *
fram_task_kind_get_code (FramTaskKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_codes), NULL);
  return kind_codes[kind];
}

/* A protected person goes by the alias only where it is used: for who marks in that roster. */
static char *
shown_name (FramDesk *self, const FramStoredTask *stored)
{
  if (stored->case_no == NULL)
    return NULL;
  if (!stored->is_protected)
    return g_strjoin (" ", stored->given_name, stored->family_name, NULL);
  if (stored->alias != NULL && !self->viewer->is_system &&
      !fram_rights_reaches_site (self->viewer, FRAM_CLASS_ATTEND, FALSE) &&
      fram_rights_may_mark (self->viewer, stored->activity))
    return g_strdup (stored->alias);
  return fram_text_initials (stored->given_name, stored->family_name);
}

/* How many unnotified absences in a row there were when it was told. */
static guint
streak_when_told (FramDesk *self, const FramStoredTask *stored)
{
  g_autoptr (GPtrArray) last = NULL;
  FramStreakMark marks[30];
  guint n = 0;

  if (stored->activity == 0 || stored->made == FRAM_DATE_NONE)
    return 0;
  last = fram_roster_load_last (self->db, stored->enrolment, stored->activity, stored->made + 1, G_N_ELEMENTS (marks),
                                NULL);
  for (guint i = 0; last != NULL && i < last->len; i++)
    {
      const FramStoredMark *mark = g_ptr_array_index (last, i);
      const FramStatus *status = fram_desk_status_of_row (self, mark->status);

      if (status != NULL)
        marks[n++] = (FramStreakMark){ mark->day, status->code, status->counts };
    }
  return fram_streak_unnotified (marks, n);
}

static char *
title_of_absence (const char *name, guint streak)
{
  if (name == NULL)
    return g_strdup (_ ("A participant is away without notice"));
  if (streak < 2)
    /* Translators: a person's name; a task for the case worker */
    return g_strdup_printf (_ ("%s is away without notice"), name);
  /* Translators: a person's name and a number; a task for the case worker */
  return g_strdup_printf (ngettext ("%1$s: %2$u unnotified absence", "%1$s: %2$u unnotified absences in a row", streak),
                          name, streak);
}

static char *
title_of (FramDesk *self, const FramStoredTask *stored, const char *name)
{
  switch (kind_from_code (stored->kind))
    {
    case FRAM_TASK_CALL:
      /* Translators: a task for the case worker: to call this person */
      return name != NULL ? g_strdup_printf (_ ("Call %s"), name) : g_strdup (_ ("Call a participant"));
    case FRAM_TASK_ABSENCE: return title_of_absence (name, name != NULL ? streak_when_told (self, stored) : 0);
    case FRAM_TASK_NOTE:
    default: return stored->text != NULL ? g_strdup (stored->text) : g_strdup (_ ("A task about a participant"));
    }
}

static FramTask *
task_of (FramDesk *self, const FramStoredTask *stored)
{
  FramTask *task = g_new0 (FramTask, 1);

  task->id = stored->id;
  task->kind = kind_from_code (stored->kind);
  task->name = shown_name (self, stored);
  task->title = title_of (self, stored, task->name);
  task->text = g_strdup (stored->text);
  task->participant = stored->participant_id;
  if (stored->case_no != NULL && stored->enrolment != 0)
    task->enrolment = fram_db_get_id (self->db, stored->enrolment);
  task->case_no = g_strdup (stored->case_no);
  task->activity = stored->activity_id;
  task->activity_name = g_strdup (fram_text_is_swedish () ? stored->activity_sv : stored->activity_en);
  task->whose_name = g_strdup (stored->whose_name != NULL ? stored->whose_name : _ ("the manager"));
  task->made_by = g_strdup (stored->made_by_name);
  task->for_me = stored->mine;
  task->as_deputy = stored->deputed;
  task->made_by_me = stored->made_by != 0 && stored->made_by == self->viewer->staff;
  task->made = stored->made;
  task->due = stored->due;
  task->seen = stored->seen;
  task->done = stored->done;
  return task;
}

/**
 * fram_desk_tasks:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramTask): what is for the person at the keyboard and what that person
 *   asked others for: not done ones first by due day, then what was done in the last seven days
 */
GPtrArray *
fram_desk_tasks (FramDesk *self, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray *tasks;

  FRAM_DESK_LOCKED (self);
  if (!fram_desk_require (self, FRAM_CLASS_TASK, FALSE, error))
    return NULL;
  fram_db_begin_read (self->db);
  stored = fram_task_load (self->db, self->viewer, self->viewer->today - DAYS_SHOWN_DONE, error);
  tasks = stored != NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify)fram_task_free) : NULL;
  for (guint i = 0; stored != NULL && i < stored->len; i++)
    g_ptr_array_add (tasks, task_of (self, g_ptr_array_index (stored, i)));
  fram_db_end_read (self->db);
  return tasks;
}

/* Who it is for, and those who may change the tasks of the whole house. */
static gboolean
may_finish (FramDesk *self, const FramStoredTask *stored, GError **error)
{
  if (stored->mine || fram_rights_reaches_site (self->viewer, FRAM_CLASS_TASK, TRUE))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("This task is somebody else's; only who it is for can say that it is done."));
  return FALSE;
}

static gboolean
update_task (FramChanges *changes, FramRecord *record, const char *column, GError **error)
{
  const char *const columns[] = { column, NULL };

  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

/* What is done has been seen. */
static gboolean
write_done (FramDesk *self, const FramStoredTask *stored, gboolean done, const char *what, GError **error)
{
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_TASK, &stored->id);
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "task", NULL, error);

  if (changes == NULL)
    return FALSE;
  fram_record_set_date (record, "done", done ? self->viewer->today : FRAM_DATE_NONE);
  fram_record_set_date (record, "seen", self->viewer->today);
  return update_task (changes, record, "done", error) &&
         (!done || stored->seen != FRAM_DATE_NONE || update_task (changes, record, "seen", error)) &&
         fram_desk_finish (self, changes, what, &fram_changed_tasks, error);
}

/**
 * fram_desk_set_task_done:
 * @self: the desk
 * @task: the task
 * @done: whether it is done
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_DENIED where it is for somebody else
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_set_task_done (FramDesk *self, const FramUuid *task, gboolean done, char **what, GError **error)
{
  FramStoredTask *stored;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  stored = fram_task_load_one (self->db, self->viewer, fram_db_find_row (self->db, task), error);
  if (stored == NULL)
    return FALSE;
  name = shown_name (self, stored);
  title = title_of (self, stored, name);
  /* Translators: a task: “Call Amina Hassan” is done. */
  sentence = g_strdup_printf (done ? _ ("“%s” is done.") : _ ("“%s” is to be done again."), title);
  ok = fram_desk_require (self, FRAM_CLASS_TASK, TRUE, error) && may_finish (self, stored, error) &&
       write_done (self, stored, done, sentence, error);
  fram_stored_task_free (stored);
  if (ok && what != NULL)
    *what = g_steal_pointer (&sentence);
  return ok;
}

static gboolean
is_news (const FramStoredTask *stored)
{
  return stored->mine && stored->seen == FRAM_DATE_NONE && stored->done == FRAM_DATE_NONE;
}

static gboolean
write_seen (FramDesk *self, const GPtrArray *tasks, GError **error)
{
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, self->viewer, "task-seen", NULL, error);
  gint64 action = 0;

  if (changes == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len; i++)
    {
      const FramStoredTask *stored = g_ptr_array_index (tasks, i);
      g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_TASK, &stored->id);

      fram_record_set_date (record, "seen", self->viewer->today);
      if (is_news (stored) && !update_task (changes, record, "seen", error))
        return FALSE;
    }
  if (!fram_changes_commit (changes, &action, error))
    return FALSE;
  if (action != 0)
    fram_desk_emit_changed (self, &fram_changed_tasks);
  return TRUE;
}

/**
 * fram_desk_see_tasks:
 * @self: the desk
 * @error: return location
 *
 * Marks as seen what is for the person at the keyboard, once its list is shown; who asked sees that. The file's owner at
 * the command line sees for nobody.
 *
 * Returns: whether it is on disk, or there was nothing new
 */
gboolean
fram_desk_see_tasks (FramDesk *self, GError **error)
{
  g_autoptr (GPtrArray) tasks = NULL;
  gboolean news = FALSE;

  FRAM_DESK_LOCKED (self);
  if (self->viewer->is_system || fram_desk_get_read_only_reason (self) != NULL ||
      !fram_rights_may_write (self->viewer, FRAM_CLASS_TASK))
    return TRUE;
  tasks = fram_task_load (self->db, self->viewer, self->viewer->today, error);
  if (tasks == NULL)
    return FALSE;
  for (guint i = 0; i < tasks->len && !news; i++)
    news = is_news (g_ptr_array_index (tasks, i));
  return !news || write_seen (self, tasks, error);
}

/**
 * fram_desk_count_tasks:
 * @self: the desk
 *
 * Returns: how many tasks wait for the person at the keyboard, for the sidebar
 */
guint
fram_desk_count_tasks (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  return self->viewer->is_system ? 0 : fram_task_count_open (self->db, self->viewer);
}
