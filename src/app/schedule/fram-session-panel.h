#pragma once

#include "fram-desk-schedule.h"
#include "fram-day-roster.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramSessionPanel:
 *
 * One session of a group, beside the schedule: where and when, who leads it, what became of it; for those who see its
 * names who is expected, with the marks of the roster, and what can be done with it.
 *
 * Signals: `closed` (FramSessionPanel*): the panel is not wanted any more; `shown` (FramSessionPanel*): it shows what was
 * asked for, or why that cannot be read.
 */
#define FRAM_TYPE_SESSION_PANEL (fram_session_panel_get_type ())
G_DECLARE_FINAL_TYPE (FramSessionPanel, fram_session_panel, FRAM, SESSION_PANEL, GtkWidget)

/** FRAM_SESSION_PANEL_WIDTH: its width beside the week, in pixels at text scale 1. */
#define FRAM_SESSION_PANEL_WIDTH 300

GtkWidget *fram_session_panel_new (FramDesk *desk);
void fram_session_panel_show (FramSessionPanel *self, const FramUuid *group, FramDate planned, FramDate day);
void fram_session_panel_clear (FramSessionPanel *self);
gboolean fram_session_panel_press (FramSessionPanel *self, guint keyval, GdkModifierType state);

/* What it shows, for tests and for whoever stands beside it: %NULL while it is read. */
const FramScheduleSession *fram_session_panel_get_session (FramSessionPanel *self);
FramDayRoster *fram_session_panel_get_roster (FramSessionPanel *self);

G_END_DECLS
