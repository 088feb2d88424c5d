#pragma once

#include "fram-progression-canvas.h"

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramProgressionTurned:
 *
 * The progression in large letters and plain words, to turn the screen to the participant: hours as bars, the participant's
 * own ratings, no rates and nothing of the case worker's. It fills the screen, so that nothing else of the register is seen;
 * Escape closes it.
 */
#define FRAM_TYPE_PROGRESSION_TURNED (fram_progression_turned_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionTurned, fram_progression_turned, FRAM, PROGRESSION_TURNED, AdwWindow)

/* Takes the progression; @shown has a bit for every question that is shown. */
GtkWidget *fram_progression_turned_new (FramDesk *desk, GtkWidget *parent, FramProgression *progression, guint64 shown);
FramProgressionCanvas *fram_progression_turned_get_canvas (FramProgressionTurned *self);
char *fram_progression_to_plain_words (const FramProgression *progression, guint64 shown);

G_END_DECLS
