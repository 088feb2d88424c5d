#pragma once

#include "fram-desk.h"
#include "fram-series.h"

G_BEGIN_DECLS

/**
 * FramGroupScope:
 * @FRAM_GROUP_THIS: this session only
 * @FRAM_GROUP_FOLLOWING: this session and all that follow
 * @FRAM_GROUP_ALL: all sessions of the group
 *
 * What a change of a session holds for. The window and the command line always say which.
 */
typedef enum
{
  FRAM_GROUP_THIS,
  FRAM_GROUP_FOLLOWING,
  FRAM_GROUP_ALL,
} FramGroupScope;

/**
 * FramGroupLeading:
 * @staff: who
 * @name: the name, for showing
 * @from: first day, %FRAM_DATE_NONE from the beginning
 * @to: last day, %FRAM_DATE_NONE while it goes on
 */
typedef struct
{
  FramUuid staff;
  char *name;
  FramDate from;
  FramDate to;
} FramGroupLeading;

/**
 * FramGroup:
 * @id: the group; none for a new one
 * @code: its code, constant; (nullable) for a new one: it is made from the kind
 * @kind: code of its kind
 * @name: (nullable): the name it is given
 * @shown_name: what it is called
 * @place: the place, or none
 * @capacity: 0 where that is not known
 * @sessions: of a course: how many are held; 0 where it goes on
 * @rrule: the days as they are now
 * @first: the first day
 * @last: the last day, or %FRAM_DATE_NONE
 * @ends: of a course, worked out: the day of its last session
 * @starts: minutes since midnight
 * @minutes: length
 * @next_line: (nullable): the line for next time, "Next time: we bring a photo"
 * @meets: (nullable): who meets somebody new, and where
 * @active: still used
 * @leaders: (element-type FramGroupLeading): who leads it now or later
 * @own: the person at the keyboard leads it
 * @may_change: may change its sessions
 * @may_keep: may change the group as such, its leaders and whether it is used
 * @members: how many have a place today
 * @waiting: how many wait for one
 * @base: (nullable): as it was read; saving writes only what differs from it, and never what was not to be seen in it
 *
 * A group as it is kept.
 */
typedef struct _FramGroup FramGroup;
struct _FramGroup
{
  FramUuid id;
  char *code;
  char *kind;
  char *name;
  char *shown_name;
  FramUuid place;
  int capacity;
  int sessions;
  char *rrule;
  FramDate first;
  FramDate last;
  FramDate ends;
  int starts;
  int minutes;
  char *next_line;
  char *meets;
  gboolean active;
  GPtrArray *leaders;
  gboolean own;
  gboolean may_change;
  gboolean may_keep;
  int members;
  int waiting;
  FramGroup *base;
};

FramGroup *fram_group_new (void);
void fram_group_add_leader (FramGroup *self, const FramUuid *staff, const char *name, FramDate from, FramDate to);
void fram_group_free (FramGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramGroup, fram_group_free)

/**
 * FramGroupKind:
 * @code: its code
 * @name: in the person's language
 * @minutes: how long a session usually is, -1 where that is not said
 * @sessions: of a course: how many there usually are, 0 where it goes on
 *
 * A kind of group that the profile has; a new group of it begins with these.
 */
typedef struct
{
  char *code;
  char *name;
  int minutes;
  int sessions;
} FramGroupKind;

void fram_group_kind_free (FramGroupKind *self);
/* (element-type FramGroupKind): the kinds that are used, in order. */
GPtrArray *fram_desk_group_kinds (FramDesk *self, GError **error);

/**
 * FramSessionEdit:
 * @day: another day, or the same; with %FRAM_GROUP_FOLLOWING and %FRAM_GROUP_ALL its weekday counts
 * @starts: minutes since midnight, %FRAM_TIME_NONE as in the series
 * @minutes: length, -1 as in the series
 * @place: the place, or none as in the series
 * @substitute: who steps in, or none; of one session only
 * @reason: (nullable): why, for all to read
 * @shown: (nullable): how the session was shown; what is the same there is not changed, whoever has changed it meanwhile
 *
 * How a session is to be.
 */
typedef struct _FramSessionEdit FramSessionEdit;
struct _FramSessionEdit
{
  FramDate day;
  int starts;
  int minutes;
  FramUuid place;
  FramUuid substitute;
  char *reason;
  const FramSessionEdit *shown;
};

/* All of them: one transaction, one undo step, `what` a translated sentence for the toast. A session is named by its group
 * and its day by the series (FramScheduleSession.planned). */
GPtrArray *fram_desk_list_groups (FramDesk *self, gboolean also_inactive, GError **error);
FramGroup *fram_desk_group (FramDesk *self, const FramUuid *id, GError **error);
gboolean fram_desk_save_group (FramDesk *self, const FramGroup *group, FramUuid *id, char **what, GError **error);
/* What a scope would mean before it is chosen: how many sessions, from when to when; -1 where it is refused, with why. Of a
 * group that goes on @to is FRAM_DATE_NONE, and the sessions of the next year are counted. */
int fram_desk_count_scope (FramDesk *self, const FramUuid *group, FramDate planned, FramGroupScope scope,
                           FramDate *from, FramDate *to, GError **error);
gboolean fram_desk_change_session (FramDesk *self, const FramUuid *group, FramDate planned, FramGroupScope scope,
                                   const FramSessionEdit *edit, char **what, GError **error);
gboolean fram_desk_cancel_session (FramDesk *self, const FramUuid *group, FramDate planned, FramGroupScope scope,
                                   const char *reason, char **what, GError **error);
/* As it was planned again: takes back a move, a cancellation, a substitute. */
gboolean fram_desk_restore_session (FramDesk *self, const FramUuid *group, FramDate planned, char **what,
                                    GError **error);
gboolean fram_desk_add_session (FramDesk *self, const FramUuid *group, const FramSessionEdit *edit, char **what,
                                GError **error);
gboolean fram_desk_set_substitute (FramDesk *self, const FramUuid *group, FramDate planned, const FramUuid *staff,
                                   char **what, GError **error);
gboolean fram_desk_set_session_remark (FramDesk *self, const FramUuid *group, FramDate planned, const char *remark,
                                       char **what, GError **error);
gboolean fram_desk_set_next_line (FramDesk *self, const FramUuid *group, const char *line, char **what, GError **error);

/* Who can lead a group or step in: (element-type FramStaff) staff that work here. */
GPtrArray *fram_desk_group_staff (FramDesk *self, GError **error);
/* (element-type FramScheduleWho in fram-desk-schedule.h): rooms and other places. A new name makes a place. */
gboolean fram_desk_find_or_add_place (FramDesk *self, const char *name, FramUuid *place, GError **error);

/**
 * FramGroupMember:
 * @membership: the membership
 * @enrolment: whose
 * @participant: the person
 * @name: as the person at the keyboard may see it
 * @phone: (nullable): phone, by who may see it
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @waiting: waits for a place
 * @is_new: comes to the first or second session: new in the group
 * @may_open: the participant's page may be opened
 *
 * Who is in a group, for those who may see its names.
 */
typedef struct
{
  FramUuid membership;
  FramUuid enrolment;
  FramUuid participant;
  char *name;
  char *phone;
  FramDate from;
  FramDate to;
  gboolean waiting;
  gboolean is_new;
  gboolean may_open;
} FramGroupMember;

void fram_group_member_free (FramGroupMember *self);
/* Members and people waiting on a day and later, by name; FRAM_ERROR_DENIED for groups whose names one may not see. */
GPtrArray *fram_desk_group_members (FramDesk *self, const FramUuid *group, FramDate day, GError **error);

G_END_DECLS
