#pragma once

#include "fram-progression-layout.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramProgressionTable:
 *
 * The ratings of a progression chart as a table: talk, question, side, value and note. It is what the chart says, for those
 * who read tables and for those who listen.
 *
 * Signals: `activated` (FramProgressionTable*, uint series, int rater, uint index) when a rating is asked about.
 */
#define FRAM_TYPE_PROGRESSION_TABLE (fram_progression_table_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionTable, fram_progression_table, FRAM, PROGRESSION_TABLE, AdwBin)

GtkWidget *fram_progression_table_new (void);
void fram_progression_table_set_progression (FramProgressionTable *self, const FramProgression *progression,
                                             const FramProgressionView *view);
void fram_progression_table_set_narrow (FramProgressionTable *self, gboolean narrow);
guint fram_progression_table_get_n (FramProgressionTable *self);
char *fram_progression_table_dup_row (FramProgressionTable *self, guint row);
char *fram_progression_table_dup_selection (FramProgressionTable *self);

/* One rating as a table for the clipboard. */
char *fram_progression_point_to_table (const FramProgression *progression, guint series, FramRater rater, guint index);

G_END_DECLS
