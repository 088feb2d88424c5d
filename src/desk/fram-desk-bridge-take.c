#include "fram-desk-bridge-private.h"

#include "fram-desk-booking.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Booking what bridges a gap. What was offered a while ago may be gone by now: it is looked at again. */

static gboolean
refuse_taken (GError **error)
{
  g_set_error_literal (error, FRAM_ERROR, FRAM_ERROR_CONSTRAINT,
                       _ ("That is taken by now. Look for something else that fits."));
  return FALSE;
}

static gboolean
take_group (FramDesk *self, const FramUuid *enrolment, const FramBridge *bridge, char **what, GError **error)
{
  int capacity, taken;

  if (!fram_plan_count_members (self->db, fram_db_find_row (self->db, &bridge->activity), bridge->day, &capacity,
                                &taken, error))
    return FALSE;
  if (capacity > 0 && taken >= capacity)
    return refuse_taken (error);
  return fram_desk_join_group (self, enrolment, &bridge->activity, bridge->day, NULL, what, error);
}

static gboolean
take_workshop (FramDesk *self, const FramUuid *enrolment, const FramBridge *bridge, char **what, GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (FramSlotSpec));
  FramSlotSpec slot = { fram_date_get_weekday (bridge->day), bridge->from_time, bridge->to_time };
  FramStepEdit edit = { .activity = bridge->activity, .from = bridge->day, .to = FRAM_DATE_NONE, .slots = slots };
  g_autoptr (FramStepCheck) check = NULL;

  g_array_append_val (slots, slot);
  check = fram_desk_check_step (self, enrolment, &edit, error);
  if (check == NULL)
    return FALSE;
  for (guint i = 0; i < check->collisions->len; i++)
    {
      FramCollisionKind kind = g_array_index (check->collisions, FramCollision, i).kind;

      if (kind != FRAM_COLLISION_CLOSED && kind != FRAM_COLLISION_PAUSE && kind != FRAM_COLLISION_BOOKING &&
          kind != FRAM_COLLISION_OTHER)
        return refuse_taken (error);
    }
  return fram_desk_save_step (self, enrolment, &edit, NULL, what, error);
}

/* Neither of the two has been booked meanwhile. */
static gboolean
check_talk (const FramPlanCase *of, const FramBridge *bridge, const FramStoredTalker *talker, GError **error)
{
  FramGap gap = { FRAM_GAP_BETWEEN, bridge->day - 1, bridge->day + 1, 2, 0 };
  g_auto (FramBridgeSearch) search = { .desk = of->desk, .enrolment = &of->person->enrolment_id, .gap = &gap };
  g_autoptr (GArray) times = NULL;

  if (talker->staff == 0)
    return refuse_taken (error);
  if (!fram_bridge_search_open (&search, error))
    return FALSE;
  times = fram_bridge_load_staff_times (of->desk->db, talker->staff, bridge->day, bridge->day, error);
  if (times == NULL)
    return FALSE;
  for (guint i = 0; i < times->len; i++)
    {
      const FramStaffTime *time = &g_array_index (times, FramStaffTime, i);

      if (time->from_time < bridge->to_time && bridge->from_time < time->to_time)
        return refuse_taken (error);
    }
  return fram_bridge_is_free (&search, bridge->day, bridge->from_time, bridge->to_time) || refuse_taken (error);
}

static gboolean
take_talk (FramDesk *self, const FramUuid *enrolment, const FramBridge *bridge, char **what, GError **error)
{
  g_auto (FramPlanCase) of = { 0 };
  g_auto (FramStoredTalker) talker = { 0 };
  FramBookingEdit edit = {
    .kind = "samtal", .day = bridge->day, .starts = bridge->from_time, .minutes = FRAM_BRIDGE_TALK_MINUTES
  };

  if (!fram_plan_case_open (&of, self, enrolment, FRAM_CLASS_PLAN, TRUE, error) ||
      !fram_bridge_load_talker (self->db, of.stored->enrolment, bridge->day, &talker, error) ||
      !check_talk (&of, bridge, &talker, error))
    return FALSE;
  edit.participant = of.person->participant_id;
  edit.staff = fram_db_get_id (self->db, talker.staff);
  edit.interpreter = talker.interpreter;
  return fram_desk_book (self, &edit, NULL, what, error);
}

/**
 * fram_desk_take_bridge:
 * @self: the desk
 * @enrolment: whose gap
 * @bridge: what fram_desk_bridges() offered
 * @what: (out) (optional): the sentence for the toast
 * @error: return location; %FRAM_ERROR_CONSTRAINT where it is taken by now
 *
 * A place in a group, a placement from that day on with one stretch a week, or a talk with the case worker. One undo step.
 *
 * Returns: whether it is on disk
 */
gboolean
fram_desk_take_bridge (FramDesk *self, const FramUuid *enrolment, const FramBridge *bridge, char **what, GError **error)
{
  FRAM_DESK_LOCKED (self);
  if (strcmp (bridge->kind, FRAM_BRIDGE_GROUP) == 0)
    return take_group (self, enrolment, bridge, what, error);
  if (strcmp (bridge->kind, FRAM_BRIDGE_WORKSHOP) == 0)
    return take_workshop (self, enrolment, bridge, what, error);
  return take_talk (self, enrolment, bridge, what, error);
}
