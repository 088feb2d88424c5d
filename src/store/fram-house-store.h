#pragma once

#include "fram-db.h"
#include "fram-house.h"
#include "fram-series.h"
#include "fram-status.h"

G_BEGIN_DECLS

/**
 * FramStoredActivity:
 *
 * A workshop or a group: what a roster can be of. A workshop has no series.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *code;
  char *name_sv;
  char *name_en;
  gboolean is_group;
  gboolean active;
  FramSeries *series; /* NULL: a workshop */
} FramStoredActivity;

void fram_stored_activity_free (FramStoredActivity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredActivity, fram_stored_activity_free)

GArray *fram_house_load_statuses (FramDb *db, GError **error);
GPtrArray *fram_house_load_workshops (FramDb *db, gboolean also_inactive, GError **error);
GPtrArray *fram_house_load_closures (FramDb *db, GError **error);
GPtrArray *fram_house_load_activities (FramDb *db, gboolean groups, GError **error);
GPtrArray *fram_house_load_meeting (FramDb *db, FramDate from, FramDate to, GError **error);
FramStoredActivity *fram_house_load_activity (FramDb *db, gint64 row, GError **error);
FramStoredActivity *fram_house_find_activity (FramDb *db, const char *code_or_name, GError **error);
char *fram_house_load_site_name (FramDb *db);
void fram_house_load_names (FramDb *db, FramEntity entity, GPtrArray *swedish, GPtrArray *english);
void fram_house_load_codes (FramDb *db, FramEntity entity, GPtrArray *codes, GPtrArray *names, GArray *ids);

GPtrArray *fram_staff_load_all (FramDb *db, gboolean also_inactive, FramDate today, GError **error);
FramViewer *fram_staff_load_viewer (FramDb *db, gint64 staff, FramDate today, GError **error);
gint64 fram_staff_find (FramDb *db, const char *name_or_login, GError **error);
FramDate fram_staff_newest_day (FramDb *db);
GArray *fram_staff_load_stand_in_places (FramDb *db, gint64 staff, FramDate today, GError **error);
GPtrArray *fram_staff_load_grants (FramDb *db, gint64 staff, gboolean stand_in, FramDate today, GError **error);

/**
 * FramStoredGrant:
 *
 * A role of a person as it lies in the register.
 */
typedef struct
{
  FramUuid id;
  FramRole role;
  char *workshop;
  char *group;
  FramDate from;
} FramStoredGrant;

G_END_DECLS
