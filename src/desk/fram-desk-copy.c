#include "fram-desk-copy.h"

#include "fram-access-log.h"
#include "fram-desk-private.h"

typedef struct
{
  FramClass klass;
  GArray *participants; /* FramUuid */
} Copied;

static void
copied_free (gpointer data)
{
  Copied *copied = data;

  g_array_unref (copied->participants);
  g_free (copied);
}

static gboolean
add_lines (FramDesk *self, FramClass klass, const FramUuid *participants, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!fram_access_log_add (self->db, self->viewer, "exported", klass, fram_db_find_row (self->db, &participants[i]),
                              "clipboard", error))
      return FALSE;
  return TRUE;
}

/**
 * fram_desk_log_copied:
 * @self: the desk
 * @klass: what was copied of them
 * @participants: (array length=n): whose data
 * @n: how many
 * @error: return location
 *
 * Returns: whether the access log tells it
 */
gboolean
fram_desk_log_copied (FramDesk *self, FramClass klass, const FramUuid *participants, guint n, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (fram_desk_get_read_only_reason (self) != NULL)
    return TRUE;
  if (!fram_desk_require (self, klass, FALSE, error) || !fram_db_begin (self->db, error))
    return FALSE;
  if (add_lines (self, klass, participants, n, error))
    return fram_db_commit (self->db, error);
  fram_db_rollback (self->db);
  return FALSE;
}

static gpointer
log_copied (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  Copied *copied = data;

  return GINT_TO_POINTER (fram_desk_log_copied (desk, copied->klass, (const FramUuid *)copied->participants->data,
                                                copied->participants->len, error));
}

/**
 * fram_desk_log_copied_async:
 * @self: the desk
 * @klass: what was copied of them
 * @participants: (array length=n): whose data
 * @n: how many
 * @callback: called when it is in the log
 * @user_data: closure
 */
void
fram_desk_log_copied_async (FramDesk *self, FramClass klass, const FramUuid *participants, guint n,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Copied *copied = g_new0 (Copied, 1);

  copied->klass = klass;
  copied->participants = g_array_sized_new (FALSE, FALSE, sizeof (FramUuid), n);
  g_array_append_vals (copied->participants, participants, n);
  fram_desk_run_async (self, log_copied, copied, copied_free, NULL, NULL, callback, user_data);
}

gboolean
fram_desk_log_copied_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return GPOINTER_TO_INT (fram_desk_run_finish (self, result, error)) != 0;
}
