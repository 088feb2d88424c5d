#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramTaskKind:
 * @FRAM_TASK_NOTE: a line of one's own
 * @FRAM_TASK_ABSENCE: "tell the case worker": unnotified absences in a row
 * @FRAM_TASK_CALL: "ask the case worker to call"; no text needed
 *
 * Codes on disk: `note`, `absence`, `call`.
 */
typedef enum
{
  FRAM_TASK_NOTE,
  FRAM_TASK_ABSENCE,
  FRAM_TASK_CALL,
} FramTaskKind;

/**
 * FramTask:
 * @id: the task
 * @kind: its kind
 * @title: what to do, in words, worked out at reading: "Call Göran Lind", "Göran Lind: 3 unnotified absences in a row"
 * @text: (nullable): what was written
 * @participant: whom it is about; none also where the person at the keyboard may not see whom
 * @enrolment: that person's newest enrolment, likewise
 * @case_no: (nullable): case number, for opening
 * @name: (nullable): the name as the person at the keyboard may see it
 * @activity: the workshop it came from, or none
 * @activity_name: (nullable): its name
 * @whose_name: (nullable): for whom
 * @made_by: (nullable): who asked
 * @for_me: whether it is for the person at the keyboard
 * @as_deputy: whether it came to that person as somebody's deputy
 * @made_by_me: whether the person at the keyboard asked
 * @made: when, or %FRAM_DATE_NONE
 * @due: due day, or %FRAM_DATE_NONE
 * @seen: when the one it is for saw it, or %FRAM_DATE_NONE
 * @done: when it was done, or %FRAM_DATE_NONE
 */
typedef struct
{
  FramUuid id;
  FramTaskKind kind;
  char *title;
  char *text;
  FramUuid participant;
  FramUuid enrolment;
  char *case_no;
  char *name;
  FramUuid activity;
  char *activity_name;
  char *whose_name;
  char *made_by;
  gboolean for_me;
  gboolean as_deputy;
  gboolean made_by_me;
  FramDate made;
  FramDate due;
  FramDate seen;
  FramDate done;
} FramTask;

void fram_task_free (FramTask *self);
const char *fram_task_kind_get_code (FramTaskKind kind);

/* Tasks for the person at the keyboard (own, and as deputy of somebody), and those that person has asked others for; not
 * done ones first by due day, then what was done in the last seven days. (element-type FramTask) */
GPtrArray *fram_desk_tasks (FramDesk *self, GError **error);
/* Asks the case worker of a participant: `absence` or `call`. Goes to the case worker in charge, or to the deputy where
 * one holds a grant today; without either to the manager. Due today for a call, the next working day for an absence.
 * An open task of the same kind about the same person is not made twice: `what` then says that it is asked already.
 * One undo step. */
gboolean fram_desk_ask_case_worker (FramDesk *self, const FramUuid *enrolment, const FramUuid *activity,
                                    FramTaskKind kind, const char *text, char **what, GError **error);
gboolean fram_desk_add_task (FramDesk *self, const char *text, FramDate due, const char *case_no, char **what,
                             GError **error);
gboolean fram_desk_set_task_done (FramDesk *self, const FramUuid *task, gboolean done, char **what, GError **error);
/* Marks as seen what is for the person at the keyboard; called when the list is shown. No undo step. */
gboolean fram_desk_see_tasks (FramDesk *self, GError **error);
/* How many wait for the person at the keyboard: the sidebar's figure. */
guint fram_desk_count_tasks (FramDesk *self);

G_END_DECLS
