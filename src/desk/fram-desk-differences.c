#include "fram-desk-import-private.h"

#include "fram-day.h"
#include "fram-rights.h"
#include "fram-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What an import says of a thing that the register has with other values: which one, which field, and both values, as far as
 * the person at the keyboard may see them. */

static const struct
{
  FramEntity entity;
  const char *name;
} things[] = {
  { FRAM_ENTITY_CONTACT, N_ ("referrer") },
  { FRAM_ENTITY_STAFF, N_ ("staff") },
  { FRAM_ENTITY_ROLE_GRANT, N_ ("role") },
  { FRAM_ENTITY_ACTIVITY_GROUP, N_ ("group") },
  { FRAM_ENTITY_GROUP_STEP, N_ ("days of a group") },
  { FRAM_ENTITY_GROUP_SESSION_CHANGE, N_ ("session of a group") },
  { FRAM_ENTITY_PARTICIPANT, N_ ("participant") },
  { FRAM_ENTITY_REFERRAL, N_ ("referral") },
  { FRAM_ENTITY_ENROLMENT, N_ ("enrolment") },
  { FRAM_ENTITY_FOLLOW_UP, N_ ("follow-up") },
  { FRAM_ENTITY_CASE_WORKER, N_ ("case worker") },
  { FRAM_ENTITY_PLACEMENT, N_ ("placement") },
  { FRAM_ENTITY_MEMBERSHIP, N_ ("membership in a group") },
  { FRAM_ENTITY_RATING, N_ ("rating") },
  { FRAM_ENTITY_AREA_NOTE, N_ ("note on an area") },
  { FRAM_ENTITY_ADAPTATION, N_ ("adaptation") },
  { FRAM_ENTITY_INSTRUCTION, N_ ("instruction") },
  { FRAM_ENTITY_EVENT, N_ ("event") },
};

static const struct
{
  const char *column;
  const char *name;
} fields[] = {
  { "case_no", N_ ("case number") },
  { "given_name", N_ ("given name") },
  { "family_name", N_ ("family name") },
  { "birth_date", N_ ("birth date") },
  { "sex", N_ ("sex") },
  { "organisation", N_ ("organisation") },
  { "referrer", N_ ("referrer") },
  { "received", N_ ("date of referral") },
  { "study_visit", N_ ("study visit") },
  { "decision", N_ ("decision") },
  { "decided", N_ ("day of the decision") },
  { "enrolled", N_ ("enrolled") },
  { "closed", N_ ("closed") },
  { "outcome", N_ ("outcome") },
  { "answered", N_ ("date of the answer") },
  { "result", N_ ("result") },
  { "from_day", N_ ("first day") },
  { "to_day", N_ ("last day") },
  { "first_day", N_ ("first day") },
  { "last_day", N_ ("last day") },
  { "weekly_minutes", N_ ("hours a week") },
  { "minutes", N_ ("hours a session") },
  { "starts", N_ ("start") },
  { "rrule", N_ ("weekday") },
  { "planned_sessions", N_ ("planned sessions") },
  { "group_kind", N_ ("kind of group") },
  { "status", N_ ("status") },
  { "minutes_late", N_ ("minutes late") },
  { "came", N_ ("came") },
  { "left_at", N_ ("left") },
  { "attended_minutes", N_ ("hours attended") },
  { "planned_minutes", N_ ("hours planned") },
  { "reason", N_ ("reason") },
  { "note", N_ ("note") },
  { "value", N_ ("rating") },
  { "day", N_ ("day") },
  { "area", N_ ("area") },
  { "barrier", N_ ("need") },
  { "measure", N_ ("measure") },
  { "review_by", N_ ("review day") },
  { "line", N_ ("instruction") },
  { "parties", N_ ("who took part") },
  { "kind", N_ ("kind") },
  { "staff", N_ ("staff") },
  { "name", N_ ("name") },
  { "active", N_ ("in use") },
};

void
import_difference_free (gpointer data)
{
  FramImportDifference *self = data;

  g_free (self->thing);
  g_free (self->key);
  g_free (self->field);
  g_free (self->column);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static const char *
thing_name (FramEntity entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (things[i].entity == entity)
      return _ (things[i].name);
  return fram_entity_info (entity)->name;
}

static const char *
field_name (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].column, column) == 0)
      return _ (fields[i].name);
  return column;
}

/* The day that tells things of one person apart. */
static const char *
day_of (const FramRecord *record)
{
  static const char *const columns[] = { "day", "from_day" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const FramValue *value = NULL;

      if (fram_entity_find_column (record->entity, columns[i]) >= 0)
        value = fram_record_get (record, columns[i]);
      if (value != NULL && value->kind == FRAM_VALUE_TEXT)
        return value->text;
    }
  return NULL;
}

typedef struct
{
  FramDb *db;
  const FramViewer *viewer;
  const FramRecord *record;
  GPtrArray *out;
  gint64 participant;
  char *thing;
  char *key;
} Description;

/* "F2023-0012 snickeri 2023-03-06" */
static void
name_mark (Description *self)
{
  const FramRecord *record = self->record;
  gint64 enrolment = fram_db_find_row (self->db, &record->enrolment);
  g_autofree char *person = fram_db_label (self->db, enrolment);
  g_autofree char *place = fram_db_label (self->db, fram_db_find_row (self->db, &record->activity));
  char day[FRAM_DATE_TEXT_SIZE];

  self->participant = fram_db_find_participant (self->db, enrolment);
  self->key = g_strjoin (" ", person != NULL ? person : "?", place != NULL ? place : "?",
                         fram_date_format (record->day, day), NULL);
  self->thing = g_strdup (self->key);
}

/* What else is in the natural key: the indicator and who rated, the group, the workshop. */
static char *
rest_of_key (FramDb *db, const FramRecord *record)
{
  static const char *const columns[] = { "indicator", "rater", "activity", "activity_group" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int column = fram_entity_find_column (record->entity, columns[i]);
      const FramValue *value = column >= 0 ? &record->values[column] : NULL;
      g_autofree char *label = NULL;

      if (value != NULL && value->kind == FRAM_VALUE_REF)
        label = fram_db_label (db, fram_db_find_row (db, &value->ref));
      else if (value != NULL && value->kind == FRAM_VALUE_TEXT)
        label = g_strdup (value->text);
      if (label != NULL)
        g_string_append_printf (out, " %s", label);
    }
  return g_string_free (out, FALSE);
}

static void
name_row (Description *self)
{
  const FramRecord *record = self->record;
  g_autofree char *rest = rest_of_key (self->db, record);
  gint64 row = fram_db_find_row (self->db, &record->id);
  g_autofree char *label = fram_db_label (self->db, row);
  const char *day = day_of (record), *who = label != NULL ? label : "?";

  self->participant = fram_db_find_participant (self->db, row);
  self->key = g_strconcat (who, " ", fram_entity_info (record->entity)->name, day != NULL ? " " : "",
                           day != NULL ? day : "", rest, NULL);
  self->thing =
      g_strconcat (who, ", ", thing_name (record->entity), day != NULL ? " " : "", day != NULL ? day : "", rest, NULL);
}

static gboolean
may_see (const Description *self, const FramColumn *column)
{
  if (self->participant != 0)
    return fram_people_may (self->db, self->viewer, column->klass, self->participant);
  return fram_rights_may_read (self->viewer, column->klass);
}

/* Minutes as hours, times as a clock shows them. */
static char *
readable (const FramColumn *column, const char *value)
{
  gint64 number;

  if (value == NULL || !fram_int_parse (value, &number))
    return g_strdup (value);
  if (column->type == FRAM_TYPE_TIME)
    return g_strdup_printf ("%02d:%02d", (int)number / 60, (int)number % 60);
  return column->type == FRAM_TYPE_MINUTES ? fram_hours_format ((int)number) : g_strdup (value);
}

static void
take_difference (const FramDifference *difference, gpointer data)
{
  Description *self = data;
  FramImportDifference *out = g_new0 (FramImportDifference, 1);
  const FramColumn *column;

  out->thing = g_strdup (self->thing);
  out->key = g_strdup (self->key);
  g_ptr_array_add (self->out, out);
  if (difference->column < 0)
    return;
  column = &fram_entity_info (self->record->entity)->columns[difference->column];
  out->field = g_strdup (field_name (column->name));
  out->column = g_strdup (column->name);
  out->hidden = !may_see (self, column);
  if (out->hidden)
    return;
  out->before = readable (column, difference->before);
  out->after = readable (column, difference->after);
}

/* Adds what a record says differently from the register: a line per field. */
gboolean
import_describe (FramChanges *changes, FramDb *db, const FramViewer *viewer, const FramRecord *record,
                 GPtrArray *differences, GError **error)
{
  Description self = { db, viewer, record, differences, 0, NULL, NULL };
  gboolean ok;

  if (record->entity == FRAM_ENTITY_MARK)
    name_mark (&self);
  else
    name_row (&self);
  ok = fram_changes_compare (changes, record, take_difference, &self, error);
  g_free (self.thing);
  g_free (self.key);
  return ok;
}

/**
 * fram_import_difference_format:
 * @self: a difference
 *
 * Returns: (transfer full): a line for a person
 */
char *
fram_import_difference_format (const FramImportDifference *self)
{
  if (self->field == NULL)
    return g_strdup_printf (_ ("%s: was removed from the register."), self->thing);
  if (self->hidden)
    return g_strdup_printf (_ ("%s: %s is not the same."), self->thing, self->field);
  /* Translators: a person's thing, a field of it, and the two values */
  return g_strdup_printf (_ ("%s: %s is “%s” in the register and “%s” in the file."), self->thing, self->field,
                          self->before != NULL ? self->before : "", self->after != NULL ? self->after : "");
}
