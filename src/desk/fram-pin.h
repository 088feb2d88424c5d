#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FRAM_PIN_SHORTEST 4
#define FRAM_PIN_LONGEST  12

gboolean fram_pin_check_form (const char *pin, GError **error);
char *fram_pin_hash (const char *pin, GError **error);
gboolean fram_pin_matches (const char *pin, const char *hash);
void fram_pin_forget (char *pin);

int fram_pin_delay (int wrong);

G_END_DECLS
