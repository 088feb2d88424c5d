#pragma once

#include "fram-desk-places.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FramPlaceRow:
 *
 * An external place in a list.
 */
#define FRAM_TYPE_PLACE_ROW (fram_place_row_get_type ())
G_DECLARE_FINAL_TYPE (FramPlaceRow, fram_place_row, FRAM, PLACE_ROW, GObject)

FramPlaceRow *fram_place_row_new (FramExternalPlace *place);
const FramExternalPlace *fram_place_row_get (FramPlaceRow *self);

G_END_DECLS
