#pragma once

#include "fram-capacity.h"
#include "fram-paper.h"

G_BEGIN_DECLS

/* Takes the capacity over. */
FramPaper *fram_capacity_paper_new (FramCapacity *capacity, const char *printed_by, gint64 printed_at);

G_END_DECLS
