#pragma once

#include "fram-entity.h"
#include "fram-gap.h"
#include "fram-status.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/**
 * FramLane:
 *
 * The lanes of a participant's timeline from top to bottom (VISUAL.md, "Timeline"). @FRAM_LANE_CHANGES are marks across
 * the lanes: a new case worker, a new referrer. Codes: phases, attendance, workshops, groups, external, meetings, support,
 * commitments, changes.
 */
typedef enum
{
  FRAM_LANE_PHASES,
  FRAM_LANE_ATTENDANCE,
  FRAM_LANE_WORKSHOPS,
  FRAM_LANE_GROUPS,
  FRAM_LANE_EXTERNAL,
  FRAM_LANE_MEETINGS,
  FRAM_LANE_SUPPORT,
  FRAM_LANE_COMMITMENTS,
  FRAM_LANE_CHANGES,
  FRAM_N_LANES
} FramLane;

/**
 * FramItemState:
 * @FRAM_ITEM_DONE: it was, or it is
 * @FRAM_ITEM_PLANNED: it is to come
 * @FRAM_ITEM_LATE: a commitment that is late
 * @FRAM_ITEM_MISSED: a meeting to which the participant did not come
 * @FRAM_ITEM_MOVED: a meeting that was moved to another day
 */
typedef enum
{
  FRAM_ITEM_DONE,
  FRAM_ITEM_PLANNED,
  FRAM_ITEM_LATE,
  FRAM_ITEM_MISSED,
  FRAM_ITEM_MOVED,
} FramItemState;

/**
 * FramMeetingShape:
 * @FRAM_MEETING_TALK: disc
 * @FRAM_MEETING_THREE_PARTY: triangle
 * @FRAM_MEETING_SIP: square
 */
typedef enum
{
  FRAM_MEETING_TALK,
  FRAM_MEETING_THREE_PARTY,
  FRAM_MEETING_SIP,
} FramMeetingShape;

/**
 * FramTimelineItem:
 * @entity: what it is in the register, %FRAM_ENTITY_NONE for what is worked out (phases)
 * @id: which one
 * @lane: its lane
 * @kind: code: of a phase, workshop, group kind, event or booking, support, commitment, or `case_worker`, `referrer`
 * @row: (nullable): name of the row inside the lane: the workshop, the kind of support
 * @ordinal: order of that row in its lane from 0, which is its colour too
 * @label: (nullable): what stands in it or beside it, a few words
 * @text: what it is, as a sentence: on hover, spoken, in a list
 * @from: first day
 * @to: last day; @from for what is one day; %FRAM_DATE_NONE while it goes on
 * @starts: of a meeting: minutes since midnight, or %FRAM_TIME_NONE
 * @weekly_minutes: of a stay: minutes a week agreed, else -1
 * @state: done, to come, late …
 * @shape: of a meeting
 * @editable: whether the person at the keyboard may change it
 * @plain: (nullable): what a program is told of it beside @kind: a name as it is written, or the code of a state
 * @minutes: how long a meeting is, -1 for not known
 *
 * Something on the timeline.
 */
typedef struct
{
  FramEntity entity;
  FramUuid id;
  FramLane lane;
  char *kind;
  char *row;
  guint ordinal;
  char *label;
  char *text;
  FramDate from;
  FramDate to;
  int starts;
  int weekly_minutes;
  FramItemState state;
  FramMeetingShape shape;
  gboolean editable;
  char *plain;
  int minutes;
} FramTimelineItem;

/**
 * FramTimelineDay:
 * @day: the date
 * @status: code of the mark that tells most of the day
 * @shape: its shape, which is its colour too
 * @letter: its letter in the reader's language
 * @counts: how it counts
 * @planned_minutes: minutes planned that day, -1 for not known
 * @attended_minutes: minutes attended, -1 for not known
 * @sessions: how many of the day's sessions count
 * @attended: how many of those were attended
 *
 * A day with marks: one column of the heat strip.
 */
typedef struct
{
  FramDate day;
  const char *status; /* interned */
  FramShape shape;
  char letter[8];
  FramCounts counts;
  int planned_minutes;
  int attended_minutes;
  int sessions;
  int attended;
} FramTimelineDay;

/**
 * FramTimeline:
 * @title: the name as the person at the keyboard may see it
 * @case_no: case number
 * @from: first day that is shown where all is shown
 * @to: last one
 * @today: the day at the keyboard
 * @enrolled: first day of the enrolment, %FRAM_DATE_NONE where there is none
 * @closed: last day of it, %FRAM_DATE_NONE while it goes on
 * @target: target day, %FRAM_DATE_NONE for none
 * @extended: what it was extended to, %FRAM_DATE_NONE where it was not
 * @items: (element-type FramTimelineItem): by lane, row, first day
 * @registered: (element-type FramTimelineItem): what was only registered: decisions, answers; told in lists, not drawn
 * @days: (element-type FramTimelineDay): in order
 * @gaps: (element-type FramGap): gaps, and what may become one
 * @stretches: (element-type FramStretch): the enrolment in stretches; empty where the plan is not seen
 * @attended: sessions attended
 * @counted: sessions that count, unmarked ones and those that stay out of every rate left out
 * @lanes: bits of lanes that the person at the keyboard may see: 1 << #FramLane
 * @summary: what the drawing shows, in sentences: its text alternative
 *
 * All that a participant's timeline shows. The desk fills it in as far as the person at the keyboard may see; drawing
 * knows nothing else.
 */
typedef struct
{
  char *title;
  char *case_no;
  FramDate from;
  FramDate to;
  FramDate today;
  FramDate enrolled;
  FramDate closed;
  FramDate target;
  FramDate extended;
  GPtrArray *items;
  GPtrArray *registered;
  GArray *days;
  GArray *gaps;
  GArray *stretches;
  int attended;
  int counted;
  guint lanes;
  char *summary;
} FramTimeline;

FramTimeline *fram_timeline_new (void);
void fram_timeline_free (FramTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramTimeline, fram_timeline_free)

FramTimelineItem *fram_timeline_add (FramTimeline *self, FramLane lane, const char *kind, FramDate from, FramDate to);
const char *fram_lane_get_code (FramLane lane);
const char *fram_lane_get_name (FramLane lane);
char *fram_timeline_gap_to_words (const FramGap *gap);

G_END_DECLS
