#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/** FRAM_PROVEN_PEOPLE: what so many different participants have word for word is nobody's own words any more. */
#define FRAM_PROVEN_PEOPLE 3

/**
 * FramStoredProven:
 *
 * A measure that can be suggested: kept in the catalogue, or used by many.
 */
typedef struct
{
  FramUuid id; /* of the entry, none where it comes from use alone */
  char *area;
  char *area_name;
  char *text;
  char *line;
  guint n_people; /* how many of those whose needs the viewer may read have or had it in place */
} FramStoredProven;

void fram_stored_proven_free (FramStoredProven *self);

GPtrArray *fram_proven_load_kept (FramDb *db, const char *area, GError **error);
GPtrArray *fram_proven_load_used (FramDb *db, const FramViewer *viewer, const char *area, GError **error);

G_END_DECLS
