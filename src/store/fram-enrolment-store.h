#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredEnrolment:
 * @row: row number
 * @id: the enrolment
 * @participant: row number of whose
 * @participant_id: whose
 * @case_no: case number
 * @given_name: given name
 * @family_name: family name
 * @is_protected: protected identity
 * @enrolled: first day
 * @closed: last day, or %FRAM_DATE_NONE
 * @wished_place: (nullable): what external place is wished for
 *
 * One enrolment, of somebody whom the viewer may see.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 participant;
  FramUuid participant_id;
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  FramDate enrolled;
  FramDate closed;
  char *wished_place;
} FramStoredEnrolment;

void fram_stored_enrolment_free (FramStoredEnrolment *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredEnrolment, fram_stored_enrolment_free)

FramStoredEnrolment *fram_enrolment_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
GPtrArray *fram_enrolment_load_open (FramDb *db, const FramViewer *viewer, GError **error);
char *fram_enrolment_dup_name (const FramStoredEnrolment *self);

G_END_DECLS
