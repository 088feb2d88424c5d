#pragma once

#include "fram-desk-schedule.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where a calendar is to be saved (fram-desk-ics.h), saves it, and says so in the window of @inside. */
void fram_ics_save (GtkWidget *inside, FramDesk *desk, FramScheduleOf of, const FramUuid *id, const char *stem);
/* A participant's own. */
void fram_ics_save_own (GtkWidget *inside, FramDesk *desk, const FramUuid *enrolment);
/* The same without asking where. */
void fram_ics_save_to (GtkWidget *inside, FramDesk *desk, FramScheduleOf of, const FramUuid *id, const char *path);

G_END_DECLS
