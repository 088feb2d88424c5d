#pragma once

#include "fram-desk.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramWhoPage:
 *
 * Who sits at the keyboard: the people of the register with their roles. Choosing one activates "win.sit-down".
 */
#define FRAM_TYPE_WHO_PAGE (fram_who_page_get_type ())
G_DECLARE_FINAL_TYPE (FramWhoPage, fram_who_page, FRAM, WHO_PAGE, AdwBin)

FramWhoPage *fram_who_page_new (void);
void fram_who_page_fill (FramWhoPage *self, GPtrArray *staff);

G_END_DECLS
