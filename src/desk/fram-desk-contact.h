#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramCallKind:
 *
 * Whom "Call" offers.
 */
typedef enum
{
  FRAM_CALL_PARTICIPANT,
  FRAM_CALL_CASE_WORKER,
  FRAM_CALL_EMERGENCY,
} FramCallKind;

/**
 * FramCall:
 * @kind: whom
 * @name: "Amina Hassan", the case worker's or the emergency contact's name
 * @phone: the number as written
 *
 * A number that can be called. There is one only where the person at the keyboard may see it.
 */
typedef struct
{
  FramCallKind kind;
  char *name;
  char *phone;
} FramCall;

void fram_call_free (FramCall *self);

/* (element-type FramCall), may be empty. That the numbers were shown is logged (class phone). Protected people only for
 * who is named for them. */
GPtrArray *fram_desk_calls (FramDesk *self, const FramUuid *enrolment, GError **error);
/* Logs that a number was called. */
gboolean fram_desk_log_call (FramDesk *self, const FramUuid *enrolment, FramCallKind kind, GError **error);

/* "I saw": a strength noticed in the workshop in a few words (class instruct, entity `seen`); agreed: the participant has
 * said yes to have it in Mina steg. One undo step. */
gboolean fram_desk_save_seen (FramDesk *self, const FramUuid *enrolment, const char *text, gboolean agreed, char **what,
                              GError **error);

/* "I stand in here today": workshops the person at the keyboard may stand in at, and doing so until midnight: logged; the
 * person has the leader's rights there from the next read on. `person-changed` is not emitted, `changed` (house) is. */
GPtrArray *fram_desk_stand_in_places (FramDesk *self,
                                      GError **error); /* (element-type FramActivityCount): not begun yet */
gboolean fram_desk_stand_in (FramDesk *self, const FramUuid *workshop, char **what, GError **error);

/* An unplanned visitor by case number: a placement of that one day. Tells nothing of people outside one's own: whatever
 * the number, the only answers are done, "there is nobody with that case number who can visit", or "is here already".
 * `enrolment` is the row that can then be marked. One undo step. */
gboolean fram_desk_add_visitor (FramDesk *self, const FramUuid *workshop, FramDate day, const char *case_no,
                                FramUuid *enrolment, char **what, GError **error);

/* The tasks of a workshop to choose from as the task of the day ("Oiling boards"), as its list says. */
GStrv fram_desk_workshop_tasks (FramDesk *self, const FramUuid *workshop, GError **error);

G_END_DECLS
