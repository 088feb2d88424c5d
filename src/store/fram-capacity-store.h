#pragma once

#include "fram-db.h"
#include "fram-plan.h"

G_BEGIN_DECLS

GArray *fram_capacity_load_practice (FramDb *db, FramDate from, FramDate to, GError **error);
int fram_capacity_load_workshop_places (FramDb *db);

G_END_DECLS
