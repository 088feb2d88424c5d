#pragma once

#include "fram-desk-commitment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramCommitmentLine:
 *
 * A commitment in a list: a box to tick, what was promised, by whom, when it is due, and a button for its day and note.
 * It writes by itself and tells of it with `win.toast`.
 *
 * Signals: `edit-wanted` (FramCommitmentLine*): its day and note are to be changed.
 */
#define FRAM_TYPE_COMMITMENT_LINE (fram_commitment_line_get_type ())
G_DECLARE_FINAL_TYPE (FramCommitmentLine, fram_commitment_line, FRAM, COMMITMENT_LINE, GtkBox)

GtkWidget *fram_commitment_line_new (FramDesk *desk, gboolean with_name);
void fram_commitment_line_show (FramCommitmentLine *self, FramCommitmentRow *row);
FramCommitmentRow *fram_commitment_line_get_row (FramCommitmentLine *self);
gboolean fram_commitment_line_tick (FramCommitmentLine *self, gboolean done);
void fram_commitment_line_focus (FramCommitmentLine *self);

G_END_DECLS
