#pragma once

#include "fram-desk-rating.h"

G_BEGIN_DECLS

/**
 * FramRatingWork:
 *
 * A form of a talk that is being filled in: its answers by question and side, its day, and the draft of it on disk. Each
 * change is on its way to the disk at once, off the main loop, one after the other.
 *
 * Signals: `changed` (FramRatingWork*, guint question): an answer is another one; `state` (const char *sentence, gboolean
 * wrong): how the draft stands; `finished` (const char *what): the talk is written down; `refused` (const char *sentence,
 * int question, int rater): it is not, and nothing is lost: question is -1 where it concerns the whole.
 */
#define FRAM_TYPE_RATING_WORK (fram_rating_work_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingWork, fram_rating_work, FRAM, RATING_WORK, GObject)

FramRatingWork *fram_rating_work_new (FramDesk *desk, FramRatingForm *form, FramDate day);

const FramRatingForm *fram_rating_work_get_form (FramRatingWork *self);
FramDesk *fram_rating_work_get_desk (FramRatingWork *self);
FramDate fram_rating_work_get_day (FramRatingWork *self);
guint fram_rating_work_count (FramRatingWork *self);
const FramQuestion *fram_rating_work_get_question (FramRatingWork *self, guint question);
gboolean fram_rating_work_asks (FramRatingWork *self, guint question, FramRater rater);
guint fram_rating_work_count_asked (FramRatingWork *self, FramRater rater);
guint fram_rating_work_count_answered (FramRatingWork *self, FramRater rater);

int fram_rating_work_get_value (FramRatingWork *self, guint question, FramRater rater);
const char *fram_rating_work_get_note (FramRatingWork *self, guint question, FramRater rater);
void fram_rating_work_set_value (FramRatingWork *self, guint question, FramRater rater, int value);
void fram_rating_work_set_note (FramRatingWork *self, guint question, FramRater rater, const char *note);
char *fram_rating_work_dup_comparison (FramRatingWork *self, guint question, FramRater rater);

gboolean fram_rating_work_is_empty (FramRatingWork *self);
gboolean fram_rating_work_is_kept (FramRatingWork *self);
gboolean fram_rating_work_is_busy (FramRatingWork *self);
void fram_rating_work_flush (FramRatingWork *self);
void fram_rating_work_finish (FramRatingWork *self);
void fram_rating_work_throw_away (FramRatingWork *self);

G_END_DECLS
