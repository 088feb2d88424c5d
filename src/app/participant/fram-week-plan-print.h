#pragma once

#include "fram-desk-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where the individual plan goes, and writes it there. */
void fram_week_plan_print (GtkWidget *inside, FramDesk *desk, const FramCasePlan *plan);

G_END_DECLS
