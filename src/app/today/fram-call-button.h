#pragma once

#include "fram-desk-contact.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A menu button that shows whom one can call about somebody. The numbers are read when it opens, since that they were shown
 * is logged; so is the number that was chosen. */
GtkWidget *fram_call_button_new (FramDesk *desk, const FramUuid *enrolment, const char *name, gboolean small);

G_END_DECLS
