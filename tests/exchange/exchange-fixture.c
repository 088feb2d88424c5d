#include "exchange-fixture.h"

#include "fram-ids.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const workshops[] = { "administration", "kreativt_hantverk", "kok_bageri",
                                         "snickeri",       "tradgard",          "butik_torsten" };
static const char *const kinds[] = { "introduktion", "aterhamtningsgrupp", "redo", "friskvard",
                                     "arbetsmarknadskunskap" };
static const char *const outcomes[] = { "arbete",        "studier",          "rehabsamverkan", "af_ordinarie",
                                        "ama_ordinarie", "ovrigt_arbetsliv", "ohalsa",         "annan_rehab",
                                        "annat",         "lag_narvaro",      "foraldraledig",  "flyttat",
                                        "avbrutit",      "ingen_insats" };
static const char *const decisions[] = { "accepted",
                                         "pending",
                                         "withdrawn",
                                         "physical_ill_health",
                                         "overall_ill_health_too_extensive",
                                         "repeated_no_show_at_enrolment",
                                         "doctor_advised_against",
                                         "started_work_or_studies",
                                         "intellectual_disability",
                                         "other" };
static const char *const organisations[] = { "AF", "FK", "AMA" };
static const char *const areas[] = { "arbetstid",   "instruktioner", "kommunikation", "hjalpmedel", "fysiskt",
                                     "arbetsmiljo", "socialt",       "resor",         "struktur",   "pauser" };
static const char *const indicators[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11" };
static const struct
{
  const char *code;
  FramCounts counts;
} statuses[] = {
  { "present", FRAM_COUNTS_PRESENT },
  { "late", FRAM_COUNTS_PRESENT },
  { "absent_notified", FRAM_COUNTS_ABSENT },
  { "absent_unnotified", FRAM_COUNTS_ABSENT },
  { "sick", FRAM_COUNTS_ABSENT },
  { "leave", FRAM_COUNTS_NEITHER },
  { "other_appointment", FRAM_COUNTS_NEITHER },
};

typedef FramUuid (*IdFunc) (const char *code);

static void
add_all (FramProfileCodes *codes, FramEntity entity, const char *const *names, guint n, IdFunc id_of)
{
  for (guint i = 0; i < n; i++)
    {
      FramUuid id = id_of (names[i]);

      fram_profile_codes_add (codes, entity, names[i], &id);
    }
}

static FramUuid
workshop_id (const char *code)
{
  return fram_id_workshop (FRAM_SITE_DEFAULT, code);
}

static FramUuid
indicator_id (const char *code)
{
  return fram_id_indicator ("fram-2021", (int)g_ascii_strtoll (code, NULL, 10));
}

static void
add_indicator (FramProfileCodes *codes, const char *set, int ordinal, int highest, guint raters, gboolean is_agenda)
{
  g_autofree char *code = g_strdup_printf ("%s:%d", set, ordinal);
  FramIndicatorCode what = { fram_id_indicator (set, ordinal), is_agenda, 1, highest, raters };

  fram_profile_codes_add_indicator (codes, code, &what);
}

FramProfileCodes *
fixture_codes (void)
{
  FramProfileCodes *codes = fram_profile_codes_new ();
  FramUuid programme = fram_id_programme ("fram"), site = fram_id_site (FRAM_SITE_DEFAULT);

  fram_profile_codes_set_programme (codes, &programme);
  fram_profile_codes_set_site (codes, &site);
  add_all (codes, FRAM_ENTITY_WORKSHOP, workshops, G_N_ELEMENTS (workshops), workshop_id);
  add_all (codes, FRAM_ENTITY_GROUP_KIND, kinds, G_N_ELEMENTS (kinds), fram_id_group_kind);
  add_all (codes, FRAM_ENTITY_OUTCOME, outcomes, G_N_ELEMENTS (outcomes), fram_id_outcome);
  add_all (codes, FRAM_ENTITY_DECISION, decisions, G_N_ELEMENTS (decisions), fram_id_decision);
  add_all (codes, FRAM_ENTITY_ORGANISATION, organisations, G_N_ELEMENTS (organisations), fram_id_organisation);
  add_all (codes, FRAM_ENTITY_ADAPTATION_AREA, areas, G_N_ELEMENTS (areas), fram_id_adaptation_area);
  add_all (codes, FRAM_ENTITY_INDICATOR, indicators, G_N_ELEMENTS (indicators), indicator_id);
  add_indicator (codes, "avstamning-3", 1, 4, 1u << FRAM_RATER_PARTICIPANT, FALSE);
  add_indicator (codes, "indikator-11", 11, 5, 1u << FRAM_RATER_CASE_WORKER, FALSE);
  add_indicator (codes, "fram-8", 1, 5, 1u << FRAM_RATER_CASE_WORKER, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      FramUuid id = fram_id_attendance_status (statuses[i].code);

      fram_profile_codes_add_status (codes, statuses[i].code, &id, statuses[i].counts);
    }
  return codes;
}

FixtureSink *
fixture_sink_new (gboolean check)
{
  FixtureSink *self = g_new0 (FixtureSink, 1);

  self->sum = g_checksum_new (G_CHECKSUM_SHA256);
  self->ids = g_hash_table_new_full (fram_uuid_hash, fram_uuid_equal, g_free, NULL);
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify)fram_record_free);
  self->check = check;
  return self;
}

void
fixture_sink_free (FixtureSink *self)
{
  g_checksum_free (self->sum);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->marks);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

static FramRecord *
copy (const FramRecord *record)
{
  FramRecord *out = g_memdup2 (record, sizeof *record);

  for (guint i = 0; i < FRAM_MAX_COLUMNS; i++)
    fram_value_copy (&record->values[i], &out->values[i]);
  return out;
}

static void
hash_record (GChecksum *sum, const FramRecord *record)
{
  g_checksum_update (sum, (const guchar *)&record->entity, sizeof record->entity);
  g_checksum_update (sum, record->id.bytes, 16);
  g_checksum_update (sum, record->enrolment.bytes, 16);
  g_checksum_update (sum, record->activity.bytes, 16);
  g_checksum_update (sum, (const guchar *)&record->day, sizeof record->day);
  for (guint i = 0; i < FRAM_MAX_COLUMNS; i++)
    {
      const FramValue *v = &record->values[i];

      g_checksum_update (sum, (const guchar *)&v->kind, sizeof v->kind);
      g_checksum_update (sum, (const guchar *)&v->number, sizeof v->number);
      g_checksum_update (sum, v->ref.bytes, 16);
      if (v->kind == FRAM_VALUE_TEXT)
        g_checksum_update (sum, (const guchar *)v->text, -1);
    }
}

/* What the profile brings is there before any importer runs. */
static gboolean
is_profile (FramEntity target)
{
  switch (target)
    {
    case FRAM_ENTITY_SITE:
    case FRAM_ENTITY_ORGANISATION:
    case FRAM_ENTITY_PROGRAMME:
    case FRAM_ENTITY_WORKSHOP:
    case FRAM_ENTITY_GROUP_KIND:
    case FRAM_ENTITY_ATTENDANCE_STATUS:
    case FRAM_ENTITY_OUTCOME:
    case FRAM_ENTITY_DECISION:
    case FRAM_ENTITY_INDICATOR:
    case FRAM_ENTITY_COMMITMENT_KIND:
    case FRAM_ENTITY_ADAPTATION_AREA: return TRUE;
    default: return FALSE;
    }
}

static gboolean
is_workshop (const FramUuid *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (workshops); i++)
    {
      FramUuid workshop = workshop_id (workshops[i]);

      if (fram_uuid_equal (id, &workshop))
        return TRUE;
    }
  return FALSE;
}

static void
check_known (FixtureSink *self, const FramUuid *id, FramEntity target)
{
  if (!is_profile (target) && !g_hash_table_contains (self->ids, id) && !is_workshop (id))
    self->dangling++;
}

static void
check_record (FixtureSink *self, const FramRecord *record)
{
  const FramEntityInfo *info = fram_entity_info (record->entity);

  for (guint i = 0; i < info->n_columns; i++)
    {
      /* of a workshop the profile has said what is required; the demonstration adds to it */
      if (info->columns[i].required && !(record->entity == FRAM_ENTITY_WORKSHOP && is_workshop (&record->id)))
        g_assert_cmpint (record->values[i].kind, !=, FRAM_VALUE_NULL);
      if (record->values[i].kind == FRAM_VALUE_REF)
        check_known (self, &record->values[i].ref, info->columns[i].target);
    }
  if (record->entity == FRAM_ENTITY_MARK)
    {
      char a[FRAM_UUID_TEXT_SIZE], b[FRAM_UUID_TEXT_SIZE];
      char *key = g_strdup_printf ("%s %s %d %d", fram_uuid_format (&record->enrolment, a),
                                   fram_uuid_format (&record->activity, b), record->day, record->part);

      check_known (self, &record->enrolment, FRAM_ENTITY_ENROLMENT);
      check_known (self, &record->activity, FRAM_ENTITY_NONE);
      self->doubles += g_hash_table_add (self->marks, key) ? 0 : 1;
      return;
    }
  g_assert_false (fram_uuid_is_none (&record->id));
  self->doubles += g_hash_table_add (self->ids, g_memdup2 (&record->id, sizeof record->id)) ? 0 : 1;
}

gboolean
fixture_sink_take (const FramRecord *record, gpointer data, GError **error)
{
  FixtureSink *self = data;

  self->n[record->entity]++;
  if (self->keep[record->entity])
    g_ptr_array_add (self->kept, copy (record));
  if (!self->check)
    return TRUE;
  hash_record (self->sum, record);
  check_record (self, record);
  return TRUE;
}

const char *
fixture_sink_hash (FixtureSink *self)
{
  return g_checksum_get_string (self->sum);
}

const FramRecord *
fixture_sink_find (FixtureSink *self, FramEntity entity, const FramUuid *id)
{
  for (guint i = 0; i < self->kept->len; i++)
    {
      const FramRecord *record = self->kept->pdata[i];

      if (record->entity == entity && fram_uuid_equal (&record->id, id))
        return record;
    }
  return NULL;
}

const char *
fixture_text (const FramRecord *record, const char *column)
{
  const FramValue *value = fram_record_get (record, column);

  return value->kind == FRAM_VALUE_TEXT ? value->text : NULL;
}

gint64
fixture_int (const FramRecord *record, const char *column, gint64 otherwise)
{
  const FramValue *value = fram_record_get (record, column);

  return value->kind == FRAM_VALUE_INT ? value->number : otherwise;
}

FramDate
fixture_date (const FramRecord *record, const char *column)
{
  return fram_date_parse (fixture_text (record, column));
}

char *
fixture_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", name, NULL);
}

char *
fixture_make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *path = g_dir_make_tmp ("fram-exchange-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

void
fixture_remove_directory (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        fixture_remove_directory (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}
