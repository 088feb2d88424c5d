#include "fram-work.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LOOK_MS 100

struct _FramWork
{
  gatomicrefcount refs;
  int permille; /* -1: not known */
  int stopped;
};

FramWork *
fram_work_new (void)
{
  FramWork *self = g_new0 (FramWork, 1);

  g_atomic_ref_count_init (&self->refs);
  self->permille = -1;
  return self;
}

FramWork *
fram_work_ref (FramWork *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
fram_work_unref (FramWork *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

/**
 * fram_work_tell:
 * @done: steps done
 * @total: steps in all, 0 if not known
 * @work: a #FramWork
 *
 * A FramProgressFunc, for any thread.
 *
 * Returns: whether to go on
 */
gboolean
fram_work_tell (guint64 done, guint64 total, gpointer work)
{
  FramWork *self = work;

  if (total > 0)
    g_atomic_int_set (&self->permille, (int)MIN (1000, done * 1000 / total));
  return !fram_work_is_stopped (self);
}

/**
 * fram_work_get_fraction:
 * @self: some work
 *
 * Returns: 0 to 1, or negative where it is not known
 */
double
fram_work_get_fraction (FramWork *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}

void
fram_work_stop (FramWork *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
}

gboolean
fram_work_is_stopped (FramWork *self)
{
  return g_atomic_int_get (&self->stopped);
}

void
fram_work_show (FramWork *self, GtkProgressBar *bar)
{
  double fraction = fram_work_get_fraction (self);

  if (fraction < 0)
    gtk_progress_bar_pulse (bar);
  else
    gtk_progress_bar_set_fraction (bar, fraction);
}

/* A small dialog for work that was begun elsewhere. */

typedef struct
{
  FramWork *work;
  GtkProgressBar *bar;
  guint looking;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_clear_handle_id (&shown->looking, g_source_remove);
  fram_work_unref (shown->work);
  g_free (shown);
}

static gboolean
on_look (gpointer data)
{
  Shown *shown = data;

  fram_work_show (shown->work, shown->bar);
  return G_SOURCE_CONTINUE;
}

static void
on_stop_cb (GtkButton *button, gpointer work)
{
  fram_work_stop (work);
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
}

/* It goes when the work is done, not before. */
static gboolean
on_close_request_cb (GtkWindow *dialog, gpointer work)
{
  fram_work_stop (work);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_content (FramWork *work, const char *title, GtkProgressBar *bar)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_add_css_class (label, "title-4");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (stop, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (stop, "pill");
  gtk_accessible_update_property (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cancel"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_data (stop, "clicked", G_CALLBACK (on_stop_cb), fram_work_ref (work),
                         (GClosureNotify)(GCallback)fram_work_unref, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  gtk_box_append (GTK_BOX (box), stop);
  gtk_widget_add_css_class (box, "fram-work");
  return box;
}

/**
 * fram_work_dialog_new:
 * @parent: (nullable): the window that waits
 * @title: what is done, as "Undoing the Import"
 * @work: the work
 *
 * Returns: (transfer floating): a dialog with a bar and a button that stops the work; the caller destroys it
 */
GtkWindow *
fram_work_dialog_new (GtkWindow *parent, const char *title, FramWork *work)
{
  GtkWindow *dialog = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for", parent,
                                    "destroy-with-parent", TRUE, "resizable", FALSE, "default-width", 340, NULL);
  Shown *shown = g_new0 (Shown, 1);

  shown->work = fram_work_ref (work);
  shown->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  shown->looking = g_timeout_add (LOOK_MS, on_look, shown);
  adw_window_set_content (ADW_WINDOW (dialog), make_content (work, title, shown->bar));
  g_object_set_data_full (G_OBJECT (dialog), "fram-work", shown, shown_free);
  g_signal_connect_data (dialog, "close-request", G_CALLBACK (on_close_request_cb), fram_work_ref (work),
                         (GClosureNotify)(GCallback)fram_work_unref, 0);
  return dialog;
}
