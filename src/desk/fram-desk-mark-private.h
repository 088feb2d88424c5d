#pragma once

#include "fram-desk-private.h"

#include "fram-roster-store.h"

G_BEGIN_DECLS

/* One marking of one or several people on one roster. */
typedef struct
{
  FramDesk *desk;
  FramStoredActivity *activity;
  FramDate day;
  const FramMarkEdit *edit;
  FramRoster *roster; /* before the change: who is expected and when */
} FramMarking;

gboolean fram_marking_check (const FramMarking *self, GError **error);
const FramRosterRow *fram_marking_find_row (const FramRoster *roster, const FramUuid *enrolment, int part);
gboolean fram_marking_write (const FramMarking *self, FramChanges *changes, const FramUuid *enrolment, int part,
                             GError **error);
gboolean fram_marking_put (const FramMarking *self, FramChanges *changes, const FramRosterRow *row, int part,
                           FramStoredMark *mark, const FramStatus *status, GError **error);
FramStoredMark *fram_marking_load (const FramMarking *self, gint64 enrolment, int part, GError **error);
FramStoredMark *fram_stored_mark_new (void);

gboolean fram_desk_write_split (const FramMarking *self, FramChanges *changes, const FramUuid *enrolment, int whole_to,
                                GError **error);
void fram_desk_set_unread (GError **error, const char *what, const GError *reason);
FramRoster *fram_desk_read_back (FramDesk *self, const FramUuid *activity, FramDate day, const char *what,
                                 GError **error);
char *fram_desk_status_word (const FramStatus *status);

G_END_DECLS
