#pragma once

#include "fram-progression-change.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramCompare:
 * @FRAM_COMPARE_START: the start against now
 * @FRAM_COMPARE_LAST: the talk before against the last one
 * @FRAM_COMPARE_TWO: two talks that were chosen
 *
 * What is compared with what.
 */
typedef enum
{
  FRAM_COMPARE_START,
  FRAM_COMPARE_LAST,
  FRAM_COMPARE_TWO,
  FRAM_N_COMPARES
} FramCompare;

/**
 * FramProgressionAgainst:
 *
 * Asks which two talks are compared. Signals: `changed` (FramProgressionAgainst*).
 */
#define FRAM_TYPE_PROGRESSION_AGAINST (fram_progression_against_get_type ())
G_DECLARE_FINAL_TYPE (FramProgressionAgainst, fram_progression_against, FRAM, PROGRESSION_AGAINST, GtkPopover)

GtkWidget *fram_progression_against_new (void);
void fram_progression_against_set_progression (FramProgressionAgainst *self, const FramProgression *progression);
FramCompare fram_progression_against_get_kind (FramProgressionAgainst *self);
void fram_progression_against_set_kind (FramProgressionAgainst *self, FramCompare kind);
void fram_progression_against_set_two (FramProgressionAgainst *self, FramDate from, FramDate to);
gboolean fram_progression_against_get_span (FramProgressionAgainst *self, FramProgressionSpan *span);

G_END_DECLS
