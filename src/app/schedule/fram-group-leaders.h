#pragma once

#include "fram-desk-group.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramGroupLeaders:
 *
 * Who leads a group, each with a first and a last day, and a row to add somebody.
 */
#define FRAM_TYPE_GROUP_LEADERS (fram_group_leaders_get_type ())
G_DECLARE_FINAL_TYPE (FramGroupLeaders, fram_group_leaders, FRAM, GROUP_LEADERS, AdwPreferencesGroup)

void fram_group_leaders_set (FramGroupLeaders *self, const GPtrArray *leaders, const GPtrArray *staff);
gboolean fram_group_leaders_read (FramGroupLeaders *self, FramGroup *group);
void fram_group_leaders_add (FramGroupLeaders *self, const FramUuid *staff, const char *name);
guint fram_group_leaders_get_length (FramGroupLeaders *self);

G_END_DECLS
