#pragma once

#include "fram-rating.h"
#include "fram-uuid.h"

G_BEGIN_DECLS

/** FRAM_SCALE_HIGHEST: scales lie within 1 and this: 0 is no value anywhere. */
#define FRAM_SCALE_HIGHEST 10

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
 * @rank: its place among those that the programme does not offer, 0 for none
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
  int rank;
  gboolean used;
  gboolean offered;
  GPtrArray *indicators;
} FramIndicatorSet;

FramIndicatorSet *fram_indicator_set_new (void);
FramIndicatorSet *fram_indicator_set_copy (const FramIndicatorSet *self);
FramIndicatorDraft *fram_indicator_set_add (FramIndicatorSet *self);
void fram_indicator_set_free (FramIndicatorSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramIndicatorSet, fram_indicator_set_free)

const FramIndicatorDraft *fram_indicator_set_find (const FramIndicatorSet *self, const FramUuid *id);
void fram_indicator_set_move (FramIndicatorSet *self, guint from, guint to);
const char *fram_indicator_set_get_name (const FramIndicatorSet *self);
char *fram_indicator_set_code_of_name (const char *name);

gboolean fram_indicator_set_check (const FramIndicatorSet *self, GError **error);
gboolean fram_indicator_set_same_words (const FramIndicatorSet *self, const FramIndicatorSet *other);
gboolean fram_indicator_set_same_shape (const FramIndicatorSet *self, const FramIndicatorSet *other);
gboolean fram_indicator_continues (const FramIndicatorSet *before, const FramIndicatorDraft *earlier,
                                   const FramIndicatorSet *after, const FramIndicatorDraft *later);

const char *fram_indicator_get_name (const FramIndicatorDraft *self);
gboolean fram_anchors_split (const char *anchors, char **low, char **high);
char *fram_anchors_join (const char *low, const char *high);
char *fram_indicator_get_language (const FramIndicatorDraft *self, const char *language, gboolean anchors);
void fram_indicator_set_language (FramIndicatorDraft *self, const char *language, const char *name,
                                  const char *anchors);
GStrv fram_indicator_list_languages (const FramIndicatorDraft *self);
gboolean fram_language_code_is_valid (const char *code);
char *fram_raters_to_codes (guint raters);

G_END_DECLS
