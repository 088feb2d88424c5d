#pragma once

#include "fram-desk-booking.h"
#include "fram-form-dialog.h"

G_BEGIN_DECLS

/**
 * FramBookingDialog:
 *
 * Books a meeting or talk with a participant, or moves and changes one. What stands against it is said while it is typed;
 * nothing forbids it. An interpreter is asked for where the participant needs one.
 */
#define FRAM_TYPE_BOOKING_DIALOG (fram_booking_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramBookingDialog, fram_booking_dialog, FRAM, BOOKING_DIALOG, FramFormDialog)

FramBookingDialog *fram_booking_dialog_new (FramDesk *desk, GtkWidget *parent, const FramUuid *participant,
                                            const FramUuid *booking);
void fram_booking_dialog_propose (FramBookingDialog *self, const char *kind);
const FramUuid *fram_booking_dialog_get_booking (FramBookingDialog *self);

G_END_DECLS
