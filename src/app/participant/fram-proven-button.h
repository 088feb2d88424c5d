#pragma once

#include "fram-desk-proven.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramProvenButton:
 *
 * Offers proven measures in a list that is read when it is opened: those of one area, or of all.
 *
 * Signals: `chosen` (measure, line for the workshop or %NULL, code of the area or %NULL).
 */
#define FRAM_TYPE_PROVEN_BUTTON (fram_proven_button_get_type ())
G_DECLARE_FINAL_TYPE (FramProvenButton, fram_proven_button, FRAM, PROVEN_BUTTON, AdwBin)

void fram_proven_button_set_up (FramProvenButton *self, FramDesk *desk, const char *area);
void fram_proven_button_open (FramProvenButton *self);

G_END_DECLS
