#pragma once

#include "fram-indicator.h"

G_BEGIN_DECLS

char *fram_indicator_set_to_text (const FramIndicatorSet *self);
FramIndicatorSet *fram_indicator_set_from_text (const char *text, gsize length, GError **error);

G_END_DECLS
