/* Loaded before a GTK program: tells on the error output when its first frame was painted and, with FRAM_WATCH=key, when it got
 * the first key, with FRAM_WATCH=mark, when the first mark was on disk and the frame after it was painted. Times are those of
 * CLOCK_MONOTONIC in microseconds, so that whoever started the program can count from there. */

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <stdio.h>

static gboolean marked;
static gboolean hooked;

static void
tell (const char *what)
{
  fprintf (stderr, "watch %s %" G_GINT64_FORMAT "\n", what, g_get_monotonic_time ());
  fflush (stderr);
}

static gboolean
on_changed (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  marked = TRUE;
  return FALSE;
}

/* The desk's type is there once the program has opened a register. */
static void
hook_marks (void)
{
  GType type = g_type_from_name ("FramDesk");
  guint id = type != 0 && g_type_class_peek (type) != NULL ? g_signal_lookup ("changed", type) : 0;

  if (hooked || id == 0)
    return;
  g_signal_add_emission_hook (id, 0, on_changed, NULL, NULL);
  hooked = TRUE;
}

static void
on_after_paint (GdkFrameClock *clock, gpointer data)
{
  static gboolean first_told, mark_told;

  if (!first_told)
    tell ("frame");
  first_told = TRUE;
  hook_marks ();
  if (marked && !mark_told)
    {
      mark_told = TRUE;
      tell ("mark");
    }
}

static gboolean
on_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer data)
{
  static gboolean told;

  if (!told)
    tell ("key");
  told = TRUE;
  return FALSE;
}

static void
on_realize (GtkWidget *window, gpointer data)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_after_paint), NULL);
}

static void
on_window_added (GtkApplication *app, GtkWindow *window, gpointer data)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
  if (gtk_widget_get_realized (GTK_WIDGET (window)))
    on_realize (GTK_WIDGET (window), NULL);
  else
    g_signal_connect (window, "realize", G_CALLBACK (on_realize), NULL);
}

int
g_application_run (GApplication *app, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) =
      (int (*) (GApplication *, int, char **))dlsym (RTLD_NEXT, "g_application_run");

  if (GTK_IS_APPLICATION (app))
    g_signal_connect (app, "window-added", G_CALLBACK (on_window_added), NULL);
  return run (app, argc, argv);
}
