#include "fram-day-roster.h"

G_DEFINE_INTERFACE (FramDayRoster, fram_day_roster, GTK_TYPE_WIDGET)

static void
fram_day_roster_default_init (FramDayRosterInterface *iface)
{
}

const FramRoster *
fram_day_roster_get_roster (FramDayRoster *self)
{
  return FRAM_DAY_ROSTER_GET_IFACE (self)->get_roster (self);
}

const FramUuid *
fram_day_roster_get_activity (FramDayRoster *self)
{
  return FRAM_DAY_ROSTER_GET_IFACE (self)->get_activity (self);
}

FramDate
fram_day_roster_get_day (FramDayRoster *self)
{
  return FRAM_DAY_ROSTER_GET_IFACE (self)->get_day (self);
}

void
fram_day_roster_go_to_day (FramDayRoster *self, FramDate day)
{
  FRAM_DAY_ROSTER_GET_IFACE (self)->go_to_day (self, day);
}

gboolean
fram_day_roster_handle_key (FramDayRoster *self, guint keyval, GdkModifierType state)
{
  return FRAM_DAY_ROSTER_GET_IFACE (self)->handle_key (self, keyval, state);
}
