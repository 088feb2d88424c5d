#pragma once

#include "fram-desk-adaptation.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FramAdaptationRow:
 *
 * An adaptation in a list model.
 */
#define FRAM_TYPE_ADAPTATION_ROW (fram_adaptation_row_get_type ())
G_DECLARE_FINAL_TYPE (FramAdaptationRow, fram_adaptation_row, FRAM, ADAPTATION_ROW, GObject)

FramAdaptationRow *fram_adaptation_row_new (FramAdaptation *adaptation);
const FramAdaptation *fram_adaptation_row_get (FramAdaptationRow *self);
gboolean fram_adaptation_row_looks_like (FramAdaptationRow *self, const FramAdaptation *adaptation);

G_END_DECLS
