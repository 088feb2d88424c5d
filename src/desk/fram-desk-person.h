#pragma once

#include "fram-desk-people.h"
#include "fram-slot.h"

G_BEGIN_DECLS

/**
 * FramStay:
 * @id: the placement or membership
 * @activity: code of the workshop or group
 * @name: its name in the person's language
 * @is_group: whether it is a group
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE while it goes on
 * @weekly_minutes: minutes a week agreed, -1 where nothing is written
 * @slots: (element-type FramSlotSpec): the weekly plan in force today, or the last one of a stay that has ended or the
 *   first one of a stay to come
 *
 * One stay of a participant in a workshop or group.
 */
typedef struct
{
  FramUuid id;
  char *activity;
  char *name;
  gboolean is_group;
  FramDate from;
  FramDate to;
  int weekly_minutes;
  GArray *slots;
} FramStay;

/**
 * FramPerson:
 * @row: what lists show
 * @given_name: (nullable): given name in full; %NULL where the person at the keyboard sees initials only
 * @family_name: (nullable): likewise
 * @organisation: (nullable): name of the referring organisation
 * @phone: (nullable): phone; %NULL where there is none or the role does not see it
 * @case_workers: (nullable): names of today's case workers
 * @may_edit: whether the person at the keyboard may change names, birth date and enrolment
 * @may_edit_phone: whether that is so for the phone
 * @may_place: whether that is so for placements and weekly plans
 * @sees_plan: whether @stays is what there is, and not just what may be seen
 * @stays: (element-type FramStay): latest first
 *
 * One participant, as far as the person at the keyboard may see.
 */
typedef struct
{
  FramPersonRow *row;
  char *given_name;
  char *family_name;
  char *organisation;
  char *phone;
  char *case_workers;
  gboolean may_edit;
  gboolean may_edit_phone;
  gboolean may_place;
  gboolean sees_plan;
  GPtrArray *stays;
} FramPerson;

void fram_person_free (FramPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramPerson, fram_person_free)

/* One participant by case number or UUID; opening is logged. */
FramPerson *fram_desk_person (FramDesk *self, const char *case_no_or_id, GError **error);

/* Ends a placement with a day, and its weekly plan with it. One undo step. */
gboolean fram_desk_end_placement (FramDesk *self, const char *case_no_or_id, const FramUuid *placement,
                                  FramDate last_day, GError **error);

/* Groups that have not ended: code and name. (element-type FramChoice) */
GPtrArray *fram_desk_group_choices (FramDesk *self, GError **error);

G_END_DECLS
