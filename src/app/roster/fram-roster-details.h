#pragma once

#include "fram-desk-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRosterDetails:
 *
 * What belongs to one line of a roster and has no room in it: all instruction lines; when the person really came and
 * left, the task of the day, the note and the reason to write; and the history of the mark. One popover for all lines.
 *
 * Signals: `written` (FramRosterDetails*) when something of it changed; `clear` (FramRosterDetails*) when the mark is to
 * be taken away; `split` (FramRosterDetails*) when the day is to be split in halves, or joined again; `trouble`
 * (FramRosterDetails*, const char*) when what was typed is no time.
 */
#define FRAM_TYPE_ROSTER_DETAILS (fram_roster_details_get_type ())
G_DECLARE_FINAL_TYPE (FramRosterDetails, fram_roster_details, FRAM, ROSTER_DETAILS, GtkPopover)

GtkWidget *fram_roster_details_new (void);
void fram_roster_details_set_row (FramRosterDetails *self, FramRosterRow *row, gboolean may_mark);
FramRosterRow *fram_roster_details_get_row (FramRosterDetails *self);
void fram_roster_details_set_history (FramRosterDetails *self, const char *text);
void fram_roster_details_set_tasks (FramRosterDetails *self, const char *const *tasks);
gboolean fram_roster_details_read (FramRosterDetails *self, FramMarkEdit *edit);
GtkEditable *fram_roster_details_get_note_entry (FramRosterDetails *self);
void fram_roster_details_commit (FramRosterDetails *self);

G_END_DECLS
