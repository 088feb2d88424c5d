#pragma once

#include "fram-desk-case.h"

G_BEGIN_DECLS

/**
 * FramBooking:
 * @id: the booking
 * @participant: whose
 * @enrolment: in which enrolment, none where in none
 * @kind: code; "annan_bokning" also where the person at the keyboard may not see what it is
 * @title: the kind in words
 * @day: the day
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @minutes: how long, or -1
 * @staff: with whom of those who work here, or none
 * @staff_name: (nullable): that name
 * @place: (nullable): where
 * @parties: (nullable): who else
 * @interpreter: whether an interpreter is asked for
 * @status: `bokat`, `genomfort`, `ombokat`, `uteblev`, `avbokat`
 * @known: whether what it is and with whom may be seen
 * @mine: whether it is with the person at the keyboard
 * @may_change: whether the person at the keyboard may move it, call it off and say what became of it
 * @to_be_told: whether its time has come and nobody has said yet whether it was held
 *
 * A meeting or talk that is or was in somebody's calendar.
 */
typedef struct
{
  FramUuid id;
  FramUuid participant;
  FramUuid enrolment;
  char *kind;
  const char *title;
  FramDate day;
  int starts;
  int minutes;
  FramUuid staff;
  char *staff_name;
  char *place;
  char *parties;
  gboolean interpreter;
  char *status;
  gboolean known;
  gboolean mine;
  gboolean may_change;
  gboolean to_be_told;
} FramBooking;

void fram_booking_free (FramBooking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramBooking, fram_booking_free)

/* "Follow-up, Thu 26 November 10.00" */
char *fram_booking_to_words (const FramBooking *self);
const char *fram_booking_status_get_name (const char *status);

/* All bookings of a participant in order of time, also those that were called off. Class plan. */
GPtrArray *fram_desk_bookings (FramDesk *self, const FramUuid *participant, GError **error);
FramBooking *fram_desk_booking (FramDesk *self, const FramUuid *booking, GError **error);

/**
 * FramBookingEdit:
 * @id: the booking that is moved or changed; none for a new one
 * @participant: whose
 * @kind: code of fram_meeting_kinds()
 * @day: the day
 * @starts: minutes since midnight, or %FRAM_TIME_NONE
 * @minutes: how long, or -1
 * @staff: with whom of those who work here, or none
 * @place: (nullable): where
 * @parties: (nullable): who else, as "FRAM; anvisande handläggare"
 * @interpreter: whether an interpreter is asked for
 *
 * What the dialog writes.
 */
typedef struct
{
  FramUuid id;
  FramUuid participant;
  const char *kind;
  FramDate day;
  int starts;
  int minutes;
  FramUuid staff;
  const char *place;
  const char *parties;
  gboolean interpreter;
} FramBookingEdit;

/* Books, or moves and changes what is booked. A booking that goes to another day stays as "moved" where it was, and `id` is
 * the new one. A mentor books own talks only, and says nothing of whom else. One undo step. */
gboolean fram_desk_book (FramDesk *self, const FramBookingEdit *edit, FramUuid *id, char **what, GError **error);
/* Called off (avbokat), did not come (uteblev), held (genomfort), or booked again (bokat). One undo step. */
gboolean fram_desk_set_booking_status (FramDesk *self, const FramUuid *booking, const char *status, char **what,
                                       GError **error);

/**
 * FramClash:
 * @text: one sentence: "Woodwork 09.00–12.00 is in the plan."
 * @grave: whether somebody would have to be at two places; else it is only good to know
 *
 * What stands against a booking. Nothing forbids it.
 */
typedef struct
{
  char *text;
  gboolean grave;
} FramClash;

void fram_clash_free (FramClash *self);
/* (element-type FramClash) */
GPtrArray *fram_desk_booking_clashes (FramDesk *self, const FramBookingEdit *edit, GError **error);

/**
 * FramBookingFacts:
 * @name: the participant's shown name
 * @needs_interpreter: whether the participant needs one
 * @language: (nullable): in which language
 * @only_own: whether the person at the keyboard books own talks only, without parties
 * @me: who is at the keyboard, none for the system
 * @staff: (element-type FramChoice): ids and names of those who work here
 * @places: (element-type FramChoice): names of the rooms to choose among, for who books own talks only
 *
 * What the dialog needs to know before anything is booked.
 */
typedef struct
{
  char *name;
  gboolean needs_interpreter;
  char *language;
  gboolean only_own;
  FramUuid me;
  GPtrArray *staff;
  GPtrArray *places;
} FramBookingFacts;

void fram_booking_facts_free (FramBookingFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramBookingFacts, fram_booking_facts_free)
FramBookingFacts *fram_desk_booking_facts (FramDesk *self, const FramUuid *participant, GError **error);

G_END_DECLS
