#pragma once

#include "fram-record.h"

G_BEGIN_DECLS

gboolean fram_profile_emit (const char *programme, FramRecordFunc sink, gpointer sink_data, GError **error);

G_END_DECLS
