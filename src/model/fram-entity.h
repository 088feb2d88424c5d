#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramEntity:
 *
 * The number of each kind of recorded thing. Numbers travel between machines and are never reused;
 * names are those of the register's tables. Fields and rules: DATA.md, the table of entities.
 */
typedef enum
{
  FRAM_ENTITY_NONE = 0,
  FRAM_ENTITY_STAFF = 1,
  FRAM_ENTITY_ROLE_GRANT = 2,
  FRAM_ENTITY_ROLE_RIGHT = 3,
  FRAM_ENTITY_SITE = 4,
  FRAM_ENTITY_ORGANISATION = 5,
  FRAM_ENTITY_CONTACT = 6,
  FRAM_ENTITY_PROGRAMME = 7,
  FRAM_ENTITY_WORKSHOP = 8,
  FRAM_ENTITY_GROUP_KIND = 9,
  FRAM_ENTITY_PLACE = 10,
  FRAM_ENTITY_ATTENDANCE_STATUS = 11,
  FRAM_ENTITY_OUTCOME = 12,
  FRAM_ENTITY_DECISION = 13,
  FRAM_ENTITY_INDICATOR_SET = 14,
  FRAM_ENTITY_INDICATOR = 15,
  FRAM_ENTITY_COMMITMENT_KIND = 16,
  FRAM_ENTITY_ADAPTATION_AREA = 17,
  FRAM_ENTITY_CATALOGUE_ENTRY = 18,
  FRAM_ENTITY_SURVEY_COUNT = 19,
  FRAM_ENTITY_IMPROVEMENT = 20,
  FRAM_ENTITY_CLOSED_DAY = 21,
  FRAM_ENTITY_OPENING_HOURS = 22,
  FRAM_ENTITY_ACTIVITY_GROUP = 23,
  FRAM_ENTITY_GROUP_LEADER = 24,
  FRAM_ENTITY_GROUP_SESSION_CHANGE = 25,
  FRAM_ENTITY_PARTICIPANT = 26,
  FRAM_ENTITY_CONTACT_DETAILS = 27,
  FRAM_ENTITY_CONSENT = 28,
  FRAM_ENTITY_ENROLMENT = 29,
  FRAM_ENTITY_CASE_WORKER = 30,
  FRAM_ENTITY_REFERRAL = 31,
  FRAM_ENTITY_PAUSE = 32,
  FRAM_ENTITY_EXTERNAL_PLACE = 33,
  FRAM_ENTITY_PLACEMENT = 34,
  FRAM_ENTITY_EVENT = 35,
  FRAM_ENTITY_PLAN_SLOT = 36,
  FRAM_ENTITY_MEMBERSHIP = 37,
  FRAM_ENTITY_BOOKING = 38,
  FRAM_ENTITY_MARK = 39,
  FRAM_ENTITY_ROSTER_WEEK = 40,
  FRAM_ENTITY_PLANNED_ABSENCE = 41,
  FRAM_ENTITY_SEEN = 42,
  FRAM_ENTITY_ADAPTATION = 43,
  FRAM_ENTITY_INSTRUCTION = 44,
  FRAM_ENTITY_ADAPTATION_REVIEW = 45,
  FRAM_ENTITY_WORKSHOP_QUESTION = 46,
  FRAM_ENTITY_WORKSHOP_ANSWER = 47,
  FRAM_ENTITY_RATING = 48,
  FRAM_ENTITY_PART_GOAL = 49,
  FRAM_ENTITY_JOURNAL_ENTRY = 50,
  FRAM_ENTITY_PARALLEL_SUPPORT = 51,
  FRAM_ENTITY_TASK = 52,
  FRAM_ENTITY_COMMITMENT = 53,
  FRAM_ENTITY_FOLLOW_UP = 54,
  FRAM_ENTITY_DOCUMENT = 55,
  FRAM_ENTITY_JOINT_PLAN = 56,
  FRAM_ENTITY_JOINT_ACTIVITY = 57,
  FRAM_ENTITY_ERASURE = 58,
  FRAM_ENTITY_COUNTED_CASE = 59,
  FRAM_ENTITY_NAMED_ACCESS = 60,
  FRAM_ENTITY_ALIAS = 61,
  FRAM_ENTITY_STAND_IN = 62,
  FRAM_ENTITY_AREA_NOTE = 63,
  FRAM_ENTITY_GROUP_STEP = 64,
  FRAM_N_ENTITIES
} FramEntity;

/**
 * FramClass:
 *
 * What rights are given on (DATA.md, "Who sees which class").
 */
typedef enum
{
  FRAM_CLASS_REF,
  FRAM_CLASS_RIGHTS,
  FRAM_CLASS_SHOP,
  FRAM_CLASS_BASIC,
  FRAM_CLASS_PHONE,
  FRAM_CLASS_CONTACT,
  FRAM_CLASS_INTAKE,
  FRAM_CLASS_PLAN,
  FRAM_CLASS_ATTEND,
  FRAM_CLASS_INSTRUCT,
  FRAM_CLASS_NEED,
  FRAM_CLASS_PROGRESS,
  FRAM_CLASS_BELIEF,
  FRAM_CLASS_NOTE,
  FRAM_CLASS_OT_NOTE,
  FRAM_CLASS_TASK,
  FRAM_CLASS_OUTCOME,
  FRAM_CLASS_DOCUMENT,
  FRAM_CLASS_PLACES,
  FRAM_CLASS_LOG,
  FRAM_N_CLASSES
} FramClass;

/**
 * FramMerge:
 * @FRAM_MERGE_FIELD: each field on its own, the later wins
 * @FRAM_MERGE_ROW: the whole row, the later wins
 * @FRAM_MERGE_FLAGGED: as the row or field, and the loser is shown to a person
 * @FRAM_MERGE_APPEND: rows are added and never change
 * @FRAM_MERGE_SET: compare and set, only while online
 * @FRAM_MERGE_ONLINE: changed by procedures of the hub only
 *
 * What happens when two machines have changed the same thing.
 */
typedef enum
{
  FRAM_MERGE_FIELD,
  FRAM_MERGE_ROW,
  FRAM_MERGE_FLAGGED,
  FRAM_MERGE_APPEND,
  FRAM_MERGE_SET,
  FRAM_MERGE_ONLINE,
} FramMerge;

/**
 * FramColumnType:
 *
 * How a value is kept: dates as ISO text, times and durations as minutes, instants as UTC milliseconds,
 * flags as 0 and 1, codes as short text, refs as the id of another thing.
 */
typedef enum
{
  FRAM_TYPE_TEXT,
  FRAM_TYPE_CODE,
  FRAM_TYPE_DATE,
  FRAM_TYPE_INTEGER,
  FRAM_TYPE_MINUTES,
  FRAM_TYPE_TIME,
  FRAM_TYPE_INSTANT,
  FRAM_TYPE_FLAG,
  FRAM_TYPE_REF,
} FramColumnType;

/**
 * FramColumn:
 * @unit: the field's number within its entity; never reused; 0 is the row itself
 * @name: the column's name
 * @type: how values are kept
 * @klass: whose rights it falls under
 * @required: whether a row without it is refused
 * @target: the entity a ref points to, or %FRAM_ENTITY_NONE where several are possible
 */
typedef struct
{
  guint unit;
  const char *name;
  FramColumnType type;
  FramClass klass;
  gboolean required;
  FramEntity target;
} FramColumn;

/**
 * FramEntityInfo:
 * @number: the entity
 * @name: its name and its table's
 * @klass: the class of the row as such
 * @merge: its merge rule
 * @columns: (array length=n_columns): its fields
 * @n_columns: how many
 */
typedef struct
{
  FramEntity number;
  const char *name;
  FramClass klass;
  FramMerge merge;
  const FramColumn *columns;
  guint n_columns;
} FramEntityInfo;

#define FRAM_MAX_COLUMNS 24

const FramEntityInfo *fram_entity_info (FramEntity entity);
const FramEntityInfo *fram_entity_by_name (const char *name);
int fram_entity_find_column (FramEntity entity, const char *name);
gboolean fram_entity_is_by_row (FramEntity entity);
const char *fram_class_get_code (FramClass klass);
gboolean fram_class_from_code (const char *code, FramClass *klass);

G_END_DECLS
