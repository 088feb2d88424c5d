#pragma once

#include "fram-date.h"
#include "fram-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** FRAM_SESSIONS: sessions that a strip shows. */
#define FRAM_SESSIONS 10

/**
 * FramSessionStrip:
 *
 * The last sessions of a person, oldest first: shape, colour and a letter below each, and the same in words for
 * those who listen.
 */
#define FRAM_TYPE_SESSION_STRIP (fram_session_strip_get_type ())
G_DECLARE_FINAL_TYPE (FramSessionStrip, fram_session_strip, FRAM, SESSION_STRIP, GtkWidget)

GtkWidget *fram_session_strip_new (void);
void fram_session_strip_set_sessions (FramSessionStrip *self, const FramStatus *const *statuses, const FramDate *days,
                                      guint n);
char *fram_session_strip_to_words (FramSessionStrip *self);

G_END_DECLS
