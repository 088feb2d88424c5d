#include "fram-lock.h"

/* The session's screen locks, or the computer goes to sleep: signals of the buses that a desktop may or may not send. */

struct _FramLockSigns
{
  GDBusConnection *session;
  GDBusConnection *system;
  GCancellable *connecting;
  GArray *of_session; /* guint: subscriptions */
  GArray *of_system;
  GCallback nobody_is_here;
  gpointer data;
};

static const struct
{
  const char *interface;
  const char *signal;
} on_session[] = {
  { "org.gnome.ScreenSaver", "ActiveChanged" },
  { "org.freedesktop.ScreenSaver", "ActiveChanged" },
  { "org.cinnamon.ScreenSaver", "ActiveChanged" },
  { "org.mate.ScreenSaver", "ActiveChanged" },
}, on_system[] = {
  { "org.freedesktop.login1.Manager", "PrepareForSleep" },
  { "org.freedesktop.login1.Session", "Lock" },
};

/* Those with a word say whether it begins or ends. */
static void
on_sign_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
            const char *signal, GVariant *parameters, gpointer data)
{
  FramLockSigns *self = data;
  gboolean begins = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (begins)
    ((void (*) (gpointer))self->nobody_is_here) (self->data);
}

static guint
subscribe (FramLockSigns *self, GDBusConnection *bus, const char *interface, const char *signal)
{
  return g_dbus_connection_signal_subscribe (bus, NULL, interface, signal, NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                             on_sign_cb, self, NULL);
}

static void
on_system_bus_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus = g_bus_get_finish (result, &error);
  FramLockSigns *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* there is no one to tell any more */
  self->system = bus;
  for (guint i = 0; bus != NULL && i < G_N_ELEMENTS (on_system); i++)
    {
      guint id = subscribe (self, bus, on_system[i].interface, on_system[i].signal);

      g_array_append_val (self->of_system, id);
    }
}

/**
 * fram_lock_signs_new:
 * @session: (nullable): the session bus
 * @nobody_is_here: called with @data alone
 * @data: closure
 *
 * Returns: (transfer full): listens until it is freed
 */
FramLockSigns *
fram_lock_signs_new (GDBusConnection *session, GCallback nobody_is_here, gpointer data)
{
  FramLockSigns *self = g_new0 (FramLockSigns, 1);

  self->nobody_is_here = nobody_is_here;
  self->data = data;
  self->of_session = g_array_new (FALSE, FALSE, sizeof (guint));
  self->of_system = g_array_new (FALSE, FALSE, sizeof (guint));
  self->connecting = g_cancellable_new ();
  g_set_object (&self->session, session);
  for (guint i = 0; session != NULL && i < G_N_ELEMENTS (on_session); i++)
    {
      guint id = subscribe (self, session, on_session[i].interface, on_session[i].signal);

      g_array_append_val (self->of_session, id);
    }
  g_bus_get (G_BUS_TYPE_SYSTEM, self->connecting, on_system_bus_cb, self);
  return self;
}

static void
unsubscribe (GDBusConnection *bus, GArray *ids)
{
  for (guint i = 0; bus != NULL && i < ids->len; i++)
    g_dbus_connection_signal_unsubscribe (bus, g_array_index (ids, guint, i));
  g_array_unref (ids);
}

void
fram_lock_signs_free (FramLockSigns *self)
{
  g_cancellable_cancel (self->connecting);
  g_object_unref (self->connecting);
  unsubscribe (self->session, self->of_session);
  unsubscribe (self->system, self->of_system);
  g_clear_object (&self->session);
  g_clear_object (&self->system);
  g_free (self);
}
