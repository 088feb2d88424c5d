#include "tour.h"

#include "gtk-faults.h"

/* How the tour waits, looks and takes pictures. */

/* Something was said that is a fault of the window's. */
static gboolean complained;

GLogWriterOutput
tour_listen (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  const char *message = NULL;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  if (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL) && !is_fault_of_gtk (message))
    complained = TRUE;
  return g_log_writer_default (level, fields, n_fields, data);
}

static gboolean
on_late (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

void
tour_wait_ms (guint ms)
{
  gboolean late = FALSE;

  g_timeout_add (ms, on_late, &late);
  while (!late)
    g_main_context_iteration (NULL, TRUE);
}

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* Until a frame has been laid out and drawn, so that all that is in view has its place; at most a second. */
static void
wait_frame (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE, late = FALSE;
  gulong handler;
  guint timeout;

  if (clock == NULL)
    return;
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);
  timeout = g_timeout_add (1000, on_late, &late);
  gtk_widget_queue_draw (window);
  while (!painted && !late)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
  if (!late)
    g_source_remove (timeout);
}

static gpointer
do_nothing (FramDesk *desk, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup ("");
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_free (fram_desk_run_finish (FRAM_DESK (source), result, NULL));
  *(gboolean *)data = TRUE;
}

/* Until what was asked of the register has been answered, and what those answers asked for, and a moment more: the desk
 * does one thing after the other. */
void
tour_wait_read (Tour *tour)
{
  FramDesk *desk = fram_window_get_desk (tour->window);

  for (int i = 0; desk != NULL && i < 4; i++)
    {
      gboolean done = FALSE;

      tour_wait_ms (20);
      fram_desk_run_async (desk, do_nothing, NULL, NULL, g_free, NULL, on_done_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
save (GtkWidget *window, const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  return gdk_texture_save_to_png (texture, path);
}

void
tour_take (Tour *tour, GtkWidget *window, const char *page, int width)
{
  g_autofree char *file = width > 0 ? g_strdup_printf ("%s-%s-%d.png", page, tour->name, width)
                                    : g_strdup_printf ("%s-%s.png", page, tour->name);
  g_autofree char *path = g_build_filename (tour->directory, file, NULL);

  gboolean saved = FALSE;

  /* a page that is being laid out has nothing to show yet */
  for (int attempt = 0; !saved && attempt < 20; attempt++)
    {
      tour_wait_ms (attempt == 0 ? 80 : 160);
      wait_frame (window);
      wait_frame (window);
      saved = save (window, path);
    }
  if (!saved)
    {
      g_printerr ("%s: no picture\n", page);
      tour->failed = TRUE;
    }
}

void
tour_take_sizes (Tour *tour, const char *page)
{
  static const int sizes[][2] = { { 360, 800 }, { 800, 700 }, { 1280, 800 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      /* the sidebar folds below 800 pixels; only then can the window become as narrow as a telephone */
      if (sizes[i][0] < 800)
        {
          gtk_window_set_default_size (GTK_WINDOW (tour->window), 780, sizes[i][1]);
          tour_wait_ms (160);
        }
      gtk_window_set_default_size (GTK_WINDOW (tour->window), sizes[i][0], sizes[i][1]);
      tour_take (tour, GTK_WIDGET (tour->window), page, sizes[i][0]);
    }
}

void
tour_visit (Tour *tour, const char *page, const char *uri)
{
  gtk_widget_activate_action (GTK_WIDGET (tour->window), "win.open", "s", uri);
  tour_wait_read (tour);
  tour_take_sizes (tour, page);
}

/**
 * tour_has_complained:
 *
 * Returns: whether something was said that is a fault
 */
gboolean
tour_has_complained (void)
{
  return complained;
}

void
tour_visit_dialog (Tour *tour, const char *page, GtkWindow *dialog)
{
  gtk_window_present (dialog);
  tour_wait_read (tour);
  tour_wait_ms (100);
  tour_take (tour, GTK_WIDGET (dialog), page, 0);
  gtk_window_destroy (dialog);
}

GtkWidget *
tour_find_mapped (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = tour_find_mapped (child, type);
  return found;
}
