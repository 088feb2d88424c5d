#pragma once

#include "fram-paper.h"

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramDrawingDialog:
 *
 * A drawing as it looks on paper, and the ways out: to a printer, and to a PDF, SVG or PNG file. For a timeline:
 *
 *     FramPaper *paper = fram_desk_timeline_paper (desk, case_no, &enrolment, &error);
 *     gtk_window_present (fram_drawing_dialog_new (desk, GTK_WIDGET (self), paper));
 */
#define FRAM_TYPE_DRAWING_DIALOG (fram_drawing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (FramDrawingDialog, fram_drawing_dialog, FRAM, DRAWING_DIALOG, AdwWindow)

/* Takes its own reference of the paper. */
GtkWindow *fram_drawing_dialog_new (FramDesk *desk, GtkWidget *parent, FramPaper *paper);
gboolean fram_drawing_dialog_is_idle (FramDrawingDialog *self);
void fram_drawing_dialog_save (FramDrawingDialog *self, const char *path);

G_END_DECLS
