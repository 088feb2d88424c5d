#pragma once

#include "fram-desk.h"

G_BEGIN_DECLS

/**
 * FramConsentState:
 * @FRAM_CONSENT_NONE: nothing was asked
 * @FRAM_CONSENT_VALID: given, and neither run out nor withdrawn
 * @FRAM_CONSENT_RUN_OUT: it was given for a time that is over
 * @FRAM_CONSENT_WITHDRAWN: the participant has taken it back
 */
typedef enum
{
  FRAM_CONSENT_NONE,
  FRAM_CONSENT_VALID,
  FRAM_CONSENT_RUN_OUT,
  FRAM_CONSENT_WITHDRAWN
} FramConsentState;

/** FRAM_CONSENT_MONTHS: so long a consent holds where nothing else is said. */
#define FRAM_CONSENT_MONTHS 6

/* How it stands on a day with the consent that names a recipient; @lines are of one participant and one kind, and @day is
 * since or until when. (element-type FramStoredConsent) */
FramConsentState fram_consent_find (const GPtrArray *lines, const char *recipient, FramDate today, FramDate *day);

/**
 * FramConsent:
 * @state: how it stands
 * @day: the day it holds until (%FRAM_DATE_NONE for no end), ran out on or was withdrawn on
 * @words: in words: "Consent until 12 May 2027"
 */
typedef struct
{
  FramConsentState state;
  FramDate day;
  char *words;
} FramConsent;

void fram_consent_free (FramConsent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FramConsent, fram_consent_free)

/**
 * FramConsentEdit:
 * @recipient: who may see it
 * @what: what: "My adaptation card"
 * @form: "spoken" or "written"
 * @given: the day it was given
 * @until: its last day
 */
typedef struct
{
  const char *recipient;
  const char *what;
  const char *form;
  FramDate given;
  FramDate until;
} FramConsentEdit;

/* With today, six months and "spoken"; who sees it stays to be said. */
void fram_consent_edit_init (FramConsentEdit *edit, FramDesk *desk);

/* Consents with which an adaptation card goes out: who may make the card asks the participant and writes the answer down.
 * Writing is one undo step each, `what` the sentence for the toast. FRAM_ERROR_DENIED, NOT_FOUND, INVALID. */
FramConsent *fram_desk_card_consent (FramDesk *self, const char *case_no_or_id, const char *recipient, GError **error);
gboolean fram_desk_give_consent (FramDesk *self, const char *case_no_or_id, const FramConsentEdit *edit, char **what,
                                 GError **error);
gboolean fram_desk_withdraw_consent (FramDesk *self, const char *case_no_or_id, const char *recipient, char **what,
                                     GError **error);

G_END_DECLS
