#pragma once

#include "fram-schedule.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramScheduleAgenda:
 *
 * A week of the schedule as a list: a heading per day and a row per session.
 *
 * Signal: `activated` (FramScheduleAgenda*, int block) on Enter and click, with the place of the block in its picture.
 */
#define FRAM_TYPE_SCHEDULE_AGENDA (fram_schedule_agenda_get_type ())
G_DECLARE_FINAL_TYPE (FramScheduleAgenda, fram_schedule_agenda, FRAM, SCHEDULE_AGENDA, AdwBin)

GtkWidget *fram_schedule_agenda_new (void);
void fram_schedule_agenda_set_picture (FramScheduleAgenda *self, const FramSchedulePicture *picture);
void fram_schedule_agenda_set_nothing (FramScheduleAgenda *self, const char *text);
void fram_schedule_agenda_set_at (FramScheduleAgenda *self, int block);
void fram_schedule_agenda_show_today (FramScheduleAgenda *self);
void fram_schedule_agenda_take_focus (FramScheduleAgenda *self);
int fram_schedule_agenda_get_at (FramScheduleAgenda *self);
GtkListBox *fram_schedule_agenda_get_list (FramScheduleAgenda *self);

G_END_DECLS
