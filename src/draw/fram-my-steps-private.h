#pragma once

#include "fram-my-steps.h"
#include "fram-page-text.h"

G_BEGIN_DECLS

/* The page is laid out in pixels of A4, 96 to the inch (VISUAL.md, "Type"). */
#define FRAM_MY_WIDTH   794.0
#define FRAM_MY_HEIGHT  1123.0
#define FRAM_MY_MARGIN  64.0
#define FRAM_MY_INNER   (FRAM_MY_WIDTH - 2 * FRAM_MY_MARGIN)
#define FRAM_MY_FOOT    1055.0 /* the line above the foot */
#define FRAM_MY_TOP     56.0

#define FRAM_MY_TITLE   46.0
#define FRAM_MY_HEADING 24.0
#define FRAM_MY_LARGE   20.0
#define FRAM_MY_BODY    18.0
#define FRAM_MY_SMALL   16.0
#define FRAM_MY_LEAST   14.0 /* no letters are smaller */

#define FRAM_MY_INDENT  42.0 /* of what has a sign before it */
#define FRAM_MY_HOUSE   220.0
#define FRAM_MY_TARGET  76.0 /* of the milestone's sign */
#define FRAM_MY_LINE    44.0 /* between lines to write on */

/* What stands below each other on the page. */
typedef enum
{
  FRAM_MY_HEADLINE,
  FRAM_MY_CHART,
  FRAM_MY_STEP,
  FRAM_MY_SEEN,
  FRAM_MY_WORDS,
  FRAM_MY_OWN_WORDS,
  FRAM_MY_MILESTONE
} FramMyBlockKind;

typedef struct
{
  FramMyBlockKind kind;
  const char *text;   /* (nullable) borrowed */
  const char *detail; /* (nullable) borrowed */
  double above;
  double height;
  double grows; /* by how much at most where there is room */
  double y;
} FramMyBlock;

typedef struct
{
  FramMySteps *steps; /* owned */
  gboolean rtl;
  double head; /* lower edge of the head */
  GArray *blocks;
  guint n_left_out;
} FramMyLayout;

FramMyLayout *fram_my_layout_new (FramMySteps *steps);
void fram_my_layout_draw (const FramMyLayout *self, const FramPrintPalette *palette, FramLook look, cairo_t *cr);
void fram_my_chart_draw (const FramMyLayout *self, const FramMyBlock *block, const FramPrintPalette *palette,
                         FramColour green, cairo_t *cr);
double fram_my_title_size (const FramMyLayout *self);
double fram_my_name_y (const FramMyLayout *self);
gboolean fram_my_name_is_short (const FramMyLayout *self);
FramPageType fram_my_type (const FramMyLayout *self, double size, PangoWeight weight, const FramColour *colour);
char *fram_my_steps_hours_to_text (int minutes);
char *fram_my_month_to_text (const FramMyMonth *month, gboolean is_short);
gboolean fram_my_steps_is_rtl (const FramMySteps *self);

G_END_DECLS
