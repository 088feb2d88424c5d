#include "fram-progression-draw.h"

/* VISUAL.md, "Chart series" and "Surfaces and text". In high contrast the same hues at 7 : 1 or more, grey at 4.5 : 1. */

typedef enum
{
  INK,
  DIM,
  GROUND,
  CARD,
  RULE,
  OWN,
  CASE_WORKER,
  RATE,
  PLANNED,
  ATTENDED,
  STEP,
  TICK,
  PAUSE,
  N_PLAIN
} Plain;

static const guint32 plain[FRAM_N_LOOKS][N_PLAIN] = {
  [FRAM_LOOK_LIGHT] = { 0x1a1a1a, 0x5e5c64, 0xfafafa, 0xffffff, 0xe3e2e5, 0x1a5fb4, 0xa35200, 0x18794e, 0x77767b,
                        0x3584e4, 0x18794e, 0x1a1a1a, 0xefeef1 },
  [FRAM_LOOK_DARK] = { 0xf6f5f4, 0xc6c5c2, 0x242424, 0x363636, 0x4d4d4d, 0x8fbcf5, 0xffb258, 0x57d09a, 0x9a9996,
                       0x62a0ea, 0x57d09a, 0xffffff, 0x434343 },
  [FRAM_LOOK_LIGHT_CONTRAST] = { 0x000000, 0x3a393e, 0xffffff, 0xffffff, 0x8a898e, 0x174e94, 0x7a3d00, 0x0f5132,
                                 0x57565a, 0x1a5fb4, 0x0f5132, 0x000000, 0xe4e4e8 },
  [FRAM_LOOK_DARK_CONTRAST] = { 0xffffff, 0xdeddda, 0x000000, 0x1c1c1c, 0x8e8d8b, 0xb5d3fa, 0xffc987, 0x7cdab0,
                                0xc8c8c6, 0x62a0ea, 0x7cdab0, 0xffffff, 0x33333a },
};

/* In the order in which they tell apart best. */
static const guint32 lines[FRAM_N_LOOKS][FRAM_PROGRESSION_COLOURS] = {
  [FRAM_LOOK_LIGHT] = { 0x1a5fb4, 0xa35200, 0x18794e, 0x8939a4, 0x00758a, 0xc01c28, 0x5e5c64, 0x7a5230 },
  [FRAM_LOOK_DARK] = { 0x8fbcf5, 0xffb258, 0x57d09a, 0xdc8add, 0x4fcbe0, 0xff8f7a, 0xc0bfbc, 0xd3a67c },
  [FRAM_LOOK_LIGHT_CONTRAST] = { 0x174e94, 0x7a3d00, 0x0f5132, 0x6c2c83, 0x005a6a, 0x941722, 0x4a494d, 0x5f3f24 },
  [FRAM_LOOK_DARK_CONTRAST] = { 0xb5d3fa, 0xffc987, 0x7cdab0, 0xeab8ea, 0x74d6e7, 0xffb6a9, 0xdeddda, 0xe3c09f },
};

static FramColour
unpack (guint32 rgb)
{
  return (FramColour){ (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

/**
 * fram_progression_palette_init:
 * @self: (out caller-allocates): a palette
 * @look: the look; paper takes %FRAM_LOOK_LIGHT
 * @has_ground: whether the ground and the cards are to be painted
 */
void
fram_progression_palette_init (FramProgressionPalette *self, FramLook look, gboolean has_ground)
{
  const guint32 *from;

  g_return_if_fail (self != NULL && look < FRAM_N_LOOKS);
  from = plain[look];
  self->ink = unpack (from[INK]);
  self->dim = unpack (from[DIM]);
  self->ground = unpack (from[GROUND]);
  self->card = unpack (from[CARD]);
  self->rule = unpack (from[RULE]);
  self->raters[FRAM_RATER_PARTICIPANT] = unpack (from[OWN]);
  self->raters[FRAM_RATER_CASE_WORKER] = unpack (from[CASE_WORKER]);
  self->rate = unpack (from[RATE]);
  self->planned = unpack (from[PLANNED]);
  self->attended = unpack (from[ATTENDED]);
  self->step = unpack (from[STEP]);
  self->tick = unpack (from[TICK]);
  self->pause = unpack (from[PAUSE]);
  for (guint i = 0; i < FRAM_PROGRESSION_COLOURS; i++)
    self->series[i] = unpack (lines[look][i]);
  self->has_ground = has_ground;
}
