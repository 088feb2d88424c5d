#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

gboolean fram_typed_time_parse (const char *text, int *minutes);

G_END_DECLS
