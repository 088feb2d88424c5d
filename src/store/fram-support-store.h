#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredSupport:
 *
 * Support outside the programme as it lies in the register.
 */
typedef struct
{
  FramUuid id;
  gint64 enrolment;
  FramUuid enrolment_id;
  char *kind;
  char *provider;
  char *text;
  FramDate applied;
  FramDate waiting_since;
  FramDate started;
  FramDate ended;
} FramStoredSupport;

void fram_stored_support_free (FramStoredSupport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramStoredSupport, fram_stored_support_free)

GPtrArray *fram_support_load (FramDb *db, const FramViewer *viewer, gint64 enrolment, GError **error);
FramStoredSupport *fram_support_load_one (FramDb *db, const FramViewer *viewer, const FramUuid *id, GError **error);
GPtrArray *fram_support_load_providers (FramDb *db, const FramViewer *viewer, GError **error);

G_END_DECLS
