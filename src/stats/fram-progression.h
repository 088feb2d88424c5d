#pragma once

#include "fram-entity.h"
#include "fram-rating.h"
#include "fram-status.h"
#include "fram-step.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/**
 * FramRatingPoint:
 * @id: the rating
 * @day: the talk it was given in
 * @given: when it was written, UTC milliseconds; 0 for not known
 * @value: what was given
 * @note: (nullable): what was said about it
 * @counts: %FALSE where a later one of the same day, question and side counts instead
 * @is_step: a step forward, held at the next talk; worked out
 * @is_new_high: higher than ever, not yet held; worked out
 * @is_dip: lower than the one before, drawn as it is; worked out
 *
 * One rating.
 */
typedef struct
{
  FramUuid id;
  FramDate day;
  gint64 given;
  int value;
  char *note;
  gboolean counts;
  gboolean is_step;
  gboolean is_new_high;
  gboolean is_dip;
} FramRatingPoint;

/**
 * FramIndicatorSeries:
 * @id: the question in its newest version
 * @set: index of its set
 * @code: what the command line calls it: "3" in `fram-2021`, else "avstamning-3:2"
 * @name: the question, in the reader's language
 * @short_name: (nullable): a shorter one for a panel, where there is one
 * @low: (nullable): text of the lowest value
 * @high: (nullable): text of the highest
 * @lowest: of the scale
 * @highest: of the scale
 * @raters: bits of the sides that rate it
 * @belief: whether its case worker's side is the case worker's own belief; then it is on no print unless it is chosen
 * @points: (element-type FramRatingPoint): by side, in order of day and writing
 *
 * All ratings of one question.
 */
typedef struct
{
  FramUuid id;
  guint set;
  char *code;
  char *name;
  char *short_name;
  char *low;
  char *high;
  int lowest;
  int highest;
  guint raters;
  gboolean belief;
  GArray *points[FRAM_N_RATERS];
} FramIndicatorSeries;

/**
 * FramProgressionSet:
 * @id: the newest version of the set that there are ratings of
 * @code: its code
 * @name: in the reader's language
 *
 * A set of indicators that somebody was rated with.
 */
typedef struct
{
  FramUuid id;
  char *code;
  char *name;
} FramProgressionSet;

/**
 * FramWeekState:
 * @FRAM_WEEK_OPEN: somebody could come
 * @FRAM_WEEK_PAUSE: agreed leave all week
 * @FRAM_WEEK_CLOSED: the house was closed all week
 *
 * What kind of week it was.
 */
typedef enum
{
  FRAM_WEEK_OPEN,
  FRAM_WEEK_PAUSE,
  FRAM_WEEK_CLOSED,
} FramWeekState;

/**
 * FramProgressWeek:
 * @monday: its Monday
 * @state: open, a pause, closed
 * @planned_minutes: minutes planned, -1 for not known
 * @attended_minutes: minutes present, -1 where nothing is marked: a gap in the line, not a nought
 * @counted: sessions that count in the rate
 * @attended: of them, attended
 * @rate: worked out: attended of counted in per cent over this week and the three open ones before it, -1 for none and
 *   before the week is over
 * @level: worked out: minutes a week that have held, 0 before
 * @is_step: worked out: the first week of more hours, held for three weeks
 * @is_dip: worked out: one of three or more weeks in a row that are an hour or more below the level
 *
 * One week of an enrolment.
 */
typedef struct
{
  FramDate monday;
  FramWeekState state;
  int planned_minutes;
  int attended_minutes;
  int counted;
  int attended;
  int rate;
  int level;
  gboolean is_step;
  gboolean is_dip;
} FramProgressWeek;

/**
 * FramMomentKind:
 *
 * What stands as a tick on the shared axis. Codes: workshop, group, external, meeting, milestone, case_worker, referrer,
 * pause.
 */
typedef enum
{
  FRAM_MOMENT_WORKSHOP,
  FRAM_MOMENT_GROUP,
  FRAM_MOMENT_OUTSIDE,
  FRAM_MOMENT_MEETING,
  FRAM_MOMENT_MILESTONE,
  FRAM_MOMENT_CASE_WORKER,
  FRAM_MOMENT_REFERRER,
  FRAM_MOMENT_PAUSE,
  FRAM_N_MOMENT_KINDS
} FramMomentKind;

/**
 * FramMoment:
 * @day: when
 * @kind: of what
 * @entity: what it is in the register
 * @id: which one
 * @label: a few words: "Snickeri"
 * @text: a sentence, on hover and spoken
 * @is_new: of a workshop: the participant was not there before
 *
 * Something that happened.
 */
typedef struct
{
  FramDate day;
  FramMomentKind kind;
  FramEntity entity;
  FramUuid id;
  char *label;
  char *text;
  gboolean is_new;
} FramMoment;

/**
 * FramStepForward:
 * @day: when it began: of a rating the talk it was given in, of hours the Monday
 * @held: when it was seen to hold: the next talk, the end of the third week; else @day
 * @kind: what kind
 * @series: of a rating: which question
 * @rater: of a rating: which side
 * @moment: of the others: which moment
 * @from: the best before: value or minutes a week
 * @to: value or minutes a week
 * @text: a sentence: "Works 12 hours a week, 8 before."
 *
 * A step forward.
 */
typedef struct
{
  FramDate day;
  FramDate held;
  FramStepKind kind;
  guint series;
  FramRater rater;
  guint moment;
  int from;
  int to;
  char *text;
} FramStepForward;

/**
 * FramProgression:
 * @title: the name as the person at the keyboard may see it
 * @case_no: case number
 * @from: first day shown: the enrolment's
 * @to: last day shown
 * @today: the day at the keyboard
 * @enrolled: first day of the enrolment
 * @closed: last day, or %FRAM_DATE_NONE
 * @sets: (element-type FramProgressionSet): in the programme's order
 * @series: (element-type FramIndicatorSeries): by set, in order
 * @weeks: (element-type FramProgressWeek): every week from the first to the last, none left out
 * @moments: (element-type FramMoment): in order
 * @steps: (element-type FramStepForward): worked out, in order of @day; none of the case worker's own belief
 * @talks: (element-type FramDate): worked out: days of ratings, in order; a question to oneself is no talk
 * @sees_attendance: whether weeks may be seen
 * @sees_ratings: whether ratings may be seen
 * @summary: worked out: what the picture shows, in sentences that begin with what holds, see
 *   fram_progression_to_words()
 * @description: worked out: the same at length, question by question: the picture's text alternative, see
 *   fram_progression_describe()
 *
 * All that the progression of one enrolment shows. The desk fills it in as far as the person at the keyboard may see and
 * calls fram_progression_finish(); drawing knows nothing else. There is no total score, and nothing predicts.
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
  GPtrArray *sets;
  GPtrArray *series;
  GArray *weeks;
  GPtrArray *moments;
  GPtrArray *steps;
  GArray *talks;
  gboolean sees_attendance;
  gboolean sees_ratings;
  char *summary;
  char *description;
} FramProgression;

FramProgression *fram_progression_new (FramDate from, FramDate to);
void fram_progression_free (FramProgression *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramProgression, fram_progression_free)

FramProgressionSet *fram_progression_add_set (FramProgression *self, const char *code, const char *name);
FramIndicatorSeries *fram_progression_add_series (FramProgression *self, guint set, const char *name);
FramRatingPoint *fram_indicator_series_add (FramIndicatorSeries *self, FramRater rater, FramDate day, int value,
                                            const char *note);
void fram_progression_add_session (FramProgression *self, FramDate day, FramCounts counts, int planned_minutes,
                                   int attended_minutes);
void fram_progression_set_week_state (FramProgression *self, FramDate monday, FramWeekState state);
FramMoment *fram_progression_add_moment (FramProgression *self, FramMomentKind kind, FramDate day, const char *label,
                                         const char *text);
void fram_progression_finish (FramProgression *self);

gboolean fram_progression_week_is_over (const FramProgression *self, const FramProgressWeek *week);
gboolean fram_progression_week_counts (const FramProgression *self, const FramProgressWeek *week);
const FramIndicatorSeries *fram_progression_get_series (const FramProgression *self, guint n);
const char *fram_indicator_series_get_short_name (const FramIndicatorSeries *self);
const char *fram_moment_kind_get_code (FramMomentKind kind);

G_END_DECLS
