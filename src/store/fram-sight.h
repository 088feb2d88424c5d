#pragma once

#include "fram-viewer.h"

G_BEGIN_DECLS

/* Somebody stays one's own so many days after the last day, and is so before the first (DATA.md, "Who sees which class"). */
#define FRAM_SIGHT_DAYS_BACK    30
#define FRAM_SIGHT_DAYS_FORWARD 7

char *fram_sight_of_participant (const FramViewer *viewer, FramClass klass, const char *column);
char *fram_sight_of_plan (const FramViewer *viewer, const char *column);
char *fram_sight_of_facts (const FramViewer *viewer, const char *column);
char *fram_sight_of_own_groups (const FramViewer *viewer);
char *fram_sight_of_class (const FramViewer *viewer, FramClass klass);
char *fram_sight_named (const FramViewer *viewer, const char *column);

G_END_DECLS
