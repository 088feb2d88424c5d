#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredSeen:
 * @row: row number
 * @id: which
 * @participant: row number of whose
 * @enrolment: row number, or 0
 * @staff: row number of who saw it, or 0
 * @day: when
 * @text: what was seen
 * @agreed: the day on which the participant said yes to have it on the own sheet, or %FRAM_DATE_NONE
 *
 * Something that was seen in the workshop, as it is now: lines are only added, and a later one can replace it.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 participant;
  gint64 enrolment;
  gint64 staff;
  FramDate day;
  char *text;
  FramDate agreed;
} FramStoredSeen;

/** FRAM_SEEN_IS_CURRENT: SQL: of lines that replace each other the last one of `s`; of two that do, one that takes back. */
#define FRAM_SEEN_IS_CURRENT                                                                                           \
  "NOT EXISTS (SELECT 1 FROM seen r WHERE r.gone = 0 AND (r.replaces = s.id OR (r.replaces = s.replaces AND r.id <> "  \
  "s.id AND ((r.agreed IS NULL) > (s.agreed IS NULL) OR ((r.agreed IS NULL) = (s.agreed IS NULL) AND r.id > s.id)))))"

void fram_stored_seen_free (FramStoredSeen *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredSeen, fram_stored_seen_free)

GPtrArray *fram_seen_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
FramStoredSeen *fram_seen_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error);
char *fram_my_steps_load_house (FramDb *db, gint64 enrolment);

G_END_DECLS
