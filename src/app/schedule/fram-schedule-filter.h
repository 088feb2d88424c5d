#pragma once

#include "fram-schedule-address.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramScheduleFilter:
 *
 * Whose groups the schedule shows: all, mine, or those of one group, place, leader or participant, which are looked for by
 * name.
 *
 * Signal: `changed` (FramScheduleFilter*) when another is chosen by hand.
 */
#define FRAM_TYPE_SCHEDULE_FILTER (fram_schedule_filter_get_type ())
G_DECLARE_FINAL_TYPE (FramScheduleFilter, fram_schedule_filter, FRAM, SCHEDULE_FILTER, GtkBox)

GtkWidget *fram_schedule_filter_new (void);
void fram_schedule_filter_set_desk (FramScheduleFilter *self, FramDesk *desk);
void fram_schedule_filter_set (FramScheduleFilter *self, FramScheduleOf of, const FramUuid *id);
FramScheduleOf fram_schedule_filter_get (FramScheduleFilter *self, FramUuid *id);
const char *fram_schedule_filter_get_name (FramScheduleFilter *self);
void fram_schedule_filter_set_narrow (FramScheduleFilter *self, gboolean narrow);
gboolean fram_schedule_filter_is_idle (FramScheduleFilter *self);
GtkListBox *fram_schedule_filter_get_list (FramScheduleFilter *self);
GtkWidget *fram_schedule_filter_get_button (FramScheduleFilter *self, FramScheduleOf of);

G_END_DECLS
