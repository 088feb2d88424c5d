#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredAdaptation:
 *
 * An adaptation as it lies in the register, with whose it is and its line for the workshop.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 enrolment;
  FramUuid enrolment_id;
  gint64 participant;
  FramUuid participant_id;
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  gboolean is_open; /* the enrolment goes on */
  char *area;
  char *area_name;
  char *barrier;
  char *measure;
  char *aid_kind;
  char *aid_from;
  FramDate aid_applied;
  FramDate aid_received;
  char *aid_carrier;
  char *applies;
  FramUuid activity;
  char *activity_code; /* of a workshop or kind of group; the employer of an external place */
  char *activity_name;
  char *status;
  FramDate made;
  FramDate tried_from;
  FramDate in_place_from;
  FramDate ended;
  FramDate review_by;
  char *own_words;
  char *agreed_by;
  FramUuid line_id;
  char *line;
  FramDate reviewed; /* newest review */
  char *outcome;     /* what came of it */
} FramStoredAdaptation;

/**
 * FramStoredReview:
 *
 * One review.
 */
typedef struct
{
  FramUuid id;
  FramDate day;
  char *outcome;
  char *note;
  char *author;
} FramStoredReview;

/**
 * FramAdaptationScope:
 * @enrolment: row number of one enrolment, 0 for all
 * @due_by: only those that go on, of enrolments that go on, and are to be reviewed by this day; %FRAM_DATE_NONE for all
 */
typedef struct
{
  gint64 enrolment;
  FramDate due_by;
} FramAdaptationScope;

void fram_stored_adaptation_free (FramStoredAdaptation *self);
void fram_stored_review_free (FramStoredReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredAdaptation, fram_stored_adaptation_free)

GPtrArray *fram_adaptation_load (FramDb *db, const FramViewer *viewer, const FramAdaptationScope *scope,
                                 GError **error);
FramStoredAdaptation *fram_adaptation_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id,
                                                GError **error);
guint fram_adaptation_count_due (FramDb *db, const FramViewer *viewer, FramDate day);
GPtrArray *fram_adaptation_load_reviews (FramDb *db, const FramViewer *viewer, gint64 adaptation, GError **error);

G_END_DECLS
