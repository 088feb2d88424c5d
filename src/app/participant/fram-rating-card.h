#pragma once

#include "fram-rating-work.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramRatingCard:
 *
 * One question of a form, for one side: its words, the scale, how the new value stands to the last one once it is given,
 * and a note that is folded until it is wanted. Of an agenda: the area, what is said now, and earlier notes, folded.
 *
 * Signals: `next`: on to the next question.
 */
#define FRAM_TYPE_RATING_CARD (fram_rating_card_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingCard, fram_rating_card, FRAM, RATING_CARD, AdwBin)

FramRatingCard *fram_rating_card_new (FramRatingWork *work, guint question, FramRater rater);
guint fram_rating_card_get_question (FramRatingCard *self);
void fram_rating_card_set_place (FramRatingCard *self, guint at, guint of);
void fram_rating_card_set_earlier (FramRatingCard *self, const GPtrArray *notes);
void fram_rating_card_set_trouble (FramRatingCard *self, const char *sentence);
void fram_rating_card_open_note (FramRatingCard *self);
gboolean fram_rating_card_handle_key (FramRatingCard *self, guint key, GdkModifierType state);
void fram_rating_card_focus (FramRatingCard *self);

/* For tests and pictures. */
const char *fram_rating_card_get_told (FramRatingCard *self);
const char *fram_rating_card_get_trouble (FramRatingCard *self);
GtkTextView *fram_rating_card_get_note (FramRatingCard *self);

G_END_DECLS
