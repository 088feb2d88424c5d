#pragma once

#include "fram-house.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramWhoTiles:
 *
 * A tile for each person who works here, those who sat at this computer lately first.
 *
 * Signals: `chosen` (const FramUuid *): somebody's tile was clicked, or chosen with the arrows and Enter.
 */
#define FRAM_TYPE_WHO_TILES (fram_who_tiles_get_type ())
G_DECLARE_FINAL_TYPE (FramWhoTiles, fram_who_tiles, FRAM, WHO_TILES, AdwBin)

GtkWidget *fram_who_tiles_new (void);
void fram_who_tiles_fill (FramWhoTiles *self, const GPtrArray *staff, const GArray *with_pin,
                          const char *const *recent);
void fram_who_tiles_set_note (FramWhoTiles *self, const char *note);
void fram_who_tiles_focus (FramWhoTiles *self);
const char *fram_who_tiles_get_name (FramWhoTiles *self, const FramUuid *person);

G_END_DECLS
