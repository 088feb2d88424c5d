#include "fram-colours.h"

/* VISUAL.md, "Attendance status"; in high contrast the same hues at 7 : 1 or more on white and on a dark card. */
static const guint32 statuses[][FRAM_N_LOOKS] = {
  [FRAM_SHAPE_UNMARKED] = { 0x77767b, 0x9a9996, 0x57565a, 0xc8c8c6 },
  [FRAM_SHAPE_DISC] = { 0x18794e, 0x57d09a, 0x146340, 0x7cdab0 },
  [FRAM_SHAPE_HALF_RING] = { 0xa35200, 0xffb258, 0x894500, 0xffbb6c },
  [FRAM_SHAPE_RING] = { 0x1a5fb4, 0x8fbcf5, 0x1856a4, 0xa8cbf7 },
  [FRAM_SHAPE_SALTIRE] = { 0xc01c28, 0xff7b63, 0xab1924, 0xffb6a9 },
  [FRAM_SHAPE_PLUS] = { 0x8939a4, 0xdc8add, 0x7f3599, 0xeab8ea },
  [FRAM_SHAPE_DIAMOND] = { 0x00758a, 0x4fcbe0, 0x006071, 0x74d6e7 },
  [FRAM_SHAPE_SQUARE] = { 0x5e5c64, 0xc0bfbc, 0x58565e, 0xc9c8c5 },
};

/* ground, ink, dim, rule, frame, band, hatch; "dim" is 5.7 : 1 and 9 : 1 */
static const guint32 inks[FRAM_N_LOOKS][7] = {
  [FRAM_LOOK_LIGHT] = { 0xffffff, 0x1a1a1a, 0x5e5c64, 0xc9c8cc, 0x6d6c72, 0xededf0, 0xd4d3d7 },
  [FRAM_LOOK_DARK] = { 0x1e1e1e, 0xf6f5f4, 0xc0bfbc, 0x55555a, 0x9a9996, 0x303034, 0x4a4a4f },
  [FRAM_LOOK_LIGHT_CONTRAST] = { 0xffffff, 0x000000, 0x3a393e, 0x77767b, 0x1a1a1a, 0xe4e4e8, 0x9a9996 },
  [FRAM_LOOK_DARK_CONTRAST] = { 0x000000, 0xffffff, 0xdeddda, 0x9a9996, 0xf6f5f4, 0x2b2b2f, 0x77767b },
};

static FramColour
unpack (guint32 rgb)
{
  return (FramColour){ (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

/**
 * fram_colour_of_status:
 * @shape: the shape of a status; %FRAM_SHAPE_UNMARKED for none
 * @look: a look
 *
 * Returns: the colour that belongs to the shape
 */
FramColour
fram_colour_of_status (FramShape shape, FramLook look)
{
  g_return_val_if_fail (shape < G_N_ELEMENTS (statuses) && look < FRAM_N_LOOKS, ((FramColour){ 0, 0, 0 }));
  return unpack (statuses[shape][look]);
}

/**
 * fram_print_palette_init:
 * @self: (out caller-allocates): a palette
 * @look: the look; paper takes %FRAM_LOOK_LIGHT
 * @has_ground: whether the ground is to be painted
 */
void
fram_print_palette_init (FramPrintPalette *self, FramLook look, gboolean has_ground)
{
  g_return_if_fail (self != NULL && look < FRAM_N_LOOKS);
  self->has_ground = has_ground;
  self->ground = unpack (inks[look][0]);
  self->ink = unpack (inks[look][1]);
  self->dim = unpack (inks[look][2]);
  self->rule = unpack (inks[look][3]);
  self->frame = unpack (inks[look][4]);
  self->band = unpack (inks[look][5]);
  self->hatch = unpack (inks[look][6]);
  for (guint i = 0; i < G_N_ELEMENTS (self->statuses); i++)
    self->statuses[i] = fram_colour_of_status ((FramShape)i, look);
}
