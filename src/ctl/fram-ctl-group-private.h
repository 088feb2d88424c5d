#pragma once

#include "fram-ctl.h"
#include "fram-desk-group.h"

G_BEGIN_DECLS

/* What commands about groups do alike. */
FramGroup *fram_ctl_find_group (FramCtl *ctl, const char *code_or_name, GError **error);
gboolean fram_ctl_find_staff (FramCtl *ctl, const char *name_or_login, FramUuid *staff, char **name, GError **error);
gboolean fram_ctl_say_done (const char *what);

G_END_DECLS
