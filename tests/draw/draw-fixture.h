#pragma once

#include "fram-print-draw.h"
#include "fram-print-layout.h"
#include "fram-print-text.h"
#include "fram-test.h"

/* Thursday 12 November 2026, in a week and a month without holidays. */
#define DRAW_DAY "2026-11-12"

GArray *draw_statuses (void);
FramRosterSheet *draw_sheet (FramPrintKind kind, guint n_people, const char *name);
FramPrintRow *draw_add_person (FramRosterSheet *sheet, guint number, const char *name, gboolean is_protected);
void draw_mark (FramRosterSheet *sheet, FramPrintRow *row, guint day, const char *code);
cairo_surface_t *draw_page (const FramRosterSheet *sheet, guint page);
