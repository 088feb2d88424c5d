#pragma once

#include "fram-roster-page.h"
#include "fram-sheet-page.h"

G_BEGIN_DECLS

/**
 * FramAttendancePage:
 *
 * The attendance of a workshop or group in one tab: its roster of a day, its week and its month. Each view is made when it
 * is first shown; the day in view goes along from one to the next.
 */
#define FRAM_TYPE_ATTENDANCE_PAGE (fram_attendance_page_get_type ())
G_DECLARE_FINAL_TYPE (FramAttendancePage, fram_attendance_page, FRAM, ATTENDANCE_PAGE, GtkWidget)

GtkWidget *fram_attendance_page_new (FramDesk *desk, const char *view, const char *rest);
gboolean fram_attendance_page_reads (const char *rest);
void fram_attendance_page_show_view (FramAttendancePage *self, const char *view);
const char *fram_attendance_page_get_view (FramAttendancePage *self);
FramRosterPage *fram_attendance_page_get_roster (FramAttendancePage *self);
FramSheetPage *fram_attendance_page_get_sheet (FramAttendancePage *self);
gboolean fram_attendance_page_handle_key (FramAttendancePage *self, guint keyval, GdkModifierType state);

G_END_DECLS
