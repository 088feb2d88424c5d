#include "fram-desk-roster.h"

/* The roster's use cases on the worker thread. */

typedef struct
{
  FramUuid activity;
  FramDate day;
  int part;
  FramUuid *enrolments;
  guint n_enrolments;
  FramMarkEdit edit;
} Request;

typedef struct
{
  FramRoster *roster;
  char *what;
} Answer;

static Request *
request_new (const FramUuid *activity, FramDate day)
{
  Request *request = g_new0 (Request, 1);

  if (activity != NULL)
    request->activity = *activity;
  request->day = day;
  return request;
}

static void
request_set_edit (Request *request, const FramMarkEdit *edit)
{
  request->edit = *edit;
  request->edit.status = g_strdup (edit->status);
  request->edit.note = g_strdup (edit->note);
  request->edit.reason = g_strdup (edit->reason);
  request->edit.task = g_strdup (edit->task);
}

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->enrolments);
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

  g_clear_pointer (&answer->roster, fram_roster_free);
  g_free (answer->what);
  g_free (answer);
}

static gpointer
load_roster (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return fram_desk_roster (desk, &request->activity, request->day, error);
}

void
fram_desk_roster_async (FramDesk *self, const FramUuid *activity, FramDate day, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  fram_desk_run_async (self, load_roster, request_new (activity, day), request_free, (GDestroyNotify)fram_roster_free,
                       cancellable, callback, user_data);
}

FramRoster *
fram_desk_roster_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}

static gpointer
load_activities (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return fram_desk_activities (desk, request->day, error);
}

void
fram_desk_activities_async (FramDesk *self, FramDate day, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  fram_desk_run_async (self, load_activities, request_new (NULL, day), request_free, (GDestroyNotify)g_ptr_array_unref,
                       cancellable, callback, user_data);
}

GPtrArray *
fram_desk_activities_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return fram_desk_run_finish (self, result, error);
}

static gpointer
answer_with (FramRoster *roster, char *what)
{
  Answer *answer;

  if (roster == NULL)
    {
      g_free (what);
      return NULL;
    }
  answer = g_new0 (Answer, 1);
  answer->roster = roster;
  answer->what = what;
  return answer;
}

static gpointer
mark (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *r = data;
  char *what = NULL;
  FramRoster *roster =
      fram_desk_mark (desk, &r->activity, r->day, r->part, r->enrolments, r->n_enrolments, &r->edit, &what, error);

  return answer_with (roster, what);
}

static gpointer
mark_rest (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *r = data;
  char *what = NULL;
  FramRoster *roster = fram_desk_mark_rest (desk, &r->activity, r->day, r->edit.status, r->edit.reason, &what, error);

  return answer_with (roster, what);
}

void
fram_desk_mark_async (FramDesk *self, const FramUuid *activity, FramDate day, int part, const FramUuid *enrolments,
                      guint n_enrolments, const FramMarkEdit *edit, GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = request_new (activity, day);

  request->part = part;
  request->enrolments = g_memdup2 (enrolments, n_enrolments * sizeof *enrolments);
  request->n_enrolments = n_enrolments;
  request_set_edit (request, edit);
  fram_desk_run_async (self, mark, request, request_free, answer_free, NULL, callback, user_data);
}

void
fram_desk_mark_rest_async (FramDesk *self, const FramUuid *activity, FramDate day, const char *status,
                           const char *reason, GAsyncReadyCallback callback, gpointer user_data)
{
  Request *request = request_new (activity, day);
  FramMarkEdit edit = { .fields = FRAM_MARK_STATUS, .status = status, .reason = reason };

  request_set_edit (request, &edit);
  fram_desk_run_async (self, mark_rest, request, request_free, answer_free, NULL, callback, user_data);
}

/**
 * fram_desk_mark_finish:
 * @self: the desk
 * @result: the result of either marking
 * @what: (out) (optional): a sentence for the toast
 * @error: return location; then nothing was written
 *
 * Returns: (transfer full) (nullable): the roster as it is on disk now
 */
FramRoster *
fram_desk_mark_finish (FramDesk *self, GAsyncResult *result, char **what, GError **error)
{
  Answer *answer = fram_desk_run_finish (self, result, error);
  FramRoster *roster;

  if (answer == NULL)
    return NULL;
  roster = g_steal_pointer (&answer->roster);
  if (what != NULL)
    *what = g_steal_pointer (&answer->what);
  answer_free (answer);
  return roster;
}
