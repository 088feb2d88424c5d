#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

FramDate fram_typed_date_parse (const char *text, FramDate today);

G_END_DECLS
