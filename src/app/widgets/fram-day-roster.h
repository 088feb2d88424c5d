#pragma once

#include "fram-desk-roster.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramDayRoster:
 *
 * The roster of a day as what stands beside it needs it, a session's panel for one: which roster is in view, another one of
 * the same activity, and its keys. The pages of rosters implement it; fram_kinds_make_day_roster() makes one.
 *
 * Signal of who implements it: `shown`: the roster in view is another, or says something else.
 */
#define FRAM_TYPE_DAY_ROSTER (fram_day_roster_get_type ())
G_DECLARE_INTERFACE (FramDayRoster, fram_day_roster, FRAM, DAY_ROSTER, GtkWidget)

/**
 * FramDayRosterInterface:
 * @get_roster: (nullable): what is in view
 * @get_activity: whose roster it is
 * @get_day: of which day
 * @go_to_day: shows another day
 * @handle_key: the keyboard of the list
 */
struct _FramDayRosterInterface
{
  GTypeInterface parent_iface;

  const FramRoster *(*get_roster) (FramDayRoster *self);
  const FramUuid *(*get_activity) (FramDayRoster *self);
  FramDate (*get_day) (FramDayRoster *self);
  void (*go_to_day) (FramDayRoster *self, FramDate day);
  gboolean (*handle_key) (FramDayRoster *self, guint keyval, GdkModifierType state);
};

const FramRoster *fram_day_roster_get_roster (FramDayRoster *self);
const FramUuid *fram_day_roster_get_activity (FramDayRoster *self);
FramDate fram_day_roster_get_day (FramDayRoster *self);
void fram_day_roster_go_to_day (FramDayRoster *self, FramDate day);
gboolean fram_day_roster_handle_key (FramDayRoster *self, guint keyval, GdkModifierType state);

G_END_DECLS
