#include "fram-import-work.h"

typedef struct
{
  GStrv paths;
  GPtrArray *sources;
  gboolean dry_run;
  FramWork *work;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_strfreev (asked->paths);
  g_clear_pointer (&asked->sources, g_ptr_array_unref);
  fram_work_unref (asked->work);
  g_free (asked);
}

void
fram_import_outcome_free (FramImportOutcome *self)
{
  g_clear_pointer (&self->result, fram_import_result_free);
  fram_problems_free (self->problems);
  g_clear_error (&self->error);
  g_free (self);
}

static gpointer
look (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;

  return fram_desk_look_at_files (desk, (const char *const *)asked->paths, fram_work_tell, asked->work, error);
}

/**
 * fram_import_look_async:
 * @desk: the desk
 * @paths: (array zero-terminated=1): files and directories
 * @work: how far it is
 * @callback: gets a #GPtrArray of FramImportSource from fram_desk_run_finish()
 * @user_data: closure of @callback
 */
void
fram_import_look_async (FramDesk *desk, const char *const *paths, FramWork *work, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->paths = g_strdupv ((char **)paths);
  asked->work = fram_work_ref (work);
  fram_desk_run_apart_async (desk, look, asked, asked_free, (GDestroyNotify)g_ptr_array_unref, NULL, callback,
                             user_data);
}

static gpointer
run (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Asked *asked = data;
  FramImportOutcome *outcome = g_new0 (FramImportOutcome, 1);

  outcome->problems = fram_problems_new ();
  outcome->result = fram_desk_import_files (desk, asked->sources, asked->dry_run, outcome->problems, fram_work_tell,
                                            asked->work, &outcome->error);
  return outcome;
}

/**
 * fram_import_run_async:
 * @desk: the desk
 * @sources: (element-type FramImportSource): the files; not touched meanwhile
 * @dry_run: only look
 * @work: how far it is
 * @callback: gets a #FramImportOutcome from fram_desk_run_finish()
 * @user_data: closure of @callback
 */
void
fram_import_run_async (FramDesk *desk, GPtrArray *sources, gboolean dry_run, FramWork *work,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->sources = g_ptr_array_ref (sources);
  asked->dry_run = dry_run;
  asked->work = fram_work_ref (work);
  fram_desk_run_apart_async (desk, run, asked, asked_free, (GDestroyNotify)fram_import_outcome_free, NULL, callback,
                             user_data);
}
