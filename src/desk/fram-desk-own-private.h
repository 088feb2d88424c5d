#pragma once

#include "fram-desk-booking-private.h"
#include "fram-desk-plan-private.h"

#include "fram-group-store.h"

G_BEGIN_DECLS

/* What somebody's own week and own calendar are made of, as the person at the keyboard may see it. */
typedef struct
{
  FramPlanCase of;
  FramPlanSources sources;
  GPtrArray *bookings; /* FramBooking: those that stand */
  GPtrArray *groups;   /* FramGroupRecord: one for each of sources.members */
  GHashTable *places;  /* gint64 → name */
  gboolean whole;      /* all of the plan is seen */
} FramOwnSources;

gboolean fram_own_sources_load (FramOwnSources *self, FramDesk *desk, const FramUuid *enrolment, FramDate from,
                                FramDate to, GError **error);
void fram_own_sources_clear (FramOwnSources *self);
gboolean fram_own_sources_is_leave (const FramOwnSources *self, FramDate day);
gboolean fram_own_sources_is_enrolled (const FramOwnSources *self, FramDate day);
GHashTable *fram_desk_place_names (FramDesk *desk, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramOwnSources, fram_own_sources_clear)

G_END_DECLS
