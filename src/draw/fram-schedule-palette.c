#include "fram-schedule-draw.h"
#include "fram-timeline-draw.h"

/* VISUAL.md, "Attendance status" and "Chart series": hues that are told apart, each with its name beside it; red is left to
 * what is called off and to now. Light, dark, light with high contrast, dark with it. */
static const guint32 kinds[FRAM_SCHEDULE_N_COLOURS][FRAM_N_LOOKS] = {
  { 0x00758a, 0x4fcbe0, 0x006071, 0x74d6e7 }, { 0x1a5fb4, 0x8fbcf5, 0x1856a4, 0xa8cbf7 },
  { 0x8939a4, 0xdc8add, 0x7f3599, 0xeab8ea }, { 0x18794e, 0x57d09a, 0x146340, 0x7cdab0 },
  { 0xa35200, 0xffb258, 0x894500, 0xffbb6c }, { 0x5e5c64, 0xc0bfbc, 0x58565e, 0xc9c8c5 },
  { 0x5b4a9c, 0xbcaef2, 0x473a80, 0xd2c8fa }, { 0x8a2f5d, 0xf09fc4, 0x6f214a, 0xf7bdd8 },
  { 0x7a5230, 0xd3a67c, 0x5f3f24, 0xe3c09f }, { 0x4a5a78, 0xa9b8d4, 0x33415c, 0xc9d5ea },
};

/* In the dark a large area of a light hue would be all that is seen: what is one's own is the deep hue there too, with the
 * light one around it. With high contrast it is the light hue under black letters. */
static const FramLook fill_looks[FRAM_N_LOOKS] = { FRAM_LOOK_LIGHT, FRAM_LOOK_LIGHT, FRAM_LOOK_LIGHT_CONTRAST,
                                                   FRAM_LOOK_DARK_CONTRAST };

/* on_fill, work, talk, line, card, off, stripe, today, accent, now, on_now */
static const guint32 plain[FRAM_N_LOOKS][11] = {
  [FRAM_LOOK_LIGHT] = { 0xffffff, 0x7a5230, 0x4a5a78, 0xc9c8cc, 0xffffff, 0xc01c28, 0xe2e5ec, 0xf0f5fe, 0x1a5fb4,
                        0xc01c28, 0xffffff },
  [FRAM_LOOK_DARK] = { 0xffffff, 0xd3a67c, 0xa9b8d4, 0x6a696d, 0x303030, 0xff938f, 0x48484d, 0x1f2a3a, 0x8fbcf5,
                       0xff7b63, 0x1a1a1a },
  [FRAM_LOOK_LIGHT_CONTRAST] = { 0xffffff, 0x5d3c20, 0x33415c, 0x3a393e, 0xffffff, 0x8f1420, 0xe2e5ec, 0xf0f5fe,
                                 0x114a94, 0xa51d2d, 0xffffff },
  [FRAM_LOOK_DARK_CONTRAST] = { 0x000000, 0xe8c9a8, 0xc9d5ea, 0xdeddda, 0x000000, 0xffb3a7, 0x3a3a40, 0x10203a,
                                0xb6d4f9, 0xffa08e, 0x000000 },
};

static FramColour
unpack (guint32 rgb)
{
  return (FramColour){ (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

static void
take_plain (FramSchedulePalette *self, const guint32 *from)
{
  self->on_fill = unpack (from[0]);
  self->work = unpack (from[1]);
  self->talk = unpack (from[2]);
  self->line = unpack (from[3]);
  self->card = unpack (from[4]);
  self->off = unpack (from[5]);
  self->stripe = unpack (from[6]);
  self->today = unpack (from[7]);
  self->accent = unpack (from[8]);
  self->now = unpack (from[9]);
  self->on_now = unpack (from[10]);
}

/**
 * fram_schedule_palette_init:
 * @self: (out caller-allocates): a palette
 * @look: the look; paper takes %FRAM_LOOK_LIGHT
 * @has_ground: whether the ground is to be painted
 */
void
fram_schedule_palette_init (FramSchedulePalette *self, FramLook look, gboolean has_ground)
{
  g_return_if_fail (self != NULL && look < FRAM_N_LOOKS);
  fram_print_palette_init (&self->sheet, look, has_ground);
  self->look = look;
  take_plain (self, plain[look]);
  for (guint i = 0; i < FRAM_SCHEDULE_N_COLOURS; i++)
    {
      self->kinds[i] = unpack (kinds[i][look]);
      self->fills[i] = unpack (kinds[i][fill_looks[look]]);
    }
}

/**
 * fram_schedule_palette_get_edge:
 * @self: a palette
 * @block: a block
 *
 * Returns: the colour of its edge
 */
FramColour
fram_schedule_palette_get_edge (const FramSchedulePalette *self, const FramScheduleBlock *block)
{
  switch (block->style)
    {
    case FRAM_SCHEDULE_WORK: return self->work;
    case FRAM_SCHEDULE_TALK: return self->talk;
    case FRAM_SCHEDULE_FREE: return self->sheet.frame;
    case FRAM_SCHEDULE_CANCELLED: return self->off;
    case FRAM_SCHEDULE_OTHER:
    case FRAM_SCHEDULE_OWN:
    case FRAM_SCHEDULE_AWAY:
    default: return self->kinds[block->colour % FRAM_SCHEDULE_N_COLOURS];
    }
}

/**
 * fram_schedule_palette_get_ground:
 * @self: a palette
 * @block: a block
 *
 * Returns: what its text stands on, stripes aside
 */
FramColour
fram_schedule_palette_get_ground (const FramSchedulePalette *self, const FramScheduleBlock *block)
{
  switch (block->style)
    {
    case FRAM_SCHEDULE_OWN: return self->fills[block->colour % FRAM_SCHEDULE_N_COLOURS];
    case FRAM_SCHEDULE_WORK: return fram_colour_mix (self->work, self->card, 0.12);
    case FRAM_SCHEDULE_TALK: return fram_colour_mix (self->talk, self->card, 0.14);
    case FRAM_SCHEDULE_OTHER:
    case FRAM_SCHEDULE_CANCELLED:
    case FRAM_SCHEDULE_AWAY:
    case FRAM_SCHEDULE_FREE:
    default: return self->card;
    }
}

/**
 * fram_schedule_palette_get_text:
 * @self: a palette
 * @block: a block
 *
 * Returns: the colour of its text
 */
FramColour
fram_schedule_palette_get_text (const FramSchedulePalette *self, const FramScheduleBlock *block)
{
  return block->style == FRAM_SCHEDULE_OWN ? self->on_fill : self->sheet.ink;
}
