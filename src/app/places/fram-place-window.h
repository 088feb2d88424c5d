#pragma once

#include "fram-desk-places.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramPlaceWindow:
 *
 * One external place: contact, what there is to do, who is there, its follow-ups, who was there, and who could fit.
 */
#define FRAM_TYPE_PLACE_WINDOW (fram_place_window_get_type ())
G_DECLARE_FINAL_TYPE (FramPlaceWindow, fram_place_window, FRAM, PLACE_WINDOW, AdwWindow)

FramPlaceWindow *fram_place_window_new (FramDesk *desk, GtkWidget *parent, const FramUuid *place);

/* Calls a number where the computer has a telephone. */
void fram_place_dial (GtkWidget *widget, const char *phone);

G_END_DECLS
