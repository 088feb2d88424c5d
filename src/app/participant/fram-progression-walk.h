#pragma once

#include "fram-progression-layout.h"

G_BEGIN_DECLS

/**
 * FramProgressionWalk:
 *
 * The way of the keyboard through a progression chart: its stops in rows, one row per side of a question, and one each for
 * weeks, for what happened and for steps forward that are no rating. Along a row time passes; across the rows the day stays
 * as near as it can.
 */
typedef struct _FramProgressionWalk FramProgressionWalk;

FramProgressionWalk *fram_progression_walk_new (const FramProgressionLayout *layout);
void fram_progression_walk_free (FramProgressionWalk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramProgressionWalk, fram_progression_walk_free)

guint fram_progression_walk_get_n_rows (const FramProgressionWalk *self);
int fram_progression_walk_get_row (const FramProgressionWalk *self, int stop);
int fram_progression_walk_get_nth (const FramProgressionWalk *self, guint row, guint n);
guint fram_progression_walk_get_length (const FramProgressionWalk *self, guint row);
int fram_progression_walk_along (const FramProgressionWalk *self, int stop, int step);
int fram_progression_walk_across (const FramProgressionWalk *self, int stop, int step, FramDate day);
int fram_progression_walk_first (const FramProgressionWalk *self, FramDate day);

FramDate fram_progression_stop_get_day (const FramProgression *progression, const FramProgressionStop *stop);
char *fram_progression_stop_get_row_name (const FramProgression *progression, const FramProgressionStop *stop);
int fram_progression_find_same (const FramProgressionLayout *layout, const FramProgressionLayout *before, int stop);

G_END_DECLS
