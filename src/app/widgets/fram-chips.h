#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FramChipKind:
 * @FRAM_CHIP_LINE: an instruction line
 * @FRAM_CHIP_PLAIN: dim text without a ground
 * @FRAM_CHIP_INFO: a badge
 * @FRAM_CHIP_WARNING: a badge
 * @FRAM_CHIP_ERROR: a badge
 */
typedef enum
{
  FRAM_CHIP_LINE,
  FRAM_CHIP_PLAIN,
  FRAM_CHIP_INFO,
  FRAM_CHIP_WARNING,
  FRAM_CHIP_ERROR,
} FramChipKind;

/**
 * FramChips:
 *
 * Short texts in pills, on one line as far as there is room and "+2" for the rest, or on as many lines as they need.
 * All of them are in the tooltip and in fram_chips_to_words(). Folded, each kind is an icon without words.
 */
#define FRAM_TYPE_CHIPS (fram_chips_get_type ())
G_DECLARE_FINAL_TYPE (FramChips, fram_chips, FRAM, CHIPS, GtkWidget)

GtkWidget *fram_chips_new (void);
void fram_chips_clear (FramChips *self);
void fram_chips_add (FramChips *self, FramChipKind kind, const char *icon, const char *text);
guint fram_chips_get_length (FramChips *self);
void fram_chips_set_wrapped (FramChips *self, gboolean wrapped);
void fram_chips_set_stacked (FramChips *self, gboolean stacked);
void fram_chips_set_folded (FramChips *self, gboolean folded);
void fram_chips_set_small (FramChips *self, gboolean small);
char *fram_chips_to_words (FramChips *self, const char *separator);

G_END_DECLS
