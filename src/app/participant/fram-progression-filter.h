#pragma once

#include "fram-progression-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramProgressionFilter:
 *
 * What of the ratings is shown: which sides, which set, which questions; and the case worker's own belief, where it is in
 * the data, off until it is turned on. What is hidden stays hidden when the register has changed.
 *
 * Signals: `changed` (FramProgressionFilter*).
 */
#define FRAM_TYPE_PROGRESSION_FILTER (fram_progression_filter_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionFilter, fram_progression_filter, FRAM, PROGRESSION_FILTER, GtkPopover)

GtkWidget *fram_progression_filter_new (void);
void fram_progression_filter_set_progression (FramProgressionFilter *self, const FramProgression *progression);
void fram_progression_filter_apply (FramProgressionFilter *self, FramProgressionView *view);
gboolean fram_progression_filter_is_on (FramProgressionFilter *self);
void fram_progression_filter_reset (FramProgressionFilter *self);
void fram_progression_filter_set_shown (FramProgressionFilter *self, guint series, gboolean shown);
void fram_progression_filter_set_raters (FramProgressionFilter *self, guint raters);
void fram_progression_filter_set_belief (FramProgressionFilter *self, gboolean belief);
gboolean fram_progression_filter_offers_belief (FramProgressionFilter *self);

G_END_DECLS
