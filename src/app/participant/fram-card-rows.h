#pragma once

#include "fram-desk-card.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramCardRows:
 *
 * What can stand on an adaptation card, a row each with a tick: strengths, and what to do; below what is chosen its work
 * aid, and the own words and what is difficult, which are there only if they are ticked themselves.
 *
 * Signals: `changed` (FramCardRows*): something else is chosen; `answered` (FramCardRows*, const char *id, gboolean yes): the
 * participant lets a line that was seen stand there, or does not any more.
 */
#define FRAM_TYPE_CARD_ROWS (fram_card_rows_get_type ())
G_DECLARE_FINAL_TYPE (FramCardRows, fram_card_rows, FRAM, CARD_ROWS, GtkBox)

void fram_card_rows_set_may_answer (FramCardRows *self, gboolean may);
void fram_card_rows_show (FramCardRows *self, GPtrArray *choices);
GPtrArray *fram_card_rows_get_choices (FramCardRows *self);
GPtrArray *fram_card_choices_copy (const GPtrArray *choices);
void fram_card_choices_carry_over (GPtrArray *after, const GPtrArray *before);

G_END_DECLS
