#include "fram-desk-private.h"

#include <glib/gi18n-lib.h>

/* One worker thread per desk, so that what a person did in order is written in order; the main loop never waits for disk. */

typedef struct
{
  FramDeskFunc func;
  gpointer data;
  GDestroyNotify free_data;
  GDestroyNotify free_answer;
  int seat; /* for whom: the desk's when it was asked */
  gboolean apart;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_data != NULL)
    job->free_data (job->data);
  g_free (job);
}

static gpointer
tidy (gpointer path)
{
  fram_db_tidy (path);
  g_free (path);
  return NULL;
}

/* After an answer, so that no mark waits for it. */
static void
tidy_apart (FramDesk *self)
{
  GThread *thread = NULL;
  char *path;

  FRAM_DESK_LOCKED (self);
  if (!fram_db_take_tidying (self->db))
    return;
  path = g_strdup (fram_db_get_path (self->db));
  thread = g_thread_try_new ("framsteg-tidy", tidy, path, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    g_free (path);
}

/* What somebody asked for is not done in the name and with the rights of whoever sat down since. */
static gpointer
run_job (FramDesk *self, const Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GRecMutexLocker) locker = job->apart ? NULL : fram_desk_lock (self);

  if (g_atomic_int_get (&self->seat) == job->seat)
    return job->func (self, job->data, cancellable, error);
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("Somebody else has sat down at the keyboard; this was not done any more."));
  return NULL;
}

void
fram_desk_work (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  FramDesk *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer;

  g_atomic_pointer_set (&self->worker_thread, g_thread_self ());
  if (g_task_return_error_if_cancelled (task))
    return;
  answer = run_job (self, job, g_task_get_cancellable (task), &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, job->free_answer);
  tidy_apart (self);
}

static void
push_job (FramDesk *self, gboolean apart, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
          GDestroyNotify free_answer, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->apart = apart;
  job->func = func;
  job->data = data;
  job->free_data = free_data;
  job->free_answer = free_answer;
  job->seat = g_atomic_int_get (&self->seat);
  g_task_set_task_data (task, job, job_free);
  g_task_set_source_tag (task, fram_desk_run_async);
  /* an answer is about what is on disk: a cancel that comes too late does not hide it */
  g_task_set_check_cancellable (task, FALSE);
  g_thread_pool_push (self->worker, task, NULL);
}

/**
 * fram_desk_run_async:
 * @self: the desk
 * @func: what to do on the worker thread
 * @data: closure of @func
 * @free_data: (nullable): frees @data
 * @free_answer: (nullable): frees an answer that nobody takes
 * @cancellable: (nullable): work that has not begun is dropped, long work stops
 * @callback: called in the caller's main context
 * @user_data: closure of @callback
 *
 * Runs a use case off the main loop, after those asked for before it.
 */
void
fram_desk_run_async (FramDesk *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
                     GDestroyNotify free_answer, GCancellable *cancellable, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  push_job (self, FALSE, func, data, free_data, free_answer, cancellable, callback, user_data);
}

/**
 * fram_desk_run_apart_async:
 * @self: the desk
 * @func: what to do on the worker thread
 * @data: closure of @func
 * @free_data: (nullable): frees @data
 * @free_answer: (nullable): frees an answer that nobody takes
 * @cancellable: (nullable): work that has not begun is dropped, long work stops
 * @callback: called in the caller's main context
 * @user_data: closure of @callback
 *
 * As fram_desk_run_async(), for work of seconds and minutes: the desk is not kept locked meanwhile, so that what the main
 * loop asks it in passing is answered at once. @func may only call what says so.
 */
void
fram_desk_run_apart_async (FramDesk *self, FramDeskFunc func, gpointer data, GDestroyNotify free_data,
                           GDestroyNotify free_answer, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  push_job (self, TRUE, func, data, free_data, free_answer, cancellable, callback, user_data);
}

gpointer
fram_desk_run_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Opening: there is no desk yet to have a worker. */

typedef struct
{
  char *path;
  FramClock *clock;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  fram_clock_unref (opening->clock);
  g_free (opening->path);
  g_free (opening);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  FramDesk *desk = fram_desk_open (opening->path, opening->clock, &error);

  if (desk == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, desk, g_object_unref);
}

/**
 * fram_desk_open_async:
 * @path: a register
 * @clock: the clock
 * @cancellable: (nullable): gives up waiting
 * @callback: called in the caller's main context
 * @user_data: closure
 *
 * Opens a register off the main loop; bringing an old one up to date may take a while.
 */
void
fram_desk_open_async (const char *path, FramClock *clock, GCancellable *cancellable, GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->clock = fram_clock_ref (clock);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

FramDesk *
fram_desk_open_finish (GAsyncResult *result, GError **error)
{
  FramDesk *desk = g_task_propagate_pointer (G_TASK (result), error);

  if (desk != NULL)
    fram_desk_watch (desk);
  return desk;
}

typedef struct
{
  gboolean redo;
  FramProgressFunc progress;
  gpointer data;
} Reversal;

static gpointer
reverse_in_worker (FramDesk *self, gpointer data, GCancellable *cancellable, GError **error)
{
  const Reversal *reversal = data;
  char *what = NULL;

  fram_desk_step_back (self, reversal->redo, reversal->progress, reversal->data, &what, error);
  return what;
}

void
fram_desk_undo_async (FramDesk *self, gboolean redo, GAsyncReadyCallback callback, gpointer user_data)
{
  fram_desk_undo_watched_async (self, redo, NULL, NULL, callback, user_data);
}

/**
 * fram_desk_undo_watched_async:
 * @self: the desk
 * @redo: redo instead
 * @progress: (nullable): told on the worker thread how far a large step is; stops it, and then nothing has changed
 * @data: closure of @progress, there until @callback
 * @callback: called in the caller's main context
 * @user_data: closure of @callback
 */
void
fram_desk_undo_watched_async (FramDesk *self, gboolean redo, FramProgressFunc progress, gpointer data,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  Reversal *reversal = g_new0 (Reversal, 1);

  reversal->redo = redo;
  reversal->progress = progress;
  reversal->data = data;
  fram_desk_run_apart_async (self, reverse_in_worker, reversal, g_free, g_free, NULL, callback, user_data);
}

/**
 * fram_desk_undo_finish:
 * @self: the desk
 * @result: the result
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a sentence saying what was undone
 */
char *
fram_desk_undo_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}

/* Another program may have the same register open: its changes are seen without asking all the time. */

static gpointer
look_again (FramDesk *self, gpointer data, GCancellable *cancellable, GError **error)
{
  static const FramChanged anything = { FRAM_UUID_NONE, FRAM_DATE_NONE, TRUE };
  int version;

  FRAM_DESK_LOCKED (self);
  version = fram_db_get_data_version (self->db);
  if (version != self->data_version)
    {
      self->data_version = version;
      fram_desk_emit_changed (self, &anything);
    }
  return NULL;
}

static gboolean
on_refresh (gpointer data)
{
  FramDesk *self = data;

  self->refresh = 0;
  fram_desk_run_async (self, look_again, NULL, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_file_changed_cb (GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  FramDesk *self = data;

  if (self->refresh == 0)
    self->refresh = g_timeout_add (150, on_refresh, self);
}

/* Begins to look at the file; called in the main context. */
void
fram_desk_watch (FramDesk *self)
{
  g_autofree char *name = g_strconcat (fram_desk_get_path (self), "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);

  if (self->monitor != NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect (self->monitor, "changed", G_CALLBACK (on_file_changed_cb), self);
}
