#pragma once

#include "fram-db.h"

G_BEGIN_DECLS

/**
 * FramStoredPin:
 * @hash: (nullable): what the PIN is checked against; %NULL where the person has none
 * @wrong: wrong tries since the last right one
 * @wait_until: UTC milliseconds before which no try counts
 *
 * The PIN of one person on this computer. It is local: no change is written of it, none is synced or exported.
 */
typedef struct
{
  char *hash;
  int wrong;
  gint64 wait_until;
} FramStoredPin;

void fram_stored_pin_clear (FramStoredPin *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FramStoredPin, fram_stored_pin_clear)

gboolean fram_pin_load (FramDb *db, gint64 staff, FramStoredPin *pin, GError **error);
gboolean fram_pin_save (FramDb *db, gint64 staff, const FramStoredPin *pin, GError **error);
gboolean fram_pin_remove (FramDb *db, gint64 staff, GError **error);
GArray *fram_pin_load_holders (FramDb *db, GError **error);

G_END_DECLS
