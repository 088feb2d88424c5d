#pragma once

#include "fram-roster-row.h"

G_BEGIN_DECLS

char *fram_roster_row_to_words (FramRosterRow *row);
char *fram_roster_hours_markup (FramRosterRow *row);
char *fram_roster_attended_words (FramRosterRow *row);
char *fram_roster_marked_words (FramRosterRow *row);

G_END_DECLS
