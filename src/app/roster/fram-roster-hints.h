#pragma once

#include "fram-chips.h"
#include "fram-roster-row.h"

G_BEGIN_DECLS

void fram_roster_hints_add_badges (FramChips *chips, const FramRosterRow *row);
void fram_roster_hints_add_notes (FramChips *chips, const FramRosterRow *row, FramDate day, const char *changed);
gboolean fram_roster_hints_may_split (const FramRosterRow *row);
gboolean fram_roster_hints_may_tell (const FramRosterRow *row);
char *fram_roster_hints_streak (const FramRosterRow *row);
char *fram_roster_hints_told (const FramRosterRow *row, FramDate day);

G_END_DECLS
