#pragma once

#include "fram-desk-booking.h"
#include "fram-status.h"

G_BEGIN_DECLS

/** FRAM_MEMBER_STRIP: sessions in the strip of the last ones of a group. */
#define FRAM_MEMBER_STRIP 10

/**
 * FramMemberGroup:
 * @group: the group
 * @name: what it is called
 * @since: the first day of the membership
 * @waiting: waits for a place
 * @n_last: how many sessions the strip has
 * @last: what was marked there, oldest first
 * @last_day: on which days
 *
 * A group that a member is in, of those whose roster the person at the keyboard may see.
 */
typedef struct
{
  FramUuid group;
  char *name;
  FramDate since;
  gboolean waiting;
  guint n_last;
  const FramStatus *last[FRAM_MEMBER_STRIP];
  FramDate last_day[FRAM_MEMBER_STRIP];
} FramMemberGroup;

/**
 * FramMember:
 * @enrolment: whose
 * @participant: the person
 * @name: as the person at the keyboard may see it
 * @phone: (nullable): phone, by who may see it
 * @groups: (element-type FramMemberGroup): own groups of today, by name
 * @bookings: (element-type FramBooking): the talks with the person at the keyboard, in order of time
 * @may_book: may book a talk
 *
 * What a leader of a group sees of one of its members, and nothing else.
 */
typedef struct
{
  FramUuid enrolment;
  FramUuid participant;
  char *name;
  char *phone;
  GPtrArray *groups;
  GPtrArray *bookings;
  gboolean may_book;
} FramMember;

void fram_member_free (FramMember *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramMember, fram_member_free)

/* That it was read is in the log. FRAM_ERROR_DENIED, with one and the same sentence, for everybody who is in none of the
 * groups whose roster the person at the keyboard may see. */
FramMember *fram_desk_member (FramDesk *self, const FramUuid *enrolment, GError **error);

G_END_DECLS
