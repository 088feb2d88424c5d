#pragma once

#include "fram-desk.h"
#include "fram-desk-people.h"

G_BEGIN_DECLS

/**
 * FramExternalPlace:
 * @id: the place
 * @employer: who has it
 * @tasks: (nullable): what there is to do
 * @contact_name: (nullable): whom to speak with
 * @contact_phone: (nullable): number as written
 * @contact_email: (nullable): e-mail
 * @address: (nullable): where it is
 * @fields: (array zero-terminated=1): codes of its kinds of work
 * @field_names: their names, ", " between; "" for none
 * @areas: (array zero-terminated=1): codes of the areas in which adaptations are possible
 * @area_names: their names, ", " between; "" for none
 * @adaptations: (nullable): what can be adapted, in the employer's words
 * @note: (nullable): what else there is to know about the place
 * @capacity: people at the same time, -1 where nothing is agreed
 * @taken: how many are placed there on the day asked for
 * @free: how many more could be on that day, -1 where no capacity is agreed
 * @agreed_from: from when on the employer takes people, or %FRAM_DATE_NONE
 * @free_from: the first day, from the day asked for on, with room; %FRAM_DATE_NONE where none is known
 * @free_text: in words: "2 of 3 free", "Full, free from 1 December 2026"
 * @active: whether it is used
 *
 * An employer who takes people for work training.
 */
typedef struct
{
  FramUuid id;
  char *employer;
  char *tasks;
  char *contact_name;
  char *contact_phone;
  char *contact_email;
  char *address;
  GStrv fields;
  char *field_names;
  GStrv areas;
  char *area_names;
  char *adaptations;
  char *note;
  int capacity;
  int taken;
  int free;
  FramDate agreed_from;
  FramDate free_from;
  char *free_text;
  gboolean active;
} FramExternalPlace;

void fram_external_place_free (FramExternalPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramExternalPlace, fram_external_place_free)

/**
 * FramPlacesQuery:
 * @search: (nullable): words; each must begin a word of employer, tasks, kinds of work, contact or address
 * @day: the day that free places are counted on, %FRAM_DATE_NONE for today
 * @only_free: only places with room on that day
 * @field: (nullable): code of a kind of work
 * @inactive: places that are no longer used too
 */
typedef struct
{
  const char *search;
  FramDate day;
  gboolean only_free;
  const char *field;
  gboolean inactive;
} FramPlacesQuery;

/* The register of places, by employer; class places. (element-type FramExternalPlace) */
GPtrArray *fram_desk_external_places (FramDesk *self, const FramPlacesQuery *query, GError **error);

/* What can be chosen from: kinds of work of the programme, areas of adaptation. (element-type FramChoice) */
GPtrArray *fram_desk_work_fields (FramDesk *self, GError **error);
GPtrArray *fram_desk_adaptation_areas (FramDesk *self, GError **error);

/**
 * FramExternalStay:
 * @placement: the placement
 * @enrolment: whose
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @weekly_minutes: minutes a week agreed, -1 where nothing is written
 * @text: in words: "5 October 2026 – 18 December 2026, 12 h a week"
 *
 * Somebody who is, was or will be at an external place.
 */
typedef struct
{
  FramUuid placement;
  FramUuid enrolment;
  char *case_no;
  char *name;
  FramDate from;
  FramDate to;
  int weekly_minutes;
  char *text;
} FramExternalStay;

/**
 * FramExternalFollowUp:
 * @booking: the booking
 * @enrolment: whose
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @employer: where
 * @place: the external place
 * @day: when
 * @held: whether it was held
 * @open: booked still: neither held, missed, moved nor cancelled
 * @due: open, and its day has come
 * @text: in words: "Due since 5 November 2026", "Held 22 October 2026"
 *
 * A follow-up at an external place.
 */
typedef struct
{
  FramUuid booking;
  FramUuid enrolment;
  char *case_no;
  char *name;
  char *employer;
  FramUuid place;
  FramDate day;
  gboolean held;
  gboolean open;
  gboolean due;
  char *text;
} FramExternalFollowUp;

void fram_external_follow_up_free (FramExternalFollowUp *self);

/**
 * FramExternalDetails:
 * @place: the place as of today
 * @now: (element-type FramExternalStay): who is there, and who comes
 * @earlier: (element-type FramExternalStay): who was there, latest first
 * @hidden: how many more are there or come whom the person at the keyboard may not see
 * @follow_ups: (element-type FramExternalFollowUp): those that are due or to come, then those held, latest first
 * @may_write: whether the register of places may be changed
 * @may_match: whether it may be asked who could fit
 * @may_hold: whether follow-ups may be said to be held
 */
typedef struct
{
  FramExternalPlace *place;
  GPtrArray *now;
  GPtrArray *earlier;
  guint hidden;
  GPtrArray *follow_ups;
  gboolean may_write;
  gboolean may_match;
  gboolean may_hold;
} FramExternalDetails;

void fram_external_details_free (FramExternalDetails *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramExternalDetails, fram_external_details_free)

FramExternalDetails *fram_desk_external_place (FramDesk *self, const FramUuid *place, GError **error);
/* An employer by name, as the command line takes it. FRAM_ERROR_NOT_FOUND. */
gboolean fram_desk_find_external_place (FramDesk *self, const char *employer, FramUuid *place, GError **error);

/**
 * FramExternalEdit:
 *
 * What is written of a place; texts may be %NULL or empty but for the employer.
 */
typedef struct
{
  const char *employer;
  const char *tasks;
  const char *contact_name;
  const char *contact_phone;
  const char *contact_email;
  const char *address;
  const char *const *fields;
  const char *const *areas;
  const char *adaptations;
  const char *note;
  int capacity;
  FramDate agreed_from;
} FramExternalEdit;

/* Adds a place (no @place) or changes it. One undo step; the answer's id in @made. */
gboolean fram_desk_save_external_place (FramDesk *self, const FramUuid *place, const FramExternalEdit *edit,
                                        FramUuid *made, char **what, GError **error);
/* Ends the use of a place, or takes it into use again. Refused while somebody is there or to come: places are never
 * deleted. */
gboolean fram_desk_set_external_place_used (FramDesk *self, const FramUuid *place, gboolean used, char **what,
                                            GError **error);

/**
 * FramPlaceMatch:
 * @place: the place as of the day asked for
 * @reasons: why it fits, in words: "Free from 1 December 2026 · Wood · adaptations possible: Breaks"
 * @lacks: (nullable): what is not said to be possible there: "not agreed yet: Getting there"
 */
typedef struct
{
  FramExternalPlace *place;
  char *reasons;
  char *lacks;
} FramPlaceMatch;

/**
 * FramPlaceMatches:
 * @name: the participant's name as the person at the keyboard may see it
 * @wish: (nullable): the wished place as written
 * @fields: (array zero-terminated=1): codes of kinds of work that follow from wish and workshops
 * @field_names: their names, ", " between
 * @need_names: (nullable): names of areas in which adaptations are needed; %NULL where they may not be seen
 * @weekly_minutes: hours a week now
 * @from: from which day places are looked for
 * @matches: (element-type FramPlaceMatch): in order
 * @basis: what the order goes by, in words
 * @may_write_wish: whether the wish may be changed
 * @may_place: whether the person at the keyboard may place the participant
 */
typedef struct
{
  char *name;
  char *wish;
  GStrv fields;
  char *field_names;
  char *need_names;
  int weekly_minutes;
  FramDate from;
  GPtrArray *matches;
  char *basis;
  gboolean may_write_wish;
  gboolean may_place;
} FramPlaceMatches;

void fram_place_matches_free (FramPlaceMatches *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramPlaceMatches, fram_place_matches_free)

/* Places for a participant: by wishes and, for who may read needs, by the adaptations that are needed. @from may be
 * FRAM_DATE_NONE for today; @fields may be NULL for those that follow from the wish. Logged. */
FramPlaceMatches *fram_desk_match_places (FramDesk *self, const char *case_no_or_id, FramDate from,
                                          const char *const *fields, GError **error);
gboolean fram_desk_save_wished_place (FramDesk *self, const char *case_no_or_id, const char *text, char **what,
                                      GError **error);

/**
 * FramPersonMatch:
 * @participant: whom
 * @case_no: case number
 * @name: the name as the person at the keyboard may see it
 * @sort_key: its place in lists
 * @reasons: why the place could fit, in words
 */
typedef struct
{
  FramUuid participant;
  char *case_no;
  char *name;
  char *sort_key;
  char *reasons;
} FramPersonMatch;

/* Enrolled participants without an external place whose wishes the place answers, by name and never by rank; for those
 * who keep the register of places. Logged. (element-type FramPersonMatch) */
GPtrArray *fram_desk_who_fits (FramDesk *self, const FramUuid *place, GError **error);

/**
 * FramOutsideEdit:
 * @case_no_or_id: whom
 * @place: where
 * @from: first day
 * @to: last day, or %FRAM_DATE_NONE
 * @slots: the weekly plan, "mon 09-12,wed 09-12"
 * @contact: (nullable): who takes care of the person there
 * @follow_ups: (nullable) (element-type FramDate): days of follow-ups; %NULL for the programme's
 */
typedef struct
{
  const char *case_no_or_id;
  const FramUuid *place;
  FramDate from;
  FramDate to;
  const char *slots;
  const char *contact;
  const GArray *follow_ups;
} FramOutsideEdit;

/* Days of follow-ups of a placement: at the weeks of the programme's setting external_follow_up_weeks, on open days, as
 * far as they are not over and lie within it. (element-type FramDate) */
GArray *fram_desk_propose_follow_ups (FramDesk *self, FramDate from, FramDate to, GArray **weeks, GError **error);
/* Places a participant at an external place: placement, weekly plan, start and follow-ups. One undo step. Refused where
 * the place is full on one of the days. */
gboolean fram_desk_place_outside (FramDesk *self, const FramOutsideEdit *edit, char **what, GError **error);
/* Ends a stay at an external place with a day, its plan and its follow-ups after the day. One undo step. */
gboolean fram_desk_end_outside (FramDesk *self, const FramUuid *placement, FramDate last_day, char **what,
                                GError **error);

/* Follow-ups at external places of the participants whose plan one may see: all, or of one enrolment; those that are due
 * first. (element-type FramExternalFollowUp) */
GPtrArray *fram_desk_external_follow_ups (FramDesk *self, const FramUuid *enrolment, GError **error);
gboolean fram_desk_set_follow_up_held (FramDesk *self, const FramUuid *booking, gboolean held, char **what,
                                       GError **error);

/**
 * FramOutside:
 * @stays: (element-type FramExternalStay): where the participant is, will be or was, the name being the employer's
 * @follow_ups: (element-type FramExternalFollowUp): their follow-ups
 * @wish: (nullable): the wished place
 * @may_place: whether the participant may be placed
 * @may_match: whether places may be looked for
 *
 * A participant's external places.
 */
typedef struct
{
  GPtrArray *stays;
  GPtrArray *follow_ups;
  char *wish;
  gboolean may_place;
  gboolean may_match;
} FramOutside;

void fram_outside_free (FramOutside *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramOutside, fram_outside_free)

FramOutside *fram_desk_outside (FramDesk *self, const FramUuid *enrolment, GError **error);

G_END_DECLS
