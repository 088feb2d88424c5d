#include "fram-entity-private.h"

/* One registry numbers entities and units and says class and merge rule of each. Add at the end; never renumber. */

#include <string.h>

static void
add_part (const FramEntityInfo **all, const FramEntityPart *part)
{
  for (guint i = 0; i < part->n; i++)
    {
      g_assert (all[part->infos[i].number] == NULL);
      all[part->infos[i].number] = &part->infos[i];
    }
}

/* By number. */
static const FramEntityInfo **
get_entities (void)
{
  static const FramEntityInfo *all[FRAM_N_ENTITIES];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      add_part (all, &fram_entities_of_house);
      add_part (all, &fram_entities_of_person);
      add_part (all, &fram_entities_of_way);
      g_once_init_leave (&ready, 1);
    }
  return all;
}

static const char *const class_codes[FRAM_N_CLASSES] = {
  "ref",  "rights",   "shop",   "basic", "phone",   "contact", "intake",  "plan",     "attend", "instruct",
  "need", "progress", "belief", "note",  "ot_note", "task",    "outcome", "document", "places", "log",
};

/**
 * fram_entity_info:
 * @entity: an entity's number
 *
 * Returns: (nullable): what the registry says of it; %NULL for a number this version does not know
 */
const FramEntityInfo *
fram_entity_info (FramEntity entity)
{
  return (int)entity > 0 && entity < FRAM_N_ENTITIES ? get_entities ()[entity] : NULL;
}

const FramEntityInfo *
fram_entity_by_name (const char *name)
{
  const FramEntityInfo **all = get_entities ();

  for (guint i = 1; i < FRAM_N_ENTITIES; i++)
    if (all[i] != NULL && strcmp (all[i]->name, name) == 0)
      return all[i];
  return NULL;
}

/**
 * fram_entity_find_column:
 * @entity: an entity
 * @name: a column's name
 *
 * Returns: its index among the entity's columns, or -1
 */
int
fram_entity_find_column (FramEntity entity, const char *name)
{
  const FramEntityInfo *info = fram_entity_info (entity);

  g_return_val_if_fail (info != NULL, -1);
  for (guint i = 0; i < info->n_columns; i++)
    if (strcmp (info->columns[i].name, name) == 0)
      return (int)i;
  return -1;
}

/**
 * fram_entity_is_by_row:
 * @entity: an entity
 *
 * Returns: whether a change of any field is a change of the whole row (DATA.md, "merge unit and rule")
 */
gboolean
fram_entity_is_by_row (FramEntity entity)
{
  const FramEntityInfo *info = fram_entity_info (entity);

  g_return_val_if_fail (info != NULL, FALSE);
  return info->merge == FRAM_MERGE_ROW || entity == FRAM_ENTITY_MARK;
}

const char *
fram_class_get_code (FramClass klass)
{
  g_return_val_if_fail (klass < FRAM_N_CLASSES, NULL);
  return class_codes[klass];
}

gboolean
fram_class_from_code (const char *code, FramClass *klass)
{
  for (guint i = 0; i < FRAM_N_CLASSES; i++)
    if (g_strcmp0 (class_codes[i], code) == 0)
      {
        *klass = (FramClass)i;
        return TRUE;
      }
  return FALSE;
}
