#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

gboolean fram_rule_moves_weekday (const char *rrule);
char *fram_rule_move (const char *rrule, FramDate first, FramDate day, FramDate to, FramDate *from);
int fram_rule_count_before (const char *rrule, FramDate first, FramDate day);

G_END_DECLS
