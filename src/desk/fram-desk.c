#include "fram-desk-private.h"

#include "fram-access-log.h"
#include "fram-desk-indicators-private.h"
#include "fram-desk-journal.h"
#include "fram-rights.h"
#include "fram-talk-store.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (FramDesk, fram_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PERSON_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const FramChanged fram_changed_house = { FRAM_UUID_NONE, FRAM_DATE_NONE, TRUE };

static void
undo_step_free (gpointer data)
{
  FramUndoStep *step = data;

  g_free (step->what);
  g_free (step);
}

static void
fram_desk_finalize (GObject *object)
{
  FramDesk *self = FRAM_DESK (object);

  /* every job holds a reference, so none is left; the last one may end here, and must not wait for itself */
  g_thread_pool_free (self->worker, FALSE, FALSE);
  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->closed_days, g_array_unref);
  g_clear_pointer (&self->statuses, g_array_unref);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->pins, fram_pin_guard_free);
  g_clear_pointer (&self->viewer, fram_viewer_unref);
  g_clear_pointer (&self->db, fram_db_close);
  g_clear_pointer (&self->clock, fram_clock_unref);
  g_rec_mutex_clear (&self->lock);
  G_OBJECT_CLASS (fram_desk_parent_class)->finalize (object);
}

static void
fram_desk_class_init (FramDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fram_desk_finalize;

  /**
   * FramDesk::changed:
   * @self: the desk
   * @changed: (type gpointer): what changed, a #FramChanged
   *
   * Something recorded has changed, through this desk or another program.
   */
  signals[CHANGED] =
      g_signal_new ("changed", FRAM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * FramDesk::person-changed:
   * @self: the desk
   *
   * Somebody else sits at the keyboard.
   */
  signals[PERSON_CHANGED] =
      g_signal_new ("person-changed", FRAM_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_desk_init (FramDesk *self)
{
  g_rec_mutex_init (&self->lock);
  self->worker = g_thread_pool_new (fram_desk_work, NULL, 1, FALSE, NULL);
  self->undo = g_ptr_array_new_with_free_func (undo_step_free);
  self->redo = g_ptr_array_new_with_free_func (undo_step_free);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Takes @db over. */
FramDesk *
fram_desk_new_for_db (FramDb *db, GError **error)
{
  g_autoptr (FramDesk) self = g_object_new (FRAM_TYPE_DESK, NULL);
  g_autoptr (GError) local = NULL;

  self->db = db;
  self->clock = fram_clock_ref (fram_db_get_clock (db));
  self->viewer = fram_viewer_new_system (fram_clock_today (self->clock));
  self->statuses = fram_house_load_statuses (db, &local);
  self->data_version = fram_db_get_data_version (db);
  if (local == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * fram_desk_open:
 * @path: a register
 * @clock: the clock
 * @error: return location, by what the caller can do
 *
 * Opens a register. One that a newer version made or that cannot be written opens for reading only. Entries of journals
 * that were not signed when their day ended are stamped, whoever wrote them; drafts of talks that nobody can finish any more
 * are thrown away. What a newer version of the programme's profile adds comes in.
 *
 * Returns: (transfer full) (nullable): the desk, with the system at the keyboard
 */
FramDesk *
fram_desk_open (const char *path, FramClock *clock, GError **error)
{
  FramDb *db = fram_db_open (path, clock, error);
  FramDesk *self = db != NULL ? fram_desk_new_for_db (db, error) : NULL;

  if (self == NULL)
    return NULL;
  fram_desk_bring_in_profile (self);
  fram_desk_sign_past_midnight (self);
  fram_talk_tidy_drafts (self->db, self->viewer->today);
  return self;
}

/**
 * fram_desk_default_path:
 *
 * Returns: (transfer full): where the register lies unless somebody says otherwise
 */
char *
fram_desk_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "framsteg", "framsteg.db", NULL);
}

const char *
fram_desk_get_path (FramDesk *self)
{
  return fram_db_get_path (self->db);
}

FramClock *
fram_desk_get_clock (FramDesk *self)
{
  return self->clock;
}

gboolean
fram_desk_is_demonstration (FramDesk *self)
{
  g_autofree char *until = NULL;

  FRAM_DESK_LOCKED (self);
  until = fram_db_get_meta (self->db, "demonstration");
  return until != NULL;
}

/**
 * fram_desk_get_home_day:
 * @self: the desk
 *
 * Returns: the day that pages open on: today, or the last day that the demonstration knows
 */
FramDate
fram_desk_get_home_day (FramDesk *self)
{
  FramDate today = fram_clock_today (self->clock);
  g_autofree char *until = NULL;

  FRAM_DESK_LOCKED (self);
  until = fram_db_get_meta (self->db, "demonstration");
  if (until == NULL || fram_date_parse (until) == FRAM_DATE_NONE)
    return today;
  return MIN (today, fram_date_parse (until));
}

/**
 * fram_desk_get_read_only_reason:
 * @self: the desk
 *
 * Returns: (nullable): a sentence saying why nothing can be changed, or %NULL
 */
const char *
fram_desk_get_read_only_reason (FramDesk *self)
{
  return fram_db_get_read_only_reason (self->db);
}

char *
fram_desk_get_site_name (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  return fram_house_load_site_name (self->db);
}

/* Reads the person's roles again, and at midnight with the new day. Who does not work here any more has none. */
void
fram_desk_refresh_viewer (FramDesk *self)
{
  FramDate today = fram_clock_today (self->clock);
  g_autoptr (GError) error = NULL;
  FramViewer *viewer = self->viewer->is_system ? fram_viewer_new_system (today)
                                               : fram_staff_load_viewer (self->db, self->viewer->staff, today, &error);

  if (viewer == NULL)
    viewer = fram_viewer_new (self->viewer->staff, &self->viewer->id, self->viewer->name, today);
  fram_viewer_unref (self->viewer);
  self->viewer = viewer;
}

/* Roles begin and end at midnight, whatever is asked for first on the new day. */
GRecMutexLocker *
fram_desk_lock (FramDesk *self)
{
  GRecMutexLocker *locker = g_rec_mutex_locker_new (&self->lock);

  if (self->viewer->today != fram_clock_today (self->clock))
    fram_desk_refresh_viewer (self);
  return locker;
}

static gboolean
sit_down (FramDesk *self, gint64 staff, GError **error)
{
  FramViewer *viewer = fram_staff_load_viewer (self->db, staff, fram_clock_today (self->clock), error);

  if (viewer == NULL)
    return FALSE;
  if (self->viewer->is_system || self->viewer->staff != viewer->staff)
    {
      g_ptr_array_set_size (self->undo, 0);
      g_ptr_array_set_size (self->redo, 0);
      g_atomic_int_inc (&self->seat);
    }
  self->last_listing = self->last_search = self->last_promises = self->last_gaps = self->last_needs = 0;
  self->last_phones = 0;
  g_hash_table_remove_all (self->notes);
  fram_viewer_unref (self->viewer);
  self->viewer = viewer;
  g_signal_emit (self, signals[PERSON_CHANGED], 0);
  return TRUE;
}

/**
 * fram_desk_sit_down:
 * @self: the desk
 * @staff: who sits down at the keyboard
 * @error: return location
 *
 * From now on this person sees, changes and is logged. Undo of what another person did is forgotten.
 *
 * Returns: whether the person works here
 */
gboolean
fram_desk_sit_down (FramDesk *self, const FramUuid *staff, GError **error)
{
  FRAM_DESK_LOCKED (self);
  return sit_down (self, fram_db_find_row (self->db, staff), error);
}

gboolean
fram_desk_sit_down_as (FramDesk *self, const char *name_or_login, GError **error)
{
  gint64 row;

  FRAM_DESK_LOCKED (self);
  row = fram_staff_find (self->db, name_or_login, error);
  return row != 0 && sit_down (self, row, error);
}

/**
 * fram_desk_dup_viewer:
 * @self: the desk
 *
 * Returns: (transfer full): who is at the keyboard
 */
FramViewer *
fram_desk_dup_viewer (FramDesk *self)
{
  FRAM_DESK_LOCKED (self);
  return fram_viewer_ref (self->viewer);
}

const GArray *
fram_desk_get_statuses (FramDesk *self)
{
  return self->statuses;
}

const FramStatus *
fram_desk_find_status (FramDesk *self, const char *code)
{
  for (guint i = 0; i < self->statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (self->statuses, FramStatus, i);

      if (g_strcmp0 (status->code, code) == 0)
        return status;
    }
  return NULL;
}

const FramStatus *
fram_desk_status_of_row (FramDesk *self, gint64 row)
{
  for (guint i = 0; i < self->statuses->len; i++)
    {
      const FramStatus *status = &g_array_index (self->statuses, FramStatus, i);

      if (status->row == row)
        return status;
    }
  return NULL;
}

/* (element-type FramClosedDay): kept until the house changes */
const GArray *
fram_desk_closed_days (FramDesk *self)
{
  g_autoptr (GPtrArray) closures = NULL;

  if (self->closed_days != NULL)
    return self->closed_days;
  self->closed_days = fram_closed_days_new ();
  closures = fram_house_load_closures (self->db, NULL);
  for (guint i = 0; i < closures->len; i++)
    {
      const FramClosure *closure = g_ptr_array_index (closures, i);
      FramClosedDay day = { closure->day,          closure->to_day != FRAM_DATE_NONE ? closure->to_day : closure->day,
                            closure->workshop_row, FRAM_TIME_NONE,
                            FRAM_TIME_NONE,        g_strdup (closure->name) };

      g_array_append_val (self->closed_days, day);
    }
  return self->closed_days;
}

FramDayInfo
fram_desk_day_info (FramDesk *self, FramDate day, gint64 workshop)
{
  return fram_day_info (day, fram_desk_closed_days (self), workshop);
}

FramStoredActivity *
fram_desk_load_activity (FramDesk *self, const FramUuid *id, GError **error)
{
  return fram_house_load_activity (self->db, fram_db_find_row (self->db, id), error);
}

/* One sentence for every place where a role does not suffice. */
gboolean
fram_desk_require (FramDesk *self, FramClass klass, gboolean write, GError **error)
{
  if (write ? fram_rights_may_write (self->viewer, klass) : fram_rights_may_read (self->viewer, klass))
    return TRUE;
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       write ? _ ("Your roles do not let you change this. Ask an administrator.")
                             : _ ("Your roles do not let you see this."));
  return FALSE;
}

typedef struct
{
  FramDesk *desk;
  FramChanged changed;
} Emission;

static gboolean
emit_in_main (gpointer data)
{
  Emission *emission = data;

  g_signal_emit (emission->desk, signals[CHANGED], 0, &emission->changed);
  return G_SOURCE_REMOVE;
}

static void
emission_free (gpointer data)
{
  Emission *emission = data;

  g_object_unref (emission->desk);
  g_free (emission);
}

/* From the worker never at once: it would take over a main loop that happens to rest, and pages with it. */
static void
emit_soon (FramDesk *self, Emission *emission)
{
  g_autoptr (GSource) source = NULL;

  if (g_atomic_pointer_get (&self->worker_thread) != (gpointer)g_thread_self ())
    {
      g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, emit_in_main, emission, emission_free);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, emit_in_main, emission, emission_free);
  g_source_attach (source, NULL);
}

void
fram_desk_emit_changed (FramDesk *self, const FramChanged *changed)
{
  Emission *emission = g_new0 (Emission, 1);

  emission->desk = g_object_ref (self);
  emission->changed = *changed;
  if (changed->house)
    {
      g_clear_pointer (&self->closed_days, g_array_unref);
      fram_desk_refresh_viewer (self);
    }
  emit_soon (self, emission);
}

FramUndoStep *
fram_desk_push_step (GPtrArray *stack, gint64 action, const char *what, const FramChanged *changed)
{
  FramUndoStep *step = g_new0 (FramUndoStep, 1);

  step->action = action;
  step->what = g_strdup (what);
  step->changed = *changed;
  g_ptr_array_add (stack, step);
  return step;
}

/* After a change is on disk: it can be undone, and pages read again. */
void
fram_desk_done (FramDesk *self, gint64 action, const char *what, const FramChanged *changed)
{
  if (action == 0)
    return;
  fram_desk_push_step (self->undo, action, what, changed);
  g_ptr_array_set_size (self->redo, 0);
  fram_desk_emit_changed (self, changed);
}

/* Commits what a use case has changed. */
gboolean
fram_desk_finish (FramDesk *self, FramChanges *changes, const char *what, const FramChanged *changed, GError **error)
{
  gint64 action = 0;

  if (!fram_changes_commit (changes, &action, error))
    return FALSE;
  fram_desk_done (self, action, what, changed);
  return TRUE;
}
