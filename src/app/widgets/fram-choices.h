#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A combo row over codes: each choice has a name to read and a code to write; the code %NULL is "none". */
void fram_choices_clear (AdwComboRow *row);
void fram_choices_add (AdwComboRow *row, const char *code, const char *name);
const char *fram_choices_get (AdwComboRow *row);
gboolean fram_choices_select (AdwComboRow *row, const char *code);

G_END_DECLS
