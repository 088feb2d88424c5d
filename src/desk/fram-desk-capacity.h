#pragma once

#include "fram-capacity.h"
#include "fram-desk-paper.h"
#include "fram-desk.h"

G_BEGIN_DECLS

/* How many people take part at the same time, week by week, beside the places that the programme has. Counts for those who
 * get reports: case workers, managers and administrators (DATA.md); nobody can be told from them. FRAM_ERROR_DENIED. */
FramCapacity *fram_desk_capacity (FramDesk *self, FramDate from, FramDate to, GError **error);
/* The same as a curve, for the window, a printer and files. */
FramPaper *fram_desk_capacity_paper (FramDesk *self, FramDate from, FramDate to, GError **error);

G_END_DECLS
