#pragma once

#include "fram-roster-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRosterDetails:
 *
 * What belongs to one line of a roster and has no room in it: all instruction lines, the note and the reason to write,
 * and the history of the mark. One popover for all lines.
 *
 * Signals: `written` (FramRosterDetails*) when note or reason changed; `clear` (FramRosterDetails*) when the mark is to
 * be taken away.
 */
#define FRAM_TYPE_ROSTER_DETAILS (fram_roster_details_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterDetails, fram_roster_details, FRAM, ROSTER_DETAILS, GtkPopover)

GtkWidget *fram_roster_details_new (void);
void fram_roster_details_set_row (FramRosterDetails *self, FramRosterRow *row, gboolean may_mark);
FramRosterRow *fram_roster_details_get_row (FramRosterDetails *self);
void fram_roster_details_set_history (FramRosterDetails *self, const char *text);
const char *fram_roster_details_get_note (FramRosterDetails *self);
const char *fram_roster_details_get_reason (FramRosterDetails *self);
GtkEditable *fram_roster_details_get_note_entry (FramRosterDetails *self);
void fram_roster_details_commit (FramRosterDetails *self);

G_END_DECLS
