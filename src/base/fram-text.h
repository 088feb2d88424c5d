#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *fram_text_fold (const char *text);
char *fram_text_sort_key (const char *text);
gboolean fram_text_matches (const char *folded_text, const char *folded_terms);
gboolean fram_text_matches_terms (const char *folded_text, const char *const *folded_terms);
char *fram_text_initials (const char *given_name, const char *family_name);
char *fram_text_short_name (const char *given_name, const char *family_name);
char *fram_text_capitalise (const char *text);
char *fram_hours_format (int minutes);
gboolean fram_hours_parse (const char *text, int *minutes);
gboolean fram_int_parse (const char *text, gint64 *value);
gboolean fram_text_is_swedish (void);

G_END_DECLS
