#include "fram-desk-week.h"

/* Sheets on the worker thread. */

typedef struct
{
  FramUuid activity;
  FramDate from;
  FramDate to;
  FramCellKey *cells;
  guint n_cells;
  FramMarkEdit edit;
  gboolean reopen;
} Request;

typedef struct
{
  FramSheet *sheet;
  char *what;
} Answer;

static Request *
request_new (const FramUuid *activity, FramDate from, FramDate to)
{
  Request *request = g_new0 (Request, 1);

  request->activity = *activity;
  request->from = from;
  request->to = to;
  return request;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->cells);
  g_free ((char *)request->edit.status);
  g_free ((char *)request->edit.note);
  g_free ((char *)request->edit.reason);
  g_free ((char *)request->edit.task);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->sheet, fram_sheet_free);
  g_free (answer->what);
  g_free (answer);
}

static gpointer
answer_with (FramSheet *sheet, char *what)
{
  Answer *answer;

  if (sheet == NULL)
    {
      g_free (what);
      return NULL;
    }
  answer = g_new0 (Answer, 1);
  answer->sheet = sheet;
  answer->what = what;
  return answer;
}

static FramSheet *
take_answer (FramDesk *self, GAsyncResult *result, char **what, GError **error)
{
  Answer *answer = fram_desk_run_finish (self, result, error);
  FramSheet *sheet;

  if (answer == NULL)
    return NULL;
  sheet = g_steal_pointer (&answer->sheet);
  if (what != NULL)
    *what = g_steal_pointer (&answer->what);
  answer_free (answer);
  return sheet;
}

static gpointer
load (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *r = data;

  return fram_desk_sheet (desk, &r->activity, r->from, r->to, error);
}

/**
 * fram_desk_sheet_async:
 * @self: the desk
 * @activity: a workshop or group
 * @from: first day
 * @to: last day
 * @cancellable: (nullable): drops what nobody looks at any more
 * @callback: called in the caller's main context
 * @user_data: closure of @callback
 *
 * Reads a sheet without waiting for the disk.
 */
void
fram_desk_sheet_async (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  fram_desk_run_async (self, load, request_new (activity, from, to), request_free, (GDestroyNotify)fram_sheet_free,
                       cancellable, callback, user_data);
}

FramSheet *
fram_desk_sheet_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}

static gpointer
mark_cells (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *r = data;
  char *what = NULL;
  FramSheet *sheet =
      fram_desk_mark_cells (desk, &r->activity, r->from, r->to, r->cells, r->n_cells, &r->edit, &what, error);

  return answer_with (sheet, what);
}

void
fram_desk_mark_cells_async (FramDesk *self, const FramUuid *activity, FramDate from, FramDate to,
                            const FramCellKey *cells, guint n_cells, const FramMarkEdit *edit,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = request_new (activity, from, to);

  request->cells = g_memdup2 (cells, n_cells * sizeof *cells);
  request->n_cells = n_cells;
  request->edit = *edit;
  request->edit.status = g_strdup (edit->status);
  request->edit.note = g_strdup (edit->note);
  request->edit.reason = g_strdup (edit->reason);
  request->edit.task = g_strdup (edit->task);
  fram_desk_run_async (self, mark_cells, request, request_free, answer_free, NULL, callback, user_data);
}

/**
 * fram_desk_mark_cells_finish:
 * @self: the desk
 * @result: the result of marking
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: (transfer full) (nullable): the sheet as it is on disk now
 */
FramSheet *
fram_desk_mark_cells_finish (FramDesk *self, GAsyncResult *result, char **what, GError **error)
{
  return take_answer (self, result, what, error);
}

static gpointer
close_week (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *r = data;
  char *what = NULL;
  FramSheet *sheet = r->reopen ? fram_desk_reopen_week (desk, &r->activity, r->from, r->edit.reason, &what, error)
                               : fram_desk_close_week (desk, &r->activity, r->from, &what, error);

  return answer_with (sheet, what);
}

/**
 * fram_desk_close_week_async:
 * @self: the desk
 * @activity: a workshop or group
 * @day: a day of the week
 * @reopen: to open it again instead
 * @reason: (nullable): why it is opened again
 * @callback: called in the caller's main context
 * @user_data: closure of @callback
 *
 * Closes a week or opens it again.
 */
void
fram_desk_close_week_async (FramDesk *self, const FramUuid *activity, FramDate day, gboolean reopen, const char *reason,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = request_new (activity, day, day);

  request->reopen = reopen;
  request->edit.reason = g_strdup (reason);
  fram_desk_run_async (self, close_week, request, request_free, answer_free, NULL, callback, user_data);
}

FramSheet *
fram_desk_close_week_finish (FramDesk *self, GAsyncResult *result, char **what, GError **error)
{
  return take_answer (self, result, what, error);
}
