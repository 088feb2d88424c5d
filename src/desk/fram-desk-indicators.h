#pragma once

#include "fram-desk.h"
#include "fram-rating.h"

G_BEGIN_DECLS

/**
 * FramIndicatorDraft:
 * @id: the indicator, none for a new one
 * @name_sv: the question
 * @name_en: likewise
 * @anchors_sv: (nullable): texts of the lowest and the highest value, ";" between
 * @anchors_en: (nullable): likewise
 * @languages: (nullable): further languages: lines "so=…" and "so.anchors=…;…"
 * @raters: bits
 * @belief: whether the case worker's side is own belief
 */
typedef struct
{
  FramUuid id;
  char *name_sv;
  char *name_en;
  char *anchors_sv;
  char *anchors_en;
  char *languages;
  guint raters;
  gboolean belief;
} FramIndicatorDraft;

/**
 * FramIndicatorSet:
 * @id: the set in this version
 * @code: code, the same in all versions
 * @version: counted from 1
 * @name_sv: name
 * @name_en: likewise
 * @is_agenda: areas with notes, no values
 * @lowest: of the scale
 * @highest: of the scale
 * @every_days: interval, 0 for none
 * @used: whether anything was rated with this version
 * @offered: whether the programme offers it for new talks
 * @indicators: (element-type FramIndicatorDraft): in order
 *
 * A set of indicators as it is edited.
 */
typedef struct
{
  FramUuid id;
  char *code;
  int version;
  char *name_sv;
  char *name_en;
  gboolean is_agenda;
  int lowest;
  int highest;
  int every_days;
  gboolean used;
  gboolean offered;
  GPtrArray *indicators;
} FramIndicatorSet;

FramIndicatorSet *fram_indicator_set_new (void);
FramIndicatorDraft *fram_indicator_set_add (FramIndicatorSet *self);
void fram_indicator_set_free (FramIndicatorSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramIndicatorSet, fram_indicator_set_free)

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
