#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/* The PINs of a shared computer: who may sit down on this one. They are kept in this register file only: no change is
 * logged of them, none is synced, none is exported; a backup carries them. After three wrong tries a person's next one
 * has to wait, longer each time, and neither a restart nor a clock that was turned helps. */

/* Who has a PIN (element-type FramUuid); readable before anybody sits down, as the staff are. */
GArray *fram_desk_pin_holders (FramDesk *self, GError **error);
gboolean fram_desk_has_pin (FramDesk *self, const FramUuid *staff);

/* Seconds until this person's next try counts, 0 for none; and how that is said. */
int fram_desk_pin_wait (FramDesk *self, const FramUuid *staff);
char *fram_pin_wait_text (int seconds);

/* FRAM_ERROR_DENIED with a sentence where the PIN is wrong or somebody has to wait; takes 100–200 ms. */
gboolean fram_desk_check_pin (FramDesk *self, const FramUuid *staff, const char *pin, GError **error);
void fram_desk_check_pin_async (FramDesk *self, const FramUuid *staff, const char *pin, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
gboolean fram_desk_check_pin_finish (FramDesk *self, GAsyncResult *result, int *wait, GError **error);

/* The first PIN of somebody who has none. FRAM_ERROR_EXISTS where there is one. */
gboolean fram_desk_choose_pin (FramDesk *self, const FramUuid *staff, const char *pin, GError **error);
/* The own PIN of the person at the keyboard, with the old one where there is one; a new one of NULL removes it. */
gboolean fram_desk_change_pin (FramDesk *self, const char *old_pin, const char *new_pin, GError **error);
/* An administrator removes another person's PIN, so that this one chooses anew. It is in the access log. */
gboolean fram_desk_reset_pin (FramDesk *self, const FramUuid *staff, GError **error);

/* Both off the main loop. */
void fram_desk_choose_pin_async (FramDesk *self, const FramUuid *staff, const char *pin, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
void fram_desk_change_pin_async (FramDesk *self, const char *old_pin, const char *new_pin, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
gboolean fram_desk_write_pin_finish (FramDesk *self, GAsyncResult *result, GError **error);

G_END_DECLS
