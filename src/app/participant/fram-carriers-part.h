#pragma once

#include "fram-section.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramCarriersPart:
 *
 * Who carries a participant, on the plan: case workers with their days, the referrer, and the buttons to change them.
 * `participant.add` of "case-worker" and "referrer" begins a change.
 */
#define FRAM_TYPE_CARRIERS_PART (fram_carriers_part_get_type ())
G_DECLARE_FINAL_TYPE (FramCarriersPart, fram_carriers_part, FRAM, CARRIERS_PART, AdwPreferencesGroup)

GtkWidget *fram_carriers_part_new (void);

G_END_DECLS
