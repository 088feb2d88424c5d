#pragma once

#include "fram-paper.h"

G_BEGIN_DECLS

/**
 * FramCardLine:
 * @text: what stands there
 * @detail: (nullable): more about it
 */
typedef struct
{
  char *text;
  char *detail;
} FramCardLine;

/**
 * FramAdaptationCard:
 * @participant: whose
 * @name: as it may be seen
 * @house: (nullable): name of the programme
 * @date: when it was made, in words
 * @made_at: UTC milliseconds
 * @recipient: (nullable): to whom it goes; %NULL for the participant, whose own paper it is
 * @strengths: (element-type FramCardLine): what the participant is good at
 * @measures: (element-type FramCardLine): what to do
 * @aids: (element-type FramCardLine): work aids, with who brings them
 * @ask: (nullable): whom to ask
 *
 * The card *What works for me* (*anpassningskort*): one page for the participant to take to an external place, strengths
 * first, in plain words (Swedish of level A1). What to do stands on it, never a diagnosis; the participant decides what
 * else (FIELD.md, "Adaptations").
 */
typedef struct
{
  FramUuid participant;
  char *name;
  char *house;
  char *date;
  gint64 made_at;
  char *recipient;
  GPtrArray *strengths;
  GPtrArray *measures;
  GPtrArray *aids;
  char *ask;
} FramAdaptationCard;

FramAdaptationCard *fram_adaptation_card_new (void);
void fram_adaptation_card_free (FramAdaptationCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramAdaptationCard, fram_adaptation_card_free)

void fram_adaptation_card_add (GPtrArray *lines, const char *text, const char *detail);

/* One page A4, standing; takes the card. */
FramPaper *fram_adaptation_card_paper_new (FramAdaptationCard *card);
/* What has no room on it. (element-type utf8) */
const GPtrArray *fram_adaptation_card_paper_get_left_out (const FramPaper *paper);

G_END_DECLS
