#pragma once

#include "fram-date.h"

G_BEGIN_DECLS

/**
 * FramTaken:
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 *
 * The days on which one place of an employer's is taken.
 */
typedef struct
{
  FramDate from;
  FramDate to;
} FramTaken;

int fram_taken_on (const GArray *taken, FramDate day);
int fram_taken_most (const GArray *taken, FramDate from, FramDate to, FramDate *when);
FramDate fram_taken_next_free (const GArray *taken, int capacity, FramDate from);

/**
 * FramMatchWish:
 * @words: (array zero-terminated=1): words of the wish, as fram_match_split() makes them
 * @fields: (array zero-terminated=1): codes of the kinds of work that are wished for
 * @areas: (array zero-terminated=1) (nullable): codes of the areas in which adaptations are needed; %NULL where who asks
 *   may not know them: then matching goes by wishes only
 * @weekly_minutes: hours a week in minutes, 0 where nothing is known
 * @from: the day from which a place is looked for
 *
 * What is looked for.
 */
typedef struct
{
  const char *const *words;
  const char *const *fields;
  const char *const *areas;
  int weekly_minutes;
  FramDate from;
} FramMatchWish;

/**
 * FramMatchPlace:
 * @text: tasks, names of its kinds of work and the employer's, folded
 * @fields: (array zero-terminated=1): codes of its kinds of work
 * @areas: (array zero-terminated=1): codes of the areas in which adaptations are possible
 * @free_from: the first day on which there is room, not before the wish's; %FRAM_DATE_NONE: none is known
 * @sort_key: its place among equals
 *
 * A place that can be offered.
 */
typedef struct
{
  const char *text;
  const char *const *fields;
  const char *const *areas;
  FramDate free_from;
  const char *sort_key;
} FramMatchPlace;

/**
 * FramMatch:
 * @place: which place, by its index
 * @words: (array zero-terminated=1): words of the wish that it answers
 * @fields: (array zero-terminated=1): codes of the wished kinds of work that it has
 * @met: (array zero-terminated=1): codes of the needed areas in which it can adapt
 * @missing: (array zero-terminated=1): codes of those in which it has not said that it can
 * @part_time: whether fewer hours than a full week are wanted, and it can adapt the hours
 * @free_from: as the place says
 *
 * Why a place fits. It tells about the place and never counts together anything about a person.
 */
typedef struct
{
  guint place;
  GStrv words;
  GStrv fields;
  GStrv met;
  GStrv missing;
  gboolean part_time;
  FramDate free_from;
} FramMatch;

void fram_match_free (FramMatch *self);

GStrv fram_match_split (const char *wish);
gboolean fram_match_has_word (const char *folded_text, const char *word);
GPtrArray *fram_match_places (const FramMatchWish *wish, const FramMatchPlace *places, guint n_places);

GArray *fram_match_weeks (const char *setting);

G_END_DECLS
