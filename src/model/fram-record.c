#include "fram-record.h"

#include <string.h>

/**
 * fram_record_new:
 * @entity: what kind of thing
 * @id: (nullable): its identity
 *
 * Returns: (transfer full): a record with no values
 */
FramRecord *
fram_record_new (FramEntity entity, const FramUuid *id)
{
  FramRecord *self = g_new0 (FramRecord, 1);

  fram_record_reset (self, entity, id);
  return self;
}

/**
 * fram_record_new_mark:
 * @enrolment: whose
 * @activity: the workshop or group
 * @day: the date
 * @part: 0, 1 or 2
 *
 * Returns: (transfer full): an attendance mark with no status yet
 */
FramRecord *
fram_record_new_mark (const FramUuid *enrolment, const FramUuid *activity, FramDate day, int part)
{
  FramRecord *self = fram_record_new (FRAM_ENTITY_MARK, NULL);

  self->enrolment = *enrolment;
  self->activity = *activity;
  self->day = day;
  self->part = part;
  return self;
}

/**
 * fram_record_reset:
 * @self: a record, or zeroed memory
 * @entity: what kind of thing it is to be now
 * @id: (nullable): its identity
 *
 * Makes an empty record of @self, so that one piece of memory serves a million rows.
 */
void
fram_record_reset (FramRecord *self, FramEntity entity, const FramUuid *id)
{
  fram_record_clear (self);
  self->entity = entity;
  self->id = id != NULL ? *id : FRAM_UUID_NONE;
  self->enrolment = self->activity = FRAM_UUID_NONE;
  self->day = FRAM_DATE_NONE;
  self->part = 0;
}

void
fram_record_clear (FramRecord *self)
{
  for (guint i = 0; i < FRAM_MAX_COLUMNS; i++)
    fram_value_clear (&self->values[i]);
}

void
fram_record_free (FramRecord *self)
{
  fram_record_clear (self);
  g_free (self);
}

static FramValue *
slot (FramRecord *self, const char *column)
{
  int i = fram_entity_find_column (self->entity, column);

  if (G_UNLIKELY (i < 0))
    g_error ("%s has no column %s", fram_entity_info (self->entity)->name, column);
  fram_value_clear (&self->values[i]);
  return &self->values[i];
}

/**
 * fram_record_set_text:
 * @self: a record
 * @column: a column of its entity
 * @text: (nullable): the value; an empty text is no value
 */
void
fram_record_set_text (FramRecord *self, const char *column, const char *text)
{
  FramValue *value = slot (self, column);

  if (text == NULL || text[0] == '\0')
    return;
  value->kind = FRAM_VALUE_TEXT;
  value->text = g_strdup (text);
}

void
fram_record_set_int (FramRecord *self, const char *column, gint64 number)
{
  FramValue *value = slot (self, column);

  value->kind = FRAM_VALUE_INT;
  value->number = number;
}

void
fram_record_set_date (FramRecord *self, const char *column, FramDate date)
{
  char buffer[FRAM_DATE_TEXT_SIZE];

  fram_record_set_text (self, column, fram_date_format (date, buffer));
}

/**
 * fram_record_set_ref:
 * @self: a record
 * @column: a column of its entity
 * @id: (nullable): the thing it points to; %NULL or none is no value
 */
void
fram_record_set_ref (FramRecord *self, const char *column, const FramUuid *id)
{
  FramValue *value = slot (self, column);

  if (id == NULL || fram_uuid_is_none (id))
    return;
  value->kind = FRAM_VALUE_REF;
  value->ref = *id;
}

void
fram_record_set_null (FramRecord *self, const char *column)
{
  slot (self, column);
}

const FramValue *
fram_record_get (const FramRecord *self, const char *column)
{
  int i = fram_entity_find_column (self->entity, column);

  g_return_val_if_fail (i >= 0, NULL);
  return &self->values[i];
}

void
fram_value_clear (FramValue *value)
{
  if (value->kind == FRAM_VALUE_TEXT)
    g_free (value->text);
  memset (value, 0, sizeof *value);
}

void
fram_value_copy (const FramValue *value, FramValue *out)
{
  *out = *value;
  if (value->kind == FRAM_VALUE_TEXT)
    out->text = g_strdup (value->text);
}

gboolean
fram_value_equal (const FramValue *a, const FramValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  switch (a->kind)
    {
    case FRAM_VALUE_INT: return a->number == b->number;
    case FRAM_VALUE_TEXT: return strcmp (a->text, b->text) == 0;
    case FRAM_VALUE_REF: return fram_uuid_equal (&a->ref, &b->ref);
    case FRAM_VALUE_NULL:
    default: return TRUE;
    }
}
