#pragma once

#include "fram-uuid.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramSession:
 *
 * What is there again at the next start: who sat at a register, and each person's windows with their sizes and tabs. A
 * small file in the state directory; one that is damaged is as good as none.
 */
typedef struct _FramSession FramSession;

#define FRAM_SESSION_MOST_WINDOWS 20

/**
 * FramSessionWindow:
 * @width: in pixels, 0 where it is not known
 * @height: likewise
 * @maximized: whether it filled the screen; @width and @height are then what it had before
 * @sidebar_hidden: whether the sidebar is hidden when there is room for it
 * @tabs: (nullable): what opens the tabs again, in order; %NULL where it is not known
 * @n_pinned: how many of the first are pinned
 * @selected: index of the one in front
 */
typedef struct
{
  int width, height;
  gboolean maximized;
  gboolean sidebar_hidden;
  GStrv tabs;
  guint n_pinned;
  int selected;
} FramSessionWindow;

FramSession *fram_session_load (void);
void fram_session_save (FramSession *self);
void fram_session_free (FramSession *self);

char *fram_session_get_person (FramSession *self, const char *path);
void fram_session_set_person (FramSession *self, const char *path, const FramUuid *person);
GStrv fram_session_get_recent (FramSession *self, const char *path);

FramSessionWindow *fram_session_window_new (void);
void fram_session_window_free (FramSessionWindow *what);
FramSessionWindow *fram_session_get_last (FramSession *self);
void fram_session_set_last (FramSession *self, const FramSessionWindow *what);
GPtrArray *fram_session_get_windows (FramSession *self, const FramUuid *person);
void fram_session_set_windows (FramSession *self, const FramUuid *person, GPtrArray *windows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSessionWindow, fram_session_window_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSession, fram_session_free)

G_END_DECLS
