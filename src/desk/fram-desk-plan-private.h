#pragma once

#include "fram-desk-plan.h"
#include "fram-desk-private.h"

#include "fram-group-store.h"
#include "fram-plan-store.h"
#include "fram-roster-store.h"
#include "fram-session.h"

G_BEGIN_DECLS

/* Whose plan it is, opened for reading or writing one class of it. */
typedef struct
{
  FramDesk *desk;
  FramStoredPerson *person;
  FramStoredPlan *stored;
  char *name;
} FramPlanCase;

gboolean fram_plan_case_open (FramPlanCase *self, FramDesk *desk, const FramUuid *enrolment, FramClass klass,
                              gboolean write, GError **error);
gboolean fram_plan_case_open_of (FramPlanCase *self, FramDesk *desk, FramEntity entity, const FramUuid *id,
                                 FramClass klass, GError **error);
void fram_plan_case_clear (FramPlanCase *self);
gboolean fram_plan_case_may (FramDesk *desk, FramClass klass, gboolean write, gint64 participant);
gboolean fram_plan_refuse (GError **error, const char *sentence);
gboolean fram_plan_finish (FramDesk *desk, FramChanges *changes, char *sentence, char **what, GError **error);
FramStoredStep *fram_plan_find_step (const GPtrArray *steps, const FramUuid *id);
gboolean fram_plan_holds (FramDate from, FramDate to, FramDate day);
GArray *fram_plan_slots_of (const GArray *slots, gint64 activity, FramDate from, FramDate to);
GArray *fram_plan_sessions (FramDesk *desk, const FramStoredMember *member, FramDate from, FramDate to);
char *fram_plan_hours_words (int minutes);
FramStoredChoice *fram_plan_find_place (FramDesk *desk, const FramUuid *activity, FramDate day, GError **error);

/* Everything that takes the person's time between two days, as it was read. */
typedef struct
{
  FramDesk *desk;
  FramDate from;
  FramDate to;
  GPtrArray *steps;   /* FramStoredStep */
  GArray *slots;      /* FramStoredSlot */
  GPtrArray *members; /* FramStoredMember */
  GArray *places;     /* FramGroupPlace */
  GPtrArray *times;   /* FramStoredTime */
  GPtrArray *pauses;  /* FramStoredPause */
} FramPlanSources;

gboolean fram_plan_sources_load (FramPlanSources *self, const FramPlanCase *of, FramDate from, FramDate to,
                                 GError **error);
void fram_plan_sources_clear (FramPlanSources *self);
GPtrArray *fram_plan_sources_things (const FramPlanSources *self, gint64 except, const FramUuid *replaces);
GArray *fram_plan_sources_others (const FramPlanSources *self, gint64 except, const FramUuid *replaces,
                                  GPtrArray *titles);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramPlanCase, fram_plan_case_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramPlanSources, fram_plan_sources_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredChoice, fram_stored_choice_free)

G_END_DECLS
