#pragma once

#include "fram-db.h"
#include "fram-indicator.h"

G_BEGIN_DECLS

GPtrArray *fram_indicator_load_sets (FramDb *db, GError **error);
FramIndicatorSet *fram_indicator_load_set (FramDb *db, const char *code, GError **error);
int fram_indicator_next_version (FramDb *db, const char *code);
FramIndicatorSet *fram_indicator_load_version_before (FramDb *db, const FramUuid *set, GError **error);
FramUuid fram_indicator_load_continued (FramDb *db, const FramUuid *question);
char *fram_indicator_load_settings (FramDb *db, FramUuid *programme, int *version);
gboolean fram_indicator_has_ratings (FramDb *db, const char *code);

G_END_DECLS
