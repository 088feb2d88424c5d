#pragma once

#include "fram-uuid.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramSession:
 *
 * What is there again at the next start: the window's size, who sat at a register, and each person's tabs. A small file
 * in the state directory; one that is damaged is as good as none.
 */
typedef struct _FramSession FramSession;

FramSession *fram_session_load (void);
void fram_session_save (FramSession *self);
void fram_session_free (FramSession *self);

void fram_session_get_size (FramSession *self, int *width, int *height, gboolean *maximized);
gboolean fram_session_get_sidebar_hidden (FramSession *self);
void fram_session_set_sidebar_hidden (FramSession *self, gboolean hidden);
void fram_session_set_size (FramSession *self, int width, int height, gboolean maximized);
char *fram_session_get_person (FramSession *self, const char *path);
void fram_session_set_person (FramSession *self, const char *path, const FramUuid *person);
GStrv fram_session_get_tabs (FramSession *self, const FramUuid *person, guint *n_pinned, int *selected);
void fram_session_set_tabs (FramSession *self, const FramUuid *person, const char *const *uris, guint n_pinned,
                            int selected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSession, fram_session_free)

G_END_DECLS
