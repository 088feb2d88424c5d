#pragma once

#include "fram-bridge-store.h"
#include "fram-desk-gaps-private.h"
#include "fram-desk-plan-private.h"

G_BEGIN_DECLS

#define FRAM_BRIDGE_GROUP    "group"
#define FRAM_BRIDGE_WORKSHOP "workshop"
#define FRAM_BRIDGE_TALK     "talk"

/** FRAM_BRIDGE_TALK_MINUTES: how long a talk is that bridges a gap. */
#define FRAM_BRIDGE_TALK_MINUTES 30

/* What is looked through for something that fits. */
typedef struct
{
  /* borrowed */
  FramDesk *desk;
  const FramUuid *enrolment;
  const FramGap *gap;

  /* owned */
  FramPlanCase of;
  FramPlanSources sources;
  GPtrArray *things; /* FramPlanThing: what the person does on the days */
  GPtrArray *found;  /* FramBridge: what bridges the gap */
  GPtrArray *partly; /* FramBridge: what makes it shorter only */

  FramDate first; /* days on which it would bridge */
  FramDate last;
  int over;
} FramBridgeSearch;

gboolean fram_bridge_search_open (FramBridgeSearch *self, GError **error);
void fram_bridge_search_clear (FramBridgeSearch *self);
gboolean fram_bridge_is_free (const FramBridgeSearch *self, FramDate day, int from_time, int to_time);
gboolean fram_bridge_is_open_day (const FramBridgeSearch *self, FramDate day, gint64 workshop);
gboolean fram_bridge_closes (const FramBridgeSearch *self, const GArray *days);
void fram_bridge_add (FramBridgeSearch *self, const GArray *days, FramBridge *bridge);
FramBridge *fram_bridge_new (const char *kind, const FramUuid *activity, const char *name, FramDate day, int from_time,
                             int to_time, int free);

gboolean fram_bridge_find_groups (FramBridgeSearch *self, GError **error);
gboolean fram_bridge_find_workshops (FramBridgeSearch *self, GError **error);
gboolean fram_bridge_find_talk (FramBridgeSearch *self, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramBridgeSearch, fram_bridge_search_clear)

G_END_DECLS
