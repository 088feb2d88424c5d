#include "fram-desk-pin.h"

#include "fram-access-log.h"
#include "fram-desk-private.h"
#include "fram-pin-store.h"
#include "fram-pin.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* A try is written down as a wrong one before it is looked at, and taken back when it was right: whoever ends the program
 * in between, or tries in two windows at the same time, has used up a try. What the disk says counts for every program; what
 * this program remembers by a clock that nobody turns counts too. */

typedef struct
{
  int wrong;
  gint64 until; /* steady milliseconds */
} Memory;

struct _FramPinGuard
{
  FramClock *wall; /* the real time: --now does not shorten a wait */
  FramSteadyFunc steady;
  GHashTable *memories; /* row number of a person → Memory */
};

void
fram_pin_guard_free (FramPinGuard *self)
{
  g_hash_table_destroy (self->memories);
  fram_clock_unref (self->wall);
  g_free (self);
}

static FramPinGuard *
guard_of (FramDesk *self)
{
  if (self->pins == NULL)
    {
      self->pins = g_new0 (FramPinGuard, 1);
      self->pins->wall = fram_clock_new_system ();
      self->pins->steady = fram_clock_steady_now;
      self->pins->memories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
    }
  return self->pins;
}

/* For tests: other clocks than the computer's. */
void
fram_desk_set_pin_time (FramDesk *self, FramClock *wall, FramSteadyFunc steady)
{
  FramPinGuard *guard;

  FRAM_DESK_LOCKED (self);
  guard = guard_of (self);
  fram_clock_unref (guard->wall);
  guard->wall = fram_clock_ref (wall);
  guard->steady = steady;
}

static Memory *
memory_of (FramPinGuard *guard, gint64 staff)
{
  Memory *memory = g_hash_table_lookup (guard->memories, &staff);

  if (memory == NULL)
    {
      memory = g_new0 (Memory, 1);
      g_hash_table_insert (guard->memories, g_memdup2 (&staff, sizeof staff), memory);
    }
  return memory;
}

/* Milliseconds by the clock on the wall. One that was turned back behind the last wrong try shortens nothing: the whole
 * delay begins anew, and @pin says so. */
static gint64
wait_on_disk (FramPinGuard *guard, FramStoredPin *pin)
{
  gint64 delay = (gint64)fram_pin_delay (pin->wrong) * 1000;
  gint64 now = fram_clock_now (guard->wall);

  if (delay > 0 && now < pin->wait_until - delay)
    pin->wait_until = now + delay;
  return delay > 0 ? MAX (pin->wait_until - now, 0) : 0;
}

static int
wait_left (FramPinGuard *guard, gint64 staff, FramStoredPin *pin)
{
  Memory *memory = g_hash_table_lookup (guard->memories, &staff);
  gint64 wait = wait_on_disk (guard, pin);

  if (memory != NULL && memory->until > 0)
    wait = MAX (wait, memory->until - guard->steady ());
  return (int)((wait + 999) / 1000);
}

static void
count_as_wrong (FramPinGuard *guard, gint64 staff, FramStoredPin *pin)
{
  Memory *memory = memory_of (guard, staff);
  gint64 delay;

  memory->wrong = MAX (memory->wrong, pin->wrong) + 1;
  delay = (gint64)fram_pin_delay (memory->wrong) * 1000;
  memory->until = guard->steady () + delay;
  pin->wrong = memory->wrong;
  pin->wait_until = fram_clock_now (guard->wall) + delay;
}

/**
 * fram_pin_wait_text:
 * @seconds: how long somebody has to wait
 *
 * Returns: (transfer full): a sentence that says so
 */
char *
fram_pin_wait_text (int seconds)
{
  if (seconds >= 120)
    /* Translators: %d minutes and %02d seconds, as on a stop-watch: "Try again in 3:05 minutes." */
    return g_strdup_printf (_ ("Try again in %d:%02d minutes."), seconds / 60, seconds % 60);
  return g_strdup_printf (ngettext ("Try again in %d second.", "Try again in %d seconds.", (gulong)seconds), seconds);
}

static gboolean
refuse (GError **error, const char *sentence, int wait)
{
  g_autofree char *text = wait > 0 ? fram_pin_wait_text (wait) : NULL;

  g_set_error (error, FRAM_ERROR, FRAM_ERROR_DENIED, "%s%s%s", sentence, wait > 0 ? " " : "", wait > 0 ? text : "");
  return FALSE;
}

static gboolean
no_pin (GError **error)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("This person has no PIN on this computer."));
  return FALSE;
}

/* A full disk and a register that is open for reading only do not keep anybody out: then this program alone counts. */
static gboolean
matters (const GError *error)
{
  return !g_error_matches (error, FRAM_ERROR, FRAM_ERROR_READ_ONLY) &&
         !g_error_matches (error, FRAM_ERROR, FRAM_ERROR_FULL);
}

static gboolean
write_pin (FramDesk *self, gint64 staff, const FramStoredPin *pin, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (fram_pin_save (self->db, staff, pin, &local) || !matters (local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
begin_if_writable (FramDesk *self, gboolean *begun, GError **error)
{
  g_autoptr (GError) local = NULL;

  *begun = fram_db_begin (self->db, &local);
  if (*begun || !matters (local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
end (FramDesk *self, gboolean begun, gboolean ok, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!begun)
    return ok;
  if (!ok)
    {
      fram_db_rollback (self->db);
      return FALSE;
    }
  if (fram_db_commit (self->db, &local) || !matters (local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Uses up a try. @wait is what the next one will cost should this one be wrong. */
static gboolean
take_try (FramDesk *self, gint64 staff, FramStoredPin *pin, int *wait, GError **error)
{
  FramPinGuard *guard;
  gboolean begun, ok, waiting = FALSE;

  FRAM_DESK_LOCKED (self);
  guard = guard_of (self);
  if (!begin_if_writable (self, &begun, error))
    return FALSE;
  ok = fram_pin_load (self->db, staff, pin, error);
  if (ok && pin->hash == NULL)
    ok = no_pin (error);
  if (ok)
    {
      *wait = wait_left (guard, staff, pin);
      waiting = *wait > 0;
      if (!waiting)
        count_as_wrong (guard, staff, pin);
      ok = !begun || write_pin (self, staff, pin, error);
    }
  if (!end (self, begun, ok, error))
    return FALSE;
  if (waiting)
    return refuse (error, _ ("There were too many wrong tries."), *wait);
  *wait = fram_pin_delay (pin->wrong);
  return TRUE;
}

static void
forget_tries (FramDesk *self, gint64 staff)
{
  g_auto (FramStoredPin) pin = { 0 };
  gboolean begun;

  FRAM_DESK_LOCKED (self);
  g_hash_table_remove (guard_of (self)->memories, &staff);
  if (!begin_if_writable (self, &begun, NULL) || !begun)
    return;
  if (fram_pin_load (self->db, staff, &pin, NULL) && pin.hash != NULL)
    {
      pin.wrong = 0;
      pin.wait_until = 0;
      fram_pin_save (self->db, staff, &pin, NULL);
    }
  fram_db_commit (self->db, NULL);
}

/* @wait: seconds until the next try, where this one is refused */
static gboolean
check (FramDesk *self, gint64 staff, const char *pin, int *wait, GError **error)
{
  g_auto (FramStoredPin) stored = { 0 };

  *wait = 0;
  if (!take_try (self, staff, &stored, wait, error))
    return FALSE;
  if (fram_pin_matches (pin, stored.hash))
    {
      forget_tries (self, staff);
      *wait = 0;
      return TRUE;
    }
  return refuse (error, _ ("That is not the PIN."), *wait);
}

static gint64
row_of (FramDesk *self, const FramUuid *staff)
{
  FRAM_DESK_LOCKED (self);
  return fram_db_find_row (self->db, staff);
}

/**
 * fram_desk_check_pin:
 * @self: the desk
 * @staff: who it should be
 * @pin: what was typed
 * @error: return location; %FRAM_ERROR_DENIED where it is wrong or the person has to wait, with a sentence that says how
 *   long; %FRAM_ERROR_NOT_FOUND where the person has no PIN
 *
 * Takes 100–200 ms, during which the register is free for others.
 *
 * Returns: whether it is the person's PIN
 */
gboolean
fram_desk_check_pin (FramDesk *self, const FramUuid *staff, const char *pin, GError **error)
{
  int wait;

  return check (self, row_of (self, staff), pin, &wait, error);
}

/**
 * fram_desk_pin_holders:
 * @self: the desk
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type FramUuid): who has a PIN on this computer
 */
GArray *
fram_desk_pin_holders (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return fram_pin_load_holders (self->db, error);
}

/* A register that cannot be asked is not one without PINs. */
gboolean
fram_desk_has_pin (FramDesk *self, const FramUuid *staff)
{
  g_auto (FramStoredPin) pin = { 0 };

  FRAM_DESK_LOCKED (self);
  return !fram_pin_load (self->db, fram_db_find_row (self->db, staff), &pin, NULL) || pin.hash != NULL;
}

int
fram_desk_pin_wait (FramDesk *self, const FramUuid *staff)
{
  g_auto (FramStoredPin) pin = { 0 };
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_row (self->db, staff);
  return fram_pin_load (self->db, row, &pin, NULL) ? wait_left (guard_of (self), row, &pin) : 0;
}

static gboolean
put (FramDesk *self, gint64 staff, const char *hash, gboolean only_first, GError **error)
{
  g_auto (FramStoredPin) old = { 0 };
  FramStoredPin pin = { (char *)hash, 0, 0 };
  gboolean ok;

  FRAM_DESK_LOCKED (self);
  if (!fram_db_begin (self->db, error))
    return FALSE;
  ok = fram_pin_load (self->db, staff, &old, error);
  if (ok && only_first && old.hash != NULL)
    {
      g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_EXISTS, _ ("This person has a PIN already."));
      ok = FALSE;
    }
  ok = ok && (hash != NULL ? fram_pin_save (self->db, staff, &pin, error) : fram_pin_remove (self->db, staff, error));
  if (ok)
    g_hash_table_remove (guard_of (self)->memories, &staff);
  if (ok)
    return fram_db_commit (self->db, error);
  fram_db_rollback (self->db);
  return FALSE;
}

static gboolean
choose (FramDesk *self, gint64 staff, const char *pin, gboolean only_first, GError **error)
{
  g_autofree char *hash = NULL;

  if (!fram_pin_check_form (pin, error))
    return FALSE;
  hash = fram_pin_hash (pin, error);
  return hash != NULL && put (self, staff, hash, only_first, error);
}

static gboolean
works_here (FramDesk *self, gint64 staff, GError **error)
{
  g_autoptr (FramViewer) viewer = NULL;

  FRAM_DESK_LOCKED (self);
  viewer = fram_staff_load_viewer (self->db, staff, fram_clock_today (self->clock), error);
  return viewer != NULL;
}

/**
 * fram_desk_choose_pin:
 * @self: the desk
 * @staff: somebody who works here and has no PIN
 * @pin: the first one
 * @error: return location; %FRAM_ERROR_INVALID where it is too easy, %FRAM_ERROR_EXISTS where there is one
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_choose_pin (FramDesk *self, const FramUuid *staff, const char *pin, GError **error)
{
  gint64 row = row_of (self, staff);

  return works_here (self, row, error) && choose (self, row, pin, TRUE, error);
}

static gboolean
change (FramDesk *self, gint64 staff, const char *old_pin, const char *new_pin, GError **error)
{
  g_autoptr (GError) local = NULL;
  int wait;

  if (new_pin != NULL && !fram_pin_check_form (new_pin, error))
    return FALSE;
  if (!check (self, staff, old_pin != NULL ? old_pin : "", &wait, &local) &&
      !g_error_matches (local, FRAM_ERROR, FRAM_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return new_pin != NULL ? choose (self, staff, new_pin, FALSE, error) : put (self, staff, NULL, FALSE, error);
}

/* 0, with @error set, for the system, which has no PIN of its own. */
static gint64
own_row (FramDesk *self, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (!self->viewer->is_system)
    return self->viewer->staff;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_INVALID, _ ("Say whose PIN it is: nobody sits at the keyboard."));
  return 0;
}

/**
 * fram_desk_change_pin:
 * @self: the desk
 * @old_pin: (nullable): the PIN of the person at the keyboard; not needed where there is none
 * @new_pin: (nullable): the new one, or %NULL for none any more
 * @error: return location
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_change_pin (FramDesk *self, const char *old_pin, const char *new_pin, GError **error)
{
  gint64 staff = own_row (self, error);

  return staff != 0 && change (self, staff, old_pin, new_pin, error);
}

static gboolean
may_reset (FramDesk *self, gint64 staff, GError **error)
{
  if (!fram_rights_reaches_site (self->viewer, FRAM_CLASS_RIGHTS, TRUE))
    return refuse (error, _ ("Your roles do not let you change this. Ask an administrator."), 0);
  if (self->viewer->is_system || self->viewer->staff != staff)
    return TRUE;
  return refuse (error, _ ("Change your own PIN with “Change PIN …” in the menu with your name."), 0);
}

/**
 * fram_desk_reset_pin:
 * @self: the desk
 * @staff: whose PIN has been forgotten
 * @error: return location; %FRAM_ERROR_DENIED for who is no administrator, and for the own PIN
 *
 * Removes the PIN, and with it the wait after wrong tries. That this was done is in the access log.
 *
 * Returns: whether there is none any more
 */
gboolean
fram_desk_reset_pin (FramDesk *self, const FramUuid *staff, GError **error)
{
  g_autofree char *reason = NULL;
  g_autoptr (FramViewer) whose = NULL;
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_db_find_row (self->db, staff);
  if (!may_reset (self, row, error) || !fram_db_begin (self->db, error))
    return FALSE;
  whose = fram_staff_load_viewer (self->db, row, fram_clock_today (self->clock), NULL);
  reason = g_strdup_printf ("pin removed: %s", whose != NULL ? whose->name : "");
  if (!fram_pin_remove (self->db, row, error) ||
      !fram_access_log_add (self->db, self->viewer, "changed", FRAM_CLASS_RIGHTS, 0, reason, error))
    {
      fram_db_rollback (self->db);
      return FALSE;
    }
  g_hash_table_remove (guard_of (self)->memories, &row);
  return fram_db_commit (self->db, error);
}

/* Off the main loop, and not on the desk's worker: marks do not wait for a hash. */

typedef enum
{
  CHECK,
  CHOOSE,
  CHANGE,
} What;

typedef struct
{
  What what;
  gint64 staff;
  char *old_pin;
  char *pin;
  int wait; /* answer: seconds until the next try */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  fram_pin_forget (job->old_pin);
  fram_pin_forget (job->pin);
  g_free (job);
}

static gboolean
do_job (FramDesk *self, Job *job, GError **error)
{
  switch (job->what)
    {
    case CHECK: return check (self, job->staff, job->pin, &job->wait, error);
    case CHOOSE: return works_here (self, job->staff, error) && choose (self, job->staff, job->pin, TRUE, error);
    default: return change (self, job->staff, job->old_pin, job->pin, error);
    }
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (do_job (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
start (FramDesk *self, What what, gint64 staff, const char *old_pin, const char *pin, GCancellable *cancellable,
       GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->what = what;
  job->staff = staff;
  job->old_pin = g_strdup (old_pin);
  job->pin = g_strdup (pin);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work);
}

void
fram_desk_check_pin_async (FramDesk *self, const FramUuid *staff, const char *pin, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, CHECK, row_of (self, staff), NULL, pin, cancellable, callback, user_data);
}

/**
 * fram_desk_check_pin_finish:
 * @self: the desk
 * @result: the result
 * @wait: (out): seconds until the person's next try counts
 * @error: return location
 *
 * Returns: whether it is the person's PIN
 */
gboolean
fram_desk_check_pin_finish (FramDesk *self, GAsyncResult *result, int *wait, GError **error)
{
  *wait = ((Job *)g_task_get_task_data (G_TASK (result)))->wait;
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
fram_desk_choose_pin_async (FramDesk *self, const FramUuid *staff, const char *pin, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  start (self, CHOOSE, row_of (self, staff), NULL, pin, cancellable, callback, user_data);
}

void
fram_desk_change_pin_async (FramDesk *self, const char *old_pin, const char *new_pin, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  GError *error = NULL;
  gint64 staff = own_row (self, &error);

  if (staff != 0)
    start (self, CHANGE, staff, old_pin, new_pin, cancellable, callback, user_data);
  else
    g_task_report_error (self, callback, user_data, fram_desk_change_pin_async, error);
}

gboolean
fram_desk_write_pin_finish (FramDesk *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
