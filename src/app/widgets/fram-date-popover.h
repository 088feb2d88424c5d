#pragma once

#include "fram-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramDatePopover:
 *
 * Goes to a day: typed, or chosen in a month.
 *
 * Signal: `picked` (FramDatePopover*, int day), a #FramDate.
 */
#define FRAM_TYPE_DATE_POPOVER (fram_date_popover_get_type ())
G_DECLARE_FINAL_TYPE (FramDatePopover, fram_date_popover, FRAM, DATE_POPOVER, GtkPopover)

GtkWidget *fram_date_popover_new (void);
void fram_date_popover_set_day (FramDatePopover *self, FramDate day, FramDate today);
GtkEditable *fram_date_popover_get_entry (FramDatePopover *self);

G_END_DECLS
