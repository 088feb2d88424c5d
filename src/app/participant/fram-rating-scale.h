#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramRatingScale:
 *
 * The values of a scale as large targets beside each other, in two rows where the room is narrow, with what its two ends
 * mean below. One stop of the tabulator; the arrows move along, Space chooses, digits choose and go on, Delete takes the
 * choice back, Enter goes on. For a screen reader it is a group of radio buttons, "3 of 5".
 *
 * Signals: `picked` (int value): chosen, 0 for taken back; `next`: on to the next question.
 */
#define FRAM_TYPE_RATING_SCALE (fram_rating_scale_get_type ())
G_DECLARE_FINAL_TYPE (FramRatingScale, fram_rating_scale, FRAM, RATING_SCALE, GtkWidget)

FramRatingScale *fram_rating_scale_new (int lowest, int highest, gboolean large);
void fram_rating_scale_set_texts (FramRatingScale *self, const char *name, const char *low, const char *high);
void fram_rating_scale_set_value (FramRatingScale *self, int value);
int fram_rating_scale_get_value (FramRatingScale *self);
gboolean fram_rating_scale_handle_key (FramRatingScale *self, guint key, GdkModifierType state);
void fram_rating_scale_grab (FramRatingScale *self);
GtkWidget *fram_rating_scale_get_target (FramRatingScale *self, int value);

G_END_DECLS
