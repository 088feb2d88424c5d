#pragma once

#include "fram-desk-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramDeedKind:
 *
 * What can be done to a plan beside steps, which have a dialog of their own.
 */
typedef enum
{
  FRAM_DEED_MAIN_GOAL,
  FRAM_DEED_SAVE_GOAL,
  FRAM_DEED_REACH_GOAL,
  FRAM_DEED_REMOVE_GOAL,
  FRAM_DEED_TARGET,
  FRAM_DEED_EXTEND,
  FRAM_DEED_PAUSE,
  FRAM_DEED_REMOVE_PAUSE,
  FRAM_DEED_END_STEP,
  FRAM_DEED_REMOVE_STEP,
  FRAM_DEED_JOIN,
  FRAM_DEED_LEAVE,
  FRAM_DEED_TAKE_PLACE,
} FramDeedKind;

/**
 * FramPlanDeed:
 * @kind: what
 * @enrolment: whose
 * @id: to what: a milestone, pause, placement, membership, or the group that is joined; none for a new thing
 * @activity: of a milestone: the workshop that is told
 * @day: the day it is about, the first one of several
 * @until: the last day; of a milestone when it was reached
 * @text: (nullable): goal, reason
 * @line: (nullable): of a milestone: what the workshop is told
 *
 * One deed on its way to the desk.
 */
typedef struct
{
  FramDeedKind kind;
  FramUuid enrolment;
  FramUuid id;
  FramUuid activity;
  FramDate day;
  FramDate until;
  char *text;
  char *line;
} FramPlanDeed;

FramPlanDeed *fram_plan_deed_new (FramDeedKind kind, const FramUuid *enrolment, const FramUuid *id);
void fram_plan_deed_free (FramPlanDeed *self);
/* A #FramDeskFunc over a deed; the answer is the sentence for a toast. */
gpointer fram_plan_deed_do (FramDesk *desk, gpointer deed, GCancellable *cancellable, GError **error);
/* Does it off the main loop and says in the window what was done, or why not. */
void fram_plan_deed_run (GtkWidget *inside, FramDesk *desk, FramPlanDeed *deed);

G_END_DECLS
