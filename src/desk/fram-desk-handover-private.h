#pragma once

#include "fram-desk-handover.h"
#include "fram-desk-private.h"
#include "fram-document-store.h"

G_BEGIN_DECLS

gboolean fram_handover_may_write (FramDesk *self, gint64 participant);
gboolean fram_handover_refuse_denied (GError **error);
FramStoredDocument *fram_handover_load_writable (FramDesk *self, const FramUuid *id, GError **error);
GPtrArray *fram_handover_given_of (const char *sent_to);
void fram_handover_read_texts (const char *text, char **texts);
char *fram_handover_write_texts (char *const *texts);
gboolean fram_handover_prefill (FramDesk *self, FramHandover *handover, gint64 participant, gint64 enrolment,
                                GError **error);
char *fram_handover_shown_name (const FramStoredDocument *stored);

G_END_DECLS
