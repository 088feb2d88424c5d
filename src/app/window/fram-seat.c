#include "fram-seat.h"

#include "fram-desk-journal.h"
#include "fram-desk-pin.h"

#define CLOCK_SECONDS 20
#define WAIT_MS       200
#define KEEP_MS       500

struct _FramSeat
{
  GObject parent_instance;

  /* borrowed */
  gpointer host; /* the window where the person is */

  /* owned */
  FramDesk *desk;
  FramDesk *opened; /* waits until the first window is seen */
  FramSession *session;
  FramClock *clock;
  GSettings *settings;
  GCancellable *opening;
  char *path;
  char *as;
  FramUuid person;
  FramUuid wanted; /* who is to show first to be that person */
  char *person_name;
  FramDate day; /* the day that pages were shown on */
  gboolean ready;
  gboolean kept; /* for good: what closes now was open */
  gboolean can_undo;
  gboolean can_redo;
  guint midnight;
  guint waiting;
  guint keeping;
};

enum
{
  WAITING,
  FAILED,
  DESK_CHANGED,
  ASKING,
  TROUBLE,
  KEEP,
  LEAVING,
  SAT_DOWN,
  DAY_CHANGED,
  UNDO_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramSeat, fram_seat, G_TYPE_OBJECT)

enum
{
  CAN_UNDO = 1,
  CAN_REDO = 2,
};

/**
 * fram_seat_stop_opening:
 * @self: a seat
 *
 * What is being opened is not shown when it comes.
 *
 * Returns: whether something was
 */
gboolean
fram_seat_stop_opening (FramSeat *self)
{
  gboolean was = self->opening != NULL || self->opened != NULL;

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->opened);
  g_clear_handle_id (&self->waiting, g_source_remove);
  return was;
}

static void
fram_seat_dispose (GObject *object)
{
  FramSeat *self = FRAM_SEAT (object);

  fram_seat_stop_opening (self);
  g_clear_handle_id (&self->midnight, g_source_remove);
  g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_weak_pointer (&self->host);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->session, fram_session_free);
  g_clear_pointer (&self->clock, fram_clock_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->as, g_free);
  g_clear_pointer (&self->person_name, g_free);
  G_OBJECT_CLASS (fram_seat_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, GType argument)
{
  if (argument == G_TYPE_NONE)
    return g_signal_new (name, FRAM_TYPE_SEAT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  return g_signal_new (name, FRAM_TYPE_SEAT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, argument);
}

static void
fram_seat_class_init (FramSeatClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_seat_dispose;
  signals[WAITING] = add_signal ("waiting", G_TYPE_NONE);
  signals[FAILED] = add_signal ("failed", G_TYPE_ERROR);
  signals[DESK_CHANGED] = add_signal ("desk-changed", G_TYPE_NONE);
  signals[ASKING] = add_signal ("asking", G_TYPE_NONE);
  signals[TROUBLE] = add_signal ("trouble", G_TYPE_STRING);
  signals[KEEP] = add_signal ("keep", G_TYPE_POINTER);
  signals[LEAVING] = add_signal ("leaving", G_TYPE_NONE);
  signals[SAT_DOWN] = add_signal ("sat-down", G_TYPE_NONE);
  signals[DAY_CHANGED] = add_signal ("day-changed", G_TYPE_NONE);
  signals[UNDO_CHANGED] = add_signal ("undo-changed", G_TYPE_NONE);
}

static void
fram_seat_init (FramSeat *self)
{
  self->session = fram_session_load ();
}

/**
 * fram_seat_new:
 * @clock: the clock
 * @settings: (nullable): the preferences
 *
 * Returns: (transfer full): a seat without a register
 */
FramSeat *
fram_seat_new (FramClock *clock, GSettings *settings)
{
  FramSeat *self = g_object_new (FRAM_TYPE_SEAT, NULL);

  self->clock = fram_clock_ref (clock);
  g_set_object (&self->settings, settings);
  return self;
}

/* Undo and redo are offered when there is something to take back, and no sooner. */

static gpointer
read_stacks (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER ((fram_desk_can_undo (desk) ? CAN_UNDO : 0) | (fram_desk_can_redo (desk) ? CAN_REDO : 0));
}

static void
set_stacks (FramSeat *self, int can)
{
  self->can_undo = (can & CAN_UNDO) != 0;
  self->can_redo = (can & CAN_REDO) != 0;
  g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

static void
on_stacks_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramSeat) self = data;
  int can = GPOINTER_TO_INT (fram_desk_run_finish (FRAM_DESK (source), result, NULL));

  if (self->desk == FRAM_DESK (source))
    set_stacks (self, can);
}

/**
 * fram_seat_update_undo:
 * @self: a seat
 *
 * Asks the desk, on its own thread, what can be undone.
 */
void
fram_seat_update_undo (FramSeat *self)
{
  if (self->desk != NULL)
    fram_desk_run_async (self->desk, read_stacks, NULL, NULL, NULL, NULL, on_stacks_cb, g_object_ref (self));
  else
    set_stacks (self, 0);
}

/* Opening */

/* Whoever has a PIN, or has to choose one, is asked before anything is shown. */
static gboolean
sit_down_or_want (FramSeat *self, const FramUuid *person)
{
  gboolean required = self->settings != NULL && g_settings_get_boolean (self->settings, "require-pin");

  if (!required && !fram_desk_has_pin (self->desk, person))
    return fram_seat_sit_down (self, person, NULL);
  self->wanted = *person;
  return FALSE;
}

static gboolean
sit_down_as_told (FramSeat *self)
{
  g_autofree char *last = fram_session_get_person (self->session, self->path);
  g_autoptr (FramViewer) viewer = NULL;
  g_autoptr (GError) error = NULL;
  FramUuid person;

  self->wanted = FRAM_UUID_NONE;
  if (self->as == NULL)
    return fram_uuid_parse (last, &person) && sit_down_or_want (self, &person);
  if (!fram_desk_sit_down_as (self->desk, self->as, &error))
    {
      g_signal_emit (self, signals[TROUBLE], 0, error->message);
      return FALSE;
    }
  viewer = fram_desk_dup_viewer (self->desk);
  return sit_down_or_want (self, &viewer->id);
}

static void
set_desk (FramSeat *self, FramDesk *desk)
{
  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (fram_seat_update_undo), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[DESK_CHANGED], 0);
  if (!sit_down_as_told (self))
    fram_seat_ask_person (self);
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FramDesk) desk = fram_desk_open_finish (result, &error);
  g_autoptr (FramSeat) self = data;

  if (self->opening == NULL || g_task_get_cancellable (G_TASK (result)) != self->opening)
    return;
  g_clear_object (&self->opening);
  g_clear_handle_id (&self->waiting, g_source_remove);
  if (desk == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "register", self->path);
  if (self->ready)
    set_desk (self, desk);
  else
    self->opened = g_steal_pointer (&desk);
}

static gboolean
on_waiting (gpointer data)
{
  FramSeat *self = data;

  self->waiting = 0;
  g_signal_emit (self, signals[WAITING], 0);
  return G_SOURCE_REMOVE;
}

/**
 * fram_seat_open:
 * @self: a seat
 * @path: a register
 * @as: (nullable): who sits down; %NULL for who was there last
 *
 * Opens a register off the main loop. The one that was open is left.
 */
void
fram_seat_open (FramSeat *self, const char *path, const char *as)
{
  g_autofree char *copy = g_strdup (path);
  g_autofree char *person = g_strdup (as);

  fram_seat_stop_opening (self);
  fram_seat_forget_desk (self);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  g_free (self->as);
  self->as = g_steal_pointer (&person);
  self->opening = g_cancellable_new ();
  self->waiting = g_timeout_add (WAIT_MS, on_waiting, self);
  fram_desk_open_async (self->path, self->clock, self->opening, on_opened_cb, g_object_ref (self));
}

/**
 * fram_seat_set_ready:
 * @self: a seat
 *
 * A window is seen: what was opened meanwhile can be shown. The first frame does not wait for the pages.
 */
void
fram_seat_set_ready (FramSeat *self)
{
  g_autoptr (FramDesk) desk = g_steal_pointer (&self->opened);

  self->ready = TRUE;
  if (desk != NULL)
    set_desk (self, desk);
}

/**
 * fram_seat_forget_desk:
 * @self: a seat
 *
 * Leaves the register, if there is one.
 */
void
fram_seat_forget_desk (FramSeat *self)
{
  g_clear_object (&self->opened);
  if (self->desk == NULL)
    return;
  fram_seat_keep (self);
  g_signal_emit (self, signals[LEAVING], 0);
  g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  self->person = FRAM_UUID_NONE;
  g_signal_emit (self, signals[DESK_CHANGED], 0);
  fram_seat_update_undo (self);
}

/* The person */

/**
 * fram_seat_ask_person:
 * @self: a seat with a register
 *
 * Every window asks who sits down.
 */
void
fram_seat_ask_person (FramSeat *self)
{
  fram_seat_keep (self);
  g_signal_emit (self, signals[ASKING], 0);
}

/* Entries of journals sign themselves at midnight. */
static gpointer
sign_past_midnight (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return GUINT_TO_POINTER (fram_desk_sign_past_midnight (desk));
}

/* Pages that show today follow midnight, and a computer that slept over it. */
static gboolean
on_midnight (gpointer data)
{
  FramSeat *self = data;
  FramDate day = fram_clock_today (self->clock);

  if (self->desk == NULL || day == self->day)
    return G_SOURCE_CONTINUE;
  self->day = day;
  fram_desk_run_async (self->desk, sign_past_midnight, NULL, NULL, NULL, NULL, NULL, NULL);
  g_signal_emit (self, signals[DAY_CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
take_name (FramSeat *self)
{
  g_autoptr (FramViewer) viewer = fram_desk_dup_viewer (self->desk);

  g_free (self->person_name);
  self->person_name = g_strdup (viewer->name);
}

/**
 * fram_seat_sit_down:
 * @self: a seat with a register
 * @person: who
 * @error: return location
 *
 * What the person before had open is kept and goes away; the own windows and tabs come back.
 *
 * Returns: whether the person may sit here
 */
gboolean
fram_seat_sit_down (FramSeat *self, const FramUuid *person, GError **error)
{
  fram_seat_keep (self);
  g_signal_emit (self, signals[LEAVING], 0);
  if (!fram_desk_sit_down (self->desk, person, error))
    return FALSE;
  self->person = *person;
  take_name (self);
  fram_session_set_person (self->session, self->path, person);
  self->day = fram_clock_today (self->clock);
  if (self->midnight == 0)
    self->midnight = g_timeout_add_seconds (CLOCK_SECONDS, on_midnight, self);
  g_signal_emit (self, signals[SAT_DOWN], 0);
  fram_seat_update_undo (self);
  return TRUE;
}

/* The session */

/* A window that has no tabs yet says nothing of the person's. */
static void
keep_windows (FramSeat *self, GPtrArray *windows)
{
  if (windows->len > 0)
    fram_session_set_last (self->session, g_ptr_array_index (windows, 0));
  for (guint i = windows->len; i > 0; i--)
    if (((FramSessionWindow *)g_ptr_array_index (windows, i - 1))->tabs == NULL)
      g_ptr_array_remove_index (windows, i - 1);
  if (windows->len > 0 && !fram_uuid_is_none (&self->person))
    fram_session_set_windows (self->session, &self->person, windows);
}

/**
 * fram_seat_keep:
 * @self: a seat
 *
 * Writes down what is open in every window.
 */
void
fram_seat_keep (FramSeat *self)
{
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_session_window_free);

  g_clear_handle_id (&self->keeping, g_source_remove);
  if (self->kept)
    return;
  g_signal_emit (self, signals[KEEP], 0, windows);
  keep_windows (self, windows);
  fram_session_save (self->session);
}

/**
 * fram_seat_keep_last:
 * @self: a seat
 *
 * Writes down what is open, for the last time: the program ends, and what closes from now on is open at the next start.
 */
void
fram_seat_keep_last (FramSeat *self)
{
  fram_seat_keep (self);
  self->kept = TRUE;
}

static gboolean
on_keeping (gpointer data)
{
  FramSeat *self = data;

  self->keeping = 0;
  fram_seat_keep (self);
  return G_SOURCE_REMOVE;
}

/**
 * fram_seat_keep_soon:
 * @self: a seat
 *
 * What is open is written down a moment after it changed, so that a computer that stops takes nothing along.
 */
void
fram_seat_keep_soon (FramSeat *self)
{
  if (self->keeping == 0)
    self->keeping = g_timeout_add (KEEP_MS, on_keeping, self);
}

/**
 * fram_seat_set_host:
 * @self: a seat
 * @window: (type GtkWindow): the window where the person is
 *
 * The other windows go when somebody else sits down; this one stays.
 */
void
fram_seat_set_host (FramSeat *self, gpointer window)
{
  g_set_weak_pointer (&self->host, window);
}

/**
 * fram_seat_get_host:
 * @self: a seat
 *
 * Returns: (transfer none) (nullable) (type GtkWindow): the window where the person is
 */
gpointer
fram_seat_get_host (FramSeat *self)
{
  return self->host;
}

/**
 * fram_seat_get_desk:
 * @self: a seat
 *
 * Returns: (transfer none) (nullable): the register that is open
 */
FramDesk *
fram_seat_get_desk (FramSeat *self)
{
  return self->desk;
}

FramSession *
fram_seat_get_session (FramSeat *self)
{
  return self->session;
}

FramClock *
fram_seat_get_clock (FramSeat *self)
{
  return self->clock;
}

GSettings *
fram_seat_get_settings (FramSeat *self)
{
  return self->settings;
}

/**
 * fram_seat_get_path:
 * @self: a seat
 *
 * Returns: (transfer none) (nullable): the register that was asked for, open or not
 */
const char *
fram_seat_get_path (FramSeat *self)
{
  return self->path;
}

const char *
fram_seat_get_as (FramSeat *self)
{
  return self->as;
}

/**
 * fram_seat_get_person:
 * @self: a seat
 *
 * Returns: (transfer none): who sits here; none where nobody does
 */
const FramUuid *
fram_seat_get_person (FramSeat *self)
{
  return &self->person;
}

const char *
fram_seat_get_person_name (FramSeat *self)
{
  return self->person_name;
}

/**
 * fram_seat_get_wanted:
 * @self: a seat that asks for a person
 *
 * Returns: (transfer none): who sat here last, or was named at the start, and has a PIN; none for anybody
 */
const FramUuid *
fram_seat_get_wanted (FramSeat *self)
{
  return &self->wanted;
}

gboolean
fram_seat_can_undo (FramSeat *self)
{
  return self->can_undo;
}

gboolean
fram_seat_can_redo (FramSeat *self)
{
  return self->can_redo;
}
