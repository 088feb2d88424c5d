#pragma once

#include "fram-palette.h"

G_BEGIN_DECLS

/**
 * FramSheetFont:
 *
 * The kinds of text in a sheet.
 */
typedef enum
{
  FRAM_SHEET_TEXT,
  FRAM_SHEET_BOLD,
  FRAM_SHEET_SMALL,
  FRAM_SHEET_SMALL_BOLD,
  FRAM_SHEET_LETTER,
  FRAM_SHEET_N_FONTS
} FramSheetFont;

/**
 * FramSheetMarkForm:
 * @FRAM_SHEET_CHIP: shape and letter side by side on a filled ground
 * @FRAM_SHEET_OUTLINE: the same, told beforehand: an outline
 * @FRAM_SHEET_STACK: shape over letter, without a ground
 * @FRAM_SHEET_STACK_OUTLINE: the same, told beforehand
 * @FRAM_SHEET_SHAPE: the shape alone
 */
typedef enum
{
  FRAM_SHEET_CHIP,
  FRAM_SHEET_OUTLINE,
  FRAM_SHEET_STACK,
  FRAM_SHEET_STACK_OUTLINE,
  FRAM_SHEET_SHAPE,
} FramSheetMarkForm;

/**
 * FramSheetLook:
 *
 * Texts and marks as they are drawn in a sheet. Each is made once and drawn again for every cell that looks the same, so
 * that a thousand cells cost little.
 */
typedef struct _FramSheetLook FramSheetLook;

FramSheetLook *fram_sheet_look_new (GtkWidget *widget);
void fram_sheet_look_free (FramSheetLook *self);
double fram_sheet_look_get_scale (const FramSheetLook *self);
GdkRGBA fram_sheet_look_get_ink (const FramSheetLook *self, FramInk ink);
const GdkRGBA *fram_sheet_look_get_text_colour (const FramSheetLook *self);
const GdkRGBA *fram_sheet_look_get_accent (const FramSheetLook *self);
const GdkRGBA *fram_sheet_look_get_ground (const FramSheetLook *self);

double fram_sheet_look_text (FramSheetLook *self, GtkSnapshot *snapshot, FramSheetFont font, const char *text,
                             const graphene_rect_t *box, float align, const GdkRGBA *colour);
double fram_sheet_look_width (FramSheetLook *self, FramSheetFont font, const char *text);
void fram_sheet_look_mark (FramSheetLook *self, GtkSnapshot *snapshot, const FramStatus *status, FramSheetMarkForm form,
                           const graphene_rect_t *box);
void fram_sheet_look_badge (FramSheetLook *self, GtkSnapshot *snapshot, const char *text, FramInk ink,
                            const graphene_rect_t *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramSheetLook, fram_sheet_look_free)

G_END_DECLS
