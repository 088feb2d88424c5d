#pragma once

#include "fram-desk-rating.h"

G_BEGIN_DECLS

char *fram_rating_compare (int value, int last, FramDate last_day, const char *last_note, FramDate today);
char *fram_rating_when (const FramRatingForm *form, FramDate today);
char *fram_rating_end_text (int value, const char *text);
const char *fram_rating_language_name (const char *code);
gboolean fram_rating_language_is_rtl (const char *code);

G_END_DECLS
