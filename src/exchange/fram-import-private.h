#pragma once

#include "fram-csv.h"
#include "fram-import-source.h"
#include "fram-import-spool.h"

G_BEGIN_DECLS

/* Columns in the order of each file's header. */
enum
{
  CASE_ID,
  CASE_GIVEN_NAME,
  CASE_FAMILY_NAME,
  CASE_SEX,
  CASE_BIRTH_DATE,
  CASE_ORGANISATION,
  CASE_REFERRER,
  CASE_RECEIVED,
  CASE_STUDY_VISIT,
  CASE_DECISION,
  CASE_ENROLLED,
  CASE_CLOSED,
  CASE_OUTCOME,
  CASE_FOLLOW_UP,
  CASE_FOLLOW_UP_DATE,
};
enum
{
  PLACEMENT_CASE,
  PLACEMENT_WORKSHOP,
  PLACEMENT_START,
  PLACEMENT_END,
  PLACEMENT_HOURS,
};
enum
{
  GROUP_CASE,
  GROUP_TYPE,
  GROUP_ID,
  GROUP_START,
  GROUP_END,
  GROUP_WEEKDAY,
  GROUP_TIME,
  GROUP_HOURS,
  GROUP_SESSIONS,
};
enum
{
  ATTENDANCE_CASE,
  ATTENDANCE_DATE,
  ATTENDANCE_ACTIVITY,
  ATTENDANCE_STATUS,
  ATTENDANCE_HOURS,
  ATTENDANCE_PLANNED,
};
enum
{
  PROGRESSION_CASE,
  PROGRESSION_DATE,
  PROGRESSION_INDICATOR,
  PROGRESSION_RATER,
  PROGRESSION_VALUE,
  PROGRESSION_NOTE,
  PROGRESSION_GIVEN,
};
enum
{
  ADAPTATION_CASE,
  ADAPTATION_AREA,
  ADAPTATION_NEED,
  ADAPTATION_MEASURE,
  ADAPTATION_STATUS,
  ADAPTATION_REVIEW,
};
enum
{
  EVENT_CASE,
  EVENT_DATE,
  EVENT_TYPE,
  EVENT_PARTIES,
  EVENT_STATUS,
  EVENT_NOTE,
};

/* A case of the files, or of the register (known). Texts live in the import's chunk. */
typedef struct
{
  const char *case_no;
  gboolean known;
  guint line;
  FramUuid participant;
  FramUuid enrolment;
  FramDate received;
  FramDate enrolled;
  FramDate closed;
  FramDate decided;
  const char *given_name;
  const char *family_name;
  const char *sex;
  FramDate birth_date;
  const char *organisation;
  FramUuid organisation_id;
  const char *referrer;
  FramDate study_visit;
  FramUuid decision;
  FramUuid outcome;
  FramUuid follow_up;
  FramDate follow_up_date;
} ImportCase;

typedef struct
{
  const ImportCase *of;
  const char *workshop;
  FramUuid activity;
  FramDate from;
  FramDate to;
  int weekly_minutes;
} ImportPlacement;

typedef struct
{
  const char *code;
  const char *kind;
  FramUuid kind_id;
  FramUuid id;
  guint line;
  int weekday;
  int starts;
  int minutes;
  FramDate first;
  FramDate last;
} ImportGroup;

typedef struct
{
  const ImportCase *of;
  ImportGroup *group;
  FramDate from;
  FramDate to;
  gint64 sessions;
} ImportMembership;

typedef struct
{
  const ImportCase *of;
  FramUuid activity;
  FramUuid status;
  FramDate day;
  int attended;
  int planned;
} ImportMark;

typedef struct
{
  const ImportCase *of;
  FramUuid indicator;
  FramDate day;
  const char *rater; /* NULL: a note on an area of an agenda */
  gint64 value;
  const char *note;
  gint64 given; /* 0 for not known */
  guint nth;    /* of the same question, side and day: counted from 1 */
} ImportRating;

typedef struct
{
  const ImportCase *of;
  const char *area;
  FramUuid area_id;
  const char *need;
  const char *measure;
  const char *status;
  FramDate review;
} ImportAdaptation;

typedef struct
{
  const ImportCase *of;
  FramDate day;
  const char *kind;
  const char *parties;
  const char *status;
  const char *note;
} ImportEvent;

/* From this day on the case worker is the one named. */
typedef struct
{
  const ImportCase *of;
  FramDate from;
  const char *name;
} ImportCaseWorker;

struct _FramImport
{
  GStringChunk *texts;
  GPtrArray *case_list;    /* (element-type ImportCase) */
  GHashTable *cases;       /* (element-type utf8 ImportCase) */
  GHashTable *groups;      /* (element-type utf8 ImportGroup) */
  GPtrArray *group_list;   /* (element-type ImportGroup) */
  GHashTable *memberships; /* (element-type utf8 GArray): by case and kind, indices of members */
  GHashTable *unknown;     /* (element-type utf8): case numbers that the register does not know, the first of them */
  GArray *members;
  GArray *case_workers;
  ImportSpool *placements;
  ImportSpool *marks;
  ImportSpool *ratings;
  ImportSpool *adaptations;
  ImportSpool *events;
  FramUuid programme;
  FramUuid site;
  guint64 n_rows[FRAM_N_IMPORT_FILES];
};

/* One file while it is read. */
typedef struct
{
  FramImport *import;
  const FramProfileCodes *codes;
  FramProblems *problems;
  const FramImportSource *source;
  FramImportFile file;
  const char *name;
  FramCsvReader *reader;
  int at[FRAM_IMPORT_MAX_COLUMNS];              /* of each column: its field, or -1 */
  const char *instead[FRAM_IMPORT_MAX_COLUMNS]; /* of this row: the code that a word stands for */
  guint n_columns;
  ImportSeen *seen;
  GString *key;
  char *shown[2]; /* what a sentence quotes */
  guint next_shown;
  gboolean good; /* no problem in this row yet */
} ImportParser;

void import_problem (ImportParser *self, int column, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *import_text (ImportParser *self, int column);
const char *import_shown (ImportParser *self, int column);
const char *import_optional (ImportParser *self, int column);
const char *import_keep (ImportParser *self, int column);
gboolean import_is_empty (ImportParser *self, int column);
const char *import_required (ImportParser *self, int column);
FramDate import_date (ImportParser *self, int column, gboolean required);
gboolean import_code (ImportParser *self, int column, FramEntity entity, gboolean required, FramUuid *id);
const char *import_choice (ImportParser *self, int column, const char *const *choices);
int import_hours (ImportParser *self, int column, gboolean required, gboolean weekly);
gboolean import_integer (ImportParser *self, int column, gint64 *value);
const ImportCase *import_case (ImportParser *self, gboolean enrolled);
gboolean import_within (ImportParser *self, int column, const ImportCase *of, FramDate day);
void import_unique (ImportParser *self, int column, ...) G_GNUC_NULL_TERMINATED;
guint import_count (ImportParser *self, ...) G_GNUC_NULL_TERMINATED;
gint64 import_instant (ImportParser *self, int column);

void import_row (ImportParser *self);
void import_rating (ImportParser *self);

G_END_DECLS
