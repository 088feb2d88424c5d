#pragma once

#include "fram-rating-card.h"

G_BEGIN_DECLS

/**
 * FramRatingSide:
 *
 * All questions of a form for one side, one below the other, or the areas of an agenda. The one that the keyboard is in is
 * brought into view whole.
 *
 * Signals: `done`: after the last question; `large`: the participant's side is to be shown in large type.
 */
#define FRAM_TYPE_RATING_SIDE (fram_rating_side_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingSide, fram_rating_side, FRAM, RATING_SIDE, AdwBin)

FramRatingSide *fram_rating_side_new (FramRatingWork *work, FramRater rater);
FramRater fram_rating_side_get_rater (FramRatingSide *self);
void fram_rating_side_begin (FramRatingSide *self);
void fram_rating_side_show_earlier (FramRatingSide *self, const GPtrArray *notes);
gboolean fram_rating_side_show_trouble (FramRatingSide *self, guint question, const char *sentence);
FramRatingCard *fram_rating_side_get_card (FramRatingSide *self, guint question);
FramRatingCard *fram_rating_side_get_current (FramRatingSide *self);

G_END_DECLS
