#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramWhoPage:
 *
 * Who sits down at the keyboard: a tile for each person who works here, and the PIN of the one who was chosen. While the
 * program is locked it covers the window, and the person who locked it comes first.
 *
 * Signals: `accepted` (const FramUuid *): this person has shown to be that person.
 */
#define FRAM_TYPE_WHO_PAGE (fram_who_page_get_type ())
G_DECLARE_FINAL_TYPE (FramWhoPage, fram_who_page, FRAM, WHO_PAGE, AdwBin)

FramWhoPage *fram_who_page_new (void);
void fram_who_page_fill (FramWhoPage *self, FramDesk *desk, const GPtrArray *staff, const GArray *with_pin,
                         const char *const *recent, gboolean require_pin);
void fram_who_page_show_tiles (FramWhoPage *self);
void fram_who_page_choose (FramWhoPage *self, const FramUuid *person);
void fram_who_page_cover (FramWhoPage *self, const char *name);
void fram_who_page_lock (FramWhoPage *self, const FramUuid *person);
void fram_who_page_set_note (FramWhoPage *self, const char *note);
void fram_who_page_say (FramWhoPage *self, const char *sentence);
void fram_who_page_forget (FramWhoPage *self);

G_END_DECLS
