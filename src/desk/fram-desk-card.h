#pragma once

#include "fram-adaptation-card.h"
#include "fram-desk-consent.h"
#include "fram-desk-print.h"

G_BEGIN_DECLS

/**
 * FramCardKind:
 * @FRAM_CARD_SEEN: a strength that was seen in the workshop
 * @FRAM_CARD_ADAPTATION: an adaptation that is tried or in place
 */
typedef enum
{
  FRAM_CARD_SEEN,
  FRAM_CARD_ADAPTATION
} FramCardKind;

/**
 * FramCardChoice:
 * @kind: what it is
 * @id: which
 * @text: what stands on the card: what was seen, or what to do
 * @state: (nullable): how it stands, or when it was seen, in words
 * @aid: (nullable): its work aid
 * @aid_detail: (nullable): who brings it
 * @own_words: (nullable): what the participant says about it
 * @barrier: (nullable): what is difficult
 * @is_allowed: whether it can stand there: what was seen only with the participant's yes
 * @chosen: whether it stands there
 * @with_aid: whether the work aid stands there too
 * @with_own_words: whether the own words do
 * @with_barrier: whether what is difficult does
 *
 * Something that can stand on the adaptation card. The participant decides; what is difficult and the own words are never
 * there unless they were chosen.
 */
typedef struct
{
  FramCardKind kind;
  FramUuid id;
  char *text;
  char *state;
  char *aid;
  char *aid_detail;
  char *own_words;
  char *barrier;
  gboolean is_allowed;
  gboolean chosen;
  gboolean with_aid;
  gboolean with_own_words;
  gboolean with_barrier;
} FramCardChoice;

void fram_card_choice_free (FramCardChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramCardChoice, fram_card_choice_free)

/* What can stand on the card: strengths, then adaptations; what is in place and agreed is chosen. Logged. (element-type
 * FramCardChoice) FRAM_ERROR_NOT_FOUND, DENIED, INVALID before the enrolment. */
GPtrArray *fram_desk_card_choices (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                   GError **error);

/* Whom it could be for: where the participant is, was or will be, who was named before, the register of places.
 * (element-type utf8) */
GPtrArray *fram_desk_card_recipients (FramDesk *self, const char *case_no_or_id, const FramUuid *enrolment,
                                      GError **error);

/**
 * FramCardOrder:
 * @case_no_or_id: whose
 * @enrolment: (nullable): one enrolment, else the newest
 * @choices: (nullable) (element-type FramCardChoice): what stands on it; %NULL for what is chosen to begin with
 * @own: (nullable): strengths in the participant's own words, one to a line
 * @recipient: (nullable): to whom it goes; nobody for the participant's own copy
 *
 * A card as it is wanted.
 */
typedef struct
{
  const char *case_no_or_id;
  const FramUuid *enrolment;
  const GPtrArray *choices;
  const char *own;
  const char *recipient;
} FramCardOrder;

FramAdaptationCard *fram_desk_card (FramDesk *self, const FramCardOrder *order, GError **error);
/* As paper: to be looked at; printed and saved with fram-desk-paper.h, which refuses without a consent. */
FramPaper *fram_desk_card_paper (FramDesk *self, const FramCardOrder *order, GError **error);

G_END_DECLS
