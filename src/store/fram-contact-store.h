#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredNumber:
 * @name: (nullable): whose
 * @phone: (nullable): the number as written
 * @deputy_of: (nullable): for whom that person is a deputy today
 */
typedef struct
{
  char *name;
  char *phone;
  char *deputy_of;
} FramStoredNumber;

void fram_stored_number_free (FramStoredNumber *self);

FramStoredNumber *fram_contact_load_emergency (FramDb *db, const FramViewer *viewer, gint64 participant);
GPtrArray *fram_contact_load_case_workers (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
gint64 fram_contact_find_visitor (FramDb *db, const FramViewer *viewer, const char *case_no, FramDate day,
                                  GError **error);
gint64 fram_contact_participant_of (FramDb *db, gint64 enrolment);
GStrv fram_contact_load_tasks (FramDb *db, gint64 workshop, GError **error);

G_END_DECLS
