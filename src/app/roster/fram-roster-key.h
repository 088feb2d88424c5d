#pragma once

#include "fram-roster-row.h"

G_BEGIN_DECLS

/**
 * FramRosterKey:
 * @enrolment: whose row
 * @part: 0 the whole day, 1 before and 2 after noon
 *
 * What a row of a roster is known by, as long as its day is shown.
 */
typedef struct
{
  FramUuid enrolment;
  int part;
} FramRosterKey;

static inline FramRosterKey
fram_roster_key_of (const FramRosterRow *row)
{
  return (FramRosterKey){ row->enrolment, row->part };
}

static inline gboolean
fram_roster_key_equal (const FramRosterKey *a, const FramRosterKey *b)
{
  return a->part == b->part && fram_uuid_equal (&a->enrolment, &b->enrolment);
}

G_END_DECLS
