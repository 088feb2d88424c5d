#pragma once

#include "fram-desk-booking-private.h"
#include "fram-desk-journal.h"
#include "fram-journal-store.h"

G_BEGIN_DECLS

typedef enum
{
  FRAM_WRITES_NOTHING,
  FRAM_WRITES_OT, /* own entries as an occupational therapist */
  FRAM_WRITES_NOTES,
} FramWrites;

FramWrites fram_desk_writes_notes (FramDesk *self, gint64 participant);
gint64 fram_desk_entry_signed_at (FramDesk *self, const FramStoredEntry *stored);
gboolean fram_desk_log_sitting (FramDesk *self, FramClass klass, gint64 participant, const char *what, GError **error);
gboolean fram_desk_log_notes (FramDesk *self, gint64 participant, const char *what, GError **error);
GPtrArray *fram_desk_entries_of (FramDesk *self, gint64 participant, GPtrArray *drafts, GError **error);

G_END_DECLS
