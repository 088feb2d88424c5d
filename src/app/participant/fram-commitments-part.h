#pragma once

#include "fram-section.h"

G_BEGIN_DECLS

/**
 * FramCommitmentsPart:
 *
 * What the referrer and the programme have promised, on a participant's plan: what is open, and folded what is over.
 */
#define FRAM_TYPE_COMMITMENTS_PART (fram_commitments_part_get_type ())
G_DECLARE_FINAL_TYPE (FramCommitmentsPart, fram_commitments_part, FRAM, COMMITMENTS_PART, GtkBox)

GtkWidget *fram_commitments_part_new (void);

G_END_DECLS
