#pragma once

#include "fram-db.h"
#include "fram-plan.h"
#include "fram-series.h"

G_BEGIN_DECLS

/**
 * FramGroupRecord:
 * @row: row number
 * @id: the group
 * @code: its code
 * @kind: code of its kind
 * @kind_name: the kind in the person's language
 * @kind_rank: where the kind stands among the others
 * @own_name: (nullable): the name it was given
 * @name: what it is called: the name it was given, or its kind and code
 * @place: row number of the place, 0 for none
 * @capacity: how many people, 0 where that is not known
 * @next_line: (nullable): the line for next time, written together
 * @meets: (nullable): who meets somebody new, and where
 * @active: still used
 * @series: when it meets
 *
 * A group as it is written down. It is class shop: nothing about people.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *code;
  char *kind;
  char *kind_name;
  int kind_rank;
  char *own_name;
  char *name;
  gint64 place;
  int capacity;
  char *next_line;
  char *meets;
  gboolean active;
  FramSeries *series;
} FramGroupRecord;

void fram_group_record_free (FramGroupRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramGroupRecord, fram_group_record_free)

/**
 * FramGroupLeader:
 * @group: row number
 * @staff: row number
 * @id: of the person
 * @row_id: of the leading itself, for changes
 * @name: the person's name
 * @from: first day, or %FRAM_DATE_NONE
 * @to: last day, or %FRAM_DATE_NONE
 *
 * Who leads a group, and when.
 */
typedef struct
{
  gint64 group;
  gint64 staff;
  FramUuid id;
  FramUuid row_id;
  char *name;
  FramDate from;
  FramDate to;
} FramGroupLeader;

/**
 * FramGroupStay:
 * @group: row number
 * @waiting: waits for a place
 * @span: whose, from when until when
 *
 * One membership. Nothing in it says who that is; names are read by who may see them.
 */
typedef struct
{
  gint64 group;
  gboolean waiting;
  FramSpan span;
} FramGroupStay;

/**
 * FramGroupPlace:
 * @row: row number
 * @id: the place
 * @name: what it is called: "Room 1"
 * @capacity: 0 where that is not known
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *name;
  int capacity;
} FramGroupPlace;

GPtrArray *fram_group_load_all (FramDb *db, FramDate from, FramDate to, GError **error);
FramGroupRecord *fram_group_load (FramDb *db, gint64 group, GError **error);
FramSeries *fram_group_load_series (FramDb *db, gint64 group, GError **error);
GHashTable *fram_group_load_all_series (FramDb *db, FramDate from, FramDate to, GError **error);
FramSeries *fram_group_take_series (GHashTable *all, gint64 group);
GArray *fram_group_load_leaders (FramDb *db, FramDate from, FramDate to, GError **error);
GArray *fram_group_load_stays (FramDb *db, gint64 group, FramDate from, FramDate to, GError **error);
GArray *fram_group_load_places (FramDb *db, GError **error);
GArray *fram_group_load_led (FramDb *db, gint64 staff, FramDate day, gboolean substitutes);
GArray *fram_group_load_near (FramDb *db, gint64 staff, FramDate day);

G_END_DECLS
