#pragma once

#include "fram-record.h"

G_BEGIN_DECLS

/** FRAM_PROFILE_WORK_FIELD: kinds of work are listed in groups of this name, "work_field CODE". */
#define FRAM_PROFILE_WORK_FIELD "work_field"

GKeyFile *fram_profile_load (const char *programme, GError **error);
gboolean fram_profile_emit (const char *programme, FramRecordFunc sink, gpointer sink_data, GError **error);

G_END_DECLS
