#pragma once

#include "fram-entity.h"
#include "fram-date.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/**
 * FramValue:
 *
 * One value of a record. Texts belong to the record; a ref is the id of another recorded thing.
 */
typedef enum
{
  FRAM_VALUE_NULL,
  FRAM_VALUE_INT,
  FRAM_VALUE_TEXT,
  FRAM_VALUE_REF,
} FramValueKind;

typedef struct
{
  FramValueKind kind;
  gint64 number;
  char *text;
  FramUuid ref;
} FramValue;

/**
 * FramRecord:
 * @entity: what kind of thing
 * @id: its identity; for a mark none, its key is in the fields below
 * @enrolment: of a mark: whose
 * @activity: of a mark: the workshop or group
 * @day: of a mark: the date
 * @part: of a mark: 0 whole day, 1 before noon, 2 after noon
 * @values: one value per column of the entity, in the registry's order
 *
 * A row on its way into the register, with the ids that are the same on every machine. This is what importers and the
 * demonstration produce and what desks hand to the store; reading is done into structs of its own.
 */
typedef struct
{
  FramEntity entity;
  FramUuid id;
  FramUuid enrolment;
  FramUuid activity;
  FramDate day;
  int part;
  FramValue values[FRAM_MAX_COLUMNS];
} FramRecord;

/**
 * FramRecordFunc:
 * @record: the next record; only valid during the call
 * @data: closure
 * @error: return location
 *
 * Returns: %FALSE to stop, with @error set
 */
typedef gboolean (*FramRecordFunc) (const FramRecord *record, gpointer data, GError **error);

/**
 * FramProgressFunc:
 * @done: steps done
 * @total: steps in all, 0 if not known
 *
 * Returns: %FALSE to cancel
 */
typedef gboolean (*FramProgressFunc) (guint64 done, guint64 total, gpointer data);

FramRecord *fram_record_new (FramEntity entity, const FramUuid *id);
void fram_record_reset (FramRecord *self, FramEntity entity, const FramUuid *id);
void fram_record_clear (FramRecord *self);
void fram_record_free (FramRecord *self);
void fram_record_set_text (FramRecord *self, const char *column, const char *text);
void fram_record_set_int (FramRecord *self, const char *column, gint64 number);
void fram_record_set_date (FramRecord *self, const char *column, FramDate date);
void fram_record_set_ref (FramRecord *self, const char *column, const FramUuid *id);
void fram_record_set_null (FramRecord *self, const char *column);
const FramValue *fram_record_get (const FramRecord *self, const char *column);
FramRecord *fram_record_new_mark (const FramUuid *enrolment, const FramUuid *activity, FramDate day, int part);

void fram_value_clear (FramValue *value);
void fram_value_copy (const FramValue *value, FramValue *out);
gboolean fram_value_equal (const FramValue *a, const FramValue *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramRecord, fram_record_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramRecord, fram_record_clear)

G_END_DECLS
