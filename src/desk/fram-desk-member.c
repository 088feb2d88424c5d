#include "fram-desk-member.h"

#include "fram-access-log.h"
#include "fram-desk-absence-private.h"
#include "fram-desk-booking-private.h"
#include "fram-desk-roster-private.h"
#include "fram-group-store.h"
#include "fram-person-store.h"
#include "fram-rights.h"

#include <glib/gi18n-lib.h>

/* The card of a member of a group: name, phone, own talks and attendance in own groups. */

/* Talks of so many days back are shown, and all that are to come. */
#define LOOK_BACK 60

/* Marks of one session can be two, of two halves of the day. */
#define MARKS (2 * FRAM_MEMBER_STRIP)

static void
member_group_free (gpointer data)
{
  FramMemberGroup *self = data;

  g_free (self->name);
  g_free (self);
}

void
fram_member_free (FramMember *self)
{
  g_free (self->name);
  g_free (self->phone);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->bookings, g_ptr_array_unref);
  g_free (self);
}

static FramMember *
refuse (GError **error)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_DENIED,
                       _ ("You see the cards of people in your own groups. Ask the leader of that person's group."));
  return NULL;
}

/* Of two halves of a day the one that tells of having been there counts. */
static void
add_mark (FramDesk *self, FramMemberGroup *group, const FramStoredMark *mark)
{
  const FramStatus *status = fram_desk_status_of_row (self, mark->status);
  guint n = group->n_last;

  if (status == NULL)
    return;
  if (n > 0 && group->last_day[n - 1] == mark->day)
    {
      if (status->counts < group->last[n - 1]->counts)
        group->last[n - 1] = status;
      return;
    }
  if (n == FRAM_MEMBER_STRIP)
    return;
  group->last[n] = status;
  group->last_day[n] = mark->day;
  group->n_last++;
}

/* They are read newest first and shown oldest first. */
static void
turn (FramMemberGroup *group)
{
  for (guint i = 0; i < group->n_last / 2; i++)
    {
      guint other = group->n_last - 1 - i;
      const FramStatus *status = group->last[i];
      FramDate day = group->last_day[i];

      group->last[i] = group->last[other];
      group->last_day[i] = group->last_day[other];
      group->last[other] = status;
      group->last_day[other] = day;
    }
}

static gboolean
fill_strip (FramDesk *self, FramMemberGroup *group, gint64 row, gint64 enrolment, GError **error)
{
  g_autoptr (GPtrArray) marks = fram_roster_load_last (self->db, enrolment, row, self->viewer->today + 1, MARKS, error);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    add_mark (self, group, g_ptr_array_index (marks, i));
  turn (group);
  return marks != NULL;
}

static gboolean
add_group (FramDesk *self, FramMember *member, const FramGroupStay *stay, GError **error)
{
  g_autoptr (FramGroupRecord) record = fram_group_load (self->db, stay->group, error);
  FramMemberGroup *group;

  if (record == NULL)
    return FALSE;
  group = g_new0 (FramMemberGroup, 1);
  group->group = record->id;
  group->name = g_strdup (record->name);
  group->since = stay->span.from;
  group->waiting = stay->waiting;
  g_ptr_array_add (member->groups, group);
  return fill_strip (self, group, stay->group, stay->span.enrolment, error);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(FramMemberGroup *const *)a)->name, (*(FramMemberGroup *const *)b)->name);
}

/* A group that the person left lately, or comes to soon, is still one's own (DATA.md, "own"). */
static gboolean
add_groups (FramDesk *self, FramMember *member, gint64 enrolment, GError **error)
{
  g_autoptr (GArray) stays =
      fram_group_load_stays (self->db, 0, self->viewer->today - 30, self->viewer->today + 30, error);

  for (guint i = 0; stays != NULL && i < stays->len; i++)
    {
      const FramGroupStay *stay = &g_array_index (stays, FramGroupStay, i);

      if (stay->span.enrolment == enrolment && fram_rights_may_see_roster (self->viewer, stay->group) &&
          !add_group (self, member, stay, error))
        return FALSE;
    }
  g_ptr_array_sort (member->groups, by_name);
  return stays != NULL;
}

static void
free_left (gpointer data)
{
  if (data != NULL)
    fram_booking_free (data);
}

static gboolean
add_bookings (FramDesk *self, FramMember *member, gint64 participant, GError **error)
{
  g_autoptr (GPtrArray) all = fram_desk_bookings_of (self, participant, error);

  if (all == NULL)
    return FALSE;
  g_ptr_array_set_free_func (all, free_left);
  for (guint i = 0; i < all->len; i++)
    {
      FramBooking *booking = g_ptr_array_index (all, i);

      if (!booking->mine || booking->day < self->viewer->today - LOOK_BACK)
        continue;
      g_ptr_array_add (member->bookings, booking);
      all->pdata[i] = NULL;
    }
  return TRUE;
}

static FramMember *
load_member (FramDesk *self, const FramStoredPerson *person, GError **error)
{
  g_autoptr (FramMember) member = g_new0 (FramMember, 1);

  member->enrolment = person->enrolment_id;
  member->participant = person->participant_id;
  member->name = fram_desk_shown_name (person);
  member->phone = fram_person_load_phone (self->db, self->viewer, person->participant);
  member->groups = g_ptr_array_new_with_free_func (member_group_free);
  member->bookings = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_booking_free);
  member->may_book = fram_desk_books (self, person->participant) != FRAM_BOOKS_NOTHING;
  if (!add_groups (self, member, person->enrolment, error) || !add_bookings (self, member, person->participant, error))
    return NULL;
  if (member->groups->len == 0)
    return refuse (error);
  return g_steal_pointer (&member);
}

/**
 * fram_desk_member:
 * @self: the desk
 * @enrolment: whose
 * @error: return location; %FRAM_ERROR_DENIED for everybody outside the groups whose roster one may see
 *
 * What a peer mentor sees of a member of an own group (DATA.md, "Who sees which class"). That it was read is in the log;
 * where it cannot be, nothing is shown.
 *
 * Returns: (transfer full) (nullable): the card
 */
FramMember *
fram_desk_member (FramDesk *self, const FramUuid *enrolment, GError **error)
{
  g_autoptr (FramMember) member = NULL;
  FramStoredPerson *person;
  gint64 participant;

  FRAM_DESK_LOCKED (self);
  person = fram_desk_load_own (self, self->viewer, FRAM_CLASS_ATTEND, enrolment, NULL);
  if (person == NULL)
    return refuse (error);
  participant = person->participant;
  member = load_member (self, person, error);
  fram_stored_person_free (person);
  if (member == NULL || !fram_access_log_add (self->db, self->viewer, "opened", FRAM_CLASS_ATTEND, participant,
                                              "card of a group member", error))
    return NULL;
  return g_steal_pointer (&member);
}
