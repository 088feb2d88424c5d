#pragma once

#include "fram-viewer.h"

G_BEGIN_DECLS

char *fram_sight_of_participant (const FramViewer *viewer, FramClass klass, const char *column);
char *fram_sight_named (const FramViewer *viewer, const char *column);

G_END_DECLS
