#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPinPad:
 *
 * Where a PIN is typed: dots, keys as on a cash dispenser for fingers, and the keyboard's digits. Under it stands what
 * is to be said, and how long somebody has to wait.
 *
 * Signals: `entered` (const char *pin): somebody has typed a PIN and confirmed it; the dots are gone by then.
 */
#define FRAM_TYPE_PIN_PAD (fram_pin_pad_get_type ())
G_DECLARE_FINAL_TYPE (FramPinPad, fram_pin_pad, FRAM, PIN_PAD, GtkBox)

GtkWidget *fram_pin_pad_new (void);
void fram_pin_pad_say (FramPinPad *self, const char *sentence, gboolean is_trouble);
void fram_pin_pad_set_busy (FramPinPad *self, gboolean busy);
void fram_pin_pad_wait (FramPinPad *self, int seconds);
void fram_pin_pad_clear (FramPinPad *self);
GtkWidget *fram_pin_pad_get_entry (FramPinPad *self);
void fram_pin_pad_enter (FramPinPad *self);

void fram_pin_entry_take_digits (GtkEditable *entry);
GtkWidget *fram_pin_entry_new (const char *name);

G_END_DECLS
