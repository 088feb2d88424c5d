#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredEntry:
 *
 * An entry of a journal as it is on disk; instants are 0 and minutes -1 where there is no value.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 participant;
  char *kind;
  gint64 at;
  int minutes;
  char *attendees;
  gboolean interpreter;
  char *text;
  gint64 staff;
  char *staff_name;
  gint64 signed_at;
  gint64 begun;
  gint64 replaces;
  FramUuid booking;
  gboolean by_ot;
  gboolean gone;
} FramStoredEntry;

/**
 * FramStoredEvent:
 *
 * A meeting or registration that was imported; the note is unset where the viewer may not see it.
 */
typedef struct
{
  FramUuid id;
  FramDate day;
  char *kind;
  char *parties;
  char *status;
  char *note;
} FramStoredEvent;

void fram_stored_entry_free (FramStoredEntry *self);
void fram_stored_event_free (FramStoredEvent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredEntry, fram_stored_entry_free)

GPtrArray *fram_journal_load (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error);
GPtrArray *fram_journal_load_events (FramDb *db, const FramViewer *viewer, gint64 participant, GError **error);
FramStoredEntry *fram_journal_load_own (FramDb *db, const FramViewer *viewer, gint64 row, GError **error);
FramStoredEntry *fram_journal_load_one (FramDb *db, const FramViewer *viewer, gint64 row, GError **error);
GPtrArray *fram_journal_load_past_midnight (FramDb *db, gint64 since, GError **error);
gboolean fram_journal_is_replaced (FramDb *db, gint64 row);

G_END_DECLS
