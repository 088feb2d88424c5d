#pragma once

#include "fram-desk-private.h"
#include "fram-desk-indicators.h"

G_BEGIN_DECLS

char *fram_settings_replace (const char *settings, const char *name, const char *value);
gboolean fram_desk_write_setting (FramDesk *self, FramChanges *changes, const char *name, const char *value,
                                  GError **error);
void fram_desk_bring_in_profile (FramDesk *self);

G_END_DECLS
