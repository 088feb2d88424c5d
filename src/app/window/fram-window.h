#pragma once

#include "fram-application.h"
#include "fram-desk.h"
#include "fram-tabs.h"

G_BEGIN_DECLS

/**
 * FramWindow:
 *
 * The window on one register: header, sidebar and tabs; before that first start, faults and who sits down.
 */
#define FRAM_TYPE_WINDOW (fram_window_get_type ())
G_DECLARE_FINAL_TYPE (FramWindow, fram_window, FRAM, WINDOW, AdwApplicationWindow)

FramWindow *fram_window_new (FramApplication *app);
void fram_window_open (FramWindow *self, const char *path, const char *as);
FramDesk *fram_window_get_desk (FramWindow *self);
FramTabs *fram_window_get_tabs (FramWindow *self);
const char *fram_window_get_state (FramWindow *self);
void fram_window_say (FramWindow *self, const char *text, gboolean with_undo);

G_END_DECLS
