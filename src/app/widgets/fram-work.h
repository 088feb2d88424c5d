#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramWork:
 *
 * How far work on another thread is, and whether it is to stop: told from there, read and stopped from here.
 */
typedef struct _FramWork FramWork;

FramWork *fram_work_new (void);
FramWork *fram_work_ref (FramWork *self);
void fram_work_unref (FramWork *self);
gboolean fram_work_tell (guint64 done, guint64 total, gpointer work);
double fram_work_get_fraction (FramWork *self);
void fram_work_stop (FramWork *self);
gboolean fram_work_is_stopped (FramWork *self);
void fram_work_show (FramWork *self, GtkProgressBar *bar);

GtkWindow *fram_work_dialog_new (GtkWindow *parent, const char *title, FramWork *work);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramWork, fram_work_unref)

G_END_DECLS
