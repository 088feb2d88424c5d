#pragma once

#include "fram-entity.h"

G_BEGIN_DECLS

/* The registry in parts, for fram-entity.c alone. Add at the end of an entity's columns; never renumber. */
typedef struct
{
  const FramEntityInfo *infos;
  guint n;
} FramEntityPart;

#define ENTITY(NUMBER, name, KLASS, MERGE)                                                                             \
  {                                                                                                                    \
    FRAM_ENTITY_##NUMBER, #name, FRAM_CLASS_##KLASS, FRAM_MERGE_##MERGE, name##_columns, G_N_ELEMENTS (name##_columns) \
  }

extern const FramEntityPart fram_entities_of_house;
extern const FramEntityPart fram_entities_of_person;
extern const FramEntityPart fram_entities_of_way;

G_END_DECLS
