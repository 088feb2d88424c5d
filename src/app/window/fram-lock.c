#include "fram-lock.h"

#include "fram-desk-house.h"
#include "fram-desk-pin.h"
#include "fram-window-private.h"

#include <glib/gi18n.h>

#define LOOK_SECONDS 5
/* A computer that was away for so long has slept. */
#define SLEPT_MS 2000

struct _FramLock
{
  GObject parent_instance;

  /* borrowed */
  FramApplication *app;

  /* owned */
  FramLockDialogs *dialogs;
  FramLockInput *input;
  FramLockSigns *signs;
  FramTimeFunc steady;
  FramTimeFunc slept;
  gint64 last_input;
  gint64 last_slept;
  guint looking;
  gboolean locked;
  gboolean other; /* somebody else is asked for */
  FramUuid person;
  char *name;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FramLock, fram_lock, G_TYPE_OBJECT)

static void
for_each_window (FramLock *self, void (*func) (FramLock *, FramWindow *))
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->app)));

  for (GList *l = windows; l != NULL; l = l->next)
    if (FRAM_IS_WINDOW (l->data))
      func (self, l->data);
}

static void
on_input (gpointer data)
{
  FramLock *self = data;

  self->last_input = self->steady ();
}

static void
on_nobody_is_here (gpointer data)
{
  fram_lock_lock (data);
}

static gboolean
on_look (gpointer data)
{
  fram_lock_check (data);
  return G_SOURCE_CONTINUE;
}

static void
fram_lock_dispose (GObject *object)
{
  FramLock *self = FRAM_LOCK (object);

  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_pointer (&self->signs, fram_lock_signs_free);
  g_clear_pointer (&self->input, fram_lock_input_free);
  g_clear_pointer (&self->dialogs, fram_lock_dialogs_free);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (fram_lock_parent_class)->dispose (object);
}

static void
fram_lock_class_init (FramLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fram_lock_dispose;
  signals[CHANGED] = g_signal_new ("changed", FRAM_TYPE_LOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fram_lock_init (FramLock *self)
{
  self->steady = fram_clock_steady_now;
  self->slept = fram_clock_slept;
  self->last_input = self->steady ();
  self->last_slept = self->slept ();
  self->dialogs = fram_lock_dialogs_new ();
  self->input = fram_lock_input_new (G_CALLBACK (on_input), G_CALLBACK (on_nobody_is_here), self);
  self->looking = g_timeout_add_seconds (LOOK_SECONDS, on_look, self);
}

/**
 * fram_lock_new:
 * @app: the program, started
 *
 * Returns: (transfer full): its lock, open
 */
FramLock *
fram_lock_new (FramApplication *app)
{
  FramLock *self = g_object_new (FRAM_TYPE_LOCK, NULL);

  self->app = app;
  self->signs = fram_lock_signs_new (g_application_get_dbus_connection (G_APPLICATION (app)),
                                     G_CALLBACK (on_nobody_is_here), self);
  return self;
}

/* For tests: other clocks than the computer's. */
void
fram_lock_set_time (FramLock *self, FramTimeFunc steady, FramTimeFunc slept)
{
  self->steady = steady;
  self->slept = slept;
  self->last_input = steady ();
  self->last_slept = slept ();
}

gboolean
fram_lock_is_locked (FramLock *self)
{
  return self->locked;
}

/* Locking */

static void
set_locked (FramLock *self, gboolean locked)
{
  self->locked = locked;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What there is to know about who may sit down. */
typedef struct
{
  GPtrArray *staff;
  GArray *with_pin;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->staff, g_ptr_array_unref);
  g_clear_pointer (&answer->with_pin, g_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_people (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->staff = fram_desk_staff (desk, FALSE, error);
  answer->with_pin = answer->staff != NULL ? fram_desk_pin_holders (desk, error) : NULL;
  return answer->with_pin != NULL ? g_steal_pointer (&answer) : NULL;
}

/* Another person is told what is lost; nothing of it is shown. */
static char *
make_note (FramLock *self)
{
  if (fram_lock_dialogs_count (self->dialogs) == 0)
    return NULL;
  return g_strdup_printf (_ ("%s has a dialog open. What is not saved in it is lost when somebody else sits down."),
                          self->name);
}

static void
ask_in (FramLock *self, FramWindow *window, const Answer *answer)
{
  g_autofree char *note = make_note (self);

  fram_window_fill_who (window, answer->staff, answer->with_pin);
  fram_who_page_set_note (window->who, note);
  if (self->other)
    fram_who_page_show_tiles (window->who);
  else
    fram_who_page_lock (window->who, &self->person);
}

static void
on_people_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (FramLock) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = fram_desk_run_finish (FRAM_DESK (source), result, &error);
  g_autoptr (GList) windows = NULL;

  if (!self->locked || self->dialogs == NULL || fram_seat_get_desk (fram_application_get_seat (self->app)) == NULL)
    return;
  windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self->app)));
  for (GList *l = windows; l != NULL; l = l->next)
    if (FRAM_IS_WINDOW (l->data) && answer != NULL)
      ask_in (self, l->data, answer);
    else if (FRAM_IS_WINDOW (l->data))
      fram_who_page_set_note (FRAM_WINDOW (l->data)->who, error->message);
}

static void
ask_who (FramLock *self)
{
  FramDesk *desk = fram_seat_get_desk (fram_application_get_seat (self->app));

  fram_desk_run_async (desk, read_people, NULL, NULL, answer_free, NULL, on_people_cb, g_object_ref (self));
}

static void
cover (FramLock *self, FramWindow *window)
{
  fram_window_cover (window, self->name);
}

/* Somebody must be at work, or there is nothing to cover. */
static gboolean
begin (FramLock *self)
{
  FramSeat *seat = fram_application_get_seat (self->app);

  if (self->locked || fram_seat_get_desk (seat) == NULL || fram_uuid_is_none (fram_seat_get_person (seat)))
    return FALSE;
  self->person = *fram_seat_get_person (seat);
  g_free (self->name);
  self->name = g_strdup (fram_seat_get_person_name (seat));
  fram_seat_keep (seat);
  set_locked (self, TRUE);
  fram_lock_dialogs_hide (self->dialogs);
  for_each_window (self, cover);
  return TRUE;
}

/**
 * fram_lock_lock:
 * @self: the lock
 *
 * Covers everything and asks for the person who is at work. Without anybody at work it does nothing.
 */
void
fram_lock_lock (FramLock *self)
{
  self->other = FALSE;
  if (begin (self))
    ask_who (self);
}

/**
 * fram_lock_ask_other:
 * @self: the lock
 *
 * Covers everything and asks who sits down. When it is the same person, everything is as it was.
 */
void
fram_lock_ask_other (FramLock *self)
{
  self->other = TRUE;
  if (begin (self))
    ask_who (self);
}

/**
 * fram_lock_check:
 * @self: the lock
 *
 * Locks when nobody has done anything for so many minutes as the settings say, or when the computer has slept.
 */
void
fram_lock_check (FramLock *self)
{
  GSettings *settings = fram_application_get_settings (self->app);
  int minutes = settings != NULL ? g_settings_get_int (settings, "lock-minutes") : 0;
  gint64 slept = self->slept ();
  gboolean awoke = slept - self->last_slept > SLEPT_MS;

  self->last_slept = slept;
  if (awoke || (minutes > 0 && self->steady () - self->last_input >= (gint64)minutes * 60 * 1000))
    fram_lock_lock (self);
}

/* Unlocking */

static void
uncover (FramLock *self, FramWindow *window)
{
  fram_window_uncover (window);
}

static void
forget_held (FramLock *self, FramWindow *window)
{
  fram_window_forget_held (window);
}

static void
open_for_same (FramLock *self)
{
  for_each_window (self, uncover);
  set_locked (self, FALSE);
  fram_lock_dialogs_show (self->dialogs);
}

static void
open_for_other (FramLock *self, FramWindow *window, const FramUuid *person)
{
  FramSeat *seat = fram_application_get_seat (self->app);
  g_autoptr (GError) error = NULL;

  fram_lock_dialogs_close (self->dialogs);
  for_each_window (self, forget_held);
  fram_seat_set_host (seat, window);
  /* windows of the other person that come now are not to be covered */
  self->locked = FALSE;
  if (!fram_seat_sit_down (seat, person, &error))
    {
      self->locked = TRUE;
      fram_lock_dialogs_hide (self->dialogs);
      fram_who_page_say (window->who, error->message);
      return;
    }
  for_each_window (self, uncover);
  set_locked (self, FALSE);
}

/**
 * fram_lock_accept:
 * @self: the lock
 * @window: where the person is
 * @person: who has shown to be that person
 *
 * For the person who was at work everything is as it was, dialogs too. For another person the own windows and tabs come,
 * and nothing of the other's is left.
 */
void
fram_lock_accept (FramLock *self, FramWindow *window, const FramUuid *person)
{
  if (!self->locked)
    return;
  on_input (self);
  if (fram_uuid_equal (person, &self->person))
    open_for_same (self);
  else
    open_for_other (self, window, person);
}

/**
 * fram_lock_forget:
 * @self: the lock
 *
 * The register is left: what was locked is gone.
 */
void
fram_lock_forget (FramLock *self)
{
  if (!self->locked)
    return;
  fram_lock_dialogs_close (self->dialogs);
  for_each_window (self, uncover);
  set_locked (self, FALSE);
}

/**
 * fram_lock_add_window:
 * @self: the lock
 * @window: a new window
 *
 * A window that opens while the program is locked is covered before it is seen.
 */
void
fram_lock_add_window (FramLock *self, FramWindow *window)
{
  if (!self->locked)
    return;
  fram_window_cover (window, self->name);
  ask_who (self);
}
