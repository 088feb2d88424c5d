#pragma once

#include "fram-rating-scale.h"
#include "fram-rating-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramRatingLarge:
 *
 * The participant's side in large type, to turn the screen: one question at a time in large letters, nothing of last time,
 * no names, and thanks at the end that tell nothing of what was answered.
 *
 * Signals: `left` (gboolean through): the case worker goes on; whether the thanks were reached.
 */
#define FRAM_TYPE_RATING_LARGE (fram_rating_large_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingLarge, fram_rating_large, FRAM, RATING_LARGE, AdwBin)

FramRatingLarge *fram_rating_large_new (FramRatingWork *work, int question);
void fram_rating_large_set_language (FramRatingLarge *self, const char *language);
void fram_rating_large_go_on (FramRatingLarge *self);
gboolean fram_rating_large_is_thanking (FramRatingLarge *self);
void fram_rating_large_focus (FramRatingLarge *self);

/* For tests and pictures: NULL when all was asked. */
FramRatingScale *fram_rating_large_get_scale (FramRatingLarge *self);

G_END_DECLS
