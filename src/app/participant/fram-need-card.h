#pragma once

#include "fram-desk-adaptation.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramAdaptationStep:
 *
 * What can be done with an adaptation from its card: target of the action `adaptations.do` ("s": "STEP:UUID"), with the
 * names of fram_adaptation_step_get_name(): change, review, try, place, end, fail, drop, remove.
 */
typedef enum
{
  FRAM_ADAPTATION_CHANGE,
  FRAM_ADAPTATION_REVIEW,
  FRAM_ADAPTATION_TRY,
  FRAM_ADAPTATION_PLACE,
  FRAM_ADAPTATION_END,
  FRAM_ADAPTATION_FAIL,
  FRAM_ADAPTATION_DROP,
  FRAM_ADAPTATION_KEEP,
  FRAM_ADAPTATION_REMOVE,
  FRAM_N_ADAPTATION_STEPS
} FramAdaptationStep;

GtkWidget *fram_need_card_new (const FramAdaptation *adaptation, gboolean may_write);
gboolean fram_adaptation_step_parse (const char *target, FramAdaptationStep *step, FramUuid *id);
FramAdaptationStatus fram_adaptation_step_get_status (FramAdaptationStep step);

G_END_DECLS
