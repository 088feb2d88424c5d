#pragma once

#include "fram-desk-rating.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramRatingChoice:
 *
 * Where a talk begins: its day and which questions, each set with when it was done and when it is due.
 *
 * Signals: `chosen` (const FramRatingForm *form): that one.
 */
#define FRAM_TYPE_RATING_CHOICE (fram_rating_choice_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingChoice, fram_rating_choice, FRAM, RATING_CHOICE, AdwBin)

FramRatingChoice *fram_rating_choice_new (void);
void fram_rating_choice_show (FramRatingChoice *self, GPtrArray *forms, FramDate today);
gboolean fram_rating_choice_read_day (FramRatingChoice *self, const FramRatingForm *form, FramDate *day);
gboolean fram_rating_choice_has_own_day (FramRatingChoice *self);
void fram_rating_choice_refuse_day (FramRatingChoice *self, const char *sentence);
void fram_rating_choice_set_day (FramRatingChoice *self, const char *text);
void fram_rating_choice_focus (FramRatingChoice *self);
GtkListBoxRow *fram_rating_choice_get_row (FramRatingChoice *self, const char *code);

G_END_DECLS
