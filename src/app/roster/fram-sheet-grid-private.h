#pragma once

#include "fram-sheet-grid.h"
#include "fram-sheet-look.h"
#include "fram-voices.h"

G_BEGIN_DECLS

struct _FramSheetGrid
{
  GtkWidget parent_instance;

  /* borrowed */
  const FramSheet *sheet;
  const GArray *statuses;

  /* owned */
  GtkAdjustment *adjustment[2]; /* sideways, down */
  FramSheetLook *look;
  FramVoices *voices; /* what is said to those who listen */
  GArray *typed;      /* FramCellKey: whose minutes are being typed */
  char *typed_text;

  FramSheetKind kind;
  FramSheetLayout layout;
  FramSheetPlace cursor;
  FramSheetPlace anchor; /* where the selection began; the cursor where nothing is selected */
  int laid_out_for;      /* width */
  guint scroll_policy : 2;
};

/* draw */
void fram_sheet_grid_draw (FramSheetGrid *self, GtkSnapshot *snapshot);

/* access */
void fram_sheet_grid_make_voices (FramSheetGrid *self);
void fram_sheet_grid_speak (FramSheetGrid *self, gboolean take_keyboard);
void fram_sheet_grid_place_voices (FramSheetGrid *self);
void fram_sheet_grid_renew_voices (FramSheetGrid *self);
void fram_sheet_grid_remove_voices (FramSheetGrid *self);

/* geometry */
double fram_sheet_grid_get_offset (FramSheetGrid *self, GtkOrientation orientation);
void fram_sheet_grid_get_rows_in_view (FramSheetGrid *self, int *first, int *last);
const FramSheetRow *fram_sheet_grid_get_row (FramSheetGrid *self, int row);
const FramSheetDay *fram_sheet_grid_get_day (FramSheetGrid *self, int day);

G_END_DECLS
