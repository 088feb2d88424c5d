#pragma once

#include "fram-desk-roster.h"
#include "fram-desk-schedule.h"
#include "fram-desk-task.h"

G_BEGIN_DECLS

/**
 * FramRosterTaken:
 * @activity: the workshop or group
 * @code: its code
 * @name: its name
 * @is_group: whether it is a group
 * @own: whether it is the person's own
 * @day: the day
 * @expected: people expected
 * @marked: of them, marked
 * @present: of them, present or late
 * @first_from: when the first of them is expected, minutes, or %FRAM_TIME_NONE
 * @unmarked_due: expected people without a mark whose time has begun; later ones are not missing yet
 * @last_by: (nullable): who marked there last, that day or before; %NULL for nobody, or the system
 * @last_at: when, UTC milliseconds, 0 for never
 *
 * How far a roster of a day has been taken (FIELD.md, "Attendance": rolls not taken).
 */
typedef struct
{
  FramUuid activity;
  char *code;
  char *name;
  gboolean is_group;
  gboolean own;
  FramDate day;
  int expected;
  int marked;
  int present;
  int first_from;
  int unmarked_due;
  char *last_by;
  gint64 last_at;
} FramRosterTaken;

void fram_roster_taken_free (FramRosterTaken *self);

/* Every roster of the days that the person may see, days in order, own first; days off and days to come are left out.
 * (element-type FramRosterTaken) */
GPtrArray *fram_desk_rosters_taken (FramDesk *self, FramDate from, FramDate to, GError **error);

/**
 * FramHintKind:
 *
 * What the day asks somebody to think of.
 */
typedef enum
{
  FRAM_HINT_FIRST_DAY,
  FRAM_HINT_LAST_DAY,
  FRAM_HINT_HOURS_CHANGED,
  FRAM_HINT_RETURNS,
  FRAM_HINT_UNNOTIFIED,
} FramHintKind;

/**
 * FramHint:
 * @kind: what
 * @enrolment: about whom
 * @activity: where
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @activity_name: the workshop's name
 * @count: unnotified absences in a row, 0 for other kinds
 * @text: the sentence: "Göran Lind is away without notice for the third time in a row."
 * @detail: (nullable): more, as the lines of the first-day card or the day's hours
 * @own_person: whether it is one of a case worker's own participants, whom the case worker calls
 * @asked: whether the case worker has been told or asked to call, and has not done it yet
 */
typedef struct
{
  FramHintKind kind;
  FramUuid enrolment;
  FramUuid activity;
  char *case_no;
  char *name;
  char *activity_name;
  guint count;
  char *text;
  char *detail;
  gboolean own_person;
  gboolean asked;
} FramHint;

/**
 * FramOwnToday:
 * @n_people: participants whose case worker the person is, or is deputy for
 * @of_status: of them, per status by the index of fram_desk_get_statuses(); each person counts once, by what tells most
 * @unmarked: of them, expected somewhere and not marked anywhere; they are in no rate
 * @no_session: of them, not expected anywhere
 *
 * "My participants today".
 */
typedef struct
{
  guint n_people;
  guint of_status[16];
  guint unmarked;
  guint no_session;
} FramOwnToday;

/**
 * FramNeedKind:
 *
 * What a participant needs of somebody now.
 */
typedef enum
{
  FRAM_NEED_GAP,
  FRAM_NEED_COMMITMENT,
  FRAM_NEED_TALK,
  FRAM_NEED_FOLLOW_UP,
  FRAM_NEED_CLOSING,
  FRAM_NEED_INCOME,
  FRAM_NEED_MILESTONE,
  FRAM_NEED_REVIEW,
  FRAM_NEED_AID,
  FRAM_NEED_ANSWER,
  FRAM_N_NEED_KINDS
} FramNeedKind;

/**
 * FramNeed:
 * @kind: what
 * @participant: whose
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @text: what it is, without the name
 * @section: section of the participant's page where it is solved, with "+" and what is begun there
 * @late: whether it should have been done
 *
 * Something about a participant that waits.
 */
typedef struct
{
  FramNeedKind kind;
  FramUuid participant;
  char *case_no;
  char *name;
  char *text;
  char *section;
  gboolean late;
} FramNeed;

/**
 * FramTodayMember:
 * @enrolment: whose
 * @participant: the person
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @is_new: comes to the first or second session of a group that others know already
 * @status: (nullable): what is marked
 * @away: (nullable): what was told beforehand and is not marked yet
 * @away_text: (nullable): the hours of an absence of a part of the day
 * @may_open: whether the participant's page may be opened; else there is the card of a member
 *
 * Who comes to a session of a group.
 */
typedef struct
{
  FramUuid enrolment;
  FramUuid participant;
  char *case_no;
  char *name;
  gboolean is_new;
  const FramStatus *status;
  const FramStatus *away;
  char *away_text;
  gboolean may_open;
} FramTodayMember;

/**
 * FramTodayGroup:
 * @group: the group
 * @name: what it is called
 * @day: the day of the session: today, or of the next one where none is held today
 * @planned: its day by the series
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @ends: likewise
 * @place: (nullable): where
 * @with: (nullable): who else leads it
 * @held: whether it is held that day
 * @to_day: where one that was moved away went, else %FRAM_DATE_NONE
 * @returns: of one that is called off: the day of the next one, else %FRAM_DATE_NONE
 * @change: what became of it
 * @reason: (nullable): why it is changed
 * @steps_in: whether the person at the keyboard is the substitute
 * @next_line: (nullable): the line for next time
 * @number: the how manieth session, 0 where it is not held
 * @of: of a course: of how many, else 0
 * @may_mark: whether the person may mark there
 * @expected: people expected
 * @marked: of them, marked
 * @present: of them, present or late
 * @to_mark: of them, not marked and not said to be away the whole day
 * @members: (element-type FramTodayMember): who is expected, by name; empty of another day than today
 *
 * A session of a group that the person at the keyboard leads.
 */
typedef struct
{
  FramUuid group;
  char *name;
  FramDate day;
  FramDate planned;
  int starts;
  int ends;
  char *place;
  char *with;
  gboolean held;
  FramDate to_day;
  FramDate returns;
  FramSessionChangeKind change;
  char *reason;
  gboolean steps_in;
  char *next_line;
  int number;
  int of;
  gboolean may_mark;
  int expected;
  int marked;
  int present;
  int to_mark;
  GPtrArray *members;
} FramTodayGroup;

/**
 * FramMyMeeting:
 * @participant: with whom
 * @enrolment: in which enrolment, or none
 * @may_open: whether the participant's page may be opened
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @title: its kind in words
 * @text: (nullable): how long, where, and whether an interpreter comes
 * @day: the day
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @over: whether its time has passed
 *
 * What stands in one's own calendar.
 */
typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  gboolean may_open;
  char *case_no;
  char *name;
  char *title;
  char *text;
  FramDate day;
  int starts;
  gboolean over;
} FramMyMeeting;

/**
 * FramHouseToday:
 * @places: places in all workshops
 * @taken: of them, taken today
 * @case_load: so many participants a case worker is to have at most
 * @n_over: case workers who have more
 * @over: (nullable): who, with how many: "Anna Berg 17"
 * @n_leaderless: workshops without a leader on the next working day
 * @leaderless: (nullable): which
 * @n_gaps: participants with a present or coming gap
 *
 * How the house stands, for a manager.
 */
typedef struct
{
  int places;
  int taken;
  int case_load;
  guint n_over;
  char *over;
  guint n_leaderless;
  char *leaderless;
  guint n_gaps;
} FramHouseToday;

/**
 * FramToday:
 * @day: the day shown
 * @day_note: (nullable): why nobody is expected: "Christmas Day", "Weekend"
 * @rosters: (element-type FramRosterTaken): the day's rosters: own ones, or all for whom the house is
 * @missing: (element-type FramRosterTaken): rosters of earlier days of this week with people unmarked, newest first
 * @tasks: (element-type FramTask): see fram_desk_tasks()
 * @hints: (element-type FramHint): of own rosters, or of own participants for a case worker; what presses most first
 * @whole_house: whether the rosters are those of the whole house
 * @has_people: whether the person is a case worker, who has participants of their own
 * @own: of a case worker's participants
 * @needs: (element-type FramNeed): what participants need, by kind, most urgent first
 * @meetings: (element-type FramMyMeeting): today's of one's own, then those of the next day with any
 * @house: (nullable): how the house stands, for a manager
 * @groups: (element-type FramTodayGroup): today's sessions of groups that the person leads, and the next one where none is
 *   held today
 * @people: (element-type FramTodayMember): who is in those groups, by name: whom a talk can be booked with
 * @n_waiting: open tasks for the person: the sidebar's figure
 * @n_to_take: rosters that are the person's to take and have people unmarked whose time has begun
 *
 * The first page of the day.
 */
typedef struct
{
  FramDate day;
  char *day_note;
  GPtrArray *rosters;
  GPtrArray *missing;
  GPtrArray *tasks;
  GPtrArray *hints;
  gboolean whole_house;
  gboolean has_people;
  FramOwnToday own;
  GPtrArray *needs;
  GPtrArray *meetings;
  FramHouseToday *house;
  GPtrArray *groups;
  GPtrArray *people;
  guint n_waiting;
  guint n_to_take;
} FramToday;

void fram_today_free (FramToday *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramToday, fram_today_free)

void fram_hint_free (FramHint *self);

FramToday *fram_desk_today (FramDesk *self, FramDate day, GError **error);

G_END_DECLS
