#pragma once

#include "fram-desk.h"
#include "fram-gap.h"

G_BEGIN_DECLS

/**
 * FramGapRow:
 * @participant: whose
 * @enrolment: in which enrolment
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @sort_key: its place in lists
 * @case_workers: (nullable): names of today's case workers
 * @own: whether it is one of the person's own participants
 * @gap: the gap
 * @text: in words: "19 days, 11 September to 1 October", "Nothing is planned after 20 November"
 *
 * A gap of a participant whose plan the person at the keyboard may see.
 */
typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  char *case_no;
  char *name;
  char *sort_key;
  char *case_workers;
  gboolean own;
  FramGap gap;
  char *text;
} FramGapRow;

void fram_gap_row_free (FramGapRow *self);

/* More than so many days are a gap: the programme's setting. */
int fram_desk_gap_over (FramDesk *self);
/* Whether a day lies in a gap; else it is to come, or has been. */
gboolean fram_gap_is_present (const FramGap *gap, FramDate at);
/* "19 days, 11 September to 1 October"; without the year of today */
char *fram_gap_to_text (const FramGap *gap, FramDate today);

/**
 * FramGapQuery:
 * @over: more than so many days, 0 for the programme's setting
 * @at: the day it is looked at from, %FRAM_DATE_NONE for today, or for the last day that a demonstration knows
 * @seams: whether the seams are told too
 * @now: only the first present or coming gap of each enrolment that goes on, or that nothing is planned ahead, in order of
 *   urgency; else every gap there ever was, by case number and day
 * @own: only one's own participants
 */
typedef struct
{
  int over;
  FramDate at;
  gboolean seams;
  gboolean now;
  gboolean own;
} FramGapQuery;

/* Gaps, as far as the person at the keyboard may see the plan. (element-type FramGapRow) */
GPtrArray *fram_desk_gaps (FramDesk *self, const FramGapQuery *query, GError **error);
/* How many own participants, or of the whole house for those without own ones, have a present or coming gap: the
 * sidebar's figure. */
guint fram_desk_count_gaps (FramDesk *self);

/* Days with planned activity of one enrolment, past and to come, with pauses and what else gaps are worked out from; the
 * caller frees what is in it with fram_gap_facts_clear(). */
gboolean fram_desk_gap_facts (FramDesk *self, gint64 enrolment, FramDate at, FramGapFacts *facts, GError **error);
void fram_gap_facts_clear (FramGapFacts *facts);

/**
 * FramBridge:
 * @activity: the group or workshop, none for a talk
 * @kind: `group`, `workshop` or `talk`
 * @name: its name
 * @day: the first day on which it would bridge the gap
 * @from_time: minutes since midnight, or %FRAM_TIME_NONE
 * @to_time: likewise
 * @free: free places, -1 where there is no limit
 * @text: in words: "Friskvård, Friday 27 November 10–11.30, 3 free places"
 *
 * Something that fits to bridge a gap.
 */
typedef struct
{
  FramUuid activity;
  char *kind;
  char *name;
  FramDate day;
  int from_time;
  int to_time;
  int free;
  char *text;
} FramBridge;

void fram_bridge_free (FramBridge *self);

/* What fits to bridge a participant's gap: at most @limit, those first that come soonest. (element-type FramBridge) */
GPtrArray *fram_desk_bridges (FramDesk *self, const FramUuid *enrolment, const FramGap *gap, guint limit,
                              GError **error);
/* Books it: a membership, a placement from that day with one slot, or a talk with the case worker. One undo step. */
gboolean fram_desk_take_bridge (FramDesk *self, const FramUuid *enrolment, const FramBridge *bridge, char **what,
                                GError **error);

G_END_DECLS
