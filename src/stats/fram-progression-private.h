#pragma once

#include "fram-progression-change.h"

G_BEGIN_DECLS

/* fram-progression-finish.c */
/* whether it is the case worker's own belief */
gboolean fram_progression_is_belief (const FramIndicatorSeries *series, FramRater rater);

/* fram-progression-steps.c */
void fram_progression_find_steps (FramProgression *self);

/* fram-progression-change.c */
FramProgressionSpan fram_progression_resolve (const FramProgression *self, const FramProgressionSpan *span);
gboolean fram_progression_is_whole (const FramProgression *self, const FramProgressionSpan *span);
gboolean fram_progression_is_shown (guint series, guint64 shown);

/* fram-progression-dips.c */
char *fram_progression_dips_to_words (const FramProgression *self, const GArray *dips);

/* fram-progression-numbers.c */
char *fram_number_to_words (guint number);                       /* "nine", "13" */
char *fram_number_of_areas_to_words (guint number, guint total); /* the same, beside the word area: "ett" */
char *fram_minutes_to_hours (int minutes);                       /* "7.5", to half an hour */
char *fram_texts_join (const GPtrArray *texts);                  /* "a, b and c" */
char *fram_names_join (const GPtrArray *names, guint most);

G_END_DECLS
