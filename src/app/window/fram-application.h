#pragma once

#include "fram-seat.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramApplication:
 *
 * The window program: one instance, one register at a time, in one or several windows.
 */
#define FRAM_TYPE_APPLICATION (fram_application_get_type ())
G_DECLARE_FINAL_TYPE (FramApplication, fram_application, FRAM, APPLICATION, AdwApplication)

typedef struct _FramLock FramLock;

FramApplication *fram_application_new (void);
FramClock *fram_application_get_clock (FramApplication *self);
GSettings *fram_application_get_settings (FramApplication *self);
FramSeat *fram_application_get_seat (FramApplication *self);
FramLock *fram_application_get_lock (FramApplication *self);

G_END_DECLS
