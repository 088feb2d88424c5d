#pragma once

#include "fram-desk-adaptation.h"
#include "fram-desk-people.h"

G_BEGIN_DECLS

/**
 * FramAdaptationPlace:
 * @reach: which kind it is
 * @activity: workshop, group or external place
 * @name: its name
 *
 * Where the person is or is going to be, so that an adaptation can apply there.
 */
typedef struct
{
  FramAdaptationReach reach;
  FramUuid activity;
  char *name;
} FramAdaptationPlace;

/**
 * FramAdaptationSheet:
 * @enrolment: whose
 * @adaptations: (element-type FramAdaptation): in the order of writing
 * @areas: (element-type FramChoice): in order
 * @places: (element-type FramAdaptationPlace): where the person is, or is going to be
 * @today: the day it was read
 * @may_write: whether the person at the keyboard may change it
 *
 * What the Adaptations section and its dialogs show of one enrolment, read at once. It is shared and does not change.
 */
typedef struct
{
  FramUuid enrolment;
  GPtrArray *adaptations;
  GPtrArray *areas;
  GPtrArray *places;
  FramDate today;
  gboolean may_write;
} FramAdaptationSheet;

FramAdaptationSheet *fram_adaptation_sheet_read (FramDesk *desk, const FramUuid *enrolment, GError **error);
FramAdaptationSheet *fram_adaptation_sheet_ref (FramAdaptationSheet *self);
void fram_adaptation_sheet_unref (FramAdaptationSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramAdaptationSheet, fram_adaptation_sheet_unref)

const FramAdaptation *fram_adaptation_sheet_find (const FramAdaptationSheet *self, const FramUuid *id);
char *fram_adaptation_where (const FramAdaptation *adaptation);
const char *fram_adaptation_title (const FramAdaptation *adaptation);

G_END_DECLS
