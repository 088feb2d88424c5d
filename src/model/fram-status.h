#pragma once

#include "fram-uuid.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * FramCounts:
 * @FRAM_COUNTS_PRESENT: in the rate, as attended
 * @FRAM_COUNTS_ABSENT: in the rate, as not attended
 * @FRAM_COUNTS_NEITHER: outside every rate (leave, other appointment)
 */
typedef enum
{
  FRAM_COUNTS_PRESENT,
  FRAM_COUNTS_ABSENT,
  FRAM_COUNTS_NEITHER,
} FramCounts;

/**
 * FramShape:
 *
 * A mark is shape + letter + colour, never colour alone (UX.md, "Roster"; VISUAL.md, "Attendance status").
 */
typedef enum
{
  FRAM_SHAPE_UNMARKED,
  FRAM_SHAPE_DISC,
  FRAM_SHAPE_HALF_RING,
  FRAM_SHAPE_RING,
  FRAM_SHAPE_SALTIRE,
  FRAM_SHAPE_PLUS,
  FRAM_SHAPE_DIAMOND,
  FRAM_SHAPE_SQUARE,
} FramShape;

/**
 * FramStatus:
 * @row: row number in the register
 * @id: the status
 * @code: `present`, `late` …
 * @name_sv: in Swedish
 * @name_en: in English
 * @letter_sv: the key and letter in Swedish
 * @letter_en: in English
 * @shape: its shape
 * @counts: how rates count it
 * @asks_reason: whether the reason is asked for in the flow
 *
 * An attendance status of the programme's profile.
 */
typedef struct
{
  gint64 row;
  FramUuid id;
  char *code;
  char *name_sv;
  char *name_en;
  char *letter_sv;
  char *letter_en;
  FramShape shape;
  FramCounts counts;
  gboolean asks_reason;
} FramStatus;

void fram_status_clear (FramStatus *self);
const char *fram_status_get_name (const FramStatus *self);
const char *fram_status_get_letter (const FramStatus *self);
gboolean fram_status_is_late (const FramStatus *self);
FramShape fram_shape_from_code (const char *code);
FramCounts fram_counts_from_code (const char *code);

G_END_DECLS
