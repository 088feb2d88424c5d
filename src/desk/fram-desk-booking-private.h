#pragma once

#include "fram-booking-store.h"
#include "fram-desk-booking.h"
#include "fram-desk-private.h"

G_BEGIN_DECLS

FramStoredCase *fram_desk_load_case (FramDesk *self, const FramUuid *participant, GError **error);
char *fram_desk_case_name (const FramStoredCase *stored);

/* Whether talks may be booked with a participant, and whether own ones only. */
typedef enum
{
  FRAM_BOOKS_NOTHING,
  FRAM_BOOKS_OWN,
  FRAM_BOOKS_ALL,
} FramBooks;

FramBooks fram_desk_books (FramDesk *self, gint64 participant);
gboolean fram_desk_require_booking (FramDesk *self, gint64 participant, FramBooks *books, GError **error);
GPtrArray *fram_desk_bookings_of (FramDesk *self, gint64 participant, GError **error);

G_END_DECLS
