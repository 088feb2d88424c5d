#pragma once

#include "fram-desk-card.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * FramCardRecipient:
 *
 * Who gets an adaptation card: the participant, an external place of the register or somebody whose name is written; and how
 * it stands with the consent that names them, which is written down or taken back here.
 *
 * Signals: `changed` (FramCardRecipient*): somebody else gets it; `written` (FramCardRecipient*, const char *what): a
 * consent is on disk; `trouble` (FramCardRecipient*, const char *sentence): it is not.
 */
#define FRAM_TYPE_CARD_RECIPIENT (fram_card_recipient_get_type ())
G_DECLARE_FINAL_TYPE (FramCardRecipient, fram_card_recipient, FRAM, CARD_RECIPIENT, AdwPreferencesGroup)

void fram_card_recipient_set_up (FramCardRecipient *self, FramDesk *desk, const char *case_no);
void fram_card_recipient_close (FramCardRecipient *self);
void fram_card_recipient_set_names (FramCardRecipient *self, const GPtrArray *names);
void fram_card_recipient_set_consent (FramCardRecipient *self, const FramConsent *consent);
char *fram_card_recipient_get (FramCardRecipient *self);
gboolean fram_card_recipient_lacks_name (FramCardRecipient *self);
gboolean fram_card_recipient_is_busy (FramCardRecipient *self);

G_END_DECLS
