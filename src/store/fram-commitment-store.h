#pragma once

#include "fram-people-store.h"

G_BEGIN_DECLS

/**
 * FramStoredCommitmentKind:
 *
 * A kind of commitment of the programme, as the register has it.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *code;
  char *name; /* in the reader's language */
  char *whose;
  char *due_from;
  int due_days;
  int every_days;
  char *done_by;
} FramStoredCommitmentKind;

/**
 * FramStoredSign:
 *
 * A meeting that was held or something else that was registered, by its code.
 */
typedef struct
{
  char *kind;
  FramDate day;
} FramStoredSign;

/**
 * FramStoredChange:
 *
 * A day on which who is in charge changed: in the programme, or at the referrer's.
 */
typedef struct
{
  FramDate day;
  gboolean by_referrer;
} FramStoredChange;

/**
 * FramStoredPromise:
 *
 * What was written about a commitment; the note is unset where the viewer may not see it.
 */
typedef struct
{
  FramUuid id;
  gint64 kind;
  int ordinal;
  FramDate due;
  char *whose;
  FramDate done;
  char *note;
} FramStoredPromise;

/**
 * FramStoredPromises:
 *
 * One enrolment with what its commitments are worked out from. What the viewer may not see is unset, and the flags say
 * which those are.
 */
typedef struct
{
  FramStoredCase person; /* names, ids, enrolled, closed */
  FramDate target;
  gboolean own;
  gboolean sees_intake;
  gboolean sees_outcome;
  gboolean sees_note;
  gboolean writes;
  FramDate received;
  FramDate study_visit;
  char *papers;
  FramDate decided;
  char *organisation;      /* code */
  char *organisation_name; /* in the reader's language */
  char *referrer;
  FramDate training_from;
  FramDate training_to;
  FramDate support;
  FramDate report;
  GArray *changes;    /* (element-type FramStoredChange), in order of day, each day once */
  GArray *signs;      /* (element-type FramStoredSign), in order of day */
  GPtrArray *written; /* (element-type FramStoredPromise) */
} FramStoredPromises;

void fram_stored_commitment_kind_free (FramStoredCommitmentKind *self);
void fram_stored_promises_free (FramStoredPromises *self);

GPtrArray *fram_commitment_load_kinds (FramDb *db, GError **error);
GPtrArray *fram_commitment_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, FramDate closed_since,
                                 gboolean own, GError **error);
gint64 fram_commitment_find (FramDb *db, const FramUuid *id, gboolean *gone);

G_END_DECLS
