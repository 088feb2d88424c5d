#pragma once

#include "fram-desk.h"
#include "fram-indicator.h"

G_BEGIN_DECLS

/* The newest version of every set. (element-type FramIndicatorSet) */
GPtrArray *fram_desk_indicator_sets (FramDesk *self, GError **error);

/* Saves a set: one undo step. Where it was used already and a question, an end, a side or the scale is another one, a new
 * version begins, and old ratings keep the words they were given under; @correction: the meaning is the same (a slip of
 * the pen, a translation), and the version goes on. FRAM_ERROR_INVALID, DENIED. */
gboolean fram_desk_save_indicator_set (FramDesk *self, const FramIndicatorSet *set, gboolean correction, char **what,
                                       GError **error);
/* Whether saving would begin a new version. */
gboolean fram_desk_indicator_set_is_new_version (FramDesk *self, const FramIndicatorSet *set);

/* Which sets the programme offers and in which order, and whether case workers rate their own belief: one undo step. */
gboolean fram_desk_offer_sets (FramDesk *self, const char *const *codes, char **what, GError **error);
gboolean fram_desk_get_belief (FramDesk *self);
gboolean fram_desk_set_belief (FramDesk *self, gboolean on, char **what, GError **error);

/* A set as a key file, as in a programme profile; to give away, to translate, to paste a licensed text. */
char *fram_desk_indicator_set_to_text (FramDesk *self, const char *code, GError **error);
FramIndicatorSet *fram_desk_indicator_set_from_text (FramDesk *self, const char *text, GError **error);

G_END_DECLS
