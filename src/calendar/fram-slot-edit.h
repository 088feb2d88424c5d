#pragma once

#include "fram-slot.h"

G_BEGIN_DECLS

/* Changing a weekly plan stretch by stretch: arrays of #FramSlotSpec in order of the week. */
int fram_slots_find (const GArray *slots, int weekday, int minute);
void fram_slots_paint (GArray *slots, int weekday, int from, int to);
gboolean fram_slots_remove (GArray *slots, int weekday, int minute);
gboolean fram_slots_move (GArray *slots, guint slot, int weekday, int from);
gboolean fram_slots_resize (GArray *slots, guint slot, int from, int to);
gboolean fram_slots_equal (const GArray *a, const GArray *b);

G_END_DECLS
