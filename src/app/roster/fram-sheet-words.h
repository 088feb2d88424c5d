#pragma once

#include "fram-desk-week.h"

G_BEGIN_DECLS

char *fram_sheet_clock_hours (int minutes);
char *fram_sheet_rates_text (const FramSheetSums *sums);
char *fram_sheet_hours_words (const FramSheetSums *sums);
char *fram_sheet_cell_text (const FramSheetCell *cell);
char *fram_sheet_cell_to_words (const FramSheetRow *row, const FramSheetCell *cell, const FramSheetDay *day);
char *fram_sheet_cell_to_tooltip (const FramSheetRow *row, const FramSheetCell *cell, const FramSheetDay *day);
char *fram_sheet_row_to_words (const FramSheet *sheet, const FramSheetRow *row);
char *fram_sheet_streak_words (const FramSheetRow *row);
char *fram_sheet_day_to_words (const FramSheet *sheet, const FramSheetDay *day);
char *fram_sheet_here_text (const FramSheet *sheet, const FramSheetDay *day, gboolean is_short);
char *fram_sheet_closed_words (const FramSheetWeek *week);
char *fram_sheet_days_text (FramDate from, FramDate to);

G_END_DECLS
