#pragma once

#include "fram-db.h"
#include "fram-rating.h"

G_BEGIN_DECLS

/** FRAM_RATING_PLAIN_SET: the set of the imported ratings: its questions are called by their ordinal alone. */
#define FRAM_RATING_PLAIN_SET "fram-2021"

/**
 * FramStoredIndicatorSet:
 * @row: row number
 * @id: the set in this version
 * @code: its code, the same in all versions
 * @name: in the reader's language
 * @version: counted from 1
 * @is_agenda: areas with notes, no values
 * @lowest: of the scale
 * @highest: of the scale
 * @every_days: interval, 0 for none
 * @rank: its place among the sets, 0 for none
 * @active: whether it is in use
 * @replaces: row number of the version before, 0 for none
 *
 * A version of a set of indicators.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *code;
  char *name;
  int version;
  gboolean is_agenda;
  int lowest;
  int highest;
  int every_days;
  int rank;
  gboolean active;
  gint64 replaces;
} FramStoredIndicatorSet;

/**
 * FramStoredIndicator:
 * @row: row number
 * @id: the question in this version
 * @set: row number of its set
 * @ordinal: its place in it
 * @name: in the reader's language
 * @low: (nullable): text of the lowest value
 * @high: (nullable): text of the highest
 * @languages: (nullable): further languages
 * @raters: bits of the sides that rate it
 * @belief: whether the case worker's side is own belief
 * @active: whether it is in use
 * @continues: row number of the same question in the version before, 0 for none
 *
 * A question, or an area of an agenda.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 set;
  int ordinal;
  char *name;
  char *low;
  char *high;
  char *languages;
  guint raters;
  gboolean belief;
  gboolean active;
  gint64 continues;
} FramStoredIndicator;

/**
 * FramStoredRating:
 * @id: the rating
 * @indicator: row number of the question, in the version it was given under
 * @day: the talk
 * @rater: which side
 * @value: what was given
 * @note: (nullable): what was said about it
 * @given: when it was written, UTC milliseconds; 0 for not known
 *
 * One rating.
 */
typedef struct
{
  FramUuid id;
  gint64 indicator;
  FramDate day;
  FramRater rater;
  int value;
  char *note;
  gint64 given;
} FramStoredRating;

GPtrArray *fram_rating_load_sets (FramDb *db, GError **error);
GPtrArray *fram_rating_load_indicators (FramDb *db, gint64 set, GError **error);
GArray *fram_rating_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, gboolean belief, GError **error);

const FramStoredIndicatorSet *fram_rating_find_set (const GPtrArray *sets, gint64 row);
const FramStoredIndicator *fram_rating_find_indicator (const GPtrArray *indicators, gint64 row);
char *fram_rating_code (const GPtrArray *sets, const FramStoredIndicatorSet *set, int ordinal);
gboolean fram_rating_is_there (FramDb *db, const FramRecord *record);
const FramStoredIndicator *fram_rating_newest (const GPtrArray *sets, const GPtrArray *indicators, gint64 row);

G_END_DECLS
