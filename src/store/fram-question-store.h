#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredQuestion:
 *
 * A question to a workshop about a participant, with its answer.
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
  gint64 activity;
  FramUuid activity_id;
  char *activity_code;
  char *activity_name;
  char *text;
  char *line; /* of a trial: the line that is tried, as it is now */
  gboolean of_trial;
  gboolean asked; /* whether the workshop is asked by now; of a trial: after enough days present */
  FramDate day;
  gint64 staff; /* row number of who asked, 0 for nobody */
  char *asker;
  char *answer; /* %NULL: not answered */
  char *answer_text;
  FramDate answered;
  char *answerer;
  gboolean is_news; /* the viewer asked, and has not seen the answer */
} FramStoredQuestion;

/**
 * FramQuestionScope:
 * @enrolment: row number of one enrolment, 0 for all
 * @activity: row number of one workshop or group, 0 for all
 * @question: row number of one question, 0 for all
 * @news: only answers that the viewer asked for and has not seen
 */
typedef struct
{
  gint64 enrolment;
  gint64 activity;
  gint64 question;
  gboolean news;
} FramQuestionScope;

/**
 * FramStoredWorkshop:
 *
 * A workshop where somebody is placed.
 */
typedef struct
{
  FramUuid id;
  char *code;
  char *name;
} FramStoredWorkshop;

/**
 * FramTrialQuestion:
 *
 * Whether one line helps, as it is asked in one place.
 */
typedef struct
{
  FramUuid id;
  FramUuid activity;
  FramDate day;
  FramDate answered; /* %FRAM_DATE_NONE: not answered */
} FramTrialQuestion;

void fram_stored_question_free (FramStoredQuestion *self);
void fram_stored_workshop_free (FramStoredWorkshop *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredQuestion, fram_stored_question_free)

GPtrArray *fram_question_load (FramDb *db, const FramViewer *viewer, const FramQuestionScope *scope, int trial_days,
                               GError **error);
GPtrArray *fram_question_load_open (FramDb *db, gint64 activity, FramDate day, int trial_days, GError **error);
GArray *fram_question_load_of_line (FramDb *db, const FramUuid *line, GError **error);
GPtrArray *fram_question_load_workshops (FramDb *db, gint64 enrolment, FramDate day, gboolean ahead, GError **error);

G_END_DECLS
