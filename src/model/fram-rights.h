#pragma once

#include "fram-viewer.h"

G_BEGIN_DECLS

void fram_rights_table_init (FramRightsTable *table);
gboolean fram_reach_from_code (const char *code, FramReach *reach);
const char *fram_reach_get_code (FramReach reach);

gboolean fram_rights_may_read (const FramViewer *viewer, FramClass klass);
gboolean fram_rights_may_write (const FramViewer *viewer, FramClass klass);
gboolean fram_rights_reaches_site (const FramViewer *viewer, FramClass klass, gboolean write);
FramViewer *fram_rights_writers (const FramViewer *viewer, FramClass klass);
FramViewer *fram_rights_seers (const FramViewer *viewer);
FramViewer *fram_rights_beside_mentor (const FramViewer *viewer);
FramViewer *fram_rights_beside_leader (const FramViewer *viewer);
FramViewer *fram_rights_bookers (const FramViewer *viewer);
FramViewer *fram_rights_line_readers (const FramViewer *viewer, gint64 activity);
gboolean fram_rights_may_answer (const FramViewer *viewer, gint64 activity);
gboolean fram_rights_may_mark (const FramViewer *viewer, gint64 activity);
gboolean fram_rights_may_change_sessions (const FramViewer *viewer, gint64 group);
gboolean fram_rights_opens_people_of (const FramViewer *viewer, gint64 activity);
gboolean fram_rights_may_see_roster (const FramViewer *viewer, gint64 activity);

G_END_DECLS
