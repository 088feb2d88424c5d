#pragma once

#include "fram-schedule-layout.h"

G_BEGIN_DECLS

/** FRAM_SCHEDULE_N_COLOURS: so many colours there are for kinds of groups; after the last comes the first again. */
#define FRAM_SCHEDULE_N_COLOURS 10

/**
 * FramSchedulePalette:
 * @sheet: page, ink, rules
 * @look: which look it is
 * @kinds: edges and outlines by number of the colour
 * @fills: grounds of what is one's own
 * @on_fill: text on them
 * @work: edge of hours in a workshop
 * @talk: edge of a talk
 * @line: outline of what is not one's own
 * @card: its ground
 * @off: text and dashes of what is called off
 * @stripe: its stripes
 * @today: ground of today's column
 * @accent: today's name, focus
 * @now: line and pill of now
 * @on_now: text on the pill
 *
 * The colours of a schedule (VISUAL.md).
 */
typedef struct
{
  FramPrintPalette sheet;
  FramLook look;
  FramColour kinds[FRAM_SCHEDULE_N_COLOURS];
  FramColour fills[FRAM_SCHEDULE_N_COLOURS];
  FramColour on_fill;
  FramColour work;
  FramColour talk;
  FramColour line;
  FramColour card;
  FramColour off;
  FramColour stripe;
  FramColour today;
  FramColour accent;
  FramColour now;
  FramColour on_now;
} FramSchedulePalette;

/**
 * FramScheduleMark:
 * @FRAM_SCHEDULE_MARK_HOVER: the pointer is over it
 * @FRAM_SCHEDULE_MARK_SELECTED: it is open in the panel
 * @FRAM_SCHEDULE_MARK_FOCUS: the keyboard is on it
 *
 * What is laid over a block in the window.
 */
typedef enum
{
  FRAM_SCHEDULE_MARK_HOVER = 1 << 0,
  FRAM_SCHEDULE_MARK_SELECTED = 1 << 1,
  FRAM_SCHEDULE_MARK_FOCUS = 1 << 2,
} FramScheduleMark;

void fram_schedule_palette_init (FramSchedulePalette *self, FramLook look, gboolean has_ground);
FramColour fram_schedule_palette_get_edge (const FramSchedulePalette *self, const FramScheduleBlock *block);
FramColour fram_schedule_palette_get_ground (const FramSchedulePalette *self, const FramScheduleBlock *block);
FramColour fram_schedule_palette_get_text (const FramSchedulePalette *self, const FramScheduleBlock *block);

/* Draws all of a layout. */
void fram_schedule_draw (const FramScheduleLayout *layout, const FramSchedulePalette *palette, cairo_t *cr);

/* The names of the days once more, for the top of a window that is scrolled: their ground is painted too. */
void fram_schedule_draw_head (const FramScheduleLayout *layout, const FramSchedulePalette *palette, cairo_t *cr);

/* Lays #FramScheduleMark over a block, or over the "+2" that it is in. */
void fram_schedule_draw_marks (const FramScheduleLayout *layout, const FramSchedulePalette *palette, guint block,
                               guint marks, cairo_t *cr);

/* In words: fram-schedule-words.c */
char *fram_schedule_block_to_words (const FramScheduleBlock *block);
char *fram_schedule_more_to_words (const FramScheduleMore *more);
char *fram_schedule_picture_to_words (const FramSchedulePicture *picture);

G_END_DECLS
