#pragma once

#include "fram-desk-places.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramFindPlaceDialog:
 *
 * External places for a participant: the wish, from which day and what kind of work, and the places in order with reasons.
 *
 * Signals: `written` (FramFindPlaceDialog*, const char *what): a change is on disk.
 */
#define FRAM_TYPE_FIND_PLACE_DIALOG (fram_find_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramFindPlaceDialog, fram_find_place_dialog, FRAM, FIND_PLACE_DIALOG, AdwWindow)

FramFindPlaceDialog *fram_find_place_dialog_new (FramDesk *desk, GtkWidget *parent, const char *case_no);

G_END_DECLS
