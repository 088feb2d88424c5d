#pragma once

#include "fram-desk-card.h"
#include "fram-desk-consent.h"
#include "fram-desk-private.h"
#include "fram-paper.h"

G_BEGIN_DECLS

/* Who may read somebody's needs may make the card of them, and nobody else. FRAM_ERROR_NOT_FOUND, DENIED. */
FramStoredCase *fram_desk_carded (FramDesk *self, const char *case_no_or_id, GError **error);

/* What goes to somebody outside goes with a consent that names them. FRAM_ERROR_DENIED with one sentence. */
gboolean fram_desk_check_recipient (FramDesk *self, const FramPaper *paper, GError **error);

/* (nullable): without spaces around it and doubled, NULL for nothing */
char *fram_consent_clean (const char *text);

G_END_DECLS
