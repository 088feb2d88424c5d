#pragma once

#include "fram-words.h"

G_BEGIN_DECLS

/**
 * FramSlotSpec:
 * @weekday: 1 for Monday to 7 for Sunday
 * @from_time: minutes since midnight
 * @to_time: minutes since midnight, after @from_time
 *
 * One stretch of a weekly plan, as the command line and the place dialog take it: `mon 09-12,wed 09:30-12`.
 */
typedef struct
{
  int weekday;
  int from_time;
  int to_time;
} FramSlotSpec;

GArray *fram_slots_parse (const char *text, GError **error);
gboolean fram_slots_check (const GArray *slots, GError **error);
char *fram_slots_format (const GArray *slots);
char *fram_slots_to_spec (const GArray *slots);
int fram_slots_minutes (const GArray *slots);
int fram_weekday_parse (const char *text);

G_END_DECLS
