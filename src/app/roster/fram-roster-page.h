#pragma once

#include "fram-day-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRosterPage:
 *
 * A workshop's or group's roster of a day: who is expected, and one key, click or touch that marks each of them. A mark
 * is shown when it is on disk; keys pressed meanwhile are written in their order.
 *
 * Signal: `shown` (FramRosterPage*): the roster in view is another, or says something else.
 */
#define FRAM_TYPE_ROSTER_PAGE (fram_roster_page_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterPage, fram_roster_page, FRAM, ROSTER_PAGE, GtkWidget)

GtkWidget *fram_roster_page_new (FramDesk *desk, const FramUuid *activity, FramDate day);
const FramUuid *fram_roster_page_get_activity (FramRosterPage *self);
FramDate fram_roster_page_get_day (FramRosterPage *self);
const FramRoster *fram_roster_page_get_roster (FramRosterPage *self);
void fram_roster_page_put_in_panel (FramRosterPage *self);
void fram_roster_page_go_to_day (FramRosterPage *self, FramDate day);
void fram_roster_page_step (FramRosterPage *self, int direction);
void fram_roster_page_go_home (FramRosterPage *self);
gboolean fram_roster_page_is_idle (FramRosterPage *self);

/* The keyboard of the list, as its controller calls it; key events cannot be made in process. */
gboolean fram_roster_page_handle_key (FramRosterPage *self, guint keyval, GdkModifierType state);
void fram_roster_page_mark_rest (FramRosterPage *self);

G_END_DECLS
