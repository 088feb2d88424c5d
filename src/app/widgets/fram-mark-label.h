#pragma once

#include "fram-status.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramMarkLabel:
 *
 * What a strip of marks says, in words after it: "Present", "Late [10] min", "Unmarked".
 *
 * Signal: `minutes-changed` (FramMarkLabel*, int minutes) when somebody wrote minutes late; -1 for none.
 */
#define FRAM_TYPE_MARK_LABEL (fram_mark_label_get_type ())
G_DECLARE_FINAL_TYPE (FramMarkLabel, fram_mark_label, FRAM, MARK_LABEL, GtkWidget)

GtkWidget *fram_mark_label_new (void);
void fram_mark_label_set (FramMarkLabel *self, const FramStatus *status, int minutes_late, gboolean editable);
void fram_mark_label_set_typed (FramMarkLabel *self, const char *digits);
void fram_mark_label_set_name (FramMarkLabel *self, const char *person);
void fram_mark_label_set_short (FramMarkLabel *self, gboolean is_short);
GtkEditable *fram_mark_label_get_entry (FramMarkLabel *self);

G_END_DECLS
