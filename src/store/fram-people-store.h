#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredCase:
 *
 * A participant with the newest enrolment and referral; fields the viewer may not see are unset.
 */
typedef struct
{
  gint64 participant;
  FramUuid participant_id;
  gint64 enrolment;
  FramUuid enrolment_id;
  char *case_no;
  char *given_name;
  char *family_name;
  char *sort_key;
  gboolean is_protected;
  char *sex;
  FramDate birth_date;
  char *organisation;
  FramDate received;
  FramDate decided;
  char *decision_kind;
  FramDate enrolled;
  FramDate introduction_until;
  FramDate closed;
  FramDate followed_up;
  char *workshops;
  char *workshop_codes;
} FramStoredCase;

void fram_stored_case_free (FramStoredCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredCase, fram_stored_case_free)

GPtrArray *fram_people_load (FramDb *db, const FramViewer *viewer, const char *search, gint64 workshop, guint limit,
                             GError **error);
FramStoredCase *fram_people_load_one (FramDb *db, const FramViewer *viewer, const char *case_no_or_id, GError **error);
gboolean fram_people_may (FramDb *db, const FramViewer *viewer, FramClass klass, gint64 participant);
gboolean fram_people_find_group (FramDb *db, const char *case_no, const char *kind, FramDate day, FramUuid *group);
gboolean fram_people_may_plan (FramDb *db, const FramViewer *viewer, gint64 participant);
char *fram_people_next_case_no (FramDb *db, int year);

/**
 * FramPlacementStep:
 *
 * A placement with its plan.
 */
typedef struct
{
  FramUuid id;
  char *workshop;
  FramDate from;
  FramDate to;
  int weekly_minutes;
} FramPlacementStep;

GPtrArray *fram_people_load_placements (FramDb *db, gint64 enrolment, GError **error);
GArray *fram_people_load_plan (FramDb *db, gint64 enrolment, gint64 activity, GArray **ids, GError **error);

G_END_DECLS
