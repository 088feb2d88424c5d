#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredKind:
 * @id: the kind
 * @code: its code
 * @name: in the person's language
 * @minutes: how long a session usually is, -1 where that is not said
 * @sessions: how many a course of it usually has, 0 where that is not said
 *
 * A kind of group that is used.
 */
typedef struct
{
  FramUuid id;
  char *code;
  char *name;
  int minutes;
  int sessions;
} FramStoredKind;

/**
 * FramStoredStepId:
 * @id: the step
 * @from: the day from which it counts
 */
typedef struct
{
  FramUuid id;
  FramDate from;
} FramStoredStepId;

GArray *fram_group_load_kinds (FramDb *db, GError **error);
GArray *fram_group_load_step_ids (FramDb *db, gint64 group, GError **error);
GArray *fram_group_load_marked_days (FramDb *db, gint64 group, FramDate from, GError **error);
char *fram_group_free_code (FramDb *db, const char *stem);

G_END_DECLS
