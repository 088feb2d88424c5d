#pragma once

/* Inside the store only: what the rosters of a day and of many days read alike. */

#include "fram-db-private.h"
#include "fram-roster-store.h"

G_BEGIN_DECLS

/* Who is placed there from ?2 to ?3, or on the day ?2 alone where both are the same, as SQL; ?1 is the workshop. In two parts,
 * so that each is found in the index of activity and last day and ten years of placements that are over are not walked through. */
#define FRAM_PLACED_BETWEEN(from, to)                                                                                  \
  "SELECT enrolment FROM placement WHERE activity = ?1 AND gone = 0 AND from_day <= " to " AND to_day >= " from        \
  " UNION SELECT enrolment FROM placement WHERE activity = ?1 AND gone = 0 AND from_day <= " to " AND to_day IS NULL"
#define FRAM_PLACED_HERE FRAM_PLACED_BETWEEN ("?2", "?2")

#define FRAM_MARK_COLUMNS                                                                                              \
  "m.enrolment, m.day, m.part, m.status, m.minutes_late, m.came, m.left_at, m.attended_minutes, m.planned_minutes,"    \
  " m.task, m.reason, m.note"
#define FRAM_MARK_AUTHOR                                                                                               \
  " JOIN change c ON c.sender = m.sender AND c.seq = m.seq JOIN action x ON x.id = c.action"                           \
  " LEFT JOIN staff s ON s.id = x.staff"

GPtrArray *fram_roster_read_marks (FramDb *db, sqlite3_stmt *stmt, GError **error);
FramStoredPerson *fram_roster_read_person (sqlite3_stmt *stmt);

G_END_DECLS
