#pragma once

#include "fram-desk-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the individual plan as it is on paper, with the ways out. */
void fram_week_plan_print (GtkWidget *inside, FramDesk *desk, const FramCasePlan *plan);

G_END_DECLS
