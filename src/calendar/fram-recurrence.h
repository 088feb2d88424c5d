#pragma once

#include "fram-day.h"

G_BEGIN_DECLS

GArray *fram_recurrence_expand (const char *rrule, FramDate first, FramDate from, FramDate to, GError **error);
GArray *fram_recurrence_expand_open (const char *rrule, FramDate first, FramDate from, FramDate to,
                                     const GArray *closed_days, gint64 workshop, GError **error);
gboolean fram_recurrence_has (const char *rrule, FramDate first, FramDate date);
gboolean fram_recurrence_check (const char *rrule, GError **error);

G_END_DECLS
