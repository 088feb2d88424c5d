#include "fram-lock.h"

/* Whether somebody is there: every key, movement and touch in any window, dialog or popover of the program. Popovers have
 * surfaces of their own, whose events the window never sees; so this looks at what comes to the surfaces. */

struct _FramLockInput
{
  gulong hook;
  guint signal;
  guint locking;
  GCallback on_input;
  GCallback on_key;
  gpointer data;
};

static gboolean
is_input (GdkEvent *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_BUTTON_PRESS:
    case GDK_BUTTON_RELEASE:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_TOUCHPAD_HOLD:
    case GDK_PAD_BUTTON_PRESS: return TRUE;
    default: return FALSE;
    }
}

/* Dialogs and popovers do not know the windows' keys. */
static gboolean
is_lock_key (GdkEvent *event)
{
  GdkModifierType state = gdk_event_get_modifier_state (event) & gtk_accelerator_get_default_mod_mask ();

  return gdk_event_get_event_type (event) == GDK_KEY_PRESS && state == GDK_CONTROL_MASK &&
         gdk_keyval_to_lower (gdk_key_event_get_keyval (event)) == GDK_KEY_l;
}

static gboolean
on_locking (gpointer data)
{
  FramLockInput *self = data;

  self->locking = 0;
  ((void (*) (gpointer))self->on_key) (self->data);
  return G_SOURCE_REMOVE;
}

/* The key locks when it has been dealt with otherwise, and not while something is being told of it. */
static gboolean
on_event (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  FramLockInput *self = data;
  GdkEvent *event = g_value_peek_pointer (&values[1]);

  if (is_input (event))
    ((void (*) (gpointer))self->on_input) (self->data);
  if (is_lock_key (event) && self->locking == 0)
    self->locking = g_idle_add_full (G_PRIORITY_HIGH, on_locking, self, NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * fram_lock_input_new:
 * @on_input: called with @data alone when somebody types, points or touches anywhere in the program
 * @on_key: called with @data alone when somebody presses the key that locks
 * @data: closure
 *
 * Returns: (transfer full): looks until it is freed
 */
FramLockInput *
fram_lock_input_new (GCallback on_input, GCallback on_key, gpointer data)
{
  FramLockInput *self = g_new0 (FramLockInput, 1);

  self->on_input = on_input;
  self->on_key = on_key;
  self->data = data;
  g_type_class_unref (g_type_class_ref (GDK_TYPE_SURFACE)); /* its signals are known from then on */
  self->signal = g_signal_lookup ("event", GDK_TYPE_SURFACE);
  self->hook = g_signal_add_emission_hook (self->signal, 0, on_event, self, NULL);
  return self;
}

void
fram_lock_input_free (FramLockInput *self)
{
  g_signal_remove_emission_hook (self->signal, self->hook);
  g_clear_handle_id (&self->locking, g_source_remove);
  g_free (self);
}
