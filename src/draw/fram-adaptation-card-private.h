#pragma once

#include "fram-adaptation-card.h"
#include "fram-page-text.h"

G_BEGIN_DECLS

/* The page is laid out in pixels of A4, 96 to the inch, as that of the steps is (VISUAL.md, "Type"). */
#define FRAM_CARD_WIDTH  794.0
#define FRAM_CARD_HEIGHT 1123.0
#define FRAM_CARD_MARGIN 64.0
#define FRAM_CARD_INNER  (FRAM_CARD_WIDTH - 2 * FRAM_CARD_MARGIN)
#define FRAM_CARD_TOP    56.0
#define FRAM_CARD_FOOT   1055.0 /* the line above the foot */
#define FRAM_CARD_HOUSE  190.0
#define FRAM_CARD_INDENT 42.0 /* of what has a sign before it */
#define FRAM_CARD_INSET  26.0 /* of what stands in the frame */
#define FRAM_CARD_LINE   44.0 /* between lines to write on */

#define FRAM_CARD_TITLE  46.0
#define FRAM_CARD_SMALL  16.0
#define FRAM_CARD_BODY   18.0
#define FRAM_CARD_LEAST  14.0 /* no letters are smaller */

/* What stands below each other on the page. */
typedef enum
{
  FRAM_CARD_HEADLINE,
  FRAM_CARD_STRENGTH,
  FRAM_CARD_MEASURE,
  FRAM_CARD_AID,
  FRAM_CARD_EMPTY, /* lines to write on */
  FRAM_CARD_ASK
} FramCardBlockKind;

typedef struct
{
  FramCardBlockKind kind;
  const char *text;   /* (nullable) borrowed */
  const char *detail; /* (nullable) borrowed */
  double above;
  double height;
  double grows; /* by how much at most above it, where there is room */
  double y;
} FramCardBlock;

typedef struct
{
  FramAdaptationCard *card; /* owned */
  double scale;             /* of letters and what is between them: 1, less where there is much on the page */
  double head;              /* lower edge of the head */
  GArray *blocks;
  GPtrArray *left_out; /* borrowed texts */
} FramCardLayout;

FramCardLayout *fram_card_layout_new (FramAdaptationCard *card);
void fram_card_layout_free (FramCardLayout *self);
void fram_card_layout_draw (const FramCardLayout *self, const FramPrintPalette *palette, FramLook look, cairo_t *cr);
double fram_card_size (const FramCardLayout *self, double size);
double fram_card_title_size (void);
double fram_card_name_y (const FramAdaptationCard *card);
FramPageType fram_card_type (double size, PangoWeight weight, const FramColour *colour);
const char *fram_card_title (void);
char *fram_card_name_line (const FramAdaptationCard *card);

G_END_DECLS
