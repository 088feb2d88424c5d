#include "fram-desk-indicators-private.h"

#include "fram-hint-store.h"
#include "fram-indicator-store.h"
#include "fram-profile.h"

#include <string.h>

/* A register that an earlier version of the program made knows only what its profile had then. What a newer version of the
 * profile adds to the sets of indicators comes in when the register is opened: what is missing, and nothing that people
 * may have changed. The ids are derived, so that two machines that do it meet in the same rows. */

#define OFFERED_AT_FIRST "fram-2021;avstamning-3" /* by version 1 of the profile */

typedef struct
{
  FramDesk *desk;
  FramChanges *changes;
  GHashTable *added; /* FramUuid of the sets that have come in now */
} Bringing;

typedef struct
{
  FramEntity entity;
  GPtrArray *columns; /* those that the register says nothing about */
  gboolean edited;
} Comparing;

static gboolean
tells_it_apart (const char *column)
{
  static const char *const columns[] = { "name_sv", "name_en", "lowest", "highest", "rated_by", "belief", "version" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i], column) == 0)
      return TRUE;
  return FALSE;
}

static void
on_difference (const FramDifference *difference, gpointer data)
{
  Comparing *comparing = data;
  const char *column =
      difference->column >= 0 ? fram_entity_info (comparing->entity)->columns[difference->column].name : NULL;

  if (column == NULL || (difference->before != NULL && tells_it_apart (column)))
    comparing->edited = TRUE;
  else if (difference->before == NULL && difference->after != NULL)
    g_ptr_array_add (comparing->columns, (gpointer)column);
}

/* A row that people have taken away or put in other words is theirs. */
static gboolean
fill (Bringing *self, const FramRecord *record, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  Comparing comparing = { record->entity, columns, FALSE };

  if (!fram_changes_compare (self->changes, record, on_difference, &comparing, error))
    return FALSE;
  if (comparing.edited || columns->len == 0)
    return TRUE;
  g_ptr_array_add (columns, NULL);
  return fram_changes_update (self->changes, record, (const char *const *)columns->pdata, error) != FRAM_WRITTEN_FAILED;
}

/* Questions come with their set only: a set that is there already keeps those that it has. */
static gboolean
is_wanted (Bringing *self, const FramRecord *record)
{
  const FramValue *set;

  if (record->entity == FRAM_ENTITY_INDICATOR_SET)
    {
      g_hash_table_add (self->added, g_memdup2 (&record->id, sizeof record->id));
      return TRUE;
    }
  set = fram_record_get (record, "indicator_set");
  return g_hash_table_contains (self->added, &set->ref);
}

static gboolean
bring_in (const FramRecord *record, gpointer data, GError **error)
{
  Bringing *self = data;

  if (record->entity != FRAM_ENTITY_INDICATOR_SET && record->entity != FRAM_ENTITY_INDICATOR)
    return TRUE;
  if (fram_changes_find (self->changes, &record->id) != 0)
    return fill (self, record, error);
  return !is_wanted (self, record) || fram_changes_insert (self->changes, record, error) != FRAM_WRITTEN_FAILED;
}

/* Where people were rated with the old set of eleven their series go on with it. */
static gboolean
offer_anew (FramDesk *self, FramChanges *changes, GKeyFile *profile, GError **error)
{
  g_autofree char *offered = fram_hint_load_setting (self->db, "indicator_sets");
  g_autofree char *wanted = g_key_file_get_string (profile, "programme", "indicator_sets", NULL);

  if (wanted == NULL || g_strcmp0 (offered, OFFERED_AT_FIRST) != 0)
    return TRUE;
  return fram_desk_write_setting (
      self, changes, "indicator_sets",
      fram_indicator_has_ratings (self->db, "fram-2021") ? "avstamning-3;fram-2021;fram-8" : wanted, error);
}

/* Settings that came later; what a programme has written itself stays. */
static gboolean
add_settings (FramDesk *self, FramChanges *changes, GKeyFile *profile, GError **error)
{
  static const char *const later[] = { "practice_places", "group_places" };

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *known = fram_hint_load_setting (self->db, later[i]);
      g_autofree char *value = g_key_file_get_string (profile, "programme", later[i], NULL);

      if (known == NULL && value != NULL && !fram_desk_write_setting (self, changes, later[i], value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_version (FramChanges *changes, const FramUuid *programme, int version, GError **error)
{
  static const char *const columns[] = { "version", NULL };
  g_autoptr (FramRecord) record = fram_record_new (FRAM_ENTITY_PROGRAMME, programme);

  fram_record_set_int (record, "version", version);
  return fram_changes_update (changes, record, columns, error) != FRAM_WRITTEN_FAILED;
}

static gboolean
bring_all_in (FramDesk *self, const FramUuid *programme, const char *code, GKeyFile *profile, int version,
              GError **error)
{
  g_autoptr (FramViewer) system = fram_viewer_new_system (fram_clock_today (self->clock));
  g_autoptr (FramChanges) changes = fram_changes_begin (self->db, system, "profile", NULL, error);
  g_autoptr (GHashTable) added = g_hash_table_new_full (fram_uuid_hash, fram_uuid_equal, g_free, NULL);
  Bringing bringing = { self, changes, added };

  return changes != NULL && fram_profile_emit (code, bring_in, &bringing, error) &&
         offer_anew (self, changes, profile, error) && add_settings (self, changes, profile, error) &&
         set_version (changes, programme, version, error) && fram_changes_commit (changes, NULL, error);
}

/* Where it cannot be done now it will be another time. */
void
fram_desk_bring_in_profile (FramDesk *self)
{
  FramUuid programme;
  int known = 0, version;
  g_autofree char *settings = NULL, *code = NULL;
  g_autoptr (GKeyFile) profile = NULL;
  g_autoptr (GError) error = NULL;

  FRAM_DESK_LOCKED (self);
  if (fram_db_get_read_only_reason (self->db) != NULL)
    return;
  settings = fram_indicator_load_settings (self->db, &programme, &known);
  code = fram_db_get_meta (self->db, "programme");
  profile = settings != NULL && code != NULL ? fram_profile_load (code, NULL) : NULL;
  version = profile != NULL ? g_key_file_get_integer (profile, "programme", "version", NULL) : 0;
  if (version > known && !bring_all_in (self, &programme, code, profile, version, &error))
    g_info ("Bringing in the profile: %s", error->message);
}
