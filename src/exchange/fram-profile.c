#include "fram-profile.h"

#include "fram-error.h"
#include "fram-ids.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A programme profile is data (DOMAIN.md, "Other programmes"): a key file whose groups are "entity code" and whose keys
 * are the columns of the register's tables, with name= and name[sv]= for the two languages. */

typedef struct
{
  GKeyFile *file;
  const char *group;
  FramRecord record;
} Reader;

static char *
read_key (Reader *reader, const char *key, gboolean swedish)
{
  if (swedish)
    return g_key_file_get_locale_string (reader->file, reader->group, key, "sv", NULL);
  return g_key_file_get_string (reader->file, reader->group, key, NULL);
}

/* name_sv is name[sv]=, name_en is name= */
static char *
read_column (Reader *reader, const FramColumn *column)
{
  g_autofree char *base = g_strdup (column->name);

  if (g_str_has_suffix (base, "_sv") || g_str_has_suffix (base, "_en"))
    {
      gboolean swedish = g_str_has_suffix (base, "_sv");

      base[strlen (base) - 3] = '\0';
      return read_key (reader, base, swedish);
    }
  return read_key (reader, base, FALSE);
}

static void
set_column (Reader *reader, const FramColumn *column, const char *text)
{
  gint64 number;

  switch (column->type)
    {
    case FRAM_TYPE_FLAG: fram_record_set_int (&reader->record, column->name, strcmp (text, "true") == 0); break;
    case FRAM_TYPE_INTEGER:
    case FRAM_TYPE_MINUTES:
      if (fram_int_parse (text, &number))
        fram_record_set_int (&reader->record, column->name, number);
      break;
    case FRAM_TYPE_TIME: fram_record_set_int (&reader->record, column->name, fram_time_parse (text)); break;
    case FRAM_TYPE_REF:
      if (column->target == FRAM_ENTITY_SITE)
        {
          FramUuid site = fram_id_site (text);

          fram_record_set_ref (&reader->record, column->name, &site);
        }
      break;
    case FRAM_TYPE_TEXT:
    case FRAM_TYPE_CODE:
    case FRAM_TYPE_DATE:
    case FRAM_TYPE_INSTANT:
    default: fram_record_set_text (&reader->record, column->name, text); break;
    }
}

static void
set_columns (Reader *reader, FramEntity entity)
{
  const FramEntityInfo *info = fram_entity_info (entity);

  for (guint i = 0; i < info->n_columns; i++)
    {
      g_autofree char *text = read_column (reader, &info->columns[i]);

      if (text != NULL)
        set_column (reader, &info->columns[i], text);
    }
}

/* A set that the profile carries in a later version has the id of that version. */
static int
version_of_set (Reader *reader, const char *code)
{
  g_autofree char *group = g_strconcat ("indicator_set ", code, NULL);

  return MAX (g_key_file_get_integer (reader->file, group, "version", NULL), 1);
}

static FramUuid
id_of (Reader *reader, FramEntity entity, const char *code)
{
  g_autofree char *site = read_key (reader, "site", FALSE);

  switch ((int)entity)
    {
    case FRAM_ENTITY_SITE: return fram_id_site (code);
    case FRAM_ENTITY_ORGANISATION: return fram_id_organisation (code);
    case FRAM_ENTITY_WORKSHOP: return fram_id_workshop (site != NULL ? site : FRAM_SITE_DEFAULT, code);
    case FRAM_ENTITY_GROUP_KIND: return fram_id_group_kind (code);
    case FRAM_ENTITY_ATTENDANCE_STATUS: return fram_id_attendance_status (code);
    case FRAM_ENTITY_OUTCOME: return fram_id_outcome (code);
    case FRAM_ENTITY_DECISION: return fram_id_decision (code);
    case FRAM_ENTITY_INDICATOR_SET: return fram_id_indicator_set_version (code, version_of_set (reader, code));
    case FRAM_ENTITY_COMMITMENT_KIND: return fram_id_commitment_kind (code);
    case FRAM_ENTITY_ADAPTATION_AREA: return fram_id_adaptation_area (code);
    default: return fram_uuid_derive_v (fram_entity_info (entity)->name, code, NULL);
    }
}

static gboolean
emit_plain (Reader *reader, FramEntity entity, const char *code, FramRecordFunc sink, gpointer data, GError **error)
{
  FramUuid id = id_of (reader, entity, code);

  fram_record_reset (&reader->record, entity, &id);
  set_columns (reader, entity);
  if (fram_entity_find_column (entity, "code") >= 0)
    fram_record_set_text (&reader->record, "code", code);
  return sink (&reader->record, data, error);
}

/* "indicator SET ORDINAL" */
static gboolean
emit_indicator (Reader *reader, const char *code, FramRecordFunc sink, gpointer data, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (code, " ", 2);
  gint64 ordinal = 0;
  FramUuid set, id;

  if (parts[0] == NULL || !fram_int_parse (parts[1], &ordinal))
    return TRUE;
  set = id_of (reader, FRAM_ENTITY_INDICATOR_SET, parts[0]);
  id = fram_id_indicator_version (parts[0], version_of_set (reader, parts[0]), (int)ordinal);
  fram_record_reset (&reader->record, FRAM_ENTITY_INDICATOR, &id);
  set_columns (reader, FRAM_ENTITY_INDICATOR);
  fram_record_set_ref (&reader->record, "indicator_set", &set);
  fram_record_set_int (&reader->record, "ordinal", ordinal);
  return sink (&reader->record, data, error);
}

/* One row per weekday; hours of the house have no workshop. */
static gboolean
emit_hours (Reader *reader, const char *code, FramRecordFunc sink, gpointer data, GError **error)
{
  gsize n = 0;
  g_autofree int *weekdays = g_key_file_get_integer_list (reader->file, reader->group, "weekdays", &n, NULL);
  gboolean house = strcmp (code, "house") == 0;
  FramUuid workshop = fram_id_workshop (FRAM_SITE_DEFAULT, code);

  for (gsize i = 0; i < n; i++)
    {
      FramUuid id = fram_id_opening_hours (FRAM_SITE_DEFAULT, house ? "" : code, weekdays[i]);

      fram_record_reset (&reader->record, FRAM_ENTITY_OPENING_HOURS, &id);
      set_columns (reader, FRAM_ENTITY_OPENING_HOURS);
      fram_record_set_ref (&reader->record, "workshop", house ? NULL : &workshop);
      fram_record_set_int (&reader->record, "weekday", weekdays[i]);
      if (!sink (&reader->record, data, error))
        return FALSE;
    }
  return TRUE;
}

/* Settings that the register has no column of its own for stay together as they were written. */
static gboolean
emit_programme (Reader *reader, FramRecordFunc sink, gpointer data, GError **error)
{
  static const char *const settings[] = { "introduction_days", "phases",      "queue_order",
                                          "case_load",         "belief",      "indicator_sets",
                                          "streak_alerts",     "gap_days",    "external_follow_up_weeks",
                                          "practice_places",   "group_places" };
  g_autofree char *code = read_key (reader, "code", FALSE);
  FramUuid id = fram_id_programme (code);
  GString *text = g_string_new (NULL);

  fram_record_reset (&reader->record, FRAM_ENTITY_PROGRAMME, &id);
  set_columns (reader, FRAM_ENTITY_PROGRAMME);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = read_key (reader, settings[i], FALSE);

      if (value != NULL)
        g_string_append_printf (text, "%s=%s\n", settings[i], value);
    }
  fram_record_set_text (&reader->record, "settings", text->str);
  g_string_free (text, TRUE);
  return sink (&reader->record, data, error);
}

static gboolean
emit_group (Reader *reader, FramRecordFunc sink, gpointer data, GError **error)
{
  g_auto (GStrv) words = g_strsplit (reader->group, " ", 2);
  const FramEntityInfo *info = fram_entity_by_name (words[0]);

  /* a list that is read where it stands: fram-profile-fields.c */
  if (strcmp (words[0], FRAM_PROFILE_WORK_FIELD) == 0)
    return TRUE;
  if (info == NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_INVALID,
                   _ ("The programme profile has a part “%s” that is not known."), reader->group);
      return FALSE;
    }
  if (info->number == FRAM_ENTITY_PROGRAMME)
    return emit_programme (reader, sink, data, error);
  if (info->number == FRAM_ENTITY_OPENING_HOURS)
    return emit_hours (reader, words[1], sink, data, error);
  if (info->number == FRAM_ENTITY_INDICATOR)
    return emit_indicator (reader, words[1], sink, data, error);
  return emit_plain (reader, info->number, words[1], sink, data, error);
}

/* The rights table in force, so that the administrator can change it (DATA.md, "Who sees which class"). */
static gboolean
emit_rights (FramRecord *record, FramRecordFunc sink, gpointer data, GError **error)
{
  FramRightsTable table;

  fram_rights_table_init (&table);
  for (guint role = 0; role < FRAM_N_ROLES; role++)
    for (guint klass = 0; klass < FRAM_N_CLASSES; klass++)
      {
        const char *role_code = fram_role_get_code ((FramRole)role);
        const char *class_code = fram_class_get_code ((FramClass)klass);
        FramUuid id = fram_id_role_right (role_code, class_code);

        fram_record_reset (record, FRAM_ENTITY_ROLE_RIGHT, &id);
        fram_record_set_text (record, "role", role_code);
        fram_record_set_text (record, "class", class_code);
        fram_record_set_text (record, "reach", fram_reach_get_code (table.cells[role][klass].reach));
        fram_record_set_int (record, "write", table.cells[role][klass].write);
        if (!sink (record, data, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * fram_profile_load:
 * @programme: code of a profile that the program carries
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the profile as it is written
 */
GKeyFile *
fram_profile_load (const char *programme, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/se/framsteg/Framsteg/programmes/%s.programme", programme);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (bytes == NULL)
    {
      g_set_error (error, FRAM_ERROR, FRAM_ERROR_NOT_FOUND, _ ("There is no programme profile “%s”."), programme);
      return NULL;
    }
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_KEEP_TRANSLATIONS, error))
    return NULL;
  return g_steal_pointer (&file);
}

/**
 * fram_profile_emit:
 * @programme: code of a profile that the program carries
 * @sink: takes the records, those that others refer to first
 * @sink_data: closure
 * @error: return location; %FRAM_ERROR_NOT_FOUND
 *
 * Turns a programme profile into records: workshops, groups, statuses, outcomes, organisations, indicators, commitments,
 * and the default rights.
 *
 * Returns: whether all records were taken
 */
gboolean
fram_profile_emit (const char *programme, FramRecordFunc sink, gpointer sink_data, GError **error)
{
  g_autoptr (GKeyFile) file = fram_profile_load (programme, error);
  g_auto (GStrv) groups = NULL;
  Reader reader = { 0 };
  gboolean ok = TRUE;

  if (file == NULL)
    return FALSE;
  reader.file = file;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; ok && groups[i] != NULL; i++)
    {
      reader.group = groups[i];
      ok = emit_group (&reader, sink, sink_data, error);
    }
  ok = ok && emit_rights (&reader.record, sink, sink_data, error);
  fram_record_clear (&reader.record);
  return ok;
}
