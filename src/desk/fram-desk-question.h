#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramWorkshopAnswer:
 * @FRAM_WORKSHOP_HELPS: what is tried helps; it goes well
 * @FRAM_WORKSHOP_DOES_NOT_HELP: it does not help
 * @FRAM_WORKSHOP_IN_WORDS: neither, but something was written
 *
 * What a workshop answers. Codes: helps, does_not_help, words.
 */
typedef enum
{
  FRAM_WORKSHOP_HELPS,
  FRAM_WORKSHOP_DOES_NOT_HELP,
  FRAM_WORKSHOP_IN_WORDS,
  FRAM_N_WORKSHOP_ANSWERS
} FramWorkshopAnswer;

const char *fram_workshop_answer_get_code (FramWorkshopAnswer answer);
const char *fram_workshop_answer_get_name (FramWorkshopAnswer answer);
gboolean fram_workshop_answer_from_code (const char *code, FramWorkshopAnswer *answer);

/**
 * FramWorkshopQuestion:
 * @id: the question
 * @enrolment: about whom
 * @participant: likewise
 * @case_no: case number
 * @name: as the person at the keyboard may see it
 * @activity: who is asked: a workshop or group
 * @activity_code: its code
 * @activity_name: its name
 * @text: the question, in words; of a trial "Does it help: “…”?" with the line, and never the need behind it
 * @of_trial: whether it is asked by itself, after some days of a trial
 * @asked: whether the workshop is asked by now
 * @day: when it was asked, or the first day of the trial
 * @asker: (nullable): who asked
 * @answer: a #FramWorkshopAnswer, or -1 where there is none yet
 * @answer_text: (nullable): what was written
 * @answered: when, or %FRAM_DATE_NONE
 * @answerer: (nullable): who answered
 * @is_news: whether the person at the keyboard asked, and has not seen the answer
 * @may_answer: whether the person at the keyboard may answer it now
 * @may_withdraw: whether the person at the keyboard may take it back
 *
 * A question to a workshop about a participant (UX.md, "Ask the workshop"). Class instruct.
 */
typedef struct
{
  FramUuid id;
  FramUuid enrolment;
  FramUuid participant;
  char *case_no;
  char *name;
  FramUuid activity;
  char *activity_code;
  char *activity_name;
  char *text;
  gboolean of_trial;
  gboolean asked;
  FramDate day;
  char *asker;
  int answer;
  char *answer_text;
  FramDate answered;
  char *answerer;
  gboolean is_news;
  gboolean may_answer;
  gboolean may_withdraw;
} FramWorkshopQuestion;

void fram_workshop_question_free (FramWorkshopQuestion *self);

/**
 * FramAskedWorkshop:
 * @activity: a workshop where the participant is or will be
 * @code: its code
 * @name: its name
 */
typedef struct
{
  FramUuid activity;
  char *code;
  char *name;
} FramAskedWorkshop;

void fram_asked_workshop_free (FramAskedWorkshop *self);

/* The occupational therapist and the case worker ask a workshop where the participant is placed; its leaders, and who
 * stands in for one, answer. Each is one undo step; `what` is the sentence for the toast. FRAM_ERROR_DENIED, INVALID,
 * NOT_FOUND. An answer in words needs @text; the others may have some. */
gboolean fram_desk_ask_workshop (FramDesk *self, const FramUuid *enrolment, const FramUuid *activity, const char *text,
                                 char **what, GError **error);
gboolean fram_desk_answer_workshop (FramDesk *self, const FramUuid *question, FramWorkshopAnswer answer,
                                    const char *text, char **what, GError **error);
gboolean fram_desk_withdraw_question (FramDesk *self, const FramUuid *question, char **what, GError **error);
gboolean fram_desk_may_ask_workshop (FramDesk *self, const FramUuid *enrolment);
/* (element-type FramAskedWorkshop) */
GPtrArray *fram_desk_askable_workshops (FramDesk *self, const FramUuid *enrolment, GError **error);

/* Questions with their answers, newest first: of one enrolment, or (where given) of one workshop. Who leads sees what the
 * own workshop is asked, from when it is asked. (element-type FramWorkshopQuestion) */
GPtrArray *fram_desk_workshop_answers (FramDesk *self, const FramUuid *enrolment, GError **error);
GPtrArray *fram_desk_workshop_questions (FramDesk *self, const FramUuid *activity, GError **error);
/* Who asked has seen the answers about the participant; no undo step. */
gboolean fram_desk_see_workshop_answers (FramDesk *self, const FramUuid *enrolment, GError **error);

G_END_DECLS
