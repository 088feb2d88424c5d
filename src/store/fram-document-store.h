#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredDocument:
 *
 * A version of a document about a participant.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  gint64 participant;
  FramUuid participant_id;
  gint64 enrolment;
  FramUuid enrolment_id;
  char *case_no;
  char *given_name;
  char *family_name;
  gboolean is_protected;
  char *kind;
  int version;
  char *text;
  char *sent_to;
  gint64 at;
  FramDate approved;
  char *staff_name;
  char *programme; /* its Swedish name */
} FramStoredDocument;

void fram_stored_document_free (FramStoredDocument *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredDocument, fram_stored_document_free)

GPtrArray *fram_document_load (FramDb *db, const FramViewer *viewer, gint64 participant, const char *kind,
                               GError **error);
FramStoredDocument *fram_document_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error);
int fram_document_newest_version (FramDb *db, gint64 participant, const char *kind);

/**
 * FramStoredPart:
 *
 * A line with a day and a time: a milestone with its due day, a weekday's hours, a meeting.
 */
typedef struct
{
  char *text;
  char *detail;
  FramDate day;
  int weekday;
  int from_time;
  int to_time;
} FramStoredPart;

/**
 * FramStoredHandover:
 *
 * What a handover sheet begins with; what the viewer may not see is left out. Names are Swedish, as the sheet is.
 */
typedef struct
{
  char *main_goal;
  FramDate target;
  GPtrArray *seen;         /* (element-type FramStoredPart): strengths, those first that were agreed on */
  GPtrArray *instructions; /* (element-type FramStoredPart) */
  GPtrArray *goals;        /* (element-type FramStoredPart): not reached yet */
  GPtrArray *hours;        /* (element-type FramStoredPart): the weekly plan of today, and what is to come */
  GPtrArray *meetings;     /* (element-type FramStoredPart): booked; text is the kind's code */
  GPtrArray *case_workers; /* (element-type FramStoredPart): name and phone */
  GPtrArray *referrers;    /* (element-type FramStoredPart): name, organisation */
} FramStoredHandover;

void fram_stored_handover_free (FramStoredHandover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredHandover, fram_stored_handover_free)

FramStoredHandover *fram_handover_load (FramDb *db, const FramViewer *viewer, gint64 participant, gint64 enrolment,
                                        GError **error);

G_END_DECLS
