#pragma once

#include "fram-desk.h"
#include "fram-handover-sheet.h"
#include "fram-paper.h"

G_BEGIN_DECLS

/** FRAM_DOCUMENT_HANDOVER: the kind of document that “Stafettpinnen” is. */
#define FRAM_DOCUMENT_HANDOVER "handover"

/**
 * FramGiven:
 * @day: when
 * @to: to whom
 *
 * That a document was given on.
 */
typedef struct
{
  FramDate day;
  char *to;
} FramGiven;

/**
 * FramDocument:
 * @id: the document
 * @kind: code of its kind: `handover`, `plan`, `final`
 * @title: its kind in words
 * @version: which one
 * @day: the day it was last written
 * @approved: the day on which the participant approved it, or %FRAM_DATE_NONE
 * @is_draft: whether it can still be changed
 * @written_by: (nullable): who wrote it
 * @given: (element-type FramGiven): to whom it was given, in order of day
 *
 * A version of a document about a participant.
 */
typedef struct
{
  FramUuid id;
  char *kind;
  char *title;
  int version;
  FramDate day;
  FramDate approved;
  gboolean is_draft;
  char *written_by;
  GPtrArray *given;
} FramDocument;

void fram_document_free (FramDocument *self);

/* Documents about a participant, newest first. (element-type FramDocument) FRAM_ERROR_DENIED, NOT_FOUND. */
GPtrArray *fram_desk_documents (FramDesk *self, const FramUuid *participant, GError **error);

/**
 * FramHandover:
 * @id: the document
 * @participant: whose
 * @enrolment: in which enrolment
 * @name: the name, as it may be shown
 * @version: which one
 * @is_saved: whether it is in the register already
 * @texts: by #FramHandoverField; the lines of a field are ideas of their own
 * @approved: the day on which the participant approved it; then it never changes
 * @writes: whether who sits there may write it
 * @given: (element-type FramGiven): to whom it was given
 *
 * A handover sheet.
 */
typedef struct
{
  FramUuid id;
  FramUuid participant;
  FramUuid enrolment;
  char *name;
  int version;
  gboolean is_saved;
  char *texts[FRAM_N_HANDOVER_FIELDS];
  FramDate approved;
  gboolean writes;
  GPtrArray *given;
} FramHandover;

void fram_handover_free (FramHandover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramHandover, fram_handover_free)

/* The draft that there is, or a new one: with what the last version said, or what is recorded already. */
FramHandover *fram_desk_begin_handover (FramDesk *self, const FramUuid *enrolment, GError **error);
FramHandover *fram_desk_handover (FramDesk *self, const FramUuid *id, GError **error);
/* Puts a draft on disk as it is being written; it is no undo step. FRAM_ERROR_INVALID for what is approved. */
gboolean fram_desk_save_handover (FramDesk *self, FramHandover *handover, GError **error);
gboolean fram_desk_discard_handover (FramDesk *self, const FramUuid *id, char **what, GError **error);
gboolean fram_desk_approve_handover (FramDesk *self, const FramUuid *id, FramDate day, char **what, GError **error);
gboolean fram_desk_give_handover (FramDesk *self, const FramUuid *id, const char *to, FramDate day, char **what,
                                  GError **error);

/* The sheet as it is printed and saved, with fram-desk-paper.h. */
FramPaper *fram_desk_handover_paper (FramDesk *self, const FramUuid *id, GError **error);
/* The newest version that is approved, or the draft. */
gboolean fram_desk_find_handover (FramDesk *self, const FramUuid *enrolment, FramUuid *id, GError **error);

G_END_DECLS
