#include "fram-timeline-draw.h"

#include <string.h>

/* VISUAL.md, "Chart series" and "Surfaces and text"; workshops and groups beyond those named there are of the same weight.
 * In high contrast the same hues at 7 : 1 or more. */

/* ink, dim, ground, rule, on_fill, phase, external, gap, gap_ground, pause, today, target, late, step */
typedef enum
{
  INK,
  DIM,
  GROUND,
  RULE,
  ON_FILL,
  PHASE,
  EXTERNAL,
  GAP,
  GAP_GROUND,
  PAUSE,
  TODAY,
  TARGET,
  LATE,
  STEP,
  N_PLAIN
} Plain;

static const guint32 plain[FRAM_N_LOOKS][N_PLAIN] = {
  [FRAM_LOOK_LIGHT] = { 0x1a1a1a, 0x5e5c64, 0xffffff, 0xe3e2e5, 0xffffff, 0x4a5a78, 0x00758a, 0xa35200, 0xfdf3e1,
                        0x6d6c72, 0xc01c28, 0x4a5a78, 0xc01c28, 0x18794e },
  [FRAM_LOOK_DARK] = { 0xf6f5f4, 0xc6c5c2, 0x363636, 0x4a4a4a, 0x1a1a1a, 0xa9b8d4, 0x4fcbe0, 0xffb258, 0x46371f,
                       0xa9a8a6, 0xff7b63, 0xa9b8d4, 0xff7b63, 0x57d09a },
  [FRAM_LOOK_LIGHT_CONTRAST] = { 0x000000, 0x3a393e, 0xffffff, 0x8a898e, 0xffffff, 0x33415c, 0x006071, 0x7a3d00,
                                 0xfff6e6, 0x4a494d, 0xa51d2d, 0x33415c, 0xa51d2d, 0x0f5132 },
  [FRAM_LOOK_DARK_CONTRAST] = { 0xffffff, 0xdeddda, 0x1c1c1c, 0x8e8d8b, 0x000000, 0xc9d5ea, 0x74d6e7, 0xffc987,
                                0x33270f, 0xd0cfcc, 0xffa08e, 0xc9d5ea, 0xffa08e, 0x7cdab0 },
};

static const guint32 workshops[FRAM_N_LOOKS][6] = {
  [FRAM_LOOK_LIGHT] = { 0x7a5230, 0xb5480a, 0x2f6f3e, 0x5b4a9c, 0x8a2f5d, 0x2b6a78 },
  [FRAM_LOOK_DARK] = { 0xd3a67c, 0xff9d5c, 0x8fcf8a, 0xbcaef2, 0xf09fc4, 0x83cbd8 },
  [FRAM_LOOK_LIGHT_CONTRAST] = { 0x5f3f24, 0x8a3505, 0x1f5a2c, 0x473a80, 0x6f214a, 0x1d5360 },
  [FRAM_LOOK_DARK_CONTRAST] = { 0xe3c09f, 0xffb98a, 0xaee0aa, 0xd2c8fa, 0xf7bdd8, 0xa6dde7 },
};

/* The same hues as kinds of support and statuses have, in the order in which they tell apart best. */
static const FramShape groups[5] = { FRAM_SHAPE_RING, FRAM_SHAPE_PLUS, FRAM_SHAPE_DISC, FRAM_SHAPE_DIAMOND,
                                     FRAM_SHAPE_HALF_RING };

/* job, competence, health, social */
static const FramShape support[4] = { FRAM_SHAPE_RING, FRAM_SHAPE_PLUS, FRAM_SHAPE_DISC, FRAM_SHAPE_HALF_RING };

static FramColour
unpack (guint32 rgb)
{
  return (FramColour){ (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

static void
take_plain (FramTimelinePalette *self, const guint32 *from)
{
  self->ink = unpack (from[INK]);
  self->dim = unpack (from[DIM]);
  self->ground = unpack (from[GROUND]);
  self->rule = unpack (from[RULE]);
  self->on_fill = unpack (from[ON_FILL]);
  self->phase = unpack (from[PHASE]);
  self->external = unpack (from[EXTERNAL]);
  self->gap = unpack (from[GAP]);
  self->gap_ground = unpack (from[GAP_GROUND]);
  self->pause = unpack (from[PAUSE]);
  self->today = unpack (from[TODAY]);
  self->target = unpack (from[TARGET]);
  self->late = unpack (from[LATE]);
  self->step = unpack (from[STEP]);
}

/**
 * fram_timeline_palette_init:
 * @self: (out caller-allocates): a palette
 * @look: the look; paper takes %FRAM_LOOK_LIGHT
 * @has_ground: whether the ground is to be painted
 */
void
fram_timeline_palette_init (FramTimelinePalette *self, FramLook look, gboolean has_ground)
{
  g_return_if_fail (self != NULL && look < FRAM_N_LOOKS);
  take_plain (self, plain[look]);
  self->has_ground = has_ground;
  for (guint i = 0; i < G_N_ELEMENTS (self->workshops); i++)
    self->workshops[i] = unpack (workshops[look][i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    self->groups[i] = fram_colour_of_status (groups[i], look);
  for (guint i = 0; i < G_N_ELEMENTS (self->support); i++)
    self->support[i] = fram_colour_of_status (support[i], look);
  for (guint i = 0; i < G_N_ELEMENTS (self->statuses); i++)
    self->statuses[i] = fram_colour_of_status ((FramShape)i, look);
}

/**
 * fram_colour_mix:
 * @colour: a colour
 * @ground: what it is laid on
 * @share: how much of it, 0–1
 *
 * Returns: the colour that is seen
 */
FramColour
fram_colour_mix (FramColour colour, FramColour ground, double share)
{
  return (FramColour){ colour.red * share + ground.red * (1 - share), colour.green * share + ground.green * (1 - share),
                       colour.blue * share + ground.blue * (1 - share) };
}

static int
kind_of_support (const char *kind)
{
  static const char *const kinds[] = { "job", "competence", "health", "social" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i]) == 0)
      return (int)i;
  return -1;
}

/**
 * fram_timeline_palette_get_item:
 * @self: a palette
 * @item: an item
 *
 * Returns: what it is drawn with
 */
FramColour
fram_timeline_palette_get_item (const FramTimelinePalette *self, const FramTimelineItem *item)
{
  int kind;

  switch ((int)item->lane)
    {
    case FRAM_LANE_PHASES: return self->phase;
    case FRAM_LANE_WORKSHOPS: return self->workshops[item->ordinal % G_N_ELEMENTS (self->workshops)];
    case FRAM_LANE_GROUPS: return self->groups[item->ordinal % G_N_ELEMENTS (self->groups)];
    case FRAM_LANE_EXTERNAL: return self->external;
    case FRAM_LANE_SUPPORT:
      kind = kind_of_support (item->kind);
      return self->support[kind >= 0 ? (guint)kind : item->ordinal % G_N_ELEMENTS (self->support)];
    default: return item->state == FRAM_ITEM_LATE || item->state == FRAM_ITEM_MISSED ? self->late : self->ink;
    }
}
