#include "fram-opening.h"

#include "fram-desk-files.h"

#include <glib/gi18n.h>

typedef struct
{
  char *path;
  FramClock *clock;
  FramStaff *first;
  FramUuid person;
  FramOpeningProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_clear_pointer (&making->first, fram_staff_free);
  g_clear_object (&making->cancellable);
  fram_clock_unref (making->clock);
  g_free (making->path);
  g_free (making);
}

/**
 * fram_opening_demo_path:
 *
 * Returns: (transfer full): where the demonstration register lies
 */
char *
fram_opening_demo_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "framsteg", "demonstration.db", NULL);
}

typedef struct
{
  FramOpeningProgress progress;
  gpointer data;
  double fraction;
  GCancellable *cancellable;
} Told;

static gboolean
tell (gpointer data)
{
  Told *told = data;

  if (!g_cancellable_is_cancelled (told->cancellable))
    told->progress (told->fraction, told->data);
  return G_SOURCE_REMOVE;
}

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->cancellable);
  g_free (told);
}

static gboolean
on_progress (guint64 done, guint64 total, gpointer data)
{
  Making *making = data;
  Told *told;

  if (g_cancellable_is_cancelled (making->cancellable))
    return FALSE;
  told = g_new0 (Told, 1);
  told->progress = making->progress;
  told->data = making->progress_data;
  told->fraction = total > 0 ? (double)done / (double)total : -1;
  told->cancellable = g_object_ref (making->cancellable);
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, tell, told, told_free);
  return TRUE;
}

static void
make_demo (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  FramDemoOptions options = FRAM_DEMO_DEFAULTS;
  GError *error = NULL;
  g_autoptr (FramDesk) desk = NULL;

  if (!g_file_test (making->path, G_FILE_TEST_EXISTS))
    desk = fram_desk_create_demo (making->path, making->clock, &options, on_progress, making, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * fram_opening_demo_async:
 * @path: where
 * @clock: the clock
 * @cancellable: stops the work
 * @progress: told how far it is
 * @callback: called when it is done
 * @user_data: closure of both
 *
 * Makes the demonstration register where there is none yet.
 */
void
fram_opening_demo_async (const char *path, FramClock *clock, GCancellable *cancellable, FramOpeningProgress progress,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->path = g_strdup (path);
  making->clock = fram_clock_ref (clock);
  making->progress = progress;
  making->progress_data = user_data;
  making->cancellable = g_object_ref (cancellable);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_demo);
}

static void
make_register (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  g_autoptr (FramDesk) desk = fram_desk_create (making->path, making->clock, "fram", &error);

  if (desk != NULL && fram_desk_save_staff (desk, making->first, &making->person, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
copy_roles (const FramStaff *from, FramStaff *to)
{
  for (guint i = 0; i < from->roles->len; i++)
    {
      const FramStaffRole *role = g_ptr_array_index (from->roles, i);

      fram_staff_add_role (to, role->role, role->workshop, role->group);
    }
}

/**
 * fram_opening_create_async:
 * @path: where
 * @clock: the clock
 * @first: the first person of the register
 * @callback: called when it is done
 * @user_data: closure
 *
 * Makes an empty register with one person in it.
 */
void
fram_opening_create_async (const char *path, FramClock *clock, const FramStaff *first, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->path = g_strdup (path);
  making->clock = fram_clock_ref (clock);
  making->first = fram_staff_new ();
  making->first->name = g_strdup (first->name);
  copy_roles (first, making->first);
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_register);
}

/**
 * fram_opening_finish:
 * @result: the result of either
 * @person: (out) (optional): who made a new register; none for the demonstration
 * @error: return location; then there is no file
 *
 * Returns: (transfer full) (nullable): the register's path
 */
char *
fram_opening_finish (GAsyncResult *result, FramUuid *person, GError **error)
{
  Making *making = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (person != NULL)
    *person = making->person;
  return g_strdup (making->path);
}
