#pragma once

#include "fram-clock.h"

G_BEGIN_DECLS

/* kinds of entries */
const char *fram_journal_kind_get_name (const char *kind);
const char *fram_journal_kind_get_icon (const char *kind);
const char *const *fram_journal_kinds (void);
gboolean fram_journal_kind_is_known (const char *kind);
const char *fram_journal_kind_of_meeting (const char *meeting);

/* signing */
gint64 fram_journal_midnight_after (gint64 instant);
gint64 fram_journal_signed_at (gint64 signed_at, gint64 begun, gboolean has_words, gint64 now);
gboolean fram_journal_has_words (const char *text);

/* bookings */
gboolean fram_booking_is_on (const char *status);
gboolean fram_booking_is_to_be_told (const char *status, FramDate day, int starts, FramDate today, int now);
gboolean fram_booking_overlaps (int starts, int minutes, int from, int to);

G_END_DECLS
