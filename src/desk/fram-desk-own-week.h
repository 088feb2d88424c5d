#pragma once

#include "fram-desk.h"
#include "fram-paper.h"
#include "fram-schedule.h"

G_BEGIN_DECLS

/**
 * FramOwnKind:
 * @FRAM_OWN_WORK: hours in a workshop or at an external place
 * @FRAM_OWN_SESSION: a session of a group
 * @FRAM_OWN_TALK: a meeting or a talk
 * @FRAM_OWN_LEAVE: an agreed leave
 * @FRAM_OWN_AWAY: an absence that was told, or an appointment elsewhere
 *
 * What stands in somebody's own week.
 */
typedef enum
{
  FRAM_OWN_WORK,
  FRAM_OWN_SESSION,
  FRAM_OWN_TALK,
  FRAM_OWN_LEAVE,
  FRAM_OWN_AWAY,
} FramOwnKind;

/**
 * FramOwnThing:
 * @kind: what
 * @id: the placement, membership, booking or pause
 * @activity: of a session: the group; else none
 * @colour: of a session: number of the colour
 * @day: the day
 * @starts: minutes since midnight, %FRAM_TIME_NONE for the whole day
 * @ends: likewise
 * @title: what it is called
 * @place: (nullable): where
 * @note: (nullable): what is special: why it is cancelled, where it went
 * @cancelled: is called off
 * @is_away: the empty place of a session that was moved
 *
 * Something in somebody's own week.
 */
typedef struct
{
  FramOwnKind kind;
  FramUuid id;
  FramUuid activity;
  guint colour;
  FramDate day;
  int starts;
  int ends;
  char *title;
  char *place;
  char *note;
  gboolean cancelled;
  gboolean is_away;
} FramOwnThing;

/**
 * FramOwnWeek:
 * @enrolment: whose
 * @participant: whose
 * @name: the name as it may be shown
 * @monday: first day
 * @today: today
 * @things: (element-type FramOwnThing): by day and time; the tag of a block in @picture is the index
 * @picture: the week to draw; Saturday and Sunday only where something stands there
 * @sees_all: all of it may be seen; else it is own groups and own bookings only
 *
 * A participant's own week.
 */
typedef struct
{
  FramUuid enrolment;
  FramUuid participant;
  char *name;
  FramDate monday;
  FramDate today;
  GPtrArray *things;
  FramSchedulePicture *picture;
  gboolean sees_all;
} FramOwnWeek;

void fram_own_week_free (FramOwnWeek *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramOwnWeek, fram_own_week_free)

/* The week that @day lies in. FRAM_ERROR_NOT_FOUND also where nobody may be seen; FRAM_ERROR_DENIED where nothing of the
 * plan may be seen. */
FramOwnWeek *fram_desk_own_week (FramDesk *self, const FramUuid *enrolment, FramDate day, GError **error);
void fram_desk_own_week_async (FramDesk *self, const FramUuid *enrolment, FramDate day, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
FramOwnWeek *fram_desk_own_week_finish (FramDesk *self, GAsyncResult *result, GError **error);

/* The week on paper, for the participant, in large letters; it is logged where it is printed or saved
 * (fram-desk-paper.h). */
FramPaper *fram_desk_own_week_paper (FramDesk *self, const FramUuid *enrolment, FramDate day, GError **error);

G_END_DECLS
