#pragma once

#include "fram-adaptation-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramAdaptationLine:
 *
 * An adaptation in a list across people: whose, what is tried or agreed, how it stands and when it is reviewed. In the
 * discreet mode it does not say what.
 */
#define FRAM_TYPE_ADAPTATION_LINE (fram_adaptation_line_get_type ())
G_DECLARE_FINAL_TYPE (FramAdaptationLine, fram_adaptation_line, FRAM, ADAPTATION_LINE, GtkBox)

GtkWidget *fram_adaptation_line_new (void);
void fram_adaptation_line_show (FramAdaptationLine *self, FramAdaptationRow *row);

G_END_DECLS
