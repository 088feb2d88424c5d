#pragma once

#include "fram-gap.h"

G_BEGIN_DECLS

gboolean fram_gap_has_ended (const FramGapFacts *facts);
FramDate fram_gap_expected_end (const FramGapFacts *facts);
FramDate fram_gap_last_planned (const FramGapFacts *facts);
void fram_gap_planned_inside (const FramGapFacts *facts, guint *first, guint *end);

G_END_DECLS
