#pragma once

#include "fram-desk.h"
#include "fram-rating.h"

G_BEGIN_DECLS

/**
 * FramQuestion:
 * @id: the indicator
 * @ordinal: its place in the set
 * @code: what files and the command line call it, with the version where it is a later one: "avstamning-3@2:2"
 * @name: in the reader's language
 * @low: (nullable): text of the lowest value
 * @high: (nullable): text of the highest
 * @raters: bits of the sides that the person at the keyboard may fill in
 * @belief: whether the case worker's side is a question to oneself: "What would let my belief grow?"
 * @last: the value that counts of the talk before, by side; 0 for none. It is shown only after the new one is given, so
 *   that it does not steer
 * @last_day: of which day, by side
 * @last_note: (nullable): by side
 * @languages: (nullable): further languages as the register has them, see fram_question_get_text()
 *
 * One question of a form, or one area of an agenda.
 */
typedef struct
{
  FramUuid id;
  int ordinal;
  char *code;
  char *name;
  char *low;
  char *high;
  guint raters;
  gboolean belief;
  int last[FRAM_N_RATERS];
  FramDate last_day[FRAM_N_RATERS];
  char *last_note[FRAM_N_RATERS];
  char *languages;
} FramQuestion;

/**
 * FramRatingForm:
 * @enrolment: whose
 * @set: which set
 * @code: its code
 * @name: in the reader's language
 * @is_agenda: areas with notes, no values
 * @lowest: of the scale
 * @highest: of the scale
 * @every_days: a new talk is due after so many days, 0 for never
 * @last: the last talk with this set, or %FRAM_DATE_NONE
 * @due: when the next one is, or %FRAM_DATE_NONE
 * @first_day: first day that may be chosen: the enrolment's
 * @last_day: last one: today, or the closing
 * @questions: (element-type FramQuestion): in order
 * @draft: (nullable): what was begun and not finished, see fram_desk_rating_draft_save()
 * @draft_day: its day
 *
 * The form of a talk.
 */
typedef struct
{
  FramUuid enrolment;
  FramUuid set;
  char *code;
  char *name;
  gboolean is_agenda;
  int lowest;
  int highest;
  int every_days;
  FramDate last;
  FramDate due;
  FramDate first_day;
  FramDate last_day;
  GPtrArray *questions;
  GArray *draft; /* (element-type FramAnswer) */
  FramDate draft_day;
} FramRatingForm;

/**
 * FramAnswer:
 * @indicator: which question
 * @rater: which side
 * @value: 0 for none: no row is written
 * @note: (nullable): what was said; of an agenda the note itself
 */
typedef struct
{
  FramUuid indicator;
  FramRater rater;
  int value;
  char *note;
} FramAnswer;

GArray *fram_answers_new (void); /* clears its answers */
void fram_rating_form_free (FramRatingForm *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramRatingForm, fram_rating_form_free)

/* Languages that every question of a form has beside the reader's: (element-type utf8) codes. */
GStrv fram_rating_form_get_languages (const FramRatingForm *self);
/* The question and its two ends in a language; what is not there in the reader's. */
void fram_question_get_text (const FramQuestion *self, const char *language, char **name, char **low, char **high);

/* The forms that the programme offers for an enrolment to who may fill them in, with when they are due, without questions, in
 * the programme's order. */
GPtrArray *fram_desk_rating_forms (FramDesk *self, const FramUuid *enrolment, GError **error);
/* One of them with all, for a talk on @day. FRAM_ERROR_DENIED, NOT_FOUND. */
FramRatingForm *fram_desk_rating_form (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, FramDate day,
                                       GError **error);

/* Writes down a talk: a rating for every value, a note for every note of an agenda, one undo step; the draft is gone. All
 * or nothing: FRAM_ERROR_INVALID for a value outside the scale, a day outside the enrolment or ahead, a side that the
 * question is not rated by; FRAM_ERROR_DENIED for a side the person may not fill in. Two of one day: the latest counts,
 * both are kept. */
gboolean fram_desk_save_ratings (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, FramDate day,
                                 const GArray *answers, char **what, GError **error);

/* A form that is not finished is kept, for the same person on the same machine, until it is written down or thrown away.
 * It is no undo step and is not in the change log. */
gboolean fram_desk_rating_draft_save (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, FramDate day,
                                      const GArray *answers, GError **error);
gboolean fram_desk_rating_draft_drop (FramDesk *self, const FramUuid *enrolment, const FramUuid *set, GError **error);

/* A question as the command line calls it: "3" in `fram-2021`, else "avstamning-3:2", in the newest version in use.
 * FRAM_ERROR_NOT_FOUND. */
gboolean fram_desk_find_question (FramDesk *self, const char *code, FramUuid *set, FramUuid *indicator, GError **error);

/* Takes a rating back (a slip): one undo step; logged like every change. */
gboolean fram_desk_remove_rating (FramDesk *self, const FramUuid *rating, char **what, GError **error);

/**
 * FramDueTalk:
 *
 * A talk that is due: of the person's own participants whose set's interval has passed, or will within seven days.
 */
typedef struct
{
  FramUuid participant;
  FramUuid enrolment;
  FramUuid set;
  char *case_no;
  char *name; /* as it may be seen */
  char *set_code;
  char *set_name;
  FramDate last;
  FramDate due;
  gboolean has_draft;
} FramDueTalk;

void fram_due_talk_free (FramDueTalk *self);
/* In order of the due day. (element-type FramDueTalk) */
GPtrArray *fram_desk_due_talks (FramDesk *self, FramDate until, GError **error);

/**
 * FramAreaNote:
 *
 * What was said in a talk about an area of an agenda.
 */
typedef struct
{
  FramUuid id;
  FramUuid indicator;
  FramDate day;
  char *area;
  char *text;
  char *author;
} FramAreaNote;

void fram_area_note_free (FramAreaNote *self);
/* Newest first; class note. (element-type FramAreaNote) */
GPtrArray *fram_desk_area_notes (FramDesk *self, const FramUuid *enrolment, GError **error);

G_END_DECLS
