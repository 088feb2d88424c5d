#pragma once

#include "fram-seat.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPinDialog:
 *
 * Sets, changes or removes the own PIN on this computer.
 */
#define FRAM_TYPE_PIN_DIALOG (fram_pin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramPinDialog, fram_pin_dialog, FRAM, PIN_DIALOG, AdwWindow)

GtkWindow *fram_pin_dialog_new (GtkWindow *parent, FramSeat *seat);

G_END_DECLS
