#pragma once

#include "fram-adaptation.h"
#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramAdaptationReview:
 * @id: the review
 * @day: when
 * @outcome: what came of it, or -1 where nothing is said
 * @note: (nullable): what was said
 * @author: (nullable): who reviewed
 */
typedef struct
{
  FramUuid id;
  FramDate day;
  int outcome;
  char *note;
  char *author;
} FramAdaptationReview;

/**
 * FramAdaptation:
 * @id: which one
 * @enrolment: in which enrolment
 * @participant: whose
 * @case_no: case number
 * @name: as the person at the keyboard may see it
 * @is_open: whether the enrolment goes on
 * @area: (nullable): code of the area
 * @area_name: (nullable): its name
 * @barrier: (nullable): what is difficult, in terms of what is done
 * @measure: (nullable): what is tried or agreed
 * @aid_kind: (nullable): work aid: what it is
 * @aid_from: (nullable): where it comes from
 * @aid_applied: when it was applied for, or %FRAM_DATE_NONE
 * @aid_received: when it came, or %FRAM_DATE_NONE
 * @aid_carrier: (nullable): who brings it to a new place, before the first day there
 * @reach: where it applies
 * @activity: which workshop, group or external place, or none
 * @activity_code: (nullable): its code
 * @activity_name: (nullable): its name
 * @line: (nullable): what to do, for the workshop
 * @status: how it stands
 * @made: when it was written, or %FRAM_DATE_NONE for imported ones
 * @tried_from: first day of the trial, or %FRAM_DATE_NONE
 * @in_place_from: since when it is in place, or %FRAM_DATE_NONE
 * @ended: its last day, or %FRAM_DATE_NONE
 * @review_by: when it is to be reviewed, or %FRAM_DATE_NONE
 * @reviewed: day of the newest review, or %FRAM_DATE_NONE
 * @outcome: what came of it, or -1
 * @own_words: (nullable): the participant's
 * @agreed_by: (nullable): who agreed
 * @is_due: whether the review is due today or late
 * @words: how it stands, in words: "On trial since 3 November, review by 1 December"
 *
 * An adaptation (*anpassning*): barrier, agreed adjustment, since when, reviewed when (FIELD.md, "Adaptations"). Class
 * need; the line alone is class instruct, and all that a workshop learns.
 */
typedef struct
{
  FramUuid id;
  FramUuid enrolment;
  FramUuid participant;
  char *case_no;
  char *name;
  gboolean is_open;
  char *area;
  char *area_name;
  char *barrier;
  char *measure;
  char *aid_kind;
  char *aid_from;
  FramDate aid_applied;
  FramDate aid_received;
  char *aid_carrier;
  FramAdaptationReach reach;
  FramUuid activity;
  char *activity_code;
  char *activity_name;
  char *line;
  FramAdaptationStatus status;
  FramDate made;
  FramDate tried_from;
  FramDate in_place_from;
  FramDate ended;
  FramDate review_by;
  FramDate reviewed;
  int outcome;
  char *own_words;
  char *agreed_by;
  gboolean is_due;
  char *words;
} FramAdaptation;

void fram_adaptation_free (FramAdaptation *self);
void fram_adaptation_review_free (FramAdaptationReview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramAdaptation, fram_adaptation_free)

/**
 * FramAdaptationQuery:
 * @enrolment: (nullable): only of one enrolment
 * @due_by: only what is to be reviewed by this day; %FRAM_DATE_NONE for all
 *
 * What is asked for.
 */
typedef struct
{
  const FramUuid *enrolment;
  FramDate due_by;
} FramAdaptationQuery;

/* Of one enrolment in the order of writing, else by the day of review. Class need; people whose needs one may not read
 * are left out. Reading those of one enrolment, and a list of many, is logged. (element-type FramAdaptation) */
GPtrArray *fram_desk_adaptations (FramDesk *self, const FramAdaptationQuery *query, GError **error);
FramAdaptation *fram_desk_adaptation (FramDesk *self, const FramUuid *id, GError **error);
/* How many are to be reviewed today, or late: a figure for the sidebar, not logged. */
guint fram_desk_count_reviews (FramDesk *self);
/* Newest first. (element-type FramAdaptationReview) */
GPtrArray *fram_desk_adaptation_reviews (FramDesk *self, const FramUuid *id, GError **error);
/* Whether the person at the keyboard may write the needs of an enrolment: it goes on, and the role allows it. */
gboolean fram_desk_may_adapt (FramDesk *self, const FramUuid *enrolment);

/**
 * FramAdaptationEdit:
 *
 * An adaptation as it is written; fields as in #FramAdaptation. What is %NULL or empty is not there. @review_by
 * %FRAM_DATE_NONE on something that is tried or in place is set to the last day there may be.
 */
typedef struct
{
  const char *area;
  const char *barrier;
  const char *measure;
  const char *aid_kind;
  const char *aid_from;
  FramDate aid_applied;
  FramDate aid_received;
  const char *aid_carrier;
  FramAdaptationReach reach;
  FramUuid activity;
  const char *line;
  FramAdaptationStatus status;
  FramDate tried_from;
  FramDate in_place_from;
  FramDate ended;
  FramDate review_by;
  const char *own_words;
  const char *agreed_by;
} FramAdaptationEdit;

void fram_adaptation_edit_init (FramAdaptationEdit *edit);
void fram_adaptation_edit_init_from (FramAdaptationEdit *edit,
                                     const FramAdaptation *adaptation); /* borrows its texts */

/* One undo step each; `what` is the sentence for the toast. All or nothing. FRAM_ERROR_INVALID with one sentence (@field
 * says where), DENIED. Its line stands on rosters from the first day of the trial, as long as it is tried or in place. */
gboolean fram_desk_save_adaptation (FramDesk *self, const FramUuid *enrolment, const FramUuid *id,
                                    const FramAdaptationEdit *edit, FramAdaptationField *field, char **what,
                                    GError **error);
/* What a mapping talk gives: several at once, one undo step; @which is the one that is wrong. */
gboolean fram_desk_add_adaptations (FramDesk *self, const FramUuid *enrolment, const FramAdaptationEdit *edits, guint n,
                                    guint *which, FramAdaptationField *field, char **what, GError **error);
/* A slip; what is over is ended. */
gboolean fram_desk_remove_adaptation (FramDesk *self, const FramUuid *id, char **what, GError **error);

/**
 * FramReviewEdit:
 * @day: when
 * @outcome: what came of it
 * @note: (nullable): what was said
 * @status: how it stands now, see fram_adaptation_after_review()
 * @review_by: the next one, or %FRAM_DATE_NONE: the last day there may be
 * @line: (nullable): what the workshop is told from now on; %NULL where it stays as it is
 */
typedef struct
{
  FramDate day;
  FramReviewOutcome outcome;
  const char *note;
  FramAdaptationStatus status;
  FramDate review_by;
  const char *line;
} FramReviewEdit;

gboolean fram_desk_review_adaptation (FramDesk *self, const FramUuid *id, const FramReviewEdit *edit,
                                      FramAdaptationField *field, char **what, GError **error);

G_END_DECLS
