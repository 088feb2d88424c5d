#pragma once

#include "fram-commitment-store.h"
#include "fram-desk-commitment.h"
#include "fram-desk-private.h"

G_BEGIN_DECLS

/* Commitments of enrolments, read and worked out. */
typedef struct
{
  GPtrArray *kinds; /* (element-type FramStoredCommitmentKind) */
  GArray *rules;    /* (element-type FramCommitmentRule), one for each kind */
  GPtrArray *cases; /* (element-type FramStoredPromises) */
} FramPromises;

void fram_promises_clear (FramPromises *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramPromises, fram_promises_clear)

gboolean fram_promises_load (FramPromises *self, FramDesk *desk, gint64 enrolment, FramDate closed_since, gboolean own,
                             GError **error);
GArray *fram_promises_find (const FramPromises *self, const FramStoredPromises *of, FramDate at);
int fram_promises_find_kind (const FramPromises *self, const char *code);
FramWritten fram_desk_write_promise (FramDesk *self, FramChanges *changes, const FramUuid *enrolment,
                                     const FramUuid *kind, int ordinal, const FramCommitmentEdit *edit,
                                     const char *const *columns, GError **error);

G_END_DECLS
