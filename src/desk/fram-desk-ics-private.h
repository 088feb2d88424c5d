#pragma once

#include "fram-desk-private.h"
#include "fram-ics.h"

G_BEGIN_DECLS

/* So far back and ahead a calendar reaches. */
#define FRAM_ICS_DAYS 366

char *fram_desk_ics_finish (FramDesk *self, FramIcs *ics, GError **error);
gboolean fram_desk_ics_write (const char *text, const char *path, GError **error);

G_END_DECLS
